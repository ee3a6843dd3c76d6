"""What WhatsApp tells us -> the desk's own words. Pure.

A notification holds entries, these hold changes, and these hold messages, statuses and preferences: each is an
event of its own, stored with its contact alone, so that a repeat in another batch is the same event. What cannot
be read is an event too, to be put aside. Of what nobody said to the desk only its key is kept: reactions, groups,
another number's talk.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from bot.channels.base import RawEvent
from bot.channels.whatsapp import persons, reviews
from bot.channels.whatsapp.failures import told_later
from bot.channels.whatsapp.fields import clean, digits, have, typed, want
from bot.channels.whatsapp.persons import OWNER, RECEIVER, SENDER, who
from messages.inbound import Attachment, Happening, Inbound, Pin, pin_at
from storage.records import Fate, FileKind, Json

# The changes that concern people, and the arrays that their items stand in.
LISTS: Final = {
    "messages": ("messages", "statuses"),
    "user_preferences": ("user_preferences",),
    "user_id_update": ("user_id_update",),
}
REVIEW: Final = "review"  # the kind of what concerns a template, and nobody's chat
PASSED: Final = "passed"  # the kind of what is none of the desk's business
SILENT: Final = frozenset({"reaction", "revoke", "request_welcome"})  # nobody said anything, so nobody expects an answer
CHANGED: Final = frozenset({"user_changed_number", "user_changed_user_id"})
FILES: Final = {
    "image": FileKind.PHOTO, "document": FileKind.DOCUMENT, "video": FileKind.VIDEO, "audio": FileKind.AUDIO,
    "sticker": FileKind.STICKER,
}  # fmt: skip
PRESSES: Final = ("button_reply", "list_reply")
FATES: Final = {
    "sent": Fate.SENT, "delivered": Fate.DELIVERED, "read": Fate.READ, "played": Fate.READ, "failed": Fate.FAILED,
}  # fmt: skip
PREFERENCES: Final = {"stop": Happening.STOPPED, "resume": Happening.ALLOWED}
# The words of a link into the chat: it can only type them, the person sends them.
START: Final = re.compile(r"\s*/?(?:mulai|start)\s+([A-Za-z0-9_-]{1,64})\s*", re.IGNORECASE)
KEY_LIMIT, CHAT_LIMIT = 200, 150  # what the inbox holds; one item that is longer may not lose its whole batch


def events(batch: Json, phone_id: str) -> list[RawEvent]:
    """Every item of a notification to a number, in order. ValueError for what is no notification."""
    return [event for entry in want(batch, "entry", list) for event in _of_entry(entry, phone_id)]


def understand(body: Json) -> Inbound:
    """A stored event in the desk's words. ValueError where it cannot be understood."""
    kind = want(body, "kind", str)
    if kind == REVIEW:
        key, field = want(body, "key", str), want(body, "field", str)
        value = want(body, "value", dict)
        return (
            reviews.capability(key, value)
            if field in reviews.CAPABILITIES
            else reviews.review(key, field, value, want(body, "at", int))
        )
    if kind == PASSED:
        return Inbound(want(body, "key", str), "", "", Happening.UNREADABLE)
    if kind not in UNDERSTOOD:
        raise ValueError(f"an event of an unknown kind: {kind[:50]}")
    return UNDERSTOOD[kind](want(body, "item", dict), have(body, "contact", dict, {}))


def sent(answer: Json) -> str:
    """The id of a message that the platform took. ValueError."""
    return want(typed(next(iter(want(answer, "messages", list)), None), dict), "id", str)


def _of_entry(entry: object, phone_id: str) -> Iterator[RawEvent]:
    try:
        changes, at = want(typed(entry, dict), "changes", list), have(typed(entry, dict), "time", int, 0)
    except ValueError:
        yield _unread(entry)
        return
    for change in changes:
        yield from _of_change(change, phone_id, at)


