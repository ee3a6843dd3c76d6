"""Working days, and how people say them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.offices.holiday_lines import Wrong, read
from handlers.sheet import Line
from handlers.when import Misread, read_moment
from handlers.workdays import after, is_workday

WIB, WITA, WIT = (ZoneInfo(f"Asia/{city}") for city in ("Jakarta", "Makassar", "Jayapura"))
OFF = {date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 27)}
TODAY = date(2026, 11, 23)  # a Monday


def test_working_days_leave_out_weekends_and_what_a_decree_names() -> None:
    held = [day for day in range(23, 31) if is_workday(date(2026, 11, day), OFF)]
    assert held == [23, 26, 30]
    for number, plain, decreed in ((0, 23, 23), (1, 24, 26), (2, 25, 30), (3, 26, 31), (4, 27, 32), (5, 30, 33)):
        assert (after(TODAY, number, ()) - TODAY).days == plain - 23
        assert (after(TODAY, number, OFF) - TODAY).days == decreed - 23
    assert [after(date(2026, 11, day), 1, ()).day for day in (27, 28, 29)] == [30, 30, 30]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2 hari kerja lagi 08.00", 30), ("2 hari kerja lagi jam 8", 30), ("dua hari kerja lagi pukul 08.00", 30),
        ("hari kerja berikutnya 08.00", 26), ("hari kerja depan jam 8 pagi", 26), ("1 hari kerja lagi 08.00", 26),
        ("in 2 working days 8am", 30), ("next working day 08:00", 26), ("besok 08.00", 24),
    ],
)  # fmt: skip
@pytest.mark.parametrize("zone", [WIB, WITA, WIT])
def test_moments_by_working_days(typed: str, day: int, zone: ZoneInfo) -> None:
    now = datetime(2026, 11, 23, 7, tzinfo=zone)
    assert read_moment(typed, now, zone, OFF) == datetime(2026, 11, day, 8, tzinfo=zone)


# A year's end with collective leave around Christmas, and what is the next working day at each hour of each day.
LEAVE = {date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1)}
NEXT = {21: "12-22", 22: "12-23", 23: "12-28", 24: "12-28", 25: "12-28", 26: "12-28", 27: "12-28", 28: "12-29", 31: "01-04"}


@pytest.mark.parametrize("zone", [WIB, WITA, WIT])
def test_the_next_working_day_is_the_offices_own_at_any_hour(zone: ZoneInfo) -> None:
    for day, following in NEXT.items():
        year = 2027 if following.startswith("01") else 2026
        for hour in ("00:01", "06:59", "08:00", "16:00", "23:59"):  # of which the first are still yesterday in UTC
            now = datetime.fromisoformat(f"2026-12-{day}T{hour}").replace(tzinfo=zone)
            wanted = datetime.fromisoformat(f"{year}-{following}T09:00").replace(tzinfo=zone)
            assert read_moment("hari kerja berikutnya 09.00", now, zone, LEAVE) == wanted, (zone.key, day, hour)


def test_a_working_day_needs_its_hour() -> None:
    assert read_moment("2 hari kerja lagi", datetime(2026, 11, 23, 7, tzinfo=WIB), WIB) is Misread.NO_TIME


def line(number: int, *cells: str) -> Line:
    return Line(number, cells)


GOOD = line(2, "25/12/2030", "Hari Contoh", "Nasional", "SKB Contoh 1/2029")


def test_a_list_with_titles_or_without_in_any_order() -> None:
    later = line(3, "2030-12-26", "Cuti Bersama Contoh", "cuti bersama", "SKB Contoh 1/2029")
    for lines in ([GOOD, later], [later, GOOD], [line(1, "tanggal", "nama"), later, GOOD, GOOD]):
        assert [(each.day.day, each.kind) for each in read(lines, TODAY)] == [(25, "national"), (26, "leave")]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (line(3, "Desember", "Hari Contoh", "nasional", "SKB 1"), "date"),
        (line(3, "25/12/2030", "", "nasional", "SKB 1"), "name"),
        (line(3, "25/12/2030", "Hari Contoh", "libur sekolah", "SKB 1"), "kind"),
        (line(3, "25/12/2030", "Hari Contoh", "nasional", "SKB"), "decree"),
        (line(3, "25/12/2030"), "name"),
    ],
)
def test_one_wrong_line_and_nothing_is_taken(bad: Line, why: str) -> None:
    with pytest.raises(Wrong) as caught:
        read([GOOD, bad], TODAY)
    assert (caught.value.line, caught.value.why) == (3, why)
    with pytest.raises(Wrong):
        read([line(1, "tanggal", "nama")], TODAY)
