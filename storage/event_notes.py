"""Notes with which an official is prepared for an event: each is another row, the latest holds."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func

from storage.database import OfficeDb, as_record
from storage.records import Invitation, InvitationId, InvitationStatus, Person, PersonId
from storage.tables import event_notes, invitations


@dataclass(frozen=True)
class Note:
    """A note as it was written."""

    id: int
    person_id: PersonId
    words: str
    at: datetime


async def write(db: OfficeDb, held: Invitation, by: Person, words: str, now: datetime) -> None:
    """A note of an event, in place of the one before."""
    await db.add(event_notes, invitation_id=held.id, person_id=by.id, words=words, at=now)


async def latest(db: OfficeDb, held: Invitation) -> Note | None:
    """The note of an event that holds; None where there is none."""
    query = db.of(event_notes).where(event_notes.c.invitation_id == held.id)
    row = await db.row(query.order_by(event_notes.c.id.desc()).limit(1))
    return as_record(Note, row) if row else None


async def coming(db: OfficeDb, now: datetime) -> tuple[tuple[InvitationId, int, datetime], ...]:
    """Events to come that have notes: each with the id of those that hold, and when it begins; the earliest first."""
    newest = func.max(event_notes.c.id).label("note_id")
    query = db.of(event_notes, invitations.c.id, newest, invitations.c.starts_at)
    joined = query.join(invitations, invitations.c.id == event_notes.c.invitation_id)
    here = joined.where(invitations.c.status == InvitationStatus.SENT, invitations.c.starts_at > now)
    grouped = here.group_by(invitations.c.id, invitations.c.starts_at).order_by(invitations.c.starts_at, invitations.c.id)
    return tuple((InvitationId(row.id), row.note_id, row.starts_at) for row in await db.rows(grouped))
