"""Auditors: people who may look for a while."""

from datetime import datetime

from sqlalchemy import ColumnElement, func

from storage.database import OfficeDb, as_records
from storage.people import ABLE
from storage.records import Person, Role
from storage.tables import people


async def unbounded(db: OfficeDb) -> bool:
    """Whether somebody was made an auditor whose time has no end yet."""
    return await db.row(db.of(people, people.c.id).where(people.c.role_until.is_(None), *_here()).limit(1)) is not None


async def bound(db: OfficeDb, until: datetime) -> None:
    """Give those an end who have none."""
    await db.change(people, people.c.role_until.is_(None), *_here(), role_until=until)


async def next_end(db: OfficeDb) -> datetime | None:
    """When the next auditor's time is over."""
    found: datetime | None = await db.value(db.of(people, func.min(people.c.role_until)).where(*_here()))
    return found


async def over(db: OfficeDb, now: datetime) -> tuple[Person, ...]:
    """The auditors whose time is over."""
    return as_records(Person, await db.rows(db.of(people).where(people.c.role_until <= now, *_here()).order_by(people.c.id)))


def _here() -> tuple[ColumnElement[bool], ...]:
    return people.c.role == Role.AUDITOR, people.c.standing.in_(ABLE)
