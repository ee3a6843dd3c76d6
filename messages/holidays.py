"""What is said of holidays and days of collective leave."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from messages.card import Block, Card, Style, texts
from messages.people import plain
from messages.wording import Words

Facts = Mapping[str, Any]
KINDS = {"national": "holidays-national", "leave": "holidays-leave"}
WRONG = {
    "date": "holidays-wrong-date", "name": "holidays-wrong-name", "kind": "holidays-wrong-kind",
    "decree": "holidays-wrong-decree", "empty": "holidays-wrong-empty",
}  # fmt: skip


def shown(words: Words, facts: Facts) -> Card:
    """Those to come, each in full."""
    how = texts(words("holidays-upload")) if facts["rules"] else ()
    if not facts["days"]:
        return Card((*texts(words("holidays-none")), *how))
    lines = "\n".join(_line(words, each) for each in facts["days"])
    by = Block(words("holidays-decrees", decrees=", ".join(facts["decrees"])), Style.QUIET)
    return Card((Block(words("holidays-title"), Style.TITLE), *texts(lines), by, *how))


def _line(words: Words, facts: Facts) -> str:
    return words("holidays-line", day=_day(words, facts["day"]), name=facts["name"], kind=words(KINDS[facts["kind"]]))


def wrong(words: Words, facts: Facts) -> Card:
    """Nothing was taken in, and why."""
    return Card(texts(words("holidays-wrong", line=str(facts["line"])), words(WRONG[facts["why"]])))


def taken(words: Words, facts: Facts) -> Card:
    """What was taken in."""
    span = {"first": _day(words, facts["first"]), "last": _day(words, facts["last"])}
    said = words("holidays-read", national=facts["national"], leave=facts["leave"], **span)
    return Card(texts(said, words("holidays-decrees", decrees=", ".join(facts["decrees"]))))


def _day(words: Words, kept: str) -> str:
    return words.weekday(date.fromisoformat(kept))


CARDS = {
    "holidays": shown, "holidays_wrong": wrong, "holidays_read": taken, "holidays_how": plain("holidays-how"),
    "holidays_reading": plain("holidays-reading"),
}  # fmt: skip
