"""What follows each kind of failure, by purpose: one table, and nothing about platforms."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.channels.base import Problem
from storage.records import Purpose, RowState

AGAIN_WHEN_UNSURE = frozenset(
    {Purpose.REPLY, Purpose.NOTICE, Purpose.RECEIPT, Purpose.RELEASE, Purpose.INVITATION, Purpose.URGENT}
)  # better twice than never
SHORTEST = timedelta(seconds=1)  # a busy platform that names no time is not asked again at once
SOON = timedelta(seconds=2)
STOPPED = timedelta(minutes=15)
LONGEST = timedelta(days=1)
CLOSINGS = 2  # how often a talk may turn out to be closed before a message is given up


@dataclass(frozen=True)
class Outcome:
    """What becomes of a row, and of whom it was for."""

    state: RowState
    wait: timedelta = timedelta(0)
    unreachable: bool = False
    stops_account: bool = False
    closes_talk: bool = False  # the person has to be asked by a template
    unwanted: bool = False  # they want no broadcasts
    floods: bool = False  # what is said to many about this is stopped, and staff decide


# What a certain failure means, whatever the message was for.
CERTAIN = {
    Problem.BUSY: Outcome(RowState.WAITING, SHORTEST),  # not the row's fault: its tries are never used up
    Problem.SLOW: Outcome(RowState.WAITING, SHORTEST),
    Problem.CLOSED: Outcome(RowState.WAITING, SHORTEST, closes_talk=True),
    Problem.UNWANTED: Outcome(RowState.FAILED, unwanted=True),
    Problem.FLOOD: Outcome(RowState.HELD, floods=True),
    Problem.GONE: Outcome(RowState.FAILED, unreachable=True),
    Problem.REFUSED: Outcome(RowState.FAILED),
    Problem.BROKEN: Outcome(RowState.WAITING, STOPPED, stops_account=True),
}
NAMES_A_WAIT = frozenset({Problem.BUSY, Problem.SLOW})


def outcome(problem: Problem, purpose: Purpose, tries: int, wait: float = 0.0, *, told_later: bool = False) -> Outcome:
    """What follows a failure. `tries` counts the failures before this one, `wait` is in seconds.

    Where a platform tells later what became of a message, one in doubt is left to that and never repeated blindly.
    """
    if problem is Problem.UNSURE:
        again = purpose in AGAIN_WHEN_UNSURE and tries == 0 and not told_later
        return Outcome(RowState.WAITING, SOON) if again else Outcome(RowState.UNSURE)
    if problem is Problem.CLOSED and tries >= CLOSINGS:  # its template was refused as well
        return Outcome(RowState.FAILED)
    found = CERTAIN[problem]
    named = timedelta(seconds=wait * 4**tries if problem is Problem.SLOW else wait)  # each time one person waits longer
    return replace(found, wait=min(max(found.wait, named), LONGEST)) if problem in NAMES_A_WAIT else found


def belated(problem: Problem, purpose: Purpose, tries: int, wait: float) -> Outcome:
    """What follows when a message was taken and is told later to have failed: what may work is tried once more, in its time."""
    if problem in NAMES_A_WAIT:
        again = Outcome(RowState.WAITING, min(max(SHORTEST, timedelta(seconds=wait)), LONGEST))
        return again if tries == 0 else Outcome(RowState.FAILED)
    return outcome(problem, purpose, tries, told_later=True)
