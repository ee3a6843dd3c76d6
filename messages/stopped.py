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


def not_run(words: Words, facts: Facts) -> Card:
    """What was due and has not run, and what to do about it."""
    name = words("late-summary") if facts["name"] == "summary" else facts["name"]
    return Card(texts(words("late-said", name=name, at=words.short(facts["due"])), words("late-ways")))


CARDS = {"account_stopped": stopped, "account_resumed": resumed, "not_run": not_run}
