"""The register of outlets: their names, the hosts on which they publish and when, and who writes for them."""

import unicodedata
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any

from sqlalchemy import or_, select

from storage.database import OfficeDb, as_record, as_records
from storage.records import Medium, Outlet, OutletHost, OutletId
from storage.tables import memberships, metadata, outlet_aliases, outlet_hosts, outlets, people

OWN = (outlet_hosts, outlet_aliases)  # tables whose rows are part of their outlet


def name_key(name: str) -> str:
    """What makes two spellings one name: letters and digits alone, in lower case, without accents."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(each for each in plain if each.isalnum())


async def find(db: OfficeDb, outlet_id: int | None) -> Outlet | None:
    """One outlet, or None."""
    row = await db.row(db.of(outlets).where(outlets.c.id == outlet_id))
    return as_record(Outlet, row) if row else None


async def by_id(db: OfficeDb, outlet_id: OutletId) -> Outlet:
    """One outlet; LookupError where the office has none."""
    found = await find(db, outlet_id)
    if found is None:
        raise LookupError(f"no outlet {outlet_id}")
    return found


async def named(db: OfficeDb, name: str) -> Outlet | None:
    """The outlet that bears a name, or bears it too."""
    key = name_key(name)
    alias = select(outlet_aliases.c.outlet_id).where(outlet_aliases.c.office_id == db.office.id, outlet_aliases.c.name_key == key)
    row = await db.row(db.of(outlets).where(or_(outlets.c.name_key == key, outlets.c.id.in_(alias))))
    return as_record(Outlet, row) if row else None


async def listed(db: OfficeDb) -> tuple[Outlet, ...]:
    """The whole register: those that staff have not looked at first, then by name."""
    return as_records(Outlet, await db.rows(db.of(outlets).order_by(outlets.c.confirmed, outlets.c.name_key)))


async def search(db: OfficeDb, typed: str, limit: int = 10) -> tuple[Outlet, ...]:
    """Outlets whose name, other name or host is like what was typed, the likest first."""
    ranks: dict[int, int] = {}
    for table, *columns in _SPELLINGS:
        for row in await db.rows(db.of(table, *columns)):
            rank = _unlikeness(typed, name_key(row.spelling))
            if rank is not None:
                ranks[row.outlet] = min(rank, ranks.get(row.outlet, rank))
    found = await db.rows(db.of(outlets).where(outlets.c.id.in_(ranks)))
    ranked = sorted(as_records(Outlet, found), key=lambda each: (ranks[each.id], name_key(each.name)))
    return tuple(ranked[:limit])


_SPELLINGS: tuple[tuple[Any, ...], ...] = (
    (outlets, outlets.c.id.label("outlet"), outlets.c.name.label("spelling")),
    (outlet_aliases, outlet_aliases.c.outlet_id.label("outlet"), outlet_aliases.c.name.label("spelling")),
    (outlet_hosts, outlet_hosts.c.outlet_id.label("outlet"), (outlet_hosts.c.host + outlet_hosts.c.path).label("spelling")),
)


def _unlikeness(typed: str, key: str) -> int | None:
    """How far a key is from what was typed: 0 is the same, None is something else."""
    sought = name_key(typed)
    likenesses = (
        sought == key,
        key.startswith(sought),
        sought in key,
        len(key) >= 4 and key in sought,
        any(name_key(word) in key for word in typed.split() if len(name_key(word)) >= 4),
        SequenceMatcher(None, sought, key).ratio() > 0.8,
    )
    return next((rank for rank, fits in enumerate(likenesses) if sought and fits), None)


async def add(db: OfficeDb, name: str, medium: Medium, now: datetime, *, confirmed: bool) -> Outlet:
    """A new outlet; where the name is known already, the one that bears it."""
    if known := await named(db, name):
        return known
    values = {"name": name, "name_key": name_key(name), "medium": medium, "confirmed": confirmed, "created_at": now}
    await db.add_once(outlets, **values)
    row = await db.row(db.of(outlets).where(outlets.c.name_key == name_key(name)))  # of two who add it at once, both get it
    if row is None:
        raise LookupError(f"no outlet {name}")
    return as_record(Outlet, row)


async def rename(db: OfficeDb, outlet_id: OutletId, name: str) -> bool:
    """Give another name; False where another outlet bears it."""
    bearer = await named(db, name)
    if bearer and bearer.id != outlet_id:
        return False
    await db.drop(outlet_aliases, outlet_aliases.c.outlet_id == outlet_id, outlet_aliases.c.name_key == name_key(name))
    return await db.change(outlets, outlets.c.id == outlet_id, name=name, name_key=name_key(name)) > 0


async def set_medium(db: OfficeDb, outlet_id: OutletId, medium: Medium) -> bool:
    """Say what kind of outlet it is; False where it was that already."""
    return await db.change(outlets, outlets.c.id == outlet_id, outlets.c.medium != medium, medium=medium) > 0


async def confirm(db: OfficeDb, outlet_id: OutletId) -> bool:
    """Staff have looked at an outlet that a journalist named; False where they had."""
    return await db.change(outlets, outlets.c.id == outlet_id, outlets.c.confirmed.is_(False), confirmed=True) > 0


async def aliases_of(db: OfficeDb, outlet_id: OutletId) -> tuple[str, ...]:
    """The other names of an outlet."""
    query = db.of(outlet_aliases, outlet_aliases.c.name).where(outlet_aliases.c.outlet_id == outlet_id)
    return tuple(row.name for row in await db.rows(query.order_by(outlet_aliases.c.id)))


async def add_alias(db: OfficeDb, outlet_id: OutletId, name: str) -> bool:
    """Note another name; False where an outlet bears it already."""
    if await named(db, name):
        return False
    return await db.add_once(outlet_aliases, outlet_id=outlet_id, name=name, name_key=name_key(name))


async def all_hosts(db: OfficeDb) -> tuple[OutletHost, ...]:
    """Every host of outlets that staff have looked at, past ones too: what a stranger claims is nobody's yet."""
    looked_at = select(outlets.c.id).where(outlets.c.office_id == db.office.id, outlets.c.confirmed)
    here = outlet_hosts.c.outlet_id.in_(looked_at)
    return as_records(OutletHost, await db.rows(db.of(outlet_hosts).where(here).order_by(outlet_hosts.c.id)))


