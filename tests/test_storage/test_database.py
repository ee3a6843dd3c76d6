"""Transactions on both databases: nothing is lost, the urgent go first, and no office sees or changes its neighbour."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, StatementError

from storage import audit, join_codes, offices, outlets, people
from storage.database import Database
from storage.records import Medium, Role
from storage.tables import audit as deeds
from storage.tables import counters, installation
from storage.tables import people as people_table
from storage.turns import Urgency
from tests.test_storage.conftest import NOW, Desk

SQLITE = pytest.mark.parametrize("url", ["sqlite"], indirect=True)  # there alone is a queue of our own
Work = Callable[[Desk], Awaitable[None]]
PATIENCE = 10  # seconds, after which something hangs


@pytest.fixture
async def second(url: str) -> AsyncIterator[Database]:
    """The same database, opened by another process."""
    opened = Database(url)
    yield opened
    await opened.close()


async def add_one(database: Database, key: str = "counted") -> None:
    """Read, think, write: what loses increments where two do it at once."""
    async with database.write() as db:
        locked = select(installation.c.value).where(installation.c.key == key).with_for_update()
        held = int(await db.value(locked))
        await asyncio.sleep(0)
        await db.run(installation.update().where(installation.c.key == key).values(value=str(held + 1)))


async def remembered(database: Database, key: str = "counted") -> str | None:
    async with database.read() as db:
        return await offices.remembered(db, key)


async def remember(database: Database, value: str, key: str = "counted") -> None:
    async with database.write() as db:
        await offices.remember(db, key, value)


async def test_of_four_hundred_increments_none_is_lost(database: Database) -> None:
    await remember(database, "0")
    await asyncio.gather(*(add_one(database) for _ in range(400)))
    assert await remembered(database) == "400"


async def test_a_second_process_writes_too(database: Database, second: Database) -> None:
    await remember(database, "0")
    await asyncio.gather(*(add_one(each) for _ in range(30) for each in (database, second)))
    assert await remembered(second) == "60"


async def breaks_in_the_middle(desk: Desk) -> None:
    async with desk.db() as db:
        await db.add(counters, name="half", value=1)
        raise RuntimeError("in the middle")


async def is_refused_by_the_database(desk: Desk) -> None:
    async with desk.db() as db:
        await db.add(counters, name="half", value=1)
        await db.add(counters, name="half", value=2)


@pytest.mark.parametrize(("work", "fault"), [(breaks_in_the_middle, RuntimeError), (is_refused_by_the_database, IntegrityError)])
async def test_what_fails_leaves_nothing_behind(desk: Desk, work: Work, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        await work(desk)
    async with desk.db() as db:
        assert await db.rows(db.of(counters)) == []


async def test_a_reader_does_not_wait_for_the_writer_nor_see_its_half(database: Database) -> None:
    await remember(database, "before")
    async with database.write() as db:
        await offices.remember(db, "counted", "after")
        async with asyncio.timeout(PATIENCE):
            assert await remembered(database) == "before"
    assert await remembered(database) == "after"


@SQLITE
async def test_the_most_urgent_writes_next_and_equals_in_order(database: Database) -> None:
    done: list[str] = []

    async def work(name: str, urgency: Urgency) -> None:
        async with database.write(urgency):
            done.append(name)

    asked = [("a", Urgency.REST), ("b", Urgency.ANSWER), ("c", Urgency.SETTLE), ("d", Urgency.INTAKE), ("e", Urgency.REST)]
    async with database.write():
        tasks = [asyncio.create_task(work(*each)) for each in asked]
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    assert "".join(done) == "dcbae"


@SQLITE
@pytest.mark.parametrize("turn_was_given", [False, True])
async def test_a_waiter_who_gives_up_holds_nobody_up(database: Database, turn_was_given: bool) -> None:
    async def work() -> str:
        async with database.write():
            return "done"

    async with database.write():
        leaver, stayer = asyncio.create_task(work()), asyncio.create_task(work())
        await asyncio.sleep(0)
        if not turn_was_given:
            leaver.cancel()
    leaver.cancel()  # where its turn was given, it has not noticed yet
    with pytest.raises(asyncio.CancelledError):
        await leaver
    assert await asyncio.wait_for(stayer, PATIENCE) == "done"


async def test_a_writer_who_is_stopped_in_the_middle_leaves_nothing_behind(database: Database) -> None:
    await remember(database, "before")
    inside = asyncio.Event()

    async def work() -> None:
        async with database.write() as db:
            await offices.remember(db, "counted", "half")
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(work())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with asyncio.timeout(PATIENCE):
        await add_one_word(database)
    assert await remembered(database) == "before, after"


async def add_one_word(database: Database) -> None:
    async with database.write() as db:
        await offices.remember(db, "counted", f"{await offices.remembered(db, 'counted')}, after")


async def test_a_moment_without_a_zone_is_refused(desk: Desk) -> None:
    naive = datetime(2026, 11, 23, 8, 0)  # noqa: DTZ001 - what must be refused
    with pytest.raises(StatementError, match="without a zone"):
        async with desk.db() as db:
            await audit.note(db, None, "draft", "release:1", naive)


async def test_a_moment_comes_back_in_utc(desk: Desk) -> None:
    jakarta = NOW.astimezone(timezone(timedelta(hours=7)))
    async with desk.db() as db:
        await audit.note(db, None, "draft", "release:1", jakarta)
        at = await db.value(db.of(deeds, deeds.c.at))
    assert (at, at.utcoffset()) == (NOW, timedelta(0))


async def test_a_neighbour_is_neither_seen_nor_changed(desk: Desk, neighbour: Desk) -> None:
    theirs, ours = await neighbour.person(), await desk.person(role=Role.DRAFTER)
    async with desk.db() as db:
        assert [row.id for row in await db.rows(db.of(people_table))] == [ours.id]
        assert await people.find(db, theirs.id) is None
        with pytest.raises(LookupError):
            await people.change(db, theirs.id, name="Ubah Contoh")
        assert await db.change(people_table, work="fotografer") == 1
        assert await people.by_user_key(db, neighbour.account, "chat of Rina Contoh") is None
        assert await people.address_of(db, theirs.id) is None
        outlet = await outlets.add(db, "Suara Contoh", Medium.ONLINE, NOW, confirmed=True)
        await people.change(db, ours.id, outlet_id=outlet.id)
    async with neighbour.db() as db:
        assert await people.by_id(db, theirs.id) == theirs
        assert await outlets.named(db, "Suara Contoh") is None
        assert await db.drop(counters) == 0


async def test_the_same_names_and_numbers_live_in_two_offices(desk: Desk, neighbour: Desk) -> None:
    for each in (desk, neighbour):
        async with each.db() as db:
            assert await offices.next_number(db, "release") == 1
            await outlets.add(db, "Suara Contoh", Medium.ONLINE, NOW, confirmed=True)
            await join_codes.add(db, "the same code", Role.ADMIN, NOW)


async def test_once_means_once_and_says_so(desk: Desk) -> None:
    async with desk.db() as db:
        assert [await db.add_once(counters, name="link", value=value) for value in (7, 8)] == [True, False]
        assert await db.value(db.of(counters, counters.c.value)) == 7


async def test_an_error_of_the_database_does_not_repeat_what_people_wrote(desk: Desk) -> None:
    rina = await desk.person("Rina Rahasia")
    with pytest.raises(IntegrityError, match="people") as raised:
        async with desk.database.write() as db:
            await db.run(people_table.insert().values(id=rina.id, office_id=desk.office.id, name="Rina Rahasia", created_at=NOW))
    assert "Rahasia" not in str(raised.value)
