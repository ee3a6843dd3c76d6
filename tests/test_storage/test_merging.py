"""Two records that were one person become one: all that leads to them goes along, once, and comes back when it is undone."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, String, Table

from storage import blocks, connections, people
from storage.connections import GIVEN, ONCE
from storage.records import Role
from storage.tables import Moment
from tests.test_storage.conftest import NOW, Desk


def some(column: Column[Any], ids: dict[str, int]) -> Any:
    """Something for a column: the row it points at, or the least that it takes."""
    for key in column.foreign_keys:
        return ids.get(key.column.table.name)
    if column.nullable and not isinstance(column.type, Moment):
        return None
    match column.type:
        case String():
            return f"{column.name}"[: column.type.length]
        case Moment():
            return NOW
        case Date():
            return NOW.date()
        case Boolean():
            return False
        case Integer():
            return 1
        case _:
            return {}


async def row(db: Any, table: Table, ids: dict[str, int], **given: Any) -> int:
    """A row of a table, with the rows that it has to point at."""
    for column in table.c:
        for key in column.foreign_keys:
            beyond = key.column.table
            if beyond is not table and beyond.name not in ids and beyond.name != "files":
                ids[beyond.name] = await row(db, beyond, ids)
    values = {each.name: some(each, ids) for each in table.c if each.name not in {"id", "office_id"}}
    return int(await db.add(table, **values | given))


async def owners(db: Any, tables: list[Table]) -> dict[str, list[int]]:
    return {each.name: [found.person_id for found in await db.rows(db.of(each).order_by(each.c.id))] for each in tables}


async def test_everything_that_leads_to_somebody_goes_with_them_and_comes_back(desk: Desk) -> None:
    kept, gone = await desk.person("Rina Contoh"), await desk.person("Rina C.")
    tables = [table for table in GIVEN if table.name not in {"addresses", "blocks"}] + [table for table, _ in ONCE]
    async with desk.db() as db:
        ids = {"people": int(gone.id), "accounts": desk.account.id, "offices": desk.office.id}
        for table in tables:
            ids[table.name] = ids.get(table.name) or await row(db, table, ids)
        for table, _ in ONCE[:2]:  # both were invited to it, and both opened it
            await row(db, table, ids, person_id=kept.id)
        before = await owners(db, tables)
        merge = await connections.merge_asked(db, await connections.ask_merge(db, kept, gone, NOW))
        assert merge
        assert await connections.merge_now(db, merge, NOW)
        for name, found in (await owners(db, tables)).items():
            both = name in {table.name for table, _ in ONCE[:2]}
            assert found == ([gone.id, kept.id] if both else [kept.id]), name
        merge = await connections.merge_asked(db, merge.id)
        assert merge
        assert await connections.undo_merge(db, merge, NOW)
        assert await owners(db, tables) == before
        assert not await connections.undo_merge(db, merge, NOW)


async def test_who_is_blocked_stays_so_in_the_other_app(desk: Desk) -> None:
    kept, gone = await desk.person("Rina Contoh"), await desk.person("Rina C.")
    vera, adi = await desk.person("Vera", role=Role.VERIFIER), await desk.person("Adi", role=Role.ADMIN)
    until = NOW + timedelta(days=7)
    async with desk.db() as db:
        block = await blocks.propose(db, vera, gone.id, "Mengirim pesan yang sama", until, NOW)
        await blocks.confirm(db, block, adi, NOW)
        merge = await connections.merge_asked(db, await connections.ask_merge(db, kept, gone, NOW))
        assert merge
        await connections.merge_now(db, merge, NOW)
        assert (await people.by_id(db, kept.id)).blocked_until == until
        merge = await connections.merge_asked(db, merge.id)
        assert merge
        await connections.undo_merge(db, merge, NOW)
        assert [(await people.by_id(db, each.id)).blocked_until for each in (kept, gone)] == [None, until]
