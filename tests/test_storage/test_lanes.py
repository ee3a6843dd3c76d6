"""The outbox as delivery sees it: one row of a chat at a time, in order, the urgent first, and no row taken twice."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta

import pytest

from storage import lanes, outbox
from storage.database import Database
from storage.records import OutboxRow, Purpose, RowState
from storage.tables import outbox as rows
from tests.test_storage.conftest import NOW, Desk, until_blocked

ORDER = ["notice", "progress", "release", "reminder", "announcement", "digest"]  # behind replies


async def claim(desk: Desk, at: float = 0, limit: int = 25, database: Database | None = None) -> list[OutboxRow]:
    async with (database or desk.database).write() as db:
        return list(await lanes.claim(db, desk.account.id, NOW + timedelta(seconds=at), limit, limit))


async def claimed(desk: Desk, at: float = 0, limit: int = 25) -> list[str]:
    """The cards of a claim, which are then being called."""
    return [f"{row.card}:{row.part}" if row.parts > 1 else row.card for row in await claim(desk, at, limit)]


async def settle(desk: Desk, card: str, state: RowState, at: float = 0) -> None:
    async with desk.database.write() as db:
        row = await db.row(rows.select().where(rows.c.card == card, rows.c.state == RowState.CALLING))
        assert row, f"nobody works on {card}"
        await lanes.settle(db, row.id, state, NOW, **({"not_before": NOW + timedelta(seconds=at)} if at else {}))


async def split(desk: Desk, row: OutboxRow, parts: int = 3) -> None:
    async with desk.database.write() as db:
        await lanes.split(db, row, parts, NOW)


async def people_with(desk: Desk, chats: Iterable[str], cards: Iterable[str] = ("card",)) -> None:
    for chat in chats:
        person = await desk.person(chat)
        for card in cards:
            await desk.tell(person, card)


async def test_the_urgent_go_first_and_equals_in_order(desk: Desk) -> None:
    for number, purpose in enumerate(reversed(Purpose)):
        await desk.tell(await desk.person(f"Wartawan {number}"), purpose, purpose=purpose)
    for name in ("first", "second"):
        await desk.tell(await desk.person(name), name, purpose=Purpose.REPLY)
    assert await claimed(desk, limit=3) == ["reply", "first", "second"]
    rest = await claimed(desk)
    assert len(rest) == len(Purpose) - 1
    assert [each for each in rest if each in ORDER] == ORDER


async def test_a_chat_has_one_message_on_its_way(desk: Desk) -> None:
    await people_with(desk, ["Rina", "Paul"], ["one", "two"])
    assert [await claimed(desk), await claimed(desk)] == [["one", "one"], []]
    async with desk.database.write() as db:
        mine = await db.rows(rows.select().where(rows.c.state == RowState.CALLING))
        await lanes.settle(db, mine[0].id, RowState.SENT, NOW)
    assert await claimed(desk) == ["two"]


async def test_one_that_rests_holds_back_those_behind_it_but_not_what_is_more_urgent(desk: Desk) -> None:
    rina = await desk.person()
    await desk.tell(rina, "notice", purpose=Purpose.NOTICE)
    assert await claimed(desk) == ["notice"]
    await settle(desk, "notice", RowState.WAITING, at=30)
    await desk.tell(rina, "release", purpose=Purpose.RELEASE)
    assert await claimed(desk) == []
    await desk.tell(rina, "reply")
    assert await claimed(desk) == ["reply"]
    await settle(desk, "reply", RowState.SENT)
    assert [await claimed(desk, at=29), await claimed(desk, at=30)] == [[], ["notice"]]


@pytest.mark.parametrize("then", [RowState.SENT, RowState.UNSURE])
async def test_a_card_that_was_begun_is_finished_before_another(desk: Desk, then: RowState) -> None:
    rina = await desk.person()
    for card in ("long", "short"):
        await desk.tell(rina, card, purpose=Purpose.NOTICE)
    [row] = await claim(desk)
    await split(desk, row)
    await desk.tell(rina, "reply")  # more urgent, and yet not in the middle
    said = []
    for _ in range(5):
        said += await claimed(desk) or ["long:1"]  # the first is being called already
        await settle(desk, said[-1].partition(":")[0], then)
    assert said == ["long:1", "long:2", "long:3", "reply", "short"]


async def test_a_card_is_split_once_and_its_first_part_stays_the_first(desk: Desk) -> None:
    await desk.tell(await desk.person(), "long", subject="release:1", key="k")
    [row] = await claim(desk)
    await split(desk, row)
    await settle(desk, "long", RowState.WAITING)  # it was not called after all
    async with desk.db() as db:
        kept = await db.rows(db.of(rows).order_by(rows.c.id))
    assert [(each.part, each.parts, each.key, each.state) for each in kept] == [
        (1, 3, "k", "waiting"), (2, 3, "k:2", "waiting"), (3, 3, "k:3", "waiting"),
    ]  # fmt: skip
    assert {(each.subject, each.chat, each.priority) for each in kept} == {("release:1", "chat of Rina Contoh", 0)}
    assert await claimed(desk) == ["long:1"]


async def test_when_a_part_cannot_be_sent_the_parts_behind_it_are_not(desk: Desk) -> None:
    for name in ("Rina", "Paul"):
        await desk.tell(await desk.person(name), "long", subject="release:1")
    mine, other = await claim(desk)
    for row in (mine, other):
        await split(desk, row)
    async with desk.database.write() as db:
        await lanes.settle(db, mine.id, RowState.SENT, NOW)
        [second] = await lanes.claim(db, desk.account.id, NOW, 1, 1)
        await lanes.settle(db, second.id, RowState.FAILED, NOW)
        await lanes.drop_rest(db, second, NOW)
        held = await db.rows(rows.select().order_by(rows.c.person_id, rows.c.part))
    assert [row.state for row in held] == ["sent", "failed", "failed", "calling", "waiting", "waiting"]


async def test_many_claims_at_once_take_each_row_once_and_each_chat_once(desk: Desk) -> None:
    await people_with(desk, [f"Wartawan {number}" for number in range(24)], ["one", "two"])
    other = Database(desk.database.url.render_as_string(hide_password=False))  # a second process
    found = await asyncio.gather(*(claim(desk, limit=5, database=each) for each in (desk.database, other) * 4))
    await other.close()
    taken = [row.id for each in found for row in each]
    chats = [row.chat for each in found for row in each]
    assert (len(taken), len(set(taken)), len(set(chats))) == (24, 24, 24)


async def test_what_a_second_lane_does_not_see_yet_it_does_not_take(desk: Desk) -> None:
    await people_with(desk, ["Rina"], ["one", "two"])
    async with desk.database.write() as db:
        [row] = await lanes.claim(db, desk.account.id, NOW, 25, 25)
        rival = asyncio.create_task(claimed(desk))
        await until_blocked(desk.database)
        await lanes.settle(db, row.id, RowState.SENT, NOW)
    assert await rival == ["two"], "it waits, and then looks"


async def test_of_what_is_said_to_many_only_so_much_is_taken_and_of_resting_chats_nothing(desk: Desk) -> None:
    for name in ("Rina", "Paul", "Andi"):
        await desk.tell(await desk.person(name), name, purpose=Purpose.RELEASE)
    await desk.tell(await desk.person("Siti"), "Siti", purpose=Purpose.NOTICE)
    async with desk.database.write() as db:
        taken = await lanes.claim(db, desk.account.id, NOW, limit=10, bulk=1, resting=["chat of Rina"])
    assert [row.card for row in taken] == ["Siti", "Paul"]
    assert await claimed(desk) == ["Rina", "Andi"], "the rest was left as it was"


async def test_a_stop_that_comes_while_rows_are_taken_finds_them_called(desk: Desk) -> None:
    await desk.tell(await desk.person(), subject="release:1")

    async def hold() -> int:
        async with desk.db() as db:
            return await outbox.hold(db, "release:1")

    async with desk.database.write() as db:
        assert len(await lanes.claim(db, desk.account.id, NOW, 1, 1)) == 1
        stop = asyncio.create_task(hold())
        await until_blocked(desk.database)
    assert await stop == 0
    await settle(desk, "help", RowState.WAITING)
    assert await desk.queue() == {"help": "held"}


async def test_after_a_stop_of_the_machine_only_what_was_called_is_in_doubt(desk: Desk, neighbour: Desk) -> None:
    await people_with(desk, ["Rina", "Paul", "Andi"])
    await people_with(neighbour, ["Rina"])
    [called] = await claim(desk, limit=1)
    [beside] = await claim(neighbour)
    async with desk.database.write() as db:
        assert [row.id for row in await lanes.interrupted(db, desk.account.id)] == [called.id]
        assert [row.id for row in await lanes.interrupted(db, neighbour.account.id)] == [beside.id]
    async with desk.db() as db:
        assert [row.state for row in await db.rows(db.of(rows).order_by(rows.c.id))] == ["calling", "waiting", "waiting"]


async def test_what_became_of_a_row_is_kept_with_its_moment(desk: Desk) -> None:
    await desk.tell(await desk.person())
    [row] = await claim(desk)
    async with desk.database.write() as db:
        await lanes.settle(db, row.id, RowState.SENT, NOW + timedelta(seconds=1), platform_id="77")
        kept = await db.row(rows.select())
        assert await lanes.by_id(db, row.id)
    assert kept
    assert (kept.state, kept.platform_id, kept.called_at, kept.settled_at) == ("sent", "77", NOW, NOW + timedelta(seconds=1))


async def test_when_something_is_due_next_and_how_much_is_left(desk: Desk) -> None:
    async with desk.database.read() as db:
        assert (await lanes.next_due(db), await lanes.unsent(db)) == (None, 0)
    for number, name in enumerate(("Rina", "Paul", "Andi")):
        await desk.tell(await desk.person(name), name, at=NOW + timedelta(minutes=number), subject=name)
    assert await claimed(desk) == ["Rina"]
    async with desk.db() as mine:
        await outbox.hold(mine, "Paul")
    async with desk.database.read() as db:
        assert (await lanes.next_due(db), await lanes.unsent(db)) == (NOW + timedelta(minutes=2), 2)
