"""The desk by itself: polling and webhooks over real HTTP, events once, secrets demanded."""

import asyncio
import io
import json
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.app import Duty
from bot.channels.base import Channel
from bot.endless import working
from bot.serve import introduce
from bot.settings import Settings
from bot.web import listening, site
from storage import accounts, inbox
from storage.records import Account, ChannelKind, Language
from storage.tables import outbox as rows
from tests.channels.telegram_server import LOST, SERVER_ERROR, Fault, TelegramServer
from tests.desk import Desk, open_desk

SECRET = "a-secret-of-the-webhook"


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as opened:
        yield opened
        assert not opened.violations


@pytest.fixture
async def desk(server: TelegramServer, tmp_path: Path, empty_database: Path) -> AsyncIterator[Desk]:
    shutil.copy(empty_database, tmp_path / "desk.db")
    url = f"sqlite+aiosqlite:///{tmp_path}/desk.db"
    async with open_desk(url, tmp_path / "files", Language.ID, server, SECRET) as opened:
        yield opened


async def until(seen: Callable[[], bool]) -> None:
    """The one place that waits: for a desk that works by itself, at most ten seconds."""
    async with asyncio.timeout(10):
        while not seen():
            await asyncio.sleep(0.02)


async def test_polling_answers_and_confirms(desk: Desk, server: TelegramServer) -> None:
    budi = server.person(501, "Budi Contoh")
    async with desk.app.running():
        budi.starts()
        await until(lambda: any("Selamat datang" in each.text for each in budi.sees()))
        await until(lambda: not server.state.pending)  # the offset moved only after the event was stored
    assert len(budi.sees()) == 1


