"""What is said while a disaster is declared: to staff of the mode, to journalists in situation reports."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.people import plain, yes_no
from messages.wording import Words

Facts = Mapping[str, Any]


def report(words: Words, facts: Facts) -> Card:
    """What journalists get: always the same head and the same end, so that nothing passes for it."""
    return Card(_report(words, facts))


def _report(words: Words, facts: Facts) -> tuple[Block, ...]:
    number = str(facts["number"]) if facts["number"] else "…"
    head = words("crisis-report-head", name=facts["name"])
    line = words("crisis-report-line", number=number, moment=words.moment(facts["at"]))
    end = words("crisis-report-end", spokesperson=facts["spokesperson"])
    signed = words("crisis-report-signed", code=facts["code"], office=words.office) if facts["code"] else ""
    small = (Block(signed, Style.QUIET),) if signed else ()
    return (Block(head, Style.TITLE), *texts(line, *facts["body"].split("\n\n"), end), *small)


def report_sure(words: Words, facts: Facts) -> Card:
    """As it will go, and that nobody else looks at it first."""
    yes = button(words("crisis-button-send"), "situation_yes")
    no = button(words("crisis-button-drop"), "situation_no")
    return Card((*_report(words, facts["report"]), *texts(words("crisis-report-sure", count=facts["people"]))), ((yes, no),))


def report_sent(words: Words, facts: Facts) -> Card:
    """To the others who may approve: it went without a second pair of eyes."""
    said = words("crisis-report-sent", by=facts["by"], number=str(facts["number"]), name=facts["name"], code=facts["code"])
    return Card(texts(said))


def report_how(words: Words, facts: Facts) -> Card:
    """How a report is written."""
    return Card(texts(words("crisis-report-how", name=facts["name"])))


def ask(words: Words, facts: Facts) -> Card:
    """Who speaks."""
    wrong = words("crisis-spokesperson-wrong") if facts["wrong"] else ""
    return Card(texts(wrong, words("crisis-ask", name=facts["name"])))


def sure(words: Words, facts: Facts) -> Card:
    """What the mode means, before it is on."""
    told = texts(*_who(words, facts), words("crisis-means"))
    title = Block(words("crisis-sure", name=facts["name"]), Style.TITLE)
    return Card((title, *told), (yes_no(words, "crisis_yes", "crisis_no"),))


def stands(words: Words, facts: Facts) -> Card:
    """The one that is on."""
    title = Block(words("crisis-stands", name=facts["name"]), Style.TITLE)
    return Card((title, *texts(*_who(words, facts), words("crisis-how-report"))), _buttons(words, facts) if facts["may"] else ())


def started(words: Words, facts: Facts) -> Card:
    """To all who may send."""
    title = Block(words("crisis-started", name=facts["name"], by=facts["by"]), Style.TITLE)
    return Card((title, *texts(*_who(words, facts), words("crisis-how-report"))))


def prolonged(words: Words, facts: Facts) -> Card:
    """It lasts longer."""
    return Card(texts(words("crisis-prolonged", name=facts["name"], moment=words.moment(facts["until"]), by=facts["by"])))


def ended(words: Words, facts: Facts) -> Card:
    """Somebody ended it."""
    return Card(texts(words("crisis-ended", name=facts["name"], by=facts["by"])))


def ending(words: Words, facts: Facts) -> Card:
    """It will end by itself, unless somebody presses."""
    return Card(texts(words("crisis-ending", name=facts["name"], moment=words.moment(facts["until"]))), _buttons(words, facts))


def over(words: Words, facts: Facts) -> Card:
    """It has ended by itself."""
    return Card(texts(words("crisis-over", name=facts["name"])))


def _who(words: Words, facts: Facts) -> tuple[str, str]:
    until = words("crisis-until", moment=words.moment(facts["until"]))
    return words("crisis-spokesperson", spokesperson=facts["spokesperson"]), until


def _buttons(words: Words, facts: Facts) -> tuple[tuple[Choice, ...], ...]:
    more = button(words("crisis-button-more"), "crisis_more", facts["id"])
    return ((more, button(words("crisis-button-end"), "crisis_end", facts["id"])),)


CARDS = {
    "situation_report": report, "situation_sure": report_sure, "situation_sent": report_sent, "situation_how": report_how,
    "situation_left": plain("crisis-report-left"), "crisis_ask": ask, "crisis_sure": sure, "crisis_stands": stands,
    "crisis_started": started, "crisis_prolonged": prolonged, "crisis_ended": ended, "crisis_ending": ending, "crisis_over": over,
    "crisis_left": plain("crisis-left"), "crisis_how": plain("crisis-how"), "crisis_none": plain("crisis-none"),
    "crisis_not_yours": plain("crisis-not-yours"),
}  # fmt: skip
