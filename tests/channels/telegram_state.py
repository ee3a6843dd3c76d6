"""What our Bot API server remembers: chats, messages, files and updates. Messages are kept as the API would show them."""

import asyncio
import itertools
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tests.channels.telegram_schema import schema

Json = dict[str, Any]
Buttons = tuple[tuple[tuple[str, str], ...], ...]  # rows of label and token or address

BOT: Json = {"id": 7000, "is_bot": True, "first_name": "Meja Humas", "username": "meja_humas_bot"}
MEDIA = ("photo", "document", "video", "audio", "voice", "sticker")


class Refusal(Exception):
    """An answer that is no success."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


@dataclass
class Chat:
    """A private chat or a group. `reason` is why the bot cannot write there, if it cannot."""

    id: int
    title: str
    kind: str = "private"
    language: str = "id"
    reason: str = "bot can't initiate conversation with a user"
    moved_to: int = 0
    messages: dict[int, Json] = field(default_factory=dict)

    def shown(self) -> Json:
        """As the API shows a chat."""
        named = {"first_name": self.title} if self.kind == "private" else {"title": self.title}
        return {"id": self.id, "type": self.kind, **named}

    def user(self) -> Json:
        """As the API shows the person of a private chat."""
        return {"id": self.id, "is_bot": False, "first_name": self.title, "language_code": self.language}


@dataclass(frozen=True)
class Stored:
    """A file's bytes under one of its ids."""

    kind: str
    name: str
    content: bytes


@dataclass(frozen=True)
class Seen:
    """A message as a phone shows it."""

    id: int
    text: str
    buttons: Buttons
    kind: str  # of its file, empty for none
    file: str  # the file's id
    album: str
    edited: bool
    entities: tuple[tuple[str, str], ...]  # style and the words it covers

    @classmethod
    def of(cls, message: Json) -> "Seen":
        """From what the API shows."""
        text = str(message.get("text", message.get("caption", ""))) or located(message.get("venue"))
        rows = message.get("reply_markup", {}).get("inline_keyboard", ())
        buttons = tuple(tuple((each["text"], each.get("callback_data") or each.get("url", "")) for each in row) for row in rows)
        kind = next((each for each in MEDIA if each in message), "")
        found = message.get(kind)
        file = str((found[-1] if isinstance(found, list) else found or {}).get("file_id", ""))
        marks = [*message.get("entities", ()), *message.get("caption_entities", ())]
        entities = tuple((each["type"], covered(text, each)) for each in marks)
        return cls(
            message["message_id"],
            text,
            buttons,
            kind,
            file,
            str(message.get("media_group_id", "")),
            "edit_date" in message,
            entities,
        )


def located(venue: Json | None) -> str:
    """A venue as words: what stands beside its pin, and where that is."""
    if not venue:
        return ""
    return f"{venue['title']}\n\n{venue['address']}\n\n{venue['location']['latitude']}, {venue['location']['longitude']}"


def units(text: str) -> int:
    """Length as the platform counts: UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def covered(text: str, entity: Json) -> str:
    """The words under an entity."""
    coded = text.encode("utf-16-le", "surrogatepass")
    return coded[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le", "surrogatepass")


class State:
    """All of it. `calls` counts the methods that were called, `violations` holds what the reference forbids."""

    def __init__(self) -> None:
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, Stored] = {}
        self.pending: list[Json] = []
        self.arrived = asyncio.Event()
        self.allowed: list[str] = []
        self.webhook: Json = {}
        self.queries: dict[str, bool] = {}  # presses, and whether they were answered
        self.commands: dict[tuple[str, str], list[Json]] = {}  # by scope (a chat's id, or its type) and language
        self.calls: Counter[str] = Counter()
        self.uploads = 0
        self.violations: list[str] = []
        self.offset = 0.0  # seconds by which the platform's clock was moved
        self.upload_limit = 50_000_000
        self.photo_limit = 10_000_000
        self.download_limit = 20_000_000
        self.ids = itertools.count(1001)

    def now(self) -> int:
        """The platform's clock."""
        return int(time.time() + self.offset)

    def chat(self, chat_id: Any, missing: str = "chat not found") -> Chat:
        """A chat that the bot may write to."""
        digits = str(chat_id)
        chat = self.chats.get(int(digits)) if digits.lstrip("-").isdigit() else None
        if chat is None:
            raise Refusal(400, f"Bad Request: {missing}")
        if chat.moved_to:
            raise Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to)
        if chat.reason:
            raise Refusal(403, f"Forbidden: {chat.reason}")
        return chat

    def post(self, chat: Chat, sender: Json, contents: Json) -> Json:
        """A new message, from the bot or from a person."""
        number = next(self.ids)
        message = {"message_id": number, "date": self.now(), "chat": chat.shown(), "from": sender, **contents}
        self._check("Message", message)
        chat.messages[number] = message
        return message

    def push(self, kind: str, event: Json) -> None:
        """An update for the bot, unless it asked for other kinds only."""
        if self.allowed and kind not in self.allowed:
            return
        update = {"update_id": next(self.ids), kind: event}
        self._check("Update", update)
        self.pending.append(update)
        self.arrived.set()

    def keep(self, kind: str, name: str, content: bytes) -> Any:
        """Store a file and show it as the API does; a photo has sizes."""
        number = next(self.ids)
        shown = self._file(kind, name, content, f"{kind}-{number}-AgAC")
        if kind != "photo":
            return shown
        return [self._file(kind, name, content[:90], f"{kind}-{number}-small") | {"width": 90, "height": 60}, shown]

    def _file(self, kind: str, name: str, content: bytes, file_id: str) -> Json:
        self.files[file_id] = Stored(kind, name, content)
        return self.show(file_id)

    def show(self, file_id: str) -> Json:
        """A known file as the API shows it in a message."""
        stored = self.files[file_id]
        shape: dict[str, Json] = {
            "photo": {"width": 1280, "height": 853},
            "video": {"width": 1280, "height": 720, "duration": 5},
            "audio": {"duration": 5},
            "voice": {"duration": 5},
            "sticker": {"width": 512, "height": 512, "type": "regular", "is_animated": False, "is_video": False},
        }
        named = {"file_name": stored.name} if stored.name and stored.kind in ("document", "video", "audio") else {}
        common = {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(stored.content)}
        return {**common, **named, **shape.get(stored.kind, {})}

    def _check(self, kind: str, value: Json) -> None:
        self.violations += schema().of_object(kind, value)
