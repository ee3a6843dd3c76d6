"""What a recap lists: links with what they belong to, how they were decided and how far they have come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func

from storage.database import OfficeDb, as_records
from storage.records import LinkState, OutletId, Stage
from storage.tables import ledger_batches, ledger_steps, links, outlets, people, releases

AT_ONCE: Final = 1_000  # rows that are read together


@dataclass(frozen=True)
class Row:
    """A link as a recap lists it; what does not apply is empty. The document is the latest by which it was marked."""

    number: int
    received_at: datetime
    outlet: str
    medium: str
    sender: str
    release: int  # its number; 0 for none
    headline: str
    address: str
    state: LinkState
    decided_at: datetime | None
    reason: str
    stage: Stage
    recap: date | None
    document: str
    reference: str
    dated: date | None


@dataclass(frozen=True)
class Change:
    """A link that came into a month's recap from an earlier month, or was taken out of an earlier recap by it."""

    number: int
    stage: Stage  # RECAPPED where it came in, CORRECTED where it was taken out
    received_at: datetime
    outlet: str
    state: LinkState
    reason: str
    decided_at: datetime | None
    at: datetime


def _text(column: Any, name: str) -> Any:
    return func.coalesce(column, "").label(name)


def _joined(query: Select[Any]) -> Select[Any]:
    return (
        query.join(outlets, outlets.c.id == links.c.outlet_id, isouter=True)
        .join(people, people.c.id == links.c.person_id, isouter=True)
        .join(releases, releases.c.id == links.c.release_id, isouter=True)
    )


async def received(db: OfficeDb, since: datetime, until: datetime, outlet_id: OutletId | None = None) -> list[Row]:
    """All links received in a span of time, in the order of their numbers; read some at a time, so that others get their turn."""
    columns = (
        links.c.number, links.c.received_at, _text(outlets.c.name, "outlet"), _text(outlets.c.medium, "medium"),
        _text(people.c.name, "sender"), func.coalesce(releases.c.number, 0).label("release"),
        _text(releases.c.headline, "headline"), links.c.address, links.c.state, links.c.decided_at, links.c.reason, links.c.stage,
        links.c.recap, _text(ledger_steps.c.document, "document"), _text(ledger_steps.c.reference, "reference"),
        ledger_steps.c.dated,
    )  # fmt: skip
    latest = and_(ledger_steps.c.link_id == links.c.id, ledger_steps.c.batch_id == links.c.batch_id)
    query = _joined(db.of(links, *columns)).join(ledger_steps, latest, isouter=True).where(*_span(since, until, outlet_id))
    found: list[Row] = []
    while True:
        after = query.where(links.c.number > (found[-1].number if found else 0)).order_by(links.c.number).limit(AT_ONCE)
        rows = as_records(Row, await db.rows(after))
        found += rows
        if len(rows) < AT_ONCE:
            return found


async def numbers(
    db: OfficeDb, since: datetime, until: datetime, outlet_id: OutletId | None = None
) -> Mapping[tuple[LinkState, Stage], int]:
    """How many links received in a span of time are in each state and stage."""
    query = db.of(links, links.c.state, links.c.stage, func.count().label("number")).where(*_span(since, until, outlet_id))
    rows = await db.rows(query.group_by(links.c.state, links.c.stage))
    return {(LinkState(row.state), Stage(row.stage)): row.number for row in rows}


def _span(since: datetime, until: datetime, outlet_id: OutletId | None) -> tuple[ColumnElement[bool], ...]:
    mine = (links.c.outlet_id == outlet_id,) if outlet_id else ()
    return (links.c.received_at >= since, links.c.received_at < until, *mine)


async def changes(db: OfficeDb, month: date, since: datetime, outlet_id: OutletId | None = None) -> tuple[Change, ...]:
    """What a month's recaps brought in from before, or took out again, and still stands so."""
    columns = (
        links.c.number, ledger_steps.c.stage, links.c.received_at, _text(outlets.c.name, "outlet"), links.c.state, links.c.reason,
        links.c.decided_at, ledger_batches.c.at,
    )  # fmt: skip
    query = _joined(db.of(links, *columns)).join(ledger_steps, ledger_steps.c.link_id == links.c.id)
    joined = query.join(ledger_batches, ledger_batches.c.id == ledger_steps.c.batch_id)
    stands = and_(ledger_steps.c.stage == Stage.CORRECTED, links.c.batch_id == ledger_steps.c.batch_id)
    late = and_(ledger_steps.c.stage == Stage.RECAPPED, links.c.received_at < since, links.c.recap == month)
    mine = (links.c.outlet_id == outlet_id,) if outlet_id else ()
    here = (ledger_batches.c.recap == month, ledger_batches.c.undoes.is_(None), stands | late, *mine)
    return as_records(Change, await db.rows(joined.where(*here).order_by(ledger_steps.c.id)))
