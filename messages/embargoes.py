"""Releases under embargo: the terms, who agreed, a change of the hour, its end, and what came before it."""

from collections.abc import Mapping
from typing import Any, Final

from messages.card import Block, Card, Style, button, texts
from messages.people import plain
from messages.release_reading import release_sent, signature
from messages.wording import Words

Facts = Mapping[str, Any]


def embargoed(words: Words, facts: Facts) -> Card:
    """The headline and the terms; the text comes with the agreement."""
    asked = words("embargo-asked", moment=words.moment(facts["embargo"])) if facts["embargo"] else ""
    blocks = (Block(facts["headline"], Style.TITLE), *texts(asked), Block(signature(words, facts), Style.QUIET))
    return Card(blocks, ((button(words("embargo-button-agree"), "embargo_agree", facts["id"]),),))


def opened(words: Words, facts: Facts) -> Card:
    """It is over: the release itself."""
    whole = release_sent(words, facts)
    return Card((*texts(words("embargo-opened", code=facts["code"])), *whole.blocks), whole.choices, whole.files)


def changed(words: Words, facts: Facts) -> Card:
    """Another hour, for whoever has the terms."""
    moments = {"until": words.moment(facts["until"]), "was": words.moment(facts["was"])}
    return Card(texts(words("embargo-changed", code=facts["code"], **moments), facts["headline"]))


def shown(words: Words, facts: Facts) -> Card:
    """How it stands, and how an hour is said."""
    fault = words(FAULTS[facts["fault"]]) if facts["fault"] else ""
    if facts["opened"]:
        stands = words("embargo-was-opened", code=facts["code"], moment=words.moment(facts["opened"]))
    elif facts["until"]:
        stands = words("embargo-stands", code=facts["code"], moment=words.moment(facts["until"]))
    else:
        stands = words("embargo-none", code=facts["code"])
    lines = [words("embargo-agreed", name=each["name"], moment=words.short(each["at"])) for each in facts["agreed"]]
    more = words("embargo-agreed-more", count=facts["more"]) if facts["more"] else ""
    how = "" if facts["opened"] else words("embargo-how")
    return Card(texts(fault, stands, "\n".join(lines), more, how))


def ask_change(words: Words, facts: Facts) -> Card:
    """Really? Everybody who has it is told."""
    until = words("embargo-ask-change", code=facts["code"], moment=words.moment(facts["until"])) if facts["until"] else ""
    question = until or words("embargo-ask-open", code=facts["code"])
    yes = button(words("embargo-button-change"), "embargo_change", facts["id"], version=facts["seconds"])
    return Card(texts(question), ((yes,),))


def hour_set(words: Words, facts: Facts) -> Card:
    """The new hour holds."""
    return Card(texts(words("embargo-set", code=facts["code"], moment=words.moment(facts["until"]), count=facts["people"])))


def opening(words: Words, facts: Facts) -> Card:
    """It is opened now."""
    return Card(texts(words("embargo-opening", code=facts["code"])))


def approvers_only(words: Words, facts: Facts) -> Card:
    """It was approved with its hour."""
    return Card(texts(words("embargo-approvers-only", code=facts["code"])))


def over(words: Words, facts: Facts) -> Card:
    """For staff: it is open, to how many that was told, and how many had agreed."""
    return Card(texts(words("embargo-over", code=facts["code"], count=facts["people"], agreed=str(facts["agreed"]))))


def early(words: Words, facts: Facts) -> Card:
    """For staff: a link that came before the hour; what follows is for people to decide."""
    moments = {"at": words.moment(facts["at"]), "until": words.moment(facts["until"])}
    said = words(
        "embargo-early", link=facts["link"], outlet=facts["outlet"] or words("embargo-no-outlet"), code=facts["code"], **moments
    )
    return Card(texts(said), ((button(facts["link"], "link_show", facts["link_id"]),),))


FAULTS: Final = {
    "not_a_moment": "release-moment-not",
    "past": "release-moment-past",
    "no_time": "release-moment-no-time",
    "no_such_date": "release-moment-no-such-date",
    "too_far": "release-moment-too-far",
}
CARDS: Final = {
    "release_embargoed": embargoed,
    "embargo_opened": opened,
    "embargo_changed": changed,
    "embargo_shown": shown,
    "embargo_ask_change": ask_change,
    "embargo_set": hour_set,
    "embargo_opening": opening,
    "embargo_approvers_only": approvers_only,
    "embargo_kept": plain("embargo-kept"),
    "embargo_over": over,
    "embargo_early": early,
}
