"""Whom a release is for: the line that says it, the groups that staff keep, and the decision to leave somebody out."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from messages.card import Card, button, texts
from messages.people import plain
from messages.wording import Words

Facts = Mapping[str, Any]


def narrowed(words: Words, kept: Sequence[str]) -> list[str]:
    """The districts and groups by name, and who is left out."""
    return [words(KINDS[kind], name=name) for kind, _, name in (each.partition(":") for each in kept) if kind in KINDS]


def names_line(words: Words, facts: Facts) -> str:
    """Some of those whom it reaches, by name."""
    names, more = ", ".join(facts["names"]), facts["people"] - len(facts["names"])
    if not names:
        return words("segment-nobody")
    return words("segment-names", names=names) if more <= 0 else words("segment-names-more", names=names, count=more)


def withheld_line(words: Words, facts: Facts) -> str:
    """That somebody is left out, and why; nothing where nobody is."""
    if not facts.get("withheld"):
        return ""
    return words("segment-withheld", names=", ".join(facts["withheld"]), reason=facts["withheld_why"])


def ask_reason(words: Words, facts: Facts) -> Card:
    """Leaving somebody out takes a reason."""
    fault = words("withhold-reason-fault") if facts["fault"] else ""
    question = words("withhold-ask", names=", ".join(facts["names"]), code=facts["code"])
    return Card(texts(fault, question), ((button(words("withhold-button-all"), "withhold_nobody", facts["id"]),),))


def listed(words: Words, facts: Facts) -> Card:
    """All groups, with how many belong to each."""
    if not facts["items"]:
        return Card(texts(words("press-groups-none"), words("press-groups-how")))
    lines = "\n".join(words("press-groups-line", name=name, count=number) for name, number in facts["items"].items())
    return Card(texts(words("press-groups"), lines, words("press-groups-how")))


def shown(words: Words, facts: Facts) -> Card:
    """One group with its people."""
    title = words("press-group", name=facts["name"], count=facts["count"])
    more = words("press-group-more", count=facts["more"]) if facts["more"] else ""
    return Card(
        texts(title, ", ".join(facts["names"]), more, _unknown(words, facts), words("press-group-how", name=facts["name"]))
    )


def _unknown(words: Words, facts: Facts) -> str:
    return words("press-group-unknown-people", names=", ".join(facts["unknown"])) if facts["unknown"] else ""


def unknown(words: Words, facts: Facts) -> Card:
    """No group has this name."""
    return Card(texts(words("press-group-unknown", name=facts["name"])))


def nobody(words: Words, facts: Facts) -> Card:
    """A group of nobody is not made."""
    return Card(texts(_unknown(words, facts), words("press-groups-how")))


def dropped(words: Words, facts: Facts) -> Card:
    """It is gone; how it is made again."""
    return Card(texts(words("press-group-dropped", name=facts["name"], names=", ".join(facts["names"]))))


KINDS: Final = {
    "area": "segment-area",
    "not_area": "segment-not-area",
    "group": "segment-group",
    "without": "segment-without",
}


def in_use(words: Words, facts: Facts) -> Card:
    """It cannot go while a release that is still to go out is for it."""
    return Card(texts(words("press-group-in-use", name=facts["name"], codes=", ".join(facts["codes"]), code=facts["codes"][0])))


CARDS: Final = {
    "withhold_ask": ask_reason,
    "groups_listed": listed,
    "group_shown": shown,
    "group_unknown": unknown,
    "group_unnamed": plain("press-group-unnamed"),
    "group_nobody": nobody,
    "press_group_dropped": dropped,
    "press_group_in_use": in_use,
}
