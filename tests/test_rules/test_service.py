"""Hours of service: when a question is read, until when it is answered, and how its code and words are told apart."""

from collections.abc import Collection
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.inquiries import reading
from handlers.inquiries.service import Service
from storage.records import Rules

WIB, WITA, WIT = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Makassar"), ZoneInfo("Asia/Jayapura")
OFF = (date(2026, 12, 24), date(2026, 12, 25))  # a Thursday of leave, and Christmas
LONG = Rules(1, date(2026, 1, 1), "", None, service_from="08:00", service_until="10:00", answer_hours=5)


def service(zone: ZoneInfo = WIB, off: Collection[date] = (), rules: Rules | None = None) -> Service:
    return Service(rules or Rules(1, date(2026, 1, 1), "", None), zone, off)


def at(text: str, zone: ZoneInfo = WIB) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


# asked, and when it is read, reminded of and due; the office answers in four hours, from 07.30 to 16.00
ASKED = [
    ("2026-11-23T08:00", "2026-11-23T08:00", "2026-11-23T11:00", "2026-11-23T12:00"),
    ("2026-11-23T07:29:59", "2026-11-23T07:30", "2026-11-23T10:30", "2026-11-23T11:30"),
    ("2026-11-23T07:30", "2026-11-23T07:30", "2026-11-23T10:30", "2026-11-23T11:30"),
    ("2026-11-23T12:00", "2026-11-23T12:00", "2026-11-23T15:00", "2026-11-23T16:00"),  # to the last minute
    ("2026-11-23T12:01", "2026-11-23T12:01", "2026-11-23T15:01", "2026-11-24T07:31"),
    ("2026-11-23T13:30", "2026-11-23T13:30", "2026-11-24T08:00", "2026-11-24T09:00"),
    ("2026-11-23T15:59", "2026-11-23T15:59", "2026-11-24T10:29", "2026-11-24T11:29"),
    ("2026-11-23T16:00", "2026-11-24T07:30", "2026-11-24T10:30", "2026-11-24T11:30"),  # closed by then
    ("2026-11-23T23:59", "2026-11-24T07:30", "2026-11-24T10:30", "2026-11-24T11:30"),
    ("2026-11-27T15:00", "2026-11-27T15:00", "2026-11-30T09:30", "2026-11-30T10:30"),  # a Friday
    ("2026-11-27T16:30", "2026-11-30T07:30", "2026-11-30T10:30", "2026-11-30T11:30"),
    ("2026-11-28T10:00", "2026-11-30T07:30", "2026-11-30T10:30", "2026-11-30T11:30"),  # a Saturday
    ("2026-11-29T23:00", "2026-11-30T07:30", "2026-11-30T10:30", "2026-11-30T11:30"),  # a Sunday
    ("2026-12-23T15:00", "2026-12-23T15:00", "2026-12-28T09:30", "2026-12-28T10:30"),  # two days off and a weekend
    ("2026-12-24T09:00", "2026-12-28T07:30", "2026-12-28T10:30", "2026-12-28T11:30"),
]


@pytest.mark.parametrize("zone", [WIB, WITA, WIT], ids=["WIB", "WITA", "WIT"])
@pytest.mark.parametrize(("asked", "read", "reminded", "due"), ASKED)
def test_a_promise_counts_the_hours_of_service_of_the_office(
    zone: ZoneInfo, asked: str, read: str, reminded: str, due: str
) -> None:
    hours, moment = service(zone, OFF), at(asked, zone)
    assert (hours.opens(moment), hours.reminder(moment), hours.due(moment)) == (at(read, zone), at(reminded, zone), at(due, zone))
    assert hours.is_open(moment) is (asked == read)


def test_an_office_with_short_days_takes_more_of_them() -> None:
    assert service(rules=LONG).due(at("2026-11-23T09:00")) == at("2026-11-25T10:00")


def test_an_office_that_answers_within_the_hour_is_reminded_at_once() -> None:
    hours = service(rules=Rules(1, date(2026, 1, 1), "", None, answer_hours=1))
    assert hours.reminder(at("2026-11-23T06:00")) == at("2026-11-23T07:30")
    assert hours.due(at("2026-11-23T06:00")) == at("2026-11-23T08:30")


class Never:
    """An office that is closed on all days."""

    def __contains__(self, day: object) -> bool:
        return True


