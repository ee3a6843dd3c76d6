"""A client that nobody here wrote, python-telegram-bot, meets our server as it meets the real one."""

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaDocument, InputMediaPhoto, MessageEntity
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter
from telegram.request import HTTPXRequest

from tests.channels import telegram_server as platform
from tests.channels.telegram_people import Person
from tests.channels.telegram_server import TelegramServer

PICTURE = b"\x89PNG not a picture"


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server
        assert server.violations == []


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[Bot]:
    async with Bot(server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot") as bot:
        yield bot


@pytest.fixture
def rina(server: TelegramServer) -> Person:
    person = server.person(501, "Rina Contoh")
    person.starts("K0DE")
    return person


def buttons(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"{label}.1") for label in labels]])


async def test_it_knows_who_it_is(bot: Bot) -> None:
    assert bot.username == "meja_humas_bot"


async def test_it_hears_what_was_said_and_confirms_it(bot: Bot, server: TelegramServer, rina: Person) -> None:
    rina.sends("photo", PICTURE, "di lapangan")
    first, second = await bot.get_updates(timeout=0)
    assert first.message
    assert (first.message.text, first.message.from_user and first.message.from_user.full_name) == ("/start K0DE", "Rina Contoh")
    assert second.message
    assert (second.message.caption, second.message.photo[-1].width) == ("di lapangan", 1280)
    assert await bot.get_updates(offset=second.update_id + 1, timeout=0) == ()
    assert server.state.pending == []


async def test_only_what_was_asked_for_comes(bot: Bot, rina: Person) -> None:
    (start,) = await bot.get_updates(timeout=0, allowed_updates=["message"])
    rina.blocks()
    rina.returns()
    number = rina.says("halo")
    rina.edits(number, "halo semua")
    assert [each.message and each.message.text for each in await bot.get_updates(offset=start.update_id + 1, timeout=0)] == [
        "halo"
    ]


async def test_it_sees_who_blocks_and_returns(bot: Bot, rina: Person) -> None:
    rina.blocks()
    rina.returns()
    _, blocked, returned = await bot.get_updates(timeout=0)
    assert blocked.my_chat_member
    assert blocked.my_chat_member.new_chat_member.status == "kicked"
    assert returned.my_chat_member
    assert returned.my_chat_member.new_chat_member.status == "member"


async def test_it_sends_edits_and_deletes(bot: Bot, rina: Person) -> None:
    bold = MessageEntity(MessageEntity.BOLD, 3, 5)
    sent = await bot.send_message(501, "🌊 Judul", entities=[bold], reply_markup=buttons("Setuju", "Tolak"))
    (seen,) = rina.sees()
    assert (seen.text, seen.entities, seen.buttons) == (
        "🌊 Judul", (("bold", "Judul"),), ((("Setuju", "Setuju.1"), ("Tolak", "Tolak.1")),),
    )  # fmt: skip
    await bot.edit_message_text("Disetujui", 501, sent.message_id)
    (seen,) = rina.sees()
    assert (seen.text, seen.buttons, seen.edited) == ("Disetujui", (), True)
    assert await bot.delete_message(501, sent.message_id)
    assert rina.sees() == []


async def test_a_press_is_answered_once(bot: Bot, rina: Person) -> None:
    await bot.send_message(501, "Setujui?", reply_markup=buttons("Setuju"))
    rina.presses("Setuju")
    query = (await bot.get_updates(timeout=0))[-1].callback_query
    assert query
    assert (query.data, query.message and query.message.chat.id) == ("Setuju.1", 501)
    assert await bot.answer_callback_query(query.id)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(query.id)


async def test_an_album_goes_up_and_is_sent_again_without_going_up(bot: Bot, server: TelegramServer, rina: Person) -> None:
    sent = await bot.send_media_group(501, [InputMediaPhoto(PICTURE), InputMediaPhoto(PICTURE)], caption="dua foto")
    assert (server.state.uploads, [each.text for each in rina.sees()]) == (2, ["dua foto", ""])
    assert len({each.album for each in rina.sees()}) == 1
    await bot.send_media_group(501, [InputMediaPhoto(each.photo[-1].file_id) for each in sent])
    assert server.state.uploads == 2


async def test_a_document_goes_up_and_comes_back(bot: Bot, rina: Person) -> None:
    sent = await bot.send_document(501, b"isi naskah", filename="naskah é.docx")
    assert sent.document
    assert sent.document.file_name == "naskah é.docx"
    assert bytes(await (await bot.get_file(sent.document.file_id)).download_as_bytearray()) == b"isi naskah"
    with pytest.raises(BadRequest, match=r"(?i)type document as photo"):
        await bot.send_photo(501, sent.document.file_id)


LIMITS = {
    "a text too long": ("sendMessage", {"text": "🌊" * 2049}, "Message is too long"),
    "no text": ("sendMessage", {"text": "  \n "}, "Message text is empty"),
    "a token too long": (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "é" * 33}]]}},
        "Button_data_invalid",
    ),
    "a button without a label": (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": " ", "callback_data": "a"}]]}},
        "text must be non-empty",
    ),
    "a button that does nothing": (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
        "unallowed",
    ),
    "a button to nowhere": (
        "sendMessage",
        {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "nowhere"}]]}},
        "Wrong HTTP URL",
    ),
    "a style beyond the end": (
        "sendMessage",
        {"text": "🌊", "entities": [{"type": "bold", "offset": 0, "length": 3}]},
        "incorrect offset or length",
    ),
    "a chat nobody has": ("sendMessage", {"chat_id": 5, "text": "a"}, "Chat not found"),
    "an edit of nothing": ("editMessageText", {"message_id": 1, "text": "a"}, "Message to edit not found"),
    "an unknown file": ("sendPhoto", {"photo": "unknown"}, "wrong remote file"),
    "a caption too long": ("sendPhoto", {"photo": "unknown", "caption": "a" * 1025}, "caption is too long"),
    "an album of one": ("sendMediaGroup", {"media": [InputMediaPhoto("unknown")]}, "2-10"),
}


