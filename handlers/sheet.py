"""Rows on their way to a sheet or from one: what a job asks of the machinery, which alone touches files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from storage.records import AccountId

Cell = str | int | float | Decimal | date | None  # a moment is given in the office's own time, without its zone


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, its columns' titles, and its rows."""

    name: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class WriteSheets:
    """An errand: sheets written into one file, as the ending of its name says: .xlsx, or .csv for one sheet. Gives a Found."""

    name: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class ReadSheet:
    """An errand: the rows of a sheet behind a handle of an account. Gives a Read."""

    account_id: AccountId
    handle: str
    limit: int  # bytes


class Unread(StrEnum):
    """Why a file gave no rows, named by what to do next."""

    LATER = "later"  # the platform did not give it: send it again
    TYPE = "type"  # no sheet, an old one or one with a password: save it as XLSX or CSV
    LARGE = "large"  # more bytes, packed or unpacked, than any register has
    ROWS = "rows"  # more rows or columns than any register has: send it in parts
    BROKEN = "broken"  # it cannot be opened: save it anew
    EMPTY = "empty"


@dataclass(frozen=True)
class Line:
    """A row that holds something: its number in the sheet, counted from one, and its cells as text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Read:
    """What reading gave: the lines of one sheet and the names of others that were not read; or why there are no lines."""

    lines: tuple[Line, ...] = ()
    fault: Unread | None = None
    beside: tuple[str, ...] = ()
