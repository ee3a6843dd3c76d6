"""What a search over everything found: a group for each kind, each thing with its code and a button."""

from collections.abc import Mapping, Sequence
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.links import MARKS
from messages.release_reading import STATUS
from messages.wording import Words
from storage.records import LinkState, Status

Facts = Mapping[str, Any]
TITLE_MAX = 70  # characters of a headline in a line
LABEL_MAX = 20  # characters of a name on a button
ROW = 5  # codes beside each other

TITLES = {
    "release": "search-releases",
    "invitation": "search-invitations",
    "link": "search-links",
    "question": "search-questions",
    "outlet": "search-outlets",
    "person": "search-people",
}
OPENS = {
    "release": "read",
    "invitation": "inv_show",
    "link": "link_show",
    "question": "inq_show",
    "outlet": "outlet",
    "person": "person",
}


def hits(words: Words, facts: Facts) -> Card:
    """Up to ten, and that there are more."""
    blocks = [Block(words("search-title", asked=facts["asked"]), Style.TITLE)]
    for group in facts["groups"]:
        lines = "\n".join(_line(words, group["kind"], each) for each in group["items"])
        blocks += texts(f"{words(TITLES[group['kind']])}\n{lines}")
    rest = words("search-rest", count=facts["rest"]) if facts["rest"] else ""
    more = ((button(words("search-button-more"), "search_more"),),) if facts["rest"] else ()
    return Card((*blocks, *texts(rest)), (*_buttons(facts["groups"]), *more))


def _line(words: Words, kind: str, item: Facts) -> str:
    state = item["state"]
    mark = f" {MARKS[LinkState(state)]}" if kind == "link" else ""
    status = words(STATUS[state]) if kind == "release" and state != Status.SENT else ""
    title = item["title"] if len(item["title"]) <= TITLE_MAX else item["title"][: TITLE_MAX - 1].rstrip() + "…"
    day = words.day(item["at"]) if item["at"] else ""
    return " · ".join(each for each in (f"{item['code']}{mark}", day, status, " ".join(title.split())) if each)


def _buttons(groups: Sequence[Facts]) -> tuple[tuple[Choice, ...], ...]:
    coded: list[Choice] = []
    named: list[Choice] = []
    for group in groups:
        for each in group["items"]:
            label = each["code"] or each["title"][:LABEL_MAX]
            (coded if each["code"] else named).append(button(label, OPENS[group["kind"]], each["id"]))
    rows = [coded[at : at + ROW] for at in range(0, len(coded), ROW)] + [named[at : at + 2] for at in range(0, len(named), 2)]
    return tuple(tuple(row) for row in rows)


def how(words: Words, facts: Facts) -> Card:
    """Nothing was said to look for."""
    return Card(texts(words("search-how")))


def none(words: Words, facts: Facts) -> Card:
    """Nothing fits, or nothing more."""
    return Card(texts(words("search-no-more") if facts["more"] else words("search-none", asked=facts["asked"])))


CARDS = {"search_hits": hits, "search_how": how, "search_none": none}
