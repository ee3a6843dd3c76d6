"""What is said of links that are looked at again: a neutral word to their owner, and how each stands."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Style, button, texts
from messages.wording import Words
from storage.records import Access

Facts = Mapping[str, Any]
NAMED = 10  # links that staff are named one by one


def unopened(words: Words, facts: Facts) -> Card:
    """Asks the owner once about what could not be opened. It says what we saw, and nothing about why."""
    links, tries = facts["links"], str(facts["tries"])
    kept = words("watch-kept") if facts["frozen"] else words("watch-not-again")
    after = f"{words('watch-perhaps')} {kept}"
    if len(links) == 1:
        [link] = links
        said = words("watch-unopened", code=link["code"], since=words.day(link["since"]), tries=tries)
        return Card(texts(said, link["address"], after), ((button(words("links-button-details"), "link_show", link["id"]),),))
    lines = "\n".join(
        words("watch-unopened-line", code=each["code"], outlet=each["outlet"], since=words.day(each["since"])) for each in links
    )
    title = Block(words("watch-unopened-several", number=len(links), tries=tries), Style.TITLE)
    return Card((title, *texts(lines, after)))


def lines(words: Words, facts: Facts) -> tuple[str, ...]:
    """How a link stands among its details; staff also see what was changed on its page."""
    watch = facts.get("watch")
    if not watch or not watch["at"]:
        return ()
    changes = [f"{words('watch-changed', at=words.short(each['at']))}\n{each['difference']}" for each in watch["changes"]]
    return (_standing(words, watch, own=facts["own"]), *changes)


def _standing(words: Words, watch: Facts, *, own: bool) -> str:
    since = words.day(watch["since"]) if watch["since"] else ""
    match Access(watch["state"]):
        case Access.AWAY:
            return words("watch-away", since=since, at=words.short(watch["at"]))
        case Access.TOLD:
            return words("watch-asked-own", since=since) if own else words("watch-asked", since=since)
        case Access.FAILING:
            return "" if own else words("watch-failing", since=since)
        case Access.OPEN:
            return words("watch-open", at=words.short(watch["at"]))


def month(words: Words, facts: Facts) -> str:
    """Which recognised links cannot be opened, for staff; empty where none."""
    codes = facts.get("away") or ()
    more = ["…"] if len(codes) > NAMED else []
    return words("watch-month", number=len(codes), codes=", ".join([*codes[:NAMED], *more])) if codes else ""


CARDS = {"link_unopened": unopened}
