"""Telegram keeps the contract of every channel, and names its failures by what to do next."""

import asyncio
import json
import traceback
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.base import Channel, Polled, Problem, SendError, Untrusted
from bot.channels.telegram.client import CONFLICT, TelegramChannel
from bot.files import Files
from messages.card import Enclosure
from messages.inbound import Happening
from storage.records import FileKind
from tests.channels import telegram_server as platform
from tests.channels.contract import BUTTONS, ContractSuite, enclosed, failed, part
from tests.channels.telegram_schema import FILE
from tests.channels.telegram_server import Fault, TelegramServer
from tests.channels.telegram_world import SECRET, TelegramWorld

ARRIVED, NOT = ["Halo"], list[str]()
FAULTS = {
    "an error of the platform": (platform.SERVER_ERROR, Problem.UNSURE, NOT),
    "a page of a gateway": (platform.BAD_GATEWAY, Problem.UNSURE, NOT),
    "no answer in time": (platform.HANGS, Problem.UNSURE, NOT),
    "a connection that is cut": (platform.CUT, Problem.UNSURE, NOT),
    "an answer that is lost": (platform.LOST, Problem.UNSURE, ARRIVED),
    "an answer lost behind a gateway": (platform.LOST_BEHIND_GATEWAY, Problem.UNSURE, ARRIVED),
    "an answer without a result": (platform.NONSENSE, Problem.UNSURE, ARRIVED),
    "an answer of another kind": (Fault(200, '{"ok": true, "result": true}', done=True), Problem.UNSURE, ARRIVED),
    "somewhere else": (platform.FAR_AWAY, Problem.BROKEN, NOT),
    "haste without a time": (Fault(429, "slow down"), Problem.BUSY, NOT),
    "a body too large": (Fault(413, "<html>413</html>"), Problem.REFUSED, NOT),
    "a token withdrawn": (Fault(401, '{"ok": false, "description": "Unauthorized"}'), Problem.BROKEN, NOT),
    "a token unknown": (Fault(404, '{"ok": false, "description": "Not Found"}'), Problem.BROKEN, NOT),
    "a person who is not there": (Fault(400, '{"ok": false, "description": "Bad Request: PEER_ID_INVALID"}'), Problem.GONE, NOT),
    "a token in the answer": (Fault(500, f'{{"description": "at /bot{platform.TOKEN}/sendMessage"}}'), Problem.UNSURE, NOT),
}


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[TelegramWorld]:
    async with TelegramServer() as server:
        world = TelegramWorld(server, tmp_path)
        yield world
        await world.channel.close()
        assert server.violations == []


class TestTelegram(ContractSuite):
    """The contract, on Telegram."""


def test_the_channel_has_the_shape_of_the_seam(tmp_path: Path) -> None:
    channel: Channel = TelegramChannel("1:a", Files(tmp_path))
    assert isinstance(channel, Polled)


@pytest.mark.skipif(not FILE.exists(), reason="the reference of the Bot API lies beside the project only where it is built")
async def test_every_request_is_compared_with_the_reference(world: TelegramWorld) -> None:
    with pytest.raises(SendError, match=r"the reference says: sendMessage.text is missing; sendMessage.words is unknown"):
        await world.channel._api.call("sendMessage", b'{"chat_id": 1, "words": "Halo"}')
    assert world.server.violations == ["sendMessage.text is missing", "sendMessage.words is unknown"]
    world.server.violations.clear()


@pytest.mark.parametrize("token", ["", "no token", "123", "123:", "123:a/../b", "123:a b"])
def test_what_cannot_be_a_token_is_said_at_once(token: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="as @BotFather gives it"):
        TelegramChannel(token, Files(tmp_path))


@pytest.mark.parametrize(("fault", "problem", "arrived"), FAULTS.values(), ids=FAULTS)
async def test_a_failure_is_named_by_what_to_do_next_and_holds_no_secret(
    world: TelegramWorld, caplog: pytest.LogCaptureFixture, fault: Fault, problem: Problem, arrived: list[str]
) -> None:
    caplog.set_level(0)
    channel = TelegramChannel(world.server.token, world.files, api=world.server.url, patience=0.2)
    chat = world.person()
    world.server.fail("sendMessage", fault)
    caught = await failed(channel.send(chat, part("Halo")))
    await channel.close()
    assert (caught.problem, [each.text for each in world.shows(chat)]) == (problem, arrived)
    assert caught.wait > 0 or problem is not Problem.BUSY
    said = "".join(traceback.format_exception(caught, chain=True)) + repr(caught.__context__) + caplog.text
    assert "planted" not in said


