"""Messages on their way out, as handlers see them: said once, to the right people, and stopped when somebody says so."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import IntegrityError

from storage import accounts, fates, lanes, outbox, outlets, people
from storage.database import OfficeDb
from storage.records import Audience, ChannelKind, Language, Medium, Person, Purpose, Role, RowState, Standing
from storage.tables import addresses
from storage.tables import outbox as rows
from storage.tables import people as people_table
from tests.test_storage.conftest import NOW, Desk, until_blocked

JOURNALISTS = Audience((Role.JOURNALIST,))
Verb = Callable[[OfficeDb, Person], Awaitable[Any]]


@contextmanager
def statements() -> Iterator[list[str]]:
    """What the databases are told meanwhile."""
    said: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    yield said
    event.remove(Engine, "before_cursor_execute", hear)


async def broadcast(desk: Desk, audience: Audience = JOURNALISTS, subject: str = "release:1") -> list[tuple[int, str]]:
    """Say something to an audience; gives the people and their chats."""
    async with desk.db() as db:
        number = await outbox.broadcast(db, audience, "release", {"id": 1}, Purpose.RELEASE, subject, NOW)
        found = await db.rows(db.of(rows).where(rows.c.subject == subject).order_by(rows.c.person_id))
    assert number == len(found)
    return [(row.person_id, row.chat) for row in found]


async def everything_once(desk: Desk) -> Person:
    """A person with one row in each state, whose card is its name."""
    rina = await desk.person()
    for state in RowState:
        await desk.tell(rina, state, purpose=Purpose.RELEASE, subject="release:1", key=state)
        async with desk.db() as db:
            await db.change(rows, rows.c.card == state, state=state)
    return rina


async def test_a_key_is_said_once_however_many_say_it(desk: Desk, neighbour: Desk) -> None:
    rina, theirs = await desk.person(), await neighbour.person()
    await asyncio.gather(*(desk.tell(rina, key="burst:1") for _ in range(5)), neighbour.tell(theirs, key="burst:1"))
    assert (len(await desk.queue()), len(await neighbour.queue())) == (1, 1)
    for _ in range(2):
        await desk.tell(rina, "other")
    async with desk.db() as db:
        assert len(await db.rows(db.of(rows))) == 3, "without a key, what is said twice is meant twice"


async def test_a_broadcast_reaches_the_right_people_and_no_others(desk: Desk, neighbour: Desk) -> None:
    async with desk.db() as db:
        paper = await outlets.add(db, "Koran Contoh", Medium.PRINT, NOW, confirmed=True)
    rina, paul = await desk.person(), await desk.person("Paul Misal")
    away = await desk.person("Andi Misal")
    for each in Standing:
        if each is not Standing.ACTIVE:
            await desk.person(f"Wartawan {each}", standing=each)
    await desk.person("Dina Teladan", Role.DRAFTER)
    await neighbour.person()
    async with desk.db() as db:
        await people.change(db, paul.id, outlet_id=paper.id)
        await people.set_reachable(db, desk.account.id, "chat of Andi Misal", reachable=False)
    assert await broadcast(desk) == [(rina.id, "chat of Rina Contoh"), (paul.id, "chat of Paul Misal")]
    assert await broadcast(desk, Audience((Role.JOURNALIST,), (Medium.PRINT, Medium.TV)), "p:1") == [
        (paul.id, "chat of Paul Misal")
    ]
    assert await broadcast(desk, Audience((Role.JOURNALIST,), (Medium.RADIO,)), "p:2") == []
    assert away.id not in {person for person, _ in await broadcast(desk, Audience(tuple(Role)), "p:3")}


async def test_somebody_with_two_chats_is_told_once(desk: Desk) -> None:
    rina = await desk.person()
    async with desk.database.write() as every:
        second = await accounts.add(every, desk.office, ChannelKind.TELEGRAM, "kedua_bot", "sealed")
        where = {"person_id": rina.id, "account_id": second.id, "user_key": "7", "chat": "seven"}
        await every.of(desk.office).add(addresses, **where, preferred=False)
    assert await broadcast(desk) == [(rina.id, "chat of Rina Contoh")]
    async with desk.db() as db:
        await people.set_reachable(db, desk.account.id, "chat of Rina Contoh", reachable=False)
    assert await broadcast(desk, subject="release:2") == [(rina.id, "seven")], "one that can be reached"


async def test_a_broadcast_happens_whole_or_not_at_all(desk: Desk) -> None:
    await desk.person()
    await broadcast(desk)
    await desk.person("Paul Misal")
    with pytest.raises(IntegrityError):
        await broadcast(desk)
    assert len(await desk.queue()) == 1


async def test_ten_thousand_are_told_in_one_statement(desk: Desk) -> None:
    many = range(1000, 11_000)
    values = {"office_id": desk.office.id, "role": Role.JOURNALIST, "standing": Standing.ACTIVE, "language": Language.ID}
    place = {"office_id": desk.office.id, "account_id": desk.account.id}
    async with desk.database.write() as every:
        await every.run(people_table.insert(), [{"id": each, "name": "Contoh", "created_at": NOW, **values} for each in many])
        chats = [{"person_id": each, "user_key": str(each), "chat": str(each), **place} for each in many]
        await every.run(addresses.insert(), chats)
    async with asyncio.timeout(5), desk.db() as db:  # seconds; it takes a tenth of one
        with statements() as said:
            assert await outbox.broadcast(db, JOURNALISTS, "release", {}, Purpose.RELEASE, "release:1", NOW) == len(many)
    assert len(said) == 1


VERBS: dict[str, Verb] = {
    "hold": lambda db, _: outbox.hold(db, "release:1"),
    "let_go": lambda db, _: outbox.let_go(db, "release:1"),
    "cancel": lambda db, _: outbox.cancel(db, "release:1", NOW),
    "cancel_for": lambda db, rina: outbox.cancel_for(db, rina.id, NOW),
    "again": lambda db, _: outbox.again(db, "release:1", NOW),
}
CANCELLED = {str(state): "cancelled" for state in outbox.UNSENT}
CHANGES: dict[str, dict[str, str]] = {
    "hold": {"waiting": "held"},
    "let_go": {"held": "waiting"},
    "cancel": CANCELLED,
    "cancel_for": CANCELLED,
    "again": {"failed": "waiting"},
}


@pytest.mark.parametrize("verb", VERBS)
async def test_what_a_verb_does_to_each_state(desk: Desk, verb: str) -> None:
    rina = await everything_once(desk)
    await desk.tell(await desk.person("Paul Misal"), "other", purpose=Purpose.RELEASE, subject="release:10")
    async with desk.db() as db:
        assert await VERBS[verb](db, rina) == len(CHANGES[verb])
    assert await desk.queue() == {state: CHANGES[verb].get(state, state) for state in RowState} | {"other": "waiting"}


async def test_a_message_is_superseded_only_before_it_leaves(desk: Desk) -> None:
    await everything_once(desk)
    async with desk.db() as db:
        for row in await db.rows(db.of(rows)):
            await outbox.supersede(db, row.id, NOW)
    assert await desk.queue() == {state: CANCELLED.get(state, state) for state in RowState}


STOPS = [("hold", "held"), ("cancel", "cancelled"), ("cancel_for", "cancelled")]


@pytest.mark.parametrize(("verb", "comes_back_as"), STOPS)
async def test_stopped_while_it_is_called_it_is_not_tried_again(desk: Desk, verb: str, comes_back_as: str) -> None:
    rina, paul = await desk.person(), await desk.person("Paul Misal")
    for each in (rina, paul):
        await desk.tell(each, each.name, purpose=Purpose.RELEASE, subject="release:1")
    async with desk.database.write() as db:
        claimed = await lanes.claim(db, desk.account.id, NOW, 10, 10)
    async with desk.db() as db:
        assert [await VERBS[verb](db, each) for each in (rina, paul)] == [0, 0], "nothing was stopped yet"
    async with desk.database.write() as db:
        await lanes.settle(db, claimed[0].id, RowState.WAITING, NOW, problem="busy")
        await lanes.settle(db, claimed[1].id, RowState.SENT, NOW)
    assert await desk.queue() == {"Rina Contoh": comes_back_as, "Paul Misal": "sent"}


async def test_what_was_let_go_again_meanwhile_is_tried_again(desk: Desk) -> None:
    await desk.tell(await desk.person(), purpose=Purpose.RELEASE, subject="release:1")
    async with desk.database.write() as db:
        [row] = await lanes.claim(db, desk.account.id, NOW, 10, 10)
        for verb in (outbox.hold, outbox.let_go):
            await verb(db.of(desk.office), "release:1")
        await lanes.settle(db, row.id, RowState.WAITING, NOW)
    assert await desk.queue() == {"help": "waiting"}


@pytest.mark.parametrize("verb", ["hold", "cancel"])
async def test_a_lane_cannot_slip_by_a_stop(desk: Desk, verb: str) -> None:
    rina = await desk.person()
    await desk.tell(rina, purpose=Purpose.RELEASE, subject="release:1")

    async def claim() -> int:
        async with desk.database.write() as db:
            return len(await lanes.claim(db, desk.account.id, NOW, 10, 10))

    async with desk.db() as db:
        await VERBS[verb](db, rina)
        lane = asyncio.create_task(claim())
        await until_blocked(desk.database)
    assert await lane == 0


async def test_somebody_who_leaves_still_gets_their_answer(desk: Desk) -> None:
    rina = await desk.person()
    for purpose in Purpose:
        await desk.tell(rina, purpose, purpose=purpose)
    async with desk.db() as db:
        await outbox.cancel_for(db, rina.id, NOW)
    assert [card for card, state in (await desk.queue()).items() if state is RowState.WAITING] == [Purpose.REPLY]


async def test_a_broadcast_is_counted_by_people_and_by_reason(desk: Desk) -> None:
    sent, gone = ("sent", ""), ("failed", "gone")
    ends = [("Rina", [sent, sent]), ("Paul", [sent, gone]), ("Andi", [gone, gone]), ("Siti", [("failed", "refused")]),
            ("Budi", [("waiting", "")])]  # fmt: skip
    for name, parts in ends:
        person = await desk.person(name)
        for number, (state, problem) in enumerate(parts, 1):
            await desk.tell(person, f"{name}{number}", purpose=Purpose.RELEASE, subject="release:1")
            async with desk.db() as db:
                whole = {"part": number, "parts": len(parts) if state != "waiting" else 0}
                await db.change(rows, rows.c.card == f"{name}{number}", state=state, problem=problem, **whole)
    async with desk.db() as db:
        assert await outbox.tally(db, "release:1") == {"sent": 1, "failed": 3, "waiting": 1}
        assert await outbox.problems(db, "release:1") == {"gone": 2, "refused": 1}
        assert [row.card for row in await outbox.in_state(db, "release:1", RowState.WAITING)] == ["Budi1"]
        assert (await outbox.tally(db, "release:10"), await outbox.problems(db, "release:10")) == ({}, {})


async def test_the_message_that_an_edit_replaces_is_the_latest_that_lives(desk: Desk) -> None:
    rina = await desk.person()
    for card in ("first", "second", "third"):
        await desk.tell(rina, card, subject="line")
    async with desk.db() as db:
        await db.change(rows, rows.c.card == "third", state=RowState.FAILED)
        await db.change(rows, rows.c.card == "second", state=RowState.SENT, platform_id="77")
        found = await outbox.said_about(db, desk.account.id, "chat of Rina Contoh", "line")
        pressed = await outbox.by_platform_id(db, desk.account.id, "chat of Rina Contoh", "77")
        assert (found and found.card, pressed and pressed.card) == ("second", "second")
        assert await outbox.said_about(db, desk.account.id, "another chat", "line") is None
        assert await outbox.by_platform_id(db, desk.account.id, "chat of Rina Contoh", "78") is None


async def test_what_waits_follows_its_person(desk: Desk, neighbour: Desk) -> None:
    rina = await desk.person()
    for card in ("waits", "begun", "sent"):
        await desk.tell(rina, card)
    async with desk.db() as db:
        await db.change(rows, rows.c.card == "sent", state=RowState.SENT)
        await db.change(rows, rows.c.card == "begun", part=2, parts=3)
        await outbox.language_of(db, rina.id, Language.EN)
        said = {row.card: row.language for row in await db.rows(db.of(rows))}
    assert said == {"waits": "en", "begun": "id", "sent": "id"}, "a card is finished in the language in which it was begun"
    await neighbour.tell(await neighbour.person())
    async with desk.database.write() as every:
        await outbox.move_chat(every, desk.account.id, "chat of Rina Contoh", "new")
    for each, chats in ((desk, ["new", "new", "chat of Rina Contoh"]), (neighbour, ["chat of Rina Contoh"])):
        async with each.db() as db:
            assert [row.chat for row in await db.rows(db.of(rows).order_by(rows.c.id))] == chats


async def test_failed_ones_are_sent_again_as_if_new(desk: Desk) -> None:
    await desk.tell(await desk.person(), subject="release:1")
    async with desk.db() as db:
        await db.change(rows, state=RowState.FAILED, tries=2, problem="gone", settled_at=NOW)
        later = NOW + timedelta(hours=1)
        assert [await outbox.again(db, "release:1", later) for _ in range(2)] == [1, 0]
        [row] = await db.rows(db.of(rows))
    assert (row.state, row.tries, row.problem, row.settled_at, row.not_before) == ("waiting", 0, "", None, later)


async def test_it_is_known_whose_message_failed_is_unsure_or_may_have_come_twice(desk: Desk, neighbour: Desk) -> None:
    about: dict[str, Any] = {"purpose": Purpose.RELEASE, "subject": "release:1"}
    kinds = {"Rina": (RowState.UNSURE, "unsure"), "Budi": (RowState.SENT, "unsure"), "Tono": (RowState.SENT, "busy")}
    for name, (state, problem) in kinds.items():
        await desk.tell(await desk.person(name), name, key=name, **about)
        async with desk.db() as db:
            await db.change(rows, rows.c.key == name, state=state, problem=problem)
    for number in range(3):
        await desk.tell(await desk.person(f"Adi {number}"), "lost", key=f"lost {number}", **about)
    await neighbour.tell(await neighbour.person("Dewi"), "lost", key="lost", **about)
    for each in (desk, neighbour):
        async with each.db() as db:
            await db.change(rows, rows.c.card == "lost", state=RowState.FAILED, problem="gone")
    async with desk.db() as db:
        assert await fates.whose(db, "release:1", 2) == {
            "failed": {"count": 3, "names": ["Adi 0", "Adi 1"]},
            "twice": {"count": 1, "names": ["Budi"]},
            "unsure": {"count": 1, "names": ["Rina"]},
        }


async def test_what_has_not_arrived_says_what_is_right_and_what_was_begun_is_finished(desk: Desk) -> None:
    rina, old, right = await desk.person(), {"body": "321"}, {"body": "312"}
    as_list = {"items": [], "own": {"card": "release_sent", "facts": old}}
    held: dict[str, dict[str, Any]] = {
        "waiting": {"tries": 1}, "failed": {"state": RowState.FAILED}, "calling": {"state": RowState.CALLING},
        "a list": {"card": "digest", "facts": as_list},
        "sent": {"state": RowState.SENT}, "begun": {"parts": 2},
        "a list that is called": {"card": "digest", "facts": as_list, "state": RowState.CALLING},
    }  # fmt: skip
    async with desk.db() as db:
        for name, values in held.items():
            await outbox.post(db, rina, desk.account.id, "c", "release_sent", old, NOW, subject="release:1", key=name)
            await db.change(rows, rows.c.key == name, **values)
        await outbox.post(db, rina, desk.account.id, "c", "release_sent", old, NOW, subject="release:2", key="another")
        assert await outbox.renew(db, "release:1", "release_sent", right) == 4
        found = {row.key for row in await db.rows(db.of(rows)) if (row.card, row.facts) == ("release_sent", right)}
    assert found == {"waiting", "failed", "calling", "a list"}
