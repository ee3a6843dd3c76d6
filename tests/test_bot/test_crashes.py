"""The machine may stop anywhere: nothing is lost, nobody is answered twice, and what may have arrived is told apart."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot import delivery, pace, router
from bot.app import App
from bot.channels.base import Problem, Receipt, SendError
from bot.delivery import Lane
from bot.pace import FREE, Pace
from handlers import help as helping
from handlers import routes
from handlers.turn import Reply, Turn, say
from messages.card import Part
from messages.inbound import Inbound
from storage import audit, lanes, outbox
from storage.database import Database
from storage.records import Purpose, RowState
from storage.tables import addresses, inbox
from storage.tables import audit as deeds
from storage.tables import outbox as rows
from tests.desk import Desk, Somebody

pytestmark = pytest.mark.parametrize("setting", ["id", "postgresql"], indirect=True)

PARTS = [letter * 2000 for letter in "abcdef"]  # six paragraphs, of which two fit into one message


class Stopped(BaseException):
    """The power went."""


class Machine:
    """The computer that the desk runs on."""

    def __init__(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        self.desk = desk
        self._patch = monkeypatch

    def stops_at_message(self, number: int, *, arrived: bool) -> None:
        """From this message on no call comes back; the first of them may have gone out before."""
        really, count = self.desk.channel.send, 0

        async def send(chat: str, part: Part, reference: str = "") -> Receipt:
            nonlocal count
            count += 1
            if count < number:
                return await really(chat, part, reference)
            if count == number and arrived:
                await really(chat, part, reference)
            raise Stopped

        self._patch.setattr(self.desk.channel, "send", send)

    async def runs(self) -> None:
        """The desk works until the machine stops."""
        with pytest.raises(Stopped):
            await self.desk.app.settle()

    async def starts(self) -> None:
        """A new process takes up what is there."""
        self._patch.undo()
        self.desk.app = await another(self.desk, self.desk.app.database)


async def another(desk: Desk, database: Database) -> App:
    """A further process of the same desk."""
    held = {each: found.channel for each, found in desk.app.desks.items()}
    app = App(database, desk.app.files, lambda account: held[account.id], desk.app.clock, pace=lambda _: Pace(FREE, FREE, FREE))
    await app.open()
    return app


@pytest.fixture
def machine(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(desk, monkeypatch)


async def tell(desk: Desk, who: Somebody, body: str = "Ruang pers pindah.", purpose: Purpose = Purpose.ANNOUNCEMENT) -> None:
    person, subject = await who.record(), f"release:{purpose}"
    async with desk.db() as db:
        where = (desk.account.id, who.chat, "announcement", {"text": body})
        await outbox.post(db, person, *where, desk.now, purpose=purpose, subject=subject)


async def states(desk: Desk) -> list[str]:
    async with desk.db() as db:
        return [row.state for row in await db.rows(db.of(rows).order_by(rows.c.id))]


def copies(who: Somebody, words: str = "Ruang pers pindah.") -> int:
    return who.reads().count(words)


# Going out


@pytest.mark.parametrize("arrived", [False, True])
@pytest.mark.parametrize(
    ("purpose", "state", "more"),
    [
        (Purpose.REPLY, "sent", 1), (Purpose.NOTICE, "sent", 1), (Purpose.RELEASE, "sent", 1),
        (Purpose.REMINDER, "unsure", 0), (Purpose.ANNOUNCEMENT, "unsure", 0), (Purpose.DIGEST, "unsure", 0),
    ],
)  # fmt: skip
async def test_what_was_being_called_is_said_once_more_or_reported(
    desk: Desk, machine: Machine, purpose: Purpose, state: str, more: int, arrived: bool
) -> None:
    rina = await desk.journalist("Rina Contoh")
    await tell(desk, rina, purpose=purpose)
    machine.stops_at_message(1, arrived=arrived)
    await machine.runs()
    assert await states(desk) == [RowState.CALLING]
    await machine.starts()
    await desk.later(minutes=20)
    assert await states(desk) == [state]
    assert copies(rina) == arrived + more


async def test_what_was_taken_and_not_called_is_said_once(desk: Desk, machine: Machine) -> None:
    rina = await desk.journalist("Rina Contoh")
    await tell(desk, rina, purpose=Purpose.RELEASE)
    async with desk.app.database.write() as db:
        assert await lanes.claim(db, desk.account.id, desk.now, 25, 25)
    await machine.starts()
    await desk.later(seconds=5)
    assert (await states(desk), copies(rina)) == (["sent"], 1)


@pytest.mark.parametrize(("number", "arrived"), [(1, False), (1, True), (2, False), (2, True), (3, False), (3, True)])
async def test_a_part_that_arrived_is_not_repeated_and_the_order_stays(
    desk: Desk, machine: Machine, number: int, arrived: bool
) -> None:
    rina = await desk.journalist("Rina Contoh")
    await tell(desk, rina, "\n\n".join(PARTS), Purpose.NOTICE)
    await tell(desk, rina, "sesudahnya", Purpose.NOTICE)
    machine.stops_at_message(number, arrived=arrived)
    await machine.runs()
    await machine.starts()
    await desk.later(seconds=5)
    said = [each.text for each in rina.phone.shown()]
    letters = ["".join(letter for letter in "abcdef" if letter * 2000 in text) for text in said]
    again = [letters[number - 1]] if arrived else []
    assert letters == [*letters[:number], *again, *letters[number + len(again) :]]
    assert [each for each in dict.fromkeys(letters) if each] == ["ab", "cd", "ef"]
    assert "sesudahnya" in said[-1]
    assert await states(desk) == ["sent"] * 4


async def test_in_a_broadcast_only_those_who_were_being_called_may_get_it_twice(
    desk: Desk, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "AT_ONCE", 25)
    everyone = [await desk.journalist(f"Wartawan {number}") for number in range(60)]
    for each in everyone:
        await tell(desk, each, purpose=Purpose.RELEASE)
    machine.stops_at_message(35, arrived=True)
    await machine.runs()
    assert (await states(desk)).count("calling") == 25
    await machine.starts()
    await desk.later(seconds=5)
    got = [copies(each) for each in everyone]
    assert (min(got), max(got), got.count(2)) == (1, 2, 10), "of those 25 ten had arrived"
    assert set(await states(desk)) == {"sent"}


async def test_a_fault_of_ours_in_one_call_leaves_the_others_alone(
    desk: Desk, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rina, paul = await desk.journalist("Rina Contoh"), await desk.journalist("Paul Misal")
    desk.expected.add("call failed")
    really = desk.channel.send

    async def send(chat: str, part: Part, reference: str = "") -> Receipt:
        if chat == rina.chat:
            raise KeyError("a bug")
        return await really(chat, part, reference)

    monkeypatch.setattr(desk.channel, "send", send)
    for each in (rina, paul):
        await tell(desk, each)
    await desk.app.settle()
    assert (await states(desk), copies(paul)) == (["unsure", "sent"], 1)


async def test_what_became_of_a_call_and_cannot_be_written_is_written_with_the_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rina, paul = await desk.journalist("Rina Contoh"), await desk.journalist("Paul Misal")
    for each in (rina, paul):
        await tell(desk, each)

    async def sent(*_: object) -> None:
        raise OSError("the disk is full")

    lane = Lane(desk.app.database, desk.account, desk.channel, Pace(FREE, FREE, FREE), lambda: desk.now)
    with monkeypatch.context() as full:
        full.setattr(lanes, "sent", sent)
        for _ in range(2):
            with pytest.raises(OSError, match="disk"):
                await lane.round()
    assert await states(desk) == ["calling", "calling"]
    await lane.round()
    assert (await states(desk), copies(rina), copies(paul)) == (["sent", "sent"], 1, 1)


async def test_told_to_stop_the_desk_finishes_what_it_began(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    rina = await desk.journalist("Rina Contoh")
    await tell(desk, rina)
    begun, answer, really = asyncio.Event(), asyncio.Event(), desk.channel.send

    async def send(chat: str, part: Part, reference: str = "") -> Receipt:
        begun.set()
        await answer.wait()
        return await really(chat, part, reference)

    monkeypatch.setattr(desk.channel, "send", send)
    lane = Lane(desk.app.database, desk.account, desk.channel, Pace(FREE, FREE, FREE), lambda: desk.now)
    work = asyncio.create_task(lane.run(lambda: None))
    await begun.wait()
    work.cancel()
    asyncio.get_running_loop().call_soon(answer.set)
    with pytest.raises(asyncio.CancelledError):
        await work
    assert (await states(desk), copies(rina)) == (["sent"], 1)


# What platforms say


async def test_a_chat_that_moved_is_followed_with_all_that_waits(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    desk.channel.open("moved")
    desk.channel.faults.append(SendError(Problem.GONE, "upgraded", moved_to="moved"))
    await tell(desk, rina, "\n\n".join(PARTS))
    await tell(desk, rina)
    await desk.app.settle()
    assert await states(desk) == ["sent"] * 4
    assert [len(desk.channel.chat(chat)) for chat in (rina.chat, "moved")] == [0, 4]
    async with desk.db() as db:
        assert await db.value(db.of(addresses, addresses.c.chat)) == "moved"


async def test_too_fast_pauses_replies_too_and_goes_on_afterwards(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    rina, paul = await desk.journalist("Rina Contoh"), await desk.journalist("Paul Misal")
    seconds = 1000.0
    monkeypatch.setattr(delivery, "time", Watch(lambda: seconds))
    desk.channel.faults.append(SendError(Problem.BUSY, "slow down", wait=30))
    await tell(desk, rina, purpose=Purpose.RELEASE)
    await desk.app.settle()
    await tell(desk, paul, purpose=Purpose.REPLY)
    desk.app.clock.move_to(desk.now + timedelta(hours=1))  # the desk's time may jump; the platform's does not
    seconds += 29.5
    await desk.app.settle()
    assert (await states(desk), len(desk.channel.calls)) == (["waiting", "waiting"], 1)
    seconds += 0.6
    await desk.app.settle()
    assert (await states(desk), copies(rina), copies(paul)) == (["sent", "sent"], 1, 1)


class Watch:
    """Time that a test moves."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.monotonic = monotonic


