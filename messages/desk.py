"""What the desk says whatever the feature: help, and the answers to what it cannot use."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.fit import Phrases
from messages.wording import Words
from storage.records import Role, Standing

Facts = Mapping[str, Any]

# What help lists, by role: the sentences of each.
QUOTING = ("quote-can-propose",)
ANSWERING = ("inquiry-can-answer",)
DRAFTING = (
    "desk-can-draft", "desk-can-send", "desk-can-report", "correction-can", "segment-can", "embargo-can", "desk-can-invite-media",
    "officials-can-note", "desk-can-announce", "crisis-can-report",
)  # fmt: skip
JUDGING = ("desk-can-queue", "desk-can-appeals")
RULING = (
    "desk-can-recap",
    "desk-can-pack",
    "desk-can-team",
    "crisis-can",
    "holidays-can",
    "desk-can-invite",
    "desk-can-rule",
    "desk-can-block",
    "desk-can-data",
    "desk-can-audit",
)
HELP: dict[str, tuple[str, ...]] = {
    Role.GUEST: ("desk-can-register",),
    Role.JOURNALIST: (
        "desk-can-links", "proof-can", "desk-can-status", "desk-can-appeal", "desk-can-rules", "desk-can-releases",
        "desk-can-events", "inquiry-can-ask",
        "subscription-can", "plain-can", "desk-can-pause", "desk-can-leave", "desk-can-privacy",
    ),
    Role.DRAFTER: (*DRAFTING, *QUOTING, *ANSWERING, "desk-can-releases"),
    Role.VERIFIER: (
        *JUDGING, *ANSWERING, "group-can-bring", "desk-can-links-all", "desk-can-recap", "desk-can-applicants",
        "desk-can-outlets", "desk-can-import", "desk-can-block", "desk-can-releases",
    ),
    Role.APPROVER: (
        "desk-can-approve", *DRAFTING, *QUOTING, *ANSWERING, "crisis-can", "desk-can-summary", "officials-can-report",
        "desk-can-recap-read",
    ),
    Role.OFFICIAL: (
        "desk-can-summary", "quote-can-agree", "officials-can-report", "officials-can-ask", "officials-can-delegate",
        "desk-can-releases",
    ),
    Role.ADMIN: (
        *DRAFTING, *QUOTING, "desk-can-approve", *ANSWERING, *JUDGING, "group-can-bring", "desk-can-applicants",
        "desk-can-outlets", "desk-can-import", *RULING,
    ),
    Role.AUDITOR: ("desk-can-audit", "desk-can-pack", "desk-can-recap-read", "desk-can-releases"),
    Role.TREASURER: ("desk-can-recap-read", "desk-can-releases"),
    Role.DELEGATE: ("desk-can-summary", "officials-can-report", "officials-can-ask", "desk-can-releases"),
}  # fmt: skip
WAITING = ("desk-can-mend", "desk-can-add", "desk-can-withdraw")
KNOWN = ("desk-can-today", "desk-can-find")
BILLED: dict[str, tuple[str, ...]] = {  # where there is a WhatsApp number
    Role.DRAFTER: ("cost-can",),
    Role.APPROVER: ("cost-can",),
    Role.ADMIN: ("cost-can", "cost-can-set"),
}
SEVERAL = ("desk-can-connect",)  # where there are several apps to write in
EVERYBODY = ("desk-can-language", "desk-can-cancel")
GREETED = {Role.JOURNALIST: "journalist", Role.GUEST: "journalist", Role.OFFICIAL: "official"}
REFUSALS: dict[str, str] = {
    Standing.NEW: "desk-register-first",
    Standing.LEFT: "desk-register-first",
    Standing.WAITING: "desk-still-waiting",
    Standing.REMOVED: "desk-removed",
    Standing.MERGED: "desk-register-first",
    "blocked": "desk-blocked",
}


def show_help(words: Words, facts: Facts) -> Card:
    """What somebody of this role can ask for."""
    known, waiting = facts["standing"] in {Standing.ACTIVE, Standing.PAUSED}, facts["standing"] == Standing.WAITING
    staying = known and facts["role"] != Role.GUEST
    lines = WAITING if waiting else (*KNOWN, *HELP[facts["role"]]) if staying else HELP[Role.GUEST]
    billed = BILLED.get(facts["role"], ()) if staying and facts.get("billed") else ()
    able = "\n".join("• " + words(line) for line in (*lines, *billed, *(SEVERAL if facts.get("several") else ()), *EVERYBODY))
    blocks = (Block(words("desk-help-title", office=words.office), Style.TITLE), *texts(able, words("desk-help-end")))
    return Card(blocks, () if known or waiting else _register(words))


def greeting(words: Words, facts: Facts) -> Card:
    """A greeting, by the part of the day; who waits hears how it stands."""
    who = GREETED.get(facts["role"], "staff")
    waiting = facts["standing"] == Standing.WAITING
    said = (
        words("desk-salam") if facts["salam"] else "",
        words("desk-greeting", part=facts["part"], who=who),
        words("desk-still-waiting", office=words.office) if waiting else words("desk-greeting-can"),
    )
    return Card(texts(" ".join(each for each in said if each)))


def choices(words: Words, facts: Facts) -> Card:
    """A number was typed that is none of a choice."""
    listed = "\n".join(f"{at}. {each}" for at, each in enumerate(facts["choices"], 1))
    return Card(texts(words("desk-choices"), listed))


def not_understood(words: Words, facts: Facts) -> Card:
    """The first time."""
    return Card(texts(words("desk-not-understood")), ((button(words("desk-button-help"), "help"),),))


def refused(words: Words, facts: Facts) -> Card:
    """Somebody may not do this: what they are to us decides what we suggest."""
    sentence = REFUSALS.get(facts["standing"], "desk-not-allowed")
    said = words(sentence, office=words.office, contact=words.contact)
    return Card(texts(said), _register(words) if sentence == "desk-register-first" else ())


def nothing_waits(words: Words, facts: Facts) -> Card:
    """What was announced has been read already."""
    return Card(texts(words("desk-nothing-waits")))


def stale(words: Words, facts: Facts) -> Card:
    """A button that leads nowhere any more."""
    return Card(texts(words("desk-stale")))


def foreign(words: Words, facts: Facts) -> Card:
    """A button made for somebody else."""
    return Card(texts(words("desk-foreign")))


def cancelled(words: Words, facts: Facts) -> Card:
    """What was begun is dropped."""
    return Card(texts(words("desk-cancelled")))


def nothing_to_cancel(words: Words, facts: Facts) -> Card:
    """Nothing had been begun."""
    return Card(texts(words("desk-nothing-to-cancel")), ((button(words("desk-button-help"), "help"),),))


def words_please(words: Words, facts: Facts) -> Card:
    """A voice note, a sticker or a picture where words are needed."""
    return Card(texts(words("desk-words-please"), words("desk-form-stays") if facts["in_form"] else ""))


def form_waits(words: Words, facts: Facts) -> Card:
    """After a look-up in the middle of a form."""
    return Card(texts(words("desk-form-waits")))


def form_left(words: Words, facts: Facts) -> Card:
    """Another command ended a form."""
    return Card(texts(words("desk-form-left")))


def too_long(words: Words, facts: Facts) -> Card:
    """More text than the desk reads at once."""
    return Card(texts(words("desk-too-long", limit=facts["limit"])))


def failed(words: Words, facts: Facts) -> Card:
    """We could not work on what they sent, tried three times."""
    return Card(texts(words("desk-failed")))


def slower(words: Words, facts: Facts) -> Card:
    """They write so fast that they wait a little."""
    return Card(texts(words("desk-slower")))


def phrases(words: Words) -> Phrases:
    """What a channel needs in words that asks in its own way."""
    return Phrases(words("desk-choose"), words("desk-more"), words("desk-prompt"))


def _register(words: Words) -> tuple[tuple[Any, ...], ...]:
    return ((button(words("desk-button-register"), "register"),),)


CARDS = {
    "help": show_help,
    "desk_greeting": greeting,
    "desk_not_understood": not_understood,
    "desk_choices": choices,
    "desk_refused": refused,
    "desk_stale": stale,
    "desk_nothing_waits": nothing_waits,
    "desk_foreign": foreign,
    "desk_cancelled": cancelled,
    "desk_nothing_to_cancel": nothing_to_cancel,
    "desk_words_please": words_please,
    "desk_form_waits": form_waits,
    "desk_form_left": form_left,
    "desk_too_long": too_long,
    "desk_failed": failed,
    "desk_slower": slower,
}
