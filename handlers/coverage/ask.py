"""*berita banjir*, *media apa yang hadir*: a short answer with at most five links (O4)."""

from collections import Counter
from dataclasses import asdict
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.coverage.asked import asks_news, asks_who_came, called, read
from handlers.coverage.counting import begin, countable
from handlers.coverage.counts import counted, firsts
from handlers.turn import Reply, Turn, say
from messages.inbound import Happening, Inbound
from storage import coverage, delegates, invitations, outlets, people
from storage.coverage import Row
from storage.database import OfficeDb
from storage.records import Json, Role

SHOWN: Final = 5
RECENT: Final = timedelta(days=7)  # how long after an event it is still the one that is meant


def is_news(event: Inbound) -> bool:
    """*berita …*."""
    return event.happening is Happening.SAID and not event.files and asks_news(event.text)


def is_who_came(event: Inbound) -> bool:
    """*media apa yang hadir*."""
    return event.happening is Happening.SAID and not event.files and asks_who_came(event.text)


async def news(event: Inbound, turn: Turn) -> Reply:
    """Articles of some days, of some words, or that name the official."""
    office = turn.db.office
    sought = read(event.text, turn.now.astimezone(ZoneInfo(office.zone)).date())
    names = [*(await _names(turn) if sought.mine else ("",))]
    span = begin(office, sought.days.first), begin(office, sought.days.last + timedelta(days=1))
    found: dict[int, Row] = {}
    for name in names:
        rows = await coverage.recognised(turn.db, *span, about=(*sought.words, *([name] if name else [])))
        found |= {each.id: each for each in rows}
    rows = [found[each] for each in sorted(found)]
    facts = {
        "words": " ".join(sought.words),
        "names": [each for each in names if each],
        "first": span[0].isoformat(),
        "last": begin(office, sought.days.last).isoformat(),
        **asdict(counted(countable(rows, office))),
        "shown": shown(turn.db, rows),
    }
    return say("news", **facts)


async def _names(turn: Turn) -> list[str]:
    """Whose news *berita saya* is, without titles: one's own, and for a delegate that of who named them."""
    of = await delegates.officials_of(turn.db, turn.person.id) if turn.person.role is Role.DELEGATE else (turn.person.id,)
    return [called(each.name) for each in [await people.find(turn.db, one) for one in of] if each]


def shown(db: OfficeDb, rows: list[Row]) -> list[Json]:
    """The newest of them, one for each text; those that nobody could read each by themselves."""
    same = firsts(countable(rows, db.office))
    texts: dict[int, Row] = {}
    for each in rows:
        texts.setdefault(same.get(each.id, each.id), each)
    newest = sorted(texts.values(), key=lambda each: each.id, reverse=True)[:SHOWN]
    return [
        {
            "code": f"L-{each.number}",
            "outlet": each.outlet,
            "at": each.received_at.isoformat(),
            "title": each.title or each.headline,
            "address": each.address,
        }
        for each in newest
    ]


async def who_came(event: Inbound, turn: Turn) -> Reply:
    """The outlets of those who came to the latest event that has begun, or is about to."""
    held = await invitations.between(turn.db, turn.now - RECENT, turn.now + timedelta(hours=2))
    if not held:
        return say("came_nowhere")
    latest = held[-1]
    came = [person for person, invitee in await invitations.attendance(turn.db, latest) if invitee.arrived_at]
    names = [each.name for each in [await outlets.find(turn.db, person.outlet_id or 0) for person in came] if each]
    facts: Json = {
        "code": latest.code,
        "title": latest.title,
        "at": latest.starts_at.isoformat() if latest.starts_at else "",
        "people": len(came),
        "outlets": [list(each) for each in sorted(Counter(names).items())],
    }
    return say("came", **facts)
