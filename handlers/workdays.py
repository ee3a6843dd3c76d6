"""Working days: neither weekends nor what a decree names; and days that people count by them (rule)."""

import re
from collections.abc import Container
from datetime import date, timedelta

SATURDAY = 5
_AHEAD = re.compile(r"(?:in )?([0-9]{1,2}) (?:hari kerja(?: lagi)?|working days?|workdays?)(?: from now)?(?!\S)")
_NEXT = re.compile(r"(?:hari kerja (?:berikutnya|depan|pertama)|(?:next )?working day)(?!\S)")


def is_workday(day: date, off: Container[date]) -> bool:
    """Whether offices are open."""
    return day.weekday() < SATURDAY and day not in off


def after(day: date, number: int, off: Container[date]) -> date:
    """The working day that is so many after a day."""
    while number > 0:
        day += timedelta(days=1)
        number -= is_workday(day, off)
    return day


def spelled(words: str, today: date, off: Container[date]) -> str:
    """The words with "3 hari kerja lagi" and "hari kerja berikutnya" as the dates that they are."""
    words = _AHEAD.sub(lambda found: after(today, int(found[1]), off).isoformat(), words)
    return _NEXT.sub(lambda _: after(today, 1, off).isoformat(), words)
