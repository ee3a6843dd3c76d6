"""One event, one transaction; in order, once, and no event stops the desk."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot import router
from handlers import help as helping
from handlers import routes
from handlers.turn import Reply, Turn
from messages.inbound import Inbound
from storage import audit
from storage.records import EventState, Role
from storage.tables import addresses, inbox, outbox, people
from storage.tables import audit as audit_table
from tests.desk import Desk

pytestmark = pytest.mark.parametrize("setting", ["id", "postgresql"], indirect=True)


async def test_the_same_event_is_answered_once(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    event = desk.channel.said(rina.chat, "bantuan")
    for _ in range(3):  # platforms repeat themselves
        await desk.app.take_in(desk.account, [event])
        await desk.app.settle()
    assert rina.reads().count("Layanan media") == 1


async def test_a_conversation_is_answered_in_order(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    events = [desk.channel.said(rina.chat, text) for text in ("bantuan", "batal", "/help")]
    await desk.app.take_in(desk.account, events)
    await desk.app.settle()
    answers = [text for text in rina.reads().split("\n---\n") if text.startswith("bot:")]
    assert ["Layanan" in each for each in answers] == [True, False, True]


async def test_a_poison_event_is_put_aside_and_said_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    rina = await desk.journalist("Rina Contoh")
    desk.expected.add("event failed")

    async def breaks(event: Inbound, turn: Turn) -> Reply:
        await audit.note(turn.db, turn.person, "half", "done:1", turn.now)
        raise RuntimeError("a bug")

    rows = tuple(replace(each, handler=breaks) if each.handler is helping.show else each for each in routes.COMMANDS)
    monkeypatch.setattr(routes, "COMMANDS", rows)
    router._commands.cache_clear()
    try:
        await rina.says("bantuan")
        rina.silent()
        await desk.later(seconds=11)
        rina.sees("gagal kami olah")
    finally:
        router._commands.cache_clear()
    async with desk.db() as db:
        [event] = await db.rows(db.of(inbox))
        assert (event.state, event.tries) == (EventState.ASIDE, 3)
        assert "a bug" in event.fault
        assert await db.rows(db.of(audit_table)) == []  # nothing half done
    monkeypatch.undo()
    await rina.says("bantuan")
    rina.sees("Layanan media")


async def test_an_album_is_one_event(desk: Desk) -> None:
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    parts = [desk.channel.said(dedi.chat, text, [desk.photo()]) for text in ("Foto: Humas", "", "")]
    await desk.app.take_in(desk.account, [replace(each, album="a1") for each in parts])
    await desk.app.settle()
    before = dedi.reads().count("bot:")
    await desk.later(seconds=2)
    assert (before, dedi.reads().count("bot:")) == (0, 1)


async def test_who_blocks_us_is_not_written_to_until_they_write_again(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.leaves()
    async with desk.db() as db:
        assert [row.reachable for row in await db.rows(db.of(addresses))] == [False]
    await rina.returns()
    async with desk.db() as db:
        assert [row.reachable for row in await db.rows(db.of(addresses))] == [True]


async def test_strangers_of_two_offices_stay_apart(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("halo")
    async with desk.db() as db:
        mine = await db.value(db.of(people, func.count()))
    async with desk.app.database.read() as every:
        everybody = await every.value(select(func.count()).select_from(people))
    assert (mine, everybody > mine) == (1, True)


async def test_a_reply_is_queued_with_the_deed_or_not_at_all(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await desk.app.take_in(desk.account, [desk.channel.said(rina.chat, "bantuan")])
    async with desk.db() as db:
        assert await db.rows(db.of(outbox)) == []
    await desk.app.settle()
    async with desk.db() as db:
        [row] = await db.rows(db.of(outbox))
    assert row.created_at - desk.now < timedelta(seconds=1)


@pytest.mark.parametrize(
    "token", ["read.999999999", "read.9999999999", "read.1.vzz.p9999999999", "read.2147483648", "weg.1", "\x00"]
)
async def test_a_button_that_we_never_made_is_answered(desk: Desk, token: str) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.presses_token(token)
    assert len(rina.phone.news()) == 1


@pytest.mark.parametrize("text", ["rilis R-99999999999999999999", "status L-999999999", "bantuan\x00", "\x00", "\ud83d"])
async def test_words_that_no_database_takes_are_answered(desk: Desk, text: str) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says(text)
    assert len(rina.phone.news()) == 1