@pytest.mark.parametrize("stop", [outbox.hold, outbox.cancel])
async def test_stopped_while_it_is_called_and_refused_for_haste_it_does_not_go_after_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, stop: Any
) -> None:
    rina = await desk.journalist("Rina Contoh")
    await tell(desk, rina, purpose=Purpose.RELEASE)

    async def send(_chat: str, _part: Part, _reference: str = "") -> Receipt:
        async with desk.db() as db:  # a drafter is quick
            assert await stop(db, "release:release", *([desk.now] if stop is outbox.cancel else [])) == 0
        raise SendError(Problem.BUSY, "slow down", wait=0.0)

    monkeypatch.setattr(desk.channel, "send", send)
    await desk.app.settle()
    monkeypatch.undo()
    await desk.later(hours=1)
    assert await states(desk) == ["held" if stop is outbox.hold else "cancelled"]
    assert copies(rina) == 0


# Coming in


async def test_what_was_stored_is_answered_after_a_stop(desk: Desk, machine: Machine) -> None:
    rina = await desk.journalist("Rina Contoh")
    event = desk.channel.said(rina.chat, "bantuan")
    await desk.app.take_in(desk.account, [event])
    await machine.starts()
    await desk.app.take_in(desk.account, [event])  # the platform was not sure either
    await desk.app.settle()
    assert copies(rina, "Layanan media") == 1


