"""What the office knows, as the dry run takes it; and a plan that becomes rows, in the caller's transaction."""

from collections import defaultdict
from datetime import datetime

from handlers.imports.cells import Place
from handlers.imports.columns import Kind, table_in
from handlers.imports.plan import KnownOutlet, NewOutlet, Plan, Register, planned
from handlers.sheet import Line
from storage import audit, imports, outlets
from storage.database import OfficeDb
from storage.imports import APPLIED, Import
from storage.outlets import name_key
from storage.records import Json, OutletId, Person


async def known(db: OfficeDb) -> Register:
    """The registers as they are now."""
    held: dict[int, list[Place]] = defaultdict(list)
    for row in await imports.places(db):
        held[row.outlet_id].append(Place(row.host, row.path, row.since, row.until))
    listed = {each.id: KnownOutlet(each.id, each.name, each.medium, tuple(held[each.id])) for each in await outlets.listed(db)}
    names = {key: listed[OutletId(number)] for key, number in (await imports.outlet_names(db)).items()}
    people = [*await imports.everybody(db), *await imports.awaited(db)]
    phones = {each.phone: each.name for each in people if each.phone}
    return Register(names, phones, frozenset((name_key(each.name), each.outlet_id) for each in people))


async def plan_of(db: OfficeDb, held: Import) -> Plan:
    """What an import would make now. ValueError for one without titles: it was never ready."""
    table = table_in(lines_in(held.content))
    if table is None:
        raise ValueError(f"import {held.id} has no titles")
    return planned(Kind(held.kind), table, await known(db))


def lines_in(content: Json) -> tuple[Line, ...]:
    """The lines as they are kept."""
    return tuple(Line(number, tuple(cells)) for number, cells in content.get("lines", []))


async def apply(db: OfficeDb, held: Import, plan: Plan, by: Person | None, now: datetime) -> bool:
    """Make what was planned; False where somebody was first. Nobody is told: who is expected registers and agrees themself."""
    made: Json = {"outlets": [], "more": [], "hosts": [], "aliases": []}
    if not await imports.change(db, held, APPLIED, applied_at=now):
        return False
    for outlet in plan.outlets:
        await _add_outlet(db, outlet, made, now)
    for each in plan.people:
        values = {"name": each.name, "phone": each.phone, "outlet_id": each.outlet_id}
        await imports.add_expected(db, held, now, **values, work=each.work, area=each.area, card=each.licence)
    await imports.change(db, await imports.by_id(db, held.id), APPLIED, made=made)
    facts = {"kind": held.kind, "made": plan.made, "left_out": plan.left_out}
    await audit.note(db, by, "import", f"import:{held.id}", now, facts)
    return True


async def _add_outlet(db: OfficeDb, planned_one: NewOutlet, made: Json, now: datetime) -> None:
    number = OutletId(planned_one.id) if planned_one.id else None
    if number is None:
        number = (await outlets.add(db, planned_one.name, planned_one.medium, now, confirmed=True)).id
        made["outlets"].append(number)
    else:
        made["more"].append(number)
    for place in planned_one.places:
        added = await outlets.add_host(db, number, place.host, place.path, since=place.since, until=place.until)
        made["hosts"].append(added)
    fresh = [each for each in planned_one.aliases if await outlets.add_alias(db, number, each)]
    made["aliases"] += await imports.alias_ids(db, map(name_key, fresh))
