"""Rule: moments as news sites write them, in Indonesian, English or for programs; day before month, always."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final, NamedTuple

from handlers.days import MONTHS, one_of, squeezed
from handlers.when import ZONES

LONGEST: Final = 300  # characters that are looked at
EARLIEST, LATEST = 1995, 2100  # years
MONTH: Final = one_of(name for name in MONTHS if name)


SAME: Final = timedelta(days=1)  # by which two marks of one page may differ without contradiction


class Moment(NamedTuple):
    """When something was published, in UTC; the beginning of the day where the hour is not said."""

    at: datetime
    precise: bool


# Ways to write a day, the most telling first.
DAYS: Final = tuple(
    re.compile(rf"(?<![0-9a-z]){pattern}(?![0-9a-z])")
    for pattern in (
        r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})",
        rf"(?P<day>[0-9]{{1,2}})[ -]*(?P<named>{MONTH})\.?,?[ -]*(?P<year>[0-9]{{4}})",
        rf"(?P<named>{MONTH})\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}})",
        r"(?P<day>[0-9]{1,2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4}|[0-9]{2})",
    )
)
T: Final = re.compile(r"(?<=[0-9])t(?=[0-9]{2}:)")
CLOCK: Final = re.compile(
    r"(?<![0-9.:+-])(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-5][0-9])(?:[.:](?P<second>[0-5][0-9])(?:[.,][0-9]+)?)?"
    r"(?![0-9])(?: ?(?P<half>[ap])\.?m\b)?"
)
OFFSET: Final = re.compile(
    r"(?:(?<=[0-9])|(?<=[0-9] )|(?:gmt|utc) ?)(?P<sign>[+-])(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?(?![0-9])"
)
NAMED_ZONE: Final = re.compile(rf"(?<![a-z]){one_of(ZONES)}(?![a-z])")
UNIVERSAL: Final = re.compile(r"(?<=[0-9])z\b|\b(?:utc|gmt)\b")

YEAR, MONTH_NUMBER, DAY = r"(?P<year>20[0-9]{2})", r"(?P<month>[01][0-9])", r"(?P<day>[0-3][0-9])"
TIME: Final = r"(?P<hour>[0-2][0-9])(?P<minute>[0-5][0-9])[0-5][0-9]"
# Where addresses hold their day, and some the hour: /2026/11/23/160512 or /20261123160512-12-766040/.
IN_PATH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"/{YEAR}/{MONTH_NUMBER}/{DAY}/{TIME}(?:[0-9]{{3}})?/",
        rf"[/-]{YEAR}{MONTH_NUMBER}{DAY}{TIME}(?![0-9])",
        rf"/{YEAR}(?P<mark>[/-])(?P<month>[01]?[0-9])(?P=mark)(?P<day>[0-3]?[0-9])(?=[/-]|$)",
        rf"[/-]{YEAR}{MONTH_NUMBER}{DAY}(?![0-9])",
    )
)


def moment(text: str, zone: tzinfo) -> Moment | None:
    """The first moment that a text names; of `zone` where it names none. None where there is no such day."""
    words = T.sub(" ", squeezed(text[:LONGEST].casefold()))
    for pattern in DAYS:
        if found := pattern.search(words):
            around = (words[found.end() :], words[: found.start()])
            clock = next((each for part in around if (each := _clock(part))), None)
            return _moment(found, clock, _zone(*around, zone))
    return None


def moment_of_address(address: str, zone: tzinfo) -> Moment | None:
    """The day, and perhaps the hour, that an address holds."""
    path = "/" + re.split("[?#]", address)[0].partition("://")[2].partition("/")[2]
    for pattern in IN_PATH:
        if found := pattern.search(path):
            said = found.groupdict()
            clock = (int(said["hour"]), int(said["minute"])) if said.get("hour") else None
            if read := _moment(found, clock, zone):
                return read
    return None


def settled(said: Sequence[Moment], zone: tzinfo, also: Moment | None = None) -> tuple[Moment | None, bool]:
    """The moment to go by, and whether the page contradicts itself about the day.

    Of `said` the first is trusted most. Where it lacks the hour, one of the same day may have it, and so may `also`,
    which counts for nothing else.
    """
    if not said:
        return also, False
    days = [each.at.astimezone(zone).date() for each in said]
    able = [*said, *([also] if also else [])]
    chosen = next((each for each in able if each.precise and each.at.astimezone(zone).date() == days[0]), said[0])
    return chosen, max(days) - min(days) > SAME


def _moment(found: re.Match[str], clock: tuple[int, int] | None, zone: tzinfo) -> Moment | None:
    said = found.groupdict()
    year = int(said["year"]) + (2000 if len(said["year"]) == 2 else 0)
    month = MONTHS[said["named"]] if said.get("named") else int(said["month"])
    try:
        local = datetime(year, month, int(said["day"]), *(clock or (0, 0)), tzinfo=zone)
    except ValueError:
        return None
    return Moment(local.astimezone(UTC), precise=clock is not None) if EARLIEST <= year <= LATEST else None


def _clock(words: str) -> tuple[int, int] | None:
    found = CLOCK.search(words)
    if not found:
        return None
    hour, half = int(found["hour"]), found["half"]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return (hour, int(found["minute"])) if hour < 24 else None


def _zone(behind: str, before: str, zone: tzinfo) -> tzinfo:
    """The zone that is named around a day."""
    if named := NAMED_ZONE.search(behind) or NAMED_ZONE.search(before):
        return ZONES[named[0]]
    if offset := OFFSET.search(behind):
        span = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        return timezone(span if offset["sign"] == "+" else -span) if span < timedelta(days=1) else zone
    return UTC if UNIVERSAL.search(behind) else zone
