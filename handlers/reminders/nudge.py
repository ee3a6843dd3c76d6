"""One nudge before a release's deadline for links, only to those who opened it and sent nothing (S3)."""

from datetime import datetime, timedelta

from handlers.turn import Sweep
from messages.card import News
from storage import audit, nudges, occurrences
from storage.database import OfficeDb
from storage.offices import DEFAULTS


async def _next_nudge(db: OfficeDb, now: datetime) -> datetime | None:
    before = _before(db)
    release = await nudges.next_release(db, now) if before else None
    return release.links_until - before if release and release.links_until else None


async def _nudge(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Claimed once, whoever runs it; a deadline that is moved later brings no second nudge."""
    release = await nudges.next_release(db, now)
    if release is None or release.links_until is None or release.links_until - _before(db) > now:
        return ()
    if await occurrences.first(db, nudges.subject(release), release.links_until - _before(db), now):
        facts = {"code": release.code, "headline": release.headline, "deadline": release.links_until.isoformat()}
        number = await nudges.queue(db, release, "nudge", facts, now)
        await audit.note(db, None, "nudge", f"release:{release.id}", now, {"people": number})
    return ()


async def _next_lapse(db: OfficeDb, now: datetime) -> datetime | None:
    return await nudges.next_lapse(db, now)


async def _lapse(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """After the deadline a nudge that still waits is not sent any more."""
    await nudges.lapse(db, now)
    return ()


def _before(db: OfficeDb) -> timedelta:
    """How long before the deadline; none for an office that wants no nudges."""
    return timedelta(hours=(DEFAULTS | db.office.settings)["nudge_hours"])


NUDGES = Sweep("nudges", _next_nudge, _nudge)
LAPSES = Sweep("nudges that come too late", _next_lapse, _lapse)
