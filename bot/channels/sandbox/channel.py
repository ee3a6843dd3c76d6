"""The sandbox as a channel: each chat is a transcript in memory, and every change in it has a number."""

import itertools
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.base import Problem, RawEvent, Receipt, SendError
from bot.files import Files
from messages.abilities import Abilities
from messages.card import Block, Choice, Enclosure, Part, Place, bare, texts
from messages.fit import SEPARATOR, length
from messages.inbound import Attachment, Happening, Inbound
from storage.records import ChannelKind, FileKind, Json, Language

QUOTED = 60  # characters shown of a message that is quoted


@dataclass(frozen=True)
class Entry:
    """One change in a chat. An edit is an entry of its own that names the one it `replaces`."""

    seq: int
    id: int
    who: str  # bot or person
    blocks: tuple[Block, ...]
    buttons: tuple[tuple[Choice, ...], ...]
    files: tuple[Attachment, ...]
    replaces: int | None
    at: datetime
    menu: str = ""  # what opens its buttons, where they are shown as a list
    quotes: str = ""  # the first words of the earlier message that it amends

    @property
    def text(self) -> str:
        """The words, without emphasis."""
        return bare(SEPARATOR.join(block.text for block in self.blocks))


class SandboxChannel:
    """One desk's sandbox. People are written to once they were `opened`.

    It plays another channel where it is given that one's `kind` and `abilities`.
    """

    def __init__(
        self,
        files: Files,
        now: Callable[[], datetime],
        kind: ChannelKind = ChannelKind.SANDBOX,
        abilities: Abilities = Abilities(),  # noqa: B008 - frozen, and the same for all
    ) -> None:
        self.kind = kind
        self.abilities = abilities
        self._files = files
        self._now = now
        self._numbers = itertools.count(1)
        self._chats: dict[str, list[Entry]] = {}
        self._languages: dict[str, Language] = {}
        self._menus: dict[str, Mapping[Language, Sequence[tuple[str, str]]]] = {}
        self.blocked: set[str] = set()

    def open(self, chat: str, language: Language = Language.ID) -> None:
        """Give a person a phone in their language."""
        self._chats.setdefault(chat, [])
        self._languages[chat] = language

    def chats(self) -> list[str]:
        """Everybody who has a phone."""
        return list(self._chats)

    def chat(self, chat: str, after: int = 0) -> list[Entry]:
        """What changed in a chat since a number. KeyError for a chat nobody opened."""
        return [entry for entry in self._chats[chat] if entry.seq > after]

    def commands(self, chat: str, language: Language) -> Sequence[tuple[str, str]]:
        """The commands that a chat's menu offers."""
        return self._menus.get(chat, self._menus.get("", {})).get(language, ())

    def said(self, chat: str, text: str = "", files: Sequence[Attachment] = ()) -> RawEvent:
        """A person says something: it shows in their chat, and here is the event for the desk."""
        entry = self._add(chat, "person", Part((Block(text),) if text else ()), tuple(files))
        body = {"happening": Happening.SAID, "text": text, "id": str(entry.id), "files": [vars(each) for each in files]}
        return self._event(chat, body)

    def pressed(self, chat: str, token: str) -> RawEvent:
        """A person presses a button, shown still or no more."""
        shown = reversed(self._chats[chat])
        under = next((each for each in shown if token in {choice.token for row in each.buttons for choice in row}), None)
        found = "" if under is None else str(under.replaces or under.id)
        return self._event(chat, {"happening": Happening.PRESSED, "token": token, "id": found})

    def turned(self, chat: str, *, away: bool) -> RawEvent:
        """A person blocks the desk, or takes it up again."""
        (self.blocked.add if away else self.blocked.discard)(chat)
        return self._event(chat, {"happening": Happening.BLOCKED if away else Happening.RETURNED, "id": ""})

    def _event(self, chat: str, body: Json) -> RawEvent:
        key = secrets.token_hex(8)
        return RawEvent(key, chat, {"key": key, "chat": chat, "language": self._languages.get(chat, Language.ID), **body})

    def read(self, headers: Mapping[str, str], body: bytes) -> list[RawEvent]:
        """There is no webhook here."""
        raise ValueError("the sandbox has no webhook")

    def understand(self, body: Json) -> Inbound:
        """A stored event in the desk's words."""
        files = tuple(Attachment(**each | {"kind": FileKind(each["kind"])}) for each in body.get("files", ()))
        return Inbound(
            key=body["key"], chat=body["chat"], user_key=body["chat"], happening=Happening(body["happening"]),
            language=body["language"], text=body.get("text", ""), token=body.get("token", ""), platform_id=body["id"],
            files=files,
        )  # fmt: skip

    async def send(self, chat: str, part: Part, reference: str = "") -> Receipt:
        """Show a message on a phone."""
        self._check(chat, part)
        attached = tuple(self._attached(each) for each in part.files)
        entry = self._add(chat, "bot", part, attached)
        return Receipt(str(entry.id), {each.file.id: shown.handle for each, shown in zip(part.files, attached, strict=True)})

    async def replace(self, chat: str, platform_id: str, part: Part) -> Receipt:
        """Show a message in the place of an earlier one."""
        self._check(chat, part)
        attached = tuple(self._attached(each) for each in part.files)
        self._add(chat, "bot", part, attached, self._original(chat, platform_id).id)
        return Receipt(platform_id, {})

    async def withdraw(self, chat: str, platform_id: str) -> None:
        """Show nothing in the place of an earlier message."""
        self._add(chat, "bot", Part(), (), self._original(chat, platform_id).id)

    async def acknowledge(self, event: Inbound) -> None:
        """Nothing spins here."""

    async def upload(self, enclosure: Enclosure) -> str:
        """Files lie on this machine already."""
        return enclosure.handle or enclosure.file.digest

    async def download(self, handle: str, limit: int) -> bytes:
        """The bytes behind a handle, which is their digest."""
        try:
            content = await self._files.read(handle)
        except (FileNotFoundError, ValueError) as fault:
            raise SendError(Problem.REFUSED, "no such file") from fault
        if len(content) > limit:
            raise SendError(Problem.REFUSED, "the file is too large")
        return content

    async def menu(self, chat: str, entries: Mapping[Language, Sequence[tuple[str, str]]]) -> None:
        """Keep the menu for the page."""
        self._menus[chat] = entries

    async def close(self) -> None:
        """Nothing to let go of."""

    def _check(self, chat: str, part: Part) -> None:
        """The limits of a real platform hold here too."""
        if chat in self.blocked or chat not in self._chats:
            raise SendError(Problem.GONE, "the person cannot be reached")
        text = SEPARATOR.join(bare(block.text) for block in part.blocks)
        if part.place and not (text or part.choices or part.files):
            return
        limit = self.abilities.caption_limit if part.files else self.abilities.text_limit
        if length(text, self.abilities) > limit or len(part.files) > self.abilities.album_limit or not (text or part.files):
            raise SendError(Problem.REFUSED, "no message of a size that can be sent")

    def _attached(self, enclosure: Enclosure) -> Attachment:
        file = enclosure.file
        return Attachment(file.kind, enclosure.handle or file.digest, file.name, file.mime, file.size)

    def _original(self, chat: str, platform_id: str) -> Entry:
        found = next((entry for entry in self._chats.get(chat, ()) if str(entry.id) == platform_id), None)
        if found is None or found.who != "bot":
            raise SendError(Problem.REFUSED, "no such message")
        return found

    def _add(self, chat: str, who: str, part: Part, files: tuple[Attachment, ...] = (), replaces: int | None = None) -> Entry:
        number = next(self._numbers)
        quoted = self._original(chat, part.quotes).text[:QUOTED] if part.quotes else ""
        blocks = _written(part.place) if part.place else part.blocks
        entry = Entry(number, number, who, blocks, part.choices, files, replaces, self._now(), part.menu, quoted)
        self._chats[chat].append(entry)
        return entry


def _written(place: Place) -> tuple[Block, ...]:
    """A place in words: there are no maps here."""
    return texts(place.title, place.address, f"{place.latitude}, {place.longitude}")


def showing(entries: Sequence[Entry]) -> list[Entry]:
    """A chat as it looks now: each message in its place as last changed, withdrawn ones left out."""
    shown: dict[int, Entry] = {}
    for entry in entries:
        shown[entry.replaces or entry.id] = entry
    return [entry for entry in shown.values() if entry.blocks or entry.files]
