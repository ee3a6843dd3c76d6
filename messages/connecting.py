"""What is said when somebody's channels become one person's."""

from collections.abc import Mapping
from typing import Any

from messages.card import Card, Choice, button, texts
from messages.people import plain
from messages.wording import Words
from storage.records import ChannelKind

Facts = Mapping[str, Any]
CHANNELS = {
    ChannelKind.TELEGRAM: "connect-channel-telegram",
    ChannelKind.WHATSAPP: "connect-channel-whatsapp",
    ChannelKind.SANDBOX: "connect-channel-sandbox",
}


def code(words: Words, facts: Facts) -> Card:
    """Six digits, and where to type them."""
    return Card(texts(words("connect-code", code=facts["code"]), words("connect-code-how", minutes=facts["minutes"])))


def merge(words: Words, facts: Facts) -> Card:
    """Whether two who are registered are one person."""
    row = (button(words("connect-button-yes"), "connect_yes", facts["id"]), button(words("connect-button-no"), "connect_no"))
    return Card(texts(words("connect-merge", name=facts["name"])), (row,))


def done(words: Words, facts: Facts) -> Card:
    """They are one person's now, and where broadcasts go."""
    undo = (button(words("connect-button-undo"), "connect_undo", facts["id"]),)
    return Card(texts(words("connect-done"), _where(words, facts)), (*_choices(words, facts), undo))


def preferred(words: Words, facts: Facts) -> Card:
    """Where broadcasts go from now on."""
    return Card(texts(_where(words, facts)), _choices(words, facts))


def channel(words: Words, kind: str) -> str:
    """A channel's name."""
    return words(CHANNELS[ChannelKind(kind)])


def _where(words: Words, facts: Facts) -> str:
    chosen = next((each for each in facts["chats"] if each["preferred"]), facts["chats"][0])
    return words("connect-where", channel=channel(words, chosen["kind"]))


def _choices(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    return (tuple(button(channel(words, each["kind"]), "connect_to", each["id"]) for each in facts["chats"]),)


CARDS = {
    "connect_how": plain("connect-how"),
    "connect_code": code,
    "connect_wrong": plain("connect-wrong"),
    "connect_same": plain("connect-same"),
    "connect_staff": plain("connect-staff"),
    "connect_merge": merge,
    "connect_waits": plain("connect-waits"),
    "connect_kept_apart": plain("connect-kept-apart"),
    "connect_done": done,
    "connect_preferred": preferred,
    "connect_undone": plain("connect-undone"),
}
