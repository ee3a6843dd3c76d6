"""What a journalist follows, and how they want to be told."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.people import plain
from messages.topics import TOPICS
from messages.wording import Words

Facts = Mapping[str, Any]
MODES = {"direct": "subscription-direct", "digest": "subscription-digest", "invitations": "subscription-invitations"}
DISASTERS = {
    "direct": "subscription-disaster-direct", "digest": "subscription-disaster-digest", "never": "subscription-disaster-never",
}  # fmt: skip


def subscription(words: Words, facts: Facts) -> Card:
    """All of it, with what can be pressed; numbers count in the same order."""
    topics = [_chosen(words(TOPICS[each]), "sub_topic", each, on=_followed(facts, each)) for each in TOPICS]
    modes = [_chosen(words(MODES[each]), "sub_mode", each, on=each == facts["mode"]) for each in MODES]
    rows = (*(tuple(topics[at : at + 2]) for at in range(0, len(topics), 2)), *((each,) for each in modes))
    unknown = words("subscription-unknown") if facts["unknown"] else ""
    mode = words("subscription-mode", mode=words(MODES[facts["mode"]]))
    hours = words("subscription-hours") if "digest" in {facts["mode"], facts["disaster"]} else ""
    title = Block(words("subscription-title"), Style.TITLE)
    told = texts(unknown, mode, hours, words(DISASTERS[facts["disaster"]]), words("subscription-how"))
    return Card((title, *told), rows)


def _followed(facts: Facts, topic: str) -> bool:
    return facts["disaster"] != "never" if topic == "disaster" else topic not in facts["muted"]


def _chosen(label: str, action: str, version: str, *, on: bool) -> Choice:
    return button(f"✅ {label}" if on else label, action, version=version)


def sure(words: Words, facts: Facts) -> Card:
    """Whether disasters may really come later, or not at all."""
    keep = button(words("subscription-keep-direct"), "sub_disaster", version="direct")
    digest = button(words("subscription-digest"), "sub_disaster", version="digest")
    never = button(words("subscription-never"), "sub_disaster", version="never")
    return Card(texts(words("subscription-sure")), ((keep,), (digest, never)))


def done(words: Words, facts: Facts) -> Card:
    """It is kept already; this ends the form."""
    return Card(texts(words("subscription-done")))


CARDS = {
    "subscription": subscription, "subscription_sure": sure, "subscription_done": done, "plain_on": plain("plain-on"),
    "plain_off": plain("plain-off"),
}  # fmt: skip
