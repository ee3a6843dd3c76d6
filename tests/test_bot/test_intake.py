"""Batches that come at once share a commit; each is told of its own fate."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.channels.base import RawEvent
from bot.inbox import Intake
from storage import accounts, offices
from storage.database import Database
from storage.records import Account, ChannelKind
from storage.tables import inbox as rows
from storage.tables import metadata

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


async def opened(tmp_path: Path) -> tuple[Database, Account]:
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/desk.db")
    async with database._writer.begin() as connection:
        await connection.run_sync(metadata.create_all)
    async with database.write() as db:
        office = await offices.add_office(db, "Humas Kab. Teladan", "Asia/Jakarta")
        return database, await accounts.add(db, office, ChannelKind.SANDBOX, "desk", "")


async def stored(database: Database) -> list[str]:
    async with database.read() as db:
        return [row.key for row in await db.rows(rows.select().order_by(rows.c.id))]


async def changed(database: Database, statement: str) -> None:
    async with database.write() as db:
        await db.run(text(statement))


def batch(*keys: str) -> list[RawEvent]:
    return [RawEvent(key, "rina", {"said": key}) for key in keys]


async def test_many_at_once_are_stored_each_once_and_each_in_its_order(tmp_path: Path) -> None:
    database, account = await opened(tmp_path)
    intake = Intake(database)
    batches = [batch(*(f"{number}-{each}" for each in range(5)), "everybody's") for number in range(20)]
    await asyncio.gather(*(intake.store(account, each, NOW) for each in batches))
    found = await stored(database)
    assert sorted(found) == sorted({event.key for each in batches for event in each})
    for number in range(20):
        assert [key for key in found if key.startswith(f"{number}-")] == [f"{number}-{each}" for each in range(5)]
    await database.close()


async def test_a_commit_that_fails_is_told_to_all_who_waited_and_the_next_goes_on(tmp_path: Path) -> None:
    database, account = await opened(tmp_path)
    intake = Intake(database)
    await changed(database, "ALTER TABLE inbox RENAME TO away")
    told = await asyncio.gather(*(intake.store(account, batch(key), NOW) for key in "abc"), return_exceptions=True)
    assert [type(each) for each in told] == [OperationalError] * 3
    await changed(database, "ALTER TABLE away RENAME TO inbox")
    await intake.store(account, batch("a"), NOW)  # the platform tells it again
    assert await stored(database) == ["a"]
    await database.close()
