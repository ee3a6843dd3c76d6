"""The contract's world on WhatsApp: our channel before our server."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

from bot.channels.whatsapp.client import WhatsAppChannel
from bot.files import Files
from messages.inbound import Inbound
from storage.records import Language
from tests.channels.contract import Shown
from tests.channels.whatsapp_display import Seen
from tests.channels.whatsapp_people import Person
from tests.channels.whatsapp_server import WhatsAppServer

PRESSES = ("interactive", "button")
KINDS = {"image": "photo"}  # what the platform calls otherwise than the desk


class WhatsAppWorld:
    """People with WhatsApp on their phones."""

    def __init__(self, server: WhatsAppServer, folder: Path, patience: float = 5.0) -> None:
        self.server = server
        self.files = Files(folder)
        self.channel = WhatsAppChannel(
            server.token, server.phone_id, self.files, business_id=server.business_id, app_secret=server.app_secret,
            verify_token=server.verify_token, api=server.url, patience=patience,
        )  # fmt: skip
        self.people: dict[str, Person] = {}
        self._numbers = count(501)

    def somebody(self) -> Person:
        """A person who has just written, so that their window is open."""
        person = self.server.person("Rina Contoh", f"62812345{next(self._numbers)}")
        person.says("halo")
        self.server.take()
        self.people[person.id] = person
        return person

    def person(self) -> str:
        return self.somebody().id

    def nobody(self) -> str:
        return "628999999999"

    def blocks(self, chat: str) -> None:
        self.people[chat].blocks()

    def shows(self, chat: str) -> list[Shown]:
        return [shown(each) for each in self.people[chat].sees()]

    async def hears(self) -> list[Inbound]:
        """What came in since the last look, through a signed notification each."""
        told = self.server.one_by_one(self.server.take())
        events = [event for body in told for event in self.channel.read(self.server.headers(body), body)]
        return [self.channel.understand(each.body) for each in events]

    async def says(self, chat: str, text: str = "", document: bytes = b"") -> Inbound:
        person = self.people[chat]
        _ = person.sends("document", document, text, "naskah.docx") if document else person.says(text)
        return (await self.hears())[-1]

    async def presses(self, chat: str, label: str) -> Inbound:
        self.people[chat].presses(label)
        return (await self.hears())[-1]

    def spinning(self) -> int:
        said = [each for person in self.people.values() for each in person.contact.said.values()]
        return sum(each["type"] in PRESSES and each["id"] not in self.server.state.typing for each in said)

    def uploads(self) -> int:
        return self.server.state.uploads

    def offered(self, chat: str, language: Language) -> list[str]:
        return []  # there are no menus


@asynccontextmanager
async def playing(folder: Path) -> AsyncIterator[WhatsAppWorld]:
    """A world on a server of its own, which at the end has seen nothing that the platform's examples forbid."""
    async with WhatsAppServer() as server:
        world = WhatsAppWorld(server, folder)
        yield world
        await world.channel.close()
        assert server.violations == []


def shown(seen: Seen) -> Shown:
    """A message as the contract looks at it."""
    files = (KINDS.get(seen.kind, seen.kind),) if seen.kind else ()
    return Shown(seen.id, seen.text, seen.buttons, files, seen.quotes, seen.raw)
