"""How far the sandbox's invented day has come: what of it the database shows, whoever did it and however."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, ScalarSelect, Table, exists, func, select

from storage.corrections import State
from storage.database import EveryOfficeDb
from storage.records import InvitationStatus, Purpose, RowState, Status
from storage.tables import (
    announcements,
    appeals,
    bursts,
    corrections,
    inquiries,
    inquiry_answers,
    invitations,
    invitees,
    jobs,
    links,
    outbox,
    releases,
)

HANDED_IN: Final = releases.c.status.not_in((Status.DRAFT, Status.DISCARDED))
PROPOSED: Final = invitations.c.status.not_in((InvitationStatus.DRAFT, InvitationStatus.DISCARDED))
SENT: Final = outbox.c.state == RowState.SENT


@dataclass(frozen=True)
class Part:
    """Rows of a table whose moment lies within the day, and how many of them it takes."""

    table: Table
    moment: str
    where: tuple[ColumnElement[bool], ...] = ()
    number: int = 1

    def seen(self, since: datetime) -> ScalarSelect[Any]:
        """Whether there are enough of them."""
        conditions = (self.table.c[self.moment] >= since, *self.where)
        if self.number == 1:
            return select(exists().where(*conditions)).scalar_subquery()
        return select(func.count() >= self.number).select_from(self.table).where(*conditions).scalar_subquery()


PARTS: Final[Mapping[str, Part]] = {
    "summary": Part(outbox, "created_at", (outbox.c.purpose == Purpose.DIGEST, SENT)),  # an official got one
    "write": Part(releases, "created_at", (HANDED_IN,)),
    "send": Part(releases, "launched_at"),
    "proposed": Part(invitations, "created_at", (PROPOSED,)),
    "invite": Part(invitations, "sent_at"),
    "gathered": Part(bursts, "opened_at"),  # links were pasted, and their answer waits for the burst to close
    "link": Part(links, "received_at"),
    "decided": Part(links, "received_at", (links.c.decided_by.is_not(None),)),  # one of the day, by a person
    "appealed": Part(appeals, "raised_at"),
    "answered": Part(appeals, "decided_at"),
    "rsvp": Part(invitees, "answered_at"),
    "asked": Part(inquiries, "asked_at"),
    "question": Part(inquiry_answers, "at"),
    "mending": Part(corrections, "created_at", (corrections.c.state != State.DRAFT,)),
    "correction": Part(corrections, "sent_at"),
    "digest": Part(outbox, "hushed_at", (SENT, outbox.c.card == "release_sent")),
    "door": Part(invitees, "arrived_at"),
    "noted": Part(announcements, "created_at"),
    "both": Part(announcements, "created_at", number=2),
    "night": Part(outbox, "hushed_at", (SENT, outbox.c.card == "digest")),
    "recap": Part(jobs, "run_at", (jobs.c.kind == "write_recap",)),
}  # fmt: skip


async def journey(db: EveryOfficeDb, since: datetime) -> Mapping[str, bool]:
    """Which parts of the day have happened since a moment, in any office."""
    row = await db.row(select(*(part.seen(since).label(name) for name, part in PARTS.items())))
    return {name: bool(row and getattr(row, name)) for name in PARTS}
