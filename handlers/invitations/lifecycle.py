"""The life of an invitation: one table of what may follow what (rule)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from storage.records import InvitationStatus


class Move(StrEnum):
    """What somebody, or the clock, does to an invitation."""

    EDIT = "edit"
    SUBMIT = "submit"
    RETURN = "return"  # an approver asks for changes
    APPROVE = "approve"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    LAUNCH = "launch"
    PROPOSE = "propose"  # a change of what is out: it waits for an approval beside what holds
    CANCEL = "cancel"
    DISCARD = "discard"


S = InvitationStatus
_TABLE: Mapping[Move, Mapping[InvitationStatus, InvitationStatus]] = MappingProxyType(
    {
        # Whatever was agreed about an earlier version ends with it.
        Move.EDIT: {S.DRAFT: S.DRAFT, S.SUBMITTED: S.DRAFT, S.APPROVED: S.DRAFT, S.SCHEDULED: S.DRAFT},
        Move.SUBMIT: {S.DRAFT: S.SUBMITTED},
        Move.RETURN: {S.SUBMITTED: S.DRAFT},
        Move.APPROVE: {S.SUBMITTED: S.APPROVED},
        Move.SCHEDULE: {S.APPROVED: S.SCHEDULED, S.SCHEDULED: S.SCHEDULED},
        Move.UNSCHEDULE: {S.SCHEDULED: S.APPROVED},
        Move.LAUNCH: {S.APPROVED: S.SENT, S.SCHEDULED: S.SENT},
        Move.PROPOSE: {S.SENT: S.SENT},
        Move.CANCEL: {S.SENT: S.CANCELLED},
        Move.DISCARD: {S.DRAFT: S.DISCARDED, S.SUBMITTED: S.DISCARDED, S.APPROVED: S.DISCARDED, S.SCHEDULED: S.DISCARDED},
    }
)

UNFINISHED = tuple(status for status in InvitationStatus if status in _TABLE[Move.EDIT])
OUT = (S.SENT, S.CANCELLED)


def after(status: InvitationStatus, move: Move) -> InvitationStatus | None:
    """The status that follows, or None where the move may not be made."""
    return _TABLE[move].get(status)
