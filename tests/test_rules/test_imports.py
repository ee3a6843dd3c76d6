"""Registers as offices keep them: dirty values, titles elsewhere, merged cells, repetitions; and the way back out."""

import time
from datetime import date

import pytest

from bot.sheets import read_rows, write
from handlers.imports import cells
from handlers.imports.cells import Place
from handlers.imports.columns import Kind, Table, table_in
from handlers.imports.plan import KnownOutlet, Plan, Register, planned
from handlers.sheet import Line, Sheet
from storage.outlets import name_key
from storage.records import Medium

NOBODY = Register({}, {}, frozenset())
SUARA = KnownOutlet(7, "Suara Contoh", Medium.ONLINE, (Place("suaracontoh.id", ""),))
KNOWN = Register(
    {name_key("Suara Contoh"): SUARA, name_key("SC"): SUARA}, {"6281200001111": "Ana Contoh"}, frozenset({("anacontoh", 7)})
)


def lines(text: str) -> tuple[Line, ...]:
    rows = [[each.strip() for each in row.split("|")] for row in text.strip().splitlines()]
    return tuple(Line(number, tuple(row)) for number, row in enumerate(rows, 1) if any(row))


def table(text: str) -> Table:
    found = table_in(lines(text))
    assert found
    return found


def plan(kind: Kind, text: str, register: Register = NOBODY) -> Plan:
    return planned(kind, table(text), register)


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("0853-7799-1976", "6285377991976"), ("+62 853 7799 1976", "6285377991976"), ("6285377991976", "6285377991976"),
        ("85377991976", "6285377991976"), ("0062 853 7799 1976", "6285377991976"), ("+62 (0)853 7799 1976", "6285377991976"),
        ("0812.0000.1111 / 0813", "6281200001111"), ("+60 12-345 6789", "60123456789"), ("-", ""), ("", ""), ("tidak ada", ""),
    ],
)  # fmt: skip
def test_a_phone_in_every_spelling(typed: str, digits: str) -> None:
    assert cells.phone(typed) == digits
    assert cells.phone(cells.shown_phone(digits)) == digits


@pytest.mark.parametrize(
    ("typed", "why"), [("8.53E+11", "digits"), ("8,53779E+11", "digits"), ("12345", "phone"), ("WA saja", "phone")]
)
def test_what_is_no_phone(typed: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        cells.phone(typed)


@pytest.mark.parametrize(("typed", "number"), [("06.00.40,22.MU", "06.00.40.22.MU"), ("kta 1234 / 26", "KTA1234/26"), ("-", "")])
def test_a_card_number(typed: str, number: str) -> None:
    assert cells.card(typed) == number


def test_a_card_in_process_has_no_number() -> None:
    with pytest.raises(ValueError, match="card"):
        cells.card("46 - PROSES")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Aksaranews.co", [Place("aksaranews.co", "")]), ("www.arungmedia.com", [Place("arungmedia.com", "")]),
        ("https://rri.co.id/palembang", [Place("rri.co.id", "/palembang")]),
        ("a.example (sampai 31/12/2023); b.example", [Place("a.example", "", None, date(2023, 12, 31)), Place("b.example", "")]),
        ("-", []), ("tanpa situs", ["site", "site"]), ("https://a.example/2026/11/20/banjir-surut-di-kota.html", ["article"]),
    ],
)  # fmt: skip
def test_the_sites_of_a_cell(typed: str, found: list[object]) -> None:
    assert [place for _, place in cells.places(typed)] == found


TITLES = {
    "plain": "nama_media | website | jenis\nContoh | contoh.example | siber",
    "below a heading": "DAFTAR MEDIA 2026 | |\n | |\nNo | Nama Media | Website | Jenis\n1 | Contoh | contoh.example | siber",
    "in two lines, the upper merged": "Nama Media | Keterangan | |\n | Website | Jenis | HP\nContoh | contoh.example | siber |",
    "of other words": "NAMA | ALAMAT WEB | Jenis Media | NPWP\nContoh | contoh.example | SIBER | 1",
}


@pytest.mark.parametrize("text", TITLES.values(), ids=TITLES)
def test_titles_are_found_wherever_they_stand(text: str) -> None:
    [made] = plan(Kind.OUTLETS, text).outlets
    assert (made.name, made.places, made.medium) == ("Contoh", [Place("contoh.example", "")], Medium.ONLINE)


