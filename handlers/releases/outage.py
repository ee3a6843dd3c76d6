"""An outage of ours is nobody else's fault: deadlines for links that fell into it move, and those concerned are told (S5)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.permissions import Permission, roles_with
from handlers.quiet import Hours
from messages.card import News, Saying
from storage import audit, outages, people, releases, rules
from storage.database import OfficeDb
from storage.people import ABLE
from storage.records import Json


async def over(db: OfficeDb, since: datetime, now: datetime) -> tuple[News, ...]:
    """The desk is back. Journalists hear it by day; authors and admins at once, in one message."""
    span = {"since": since.isoformat(), "until": now.isoformat()}
    moved: list[Json] = []
    told = {each.id for each in await people.with_roles(db, roles_with(Permission.RULE))}
    for release, deadline in await outages.move_deadlines(db, since, now):
        was = release.links_until.isoformat() if release.links_until else ""
        facts = {"code": release.code, "headline": release.headline, "was": was, "deadline": deadline.isoformat()}
        number = await outages.tell(db, release, "outage_moved", {**span, **facts}, now, await _by_day(db, now))
        await audit.note(db, None, "outage", releases.subject(release.id), now, {**span, "was": was, "people": number})
        author = await people.by_id(db, release.author_id)
        told |= {author.id} if author.standing in ABLE else set()
        moved.append(facts)
    return tuple(News(each, Saying("outage_report", {**span, "moved": moved})) for each in sorted(told)) if moved else ()


async def _by_day(db: OfficeDb, now: datetime) -> datetime:
    return Hours(await rules.in_force(db, now), ZoneInfo(db.office.zone)).after(now)
