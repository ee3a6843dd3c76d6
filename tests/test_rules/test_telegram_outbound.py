"""Parts, and the very parameters that say them."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.outbound import ABILITIES, Call, changed, message, recaptioned, unbuttoned, withdrawn, wording
from messages.card import BEGIN, END, Block, Choice, Enclosure, Part, Style, texts
from storage.records import File, FileId, FileKind, Json

QUIETLY = {"link_preview_options": {"is_disabled": True}}
ROWS = ((Choice("Setuju", "approve.1"), Choice("Tolak", "refuse.1")), (Choice("Buka", url="https://a.id"),))
KEYBOARD = {
    "reply_markup": {
        "inline_keyboard": [
            [{"text": "Setuju", "callback_data": "approve.1"}, {"text": "Tolak", "callback_data": "refuse.1"}],
            [{"text": "Buka", "url": "https://a.id"}],
        ]
    }
}


def enclosed(number: int, kind: FileKind = FileKind.PHOTO, handle: str = "", size: int = 1) -> Enclosure:
    return Enclosure(File(FileId(number), kind, "", "", size, "a" * 64), handle)


def bold(offset: int, length: int) -> Json:
    return {"type": "bold", "offset": offset, "length": length}


def italic(offset: int, length: int) -> Json:
    return {"type": "italic", "offset": offset, "length": length}


WORDINGS: dict[str, tuple[tuple[Block, ...], str, list[Json]]] = {
    "nothing": ((), "", []),
    "plain": (texts("satu", "dua"), "satu\n\ndua", []),
    "a title": ((Block("Judul", Style.TITLE), Block("isi")), "Judul\n\nisi", [bold(0, 5)]),
    "small print": ((Block("isi"), Block("catatan", Style.QUIET)), "isi\n\ncatatan", [italic(5, 7)]),
    "beyond the first plane": ((Block("🌊🌊"), Block("🏛️x", Style.TITLE)), "🌊🌊\n\n🏛️x", [bold(6, 4)]),
    "emphasis": ((Block(f"kode {BEGIN}R-231{END} siap"),), "kode R-231 siap", [bold(5, 5)]),
    "emphasis behind an emoji": ((Block(f"🌊 {BEGIN}R-1{END}"),), "🌊 R-1", [bold(3, 3)]),
    "emphasis in a title is no more than the title": ((Block(f"a {BEGIN}b{END}", Style.TITLE),), "a b", [bold(0, 3)]),
    "emphasis in small print": ((Block(f"a {BEGIN}b{END}", Style.QUIET),), "a b", [bold(2, 1), italic(0, 3)]),
    "a mark that lost its other half": ((Block(f"a {BEGIN}b"),), "a b", []),
    "an empty title": ((Block("", Style.TITLE),), "", []),
    "markup": (texts("<b>a</b> *b* [c](d)"), "<b>a</b> *b* [c](d)", []),
}


@pytest.mark.parametrize(("blocks", "text", "entities"), WORDINGS.values(), ids=WORDINGS)
def test_styles_stand_beside_the_words(blocks: tuple[Block, ...], text: str, entities: list[Json]) -> None:
    assert wording(blocks) == (text, entities)


@given(
    st.lists(st.builds(Block, st.text(st.sampled_from(f"ab 🌊é{BEGIN}{END}\n"), max_size=12), st.sampled_from(Style)), max_size=5)
)
def test_every_style_covers_something_within_the_words(blocks: list[Block]) -> None:
    text, entities = wording(blocks)
    units = len(text.encode("utf-16-le")) // 2
    assert all(each["length"] > 0 and 0 <= each["offset"] <= units - each["length"] for each in entities)
    assert not {BEGIN, END} & set(text)


PHOTO, KNOWN = enclosed(1), enclosed(2, handle="AgAC")
MESSAGES: dict[str, tuple[Part, str, Json, set[str]]] = {
    "words": (Part(texts("Halo")), "sendMessage", {"text": "Halo", **QUIETLY}, set()),
    "words with buttons": (Part(texts("Halo"), ROWS), "sendMessage", {"text": "Halo", **QUIETLY, **KEYBOARD}, set()),
    "styled words": (
        Part((Block("Judul", Style.TITLE),)),
        "sendMessage",
        {"text": "Judul", "entities": [bold(0, 5)], **QUIETLY},
        set(),
    ),
    "a photo that goes up": (
        Part(texts("Banjir"), ROWS, (PHOTO,)),
        "sendPhoto",
        {"photo": "attach://file1", "caption": "Banjir", **KEYBOARD},
        {"file1"},
    ),
    "a photo that is known": (Part(files=(KNOWN,)), "sendPhoto", {"photo": "AgAC", "caption": ""}, set()),
    "styled words under a photo": (
        Part((Block("Judul", Style.TITLE),), (), (KNOWN,)),
        "sendPhoto",
        {"photo": "AgAC", "caption": "Judul", "caption_entities": [bold(0, 5)]},
        set(),
    ),
    "a document": (
        Part(files=(enclosed(3, FileKind.DOCUMENT),)),
        "sendDocument",
        {"document": "attach://file3", "caption": ""},
        {"file3"},
    ),
    "a video": (Part(files=(enclosed(3, FileKind.VIDEO, "BAAC"),)), "sendVideo", {"video": "BAAC", "caption": ""}, set()),
    "audio": (Part(files=(enclosed(3, FileKind.AUDIO, "CQAC"),)), "sendAudio", {"audio": "CQAC", "caption": ""}, set()),
    "voice": (Part(files=(enclosed(3, FileKind.VOICE, "AwAC"),)), "sendVoice", {"voice": "AwAC", "caption": ""}, set()),
    "an album, half of it known": (
        Part(texts("Dua foto"), (), (PHOTO, KNOWN)),
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": "attach://file1", "caption": "Dua foto"}, {"type": "photo", "media": "AgAC"}]},
        {"file1"},
    ),
    "an album of documents": (
        Part(files=(enclosed(3, FileKind.DOCUMENT, "B1"), enclosed(4, FileKind.DOCUMENT, "B2"))),
        "sendMediaGroup",
        {"media": [{"type": "document", "media": "B1", "caption": ""}, {"type": "document", "media": "B2"}]},
        set(),
    ),
}


@pytest.mark.parametrize(("part", "method", "parameters", "uploads"), MESSAGES.values(), ids=MESSAGES)
def test_a_message(part: Part, method: str, parameters: Json, uploads: set[str]) -> None:
    call = message(part)
    assert (call.method, call.parameters, set(call.uploads)) == (method, parameters, uploads)
    assert json.loads(b'{"chat_id": "1", ' + call.tail) == {"chat_id": "1", **parameters}


def test_every_kind_of_file_is_sent_or_refused_aloud() -> None:
    for kind in FileKind:
        part = Part(files=(enclosed(1, kind),))
        if kind is FileKind.STICKER:
            with pytest.raises(ValueError, match="sends no sticker"):
                message(part)
        else:
            assert message(part).method == f"send{kind.title()}"


UNSAYABLE = {
    "an album with buttons": Part(texts("a"), ROWS, (PHOTO, KNOWN)),
    "an album of two kinds": Part(files=(PHOTO, enclosed(3, FileKind.DOCUMENT))),
    "an album of voices": Part(files=(enclosed(1, FileKind.VOICE), enclosed(2, FileKind.VOICE))),
    "eleven in an album": Part(files=tuple(enclosed(each) for each in range(11))),
    "a photo that is too large": Part(files=(enclosed(1, size=ABILITIES.photo_limit + 1),)),
    "a document that is too large": Part(files=(enclosed(1, FileKind.DOCUMENT, size=ABILITIES.upload_limit + 1),)),
    "a large photo in an album": Part(files=(KNOWN, enclosed(1, size=ABILITIES.photo_limit + 1))),
}


@pytest.mark.parametrize("part", UNSAYABLE.values(), ids=UNSAYABLE)
def test_what_cannot_be_said_in_one_message_fails_aloud(part: Part) -> None:
    with pytest.raises(ValueError, match=r"an album has|bytes"):
        message(part)


def test_a_large_file_that_is_known_already_needs_no_way_up() -> None:
    assert message(Part(files=(replace(KNOWN, file=replace(KNOWN.file, size=10**9)),))).uploads == {}


CHANGES: dict[str, tuple[Call, str, Json]] = {
    "words": (
        changed(Part(texts("Lain"), ROWS), "7"),
        "editMessageText",
        {"message_id": 7, "text": "Lain", **QUIETLY, **KEYBOARD},
    ),
    "words that lose their buttons": (
        changed(Part(texts("Lain")), "7"),
        "editMessageText",
        {"message_id": 7, "text": "Lain", **QUIETLY},
    ),
    "words under a photo": (
        changed(Part(texts("Lain"), ROWS, (PHOTO,)), "7"),
        "editMessageCaption",
        {"message_id": 7, "caption": "Lain", **KEYBOARD},
    ),
    "words under an album": (
        changed(Part(texts("Lain"), (), (PHOTO, KNOWN)), "7,8"),
        "editMessageCaption",
        {"message_id": 7, "caption": "Lain"},
    ),
    "words instead of those under a photo": (
        recaptioned(Part(texts("Lain")), "7"),
        "editMessageCaption",
        {"message_id": 7, "caption": "Lain"},
    ),
    "buttons taken": (unbuttoned("7,8"), "editMessageReplyMarkup", {"message_id": 7}),
    "a message withdrawn": (withdrawn("7"), "deleteMessage", {"message_id": 7}),
    "an album withdrawn": (withdrawn("7,8"), "deleteMessages", {"message_ids": [7, 8]}),
}


@pytest.mark.parametrize(("call", "method", "parameters"), CHANGES.values(), ids=CHANGES)
def test_a_change(call: Call, method: str, parameters: Json) -> None:
    assert (call.method, call.parameters, dict(call.uploads)) == (method, parameters, {})


@pytest.mark.parametrize(
    ("make", "arguments"),
    [
        (changed, (Part(texts("a")), "not a number")),
        (withdrawn, ("",)),
        (withdrawn, ("7,x",)),
        (recaptioned, (Part(texts("🌊" * 513)), "7")),
        (changed, (Part(texts("a" * 1025), (), (PHOTO,)), "7")),
    ],
)
def test_a_change_that_cannot_be_made_fails_aloud(make: Any, arguments: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match=r"too long|invalid literal"):
        make(*arguments)
