"""The contract's world on Telegram: our channel before our server."""

from itertools import count
from pathlib import Path

from bot.channels.telegram.client import TelegramChannel
from bot.files import Files
from messages.inbound import Inbound
from storage.records import Language
from tests.channels.contract import Shown
from tests.channels.telegram_people import Person
from tests.channels.telegram_server import TelegramServer
from tests.channels.telegram_state import Seen

SECRET = "planted-secret_of_the_webhook"


class TelegramWorld:
    """People with Telegram on their phones."""

    def __init__(self, server: TelegramServer, folder: Path, patience: float = 5.0) -> None:
        self.server = server
        self.files = Files(folder)
        self.channel = TelegramChannel(server.token, self.files, secret=SECRET, api=server.url, patience=patience)
        self.people: dict[str, Person] = {}
        self._numbers = count(501)
        self._cursor = 0

    def somebody(self) -> Person:
        """A person whose chat with the bot is open."""
        person = self.server.person(next(self._numbers), "Rina Contoh")
        person.starts()
        self.server.state.pending.clear()
        self.people[person.id] = person
        return person

    def person(self) -> str:
        return self.somebody().id

    def nobody(self) -> str:
        return "99999"

    def blocks(self, chat: str) -> None:
        self.people[chat].blocks()

    def shows(self, chat: str) -> list[Shown]:
        albums: dict[str, list[Seen]] = {}
        for each in self.people[chat].sees():
            albums.setdefault(each.album or str(each.id), []).append(each)
        return [shown(each) for each in albums.values()]

    async def hears(self) -> list[Inbound]:
        """What came in since the last look."""
        found = await self.channel.updates(self._cursor, 0)
        self._cursor = max([self._cursor, *(each.number for each in found)])
        return [self.channel.understand(each.event.body) for each in found if each.event]

    async def says(self, chat: str, text: str = "", document: bytes = b"") -> Inbound:
        person = self.people[chat]
        _ = person.sends("document", document, text, "naskah.docx") if document else person.says(text)
        return (await self.hears())[-1]

    async def presses(self, chat: str, label: str) -> Inbound:
        self.people[chat].presses(label)
        return (await self.hears())[-1]

    def spinning(self) -> int:
        return list(self.server.state.queries.values()).count(False)

    def uploads(self) -> int:
        return self.server.state.uploads

    def offered(self, chat: str, language: Language) -> list[str]:
        code = "" if language is Language.ID else language.value
        return [each["command"] for each in self.server.state.commands[chat or "all_private_chats", code]]


def shown(messages: list[Seen]) -> Shown:
    """One message, or the several of an album as the one that people see."""
    buttons = tuple(button for each in messages for row in each.buttons for button in row)
    files = tuple(each.kind for each in messages if each.kind)
    return Shown(",".join(str(each.id) for each in messages), "".join(each.text for each in messages), buttons, files)
