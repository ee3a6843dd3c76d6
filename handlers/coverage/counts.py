"""Rule: numbers that cannot flatter: recognised links, different texts, different outlets. A "reach" nobody knows is not made up.

A page that nobody could read adds no text. A text counts once, on the day of the first link to it, so that the days add up.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Link:
    """A recognised link as it is counted. `copies` are links that came before with the same text, in the span or not."""

    id: int
    day: date
    outlet: str  # empty where it is not known
    read: bool
    copies: Sequence[int] = ()


@dataclass(frozen=True)
class Numbers:
    """All that is said of a span. `unread` are links whose page nobody could read."""

    links: int = 0
    texts: int = 0
    unread: int = 0
    outlets: int = 0


@dataclass(frozen=True)
class Day:
    """One day of a span."""

    day: date
    links: int
    texts: int


def firsts(links: Sequence[Link]) -> Mapping[int, int]:
    """For each link that was read the first with the same text, which may have come before the span."""
    found: dict[int, int] = {}
    for each in sorted(links, key=lambda link: link.id):
        if each.read:
            found[each.id] = min((found.get(copy, copy) for copy in each.copies), default=each.id)
    return found


def counted(links: Sequence[Link]) -> Numbers:
    """The numbers of some links."""
    unread = sum(not each.read for each in links)
    outlets = {each.outlet for each in links} - {""}
    return Numbers(len(links), len(set(firsts(links).values())), unread, len(outlets))


def by_day(links: Sequence[Link], first: date, last: date) -> tuple[Day, ...]:
    """The numbers of each day of a span, also of those without any."""
    ordered = sorted(links, key=lambda link: link.id)
    days, same = {each.id: each.day for each in ordered}, firsts(ordered)
    opened: dict[int, date] = {}
    for link, text in same.items():
        opened.setdefault(text, days[link])
    received, texts = Counter(days.values()), Counter(opened.values())
    span = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return tuple(Day(day, received[day], texts[day]) for day in span)


def by_outlet(links: Sequence[Link]) -> tuple[tuple[str, int], ...]:
    """Outlets that are known with how many links each has, the most first."""
    found = Counter(each.outlet for each in links if each.outlet)
    return tuple(sorted(found.items(), key=lambda each: (-each[1], each[0])))
