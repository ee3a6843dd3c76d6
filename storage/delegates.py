"""Delegates: who gets copies of what an official is told, and may agree to quotes in their stead only where that was given.

They come by a code, and are out the moment it is ended.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func

from storage.database import OfficeDb, as_record, as_records
from storage.people import ABLE
from storage.records import Person, PersonId, Role, Standing
from storage.tables import delegates, join_codes, people


@dataclass(frozen=True)
class Delegate:
    """Somebody an official named; `person_id` is None, and the name empty, until they have come."""

    id: int
    official_id: PersonId
    person_id: PersonId | None
    name: str
    created_at: datetime
    may_agree: bool


async def add(db: OfficeDb, official: Person, code: str, now: datetime) -> None:
    """Whoever comes by this code will be an official's delegate."""
    await db.add(delegates, official_id=official.id, digest=_digest(code), created_at=now)


async def come(db: OfficeDb, code: str, person_id: PersonId) -> PersonId | None:
    """Somebody came by a code: gives the official whose delegate they are now, None where the code makes nobody one."""
    here = (delegates.c.digest == _digest(code), delegates.c.person_id.is_(None), delegates.c.ended_at.is_(None))
    if await db.change(delegates, *here, person_id=person_id) != 1:
        return None
    return PersonId(await db.value(db.of(delegates, delegates.c.official_id).where(delegates.c.digest == _digest(code))))


async def of_official(db: OfficeDb, official: Person) -> tuple[Delegate, ...]:
    """An official's delegates, those who have not come yet included."""
    query = db.of(delegates, delegates, func.coalesce(people.c.name, "").label("name"))
    joined = query.join(people, people.c.id == delegates.c.person_id, isouter=True)
    here = (delegates.c.official_id == official.id, delegates.c.ended_at.is_(None))
    return as_records(Delegate, await db.rows(joined.where(*here).order_by(delegates.c.id)))


async def allow(db: OfficeDb, official: Person, delegate_id: int, *, agree: bool) -> Delegate | None:
    """Give or take the right to agree to quotes in the official's stead; None where nothing changed, or it is not theirs."""
    found = next((each for each in await of_official(db, official) if each.id == delegate_id), None)
    if found is None or found.person_id is None:
        return None
    here = (delegates.c.id == found.id, delegates.c.ended_at.is_(None), delegates.c.may_agree.is_(not agree))
    return found if await db.change(delegates, *here, may_agree=agree) == 1 else None


async def answers_for(db: OfficeDb, person: Person) -> tuple[PersonId, ...]:
    """Whose quotes somebody may agree to: an official's own, or those of officials who gave their aide the right."""
    if person.role is not Role.DELEGATE:
        return (person.id,) if person.role is Role.OFFICIAL else ()
    mine = (delegates.c.person_id == person.id, delegates.c.ended_at.is_(None), delegates.c.may_agree)
    query = db.of(delegates, delegates.c.official_id).join(people, people.c.id == delegates.c.official_id)
    rows = await db.rows(query.where(*mine, people.c.role == Role.OFFICIAL, people.c.standing.in_(ABLE)).order_by(delegates.c.id))
    return tuple(dict.fromkeys(PersonId(row.official_id) for row in rows))


async def who_may_agree(db: OfficeDb, official: PersonId) -> tuple[Person, ...]:
    """The aides whom an official gave the right."""
    named = db.of(delegates, delegates.c.person_id).where(
        delegates.c.official_id == official, delegates.c.ended_at.is_(None), delegates.c.may_agree
    )
    here = (people.c.id.in_(named), people.c.role == Role.DELEGATE, people.c.standing == Standing.ACTIVE)
    return as_records(Person, await db.rows(db.of(people).where(*here).order_by(people.c.id)))


async def end(db: OfficeDb, official: Person, delegate_id: int, now: datetime) -> Delegate | None:
    """End one of an official's own, and the code by which they would have come; None where it is ended already or another's."""
    found = next((each for each in await of_official(db, official) if each.id == delegate_id), None)
    if found is None or not await db.change(delegates, delegates.c.id == found.id, delegates.c.ended_at.is_(None), ended_at=now):
        return None
    digest = await db.value(db.of(delegates, delegates.c.digest).where(delegates.c.id == found.id))
    await db.change(join_codes, join_codes.c.digest == digest, join_codes.c.used_at.is_(None), expires_at=now)
    return found


async def officials_of(db: OfficeDb, person_id: PersonId) -> tuple[PersonId, ...]:
    """Whose delegate somebody is now."""
    here = (delegates.c.person_id == person_id, delegates.c.ended_at.is_(None))
    rows = await db.rows(db.of(delegates, delegates.c.official_id).where(*here).order_by(delegates.c.id))
    return tuple(PersonId(row.official_id) for row in rows)


async def with_copies(db: OfficeDb, officials: tuple[Person, ...]) -> tuple[Person, ...]:
    """Officials and their delegates, each once."""
    ids = [each.id for each in officials]
    named = db.of(delegates, delegates.c.person_id).where(delegates.c.official_id.in_(ids), delegates.c.ended_at.is_(None))
    here = (people.c.id.in_(named), people.c.id.not_in(ids), people.c.standing == Standing.ACTIVE)
    rows = await db.rows(db.of(people).where(*here).order_by(people.c.id))
    return (*officials, *(as_record(Person, row) for row in rows))


def _digest(code: str) -> str:
    return hashlib.sha256(code.strip().encode()).hexdigest()
