"""When it is quiet, in three zones: the night, Maghrib by the sun, Friday prayer; and when digests go out."""

from datetime import UTC, date, datetime, timedelta
from itertools import product
from math import acos, cos, degrees, pi, radians, sin, tan
from zoneinfo import ZoneInfo

import pytest

from handlers.digests import next_digest
from handlers.quiet import CITIES, Hours, Why, place
from storage.records import Rules

WIB, WITA, WIT = (ZoneInfo(f"Asia/{city}") for city in ("Jakarta", "Makassar", "Jayapura"))
SHIPPED = Rules(1, datetime(2000, 1, 1, tzinfo=UTC).date(), "", None)
# Hours of any day, and when the quiet ends that they lie in; a plus is the next day.
NIGHTS = {
    "00:00": "05:30", "00:01": "05:30", "03:00": "05:30", "05:29": "05:30", "05:30": "", "05:31": "", "06:45": "", "08:00": "",
    "10:00": "", "11:29": "", "13:00": "", "15:00": "", "16:30": "", "17:00": "", "19:30": "", "20:00": "", "20:59": "",
    "21:00": "+05:30", "21:01": "+05:30", "22:15": "+05:30", "23:59": "+05:30",
}  # fmt: skip
FRIDAYS = {"11:29": "", "11:30": "13:00", "12:00": "13:00", "12:59": "13:00", "13:00": ""}
# As almanacs give the sun of the cities, to the minute: twenty minutes on each side are quiet.
MAGHRIBS = {
    (WIB, "2026-11-23"): {"17:30": "", "17:31": "18:11", "17:51": "18:11", "18:10": "18:11", "18:11": ""},
    (WIB, "2026-06-21"): {"17:26": "", "17:27": "18:07", "18:06": "18:07", "18:07": ""},
    (WITA, "2026-11-23"): {"17:38": "", "17:39": "18:19", "18:18": "18:19", "18:19": ""},
    (WITA, "2026-06-21"): {"17:37": "", "17:38": "18:18", "18:17": "18:18", "18:18": ""},
    (WIT, "2026-11-23"): {"17:09": "", "17:10": "17:50", "17:49": "17:50", "17:50": ""},
    (WIT, "2026-06-21"): {"17:16": "", "17:17": "17:57", "17:56": "17:57", "17:57": ""},
}
MONDAY, FRIDAY, SATURDAY = "2026-11-23", "2026-11-27", "2026-11-28"
CASES = [
    *((zone, day, at, ends) for zone in (WIB, WITA, WIT) for day in (MONDAY, FRIDAY, SATURDAY) for at, ends in NIGHTS.items()),
    *((zone, FRIDAY, at, ends) for zone in (WIB, WITA, WIT) for at, ends in FRIDAYS.items()),
    *((zone, day, at, "") for zone in (WIB, WITA, WIT) for day in (MONDAY, SATURDAY) for at in FRIDAYS),
    *((zone, day, at, ends) for (zone, day), hours in MAGHRIBS.items() for at, ends in hours.items()),
]


def local(day: str, at: str, zone: ZoneInfo) -> datetime:
    moment = datetime.fromisoformat(f"{day}T{at.removeprefix('+')}").replace(tzinfo=zone)
    return moment + timedelta(days=at.startswith("+"))


def test_every_hour_of_every_zone_is_quiet_or_not() -> None:
    assert len(CASES) > 200
    wrong = []
    for zone, day, at, ends in CASES:
        moment, wanted = local(day, at, zone), local(day, ends, zone) if ends else None
        found = Hours(SHIPPED, zone).quiet(moment)
        if (found.ends if found else None) != wanted or (found and not found.begins <= moment < found.ends):
            wrong.append((zone.key, day, at, ends, found))
    assert not wrong


@pytest.mark.parametrize(
    ("rules", "day", "at", "ends"),
    [
        ({"maghrib": 0}, MONDAY, "17:51", ""),
        ({"maghrib": 60}, MONDAY, "17:00", "18:51"),
        ({"quiet_from": "18:00"}, MONDAY, "17:51", "+05:30"),  # what overlaps is one
        ({"quiet_from": "18:11"}, MONDAY, "17:51", "+05:30"),  # and what follows at once
        ({"quiet_from": "18:12"}, MONDAY, "17:51", "18:11"),
        ({"quiet_until": "04:00"}, MONDAY, "04:00", ""),
        ({"friday_from": "13:00"}, FRIDAY, "12:00", ""),
        ({"friday_from": "11:00", "friday_until": "14:00"}, FRIDAY, "13:59", "14:00"),
        ({"place": "-3.39, 104.83"}, MONDAY, "18:12", "18:15"),  # four minutes west of the zone's city
        ({"place": "-8.69, 115.21"}, MONDAY, "17:51", ""),  # and as far as Denpasar, by the clock of Jakarta
    ],
)  # fmt: skip
def test_an_office_has_its_own_hours(rules: dict[str, object], day: str, at: str, ends: str) -> None:
    found = Hours(Rules(2, SHIPPED.since, "Perbup 1/2026", None, **rules), WIB).quiet(local(day, at, WIB))  # type: ignore[arg-type]  # a table of rules by name
    assert (found.ends if found else None) == (local(day, ends, WIB) if ends else None)


