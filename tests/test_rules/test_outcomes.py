"""Every kind of failure with every purpose, the first time and after an earlier failure."""

from datetime import timedelta
from itertools import product

import pytest

from bot.channels.base import Problem
from bot.outcomes import SHORTEST, SOON, STOPPED, Outcome, belated, outcome
from storage.records import Purpose, RowState

ONCE_MORE = Outcome(RowState.WAITING, SOON)
LEFT_OPEN = Outcome(RowState.UNSURE)
# What follows whatever the purpose and however often it failed before.
ALWAYS = {
    Problem.BUSY: Outcome(RowState.WAITING, timedelta(seconds=7)),
    Problem.SLOW: Outcome(RowState.WAITING, timedelta(seconds=7)),
    Problem.UNWANTED: Outcome(RowState.FAILED, unwanted=True),
    Problem.FLOOD: Outcome(RowState.HELD, floods=True),
    Problem.GONE: Outcome(RowState.FAILED, unreachable=True),
    Problem.REFUSED: Outcome(RowState.FAILED),
    Problem.BROKEN: Outcome(RowState.WAITING, STOPPED, stops_account=True),
}
# What follows where a message may have arrived: the first time, and when that happens again.
MAY_HAVE_ARRIVED = {
    Purpose.REPLY: (ONCE_MORE, LEFT_OPEN),
    Purpose.NOTICE: (ONCE_MORE, LEFT_OPEN),
    Purpose.RECEIPT: (ONCE_MORE, LEFT_OPEN),
    Purpose.RELEASE: (ONCE_MORE, LEFT_OPEN),
    Purpose.INVITATION: (ONCE_MORE, LEFT_OPEN),
    Purpose.URGENT: (ONCE_MORE, LEFT_OPEN),
    Purpose.ANNOUNCEMENT: (LEFT_OPEN, LEFT_OPEN),
    Purpose.REMINDER: (LEFT_OPEN, LEFT_OPEN),
    Purpose.DIGEST: (LEFT_OPEN, LEFT_OPEN),
    Purpose.PROGRESS: (LEFT_OPEN, LEFT_OPEN),
}


def test_the_tables_have_every_cell() -> None:
    assert {*ALWAYS, Problem.UNSURE, Problem.CLOSED} == set(Problem)
    assert set(MAY_HAVE_ARRIVED) == set(Purpose)


@pytest.mark.parametrize(("problem", "purpose", "tries"), list(product(ALWAYS, Purpose, (0, 1, 9))))
def test_a_failure_that_is_certain(problem: Problem, purpose: Purpose, tries: int) -> None:
    assert outcome(problem, purpose, tries, wait=7 if problem is not Problem.SLOW else 7 / 4**tries) == ALWAYS[problem]


@pytest.mark.parametrize(("purpose", "tries"), list(product(Purpose, (0, 1, 2))))
def test_a_failure_that_may_be_none(purpose: Purpose, tries: int) -> None:
    assert outcome(Problem.UNSURE, purpose, tries) == MAY_HAVE_ARRIVED[purpose][min(tries, 1)]


@pytest.mark.parametrize(("named", "waits"), [(0, SHORTEST), (0.2, SHORTEST), (1, SHORTEST), (35, timedelta(seconds=35))])
def test_a_busy_platform_is_given_the_time_it_asks_and_never_none(named: float, waits: timedelta) -> None:
    assert outcome(Problem.BUSY, Purpose.REPLY, 0, named).wait == waits
    assert outcome(Problem.SLOW, Purpose.RELEASE, 0, named).wait == waits


@pytest.mark.parametrize("purpose", Purpose)
def test_a_talk_that_is_closed_is_opened_by_a_template_or_given_up(purpose: Purpose) -> None:
    again = Outcome(RowState.WAITING, SHORTEST, closes_talk=True)
    assert [outcome(Problem.CLOSED, purpose, tries) for tries in (0, 1, 2)] == [again, again, Outcome(RowState.FAILED)]


@pytest.mark.parametrize("purpose", Purpose)
def test_what_the_platform_tells_later_is_never_repeated_blindly(purpose: Purpose) -> None:
    assert outcome(Problem.UNSURE, purpose, 0, told_later=True) == LEFT_OPEN


@pytest.mark.parametrize(("named", "tries", "waits"), [(4, 0, 4), (4, 1, 16), (4, 2, 64), (4, 20, 86_400), (86_400, 0, 86_400)])
def test_one_person_waits_longer_each_time_and_a_day_at_most(named: float, tries: int, waits: float) -> None:
    assert outcome(Problem.SLOW, Purpose.RELEASE, tries, named).wait == timedelta(seconds=waits)


@pytest.mark.parametrize("purpose", Purpose)
def test_what_failed_after_it_was_taken_is_tried_once_more_in_its_time_and_then_given_up(purpose: Purpose) -> None:
    for problem in (Problem.BUSY, Problem.SLOW):
        tries = [belated(problem, purpose, tries, 60) for tries in (0, 1, 2)]
        assert tries == [Outcome(RowState.WAITING, timedelta(seconds=60)), Outcome(RowState.FAILED), Outcome(RowState.FAILED)]
    for problem in set(Problem) - {Problem.BUSY, Problem.SLOW}:
        assert belated(problem, purpose, 0, 60) == outcome(problem, purpose, 0, told_later=True)
