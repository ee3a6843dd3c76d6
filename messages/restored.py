"""What admins are asked after a restore, and what became of it."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.wording import Words

Facts = Mapping[str, Any]
KINDS = {
    "messages": "restored-messages", "releases": "restored-releases", "announcements": "restored-announcements",
    "events": "restored-events",
}  # fmt: skip


def ask(words: Words, facts: Facts) -> Card:
    """What is held, from when, and both ways out."""
    title = Block(words("restored-title", until=words.moment(facts["until"])), Style.TITLE)
    held = [words(sentence, count=facts[kind]) for kind, sentence in KINDS.items() if facts[kind]]
    oldest = words("restored-oldest", oldest=words.moment(facts["oldest"])) if facts["oldest"] else ""
    send = button(words("restored-button-send"), "restored_send", version=facts["restore"])
    drop = button(words("restored-button-drop"), "restored_drop", version=facts["restore"])
    counted = "\n".join([*held, *([oldest] if oldest else [])])
    return Card((title, *texts(words("restored-why"), counted, words("restored-ways"))), ((send, drop),))


def told(words: Words, facts: Facts) -> Card:
    """It was decided, by the reader or by somebody else."""
    said = words("restored-sent" if facts["send"] else "restored-dropped")
    return Card(texts(words("restored-by", by=facts["by"]) if facts["by"] else "", said))


def nothing(words: Words, facts: Facts) -> Card:
    """Nothing is held."""
    return Card(texts(words("restored-decided", by=facts["by"]) if facts["by"] else words("restored-nothing")))


CARDS = {"restored_ask": ask, "restored_told": told, "restored_nothing": nothing}
