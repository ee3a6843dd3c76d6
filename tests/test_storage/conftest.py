"""Every test here runs on SQLite and on PostgreSQL, beside an office that looks just like ours."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from storage import accounts, migrate, offices, outbox, people
from storage.database import Database, OfficeDb
from storage.records import Account, ChannelKind, Language, Office, Person, Role, RowState, Standing
from storage.tables import outbox as rows_out
from tests.postgres import Cluster
from tests.statements import shared

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # Monday 08:00 in Jakarta


@dataclass(frozen=True)
class Desk:
    """One office with its bot, and the way into its database."""

    database: Database
    office: Office
    account: Account

    @asynccontextmanager
    async def db(self) -> AsyncIterator[OfficeDb]:
        async with self.database.write() as every:
            yield every.of(self.office)

    async def person(
        self, name: str = "Rina Contoh", role: Role = Role.JOURNALIST, standing: Standing = Standing.ACTIVE, chat: str = ""
    ) -> Person:
        async with self.db() as db:
            key = chat or f"chat of {name}"
            met = await people.by_user_key(db, self.account, key)
            met = met or await people.meet(db, self.account, key, key, name, Language.ID, NOW)
            return await people.change(db, met.id, role=role, standing=standing)

    async def tell(self, person: Person, card: str = "help", at: datetime = NOW, **more: Any) -> None:
        """Queue one message in the chat of `person`."""
        async with self.db() as db:
            await outbox.post(db, person, self.account.id, f"chat of {person.name}", card, {}, at, **more)

    async def queue(self) -> dict[str, RowState]:
        """The state of each row of the outbox by its card, with its part where it has several, in order."""
        async with self.db() as db:
            rows = await db.rows(db.of(rows_out).order_by(rows_out.c.id))
        return {f"{row.card}:{row.part}" if row.parts > 1 else row.card: RowState(row.state) for row in rows}


async def together(desk: Desk, *works: Callable[[OfficeDb], Awaitable[object]]) -> list[object]:
    """Several people do something at once, each in a transaction of their own."""

    async def alone(work: Callable[[OfficeDb], Awaitable[object]]) -> object:
        async with desk.db() as db:
            return await work(db)

    return list(await asyncio.gather(*(alone(each) for each in works)))


async def until_blocked(database: Database) -> None:
    """Return once somebody waits for what another transaction holds. On SQLite they stand in our own queue by then."""
    waits = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
    async with asyncio.timeout(10):
        await asyncio.sleep(0)
        while database.url.get_backend_name() == "postgresql":
            async with database.read() as db:
                if await db.value(waits):
                    return


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "template.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database of the test's own."""
    if request.param == "sqlite":
        copy = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "desk.db")
        yield f"sqlite+aiosqlite:///{copy}"
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    with cluster.database(cluster.template("migrated", migrate.upgrade)) as made:
        yield made


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    opened = shared(Database(url))
    yield opened
    await opened.close()


async def _office(database: Database, name: str, bot: str) -> Desk:
    async with database.write() as every:
        office = await offices.add_office(every, name, "Asia/Jakarta")
        return Desk(database, office, await accounts.add(every, office, ChannelKind.SANDBOX, bot, "sealed"))


@pytest.fixture
async def neighbour(database: Database) -> Desk:
    return await _office(database, "Humas Kab. Tetangga", "tetangga_bot")


@pytest.fixture
async def desk(database: Database, neighbour: Desk) -> Desk:
    return await _office(database, "Humas Kab. Teladan", "teladan_bot")
