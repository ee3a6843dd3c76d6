"""Quotes in the text of a release: how they are typed, whether they stand in it as agreed to, how they get in (rule)."""

import hashlib
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from handlers.naming import cleaned
from storage.records import Quote, QuoteState

LONGEST: Final = 600  # characters
SHORTEST: Final = 10  # letters
ALIKE: Final = 80  # percent from which what stands in a text is the quote, changed
_MARKS = "\"“”„«»'‘’"
_CODE = re.compile(r"\s*(?:rilis |release )?r?[\s.#_\-\u2010-\u2015]*[0-9]{1,9}[\s:,;.-]*", re.IGNORECASE)
_MARKED = re.compile(rf"[{_MARKS}](?P<words>.+)[{_MARKS}](?P<speaker>[^{_MARKS}]*)", re.DOTALL)
_PLAIN = re.compile(r"(?P<words>.+)\s(?:dari|oleh|from|by)\s(?P<speaker>.+)", re.DOTALL | re.IGNORECASE)
_FROM = re.compile(r"[\s,.;:—-]*(?:(?:dari|oleh|ujar|kata|from|by)\s+)?", re.IGNORECASE)


class Typed(NamedTuple):
    """A quote and who said it, either empty where it was not typed."""

    words: str
    speaker: str


class Unsettled(StrEnum):
    """Why a quote keeps a release back."""

    WAITING = "waiting"
    ALTERED = "altered"  # what stands in the text is not what was agreed to
    WITHDRAWN = "withdrawn"  # it stands in the text, and nobody agrees to it any more


def typed(text: str) -> Typed:
    """What was typed behind the command: R-232 "…" dari Ir. Fulan."""
    rest = text[found.end() :] if (found := _CODE.match(text)) else text
    match = _MARKED.fullmatch(rest.strip()) or _PLAIN.fullmatch(rest.strip())
    if match is None:
        return Typed(bare(rest), "")
    return Typed(bare(match["words"]), cleaned(_FROM.sub("", match["speaker"], count=1)).rstrip("."))


def bare(text: str) -> str:
    """A quote without the marks around it, and without what ends its sentence but for a question or a call."""
    return cleaned(text).strip(_MARKS + " ").rstrip(".,;: ")


def checked(words: str) -> str:
    """A quote as it is kept. ValueError with short or long."""
    if sum(each.isalpha() for each in words) < SHORTEST:
        raise ValueError("short")
    if len(words) > LONGEST:
        raise ValueError("long")
    return words


def fingerprint(words: str, speaker: str) -> str:
    """What an official agrees to, in the twelve letters that a button carries."""
    return hashlib.sha256(f"{words}\n{speaker}".encode()).hexdigest()[:12]


def stands(words: str, body: str) -> bool:
    """Whether a quote is in a text word for word."""
    return cleaned(words) in cleaned(body)


def unsettled(quotes: Sequence[Quote], body: str) -> list[tuple[Quote, Unsettled]]:
    """What keeps a text from going out: what nobody agreed to, or agreed to otherwise. What is not in it keeps nothing back."""
    agreed = [each for each in quotes if each.state is QuoteState.AGREED and stands(each.words, body)]
    return [(each, why) for each in quotes if (why := _why(each, body, agreed))]


def _alike(words: str, text: str) -> bool:
    return fuzz.partial_ratio(cleaned(words), cleaned(text)) >= ALIKE


def _why(quote: Quote, body: str, agreed: Sequence[Quote]) -> Unsettled | None:
    """`agreed` are those that stand in the text as they were agreed to; one of them may be what another became."""
    exact, alike = stands(quote.words, body), _alike(quote.words, body)
    match quote.state:
        case QuoteState.WAITING:
            return Unsettled.WAITING if exact or alike else None
        case QuoteState.AGREED:
            became = any(_alike(quote.words, each.words) for each in agreed)
            return Unsettled.ALTERED if alike and not exact and not became else None
    return Unsettled.WITHDRAWN if exact and quote.fingerprint not in {each.fingerprint for each in agreed} else None


def with_quote(body: str, words: str, speaker: str) -> str:
    """A text with a quote at its end, unless it is in it; releases are written in Indonesian."""
    if stands(words, body):
        return body
    ends = "" if words.endswith(("?", "!")) else ","
    return f'{body.rstrip()}\n\n"{words}{ends}" ujar {speaker}.'


def exchanged(body: str, was: str, words: str, speaker: str) -> str:
    """A text with a quote in the place of another; at the end where the other is not in it as it was."""
    return body.replace(was, words, 1) if was in body else with_quote(body, words, speaker)
