"""What phones write beside a film or a sound is emptied, and nothing else moves."""

import pytest

from bot.films import bare


def box(kind: bytes, *held: bytes) -> bytes:
    content = b"".join(held)
    return (8 + len(content)).to_bytes(4) + kind + content


PLACE = b"\x00\x10\x15\xc7-06.2000+106.8000/"
SOUND = box(b"mdat", b"frames" * 9)
TRACK = box(b"trak", box(b"tkhd", b"x" * 8), box(b"udta", box(b"loci", PLACE)))
LONG = b"\x00\x00\x00\x01uuid" + (16 + len(PLACE)).to_bytes(8) + PLACE
FILM = box(b"ftyp", b"isom") + box(b"moov", box(b"mvhd", b"y" * 8), TRACK, box(b"udta", box(b"\xa9xyz", PLACE))) + SOUND + LONG
MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x05PLACE" + b"\xff\xfbsound" + b"TAG" + b"P" * 125


def test_places_of_a_film_are_emptied_where_they_stand() -> None:
    made = bare(FILM)
    assert b"106.8" in FILM
    assert b"106.8" not in made
    assert (len(made), made.index(SOUND)) == (len(FILM), FILM.index(SOUND))
    assert all(each in made for each in (b"y" * 8, b"x" * 8, b"mvhd", b"tkhd"))
    assert bare(made) == made


def numbers(*found: int) -> bytes:
    return b"".join(each.to_bytes(4) for each in found)


def stream(kind: bytes, chunks: list[int], sizes: list[int], in_each: int) -> bytes:
    """A stream whose samples have sizes, so many of them in each chunk."""
    tables = (
        box(b"stsz", numbers(0, 0, len(sizes), *sizes)), box(b"stsc", numbers(0, 1, 1, in_each, 1)),
        box(b"stco", numbers(0, len(chunks), *chunks)),
    )  # fmt: skip
    return box(b"trak", box(b"mdia", box(b"hdlr", b"\0" * 8 + kind), box(b"minf", box(b"stbl", *tables))))


HEAD = box(b"ftyp", b"isom")
FRAMES, LOG = b"frames", (b"-06.2000", b"+106.8000 ", b"again")
FLOWN = box(b"mdat", FRAMES, *LOG[:2], FRAMES, LOG[2])
BEGINS = len(HEAD) + 8
LOGGED = stream(b"meta", [BEGINS + 6, BEGINS + 30], [8, 10, 5], 2)


@pytest.mark.parametrize("kind", [b"meta", b"sbtl", b"camm"])
def test_a_stream_that_is_neither_seen_nor_heard_is_emptied(kind: bytes) -> None:
    frames = stream(b"vide", [BEGINS, BEGINS + 24], [6, 6], 1)
    made = bare(HEAD + FLOWN + box(b"moov", frames, LOGGED.replace(b"meta", kind)))
    assert made[BEGINS : BEGINS + 35] == FRAMES + bytes(18) + FRAMES + bytes(5)
    assert bare(made) == made


@pytest.mark.parametrize(
    "rest",
    [
        box(b"moov", stream(b"meta", [BEGINS] * 30, [30] * 30, 1)), box(b"moov", LOGGED.replace(b"stsz", b"stz2")),
        box(b"moov", LOGGED) + box(b"moof"), box(b"moov", LOGGED.replace(numbers(0, 0, 3), numbers(0, 0, 999))),
    ],
    ids=["the same bytes again and again", "of sizes we cannot read", "in fragments", "a table that is too short"],
)  # fmt: skip
def test_a_stream_that_cannot_be_followed_is_refused(rest: bytes) -> None:
    with pytest.raises(ValueError, match="box"):
        bare(HEAD + FLOWN + rest)


def test_tags_of_a_sound_are_cut_off_and_what_is_neither_stays() -> None:
    assert bare(MP3) == b"\xff\xfbsound"
    assert [bare(each) for each in (b"OggS voice", b"")] == [b"OggS voice", b""]


@pytest.mark.parametrize(
    "film",
    [
        box(b"ftyp") + b"\x00\x00\xff\xffmoov",
        box(b"ftyp") + b"\x00\x00\x00\x02moov",
        box(b"ftyp") + b"\x00\x00\x00\x01moov" + (2**63).to_bytes(8),
        box(b"ftyp") + box(b"free") * 100_001,
    ],
    ids=["beyond its end", "shorter than its head", "longer than anything", "too many"],
)
def test_a_hostile_film_is_refused(film: bytes) -> None:
    with pytest.raises(ValueError, match="box"):
        bare(film)


def test_boxes_within_boxes_end_somewhere() -> None:
    nested = b""
    for _ in range(40):
        nested = box(b"moov", nested)
    with pytest.raises(ValueError, match="boxes"):
        bare(box(b"ftyp") + nested)