async def test_a_poll_that_fails_is_tried_again(desk: Desk, server: TelegramServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.POLL_PAUSE", 0.05)
    budi = server.person(501, "Budi Contoh")
    server.fail("getUpdates", SERVER_ERROR, LOST, SERVER_ERROR)
    async with desk.app.running():
        budi.starts()
        await until(lambda: len(budi.sees()) == 1)


async def test_an_update_that_cannot_be_read_is_put_aside_and_holds_nobody_up(desk: Desk, server: TelegramServer) -> None:
    server.state.pending.append({"update_id": 5, "message": {"text": "no chat, no sender"}})
    budi = server.person(501, "Budi Contoh")
    async with desk.app.running():
        budi.starts()
        await until(lambda: len(budi.sees()) == 1)
    async with desk.app.database.read() as db:
        assert len(await inbox.aside(db)) == 1


async def test_a_press_is_acknowledged_and_the_menu_is_offered(desk: Desk, server: TelegramServer) -> None:
    budi = server.person(501, "Budi Contoh")
    async with desk.app.running():
        budi.starts()
        await until(lambda: len(budi.sees()) == 1)
        query = budi.presses_token("help", budi.sees()[0].id)
        await until(lambda: server.state.queries[query])
        await until(lambda: any(scope == budi.id for scope, _ in server.state.commands))


async def test_a_platform_that_never_answers_keeps_nobody_from_stopping(
    desk: Desk, server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.stopping.GRACE", 0.1)
    server.fail("sendMessage", Fault(late=60))
    async with asyncio.timeout(10):
        async with desk.app.running():
            server.person(501, "Budi Contoh").starts()
            await server.awaited.wait()
    async with desk.db() as db:
        assert await db.value(db.of(rows, rows.c.state)) == "calling"  # the next start knows that its fate is unknown


async def test_each_duty_does_its_own_part_and_no_other(desk: Desk, server: TelegramServer) -> None:
    async def counted() -> tuple[int, int]:
        found = await desk.app.counts()
        return found["events"], found["messages"]

    budi = server.person(501, "Budi Contoh")
    budi.starts()
    async with asyncio.timeout(10):
        for duty, then in ((Duty.WEB, (1, 0)), (Duty.JOBS, (0, 1)), (Duty.LANES, (0, 0))):
            async with desk.app.running(duties=frozenset({duty})):
                while await counted() != then:
                    await asyncio.sleep(0.02)
    await until(lambda: len(budi.sees()) == 1)


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"X-Telegram-Bot-Api-Secret-Token": SECRET}, json.dumps({"update_id": 1}), 200),
        ({"X-Telegram-Bot-Api-Secret-Token": "wrong"}, json.dumps({"update_id": 1}), 403),
        ({}, json.dumps({"update_id": 1}), 403),
        ({"X-Telegram-Bot-Api-Secret-Token": SECRET}, "no json", 400),
        ({"X-Telegram-Bot-Api-Secret-Token": SECRET}, "[]", 400),
        ({"X-Telegram-Bot-Api-Secret-Token": SECRET}, "x" * 5_000_000, 413),
    ],
)
async def test_a_webhook_wants_its_secret(desk: Desk, headers: dict[str, str], body: str, status: int) -> None:
    async with listening(site(desk.app), "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        url = f"http://127.0.0.1:{port}/hooks/{desk.account.id}"
        async with session.post(url, data=io.BytesIO(body.encode()), headers=headers) as answer:
            assert answer.status == status


async def test_a_webhook_of_no_account_is_not_found(desk: Desk) -> None:
    async with listening(site(desk.app), "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        answer = await session.post(f"http://127.0.0.1:{port}/hooks/999999", json={})
        assert answer.status == 404


async def test_a_webhook_stores_before_it_acknowledges_and_repeats_change_nothing(desk: Desk, server: TelegramServer) -> None:
    budi = server.person(501, "Budi Contoh")
    async with listening(site(desk.app), "127.0.0.1", 0) as port:
        server.state.webhook = {"url": f"http://127.0.0.1:{port}/hooks/{desk.account.id}", "secret_token": SECRET}
        budi.starts()
        again = list(server.state.pending)
        await until(lambda: not server.state.pending)
        server.state.pending += again  # the platform did not hear our answer
        server.state.arrived.set()
        await until(lambda: not server.state.pending)
    assert (await desk.app.counts())["events"] == 1
    await desk.app.settle()
    assert len(budi.sees()) == 1


async def test_health_is_shown(desk: Desk) -> None:
    async with listening(site(desk.app), "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        answer = await session.get(f"http://127.0.0.1:{port}/health")
        assert answer.status == 200
        assert "✅ lane telegram desk" in await answer.text()


async def test_at_its_start_the_desk_learns_what_the_platform_calls_it(
    desk: Desk, server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def named() -> list[tuple[ChannelKind, str]]:
        async with desk.db() as db:
            return list(await accounts.names(db))

    monkeypatch.setattr("bot.serve.RETRY", 0.01)
    monkeypatch.setattr("bot.channels.telegram.api.RETRY", 0.01)
    server.fail("getMe", LOST)
    for _ in range(2):  # a second start changes nothing
        async with asyncio.timeout(10), working(introduce(desk.app, Settings(_env_file=None))):
            while await named() != [(ChannelKind.TELEGRAM, "meja_humas_bot")]:
                await asyncio.sleep(0.02)


async def test_an_account_that_is_added_or_renewed_beside_the_desk_is_served_without_a_restart(
    desk: Desk, server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.NEWCOMERS", 0.05)
    first, budi = desk.account.id, server.person(501, "Budi Contoh")
    async with desk.app.running():
        async with desk.app.database.write() as db:
            added = await accounts.add(db, desk.office, ChannelKind.SANDBOX, "second", "")
        await until(lambda: added.id in desk.app.desks)
        rina = await Desk(desk.app, added, desk.office, Language.ID).journalist("Rina Contoh")
        await rina.phone.says("hari ini", ())
        await until(lambda: "Tidak ada yang menunggu Anda" in rina.reads())
        before = desk.app.desks[first]
        async with desk.app.database.write() as db:
            await accounts.renew(db, first, "another secret")
        await until(lambda: desk.app.desks[first] is not before)
        budi.starts()
        await until(lambda: any("Selamat datang" in each.text for each in budi.sees()))
        assert desk.app.desks[added.id].account == added, "what did not change is left alone"


async def test_an_account_that_cannot_be_spoken_for_keeps_nobody_from_being_served(
    desk: Desk, server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.NEWCOMERS", 0.05)
    desk.expected |= {"account not taken on"}
    make, budi = desk.app._make, server.person(501, "Budi Contoh")

    def fails_for_one(account: Account) -> Channel:
        if account.name == "second":
            raise ValueError("a secret of another key")
        return make(account)

    monkeypatch.setattr(desk.app, "_make", fails_for_one)
    async with desk.app.running():
        async with desk.app.database.write() as db:
            await accounts.add(db, desk.office, ChannelKind.SANDBOX, "second", "")
            third = await accounts.add(db, desk.office, ChannelKind.SANDBOX, "third", "")
        await until(lambda: third.id in desk.app.desks)
        monkeypatch.setattr(desk.app, "_make", lambda _: fails_for_one(replace(third, name="second")))
        async with desk.app.database.write() as db:
            await accounts.renew(db, desk.account.id, "sealed with another key")
        await until(lambda: any(each.get("account") == desk.account.id for each in desk.log if each["log_level"] == "error"))
        budi.starts()
        await until(lambda: any("Selamat datang" in each.text for each in budi.sees()))
