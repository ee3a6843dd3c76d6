"""Requests to be erased: tickets with 72 hours each, that run out by themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func

from storage import offices
from storage.database import OfficeDb, as_record, as_records
from storage.records import Person, PersonId
from storage.tables import erasures

HOURS = timedelta(hours=72)  # which the law gives
WARNED = timedelta(hours=48)  # after which staff are reminded
RUNS = timedelta(hours=71)  # after which it runs by itself, so that it is over in time
LAST_WORD = timedelta(minutes=10)  # for the answer to arrive, before the address goes too


@dataclass(frozen=True)
class Erasure:
    """A request. `erased_at` is when it was set going, `done_at` when nothing was left."""

    id: int
    number: int
    person_id: PersonId
    asked_at: datetime
    due_at: datetime
    warned_at: datetime | None
    withdrawn_at: datetime | None
    erased_at: datetime | None
    done_at: datetime | None

    @property
    def code(self) -> str:
        """The code people type, such as D-12."""
        return f"D-{self.number}"


async def ask(db: OfficeDb, person: Person, now: datetime) -> Erasure:
    """A new request; somebody who has an open one gets that."""
    await offices.lock(db)
    if open_one := await of_person(db, person.id):
        return open_one
    number = await offices.next_number(db, "erasure")
    await db.add(erasures, number=number, person_id=person.id, asked_at=now, due_at=now + HOURS)
    return (await by_number(db, number)) or await ask(db, person, now)


async def by_number(db: OfficeDb, number: int) -> Erasure | None:
    """One request, or None."""
    row = await db.row(db.of(erasures).where(erasures.c.number == number))
    return as_record(Erasure, row) if row else None


async def of_person(db: OfficeDb, person_id: PersonId) -> Erasure | None:
    """Somebody's open request, or None."""
    row = await db.row(db.of(erasures).where(erasures.c.person_id == person_id, *_open()))
    return as_record(Erasure, row) if row else None


async def waiting(db: OfficeDb) -> tuple[Erasure, ...]:
    """The open requests that have not been set going, the most urgent first."""
    query = db.of(erasures).where(erasures.c.erased_at.is_(None), *_open())
    return as_records(Erasure, await db.rows(query.order_by(erasures.c.due_at, erasures.c.id)))


async def mark(db: OfficeDb, erasure: Erasure, name: str, now: datetime, **more: Any) -> bool:
    """Note what happened to a request, once; False where it has happened, or the request is closed."""
    column = erasures.c[name]
    return await db.change(erasures, erasures.c.id == erasure.id, column.is_(None), *_open(), **{name: now}, **more) > 0


async def withdraw(db: OfficeDb, person_id: PersonId, now: datetime) -> Erasure | None:
    """Take a request back that has not been set going; gives it, or None where there was none."""
    found = await of_person(db, person_id)
    if found is None or found.erased_at or not await mark(db, found, "withdrawn_at", now):
        return None
    return found


async def due(db: OfficeDb) -> datetime | None:
    """When something is next to be done for a request. The three moments differ by fixed spans from what is stored."""
    moments = [await db.value(db.of(erasures, func.min(column)).where(*where, *_open())) for column, where, _ in STAGES]
    found = [each + span for each, (_, _, span) in zip(moments, STAGES, strict=True) if each]
    return min(found, default=None)


async def ripe(db: OfficeDb, stage: int, now: datetime) -> Iterable[Erasure]:
    """The requests that are due for a stage: 0 to remind staff, 1 to set going, 2 to end."""
    column, where, span = STAGES[stage]
    query = db.of(erasures).where(column <= now - span, *where, *_open())
    return as_records(Erasure, await db.rows(query.order_by(erasures.c.id)))


def _open() -> tuple[ColumnElement[bool], ...]:
    return erasures.c.done_at.is_(None), erasures.c.withdrawn_at.is_(None)


STAGES = (
    (erasures.c.asked_at, (erasures.c.warned_at.is_(None), erasures.c.erased_at.is_(None)), WARNED),
    (erasures.c.asked_at, (erasures.c.erased_at.is_(None),), RUNS),
    (erasures.c.erased_at, (erasures.c.erased_at.is_not(None),), LAST_WORD),
)
