"""S10: what did not run by its time is told by another process, and an outside watcher hears only while all has run."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
import structlog.testing
from aiohttp import web

from bot.heartbeat import Watchman, late
from bot.settings import Settings
from storage import jobs, occurrences
from storage.database import Database
from storage.records import Role
from tests.desk import Desk


@dataclass
class Watcher:
    """Somebody's watcher on the loopback, which notes each call."""

    url: str = ""
    status: int = 200
    calls: list[str] = field(default_factory=list)

    async def hear(self, request: web.Request) -> web.Response:
        self.calls.append(f"{request.method} {request.rel_url} {await request.text()}".strip())
        return web.Response(status=self.status, headers={"Location": "/elsewhere"})


@pytest.fixture
async def watcher() -> AsyncIterator[Watcher]:
    heard = Watcher()
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", heard.hear)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    heard.url = f"http://127.0.0.1:{runner.addresses[0][1]}/ping/secret-7"
    yield heard
    await runner.cleanup()


def stands_still_until(desk: Desk, hours: float) -> datetime:
    """Time passes and the clock of the desk rings no bell."""
    desk.app.clock.move_to(desk.now + timedelta(hours=hours))
    return desk.now


async def test_a_summary_that_did_not_run_is_told_by_another_process_once(desk: Desk, watcher: Watcher) -> None:
    bos, _ = await desk.staff(Role.ADMIN, "Ada Teladan"), await desk.staff(Role.OFFICIAL, "Oki Teladan")
    await desk.off(hours=22)  # Tuesday 06.00
    await bos.says("bantuan", "help")
    line = Database(desk.app.database.url.render_as_string(hide_password=False))  # of its own, as another process has
    other = Watchman(line, lambda: desk.now, watcher.url)
    await other.look()
    assert watcher.calls == ["GET /ping/secret-7"]
    stands_still_until(desk, 0.99)  # 06.59
    await other.look()
    assert len(watcher.calls) == 2
    stands_still_until(desk, 0.03)  # 07.01
    with structlog.testing.capture_logs() as log:
        await other.look()
        await other.look()
    assert len(watcher.calls) == 2, "an outside watcher hears nothing while something is late"
    assert log[0]["what"] == ["summary"]
    assert await _told(desk) == 1
    await desk.app.database.overhear()
    await desk.app.settle()
    bos.sees("“ringkasan pagi” seharusnya berjalan 24/11 06.45", "“morning summary” was due 24 Nov 06:45")
    await other.look()  # the bell has rung at last
    assert len(watcher.calls) == 3
    await line.close()


async def _told(desk: Desk) -> int:
    async with desk.db() as db:
        return int(await occurrences.ever(db, "late:summary:2026-11-2"))


async def test_jobs_and_messages_that_stand_still_are_late_and_a_long_list_is_not(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    async with desk.db() as db:
        await jobs.add(db, "check_link", "an invented job", {"link": 0}, desk.now + timedelta(minutes=1))
    await rina.phone.says("status", ())
    now = stands_still_until(desk, 0.5)
    async with desk.app.database.read() as db:
        assert {each.name for each in await late(db, now)} == {"events"}
        assert {each.name for each in await late(db, now + timedelta(hours=1))} == {"events", "jobs"}
    while await desk.app._dispatch.round():
        pass
    async with desk.app.database.read() as db:
        assert {each.name for each in await late(db, now + timedelta(minutes=16))} == {"messages"}


async def test_a_watcher_that_is_away_or_refuses_harms_nothing_and_is_not_named(desk: Desk, watcher: Watcher) -> None:
    away = Watchman(desk.app.database, lambda: desk.now, "http://127.0.0.1:9/ping/secret-7")
    refuses = Watchman(desk.app.database, lambda: desk.now, watcher.url)
    with structlog.testing.capture_logs() as log:
        await away.look()
        for status in (302, 500):
            watcher.status = status
            await refuses.look()
    assert [each["event"] for each in log] == ["heartbeat not taken"] * 3
    assert "secret" not in str(log)
    assert watcher.calls == ["GET /ping/secret-7"] * 2, "a redirect is not followed"


async def test_it_looks_once_a_minute(desk: Desk, watcher: Watcher) -> None:
    watchman = Watchman(desk.app.database, lambda: desk.now, watcher.url)
    await watchman.strike()
    watchman._looked -= 60
    await watchman.strike()
    await watchman.strike()
    assert len(watcher.calls) == 1


STRANGE = ("ftp://watch.example.id/ping", "file:///etc/passwd", "https://", "https://a:b@watch.example.id/x", "x")


def test_only_a_web_address_of_the_operator_is_taken() -> None:
    for address in STRANGE:
        with pytest.raises(ValueError, match="copy the address"):
            Settings(_env_file=None, heartbeat_url=address)
    held = Settings(_env_file=None, heartbeat_url="https://watch.example.id/ping/secret?x=1")
    assert "watch.example.id" not in repr(held)
