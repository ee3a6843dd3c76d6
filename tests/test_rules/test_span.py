"""The days that a summary is asked for, as officials type them, on Wednesday 25 November 2026."""

from datetime import date

import pytest

from handlers.span import asked

TODAY = date(2026, 11, 25)
DAYS: dict[str, tuple[str, str] | None] = {
    "": ("2026-11-24", "2026-11-24"),
    "kemarin": ("2026-11-24", "2026-11-24"),
    "yesterday": ("2026-11-24", "2026-11-24"),
    "hari ini": ("2026-11-25", "2026-11-25"),
    "24/11": ("2026-11-24", "2026-11-24"),
    "1/11/2026": ("2026-11-01", "2026-11-01"),
    "20 november": ("2026-11-20", "2026-11-20"),
    "31/12/2025": ("2025-12-31", "2025-12-31"),
    "28/2": ("2026-02-28", "2026-02-28"),
    "tanggal 24": ("2026-11-24", "2026-11-24"),
    "tgl 30": ("2026-10-30", "2026-10-30"),
    "senin": ("2026-11-23", "2026-11-23"),
    "Senin kemarin ya": ("2026-11-23", "2026-11-23"),
    "last monday": ("2026-11-23", "2026-11-23"),
    "rabu": ("2026-11-18", "2026-11-18"),  # today is no Wednesday that has been
    "minggu": ("2026-11-22", "2026-11-22"),  # a weekday of that name
    "minggu ini": ("2026-11-23", "2026-11-25"),
    "this week": ("2026-11-23", "2026-11-25"),
    "pekan lalu": ("2026-11-16", "2026-11-22"),
    "minggu kemarin": ("2026-11-16", "2026-11-22"),
    "bulan ini": ("2026-11-01", "2026-11-25"),
    "bulan lalu": ("2026-10-01", "2026-10-31"),
    "last month": ("2026-10-01", "2026-10-31"),
    "oktober": ("2026-10-01", "2026-10-31"),
    "november": ("2026-11-01", "2026-11-25"),
    "bulan desember": ("2025-12-01", "2025-12-31"),
    "oktober 2025": ("2025-10-01", "2025-10-31"),
    "oktober 2027": None,
    "besok": None,
    "26/11": None,
    "31/2": None,
    "senin depan": None,
    "tgl 32": None,
    "banjir": None,
    "kemarin banjir": None,
    "x" * 500: None,
}


@pytest.mark.parametrize("typed", DAYS)
def test_the_days_that_are_meant(typed: str) -> None:
    wanted = DAYS[typed]
    assert asked(typed, TODAY) == (wanted and tuple(map(date.fromisoformat, wanted)))


def test_last_month_of_january_is_december() -> None:
    assert asked("bulan lalu", date(2026, 1, 31)) == (date(2025, 12, 1), date(2025, 12, 31))
