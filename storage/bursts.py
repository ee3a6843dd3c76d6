"""Bursts: the links of one chat that are gathered until they are answered together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func

from storage.database import OfficeDb, as_record
from storage.records import AccountId, PersonId
from storage.tables import bursts


@dataclass(frozen=True)
class Burst:
    """Links as typed, each with the moment at which it came in ISO form, and the words around them."""

    id: int
    person_id: PersonId
    account_id: AccountId
    chat: str
    typed: Mapping[str, str]
    words: str
    opened_at: datetime


async def current(db: OfficeDb, account_id: AccountId, chat: str) -> Burst | None:
    """The open burst of a chat."""
    row = await db.row(
        db.of(bursts).where(bursts.c.account_id == account_id, bursts.c.chat == chat, bursts.c.closed_at.is_(None)).limit(1)
    )
    return as_record(Burst, row) if row else None


async def find(db: OfficeDb, burst_id: int) -> Burst | None:
    """One burst, or None."""
    row = await db.row(db.of(bursts).where(bursts.c.id == burst_id))
    return as_record(Burst, row) if row else None


async def begin(db: OfficeDb, person_id: PersonId, account_id: AccountId, chat: str, now: datetime) -> Burst:
    """An empty burst, open from now."""
    where = {"account_id": account_id, "chat": chat}
    added = await db.add(bursts, person_id=person_id, **where, typed={}, opened_at=now, closes_at=now)
    return Burst(added, person_id, account_id, chat, {}, "", now)


async def extend(db: OfficeDb, burst: Burst, typed: Mapping[str, str], words: str, closes_at: datetime) -> bool:
    """Put what it holds now; False where it has been closed meanwhile."""
    still_open = (bursts.c.id == burst.id, bursts.c.closed_at.is_(None))
    return await db.change(bursts, *still_open, typed=dict(typed), words=words, closes_at=closes_at) == 1


async def close(db: OfficeDb, burst: Burst, now: datetime) -> bool:
    """Close it; False where somebody was first."""
    return await db.change(bursts, bursts.c.id == burst.id, bursts.c.closed_at.is_(None), closed_at=now) == 1


async def next_due(db: OfficeDb) -> datetime | None:
    """When the next one closes."""
    found: datetime | None = await db.value(db.of(bursts, func.min(bursts.c.closes_at)).where(bursts.c.closed_at.is_(None)))
    return found


async def due(db: OfficeDb, now: datetime) -> Burst | None:
    """The one that has waited longest for its answer."""
    here = (bursts.c.closed_at.is_(None), bursts.c.closes_at <= now)
    row = await db.row(db.of(bursts).where(*here).order_by(bursts.c.closes_at, bursts.c.id).limit(1))
    return as_record(Burst, row) if row else None
