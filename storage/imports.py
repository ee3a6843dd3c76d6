"""Registers that were read in: the lines as they came, what was made of them, and whether that can still be undone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_

from storage import outlets
from storage.database import OfficeDb, as_record
from storage.records import AccountId, Json, OutletId, Person, PersonId, Standing
from storage.tables import addresses, expected, imports, links, outlet_aliases, outlet_hosts, people

HERE = (Standing.WAITING, Standing.ACTIVE, Standing.PAUSED)
READING, READY, APPLIED, UNDONE, DROPPED = "reading", "ready", "applied", "undone", "dropped"


@dataclass(frozen=True)
class Import:
    """One register that was sent. `content` holds its lines until they are applied, `made` the ids of what they became."""

    id: int
    kind: str  # outlets or people; empty where that is still asked
    state: str
    person_id: PersonId | None  # None: typed at a terminal
    account_id: AccountId | None
    handle: str
    name: str
    content: Json
    made: Json
    created_at: datetime
    applied_at: datetime | None


async def begin(db: OfficeDb, person: Person | None, now: datetime, **values: Any) -> Import:
    """A register that is to be read."""
    number = await db.add(imports, person_id=person.id if person else None, state=READING, created_at=now, **values)
    return await by_id(db, number)


async def find(db: OfficeDb, number: int) -> Import | None:
    """One import, or None."""
    row = await db.row(db.of(imports).where(imports.c.id == number))
    return as_record(Import, row) if row else None


async def by_id(db: OfficeDb, number: int) -> Import:
    """One import; LookupError where the office has none."""
    found = await find(db, number)
    if found is None:
        raise LookupError(f"no import {number}")
    return found


async def change(db: OfficeDb, held: Import, state: str, **values: Any) -> bool:
    """Change an import that is still in the state in which it was read; False where somebody was first."""
    return await db.change(imports, imports.c.id == held.id, imports.c.state == held.state, state=state, **values) > 0


async def forget_lines(db: OfficeDb, number: int) -> None:
    """The lines of a register are of no use any more; they name people."""
    await db.change(imports, imports.c.id == number, content={})


# --- what is known ----------------------------------------------------------------------------------


async def outlet_names(db: OfficeDb) -> dict[str, int]:
    """The outlet of each name and other name, by its key."""
    aliases = await db.rows(db.of(outlet_aliases, outlet_aliases.c.name_key, outlet_aliases.c.outlet_id))
    return {row.name_key: row.outlet_id for row in aliases} | {
        outlets.name_key(each.name): each.id for each in await outlets.listed(db)
    }


async def places(db: OfficeDb) -> Sequence[Any]:
    """Every place of every outlet, past ones too: outlet_id, host, path, since, until."""
    return await db.rows(db.of(outlet_hosts).order_by(outlet_hosts.c.id))


async def other_names(db: OfficeDb) -> Sequence[Any]:
    """Every other name: outlet_id, name."""
    return await db.rows(db.of(outlet_aliases).order_by(outlet_aliases.c.id))


async def everybody(db: OfficeDb) -> Sequence[Any]:
    """Whoever is registered or waits: id, name, role, outlet_id, work, area and one phone."""
    columns = (people.c.id, people.c.name, people.c.role, people.c.outlet_id, people.c.work, people.c.area, addresses.c.phone)
    joined = db.of(people, *columns).join(addresses, addresses.c.person_id == people.c.id, isouter=True)
    rows = await db.rows(joined.where(people.c.standing.in_(HERE)).order_by(people.c.name, people.c.id, addresses.c.phone))
    return list({row.id: row for row in rows}.values())  # of several places the one whose phone is known


async def awaited(db: OfficeDb) -> Sequence[Any]:
    """Whoever is expected and has not come."""
    return await db.rows(db.of(expected).where(expected.c.person_id.is_(None)).order_by(expected.c.name, expected.c.id))


# --- applying and undoing ---------------------------------------------------------------------------


async def add_expected(db: OfficeDb, held: Import, now: datetime, **values: Any) -> None:
    """Somebody who is expected."""
    await db.add(expected, import_id=held.id, name_key=outlets.name_key(values["name"]), created_at=now, **values)


async def builds_on(db: OfficeDb, held: Import) -> Sequence[str]:
    """What has been made of an import since, by name: outlets that are used, people who came."""
    made = [OutletId(each) for each in held.made.get("outlets", [])]
    used = [each for each in made if not await outlets.unused(db, each)]
    more = held.made.get("more", [])
    fresh = db.of(links, links.c.outlet_id).where(links.c.outlet_id.in_(more), links.c.received_at >= held.applied_at)
    used += [OutletId(row.outlet_id) for row in await db.rows(fresh)]
    names = [each.name for each in [await outlets.find(db, number) for number in dict.fromkeys(used)] if each]
    came = db.of(expected, expected.c.name).where(expected.c.import_id == held.id, expected.c.person_id.is_not(None))
    return [*names, *(row.name for row in await db.rows(came))]


async def undo(db: OfficeDb, held: Import) -> None:
    """Take out again what an import made. Ask `builds_on` first."""
    for each in held.made.get("outlets", []):
        await outlets.delete(db, OutletId(each))
    for table, name in ((outlet_hosts, "hosts"), (outlet_aliases, "aliases")):
        await db.drop(table, table.c.id.in_(held.made.get(name, [])))
    await db.drop(expected, expected.c.import_id == held.id)


async def alias_ids(db: OfficeDb, keys: Iterable[str]) -> list[int]:
    """The rows of some other names."""
    rows = await db.rows(db.of(outlet_aliases, outlet_aliases.c.id).where(outlet_aliases.c.name_key.in_(list(keys))))
    return [row.id for row in rows]


# --- who is expected --------------------------------------------------------------------------------


async def expected_by_phone(db: OfficeDb, person_id: PersonId) -> Any:
    """The one who is expected under the phone that a platform vouches for; None where nobody is, or several are."""
    phones = db.of(addresses, addresses.c.phone).where(addresses.c.person_id == person_id, addresses.c.phone != "")
    here = (expected.c.person_id.is_(None), expected.c.phone.in_(phones))
    rows = await db.rows(db.of(expected).where(*here))
    return rows[0] if len(rows) == 1 else None


async def come(db: OfficeDb, person: Person) -> bool:
    """Somebody has registered themself: note whether they were expected, by phone or by name and outlet."""
    phones = db.of(addresses, addresses.c.phone).where(addresses.c.person_id == person.id, addresses.c.phone != "")
    named = (expected.c.name_key == outlets.name_key(person.name)) & (expected.c.outlet_id == person.outlet_id)
    here = (expected.c.person_id.is_(None), or_(named, expected.c.phone.in_(phones)))
    row = await db.row(db.of(expected, expected.c.id).where(*here).order_by(expected.c.id).limit(1))
    return row is not None and await db.change(expected, expected.c.id == row.id, person_id=person.id) > 0
