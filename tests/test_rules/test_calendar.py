"""S9: a day, a week, a month and each year after; three tries over two days, seven days, and back without a word."""

from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

import pytest

from handlers.links.calendar import after, following
from storage.records import Access, LinkId, LookResult, Occasion, Watched

KEPT = 3650  # days
BEGUN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
FRESH = Watched(LinkId(1), Access.OPEN, Occasion.DAY, BEGUN, BEGUN + timedelta(days=1), None, 0, None, 0, None)
R, A, WHY = LookResult, Access, Occasion


def looked(watch: Watched, result: LookResult, days: float) -> Watched:
    """How it stands after a look so many days after it was recognised."""
    return replace(watch, **asdict(after(watch, result, BEGUN + timedelta(days=days), KEPT)))


@pytest.mark.parametrize(
    ("days", "occasion", "at"),
    [
        (0, WHY.DAY, 1),
        (1, WHY.WEEK, 7),
        (5, WHY.WEEK, 7),
        (7, WHY.MONTH, 30),
        (29, WHY.MONTH, 30),
        (30, WHY.YEAR, 365),
        (700, WHY.YEAR, 730),
    ],
)
def test_the_next_look(days: int, occasion: Occasion, at: int) -> None:
    assert following(BEGUN, BEGUN + timedelta(days=days), KEPT) == (occasion, BEGUN + timedelta(days=at))


def test_when_evidence_has_been_kept_long_enough_nobody_looks_any_more() -> None:
    assert following(BEGUN, BEGUN + timedelta(days=3649), KEPT) == (WHY.YEAR, BEGUN + timedelta(days=KEPT))
    assert following(BEGUN, BEGUN + timedelta(days=KEPT), KEPT) == (WHY.YEAR, None)


def test_three_tries_over_two_days_then_the_owner_then_seven_days() -> None:
    told = []
    watch = FRESH
    for days, state, occasion, next_at in (
        (1, A.FAILING, WHY.TRY, 2), (1.5, A.FAILING, WHY.TRY, 2.5), (2, A.FAILING, WHY.TRY, 3),  # thrice, but not over two days
        (3, A.TOLD, WHY.GRACE, 10), (5, A.TOLD, WHY.GRACE, 10), (10, A.AWAY, WHY.RETURN, 17), (17, A.AWAY, WHY.RETURN, 24),
    ):  # fmt: skip
        before, watch = watch, looked(watch, R.ABSENT, days)
        told += [days] if watch.state is A.TOLD and before.state is not A.TOLD else []
        assert (watch.state, watch.occasion, watch.next_at) == (state, occasion, BEGUN + timedelta(days=next_at)), days
        assert watch.since == BEGUN + timedelta(days=1)
    assert told == [3]
    back = looked(watch, R.CHANGED, 24)
    assert (back.state, back.occasion, back.since, back.tries, back.told_at) == (A.OPEN, WHY.MONTH, None, 0, None)


def test_while_nothing_is_frozen_a_doubt_is_looked_into_again_on_the_first_day() -> None:
    first = replace(FRESH, occasion=WHY.FIRST)
    assert looked(first, R.DOUBTFUL, 0.2).next_at == BEGUN + timedelta(days=0.2, hours=6)
    assert looked(first, R.DOUBTFUL, 1).occasion is WHY.WEEK


@pytest.mark.parametrize("state", Access)
@pytest.mark.parametrize("result", LookResult)
def test_every_result_in_every_state(state: Access, result: LookResult) -> None:
    since = None if state is A.OPEN else BEGUN
    watch = replace(
        FRESH, state=state, since=since, tries=0 if state is A.OPEN else 2, told_at=BEGUN if state is A.TOLD else None
    )
    now = BEGUN + timedelta(days=1)
    stands = after(watch, result, now, KEPT, timedelta(hours=9))
    tried = {A.OPEN: A.FAILING, A.FAILING: A.FAILING, A.TOLD: A.TOLD, A.AWAY: A.AWAY}[state]
    unproven = A.OPEN if state is A.FAILING else state
    assert stands.state is {
        R.FIRST: A.OPEN, R.SAME: A.OPEN, R.CHANGED: A.OPEN, R.ABSENT: tried, R.DOUBTFUL: unproven, R.CLOSED: unproven,
        R.NOTHING: unproven, R.LATER: state, R.OURS: state,
    }[result]  # fmt: skip
    assert stands.next_at
    assert stands.next_at > now
    if result in {R.LATER, R.OURS}:
        assert (stands.next_at, stands.tries, stands.since) == (now + timedelta(hours=9), watch.tries, watch.since)
