"""Moments, spans and weekly hours as people type them in Indonesian and English; day before month, always (rule).

Nothing here guesses in silence: whoever asks repeats what was read in full before it counts.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from handlers.grammar import POLITE

LONGEST = timedelta(days=366)
SPAN_MAX = timedelta(days=365)
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


def _table(*lines: str) -> dict[str, int]:
    """Words to numbers: each line holds the words of one number, from 0."""
    return {word: number for number, line in enumerate(lines) for word in line.split()}


ZONES = {"wib": ZoneInfo("Asia/Jakarta"), "wita": ZoneInfo("Asia/Makassar"), "wit": ZoneInfo("Asia/Jayapura")}
DAYS = _table(
    "senin sen monday mon", "selasa sel tuesday tue tues", "rabu rab wednesday wed", "kamis kam thursday thu thurs",
    "jumat jum friday fri", "sabtu sab saturday sat", "minggu ming ahad sunday sun",
)  # fmt: skip
MONTHS = _table(
    "", "januari jan january", "februari feb pebruari peb february", "maret mar march", "april apr", "mei may",
    "juni jun june", "juli jul july", "agustus agu agt ags agust august aug", "september sep sept",
    "oktober okt october oct", "november nov nop nopember", "desember des december dec",
)  # fmt: skip
OFFSETS = {  # days from today
    "hari ini": 0, "hr ini": 0, "nanti": 0, "ntar": 0, "nti": 0, "today": 0,
    "besok": 1, "bsk": 1, "bsok": 1, "besk": 1, "besuk": 1, "esok": 1, "tomorrow": 1, "tmrw": 1,
    "lusa": 2, "day after tomorrow": 2, "kemarin": -1, "kmrn": -1, "yesterday": -1,
}  # fmt: skip
PARTS = {
    "subuh": _Part(5, 0, 5), "pagi": _Part(8, 0, 11), "siang": _Part(12, 10, 16), "sore": _Part(16, 14, 18),
    "malam": _Part(19, 18, 28), "am": _Part(8, 0, 11), "pm": _Part(15, 12, 23), "morning": _Part(8, 0, 11),
    "noon": _Part(12, 12, 12), "afternoon": _Part(15, 12, 18), "evening": _Part(19, 16, 23), "night": _Part(19, 18, 28),
}  # fmt: skip
UNITS = {
    "menit": timedelta(minutes=1), "mnt": timedelta(minutes=1), "minutes": timedelta(minutes=1), "minute": timedelta(minutes=1),
    "min": timedelta(minutes=1), "jam": timedelta(hours=1), "hours": timedelta(hours=1), "hour": timedelta(hours=1),
    "hari": timedelta(days=1), "hr": timedelta(days=1), "days": timedelta(days=1), "day": timedelta(days=1),
    "minggu": timedelta(weeks=1), "pekan": timedelta(weeks=1), "weeks": timedelta(weeks=1), "week": timedelta(weeks=1),
    "bulan": timedelta(days=30), "months": timedelta(days=30), "month": timedelta(days=30),
}  # fmt: skip
NUMBERS = _table(
    "nol", "satu one", "dua two", "tiga three", "empat four", "lima five", "enam six", "tujuh seven", "delapan eight",
    "sembilan nine", "sepuluh ten", "sebelas eleven", "duabelas twelve",
)  # fmt: skip


def _one_of(words: Sequence[str] | dict[str, int] | dict[str, _Part] | dict[str, timedelta]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_WHICH = "(?:minggu |pekan )?(?:ini|depan)|(?:next|this) week"
_DAY, _MONTH, _PART, _UNIT = _one_of(DAYS), _one_of(MONTHS), _one_of(PARTS), _one_of(UNITS)
_SAME = tuple((re.compile(pattern), instead) for pattern, instead in (
    ("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff'’ʼ`]", ""),
    (r"[–—−]", "-"),
    (r"(?<![a-z])([ap])\.m\b\.?", r"\1m"),
    (r"(?<=[0-9])(?=[ap]m\b)", " "),
    (r"[;()\[\]*]|(?<![0-9]),|,(?![0-9])|\.(?![0-9])", " "),
    (r"\s+", " "),
    (r"\bdua belas\b", "12"),
    (rf"\b{_one_of(NUMBERS)}\b", lambda found: str(NUMBERS[found[0]])),
    (r"\b(?:setengah jam|half an hour)\b", "30 menit"),
    (rf"\b(?:se|an? )({_UNIT})\b", r"1 \1"),
    (r"\bdini hari\b", "subuh"),
    (r"\b(?:tonight|this night)\b", "today malam"),
    (r"\b(subuh|pagi|siang|sore|malam) (?:ini|nanti)\b", r"today \1"),
    (r"\bthis (morning|afternoon|evening)\b", r"today \1"),
    (r"\b(?:tanggal|tgl) ?(?=[0-9])", "tgl "),
    (rf"\b(?:hari|hr) (?={_DAY}\b|tgl\b)", ""),
    (rf"\b(?:pada|untuk|utk|pd|on|in the|the|tahun|thn|bulan(?= {_MONTH}\b)|tepat|pas)(?: |$)", ""),
))  # fmt: skip
_COURTESY = re.compile(rf"(?:(?: {_one_of(sorted(POLITE - UNITS.keys()))})+$)|^(?:{_one_of(sorted(POLITE - UNITS.keys()))} )+")
_ZONE = re.compile(r"(?<![a-z])(wib|wita|wit)(?![a-z])")
_LATER = re.compile(rf"(?:([0-9]{{1,4}}) ({_UNIT}) lagi|in ([0-9]{{1,4}}) ({_UNIT}))")
_SPAN = re.compile(rf"(?:selama |for )?([0-9]{{1,4}}) ({_UNIT})")
_WEEKLY = re.compile(rf"(?:tiap|setiap|tiap2|every|each) (?:hari )?({_DAY})(?: (.+))?")
_CLOCK = re.compile(
    rf"(?:(?P<part>{_PART}) ?)?(?P<said>(?:jam|jm|pukul|pkl|pk|at|@)[. :]*)?(?P<half>setengah )?"
    rf"(?:(?P<hour>[0-9]{{1,2}})(?:[.:,](?P<minute>[0-5][0-9])(?:[.:][0-5][0-9])?)?)?(?: ?(?P<later>{_PART}))?"
)


def read_moment(text: str, now: datetime, zone: ZoneInfo) -> datetime | Misread:
    """The moment that `text` names, in UTC and after `now`; or why it names none. WIB, WITA and WIT outweigh `zone`."""
    words, zone = _zoned(_simple(text), zone)
    if whole := _iso(text, zone):
        return _checked(whole, now)
    if later := _LATER.fullmatch(words):
        return _checked(now + _length(later), now)
    today = now.astimezone(zone).date()
    found = _find_day(words, today) or _Found([today + timedelta(days=each) for each in (-1, 0, 1)], None, words, opens=False)
    minutes = _clock(found.rest, bare=found.opens)
    if minutes is None and (found.rest or not words):
        return Misread.NOT_A_MOMENT
    if not found.days:
        return Misread.NO_SUCH_DATE
    if minutes is None:
        return Misread.NO_TIME if max(_likely(found.days, today), default=date.min) >= today else Misread.PAST
    return _soonest(found, minutes, now, zone)


def split_moment(text: str, now: datetime, zone: ZoneInfo) -> tuple[str, datetime | Misread | None]:
    """What `text` says beside a moment at its end or its start, and that moment; None where there is none."""
    places = [found.span() for found in re.compile(r"\S+").finditer(text)]
    tails = [(text[:start].strip(), text[start:]) for start, _ in places[-12:]]
    heads = [(text[end:].strip(), text[:end]) for _, end in reversed(places[:12])]
    for rest, typed in (*tails, *heads):
        moment = read_moment(typed, now, zone)
        if moment is not Misread.NOT_A_MOMENT:
            return rest, moment
    return text.strip(), None


def read_date(text: str, today: date) -> date | Misread:
    """The day that `text` names, past or coming; without a year the nearest one."""
    found = _find_day(_simple(text), today)
    if found is None or found.rest:
        return Misread.NOT_A_MOMENT
    day = min(found.days, key=lambda each: abs(each - today), default=None)
    if day is None or found.weekday not in {None, day.weekday()}:
        return Misread.NO_SUCH_DATE
    return day


def read_span(text: str) -> timedelta | None:
    """A length of time such as "3 hari" or "seminggu", at most 365 days; None for anything else."""
    found = _SPAN.fullmatch(_simple(text))
    length = _length(found) if found else timedelta()
    return length if timedelta() < length <= SPAN_MAX else None


def read_weekly(text: str) -> tuple[int, time] | None:
    """Weekday (Monday is 0) and hour of "tiap senin 08.00"; the hour carries a zone only where one was named."""
    words = _simple(text)
    named = _ZONE.search(words)
    found = _WEEKLY.fullmatch(_squeezed(_ZONE.sub(" ", words)))
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


class _Found(NamedTuple):
    """A day in a text: the dates it may be in order, a weekday said beside it, and the words left."""

    days: Sequence[date]
    weekday: int | None
    rest: str
    opens: bool  # the day came first, so that a bare number after it is an hour


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _simple(text: str) -> str:
    """Lower case, single spaces, one word for each thing, and nothing that carries no meaning. Too long is no moment."""
    words = unicodedata.normalize("NFKC", text).casefold() if len(text) <= 200 else ""
    for pattern, instead in _SAME:
        words = pattern.sub(instead, words)
    return _COURTESY.sub("", _squeezed(words))


def _zoned(words: str, zone: ZoneInfo) -> tuple[str, ZoneInfo]:
    named = _ZONE.search(words)
    return (_squeezed(_ZONE.sub(" ", words)), ZONES[named[1]]) if named else (words, zone)


def _iso(text: str, zone: ZoneInfo) -> datetime | None:
    """A moment as programs write it: 2026-11-24T10:00, with or without its offset."""
    if not re.match(r"\s*[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]", text):
        return None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _length(found: re.Match[str]) -> timedelta:
    number, unit = (each for each in found.groups() if each)
    return int(number) * UNITS[unit]


def _checked(moment: datetime, now: datetime) -> datetime | Misread:
    if moment <= now:
        return Misread.PAST
    return Misread.TOO_FAR if moment - now > LONGEST else moment.astimezone(UTC)


def _soonest(found: _Found, minutes: int, now: datetime, zone: ZoneInfo) -> datetime | Misread:
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
    hours = (typed, typed + 12, typed - 12, typed + 24) if part else (typed,)
    hour = next((each for each in hours if (part.first <= each <= part.last if part else each <= 24)), None)
    minute = int(found["minute"] or 0) - (30 if found["half"] else 0)
    if hour is None or typed > 24 or (typed == 24 and minute > 0) or (found["half"] and (found["minute"] or not typed)):
        return None
    return hour * 60 + minute


def _find_day(words: str, today: date) -> _Found | None:
    for pattern, dates in _FORMS:
        if found := pattern.search(words):
            before, after = words[: found.start()].strip(), words[found.end() :].strip()
            rest = _squeezed(f"{before} {after}")
            named = re.search(rf"(?<!\S){_DAY}(?!\S)", rest)
            if named:
                rest = _squeezed(rest[: named.start()] + rest[named.end() :])
            before = _squeezed(re.sub(rf"(?<!\S){_DAY}(?!\S)", "", before))
            return _Found(dates(found, today), DAYS[named[0]] if named else None, rest, opens=not before)
    return None


def _valid(year: int, month: int, day: int) -> tuple[date, ...]:
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def _any_year(found: re.Match[str], today: date, day: int, month: int) -> Sequence[date]:
    if typed := found["year"]:
        return _valid(int(typed) + (2000 if len(typed) == 2 else 0), month, day)
    return [each for year in (today.year - 1, today.year, today.year + 1) for each in _valid(year, month, day)]


def _numbered(found: re.Match[str], today: date) -> Sequence[date]:
    return _any_year(found, today, int(found["day"]), int(found["month"]))


def _named(found: re.Match[str], today: date) -> Sequence[date]:
    return _any_year(found, today, int(found["day"]), MONTHS[found["month"]])


def _of_month(found: re.Match[str], today: date) -> Sequence[date]:
    """The day of this month or of one of the next, where they have it."""
    months = (divmod(today.year * 12 + today.month - 1 + ahead, 12) for ahead in range(4))
    days = (each for year, month in months for each in _valid(year, month + 1, int(found["day"])))
    return [each for each in days if each >= today]


def _ahead(found: re.Match[str], today: date) -> Sequence[date]:
    return (today + _length(found),)


def _offset(found: re.Match[str], today: date) -> Sequence[date]:
    return (today + timedelta(days=OFFSETS[found["word"]]),)


def _weekday(found: re.Match[str], today: date) -> Sequence[date]:
    """Weeks start on Monday: "ini" is of this week, "depan" of the next; alone it is the next that comes."""
    wanted, which = DAYS[found["day"]], found["before"] or found["after"] or ""
    this_week = today + timedelta(days=wanted - today.weekday())
    if which in {"ini", "this", "minggu ini", "this week"}:
        return (this_week,)
    if which:
        return (this_week + timedelta(weeks=1),)
    coming = today + timedelta(days=(wanted - today.weekday()) % 7)
    return (coming, coming + timedelta(weeks=1))


# Ways to name a day, the most telling first.
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Sequence[date]]], ...] = tuple(
    (re.compile(rf"(?<!\S)(?:tgl )?{pattern}(?!\S)"), dates)
    for pattern, dates in (
        (r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})", _numbered),
        (r"(?P<day>[0-9]{1,2})(?P<mark>[/.-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4}|[0-9]{2})", _numbered),
        (r"(?P<day>[0-9]{1,2})[/-](?P<month>[0-9]{1,2})(?P<year>)", _numbered),
        (rf"(?P<day>[0-9]{{1,2}})[ -]?(?P<month>{_MONTH})(?:[ -](?P<year>[0-9]{{4}}))?", _named),
        (r"(?<=tgl )(?P<day>[0-9]{1,2})", _of_month),
        (r"([0-9]{1,3}) (hari|hr|minggu|pekan|bulan) lagi", _ahead),
        (r"in ([0-9]{1,3}) (days?|weeks?|months?)", _ahead),
        (rf"(?P<word>{_one_of(tuple(OFFSETS))})", _offset),
        (rf"(?:(?P<before>next|this) )?(?P<day>{_DAY})(?: (?P<after>{_WHICH}))?", _weekday),
    )
)
