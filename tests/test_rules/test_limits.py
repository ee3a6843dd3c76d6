"""Until when an appeal is answered, how many links another limit would have touched; when a link is in time is in test_timing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.limits import affected, answer_by
from storage.records import Counted, LinkState, Medium, OutletId, Rules

JAKARTA = ZoneInfo("Asia/Jakarta")
RULES = Rules(1, date(2026, 1, 1), "", None)
LAUNCHED = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)  # Monday morning in Jakarta


def link(
    days: float, medium: Medium = Medium.ONLINE, outlet: int = 1, state: LinkState = LinkState.RECOGNISED, *, about: bool = True
) -> Counted:
    return Counted(OutletId(outlet), medium, LAUNCHED + timedelta(days=days), LAUNCHED if about else None, state)


# On the 2nd three of outlet 1 and one of outlet 2, then one a day; one waits, one is of no release.
LINKS = (
    link(0), link(0.1), link(0.2), link(0.2, outlet=2), link(1), link(2), link(3), link(4, Medium.TV), link(9, Medium.TV),
    link(3, state=LinkState.RECEIVED), link(3, outlet=2, about=False),
)  # fmt: skip
CASES = {
    "nothing": ({}, 0),
    "a day more for sites": ({"days_online": 3}, 2),
    "a day less for sites": ({"days_online": 1}, 1),
    "the same day only": ({"days_online": 0}, 2),
    "fewer days for television": ({"days_tv": 3}, 1),
    "more days for television": ({"days_tv": 10}, 1),
    "more for papers, of which there is none": ({"days_print": 30}, 0),
    "one a day": ({"per_day": 1}, 2),
    "three a day": ({"per_day": 3}, 0),
    "five a month": ({"quota": 5}, 3),
    "likeness is of no link that was counted": ({"recognised": 90}, 0),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_preview_counts_what_would_be_otherwise(case: str) -> None:
    changed, number = CASES[case]
    new = replace(RULES, **changed)  # type: ignore[arg-type]  # a table of several kinds
    assert affected(RULES, new, LINKS, JAKARTA) == affected(new, RULES, LINKS, JAKARTA) == number


ANSWERS = {  # raised (2 November 2026 is a Monday), in so many working days, answered by the end of that day
    ("2026-11-02T08:00", 1): "2026-11-03", ("2026-11-02T08:00", 3): "2026-11-05", ("2026-11-05T23:59", 1): "2026-11-06",
    ("2026-11-05T08:00", 2): "2026-11-09", ("2026-11-06T08:00", 1): "2026-11-09", ("2026-11-07T08:00", 1): "2026-11-09",
    ("2026-11-08T08:00", 5): "2026-11-13", ("2026-11-02T08:00", 30): "2026-12-14",
}  # fmt: skip


def test_an_appeal_is_answered_by_the_end_of_a_working_day_at_the_office() -> None:
    for (raised, days), last in ANSWERS.items():
        at = datetime.fromisoformat(raised).replace(tzinfo=JAKARTA).astimezone(UTC)
        assert answer_by(at, days, JAKARTA).isoformat() == f"{last}T23:59:59+07:00", (raised, days)