def _of_change(change: object, phone_id: str, at: int) -> Iterator[RawEvent]:
    try:
        field, value = want(typed(change, dict), "field", str), want(typed(change, dict), "value", dict)
        lists = {name: want(value, name, list) for name in LISTS.get(field, ()) if name in value}
        contacts = persons.known(have(value, "contacts", list, []), sum(map(len, lists.values())))
        metadata = have(value, "metadata", dict, {})
    except ValueError:
        yield _unread(change)
        return
    if field in reviews.TOLD or (field in reviews.CAPABILITIES and reviews.OPENINGS in value):
        key = _digest({"at": at, "change": change})
        yield RawEvent(key, "", {"kind": REVIEW, "key": key, "field": field, "value": value, "at": at})
        return
    if not lists or metadata.get("phone_number_id", phone_id) != phone_id:
        yield _passed(_digest(change), field)
        return
    for name, items in lists.items():
        yield from (_of_item(name, item, contacts, metadata) for item in items)


def _of_item(kind: str, item: object, contacts: Mapping[str, Json], metadata: Json) -> RawEvent:
    try:
        held = typed(item, dict)
        contact = persons.contact_of(held, contacts)
        key, chat = KEYS[kind](held, contact), CHATS[kind](held, contact)
    except ValueError:
        return _unread(item)
    if len(key) > KEY_LIMIT or len(chat) > CHAT_LIMIT:
        return _unread(item)
    if not chat:
        return _passed(key, kind)
    return RawEvent(key, chat, {"kind": kind, "item": held, "contact": contact, "metadata": metadata})


def _unread(held: object) -> RawEvent:
    return RawEvent(_digest(held), "", {"kind": "unread", "item": held})


def _passed(key: str, what: str) -> RawEvent:
    return RawEvent(key, "", {"kind": PASSED, "key": key, "what": what})


def _digest(held: object) -> str:
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()


# what each kind of item is counted by, and whose it is: nobody's where the desk has no part in it


def _message_chat(item: Json, contact: Json) -> str:
    kind = have(item, "type", str, "")
    if kind in SILENT or "group_id" in item:
        return ""
    if kind != "system":
        return who(item, contact, SENDER)
    return persons.before(item) if want(item, "system", dict).get("type") in CHANGED else ""


def _status_key(item: Json, contact: Json) -> str:
    return clean(f"{want(item, 'id', str)}:{want(item, 'status', str)}")


def _preference_key(item: Json, contact: Json) -> str:
    stated = (want(item, "category", str), want(item, "value", str), str(item.get("timestamp", "")))
    return ":".join((who(item, contact, OWNER), *stated))


ByItem = Callable[[Json, Json], str]
KEYS: Final[dict[str, ByItem]] = {
    "messages": lambda item, _: clean(want(item, "id", str)),
    "statuses": _status_key,
    "user_preferences": _preference_key,
    "user_id_update": lambda item, _: ":".join(persons.both(item)),
}
CHATS: Final[dict[str, ByItem]] = {
    "messages": _message_chat,
    "statuses": lambda item, contact: who(item, contact, RECEIVER),
    "user_preferences": lambda item, contact: who(item, contact, OWNER),
    "user_id_update": lambda item, _: persons.both(item)[0],
}


# what it says


def _message(item: Json, contact: Json) -> Inbound:
    if item.get("type") == "system":
        return _moved(KEYS["messages"](item, contact), persons.before(item), persons.after(item), _new_phone(item))
    said = want(want(item, "edit", dict), "message", dict) if item.get("type") == "edit" else item  # an edit: said again
    kind, number = want(said, "type", str), KEYS["messages"](item, contact)
    token = _token(kind, said)
    text, files = ("", ()) if token else (_text(kind, said), _files(kind, said))
    start, chat = START.fullmatch(text), who(item, contact, SENDER)
    return Inbound(
        number, chat, chat, Happening.PRESSED if token else Happening.SAID if text or files else Happening.UNREADABLE,
        name=persons.called(contact), phone=persons.phone(item, contact, SENDER), text=text, start=start[1] if start else "",
        token=token, press_id=number, platform_id=_under(item) if token else number, files=files, pin=_pin(kind, said),
    )  # fmt: skip


