"""What Telegram tells us -> the desk's own words. Pure, and one update at a time.

The desk speaks with people, not with groups: of a group's talk only the number is kept, and the news that
it moved. An edited message counts as said again; links are counted once anyway.
"""

import json
from collections.abc import Iterator
from typing import Any, Final, TypeVar

from bot.channels.base import RawEvent
from messages.inbound import Attachment, Happening, Inbound, Pin, pin_at
from storage.records import FileKind, Json

KINDS: Final = ("message", "edited_message", "callback_query", "my_chat_member")  # asked for as allowed_updates
# What the platform itself writes into a private chat: nobody said it, so nobody expects an answer.
NOTES: Final = frozenset({
    "pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "connected_website", "write_access_allowed",
    "proximity_alert_triggered", "successful_payment", "refunded_payment", "gift", "unique_gift", "boost_added",
    "forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened", "video_chat_scheduled",
    "video_chat_started", "video_chat_ended", "paid_message_price_changed",
})  # fmt: skip
# An animation comes with a document of the same file, a live photo with its photo: each is counted once.
FILES: Final = (
    ("document", FileKind.DOCUMENT), ("video", FileKind.VIDEO), ("video_note", FileKind.VIDEO), ("audio", FileKind.AUDIO),
    ("voice", FileKind.VOICE), ("sticker", FileKind.STICKER),
)  # fmt: skip
MOVE: Final = "migrate_to_chat_id"
BLOCKED: Final = frozenset({"kicked", "left"})

T = TypeVar("T")


def parsed(content: bytes) -> Json:
    """A JSON object. ValueError for anything else, and for one that is nested without end."""
    try:
        return _kind(json.loads(content), dict)
    except RecursionError:
        raise ValueError("what came is nested too deep") from None


def raw(update: object) -> RawEvent:
    """An update as it is stored; without chat and contents where the desk has no part in it. ValueError for what it cannot be."""
    body = _kind(update, dict)
    key = f"u{number(body)}"
    kind, event = _event(body)
    chat = _chat(event)
    private = _want(chat, "type", str) == "private"
    if NOTES & event.keys() if private else MOVE not in event:
        return RawEvent(key, "", {"update_id": number(body)})
    album = "" if kind == "edited_message" else _have(event, "media_group_id", str, "")
    return RawEvent(key, str(_want(chat, "id", int)), body, album)


def number(update: Json) -> int:
    """The number of an update, which confirms it."""
    return _want(update, "update_id", int)


def understand(update: Json) -> Inbound:
    """A stored update in the desk's words. ValueError where it cannot be understood."""
    if update.keys() == {"update_id"}:
        return Inbound(f"u{number(update)}", "", "", Happening.UNREADABLE)
    event = raw(update)
    kind, body = _event(update)
    understood = {"callback_query": _pressed, "my_chat_member": _turned}.get(kind, _said)
    return understood(event, body)


def sent(message: object) -> tuple[str, tuple[Attachment, ...]]:
    """A message of ours as the platform took it: its id, and the files that went with it."""
    body = _kind(message, dict)
    return str(_want(body, "message_id", int)), attachments(body)


def attachments(message: Json) -> tuple[Attachment, ...]:
    """The file of a message, of a photo its largest size."""
    sizes = _have(message, "photo", list, [])
    if sizes:
        largest = max((_kind(each, dict) for each in sizes), key=lambda each: _have(each, "width", int, 0))
        return (_attachment(FileKind.PHOTO, {"mime_type": "image/jpeg", **largest}),)
    return tuple(_attachment(kind, _want(message, field, dict)) for field, kind in FILES if field in message)[:1]


def _attachment(kind: FileKind, file: Json) -> Attachment:
    name, mime = (_clean(_have(file, field, str, "")) for field in ("file_name", "mime_type"))
    return Attachment(kind, _want(file, "file_id", str), name, mime, _have(file, "file_size", int, 0))


