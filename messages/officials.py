"""What officials ask and are told beside the summary: news, events, notes for the doorstop, their delegates."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.coverage import different
from messages.wording import Words

Facts = Mapping[str, Any]
PARTS = {"facts": "officials-facts", "questions": "officials-questions", "numbers": "officials-numbers"}
WRONG = {
    "empty": "officials-note-empty", "long": "officials-note-long", "many": "officials-note-many",
    "source": "officials-note-source",
}  # fmt: skip
TITLE = 90  # characters of an article's
NAMED = 15  # outlets that came
LEFT = "officials-left"


def news(words: Words, facts: Facts) -> Card:
    """What was found: the numbers, and at most five links, one for each text."""
    when = words.day(facts["first"])
    if facts["first"] != facts["last"]:
        when = words("coverage-span", first=when, last=words.day(facts["last"]))
    about = " ".join(each for each in (facts["words"], " / ".join(facts["names"])) if each)
    sought = words("officials-news-of", words=about) if about else words("officials-news")
    if not facts["links"]:
        return Card(texts(words("officials-news-none", sought=sought, when=when), words("officials-news-how")))
    numbers = words("officials-news-numbers", links=facts["links"], outlets=facts["outlets"])
    title = Block(words("officials-news-title", sought=sought, when=when), Style.TITLE)
    left = max(facts["texts"] + facts["unread"] - len(facts["shown"]), 0)
    more = words(LEFT, number=left) if left else ""
    return Card(
        (title, *texts(f"{numbers}{different(words, facts)}", *(_article(words, each) for each in facts["shown"]), more)),
    )


def _article(words: Words, link: Facts) -> str:
    known = " · ".join(each for each in (link["outlet"], words.short(link["at"]), link["code"]) if each)
    title = link["title"] if len(link["title"]) <= TITLE else link["title"][: TITLE - 1].rstrip() + "…"
    return "\n".join(each for each in (title, known, link["address"]) if each)


def came(words: Words, facts: Facts) -> Card:
    """Which outlets came to an event."""
    title = Block(f"{facts['code']} {facts['title']}, {words.short(facts['at'])}", Style.TITLE)
    if not facts["people"]:
        return Card((title, *texts(words("officials-came-none"))))
    said = words("officials-came", people=facts["people"], outlets=len(facts["outlets"]))
    named = "\n".join(f"• {name} ({number})" if number > 1 else f"• {name}" for name, number in facts["outlets"][:NAMED])
    left = len(facts["outlets"]) - NAMED
    return Card((title, *texts(said, named, words(LEFT, number=left) if left > 0 else "")))


def came_nowhere(words: Words, facts: Facts) -> Card:
    """There was no event."""
    return Card(texts(words("officials-came-nowhere")))


def agenda(words: Words, facts: Facts) -> Card:
    """The events of a day, with whether notes are written."""
    day = words.day(facts["day"])
    if not facts["events"]:
        return Card(texts(words("officials-agenda-none", day=day)))
    title = words("officials-agenda-eve", day=day) if facts["eve"] else words("officials-agenda", day=day)
    return Card((Block(title, Style.TITLE), *texts(*(_event(words, each) for each in facts["events"]))))


def _event(words: Words, event: Facts) -> str:
    place = " · ".join(each for each in (event["place"], event["dress"]) if each)
    noted = words("officials-agenda-noted") if event["noted"] else ""
    opening = f"{words.hour(event['at'])} · {event['title']} ({event['code']})"
    return "\n".join(each for each in (opening, place, noted) if each)


def event_notes(words: Words, facts: Facts) -> Card:
    """What an official is prepared with."""
    at = words.hour(facts["at"]) if facts["at"] else ""
    title = Block(" · ".join(each for each in (at, facts["title"], facts["code"]) if each), Style.TITLE)
    return Card((title, *texts(*_parts(words, facts["words"]))))


def _parts(words: Words, kept: str) -> list[str]:
    lines = [line.partition(":")[::2] for line in kept.splitlines()]
    said = []
    for name, heading in PARTS.items():
        mine = [f"{at}. {line}" for at, line in enumerate((line for part, line in lines if part == name), 1)]
        said += ["\n".join((words(heading), *mine))] if mine else []
    return said


def event_note_kept(words: Words, facts: Facts) -> Card:
    """To whoever wrote it, as the official will read it."""
    told = event_notes(words, facts)
    kept = words("officials-note-kept", code=facts["code"], at=words.moment(facts["at"]))
    unsent = "" if facts["sent"] else words("officials-note-unsent", code=facts["code"])
    return Card((*texts(kept), *told.blocks, *texts(unsent)))


def event_note_wrong(words: Words, facts: Facts) -> Card:
    """What is missing, with an example."""
    why = words(WRONG[facts["why"]], facts=facts["facts"], longest=facts["longest"])
    return Card(texts(why, words("officials-note-example", code=facts["code"])))


def event_note_which(words: Words, facts: Facts) -> Card:
    """No event is named, or none that there is."""
    missing = words("officials-note-unknown", code=facts["code"]) if facts["code"] else words("officials-note-which")
    return Card(texts(missing, words("officials-note-example", code="U-58")))


def event_note_over(words: Words, facts: Facts) -> Card:
    """The event has begun, or is off."""
    return Card(texts(words("officials-note-over", code=facts["code"])))


def delegates(words: Words, facts: Facts) -> Card:
    """Who gets copies, and how it is ended."""
    done = ""
    if "ended" in facts:
        done = words("officials-code-ended") if facts["ended_code"] else words("officials-delegate-ended", name=facts["ended"])
    if "right" in facts:
        done = words("officials-right-given" if facts["given"] else "officials-right-taken", name=facts["right"])
    listed = "\n".join(f"• {_aide(words, each)}" for each in facts["delegates"]) or words("officials-delegates-none")
    full = len(facts["delegates"]) >= facts["most"]
    why = words("officials-delegates-full", most=facts["most"]) if full else words("officials-delegates-why")
    rows = [(each,) for one in facts["delegates"] for each in (*_right(words, one), _end(words, one))]
    rows += [] if full else [(button(words("officials-button-add"), "delegate_add"),)]
    return Card((*texts(done), Block(words("officials-delegates"), Style.TITLE), *texts(listed, why)), tuple(rows))


def _aide(words: Words, delegate: Facts) -> str:
    """Who they are and what they may."""
    if not delegate["name"]:
        return words("officials-delegate-code")
    return words("officials-delegate-agrees" if delegate["agrees"] else "officials-delegate-reads", name=delegate["name"])


def _right(words: Words, delegate: Facts) -> tuple[Choice, ...]:
    """To give or take the right to agree to quotes, once they have come."""
    if not delegate["name"]:
        return ()
    if delegate["agrees"]:
        return (button(words("officials-button-forbid", name=delegate["name"]), "delegate_forbid", delegate["id"]),)
    return (button(words("officials-button-allow", name=delegate["name"]), "delegate_allow", delegate["id"]),)


def delegate_sure(words: Words, facts: Facts) -> Card:
    """Asked once whether they really may."""
    yes = button(words("officials-button-right-yes"), "delegate_yes", facts["id"])
    row = (yes, button(words("officials-button-right-no"), "delegate_no", facts["id"]))
    return Card(texts(words("officials-right-sure", name=facts["name"])), (row,))


def delegate_right(words: Words, facts: Facts) -> Card:
    """To the aide: they may agree to quotes from now on, or no longer."""
    said = "officials-right-yours" if facts["given"] else "officials-right-over"
    return Card(texts(words(said, official=facts["official"])))


def _end(words: Words, delegate: Facts) -> Choice:
    label = words("officials-button-end", name=delegate["name"] or words("officials-delegate-code"))
    return button(label, "delegate_end", delegate["id"])


def delegate_made(words: Words, facts: Facts) -> Card:
    """To the official, before the words to forward."""
    return Card(texts(words("officials-delegate-made", until=words.moment(facts["until"]))))


def delegate_come(words: Words, facts: Facts) -> Card:
    """To the official: somebody came by the code."""
    return Card(texts(words("officials-delegate-come", name=facts["name"])))


def delegate_ended(words: Words, facts: Facts) -> Card:
    """To who was a delegate."""
    return Card(texts(words("officials-delegate-over", official=facts["official"], office=words.office)))


def release_result(words: Words, facts: Facts) -> Card:
    """What came of a release."""
    title = Block(words("officials-result", code=facts["code"]), Style.TITLE)
    went = words("officials-result-went", sent=facts["sent"], opened=facts["opened"])
    if not facts["links"]:
        return Card((title, *texts(facts["headline"], went, words("officials-result-none"))))
    numbers = words("officials-news-numbers", links=facts["links"], outlets=facts["outlets"])
    hours, minutes = divmod(facts["first"], 60)
    after = words("officials-result-hours", hours=hours, minutes=minutes) if hours else ""
    first = words("officials-result-first", after=after or words("officials-result-minutes", minutes=minutes))
    return Card((title, *texts(facts["headline"], went, f"{numbers}{different(words, facts)}", first)))


CARDS = {
    "news": news, "came": came, "came_nowhere": came_nowhere, "agenda": agenda, "event_notes": event_notes,
    "event_note_kept": event_note_kept, "event_note_wrong": event_note_wrong, "event_note_which": event_note_which,
    "event_note_over": event_note_over, "delegates": delegates, "delegate_made": delegate_made, "delegate_come": delegate_come,
    "delegate_ended": delegate_ended, "delegate_sure": delegate_sure, "delegate_right": delegate_right,
    "release_result": release_result,
}  # fmt: skip
