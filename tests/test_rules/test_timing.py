"""The moment a link came is the proof; the page's day is the second. Every cell of the two."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.limits import deadline
from handlers.links.article import Article
from handlers.links.timing import When, timeliness

JAKARTA = ZoneInfo("Asia/Jakarta")
EVENT = datetime(2026, 11, 22, 14, 10, tzinfo=JAKARTA)
UNTIL = deadline(EVENT, 2, JAKARTA)
HOUR = timedelta(hours=1)


def page(published: datetime | None, *, disputed: bool = False) -> Article:
    return Article("", published, "", "", "", "", hidden=False, disputed=disputed)


@pytest.mark.parametrize(
    ("days", "last"), [(0, "2026-11-22"), (2, "2026-11-24"), (7, "2026-11-29"), (10, "2026-12-02")],
)  # fmt: skip
def test_a_deadline_is_the_end_of_a_day_at_the_office(days: int, last: str) -> None:
    assert deadline(EVENT, days, JAKARTA).isoformat() == f"{last}T23:59:59+07:00"
    late_at_night = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)  # the 23rd in Jakarta
    assert deadline(late_at_night, days, JAKARTA).date() - late_at_night.date() == timedelta(days=days + 1)


EARLY, LATE = EVENT + 20 * HOUR, UNTIL + 30 * HOUR
CASES = {
    "in time, and the page says so": (EARLY, EARLY - HOUR, When.IN_TIME),
    "in time, and the page names no day": (EARLY, None, When.IN_TIME),
    "in time, and the page names only the day": (EARLY, EVENT.replace(hour=0, minute=0), When.IN_TIME),
    "in time, and the page's hour is a zone ahead": (EARLY, EARLY + 7 * HOUR, When.IN_TIME),
    "in time, and the page is from last year": (EARLY, EARLY - timedelta(days=365), When.CONFLICT),
    "in time, and the page is from next week": (EARLY, EARLY + timedelta(days=7), When.CONFLICT),
    "to the second": (UNTIL, None, When.IN_TIME),
    "a second late": (UNTIL + timedelta(seconds=1), None, When.LATE),
    "late, and the page says so": (LATE, LATE - HOUR, When.LATE),
    "late, and the page names no day": (LATE, None, When.LATE),
    "late, and the page says it was in time": (LATE, EARLY, When.CONFLICT),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_both_proofs_together(case: str) -> None:
    sent, published, when = CASES[case]
    assert timeliness(sent, page(published), EVENT, UNTIL) is when


def test_a_page_that_contradicts_itself_is_looked_at() -> None:
    assert timeliness(EARLY, page(EARLY, disputed=True), EVENT, UNTIL) is When.CONFLICT


TOLD = {  # what a group's export says moves a refusal to a person, and nothing else
    "late, and in time in the group": (LATE, None, EARLY, When.TOLD),
    "late, and late in the group": (LATE, None, LATE - HOUR, When.LATE),
    "late by the page too, and in time in the group": (LATE, LATE - HOUR, EARLY, When.TOLD),
    "in time, and late in the group": (EARLY, None, LATE, When.IN_TIME),
}


@pytest.mark.parametrize("case", TOLD)
def test_what_a_group_says_is_never_proof_alone(case: str) -> None:
    sent, published, told, when = TOLD[case]
    assert timeliness(sent, page(published), EVENT, UNTIL, told) is when
