"""Questions that run out: staff are reminded an hour of service before, then approvers and admins are told. Askers never are."""

from datetime import datetime

from handlers.inquiries.shown import concerned, for_staff
from handlers.permissions import Permission, roles_with
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import audit, inquiries, people
from storage.database import OfficeDb
from storage.inquiries import Inquiry
from storage.records import Purpose


def _moment(held: Inquiry) -> datetime | None:
    """When something is to be said of it next; nothing once it was told to have run out."""
    if held.escalated_at:
        return None
    return held.due_at if held.reminded_at else held.remind_at


async def _next(db: OfficeDb, now: datetime) -> datetime | None:
    return min((at for each in await inquiries.open_ones(db) if (at := _moment(each))), default=None)


async def _run(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    news: list[News] = []
    for each in await inquiries.open_ones(db):
        at = _moment(each)
        if at and at <= now:
            news += await (_escalate if each.due_at <= now else _remind)(db, each, now)
    return tuple(news)


async def _remind(db: OfficeDb, held: Inquiry, now: datetime) -> list[News]:
    if not await inquiries.reminded(db, held, now):
        return []
    about = inquiries.about(held.id)
    return [
        News(each.id, Saying("inquiry_reminder", await for_staff(db, held, each, now), Purpose.REMINDER, about))
        for each in await concerned(db, held)
    ]


async def _escalate(db: OfficeDb, held: Inquiry, now: datetime) -> list[News]:
    """To whoever may approve, and to whoever holds it."""
    if not await inquiries.escalated(db, held, now):
        return []
    await audit.note(db, None, "inquiry_late", inquiries.about(held.id), now)
    above = await people.with_roles(db, roles_with(Permission.APPROVE))
    whom = {each.id: each for each in (*await concerned(db, held), *above)}
    about = inquiries.about(held.id)
    return [
        News(each.id, Saying("inquiry_late", await for_staff(db, held, each, now), Purpose.NOTICE, about))
        for each in whom.values()
    ]


INQUIRIES = Sweep("inquiries", _next, _run)
