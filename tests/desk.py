"""The harness of all dialogues: `says`, `presses`, `later`, `sees`."""

import struct
import zlib
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog.testing

from bot.app import App
from bot.approvals import DRAFTS
from bot.channels.base import Channel, Problem, SendError
from bot.channels.sandbox.channel import SandboxChannel
from bot.channels.telegram.client import TelegramChannel
from bot.channels.whatsapp.client import WhatsAppChannel
from bot.clock import Clock
from bot.files import Files
from bot.pace import FREE, Pace
from bot.visiting import Visiting, nowhere
from messages.inbound import Attachment
from storage import accounts, offices, outlets, people, templates
from storage.database import Database, OfficeDb
from storage.outbox import BULK, UNSENT
from storage.records import Account, ChannelKind, FileKind, Language, Medium, Office, Person, Role, Standing
from storage.tables import addresses, outbox
from storage.tables import people as people_table
from tests.channels.telegram_server import REFUSED, TelegramServer
from tests.channels.whatsapp_server import WhatsAppServer, error
from tests.phones import Phone, SandboxPhone, Scripted, TelegramPhone, WhatsAppPhone
from tests.statements import shared

Server = TelegramServer | WhatsAppServer
EVERYWHERE = pytest.mark.parametrize("setting", ["id", "en", "telegram", "whatsapp"], indirect=True)
MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # Monday 23 Nov 2026 08.00 WIB


class Somebody:
    """A person with a phone."""

    def __init__(self, desk: "Desk", phone: Phone, name: str) -> None:
        self.desk = desk
        self.phone = phone
        self.name = name

    @property
    def chat(self) -> str:
        """Where they are written to."""
        return self.phone.chat

    async def says(self, *words: str, files: Sequence[Attachment] = ()) -> None:
        """Type something, in Indonesian or English as this run goes; files go with the words."""
        await self.phone.says(self.desk.pick(words) if words else "", files)
        await self.desk.app.settle()
        if len(files) > 1:  # an album is whole a moment after its last part
            await self.desk.later(seconds=2)

    async def presses(self, *label: str) -> None:
        """Press the newest button with this label that still shows."""
        await self.presses_token(self.button(*label))

    async def presses_token(self, token: str) -> None:
        """Press a button by its token, also one that has vanished."""
        await self.phone.presses(token)
        await self.desk.app.settle()

    async def presses_to_many(self, *label: str, first: int = 1, seconds: int = 60) -> None:
        """Press a button that sends to many, of whom all but the first wait a while, as with a thousand receivers."""
        await self.phone.presses(self.button(*label))
        while await self.desk.app._dispatch.round():
            pass
        await self.desk.app._bell.ring()  # answered and launched, and nothing delivered yet
        await self.desk.slow_down(first, seconds)
        await self.desk.app.settle()

    async def leaves(self) -> None:
        """Block the desk."""
        await self.phone.turns(away=True)
        await self.desk.app.settle()

    async def returns(self) -> None:
        """Take the desk up again."""
        await self.phone.turns(away=False)
        await self.desk.app.settle()

    def button(self, *label: str) -> str:
        """The token of the newest button with this label that still shows."""
        wanted, shown = self.desk.pick(label), self._buttons()
        tokens = [token for text, token in shown if wanted in text]
        assert tokens, f"{self.name} has no button {wanted!r}, only {[text for text, _ in shown]}\n{self.reads()}"
        return tokens[-1]

    def has_no_button(self, *label: str) -> None:
        """No button with this label shows any more, where a channel can take one away."""
        if not self.desk.app.desks[self.desk.account.id].channel.abilities.can_replace:
            return
        wanted = self.desk.pick(label)
        assert not [text for text, _ in self._buttons() if wanted in text]

    def sees(self, *words: str) -> None:
        """The desk has said this since they last spoke."""
        assert self.desk.pick(words) in self.news(), f"{self.name} does not see {self.desk.pick(words)!r} in:\n{self.news()}"

    def sees_not(self, *words: str) -> None:
        """The desk has not said this since they last spoke."""
        assert self.desk.pick(words) not in self.news(), f"{self.name} sees {self.desk.pick(words)!r} in:\n{self.news()}"

    def silent(self) -> None:
        """The desk has said nothing since they last spoke."""
        assert not self.news(), f"{self.name} was told:\n{self.news()}"

    def news(self) -> str:
        """What the desk said, or changed, since they last spoke."""
        return "\n---\n".join(str(each) for each in self.phone.news())

    def reads(self) -> str:
        """The whole chat as it looks now."""
        return "\n---\n".join(f"{each.who}: {each}" for each in self.phone.shown())

    def pictures(self) -> list[Attachment]:
        """The files that the desk sent since they last spoke."""
        return [file for each in self.phone.news() for file in each.files]

    async def record(self) -> Person:
        """The person as the office knows them."""
        async with self.desk.db() as db:
            person = await people.by_user_key(db, self.desk.account, self.chat)
        assert person
        return person

    def _buttons(self) -> list[tuple[str, str]]:
        return [button for each in self.phone.shown() for button in each.buttons]