def _pin(kind: str, said: Json) -> Pin | None:
    at = have(said, "location", dict, {}) if kind == "location" else {}
    return pin_at(at.get("latitude"), at.get("longitude"), clean(have(at, "name", str, "")))


def _under(item: Json) -> str:
    """The message whose button was pressed."""
    return clean(have(have(item, "context", dict, {}), "id", str, ""))


def _token(kind: str, said: Json) -> str:
    """What a pressed button carries, under a message or under a template."""
    if kind == "button":
        return clean(want(want(said, "button", dict), "payload", str))
    held = want(said, "interactive", dict) if kind == "interactive" else {}
    return next((clean(want(want(held, each, dict), "id", str)) for each in PRESSES if each in held), "")


def _text(kind: str, said: Json) -> str:
    if kind == "text":
        return clean(want(want(said, "text", dict), "body", str))
    return clean(have(want(said, kind, dict), "caption", str, "")) if kind in FILES else ""


def _files(kind: str, said: Json) -> tuple[Attachment, ...]:
    if kind not in FILES:
        return ()
    file = want(said, kind, dict)
    is_voice = kind == "audio" and file.get("voice") is True
    name, mime = (clean(have(file, field, str, "")) for field in ("filename", "mime_type"))
    return (Attachment(FileKind.VOICE if is_voice else FILES[kind], want(file, "id", str), name, mime),)


def _new_phone(item: Json) -> str:
    return digits(have(want(item, "system", dict), "wa_id", str, ""))


def _renamed(item: Json, contact: Json) -> Inbound:
    was, now = persons.both(item)
    phone = digits(have(item, "wa_id", str, "") or have(contact, "wa_id", str, ""))
    return _moved(KEYS["user_id_update"](item, contact), was, now, phone)


def _moved(key: str, was: str, now: str, phone: str) -> Inbound:
    return Inbound(key, was, now, Happening.MOVED, text=now, phone=phone, was=was)


def _status(item: Json, contact: Json) -> Inbound:
    status, chat = want(item, "status", str), who(item, contact, RECEIVER)
    if status not in FATES:
        raise ValueError(f"an unknown status: {status[:50]}")
    problem, wait, detail = _failure(item) if status == "failed" else ("", 0.0, "")
    return Inbound(
        KEYS["statuses"](item, contact), chat, chat, Happening.FATE, name=persons.called(contact),
        phone=persons.phone(item, contact, RECEIVER), platform_id=clean(want(item, "id", str)), fate=FATES[status],
        problem=problem, wait=wait, detail=detail, reference=clean(have(item, "biz_opaque_callback_data", str, "")),
        price=_price(have(item, "pricing", dict, {})),
    )  # fmt: skip


def _failure(item: Json) -> tuple[str, float, str]:
    """Why a message failed: as the seam names it, with the seconds until a new try, and in the platform's words."""
    error = typed(next(iter(have(item, "errors", list, [])), {}), dict)
    code, data = have(error, "code", int, -1), have(error, "error_data", dict, {})
    words = " ".join([str(code), have(error, "title", str, ""), have(data, "details", str, "")])
    problem, wait = told_later(code)
    return problem.value, wait, clean(words).strip()[:200]


def _price(pricing: Json) -> str:
    """The category that a message is billed under; `type` says it where it is given, `billable` was there before it."""
    billed = pricing["type"] == "regular" if "type" in pricing else pricing.get("billable") is True
    return have(pricing, "category", str, "") if billed else ""


def _preference(item: Json, contact: Json) -> Inbound:
    value, chat = want(item, "value", str), who(item, contact, OWNER)
    if value not in PREFERENCES:
        raise ValueError(f"an unknown preference: {value[:50]}")
    phone = persons.phone(item, contact, OWNER)
    return Inbound(
        KEYS["user_preferences"](item, contact), chat, chat, PREFERENCES[value], name=persons.called(contact), phone=phone
    )


UNDERSTOOD: Final = {
    "messages": _message,
    "statuses": _status,
    "user_preferences": _preference,
    "user_id_update": _renamed,
}