async def hosts_of(db: OfficeDb, outlet_id: OutletId) -> tuple[OutletHost, ...]:
    """The hosts of one outlet, past ones too, oldest first."""
    query = db.of(outlet_hosts).where(outlet_hosts.c.outlet_id == outlet_id)
    return as_records(OutletHost, await db.rows(query.order_by(outlet_hosts.c.id)))


async def add_host(db: OfficeDb, outlet_id: OutletId, host: str, path: str = "", *,
                   since: date | None = None, until: date | None = None) -> int:  # fmt: skip
    """Note a host with its path, from and to days that both count; gives its id. Ask `host_holder` first."""
    return await db.add(outlet_hosts, outlet_id=outlet_id, host=host, path=path, since=since, until=until)


async def host_holder(db: OfficeDb, host: str, path: str, since: date | None, until: date | None) -> Outlet | None:
    """The outlet that publishes on this very host and path on some day of the period."""
    overlap: list[Any] = [outlet_hosts.c.host == host, outlet_hosts.c.path == path]
    if since:
        overlap.append(or_(outlet_hosts.c.until.is_(None), outlet_hosts.c.until >= since))
    if until:
        overlap.append(or_(outlet_hosts.c.since.is_(None), outlet_hosts.c.since <= until))
    return await find(db, await db.value(db.of(outlet_hosts, outlet_hosts.c.outlet_id).where(*overlap)))


async def end_host(db: OfficeDb, host_id: int, until: date) -> bool:
    """The last day on which an outlet published on a host; False where it had one."""
    here = (outlet_hosts.c.id == host_id, outlet_hosts.c.until.is_(None))
    return await db.change(outlet_hosts, *here, until=until) > 0


async def unused(db: OfficeDb, outlet_id: OutletId) -> bool:
    """Whether nobody writes or wrote for an outlet, and no link is of it."""
    used = [table for table in metadata.sorted_tables if "outlet_id" in table.c and table not in OWN]
    found = [await db.row(db.of(table, table.c.id).where(table.c.outlet_id == outlet_id).limit(1)) for table in used]
    return not any(found)


async def delete(db: OfficeDb, outlet_id: OutletId) -> bool:
    """Take an outlet that is not used out of the register, with its hosts and names; False where it is used."""
    if not await unused(db, outlet_id):
        return False
    for table in OWN:
        await db.drop(table, table.c.outlet_id == outlet_id)
    return await db.drop(outlets, outlets.c.id == outlet_id) > 0


async def merge(db: OfficeDb, outlet: Outlet, into: Outlet) -> None:
    """One outlet becomes part of another: its people, links, hosts and names go over, and it is gone."""
    others = select(memberships.c.person_id).where(memberships.c.office_id == db.office.id, memberships.c.outlet_id == into.id)
    await db.drop(memberships, memberships.c.outlet_id == outlet.id, memberships.c.person_id.in_(others))
    for table in metadata.sorted_tables:
        if "outlet_id" in table.c:
            await db.change(table, table.c.outlet_id == outlet.id, outlet_id=into.id)
    writers = select(people.c.id).where(people.c.office_id == db.office.id, people.c.outlet_id == into.id)
    await db.drop(memberships, memberships.c.outlet_id == into.id, memberships.c.person_id.in_(writers))
    await db.drop(outlets, outlets.c.id == outlet.id)
    await add_alias(db, into.id, outlet.name)