class Desk:
    """One office with its phones, and the neighbour in the same database."""

    def __init__(self, app: App, account: Account, office: Office, language: Language, server: Server | None = None) -> None:
        self.app = app
        self.account = account
        self.office = office
        self.language = language
        self.server = server
        self.log: Sequence[Mapping[str, Any]] = ()
        self.expected: set[str] = set()  # faults a test provokes
        self._chats = 0

    @property
    def channel(self) -> Scripted:
        """The office's sandbox."""
        found = self.app.desks[self.account.id].channel
        assert isinstance(found, Scripted)
        return found

    @property
    def now(self) -> datetime:
        """The desk's now."""
        return self.app.now()

    def pick(self, words: Sequence[str]) -> str:
        """What stands for this run's language; one text stands for both."""
        return words[-1] if self.language is Language.EN else words[0]

    @asynccontextmanager
    async def db(self) -> AsyncIterator[OfficeDb]:
        """The office's rows."""
        async with self.app.database.write() as every:
            yield every.of(self.office)

    async def stranger(self, name: str = "Budi Contoh") -> Somebody:
        """Somebody who has never written."""
        self._chats += 1
        channel = self.app.desks[self.account.id].channel
        if isinstance(self.server, WhatsAppServer) and isinstance(channel, WhatsAppChannel):
            met = self.server.person(name, f"62812{7_000_000 + self._chats}")
            return Somebody(self, WhatsAppPhone(self.app, self.account, channel, self.server, met, self.app.files.folder), name)
        if isinstance(self.server, TelegramServer) and isinstance(channel, TelegramChannel):
            person = self.server.person(7_000 + self._chats, name, self.language)
            return Somebody(self, TelegramPhone(self.app, self.account, channel, person, self.app.files.folder), name)
        chat = f"{self.office.id}-{self._chats}"
        self.channel.open(chat, self.language)
        return Somebody(self, SandboxPhone(self.app, self.account, self.channel, chat), name)

    async def second_app(self, name: str = "second") -> "Desk":
        """The same office on a second account, for people with two apps on their phone."""
        async with self.app.database.write() as db:
            account = await accounts.add(db, self.office, ChannelKind.SANDBOX, name, "")
        await self.app.take_on(account)
        return Desk(self.app, account, self.office, self.language)

    async def staff(self, role: Role, name: str) -> Somebody:
        """Somebody of the office, known already."""
        return await self._known(role, name)

    async def journalist(
        self, name: str, outlet: str = "Suara Contoh", hosts: Sequence[str] = (), medium: Medium = Medium.ONLINE
    ) -> Somebody:
        """A verified journalist of an outlet, which is added with its hosts where it is new."""
        async with self.db() as db:
            found = await outlets.named(db, outlet) or await outlets.add(db, outlet, medium, self.now, confirmed=True)
            for host, _, path in (each.partition("/") for each in hosts):
                await outlets.add_host(db, found.id, host, path)
        return await self._known(Role.JOURNALIST, name, outlet_id=found.id)

    async def later(self, **span: float) -> None:
        """Let time pass: later(seconds=8), later(hours=1), later(days=2)."""
        await self.app.jump(timedelta(**span))

    def refuse_next(self) -> None:
        """The platform will never take the next message that is sent."""
        if isinstance(self.server, TelegramServer):
            self.server.fail("sendMessage", REFUSED)
        elif isinstance(self.server, WhatsAppServer):
            self.server.fail("messages", error(131009))
        else:
            self.channel.faults.append(SendError(Problem.REFUSED, "as scripted"))

    async def off(self, **span: float) -> None:
        """The machine is off for a while: whatever was due meanwhile is met late."""
        self.app.clock.move_to(self.now + timedelta(**span))
        await self.app.settle()

    async def remove(self, somebody: Somebody) -> None:
        """An admin has removed them."""
        person = await somebody.record()
        async with self.db() as db:
            await people.change(db, person.id, standing=Standing.REMOVED)

    async def slow_down(self, first: int, seconds: int) -> None:
        """Whatever waits to be sent to many, but for the first of it, waits longer."""
        async with self.db() as db:
            here = (outbox.c.purpose.in_(BULK), outbox.c.state.in_(UNSENT))
            rows = await db.rows(db.of(outbox, outbox.c.id).where(*here).order_by(outbox.c.id))
            later = self.now + timedelta(seconds=seconds)
            await db.change(outbox, outbox.c.id.in_([row.id for row in rows[first:]]), not_before=later)

    async def _known(self, role: Role, name: str, **more: object) -> Somebody:
        somebody = await self.stranger(name)
        if isinstance(somebody.phone, TelegramPhone):
            somebody.phone.person.chat.reason = ""  # they have opened the chat long ago
        if isinstance(somebody.phone, WhatsAppPhone):
            somebody.phone.person.says("halo")  # they wrote this morning
            somebody.phone.server.take()
        async with self.db() as db:
            values = {"role": role, "standing": Standing.ACTIVE, "language": self.language, "registered_at": self.now}
            person_id = await db.add(people_table, name=name, created_at=self.now, **values, **more)
            place = {"account_id": self.account.id, "user_key": somebody.chat, "chat": somebody.chat}
            await db.add(addresses, person_id=person_id, said_at=self.now, **place)
        return somebody

    def photo(self, name: str = "foto.png", size: int = 0) -> Attachment:
        """A real picture; `size` is what the platform claims, where it should differ."""
        return self._file(FileKind.PHOTO, name, "image/png", _png(), size)

    def document(self, name: str = "naskah.txt", content: bytes = b"naskah") -> Attachment:
        """A document."""
        return self._file(FileKind.DOCUMENT, name, "text/plain", content, 0)

    def voice(self) -> Attachment:
        """A voice note."""
        return self._file(FileKind.VOICE, "", "audio/ogg", b"OggS", 0)

    def sticker(self) -> Attachment:
        """A sticker."""
        return self._file(FileKind.STICKER, "", "image/webp", b"RIFF", 0)

    def _file(self, kind: FileKind, name: str, mime: str, content: bytes, size: int) -> Attachment:
        return Attachment(kind, self.app.files.keep_now(content), name, mime, size or len(content))

    def neighbour_is_untouched(self) -> None:
        """Nobody next door was written to: no summary was due there and nothing else may reach them."""
        for other in self.app.desks.values():
            if other.account.office_id != self.office.id and isinstance(other.channel, SandboxChannel):
                said = [entry.text for chat in other.channel.chats() for entry in other.channel.chat(chat)]
                strange = [text for text in said if "Tetangga" not in text]
                assert not strange, strange

    def nothing_went_wrong(self) -> None:
        """No handler, sweep, job or card raised."""
        faults = [each for each in self.log if each["log_level"] in {"error", "critical"} and each["event"] not in self.expected]
        assert not faults, faults


