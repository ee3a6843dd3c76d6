"""A person's phone, on whichever channel a dialogue is held: it says, presses, and shows."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest

from bot.app import App
from bot.channels.base import Receipt, SendError
from bot.channels.sandbox.channel import Entry, SandboxChannel, showing
from bot.channels.telegram.client import TelegramChannel
from bot.channels.whatsapp.client import WhatsAppChannel
from bot.files import Files
from bot.inbox import take_in_updates
from messages.card import Part
from messages.inbound import Attachment
from storage import accounts
from storage.records import Account, FileKind
from tests.channels.telegram_people import Person
from tests.channels.telegram_state import Seen
from tests.channels.whatsapp_display import Seen as SeenThere
from tests.channels.whatsapp_people import Person as WhatsAppPerson
from tests.channels.whatsapp_server import WhatsAppServer


@dataclass(frozen=True)
class Shown:
    """A message as a phone shows it."""

    who: str  # bot or person
    text: str
    buttons: tuple[tuple[str, str], ...] = ()  # label and token
    files: tuple[Attachment, ...] = ()

    def __str__(self) -> str:
        """The words, with the buttons below."""
        return f"{self.text}\n{' '.join(f'[{label}]' for label, _ in self.buttons)}".strip()


class Phone(Protocol):
    """What a dialogue asks of a channel."""

    @property
    def chat(self) -> str:
        """Where the person is written to."""
        ...

    async def says(self, text: str, files: Sequence[Attachment]) -> None:
        """Send words and files; the event lies in the inbox afterwards."""
        ...

    async def presses(self, token: str) -> None:
        """Press a button, shown still or no more."""
        ...

    async def turns(self, *, away: bool) -> None:
        """Block the desk, or take it up again."""
        ...

    def vanishes(self) -> None:
        """The account is gone; nobody is told."""
        ...

    def shown(self) -> list[Shown]:
        """The chat as it looks now."""
        ...

    def news(self) -> list[Shown]:
        """What the desk said or changed since the person last spoke."""
        ...


class Scripted(SandboxChannel):
    """The sandbox, whose sends fail as a test scripts: each error once, before or after the message arrived."""

    def __init__(self, files: Files, now: Callable[[], datetime]) -> None:
        super().__init__(files, now)
        self.faults: deque[SendError | None] = deque()
        self.calls: list[tuple[str, str]] = []  # chat and first words

    async def send(self, chat: str, part: Part, reference: str = "") -> Receipt:
        """Send, or fail as scripted."""
        self.calls.append((chat, part.blocks[0].text[:40] if part.blocks else ""))
        fault = self.faults.popleft() if self.faults else None
        if fault:
            raise fault
        return await super().send(chat, part, reference)


@dataclass
class SandboxPhone:
    """A phone of the sandbox."""

    app: App
    account: Account
    channel: SandboxChannel
    chat: str
    seen: int = 0

    async def says(self, text: str, files: Sequence[Attachment]) -> None:
        """Send words and files."""
        self._mark()
        await self.app.take_in(self.account, [self.channel.said(self.chat, text, files)])

    async def presses(self, token: str) -> None:
        """Press a button."""
        self._mark()
        await self.app.take_in(self.account, [self.channel.pressed(self.chat, token)])

    async def turns(self, *, away: bool) -> None:
        """Block the desk, or take it up again."""
        self._mark()
        await self.app.take_in(self.account, [self.channel.turned(self.chat, away=away)])

    def vanishes(self) -> None:
        """The account is gone; nobody is told."""
        self.channel.blocked.add(self.chat)

    def shown(self) -> list[Shown]:
        """The chat as it looks now."""
        return [_entry(each) for each in showing(self.channel.chat(self.chat))]

    def news(self) -> list[Shown]:
        """What the desk said or changed since."""
        return [_entry(each) for each in self.channel.chat(self.chat, self.seen) if each.who == "bot"]

    def _mark(self) -> None:
        self.seen = max((entry.seq for entry in self.channel.chat(self.chat)), default=0)


@dataclass
class TelegramPhone:
    """A phone of our Bot API server."""

    app: App
    account: Account
    channel: TelegramChannel
    person: Person
    files: Path
    before: frozenset[tuple[int, str]] = frozenset()

    @property
    def chat(self) -> str:
        """The private chat's id."""
        return self.person.id

    async def says(self, text: str, files: Sequence[Attachment]) -> None:
        """Send words and files; several files are an album."""
        self._mark()
        if not files:
            self.person.says(text)
        for number, each in enumerate(files):
            content = (self.files / each.handle[:2] / each.handle).read_bytes()
            words = text if number == 0 else ""
            self.person.sends(each.kind, content, words, each.name, f"album-{text}" if len(files) > 1 else "")
        await self._polled()

    async def presses(self, token: str) -> None:
        """Press a button."""
        self._mark()
        under = [each.id for each in self.person.sees() if token in {held for row in each.buttons for _, held in row}]
        self.person.presses_token(token, under[-1] if under else 1)
        await self._polled()

    async def turns(self, *, away: bool) -> None:
        """Block the desk, or take it up again."""
        self._mark()
        self.person.blocks() if away else self.person.returns()
        await self._polled()

    def vanishes(self) -> None:
        """The account is gone; nobody is told."""
        self.person.is_deactivated()

    def shown(self) -> list[Shown]:
        """The chat as it looks now; what the person said is left out."""
        return [_seen(each) for each in self.person.sees()]

    def news(self) -> list[Shown]:
        """What the desk said or changed since."""
        return [_seen(each) for each in self.person.sees() if (each.id, repr(each)) not in self.before]

    def _mark(self) -> None:
        self.before = frozenset((each.id, repr(each)) for each in self.person.sees())

    async def _polled(self) -> None:
        async with self.app.database.read() as db:
            cursor = (await accounts.by_id(db, self.account.id)).cursor
        await take_in_updates(self.app.database, self.account, await self.channel.updates(cursor, 0), self.app.now())