def _said(event: RawEvent, message: Json) -> Inbound:
    if MOVE in message:
        return Inbound(event.key, event.chat, "", Happening.MOVED, text=str(_want(message, MOVE, int)))
    user = _want(message, "from", dict)
    text, files = _text(message), attachments(message)
    start = text.removeprefix("/start").strip() if text.startswith("/start ") else ""
    return Inbound(
        event.key, event.chat, str(_want(user, "id", int)), Happening.SAID if text or files else Happening.UNREADABLE,
        name=_name(user), language=_have(user, "language_code", str, ""), text=text, start=start,
        platform_id=str(_want(message, "message_id", int)), album=event.album, files=files, pin=_pin(message),
    )  # fmt: skip


def _pin(message: Json) -> Pin | None:
    """A location; beside that of a venue stands its name."""
    at, venue = _have(message, "location", dict, {}), _have(message, "venue", dict, {})
    return pin_at(at.get("latitude"), at.get("longitude"), _clean(_have(venue, "title", str, "")))


def _pressed(event: RawEvent, query: Json) -> Inbound:
    user, message = _want(query, "from", dict), _have(query, "message", dict, {})
    return Inbound(
        event.key, event.chat, str(_want(user, "id", int)), Happening.PRESSED, name=_name(user),
        language=_have(user, "language_code", str, ""), token=_clean(_want(query, "data", str)),
        press_id=_want(query, "id", str), platform_id=str(_want(message, "message_id", int)) if message else "",
    )  # fmt: skip


def _turned(event: RawEvent, change: Json) -> Inbound:
    user = _want(change, "from", dict)
    now = _want(_want(change, "new_chat_member", dict), "status", str)
    return Inbound(
        event.key, event.chat, str(_want(user, "id", int)), Happening.BLOCKED if now in BLOCKED else Happening.RETURNED,
        name=_name(user), language=_have(user, "language_code", str, ""),
    )  # fmt: skip


def _text(message: Json) -> str:
    """The words of a message or a caption, and below them the addresses that hide behind words."""
    words, entities = ("text", "entities") if "text" in message else ("caption", "caption_entities")
    text = _clean(_have(message, words, str, ""))
    hidden = (address for address in _addresses(_have(message, entities, list, [])) if address not in text)
    return "\n".join([text, *dict.fromkeys(hidden)])


def _addresses(entities: list[Any]) -> Iterator[str]:
    for entity in entities:
        if _want(_kind(entity, dict), "type", str) == "text_link":
            yield _clean(_want(entity, "url", str))


def _name(user: Json) -> str:
    return " ".join(_clean(_have(user, field, str, "")) for field in ("first_name", "last_name")).strip()


def _clean(text: str) -> str:
    """Without what no database takes: half characters and NUL."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\0", "")


def _chat(event: Json) -> Json:
    """Where it happened. A press may come without its message: then where the person is."""
    if "message" in event:
        return _want(_want(event, "message", dict), "chat", dict)
    return (
        _want(event, "chat", dict) if "chat" in event else {"type": "private", "id": _want(_want(event, "from", dict), "id", int)}
    )


def _event(update: Json) -> tuple[str, Json]:
    kind = next((each for each in KINDS if each in update), None)
    if kind is None:
        raise ValueError(f"an update of an unknown kind: {', '.join(sorted(update.keys() - {'update_id'}))[:100]}")
    return kind, _want(update, kind, dict)


def _want(body: Json, name: str, kind: type[T]) -> T:
    if name not in body:
        raise ValueError(f"{name} is missing")
    return _kind(body[name], kind, name)


def _have(body: Json, name: str, kind: type[T], otherwise: T) -> T:
    return _kind(body[name], kind, name) if name in body else otherwise


def _kind(value: object, kind: type[T], name: str = "what came") -> T:
    if not isinstance(value, kind) or isinstance(value, bool):
        raise ValueError(f"{name} is no {kind.__name__}")  # noqa: TRY004 - one error for all that cannot be read
    return value
