"""Several processes on one PostgreSQL: they share the lanes, hear each other, and take over from one that died."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from bot import leases
from bot.app import App
from bot.leases import Leases
from bot.pace import FREE, Pace
from storage import outbox
from storage.database import Database
from storage.records import AccountId, Purpose
from storage.tables import outbox as rows
from tests.desk import Desk, Somebody

pytestmark = pytest.mark.parametrize("setting", ["postgresql"], indirect=True)


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leases of a second, so that nobody waits for long."""
    for name, seconds in (("LIFE", 1.2), ("MARGIN", 0.4), ("TURN", 0.2)):
        monkeypatch.setattr(leases, name, seconds)


async def process(desk: Desk) -> App:
    """A further process of the same installation; phones are where they were."""
    database, phones = Database(desk.app.database.url.render_as_string(hide_password=False)), desk.app.desks
    app = App(
        database, desk.app.files, lambda account: phones[account.id].channel, desk.app.clock, lambda _: Pace(FREE, FREE, FREE),
        shares=True,
    )  # fmt: skip
    await app.open()
    return app


@asynccontextmanager
async def processes(desk: Desk, number: int) -> AsyncIterator[list[App]]:
    """Some processes that run beside each other."""
    async with AsyncExitStack() as stack:
        found = []
        for _ in range(number):
            app = await process(desk)
            stack.push_async_callback(app.database.close)
            await stack.enter_async_context(app.running())
            found.append(app)
        yield found


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.02)


def driven(app: App, desk: Desk) -> list[AccountId]:
    """The accounts whose lane is this process's."""
    return [each for each in desk.app.desks if app._lease(f"lane:{each}") is not None]


async def tell(desk: Desk, who: Somebody, purpose: Purpose = Purpose.RELEASE) -> None:
    person = await who.record()
    async with desk.db() as db:
        where = (desk.account.id, who.chat, "announcement", {"text": "Ruang pers pindah."})
        await outbox.post(db, person, *where, desk.now, purpose=purpose, subject="release:1")


async def states(desk: Desk) -> list[str]:
    async with desk.app.database.read() as db:
        return [row.state for row in await db.rows(rows.select().order_by(rows.c.id))]


async def test_two_share_the_lanes_and_each_message_goes_once(desk: Desk) -> None:
    people = [await desk.journalist(f"Wartawan {number}") for number in range(20)]
    async with processes(desk, 2) as (first, second):
        await until(lambda: len(driven(first, desk)) == len(driven(second, desk)) == 1)
        assert sorted(driven(first, desk) + driven(second, desk)) == sorted(desk.app.desks)
        for each in people:
            await tell(desk, each)  # by a third process, so that they hear of it only over the wire
        await until(lambda: len(desk.channel.calls) == len(people))
    assert await states(desk) == ["sent"] * len(people)
    assert [each.reads().count("Ruang pers pindah.") for each in people] == [1] * len(people)


async def test_an_account_that_is_added_is_driven_by_one_of_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.app.NEWCOMERS", 0.05)
    async with processes(desk, 2) as both:
        await until(lambda: all(driven(each, desk) for each in both))
        second = await desk.second_app()
        rina = await second.journalist("Rina Contoh")
        await until(lambda: sorted(name for each in both for name in driven(each, desk)) == sorted(desk.app.desks))
        await tell(second, rina)
        await until(lambda: second.channel.calls)
    assert await states(desk) == ["sent"]
    assert rina.reads().count("Ruang pers pindah.") == 1


async def test_what_a_process_leaves_is_taken_up_at_once(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    async with processes(desk, 1) as [first]:
        assert driven(first, desk) == list(desk.app.desks)
    async with processes(desk, 1) as [second]:
        assert driven(second, desk) == list(desk.app.desks), "no lease had to run out"
        await tell(desk, rina)
        await until(lambda: desk.channel.calls)
    assert rina.reads().count("Ruang pers pindah.") == 1


async def test_one_that_froze_loses_its_lanes_and_its_late_answer_changes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.expected |= {"leases not renewed"}
    rina = await desk.journalist("Rina Contoh")
    begun, answer, really = asyncio.Event(), asyncio.Event(), desk.channel.send
    turn = Leases.turn

    def stands_still(found: Leases, wanted: leases.Wanted) -> Awaitable[None]:
        return asyncio.sleep(60) if found is first._leases else turn(found, wanted)

    async def send(*given: object) -> object:
        begun.set()
        if not answer.is_set():
            await answer.wait()
        return await really(*given)  # type: ignore[arg-type]  # passed on as they come

    async with processes(desk, 1) as [first]:
        with monkeypatch.context() as frozen:
            frozen.setattr(desk.channel, "send", send)
            await tell(desk, rina, Purpose.REMINDER)
            await begun.wait()
            frozen.setattr(Leases, "turn", stands_still)
            await until(lambda: not driven(first, desk))
            async with processes(desk, 1) as [second]:
                await until(lambda: len(driven(second, desk)) == 2)
                await desk.journalist("Paul Misal")
                async with asyncio.timeout(20):
                    while await states(desk) != ["unsure"]:  # a reminder is not repeated: nobody knows whether it arrived
                        await asyncio.sleep(0.02)
                answer.set()
                await until(lambda: not first._busy(f"lane:{desk.account.id}"))
    assert await states(desk) == ["unsure"], "what the new driver wrote stands"
    assert rina.reads().count("Ruang pers pindah.") == 1
