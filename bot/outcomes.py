"""What follows each kind of failure, by purpose: one table, and nothing about platforms."""

from dataclasses import dataclass
from datetime import timedelta

from bot.channels.base import Problem
from storage.records import Purpose, RowState

TRIES = 5  # certain failures of the passing kind; then the row has failed
AGAIN_WHEN_UNSURE = frozenset({Purpose.REPLY, Purpose.NOTICE, Purpose.RELEASE})  # better twice than never
PAUSES = tuple(timedelta(seconds=each) for each in (2, 10, 60, 300, 900))


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
            return Outcome(RowState.WAITING, timedelta(seconds=wait))  # not the row's fault: never used up
        case Problem.GONE:
            return Outcome(RowState.FAILED, unreachable=True)
        case Problem.REFUSED:
            return Outcome(RowState.FAILED)
        case Problem.BROKEN:
            return Outcome(RowState.WAITING, PAUSES[-1], stops_account=True)
        case Problem.UNSURE if purpose in AGAIN_WHEN_UNSURE and tries == 0:
            return Outcome(RowState.WAITING, PAUSES[0])
        case Problem.UNSURE:
            return Outcome(RowState.UNSURE)


def passing(tries: int) -> Outcome:
    """A failure that is certain and passing, such as a refused connection: tried again with growing pauses."""
    if tries >= TRIES:
        return Outcome(RowState.FAILED)
    return Outcome(RowState.WAITING, PAUSES[min(tries, len(PAUSES) - 1)])
