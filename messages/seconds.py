"""Decisions that wait for a second person: what was proposed, by whom, and what the second may do."""

from collections.abc import Mapping
from typing import Any

from messages.card import Card, Choice, button, texts
from messages.links import reason, state
from messages.wording import Words

Facts = Mapping[str, Any]


def line(words: Words, held: Facts) -> str:
    """What somebody proposes; empty where nobody does."""
    if not held:
        return ""
    would = state(words, held["state"])
    said = words("seconds-own", state=would) if held["own"] else words("seconds-by", by=held["by"], state=would)
    return words("seconds-because", said=said, reason=reason(words, held["reason"])) if held["reason"] else said


def choices(words: Words, held: Facts) -> tuple[tuple[Choice, ...], ...]:
    """To confirm what another proposes, or to take back one's own."""
    if not held:
        return ()
    if held["own"]:
        return ((button(words("seconds-button-back"), "second_back", held["id"]),),)
    label = words("seconds-button-confirm", state=state(words, held["state"]))
    return ((button(label, "second_yes", held["id"]),),)


def proposed(words: Words, facts: Facts) -> Card:
    """It waits for a second person; said plainly where there is none."""
    said = words("seconds-proposed", code=facts["code"], state=state(words, facts["state"]))
    nobody = "" if facts["others"] else words("seconds-nobody")
    return Card(texts(said, nobody), ((button(words("seconds-button-back"), "second_back", facts["id"]),),))


def wanted(words: Words, facts: Facts) -> Card:
    """To those who may confirm."""
    return Card(texts(words("seconds-wanted", number=facts["number"])), ((button(words("links-button-queue"), "queue"),),))


def own(words: Words, facts: Facts) -> Card:
    """Nobody is their own second."""
    return Card(texts(words("seconds-other", code=facts["code"])))


def dropped(words: Words, facts: Facts) -> Card:
    """Taken back."""
    return Card(texts(words("seconds-dropped", code=facts["code"])), ((button(facts["code"], "link_show", facts["id"]),),))


CARDS = {"second_proposed": proposed, "second_wanted": wanted, "second_own": own, "second_dropped": dropped}
