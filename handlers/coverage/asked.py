"""Rule: what an official asks of the news: *berita saya hari ini*, *berita banjir*, *media apa yang hadir*."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from handlers.grammar import simplify
from handlers.span import Span, asked

WEEK: Final = timedelta(days=6)
LONGEST: Final = 80  # characters of a question; what is longer is a text
_OPENING: Final = re.compile(
    r"(?:ada |apa )*(?:berita|(?:my )?news)\b(?: apa(?: saja)?)?(?: (?:tentang|soal|mengenai|about|on|of))?"
)
_MINE: Final = re.compile(r"^(?:tentang |soal |about )?(?:saya|aku|me|about me|my)\b")
_CAME: Final = re.compile(
    r"(?:media|wartawan) (?:apa|siapa|mana)(?: saja)? (?:yang |yg )?(?:hadir|datang)\b.*"
    r"|(?:which|what) (?:media|outlets) (?:came|were there|are there)\b.*"
)
_TITLES: Final = frozenset(
    "h hj k kh dr drs dra ir prof r rm ra pak bapak bu ibu gus nyai ust ustaz ustadz pdt letkol kolonel akbp kombes".split()
)
_DAYS: Final = ("hari ini", "today", "kemarin", "yesterday", "minggu ini", "this week", "minggu lalu", "last week", "bulan ini",
                "this month", "bulan lalu", "last month")  # fmt: skip


@dataclass(frozen=True)
class Sought:
    """What is sought: words that an article has to tell of, or the official themselves, on some days."""

    words: tuple[str, ...]
    mine: bool
    days: Span


def called(name: str) -> str:
    """A name as articles tell it: *Dr. H. Fulan Teladan, M.Si.* is Fulan Teladan."""
    words = name.partition(",")[0].split()
    while len(words) > 1 and (words[0].endswith(".") or words[0].casefold() in _TITLES):
        words = words[1:]
    while len(words) > 1 and "." in words[-1]:
        words = words[:-1]
    return " ".join(words)


def asks_who_came(text: str) -> bool:
    """*media apa yang hadir*."""
    return _CAME.fullmatch(simplify(text)) is not None


def asks_news(text: str) -> bool:
    """*berita …*."""
    return len(text) <= LONGEST and "\n" not in text.strip() and _OPENING.match(simplify(text)) is not None


def read(text: str, today: date) -> Sought:
    """What is meant by *berita …*: the last seven days where none are named, today where nothing else is."""
    words = simplify(re.sub(r"^my news", "news my", simplify(text)))
    rest = words[opening.end() :].strip() if (opening := _OPENING.match(words)) else words
    rest, days = _days(rest, today)
    mine = _MINE.match(rest) is not None
    rest = _MINE.sub("", rest).strip()
    found = tuple(re.findall(r"[\w-]+", rest))
    if days is None:
        days = Span(today - WEEK, today) if found or mine else Span(today, today)
    return Sought(found, mine, days)


def _days(rest: str, today: date) -> tuple[str, Span | None]:
    """The days that stand at the end of the words, and what stands before them."""
    for each in _DAYS:
        if rest.endswith(each):
            day = {"hari ini": today, "today": today}.get(each)
            return rest[: -len(each)].strip(), Span(day, day) if day else asked("" if each == "yesterday" else each, today)
    words = rest.split()
    for length in (3, 2, 1):
        tail = " ".join(words[-length:])
        if len(words) >= length and any(sign.isdigit() for sign in tail) and (span := asked(tail, today)):
            return " ".join(words[:-length]), span
    return rest, None
