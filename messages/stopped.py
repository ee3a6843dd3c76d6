"""What admins are told of an account that was stopped because it only failed."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.connecting import channel
from messages.wording import Words

Facts = Mapping[str, Any]


def stopped(words: Words, facts: Facts) -> Card:
    """Which account, what the platform says, and what can be done."""
    title = Block(words("stopped-title", channel=channel(words, facts["kind"])), Style.TITLE)
    said = texts(words("stopped-waits"), words("stopped-why", why=facts["why"]), words("stopped-ways"))
    return Card((title, *said), ((button(words("stopped-button-resume"), "account_resume", facts["id"]),),))


def resumed(words: Words, facts: Facts) -> Card:
    """It goes on."""
    return Card(texts(words("stopped-resumed")))


CARDS = {"account_stopped": stopped, "account_resumed": resumed}
