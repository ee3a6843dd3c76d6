"""Rule: the days that *ringkasan* and *status* are asked for: one day, a week or a month, always in the past."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from handlers.days import DAYS, MONTHS, find_day, one_of, simple


class Span(NamedTuple):
    """The first day and the last."""

    first: date
    last: date


RECENT = timedelta(days=300)
_LAST = r"(?:lalu|kemarin|kmrn|yang lalu|yg lalu)"
_MONTH = re.compile(rf"(?:bulan |month of )?(?P<month>{one_of(MONTHS)})(?: (?P<year>20[0-9]{{2}}))?")
_WEEKDAY = re.compile(rf"(?:last )?(?P<day>{one_of(DAYS)})(?: {_LAST}| ini)?")
_NUMBER = re.compile(r"tgl (?P<day>[0-9]{1,2})")


def asked(text: str, today: date) -> Span | None:
    """The days that are meant; yesterday where nothing is said, None where it is not understood or yet to come."""
    if not text.strip():
        return _one(today - timedelta(days=1))
    words = simple(text)
    for pattern, days in SPANS:
        if pattern.fullmatch(words):
            return days(today)
    named = _MONTH.fullmatch(words)
    return _named(named, today) if named else _day(words, today)


def _one(day: date) -> Span:
    return Span(day, day)


def _week(back: int) -> Callable[[date], Span]:
    """Weeks begin on Monday; the present one ends today."""

    def days(today: date) -> Span:
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return Span(monday, min(today, monday + timedelta(days=6)))

    return days


def _month(first: date, today: date) -> Span | None:
    after = (first + timedelta(days=31)).replace(day=1)
    return Span(first, min(today, after - timedelta(days=1))) if first <= today else None


def _last_month(today: date) -> Span | None:
    return _month((today.replace(day=1) - timedelta(days=1)).replace(day=1), today)


def _named(found: re.Match[str], today: date) -> Span | None:
    """The last month of that name, this one included."""
    month = MONTHS[found["month"]]
    year = int(found["year"] or today.year - (month > today.month))
    return _month(date(year, month, 1), today)


def _day(words: str, today: date) -> Span | None:
    """The latest such day that is not ahead; a weekday alone is never today."""
    weekday = _WEEKDAY.fullmatch(words)
    if weekday:
        return _one(today - timedelta(days=(today.weekday() - DAYS[weekday["day"]]) % 7 or 7))
    numbered = _NUMBER.fullmatch(words)
    if numbered:
        days = [today - timedelta(days=back) for back in range(62)]
        return next((_one(each) for each in days if each.day == int(numbered["day"])), None)
    found = find_day(words, today)
    if found is None or found.rest:
        return None
    past = [each for each in found.days if each <= today]
    # Without a year, what lies almost a year back was meant as a day to come.
    return _one(max(past)) if past and (len(found.days) == 1 or today - max(past) < RECENT) else None


SPANS: tuple[tuple[re.Pattern[str], Callable[[date], Span | None]], ...] = (
    (re.compile(r"(?:minggu|pekan|mgg) ini|this week"), _week(0)),
    (re.compile(rf"(?:minggu|pekan|mgg) {_LAST}|last week"), _week(1)),
    (re.compile(r"(?:bulan|bln) ini|this month"), lambda today: _month(today.replace(day=1), today)),
    (re.compile(rf"(?:bulan|bln) {_LAST}|last month"), _last_month),
)
