"""Work that touches the network or the disk: queued in a deed's transaction, done under a lease by the worker."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select, update

from storage.database import EveryOfficeDb, OfficeDb
from storage.records import Json, OfficeId
from storage.tables import jobs

LEASE = timedelta(minutes=2)
PAUSES = (timedelta(seconds=5), timedelta(minutes=1), timedelta(minutes=10))  # between tries; then it has failed


@dataclass(frozen=True)
class Claimed:
    """A job under our lease, which its moment tells from any later one."""

    id: int
    office_id: OfficeId
    kind: str
    facts: Json
    tries: int  # that failed so far
    until: datetime


async def add(db: OfficeDb, kind: str, key: str, facts: Json, run_at: datetime) -> None:
    """Queue a job; the same key is queued once."""
    await db.add_once(jobs, kind=kind, key=key, facts=facts, state="waiting", run_at=run_at)


async def claim(db: EveryOfficeDb, now: datetime) -> Claimed | None:
    """Lease the next job; None where none is due."""
    free = or_(jobs.c.leased_until.is_(None), jobs.c.leased_until <= now)
    query = select(jobs).where(jobs.c.state == "waiting", jobs.c.run_at <= now, free).order_by(jobs.c.run_at, jobs.c.id)
    row = await db.row(query.limit(1).with_for_update(skip_locked=True))
    if row is None:
        return None
    await db.run(update(jobs).where(jobs.c.id == row.id).values(leased_until=now + LEASE))
    return Claimed(row.id, OfficeId(row.office_id), row.kind, row.facts, row.tries, now + LEASE)


async def done(db: EveryOfficeDb, job: Claimed) -> bool:
    """The job is finished; False where our lease ran out and it is another's now."""
    return await db.run(update(jobs).where(*_ours(job)).values(state="done", leased_until=None)) == 1


async def failed(db: EveryOfficeDb, job: Claimed, fault: str, now: datetime) -> bool:
    """Count a failed try; True where there will not be another."""
    over = job.tries >= len(PAUSES)
    pause = PAUSES[min(job.tries, len(PAUSES) - 1)]
    values = {"tries": job.tries + 1, "fault": fault[:500], "leased_until": None, "run_at": now + pause}
    await db.run(update(jobs).where(*_ours(job)).values(**values, state="failed" if over else "waiting"))
    return over


def _ours(job: Claimed) -> tuple[ColumnElement[bool], ...]:
    return jobs.c.id == job.id, jobs.c.state == "waiting", jobs.c.leased_until == job.until


async def next_due(db: EveryOfficeDb) -> datetime | None:
    """When the next job is due; one under a lease is when that ends."""
    due = func.min(func.coalesce(jobs.c.leased_until, jobs.c.run_at))
    found: datetime | None = await db.value(select(due).where(jobs.c.state == "waiting"))
    return found


async def waiting(db: EveryOfficeDb) -> int:
    """How many jobs wait."""
    return int(await db.value(select(func.count()).select_from(jobs).where(jobs.c.state == "waiting")))
