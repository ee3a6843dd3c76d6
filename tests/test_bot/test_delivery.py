"""The one way out: what each failure leads to, and that nothing is lost, doubled or overtaken."""

import asyncio
from types import SimpleNamespace

import pytest

from bot.channels.base import Problem, Receipt, SendError
from bot.clock import Clock
from bot.delivery import Lane, Settled
from bot.outcomes import Outcome
from bot.pace import FREE, Limit, Pace
from messages.card import Part
from storage import lanes, outbox
from storage.records import AccountState, Purpose, Role, RowState
from storage.tables import accounts
from storage.tables import outbox as rows
from tests.desk import Desk, Somebody

pytestmark = pytest.mark.parametrize("setting", ["id", "postgresql"], indirect=True)

HELP = {"role": Role.JOURNALIST, "standing": "active"}


async def tell(desk: Desk, somebody: Somebody, purpose: Purpose = Purpose.NOTICE, card: str = "help", subject: str = "s") -> None:
    person = await somebody.record()
    async with desk.db() as db:
        facts = HELP if card == "help" else {}
        await outbox.post(db, person, desk.account.id, somebody.chat, card, facts, desk.now, purpose=purpose, subject=subject)


async def states(desk: Desk) -> list[str]:
    async with desk.db() as db:
        return [row.state for row in await db.rows(db.of(rows).order_by(rows.c.id))]


@pytest.mark.parametrize(
    ("problem", "purpose", "at_once", "in_the_end"),
    [
        (Problem.GONE, Purpose.NOTICE, "failed", "failed"),
        (Problem.REFUSED, Purpose.NOTICE, "failed", "failed"),
        (Problem.UNSURE, Purpose.RELEASE, "waiting", "sent"),
        (Problem.UNSURE, Purpose.REMINDER, "unsure", "unsure"),
        (Problem.UNSURE, Purpose.DIGEST, "unsure", "unsure"),
    ],
)
async def test_what_follows_a_failure(desk: Desk, problem: Problem, purpose: Purpose, at_once: str, in_the_end: str) -> None:
    rina = await desk.journalist("Rina Contoh")
    desk.channel.faults.append(SendError(problem, "as scripted"))
    await tell(desk, rina, purpose)
    await desk.app.settle()
    assert await states(desk) == [at_once]
    await desk.later(minutes=20)
    assert await states(desk) == [in_the_end]


