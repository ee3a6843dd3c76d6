"""What one process alone may do at a time, where several share a database: each under a numbered lease that runs out.

Moments are seconds of the database's own clock, so that the clocks of machines may differ.
"""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select, text, update

from storage.database import EveryOfficeDb, as_records
from storage.tables import leases

LONG_GONE = 3600.0  # seconds
TURN = 7_201  # the number of our lock; any that nobody else uses


@dataclass(frozen=True)
class Lease:
    """Who holds something until when. `number` grows with each holder."""

    name: str
    holder: str
    number: int
    until: float  # seconds


async def clock(db: EveryOfficeDb) -> float:
    """The database's now, in seconds."""
    if db.dialect == "sqlite":  # one machine
        return time.time()
    return float(await db.value(select(func.extract("epoch", func.clock_timestamp()))))


async def alone(db: EveryOfficeDb) -> None:
    """Until the commit nobody else holds, renews or gives: many rows at a time would be locked in many orders.

    Who stands still meanwhile makes room before the others' leases run out.
    """
    if db.dialect != "sqlite":
        await db.run(text("SET LOCAL idle_in_transaction_session_timeout = 1500"))
        await db.value(select(func.pg_advisory_xact_lock(TURN)))


async def everyone(db: EveryOfficeDb) -> Sequence[Lease]:
    """Every lease that was ever given."""
    return as_records(Lease, await db.rows(select(leases)))


async def renew(db: EveryOfficeDb, holder: str, now: float, until: float) -> None:
    """Prolong what somebody holds; what has run out is lost."""
    await db.run(update(leases).where(leases.c.holder == holder, leases.c.until > now).values(until=until))


async def take(db: EveryOfficeDb, names: Sequence[str], holder: str, now: float, until: float) -> int:
    """Hold of some things those that nobody holds; gives how many. Of many who try, one gets each."""
    await db.add_all_once(leases, [{"name": name, "holder": "", "number": 0, "until": 0.0} for name in names])
    free = (leases.c.name.in_(names), leases.c.until <= now)
    return await db.run(update(leases).where(*free).values(holder=holder, number=leases.c.number + 1, until=until))


async def give(db: EveryOfficeDb, holder: str, names: Collection[str] | None = None) -> None:
    """Let go of some of what somebody holds, or of all."""
    which = (leases.c.holder == holder,) if names is None else (leases.c.holder == holder, leases.c.name.in_(names))
    await db.run(update(leases).where(*which).values(until=0.0))


async def forget(db: EveryOfficeDb, now: float) -> None:
    """Drop what told of processes that are long gone."""
    await db.run(delete(leases).where(leases.c.name.contains("/"), leases.c.until < now - LONG_GONE))