async def test_a_platform_that_cannot_be_reached_is_busy_and_holds_no_secret(world: TelegramWorld) -> None:
    channel = TelegramChannel(world.server.token, world.files, api="http://127.0.0.1:9", patience=1)
    caught = await failed(channel.send("1", part("Halo")))
    await channel.close()
    assert caught.problem is Problem.BUSY
    assert caught.wait > 0
    assert "planted" not in "".join(traceback.format_exception(caught))


async def test_haste_makes_busy_with_the_wait_that_the_platform_names(world: TelegramWorld) -> None:
    chats, world.server.clock = [world.person() for _ in range(4)], lambda: 100.0
    world.server.pace = 3
    for chat in chats[:3]:
        await world.channel.send(chat, part("Halo"))
    caught = await failed(world.channel.send(chats[3], part("Halo")))
    assert (caught.problem, caught.wait) == (Problem.BUSY, 1.0)
    world.server.clock = lambda: 101.0
    await world.channel.send(chats[3], part("Halo"))


@pytest.mark.parametrize(
    "reason", ["user is deactivated", "bot was blocked by the user", "bot can't initiate conversation with a user"]
)
async def test_who_cannot_be_reached_is_gone(world: TelegramWorld, reason: str) -> None:
    person = world.somebody()
    person.chat.reason = reason
    caught = await failed(world.channel.send(person.id, part("Halo")))
    assert (caught.problem, caught.detail) == (Problem.GONE, f"403 Forbidden: {reason}")


async def test_a_group_that_moved_tells_its_new_address(world: TelegramWorld) -> None:
    group = world.server.group(-55, "Wartawan Teladan")
    group.moves(-100123, world.somebody())
    caught = await failed(world.channel.send("-55", part("Halo")))
    assert (caught.problem, caught.moved_to) == (Problem.GONE, "-100123")
    (moved,) = await world.hears()
    assert (moved.happening, moved.chat, moved.text) == (Happening.MOVED, "-55", "-100123")


async def test_a_group_is_not_listened_to(world: TelegramWorld) -> None:
    person, group = world.somebody(), world.server.group(-56, "Ruang obrolan")
    group.hears(person, "obrolan orang lain")
    (update,) = await world.channel.updates(0, 0)
    assert update.event
    assert (update.event.chat, update.event.body) == ("", {"update_id": update.number})
    assert world.channel.understand(update.event.body).chat == ""


async def test_words_take_the_place_of_those_under_a_photo(world: TelegramWorld) -> None:
    chat, photo = world.person(), enclosed(world, 1)
    receipt = await world.channel.send(chat, part("Setujui?", files=(photo,), choices=BUTTONS))
    assert await world.channel.replace(chat, receipt.platform_id, part("Disetujui ✅")) == replace(receipt, handles={})
    assert [(each.text, each.files, each.buttons) for each in world.shows(chat)] == [("Disetujui ✅", ("photo",), ())]


async def test_too_many_words_for_a_photo_take_its_buttons_and_are_to_be_said_anew(world: TelegramWorld) -> None:
    chat, photo = world.person(), enclosed(world, 1)
    receipt = await world.channel.send(chat, part("Setujui?", files=(photo,), choices=BUTTONS))
    caught = await failed(world.channel.replace(chat, receipt.platform_id, part("a" * 1025)))
    assert caught.problem is Problem.REFUSED
    assert [(each.text, each.buttons) for each in world.shows(chat)] == [("Setujui?", ())]


async def test_an_old_message_cannot_be_withdrawn_and_a_missing_one_is_withdrawn_already(world: TelegramWorld) -> None:
    chat = world.person()
    receipt = await world.channel.send(chat, part("Halo"))
    world.server.later(49 * 3600)
    assert (await failed(world.channel.withdraw(chat, receipt.platform_id))).problem is Problem.REFUSED
    await world.channel.withdraw(chat, "987654")


