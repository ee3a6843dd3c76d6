"""Who watches sees a line for each thing, numbers of what happened, and is called where something is not well."""

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.metrics import Metrics, listening_in, watching
from bot.watch import look
from bot.web import listening
from storage import accounts, outbox, tables
from storage.database import Database
from storage.records import Role
from tests.desk import Desk


@pytest.fixture
async def page(desk: Desk) -> AsyncIterator[str]:
    """The address of the watchers' side."""
    metrics = Metrics()
    async with listening_in(metrics), listening(watching(desk.app, metrics), "127.0.0.1", 0) as port:
        yield f"http://127.0.0.1:{port}"


async def read(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


def number(text: str, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    assert found, f"no {name} in\n{text}"
    return float(found[1])


async def test_what_is_sent_and_answered_is_counted(desk: Desk, page: str) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("bantuan", "help")
    desk.refuse_next()
    await rina.says("bantuan", "help")
    await desk.off(minutes=1)
    status, text = await read(f"{page}/metrics")
    assert status == 200
    mine = 'account="sandbox:desk"'
    assert number(text, f'meja_sends_total{{{mine},outcome="sent",purpose="reply"}}') == 1
    assert number(text, f'meja_sends_total{{{mine},outcome="failed",purpose="reply"}}') == 1
    assert number(text, f"meja_answer_seconds_count{{{mine}}}") == 2
    assert number(text, f"meja_queue_rows{{{mine}}}") == 0
    assert number(text, "meja_loop_lag_seconds_count") >= 0


async def test_what_waits_shows_its_age(desk: Desk, page: str) -> None:
    await late_reply(desk, minutes=7)
    _, text = await read(f"{page}/metrics")
    assert number(text, 'meja_queue_age_seconds{account="sandbox:desk"}') == 420


async def late_reply(desk: Desk, minutes: int) -> None:
    """Somebody's answer has not left for a while."""
    person = await (await desk.staff(Role.DRAFTER, "Dina Teladan")).record()
    async with desk.db() as db:
        await outbox.post(db, person, desk.account.id, "dina", "desk_stale", {}, desk.now)
    desk.app.clock.move_to(desk.now.replace(minute=minutes))


async def test_health_has_a_line_for_each_thing(desk: Desk, page: str) -> None:
    status, text = await read(f"{page}/health")
    assert status == 200
    assert [line.split(":")[0] for line in text.splitlines()] == [
        "✅ database", "✅ disk", "✅ lane sandbox beside", "✅ lane sandbox desk",
    ]  # fmt: skip


async def test_health_calls_where_something_is_not_well(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def complaints() -> str:
        return "\n".join(str(each) for each in await look(desk.app) if not each.good)

    assert await complaints() == ""
    await late_reply(desk, minutes=7)
    assert "❌ lane sandbox desk: not of this process, 1 waiting, oldest 420 s. Answers wait too long" in await complaints()
    async with desk.app.database.write() as db:
        await db.run(tables.outbox.delete())
        await accounts.stop(db, desk.account.id, "token revoked")
    assert "Stopped: token revoked" in await complaints()
    monkeypatch.setattr("bot.watch.ROOM", shutil.disk_usage(Path.cwd()).total * 1000)
    assert "❌ disk" in await complaints()
    desk.app.beats[desk.account.id] = -1_000_000
    assert re.search(r"lane sandbox desk: looked 1\d{6} s ago", await complaints())


async def test_a_database_that_does_not_answer_is_a_line_and_no_more(desk: Desk, tmp_path: Path) -> None:
    broken = Database(f"sqlite+aiosqlite:///{tmp_path}/none.db")
    whole, desk.app.database = desk.app.database, broken
    said = [str(each) for each in await look(desk.app)]
    desk.app.database = whole
    await broken.close()
    assert said[0] == "❌ database: does not answer (OperationalError)"
    assert len(said) == 2
