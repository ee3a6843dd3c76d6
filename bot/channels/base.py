"""THE SEAM. All that the desk asks of a platform, and the only words in which a platform may fail."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

from bot.files import Files
from messages.abilities import Abilities
from messages.card import Enclosure, Part
from messages.inbound import Inbound
from storage.records import ChannelKind, Json, Language

FILES_PAUSE: Final = 5.0  # seconds, where a bucket cannot be reached


class Problem(StrEnum):
    """What to do next, not what the platform called it."""

    BUSY = "busy"  # later: the whole account waits
    SLOW = "slow"  # later: this person alone waits
    CLOSED = "closed"  # only an approved template may open a talk with this person
    UNWANTED = "unwanted"  # this person wants no broadcasts
    FLOOD = "flood"  # the platform suspects a flood: pause what is being broadcast and ask a human
    GONE = "gone"  # this person cannot be reached
    REFUSED = "refused"  # this message will never be taken
    BROKEN = "broken"  # our set-up: pause the account
    UNSURE = "unsure"  # it may have arrived


class SendError(Exception):
    """A call that did not surely succeed. `wait` is in seconds and only for BUSY and SLOW; `moved_to` a chat's new address."""

    def __init__(self, problem: Problem, detail: str, *, wait: float = 0.0, moved_to: str = "") -> None:
        super().__init__(f"{problem}: {detail}")
        self.problem = problem
        self.detail = detail
        self.wait = wait
        self.moved_to = moved_to


class Untrusted(Exception):
    """A request that does not prove that it comes from the platform."""


@dataclass(frozen=True)
class Receipt:
    """A message the platform took. `handles` name the files that went up with it: file id -> handle."""

    platform_id: str
    handles: Mapping[int, str]


@dataclass(frozen=True)
class RawEvent:
    """One item of a batch, as it came: stored before anybody tries to understand it."""

    key: str
    chat: str
    body: Json
    album: str = ""


class Channel(Protocol):
    """One account on one platform."""

    kind: ChannelKind
    abilities: Abilities

    def read(self, headers: Mapping[str, str], body: bytes) -> list[RawEvent]:
        """Every event of a webhook's batch, in order. Raises Untrusted, or ValueError for what is no batch."""
        ...

    def understand(self, body: Json) -> Inbound:
        """A stored event in the desk's words. Pure; ValueError where it cannot be understood."""
        ...

    async def send(self, chat: str, part: Part, reference: str = "") -> Receipt:
        """Exactly one message; a platform that can repeats our `reference` when it tells what became of it. Raises SendError."""
        ...

    async def replace(self, chat: str, platform_id: str, part: Part) -> Receipt:
        """Change a message that was sent. Raises SendError."""
        ...

    async def withdraw(self, chat: str, platform_id: str) -> None:
        """Take a message back. Raises SendError."""
        ...

    async def acknowledge(self, event: Inbound) -> None:
        """Tell the platform that a press was heard. Never raises: it only stops a spinner."""
        ...

    async def upload(self, enclosure: Enclosure) -> str:
        """Put a file on the platform and give its handle; empty where it goes up with its first message."""
        ...

    async def download(self, handle: str, limit: int) -> bytes:
        """The bytes behind a handle, at most `limit`. Raises SendError."""
        ...

    async def menu(self, chat: str, entries: Mapping[Language, Sequence[tuple[str, str]]]) -> None:
        """Offer commands, each with what it does, in a chat; `chat` empty means everybody. Raises SendError."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...


@dataclass(frozen=True)
class Update:
    """One item of a poll. `number` is confirmed once it is stored; without an event it is put aside with its fault."""

    number: int
    body: Json
    event: RawEvent | None
    fault: str = ""


@runtime_checkable
class Polled(Protocol):
    """A channel whose events are fetched, not delivered."""

    async def updates(self, cursor: int, wait: float) -> list[Update]:
        """What came after number `cursor`, waiting up to `wait` seconds. Raises SendError."""
        ...


@runtime_checkable
class Hooked(Protocol):
    """A channel that can be told where to deliver its events."""

    async def start_webhook(self, url: str) -> None:
        """Have events delivered to an address. Raises SendError."""
        ...

    async def stop_webhook(self) -> None:
        """Have events wait to be fetched. Raises SendError."""
        ...


@runtime_checkable
class Named(Protocol):
    """A channel that can ask its platform for the account's public name."""

    async def about(self) -> str:
        """The name as it stands in links: a bot's without @, a number's digits. Raises SendError."""
        ...


@runtime_checkable
class Rationed(Protocol):
    """A channel whose platform lets an account write first to so many people a day."""

    async def openings(self) -> int | None:
        """How many; 0 for any number, None where the platform does not tell. Raises SendError."""
        ...


@runtime_checkable
class Challenged(Protocol):
    """A channel whose platform asks an address whether it wants events before it delivers any."""

    def challenge(self, query: Mapping[str, str]) -> str:
        """The answer to such a question. Raises Untrusted."""
        ...


@dataclass(frozen=True)
class TemplateDraft:
    """A message put forward for approval, in one language: each blank {{1}}, {{2}} … of `body` has a sample."""

    name: str
    language: Language
    category: str
    body: str
    samples: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()  # of its buttons


@dataclass(frozen=True)
class TemplateState:
    """What a platform thinks of a message it was asked to approve, in its own words."""

    name: str
    language: str
    category: str
    status: str
    quality: str = ""
    reason: str = ""


@runtime_checkable
class Templated(Protocol):
    """A channel on which some messages are approved before they are sent."""

    async def templates(self) -> list[TemplateState]:
        """Every message that the platform knows, approved or not. Raises SendError."""
        ...

    async def submit_template(self, draft: TemplateDraft) -> TemplateState:
        """Put a message forward. Raises SendError."""
        ...


async def at_hand(files: Files, enclosure: Enclosure) -> Path:
    """The file that is to be uploaded; SendError where its bytes are lost, or cannot be had now."""
    digest = enclosure.file.digest
    try:
        return await files.at_hand(digest)
    except (FileNotFoundError, ValueError):
        raise SendError(Problem.REFUSED, f"the bytes of file {enclosure.file.id} are not here") from None
    except OSError as fault:
        raise SendError(Problem.BUSY, f"file {enclosure.file.id}: {fault}", wait=FILES_PAUSE) from None


def file_name(enclosure: Enclosure) -> str:
    """A name that can stand in a header, whatever the person called the file."""
    name = re.sub(r'[\x00-\x1f\x7f"\\/]', "_", enclosure.file.name).strip()
    return name or f"{enclosure.file.kind}{enclosure.file.id}"
