"""What is said, before it is fitted to a channel: structure, never formatting."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from messages.token import Token
from storage.records import File, Language, PersonId, Purpose

# Around emphasised words of our own sentences: characters that no keyboard has and no fact may hold.
BEGIN: Final = "\ue000"
END: Final = "\ue001"
EMPHASIS: Final = re.compile(f"{BEGIN}([^{BEGIN}{END}]*){END}")


class Style(StrEnum):
    """How a block is set apart. A channel that cannot drops the style, never the words."""

    TITLE = "title"
    PLAIN = "plain"
    QUIET = "quiet"  # small print


@dataclass(frozen=True)
class Block:
    """One paragraph."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True)
class Choice:
    """A button: either a token of ours, or an address to open."""

    label: str
    token: str = ""
    url: str = ""


@dataclass(frozen=True)
class Place:
    """A point on a map, in degrees, with what is written beside it."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True)
class Card:
    """One thing to say, in one language. Choices stand in rows as given."""

    blocks: tuple[Block, ...] = ()
    choices: tuple[tuple[Choice, ...], ...] = ()
    files: tuple[int, ...] = ()  # ids of files, in order
    place: Place | None = None  # goes first, so that what is to be done stands last


@dataclass(frozen=True)
class Part:
    """Exactly one platform message."""

    blocks: tuple[Block, ...] = ()
    choices: tuple[tuple[Choice, ...], ...] = ()
    files: tuple["Enclosure", ...] = ()
    menu: str = ""  # what opens a list of choices, where the channel shows them as one
    quotes: str = ""  # the platform's id of the earlier message that it answers or amends
    template: "Template | None" = None  # said in these approved words instead
    place: Place | None = None  # a message of its own: it has neither words nor choices


@dataclass(frozen=True)
class Template:
    """A message whose words a platform approved beforehand: its name there, the values of its blanks, its buttons' tokens."""

    name: str
    language: Language
    values: tuple[str, ...] = ()  # without line breaks
    tokens: tuple[str, ...] = ()


@dataclass(frozen=True)
class Enclosure:
    """A file on its way out: the platform's handle where it has one, else what to upload from."""

    file: File
    handle: str = ""


@dataclass(frozen=True)
class Saying:
    """A card's name and its facts. This, not text, is what the outbox holds; facts are plain JSON."""

    card: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    purpose: Purpose = Purpose.REPLY
    subject: str = ""  # what it is about, such as release:231
    key: str | None = None  # the same key is said once
    replaces: str = ""  # subject of the earlier message this one takes the place of


@dataclass(frozen=True)
class News:
    """Something to say to somebody else than the sender."""

    to: PersonId
    saying: Saying


def spans(text: str) -> Iterator[tuple[str, bool]]:
    """A block's text in pieces, each with whether it is emphasised; a channel bolds or drops that, never the words."""
    for at, piece in enumerate(EMPHASIS.split(text)):
        if words := bare(piece):
            yield words, at % 2 == 1


def bare(text: str) -> str:
    """Text from outside, without the marks that only our own sentences may carry."""
    return text.translate({ord(BEGIN): None, ord(END): None})


def texts(*paragraphs: str) -> tuple[Block, ...]:
    """Plain paragraphs; empty ones are left out."""
    return tuple(Block(each) for each in paragraphs if each)


def button(label: str, action: str, object_id: int = 0, *, version: str = "", owner: int = 0) -> Choice:
    """A button of ours."""
    return Choice(label, str(Token(action, object_id, version, owner)))
