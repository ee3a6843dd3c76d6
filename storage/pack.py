"""What an auditor is given of a month's links: what was decided, measured, found again and paid; numbers, no names."""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, and_, false, func

from storage.database import OfficeDb
from storage.tables import (
    appeals,
    audit,
    ledger_batches,
    ledger_steps,
    link_steps,
    links,
    outlets,
    people,
    rechecks,
    releases,
    verdicts,
)  # fmt: skip

AT_ONCE: Final = 500  # links, or rows of the audit, that are read together
Rows = Sequence[Mapping[str, Any]]


async def concerned(db: OfficeDb, since: datetime, until: datetime, recap: date | None) -> Rows:
    """The links received in a span of time, and those from before it in a month's recap, with outlets and releases by name."""
    columns = (
        links.c.id, links.c.number, links.c.received_at, links.c.person_id, links.c.address, links.c.identity, links.c.kind,
        links.c.state, links.c.doubt, links.c.decided_at, links.c.reason, links.c.stage, links.c.recap,
        func.coalesce(outlets.c.name, "").label("outlet"), func.coalesce(releases.c.number, 0).label("release"),
    )  # fmt: skip
    query = db.of(links, *columns).join(outlets, outlets.c.id == links.c.outlet_id, isouter=True)
    joined = query.join(releases, releases.c.id == links.c.release_id, isouter=True)
    late = and_(links.c.received_at < since, links.c.recap == recap) if recap else false()
    here = and_(links.c.received_at >= since, links.c.received_at < until) | late
    return [dict(row._mapping) for row in await db.rows(joined.where(here).order_by(links.c.number))]


async def codes(db: OfficeDb, ids: Sequence[int]) -> Mapping[int, int]:
    """The numbers that people type of links by their ids."""
    found: dict[int, int] = {}
    for at in range(0, len(ids), AT_ONCE):
        rows = await db.rows(db.of(links, links.c.id, links.c.number).where(links.c.id.in_(ids[at : at + AT_ONCE])))
        found |= {row.id: row.number for row in rows}
    return found


async def _of(db: OfficeDb, table: Table, ids: Sequence[int], *more: ColumnElement[Any]) -> AsyncIterator[Rows]:
    """Rows about links, some links at a time, each link's in the order in which they were written."""
    for at in range(0, len(ids), AT_ONCE):
        query = db.of(table, table, *more).where(table.c.link_id.in_(ids[at : at + AT_ONCE]))
        yield [dict(row._mapping) for row in await db.rows(query.order_by(table.c.link_id, table.c.id))]


def decisions(db: OfficeDb, ids: Sequence[int]) -> AsyncIterator[Rows]:
    """Each step of each link."""
    return _of(db, link_steps, ids)


def checks(db: OfficeDb, ids: Sequence[int]) -> AsyncIterator[Rows]:
    """What was read behind each link, and what the rules made of it."""
    return _of(db, verdicts, ids)


def looks(db: OfficeDb, ids: Sequence[int]) -> AsyncIterator[Rows]:
    """Each time a link was looked at again."""
    return _of(db, rechecks, ids)


def objections(db: OfficeDb, ids: Sequence[int]) -> AsyncIterator[Rows]:
    """The appeals about each link."""
    return _of(db, appeals, ids)


async def payments(db: OfficeDb, ids: Sequence[int]) -> AsyncIterator[Rows]:
    """Each step of each link on its way to payment, with who marked it and when."""
    batch = (ledger_batches.c.person_id, ledger_batches.c.at, ledger_batches.c.undoes)
    for at in range(0, len(ids), AT_ONCE):
        query = db.of(ledger_steps, ledger_steps, *batch).join(ledger_batches, ledger_batches.c.id == ledger_steps.c.batch_id)
        here = query.where(ledger_steps.c.link_id.in_(ids[at : at + AT_ONCE]))
        yield [dict(row._mapping) for row in await db.rows(here.order_by(ledger_steps.c.link_id, ledger_steps.c.id))]


async def roles(db: OfficeDb) -> Mapping[int, str]:
    """What everybody is to the office, by their number; no name."""
    return {row.id: row.role for row in await db.rows(db.of(people, people.c.id, people.c.role))}


async def log(db: OfficeDb, since: datetime) -> AsyncIterator[Rows]:
    """The audit from a moment on, in the order of its chain as far as it is sealed, some rows at a time."""
    last = 0
    while True:
        query = db.of(audit).where(audit.c.at >= since, audit.c.place > last).order_by(audit.c.place).limit(AT_ONCE)
        rows = [dict(row._mapping) for row in await db.rows(query)]
        if not rows:
            return
        yield rows
        last = rows[-1]["place"]
