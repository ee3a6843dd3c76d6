"""What waited for a person, as one list: of each thing a line and a button, and nothing that is not in it already."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from messages.card import Block, Card, Choice, Style, button, texts
from messages.wording import Words

Facts = Mapping[str, Any]
MOST: Final = 10  # things in one message


class Line(NamedTuple):
    """One thing of a list."""

    text: str
    choice: Choice | None = None


def digest(words: Words, facts: Facts) -> Card:
    """The list. The same thing is said once."""
    lines = list(dict.fromkeys(LINES[each["card"]](words, each["facts"]) for each in facts["items"]))
    choices = list(dict.fromkeys(each.choice for each in lines if each.choice))
    rows = tuple(tuple(choices[at : at + 4]) for at in range(0, len(choices), 4))
    how = texts(words("digest-how")) if choices else ()
    title = Block(words("digest-title", count=len(lines)), Style.TITLE)
    return Card((title, *texts(*(each.text for each in lines)), *how), rows)


def _release(words: Words, facts: Facts) -> Line:
    read = button(facts["code"], "read", facts["id"])
    until = facts["links_until"]
    deadline = words("digest-links-until", moment=words.moment(until)) if until else ""
    said = words("digest-release", code=facts["code"], headline=facts["headline"])
    return Line("\n".join(each for each in (said, deadline) if each), read)


def _announcement(words: Words, facts: Facts) -> Line:
    return Line(words("digest-announcement", code=facts["code"], text=facts["text"]))


def _nudge(words: Words, facts: Facts) -> Line:
    return Line(words("digest-nudge", code=facts["code"], deadline=words.moment(facts["deadline"])))


# Which cards can be told as a line of a list; any other is said by itself.
LINES: Mapping[str, Callable[[Words, Facts], Line]] = {
    "release_sent": _release,
    "announcement": _announcement,
    "nudge": _nudge,
}

CARDS = {"digest": digest}
