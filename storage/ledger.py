"""The ledger: how far each recognised link is on its way to payment, in steps that are added and never changed.

What is done at once is a batch. `links.stage` is where a link stands, and changes only from where it stood; a batch can be
taken back, by another batch, until a later one builds on one of its links.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, exists, func, literal, or_, select

from storage import offices
from storage.database import OfficeDb, as_record, as_records
from storage.records import LinkId, LinkState, OutletId, Person, PersonId, Stage
from storage.tables import ledger_batches, ledger_steps, links, people

S = Stage
# Each stage with those it may follow.
FROM: Final[Mapping[Stage, tuple[Stage, ...]]] = {
    S.RECAPPED: (S.NONE, S.CORRECTED),
    S.INVOICED: (S.RECAPPED,),
    S.ORDERED: (S.INVOICED,),
    S.PAID: (S.INVOICED, S.ORDERED),
    S.CORRECTED: (S.RECAPPED, S.INVOICED, S.ORDERED, S.PAID),
}
# What a link that has come so far has been as well.
REACHED: Final[Mapping[Stage, tuple[Stage, ...]]] = {
    S.RECAPPED: (S.RECAPPED, S.INVOICED, S.ORDERED, S.PAID),
    S.INVOICED: (S.INVOICED, S.ORDERED, S.PAID),
    S.ORDERED: (S.ORDERED,),
    S.PAID: (S.PAID,),
    S.CORRECTED: (S.CORRECTED,),
}


class Overtaken(Exception):
    """Something changed between looking and marking; the transaction is given up."""


@dataclass(frozen=True)
class Paper:
    """The document by which something was marked: SPM 0123/LS/2026 of a day. All empty where there is none."""

    document: str = ""
    reference: str = ""
    dated: date | None = None


@dataclass(frozen=True)
class Scope:
    """Which links are meant: of a month's recap, or, where they are not recapped yet, received in it.

    `late` are spans of earlier months that were recapped already: what was recognised after that comes with this recap.
    """

    month: date
    since: datetime
    until: datetime
    outlet_id: OutletId | None = None
    late: tuple[tuple[datetime, datetime], ...] = ()
    ids: tuple[int, ...] | None = None  # these links and no others


@dataclass(frozen=True)
class Count:
    """How many links, of how many outlets and people."""

    links: int
    outlets: int
    people: int


@dataclass(frozen=True)
class Batch:
    """What was marked at once."""

    id: int
    person_id: PersonId
    stage: Stage
    recap: date | None
    outlet_id: OutletId | None
    at: datetime
    undoes: int | None


@dataclass(frozen=True)
class Step:
    """One step of one link. `undoes` where it only takes an earlier one back."""

    stage: Stage
    was: Stage
    recap: date | None
    at: datetime
    person: str
    document: str
    reference: str
    dated: date | None
    undoes: int | None


def _which(stage: Stage, scope: Scope) -> tuple[ColumnElement[bool], ...]:
    """What may be marked so: where it stands, how it was decided, and whether it is meant."""
    stands = (links.c.stage.in_([each.value for each in FROM[stage]]),)
    state = links.c.state != LinkState.RECOGNISED if stage is S.CORRECTED else links.c.state == LinkState.RECOGNISED
    outlet = (links.c.outlet_id == scope.outlet_id,) if scope.outlet_id else ()
    if scope.ids is not None:
        return (*stands, state, links.c.id.in_(scope.ids))
    if stage is S.CORRECTED:
        return (*stands, state, *outlet)
    if stage is not S.RECAPPED:
        return (*stands, state, *outlet, links.c.recap == scope.month)
    spans = [and_(links.c.received_at >= since, links.c.received_at < until) for since, until in (*scope.late, _own(scope))]
    return (*stands, state, *outlet, or_(*spans, links.c.stage == S.CORRECTED.value))


def _own(scope: Scope) -> tuple[datetime, datetime]:
    return scope.since, scope.until


async def count(db: OfficeDb, stage: Stage, scope: Scope) -> Count:
    """How much would be marked."""
    numbers = (func.count().label("links"), func.count(links.c.outlet_id.distinct()).label("outlets"),
               func.count(links.c.person_id.distinct()).label("people"))  # fmt: skip
    row = await db.row(db.of(links, *numbers).where(*_which(stage, scope)))
    return as_record(Count, row) if row else Count(0, 0, 0)


async def left_out(db: OfficeDb, stage: Stage, scope: Scope) -> tuple[int, ...]:
    """Numbers of links that stand where they could be marked, but are no longer recognised."""
    outlet = (links.c.outlet_id == scope.outlet_id,) if scope.outlet_id else ()
    stands = links.c.stage.in_([each.value for each in FROM[stage]])
    here = (stands, links.c.recap == scope.month, links.c.state != LinkState.RECOGNISED, *outlet)
    return tuple(row.number for row in await db.rows(db.of(links, links.c.number).where(*here).order_by(links.c.number)))


async def would_change(db: OfficeDb, stage: Stage, scope: Scope) -> Mapping[int, int]:
    """The links that would be marked so: their numbers by their ids."""
    query = db.of(links, links.c.id, links.c.number).where(*_which(stage, scope)).order_by(links.c.number)
    return {row.id: row.number for row in await db.rows(query)}


async def begin(
    db: OfficeDb, stage: Stage, recap: date | None, outlet_id: OutletId | None, by: Person, now: datetime, paper: Paper
) -> int:
    """A batch, still empty; one is made at a time. Without a stage it is of several, as a list that was sent."""
    await offices.lock(db)
    kept = {"document": paper.document, "reference": paper.reference, "dated": paper.dated}
    return await db.add(ledger_batches, person_id=by.id, stage=stage, recap=recap, outlet_id=outlet_id, at=now, **kept)


async def mark(db: OfficeDb, batch_id: int, stage: Stage, scope: Scope, paper: Paper) -> int:
    """Bring links to a stage, each with its step, and give their number; Overtaken where one was changed meanwhile."""
    recap = literal(scope.month, ledger_steps.c.recap.type) if stage is S.RECAPPED else links.c.recap
    columns = {
        "office_id": links.c.office_id, "batch_id": literal(batch_id), "link_id": links.c.id, "stage": literal(stage.value),
        "recap": recap, "document": literal(paper.document), "reference": literal(paper.reference),
        "dated": literal(paper.dated, ledger_steps.c.dated.type), "was": links.c.stage, "recap_before": links.c.recap,
        "before_id": links.c.batch_id,
    }  # fmt: skip
    where = _which(stage, scope)
    chosen = db.of(links, *columns.values()).where(*where).with_for_update(of=links)
    steps = await db.run(ledger_steps.insert().from_select(list(columns), chosen))
    mine = select(ledger_steps.c.link_id).where(ledger_steps.c.batch_id == batch_id, ledger_steps.c.stage == stage.value)
    values: dict[str, Any] = {"stage": stage, "batch_id": batch_id}
    values |= {"recap": scope.month} if stage is S.RECAPPED else {}
    if await db.change(links, *where, links.c.id.in_(mine), **values) != steps:
        raise Overtaken
    return steps


async def batch(db: OfficeDb, batch_id: int) -> Batch | None:
    """One batch, or None."""
    row = await db.row(db.of(ledger_batches).where(ledger_batches.c.id == batch_id))
    return as_record(Batch, row) if row else None


async def take_back(db: OfficeDb, held: Batch, by: Person, now: datetime) -> int:
    """Bring every link of a batch back to where it stood; 0 where a later batch builds on one of them, or it was taken back."""
    await offices.lock(db)
    here = ledger_steps.c.batch_id == held.id
    marked = int(await db.value(db.of(ledger_steps, func.count()).where(here)))
    still = int(await db.value(db.of(links, func.count()).where(links.c.batch_id == held.id)))
    if held.undoes or not marked or marked != still:
        return 0
    values = {"person_id": by.id, "stage": held.stage, "recap": held.recap, "outlet_id": held.outlet_id, "at": now}
    if not await db.add_once(ledger_batches, undoes=held.id, **values):
        return 0
    undone = int(await db.value(db.of(ledger_batches, ledger_batches.c.id).where(ledger_batches.c.undoes == held.id)))
    await _steps_back(db, held.id, undone)
    before = {
        name: select(column).where(here, ledger_steps.c.link_id == links.c.id).scalar_subquery()
        for name, column in
        {"stage": ledger_steps.c.was, "recap": ledger_steps.c.recap_before, "batch_id": ledger_steps.c.before_id}.items()
    }  # fmt: skip
    if await db.change(links, links.c.batch_id == held.id, **before) != marked:
        raise Overtaken
    return marked


async def _steps_back(db: OfficeDb, batch_id: int, undone: int) -> None:
    step = ledger_steps.c
    columns = {
        "office_id": step.office_id, "batch_id": literal(undone), "link_id": step.link_id, "stage": step.was,
        "recap": step.recap_before, "was": step.stage, "recap_before": step.recap, "before_id": literal(batch_id),
    }  # fmt: skip
    rows = db.of(ledger_steps, *columns.values()).where(step.batch_id == batch_id)
    await db.run(ledger_steps.insert().from_select(list(columns), rows))


async def owners(db: OfficeDb, batch_id: int) -> Mapping[PersonId, Mapping[Stage, Sequence[int]]]:
    """Whose links a batch marked, and their numbers by the stage they came to."""
    query = db.of(ledger_steps, ledger_steps.c.stage, links.c.person_id, links.c.number)
    rows = await db.rows(
        query.join(links, links.c.id == ledger_steps.c.link_id)
        .where(ledger_steps.c.batch_id == batch_id)
        .order_by(links.c.number)
    )
    found: dict[PersonId, dict[Stage, list[int]]] = {}
    for row in rows:
        found.setdefault(PersonId(row.person_id), {}).setdefault(Stage(row.stage), []).append(row.number)
    return found


async def steps(db: OfficeDb, link_id: LinkId) -> tuple[Step, ...]:
    """What happened to a link on its way to payment, in order."""
    batch_columns = (ledger_batches.c.at, ledger_batches.c.undoes, func.coalesce(people.c.name, "").label("person"))
    query = db.of(ledger_steps, ledger_steps, *batch_columns).join(ledger_batches, ledger_batches.c.id == ledger_steps.c.batch_id)
    joined = query.join(people, people.c.id == ledger_batches.c.person_id, isouter=True)
    return as_records(Step, await db.rows(joined.where(ledger_steps.c.link_id == link_id).order_by(ledger_steps.c.id)))


async def tally(
    db: OfficeDb, since: datetime | None = None, until: datetime | None = None, sender: PersonId | None = None,
) -> dict[Stage, int]:  # fmt: skip
    """How many links have come to each stage, of those received in a span of time; of one sender where given."""
    here = (*_received(since, until), *((links.c.person_id == sender,) if sender else ()))
    query = db.of(links, links.c.stage, func.count().label("number")).where(*here, links.c.stage != "").group_by(links.c.stage)
    stands = {Stage(row.stage): row.number for row in await db.rows(query)}
    return {stage: sum(stands.get(each, 0) for each in reached) for stage, reached in REACHED.items()}


async def last_paper(
    db: OfficeDb, since: datetime | None = None, until: datetime | None = None, sender: PersonId | None = None,
) -> Paper:  # fmt: skip
    """The newest order to pay, or payment, among the links received in a span of time."""
    here = (*_received(since, until), *((links.c.person_id == sender,) if sender else ()))
    query = db.of(ledger_steps, ledger_steps.c.document, ledger_steps.c.reference, ledger_steps.c.dated)
    joined = query.join(links, and_(links.c.id == ledger_steps.c.link_id, links.c.batch_id == ledger_steps.c.batch_id))
    paid = joined.where(*here, links.c.stage.in_([S.ORDERED.value, S.PAID.value]))
    row = await db.row(paid.order_by(ledger_steps.c.id.desc()).limit(1))
    return as_record(Paper, row) if row else Paper()


async def recapped_months(db: OfficeDb, before: date, outlet_id: OutletId | None, most: int = 12) -> tuple[date, ...]:
    """Months before one that have been recapped, whole or for this outlet; the newest first."""
    other = ledger_batches.alias()
    undone = exists().where(other.c.undoes == ledger_batches.c.id)
    whole = or_(ledger_batches.c.outlet_id.is_(None), ledger_batches.c.outlet_id == (outlet_id or 0))
    here = (ledger_batches.c.stage == S.RECAPPED.value, ledger_batches.c.recap < before, ledger_batches.c.undoes.is_(None))
    query = db.of(ledger_batches, ledger_batches.c.recap).where(*here, whole, ~undone).distinct()
    return tuple(row.recap for row in await db.rows(query.order_by(ledger_batches.c.recap.desc()).limit(most)))


async def standing(db: OfficeDb, numbers: Collection[int]) -> Mapping[int, tuple[int, LinkState, Stage, datetime]]:
    """Links by the numbers people type: their id, how they were decided, how far they have come, and since when we have them."""
    columns = (links.c.number, links.c.id, links.c.state, links.c.stage, links.c.received_at)
    rows = await db.rows(db.of(links, *columns).where(links.c.number.in_(sorted(numbers))))
    return {row.number: (row.id, LinkState(row.state), Stage(row.stage), row.received_at) for row in rows}


def _received(since: datetime | None, until: datetime | None) -> tuple[ColumnElement[bool], ...]:
    after = (links.c.received_at >= since,) if since else ()
    return (*after, links.c.received_at < until) if until else after
