"""What follows each kind of failure, by purpose: one table, and nothing about platforms."""

from dataclasses import dataclass
from datetime import timedelta

from bot.channels.base import Problem
from storage.records import Purpose, RowState

AGAIN_WHEN_UNSURE = frozenset({Purpose.REPLY, Purpose.NOTICE, Purpose.RELEASE})  # better twice than never
SHORTEST = timedelta(seconds=1)  # a busy platform that names no time is not asked again at once
SOON = timedelta(seconds=2)
STOPPED = timedelta(minutes=15)


@dataclass(frozen=True)
class Outcome:
    """What becomes of a row, and of whom it was for."""

    state: RowState
    wait: timedelta = timedelta(0)
    unreachable: bool = False
    stops_account: bool = False


def outcome(problem: Problem, purpose: Purpose, tries: int, wait: float = 0.0) -> Outcome:
    """What follows a failure. `tries` counts the failures before this one, `wait` is in seconds."""
    match problem:
        case Problem.BUSY:
            return Outcome(RowState.WAITING, max(timedelta(seconds=wait), SHORTEST))  # not the row's fault: never used up
        case Problem.SLOW:
            return Outcome(RowState.WAITING, max(timedelta(seconds=wait), SHORTEST))
        case Problem.GONE:
            return Outcome(RowState.FAILED, unreachable=True)
        case Problem.REFUSED | Problem.UNWANTED:
            return Outcome(RowState.FAILED)
        case Problem.CLOSED | Problem.FLOOD:
            return Outcome(RowState.HELD)
        case Problem.BROKEN:
            return Outcome(RowState.WAITING, STOPPED, stops_account=True)
        case Problem.UNSURE if purpose in AGAIN_WHEN_UNSURE and tries == 0:
            return Outcome(RowState.WAITING, SOON)
        case Problem.UNSURE:
            return Outcome(RowState.UNSURE)