def test_an_office_that_never_opens_promises_nothing() -> None:
    with pytest.raises(LookupError):
        Service(LONG, WIB, Never()).opens(at("2026-11-23T09:00"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("R-231 berapa KK?", ("R", 231, "berapa KK?")),
        ("r231, berapa KK?", ("R", 231, "berapa KK?")),
        ("R 231: berapa\nKK?", ("R", 231, "berapa\nKK?")),
        ("u–58 parkir di mana?", ("U", 58, "parkir di mana?")),
        ("T-7", ("T", 7, "")),
        ("T-007 dan jiwa?", ("T", 7, "dan jiwa?")),
        ("berapa KK di RT 3?", ("", 0, "berapa KK di RT 3?")),
        ("RT 3 berapa KK?", ("", 0, "RT 3 berapa KK?")),
        ("rumah 12 kapan dibangun?", ("", 0, "rumah 12 kapan dibangun?")),
        ("R-231a", ("", 0, "R-231a")),
        ("R-0", ("", 0, "R-0")),
        ("", ("", 0, "")),
    ],
)
def test_a_code_is_told_from_the_question_behind_it(text: str, meant: tuple[str, int, str]) -> None:
    assert reading.split(text) == meant


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("312 KK", ("312 KK", "")),
        ("312 KK\nlatar", ("312 KK", "latar")),
        ("312 KK\nsumber: Ir. Fulan, BPBD", ("312 KK", "sumber: Ir. Fulan, BPBD")),
        ("312 KK\ndi tiga desa", ("312 KK\ndi tiga desa", "")),
        ("sumber: Ir. Fulan", ("sumber: Ir. Fulan", "")),  # nothing above it that could be an answer
    ],
)
def test_the_last_line_of_an_answer_may_name_its_source(text: str, parts: tuple[str, str]) -> None:
    assert reading.parted(text) == parts


def test_questions_and_sources_have_limits() -> None:
    assert reading.question("berapa   KK\u200b?") == "berapa KK?"
    assert reading.source("Sumber: Ir. Fulan, BPBD") == "Ir. Fulan, BPBD"
    for read, text, why in [
        (reading.question, "? ! KK", "short"), (reading.question, "a" * 1001, "long"), (reading.answer, "a" * 2001, "long"),
        (reading.source, "12 34 56 78", "short"), (reading.source, "a" * 201, "long"),
    ]:  # fmt: skip
        with pytest.raises(ValueError, match=why):
            read(text)
    for said in (
        "Untuk latar belakang.",
        "latar saja",
        "Mohon jangan dikutip",
        "bukan untuk dikutip",
        "not to be quoted",
        "do not quote",
    ):
        assert reading.is_background(said)
    for said in ("Latar, Kepala BPBD", "Jangan dikutip sebelum besok", "Ir. Fulan"):
        assert not reading.is_background(said)
    assert reading.behind("T-7 ke Dinas PU") == "Dinas PU"


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Selasa 24/11 10.00 di kantor BPBD", "2026-11-24T10:00"),
        ("Bapak bersedia besok jam 10, lantai 2", "2026-11-24T10:00"),
        ("Bisa hari Selasa, 24 November 2026 pukul 11.00 WITA di Aula", "2026-11-24T10:00"),
        ("Tuesday 24/11 10:00 at the office, or Wednesday 25/11 10:00", "2026-11-24T10:00"),
        ("kemarin 10.00 di kantor", ""),  # and not today at ten
        ("Selasa di kantor, pukul 10.00", ""),
        ("Sebanyak 312 KK di 3 desa, RT 2", ""),
        ("belum bisa", ""),
        ("kata " * 400, ""),
    ],
)
def test_the_hour_of_an_interview_is_the_first_that_is_named(text: str, hour: str) -> None:
    assert reading.appointment(text, at("2026-11-23T08:00"), WIB) == (at(hour) if hour else None)


@pytest.mark.parametrize(
    ("text", "asked", "topic"),
    [
        ("wawancara dengan Kepala BPBD", True, False),
        ("Minta wawancara bersama Bupati soal banjir.", True, True),
        ("interview with the mayor about floods", True, True),
        ("Apakah ada sesi wawancara dengan Bupati?", False, False),
        ("wawancara kemarin kapan dimuat?", False, False),
    ],
)
def test_an_interview_is_told_from_a_question(text: str, asked: bool, topic: bool) -> None:
    assert (reading.is_interview(text), reading.has_topic(text)) == (asked, topic)
