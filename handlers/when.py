"""Moments, spans and weekly hours as people type them in Indonesian and English; day before month, always (rule).

Nothing here guesses in silence: whoever asks repeats what was read in full before it counts.
"""

import re
from collections.abc import Container, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from handlers.days import DAY, DAYS, UNIT, Found, find_day, length, one_of, simple, squeezed
from handlers.workdays import spelled

LONGEST = timedelta(days=366)
SPAN_MAX = timedelta(days=365)
END_OF_TIME = 253_402_300_800  # seconds: the year 10000
RECENT = timedelta(days=60)  # a date without a year that has just passed is a slip, not next year


class Misread(StrEnum):
    """Why a text is no moment that can be used."""

    NOT_A_MOMENT = "not_a_moment"
    PAST = "past"
    NO_TIME = "no_time"  # a day without an hour
    NO_SUCH_DATE = "no_such_date"  # 31/2, or a Monday that is a Tuesday
    TOO_FAR = "too_far"


class _Part(NamedTuple):
    """A part of the day: its hour when none is said, and the hours it spans. Night goes on past midnight."""

    usual: int
    first: int
    last: int


def moment_of(version: str) -> datetime | None:
    """The moment that a button carries, in seconds; None where it carries none, or one that no calendar has."""
    carried = int(version) if version.isdecimal() else 0
    return datetime.fromtimestamp(carried, UTC) if 0 < carried < END_OF_TIME else None


ZONES = {"wib": ZoneInfo("Asia/Jakarta"), "wita": ZoneInfo("Asia/Makassar"), "wit": ZoneInfo("Asia/Jayapura")}
PARTS = {
    "subuh": _Part(5, 0, 5), "pagi": _Part(8, 0, 11), "siang": _Part(12, 10, 16), "sore": _Part(16, 14, 18),
    "malam": _Part(19, 18, 28), "malem": _Part(19, 18, 28), "am": _Part(8, 0, 11), "pm": _Part(15, 12, 23),
    "morning": _Part(8, 0, 11),
    "noon": _Part(12, 12, 12), "afternoon": _Part(15, 12, 18), "evening": _Part(19, 16, 23), "night": _Part(19, 18, 28),
}  # fmt: skip
_PART = one_of(PARTS)
_ZONE = re.compile(r"(?<![a-z])(wib|wita|wit)(?![a-z])")
_LATER = re.compile(rf"(?:([0-9]{{1,4}}) ({UNIT}) lagi|in ([0-9]{{1,4}}) ({UNIT}))")
_SPAN = re.compile(rf"(?:selama |for )?([0-9]{{1,4}}) ?({UNIT})")
_UNTIL = re.compile(r"(?:sampai|sampe|smp|hingga|s/d|sd|until|till|til)(?: dengan| dgn)? (.+)")
_WEEKLY = re.compile(rf"(?:tiap|setiap|tiap2|every|each) (?:hari )?({DAY})(?: (.+))?")
_CLOCK = re.compile(
    rf"(?:(?P<part>{_PART}) ?)?(?P<said>(?:jam|jm|pukul|pkl|pk|at|@)[. :]*)?(?P<half>setengah )?"
    rf"(?:(?P<hour>[0-9]{{1,2}})(?:[.:,](?P<minute>[0-5][0-9])(?:[.:][0-5][0-9])?)?)?(?: ?(?P<later>{_PART}))?"
)


def read_moment(text: str, now: datetime, zone: ZoneInfo, off: Container[date] = ()) -> datetime | Misread:
    """The moment that `text` names, in UTC and after `now`; or why it names none. WIB, WITA and WIT outweigh `zone`.

    `off` are the days that are no working days, beside weekends.
    """
    words, zone = _zoned(simple(text), zone)
    if whole := _iso(text, zone):
        return _checked(whole, now)
    if later := _LATER.fullmatch(words):
        return _checked(now + length(later), now)
    today = now.astimezone(zone).date()
    words = spelled(words, today, off)
    found = find_day(words, today) or Found([today + timedelta(days=each) for each in (-1, 0, 1)], None, words, opens=False)
    minutes = _clock(found.rest, bare=found.opens)
    if minutes is None and (found.rest or not words):
        return Misread.NOT_A_MOMENT
    if not found.days:
        return Misread.NO_SUCH_DATE
    if minutes is None:
        return Misread.NO_TIME if max(_likely(found.days, today), default=date.min) >= today else Misread.PAST
    return _soonest(found, minutes, now, zone)


def split_moment(text: str, now: datetime, zone: ZoneInfo, off: Container[date] = ()) -> tuple[str, datetime | Misread | None]:
    """What `text` says beside a moment at its end or its start, and that moment; None where there is none."""
    places = [found.span() for found in re.compile(r"\S+").finditer(text)]
    tails = [(text[:start].strip(), text[start:]) for start, _ in places[-12:]]
    heads = [(text[end:].strip(), text[:end]) for _, end in reversed(places[:12])]
    for rest, typed in (*tails, *heads):
        moment = read_moment(typed, now, zone, off)
        if moment is not Misread.NOT_A_MOMENT:
            return rest, moment
    return text.strip(), None


