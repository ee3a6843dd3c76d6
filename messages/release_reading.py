"""Releases as those who receive and look for them see them."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.wording import Words

Facts = Mapping[str, Any]


def release_sent(words: Words, facts: Facts) -> Card:
    """What a journalist receives: headline, lead, code and hour, the deadline for links, and the photos."""
    blocks = (
        Block(facts["headline"], Style.TITLE),
        *texts(facts["lead"]),
        Block(signature(words, facts), Style.QUIET),
        *_small(credit(words, facts), deadline(words, facts)),
    )
    row = [button(words("release-button-full"), "read_full", facts["id"])]
    if facts["files"]:
        row.append(button(words("release-button-originals"), "read_photos", facts["id"]))
    row.append(button(words("inquiry-button-ask"), "ask_release", facts["id"]))
    return Card(blocks, (tuple(row),), tuple(facts["files"]))


def release_full(words: Words, facts: Facts) -> Card:
    """The whole text, every word of it; in a preview with the photos."""
    blocks = (
        Block(facts["headline"], Style.TITLE),
        *texts(*facts["body"].split("\n\n")),
        Block(signature(words, facts), Style.QUIET),
        *_small(terms(words, facts), credit(words, facts), deadline(words, facts)),
    )
    return Card(blocks, files=tuple(facts["files"]))


def release_photos(words: Words, facts: Facts) -> Card:
    """The originals, with who is to be named and what they may be used for; where nobody is named, that is the office."""
    line = words("release-originals", code=facts["code"], count=len(facts["files"]))
    whose = credit(words, facts) or words("release-credit", names=words.office)
    return Card((*texts(line), *_small(whose, words("release-licence"))), files=tuple(facts["files"]))


def release_no_photos(words: Words, facts: Facts) -> Card:
    """There are none."""
    return Card(texts(words("release-no-photos")))


def release_hits(words: Words, facts: Facts) -> Card:
    """Up to five releases that were found, each with a button."""
    title = words("release-hits-for", asked=facts["asked"]) if facts["asked"] else words("release-hits-latest")
    lines = [_hit(words, each) for each in facts["items"]]
    rest = words("release-hits-rest", count=facts["rest"]) if facts["rest"] else ""
    row = tuple(button(each["code"], "read", each["id"]) for each in facts["items"])
    more = (button(words("release-button-more"), "read_more"),) if facts["rest"] else ()
    return Card((Block(title, Style.TITLE), *texts(*lines, rest)), tuple(each for each in (row, more) if each))


def _hit(words: Words, hit: Facts) -> str:
    state = words(STATUS[hit["status"]]) if hit["staff"] else ""
    return " · ".join(each for each in (hit["code"], words.day(hit["at"]), state, hit["headline"]) if each)


def release_none_found(words: Words, facts: Facts) -> Card:
    """Nothing fits what was asked."""
    return Card(texts(words("release-none-found-for", asked=facts["asked"]) if facts["asked"] else words("release-none-found")))


def release_no_more(words: Words, facts: Facts) -> Card:
    """The list is at its end, or there is none."""
    return Card(texts(words("release-no-more")))


def terms(words: Words, facts: Facts) -> str:
    """Until when nothing of it is to be published, or nothing."""
    return words("embargo-terms", moment=words.moment(facts["embargo"])) if facts.get("embargo") else ""


def signature(words: Words, facts: Facts) -> str:
    """The code, the office and the hour: R-231 · Humas Kab. Teladan · 22/11 14.10."""
    return words("release-signature", code=edition(words, facts), office=words.office, at=words.short(facts["at"]))


def edition(words: Words, facts: Facts) -> str:
    """The code; of what was corrected with the number of its edition."""
    number = facts.get("edition", 1)
    return words("release-edition", code=facts["code"], number=str(number)) if number > 1 else str(facts["code"])


def credit(words: Words, facts: Facts) -> str:
    """Who took the photos, or nothing."""
    return words("release-credit", names=facts["credits"]) if facts["credits"] else ""


def deadline(words: Words, facts: Facts) -> str:
    """Until when links count, or nothing where none is set."""
    if not facts["links_until"]:
        return ""
    sentence = "release-links-closed" if facts.get("closed") else "release-links-until"
    by_rule = words("release-links-by-rule") if facts.get("by_rule") else ""
    return " ".join(filter(None, (words(sentence, moment=words.moment(facts["links_until"])), by_rule)))


def _small(*lines: str) -> tuple[Block, ...]:
    return tuple(Block(line, Style.QUIET) for line in lines if line)


def code_buttons(items: list[Facts], action: str) -> tuple[tuple[Choice, ...], ...]:
    """A row of codes for each four releases, leading to the same action."""
    row = [button(each["code"], action, each["id"]) for each in items]
    return tuple(tuple(row[at : at + 4]) for at in range(0, len(row), 4))


STATUS = {
    "draft": "release-status-draft",
    "submitted": "release-status-submitted",
    "approved": "release-status-approved",
    "scheduled": "release-status-scheduled",
    "sending": "release-status-sending",
    "paused": "release-status-paused",
    "sent": "release-status-sent",
    "discarded": "release-status-discarded",
    "recalled": "release-status-recalled",
}

CARDS = {
    "release_sent": release_sent,
    "release_full": release_full,
    "release_photos": release_photos,
    "release_no_photos": release_no_photos,
    "release_hits": release_hits,
    "release_none_found": release_none_found,
    "release_no_more": release_no_more,
}
