"""Rule: the links of an exported WhatsApp chat with the moments that it names. Names, numbers and words are left behind.

Phones write the head of a message in their own way: `22/11/26 14.05 - Rina: …`, `[22/11/2026, 14:05:33] Rina: …`,
`11/22/26, 2:05 PM - Rina: …`. Which of two numbers is the day is decided once, for the whole chat.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from handlers.links.extract import links_in

_GAP = "[ \u00a0\u202f]"
_WHEN = (
    rf"(?P<a>\d{{1,4}})[/.-](?P<b>\d{{1,2}})[/.-](?P<c>\d{{2,4}}),?{_GAP}(?:pukul |jam |at )?"
    rf"(?P<hour>\d{{1,2}})[.:](?P<minute>\d{{2}})(?:[.:](?P<second>\d{{2}}))?(?:{_GAP}?(?P<half>[AaPp])\.?[Mm]\.?)?"
)
HEAD = re.compile(rf"[\u200e\u200f\u202a-\u202e\ufeff]*(?:\[{_WHEN}\]|{_WHEN.replace('?P<', '?P<x')}{_GAP}[-\u2013]){_GAP}")
SAYS = re.compile(r"[^:\n]{1,120}:(?=[\s\u200e]|$)")  # a line of the app itself has nobody who says it
FIELDS = ("a", "b", "c", "hour", "minute", "second", "half")
ORDERS = ((0, 1), (1, 0))  # where the day stands, and where the month; Indonesian phones write the day first
MOST = 500  # links of one chat; of more the newest are taken

Moment = tuple[str, ...]
"""The parts of a head as they were written: three numbers of the day, hour, minute, second, A or P."""


@dataclass(frozen=True)
class Export:
    """What is taken from a chat: how many messages it has, its links with their moments by the phone's clock, each once."""

    messages: int
    links: tuple[tuple[str, datetime | None], ...]
    left_out: int = 0  # older links, where there were more than are taken


def read(text: str, now: datetime) -> Export:
    """The links of a chat. `now` names the zone of its clock. ValueError where the text is no exported chat."""
    messages = list(_messages(text))
    if not messages:
        raise ValueError("not_a_chat")
    order = _order([when for when, _ in messages], now)
    found: dict[str, datetime | None] = {}
    for when, said in messages:
        for link in links_in(said) if "." in said else ():
            found.setdefault(link, _moment(when, order, now))
    links = list(found.items())
    spoken = sum(1 for _, said in messages if said)
    return Export(spoken, tuple(links[-MOST:]), max(0, len(links) - MOST))


def _messages(text: str) -> Iterator[tuple[Moment, str]]:
    """Each message with its moment; a line without a head goes on with the one before. What the app says is empty."""
    when: Moment = ()
    lines: list[str] = []
    for line in text.splitlines():
        head = HEAD.match(line)
        if head is None:
            lines.append(line)
            continue
        if when:
            yield when, _said(lines)
        held = head.groupdict()
        when = tuple(held[name] or held[f"x{name}"] or "" for name in FIELDS)
        lines = [line[head.end() :]]
    if when:
        yield when, _said(lines)


def _said(lines: Sequence[str]) -> str:
    """The words without who said them."""
    whole = "\n".join(lines)
    who = SAYS.match(whole)
    return whole[who.end() :].strip() or "…" if who else ""


def _order(heads: Sequence[Moment], now: datetime) -> tuple[int, int]:
    """The order of day and month in which all moments of a chat are dates, and go on rather than back."""
    return min(ORDERS, key=lambda order: _strangeness(heads, order, now))


def _strangeness(heads: Sequence[Moment], order: tuple[int, int], now: datetime) -> tuple[int, int]:
    """How many moments cannot be, and how many go back."""
    read_so = [_moment(head, order, now) for head in heads]
    known = [each for each in read_so if each]
    impossible = len(read_so) - len(known) + sum(1 for each in known if each > now)
    return impossible, sum(1 for one, other in pairwise(known) if other < one)


def _moment(head: Moment, order: tuple[int, int], now: datetime) -> datetime | None:
    a, b, c, hour, minute, second, half = head
    year, month, day = (a, b, c) if len(a) == 4 else (c, (a, b)[order[1]], (a, b)[order[0]])
    shown = int(hour) % 12 + 12 * (half in "Pp") if half else int(hour)
    whole = (int(year) + 2000 * (int(year) < 100), int(month), int(day), shown, int(minute), int(second or 0))
    try:
        return datetime(*whole, tzinfo=now.tzinfo)
    except ValueError:
        return None
