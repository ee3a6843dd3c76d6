"""Days as people name them, wherever they stand in a text. It is Monday 23 November 2026; hours are in test_when.py."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.days import DAYS, MONTHS, OFFSETS, UNITS, find_day, simple

TODAY = date(2026, 11, 23)

# What is typed -> the days it may be, the first first; the first year of a date without one is last year's.
NAMED: dict[str, Sequence[str]] = {
    # from today
    "hari ini": ["2026-11-23"], "nanti": ["2026-11-23"], "besok": ["2026-11-24"], "bsk": ["2026-11-24"], "esok": ["2026-11-24"],
    "lusa": ["2026-11-25"], "kemarin": ["2026-11-22"], "tomorrow": ["2026-11-24"], "yesterday": ["2026-11-22"],
    "the day after tomorrow": ["2026-11-25"], "tonight": ["2026-11-23"], "pagi ini": ["2026-11-23"],
    "this evening": ["2026-11-23"],
    # so many ahead
    "3 hari lagi": ["2026-11-26"], "tiga hari lagi": ["2026-11-26"], "sehari lagi": ["2026-11-24"],
    "seminggu lagi": ["2026-11-30"],
    "2 pekan lagi": ["2026-12-07"], "sebulan lagi": ["2026-12-23"], "in 3 days": ["2026-11-26"], "in a week": ["2026-11-30"],
    "dua belas hari lagi": ["2026-12-05"],
    # weekdays: today's name is today or in a week; weeks begin on Monday
    "senin": ["2026-11-23", "2026-11-30"], "selasa": ["2026-11-24", "2026-12-01"], "jum'at": ["2026-11-27", "2026-12-04"],
    "hari jumat": ["2026-11-27", "2026-12-04"], "minggu": ["2026-11-29", "2026-12-06"], "ahad": ["2026-11-29", "2026-12-06"],
    "friday": ["2026-11-27", "2026-12-04"], "senin ini": ["2026-11-23"], "senin depan": ["2026-11-30"],
    "jumat minggu depan": ["2026-12-04"], "jumat pekan ini": ["2026-11-27"], "next monday": ["2026-11-30"],
    "this friday": ["2026-11-27"], "friday next week": ["2026-12-04"],
    # dates
    "2026-12-01": ["2026-12-01"], "1/12/2026": ["2026-12-01"], "1-12-26": ["2026-12-01"], "1.12.2026": ["2026-12-01"],
    "24/11": ["2025-11-24", "2026-11-24", "2027-11-24"], "24-11": ["2025-11-24", "2026-11-24", "2027-11-24"],
    "24 nov 2026": ["2026-11-24"], "24-Nov-2026": ["2026-11-24"], "24 Nopember 2026": ["2026-11-24"],
    "tanggal 24 bulan november tahun 2026": ["2026-11-24"], "on 24 november 2026": ["2026-11-24"],
    "17 agustus": ["2025-08-17", "2026-08-17", "2027-08-17"], "17 Agst": ["2025-08-17", "2026-08-17", "2027-08-17"],
    "29 februari": [], "29 feb 2028": ["2028-02-29"],
    "tgl 25": ["2026-11-25", "2026-12-25", "2027-01-25", "2027-02-25"], "tanggal 31": ["2026-12-31", "2027-01-31"],
    # no such day
    "31/2/2026": [], "32/1": [], "24/13/2026": [], "0/0": [], "tgl 32": [],
    # as phones type
    "  BESOK ": ["2026-11-24"], "be\u200bsok": ["2026-11-24"], "besok, ya kak": ["2026-11-24"], "24–11–2026": ["2026-11-24"],
    "(24/11/2026)": ["2026-11-24"],
}  # fmt: skip
NO_DAYS = ("", "jam 8", "08.00", "banjir", "R-232", "24", "24/11/2026/1", "besokan", "xbesok", "1,5 hari", "mendung", "monstera")
# A day among other words: what is left, whether the day came first, and the weekday said beside it.
AMONG: dict[str, tuple[str, bool, int | None]] = {
    "besok 08.00": ("08.00", True, None),
    "08.00 besok": ("08.00", False, None),
    "jam 8 besok pagi": ("jam 8 pagi", False, None),
    "senin 24/11/2026 jam 9": ("jam 9", True, 0),
    "24/11/2026 senin jam 9": ("jam 9", True, 0),
    "rilis r-232 besok": ("rilis r-232", False, None),
    "besok selasa": ("", True, 1),
}


def days(typed: str) -> list[str] | None:
    found = find_day(simple(typed), TODAY)
    return None if found is None else [each.isoformat() for each in found.days]


@pytest.mark.parametrize(("typed", "meant"), NAMED.items())
def test_a_day_is_read(typed: str, meant: Sequence[str]) -> None:
    assert days(typed) == meant


@pytest.mark.parametrize("typed", NO_DAYS)
def test_what_names_no_day(typed: str) -> None:
    assert days(typed) is None


@pytest.mark.parametrize(("typed", "left"), AMONG.items())
def test_the_words_around_a_day_are_left(typed: str, left: tuple[str, bool, int | None]) -> None:
    found = find_day(simple(typed), TODAY)
    assert found
    assert (found.rest, found.opens, found.weekday) == left


@pytest.mark.parametrize("word", OFFSETS)
def test_every_word_from_today(word: str) -> None:
    assert days(word) == [(TODAY + timedelta(days=OFFSETS[word])).isoformat()]


@pytest.mark.parametrize("word", DAYS)
def test_every_name_of_a_weekday_is_the_next_that_comes(word: str) -> None:
    [first, second] = [date.fromisoformat(each) for each in days(word) or []]
    assert first.weekday() == DAYS[word]
    assert (timedelta() <= first - TODAY < timedelta(weeks=1), second - first) == (True, timedelta(weeks=1))


@pytest.mark.parametrize("word", MONTHS)
def test_every_name_of_a_month(word: str) -> None:
    assert days(f"5 {word} 2027") == [f"2027-{MONTHS[word]:02}-05"]


@pytest.mark.parametrize(
    "word", sorted({"hari", "hr", "minggu", "pekan", "bulan", "days", "day", "weeks", "week", "months", "month"})
)
def test_every_span_of_days(word: str) -> None:
    said = f"in 2 {word}" if word.endswith(("s", "day", "week", "month")) else f"2 {word} lagi"
    assert days(said) == [(TODAY + 2 * UNITS[word]).isoformat()]


def test_no_weekday_and_no_month_is_without_a_name() -> None:
    assert set(DAYS.values()) == set(range(7))
    assert set(MONTHS.values()) == set(range(1, 13))


@given(st.text(max_size=60), st.dates(date(2, 1, 1), date(9990, 1, 1)))
def test_no_text_raises(text: str, today: date) -> None:
    find_day(simple(text), today)


def test_a_text_too_long_to_be_a_moment_is_none() -> None:
    assert days("besok " * 40) is None
