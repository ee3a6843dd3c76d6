"""Journalists whom staff address together, by a name of their own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func

from storage.database import OfficeDb, as_record, as_records
from storage.people import ABLE
from storage.records import Person, PersonId
from storage.tables import people, press_group_members, press_groups


@dataclass(frozen=True)
class Group:
    """One of them. `name_key` is its name as it is looked up."""

    id: int
    name: str
    name_key: str


async def add(db: OfficeDb, name: str, key: str, author: Person, now: datetime) -> Group:
    """A group of this name; the one that is there already, if it is."""
    await db.add_once(press_groups, name=name, name_key=key, author_id=author.id, created_at=now)
    found = await named(db, key)
    if found is None:
        raise LookupError(f"no group {key}")
    return found


async def named(db: OfficeDb, key: str) -> Group | None:
    """The group of this name, or None."""
    row = await db.row(db.of(press_groups).where(press_groups.c.name_key == key))
    return as_record(Group, row) if row else None


async def names(db: OfficeDb, ids: Iterable[int]) -> Sequence[str]:
    """The names of some groups; one that is gone is left out."""
    here = press_groups.c.id.in_(list(ids))
    return [row.name for row in await db.rows(db.of(press_groups, press_groups.c.name).where(here).order_by(press_groups.c.name))]


async def listed(db: OfficeDb) -> Mapping[str, int]:
    """All groups by name, each with how many belong to it."""
    number = func.count(people.c.id).label("number")
    query = db.of(press_groups, press_groups.c.name, number)
    members = query.outerjoin(press_group_members, press_group_members.c.group_id == press_groups.c.id)
    whole = members.outerjoin(people, and_(people.c.id == press_group_members.c.person_id, people.c.standing.in_(ABLE)))
    rows = await db.rows(whole.group_by(press_groups.c.name).order_by(press_groups.c.name))
    return {row.name: row.number for row in rows}


async def members(db: OfficeDb, group: Group) -> tuple[Person, ...]:
    """Who belongs to it, by name; nobody who has left."""
    query = db.of(people).join(press_group_members, press_group_members.c.person_id == people.c.id)
    here = (press_group_members.c.group_id == group.id, people.c.standing.in_(ABLE))
    return as_records(Person, await db.rows(query.where(*here).order_by(people.c.name)))


async def join(db: OfficeDb, group: Group, ids: Iterable[PersonId]) -> None:
    """These people belong to it from now on."""
    for each in ids:
        await db.add_once(press_group_members, group_id=group.id, person_id=each)


async def part(db: OfficeDb, group: Group, ids: Iterable[PersonId]) -> int:
    """These people belong to it no more; gives how many did."""
    here = (press_group_members.c.group_id == group.id, press_group_members.c.person_id.in_(list(ids)))
    return await db.drop(press_group_members, *here)


async def drop(db: OfficeDb, group: Group) -> None:
    """There is no such group any more."""
    await db.drop(press_group_members, press_group_members.c.group_id == group.id)
    await db.drop(press_groups, press_groups.c.id == group.id)
