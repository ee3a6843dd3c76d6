"""Days as people name them in Indonesian and English: "besok", "Senin depan", "24/11", "3 hari lagi" (rule)."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from handlers.grammar import POLITE


def _table(*lines: str) -> dict[str, int]:
    """Words to numbers: each line holds the words of one number, from 0."""
    return {word: number for number, line in enumerate(lines) for word in line.split()}


DAYS = _table(
    "senin sen monday mon", "selasa sel tuesday tue tues", "rabu rab wednesday wed", "kamis kam thursday thu thurs",
    "jumat jum friday fri", "sabtu sab saturday sat", "minggu ming ahad sunday sun",
)  # fmt: skip
MONTHS = _table(
    "", "januari jan january", "februari feb pebruari peb february", "maret mar march", "april apr", "mei may",
    "juni jun june", "juli jul july", "agustus agu agt ags agst agust august aug", "september sep sept",
    "oktober okt october oct", "november nov nop nopember", "desember des december dec",
)  # fmt: skip
OFFSETS = {  # days from today
    "hari ini": 0, "hr ini": 0, "nanti": 0, "ntar": 0, "nti": 0, "today": 0,
    "besok": 1, "bsk": 1, "bsok": 1, "besk": 1, "besuk": 1, "esok": 1, "tomorrow": 1, "tmrw": 1,
    "lusa": 2, "day after tomorrow": 2, "kemarin": -1, "kmrn": -1, "yesterday": -1,
}  # fmt: skip
UNITS = {
    "menit": timedelta(minutes=1), "mnt": timedelta(minutes=1), "minutes": timedelta(minutes=1), "minute": timedelta(minutes=1),
    "min": timedelta(minutes=1), "jam": timedelta(hours=1), "hours": timedelta(hours=1), "hour": timedelta(hours=1),
    "hari": timedelta(days=1), "hr": timedelta(days=1), "hri": timedelta(days=1), "days": timedelta(days=1),
    "day": timedelta(days=1), "mgg": timedelta(weeks=1), "mggu": timedelta(weeks=1), "bln": timedelta(days=30),
    "minggu": timedelta(weeks=1), "pekan": timedelta(weeks=1), "weeks": timedelta(weeks=1), "week": timedelta(weeks=1),
    "bulan": timedelta(days=30), "months": timedelta(days=30), "month": timedelta(days=30),
}  # fmt: skip
NUMBERS = _table(
    "nol", "satu one", "dua two", "tiga three", "empat four", "lima five", "enam six", "tujuh seven", "delapan eight",
    "sembilan nine", "sepuluh ten", "sebelas eleven", "duabelas twelve",
)  # fmt: skip


def one_of(words: Iterable[str]) -> str:
    """A pattern that fits any of the words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


_WHICH = "(?:minggu |pekan )?(?:ini|depan)|(?:next|this) week"
DAY, UNIT = one_of(DAYS), one_of(UNITS)
_MONTH = one_of(MONTHS)
_SAME = tuple((re.compile(pattern), instead) for pattern, instead in (
    ("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0f\ufeff'’ʼ`]", ""),
    (r"[–—−]", "-"),
    (r"(?<![a-z])([ap])\.m\b\.?", r"\1m"),
    (r"(?<=[0-9])(?=[ap]m\b)", " "),
    (r"[;()\[\]*]|(?<![0-9]),|,(?![0-9])|\.(?![0-9])", " "),
    (r"\s+", " "),
    (r"\bdua belas\b", "12"),
    (rf"\b{one_of(NUMBERS)}\b", lambda found: str(NUMBERS[found[0]])),
    (r"\b(?:setengah jam|half an hour)\b", "30 menit"),
    (rf"\b(?:se|an? )({UNIT})\b", r"1 \1"),
    (r"\bdini hari\b", "subuh"),
    (r"\b(?:tonight|this night)\b", "today malam"),
    (r"\b(subuh|pagi|siang|sore|malam) (?:ini|nanti)\b", r"today \1"),
    (r"\bthis (morning|afternoon|evening)\b", r"today \1"),
    (r"\b(?:tanggal|tgl) ?(?=[0-9])", "tgl "),
    (rf"\b(?:hari|hr) (?={DAY}\b|tgl\b)", ""),
    (rf"\b(?:pada|untuk|utk|pd|on|in the|the|tahun|thn|bulan(?= {_MONTH}\b)|tepat|pas)(?: |$)", ""),
))  # fmt: skip
_POLITE = one_of(POLITE - UNITS.keys())
_COURTESY = re.compile(rf"(?: {_POLITE})+$|^(?:{_POLITE} )+")


class Found(NamedTuple):
    """A day in a text: the dates it may be in order, a weekday said beside it, and the words left."""

    days: Sequence[date]
    weekday: int | None
    rest: str
    opens: bool  # the day came first, so that a bare number after it is an hour


def squeezed(text: str) -> str:
    """With single spaces, and none at the ends."""
    return " ".join(text.split())


def simple(text: str) -> str:
    """Lower case, single spaces, one word for each thing, and nothing that carries no meaning. Too long is no moment."""
    words = unicodedata.normalize("NFKC", text).casefold() if len(text) <= 200 else ""
    for pattern, instead in _SAME:
        words = pattern.sub(instead, words)
    return _COURTESY.sub("", squeezed(words))


def length(found: re.Match[str]) -> timedelta:
    """The time that a number and its unit make, as matched in two groups."""
    number, unit = (each for each in found.groups() if each)
    return int(number) * UNITS[unit]


def find_day(words: str, today: date) -> Found | None:
    """The day named in simple words, wherever it stands; None where there is none."""
    for pattern, dates in _FORMS:
        if found := pattern.search(words):
            before, after = words[: found.start()].strip(), words[found.end() :].strip()
            rest = squeezed(f"{before} {after}")
            named = re.search(rf"(?<!\S){DAY}(?!\S)", rest)
            if named:
                rest = squeezed(rest[: named.start()] + rest[named.end() :])
            before = squeezed(re.sub(rf"(?<!\S){DAY}(?!\S)", "", before))
            return Found(dates(found, today), DAYS[named[0]] if named else None, rest, opens=not before)
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
    return (today + length(found),)


def _offset(found: re.Match[str], today: date) -> Sequence[date]:
    return (today + timedelta(days=OFFSETS[found["word"]]),)


def _weekday(found: re.Match[str], today: date) -> Sequence[date]:
    """Weeks start on Monday: "ini" is of this week, "depan" of the next; alone it is the next that comes."""
    wanted, which = DAYS[found["day"]], found["before"] or found["after"] or ""
    this_week = today + timedelta(days=wanted - today.weekday())
    if which in {"ini", "this", "minggu ini", "pekan ini", "this week"}:
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
        (rf"(?P<word>{one_of(OFFSETS)})", _offset),
        (rf"(?:(?P<before>next|this) )?(?P<day>{DAY})(?: (?P<after>{_WHICH}))?", _weekday),
    )
)
