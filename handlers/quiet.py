"""Quiet hours: when nobody is told anything that can wait (rule).

The night, the time around Maghrib, and Friday prayer, in the office's zone and by the rules of the day. A quiet time has
its beginning and is over at its end. What overlaps is one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from astral import Observer
from astral.sun import sunset

from storage.records import Rules

FRIDAY = 4
MINUTE = timedelta(minutes=1)
# Where an office is taken to be that has not said so: the city after which its zone is named.
CITIES = {"Asia/Jakarta": "-6.20, 106.82", "Asia/Pontianak": "-0.03, 109.33", "Asia/Makassar": "-5.15, 119.43",
          "Asia/Jayapura": "-2.53, 140.72"}  # fmt: skip
SOUTH, NORTH, WEST, EAST = -12.0, 7.0, 94.0, 142.0  # between which Indonesia lies, in degrees


class Why(StrEnum):
    """What makes a time quiet."""

    NIGHT = "night"
    MAGHRIB = "maghrib"
    FRIDAY = "friday"


@dataclass(frozen=True)
class Quiet:
    """A quiet time, and what it begins with. Its ends are in UTC."""

    begins: datetime
    ends: datetime
    why: Why


@dataclass(frozen=True)
class Hours:
    """The hours of an office: its rules on the day that is asked about, and its zone."""

    rules: Rules
    zone: ZoneInfo

    def quiet(self, moment: datetime) -> Quiet | None:
        """The quiet time in which a moment lies, to the end of all that follows it without a gap; None by day."""
        found = None
        for each in _around(moment.astimezone(self.zone).date(), self.rules, self.zone):
            if found and each.begins <= found.ends:
                found = replace(found, ends=max(found.ends, each.ends))
            elif found and found.begins <= moment < found.ends:
                break
            else:
                found = each
        return found if found and found.begins <= moment < found.ends else None

    def before(self, moment: datetime) -> datetime:
        """The moment itself by day; else the last minute before it became quiet."""
        found = self.quiet(moment)
        return found.begins - MINUTE if found else moment

    def after(self, moment: datetime) -> datetime:
        """The moment itself by day; else when the quiet is over."""
        found = self.quiet(moment)
        return found.ends if found else moment


def place(text: str) -> tuple[float, float]:
    """Latitude and longitude as people copy them from a map: "-3.39, 104.83". ValueError for what is not in Indonesia."""
    words = text.replace(";", " ").split(",") if text.count(",") == 1 else text.replace(",", ".").replace(";", " ").split()
    latitude, longitude = (float(each) for each in words)
    if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
        raise ValueError("not in Indonesia")
    return latitude, longitude


def _around(today: date, rules: Rules, zone: ZoneInfo) -> Iterator[Quiet]:
    """Every quiet time that may touch a day, by its beginning."""
    for day in (today + timedelta(days=ahead) for ahead in (-1, 0, 1)):
        yield from sorted(_of_day(day, rules, zone), key=lambda each: each.begins)


def _of_day(day: date, rules: Rules, zone: ZoneInfo) -> Iterator[Quiet]:
    yield Quiet(_at(day, rules.quiet_from, zone), _at(day + timedelta(days=1), rules.quiet_until, zone), Why.NIGHT)
    if rules.maghrib:
        where = rules.place or CITIES.get(zone.key, CITIES["Asia/Jakarta"])
        sun, around = _sunset(where, day, zone), timedelta(minutes=rules.maghrib)
        yield Quiet(sun - around, sun + around, Why.MAGHRIB)
    if day.weekday() == FRIDAY and rules.friday_from < rules.friday_until:
        yield Quiet(_at(day, rules.friday_from, zone), _at(day, rules.friday_until, zone), Why.FRIDAY)


def _at(day: date, hour: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(hour), zone).astimezone(UTC)


@lru_cache(maxsize=512)
def _sunset(where: str, day: date, zone: ZoneInfo) -> datetime:
    """To the minute, as prayer times are told."""
    latitude, longitude = place(where)
    return sunset(Observer(latitude, longitude), day, tzinfo=zone).replace(second=0, microsecond=0).astimezone(UTC)
