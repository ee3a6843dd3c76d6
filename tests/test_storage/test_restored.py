"""What is held after a restore, decided once, office by office; and an outage that one process notices."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from storage import inbox, jobs, offices, outages, outbox, queues, restored
from storage.records import EventState, Purpose, RowState
from storage.tables import inbox as events
from storage.tables import outbox as rows
from tests.test_storage.conftest import NOW, Desk

LATER = NOW + timedelta(hours=1)


async def hold(desk: Desk, neighbour: Desk) -> None:
    """A row in each state of both offices, an event and a job; then the backup comes back."""
    for each in (desk, neighbour):
        rina = await each.person()
        for state in RowState:
            await each.tell(rina, state)
        async with each.db() as db:
            for state in RowState:
                await db.change(rows, rows.c.card == state, state=state)
            await db.change(rows, rows.c.card == RowState.CALLING, held=RowState.CANCELLED)
            await jobs.add(db, "fetch_file", "one", {"file": "one"}, NOW)
    async with desk.database.write() as db:
        await inbox.store(db, desk.account, "e1", "rina", "", {}, NOW)
        await restored.hold(db, LATER)


async def fresh(desk: Desk) -> Desk:
    """The office as it is now; its settings say what is held."""
    async with desk.database.read() as db:
        return replace(desk, office=await offices.office_by_id(db, desk.office.id))


@pytest.mark.parametrize(("send", "then"), [(True, RowState.WAITING), (False, RowState.CANCELLED)])
async def test_what_waits_is_held_until_one_of_two_decides(desk: Desk, neighbour: Desk, send: bool, then: RowState) -> None:
    await hold(desk, neighbour)
    held = await desk.queue()
    untouched = {RowState.SENT, RowState.FAILED, RowState.UNSURE, RowState.CANCELLED, RowState.HELD}
    assert {each: held[each] for each in untouched} == {each: each for each in untouched}
    assert held[RowState.WAITING] is held[RowState.PARKED] is RowState.HELD
    assert held[RowState.CALLING] is RowState.CANCELLED, "it had been called off while it was under way"
    desk = await fresh(desk)
    assert restored.holds(desk.office, NOW)
    assert not restored.holds(desk.office, LATER)
    async with desk.database.read() as db:
        assert (await jobs.waiting(db), await inbox.unread(db)) == (0, 0)
        assert (await restored.counts(db.of(desk.office)))["messages"] == 2

    async def one() -> bool:
        async with desk.db() as db:
            return await restored.decide(db, LATER, send=send)

    assert sorted(await asyncio.gather(one(), one())) == [False, True]
    decided = await desk.queue()
    assert decided[RowState.WAITING] is decided[RowState.PARKED] is then
    assert decided[RowState.HELD] is RowState.HELD, "staff hold it, and say when it goes on"
    assert (await neighbour.queue())[RowState.WAITING] is RowState.HELD
    desk = await fresh(desk)
    assert restored.dropped(desk.office, NOW) is not send
    async with desk.database.read() as db:
        assert [each.id for each in await restored.waiting(db)] == [neighbour.office.id]
        assert await db.value(events.select().with_only_columns(events.c.state)) == (EventState.NEW if send else EventState.DONE)
        assert await jobs.waiting(db) == 1


async def test_one_process_notices_an_outage_and_a_restore_is_none(desk: Desk) -> None:
    async def beat(at: datetime) -> datetime | None:
        async with desk.database.write() as db:
            return await outages.beat(db, at)

    assert list(await asyncio.gather(beat(NOW), beat(NOW))) == [None, None]
    assert await beat(NOW + timedelta(minutes=29)) is None
    back = NOW + timedelta(hours=3)
    assert sorted(map(str, await asyncio.gather(beat(back), beat(back)))) == sorted([str(NOW + timedelta(minutes=29)), "None"])
    async with desk.database.write() as db:
        await restored.hold(db, back)
    assert await beat(back + timedelta(days=1)) is None


async def test_a_queue_is_what_could_go_now(desk: Desk, neighbour: Desk) -> None:
    rina = await desk.person()
    await desk.tell(rina, "release_sent", NOW, purpose=Purpose.RELEASE)
    await desk.tell(rina, "help", NOW + timedelta(minutes=1))
    await desk.tell(rina, "help", NOW + timedelta(days=1))
    async with desk.db() as db:
        assert await outbox.hold(db, "nothing") == 0
    async with desk.database.read() as db:
        found = await queues.queues(db, LATER)
    assert found == {desk.account.id: queues.Queue(2, NOW, NOW + timedelta(minutes=1))}
