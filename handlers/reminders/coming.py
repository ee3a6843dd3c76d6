"""Announcements that are taken on: the list, one of them, stopping, and sending what is due."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.grammar import DASHES, code_in, simplify
from handlers.page import page
from handlers.permissions import Permission, may
from handlers.turn import PRESSED, Reply, Sweep, Turn, instead, say
from handlers.when import next_weekly
from messages.card import News, Saying
from messages.inbound import Happening, Inbound
from storage import announcements, audit, occurrences, outbox, people
from storage.announcements import GROUPS
from storage.database import OfficeDb
from storage.people import ABLE
from storage.records import Announcement, Json, Purpose, RowState
from storage.restored import dropped

LATE = timedelta(hours=12)  # after that a missed one is not sent: what it says may be over
STOPS = re.compile(rf"(?:hentikan|batalkan|stop|cancel) (?:pengumuman |announcement )?p{DASHES}[0-9]+", re.IGNORECASE)
CODE = re.compile(rf"(?:pengumuman |announcement )?p{DASHES}[0-9]+", re.IGNORECASE)


def code_alone(text: str) -> int | None:
    """The number of an announcement where the text is nothing but its code."""
    return code_in(text, "P") if CODE.fullmatch(simplify(text)) else None


def is_code(event: Inbound) -> bool:
    """P-12 and nothing else."""
    return event.happening is Happening.SAID and code_alone(event.text) is not None


def is_stop(event: Inbound) -> bool:
    """*hentikan P-12*."""
    return event.happening is Happening.SAID and STOPS.fullmatch(simplify(event.text)) is not None


async def show_list(event: Inbound, turn: Turn) -> Reply:
    """*daftar pengumuman*: what is still to be sent."""
    facts = await _listed(turn, turn.token.object or 1)
    return instead("announcement_list", **facts) if turn.token.action else say("announcement_list", **facts)


async def show_one(event: Inbound, turn: Turn) -> Reply:
    """*P-12*."""
    return await show_number(code_alone(event.text) or 0, turn)


async def show_number(number: int, turn: Turn) -> Reply:
    """One announcement: staff see how it stands, who received it reads it again."""
    found = await announcements.by_number(turn.db, number)
    if found and may(turn.person, Permission.SEND):
        return say("announcement_one", **await _state(turn.db, found))
    if found and await announcements.was_told(turn.db, found, turn.person):
        return say("announcement", code=found.code, text=found.body)
    return say("announcement_unknown", code=f"P-{number}")


async def hear_stop(event: Inbound, turn: Turn) -> Reply:
    """*hentikan P-12*, or *hentikan pengumuman 12*."""
    number = code_in(turn.argument or event.text, "P")
    found = await announcements.by_number(turn.db, number) if number else None
    if number is None:
        return await show_list(event, turn)
    return await _stop(found, turn) if found else say("announcement_unknown", code=f"P-{number}")


async def stop(event: Inbound, turn: Turn) -> Reply:
    """The button; in a list it takes the announcement out of it."""
    found = await announcements.find(turn.db, turn.token.object)
    if found is None:
        return say("desk_stale")
    reply = await _stop(found, turn)
    if turn.token.version != "list":
        return reply
    shown = Saying("announcement_list", await _listed(turn, 1), replaces=PRESSED)
    return Reply((shown, *reply.cards))


async def _stop(found: Announcement, turn: Turn) -> Reply:
    """Nothing more of it is sent: what was to come, and what still waits of a sending."""
    ended = await announcements.stop(turn.db, found, turn.now)
    sending = await announcements.last_sending(turn.db, found)
    cancelled = await outbox.cancel(turn.db, sending, turn.now) if sending else 0
    if not ended and not cancelled:
        return say("announcement_one", **await _state(turn.db, found))
    facts = {"cancelled": cancelled, "ended": ended}
    await audit.note(turn.db, turn.person, "stop_announcement", announcements.about(found), turn.now, facts)
    sent = (await outbox.tally(turn.db, sending)).get(RowState.SENT, 0) if cancelled else 0
    return say("announcement_stopped", code=found.code, cancelled=cancelled, sent=sent, weekly=bool(found.weekly))


async def _listed(turn: Turn, number: int) -> Json:
    shown, held, pages = page(await announcements.coming(turn.db), number)
    return {"items": [_plain(each) for each in shown], "page": held, "pages": pages}


def _plain(each: Announcement) -> Json:
    weekday = weekly(each.weekly)[0] if each.weekly else None
    at = each.next_at.isoformat() if each.next_at else ""
    return {"id": each.id, "code": each.code, "text": each.body, "group": each.audience, "at": at, "weekday": weekday}


async def _state(db: OfficeDb, found: Announcement) -> Json:
    """How it stands, and who stopped it where somebody did."""
    sending = await announcements.last_sending(db, found)
    counts = await outbox.tally(db, sending) if sending else {}
    stopped = await audit.latest(db, announcements.about(found), ["stop_announcement"])
    waiting = sum(counts.get(each, 0) for each in announcements.UNSETTLED)
    state = "sending" if waiting else "coming" if found.next_at else "stopped" if stopped else "sent" if sending else "missed"
    by = await people.find(db, stopped[0]) if stopped and state == "stopped" else None
    facts = {"state": state, "waiting": waiting, "sent": counts.get(RowState.SENT, 0), "by": by.name if by else ""}
    return _plain(found) | facts | {"ended": found.ended_at.isoformat() if found.ended_at else ""}


def weekly(kept: str) -> tuple[int, time]:
    """The weekday and hour of what a row keeps, such as "0 08:00"."""
    weekday, _, at = kept.partition(" ")
    return int(weekday), time.fromisoformat(at)


async def _next_due(db: OfficeDb, now: datetime) -> datetime | None:
    return await announcements.next_due(db)


async def _send_due(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    due = [each for each in await announcements.coming(db) if each.next_at and each.next_at <= now]
    return tuple([news for each in due for news in await _send(db, each, now)])


async def _send(db: OfficeDb, found: Announcement, now: datetime) -> tuple[News, ...]:
    """The latest moment that has come, once; those before it are gone, and one that is too late is not sent."""
    due_at, next_at = moments(found, now, ZoneInfo(db.office.zone))
    if not await announcements.carry_on(db, found, next_at, now):
        return ()
    facts = {"code": found.code, "at": due_at.isoformat(), "next": next_at.isoformat() if next_at else ""}
    sending = announcements.sending(found, due_at)
    if now - due_at > LATE or dropped(db.office, due_at):
        await audit.note(db, None, "miss_announcement", announcements.about(found), now, facts)
        return await _tell_author(db, found, Saying("announcement_missed", facts | {"text": found.body}))
    if not await occurrences.first(db, sending, due_at, now):
        return ()
    said = {"code": found.code, "text": found.body}
    number = await outbox.broadcast(db, GROUPS[found.audience], "announcement", said, Purpose.ANNOUNCEMENT, sending, now)
    await audit.note(db, None, "send_announcement", announcements.about(found), now, facts | {"people": number})
    if due_at == found.created_at:  # sent at once: the author has just been told
        return ()
    return await _tell_author(db, found, Saying("announcement_sending", facts | {"id": found.id, "people": number}))


def moments(found: Announcement, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime | None]:
    """The latest moment that has come, and the one after it; none after it where it is sent once."""
    due_at = found.next_at or now
    if not found.weekly:
        return due_at, None
    weekday, at = weekly(found.weekly)
    while (following := next_weekly(weekday, at, due_at, zone)) <= now:
        due_at = following
    return due_at, following


async def _tell_author(db: OfficeDb, found: Announcement, saying: Saying) -> tuple[News, ...]:
    author = await people.by_id(db, found.author_id)
    return (News(author.id, saying),) if author.standing in ABLE else ()


ANNOUNCEMENTS = Sweep("announcements", _next_due, _send_due)
