"""Video and sound, freed of what phones write beside it without touching what is seen and heard (rule).

In an MP4 or MOV the boxes that hold places, names and devices are emptied where they stand, and so is every stream that is
neither picture nor sound, such as a camera's or a drone's own log of where it was; nothing else moves. An MP3 loses its tags.
What is no such file is left as it is: a voice note (OGG) of a phone bears no place.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

HOLDERS: Final = frozenset({b"moov", b"trak", b"mdia", b"minf", b"moof", b"traf"})  # boxes that hold further ones
TELLING: Final = frozenset({b"udta", b"meta", b"uuid", b"loci", b"\xa9xyz"})  # what was written beside: places among it
SEEN_OR_HEARD: Final = frozenset({b"vide", b"soun"})  # kinds of streams; a log of places is data, or text beneath the picture
PLACES: Final = {b"stco": 4, b"co64": 8}  # tables of where chunks begin, and the bytes of each number
TABLES: Final = (b"stsz", b"stsc", *PLACES)
PIECES: Final = 1_000_000  # of one stream
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
    emptied = 0
    for at, size in _unseen(content):
        made[at : at + size] = bytes(size)
        emptied += size
        if emptied > len(content):
            raise ValueError("boxes that name the same bytes again and again")
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


def _unseen(content: bytes) -> Iterator[tuple[int, int]]:
    """Where the bytes of streams lie that are neither seen nor heard: where each piece begins, and how long it is.

    ValueError for a film in fragments with such a stream, since its pieces lie wherever each fragment says.
    """
    whole = (0, len(content))
    in_fragments = bool(_held(content, whole, (b"moof",)))
    for track in _held(content, whole, (b"moov", b"trak")):
        [handler] = _held(content, track, (b"mdia", b"hdlr")) or [whole]
        if content[handler[0] + 8 : handler[0] + 12] in SEEN_OR_HEARD:
            continue
        if in_fragments:
            raise ValueError("a stream in boxes that cannot be followed")
        tables = {name: _held(content, track, (b"mdia", b"minf", b"stbl", name)) for name in TABLES}
        yield from _pieces(content, {name: found[0] for name, found in tables.items() if found})


def _held(content: bytes, within: tuple[int, int], path: tuple[bytes, ...]) -> list[tuple[int, int]]:
    """What lies in the boxes of a path: where each begins behind its head, and where it ends."""
    found, (at, end) = list[tuple[int, int]](), within
    while at + 8 <= end:
        header, size = _box(content, at, end)
        if content[at + 4 : at + 8] == path[0]:
            inside = (at + header, at + size)
            found += _held(content, inside, path[1:]) if path[1:] else [inside]
        at += size
    return found


def _pieces(content: bytes, tables: Mapping[bytes, tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Each chunk of a stream by the tables of it, never beyond the file. ValueError where it has chunks of no size."""
    starts = [start for name, width in PLACES.items() if name in tables for start in _numbers(content, tables[name], 1, width)]
    if not starts:
        return
    if b"stsz" not in tables or b"stsc" not in tables:
        raise ValueError("a stream in boxes that cannot be followed")
    first, last = tables[b"stsz"]
    same = _number(content, first + 4)
    sizes = iter([] if same else _numbers(content, (first + 4, last), 1, 4))
    runs = _numbers(content, tables[b"stsc"], 3, 4)  # from which chunk on, how many samples in each, and of what kind
    groups = dict(zip(runs[::3], runs[1::3], strict=True))
    count = 0
    for number, start in enumerate(starts, 1):
        count = groups.get(number, count)  # as many as in the chunk before, where nothing else is said
        size = count * same if same else sum(islice(sizes, count))
        yield start, max(0, min(size, len(content) - start))


def _numbers(content: bytes, box: tuple[int, int], width: int, each: int) -> list[int]:
    """The numbers of a table, which says itself how many rows it has. ValueError where it has fewer, or too many."""
    count = _number(content, box[0] + 4) * width
    begins = box[0] + 8
    if count > PIECES or begins + count * each > box[1]:
        raise ValueError("a table reaches beyond its box")
    return [int.from_bytes(content[at : at + each]) for at in range(begins, begins + count * each, each)]


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4])


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
