"""A release that is taken back: asked for, agreed to, and told to those who hold it."""

from collections.abc import Mapping
from typing import Any, Final

from messages.card import Card, button, texts
from messages.people import plain
from messages.wording import Words

Facts = Mapping[str, Any]


def ask(words: Words, facts: Facts) -> Card:
    """Why, and what will follow."""
    fault = words("withhold-reason-fault") if facts["fault"] else ""
    counts = {name: str(facts["counts"][name]) for name in ("waiting", "holders")}
    return Card(texts(fault, words("recall-ask", code=facts["code"], headline=facts["headline"], **counts)))


def confirm(words: Words, facts: Facts) -> Card:
    """Ask once more."""
    yes = button(words("recall-button-yes"), "recall_yes", facts["recall"])
    return Card(texts(words("recall-confirm", code=facts["code"], reason=facts["reason"])), ((yes,),))


def review(words: Words, facts: Facts) -> Card:
    """For the second person."""
    said = words("recall-review", code=facts["code"], name=facts["by"], reason=facts["reason"], headline=facts["headline"])
    yes = button(words("recall-button-agree"), "recall_agree", facts["recall"])
    return Card(texts(said), ((yes, button(words("recall-button-refuse"), "recall_refuse", facts["recall"])),))


def asked(words: Words, facts: Facts) -> Card:
    """A second person has to agree."""
    row = ((button(words("recall-button-refuse"), "recall_refuse", facts["recall"]),),) if "recall" in facts else ()
    return Card(texts(words("recall-asked", code=facts["code"], names=", ".join(facts["names"]))), row)


def waits(words: Words, facts: Facts) -> Card:
    """Nobody has decided on it yet."""
    return Card(texts(words("recall-waits", code=facts["code"], name=facts["by"])))


def recalled(words: Words, facts: Facts) -> Card:
    """For whoever holds it, or asks for it later."""
    about = {"code": facts["code"], "office": words.office, "at": words.short(facts["at"])}
    own = words("recall-yours", codes=", ".join(facts["links"])) if facts.get("links") else ""
    why = words("recall-told-why", reason=facts["reason"])
    return Card(texts(words("recall-told", **about), facts["headline"], why, own))


def done(words: Words, facts: Facts) -> Card:
    """For staff: it is taken back."""
    counts = {"cancelled": str(facts["cancelled"]), "people": str(facts["people"])}
    return Card(texts(words("recall-done", code=facts["code"], name=facts["by"], **counts)))


def dropped(words: Words, facts: Facts) -> Card:
    """It stays out; what was held waits for a word."""
    row = ((button(words("release-button-resume"), "sending_resume", facts["id"]),),) if facts["paused"] else ()
    return Card(texts(words("recall-dropped", code=facts["code"], name=facts["by"])), row)


def own(words: Words, facts: Facts) -> Card:
    """Nobody agrees with themself."""
    return Card(texts(words("recall-own", code=facts["code"])))


def no_second(words: Words, facts: Facts) -> Card:
    """There is nobody else who could agree."""
    return Card(texts(words("recall-no-second", code=facts["code"])))


CARDS: Final = {
    "recall_ask": ask,
    "recall_confirm": confirm,
    "recall_review": review,
    "recall_asked": asked,
    "recall_waits": waits,
    "release_recalled": recalled,
    "recall_done": done,
    "recall_dropped": dropped,
    "recall_own": own,
    "recall_no_second": no_second,
    "recall_gone": plain("recall-gone"),
}
