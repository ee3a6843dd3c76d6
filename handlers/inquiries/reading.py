"""What people type about questions, taken apart: the code they mean, and the words behind it (rule)."""

import re
from datetime import datetime
from itertools import product
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from handlers.grammar import DASHES, code_in, simplify
from handlers.naming import cleaned
from handlers.when import Misread, read_moment
from messages.inbound import Happening, Inbound

LONGEST: Final = 1000  # characters of a question
ANSWER: Final = 2000  # and of an answer
SHORTEST: Final = 5  # letters and digits
SOURCE: Final = 200
NEAR: Final = 24  # words of an answer among which the hour of an interview is looked for
SPAN: Final = 8  # words of an hour, such as "hari Selasa tanggal 24 November 2026 pukul 10.00"
CODE: Final = rf"(?:(?:pertanyaan|tiket|ticket|question) )?t{DASHES}[0-9]{{1,9}}"
_LEAD = re.compile(rf"\s*(?P<letter>[rtu]){DASHES}0*(?P<number>[1-9][0-9]{{0,8}})(?!\w)[\s:,;.-]*", re.IGNORECASE)
_ALONE = re.compile(CODE)
_STATUS = re.compile(rf"(?:status|cek|lihat|show) {CODE}")
_WITHDRAW = re.compile(rf"(?:tarik|batal|batalkan|cabut|withdraw|cancel)(?: pertanyaan| question)? {CODE}")
_FURTHER = re.compile(rf"{CODE}[\s:,;.-]+\S.*", re.DOTALL)
_BACKGROUND = re.compile(
    r"(?:(?:ini |hanya |untuk |sebagai |as )*(?:latar(?: belakang)?|background)(?: saja| only)?|off the record"
    r"|(?:jangan|tidak|bukan|tdk|tak)(?: boleh| untuk)? (?:dikutip|kutipan)"
    r"|(?:do not|don't|not for|not to be) (?:quote|quoted|quotation))"
)
_INTERVIEW = re.compile(r"(?:minta |request (?:an )?)?(?:wawancara|interview) (?:dengan|bersama|with) \S.*", re.DOTALL)
_TOPIC = re.compile(r"(?<!\w)(?:tentang|soal|mengenai|terkait|perihal|seputar|about|regarding|on) \S")
_TO = re.compile(r"(?:ke|kepada|to)\s+", re.IGNORECASE)
_TITLE = re.compile(r"(?:sumber(?:nya)?|dari|source|by|oleh)\s*:?\s+", re.IGNORECASE)


class Meant(NamedTuple):
    """A code and what follows it: "R-231 berapa KK?" is R, 231 and the question. Without a code the letter is empty."""

    letter: str
    number: int
    words: str


def split(text: str) -> Meant:
    """What was typed behind a command."""
    found = _LEAD.match(text)
    if not found:
        return Meant("", 0, text.strip())
    return Meant(found["letter"].upper(), int(found["number"]), text[found.end() :].strip())


def number(text: str) -> int:
    """The number of a question's code, or 0."""
    meant = split(text)
    return meant.number if meant.letter == "T" else code_in(text, "T") or 0


def behind(text: str) -> str:
    """What is typed behind a code: "T-77 ke Dinas PU" is "Dinas PU"."""
    return unit(split(text).words)


def unit(text: str) -> str:
    """An office's name without the little word before it."""
    return _TO.sub("", text.strip(), count=1)


def question(text: str) -> str:
    """A question as it is kept. ValueError with short or long."""
    return _sized(text, LONGEST)


def answer(text: str) -> str:
    """An answer as it is kept. ValueError with short or long."""
    return _sized(text, ANSWER)


def parted(text: str) -> tuple[str, str]:
    """An answer whose last line says who may be quoted, or that it is for background: both parts; else no second one."""
    above, _, last = text.strip().rpartition("\n")
    return (above, last) if above and (_TITLE.match(last) or is_background(last)) else (text, "")


def is_interview(text: str) -> bool:
    """Whether a question asks for an interview: *wawancara dengan Kepala BPBD*."""
    return _INTERVIEW.fullmatch(simplify(text)) is not None


def has_topic(text: str) -> bool:
    """Whether it says what the interview is about."""
    return _TOPIC.search(simplify(text)) is not None


def appointment(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When somebody may be met: the moment that an answer names first; None where that is none, has no hour, or is over."""
    words = text.split()
    spans = product(range(min(len(words), NEAR)), range(SPAN, 0, -1))
    read = (read_moment(" ".join(words[first : first + length]).strip(".,;()"), now, zone) for first, length in spans)
    named = next((each for each in read if each is not Misread.NOT_A_MOMENT), None)
    return named if isinstance(named, datetime) else None


def _sized(text: str, longest: int) -> str:
    lines = [cleaned(line) for line in text.splitlines()]
    kept = "\n".join(lines).strip()
    if sum(each.isalnum() for each in kept) < SHORTEST:
        raise ValueError("short")
    if len(kept) > longest:
        raise ValueError("long")
    return kept


def is_background(text: str) -> bool:
    """Whether an answer is for background alone."""
    return _BACKGROUND.fullmatch(simplify(text)) is not None


def source(text: str) -> str:
    """Name and title of whom may be quoted. ValueError with short or long."""
    said = cleaned(_TITLE.sub("", text, count=1))
    if sum(each.isalpha() for each in said) < SHORTEST:
        raise ValueError("short")
    if len(said) > SOURCE:
        raise ValueError("long")
    return said


def _said(event: Inbound, pattern: re.Pattern[str]) -> bool:
    return event.happening is Happening.SAID and pattern.fullmatch(simplify(event.text)) is not None


def is_status(event: Inbound) -> bool:
    """*status T-77*, *T-77*."""
    return _said(event, _STATUS) or _said(event, _ALONE)


def is_withdrawal(event: Inbound) -> bool:
    """*tarik T-77*, *batal T-77*."""
    return _said(event, _WITHDRAW)


def is_further(event: Inbound) -> bool:
    """*T-77 lalu berapa jiwa?*: the code, then words."""
    return _said(event, _FURTHER)
