"""Announcements: their rows, whom they can be for, and what became of each sending."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func

from storage import offices
from storage.database import OfficeDb, as_record, as_records
from storage.records import Announcement, AnnouncementId, Audience, Medium, Person, Role, RowState
from storage.tables import announcements, occurrences, outbox

GROUPS: Mapping[str, Audience] = {  # in the order in which they are offered; the key is what a row keeps
    "journalists": Audience((Role.JOURNALIST,)),
    **{str(medium): Audience((Role.JOURNALIST,), (medium,)) for medium in Medium},
    "staff": Audience((Role.DRAFTER, Role.VERIFIER, Role.APPROVER, Role.ADMIN)),
}
UNSETTLED = (RowState.WAITING, RowState.HELD, RowState.CALLING)


def about(announcement: Announcement) -> str:
    """What the audit calls it."""
    return f"announcement:{announcement.id}"


def sending(announcement: Announcement, due_at: datetime) -> str:
    """What the messages of one sending are about, and the key under which it happens once."""
    return f"{about(announcement)}:{due_at:%Y%m%d%H%M%S}"


async def add(db: OfficeDb, author: Person, body: str, group: str, next_at: datetime, weekly: str, now: datetime) -> Announcement:
    """A new announcement with the next number, first due at `next_at`."""
    number = await offices.next_number(db, "announcement")
    first = {"number": number, "author_id": author.id, "body": body, "audience": group, "weekly": weekly}
    added = AnnouncementId(await db.add(announcements, **first, next_at=next_at, created_at=now))
    return Announcement(added, number, author.id, body, group, weekly, next_at, None, now)


async def find(db: OfficeDb, announcement_id: int) -> Announcement | None:
    """One announcement, or None."""
    row = await db.row(db.of(announcements).where(announcements.c.id == announcement_id))
    return as_record(Announcement, row) if row else None


async def by_number(db: OfficeDb, number: int) -> Announcement | None:
    """One announcement by the number people type, or None."""
    row = await db.row(db.of(announcements).where(announcements.c.number == number))
    return as_record(Announcement, row) if row else None


async def coming(db: OfficeDb) -> tuple[Announcement, ...]:
    """What is still to be sent, the next first."""
    here = db.of(announcements).where(announcements.c.next_at.is_not(None))
    return as_records(Announcement, await db.rows(here.order_by(announcements.c.next_at, announcements.c.id)))


async def next_due(db: OfficeDb) -> datetime | None:
    """When the next one is to be sent."""
    found: datetime | None = await db.value(db.of(announcements, func.min(announcements.c.next_at)))
    return found


async def carry_on(db: OfficeDb, announcement: Announcement, next_at: datetime | None, now: datetime) -> bool:
    """Take up the moment that is due and set the next; without one it has ended. False: somebody was first."""
    as_read = (announcements.c.id == announcement.id, announcements.c.next_at == announcement.next_at)
    return await db.change(announcements, *as_read, next_at=next_at, ended_at=None if next_at else now) == 1


async def stop(db: OfficeDb, announcement: Announcement, now: datetime) -> bool:
    """Send it no more; False where nothing was to come."""
    here = (announcements.c.id == announcement.id, announcements.c.next_at.is_not(None))
    return await db.change(announcements, *here, next_at=None, ended_at=now) == 1


async def last_sending(db: OfficeDb, announcement: Announcement) -> str:
    """What the messages of the latest sending are about; empty where there was none."""
    mine = occurrences.c.key.startswith(f"{about(announcement)}:", autoescape=True)
    query = db.of(occurrences, occurrences.c.key).where(mine).order_by(occurrences.c.due_at.desc()).limit(1)
    return str(await db.value(query) or "")


async def was_told(db: OfficeDb, announcement: Announcement, person: Person) -> bool:
    """Whether somebody was among those it was sent to."""
    mine = outbox.c.subject.startswith(f"{about(announcement)}:", autoescape=True)
    return await db.row(db.of(outbox, outbox.c.id).where(mine, outbox.c.person_id == person.id).limit(1)) is not None
