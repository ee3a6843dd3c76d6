"""What is said about proofs in print and on the air."""

from collections.abc import Mapping
from typing import Any

from messages.card import Card, button, texts
from messages.wording import Words

Facts = Mapping[str, Any]
MEDIA = {"print": "proof-print", "tv": "proof-tv", "radio": "proof-radio"}
PROBLEMS = {"unread": "proof-unread", "file": "proof-other-file"}
PLACES = {"print": "proof-ask-page", "tv": "proof-ask-hour", "radio": "proof-ask-hour"}


def how(words: Words, facts: Facts) -> Card:
    """How proofs are sent, and how large they may be."""
    return Card(texts(words("proof-how", limit=_megabytes(facts))))


def large(words: Words, facts: Facts) -> Card:
    """A file is larger than can be fetched."""
    return Card(texts(words("proof-large", limit=_megabytes(facts))))


def _problem(words: Words, facts: Facts) -> str:
    """What was wrong with the last answer, before it is asked again."""
    return words(PROBLEMS[facts["problem"]]) if facts.get("problem") else ""


def _megabytes(facts: Facts) -> str:
    return str(facts["limit"] // 1_000_000)


def medium(words: Words, facts: Facts) -> Card:
    """Asks where it was."""
    rows = tuple((button(words(sentence), "proof_medium", version=each),) for each, sentence in MEDIA.items())
    return Card(
        texts(_problem(words, facts), words("proof-ask-medium")), (*rows, (button(words("proof-button-not"), "proof_not"),))
    )


def day(words: Words, facts: Facts) -> Card:
    """Asks when it was."""
    today = button(words("proof-button-today"), "proof_day", 0)
    return Card(
        texts(_problem(words, facts), words("proof-ask-day")), ((today, button(words("proof-button-yesterday"), "proof_day", 1)),)
    )


def place(words: Words, facts: Facts) -> Card:
    """Asks for the page, or the hour."""
    return Card(texts(_problem(words, facts), words(PLACES[facts["medium"]])))


def release(words: Words, facts: Facts) -> Card:
    """Asks of which release it is."""
    rows = tuple((button(f"{each['code']} {each['headline']}", "proof_release", each["id"]),) for each in facts["releases"])
    return Card(
        texts(_problem(words, facts), words("proof-ask-release")),
        (*rows, (button(words("proof-button-none"), "proof_release", 0),)),
    )


def taken(words: Words, facts: Facts) -> Card:
    """It is in the ledger; a person will look."""
    outlet = facts["outlet"] or words("links-no-outlet")
    about = " — ".join(each for each in (outlet, facts["release"]) if each)
    until = words("links-checked-until", release=facts["release"], when=words.short(facts["until"])) if facts["until"] else ""
    return Card(texts(words("proof-taken", code=facts["code"], about=about, proof=facts["address"]), until))


def again(words: Words, facts: Facts) -> Card:
    """The same file is here already."""
    return Card(texts(words("proof-again", code=facts["code"])))


def ended(words: Words, facts: Facts) -> Card:
    """A file could not be had, or is here already: the link does not count."""
    if facts["known"]:
        return Card(texts(words("proof-ended-known", code=facts["code"], known=facts["known"])))
    return Card(texts(words("proof-ended", code=facts["code"])))


def forgotten(words: Words, facts: Facts) -> Card:
    """Nothing was kept."""
    return Card(texts(words("proof-forgotten")))


CARDS = {
    "proof_how": how,
    "proof_large": large,
    "proof_medium": medium,
    "proof_day": day,
    "proof_place": place,
    "proof_release": release,
    "proof_taken": taken,
    "proof_again": again,
    "proof_ended": ended,
    "proof_forgotten": forgotten,
}
