"""Events taken apart, as calendar files, with their codes at the door and the hours of their reminders."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import icalendar
import pytest

from handlers.invitations import codes, ics
from handlers.invitations.composition import change, compose, differences, fingerprint, missing, placed_at, take
from handlers.invitations.moments import EVE, SOON, TODAY, ahead, moment
from handlers.quiet import Hours
from handlers.when import Misread
from messages.inbound import Pin
from storage.records import EventDetails, Invitation, InvitationId, InvitationStatus, PersonId, Rules

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)  # Monday, 08.00 WIB
NINE = datetime(2026, 11, 26, 2, tzinfo=UTC)  # Thursday, 09.00 WIB
PLACED = EventDetails("Panen raya", NINE, "Pendopoan Contoh")
PINNED = replace(PLACED, latitude=-3.4012, longitude=104.8312)

LABELLED = """Acara: Panen raya
Hari: Kamis 26 Nov 2026
Pukul: 09.00 WIB
Tempat: Pendopoan Contoh
Dress code: batik
Narahubung: Dina, 0812-0000-0000
Catatan: parkir di belakang
Kapasitas: 40 orang"""
WRITTEN = {
    "in a sentence": ("Panen raya di Pendopoan Contoh, Kamis 26/11 09.00", PLACED, None),
    "in English": ("Panen raya at Pendopoan Contoh, Thursday 26/11 09:00", PLACED, None),
    "the moment first": ("Kamis 26/11 jam 9 pagi Panen raya di Pendopoan Contoh", PLACED, None),
    "with a point": ("Panen raya di Pendopoan Contoh -3.4012, 104.8312, Kamis 26/11 09.00", PINNED, None),
    "a title alone": ("Panen raya", EventDetails("Panen raya"), None),
    "nothing": ("", EventDetails(), None),
    "in labelled lines": (
        LABELLED, replace(PLACED, dress="batik", contact="Dina, 0812-0000-0000", note="parkir di belakang", capacity=40), None,
    ),
    "in another zone": ("Panen raya di Pendopoan Contoh, Kamis 26/11 10.00 WITA", PLACED, None),
    "a day that is over": ("Panen raya di Pendopoan Contoh, 1/11 09.00", replace(PLACED, starts_at=None), Misread.PAST),
    "a day without its hour": ("Panen raya di Pendopoan Contoh, Kamis 26/11", replace(PLACED, starts_at=None), Misread.NO_TIME),
}  # fmt: skip


@pytest.mark.parametrize(("text", "details", "misread"), WRITTEN.values(), ids=WRITTEN)
def test_an_event_is_taken_apart(text: str, details: EventDetails, misread: Misread | None) -> None:
    assert compose(text, NOW, JAKARTA) == (details, misread)


CHANGES = {
    "jam 10.00": ("starts_at", NINE + timedelta(hours=1)),
    "jadi jam 10": ("starts_at", NINE + timedelta(hours=1)),
    "at 10:00": ("starts_at", NINE + timedelta(hours=1)),
    "ke jam 10.00 WIT": ("starts_at", NINE - timedelta(hours=1)),
    "besok 10.00": ("starts_at", datetime(2026, 11, 24, 3, tzinfo=UTC)),
    "waktu Jumat 27/11 08.00": ("starts_at", datetime(2026, 11, 27, 1, tzinfo=UTC)),
    "tempat Aula Contoh": ("place", "Aula Contoh"),
    "tempat: Aula Contoh": ("place", "Aula Contoh"),
    "di Aula Contoh": ("place", "Aula Contoh"),
    "place Aula Contoh": ("place", "Aula Contoh"),
    "dress batik": ("dress", "batik"),
    "narahubung Dina": ("contact", "Dina"),
    "catatan bawa kartu": ("note", "bawa kartu"),
    "judul Panen bersama": ("title", "Panen bersama"),
    "kapasitas 40": ("capacity", 40),
}


@pytest.mark.parametrize(("typed", "field", "value"), [(typed, *then) for typed, then in CHANGES.items()])
def test_a_change_names_one_thing(typed: str, field: str, value: object) -> None:
    then = change(PINNED, typed, NOW, JAKARTA)
    assert isinstance(then, EventDetails)
    assert differences(PINNED, then) == [field]
    assert getattr(then, field) == value
    assert (then.latitude is None) is (field == "place")  # another place is not where the pin stood
    assert fingerprint(then) != fingerprint(PINNED)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("apa saja", None),
        ("jam 25", Misread.NOT_A_MOMENT),
        ("kemarin 10.00", Misread.PAST),
        ("judul x", None),
        ("kapasitas 999999", None),
        ("tanggal 31/2 10.00", Misread.NO_SUCH_DATE),
        (f"catatan {'x' * 501}", None),
    ],
)
def test_what_changes_nothing_says_why(typed: str, why: Misread | None) -> None:
    assert change(PLACED, typed, NOW, JAKARTA) is why


PLACES = {
    "Aula Contoh": ("Aula Contoh", None, None),
    "Aula Contoh (-3.4012, 104.8312)": ("Aula Contoh", -3.4012, 104.8312),
    "Aula https://maps.contoh.id/@-3.4012,104.8312,17z": ("Aula", -3.4012, 104.8312),
    "-3.4012, 104.8312": ("", -3.4012, 104.8312),
    "Jl. Contoh No. 5, RT 3.10, 12.30": ("Jl. Contoh No. 5, RT 3.10, 12.30", None, None),
}


@pytest.mark.parametrize(("typed", "shown"), PLACES.items())
def test_a_place_may_hold_a_point(typed: str, shown: tuple[str, float | None, float | None]) -> None:
    taken = take(EventDetails(), "place", typed, NOW, JAKARTA)
    assert isinstance(taken, EventDetails)
    assert (taken.place, taken.latitude, taken.longitude) == shown


def test_a_pin_keeps_the_words_and_a_bare_one_lacks_them() -> None:
    assert placed_at(PLACED, Pin(-3.4012, 104.8312, "Kantor")) == PINNED
    assert missing(placed_at(EventDetails("Panen raya", NINE), Pin(-3.4012, 104.8312))) == ["place"]
    assert missing(EventDetails()) == ["title", "starts_at", "place"]


# the calendar file

SECRET = "5ec2e7" * 10
HELD = Invitation(
    id=InvitationId(7), number=58, status=InvitationStatus.SENT, author_id=PersonId(1), **vars(PINNED), fingerprint="f",
    approved="f", approver_id=None, proposed="", send_at=None, sent_at=NOW, ended_at=None, reason="", sequence=0, secret=SECRET,
    created_at=NOW,
)  # fmt: skip
HOSTILE = replace(HELD, title='Panen; raya, "besar" \\ 🌾' * 6, place="Aula\nContoh; lantai 2, kiri", note="baris 1\nbaris 2")


@pytest.mark.parametrize("held", [HELD, HOSTILE, replace(HELD, latitude=None, longitude=None)])
def test_another_program_reads_the_calendar_file_as_it_was_meant(held: Invitation) -> None:
    text = ics.calendar(held, "Humas Kab. Teladan", NOW)
    read = icalendar.Calendar.from_ical(text)
    [event] = read.walk("VEVENT")
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == (held.title, held.place)
    assert (event.decoded("DTSTART"), event.decoded("DTSTAMP")) == (NINE, NOW)
    assert (int(str(event["SEQUENCE"])), str(event["STATUS"]), str(read["METHOD"])) == (0, "CONFIRMED", "PUBLISH")
    assert held.note in str(event["DESCRIPTION"])
    assert ("GEO" in event) is (held.latitude is not None)
    assert not [error for component in read.walk() for error in component.errors]
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert lines[-1] == ""
    assert "\n" not in "".join(lines)


def test_a_change_and_a_cancellation_are_of_the_same_event_and_come_later() -> None:
    moved = replace(HELD, starts_at=NINE + timedelta(hours=1), sequence=1)
    versions = [
        icalendar.Calendar.from_ical(text)
        for text in (
            ics.calendar(HELD, "Humas", NOW), ics.calendar(moved, "Humas", NOW),
            ics.calendar(replace(moved, sequence=2), "Humas", NOW, cancelled=True),
        )
    ]  # fmt: skip
    events = [each.walk("VEVENT")[0] for each in versions]
    assert len({str(each["UID"]) for each in events}) == 1
    assert [int(str(each["SEQUENCE"])) for each in events] == [0, 1, 2]
    assert (str(versions[2]["METHOD"]), str(events[2]["STATUS"])) == ("CANCEL", "CANCELLED")
    assert ics.calendar(HELD, "Humas", NOW) != ics.calendar(replace(HELD, secret="0" * 60), "Humas", NOW)  # a neighbour's U-58


# the codes at the door


def test_a_code_is_good_for_its_minute_and_the_next() -> None:
    code = codes.code_at(SECRET, NOW)
    assert set(code) <= set(codes.LETTERS)
    assert len(code) == codes.LENGTH
    good = [seconds for seconds in range(-120, 240, 10) if codes.fits(SECRET, code.lower(), NOW + timedelta(seconds=seconds))]
    assert good == list(range(0, 120, 10))
    assert not codes.fits("0" * 60, code, NOW)
    assert len({codes.code_at(SECRET, NOW + timedelta(minutes=each)) for each in range(60)}) > 55
    assert [codes.until(NOW + timedelta(seconds=each)) for each in (0, 1, 59)] == [60, 59, 1]


@pytest.mark.parametrize(
    ("said", "code"),
    [(f"{before}bcdf", "bcdf") for before in ("", "kode ", "hadir ")] + [(each, "") for each in ("skrg", "bpbd", "bcd", "bcda")],
)
def test_a_code_is_four_letters_that_are_no_word(said: str, code: str) -> None:
    assert codes.typed(said) == code


def test_a_link_is_of_its_event_and_fits_a_platform() -> None:
    found = codes.carried(codes.link(HELD))
    assert found == codes.carried(f"/start {codes.link(HELD)}") == codes.carried(f"mulai {codes.link(HELD)} ")
    assert found
    assert codes.signed(HELD, found[1])
    assert not codes.signed(replace(HELD, number=59), found[1])
    assert codes.carried(f"lihat {codes.link(HELD)}") is None
    assert not codes.signed(HELD, "0" * codes.SIGNS)
    assert len(codes.link(replace(HELD, number=999_999_999))) <= 64


@pytest.mark.parametrize(("hours", "is_open"), [(-2.1, False), (-2, True), (0, True), (6, True), (6.1, False)])
def test_people_arrive_around_an_event(hours: float, is_open: bool) -> None:
    assert codes.open_at(HELD, NINE + timedelta(hours=hours)) is is_open


# the hours of reminders

ZONES = {"Asia/Jakarta": "+0700", "Asia/Makassar": "+0800", "Asia/Jayapura": "+0900"}
RULES = Rules(1, date(2026, 1, 1), "", None)


@pytest.mark.parametrize("zone", ZONES)
def test_people_are_reminded_by_the_clock_of_their_office_and_never_in_quiet_hours(zone: str) -> None:
    here = ZoneInfo(zone)
    hours = Hours(RULES, here)
    for day, hour in product(range(14), range(24)):
        starts = datetime(2026, 11, 23, hour, 30, tzinfo=here) + timedelta(days=day)
        eve, soon = (moment(kind, starts.astimezone(UTC), hours, here) for kind in (EVE, SOON))
        local = eve.astimezone(here)
        assert (local.date(), local.hour, local.minute) == ((starts - timedelta(days=1)).date(), 16, 0)
        assert soon <= starts - timedelta(hours=2)
        assert hours.quiet(soon) is None
        if hours.quiet(starts.astimezone(UTC) - timedelta(hours=2)) is None:
            assert soon == starts - timedelta(hours=2)


@pytest.mark.parametrize(
    ("now", "starts", "said"),
    [
        ("2026-11-23T16:00", "2026-11-24T10:00", EVE),
        ("2026-11-23T20:59", "2026-11-24T05:30", EVE),  # it would have been said in the night
        ("2026-11-23T22:30", "2026-11-24T00:30", SOON),
        ("2026-11-24T08:00", "2026-11-24T10:00", SOON),
        ("2026-11-24T08:20", "2026-11-24T10:00", SOON),
        ("2026-11-24T09:00", "2026-11-24T10:00", TODAY),  # late
        ("2026-11-24T00:10", "2026-11-24T10:00", TODAY),  # late on the eve
    ],
)
@pytest.mark.parametrize("zone", ZONES)
def test_a_reminder_says_how_far_ahead_the_event_is_and_nothing_else(zone: str, now: str, starts: str, said: str) -> None:
    here = ZoneInfo(zone)
    moments = [datetime.fromisoformat(each).replace(tzinfo=here).astimezone(UTC) for each in (starts, now)]
    assert ahead(moments[0], moments[1], here) == said
