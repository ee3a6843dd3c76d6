"""O9, O4 and O5: numbers that cannot flatter, what is asked of the news, and notes of which every number has its source."""

from datetime import UTC, date, datetime

import pytest

from handlers.coverage import report
from handlers.coverage.asked import asks_news, asks_who_came, called, read
from handlers.coverage.counting import begin, countable
from handlers.coverage.counts import Day, Link, Numbers, by_day, by_outlet, counted
from handlers.officials import note_text
from handlers.officials.note_text import Wrong
from handlers.span import Span
from storage.coverage import Row
from storage.records import Office, OfficeId

MON, TUE, WED = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
SPREAD = tuple(Link(number, TUE, f"Media {number % 27}", read=True, copies=tuple(range(1 + (number - 1) % 12, number, 12)))
               for number in range(1, 42))  # fmt: skip


@pytest.mark.parametrize(
    ("links", "numbers"),
    [
        ((), Numbers()),
        (SPREAD, Numbers(41, 12, 0, 27)),  # "41 link = 12 tulisan"
        ((Link(1, MON, "", read=False),), Numbers(1, 0, 1, 0)),  # what nobody read adds no text, an unknown outlet none
        ((Link(1, MON, "A", read=True), Link(2, MON, "A", read=True)), Numbers(2, 2, 0, 1)),
        ((Link(5, MON, "A", read=True, copies=(2,)), Link(7, MON, "B", read=True, copies=(2, 5))), Numbers(2, 1, 0, 2)),
        ((Link(5, MON, "A", read=True, copies=(2,)), Link(7, MON, "B", read=True, copies=(2,))), Numbers(2, 1, 0, 2)),
        ((Link(9, MON, "B", read=True, copies=(3,)), Link(3, MON, "A", read=True)), Numbers(2, 1, 0, 2)),  # in any order
    ],
)
def test_only_what_is_known_is_counted(links: tuple[Link, ...], numbers: Numbers) -> None:
    assert counted(links) == numbers
    assert counted(links).texts <= counted(links).links - counted(links).unread


def test_the_days_add_up_and_a_text_counts_on_its_first() -> None:
    links = (
        Link(1, MON, "B", read=True), Link(2, WED, "A", read=True, copies=(1,)), Link(3, WED, "A", read=True),
        Link(4, WED, "", read=False),
    )  # fmt: skip
    days = by_day(links, MON, WED)
    assert days == (Day(MON, 1, 1), Day(TUE, 0, 0), Day(WED, 3, 1))
    assert (sum(each.links for each in days), sum(each.texts for each in days)) == (4, counted(links).texts)
    assert by_outlet(links) == (("A", 2), ("B", 1))


ZONES = {"Asia/Jakarta": 8, "Asia/Makassar": 7, "Asia/Jayapura": 6}  # and the hour of UTC at which it is three there
MONTHS = {
    date(2026, 12, 1): (date(2026, 11, 1), date(2026, 11, 30)),
    date(2027, 1, 1): (date(2026, 12, 1), date(2026, 12, 31)),
    date(2027, 3, 1): (date(2027, 2, 1), date(2027, 2, 28)),
    date(2028, 3, 1): (date(2028, 2, 1), date(2028, 2, 29)),
}


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (date(2026, 11, 26), []), (date(2026, 11, 27), ["week"]), (date(2026, 12, 1), ["month"]), (date(2027, 3, 1), ["month"]),
        (date(2026, 12, 25), ["week"]), (date(2027, 1, 1), ["week", "month"]), (date(2028, 3, 1), ["month"]),
        (date(2026, 12, 31), []),
    ],
)  # fmt: skip
def test_weeks_are_told_on_fridays_also_on_holidays_and_months_on_the_first(day: date, kinds: list[str]) -> None:
    for zone, hour in ZONES.items():
        found = report.moments(Office(OfficeId(1), "Humas", zone), day)
        assert [kind for kind, _, _ in found] == kinds
        for kind, at, days in found:
            assert at.astimezone(UTC) == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
            assert days.last < day  # no day that has not ended
            assert ((days.last - days.first).days == 6) if kind == "week" else ((days.first, days.last) == MONTHS[day])


@pytest.mark.parametrize(
    ("kind", "days", "before"),
    [
        ("week", Span(date(2026, 11, 20), date(2026, 11, 26)), Span(date(2026, 11, 13), date(2026, 11, 19))),
        ("week", Span(date(2026, 12, 25), date(2026, 12, 31)), Span(date(2026, 12, 18), date(2026, 12, 24))),
        ("month", Span(date(2027, 1, 1), date(2027, 1, 31)), Span(date(2026, 12, 1), date(2026, 12, 31))),
        ("month", Span(date(2028, 3, 1), date(2028, 3, 31)), Span(date(2028, 2, 1), date(2028, 2, 29))),
        ("clippings", Span(MON, MON), Span(date(2026, 11, 22), date(2026, 11, 22))),
    ],
)
def test_days_are_compared_with_as_many_or_with_the_month_before(kind: str, days: Span, before: Span) -> None:
    assert report.before(kind, days) == before