def test_what_a_sheet_can_be() -> None:
    assert table("nama | hp\nBudi | 08").kinds == (Kind.PEOPLE,)
    assert table("media | web\nA | a").kinds == (Kind.OUTLETS,)
    assert table("nama | media | hp\nBudi | A | 08").kinds == (Kind.PEOPLE,)
    assert table("nama media | website | wartawan | no hp\nA | a | B | 08").kinds == (Kind.OUTLETS, Kind.PEOPLE)
    assert table("nama media | NIB | rekening\nA | 1 | 2").unused == ("NIB", "rekening")
    assert table_in(lines("apa | saja\n1 | 2")) is None


OUTLETS = """
nama media     | website                     | jenis   | nama lain
Teladan Pos    | https://www.Teladan.example | cetak   | Teladan Post
Teladan Pos    | teladan.example             | cetak   |
               | oki.teladan.example         |         |
Suara Contoh   | suaracontoh.id; sc.example  | TV      |
Radio Misal    | suaracontoh.id              | radio   | SC
=1+1           | a.example                   | siber   |
Kabar Misal    | redaksi@kabar.example       |         |
Majalah Misal  | -                           | buletin |
x              |                             | siber   |
"""


def test_what_a_register_of_outlets_would_make() -> None:
    made = plan(Kind.OUTLETS, OUTLETS, KNOWN)
    assert [(each.name, each.id, [place.typed for place in each.places], each.aliases) for each in made.outlets] == [
        ("Teladan Pos", None, ["teladan.example", "oki.teladan.example"], ["Teladan Post"]),
        ("Suara Contoh", 7, ["sc.example"], []),
        ("Radio Misal", None, [], []),
        ("Kabar Misal", None, [], []),
    ]
    assert [(each.line, each.what) for each in made.remarks] == [
        (3, "repeated"), (4, "filled"), (5, "medium_differs"), (6, "taken"), (6, "alias_taken"), (7, "formula"),
        (8, "medium_guessed"), (8, "site"), (9, "medium"), (10, "outlet_name"),
    ]  # fmt: skip
    assert made.left_out == 4


def test_another_name_and_a_name_are_one_outlet_and_a_long_register_takes_no_time() -> None:
    titles = "nama media | website | jenis | nama lain\n"
    two = "Teladan Pos | a.example | cetak | Pos Teladan\nPos Teladan | b.example | cetak |"
    [made] = plan(Kind.OUTLETS, titles + two).outlets
    assert (made.name, [each.host for each in made.places]) == ("Teladan Pos", ["a.example", "b.example"])
    many = "\n".join(f"Media {each} Contoh | m{each}.example | siber | Nama {each} Lain" for each in range(2000))
    begun = time.process_time()
    assert len(plan(Kind.OUTLETS, titles + many).outlets) == 2000
    assert time.process_time() - begun < 1.5  # it is worked out while others wait


PEOPLE = """
Nama Wartawan   | Media        | No. HP/WA       | Jabatan    | Wilayah | No KTA
Budi Contoh     | suara contoh | 0812-0000-2222  | Wartawan   | Kota    | 06.00.40,22.MU
Citra Contoh    |              | 8.53E+11        | kontributor|         | 46 - PROSES
Budi Contoh     | Suara Contoh | 0812 9          |            |         |
Dedi Contoh     | SC           | +62 812 00002222|            |         |
Ana Contoh      | Suara Contoh | 081200001111    |            |         |
Eka Contoh      | Suara Contoh | 0812.0000.1111  |            |         |
Fajar Contoh    | Media Asing  | 0812 0000 3333  |            |         |
12345           | Suara Contoh |                 |            |         |
"""


def test_what_a_register_of_people_would_make() -> None:
    made = plan(Kind.PEOPLE, PEOPLE, KNOWN)
    assert [(each.name, each.phone, each.outlet_id, each.licence) for each in made.people] == [
        ("Budi Contoh", "6281200002222", 7, "06.00.40.22.MU"),
        ("Citra Contoh", "", 7, ""),
    ]
    assert [(each.line, each.what) for each in made.remarks] == [
        (3, "filled"), (3, "digits"), (3, "card"), (4, "phone"), (4, "repeated"), (5, "shared_phone"), (7, "shared_phone"),
        (8, "unknown_outlet"), (9, "person_name"),
    ]  # fmt: skip
    assert (made.unchanged, made.left_out) == (1, 5)


def test_a_sheet_of_a_spreadsheet_program_reads_the_same() -> None:
    header, *rows = [each.cells for each in lines(PEOPLE)]
    for name in ("daftar.xlsx", "daftar.csv"):
        read = table_in(read_rows(write(name, (Sheet("Daftar", header, rows),))))
        assert read
        assert planned(Kind.PEOPLE, read, KNOWN) == plan(Kind.PEOPLE, PEOPLE, KNOWN)