def read_date(text: str, today: date) -> date | Misread:
    """The day that `text` names, past or coming; without a year the nearest one."""
    found = find_day(simple(text), today)
    if found is None or found.rest:
        return Misread.NOT_A_MOMENT
    day = min(found.days, key=lambda each: abs(each - today), default=None)
    if day is None or found.weekday not in {None, day.weekday()}:
        return Misread.NO_SUCH_DATE
    return day


def read_end(text: str, now: datetime, zone: ZoneInfo, opens: time) -> datetime | Misread:
    """When "3 hari" or "sampai Senin" is over, at most 365 days from now; a day without an hour is over when it `opens`."""
    words = simple(text)
    if span := _SPAN.fullmatch(words):
        return _ended(now, length(span))
    until = _UNTIL.fullmatch(words)
    end = read_moment(until[1], now, zone) if until else Misread.NOT_A_MOMENT
    if until and end is Misread.NO_TIME:
        end = read_moment(f"{until[1]} {opens:%H.%M}", now, zone)
    return end if isinstance(end, Misread) else _ended(now, end - now)


def _ended(now: datetime, span: timedelta) -> datetime | Misread:
    if span <= timedelta():
        return Misread.NOT_A_MOMENT
    return Misread.TOO_FAR if span > SPAN_MAX else now + span


def read_weekly(text: str) -> tuple[int, time] | None:
    """Weekday (Monday is 0) and hour of "tiap senin 08.00"; the hour carries a zone only where one was named."""
    words = simple(text)
    named = _ZONE.search(words)
    found = _WEEKLY.fullmatch(squeezed(_ZONE.sub(" ", words)))
    minutes = _clock(found[2] or "", bare=True) if found else None
    if found is None or minutes is None:
        return None
    days, rest = divmod(minutes, 24 * 60)
    return (DAYS[found[1]] + days) % 7, time(*divmod(rest, 60), tzinfo=ZONES[named[1]] if named else None)


def next_weekly(weekday: int, at: time, after: datetime, zone: ZoneInfo) -> datetime:
    """The first such hour after a moment, in UTC; in the hour's own zone where it carries one."""
    local = after.astimezone(at.tzinfo or zone)
    day = local.date() + timedelta(days=(weekday - local.weekday()) % 7)
    moments = (datetime.combine(day + timedelta(weeks=week), at, local.tzinfo).astimezone(UTC) for week in (0, 1, 2))
    return next(moment for moment in moments if moment > after)


def _zoned(words: str, zone: ZoneInfo) -> tuple[str, ZoneInfo]:
    named = _ZONE.search(words)
    return (squeezed(_ZONE.sub(" ", words)), ZONES[named[1]]) if named else (words, zone)


def _iso(text: str, zone: ZoneInfo) -> datetime | None:
    """A moment as programs write it: 2026-11-24T10:00, with or without its offset."""
    if not re.match(r"\s*[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]", text):
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _checked(moment: datetime, now: datetime) -> datetime | Misread:
    if moment <= now:
        return Misread.PAST
    return Misread.TOO_FAR if moment - now > LONGEST else moment.astimezone(UTC)


def _soonest(found: Found, minutes: int, now: datetime, zone: ZoneInfo) -> datetime | Misread:
    """The first of the days whose hour is still to come."""
    whole, rest = divmod(minutes, 24 * 60)
    for day in _likely(found.days, now.astimezone(zone).date()):
        moment = datetime.combine(day + timedelta(days=whole), time(*divmod(rest, 60)), zone)
        if moment > now:
            return Misread.NO_SUCH_DATE if found.weekday not in {None, day.weekday()} else _checked(moment, now)
    return Misread.PAST


def _likely(days: Sequence[date], today: date) -> Sequence[date]:
    """The days that can be meant: a date that has just passed is not meant for next year, a weekday is for next week."""
    near = [day for day in days if day >= today - RECENT]
    return [min(day, today + LONGEST * 2) for day in near if day - near[0] <= timedelta(weeks=1)]


def _clock(words: str, *, bare: bool) -> int | None:
    """Minutes from the start of the day, past 24 hours for the small hours of a night; None for no hour.

    `bare`: a number alone is an hour too.
    """
    found = _CLOCK.fullmatch(words)
    if not found or not (found["hour"] or found["part"] or found["later"]) or (found["part"] and found["later"]):
        return None
    part = PARTS.get(found["part"] or found["later"] or "")
    if not found["hour"]:
        return part.usual * 60 if part and not found["half"] else None
    if not (bare or part or any(found[each] for each in ("said", "half", "minute"))):
        return None
    typed = int(found["hour"])
    hours = (typed, typed + 12, typed + 24, 0 if typed == 12 else typed) if part else (typed,)
    hour = next((each for each in hours if (part.first <= each <= part.last if part else each <= 24)), None)
    minute = int(found["minute"] or 0) - (30 if found["half"] else 0)
    if hour is None or typed > 24 or (typed == 24 and minute > 0) or (found["half"] and (found["minute"] or not typed)):
        return None
    return hour * 60 + minute
