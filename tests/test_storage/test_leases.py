"""What one process alone may do: taken once, renewed while it lasts, free when it has run out."""

import asyncio

import pytest

from storage import leases
from storage.database import Away, Database
from tests.test_storage.conftest import Desk

NOW, LATER, OVER = 1000.0, 1006.0, 1006.5  # seconds: taken, until, and when it has run out


async def take(desk: Desk, who: str, now: float = NOW, database: Database | None = None) -> bool:
    async with (database or desk.database).write() as db:
        return await leases.take(db, ["lane:1"], who, now, now + LATER - NOW) == 1


async def held(desk: Desk) -> tuple[str, int, float]:
    async with desk.database.read() as db:
        [found] = await leases.everyone(db)
    return found.holder, found.number, found.until


async def test_of_many_who_try_one_gets_it(desk: Desk) -> None:
    other = Database(desk.database.url.render_as_string(hide_password=False))
    found = await asyncio.gather(*(take(desk, f"process {each}", database=(desk.database, other)[each % 2]) for each in range(6)))
    await other.close()
    assert found.count(True) == 1
    assert (await held(desk))[1] == 1


@pytest.mark.parametrize(("now", "taken"), [(NOW + 1, False), (OVER, True)])
async def test_it_is_free_once_it_has_run_out_and_its_number_grows(desk: Desk, now: float, taken: bool) -> None:
    await take(desk, "first")
    assert await take(desk, "second", now) is taken
    assert (await held(desk))[:2] == (("second", 2) if taken else ("first", 1))


@pytest.mark.parametrize(("now", "until"), [(NOW + 1, NOW + 7), (OVER, LATER)])
async def test_it_is_renewed_only_while_it_lasts(desk: Desk, now: float, until: float) -> None:
    await take(desk, "first")
    async with desk.database.write() as db:
        await leases.renew(db, "first", now, now + 6)
        await leases.renew(db, "second", now, now + 60)
    assert await held(desk) == ("first", 1, until)


async def test_what_is_given_back_is_free_at_once_and_only_by_its_holder(desk: Desk) -> None:
    await take(desk, "first")
    for who, free in (("second", False), ("first", True)):
        async with desk.database.write() as db:
            await leases.give(db, who, ["lane:1"])
        assert await take(desk, "third", NOW + 1) is free


async def test_who_was_alive_an_hour_ago_is_forgotten_and_no_lease_is(desk: Desk) -> None:
    await take(desk, "first")
    async with desk.database.write() as db:
        for name in ("lanes/first", "lanes/second"):
            await leases.take(db, [name], name, NOW, LATER)
        await leases.renew(db, "lanes/second", NOW, NOW + 4000)
        await leases.forget(db, LATER + 3600 + 1)
        assert sorted(each.name for each in await leases.everyone(db)) == ["lane:1", "lanes/second"]


async def test_the_clock_is_the_database_s_and_goes_on(desk: Desk) -> None:
    async with desk.database.read() as db:
        first = await leases.clock(db)
        assert 0 <= await leases.clock(db) - first < 5


async def test_one_process_at_a_time_holds_renews_and_gives(desk: Desk) -> None:
    """Or two that change many rows in different orders would lock each other out."""
    other = Database(desk.database.url.render_as_string(hide_password=False))

    async def turn() -> None:
        async with other.write() as db:
            await leases.alone(db)

    async with desk.database.write() as db:
        await leases.alone(db)
        waiting = asyncio.create_task(turn())
        assert not (await asyncio.wait({waiting}, timeout=0.1))[0]
    await waiting
    await other.close()


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)  # on SQLite there is one process
async def test_who_stands_still_in_its_turn_makes_room_for_the_others(desk: Desk) -> None:
    other = Database(desk.database.url.render_as_string(hide_password=False))

    async def stands_still() -> None:
        async with desk.database.write() as db:
            await leases.alone(db)
            async with asyncio.timeout(4), other.write() as later:  # soon enough for leases of six seconds
                await leases.alone(later)
            await leases.everyone(db)

    with pytest.raises(Away):
        await stands_still()
    await other.close()
