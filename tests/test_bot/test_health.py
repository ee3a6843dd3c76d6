"""Doctor finds each thing that can be wrong, says what to do about it, and changes nothing."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.delivery import Lane
from bot.health import examine
from bot.makers import channel_for
from bot.opening import Refused
from bot.pace import Pace
from bot.seals import Seals
from bot.settings import Settings
from bot.setup import enter_token
from storage import accounts, audit, inbox, migrate, offices, outbox, people
from storage.database import Database
from storage.records import Account, Language, Office, Role, Standing
from tests.channels.telegram_server import CUT, Fault, TelegramServer

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
STEPS = ", ".join(migrate._steps())
KEY = "an-invented-key-of-more-than-32-characters"


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server
        assert server.violations == []


@pytest.fixture
def settings(tmp_path: Path, telegram: TelegramServer) -> Settings:
    url = f"sqlite+aiosqlite:///{tmp_path}/desk.db"
    return Settings(_env_file=None, database_url=url, secret_key=KEY, telegram_api=telegram.url)


@pytest.fixture
async def healthy(settings: Settings, telegram: TelegramServer) -> Account:
    """An office with an admin and a bot, in which an event was answered and a deed was sealed."""
    migrate.upgrade(settings.database_url)
    database = Database(settings.database_url)
    async with database.write() as every:
        office = await offices.add_office(every, "Humas Kab. Teladan", "Asia/Jakarta")
    account = await enter_token(settings, office, telegram.token)
    async with database.write() as every:
        db = every.of(office)
        ani = await people.meet(db, account, "ani", "ani", "Ani Contoh", Language.ID, NOW)
        await people.change(db, ani.id, role=Role.ADMIN, standing=Standing.ACTIVE)
        await inbox.store(every, account, "u1", "ani", "", {}, NOW)
        await audit.note(db, ani, "approved", "release:1", NOW)
        await audit.seal(db)
    await database.close()
    return account


async def complaints(settings: Settings, now: datetime = NOW) -> list[str]:
    return [str(each) for each in await examine(settings, now) if not each.good]


async def spoil(settings: Settings, statement: str) -> None:
    database = Database(settings.database_url)
    async with database.write() as every:
        await every.run(text(statement))
    await database.close()


async def test_a_healthy_desk_gets_one_good_line_for_each_thing(settings: Settings, healthy: Account) -> None:
    findings = await examine(settings, NOW)
    assert [each.subject for each in findings] == [
        "settings", "database", "database", "office", "telegram 7000", "clock", "events", "audit", "heartbeat",
    ]  # fmt: skip
    assert all(str(each).startswith("✅ ") and "\n" not in str(each) for each in findings)


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        (
            "INSERT INTO jobs (office_id, kind, key, state, run_at) VALUES (1, 'x', 'k', 'waiting', '2026-11-22 23:00:00')",
            "❌ desk: jobs was due 22 Nov 23:00 UTC. See whether main.py run runs",
        ),
        ("UPDATE inbox SET state = 'aside', fault = 'no update'", "❌ event 1: put aside: no update"),
        ("UPDATE inbox SET state = 'aside', fault = ''", "❌ event 1: put aside: "),
        ("UPDATE inbox SET received_at = '2026-11-23 01:03:00'", "❌ clock: it is 23 Nov 2026 01:00 UTC here"),
        ("INSERT INTO installation VALUES ('clock_offset', '3600.0')", "❌ clock: is moved by 3600 s"),
        ("UPDATE audit SET deed = 'refused'", "❌ audit: row 1 of Humas Kab. Teladan is not as it was sealed"),
        ("UPDATE accounts SET state = 'broken', note = 'token revoked'", "was stopped: token revoked"),
        ("UPDATE accounts SET secret = 'gAAAA'", "MEJA_SECRET_KEY: this is not the key"),
        ('UPDATE offices SET settings = \'{"restored_at": "2026-11-23T00:00:00+00:00"}\'', "Admins are asked in chat"),
        ("UPDATE people SET role = 'drafter'", "invite --role admin --office 'Humas Kab. Teladan'"),
        ("UPDATE people SET standing = 'removed'", "❌ office: Humas Kab. Teladan has no admin"),
        ("UPDATE alembic_version SET version_num = '9999'", "❌ database: the database holds step 9999"),
        ("DELETE FROM alembic_version", f"❌ database: lacks {STEPS}. Type: main.py migrate"),
    ],
)
async def test_one_thing_wrong_is_found(settings: Settings, healthy: Account, damage: str, complaint: str) -> None:
    assert await complaints(settings) == []
    await spoil(settings, damage)
    assert complaint in "\n".join(await complaints(settings))


async def test_how_many_were_written_to_first_is_told_where_the_platform_has_a_limit(
    settings: Settings, healthy: Account
) -> None:
    await spoil(settings, "INSERT INTO installation VALUES ('openings of account 1', '250')")
    told = "\n".join(map(str, await examine(settings, NOW)))
    assert "✅ Humas Kab. Teladan: 0 of 250 people written to first in the last 24 hours" in told


async def test_a_clock_a_little_behind_is_borne(settings: Settings, healthy: Account) -> None:
    assert await complaints(settings, NOW - timedelta(minutes=1)) == []


async def test_an_office_and_a_bot_are_asked_for(settings: Settings) -> None:
    migrate.upgrade(settings.database_url)
    assert [each.split(":")[0] for each in await complaints(settings)] == ["❌ office", "❌ account"]


async def test_a_bot_that_does_not_answer_is_told_without_its_token(
    settings: Settings, healthy: Account, telegram: TelegramServer
) -> None:
    telegram.fail("getMe", CUT)
    said = "\n".join(await complaints(settings))
    assert "❌ telegram 7000: did not answer" in said
    assert "planted" not in said


async def test_a_revoked_token_is_told(settings: Settings, healthy: Account) -> None:
    database = Database(settings.database_url)
    async with database.write() as every:
        await accounts.renew(every, healthy.id, Seals(KEY).seal("7000:" + "revoked" * 6))
    await database.close()
    assert "401" in "\n".join(await complaints(settings))


async def test_an_account_that_was_stopped_by_a_refusal_is_told(
    settings: Settings, healthy: Account, telegram: TelegramServer
) -> None:
    telegram.fail("sendMessage", Fault(401, '{"ok": false, "error_code": 401, "description": "Unauthorized"}'))
    database, channel = Database(settings.database_url), channel_for(healthy, settings, Seals(KEY))
    async with database.write() as every:
        db = every.of(await offices.office_by_id(every, healthy.office_id))
        for _ in range(2):
            ani = (await people.with_roles(db, (Role.ADMIN,)))[0]
            await outbox.post(db, ani, healthy.id, "ani", "desk_stale", {}, NOW)
    lane = Lane(database, healthy, channel, Pace(), lambda: NOW)
    assert [await lane.round(), await lane.round()] == [1, 0]
    await channel.close()
    await database.close()
    assert "@meja_humas_bot was stopped: 401 Unauthorized. Type: main.py account add" in "\n".join(await complaints(settings))


async def test_many_events_aside_are_counted_and_some_shown(settings: Settings, healthy: Account) -> None:
    database = Database(settings.database_url)
    async with database.write() as every:
        for number in range(12):
            await inbox.put_aside(every, healthy, f"bad{number}", {}, "no update", NOW)
    await database.close()
    said = await complaints(settings)
    assert "12 could not be read" in said[0]
    assert len(said) == 6


async def test_a_database_that_is_none_is_told(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_text("this is no database at all, " * 100)
    said = await complaints(settings)
    assert len(said) == 1
    assert "❌ database: cannot be opened" in said[0]


async def test_postgresql_is_looked_at_too(settings: Settings, postgres_url: str) -> None:
    await asyncio.to_thread(migrate.upgrade, postgres_url)
    said = "\n".join(await complaints(settings.model_copy(update={"database_url": postgres_url})))
    assert "database: PostgreSQL" in said
    assert "fsync off" in said, "the tests' own server is in a hurry, and doctor must say so"


async def test_a_password_of_the_database_is_never_shown(settings: Settings) -> None:
    url = "postgresql+psycopg://desk:planted-password@127.0.0.1:9/meja"
    said = "\n".join(await complaints(settings.model_copy(update={"database_url": url})))
    assert "❌ database: cannot be opened" in said
    assert "planted" not in said


async def test_one_bot_serves_one_office(settings: Settings, healthy: Account, telegram: TelegramServer) -> None:
    database = Database(settings.database_url)
    async with database.write() as every:
        neighbour: Office = await offices.add_office(every, "Humas Kab. Tetangga", "Asia/Jakarta")
    await database.close()
    with pytest.raises(Refused, match="one account, one office"):
        await enter_token(settings, neighbour, telegram.token)
