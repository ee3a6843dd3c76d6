"""Pictures for the invented releases, painted row by row: what a photographer would have sent, and nobody's face."""

import struct
import zlib
from collections.abc import Callable
from typing import Final

WIDTH: Final = 480
HEIGHT: Final = 300

Colour = tuple[int, int, int]
Shape = Callable[[int], tuple[int, int] | None]  # a row -> where the shape begins and ends in it
Scene = tuple[tuple[Shape, Colour], ...]  # later shapes cover earlier ones


def box(left: int, top: int, right: int, bottom: int) -> Shape:
    """An upright rectangle."""
    return lambda row: (left, right) if top <= row < bottom else None


def oval(middle: int, centre: int, wide: int, high: int) -> Shape:
    """An oval about a point."""

    def span(row: int) -> tuple[int, int] | None:
        inside = 1 - ((row - centre) / high) ** 2
        return (int(middle - wide * inside**0.5), int(middle + wide * inside**0.5)) if inside > 0 else None

    return span


def slope(tip: int, top: int, left: int, right: int, bottom: int) -> Shape:
    """A triangle on its base: a hill, or a roof."""

    def span(row: int) -> tuple[int, int] | None:
        down = (row - top) / (bottom - top)
        return (int(tip + (left - tip) * down), int(tip + (right - tip) * down)) if 0 <= down < 1 else None

    return span


def paint(sky: tuple[Colour, Colour], scene: Scene) -> bytes:
    """A PNG of a scene under a sky that goes from one colour to another."""
    return _png(b"".join(b"\0" + _row(row, sky, scene) for row in range(HEIGHT)))


def _row(row: int, sky: tuple[Colour, Colour], scene: Scene) -> bytes:
    share = row / HEIGHT
    air = bytes(int(a + (b - a) * share) for a, b in zip(*sky, strict=True))
    line = bytearray(air * WIDTH)
    for shape, colour in scene:
        if span := shape(row):
            left, right = max(0, span[0]), min(WIDTH, span[1])
            line[left * 3 : right * 3] = bytes(colour) * max(0, right - left)
    return bytes(line)


def _png(rows: bytes) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


LEAF, GRASS, FAR = (47, 98, 74), (116, 152, 92), (118, 150, 152)
WATER, SHINE = (126, 158, 166), (156, 184, 188)
WALL, ROOF, DARK = (238, 228, 206), (164, 78, 58), (58, 52, 48)
SACK, SEAM, WHITE = (222, 205, 166), (176, 152, 106), (248, 246, 240)

FLOOD: Final = paint(
    ((168, 190, 200), (222, 226, 220)),
    (
        (slope(110, 60, -80, 320, 150), FAR), (slope(360, 78, 180, 560, 150), FAR),
        (box(0, 148, 480, 300), WATER), (box(60, 166, 190, 169), SHINE), (box(250, 184, 420, 187), SHINE),
        (box(44, 104, 150, 168), WALL), (slope(97, 70, 30, 164, 106), ROOF), (box(84, 128, 108, 168), DARK),
        (box(330, 112, 420, 166), WALL), (slope(375, 82, 318, 432, 114), ROOF), (box(364, 132, 386, 166), DARK),
        (box(120, 226, 380, 234), SHINE), (oval(250, 222, 140, 34), DARK), (box(0, 150, 480, 222), WATER),
        (box(44, 150, 150, 168), WALL), (box(84, 150, 108, 168), DARK), (box(330, 150, 420, 166), WALL),
        (box(364, 150, 386, 166), DARK), (oval(200, 212, 34, 16), SACK), (oval(266, 212, 34, 16), SACK),
        (oval(233, 190, 34, 16), SACK), (box(190, 210, 212, 212), SEAM), (box(256, 210, 278, 212), SEAM),
        (box(223, 188, 245, 190), SEAM), (box(106, 222, 394, 230), ROOF), (box(0, 276, 480, 279), SHINE),
    ),
)  # fmt: skip
BRIDGE: Final = paint(
    ((120, 172, 206), (232, 226, 204)),
    (
        (oval(392, 66, 26, 26), (250, 226, 150)), (slope(90, 70, -120, 300, 190), FAR),
        (slope(340, 90, 120, 620, 190), LEAF), (box(0, 186, 480, 300), WATER),
        (box(40, 232, 220, 235), SHINE), (box(260, 262, 440, 265), SHINE), (oval(240, 236, 150, 82), DARK),
        (oval(240, 240, 132, 72), WATER), (box(0, 214, 480, 300), WATER), (box(110, 254, 330, 257), SHINE),
        (box(0, 158, 480, 180), WALL), (box(0, 154, 480, 158), ROOF), (box(0, 134, 480, 138), DARK),
        *((box(left, 134, left + 4, 156), DARK) for left in range(12, 480, 38)),
        (box(176, 104, 236, 136), WHITE), (box(176, 118, 236, 123), ROOF), (box(236, 112, 258, 136), WHITE),
        (oval(192, 138, 9, 9), DARK), (oval(242, 138, 9, 9), DARK), (slope(40, 176, -60, 130, 300), GRASS),
    ),
)  # fmt: skip
SCHOOL: Final = paint(
    ((142, 188, 212), (240, 234, 216)),
    (
        (slope(400, 84, 220, 640, 200), FAR), (box(0, 196, 480, 300), GRASS), (box(0, 262, 480, 300), SACK),
        (box(70, 116, 410, 226), WALL), (slope(240, 62, 40, 440, 118), ROOF), (box(218, 156, 262, 226), DARK),
        *((box(left, 146, left + 40, 184), WATER) for left in (92, 150, 290, 348)),
        *((box(left + 18, 146, left + 22, 184), WHITE) for left in (92, 150, 290, 348)),
        (box(448, 72, 452, 262), WHITE), (box(408, 74, 448, 88), (190, 52, 44)), (box(408, 88, 448, 102), WHITE),
        (oval(28, 150, 44, 50), LEAF), (box(24, 188, 34, 244), DARK),
    ),
)  # fmt: skip
