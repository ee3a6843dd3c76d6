"""*hari ini*: what waits for one person today, a line for each kind of thing, with what opens it."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.permissions import Permission as P
from handlers.permissions import may
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import (
    appeals,
    blocks,
    delegates,
    erasures,
    inquiries,
    invitations,
    ledger,
    links,
    people,
    proposals,
    quotes,
    waiting,
)
from storage.ledger import Scope
from storage.records import InvitationStatus, Json, LinkState, Stage, Standing, Status
from storage.restored import since as held_since
from storage.waiting import Waits

SHOWN = 4  # things named in a line; the rest is counted
AHEAD = timedelta(hours=24)  # deadlines that run out by then are told
Found = Sequence[Waits]
Source = Callable[[Turn], Awaitable[Found]]


async def show(event: Inbound, turn: Turn) -> Reply:
    """Everything that waits for whoever asks; a kind word where nothing does."""
    lines = [
        _line(what, found)
        for what, permission, source in SOURCES
        if may(turn.person, permission)
        if (found := await source(turn))
    ]
    return say("today", lines=lines, at=turn.now.isoformat())


def _line(what: str, found: Found) -> Json:
    named = [
        {"id": each.id, "code": each.code, "at": each.at.isoformat() if each.at else "", "title": each.title}
        for each in found[:SHOWN]
    ]
    return {"what": what, "count": len(found), "items": named}


def _day(turn: Turn) -> tuple[datetime, datetime]:
    """When the office's today begins and ends."""
    zone = ZoneInfo(turn.db.office.zone)
    today = turn.now.astimezone(zone).date()
    return datetime.combine(today, time(), zone), datetime.combine(today + timedelta(days=1), time(), zone)


async def _events(turn: Turn) -> Found:
    """What begins today; for those who send invitations and for officials all, for others what they are invited to."""
    begins, ends = _day(turn)
    if may(turn.person, P.SEND) or may(turn.person, P.DELEGATE):
        held = await invitations.between(turn.db, begins, ends)
    else:
        held = tuple(each for each, _ in await invitations.of_person(turn.db, turn.person, turn.now))
    return [Waits(each.id, each.code, each.starts_at, each.title) for each in held if each.starts_at and each.starts_at < ends]


async def _approvals(turn: Turn) -> Found:
    return [each._replace(at=None) for each in await waiting.to_approve(turn.db, turn.person)]


async def _drafts(turn: Turn) -> Found:
    return [each._replace(at=None) for each in await waiting.own_drafts(turn.db, turn.person)]


async def _to_send(turn: Turn) -> Found:
    return [each._replace(at=None) for each in await waiting.in_status(turn.db, Status.APPROVED, InvitationStatus.APPROVED)]


async def _scheduled(turn: Turn) -> Found:
    """What goes out by itself today."""
    _, ends = _day(turn)
    planned = await waiting.in_status(turn.db, Status.SCHEDULED, InvitationStatus.SCHEDULED)
    return [each for each in planned if each.at and each.at < ends]


async def _halted(turn: Turn) -> Found:
    return [each._replace(at=None) for each in await waiting.in_status(turn.db, Status.PAUSED)]


async def _queue(turn: Turn) -> Found:
    """Links to decide on; one's own word that waits for a second person is left out."""
    own = [link for link, by in (await proposals.waiting(turn.db)).items() if by == turn.person.id]
    left = (await links.tally(turn.db)).get(LinkState.RECEIVED, 0) - len(own)
    return [Waits(0, "")] * left


async def _questions(turn: Turn) -> Found:
    """Nobody's, and those that the person holds."""
    held = await inquiries.open_ones(turn.db)
    return [Waits(each.id, each.code, each.due_at) for each in held if each.holder_id in {None, turn.person.id}]


async def _asked(turn: Turn) -> Found:
    return [Waits(each.id, each.code) for each in await inquiries.open_of(turn.db, turn.person.id)]


async def _quotes(turn: Turn) -> Found:
    return [Waits(each.id, "") for each in await quotes.waiting_for(turn.db, await delegates.answers_for(turn.db, turn.person))]


async def _appeals(turn: Turn) -> Found:
    return [Waits(each.id, "", each.due_at) for each in await appeals.open_ones(turn.db)]


async def _applicants(turn: Turn) -> Found:
    return [Waits(each.id, "") for each in await people.in_standing(turn.db, Standing.WAITING)]


async def _blocks(turn: Turn) -> Found:
    """Proposed by somebody else and not confirmed, or appealed and not answered."""
    found = await blocks.everything_open(turn.db)
    second = [each for each in found if each.confirmed_at is None and each.asked_by != turn.person.id]
    appealed = [each for each in found if each.holds and each.appealed_at and each.answered_at is None]
    return [Waits(each.id, each.code) for each in (*second, *appealed)]


async def _erasures(turn: Turn) -> Found:
    return [Waits(each.id, each.code, each.due_at) for each in await erasures.waiting(turn.db)]


async def _restored(turn: Turn) -> Found:
    return [Waits(0, "")] if held_since(turn.db.office) else []


async def _stopped(turn: Turn) -> Found:
    return await waiting.stopped(turn.db)


async def _recap(turn: Turn) -> Found:
    """Last month's recognised links that stand in no recap yet."""
    begins, _ = _day(turn)
    this = begins.date().replace(day=1)
    month = (this - timedelta(days=1)).replace(day=1)
    since, until = (datetime.combine(each, time(), begins.tzinfo) for each in (month, this))
    number = (await ledger.count(turn.db, Stage.RECAPPED, Scope(month, since, until))).links
    return [Waits(0, "", datetime.combine(month, time(12), begins.tzinfo))] * number


async def _deadlines(turn: Turn) -> Found:
    return await waiting.deadlines(turn.db, turn.person, turn.now, turn.now + AHEAD)


async def _unanswered(turn: Turn) -> Found:
    return await waiting.unanswered(turn.db, turn.person, turn.now)


# In the order in which they are told; the name of each leads to its sentence in messages/today.py.
SOURCES: tuple[tuple[str, P, Source], ...] = (
    ("stopped", P.RULE, _stopped),
    ("restored", P.RULE, _restored),
    ("events", P.RECEIVE, _events),
    ("unanswered", P.SUBMIT, _unanswered),
    ("deadlines", P.SUBMIT, _deadlines),
    ("asked", P.ASK, _asked),
    ("approvals", P.APPROVE, _approvals),
    ("quotes", P.AGREE, _quotes),
    ("to_send", P.SEND, _to_send),
    ("scheduled", P.SEND, _scheduled),
    ("halted", P.SEND, _halted),
    ("drafts", P.DRAFT, _drafts),
    ("questions", P.ANSWER, _questions),
    ("queue", P.VERIFY, _queue),
    ("appeals", P.VERIFY, _appeals),
    ("applicants", P.REGISTER, _applicants),
    ("blocks", P.REGISTER, _blocks),
    ("erasures", P.RULE, _erasures),
    ("recap", P.LEDGER, _recap),
)
