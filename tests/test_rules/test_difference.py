"""What differs between two versions of a release, what "a -> b" asks for, and whether a page says what is right."""

import pytest

from handlers.releases.difference import Change, asked, changes, mended, pairs, points
from handlers.releases.mended import is_mended

ASKED = (
    ("321 KK -> 312 KK", ("321 KK", "312 KK")),
    ("“321 KK” → “312 KK”", ("321 KK", "312 KK")),
    ("ganti 321 KK menjadi 312 KK", ("321 KK", "312 KK")),
    ("321 KK seharusnya 312 KK.", ("321 KK", "312 KK")),
    ("321 households should be 312 households", ("321 households", "312 households")),
    ("312 KK, bukan 321 KK", ("321 KK", "312 KK")),
    ("312 KK not 321 KK", ("321 KK", "312 KK")),
    ("321 KK -> 321 KK", None),
    ("-> 312", None),
    ("312 KK", None),
    ("selesai", None),
    ("", None),
)


@pytest.mark.parametrize(("typed", "wanted"), ASKED)
def test_what_is_asked_for(typed: str, wanted: tuple[str, str] | None) -> None:
    assert asked(typed) == wanted


MENDED = (
    ("Beras untuk 321 KK, 1.321 KK dan 321.000 KK", "321", "312", "Beras untuk 312 KK, 1.321 KK dan 321.000 KK", 1),
    ("321\nKK dan 321 KK.", "321 KK", "312 KK", "312 KK dan 312 KK.", 2),
    ("Bu Siti", "Sit", "Sri", "Bu Siti", 0),
    (r"a\1b", r"a\1b", r"\2", r"\2", 1),
)


@pytest.mark.parametrize(("text", "was", "now", "wanted", "number"), MENDED)
def test_only_whole_words_are_replaced(text: str, was: str, now: str, wanted: str, number: int) -> None:
    assert mended(text, was, now) == (wanted, number)


OLD = ("Beras untuk 321 KK", "Satu dua tiga.\n\nBantuan untuk 321 KK terdampak.\nTamat")
CHANGES = (
    (("Beras untuk 312 KK", OLD[1]), (Change(0, "321 KK", "312 KK"),)),
    ((OLD[0], OLD[1].replace("321", "312")), (Change(2, "321 KK", "312 KK"),)),
    ((OLD[0], OLD[1].replace("Tamat", "Selesai")), (Change(3, "Tamat", "Selesai"),)),
    ((OLD[0], OLD[1].replace(" terdampak.", ".")), (Change(2, "321 KK terdampak", "321 KK"),)),
    ((OLD[0], OLD[1] + "\nTambahan"), (Change(4, "", "Tambahan"),)),
    ((OLD[0], OLD[1].replace("\nTamat", "")), (Change(3, "Tamat", ""),)),
    ((OLD[0], OLD[1].replace("\n\n", "\n")), ()),
    (OLD, ()),
)


@pytest.mark.parametrize(("new", "wanted"), CHANGES)
def test_what_differs(new: tuple[str, str], wanted: tuple[Change, ...]) -> None:
    assert changes(OLD, new) == wanted


NUMBER = ({"paragraph": 2, "was": "321 KK", "now": "312 KK"},)
PAGES = (
    ("Bantuan untuk 312 kepala keluarga", NUMBER, True),
    ("Bantuan untuk 321 kepala keluarga", NUMBER, False),
    ("Bantuan untuk warga", NUMBER, False),  # neither: nobody can tell
    ("312 KK. Ralat: semula tertulis 321 KK", NUMBER, True),
    ("312 KK dan 321 KK", NUMBER, False),
    ("Rp1.312 untuk 1.321 orang", NUMBER, False),
    ("Bantuan", ({"paragraph": 1, "was": "kata ini", "now": ""},), True),
    ("kata ini", ({"paragraph": 1, "was": "kata ini", "now": ""},), False),
)


@pytest.mark.parametrize(("page", "made", "wanted"), PAGES)
def test_whether_a_page_is_mended(page: str, made: tuple[dict[str, str]], wanted: bool) -> None:
    assert is_mended(page, made) is wanted


SEVERAL = (
    ("321 KK -> 312 KK", (("321 KK", "312 KK"),), True),
    ("321 KK -> 312 KK\nMinggu -> Senin", (("321 KK", "312 KK"), ("Minggu", "Senin")), False),
    ("dua\npekan menjadi tiga pekan", (("dua\npekan", "tiga pekan"),), False),
    ("rilis banjir", (), False),
    ("BPBD\nDinas Sosial", (), False),
)


def test_several_changes_stand_on_a_line_each() -> None:
    assert tuple((typed, pairs(typed), points(typed)) for typed, _, _ in SEVERAL) == SEVERAL
