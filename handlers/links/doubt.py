"""Rule: whose a link is, and what a person of the office should look at before it is recognised."""

from collections.abc import Sequence
from enum import StrEnum

from handlers.links.canonical import Kind
from handlers.match import Kind as Found
from handlers.match import Match


class Doubt(StrEnum):
    """Why a person should look closer; kept with the link until it is decided."""

    NONE = ""
    UNKNOWN = "unknown"  # a host of nobody in the register
    LOOKALIKE = "lookalike"  # a host that could be taken for one of them
    OTHER = "other"  # an outlet that the sender does not write for
    CLAIMED = "claimed"  # the sender says they write for it too
    ORPHAN = "orphan"  # it came from a group, and who of the outlet wrote it is not known
    SHORT = "short"  # where it leads is not known yet


def judged(kind: Kind, found: Match, own: Sequence[int] | None) -> tuple[int | None, Doubt]:
    """The outlet of a link and the doubt about it; `own` are the sender's outlets, the main one first, None of nobody known."""
    if own is None and (found.kind is Found.OURS or kind is Kind.SOCIAL):
        return found.outlet if found.kind is Found.OURS else None, Doubt.ORPHAN
    own = own or ()
    if found.kind is Found.OURS:
        return found.outlet, Doubt.NONE if found.outlet in own else Doubt.OTHER
    if kind is Kind.SOCIAL:  # a network's host says nothing: it is taken for the sender's own
        return next(iter(own), None), Doubt.NONE
    if kind is Kind.RESOLVE:
        return None, Doubt.SHORT
    return None, Doubt.LOOKALIKE if found.kind is Found.LOOKALIKE else Doubt.UNKNOWN
