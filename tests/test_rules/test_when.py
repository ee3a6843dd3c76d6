"""Moments as people type them. It is Monday 23 November 2026, 08.00 in Jakarta."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.when import (
    LONGEST,
    SPAN_MAX,
    Misread,
    moment_of,
    next_weekly,
    read_date,
    read_end,
    read_moment,
    read_weekly,
    split_moment,
)
from messages.wording import Words
from storage.records import Language

WIB, WITA, WIT = (ZoneInfo(f"Asia/{city}") for city in ("Jakarta", "Makassar", "Jayapura"))
NOW = datetime(2026, 11, 23, 8, tzinfo=WIB)

READ = {  # typed -> the office's day and hour
    # a day and an hour
    "besok 08.00": "24 Nov 2026 08:00",
    "Besok 08:00": "24 Nov 2026 08:00",
    "besok jam 8": "24 Nov 2026 08:00",
    "besok 8": "24 Nov 2026 08:00",
    "bsk jam 8": "24 Nov 2026 08:00",
    "besok pukul 08.00 WIB": "24 Nov 2026 08:00",
    "besok, pkl. 08.00": "24 Nov 2026 08:00",
    "besok pkl.08.00": "24 Nov 2026 08:00",
    "08.00 besok": "24 Nov 2026 08:00",
    "jam 8 besok": "24 Nov 2026 08:00",
    "besok 08.00.": "24 Nov 2026 08:00",
    "besok jam 8 pagi ya kak": "24 Nov 2026 08:00",
    "lusa 10:30": "25 Nov 2026 10:30",
    "hari ini 15.00": "23 Nov 2026 15:00",
    "hr ini jam 15": "23 Nov 2026 15:00",
    "nanti jam 3 sore": "23 Nov 2026 15:00",
    # parts of the day
    "besok pagi": "24 Nov 2026 08:00",
    "besok siang": "24 Nov 2026 12:00",
    "besok sore": "24 Nov 2026 16:00",
    "besok malam": "24 Nov 2026 19:00",
    "nanti sore": "23 Nov 2026 16:00",
    "nanti malam": "23 Nov 2026 19:00",
    "sore ini": "23 Nov 2026 16:00",
    "malam ini jam 8": "23 Nov 2026 20:00",
    "besok pagi jam 9": "24 Nov 2026 09:00",
    "besok pagi 07.15": "24 Nov 2026 07:15",
    "jam 2 siang": "23 Nov 2026 14:00",
    "jam 11 siang": "23 Nov 2026 11:00",
    "jam 12 siang": "23 Nov 2026 12:00",
    "jam 5 sore": "23 Nov 2026 17:00",
    "jam 7 malam": "23 Nov 2026 19:00",
    "jam 19.00 malam": "23 Nov 2026 19:00",
    "jam 12 malam": "24 Nov 2026 00:00",
    "jam 1 malam": "24 Nov 2026 01:00",
    "besok jam 12 malam": "25 Nov 2026 00:00",
    "jam 3 dini hari": "24 Nov 2026 03:00",
    "besok subuh": "24 Nov 2026 05:00",
    # an hour alone is the next one
    "jam 8": "24 Nov 2026 08:00",
    "jam 8 pagi": "24 Nov 2026 08:00",
    "jam 9": "23 Nov 2026 09:00",
    "08.01": "23 Nov 2026 08:01",
    "10.30": "23 Nov 2026 10:30",
    "pukul 14.30 WIB": "23 Nov 2026 14:30",
    "setengah 8": "24 Nov 2026 07:30",
    "jam setengah 9": "23 Nov 2026 08:30",
    "setengah 8 malam": "23 Nov 2026 19:30",
    "setengah 1 siang": "23 Nov 2026 12:30",
    "jam delapan pagi": "24 Nov 2026 08:00",
    "jam dua belas siang": "23 Nov 2026 12:00",
    "24.00": "24 Nov 2026 00:00",
    "besok 24.00": "25 Nov 2026 00:00",
    "besok 00.00": "24 Nov 2026 00:00",
    "besok 23.59": "24 Nov 2026 23:59",
    # weekdays
    "senin 08.00": "30 Nov 2026 08:00",
    "senin 08.01": "23 Nov 2026 08:01",
    "Senin depan jam 9": "30 Nov 2026 09:00",
    "jumat ini jam 9": "27 Nov 2026 09:00",
    "jumat depan jam 9": "4 Des 2026 09:00",
    "jumat minggu depan jam 9": "4 Des 2026 09:00",
    "jumat jam 9": "27 Nov 2026 09:00",
    "Jum'at pukul 09.00": "27 Nov 2026 09:00",
    "hari Rabu sore": "25 Nov 2026 16:00",
    "minggu 08.00": "29 Nov 2026 08:00",
    "ahad pagi": "29 Nov 2026 08:00",
    # dates, day first
    "24/11 10.00": "24 Nov 2026 10:00",
    "24-11 10.00": "24 Nov 2026 10:00",
    "2/3 10.00": "2 Mar 2027 10:00",
    "24-11-2026 10.00": "24 Nov 2026 10:00",
    "24/11/26 10.00": "24 Nov 2026 10:00",
    "24.11.2026 10.00": "24 Nov 2026 10:00",
    "24 november 10.00": "24 Nov 2026 10:00",
    "24 Nov 2026 pukul 10.00": "24 Nov 2026 10:00",
    "tgl 24 november jam 10": "24 Nov 2026 10:00",
    "tanggal 25 jam 10": "25 Nov 2026 10:00",
    "tgl 1 jam 10": "1 Des 2026 10:00",
    "1 desember jam 9 pagi": "1 Des 2026 09:00",
    "17 Agustus 10.00": "17 Agu 2027 10:00",
    "1/9 10.00": "1 Sep 2027 10:00",
    "selasa 24/11 jam 9": "24 Nov 2026 09:00",
    "Selasa, 24 November 2026 pukul 09.00 WIB": "24 Nov 2026 09:00",
    "hari senin tanggal 30 bulan november jam 8 pagi": "30 Nov 2026 08:00",
    "(24/11) 10.00": "24 Nov 2026 10:00",
    # from now
    "2 jam lagi": "23 Nov 2026 10:00",
    "sejam lagi": "23 Nov 2026 09:00",
    "setengah jam lagi": "23 Nov 2026 08:30",
    "30 menit lagi": "23 Nov 2026 08:30",
    "3 hari lagi": "26 Nov 2026 08:00",
    "3 hari lagi jam 9": "26 Nov 2026 09:00",
    "seminggu lagi": "30 Nov 2026 08:00",
    "2 minggu lagi pagi": "7 Des 2026 08:00",
    # as programs write
    "2026-11-24T10:00": "24 Nov 2026 10:00",
    "2026-11-24 10:00": "24 Nov 2026 10:00",
    "2026-11-24 10.00": "24 Nov 2026 10:00",
    "2026-11-24T03:00:00Z": "24 Nov 2026 10:00",
    "2026-11-24T12:00+09:00": "24 Nov 2026 10:00",
    # English
    "tomorrow 8am": "24 Nov 2026 08:00",
    "tomorrow at 8 a.m.": "24 Nov 2026 08:00",
    "today 3 pm": "23 Nov 2026 15:00",
    "tonight": "23 Nov 2026 19:00",
    "tomorrow at noon": "24 Nov 2026 12:00",
    "12 am tomorrow": "24 Nov 2026 00:00",
    "next monday 9.00": "30 Nov 2026 09:00",
    "friday 9am": "27 Nov 2026 09:00",
    "in 2 hours": "23 Nov 2026 10:00",
    "in half an hour": "23 Nov 2026 08:30",
    "in a week": "30 Nov 2026 08:00",
    "24 nov 10:00": "24 Nov 2026 10:00",
    "on 24 november at 10:00": "24 Nov 2026 10:00",
    "the day after tomorrow 10:30": "25 Nov 2026 10:30",
    # as phones type
    "  BESOK\n08.00 ": "24 Nov 2026 08:00",
    "besok\u200b 08.00": "24 Nov 2026 08:00",
    "besok\u00a008.00": "24 Nov 2026 08:00",
    # other zones, said and around midnight
    "besok 08.00 WITA": "24 Nov 2026 07:00",
    "besok 08.00wit": "24 Nov 2026 06:00",
    "besok 00.30 WITA": "23 Nov 2026 23:30",
    "24/11 01.00 WIT": "23 Nov 2026 23:00",
    "hari ini 23.59 WIB": "23 Nov 2026 23:59",
}

NOT_READ = {
    "": Misread.NOT_A_MOMENT,
    "   ": Misread.NOT_A_MOMENT,
    "apa saja": Misread.NOT_A_MOMENT,
    "8": Misread.NOT_A_MOMENT,
    "sekarang": Misread.NOT_A_MOMENT,
    "besok rapat": Misread.NOT_A_MOMENT,
    "besok 25.00": Misread.NOT_A_MOMENT,
    "besok 24.30": Misread.NOT_A_MOMENT,
    "besok 08.75": Misread.NOT_A_MOMENT,
    "besok jam 20 pagi": Misread.NOT_A_MOMENT,
    "jam 8-10": Misread.NOT_A_MOMENT,
    "R-232 besok 08.00": Misread.NOT_A_MOMENT,
    "2026-11-24T99:00": Misread.NOT_A_MOMENT,
    "besok 08.00 lalu lusa 09.00": Misread.NOT_A_MOMENT,
    "🙏🙏🙏": Misread.NOT_A_MOMENT,
    "besok 08.00 " * 40: Misread.NOT_A_MOMENT,
    "besok": Misread.NO_TIME,
    "hari ini": Misread.NO_TIME,
    "senin": Misread.NO_TIME,
    "jumat ini": Misread.NO_TIME,
    "24/11": Misread.NO_TIME,
    "24 november 2026": Misread.NO_TIME,
    "tomorrow": Misread.NO_TIME,
    "kemarin 08.00": Misread.PAST,
    "kemarin": Misread.PAST,
    "hari ini 07.00": Misread.PAST,
    "hari ini 08.00": Misread.PAST,
    "tadi pagi": Misread.NOT_A_MOMENT,
    "pagi ini": Misread.PAST,
    "23/11 07.00": Misread.PAST,
    "22/11 10.00": Misread.PAST,
    "22/11": Misread.PAST,
    "1 oktober 10.00": Misread.PAST,
    "1-1-2026 10.00": Misread.PAST,
    "1/1/0001 10.00": Misread.PAST,
    "hari ini 09.30 WIT": Misread.PAST,
    "31/2 10.00": Misread.NO_SUCH_DATE,
    "31/2": Misread.NO_SUCH_DATE,
    "29/2 08.00": Misread.NO_SUCH_DATE,
    "32/1 10.00": Misread.NO_SUCH_DATE,
    "11/24 10.00": Misread.NO_SUCH_DATE,
    "0/0 10.00": Misread.NO_SUCH_DATE,
    "31 november 2026 10.00": Misread.NO_SUCH_DATE,
    "selasa 30/11 10.00": Misread.NO_SUCH_DATE,
    "besok senin 08.00": Misread.NO_SUCH_DATE,
    "25/12/2028 10.00": Misread.TOO_FAR,
    "31/12/9999 jam 12 malam": Misread.TOO_FAR,
    "2030-01-01T00:00": Misread.TOO_FAR,
    "999 hari lagi": Misread.TOO_FAR,
    "9999 minggu lagi": Misread.TOO_FAR,
}


def shown(moment: datetime, zone: ZoneInfo = WIB) -> str:
    return Words(Language.ID, zone.key, "Humas").moment(moment).partition(" ")[2].rpartition(" ")[0].replace(".", ":")


@pytest.mark.parametrize(("typed", "meant"), READ.items())
def test_moments_are_read_in_the_zone_of_the_office(typed: str, meant: str) -> None:
    moment = read_moment(typed, NOW, WIB)
    assert isinstance(moment, datetime), moment
    assert shown(moment) == meant


@pytest.mark.parametrize(("typed", "reason"), NOT_READ.items())
def test_what_is_no_moment_gets_its_reason(typed: str, reason: Misread) -> None:
    assert read_moment(typed, NOW, WIB) is reason


@pytest.mark.parametrize(
    ("now", "zone", "typed", "meant"),
    [
        ("2026-11-23T23:30+07:00", WIB, "besok 00.15", "24 Nov 2026 00:15"),
        ("2026-11-23T23:30+07:00", WIB, "jam 1 malam", "24 Nov 2026 01:00"),
        ("2026-11-24T00:30+07:00", WIB, "jam 1 malam", "24 Nov 2026 01:00"),
        ("2026-11-24T00:30+07:00", WIB, "besok 08.00", "25 Nov 2026 08:00"),
        ("2026-11-23T23:30+07:00", WITA, "besok 08.00", "25 Nov 2026 08:00"),  # it is Tuesday there already
        ("2026-11-23T23:30+07:00", WIT, "hari ini 08.00", "24 Nov 2026 08:00"),
        ("2026-11-23T23:30+07:00", WIB, "hari ini 08.00 WIT", "24 Nov 2026 06:00"),
        ("2026-11-23T23:30+07:00", WIB, "23.45 WIB", "23 Nov 2026 23:45"),
        ("2026-11-24T00:30+09:00", WIT, "besok 00.00 WIB", "24 Nov 2026 02:00"),
        ("2026-12-31T23:30+07:00", WIB, "1/1 08.00", "1 Jan 2027 08:00"),
        ("2026-12-31T23:30+07:00", WIB, "besok 08.00", "1 Jan 2027 08:00"),
        ("2028-01-15T08:00+07:00", WIB, "29/2 08.00", "29 Feb 2028 08:00"),
        ("2027-01-05T08:00+07:00", WIB, "1 maret jam 9", "1 Mar 2027 09:00"),
        ("2027-01-31T08:00+07:00", WIB, "tgl 30 jam 9", "30 Mar 2027 09:00"),
    ],
)
def test_midnight_and_the_year_turn_where_the_office_is(now: str, zone: ZoneInfo, typed: str, meant: str) -> None:
    moment = read_moment(typed, datetime.fromisoformat(now), zone)
    assert isinstance(moment, datetime), moment
    assert shown(moment, zone) == meant


def test_a_date_of_last_december_is_past_in_january() -> None:
    assert read_moment("28/12 10.00", datetime(2027, 1, 5, 8, tzinfo=WIB), WIB) is Misread.PAST


WORDS = st.sampled_from(
    "besok lusa senin jumat depan ini jam 8 08.00 10:30 24/11 31/2 2026 nov pagi malam 12 setengah lagi 3 hari minggu "
    "WIB WITA next in at every 9999-12-31 0000-00-00 R-232 tgl pm".split()
)


@given(st.text(max_size=60) | st.lists(WORDS, max_size=7).map(" ".join), st.sampled_from([WIB, WITA, WIT]))
@example("0001-01-01T00:00+14:00", WIB)
@example("9999-12-31T23:59-12:00", WIB)
@example("tgl besok 8", WIB)
def test_any_text_gives_a_coming_moment_or_a_reason(text: str, zone: ZoneInfo) -> None:
    found = read_moment(text, NOW, zone)
    if not isinstance(found, Misread):
        assert found.tzinfo is UTC
        assert timedelta() < found - NOW <= LONGEST
    read_weekly(text), read_date(text, NOW.date())
    end = read_end(text, NOW, zone, time(7))
    assert isinstance(end, Misread) or timedelta() < end - NOW <= SPAN_MAX
    rest, moment = split_moment(text, NOW, zone)
    assert rest == text.strip() if moment is None else rest in text


@given(st.integers(1, 366 * 24 * 60), st.sampled_from([WIB, WITA, WIT]), st.sampled_from(Language))
def test_what_the_desk_says_can_be_typed_back(minutes: int, zone: ZoneInfo, language: Language) -> None:
    moment = NOW + timedelta(minutes=minutes)
    assert read_moment(Words(language, zone.key, "Humas").moment(moment), NOW, zone) == moment


@pytest.mark.parametrize(
    ("typed", "rest", "meant"),
    [
        ("R-232 besok 08.00", "R-232", "24 Nov 2026 08:00"),
        ("besok 08.00 R-232", "R-232", "24 Nov 2026 08:00"),
        ("R 232 untuk senin depan jam 9 pagi", "R 232", "30 Nov 2026 09:00"),
        ("232 24/11 10.00", "232", "24 Nov 2026 10:00"),
        ("R 8 besok 08.00", "R 8", "24 Nov 2026 08:00"),
        ("R-232 jam 9", "R-232", "23 Nov 2026 09:00"),
        ("R-232 2 jam lagi", "R-232", "23 Nov 2026 10:00"),
        ("R-232, Selasa 24 Nov 2026 08.00 WIB", "R-232,", "24 Nov 2026 08:00"),
        ("besok 08.00", "", "24 Nov 2026 08:00"),
        ("R-232 besok", "R-232", Misread.NO_TIME),
        ("R 24 besok", "R 24", Misread.NO_TIME),
        ("R-232 kemarin 08.00", "R-232", Misread.PAST),
        ("R-232 31/2 10.00", "R-232", Misread.NO_SUCH_DATE),
        ("R-232", "R-232", None),
        ("232", "232", None),
        ("rilis banjir", "rilis banjir", None),
        ("", "", None),
    ],
)
def test_a_moment_is_split_from_what_it_is_for(typed: str, rest: str, meant: str | Misread | None) -> None:
    found, moment = split_moment(typed, NOW, WIB)
    assert (found, shown(moment) if isinstance(moment, datetime) else moment) == (rest, meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tiap senin 08.00 WITA", (0, time(8, tzinfo=WITA))),
        ("tiap senin 08.00", (0, time(8))), ("Tiap Senin pukul 08.00", (0, time(8))), ("setiap jumat jam 9", (4, time(9))),
        ("setiap hari jumat jam 9 pagi", (4, time(9))), ("tiap jum'at sore", (4, time(16))),
        ("tiap minggu 8 malam", (6, time(20))),
        ("tiap sabtu jam 12 malam", (6, time(0))), ("every friday 9am", (4, time(9))),
        ("every monday at 10:30", (0, time(10, 30))),
        ("tiap senin", None), ("senin 08.00", None), ("tiap hari 08.00", None),
        ("tiap bulan", None), ("tiap senin 25.00", None), ("", None),
    ],
)  # fmt: skip
def test_weekly_hours(typed: str, meant: tuple[int, time] | None) -> None:
    assert read_weekly(typed) == meant


@pytest.mark.parametrize(
    ("weekday", "at", "zone", "meant"),
    [
        (0, time(8), WIB, "2026-11-30T08:00+07:00"),  # strictly after
        (0, time(8, 1), WIB, "2026-11-23T08:01+07:00"),
        (1, time(7), WIB, "2026-11-24T07:00+07:00"),
        (6, time(7), WIB, "2026-11-29T07:00+07:00"),
        (0, time(10), WIT, "2026-11-30T10:00+09:00"),
        (0, time(9), WITA, "2026-11-30T09:00+08:00"),
        (0, time(9, 30, tzinfo=WITA), WIB, "2026-11-23T09:30+08:00"),
    ],
)
def test_the_next_weekly_moment(weekday: int, at: time, zone: ZoneInfo, meant: str) -> None:
    assert next_weekly(weekday, at, NOW, zone) == datetime.fromisoformat(meant)


@given(st.integers(0, 6), st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.sampled_from([WIB, WITA, WIT]))
def test_weekly_moments_follow_each_other_by_a_week(weekday: int, at: time, zone: ZoneInfo) -> None:
    first = next_weekly(weekday, at, NOW, zone)
    assert timedelta() < first - NOW <= timedelta(weeks=1)
    assert (first.astimezone(zone).weekday(), first.astimezone(zone).time()) == (weekday, at)
    assert next_weekly(weekday, at, first, zone) - first == timedelta(weeks=1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hari ini", date(2026, 11, 23)), ("kemarin", date(2026, 11, 22)), ("besok", date(2026, 11, 24)),
        ("22/11", date(2026, 11, 22)), ("1/12", date(2026, 12, 1)), ("1/1", date(2027, 1, 1)), ("1/1/2026", date(2026, 1, 1)),
        ("12-03-27", date(2027, 3, 12)), ("12 Maret 2027", date(2027, 3, 12)), ("2026-02-28", date(2026, 2, 28)),
        ("tgl 25", date(2026, 11, 25)), ("senin", date(2026, 11, 23)), ("jumat", date(2026, 11, 27)),
        ("2/3/2022", date(2022, 3, 2)),
        ("Minggu (22/11/2026)", date(2026, 11, 22)), ("31/2", Misread.NO_SUCH_DATE), ("senin 22/11", Misread.NO_SUCH_DATE),
        ("1/13/2026", Misread.NO_SUCH_DATE), ("besok 08.00", Misread.NOT_A_MOMENT),
        ("apa", Misread.NOT_A_MOMENT), ("", Misread.NOT_A_MOMENT),
    ],
)  # fmt: skip
def test_dates(typed: str, meant: date | Misread) -> None:
    assert read_date(typed, NOW.date()) == meant


CARRIED = {"1795482000": datetime(2026, 11, 24, 1, 0, tzinfo=UTC), "": None, "0": None, "0a1b": None, "999999999999": None}


def test_a_button_carries_a_moment_that_a_calendar_has() -> None:
    assert {version: moment_of(version) for version in CARRIED} == CARRIED
