"""The shape of a handler: a function from what happened to what to say. It never sends, commits or waits."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from handlers.when import moment_of
from messages.abilities import Abilities
from messages.card import News, Saying
from messages.inbound import Inbound
from messages.token import Token
from storage.database import OfficeDb
from storage.records import Account, Json, Person

# As the `replaces` of a saying: the message whose button was pressed.
PRESSED: Final = "pressed"


@dataclass(frozen=True)
class Turn:
    """What a handler works with. One transaction, one office; committed by dispatch, never here."""

    db: OfficeDb
    person: Person  # known and permitted already; a stranger is a person with the role GUEST
    account: Account  # on which they speak
    abilities: Abilities  # of the channel they speak on
    now: datetime
    kept: Json = field(default_factory=dict)  # what this conversation has gathered
    argument: str = ""  # what followed the command's words
    token: Token = field(default_factory=lambda: Token(""))  # of the pressed button

    @property
    def version(self) -> str:
        """The version that they saw: the pressed button's, or the one whose question they answer in words."""
        return str(self.token.version if self.token.action else self.kept.get("version", ""))

    @property
    def moment(self) -> datetime | None:
        """The moment that was read back to them and is confirmed: the button's, or the form's."""
        if carried := moment_of(self.token.version):
            return carried
        held = self.kept.get("moment")
        return datetime.fromisoformat(held) if held else None


@dataclass(frozen=True)
class Reply:
    """What to say, to whom, and which step hears the next words."""

    cards: tuple[Saying, ...] = ()  # to the sender
    news: tuple[News, ...] = ()  # to others
    then: str | None = None  # None ends the conversation
    keep: Json = field(default_factory=dict)


Handler = Callable[[Inbound, Turn], Awaitable[Reply]]
Taker = Callable[[Inbound, Turn], Awaitable[bool]]


def say(card: str, *, then: str | None = None, keep: Json | None = None, **facts: object) -> Reply:
    """A reply of one card."""
    return Reply((Saying(card, facts),), then=then, keep=keep or {})


def instead(card: str, **facts: object) -> Reply:
    """A reply that takes the place of the message whose button was pressed, and with it of its buttons."""
    return Reply((Saying(card, facts, replaces=PRESSED),))


@dataclass(frozen=True)
class Sweep:
    """Something done unasked, per office.

    `due` gives when there is next something to do, None for nothing. `run` does what is due by `now` in one
    short transaction, and is called again while `due` is past. `tidies` where it tells nobody anything, so that it goes on
    while what is old is held after a restore.
    """

    name: str
    due: Callable[[OfficeDb, datetime], Awaitable[datetime | None]]
    run: Callable[[OfficeDb, datetime], Awaitable[tuple[News, ...]]]
    tidies: bool = False
