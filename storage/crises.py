"""Disasters that are declared: one at a time, each for as long as it was declared or prolonged."""

from datetime import datetime

from sqlalchemy import func

from storage import offices
from storage.database import OfficeDb, as_record
from storage.records import Crisis, CrisisId, Person, Release
from storage.tables import crises, releases


def subject(crisis: Crisis) -> str:
    """What the audit calls it."""
    return f"crisis:{crisis.id}"


async def active(db: OfficeDb, now: datetime) -> Crisis | None:
    """The one that is on, if one is. Its hour ends it, also where a desk that was off has not said so yet."""
    held = await open_one(db)
    return held if held and now < held.until else None


async def open_one(db: OfficeDb) -> Crisis | None:
    """The one that has not been ended."""
    row = await db.row(db.of(crises).where(crises.c.ended_at.is_(None)).order_by(crises.c.id.desc()).limit(1))
    return as_record(Crisis, row) if row else None


async def start(db: OfficeDb, name: str, spokesperson: str, author: Person, now: datetime, until: datetime) -> Crisis | None:
    """Declare one; None where another has not been ended."""
    await offices.lock(db)
    if await open_one(db):
        return None
    values = {"name": name, "spokesperson": spokesperson, "author_id": author.id, "started_at": now, "until": until}
    return Crisis(CrisisId(await db.add(crises, **values)), name, spokesperson, author.id, now, until, None)


async def prolong(db: OfficeDb, crisis: Crisis, until: datetime) -> bool:
    """Let it last longer; False where it was changed or ended since it was read."""
    as_read = (crises.c.id == crisis.id, crises.c.until == crisis.until, crises.c.ended_at.is_(None))
    return await db.change(crises, *as_read, until=until) == 1


async def end(db: OfficeDb, crisis: Crisis, now: datetime) -> bool:
    """End it; False where it has ended."""
    return await db.change(crises, crises.c.id == crisis.id, crises.c.ended_at.is_(None), ended_at=now) == 1


async def report(db: OfficeDb, crisis: Crisis, release: Release) -> int:
    """Make a release the next situation report of a crisis; gives its number."""
    await offices.lock(db)
    last = await db.value(db.of(releases, func.max(releases.c.report)).where(releases.c.crisis_id == crisis.id))
    number = int(last or 0) + 1
    await db.change(releases, releases.c.id == release.id, crisis_id=crisis.id, report=number)
    return number


async def of_release(db: OfficeDb, release: Release) -> Crisis | None:
    """Of which crisis a release is a report."""
    row = await db.row(db.of(crises).where(crises.c.id == release.crisis_id)) if release.crisis_id else None
    return as_record(Crisis, row) if row else None
