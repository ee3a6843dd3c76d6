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
MOST = 900  # characters, on all days
CHANGED = 24  # of what was wrong, and of what is right
LEVELS = ((3, 2), (2, 2), (1, 2), (1, 1), (0, 1), (0, 0))  # releases and corrections that are named, as long as there is room


def summary(words: Words, facts: Facts) -> Card:
    """Some days in a few lines; days without links say so and no more."""
    title = Block(words("coverage-title", office=words.office[:OFFICE], when=words.short(facts["now"])), Style.TITLE)
    fitting = (_paragraphs(words, facts, *level) for level in LEVELS)
    short = next((each for each in fitting if len("\n\n".join((title.text, *each))) <= MOST), ())
    return Card((title, *texts(*short)), _buttons(words, facts))


def _paragraphs(words: Words, facts: Facts, releases: int, corrections: int) -> tuple[str, ...]:
    """All that is said, with so many releases and corrections named; those that have no room are counted."""
    greeting = words("coverage-greeting") if facts.get("unasked") else ""
    named = min(releases, len(facts["releases"]))
    said = (
        *_numbers(words, facts, named),
        _corrections(words, facts, corrections),
        _sent(words, facts, named),
        _questions(words, facts),
        _waiting(words, facts),
    )
    return tuple(each for each in (greeting, *said) if each)


def _corrections(words: Words, facts: Facts, named: int) -> str:
    """What went out wrong and was put right: when, and how many articles were made from what was wrong."""
    sent = facts.get("corrections", [])
    if sent and not named:
        return words("coverage-corrections", number=len(sent))
    lines = [_correction(words, facts, each) for each in sent[:named]]
    lines += [words("coverage-corrections-left", number=len(sent) - named)] if len(sent) > named else []
    return "\n".join(lines)


def _correction(words: Words, facts: Facts, sent: Facts) -> str:
    at = words.hour(sent["at"]) if facts.get("ago", 1) >= 0 else words.short(sent["at"])
    said = words("coverage-corrected", code=f"R-{sent['number']}", headline=_short(sent["headline"], SHORTER), at=at)
    was, now = (_short(sent[each], CHANGED) for each in ("was", "now"))
    changed = words("coverage-corrected-change", was=was, now=now, more=sent["changes"] - 1) if was and now else ""
    made = words("coverage-corrected-links", links=sent["links"], mended=sent["mended"])
    return " ".join(each for each in (said, changed, made) if each)


def _numbers(words: Words, facts: Facts, named: int) -> tuple[str, ...]:
    when = _when(words, facts)
    if not facts["received"]:
        return (words("coverage-nothing", when=when),)
    received = words("coverage-received", when=when, received=facts["received"])
    if not facts["recognised"]:
        return (f"{received} {words('coverage-none-recognised')}",)
    left = len(facts["releases"]) - named
    lines = [_release(words, each) for each in facts["releases"][:named]]
    lines += [words("coverage-releases-left", number=left)] if left else []
    return (f"{received} {_recognised(words, facts)}{different(words, facts)}", "\n".join(lines))


def different(words: Words, numbers: Facts) -> str:
    """How many texts the recognised links come to, as far as they could be read; nothing where none could."""
    texts_, unread = numbers.get("texts", 0), numbers.get("unread", 0)
    if not texts_:
        return ""
    said = words("coverage-texts-unread", texts=texts_, unread=unread) if unread else words("coverage-texts", texts=texts_)
    return f" {said}"


def _when(words: Words, facts: Facts) -> str:
    """The day by its name and date, or the first and the last."""
    day, ago = words.day(facts["day"]), facts.get("ago", 1)
    if ago < 0:
        return words("coverage-span", first=day, last=words.day(facts["last"]))
    return words(WHEN[ago], day=day) if ago in WHEN else day


def _sent(words: Words, facts: Facts, most: int) -> str:
    sent = facts.get("sent", [])
    if not sent:
        return ""
    most = min(NAMED, most or 1) if facts["releases"] else NAMED
    named = "; ".join(f"R-{each['number']} {_short(each['headline'], SHORTER)}" for each in sent[:most])
    return words("coverage-sent", number=len(sent), named=named if len(sent) <= most else f"{named}; …")


def _questions(words: Words, facts: Facts) -> str:
    asked = facts.get("questions")
    if not asked:
        return ""
    where = {"number": asked["number"], "days": asked["days"]}
    unit = _short(asked["unit"], SHORTER)
    return words("coverage-questions-at", unit=unit, **where) if unit else words("coverage-questions", **where)


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
    listed_ = facts["received"] and facts["object"]
    buttons = (
        *((button(words("coverage-button-list"), "summary_list", facts["object"]),) if listed_ else ()),
        *((button(words("coverage-button-agenda"), "agenda_today"),) if facts.get("agenda") else ()),
    )
    return (buttons,) if buttons else ()


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