# Nights that reach over midnight, over the end of a month, a year and a leap day; from and until, day, hour, end.
OVER_MIDNIGHT = [
    ("22:00", "04:00", "21:59", ""), ("22:00", "04:00", "22:00", "+04:00"), ("22:00", "04:00", "23:59", "+04:00"),
    ("22:00", "04:00", "00:00", "04:00"), ("22:00", "04:00", "03:59", "04:00"), ("22:00", "04:00", "04:00", ""),
    ("23:59", "00:01", "23:58", ""), ("23:59", "00:01", "23:59", "+00:01"), ("23:59", "00:01", "00:00", "00:01"),
    ("23:59", "00:01", "00:01", ""), ("20:00", "00:00", "23:59", "+00:00"), ("20:00", "00:00", "00:00", ""),
]  # fmt: skip
ENDS = ("2026-11-30", "2026-12-31", "2027-01-01", "2028-02-28", "2028-02-29", "2028-03-01")


def test_a_night_reaches_over_midnight_whatever_day_follows() -> None:
    wrong = []
    for zone, day, (begins, until, at, ends) in product((WIB, WITA, WIT), ENDS, OVER_MIDNIGHT):
        held = Rules(2, SHIPPED.since, "Perbup 1/2026", None, quiet_from=begins, quiet_until=until)
        found = Hours(held, zone).quiet(local(day, at, zone).astimezone(UTC))
        if (found.ends if found else None) != (local(day, ends, zone) if ends else None):
            wrong.append((zone.key, day, begins, until, at, found))
    assert not wrong


def test_friday_is_the_offices_friday_also_where_it_is_another_day_elsewhere() -> None:
    """Half past eleven in Jayapura is half past two in UTC and half past nine in Jakarta."""
    for zone, hours in ((WIB, 7), (WITA, 8), (WIT, 9)):
        for day in range(23, 30):
            noon = datetime(2026, 11, day, 11, 30, tzinfo=UTC) - timedelta(hours=hours)
            found = Hours(SHIPPED, zone).quiet(noon)
            assert (found and (found.why, found.ends - found.begins)) == (
                (Why.FRIDAY, timedelta(minutes=90)) if day == 27 else None
            ), (zone.key, day)


def almanac(day: date, latitude: float, longitude: float) -> datetime:
    """Sunset in UTC by the series that almanacs print (Spencer, 1971), with the usual 50 minutes of arc: within two minutes."""
    turn = 2 * pi * (day.timetuple().tm_yday - 1 + 0.5) / 365
    tilt = 0.006918 - 0.399912 * cos(turn) + 0.070257 * sin(turn) - 0.006758 * cos(2 * turn) + 0.000907 * sin(2 * turn)
    tilt += -0.002697 * cos(3 * turn) + 0.00148 * sin(3 * turn)
    drift = 229.18 * (
        0.000075 + 0.001868 * cos(turn) - 0.032077 * sin(turn) - 0.014615 * cos(2 * turn) - 0.040849 * sin(2 * turn)
    )
    half = acos(cos(radians(90.833)) / (cos(radians(latitude)) * cos(tilt)) - tan(radians(latitude)) * tan(tilt))
    minutes = 720 - 4 * longitude - drift + 4 * degrees(half)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)


# The first days of three Ramadans, as the calendars of the ministry foresee them.
RAMADANS = (date(2026, 2, 18), date(2027, 2, 8), date(2028, 1, 28))


def test_every_sunset_of_ramadan_is_quiet_for_twenty_minutes_on_each_side() -> None:
    off = []
    for zone, first, number in product((WIB, WITA, WIT), RAMADANS, range(30)):
        day = first + timedelta(days=number)
        sun = almanac(day, *place(CITIES[zone.key]))
        found = Hours(SHIPPED, zone).quiet(sun)
        assert found, (zone.key, day)
        assert (found.why, found.ends - found.begins) == (Why.MAGHRIB, timedelta(minutes=40)), (zone.key, day)
        off.append(abs(found.begins + timedelta(minutes=20) - sun))
    assert len(off) == 270
    assert max(off) <= timedelta(minutes=2)


def test_before_and_after_a_quiet_time() -> None:
    hours = Hours(SHIPPED, WIT)
    night, noon = local(MONDAY, "23:00", WIT), local(MONDAY, "12:00", WIT)
    assert (hours.before(night), hours.after(night)) == (local(MONDAY, "20:59", WIT), local(MONDAY, "+05:30", WIT))
    assert (hours.before(noon), hours.after(noon)) == (noon, noon)


@pytest.mark.parametrize("typed", ["-3.39, 104.83", "-3,39 104,83", "-3.39 104.83", "-3,39; 104,83"])
def test_a_place_as_people_copy_it(typed: str) -> None:
    assert place(typed) == (-3.39, 104.83)


@pytest.mark.parametrize("typed", ["", "Contoh", "104.83, -3.39", "52.52, 13.40", "-3.39", "nan, nan", "1 2 3"])
def test_what_is_no_place_here(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        place(typed)


def test_digests_go_out_at_half_past_eleven_and_half_past_four() -> None:
    for zone in (WIB, WITA, WIT):
        for at, wanted in {
            "00:00": "11:30", "11:29": "11:30", "11:30": "16:30", "12:00": "16:30", "16:29": "16:30", "16:30": "+11:30",
            "23:59": "+11:30",
        }.items():  # fmt: skip
            assert next_digest(local(MONDAY, at, zone), zone) == local(MONDAY, wanted, zone)
