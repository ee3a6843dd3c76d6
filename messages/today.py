"""What waits for somebody today, in one message that a thumb can read."""

from collections.abc import Mapping
from typing import Any

from messages.card import Block, Card, Choice, Style, button, texts
from messages.connecting import channel
from messages.wording import Words

Facts = Mapping[str, Any]
TITLE_MAX = 40  # characters of a headline in a line

LINES: dict[str, str] = {
    "stopped": "today-stopped",
    "restored": "today-restored",
    "events": "today-events",
    "unanswered": "today-unanswered",
    "deadlines": "today-deadlines",
    "asked": "today-asked",
    "approvals": "today-approvals",
    "to_send": "today-to-send",
    "scheduled": "today-scheduled",
    "halted": "today-halted",
    "drafts": "today-drafts",
    "quotes": "today-quotes",
    "questions": "today-questions",
    "queue": "today-queue",
    "appeals": "today-appeals",
    "applicants": "today-applicants",
    "blocks": "today-blocks",
    "erasures": "today-erasures",
    "recap": "today-recap",
}
TITLED = {"events", "unanswered"}  # named by their titles too
DATED = {"deadlines", "unanswered", "erasures", "questions"}  # with day and hour; the others are of today


def today(words: Words, facts: Facts) -> Card:
    """A line for each kind of thing, and buttons where one press opens it."""
    title = Block(words("today-title", day=words.day(facts["at"])), Style.TITLE)
    if not facts["lines"]:
        return Card((title, *texts(words("today-nothing"))))
    said = "\n".join("• " + _line(words, each) for each in facts["lines"])
    return Card((title, *texts(said)), _buttons(words, facts["lines"]))


def _line(words: Words, line: Facts) -> str:
    items, rest = line["items"], line["count"] - len(line["items"])
    named = ", ".join(_named(words, line["what"], each) for each in items if each["code"])
    first = items[0]["at"]
    facts = {
        "count": line["count"],
        "named": f"{named} +{rest}" if rest > 0 else named,
        "code": items[0]["code"],
        "at": words.short(first) if first else "",
        "month": words.month(first) if first else "",
    }
    return words(LINES[line["what"]], **facts)


def _named(words: Words, what: str, item: Facts) -> str:
    if what == "stopped":
        return channel(words, item["code"])
    hour = (words.short if what in DATED else words.hour)(item["at"]) if item["at"] else ""
    title = item["title"] if what in TITLED else ""
    short = title if len(title) <= TITLE_MAX else title[: TITLE_MAX - 1].rstrip() + "…"
    return " ".join(each for each in (item["code"], hour, short) if each)


def _buttons(words: Words, lines: list[Facts]) -> tuple[tuple[Choice, ...], ...]:
    there = {each["what"]: each for each in lines}
    row = []
    if "queue" in there:
        row.append(button(words("today-button-queue"), "queue"))
    if "appeals" in there:
        row.append(button(words("today-button-appeals"), "appeals"))
    if "applicants" in there:
        row.append(button(words("today-button-applicants"), "applicants"))
    if "stopped" in there:
        row.append(button(words("stopped-button-resume"), "account_resume", there["stopped"]["items"][0]["id"]))
    return tuple(tuple(row[at : at + 2]) for at in range(0, len(row), 2))


CARDS = {"today": today}