@pytest.mark.parametrize("name", ["", 'a"b\\c/d.docx', "baris\r\nX-Kepala: ya.docx", "naskah é 🌊.docx"])
async def test_a_file_goes_up_whatever_it_is_called(world: TelegramWorld, name: str) -> None:
    chat, enclosure = world.person(), enclosed(world, 5, FileKind.DOCUMENT)
    named = Enclosure(replace(enclosure.file, name=name))
    receipt = await world.channel.send(chat, part("Naskah", files=(named,)))
    stored = world.server.state.files[receipt.handles[5]]
    assert stored.name == {
        "": "document5",
        'a"b\\c/d.docx': "a_b_c_d.docx",
        "baris\r\nX-Kepala: ya.docx": "baris__X-Kepala: ya.docx",
    }.get(name, name)


async def test_a_file_that_is_too_large_or_not_here_is_refused(world: TelegramWorld) -> None:
    world.server.state.upload_limit = world.server.state.photo_limit = 10
    photo, document = enclosed(world, 1), enclosed(world, 2, FileKind.DOCUMENT)
    missing = Enclosure(replace(photo.file, digest="0" * 64))
    unknown = Enclosure(replace(photo.file, digest=""))
    sticker = Enclosure(replace(photo.file, kind=FileKind.STICKER))
    for each in (photo, document, missing, unknown, sticker):
        assert (await failed(world.channel.send(world.person(), part("Halo", files=(each,))))).problem is Problem.REFUSED


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (platform.SERVER_ERROR, Problem.BUSY),
        (platform.CUT, Problem.BUSY),
        (Fault(429), Problem.BUSY),
        (Fault(404), Problem.REFUSED),
        (platform.FAR_AWAY, Problem.REFUSED),
    ],
)
async def test_a_download_that_fails(world: TelegramWorld, fault: Fault, problem: Problem) -> None:
    event = await world.says(world.person(), document=b"isi naskah")
    world.server.fail("file", *([fault, fault] if fault is platform.CUT else [fault]))  # cut off, it is fetched once more at once
    assert (await failed(world.channel.download(event.files[0].handle, 100))).problem is problem
    assert await world.channel.download(event.files[0].handle, 100) == b"isi naskah"


