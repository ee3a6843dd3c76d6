"""Rule: what a look at a recognised link found, by what was known of its page.

A page is absent where two signals say so: an error instead of it, the site's front page, neither its title nor its text, the
very page that the site shows at an address nobody has ever published, or a site that answers nowhere. One signal alone is
a doubt. What a site shows to no program says nothing, and neither does anything that may be the fault of our own network.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice
from typing import Final

from rapidfuzz import fuzz

from handlers.links.address import read
from handlers.links.article import Article
from handlers.links.boilerplate import story
from handlers.links.canonical import Kind, canonical
from handlers.links.copies import same_text
from handlers.links.similarity import LONGEST, traits
from handlers.links.visit import Fault, Visited
from storage.records import LookResult

TITLED: Final = 60  # of a hundred: how alike two titles are that are the same one, edited
LEFT: Final = 5  # percent of a text; what has less of it is another one
NOWHERE: Final = frozenset({Fault.LATER, Fault.LOST, Fault.FORBIDDEN})  # nobody gets a page there
PATIENCE: Final = frozenset({408, 425, 429})
LINES, AROUND, WIDE = 12, 4, 240  # of a difference: lines, words around a change, characters of a line


class Signal(StrEnum):
    """What speaks for a page being absent."""

    STATUS = "status"  # an error or no answer instead of it
    SILENT = "silent"  # the site answers nowhere
    HOME = "home"  # it leads to the front page or a list
    TITLE = "title"  # its title is not there
    TEXT = "text"  # nothing of its text is there
    INVENTED = "invented"  # the site shows the same at an address that never was


@dataclass(frozen=True)
class Known:
    """What the page said when it was last read; empty where that was never."""

    title: str = ""
    text: str = ""


@dataclass(frozen=True)
class Look:
    """What one look found, and what it measured."""

    result: LookResult
    signals: tuple[Signal, ...] = ()
    status: int = 0  # of the site's last answer
    alike: int | None = None  # percent of the known text that is there
    difference: str = ""
    title: str = ""  # as it is now, where it is new
    text: str = ""


def never_published(address: str) -> str:
    """An address of the same site that no article ever had."""
    found = read(address)
    return f"https://{found.host}/tidak-pernah-terbit-{len(address)}-meja-humas" if found else ""


def signals(known: Known, found: Visited) -> tuple[Signal, ...]:
    """What speaks for the page being absent, before anything else of its site was asked."""
    if found.page is None:
        return (Signal.STATUS,) if found.fault in NOWHERE and not _asks_for_patience(found) and not _answered(found) else ()
    error = (Signal.STATUS,) if found.page.status >= 400 else ()
    home = canonical(found.page.address).kind is Kind.REFUSED and canonical(found.page.asked).kind is not Kind.REFUSED
    gone = _gone(known, found.article) if error or found.article else ()
    return (*error, *((Signal.HOME,) if home else ()), *gone)


def doubtful(known: Known, found: Visited) -> bool:
    """Whether more of the site, and others, should be asked before this is believed."""
    return bool(signals(known, found)) or (found.page is not None and not known.text)


def judged(known: Known, found: Visited, invented: Visited | None, *, online: bool) -> Look:
    """What was found. `invented` is what the site shows at an address that never was; `online` whether others answered us."""
    if found == Visited():
        return Look(LookResult.NOTHING)
    status = found.page.status if found.page else next((each.status for each in reversed(found.hops)), 0)
    if found.page is None and _asks_for_patience(found):
        return Look(LookResult.LATER, status=status)
    seen = signals(known, found) + _of_site(found, invented)
    alike = _alike(known, found.article)
    if len(seen) > 1:
        return Look(LookResult.ABSENT if online else LookResult.OURS, seen, status, alike)
    if seen:
        return Look(LookResult.DOUBTFUL if online else LookResult.OURS, seen, status, alike)
    if found.page is None or found.article is None or found.article.hidden:
        return Look(LookResult.CLOSED, (), status, alike)
    return _compared(known, found.article, status, alike)


def _answered(found: Visited) -> bool:
    """Whether the site said something, and only its rules for programs could not be had."""
    return found.fault is Fault.LATER and bool(found.hops) and not 300 <= found.hops[-1].status < 400


def _asks_for_patience(found: Visited) -> bool:
    last = found.hops[-1].status if found.hops else 0
    return found.fault is Fault.LATER and (last in PATIENCE or (not found.hops and found.wait > 0))


def _gone(known: Known, article: Article | None) -> tuple[Signal, ...]:
    title, text = article.title if article else "", article.text if article else ""
    words = f"{title}\n{text}".casefold()
    kept = known.title.casefold() in words or fuzz.token_set_ratio(known.title.casefold(), title.casefold()) >= TITLED
    left = _alike(known, article)
    return (
        *((Signal.TITLE,) if known.title and not kept else ()),
        *((Signal.TEXT,) if known.text and (left or 0) < LEFT else ()),
    )


def _of_site(found: Visited, invented: Visited | None) -> tuple[Signal, ...]:
    """What the rest of the site says."""
    if invented is None:
        return ()
    if found.page is None:
        silent = invented.page is None and invented.fault in NOWHERE and not invented.hops and not invented.wait
        return (Signal.SILENT,) if silent and found.fault in NOWHERE and not _answered(found) else ()
    return (Signal.INVENTED,) if _same_page(found, invented) else ()


def _same_page(one: Visited, other: Visited) -> bool:
    """Whether two addresses show the same: not only the same menu around what they show."""
    if one.page is None or other.page is None or one.page.status != other.page.status:
        return False
    if one.page.body == other.page.body:
        return True
    first, second = one.article, other.article
    if first is None or second is None or first.title != second.title:
        return False
    here, there = traits(first.title, first.text), traits(second.title, second.text)
    return same_text(here, there) or not (here.shingles or there.shingles)


def _alike(known: Known, article: Article | None) -> int | None:
    """Of the known text, the percent of words in a row that are still there."""
    before = traits(known.title, known.text).shingles
    if not before:
        return None
    now = traits(article.title, article.text).shingles if article else frozenset()
    return round(100 * len(before & now) / len(before))


def _compared(known: Known, article: Article, status: int, alike: int | None) -> Look:
    if not known.text:
        return Look(LookResult.FIRST, (), status, alike, "", article.title, article.text)
    said = difference(known, Known(article.title, article.text))
    if not said:
        return Look(LookResult.SAME, (), status, alike)
    return Look(LookResult.CHANGED, (), status, alike, said, article.title, article.text)


def difference(before: Known, now: Known) -> str:
    """What was taken out and what was put in, the changed words with some around them; empty where the story is the same."""
    was, became = _story(before), _story(now)
    lines: list[str] = []
    for kind, one, two, three, four in SequenceMatcher(None, was, became, autojunk=False).get_opcodes():
        gone, come = was[one:two], became[three:four]
        if kind == "replace" and len(gone) == len(come):
            lines += [line for pair in zip(gone, come, strict=True) for line in _words_changed(*pair)]
        elif kind != "equal":
            lines += [f"− {_cut(each)}" for each in gone] + [f"+ {_cut(each)}" for each in come]
    more = [f"… +{len(lines) - LINES}"] if len(lines) > LINES else []
    return "\n".join([*lines[:LINES], *more])


def _story(known: Known) -> list[str]:
    return [" ".join(known.title.split()), *story(known.text[:LONGEST])]


def _words_changed(was: str, became: str) -> tuple[str, str]:
    """The stretch of two versions of a paragraph in which they differ."""
    one, two = was.split(), became.split()
    same = [a == b for a, b in zip(one, two, strict=False)]
    first = same.index(False) if False in same else len(same)
    tail = [a == b for a, b in zip(reversed(one), reversed(two), strict=False)]
    last = min(tail.index(False) if False in tail else len(tail), len(one) - first, len(two) - first)
    return f"− {_stretch(one, first, last)}", f"+ {_stretch(two, first, last)}"


def _stretch(words: Sequence[str], first: int, last: int) -> str:
    begin, end = max(0, first - AROUND), min(len(words), len(words) - last + AROUND)
    dots = ("… " if begin else "", " …" if end < len(words) else "")
    return f"{dots[0]}{_cut(' '.join(islice(words, begin, end)))}{dots[1]}"


def _cut(line: str) -> str:
    return re.sub(r"\s+", " ", line) if len(line) <= WIDE else f"{line[:WIDE]}…"
