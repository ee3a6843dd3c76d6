"""An erasure leaves nothing of a person in any table, but for what is said to stay: every table there is gets a row of theirs."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Integer, String, Table, func, select

from storage import belongings, erasing, exporting, files, retention
from storage import outbox as outbox_rows
from storage.privacy import HOLDINGS, STAYS, AtErasure
from storage.records import FileKind, PersonId, Role
from storage.tables import INSTALLATION, Moment, audit, charges, jobs, metadata, outbox, people
from tests.test_storage.conftest import NOW, Desk

NAME, NUMBER = "Zulfiqarina Misalkan", "6281299887766"
KNOWN: dict[str, dict[str, Any]] = {
    "jobs": {"state": "done"},
    "inbox": {"state": "done"},
    "files": {"digest": ""},
    "audit": {"facts": {}, "object": "office"},
}
CALLED = {"chat": NUMBER, "user_key": NUMBER, "phone": NUMBER, "key": f"key {NUMBER}", "platform_id": f"wamid.{NUMBER}"}


def planted(column: Column[Any], ids: dict[str, int]) -> Any:  # noqa: PLR0911 - a return for each kind of column
    """Something for a column: whose row it is where it points, else the name or the number."""
    for key in column.foreign_keys:
        return ids.get(key.column.table.name)
    if column.name in CALLED:
        return CALLED[column.name]
    match column.type:
        case JSON():
            return {"said": [NAME, {"to": NUMBER}]}
        case Boolean():
            return False
        case Integer():
            return 1
        case Moment():
            return NOW
        case Date():
            return date(2026, 11, 24)
        case String():
            return f"{NAME} {NUMBER}"[: column.type.length]
        case _:
            return 1.0


async def fill(desk: Desk, person: PersonId) -> None:
    """A row of theirs in every table of the office, in an order in which each can point at those before it."""
    ids = {"people": int(person), "accounts": desk.account.id, "offices": desk.office.id}
    async with desk.db() as db:
        await db.change(people, people.c.id == person, name=NAME)
        for table in metadata.sorted_tables:
            if table.name in INSTALLATION or table.name == "people":
                continue
            columns = [each for each in table.c if each.name not in {"id", "office_id"}]
            values = {each.name: planted(each, ids) for each in columns} | KNOWN.get(table.name, {})
            ids[table.name] = await db.add(table, **values)


async def said_in(desk: Desk, table: Table) -> set[str]:
    """The columns of a table in which the person is still named."""
    who = belongings.pattern(belongings.Self((), (), (NAME, NUMBER)))
    async with desk.db() as db:
        rows = await db.rows(db.of(table))
    return {name for row in rows for name, value in row._mapping.items() if belongings.names(who, value)}


async def test_nothing_is_left_in_any_table_but_what_is_said_to_stay(desk: Desk, neighbour: Desk) -> None:
    person, beside = (await desk.person("Rina")).id, (await neighbour.person("Rina")).id
    await fill(desk, person)
    await fill(neighbour, beside)
    before = {table.name: await said_in(neighbour, table) for table in metadata.sorted_tables if table.name not in INSTALLATION}
    async with desk.db() as db:
        whole = await exporting.everything(db, person)
        touched, _ = await erasing.erase(db, person)
        again, _ = await erasing.erase(db, person)
    assert set(whole) == {each.table for each in HOLDINGS}, "everything that is held is shown to whoever asks"
    owned = {each.table for each in HOLDINGS} | {"jobs", "uploads"}
    for table in metadata.sorted_tables:
        if table.name in owned:
            left = await said_in(desk, table)
            if table.name == "retention":  # the name of a class
                left -= {"name"}
            assert left <= {*STAYS.get(table.name, ()), *SHORT}, table.name
    assert touched["people"] == 1
    assert set(again) <= {"people", "group_imports"}, "a second time there is nothing more to do"
    for table in metadata.sorted_tables:
        if table.name not in INSTALLATION:
            assert await said_in(neighbour, table) == before[table.name], "the office next door has its own"


# Codes of ours in which this test plants a name only because they are strings.
SHORT = (
    "kind", "state", "medium", "stage", "document", "rules", "doubt", "outcome", "category", "weekly", "notice", "proposed",
    "status", "role", "topic", "digest", "evidence", "fingerprint", "approved", "secret", "seal", "deed", "answer",
    "arrived_by", "was", "place", "terms",
)  # fmt: skip


async def test_lists_we_made_go_too_unless_they_are_still_to_be_sent(desk: Desk) -> None:
    rina, vera = await desk.person("Rina"), await desk.person("Vera", role=Role.VERIFIER)
    async with desk.db() as db:
        sent, waits = [await files.made(db, name, "text/csv", name[0] * 64, 3, NOW) for name in ("a.csv", "b.csv")]
        own = await files.add(db, FileKind.PHOTO, "kartu.png", "image/png", 3, desk.account.id, "handle", NOW, of=rina.id)
        await outbox_rows.post(db, vera, desk.account.id, "chat of Vera", "own_data", {"files": [waits]}, NOW)
        _, unneeded = await erasing.erase(db, rina.id)
        left = {each.id for each in await db.rows(db.of(metadata.tables["files"]))}
    assert (left & {sent, waits, own}, list(unneeded)) == ({waits}, ["a" * 64])


async def test_kept_rows_stay_and_what_was_counted_is_counted(desk: Desk) -> None:
    person = (await desk.person("Rina")).id
    await fill(desk, person)
    async with desk.db() as db:
        await db.change(outbox, outbox.c.person_id == person, purpose="release", state="sent")
        await erasing.erase(db, person)
        for each in HOLDINGS:
            table = metadata.tables[each.table]
            if each.at_erasure is AtErasure.KEEP and each.table != "files":
                assert await db.value(db.of(table, func.count())) == 1, f"{each.table} is evidence"
        row = await db.row(db.of(outbox))
        bill = await db.row(db.of(charges))
    assert row
    assert (row.person_id, row.chat, row.facts, row.platform_id) == (person, "", {}, "")
    assert bill
    assert len(bill.platform_id) == 64


async def test_every_class_is_dropped_in_time_on_every_database(desk: Desk) -> None:
    person = (await desk.person("Rina")).id
    await fill(desk, person)
    async with desk.db() as db:
        later = NOW.replace(year=NOW.year + 11)
        kept = await retention.days(db)
        dropped = {each.name: (await retention.drop(db, each, kept[each.name], later)).rows for each in retention.CLASSES}
        await retention.change(db, "chats", 20, person, NOW)
        await retention.change(db, "chats", 30, person, NOW)
        assert (await retention.days(db))["chats"] == 30
        assert await retention.dropped_evidence(db) == set()
        assert await db.value(select(func.count()).select_from(jobs)) == 0
        assert await db.value(select(func.count()).select_from(audit)) == 1
    assert dropped["events"] == dropped["jobs"] == dropped["evidence"] == 1
    assert dropped["codes"] == 2
    assert dropped["questions"] == 1
    assert dropped["releases"] == dropped["log"] == 0
