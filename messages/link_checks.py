"""What was found behind links: in their sender's receipt, in the queue and among the steps of one."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.links import MARKS, SAME, ground, labelled, left, reason, state
from messages.wording import Words
from storage.records import LinkState

Facts = Mapping[str, Any]

# Why a person looks, or why it is of no release. Doubts about the outlet have words of their own for staff.
WHY = {
    "spam": "links-found-spam",
    "hidden": "links-found-hidden", "partly": "links-found-partly", "excerpt": "links-found-excerpt", "two": "links-found-two",
    "dates": "links-found-dates", "copies": "links-found-copies", "late": "links-found-late",
    "no_release": "links-found-no-release", "later": "links-found-later", "gone": "links-found-gone",
    "refused": "links-found-refused", "robots": "links-found-robots", "forbidden": "links-found-forbidden",
    "lost": "links-found-lost", "too_large": "links-found-too-large", "not_a_page": "links-found-not-a-page",
    "quota": "links-found-quota", "unknown": "links-found-unknown", "lookalike": "links-found-unknown",
    "other": "links-found-other", "claimed": "links-found-other", "short": "links-found-short",
    "orphan": "group-found-orphan", "told": "group-found-told", "proof": "proof-found",
}  # fmt: skip

LIKE = {
    "within": "links-like-within", "signs": "links-like-signs", "longer": "links-like-longer",
    "spelled": "links-like-spelled", "ending": "links-like-ending",
}  # fmt: skip


def found(words: Words, check: Facts) -> str:
    """What was measured, and what is doubtful, in one line."""
    measured = _measured(words, check) if check["release"] else ""
    copies = words("links-found-same", codes=", ".join(check["copies"])) if check["copies"] else ""
    return ", ".join(each for each in (measured, _why(words, check), copies) if each)


def _measured(words: Words, check: Facts) -> str:
    alike = words("links-found-alike", release=check["release"], score=check["score"])
    return words("links-found-alike-day", alike=alike, days=check["days"]) if check["days"] else alike


def _why(words: Words, check: Facts) -> str:
    return ", ".join(dict.fromkeys(words(WHY[each]) for each in check["reasons"]))


def resembles(words: Words, like: Facts) -> str:
    """Whose site it could be taken for, and by what; to staff alone, and of the site, never of its sender."""
    how = words(LIKE[like["how"]])
    signs = words("links-like-letters", how=how, signs=", ".join(like["signs"])) if like["signs"] else how
    return words("links-like", host=like["host"], outlet=like["outlet"], how=signs, shown=like["shown"])


def lookalike(words: Words, facts: Facts) -> Card:
    """A link leads to such a site; told once for each site."""
    said = words("links-like-news", code=facts["code"], sender=facts["sender"])
    return Card(texts(said, resembles(words, facts["like"])), ((button(facts["code"], "link_show", facts["id"]),),))


def step(words: Words, check: Facts) -> str:
    """When a link was looked at, what was found, and by which version of the rules it was judged."""
    when = words.moment(check["at"])
    return words("links-step-checked", when=when, found=found(words, check), version=str(check["rules"]))


def checked(words: Words, facts: Facts) -> Card:
    """What was found behind the links of one burst, the quota that is left and the deadlines."""
    lines = "\n".join(_line(words, each) for each in facts["links"])
    until = [words("links-checked-until", release=name, when=words.short(at)) for name, at in facts["until"].items()]
    blocks = (
        Block(words("links-checked"), Style.TITLE),
        *texts(lines, _grounds(words, facts), "\n".join((*left(words, facts), *until))),
    )
    return Card(blocks, _appeals(words, facts))


def _grounds(words: Words, facts: Facts) -> str:
    """The rules by which some were refused, each once."""
    return "\n".join(dict.fromkeys(ground(words, each["ground"]) for each in facts["links"] if each.get("ground")))


def _appeals(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    return tuple(
        (button(words("appeals-button-code", code=each["code"]), "appeal", each["id"]),)
        for each in facts["links"]
        if each.get("appealable")
    )


def _line(words: Words, link: Facts) -> str:
    named = f"{MARKS[LinkState(link['state'])]} {labelled(link)}"
    if link["state"] == LinkState.REFUSED:
        return words("links-checked-refused", link=named, why=_why_refused(words, link))
    if link["reason"].startswith(SAME):
        return words("watch-same-line", code=link["code"], known=link["reason"].removeprefix(SAME))
    if link["state"] != LinkState.RECEIVED:
        return words("links-checked-decided", link=named, state=state(words, link["state"]))
    if not link["check"]:
        return words("links-checked-open", link=named)
    return words("links-checked-waiting", link=named, why=_why(words, link["check"]))


def _why_refused(words: Words, link: Facts) -> str:
    """The reason, and where it is the day, what was measured."""
    check = link["check"]
    if link["reason"] != "late" or not check:
        return reason(words, link["reason"])
    when = {name: words.short(check[name]) for name in ("sent", "until")}
    return words("links-checked-late", why=words(WHY["late"]), days=check["days"], **when)


CARDS = {"links_checked": checked, "link_lookalike": lookalike}
