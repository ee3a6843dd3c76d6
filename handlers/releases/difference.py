"""What differs between two versions of a release, in words that can be said; and "321 KK -> 312 KK" put into a text (rule)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

LONGEST: Final = 160  # characters of one side of a change
NEAR: Final = 2  # words between two changes that are told as one
_TURNED = re.compile(r"^(?P<now>.+?),?\s+(?:bukan|not)\s+(?P<was>.+)$", re.IGNORECASE | re.DOTALL)
_STRAIGHT = re.compile(
    r"^(?:(?:ganti|ubah|change)\s+)?(?P<was>.+?)\s*(?:->|=>|→|\b(?:seharusnya|menjadi|jadi|should be)\b)\s*(?P<now>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_ARROW = re.compile(r"->|=>|→")
_QUOTES = " \t\n\"“”'‘’*_.;"


@dataclass(frozen=True)
class Change:
    """One place where two versions differ. `paragraph` is 0 for the headline; one side is empty where words came or went."""

    paragraph: int
    was: str
    now: str


def asked(text: str) -> tuple[str, str] | None:
    """What is wrong and what is right, of words such as "321 KK -> 312 KK" or "312 KK, bukan 321 KK"."""
    found = _STRAIGHT.match(text.strip()) or _TURNED.match(text.strip())
    if found is None:
        return None
    was, now = found["was"].strip(_QUOTES), found["now"].strip(_QUOTES)
    return (was, now) if was and now and was != now else None


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """The same of several, each on a line of its own; none where it is no such thing."""
    each = [asked(line) for line in text.split("\n") if line.strip()]
    found = [pair for pair in each if pair]
    if found and len(found) == len(each):
        return tuple(found)
    whole = asked(text)
    return (whole,) if whole else ()


def points(text: str) -> bool:
    """Whether an arrow leads from what is wrong to what is right: on one line, that is no text of a release."""
    return _ARROW.search(text) is not None and "\n" not in text.strip()


def mended(text: str, was: str, now: str) -> tuple[str, int]:
    """A text with every whole occurrence replaced, and how many there were; 321 is no part of 1.321."""
    spaced = r"\s+".join(re.escape(each) for each in was.split())
    return re.subn(rf"(?<!\w)(?<!\d[.,]){spaced}(?!\w|[.,]\d)", lambda _: now, text)


def changes(before: tuple[str, str], after: tuple[str, str]) -> tuple[Change, ...]:
    """Where two versions, each a headline and a body, differ; in the order of the text."""
    old, new = _paragraphs(*before), _paragraphs(*after)
    found: list[Change] = _in_words(0, old[0], new[0])
    for tag, at, until, here, there in _steps(old[1:], new[1:]):
        if tag == "equal":
            continue
        if until - at == there - here:
            pairs = zip(old[at + 1 : until + 1], new[here + 1 : there + 1], strict=True)
            found += [change for number, (was, now) in enumerate(pairs, here + 1) for change in _in_words(number, was, now)]
        else:
            gone, come = " ".join(old[at + 1 : until + 1]), " ".join(new[here + 1 : there + 1])
            found.append(Change(here + 1, _short(gone), _short(come)))
    return tuple(found)


def _paragraphs(headline: str, body: str) -> list[str]:
    return [headline, *(" ".join(line.split()) for line in body.split("\n") if line.strip())]


def _in_words(paragraph: int, was: str, now: str) -> list[Change]:
    """The places where two paragraphs differ, each with the word behind it, so that a number is told with what it counts."""
    old, new = was.split(), now.split()
    found: list[Change] = []
    for at, until, here, there in _joined(_steps(old, new)):
        more = 1 if until < len(old) else 0
        less = 1 if not more and at else 0
        found.append(Change(paragraph, _said(old[at - less : until + more]), _said(new[here - less : there + more])))
    return found


def _joined(steps: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    joined: list[tuple[int, int, int, int]] = []
    for tag, at, until, here, there in steps:
        if tag == "equal":
            continue
        if joined and at - joined[-1][1] <= NEAR:
            first = joined.pop()
            at, here = first[0], first[2]  # noqa: PLW2901 - it begins where the one before it did
        joined.append((at, until, here, there))
    return joined


def _steps(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    return [tuple(each) for each in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]  # type: ignore[misc]  # each is a tag and four places


def _said(words: Sequence[str]) -> str:
    return _short(" ".join(words).strip(" ,;:."))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
