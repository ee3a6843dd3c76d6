"""Quotes: to staff who propose them, and to the officials who are quoted."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.wording import Words
from storage.records import QuoteState

Facts = Mapping[str, Any]

STATES = {
    QuoteState.WAITING: "quote-state-waiting", QuoteState.AGREED: "quote-state-agreed",
    QuoteState.CHANGED: "quote-state-changed", QuoteState.WITHDRAWN: "quote-state-withdrawn",
}  # fmt: skip
WHY = {"waiting": "quote-why-waiting", "altered": "quote-why-altered", "withdrawn": "quote-why-withdrawn"}
PROBLEMS = {"short": "quote-short", "long": "quote-long"}


def _said(words: Words, facts: Facts) -> str:
    return words("quote-said", words=facts["words"], speaker=facts["speaker"])


def _state(words: Words, facts: Facts) -> str:
    if facts.get("by"):
        return words("quote-state-agreed-by", official=facts["official"], by=facts["by"])
    return words(STATES[QuoteState(facts["state"])], official=facts["official"])


def _change(words: Words, facts: Facts) -> Choice:
    return button(words("quote-button-change"), "quote_change", facts["id"], version=facts["version"])


def how(words: Words, facts: Facts) -> Card:
    """How a quote is proposed."""
    unknown = words("quote-unknown", code=facts["code"]) if facts["code"] else ""
    return Card(texts(unknown, words("quote-how")))


def wrong(words: Words, facts: Facts) -> Card:
    """What was wrong with it."""
    return Card(texts(words(PROBLEMS[facts["problem"]]), words("quote-how")))


def speaker(words: Words, facts: Facts) -> Card:
    """Who says it."""
    return Card(texts(words("quote-speaker")))


def no_official(words: Words, facts: Facts) -> Card:
    """Nobody is here who could agree."""
    return Card(texts(words("quote-no-official")))


def whose(words: Words, facts: Facts) -> Card:
    """Whose agreement it needs."""
    rows = tuple((button(each["name"], "quote_pick", each["id"]),) for each in facts["officials"])
    return Card(texts(words("quote-whose", speaker=facts["speaker"])), rows)


def sure(words: Words, facts: Facts) -> Card:
    """Once more, before the official reads it."""
    row = (button(words("quote-button-send"), "quote_send"), button(words("quote-button-leave"), "quote_leave"))
    return Card(texts(words("quote-sure", code=facts["code"], name=facts["name"]), _said(words, facts)), (row,))


def left(words: Words, facts: Facts) -> Card:
    """Nothing was sent."""
    return Card(texts(words("quote-left")))


def proposed(words: Words, facts: Facts) -> Card:
    """It is with the official."""
    added = words("quote-added") if facts["added"] else ""
    return Card(texts(words("quote-proposed", code=facts["code"], name=facts["name"]), added))


def asked(words: Words, facts: Facts) -> Card:
    """To the official, or to an aide who may agree: what they are to be quoted with, word for word."""
    agree, stead = button(words("quote-button-agree"), "quote_yes", facts["id"], version=facts["version"]), facts.get("stead")
    row = (agree,) if stead else (agree, _change(words, facts))
    more = words("quote-more", count=facts["more"]) if facts.get("more") else ""
    title = Block(words("quote-asked", code=facts["code"], words=facts["words"]), Style.TITLE)
    about = Block(words("quote-about", speaker=facts["speaker"], headline=facts["headline"]), Style.QUIET)
    for_whom = words("quote-in-stead", official=facts["official"]) if stead else ""
    return Card((title, about, *texts(for_whom, more)), (row,))


def agreed(words: Words, facts: Facts) -> Card:
    """To who agreed, of whom an official may still change it, and to staff."""
    if facts.get("by"):
        sentence = "quote-agreed-in-stead" if facts["mine"] else "quote-agreed-by"
        return Card(texts(words(sentence, code=facts["code"], official=facts["official"], by=facts["by"]), _said(words, facts)))
    if facts["mine"]:
        return Card(texts(words("quote-agreed-own", code=facts["code"])), ((_change(words, facts),),))
    return Card(texts(words("quote-agreed", code=facts["code"], official=facts["official"]), _said(words, facts)))


def agreed_for_you(words: Words, facts: Facts) -> Card:
    """To the official: their aide agreed."""
    said = words("quote-agreed-for-you", code=facts["code"], by=facts["by"])
    return Card(texts(said, _said(words, facts)), ((_change(words, facts),),))


def no_right(words: Words, facts: Facts) -> Card:
    """To an aide who may not agree."""
    return Card(texts(words("quote-no-right")))


def changed(words: Words, facts: Facts) -> Card:
    """It reads otherwise now; for staff, that the release is a draft again."""
    sentence = "quote-changed-own" if facts["mine"] else "quote-changed"
    return Card(texts(words(sentence, code=facts["code"], official=facts["official"]), _said(words, facts)))


def declined(words: Words, facts: Facts) -> Card:
    """They are not to be quoted so."""
    sentence = "quote-declined-own" if facts["mine"] else "quote-declined"
    return Card(texts(words(sentence, code=facts["code"], official=facts["official"]), _said(words, facts)))


def stands(words: Words, facts: Facts) -> Card:
    """How it stands."""
    return Card(texts(f"{facts['code']}: {_said(words, facts)}", _state(words, facts)))


def none(words: Words, facts: Facts) -> Card:
    """Nothing waits for them."""
    return Card(texts(words("quote-none")))


def ask_words(words: Words, facts: Facts) -> Card:
    """In what words, then."""
    wrong_words = words(PROBLEMS[facts["problem"]]) if facts["problem"] else ""
    return Card(texts(wrong_words, words("quote-ask-words", was=facts["was"])))


def own_sure(words: Words, facts: Facts) -> Card:
    """Their own words, before they stand in the text."""
    row = (
        button(words("quote-button-agree"), "quote_save"),
        button(words("quote-button-change"), "quote_change", facts["quote"], version=facts["shown"]),
    )
    return Card((Block(words("quote-asked", code=facts["code"], words=facts["words"]), Style.TITLE),), (row,))


def listed(words: Words, facts: Facts) -> Card:
    """The quotes of a release, with what keeps it back."""
    if not facts["items"]:
        return Card(texts(words("quote-list-empty", code=facts["code"]), words("quote-how")))
    lines = [_line(words, each) for each in facts["items"]]
    drops = [(at, each["id"]) for at, each in enumerate(facts["items"], 1) if each.get("drop")]
    title = Block(words("quote-list", code=facts["code"]), Style.TITLE)
    rows = tuple((button(words("quote-button-drop", at=at), "quote_drop", number),) for at, number in drops)
    return Card((title, *texts(*lines)), rows)


def _line(words: Words, each: Facts) -> str:
    why = words(WHY[each["why"]], official=each["official"]) if each["why"] else _state(words, each)
    return f"{_said(words, each)}\n{why}"


def missing(words: Words, facts: Facts) -> Card:
    """Why a release does not go out."""
    lines = [_line(words, each) for each in facts["items"]]
    return Card(texts(words("quote-missing", code=facts["code"]), *lines, words("quote-mend")))


def unanswered(words: Words, facts: Facts) -> Card:
    """To staff: two hours without an answer."""
    return Card(texts(words("quote-unanswered", code=facts["code"], official=facts["official"]), _said(words, facts)))


CARDS = {
    "quote_how": how, "quote_wrong": wrong, "quote_speaker": speaker, "quote_no_official": no_official, "quote_whose": whose,
    "quote_sure": sure, "quote_left": left, "quote_proposed": proposed, "quote_asked": asked, "quote_agreed": agreed,
    "quote_changed": changed, "quote_declined": declined, "quote_stands": stands, "quote_none": none,
    "quote_ask_words": ask_words, "quote_own_sure": own_sure, "quote_list": listed, "quote_missing": missing,
    "quote_unanswered": unanswered, "quote_agreed_for_you": agreed_for_you, "quote_no_right": no_right,
}  # fmt: skip
