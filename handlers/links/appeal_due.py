"""Appeals that run out: staff are reminded on the last day; what was not answered is told to admins and to its sender (V14)."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from handlers.links.appealing import answering, brief, told
from handlers.quiet import Hours
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import appeals, audit, links, people, rules
from storage.appeals import Appeal, Decision
from storage.database import OfficeDb
from storage.records import Link, PersonId, Purpose, Role


async def _next(db: OfficeDb, now: datetime) -> datetime | None:
    return min((at for at, _ in await _to_come(db, now)), default=None)


async def _to_come(db: OfficeDb, now: datetime) -> list[tuple[datetime, Appeal]]:
    """Each appeal of which something is still to be said, with the moment."""
    found = [each for each in await appeals.open_ones(db) if each.escalated_at is None]
    zone = ZoneInfo(db.office.zone)
    hours = Hours(await rules.in_force(db, now), zone)
    return [(hours.after(_moment(each, zone, now)), each) for each in found]


def _moment(appeal: Appeal, zone: ZoneInfo, now: datetime) -> datetime:
    """The morning of its last day, and the end of that."""
    if appeal.reminded_at is None and now < appeal.due_at:
        return datetime.combine(appeal.due_at.astimezone(zone).date(), time(), zone)
    return appeal.due_at


async def _run(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    news: list[News] = []
    for at, each in await _to_come(db, now):
        link = await links.find(db, each.link_id)
        about = await appeals.decision(db, link) if link else None
        if at <= now and link and about:
            news += await (_late if each.due_at <= now else _remind)(db, each, link, about, now)
    return tuple(news)


async def _remind(db: OfficeDb, appeal: Appeal, link: Link, about: Decision, now: datetime) -> list[News]:
    if not await appeals.reminded(db, appeal, now):
        return []
    said = Saying("appeal_reminder", brief(appeal, link.code), purpose=Purpose.REMINDER)
    return [News(each, said) for each in await told(db, about)]


async def _late(db: OfficeDb, appeal: Appeal, link: Link, about: Decision, now: datetime) -> list[News]:
    """To admins and to those who may answer; its sender hears it too."""
    if not await appeals.escalated(db, appeal, now):
        return []
    await audit.note(db, None, "appeal_late", links.about(link), now, {"step": appeal.step_id})
    facts = brief(appeal, link.code) | {"who": await answering(db, about, now)}
    admins = await people.with_roles(db, (Role.ADMIN,))
    whom: dict[PersonId, None] = dict.fromkeys((*await told(db, about), *(each.id for each in admins)))
    own = News(appeal.person_id, Saying("appeal_late_own", facts, purpose=Purpose.NOTICE))
    return [*(News(each, Saying("appeal_late", facts, purpose=Purpose.NOTICE)) for each in whom), own]


APPEALS = Sweep("appeals", _next, _run)
