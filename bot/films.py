"""Video and sound, freed of what phones write beside it without touching what is seen and heard (rule).

In an MP4 or MOV the boxes that hold places, names and devices are emptied where they stand, so that nothing else moves; an
MP3 loses its tags. What is no such file is left as it is: a voice note (OGG) of a phone bears no place.
"""

from collections.abc import Iterator
from typing import Final

HOLDERS: Final = frozenset({b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf"})  # boxes that hold further ones
TELLING: Final = frozenset({b"udta", b"meta", b"uuid", b"loci", b"\xa9xyz"})  # what was written beside: places among it
BOXES: Final = 100_000  # of one file
DEEPEST: Final = 8
ID3V1: Final = 128  # bytes at the end of an MP3


def bare(content: bytes) -> bytes:
    """The same film or sound without what was written beside it. ValueError where its boxes make no sense."""
    if content[4:8] in {b"ftyp", b"moov", b"free", b"wide", b"mdat", b"skip"}:
        return _emptied(content)
    if content.startswith(b"ID3"):
        content = content[_tag(content) :]
    return content[:-ID3V1] if content[-ID3V1:].startswith(b"TAG") else content


def _emptied(content: bytes) -> bytes:
    made = bytearray(content)
    for at, header, size in _telling(content):
        made[at + 4 : at + 8] = b"free"
        made[at + header : at + size] = bytes(size - header)
    return bytes(made)


def _telling(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Each box to be emptied: where it begins, how long its head is, and how long it is in all."""
    open_still, seen = [(0, len(content), 0)], 0
    while open_still:
        at, end, depth = open_still.pop()
        while at + 8 <= end:
            header, size = _box(content, at, end)
            kind = content[at + 4 : at + 8]
            seen += 1
            if seen > BOXES or depth > DEEPEST:
                raise ValueError("more boxes than any film has")
            if kind in TELLING:
                yield at, header, size
            elif kind in HOLDERS:
                open_still.append((at + header, at + size, depth + 1))
            at += size


def _box(content: bytes, at: int, end: int) -> tuple[int, int]:
    """The length of a box's head and of all of it. ValueError where it reaches beyond what holds it."""
    header, size = 8, int.from_bytes(content[at : at + 4])
    if size == 1:
        header, size = 16, int.from_bytes(content[at + 8 : at + 16])
    if size == 0:  # to the end
        size = end - at
    if size < header or at + size > end:
        raise ValueError("a box reaches beyond its film")
    return header, size


def _tag(content: bytes) -> int:
    """The length of the tag before an MP3's sound."""
    size = 0
    for each in content[6:10]:
        size = size << 7 | each & 0x7F
    return min(len(content), 10 + size)