@pytest.mark.parametrize(
    ("received", "zone", "day"),
    [
        (datetime(2026, 11, 22, 16, 59, tzinfo=UTC), "Asia/Jakarta", date(2026, 11, 22)),
        (datetime(2026, 11, 22, 17, 0, tzinfo=UTC), "Asia/Jakarta", MON),
        (datetime(2026, 11, 22, 15, 59, tzinfo=UTC), "Asia/Makassar", date(2026, 11, 22)),
        (datetime(2026, 11, 22, 16, 0, tzinfo=UTC), "Asia/Makassar", MON),
        (datetime(2026, 11, 22, 14, 59, tzinfo=UTC), "Asia/Jayapura", date(2026, 11, 22)),
        (datetime(2026, 11, 22, 15, 0, tzinfo=UTC), "Asia/Jayapura", MON),
    ],
)
def test_a_link_counts_on_the_day_of_the_office_s_clock(received: datetime, zone: str, day: date) -> None:
    office = Office(OfficeId(1), "Humas", zone)
    row = Row(1, 1, received, "https://contoh.id/1", "A", 0, "", read=True, copies=[], title="", opening="")
    assert [each.day for each in countable([row], office)] == [day]
    assert begin(office, MON) <= received if day == MON else received < begin(office, MON)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Dr. H. Fulan Teladan, M.Si.", "Fulan Teladan"), ("Ir Fulan bin Fulan S.Sos", "Fulan bin Fulan"),
        ("Fulan", "Fulan"), ("Hj. Siti Contoh", "Siti Contoh"), ("Prof. Dr.", "Dr."), ("Ratna Teladan", "Ratna Teladan"),
    ],
)  # fmt: skip
def test_who_is_named_is_looked_for_without_titles(name: str, told: str) -> None:
    assert called(name) == told


@pytest.mark.parametrize(
    ("typed", "words", "mine", "days"),
    [
        ("berita saya hari ini", (), True, Span(WED, WED)),
        ("my news today", (), True, Span(WED, WED)),
        ("berita tentang saya", (), True, Span(date(2026, 11, 19), WED)),
        ("Berita banjir", ("banjir",), False, Span(date(2026, 11, 19), WED)),
        ("berita soal banjir bandang kemarin", ("banjir", "bandang"), False, Span(TUE, TUE)),
        ("ada berita apa saja hari ini pak?", (), False, Span(WED, WED)),
        ("berita", (), False, Span(WED, WED)),
        ("news on flood 23/11", ("flood",), False, Span(MON, MON)),
        ("berita jembatan minggu ini", ("jembatan",), False, Span(MON, WED)),
        ("news about covid-19 this month", ("covid-19",), False, Span(date(2026, 11, 1), WED)),
    ],
)
def test_what_is_asked_of_the_news(typed: str, words: tuple[str, ...], mine: bool, days: Span) -> None:
    assert asks_news(typed)
    sought = read(typed, WED)
    assert (sought.words, sought.mine, sought.days) == (words, mine, days)


@pytest.mark.parametrize("typed", ["beritahu saya", "newsroom", "rilis banjir", "BERITA PANJANG " * 9, "berita\nbaris dua"])
def test_what_is_no_question_for_news(typed: str) -> None:
    assert not asks_news(typed)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("media apa yang hadir", True), ("media apa saja yg datang tadi?", True), ("which media came", True),
        ("media", False), ("media Suara Contoh", False), ("tambah media", False),
    ],
)  # fmt: skip
def test_who_came_is_asked(typed: str, asked: bool) -> None:
    assert asks_who_came(typed) is asked


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", Wrong.EMPTY),
        ("Fakta:\n\nAngka:", Wrong.EMPTY),
        ("a\nb\nc\nd", Wrong.MANY),
        ("Fakta: beras\nAngka: 312 KK", Wrong.SOURCE),
        ("Fakta: beras\nAngka: 312 KK (23/11)", Wrong.SOURCE),  # a day is no source
        ("x" * 1501, Wrong.LONG),
        ("beras untuk warga", {"facts": ("beras untuk warga",), "questions": (), "numbers": ()}),
        (
            "Fakta:\n- beras\n2. air\nPertanyaan: kapan?; di mana?\nAngka:\n• 312 KK (BPBD, 23/11)\n5 ton, sumber: Dinsos",
            {"facts": ("beras", "air"), "questions": ("kapan?", "di mana?"),
             "numbers": ("312 KK (BPBD, 23/11)", "5 ton, sumber: Dinsos")},
        ),
        ("beras. Pertanyaan: kapan? Angka: 312 KK (BPBD)",
         {"facts": ("beras",), "questions": ("kapan?",), "numbers": ("312 KK (BPBD)",)}),
        ("3 facts: rice\nLikely questions: when?\nFigures: 312 according to BPBD",
         {"facts": ("rice",), "questions": ("when?",), "numbers": ("312 according to BPBD",)}),
    ],
)  # fmt: skip
def test_notes_have_three_facts_and_numbers_with_sources(typed: str, found: object) -> None:
    assert note_text.read(typed) == found
