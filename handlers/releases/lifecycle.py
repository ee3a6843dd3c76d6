"""The life of a release: one table of what may follow what (rule)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from storage.records import Status


class Move(StrEnum):
    """What somebody, or the clock, does to a release."""

    EDIT = "edit"
    SUBMIT = "submit"
    RETURN = "return"  # an approver asks for changes
    APPROVE = "approve"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    LAUNCH = "launch"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"  # nothing waits any more
    ABANDON = "abandon"  # what still waits is cancelled
    RESEND = "resend"  # to those whom it failed to reach
    DISCARD = "discard"
    RECALL = "recall"  # it is out, and is taken back


S = Status
_TABLE: Mapping[Move, Mapping[Status, Status]] = MappingProxyType(
    {
        # Whatever was agreed about an earlier text ends with it.
        Move.EDIT: {S.DRAFT: S.DRAFT, S.SUBMITTED: S.DRAFT, S.APPROVED: S.DRAFT, S.SCHEDULED: S.DRAFT},
        Move.SUBMIT: {S.DRAFT: S.SUBMITTED},
        Move.RETURN: {S.SUBMITTED: S.DRAFT},
        Move.APPROVE: {S.SUBMITTED: S.APPROVED},
        Move.SCHEDULE: {S.APPROVED: S.SCHEDULED, S.SCHEDULED: S.SCHEDULED},
        Move.UNSCHEDULE: {S.SCHEDULED: S.APPROVED},
        Move.LAUNCH: {S.APPROVED: S.SENDING, S.SCHEDULED: S.SENDING},
        Move.PAUSE: {S.SENDING: S.PAUSED},
        Move.RESUME: {S.PAUSED: S.SENDING},
        Move.CLOSE: {S.SENDING: S.SENT},
        Move.ABANDON: {S.SENDING: S.SENT, S.PAUSED: S.SENT},
        Move.RESEND: {S.SENT: S.SENDING},
        Move.DISCARD: {S.DRAFT: S.DISCARDED, S.SUBMITTED: S.DISCARDED, S.APPROVED: S.DISCARDED, S.SCHEDULED: S.DISCARDED},
        Move.RECALL: {S.SENDING: S.RECALLED, S.PAUSED: S.RECALLED, S.SENT: S.RECALLED},
    }
)

UNFINISHED = tuple(status for status in Status if status in _TABLE[Move.EDIT])
LAUNCHED = (Status.SENDING, Status.PAUSED, Status.SENT)


def after(status: Status, move: Move) -> Status | None:
    """The status that follows, or None where the move may not be made."""
    return _TABLE[move].get(status)