async def test_a_webhook_is_read_only_with_its_secret(world: TelegramWorld) -> None:
    body = (
        b'{"update_id": 1, "message": {"message_id": 2, "chat": {"id": 3, "type": "private"}, "from": {"id": 3}, "text": "Halo"}}'
    )
    (event,) = world.channel.read({"X-Telegram-Bot-Api-Secret-Token": SECRET}, body)
    assert (event.key, event.chat) == ("u1", "3")
    for headers in (
        {},
        {"X-Telegram-Bot-Api-Secret-Token": ""},
        {"X-Telegram-Bot-Api-Secret-Token": f"{SECRET}x"},
        {"x-telegram-bot-api-secret-token": "\udcff"},
    ):
        with pytest.raises(Untrusted):
            world.channel.read(headers, body)
    open_to_all = TelegramChannel(world.server.token, world.files)
    with pytest.raises(Untrusted):
        open_to_all.read({"X-Telegram-Bot-Api-Secret-Token": ""}, body)
    assert (await failed(open_to_all.start_webhook("https://contoh.id/telegram"))).problem is Problem.BROKEN


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"1", b"{}", b'{"update_id": "1"}', b'{"update_id": true}', b"\xff", b"[" * 100_000]
)
async def test_what_is_no_update_is_no_webhook(world: TelegramWorld, body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any sentence will do: the web side answers 400
        world.channel.read({"X-Telegram-Bot-Api-Secret-Token": SECRET}, body)


async def test_an_update_that_cannot_be_read_is_stored_to_be_put_aside(world: TelegramWorld) -> None:
    (event,) = world.channel.read({"X-Telegram-Bot-Api-Secret-Token": SECRET}, b'{"update_id": 9, "message": []}')
    assert (event.key, event.chat) == ("u9", "")
    with pytest.raises(ValueError, match="message is no dict"):
        world.channel.understand(event.body)


async def test_one_update_that_cannot_be_read_does_not_hold_up_the_others(world: TelegramWorld) -> None:
    person, state = world.somebody(), world.server.state
    person.says("satu")
    state.pending += [
        {"update_id": next(state.ids), "message_from_mars": {}},
        {"update_id": next(state.ids), "message": {"chat": 1}},
    ]
    person.says("dua")
    updates = await world.channel.updates(0, 0)
    assert [(each.event is not None, each.fault) for each in updates] == [
        (True, ""),
        (False, "an update of an unknown kind: message_from_mars"),
        (False, "chat is no dict"),
        (True, ""),
    ]
    assert await world.channel.updates(updates[-1].number, 0) == []
    assert state.pending == []


async def test_an_update_is_confirmed_only_by_the_next_poll(world: TelegramWorld) -> None:
    person = world.somebody()
    person.says("satu")
    first = await world.channel.updates(0, 0)
    assert await world.channel.updates(0, 0) == first  # stopped before it was stored
    person.says("dua")
    (second,) = await world.channel.updates(first[0].number, 0)
    assert second.event
    assert world.channel.understand(second.event.body).text == "dua"


async def test_two_that_fetch_are_told_so(world: TelegramWorld) -> None:
    await world.channel.start_webhook(f"{world.server.url}/nowhere")
    caught = await failed(world.channel.updates(0, 0))
    assert (caught.problem, caught.detail) == (Problem.BROKEN, CONFLICT)
    await world.channel.stop_webhook()
    assert await world.channel.updates(0, 0) == []


async def test_the_first_that_fetches_is_told_when_a_second_begins(world: TelegramWorld) -> None:
    first = asyncio.create_task(failed(world.channel.updates(0, 20)))
    while not world.server.state.calls["getUpdates"]:
        await asyncio.sleep(0)
    await world.channel.updates(0, 0)
    assert ((await first).problem, (await first).detail) == (Problem.BROKEN, CONFLICT)


async def test_a_poll_ends_when_somebody_writes(world: TelegramWorld) -> None:
    person = world.somebody()
    poll = asyncio.create_task(world.channel.updates(0, 20))
    while not world.server.state.calls["getUpdates"]:
        await asyncio.sleep(0)
    person.says("halo")
    assert len(await poll) == 1


async def test_webhooks_are_delivered_in_order_and_again_until_they_are_taken(world: TelegramWorld) -> None:
    heard: list[str] = []
    answers = iter([500, 503, 200, 200])

    async def hook(request: web.Request) -> web.Response:
        (event,) = world.channel.read(request.headers, await request.read())
        heard.append(world.channel.understand(event.body).text)
        return web.Response(status=next(answers))

    app = web.Application()
    app.router.add_post("/hook", hook)
    async with TestServer(app) as desk:
        await world.channel.start_webhook(str(desk.make_url("/hook")))
        person = world.somebody()
        person.says("satu")
        person.says("dua")
        while world.server.state.pending:
            await asyncio.sleep(0.01)
        await world.channel.stop_webhook()
    assert heard == ["satu", "satu", "satu", "dua"]


async def test_about_is_the_name_in_links(world: TelegramWorld) -> None:
    assert await world.channel.about() == "meja_humas_bot"


@pytest.mark.parametrize(("paid", "asked"), [(True, [True, None]), (False, [None, None])])
async def test_only_where_it_is_allowed_may_what_is_sent_cost_stars(world: TelegramWorld, paid: bool, asked: list[bool]) -> None:
    channel = TelegramChannel(world.server.token, world.files, api=world.server.url, paid=paid)
    bodies, really = [], channel._api.call

    async def call(method: str, body: bytes = b"{}", wait: float = 0.0) -> object:
        bodies.append(json.loads(body))
        return await really(method, body, wait)

    channel._api.call = call  # type: ignore[method-assign]  # listened to on its way, and passed on
    sent = await channel.send(chat := world.person(), part("Halo"))
    await channel.replace(chat, sent.platform_id, part("Halo lagi"))
    await channel.close()
    assert [each.get("allow_paid_broadcast") for each in bodies] == asked
