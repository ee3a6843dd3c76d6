"""The lines of a sheet with stages, as people fill it in."""

from datetime import date

import pytest

from handlers.ledger.lines import Entry, Fault, Problem, read
from handlers.sheet import Line
from storage.records import Stage

TODAY = date(2026, 11, 24)
TWENTIETH = date(2026, 11, 20)


def lines(*rows: str) -> list[Line]:
    return [Line(number, tuple(row.split(";"))) for number, row in enumerate(rows, 1)]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("L-12;direkap;;", Entry(2, 12, Stage.RECAPPED, "", "", None)),
        ("l 12;Ditagih;12/INV;20/11/2026", Entry(2, 12, Stage.INVOICED, "invoice", "12/INV", TWENTIETH)),
        ("12;SPM;0123;20-11-2026", Entry(2, 12, Stage.ORDERED, "SPM", "0123", TWENTIETH)),
        ("L-12;lunas;0456;20 nov 2026", Entry(2, 12, Stage.PAID, "SP2D", "0456", TWENTIETH)),
        ("L-12;paid;0456;2026-11-20", Entry(2, 12, Stage.PAID, "SP2D", "0456", TWENTIETH)),
        ("L-12;dibayar;;20-11-2026", Problem(2, Fault.PAPER, "L-12")),
        ("L-12;dibayar;0456;kapan", Problem(2, Fault.DATE, "kapan")),
        ("L-12;dibayar;0456;1-12-2026", Problem(2, Fault.AHEAD, "1-12-2026")),
        ("L-12;cair?;;", Problem(2, Fault.STAGE, "cair?")),
        ("R-12;direkap;;", Problem(2, Fault.CODE, "R-12")),
        (";direkap;;", Problem(2, Fault.CODE, "")),
    ],
)
def test_a_line_is_read(row: str, found: Entry | Problem) -> None:
    sheet = read(lines("Kode;Tahap;Nomor;Tanggal", row), TODAY)
    assert sheet
    assert (*sheet.entries, *sheet.problems) == (found,)


def test_titles_may_stand_below_others_and_in_any_order() -> None:
    sheet = read(lines("Rekap November", "Tahap;Media;Kode", "direkap;Suara Contoh;L-1", ";Suara Contoh;L-2"), TODAY)
    assert sheet
    assert [each.number for each in sheet.entries] == [1]
    assert sheet.empty == 1


@pytest.mark.parametrize("row", ["nama;telepon", "Kode;Media", "Tahap", ""])
def test_a_sheet_of_something_else_is_none(row: str) -> None:
    assert read(lines(row, "L-1;direkap"), TODAY) is None
