"""Holidays as a sheet lists them: the day, its name, national or collective leave, and the decree (rule)."""

from collections.abc import Sequence
from datetime import date

from handlers.sheet import Line
from handlers.when import Misread, read_date
from storage.records import Holiday

NATIONAL, LEAVE = "national", "leave"
KINDS = {
    "nasional": NATIONAL, "libur nasional": NATIONAL, "national": NATIONAL, "libur": NATIONAL,
    "cuti bersama": LEAVE, "cuti": LEAVE, "collective leave": LEAVE, "leave": LEAVE,
}  # fmt: skip
YEARS = range(2020, 2100)


class Wrong(ValueError):
    """A line that cannot be read: its number, and a word for what is wrong with it."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(f"line {line}: {why}")
        self.line, self.why = line, why


def read(lines: Sequence[Line], today: date) -> tuple[Holiday, ...]:
    """All of them, by day. A first line of titles is passed over. Raises Wrong for the first that cannot be read."""
    titled = bool(lines) and isinstance(_day(lines[0], today), Misread)
    found = [_holiday(each, today) for each in lines[titled:]]
    if not found:
        raise Wrong(1, "empty")
    by_day = {each.day: each for each in found}
    return tuple(by_day[day] for day in sorted(by_day))


def _holiday(line: Line, today: date) -> Holiday:
    day, cells = _day(line, today), [*line.cells, "", "", "", ""]
    if isinstance(day, Misread) or day.year not in YEARS:
        raise Wrong(line.number, "date")
    name, kind, decree = (" ".join(each.split())[:200] for each in cells[1:4])
    if not name:
        raise Wrong(line.number, "name")
    if kind.casefold() not in KINDS:
        raise Wrong(line.number, "kind")
    if not any(each.isdigit() for each in decree):
        raise Wrong(line.number, "decree")
    return Holiday(day, name, KINDS[kind.casefold()], decree)


def _day(line: Line, today: date) -> date | Misread:
    return read_date(line.cells[0], today) if line.cells else Misread.NOT_A_MOMENT
