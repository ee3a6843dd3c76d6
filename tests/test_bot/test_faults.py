"""Faults of the world while messages leave: a locked database, a full disk, PostgreSQL that goes away, a line that is cut.

Whatever happens, each message arrives, or staff can see that nobody knows; and none arrives twice without a mark.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage import lanes, outbox
from storage.database import EveryOfficeDb
from storage.records import Purpose
from storage.tables import outbox as rows
from tests.channels.telegram_server import CUT, LOST, TelegramServer
from tests.desk import Desk, Somebody

PEOPLE = 60


@pytest.fixture(params=["id"])
def setting(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def crowd(desk: Desk, purpose: Purpose = Purpose.RELEASE) -> list[Somebody]:
    """Many people, each with a message that waits."""
    people = [await desk.journalist(f"Wartawan {number}") for number in range(PEOPLE)]
    for each in people:
        person = await each.record()
        async with desk.db() as db:
            where = (desk.account.id, each.chat, "announcement", {"text": "Ruang pers pindah."})
            await outbox.post(db, person, *where, desk.now, purpose=purpose, subject="release:1")
    return people


@asynccontextmanager
async def at_work(desk: Desk) -> AsyncIterator[None]:
    """The desk works by itself, and may complain."""
    desk.expected |= {
        "lane failed",
        "not settled",
        "round failed",
        "ring failed",
        "leases not renewed",
        "not told",
        "call failed",
    }
    async with asyncio.timeout(60), desk.app.running(polls=False):
        yield


async def settled(desk: Desk) -> None:
    """Until nothing waits and nothing is under way, however often the database fails."""
    while True:
        try:
            async with desk.app.database.read() as db:
                if not await lanes.unsent(db):
                    return
        except OperationalError:
            pass
        desk.app.clock.move_to(desk.now + timedelta(seconds=1))  # what was in doubt waits two before it goes once more
        await asyncio.sleep(0.05)


async def told_of(desk: Desk) -> list[tuple[str, int]]:
    """What became of each message, and how many of its tries failed."""
    async with desk.db() as db:
        return [(row.state, row.tries) for row in await db.rows(db.of(rows).order_by(rows.c.id))]


def copies(people: list[Somebody]) -> list[int]:
    return [each.reads().count("Ruang pers pindah.") for each in people]


@pytest.mark.parametrize("fault", ["database is locked", "database or disk is full"])
async def test_what_sqlite_refuses_is_written_later_and_nothing_is_said_twice(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    people, left, really = await crowd(desk), 500, EveryOfficeDb.run

    async def run(db: EveryOfficeDb, *given: object) -> int:
        nonlocal left
        if left:
            left -= 1
            raise OperationalError("", {}, sqlite3.OperationalError(fault))
        return await really(db, *given)  # type: ignore[arg-type]  # passed on as they come

    monkeypatch.setattr("bot.delivery.IDLE", 0.001)
    monkeypatch.setattr(EveryOfficeDb, "run", run)
    async with at_work(desk):
        await settled(desk)
    assert left == 0
    assert copies(people) == [1] * PEOPLE
    assert await told_of(desk) == [("sent", 0)] * PEOPLE


@pytest.mark.parametrize("setting", ["postgresql"], indirect=True)
async def test_a_postgresql_that_drops_every_line_five_times_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.IDLE", 0.05)
    monkeypatch.setattr("bot.pace.AT_ONCE", 4)  # so that it takes a while
    people = await crowd(desk)
    drop = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    async with at_work(desk):
        for each in range(5):
            while len(desk.channel.calls) < each * PEOPLE // 6:
                await asyncio.sleep(0.005)
            async with desk.app.database.read() as db:
                await db.rows(drop)
        await settled(desk)
    assert copies(people) == [1] * PEOPLE, "what became of each call is kept until it can be written"
    assert {state for state, _ in await told_of(desk)} == {"sent"}


@pytest.mark.parametrize("setting", ["telegram"], indirect=True)
async def test_a_line_that_is_cut_before_or_after_the_platform_heard_is_flagged(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.pace.AT_ONCE", 1)  # one after the other, so that each fault has its message
    people = await crowd(desk)
    assert isinstance(desk.server, TelegramServer)
    for fault in (CUT, LOST) * 3:
        desk.server.fail("sendMessage", fault)
    await desk.later(minutes=1)
    assert copies(people)[:7] == [1, 2, 1, 2, 1, 2, 1], "what had arrived came once more"
    assert set(copies(people)[7:]) == {1}
    assert await told_of(desk) == [("sent", 1)] * 6 + [("sent", 0)] * (PEOPLE - 6), "each of the six has its mark"
