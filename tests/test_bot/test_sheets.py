"""Sheets: what is written is read back, text stays text, and a hostile file costs nothing."""

import csv
import io
import time
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from bot.sheets import PACKED, ROWS, Unreadable, read_rows, read_sheet, write
from handlers.sheet import Sheet, Unread

HEADER = ("nama_media", "telepon", "jumlah", "hari", "kosong")
ROW = ('=HYPERLINK("http://luar.example")', "-0812", 46458, date(2027, 3, 12), None)
SAID: tuple[str, ...] = ('=HYPERLINK("http://luar.example")', "-0812", "46458", "12/03/2027", "")


def _book(*rows: tuple[str, ...]) -> bytes:
    book, held = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]  # a new workbook has a sheet
    book.save(held)
    return held.getvalue()


def _archive(parts: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", way) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def _with_part(name: str, content: bytes) -> bytes:
    """A whole workbook, one part of which is another."""
    with zipfile.ZipFile(io.BytesIO(write("a.xlsx", (Sheet("A", ("nama", "telepon"), [("Contoh", "0812")]),)))) as good:
        return _archive({each: good.read(each) for each in good.namelist()} | {name: content})


@pytest.mark.parametrize("name", ["daftar.xlsx", "daftar.csv"])
def test_what_is_written_is_read_back(name: str) -> None:
    lines = read_rows(write(name, (Sheet("Media/2026", HEADER, [ROW]),)))
    assert [each.number for each in lines] == [1, 2]
    assert lines[0].cells == HEADER
    assert lines[1].cells == SAID[:-1]


def test_text_is_never_a_formula() -> None:
    book = load_workbook(io.BytesIO(write("a.xlsx", (Sheet("A", HEADER, [ROW]),))))
    cell = book.worksheets[0]["A2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    text = write("a.csv", (Sheet("A", HEADER, [ROW]),)).decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(text.splitlines()[1]), delimiter=";"))[:2] == [f"'{ROW[0]}", "'-0812"]


def test_numbers_and_days_are_read_as_people_see_them() -> None:
    book, held = Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    page.append(["a", "b", "c", "d", "e", "f"])
    page.append([853779911976.0, 812345, 0.5, True, datetime(2027, 3, 12), "  dua\n baris "])  # noqa: DTZ001 - as Excel has it
    page["B2"].number_format = "0000000"
    book.save(held)
    assert read_rows(held.getvalue())[1].cells == ("853779911976", "0812345", "0.5", "ya", "12/03/2027", "dua baris")


def test_sheets_that_are_not_read_are_named() -> None:
    rows = [("Contoh", "0812"), ("Misal", "0813")]
    sheets = [Sheet("Petunjuk", ("isi di lembar berikut",), []), *(Sheet(each, ("nama", "hp"), rows) for each in "ABCDE")]
    read = read_sheet(write("a.xlsx", sheets))
    assert (len(read.lines), read.beside) == (3, ("B", "C", "D"))
    assert read_sheet(write("a.xlsx", [*sheets[:2], Sheet("Kosong", ("nama", "hp"), [])])).beside == ()


@pytest.mark.parametrize(
    ("content", "cells"),
    [
        ("nama;situs\nContoh;a.example\n".encode("utf-8-sig"), ("Contoh", "a.example")),
        (b'nama,situs\r\n"Contoh, Kota",a.example\r\n', ("Contoh, Kota", "a.example")),
        (b"sep=|\nnama|situs\nContoh|a.example\n", ("Contoh", "a.example")),
        ("nama\tsitus\nContoh\ta.example\n".encode("utf-16"), ("Contoh", "a.example")),
        ("nama;situs\nJa’far;a.example\n".encode("cp1252"), ("Ja’far", "a.example")),
    ],
)
def test_csv_as_programs_here_write_it(content: bytes, cells: tuple[str, ...]) -> None:
    assert read_rows(content)[-1].cells == cells


SPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BILLION = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">%s]><sst %s><si><t>&z;</t></si></sst>' % (
    b"".join(b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 40) for letter in range(ord("b"), ord("z") + 1)),
    SPACE,
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><sst %s><si><t>&x;</t></si></sst>' % SPACE
)
FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576">'
    b'<c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\0" * (PACKED + 1), Unread.LARGE),
        (_with_part("xl/media/bomb.bin", b"\0" * 41_000_000), Unread.LARGE),
        (_archive({"xl/workbook.xml": b"x"} | {f"{each}": b"" for each in range(600)}), Unread.LARGE),
        (_archive({"xl/workbook.xml": b"\0" * 1_000_000}, zipfile.ZIP_BZIP2), Unread.BROKEN),
        (_archive({"dalam.zip": _archive({"dalam.zip": _archive({"a.xlsx": _book(("a", "b"))})})}), Unread.TYPE),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, Unread.TYPE),
        (b"%PDF-1.7\0 tidak", Unread.TYPE),
        (b"PK\x03\x04 tidak jadi", Unread.BROKEN),
        (_with_part("xl/worksheets/sheet1.xml", b"<worksheet"), Unread.BROKEN),
        (_with_part("xl/sharedStrings.xml", BILLION), Unread.BROKEN),
        (_with_part("xl/sharedStrings.xml", OUTSIDE), Unread.BROKEN),
        (_with_part("xl/worksheets/sheet1.xml", FAR), Unread.EMPTY),
        (b"a;b\n" * (ROWS + 1), Unread.ROWS),
        (b"a;" * 99, Unread.ROWS),
        (b";\n" * 1_000_000, Unread.ROWS),
        (b";;;\n;;;\n", Unread.EMPTY),
        (_book(), Unread.EMPTY),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused_at_once(content: bytes, why: Unread) -> None:
    begun = time.process_time()
    with pytest.raises(Unreadable) as refused:
        read_rows(content)
    assert refused.value.why is why
    assert time.process_time() - begun < 5
