"""Releases under embargo: who agreed to wait until which hour, whom a change of it concerns, and what came too early."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, func, literal, or_

from storage import people
from storage.database import OfficeDb, as_record, as_records
from storage.outbox import UNSENT
from storage.records import Audience, Link, LinkState, Person, Release, Role, RowState
from storage.releases import OUT, shown, subject
from storage.tables import embargo_consents, links, occurrences, outbox, releases
from storage.tables import people as people_table

COUNTING = (LinkState.RECEIVED, LinkState.RECOGNISED)
EVERYBODY = Audience(tuple(Role), blocked=True)


def opening(release_id: int) -> str:
    """What the messages are about that say that an embargo is over."""
    return f"embargo:{release_id}"


def outgoing(release_id: int) -> tuple[str, str]:
    """What the messages are about in which a release goes out: itself, and that its embargo is over."""
    return subject(release_id), opening(release_id)


def early_key(link_id: int) -> str:
    """Under which it happens once that staff are told of an early link."""
    return f"early:{link_id}"


async def agree(db: OfficeDb, release: Release, person: Person, now: datetime) -> bool:
    """Somebody agrees to wait; True the first time."""
    values = {"until": release.embargo_until, "agreed_at": now}
    return await db.add_once(embargo_consents, release_id=release.id, person_id=person.id, **values)


async def has_agreed(db: OfficeDb, release: Release, person: Person) -> bool:
    """Whether somebody has agreed to wait."""
    here = (embargo_consents.c.release_id == release.id, embargo_consents.c.person_id == person.id)
    return await db.row(db.of(embargo_consents, embargo_consents.c.id).where(*here)) is not None


async def agreed(db: OfficeDb, release: Release) -> Sequence[tuple[str, datetime]]:
    """Who agreed, by name, and when; the first first."""
    query = db.of(embargo_consents, people_table.c.name, embargo_consents.c.agreed_at)
    joined = query.join(people_table, people_table.c.id == embargo_consents.c.person_id)
    rows = await db.rows(joined.where(embargo_consents.c.release_id == release.id).order_by(embargo_consents.c.id))
    return [(row.name, row.agreed_at) for row in rows]


async def change(db: OfficeDb, release: Release, until: datetime) -> bool:
    """Another hour; False where somebody was first, or it is over."""
    as_read = (releases.c.id == release.id, releases.c.embargo_until == release.embargo_until)
    return await db.change(releases, *as_read, releases.c.embargo_opened_at.is_(None), embargo_until=until) == 1


def told(db: OfficeDb, release: Release) -> Select[Any]:
    """The query of those who have got the terms, and can be told of a change."""
    about = outbox.c.subject.in_((subject(release.id), shown(release.id)))
    arrived = (about, outbox.c.state.in_((RowState.SENT, RowState.UNSURE, RowState.CALLING)))
    sent = db.of(outbox, outbox.c.person_id).where(*arrived)
    waits = db.of(embargo_consents, embargo_consents.c.person_id).where(embargo_consents.c.release_id == release.id)
    return people.members(db, EVERYBODY).where(or_(people_table.c.id.in_(sent), people_table.c.id.in_(waits)))


async def next_end(db: OfficeDb) -> datetime | None:
    """When the next embargo of a release that is out is over."""
    here = (releases.c.status.in_(OUT), releases.c.embargo_opened_at.is_(None))
    found: datetime | None = await db.value(db.of(releases, func.min(releases.c.embargo_until)).where(*here))
    return found


async def over(db: OfficeDb, now: datetime) -> tuple[Release, ...]:
    """Releases that are out and whose embargo is over by now."""
    here = (releases.c.status.in_(OUT), releases.c.embargo_opened_at.is_(None), releases.c.embargo_until <= now)
    return as_records(Release, await db.rows(db.of(releases).where(*here).order_by(releases.c.embargo_until)))


async def open_up(db: OfficeDb, release: Release, now: datetime) -> bool:
    """It is over; False where it was already."""
    here = (releases.c.id == release.id, releases.c.embargo_opened_at.is_(None))
    return await db.change(releases, *here, embargo_opened_at=now) == 1


def others(db: OfficeDb, release: Release, audience: Audience) -> Select[Any]:
    """The query of the audience, but for those who get the release itself now."""
    waits = db.of(outbox, outbox.c.person_id).where(outbox.c.subject == subject(release.id), outbox.c.state.in_(UNSENT))
    return people.members(db, audience).where(people_table.c.id.not_in(waits))


async def early(db: OfficeDb) -> Sequence[tuple[Link, Release]]:
    """Links that came before the embargo of their release was over, and of which staff have not been told."""
    ends = func.coalesce(releases.c.embargo_opened_at, releases.c.embargo_until)
    key = literal("early:") + links.c.id.cast(String)
    done = db.of(occurrences, occurrences.c.id).where(occurrences.c.key == key).correlate(links).exists()
    query = db.of(links).join(releases, releases.c.id == links.c.release_id)
    here = (releases.c.embargo_until.is_not(None), links.c.received_at < ends, links.c.state.in_(COUNTING), ~done)
    found = as_records(Link, await db.rows(query.where(*here).order_by(links.c.id)))
    rows = await db.rows(db.of(releases).where(releases.c.id.in_({each.release_id for each in found})))
    by_id = {row.id: as_record(Release, row) for row in rows}
    return [(each, by_id[each.release_id]) for each in found if each.release_id]
