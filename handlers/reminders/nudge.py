"""One nudge before a release's deadline for links, only to those who opened it and sent nothing (S3)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.quiet import Hours
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import audit, nudges, occurrences, people, rules
from storage.database import OfficeDb
from storage.offices import DEFAULTS
from storage.people import ABLE
from storage.records import Release
from storage.restored import dropped


async def _next_nudge(db: OfficeDb, now: datetime) -> datetime | None:
    return min((at for at, _ in await _to_come(db, now)), default=None)


async def _nudge(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Claimed once, whoever runs it; a deadline that is moved later brings no second nudge."""
    for at, release in await _to_come(db, now):
        if at <= now and await occurrences.first(db, nudges.subject(release), at, now):
            deadline = release.links_until.isoformat() if release.links_until else ""
            facts = {"code": release.code, "headline": release.headline, "deadline": deadline}
            number = await nudges.queue(db, release, "nudge", facts, now)
            await audit.note(db, None, "nudge", f"release:{release.id}", now, {"people": number})
    return ()


async def _to_come(db: OfficeDb, now: datetime) -> list[tuple[datetime, Release]]:
    """Each release that is still to be nudged about, with the moment; none for an office that wants no nudges."""
    before, day = await _habits(db, now)
    open_ones = await nudges.to_come(db, now) if before else ()
    moments = [(_moment(each, before, day, now), each) for each in open_ones]
    return [(at, each) for at, each in moments if each.links_until and at < each.links_until and not dropped(db.office, at)]


async def _habits(db: OfficeDb, now: datetime) -> tuple[timedelta, Hours]:
    """How long before a deadline the office nudges, and the hours in which it is quiet."""
    held, hours = await rules.in_force(db, now), (DEFAULTS | db.office.settings)["nudge_hours"]
    return timedelta(hours=hours), Hours(held, ZoneInfo(db.office.zone))


def _moment(release: Release, before: timedelta, day: Hours, now: datetime) -> datetime:
    """So long before the deadline; where there are fewer hours in all, half-way, so that it can be opened first.

    Never in quiet hours: then just before them, or, for what went out just before, just after.
    """
    launched, until = release.launched_at or now, release.links_until or now
    wanted = until - min(before, (until - launched) / 2)
    at = day.before(wanted)
    if at <= launched:
        at = day.after(wanted)
    return at if at > now else day.after(now)  # late, since the machine was off: not in quiet hours either


async def _next_missed(db: OfficeDb, now: datetime) -> datetime | None:
    return now if await _missed(db, now) else None


async def _tell_missed(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """A reminder of a deadline that is over helps nobody: it is dropped, and the release's author is told."""
    news: list[News] = []
    for release in await _missed(db, now):
        if release.links_until and await occurrences.first(db, nudges.subject(release), release.links_until, now):
            facts = {"code": release.code, "deadline": release.links_until.isoformat()}
            author = await people.by_id(db, release.author_id)
            news += [News(author.id, Saying("nudge_missed", facts))] if author.standing in ABLE else []
            await audit.note(db, None, "miss_nudge", f"release:{release.id}", now)
    return tuple(news)


async def _missed(db: OfficeDb, now: datetime) -> list[Release]:
    """Those that were to have a nudge before their deadline; some are too short for one."""
    before, day = await _habits(db, now)
    over = await nudges.missed(db, now) if before else ()
    return [each for each in over if each.links_until and _moment(each, before, day, each.created_at) < each.links_until]


async def _next_lapse(db: OfficeDb, now: datetime) -> datetime | None:
    return await nudges.next_lapse(db, now)


async def _lapse(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """After the deadline a nudge that still waits is not sent any more."""
    await nudges.lapse(db, now)
    return ()


NUDGES = Sweep("nudges", _next_nudge, _nudge)
MISSES = Sweep("nudges that were missed", _next_missed, _tell_missed)
LAPSES = Sweep("nudges that come too late", _next_lapse, _lapse, tidies=True)