@dataclass
class WhatsAppPhone:
    """A phone of our Cloud API server."""

    app: App
    account: Account
    channel: WhatsAppChannel
    server: WhatsAppServer
    person: WhatsAppPerson
    files: Path
    before: int = 0

    @property
    def chat(self) -> str:
        """Who the platform says it is."""
        return self.person.id

    async def says(self, text: str, files: Sequence[Attachment]) -> None:
        """Send words and files, one after the other: here are no albums."""
        self._mark()
        if not files:
            self.person.says(text)
        for number, each in enumerate(files):
            content = (self.files / each.handle[:2] / each.handle).read_bytes()
            kind = {FileKind.PHOTO: "image", FileKind.VOICE: "audio"}.get(each.kind, each.kind.value)
            self.person.sends(kind, content, "" if number else text, each.name, each.mime)
        await self.told()

    async def presses(self, token: str) -> None:
        """Press a button, or choose from a list."""
        self._mark()
        try:
            self.person.presses_token(token)
        except LookupError:
            pytest.skip("on WhatsApp nobody presses what they were never shown")
        await self.told()

    async def turns(self, *, away: bool) -> None:
        """Block the desk, or take it up again."""
        self._mark()
        self.person.blocks() if away else self.person.returns()
        await self.told()

    def vanishes(self) -> None:
        """The account is gone; nobody is told."""
        self.person.leaves()

    def shown(self) -> list[Shown]:
        """The chat as it looks now; what the person said is left out."""
        return [_seen_there(each) for each in self.person.sees()]

    def news(self) -> list[Shown]:
        """What the desk said since the person last spoke."""
        return self.shown()[self.before :]

    async def told(self) -> None:
        """What the platform has to tell reaches the desk, signed."""
        for body in self.server.one_by_one(self.server.take()):
            await self.app.take_in(self.account, self.channel.read(self.server.headers(body), body))

    def _mark(self) -> None:
        self.before = len(self.person.sees())


def _seen_there(seen: SeenThere) -> Shown:
    kinds = {"image": FileKind.PHOTO, "audio": FileKind.AUDIO, "video": FileKind.VIDEO}
    files = (Attachment(kinds.get(seen.kind, FileKind.DOCUMENT), seen.id),) if seen.kind else ()
    return Shown("bot", seen.text, seen.buttons, files)


def _entry(entry: Entry) -> Shown:
    buttons = tuple((each.label, each.token) for row in entry.buttons for each in row)
    return Shown(entry.who, entry.text, buttons, entry.files)


def _seen(seen: Seen) -> Shown:
    files = (Attachment(FileKind(seen.kind), seen.file),) if seen.kind else ()
    return Shown("bot", seen.text, tuple(each for row in seen.buttons for each in row), files)