@pytest.mark.filterwarnings("ignore:Please use 'Bot.")  # its own methods would mend some of these before they leave
@pytest.mark.parametrize(("method", "parameters", "words"), LIMITS.values(), ids=LIMITS)
async def test_a_limit_is_a_bad_request(bot: Bot, rina: Person, method: str, parameters: dict[str, object], words: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){words}"):
        await bot.do_api_request(method, {"chat_id": 501, **parameters})
    assert rina.sees() == []


async def test_more_limits_are_bad_requests(bot: Bot, server: TelegramServer, rina: Person) -> None:
    sent = await bot.send_message(501, "Sama")
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("Sama", 501, sent.message_id)
    with pytest.raises(BadRequest, match="no caption"):
        await bot.edit_message_caption(501, sent.message_id, caption="Lain")
    with pytest.raises(BadRequest, match="mixed"):
        await bot.send_media_group(501, [InputMediaPhoto(PICTURE), InputMediaDocument(PICTURE)])
    server.later(dt.timedelta(hours=49).total_seconds())
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(501, sent.message_id)
    server.state.upload_limit = 5
    with pytest.raises(NetworkError, match=r"(?i)too large"):
        await bot.send_document(501, PICTURE)


@pytest.mark.parametrize(
    ("reason", "words"),
    [("", "can't initiate"), ("blocks", "blocked by the user"), ("is_deactivated", "deactivated")],
)
async def test_who_cannot_be_reached_is_forbidden(bot: Bot, server: TelegramServer, reason: str, words: str) -> None:
    person = server.person(502, "Budi Teladan")
    if reason:
        person.starts()
        getattr(person, reason)()
    with pytest.raises(Forbidden, match=words):
        await bot.send_message(502, "halo")


async def test_a_group_that_moved(bot: Bot, server: TelegramServer, rina: Person) -> None:
    group = server.group(-55, "Wartawan Teladan")
    group.moves(-100123, rina)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(-55, "halo")
    assert moved.value.new_chat_id == -100123
    group = server.group(-56, "Lain")
    group.kicks()
    with pytest.raises(Forbidden, match="kicked"):
        await bot.send_message(-56, "halo")


async def test_haste_is_told_when_to_come_back(
    bot: Bot, server: TelegramServer, rina: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # the client's newer way, which it warns to take
    server.clock, server.pace = (lambda: 50.0), 2
    await bot.send_message(501, "satu")
    await bot.send_message(501, "dua")
    with pytest.raises(RetryAfter) as haste:
        await bot.send_message(501, "tiga")
    assert haste.value.retry_after == dt.timedelta(seconds=1)
    server.clock, server.chat_pace = (lambda: 51.0), 1
    await bot.send_message(501, "empat")
    with pytest.raises(RetryAfter):
        await bot.send_message(501, "lima")


async def test_webhook_and_polling_exclude_each_other(bot: Bot, rina: Person) -> None:
    with pytest.raises(BadRequest, match=r"(?i)https"):
        await bot.set_webhook("http://contoh.id/telegram")
    await bot.set_webhook("https://contoh.id/telegram", secret_token="rahasia")
    assert (await bot.get_webhook_info()).url == "https://contoh.id/telegram"
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates(timeout=0)
    await bot.delete_webhook()
    assert len(await bot.get_updates(timeout=0)) == 1


async def test_a_menu_is_kept_by_whom_it_is_for(bot: Bot, rina: Person) -> None:
    await bot.set_my_commands([("bantuan", "Yang bisa dilakukan")], language_code="id")
    assert [each.command for each in await bot.get_my_commands(language_code="id")] == ["bantuan"]
    assert await bot.get_my_commands() == ()
    with pytest.raises(BadRequest, match=r"(?i)BOT_COMMAND_INVALID"):
        await bot.set_my_commands([("Besar", "tidak boleh")])


async def test_a_foreign_token_is_refused(server: TelegramServer) -> None:
    requests = HTTPXRequest(), HTTPXRequest()
    bot = Bot("1:other", base_url=f"{server.url}/bot", request=requests[0], get_updates_request=requests[1])
    with pytest.raises(InvalidToken):
        await bot.initialize()
    for each in requests:  # a client that never began does not end its connections
        await each.shutdown()


@pytest.mark.parametrize("fault", [platform.SERVER_ERROR, platform.BAD_GATEWAY, platform.CUT, platform.LOST])
async def test_faults_are_faults_of_the_network(bot: Bot, server: TelegramServer, rina: Person, fault: platform.Fault) -> None:
    server.fail("sendMessage", fault)
    with pytest.raises(NetworkError):
        await bot.send_message(501, "halo")
    assert [each.text for each in rina.sees()] == (["halo"] if fault.done else [])
