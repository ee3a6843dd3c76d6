"""The sandbox keeps the contract of every channel."""

import hashlib
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from bot.channels.sandbox.channel import SandboxChannel, showing
from bot.files import Files
from messages.inbound import Attachment, Inbound
from storage.records import FileKind, Language
from tests.channels.contract import ContractSuite, Shown


class SandboxWorld:
    """Phones in memory."""

    def __init__(self, folder: Path) -> None:
        self.files = Files(folder)
        self.channel = SandboxChannel(self.files, lambda: datetime(2026, 11, 23, 1, tzinfo=UTC))
        self._numbers = count(1)

    def person(self) -> str:
        chat = f"p{next(self._numbers)}"
        self.channel.open(chat)
        return chat

    def nobody(self) -> str:
        return "nobody"

    def blocks(self, chat: str) -> None:
        self.channel.turned(chat, away=True)

    def shows(self, chat: str) -> list[Shown]:
        entries = [each for each in showing(self.channel.chat(chat)) if each.who == "bot"]
        return [
            Shown(
                str(each.replaces or each.id),
                each.text,
                tuple((button.label, button.token or button.url) for row in each.buttons for button in row),
                tuple(file.kind.value for file in each.files),
            )
            for each in entries
        ]

    async def says(self, chat: str, text: str = "", document: bytes = b"") -> Inbound:
        files = []
        if document:
            digest = await self.files.keep(document)
            assert digest == hashlib.sha256(document).hexdigest()
            files.append(Attachment(FileKind.DOCUMENT, digest, "naskah.docx"))
        return self.channel.understand(self.channel.said(chat, text, files).body)

    async def presses(self, chat: str, label: str) -> Inbound:
        token = next(token for each in self.shows(chat) for text, token in each.buttons if text == label)
        return self.channel.understand(self.channel.pressed(chat, token).body)

    async def hears(self) -> list[Inbound]:
        return []  # what is sent is shown at once

    def spinning(self) -> int:
        return 0  # nothing spins there

    def uploads(self) -> int:
        return 0  # files lie on this machine already

    def offered(self, chat: str, language: Language) -> list[str]:
        return [name for name, _ in self.channel.commands(chat, language)]


class TestSandbox(ContractSuite):
    """The contract, in the sandbox."""

    @pytest.fixture
    def world(self, tmp_path: Path) -> SandboxWorld:
        return SandboxWorld(tmp_path)
