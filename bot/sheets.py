"""The one place that reads and writes sheets, XLSX and CSV. What comes in is a stranger's, so everything has its bound.

A formula is never computed and never written: of a cell that has one its last value is read, and text that a program
could take for a formula is written so that it stays text.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Final

from handlers.sheet import Cell, Line, Read, Sheet, Unread

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as WholeCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    Seen = WholeCell | MergedCell | EmptyCell | ReadOnlyCell

PACKED: Final = 5_000_000  # bytes of a file; a register of a thousand people has a tenth of a megabyte
UNPACKED: Final = 40_000_000  # bytes of all its parts together
PARTS: Final = 500  # files within a workbook
ROWS: Final = 5_000  # that hold something
BOUNDED: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # of others a few bytes are unpacked to any size at once
DEEPEST: Final = 20_000  # rows that are looked at: some programs format a million empty ones
COLUMNS: Final = 60
LONGEST: Final = 500  # characters of a cell
TALLEST: Final = 10  # lines that are looked at to find what separates the columns, or whether another sheet has any
NAMED: Final = 3  # other sheets that are named
SHEET_NAME: Final = 31  # characters of a sheet's name
WIDEST: Final = 430  # pixels of a column's width, some sixty letters
PADDING: Final = 7  # of them beside the text
MOMENT: Final = 130  # pixels of a day with its hour
OLE: Final = b"\xd0\xcf\x11\xe0"  # an old workbook, or a new one with a password
ZEROS: Final = re.compile(r"0{2,}")
RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
PLAIN: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
SEPARATORS: Final = ";,\t|"
BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class Unreadable(ValueError):
    """A file that gives no rows, and why."""

    def __init__(self, why: Unread) -> None:
        super().__init__(why)
        self.why = why


def write(name: str, sheets: Sequence[Sheet]) -> bytes:
    """A file of sheets, as the ending of its name says. ValueError for several sheets in a CSV."""
    if not name.lower().endswith(".csv"):
        return write_xlsx(sheets)
    if len(sheets) != 1:
        raise ValueError("a CSV holds one sheet")
    return write_csv(sheets[0])


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook: bold titles that stay in sight, filters, widths that fit, and text that is no formula."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - not needed where no sheet is written

    held = io.BytesIO()
    with Workbook(held, PLAIN) as book:
        formats = {
            name: book.add_format(given)
            for name, given in {
                "title": {"bold": True}, "text": {}, "risky": {"quote_prefix": True}, "day": {"num_format": "dd/mm/yyyy"},
                "moment": {"num_format": "dd/mm/yyyy hh:mm"}, "text long": {"text_wrap": True},
                "risky long": {"quote_prefix": True, "text_wrap": True},
            }.items()
        }  # fmt: skip
        for each in sheets:
            _fill(book.add_worksheet(re.sub(r"[\[\]:*?/\\']", " ", each.name)[:SHEET_NAME]), each, formats)
    return held.getvalue()


def _fill(page: "Worksheet", sheet: Sheet, formats: "dict[str, Format]") -> None:
    page.write_row(0, 0, sheet.header, formats["title"])
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            _put(page, number, column, cell, formats)
    page.freeze_panes(1, 0)
    if sheet.rows and sheet.header:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
    for column in {number for row in sheet.rows for number, cell in enumerate(row) if isinstance(cell, datetime)}:
        page.set_column_pixels(column, column, MOMENT)  # the fitting knows of days only
    page.autofit(WIDEST)


def _put(page: "Worksheet", row: int, column: int, cell: Cell, formats: "dict[str, Format]") -> None:
    from xlsxwriter.utility import xl_pixel_width  # noqa: PLC0415 - not needed where no sheet is written

    if isinstance(cell, date):
        page.write_datetime(row, column, cell, formats["moment" if isinstance(cell, datetime) else "day"])
    elif isinstance(cell, str):
        long = (
            " long" if xl_pixel_width(cell) > WIDEST - PADDING else ""
        )  # it goes on in lines below, instead of behind the next column
        page.write_string(row, column, cell, formats[("risky" if cell.startswith(RISKY) else "text") + long])
    elif cell is not None:
        page.write_number(row, column, cell)


def write_csv(sheet: Sheet) -> bytes:
    """A CSV as programs here open it: UTF-8 with its mark, separated by semicolons, and text that is no formula."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, delimiter=";")
    writer.writerows([_plain(cell) for cell in row] for row in (sheet.header, *sheet.rows))
    return held.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y %H:%M}" if isinstance(cell, datetime) else f"{cell:%d/%m/%Y}"
    text = "" if cell is None else str(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(RISKY) else text


def read_sheet(content: bytes) -> Read:
    """The first sheet of a file that holds rows, as text, and what others are called that do. What it is decides its content.

    Raises Unreadable. Blocking, for seconds at most.
    """
    if len(content) > PACKED:
        raise Unreadable(Unread.LARGE)
    if content.startswith(OLE):
        raise Unreadable(Unread.TYPE)
    rows, beside = _of_book(content) if content.startswith(b"PK") else (_rows_of_text(content), ())
    lines = tuple(_held(rows))
    if not lines:
        raise Unreadable(Unread.EMPTY)
    return Read(lines, beside=beside)


def read_rows(content: bytes) -> tuple[Line, ...]:
    """The rows of a file that is known to have one sheet. Raises Unreadable."""
    return read_sheet(content).lines


def _held(rows: Iterable[Sequence[str]]) -> Iterator[Line]:
    """The rows that hold something, with their numbers, as far as a register goes."""
    found = 0
    for number, row in enumerate(rows, 1):
        cells = _trimmed([" ".join(each.split())[:LONGEST] for each in row])
        if cells:
            found += 1
            yield Line(number, cells)
        if found > ROWS or number > DEEPEST or len(cells) > COLUMNS:
            raise Unreadable(Unread.ROWS)


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    """Without the empty cells behind the last that holds something."""
    return tuple(cells[: max((number for number, each in enumerate(cells, 1) if each), default=0)])


def _of_book(content: bytes) -> tuple[Sequence[Sequence[str]], tuple[str, ...]]:
    """The rows of the first sheet that has any, and the names of the next that have some as well."""
    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and not needed where no workbook is read

    _weigh(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        found: list[list[str]] = []
        beside: list[str] = []
        for page in (each for each in book.worksheets if each.sheet_state == "visible"):
            page.reset_dimensions()  # what a file says of its own size need not be true
            deep = TALLEST if found else DEEPEST + 1
            rows = [[_text(cell) for cell in row] for row in islice(page.iter_rows(max_col=COLUMNS + 1), deep)]
            if sum(any(row) for row in rows) > 1:
                found, beside = found or rows, [*beside, page.title[:SHEET_NAME]] if found else []
            if len(beside) == NAMED:
                break
        return found, tuple(beside)
    except Exception as fault:  # a broken workbook can make its reader raise anything
        raise Unreadable(Unread.BROKEN) from fault


def _weigh(content: bytes) -> None:
    """What an archive unpacks to is known before anything of it is unpacked; no more than it said is ever read of a part."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            parts = opened.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as fault:
        raise Unreadable(Unread.BROKEN) from fault
    if not any(each.filename == "xl/workbook.xml" for each in parts) or any(each.flag_bits & 1 for each in parts):
        raise Unreadable(Unread.TYPE)
    if any(each.compress_type not in BOUNDED for each in parts):
        raise Unreadable(Unread.BROKEN)
    if len(parts) > PARTS or sum(each.file_size for each in parts) > UNPACKED:
        raise Unreadable(Unread.LARGE)


def _text(cell: "Seen") -> str:
    """A cell as people see it: a whole number without a point, with the zeros that its format shows; a day as dd/mm/yyyy."""
    value = cell.value
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, (int, float, Decimal)):
        whole = f"{value:.0f}" if value == int(value) else str(value)
        form = str(cell.number_format)
        return whole.zfill(len(form)) if ZEROS.fullmatch(form) else whole
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}" if value.time() == time.min else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)


def _rows_of_text(content: bytes) -> Iterator[Sequence[str]]:
    text = _decoded(content)
    if "\0" in text or not any(sign in text for sign in SEPARATORS + "\n"):
        raise Unreadable(Unread.TYPE)
    lines, first = text.splitlines(keepends=True), text[:6].lower()
    if first.startswith("sep="):  # Excel's own note
        separator, skipped = text[4], 1
    else:
        separator, skipped = _separator(lines), 0
    try:
        reader = csv.reader(lines[skipped:], delimiter=separator)
        rows: list[list[str]] = [[]] * skipped + list(islice(reader, DEEPEST + 1))
        for row in rows:
            yield [each[1:] if each.startswith("'") and each[1:].startswith(RISKY) else each for each in row]
    except csv.Error as fault:
        raise Unreadable(Unread.BROKEN) from fault


def _decoded(content: bytes) -> str:
    marked = next((name for mark, name in BOMS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(marked)
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _separator(lines: Sequence[str]) -> str:
    """The sign that cuts most of the first lines into most pieces."""
    first = [each for each in lines if each.strip()][:TALLEST]

    def pieces(sign: str) -> int:
        return sum(len(row) - 1 for row in csv.reader(first, delimiter=sign))

    return max(SEPARATORS, key=pieces)