async def test_a_second_unknown_fate_is_left_to_people(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    desk.channel.faults.extend(SendError(Problem.UNSURE, "as scripted") for _ in range(2))
    await tell(desk, rina, Purpose.RELEASE)
    await desk.later(hours=1)
    assert await states(desk) == ["unsure"]
    assert len(desk.channel.calls) == 2


async def test_one_who_blocked_us_gets_nothing_more(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    desk.channel.blocked.add(rina.chat)
    for _ in range(3):
        await tell(desk, rina)
    await desk.app.settle()
    assert await states(desk) == ["failed", "cancelled", "cancelled"]


async def test_too_fast_pauses_the_whole_account(desk: Desk) -> None:
    rina, sari = await desk.journalist("Rina Contoh"), await desk.journalist("Sari Contoh")
    desk.channel.faults.append(SendError(Problem.BUSY, "slow down", wait=30))
    await tell(desk, rina)
    await desk.app.settle()
    await tell(desk, sari)
    await desk.app.settle()
    assert await states(desk) == ["waiting", "waiting"]
    assert len(desk.channel.calls) == 1


async def test_a_refused_token_stops_the_account_and_is_noted(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    desk.channel.faults.append(SendError(Problem.BROKEN, "401 Unauthorized"))
    await tell(desk, rina)
    await tell(desk, rina)
    await desk.app.settle()
    assert await states(desk) == ["waiting", "waiting"]
    async with desk.app.database.read() as db:
        kept = await db.row(accounts.select().where(accounts.c.id == desk.account.id))
    assert kept
    assert (kept.state, kept.note) == (AccountState.BROKEN, "401 Unauthorized")


async def test_a_card_that_cannot_be_said_fails_aloud_and_alone(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    desk.expected.add("card cannot be said")
    await tell(desk, rina, card="no_such_card")
    await tell(desk, rina)
    await desk.app.settle()
    assert await states(desk) == ["failed", "sent"]


async def test_replies_overtake_broadcasts(desk: Desk) -> None:
    people = [await desk.journalist(f"Wartawan {number}") for number in range(40)]
    for each in people:
        await tell(desk, each, Purpose.ANNOUNCEMENT)
    await tell(desk, people[-1], Purpose.REPLY)
    await desk.app.settle()
    assert desk.channel.calls[0][0] == people[-1].chat


async def test_a_chat_gets_its_messages_in_order_and_one_at_a_time(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    desk.channel.faults.append(SendError(Problem.UNSURE, "as scripted"))
    await tell(desk, rina, card="desk_cancelled")
    await tell(desk, rina, card="desk_stale")
    await desk.app.settle()
    assert [words[:5] for _, words in desk.channel.calls] == ["Baik,"]  # the second waits for the first
    await desk.later(seconds=3)
    assert [words[:5] for _, words in desk.channel.calls] == ["Baik,", "Baik,", "Tombo"]


async def test_after_a_crash_only_what_was_being_called_is_unsure(desk: Desk) -> None:
    chats = [await desk.journalist(f"Wartawan {number}") for number in range(3)]
    for each, purpose in zip(chats, (Purpose.DIGEST, Purpose.RELEASE, Purpose.DIGEST), strict=True):
        await tell(desk, each, purpose)
    async with desk.app.database.write() as db:
        assert len(await lanes.claim(db, desk.account.id, desk.now, 10, 10, [chats[2].chat])) == 2
    lane = Lane(desk.app.database, desk.account, desk.channel, Pace(), Clock(lambda: desk.now).now)
    await lane.recover()
    assert await states(desk) == ["unsure", "waiting", "waiting"]


async def test_the_pace_of_a_platform_is_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = 0.0
    monkeypatch.setattr("bot.delivery.time", SimpleNamespace(monotonic=lambda: seconds))
    chats = [await desk.journalist(f"Wartawan {number}") for number in range(12)]
    for each in chats:
        await tell(desk, each, Purpose.ANNOUNCEMENT)
    slow = Pace(Limit(30, 3600), Limit(5, 3600), Limit(1, 3600))
    lane = Lane(desk.app.database, desk.account, desk.channel, slow, lambda: desk.now)
    went = []
    for seconds in range(7):  # noqa: B007 - the lane looks at it
        went += [await lane.round(), await lane.round()]
    assert went == [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0], "evenly, and then no more"
    assert (await states(desk)).count("waiting") == 7


async def test_what_is_stopped_while_it_is_called_is_not_tried_again(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await tell(desk, rina, Purpose.RELEASE, subject="release:1")
    async with desk.app.database.write() as db:
        [row] = await lanes.claim(db, desk.account.id, desk.now, 10, 10)
        assert await outbox.hold(db.of(desk.office), "release:1") == 0
        await lanes.settle(db, row.id, RowState.WAITING, desk.now)
    await desk.later(hours=1)
    assert await states(desk) == [RowState.HELD]
    async with desk.db() as db:
        await outbox.let_go(db, "release:1")
    await desk.app.settle()
    assert await states(desk) == [RowState.SENT]


async def test_an_edit_takes_the_place_of_what_has_not_left(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    person = await rina.record()
    for _ in range(3):
        async with desk.db() as db:
            earlier = await outbox.said_about(db, desk.account.id, rina.chat, "line")
            if earlier:
                await outbox.supersede(db, earlier.id, desk.now)
            await outbox.post(
                db, person, desk.account.id, rina.chat, "desk_stale", {}, desk.now,
                purpose=Purpose.PROGRESS, subject="line", replaces=earlier.id if earlier else None,
            )  # fmt: skip
    await desk.app.settle()
    assert await states(desk) == ["cancelled", "cancelled", "sent"]


async def test_small_batches_do_not_wait_for_a_platform_that_answers_late(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    people = [await desk.journalist(f"Wartawan {number}") for number in range(20)]
    for each in people:
        await tell(desk, each, Purpose.RELEASE)
    monkeypatch.setattr("bot.pace.AT_ONCE", 2)
    everyone, answers, really, begun = asyncio.Event(), asyncio.Event(), desk.channel.send, 0

    async def send(chat: str, part: Part, reference: str = "") -> Receipt:
        nonlocal begun
        begun += 1
        if begun == len(people):
            everyone.set()
        await answers.wait()
        return await really(chat, part, reference)

    monkeypatch.setattr(desk.channel, "send", send)
    lane = Lane(desk.app.database, desk.account, desk.channel, Pace(FREE, FREE, FREE), lambda: desk.now)
    work = asyncio.create_task(lane.run(lambda: None))
    async with asyncio.timeout(20):
        await everyone.wait()  # all ten batches are under way at once
    answers.set()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert await states(desk) == ["sent"] * len(people)


async def test_what_could_not_be_written_while_calls_were_under_way_is_not_forgotten(desk: Desk) -> None:
    for name in ("Rina Contoh", "Sari Contoh"):
        await tell(desk, await desk.journalist(name))
    async with desk.app.database.write() as db:
        taken = await lanes.claim(db, desk.account.id, desk.now, 10, 10)
    first, second = (Settled(row, Outcome(RowState.SENT), Receipt(f"m{row.id}", {})) for row in taken)
    lane = Lane(desk.app.database, desk.account, desk.channel, Pace(FREE, FREE, FREE), lambda: desk.now)
    answer: asyncio.Future[Settled] = asyncio.get_running_loop().create_future()
    finishing = asyncio.create_task(lane._finish([asyncio.ensure_future(told(answer))], []))
    await asyncio.sleep(0)
    lane._unwritten = [first]  # the database was away just then, so it is to go with the next batch
    answer.set_result(second)
    await finishing
    assert await states(desk) == ["sent", "sent"]


async def told(answer: asyncio.Future[Settled]) -> Settled:
    return await answer
