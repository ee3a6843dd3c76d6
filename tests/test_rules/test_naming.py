"""Names and lines as strangers type them: what is cleaned, what is taken, and what is refused with its reason."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.naming import (
    LINE,
    LONGEST,
    PARAGRAPH,
    answer,
    cleaned,
    line,
    note,
    outlet_name,
    own_line,
    person_name,
    reason,
    unlinked_line,
)

CLEANED: dict[str, tuple[str, str]] = {
    "spaces at the ends and between": ("  Rina   Contoh ", "Rina Contoh"),
    "several lines": ("Rina\nContoh\r\n\tMisal", "Rina Contoh Misal"),
    "spaces of every width": ("Rina\u00a0\u2003\u3000Contoh", "Rina Contoh"),
    "a line separator": ("Rina\u2028Contoh", "Rina Contoh"),
    "zero width": ("Ri\u200bna\ufeff Con\u200dtoh\u2060", "Rina Contoh"),
    "read from the right": ("\u202eRina\u202c Contoh\u200f", "Rina Contoh"),
    "control characters": ("Rina\x00\x07 Con\x1btoh", "Rina Contoh"),
    "a soft hyphen": ("Con\u00adtoh", "Contoh"),
    "our own marks of emphasis": ("\ue000Rina\ue001", "Rina"),
    "an accent in two pieces": ("Jose\u0301", "José"),
    "half a character": ("Rina\ud800", "Rina"),
    "emoji stay": ("Rina 🌊", "Rina 🌊"),
    "nothing that can be seen": ("\u200b \u2060\n", ""),
}

PEOPLE = (
    "Rina Contoh", "Ny. Siti Misal, S.Sos., M.Si.", "M. Nur'aini", "Nur’aini", "Abd. Ro`uf", "Anne-Marie Teladan", "Li",
    "José Ñandú", "Махмуд", "محمد", "山田太郎", "A" * LONGEST, "Drs. H. Fulan bin Misal",
)  # fmt: skip
NO_PEOPLE: dict[str, tuple[str, ...]] = {
    "short": ("", " ", "R", "\u200bR\u200b", "\n"),
    "long": ("A" * (LONGEST + 1), "Rina " * 30),
    "link": (
        "https://contoh.id", "www.contoh.id", "Rina t.me/rina", "rina@contoh.id", "@rinacontoh", "contoh.id", "Klik CONTOH.COM",
        "Rina <b>", "Rina/Contoh", "Rina\\Contoh", "ri\u200bna.xyz", "hadiah.link",
    ),
    "letters": ("12", "0812-0000-0000", "..", "R.", "- -", "🌊🌊"),
    "signs": ("Rina 2", "Rina 🌊", "Rina (Contoh)", "Rina & Contoh", "Rina_Contoh", "Rina; Contoh"),
    "command": ("status", "Kirim", "rilis ya"),
    "courtesy": ("ya", "Setuju", "setuju kak", "tidak", "Selamat pagi", "halo", "oke siap", "terima kasih pak", "saya"),
}  # fmt: skip

OUTLETS = (
    "Suara Contoh", "Contoh.id", "Kabar24", "Radio Teladan 98,7 FM", "TV-7 & Rekan", "Koran “Misal”", "Harian (Contoh)", "RRI",
    "Contoh.co.id", "A" * LONGEST,
)  # fmt: skip
NO_OUTLETS: dict[str, tuple[str, ...]] = {
    "short": ("", "X", " \u200b "),
    "long": ("A" * (LONGEST + 1),),
    "link": ("https://contoh.id", "www.contoh.id", "contoh.id/berita", "redaksi@contoh.id", "@suaracontoh", "t.me", "<Contoh>"),
    "letters": ("98,7", "24", "A1", "🌊🌊", "--"),
    "courtesy": ("ya", "tidak ya", "Setuju"),
}

LINES = ("Bukan liputan OKI", "alamat contoh.id salah", "lihat https://contoh.id/x", "a", "ok 👍", "A" * LINE)
REASONS = ("Pindah tugas", "Terlambat", "surat tugas belum ada", "bukan wartawan", "ya, karena sudah pindah")
NO_REASONS: dict[str, tuple[str, ...]] = {
    "few": ("ya", "tidak", "ya kak", "ok siap", "iya betul", "spam", "🙏 ya"),
    "long": ("A" * (PARAGRAPH + 1),),
    "letters": ("", "!!!", "12"),
}
NOTES = ("12345", "Ibu Siti", "0812 0000", "ya", "A" * PARAGRAPH, "lihat https://contoh.id/x")
NO_NOTES: dict[str, tuple[str, ...]] = {"long": ("A" * (PARAGRAPH + 1),), "letters": ("", "...", "🙏")}
NO_LINES: dict[str, tuple[str, ...]] = {"long": ("A" * (LINE + 1),), "letters": ("", " \n ", "12", "🙏🙏", "...", "\u200b")}

Judge = Callable[[str], str]
TAKEN: tuple[tuple[Judge, tuple[str, ...]], ...] = (
    (person_name, PEOPLE), (outlet_name, OUTLETS), (line, LINES), (reason, REASONS), (note, NOTES),
)  # fmt: skip
REFUSED: tuple[tuple[Judge, dict[str, tuple[str, ...]]], ...] = (
    (person_name, NO_PEOPLE), (outlet_name, NO_OUTLETS), (line, NO_LINES), (reason, NO_REASONS), (note, NO_NOTES),
)  # fmt: skip


def name_of(judge: object) -> str:
    return getattr(judge, "__name__", repr(judge)[:40])


@pytest.mark.parametrize(("typed", "seen"), CLEANED.values(), ids=CLEANED)
def test_what_cannot_be_seen_falls_away(typed: str, seen: str) -> None:
    assert cleaned(typed) == seen


@pytest.mark.parametrize(("judge", "typed"), [(judge, each) for judge, names in TAKEN for each in names], ids=name_of)
def test_a_good_one_is_taken_as_typed(judge: Judge, typed: str) -> None:
    assert judge(f" {typed}\n") == typed


@pytest.mark.parametrize(
    ("judge", "why", "typed"),
    [(judge, why, each) for judge, refused in REFUSED for why, names in refused.items() for each in names],
    ids=name_of,
)
def test_a_bad_one_is_refused_with_its_reason(judge: Judge, why: str, typed: str) -> None:
    with pytest.raises(ValueError, match=f"^{why}$"):
        judge(typed)


@pytest.mark.parametrize(
    ("typed", "step", "meant"),
    [
        ("jeda 3 hari", "pause", "3 hari"), ("Jeda: seminggu", "pause", "seminggu"), ("pause 3 days", "pause", "3 days"),
        ("jeda", "pause", "jeda"), ("3 hari", "pause", "3 hari"),
        ("nama saya Budi", "name", "Budi"), ("Nama: Budi Contoh", "name", "Budi Contoh"), ("saya Budi", "name", "Budi"),
        ("perkenalkan, saya Budi", "name", "Budi"), ("My name is Budi", "name", "Budi"), ("namaku Budi", "name", "Budi"),
        ("Namora Contoh", "name", "Namora Contoh"), ("Sayang Contoh", "name", "Sayang Contoh"), ("nama", "name", "nama"),
        ("media Kabar Budi", "outlet", "Kabar Budi"), ("media saya kabar budi", "outlet", "kabar budi"),
        ("nama medianya: Kabar Budi", "outlet", "Kabar Budi"), ("Media Indonesia Contoh", "outlet", "Media Indonesia Contoh"),
        ("media kabar budi", "outlet", "media kabar budi"), ("Mediana", "outlet", "Mediana"),
        ("wilayah saya Kecamatan Contoh", "area", "Kecamatan Contoh"), ("Daerah Contoh", "area", "Daerah Contoh"),
        ("saya wartawan", "work", "wartawan"), ("sebagai fotografer", "work", "fotografer"),
        ("alamatnya contoh.id", "site", "contoh.id"), ("situs: contoh.id", "site", "contoh.id"),
        ("website contoh.id", "site", "contoh.id"), ("situs.id", "site", "situs.id"),
        ("Alasan: pindah tugas", "reason", "pindah tugas"), ("nama barunya Kabar Budi", "outlet", "Kabar Budi"),
        ("ke wartawan", "group", "wartawan"), ("kirim untuk staf", "group", "staf"),
        ("semua wartawan", "group", "semua wartawan"),
        ("kirim besok 08.00", "when", "besok 08.00"), ("waktunya: besok", "when", "besok"), ("besok", "when", "besok"),
    ],
)  # fmt: skip
def test_words_that_repeat_the_question_fall_away(typed: str, step: str, meant: str) -> None:
    assert answer(typed, step) == meant


@pytest.mark.parametrize("typed", ["lihat https://contoh.id/x", "alamat contoh.id", "tanya @rina", "t.me"])
def test_where_strangers_are_read_by_others_a_line_holds_no_link(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^link$"):
        unlinked_line(typed, LONGEST)


@pytest.mark.parametrize(
    ("typed", "longest"), [("Kec. Teladan, Kab. Misal", 30), ("A" * PARAGRAPH, PARAGRAPH), ("kontributor", 60)]
)
def test_a_line_without_a_link_is_taken(typed: str, longest: int) -> None:
    assert unlinked_line(typed, longest) == typed
    assert own_line(typed, longest) == typed


@pytest.mark.parametrize("typed", ["status", "Kirim", "rilis ya"])
def test_a_command_is_nobody_s_work_or_area(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^command$"):
        own_line(typed, LONGEST)


@given(st.text(max_size=300) | st.text(alphabet="Rina.id/@ \u200b\u202e\ue000\ud800🌊\n", max_size=40))
def test_any_text_is_one_line_of_what_can_be_seen_or_has_a_reason(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    for judge in (person_name, outlet_name, line):
        try:
            name = judge(text)
        except ValueError as fault:
            assert str(fault) in {"short", "long", "link", "letters", "signs", "courtesy", "command"}  # noqa: PT017 - which of them depends on the text
        else:
            assert name == judge(name) == cleaned(text)
            assert not any(unicodedata.category(each)[0] in "CZ" and each != " " for each in name)
