"""Appeals: the word of a link's sender against a decision, one for each decision, answered by somebody else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func

from storage.database import OfficeDb, as_record, as_records
from storage.records import AppealState, Link, LinkId, LinkState, PersonId
from storage.tables import appeals, link_steps, proposals

AGAINST = (LinkState.REFUSED, LinkState.WITHDRAWN)  # what may be appealed


@dataclass(frozen=True)
class Appeal:
    """An appeal. `files` are the ids of what was sent as evidence."""

    id: int
    link_id: LinkId
    step_id: int
    person_id: PersonId
    words: str
    files: Sequence[int]
    state: AppealState
    raised_at: datetime
    due_at: datetime
    reminded_at: datetime | None
    escalated_at: datetime | None
    decided_by: PersonId | None
    decided_at: datetime | None
    reason: str


@dataclass(frozen=True)
class Decision:
    """The step by which a link stands as it does, and who made it: nobody where the rules did, two where there were four eyes."""

    id: int
    state: LinkState
    at: datetime
    reason: str
    rules_version: int | None
    people: tuple[PersonId, ...]


async def decision(db: OfficeDb, link: Link) -> Decision | None:
    """What may be appealed about a link as it stands; None where nothing was decided against it."""
    if link.state not in AGAINST:
        return None
    row = await db.row(db.of(link_steps).where(link_steps.c.link_id == link.id).order_by(link_steps.c.id.desc()).limit(1))
    if row is None or row.state != link.state:
        return None
    made = (proposals.c.link_id == link.id, proposals.c.settled_at == row.at, proposals.c.outcome == "confirmed")
    first = await db.rows(db.of(proposals, proposals.c.person_id).where(*made))
    who = dict.fromkeys(PersonId(each) for each in (*(each.person_id for each in first), row.person_id) if each)
    return Decision(row.id, LinkState(row.state), row.at, row.reason, row.rules_version, tuple(who))


async def add(db: OfficeDb, link: Link, about: Decision, **values: Any) -> Appeal | None:
    """An appeal against a decision; None where there is one already."""
    whole = {"link_id": link.id, "step_id": about.id, "person_id": link.person_id, "state": AppealState.OPEN}
    return await of_decision(db, about.id) if await db.add_once(appeals, **whole, **values) else None


async def find(db: OfficeDb, appeal_id: int) -> Appeal | None:
    """One appeal, or None."""
    row = await db.row(db.of(appeals).where(appeals.c.id == appeal_id))
    return as_record(Appeal, row) if row else None


async def of_decision(db: OfficeDb, step_id: int) -> Appeal | None:
    """The appeal against a decision, or None."""
    row = await db.row(db.of(appeals).where(appeals.c.step_id == step_id))
    return as_record(Appeal, row) if row else None


async def of_link(db: OfficeDb, link_id: int) -> tuple[Appeal, ...]:
    """All appeals about a link, in the order in which they were raised."""
    return as_records(Appeal, await db.rows(db.of(appeals).where(appeals.c.link_id == link_id).order_by(appeals.c.id)))


async def of_person(db: OfficeDb, person_id: PersonId, most: int) -> tuple[Appeal, ...]:
    """Somebody's newest appeals."""
    query = db.of(appeals).where(appeals.c.person_id == person_id)
    return as_records(Appeal, await db.rows(query.order_by(appeals.c.id.desc()).limit(most)))


async def open_ones(db: OfficeDb) -> tuple[Appeal, ...]:
    """All that wait for an answer, the first to run out first."""
    query = db.of(appeals).where(appeals.c.state == AppealState.OPEN)
    return as_records(Appeal, await db.rows(query.order_by(appeals.c.due_at, appeals.c.id)))


async def settle(db: OfficeDb, appeal: Appeal, to: AppealState, by: PersonId | None, now: datetime, reason: str = "") -> bool:
    """How an open appeal ends; False = somebody was first."""
    here = (appeals.c.id == appeal.id, appeals.c.state == AppealState.OPEN)
    return await db.change(appeals, *here, state=to, decided_by=by, decided_at=now, reason=reason) == 1


async def reminded(db: OfficeDb, appeal: Appeal, now: datetime) -> bool:
    """Note that staff were reminded; False = somebody was first."""
    return await db.change(appeals, appeals.c.id == appeal.id, appeals.c.reminded_at.is_(None), reminded_at=now) == 1


async def escalated(db: OfficeDb, appeal: Appeal, now: datetime) -> bool:
    """Note that it was told to have run out; False = somebody was first."""
    return await db.change(appeals, appeals.c.id == appeal.id, appeals.c.escalated_at.is_(None), escalated_at=now) == 1


async def tally(db: OfficeDb) -> Mapping[AppealState, int]:
    """How many appeals ended in which way, or wait."""
    query = db.of(appeals, appeals.c.state, func.count().label("number")).group_by(appeals.c.state)
    return {AppealState(row.state): row.number for row in await db.rows(query)}
