"""Reminders of events: the day before at 16.00 and two hours before, to those who come and those who have not answered (S2)."""

from datetime import datetime, timedelta
from itertools import product
from typing import Final
from zoneinfo import ZoneInfo

from handlers.invitations.moments import KINDS, ahead, moment
from handlers.invitations.shown import told
from handlers.quiet import Hours
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import audit, invitations, occurrences, outbox, people, rules
from storage.database import OfficeDb
from storage.records import Answer, Invitation, Json, Purpose
from storage.restored import dropped

AHEAD: Final = timedelta(days=3)  # further before an event nothing is due
BEHIND: Final = timedelta(days=2)  # after it nobody wants to hear of a reminder that was missed
REMINDED: Final = (Answer.YES, Answer.NONE)


async def _next(db: OfficeDb, now: datetime) -> datetime | None:
    """The next reminder, also of an event far ahead."""
    coming = await invitations.between(db, now - BEHIND, now + timedelta(days=366))
    found = [moments for each in coming for moments in await _open(db, each, now)]
    return min((at for _, at in found), default=None)


async def _remind(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Of several that are due at once only the last is said; one whose event has begun is not said at all, and told so."""
    news: list[News] = []
    for held in await invitations.between(db, now - BEHIND, now + AHEAD):
        due = [(kind, at) for kind, at in await _open(db, held, now) if at <= now]
        for kind, at in due:
            await occurrences.first(db, _about(held, kind), at, now)
        if due and held.starts_at and held.starts_at > now and not dropped(db.office, due[-1][1]):
            await _say(db, held, due[-1][0], now)
        elif due:
            news += await _missed(db, held, now)
    return tuple(news)


async def _open(db: OfficeDb, held: Invitation, now: datetime) -> list[tuple[str, datetime]]:
    """The reminders of an event that have neither been said nor given up, each with its moment; the earliest first.

    Whoever has just been told of it, or of another hour, is not told again.
    """
    if held.starts_at is None or held.sent_at is None:
        return []
    changed = await audit.latest(db, invitations.subject(held.id), ("approve",)) if held.sequence else None
    known = max(held.sent_at, changed[2]) if changed else held.sent_at
    zone = ZoneInfo(db.office.zone)
    day = Hours(await rules.in_force(db, now), zone)
    found = [(kind, moment(kind, held.starts_at, day, zone)) for kind in KINDS]
    news = [(kind, at) for kind, at in found if at > known]
    return [(kind, at) for kind, at in news if not await occurrences.happened(db, _about(held, kind))]


async def _say(db: OfficeDb, held: Invitation, kind: str, now: datetime) -> None:
    number = 0
    for answer in REMINDED:
        facts, about = _facts(db, held, answer, now), f"{_about(held, kind)}:{answer.value}"
        chosen = invitations.told(db, held, (answer,))
        number += await outbox.tell(db, chosen, "invitation_reminder", facts, Purpose.REMINDER, about, now)
    await audit.note(db, None, "remind", invitations.subject(held.id), now, {"people": number})


def _facts(db: OfficeDb, held: Invitation, answer: Answer, now: datetime) -> Json:
    distance = ahead(held.starts_at, now, ZoneInfo(db.office.zone)) if held.starts_at else ""
    return {**told(held), "ahead": distance, "answer": answer.value}


async def _missed(db: OfficeDb, held: Invitation, now: datetime) -> list[News]:
    author = await people.first_here(db, held.author_id)
    await audit.note(db, None, "miss_reminder", invitations.subject(held.id), now)
    return [News(author.id, Saying("invitation_reminder_missed", told(held)))] if author else []


async def forget(db: OfficeDb, held: Invitation, now: datetime) -> None:
    """What still waits of an event's reminders is not said: the event is at another hour, or off."""
    for kind, answer in product(KINDS, REMINDED):
        await outbox.cancel(db, f"{_about(held, kind)}:{answer.value}", now)


async def reword(db: OfficeDb, held: Invitation, now: datetime) -> None:
    """What still waits of them says what holds now; the hour is the same."""
    for kind, answer in product(KINDS, REMINDED):
        await outbox.renew(db, f"{_about(held, kind)}:{answer.value}", "invitation_reminder", _facts(db, held, answer, now))


def _about(held: Invitation, kind: str) -> str:
    """Another one for another hour, so that an event that is moved is reminded of anew."""
    at = held.starts_at or held.created_at
    return f"{invitations.subject(held.id)}:{kind}:{at:%Y%m%d%H%M}"


REMINDERS = Sweep("event reminders", _next, _remind)
