"""What Telegram tells us, update by update, and what the desk understands."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import RawEvent
from bot.channels.telegram.inbound import attachments, parsed, raw, sent, understand
from messages.inbound import Attachment, Happening, Inbound, Pin
from storage.records import FileKind, Json

RINA = {"id": 501, "is_bot": False, "first_name": "Rina", "last_name": "Contoh", "language_code": "id"}
HERE = {"id": 501, "type": "private", "first_name": "Rina"}
GROUP = {"id": -55, "type": "group", "title": "Ruang obrolan"}
SAID = Inbound("u9", "501", "501", Happening.SAID, name="Rina Contoh", language="id", platform_id="7")
FILE = {"file_id": "AgAC", "file_unique_id": "u"}


def update(kind: str = "message", **event: Any) -> Json:
    return {"update_id": 9, kind: event}


def message(**contents: Any) -> Json:
    return update(**{"message_id": 7, "date": 0, "from": RINA, "chat": HERE, **contents})


def link(offset: int, length: int, url: str) -> Json:
    return {"type": "text_link", "offset": offset, "length": length, "url": url}


WORDS = {
    "words": ({"text": "Halo"}, "Halo"),
    "a caption": ({"photo": [FILE], "caption": "Di lapangan"}, "Di lapangan"),
    "a hidden address": ({"text": "baca ini", "entities": [link(5, 3, "https://a.id/x")]}, "baca ini\nhttps://a.id/x"),
    "two hidden addresses": (
        {"text": "ini itu", "entities": [link(0, 3, "https://a.id/x"), link(4, 3, "https://b.id/y")]},
        "ini itu\nhttps://a.id/x\nhttps://b.id/y",
    ),
    "the same address twice": (
        {"text": "ini itu", "entities": [link(0, 3, "https://a.id"), link(4, 3, "https://a.id")]},
        "ini itu\nhttps://a.id",
    ),
    "an address that shows": ({"text": "https://a.id/x", "entities": [link(0, 14, "https://a.id/x")]}, "https://a.id/x"),
    "an address hidden in a caption": (
        {"photo": [FILE], "caption": "ini", "caption_entities": [link(0, 3, "https://a.id")]},
        "ini\nhttps://a.id",
    ),
    "other styles": ({"text": "tebal", "entities": [{"type": "bold", "offset": 0, "length": 5}]}, "tebal"),
    "half a character": ({"text": "a\ud83cb\0c"}, "a\ufffdbc"),
    "a whole one": ({"text": "🌊"}, "🌊"),
}


@pytest.mark.parametrize(("contents", "text"), WORDS.values(), ids=WORDS)
def test_words(contents: Json, text: str) -> None:
    files = attachments(contents)
    assert understand(message(**contents)) == replace(SAID, text=text, files=files)


STARTS = {"/start": "", "/start KODE_1-x": "KODE_1-x", "/start  KODE ": "KODE", "/starter KODE": "", "mulai /start KODE": ""}


@pytest.mark.parametrize(("text", "start"), STARTS.items())
def test_what_a_link_carried_stands_by_itself_and_in_the_words(text: str, start: str) -> None:
    assert understand(message(text=text)) == replace(SAID, text=text, start=start)


FILES = {
    "photo": (
        {"photo": [{**FILE, "file_id": "s", "width": 90}, {**FILE, "width": 1280, "file_size": 5}, {**FILE, "width": 320}]},
        Attachment(FileKind.PHOTO, "AgAC", "", "image/jpeg", 5),
    ),
    "photo without measures": ({"photo": [FILE]}, Attachment(FileKind.PHOTO, "AgAC", "", "image/jpeg", 0)),
    "document": (
        {"document": {**FILE, "file_name": "naskah.docx", "mime_type": "application/msword", "file_size": 9}},
        Attachment(FileKind.DOCUMENT, "AgAC", "naskah.docx", "application/msword", 9),
    ),
    "document without a name": ({"document": FILE}, Attachment(FileKind.DOCUMENT, "AgAC")),
    "animation, which comes as a document too": ({"animation": FILE, "document": FILE}, Attachment(FileKind.DOCUMENT, "AgAC")),
    "live photo, which comes as a photo too": (
        {"live_photo": FILE, "photo": [FILE]},
        Attachment(FileKind.PHOTO, "AgAC", "", "image/jpeg"),
    ),
    "video": ({"video": {**FILE, "mime_type": "video/mp4"}}, Attachment(FileKind.VIDEO, "AgAC", "", "video/mp4")),
    "round video": ({"video_note": FILE}, Attachment(FileKind.VIDEO, "AgAC")),
    "audio": ({"audio": {**FILE, "file_name": "lagu.mp3"}}, Attachment(FileKind.AUDIO, "AgAC", "lagu.mp3")),
    "voice": ({"voice": {**FILE, "mime_type": "audio/ogg"}}, Attachment(FileKind.VOICE, "AgAC", "", "audio/ogg")),
    "sticker": ({"sticker": {**FILE, "emoji": "🙂"}}, Attachment(FileKind.STICKER, "AgAC")),
}


@pytest.mark.parametrize(("contents", "file"), FILES.values(), ids=FILES)
def test_files(contents: Json, file: Attachment) -> None:
    assert understand(message(**contents)) == replace(SAID, files=(file,))
    assert sent({"message_id": 8, **contents}) == ("8", (file,))


@pytest.mark.parametrize(
    "name", ["contact", "location", "venue", "poll", "dice", "game", "story", "checklist", "thing_of_tomorrow"]
)
def test_what_the_desk_has_no_use_for_is_answered_all_the_same(name: str) -> None:
    assert understand(message(**{name: {"phone_number": "0812-0000-0000"}})) == replace(SAID, happening=Happening.UNREADABLE)


def test_an_edited_message_is_said_again_and_is_no_part_of_its_album() -> None:
    edited = {"update_id": 9, "edited_message": message(text="Halo semua", media_group_id="77")["message"]}
    assert understand(edited) == replace(SAID, text="Halo semua")
    assert raw(edited).album == ""


def test_parts_of_an_album_share_its_name() -> None:
    part = message(photo=[FILE], media_group_id="77")
    assert raw(part) == RawEvent("u9", "501", part, "77")
    assert understand(part).album == "77"


PRESSED = Inbound(
    "u9", "501", "501", Happening.PRESSED, name="Rina Contoh", language="id", token="approve.1", press_id="q1", platform_id="7"
)
QUERY: Json = {"id": "q1", "from": RINA, "chat_instance": "1", "data": "approve.1"}
PRESSES = {
    "under a message": ({"message": {"message_id": 7, "chat": HERE, "date": 0, "text": "Setujui?"}}, PRESSED),
    "under one that is gone": ({"message": {"message_id": 7, "chat": HERE, "date": 0}}, PRESSED),
    "without its message": ({}, replace(PRESSED, platform_id="")),
    "with half a character": ({"data": "a\ud83c"}, replace(PRESSED, platform_id="", token="a\ufffd")),
}


@pytest.mark.parametrize(("more", "understood"), PRESSES.values(), ids=PRESSES)
def test_a_press(more: Json, understood: Inbound) -> None:
    event = update("callback_query", **{**QUERY, **more})
    assert raw(event) == RawEvent("u9", "501", event)
    assert understand(event) == understood


@pytest.mark.parametrize(
    ("status", "happening"),
    [
        ("kicked", Happening.BLOCKED),
        ("left", Happening.BLOCKED),
        ("member", Happening.RETURNED),
        ("administrator", Happening.RETURNED),
    ],
)
def test_who_blocks_and_returns(status: str, happening: Happening) -> None:
    event = update("my_chat_member", **{"chat": HERE, "from": RINA, "new_chat_member": {"status": status}})
    assert understand(event) == Inbound("u9", "501", "501", happening, name="Rina Contoh", language="id")


NOT_OURS = {
    "talk in a group": message(chat=GROUP, text="obrolan orang lain"),
    "an edit in a group": {"update_id": 9, "edited_message": message(chat=GROUP, text="obrolan")["message"]},
    "a post in a channel": message(chat={"id": -1, "type": "channel"}, text="kabar"),
    "a press in a group": update("callback_query", **{**QUERY, "message": {"message_id": 7, "chat": GROUP}}),
    "the bot put into a group": update(
        "my_chat_member", **{"chat": GROUP, "from": RINA, "new_chat_member": {"status": "member"}}
    ),
    "a pinned message": message(pinned_message={"text": "rahasia"}),
    "a timer": message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400}),
    "a background": message(chat_background_set={}),
    "leave to write": message(write_access_allowed={}),
}


@pytest.mark.parametrize("event", NOT_OURS.values(), ids=NOT_OURS)
def test_what_nobody_said_to_the_desk_leaves_only_its_number(event: Json) -> None:
    stored = raw(event)
    assert stored == RawEvent("u9", "", {"update_id": 9})
    assert understand(stored.body).chat == ""


def test_a_group_that_moved() -> None:
    event = message(chat=GROUP, migrate_to_chat_id=-100123)
    assert raw(event) == RawEvent("u9", "-55", event)
    assert understand(event) == Inbound("u9", "-55", "", Happening.MOVED, text="-100123")


UNREADABLE: dict[str, Any] = {
    "nothing": None,
    "no object": [],
    "no number": {"message": {}},
    "a number that is none": {"update_id": "9", "message": {}},
    "a number that is a truth": {"update_id": True, "message": {}},
    "no kind": {"update_id": 9, "from_mars": {}},
    "no message": {"update_id": 9, "message": None},
    "no chat": update(text="Halo"),
    "a chat that is none": update(chat=[], text="Halo"),
    "a chat without a type": update(chat={"id": 1}, text="Halo"),
    "a chat without a number": update(chat={"type": "private"}, text="Halo"),
    "a press of nobody": update("callback_query", id="q1", data="a"),
}
HALF_READABLE = {
    "nobody": update(chat=HERE, message_id=7, text="Halo"),
    "somebody without a number": message(**{"from": {"first_name": "Rina"}}, text="Halo"),
    "words that are none": message(text=7),
    "a message without a number": update("message", **{"chat": HERE, "from": RINA, "text": "Halo"}),
    "styles that are none": message(text="a", entities={"type": "bold"}),
    "a style that is none": message(text="a", entities=["bold"]),
    "a hidden address without one": message(text="a", entities=[{"type": "text_link"}]),
    "a photo without a size": message(photo=["AgAC"]),
    "a photo without a name": message(photo=[{"width": 1}]),
    "a document that is none": message(document="AgAC"),
    "a press without a token": update("callback_query", **(QUERY | {"data": None})),
    "a game": update("callback_query", **{"id": "q1", "from": RINA, "game_short_name": "main"}),
    "a member without a standing": update("my_chat_member", **{"chat": HERE, "from": RINA, "new_chat_member": {}}),
}


@pytest.mark.parametrize("event", [*UNREADABLE.values(), *HALF_READABLE.values()], ids=[*UNREADABLE, *HALF_READABLE])
def test_what_cannot_be_understood_says_so(event: Any) -> None:
    with pytest.raises(ValueError, match=r"is missing|is no |unknown kind"):
        understand(raw(event).body)


@pytest.mark.parametrize("event", HALF_READABLE.values(), ids=HALF_READABLE)
def test_what_has_a_chat_is_stored_in_its_order_before_it_is_understood(event: Json) -> None:
    assert raw(event).chat == "501"


@pytest.mark.parametrize("content", [b"", b"[]", b"7", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_object_is_not_parsed(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parsed(content)


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "chat", "from", "text", "photo"]), inner)
    ),
    max_leaves=8,
)


@given(st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member"]), NESTED)
def test_nonsense_of_any_shape_is_understood_or_a_value_error_and_nothing_else(kind: str, event: Any) -> None:
    with suppress(ValueError):
        assert understand(raw({"update_id": 9, kind: event}).body).key == "u9"


@pytest.mark.parametrize(
    ("contents", "pin"),
    [
        ({"location": {"latitude": -3.4, "longitude": 104.8}}, Pin(-3.4, 104.8)),
        ({"location": {"latitude": -3, "longitude": 104}, "venue": {"title": "Pendopoan"}}, Pin(-3.0, 104.0, "Pendopoan")),
        ({"location": {"latitude": 91.0, "longitude": 104.8}}, None),
        ({"location": {"latitude": True, "longitude": "104"}}, None),
    ],
)
def test_a_place_on_the_map_is_no_words(contents: Json, pin: Pin | None) -> None:
    assert understand(message(**contents)) == replace(SAID, happening=Happening.UNREADABLE, pin=pin)
