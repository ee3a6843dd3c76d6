"""Events: stored once, handled in order per conversation, albums whole, and a poison one does not stop the others."""

import asyncio
from datetime import timedelta

import pytest

from storage import inbox
from storage.records import Event
from storage.tables import inbox as events
from tests.test_storage.conftest import NOW, Desk

LATER = NOW + timedelta(seconds=1)


async def store(desk: Desk, key: str, chat: str = "rina", *, album: str = "", at: float = 0) -> bool:
    async with desk.database.write() as db:
        return await inbox.store(db, desk.account, key, chat, album, {"said": key}, NOW + timedelta(seconds=at))


async def waiting(desk: Desk, at: float = 0) -> list[str]:
    async with desk.database.read() as db:
        return [chat for _, chat in await inbox.waiting_chats(db, NOW + timedelta(seconds=at))]


async def taken(desk: Desk, chat: str = "rina", at: float = 0) -> list[str]:
    """What one worker gets, and does."""
    async with desk.database.write() as db:
        found = await inbox.take(db, desk.account.id, chat, NOW + timedelta(seconds=at))
        await inbox.finish(db, found)
    return [each.key for each in found]


async def fail(desk: Desk, found: tuple[Event, ...], at: float) -> bool:
    async with desk.database.write() as db:
        return await inbox.failed(db, found, "a bug", NOW + timedelta(seconds=at))


async def test_a_repeat_is_stored_once_also_when_both_come_together(desk: Desk, neighbour: Desk) -> None:
    assert sorted(await asyncio.gather(*(store(desk, "u1") for _ in range(5)))) == [False] * 4 + [True]
    assert not await store(desk, "u1")
    assert await store(neighbour, "u1")  # another bot has numbers of its own
    assert await taken(desk) == ["u1"]
    assert not await store(desk, "u1"), "a repeat after the answer is a repeat too"
    assert await taken(desk) == []


async def test_a_conversation_goes_in_order_and_others_beside_it(desk: Desk) -> None:
    for key, chat in (("u1", "rina"), ("u2", "rina"), ("u3", "budi")):
        await store(desk, key, chat)
    assert await waiting(desk) == ["rina", "budi"]
    assert [await taken(desk), await taken(desk, "budi"), await taken(desk), await taken(desk)] == [["u1"], ["u3"], ["u2"], []]
    assert await waiting(desk) == []


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)  # on SQLite there is one writer anyhow
async def test_of_two_workers_one_has_a_conversation(desk: Desk) -> None:
    for key, chat in (("u1", "rina"), ("u2", "rina"), ("u3", "budi")):
        await store(desk, key, chat)
    async with desk.database.write() as db:
        assert [each.key for each in await inbox.take(db, desk.account.id, "rina", NOW)] == ["u1"]
        async with asyncio.timeout(10):  # it is passed over, not waited for
            assert [await taken(desk), await taken(desk, "budi")] == [[], ["u3"]]
    assert await taken(desk) == ["u1"], "it was given up, and is free again"


async def test_an_album_waits_for_its_last_part_and_holds_back_what_follows(desk: Desk) -> None:
    await store(desk, "p1", album="a")
    await store(desk, "p2", album="a", at=1)
    await store(desk, "u3", at=1.1)
    assert await waiting(desk, 1.6) == []
    assert await taken(desk, at=1.6) == [], "1.5 s after the first, the second has just come"
    assert await waiting(desk, 2.6) == ["rina"]
    assert [await taken(desk, at=2.6), await taken(desk, at=2.6)] == [["p1", "p2"], ["u3"]]


async def test_a_part_that_comes_after_all_is_handled_alone(desk: Desk) -> None:
    await store(desk, "p1", album="a")
    assert await taken(desk, at=2) == ["p1"]
    await store(desk, "p2", album="a", at=3)
    assert [await taken(desk, at=3), await taken(desk, at=5)] == [[], ["p2"]]


async def test_when_something_is_ready_next(desk: Desk) -> None:
    async with desk.database.read() as db:
        assert await inbox.next_ready(db) is None
    await store(desk, "p1", album="a")
    async with desk.database.read() as db:
        assert await inbox.next_ready(db) == NOW + inbox.ALBUM_PAUSE
        assert (await inbox.unread(db), await inbox.last_received(db)) == (1, NOW)


async def test_a_poison_event_is_tried_three_times_and_then_the_next_has_its_turn(desk: Desk) -> None:
    await store(desk, "poison")
    await store(desk, "u2")
    for number, at in enumerate((0, 5, 10), 1):
        assert await taken(desk, at=at - 0.1) == [], "it rests between its tries"
        async with desk.database.write() as db:
            found = await inbox.take(db, desk.account.id, "rina", NOW + timedelta(seconds=at))
        assert ([each.key for each in found], found[0].tries) == (["poison"], number - 1)
        assert await fail(desk, found, at) is (number == 3)
    assert await taken(desk, at=10) == ["u2"]
    async with desk.database.read() as db:
        assert [(account, fault) for _, account, fault in await inbox.aside(db)] == [(desk.account.id, "a bug")]


async def test_a_failure_that_comes_too_late_undoes_nothing(desk: Desk) -> None:
    await store(desk, "u1")
    async with desk.database.write() as db:
        found = await inbox.take(db, desk.account.id, "rina", NOW)
    assert await taken(desk) == ["u1"]  # another worker did it meanwhile
    assert not any([await fail(desk, found, 0) for _ in range(3)])
    async with desk.database.read() as db:
        assert await inbox.aside(db) == []


@pytest.mark.parametrize("fault", ["no update", "", "é" * 600])
async def test_what_cannot_be_read_is_kept_aside(desk: Desk, fault: str) -> None:
    for _ in range(2):  # it may come again
        async with desk.database.write() as db:
            await inbox.put_aside(db, desk.account, "number:7", {"strange": True}, fault, NOW)
    async with desk.database.read() as db:
        assert [words for _, _, words in await inbox.aside(db)] == [fault[:500]]
        assert await inbox.waiting_chats(db, LATER) == []
        assert (await inbox.next_ready(db), await inbox.unread(db)) == (None, 0)
    async with desk.db() as mine:
        assert await mine.value(mine.of(events, events.c.body)) == {"strange": True}
