"""What a chat is in the middle of: kept for seven days, and every chat its own."""

from datetime import timedelta

import pytest

from storage import conversations
from storage.conversations import KEPT_FOR
from tests.test_storage.conftest import NOW, Desk, together

KEPT = {"name": "Rina", "found": [1, 2], "none": None}


async def fill(desk: Desk, chat: str = "rina") -> None:
    async with desk.db() as db:
        before = await conversations.current(db, desk.account.id, chat, NOW)
        await conversations.keep(db, before, "ask_name", KEPT, 1, NOW)


async def test_a_new_chat_is_in_the_middle_of_nothing(desk: Desk) -> None:
    for _ in range(2):
        async with desk.db() as db:
            held = await conversations.current(db, desk.account.id, "rina", NOW)
        assert (held.step, held.kept, held.missed) == (None, {}, 0)


@pytest.mark.parametrize(("after", "step"), [(KEPT_FOR, "ask_name"), (KEPT_FOR + timedelta(seconds=1), None)])
async def test_a_form_waits_seven_days(desk: Desk, after: timedelta, step: str | None) -> None:
    await fill(desk)
    async with desk.db() as db:
        held = await conversations.current(db, desk.account.id, "rina", NOW + after)
    assert (held.step, held.kept) == (step, KEPT if step else {})


async def test_a_form_that_is_too_old_makes_room_for_the_next(desk: Desk) -> None:
    await fill(desk)
    later = NOW + timedelta(days=30)
    async with desk.db() as db:
        old = await conversations.current(db, desk.account.id, "rina", later)
        await conversations.keep(db, old, "ask_outlet", {}, 0, later)
        assert (await conversations.current(db, desk.account.id, "rina", later)).step == "ask_outlet"


async def test_each_chat_of_each_office_is_its_own(desk: Desk, neighbour: Desk) -> None:
    for each in (desk, neighbour):
        await fill(each)
    await fill(desk, "budi")
    async with desk.db() as db:
        await conversations.forget(db, desk.account.id, "rina", NOW)
        await conversations.forget(db, neighbour.account.id, "rina", NOW)
        assert (await conversations.current(db, desk.account.id, "rina", NOW)).step is None
        assert (await conversations.current(db, desk.account.id, "budi", NOW)).step == "ask_name"
    async with neighbour.db() as db:
        assert (await conversations.current(db, neighbour.account.id, "rina", NOW)).kept == KEPT


async def test_two_who_open_a_chat_at_once_open_one(desk: Desk) -> None:
    await together(desk, *[lambda db: conversations.current(db, desk.account.id, "rina", NOW)] * 4)
    await fill(desk)
    async with desk.db() as db:
        assert (await conversations.current(db, desk.account.id, "rina", NOW)).step == "ask_name"
