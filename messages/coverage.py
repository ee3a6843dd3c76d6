"""The morning summary: what came in yesterday, what was recognised, and what waits. At most 900 characters."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.wording import Words
from storage.records import LinkState

Facts = Mapping[str, Any]

STATES = {
    LinkState.RECEIVED: "coverage-state-received", LinkState.RECOGNISED: "coverage-state-recognised",
    LinkState.NOTED: "coverage-state-noted", LinkState.REFUSED: "coverage-state-refused",
    LinkState.WITHDRAWN: "coverage-state-withdrawn",
}  # fmt: skip
WHEN = {0: "coverage-today", 1: "coverage-yesterday"}  # days ago
HEADLINE = 80  # characters
SHORTER = 40  # where several stand in one line
NAMED = 3  # releases that were sent
OFFICE = 120


def summary(words: Words, facts: Facts) -> Card:
    """Some days in a few lines; days without links say so and no more."""
    title = Block(words("coverage-title", office=words.office[:OFFICE], when=words.short(facts["now"])), Style.TITLE)
    greeting = words("coverage-greeting") if facts.get("unasked") else ""
    return Card(
        (title, *texts(greeting, *_numbers(words, facts), _sent(words, facts), _waiting(words, facts))), _buttons(words, facts)
    )


def _numbers(words: Words, facts: Facts) -> tuple[str, ...]:
    when = _when(words, facts)
    if not facts["received"]:
        return (words("coverage-nothing", when=when),)
    received = words("coverage-received", when=when, received=facts["received"])
    if not facts["recognised"]:
        return (f"{received} {words('coverage-none-recognised')}",)
    return (f"{received} {_recognised(words, facts)}", "\n".join(_release(words, each) for each in facts["releases"]))


def _when(words: Words, facts: Facts) -> str:
    """The day by its name and date, or the first and the last."""
    day, ago = words.day(facts["day"]), facts.get("ago", 1)
    if ago < 0:
        return words("coverage-span", first=day, last=words.day(facts["last"]))
    return words(WHEN[ago], day=day) if ago in WHEN else day


def _sent(words: Words, facts: Facts) -> str:
    sent = facts.get("sent", [])
    if not sent:
        return ""
    named = "; ".join(f"R-{each['number']} {_short(each['headline'], SHORTER)}" for each in sent[:NAMED])
    return words("coverage-sent", number=len(sent), named=named if len(sent) <= NAMED else f"{named}; …")


def _short(headline: str, most: int) -> str:
    return headline if len(headline) <= most else headline[: most - 1].rstrip() + "…"


def _recognised(words: Words, facts: Facts) -> str:
    if not facts["outlets"]:
        return words("coverage-recognised", recognised=facts["recognised"])
    return words("coverage-recognised-from", recognised=facts["recognised"], outlets=facts["outlets"])


def _release(words: Words, release: Facts) -> str:
    code, short = f"R-{release['number']}", _short(release["headline"], HEADLINE)
    return words("coverage-release", code=code, headline=short, links=release["links"], outlets=release["outlets"])


def _waiting(words: Words, facts: Facts) -> str:
    if not facts["waiting"]:
        return ""
    return words("coverage-waiting", waiting=facts["waiting"], since=words.day(facts["oldest"]))


def _buttons(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    return (
        ((button(words("coverage-button-list"), "summary_list", facts["object"]),),)
        if facts["received"] and facts["object"]
        else ()
    )


def how(words: Words, facts: Facts) -> Card:
    """The words behind *ringkasan* name no days that have been."""
    return Card(texts(words("coverage-how", typed=facts["typed"])))


def listed(words: Words, facts: Facts) -> Card:
    """The links behind the numbers, a page at a time."""
    title = Block(words("coverage-list-title", day=words.day(facts["day"]), total=facts["total"]), Style.TITLE)
    return Card((title, *texts(*(_link(words, each) for each in facts["links"]))), _pages(words, facts))


def _link(words: Words, link: Facts) -> str:
    known = (link["code"], link["outlet"], link["release"], words(STATES[LinkState(link["state"])]))
    return f"{' · '.join(each for each in known if each)}\n{link['address']}"


def _pages(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    day = int("".join(each for each in facts["day"][:10] if each.isdigit()))
    at, pages = facts["page"], facts["pages"]
    back = (button(words("coverage-button-back"), "summary_list", day, version=str(at - 1)),) if at > 1 else ()
    more = (button(words("coverage-button-more"), "summary_list", day, version=str(at + 1)),) if at < pages else ()
    return ((*back, *more),) if pages > 1 else ()


CARDS = {"summary": summary, "summary_how": how, "summary_list": listed}
