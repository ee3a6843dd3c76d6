"""Rule: what people write under a picture of a page or a clip: *cetak 22/11 hal 5*, *radio kemarin jam 07.15*."""

import re
from dataclasses import dataclass, replace
from datetime import date

from handlers.grammar import simplify
from handlers.when import Misread, read_date
from storage.records import Medium

LONGEST = 40  # characters of a page or an hour, as it is kept

_MEDIA = {
    Medium.PRINT: "cetak koran majalah tabloid epaper harian print printed newspaper magazine paper",
    Medium.TV: "tv televisi television tivi",
    Medium.RADIO: "radio rri siaran radio",
}
MEDIA = {word: medium for medium, words in _MEDIA.items() for word in words.split()}
MEDIA.pop("siaran")
PAGE = re.compile(
    r"(?:\b(?:hal(?:aman)?|hlm|page|p)\b[\s.:]*)(?P<page>[a-z]?\d{1,3}[a-z]?(?:\s?[-–&]\s?[a-z]?\d{1,3}[a-z]?)?)", re.IGNORECASE
)
BARE_PAGE = re.compile(r"[a-z]?\d{1,3}[a-z]?(?:\s?[-–&]\s?[a-z]?\d{1,3}[a-z]?)?", re.IGNORECASE)
HOUR = re.compile(
    r"(?:\b(?:jam|pukul|pkl|at)\b[\s.:]*)?(?<![\d/.-])(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?![\d/.])", re.IGNORECASE
)
FULL_HOUR = re.compile(r"\b(?:jam|pukul|pkl|at)\b[\s.:]*(?P<hour>[01]?\d|2[0-3])\b(?![./:]\d)", re.IGNORECASE)
FRONT = frozenset({"depan", "muka", "front"})
SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Told:
    """What was said so far. `place` is a page, or an hour on the air; `words` is what is left, perhaps of which release it is."""

    medium: Medium | None = None
    day: date | None = None
    place: str = ""
    words: str = ""


def read(text: str, today: date) -> Told:
    """What a caption tells of a proof."""
    rest, words = text, simplify(text).split()
    medium = next((MEDIA[word] for word in words if word in MEDIA), None)
    page = PAGE.search(rest)
    if page:
        rest = f"{rest[: page.start()]} {rest[page.end() :]}"
        return _dated(Told(medium or Medium.PRINT, None, _page(page["page"])), rest, today)
    hour = HOUR.search(rest) or FULL_HOUR.search(rest)
    if hour and medium is not Medium.PRINT:
        rest = f"{rest[: hour.start()]} {rest[hour.end() :]}"
        return _dated(Told(medium, None, _hour(hour)), rest, today)
    return _dated(Told(medium), rest, today)


def _dated(told: Told, rest: str, today: date) -> Told:
    """The longest run of words that is a day, not after today; what is left is said of something else."""
    words = [each for each in rest.split() if simplify(each) not in MEDIA]
    for length in range(min(4, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            day = day_in(" ".join(words[at : at + length]), today)
            if day:
                return replace(told, day=day, words=" ".join((*words[:at], *words[at + length :])))
    return replace(told, words=" ".join(words))


def day_in(text: str, today: date) -> date | None:
    """The day that an answer names; None for no day, or one to come."""
    day = read_date(text.strip(" ,.()"), today)
    return None if isinstance(day, Misread) or day > today else day


def place_in(text: str, medium: Medium) -> str:
    """The page or the hour that an answer names; empty for neither."""
    if medium is Medium.PRINT and FRONT & set(simplify(text).split()):
        return "1"
    if medium is Medium.PRINT:
        page = PAGE.search(text)
        bare = None if page else BARE_PAGE.fullmatch(simplify(text))
        return _page(page["page"]) if page else _page(bare[0]) if bare else ""
    hour = HOUR.search(text) or FULL_HOUR.search(text) or re.fullmatch(r"\s*(?P<hour>[01]?\d|2[0-3])\s*", text)
    return _hour(hour) if hour else ""


def _page(text: str) -> str:
    return SPACES.sub("", text).upper()[:LONGEST]


def _hour(found: re.Match[str]) -> str:
    return f"{int(found['hour']):02}.{found.groupdict().get('minute') or '00'}"
