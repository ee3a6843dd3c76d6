"""What officials are told of events: tomorrow's at 19.00, and of each the notes of staff half an hour before (O5)."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.grammar import simplify
from handlers.turn import Reply, Sweep, Turn, say
from messages.card import News, Saying
from messages.inbound import Happening, Inbound
from storage import delegates, event_notes, invitations, occurrences, people
from storage.database import OfficeDb
from storage.records import Invitation, Json, Person, Purpose, Role
from storage.restored import dropped

ASKED: Final = frozenset({"agenda", "agenda hari ini", "jadwal", "jadwal hari ini", "agenda today"})
EVENING: Final = time(19)
LATE: Final = timedelta(hours=4)  # later in the evening nobody wants to read it
BEFORE: Final = timedelta(minutes=30)


def is_asked(event: Inbound) -> bool:
    """*agenda* of who is told of events and invited to none."""
    return event.happening is Happening.SAID and not event.files and simplify(event.text) in ASKED


async def today(event: Inbound, turn: Turn) -> Reply:
    """[Agenda hari ini], *agenda*."""
    day = turn.now.astimezone(ZoneInfo(turn.db.office.zone)).date()
    return say("agenda", day=_at(turn.db, day, time()).isoformat(), events=await _events(turn.db, day), eve=False)


async def receivers(db: OfficeDb) -> tuple[Person, ...]:
    """Officials and who gets copies of what they are told."""
    return await delegates.with_copies(db, await people.with_roles(db, (Role.OFFICIAL,)))


async def _evening(db: OfficeDb, now: datetime) -> datetime | None:
    """Nineteen o'clock, once on each day."""
    day = now.astimezone(ZoneInfo(db.office.zone)).date()
    due = _at(db, day, EVENING)
    over = now - due > LATE or dropped(db.office, due) or await occurrences.happened(db, _eve(day))
    return _at(db, day + timedelta(days=1), EVENING) if over else due


async def _tell(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Tomorrow's events; nothing where there are none."""
    day = now.astimezone(ZoneInfo(db.office.zone)).date()
    tomorrow = day + timedelta(days=1)
    if not await occurrences.first(db, _eve(day), _at(db, day, EVENING), now):
        return ()
    events = await _events(db, tomorrow)
    facts = {"day": _at(db, tomorrow, time()).isoformat(), "events": events, "eve": True}
    said = Saying("agenda", facts, purpose=Purpose.DIGEST, subject=_eve(day))
    return tuple(News(each.id, said) for each in await receivers(db)) if events else ()


async def _events(db: OfficeDb, day: date) -> list[Json]:
    last = _at(db, day + timedelta(days=1), time()) - timedelta(microseconds=1)
    found = await invitations.between(db, _at(db, day, time()), last)
    return [
        {
            "code": each.code,
            "title": each.title,
            "place": each.place,
            "at": each.starts_at.isoformat() if each.starts_at else "",
            "dress": each.dress,
            "noted": await event_notes.latest(db, each) is not None,
        }
        for each in found
    ]


async def _next_note(db: OfficeDb, now: datetime) -> datetime | None:
    """Half an hour before the next event whose notes nobody has been told; at once where that is past and they are new."""
    coming = await event_notes.coming(db, now)
    due = [at - BEFORE for each, note_id, at in coming if not await occurrences.happened(db, _note(each, note_id, at))]
    return min(due, default=None)


async def _tell_notes(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """The notes of events that begin within half an hour, each version of them once."""
    news: list[News] = []
    for event_id, note_id, at in await event_notes.coming(db, now):
        key, held = _note(event_id, note_id, at), await invitations.find(db, event_id)
        if held is None or at - BEFORE > now or not await occurrences.first(db, key, at - BEFORE, now):
            continue
        facts = await note_facts(db, held)
        said = Saying("event_notes", facts, purpose=Purpose.NOTICE, subject=key)
        news += [News(each.id, said) for each in await receivers(db)] if not dropped(db.office, at - BEFORE) else []
    return tuple(news)


async def note_facts(db: OfficeDb, held: Invitation) -> Json:
    """An event with the notes that hold, as they were written."""
    note = await event_notes.latest(db, held)
    at = held.starts_at.isoformat() if held.starts_at else ""
    return {"code": held.code, "title": held.title, "at": at, "place": held.place, "words": note.words if note else ""}


def _eve(day: date) -> str:
    return f"agenda:{day.isoformat()}"


def _note(event_id: int, note_id: int, at: datetime) -> str:
    """Another one for other notes and for another hour."""
    return f"notes:{event_id}:{note_id}:{at:%Y%m%d%H%M}"


def _at(db: OfficeDb, day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(db.office.zone))


AGENDA = Sweep("agenda", _evening, _tell)
NOTES = Sweep("event notes", _next_note, _tell_notes)
