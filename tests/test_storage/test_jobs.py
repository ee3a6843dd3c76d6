"""Jobs: queued once, done by one worker under a lease, tried again with longer pauses, and given up aloud."""

import asyncio
from datetime import datetime, timedelta

import pytest

from storage import jobs
from storage.jobs import Claimed
from storage.tables import jobs as rows
from tests.test_storage.conftest import NOW, Desk

SECOND = timedelta(seconds=1)


async def add(desk: Desk, key: str, at: datetime = NOW) -> None:
    async with desk.db() as db:
        await jobs.add(db, "fetch_file", key, {"file": key}, at)


async def claim(desk: Desk, at: datetime = NOW) -> Claimed | None:
    async with desk.database.write() as db:
        return await jobs.claim(db, at)


async def next_due(desk: Desk) -> datetime | None:
    async with desk.database.read() as db:
        return await jobs.next_due(db)


async def test_a_job_is_queued_once_and_done_when_its_time_has_come(desk: Desk, neighbour: Desk) -> None:
    await asyncio.gather(*(add(desk, "one", NOW + SECOND) for _ in range(3)), add(neighbour, "one", NOW + 2 * SECOND))
    assert (await claim(desk), await next_due(desk)) == (None, NOW + SECOND)
    first = await claim(desk, NOW + SECOND)
    assert first
    async with desk.database.write() as db:
        assert await jobs.done(db, first)
        assert await jobs.waiting(db) == 1
    await add(desk, "one")
    assert await claim(desk, NOW + SECOND) is None, "what was done is not queued again"
    found = await claim(desk, NOW + 2 * SECOND)
    assert found
    assert (found.office_id, found.kind) == (neighbour.office.id, "fetch_file")


async def test_the_job_that_is_due_longest_goes_first(desk: Desk) -> None:
    for key, seconds in (("late", 2), ("early", 1), ("early too", 1)):
        await add(desk, key, NOW + seconds * SECOND)
    found = [await claim(desk, NOW + 9 * SECOND) for _ in range(4)]
    assert [each and each.facts["file"] for each in found] == ["early", "early too", "late", None]


async def test_of_many_workers_each_has_another_job(desk: Desk) -> None:
    for number in range(3):
        await add(desk, str(number))
    found = await asyncio.gather(*(claim(desk) for _ in range(6)))
    assert sorted(each.facts["file"] for each in found if each) == ["0", "1", "2"]


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_job_that_another_is_just_taking_is_passed_over(desk: Desk) -> None:
    await add(desk, "one")
    await add(desk, "two")
    async with desk.database.write() as db:
        assert await jobs.claim(db, NOW)
        found = await claim(desk)
    assert found
    assert found.facts["file"] == "two"


async def test_when_a_worker_dies_its_job_is_free_after_the_lease(desk: Desk) -> None:
    await add(desk, "one")
    first = await claim(desk)
    end = NOW + jobs.LEASE
    assert (await next_due(desk), await claim(desk, end - SECOND)) == (end, None)
    second = await claim(desk, end)
    assert first
    assert second
    assert second.id == first.id
    async with desk.database.write() as db:
        assert not await jobs.done(db, first), "it comes back late, and the job is another's"
        await jobs.failed(db, first, "late", end)
        assert await jobs.done(db, second)


async def test_a_job_rests_longer_and_longer_and_then_has_failed(desk: Desk) -> None:
    await add(desk, "one")
    at, over = NOW, []
    for tries, pause in enumerate([*jobs.PAUSES, None]):
        found = await claim(desk, at)
        assert found
        assert found.tries == tries
        async with desk.database.write() as db:
            over.append(await jobs.failed(db, found, "fault " * 200, at))
        if pause:
            assert (await claim(desk, at + pause - SECOND), await next_due(desk)) == (None, at + pause)
            at += pause
    assert over == [False, False, False, True]
    assert (await claim(desk, at + timedelta(days=1)), await next_due(desk)) == (None, None)
    async with desk.db() as db:
        [row] = await db.rows(db.of(rows))
    assert (row.state, row.tries, len(row.fault)) == ("failed", 4, 500)
