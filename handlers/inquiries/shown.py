"""The facts by which a question is told, who holds it, and who on the staff hears of it."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.inquiries import reading
from handlers.inquiries.service import Service
from handlers.permissions import Permission, may, roles_with
from handlers.turn import Reply, Turn, say
from storage import holidays, inquiries, invitations, outlets, people, releases, rules
from storage.database import OfficeDb
from storage.inquiries import Inquiry
from storage.offices import DEFAULTS
from storage.records import Json, Person

SHOWN = 10  # questions, and answers, of one ticket in a message


async def service(turn: Turn) -> Service:
    """The office's hours of service by the rules of today."""
    held = await rules.in_force(turn.db, turn.now)
    return Service(held, ZoneInfo(turn.db.office.zone), await holidays.known(turn.db))


async def holder(db: OfficeDb, held: Inquiry) -> Person | None:
    """Who holds a ticket; nobody where they have left or may not answer any more."""
    found = await people.first_here(db, held.holder_id)
    return found if found and may(found, Permission.ANSWER) else None


async def duty(db: OfficeDb) -> Sequence[Person]:
    """Who hears of new questions: whoever has the duty, else all who may answer."""
    able = await people.with_roles(db, roles_with(Permission.ANSWER))
    named = (DEFAULTS | db.office.settings)["duty"]
    return [each for each in able if each.id == named] or able


async def concerned(db: OfficeDb, held: Inquiry) -> Sequence[Person]:
    """Who hears what is new about a ticket: its holder, else whoever has the duty."""
    found = await holder(db, held)
    return [found] if found else await duty(db)


async def brief(db: OfficeDb, held: Inquiry, now: datetime) -> Json:
    """A ticket in one line: what it is about, how it stands, and who holds it."""
    found = await holder(db, held)
    return {
        "id": held.id, "code": held.code, "interview": held.interview, "about": await _about(db, held), "state": held.state,
        "asked": held.asked_at.isoformat(),
        "due": held.due_at.isoformat(), "holder": found.name if found else "", "unit": held.unit,
        "since": _iso(held.unit_at or held.taken_at), "ended": _iso(held.ended_at),
        "late": held.is_open and held.due_at < now,
    }  # fmt: skip


async def _about(db: OfficeDb, held: Inquiry) -> str:
    """The code of the release or invitation that it is about, or nothing."""
    if held.release_id:
        return (await releases.by_id(db, held.release_id)).code
    found = await invitations.find(db, held.invitation_id) if held.invitation_id else None
    return found.code if found else ""


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


async def whole(db: OfficeDb, held: Inquiry, now: datetime) -> Json:
    """The same with what was asked and answered, of a long one the last of it."""
    asked = [each.words for each in await inquiries.questions(db, held.id)][-SHOWN:]
    answered = [
        {"id": each.id, "words": each.words, "terms": each.terms, "source": each.source, "meets_at": _iso(each.meets_at)}
        for each in (await inquiries.answers(db, held.id))[-SHOWN:]
    ]
    return {**await brief(db, held, now), "questions": asked, "answers": answered}


async def for_staff(db: OfficeDb, held: Inquiry, person: Person, now: datetime) -> Json:
    """The same with who asks, and whether whoever looks holds it."""
    asker = await people.find(db, held.person_id)
    outlet = await outlets.find(db, asker.outlet_id) if asker and asker.outlet_id else None
    named = {"asker": asker.name if asker else "", "outlet": outlet.name if outlet else ""}
    return {**await whole(db, held, now), **named, "mine": held.holder_id == person.id, "seen": held.holder_id or 0}


async def own(turn: Turn) -> Inquiry | None:
    """Somebody's own ticket: of the button, or the code that was typed."""
    number = reading.number(turn.argument)
    held = await (inquiries.find(turn.db, turn.token.object) if turn.token.object else inquiries.by_number(turn.db, number))
    return held if held and held.person_id == turn.person.id else None


async def stands(turn: Turn, inquiry_id: int) -> Reply:
    """How a ticket stands now: the answer to a late, doubled or stale press."""
    held = await inquiries.find(turn.db, inquiry_id)
    return say("inquiry_desk", **await for_staff(turn.db, held, turn.person, turn.now)) if held else say("desk_stale")
