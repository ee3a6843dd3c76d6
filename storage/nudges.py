"""Nudges: which release is next to have one, who opened it and sent nothing, and which come too late to be sent."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, String, func, literal

from storage import outbox as sayings
from storage.database import OfficeDb, as_record, as_records
from storage.people import members
from storage.records import Audience, LinkState, Medium, Purpose, Release, Role, Status
from storage.tables import bursts, links, occurrences, outbox, people, release_opens, releases

OUT = (Status.SENDING, Status.PAUSED, Status.SENT)
LOOKED_AT = timedelta(days=30)
MISSED_FOR = timedelta(days=7)  # after that nobody wants to hear of it
_SUBJECT = literal("nudge:") + releases.c.id.cast(String)


def subject(release: Release) -> str:
    """What the nudges of a release are about, and the key under which they happen once."""
    return f"nudge:{release.id}"


async def to_come(db: OfficeDb, now: datetime) -> tuple[Release, ...]:
    """Releases whose deadline for links is still to come and that have had no nudge."""
    done = db.of(occurrences, occurrences.c.id).where(occurrences.c.key == _SUBJECT).correlate(releases).exists()
    here = (releases.c.status.in_(OUT), releases.c.links_until > now, ~done)
    return as_records(Release, await db.rows(db.of(releases).where(*here).order_by(releases.c.links_until, releases.c.id)))


async def missed(db: OfficeDb, now: datetime) -> tuple[Release, ...]:
    """Releases whose deadline passed a short while ago and that have had no nudge."""
    done = db.of(occurrences, occurrences.c.id).where(occurrences.c.key == _SUBJECT).correlate(releases).exists()
    here = (releases.c.status.in_(OUT), releases.c.links_until <= now, releases.c.links_until > now - MISSED_FOR, ~done)
    return as_records(Release, await db.rows(db.of(releases).where(*here).order_by(releases.c.links_until, releases.c.id)))


async def queue(db: OfficeDb, release: Release, card: str, facts: dict[str, Any], now: datetime) -> int:
    """Queue one message to each journalist who opened the release and sent no link that is or may be about it.

    A link that nobody has related to a release may be about the one that its sender had opened before, and so may
    one of a burst that is still open. People who paused, left or cannot be reached are left out. Gives the number of
    messages.
    """
    about_it = (links.c.release_id == release.id) | (
        links.c.release_id.is_(None) & (links.c.received_at >= release_opens.c.opened_at)
    )
    sent = db.of(links, links.c.id).where(links.c.person_id == release_opens.c.person_id, links.c.state != LinkState.WITHDRAWN)
    sending = db.of(bursts, bursts.c.id).where(bursts.c.person_id == release_opens.c.person_id, bursts.c.closed_at.is_(None))
    silent = db.of(release_opens, release_opens.c.person_id).where(
        release_opens.c.release_id == release.id,
        ~sent.where(about_it).correlate(release_opens).exists(),
        ~sending.correlate(release_opens).exists(),
    )
    media = () if release.own_deadline else (Medium.ONLINE,)  # the rules give other media other deadlines
    chosen = members(db, Audience((Role.JOURNALIST,), media)).where(people.c.id.in_(silent))
    return await sayings.tell(db, chosen, card, facts, Purpose.REMINDER, subject(release), now)


async def next_lapse(db: OfficeDb, now: datetime) -> datetime | None:
    """The earliest deadline before which a nudge still waits to be sent."""
    found: datetime | None = await db.value(db.of(releases, func.min(releases.c.links_until)).where(*_unsent(db, now)))
    return found


async def lapse(db: OfficeDb, now: datetime) -> int:
    """Cancel what still waits after its deadline; gives the number of messages."""
    over = await db.rows(db.of(releases).where(*_unsent(db, now), releases.c.links_until <= now))
    return sum([await sayings.cancel(db, subject(as_record(Release, row)), now) for row in over])


def _unsent(db: OfficeDb, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Releases with a nudge that waits; those whose deadline is long over are not looked at each second."""
    waiting = db.of(outbox, outbox.c.id).where(outbox.c.subject == _SUBJECT, outbox.c.state.in_(sayings.UNSENT))
    return (releases.c.links_until > now - LOOKED_AT, waiting.correlate(releases).exists())
