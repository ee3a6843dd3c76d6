"""Rule: the notes of an event: up to three facts, likely questions, and numbers that each name their source."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

FACTS: Final = 3
LONGEST: Final = 1_500  # characters: read while walking to the microphone
HEADINGS: Final = {
    "fakta": "facts", "facts": "facts", "fact": "facts", "poin": "facts",
    "pertanyaan": "questions", "tanya": "questions", "kemungkinan pertanyaan": "questions", "questions": "questions",
    "likely questions": "questions", "angka": "numbers", "data": "numbers", "numbers": "numbers", "figures": "numbers",
}  # fmt: skip
_NAMES = "|".join(sorted(HEADINGS, key=len, reverse=True))
_HEADING = re.compile(rf"(?:\d+ )?({_NAMES})\s*:\s*(.*)", re.IGNORECASE)
# All of it typed in one line.
_INLINE = re.compile(rf"(?<!\d)(?<!likely)(?<!kemungkinan)[;.]?\s+(?=(?:\d+ )?(?:{_NAMES})\s*:)", re.IGNORECASE)
_SOURCE = re.compile(r"\b(?:sumber|source|menurut|according to)\b\W*\w|\([^()]*[^\W\d][^()]*\)\W*$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-–•*]|\d{1,2}[.)])\s+")


class Wrong(StrEnum):
    """What is wrong with notes, named by what to do."""

    EMPTY = "empty"
    LONG = "long"
    MANY = "many"  # more than three facts
    SOURCE = "source"  # a number without its source


def read(text: str) -> Mapping[str, tuple[str, ...]] | Wrong:
    """The lines of each part, in the order written. What stands before any heading is facts."""
    if len(text) > LONGEST:
        return Wrong.LONG
    parts: dict[str, list[str]] = {"facts": [], "questions": [], "numbers": []}
    at = "facts"
    for line in _INLINE.sub("\n", text).splitlines():
        heading = _HEADING.fullmatch(line.strip())
        at = HEADINGS[heading[1].casefold()] if heading else at
        said = _BULLET.sub("", heading[2] if heading else line).strip()
        parts[at] += [each.strip() for each in said.split(";") if each.strip()]
    return _judged(parts)


def _judged(parts: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]] | Wrong:
    if not any(parts.values()):
        return Wrong.EMPTY
    if len(parts["facts"]) > FACTS:
        return Wrong.MANY
    if not all(_SOURCE.search(each) for each in parts["numbers"]):
        return Wrong.SOURCE
    return {name: tuple(lines) for name, lines in parts.items()}