@asynccontextmanager
async def open_desk(
    url: str, folder: Path, language: Language, server: Server | None = None, secret: str = "", clock: Clock | None = None,
    visit: Visiting = nowhere,
) -> AsyncIterator[Desk]:  # fmt: skip
    """A desk in a database whose tables are there, with a neighbour of the same shape whose ids come first.

    It speaks in a sandbox, or on the platform whose server is given. Links are looked at where `visit` leads somewhere.
    """
    database, files = shared(Database(url)), Files(folder)
    clock = clock or Clock(lambda: MORNING)
    async with database.write() as db:
        neighbour = await offices.add_office(db, "Humas Kab. Tetangga", "Asia/Jayapura")
        office = await offices.add_office(db, "Humas Kab. Teladan", "Asia/Jakarta")
        beside = await accounts.add(db, neighbour, ChannelKind.SANDBOX, "beside", "")
        account = await accounts.add(db, office, KINDS[type(server)], "desk", "")
        if isinstance(server, WhatsAppServer):
            await _approve(db.of(office), account, server, clock)

    def make(account: Account) -> Channel:
        if isinstance(server, TelegramServer) and account.kind is ChannelKind.TELEGRAM:
            return TelegramChannel(server.token, files, secret=secret, api=server.url)
        if isinstance(server, WhatsAppServer) and account.kind is ChannelKind.WHATSAPP:
            return WhatsAppChannel(
                server.token, server.phone_id, files, business_id=server.business_id, app_secret=server.app_secret,
                verify_token=server.verify_token, api=server.url,
            )  # fmt: skip
        return Scripted(files, clock.now)

    app = App(database, files, make, clock, pace=lambda _: Pace(FREE, FREE, FREE), visit=visit)  # dialogues do not wait
    await app.open()
    with structlog.testing.capture_logs() as log:
        await _look_alike(Desk(app, beside, neighbour, language))
        desk = Desk(app, account, office, language, server)
        desk.log = log
        yield desk
        desk.neighbour_is_untouched()
    await app.close()


KINDS = {
    type(None): ChannelKind.SANDBOX,
    TelegramServer: ChannelKind.TELEGRAM,
    WhatsAppServer: ChannelKind.WHATSAPP,
}


async def _approve(db: OfficeDb, account: Account, server: WhatsAppServer, clock: Clock) -> None:
    """Every template of the office has been approved long ago."""
    for each in DRAFTS:
        server.template(each.name, each.body, language=each.language.value, category=each.category, buttons=each.labels)
    known = [templates.Known(each.name, each.language, each.category, templates.APPROVED, "", "") for each in DRAFTS]
    await templates.heard(db, account.id, known, clock.now())


async def _look_alike(desk: Desk) -> None:
    """The neighbour has the same names, outlet and hosts: whoever forgets the office meets them first."""
    await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",))
    for role in (Role.ADMIN, Role.DRAFTER, Role.APPROVER, Role.VERIFIER, Role.OFFICIAL):
        await desk.staff(role, f"Tetangga {role}")


def _png() -> bytes:
    """A small grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + bytes([96 + row] * 32) for row in range(24))
    header = struct.pack(">IIBBBBB", 32, 24, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
