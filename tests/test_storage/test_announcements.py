"""Announcements and bursts: each moment is taken up once, and nothing is sent after it was stopped."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from storage import announcements, bursts, occurrences
from storage.bursts import Burst
from storage.database import OfficeDb
from storage.records import Announcement, Role
from tests.test_storage.conftest import NOW, Desk, together

WEEK = timedelta(days=7)


async def announced(desk: Desk, next_at: datetime = NOW, weekly: str = "0 08:00") -> Announcement:
    dedi = await desk.person("Dedi", Role.DRAFTER)
    async with desk.db() as db:
        return await announcements.add(db, dedi, "Ruang pers pindah.", "journalists", next_at, weekly, NOW)


async def test_a_moment_is_taken_up_once_however_many_clocks_tick(desk: Desk) -> None:
    weekly = await announced(desk)
    taken = await together(desk, *[lambda db: announcements.carry_on(db, weekly, NOW + WEEK, NOW)] * 3)
    assert sorted(map(bool, taken)) == [False, False, True]
    async with desk.db() as db:
        kept = await announcements.find(db, weekly.id)
        assert kept
        assert (kept.next_at, kept.ended_at) == (NOW + WEEK, None)
        assert await announcements.carry_on(db, kept, None, NOW + WEEK)
        ended = await announcements.by_number(db, kept.number)
        assert ended
        assert (ended.next_at, ended.ended_at) == (None, NOW + WEEK)


async def test_what_was_stopped_does_not_happen(desk: Desk) -> None:
    weekly = await announced(desk)
    async with desk.db() as db:
        assert [await announcements.stop(db, weekly, NOW) for _ in range(2)] == [True, False]
        assert not await announcements.carry_on(db, weekly, NOW + WEEK, NOW)
        assert (await announcements.next_due(db), await announcements.coming(db)) == (None, ())


async def test_what_comes_is_listed_in_its_order(desk: Desk, neighbour: Desk) -> None:
    await announced(neighbour)
    for days in (3, 1):
        await announced(desk, NOW + timedelta(days=days))
    async with desk.db() as db:
        assert await announcements.next_due(db) == NOW + timedelta(days=1)
        assert [each.code for each in await announcements.coming(db)] == ["P-2", "P-1"]


async def test_those_who_were_told_are_known_by_the_sending(desk: Desk) -> None:
    first, *_, tenth = [await announced(desk) for _ in range(10)]
    rina = await desk.person()
    for days in (0, 7):
        sending = announcements.sending(tenth, NOW + timedelta(days=days))
        async with desk.db() as db:
            await occurrences.first(db, sending, NOW + timedelta(days=days), NOW)
        await desk.tell(rina, subject=sending)
    async with desk.db() as db:
        assert await announcements.last_sending(db, tenth) == announcements.sending(tenth, NOW + WEEK)
        assert await announcements.was_told(db, tenth, rina)
        assert (await announcements.last_sending(db, first), await announcements.was_told(db, first, rina)) == ("", False)


TYPED: Mapping[str, str] = {"suara.id/a": NOW.isoformat()}


async def opened(desk: Desk, seconds: int = 8) -> Burst:
    rina = await desk.person()
    async with desk.db() as db:
        burst = await bursts.begin(db, rina.id, desk.account.id, "rina", NOW)
        assert await bursts.extend(db, burst, TYPED, "untuk rilis beras", NOW + timedelta(seconds=seconds))
    return burst


async def due(db: OfficeDb, seconds: int) -> int | None:
    found = await bursts.due(db, NOW + timedelta(seconds=seconds))
    return found.id if found else None


async def test_a_burst_is_answered_once_when_it_is_quiet(desk: Desk, neighbour: Desk) -> None:
    await opened(neighbour, 1)
    burst = await opened(desk)
    async with desk.db() as db:
        assert await bursts.next_due(db) == NOW + timedelta(seconds=8)
        assert [await due(db, 7), await due(db, 8)] == [None, burst.id]
        held = await bursts.current(db, desk.account.id, "rina")
        assert held
        assert (held.typed, held.words) == (TYPED, "untuk rilis beras")
        assert await bursts.current(db, desk.account.id, "budi") is None
    closed = await together(desk, *[lambda db: bursts.close(db, burst, NOW)] * 3)
    assert sorted(map(bool, closed)) == [False, False, True]


async def test_a_link_that_comes_while_it_closes_opens_another(desk: Desk) -> None:
    burst = await opened(desk)
    async with desk.db() as db:
        assert await bursts.close(db, burst, NOW)
        assert not await bursts.extend(db, burst, TYPED, "", NOW), "it was answered"
        assert (await bursts.current(db, desk.account.id, "rina"), await bursts.next_due(db)) == (None, None)