async def test_a_deed_that_the_stop_interrupted_is_done_once(
    desk: Desk, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    rina = await desk.journalist("Rina Contoh")

    async def half(event: Inbound, turn: Turn) -> Reply:
        await audit.note(turn.db, turn.person, "half", "done:1", turn.now)
        raise Stopped

    async def whole(event: Inbound, turn: Turn) -> Reply:
        await audit.note(turn.db, turn.person, "whole", "done:1", turn.now)
        return say("desk_cancelled")

    await desk.app.take_in(desk.account, [desk.channel.said(rina.chat, "bantuan")])
    for handler in (half, whole):
        with monkeypatch.context() as instead:
            answered_by(instead, handler)
            if handler is half:
                await machine.runs()
                await machine.starts()
            else:
                await desk.app.settle()
    router._commands.cache_clear()
    async with desk.db() as db:
        assert [row.deed for row in await db.rows(db.of(deeds))] == ["whole"]
        assert [(row.state, row.tries) for row in await db.rows(db.of(inbox))] == [("done", 0)]
    assert await states(desk) == ["sent"]


def answered_by(instead: pytest.MonkeyPatch, handler: Any) -> None:
    """*bantuan* is answered otherwise."""
    commands = tuple(replace(each, handler=handler) if each.handler is helping.show else each for each in routes.COMMANDS)
    instead.setattr(routes, "COMMANDS", commands)
    router._commands.cache_clear()


async def test_an_answer_that_was_queued_before_the_stop_goes_out_after_it(desk: Desk, machine: Machine) -> None:
    rina = await desk.journalist("Rina Contoh")
    await desk.app.take_in(desk.account, [desk.channel.said(rina.chat, "bantuan")])
    await desk.app._dispatch.round()
    rina.silent()
    await machine.starts()
    await desk.app.settle()
    assert copies(rina, "Layanan media") == 1


async def test_two_processes_answer_once_and_in_order(desk: Desk) -> None:
    everyone = [await desk.journalist(f"Wartawan {number}") for number in range(6)]
    for words in ("bantuan", "batal", "bantuan"):
        await desk.app.take_in(desk.account, [desk.channel.said(each.chat, words) for each in everyone])
    second = await another(desk, Database(desk.app.database.url.render_as_string(hide_password=False)))
    while any(await asyncio.gather(desk.app._dispatch.round(), second._dispatch.round())):
        pass
    await desk.app.settle()
    await second.database.close()
    for each in everyone:
        answers = [shown.text for shown in each.phone.shown() if shown.who == "bot"]
        assert ["Layanan media" in text for text in answers] == [True, False, True]
