"""What waits for one person today, where a noun's own file has no query for it. Each gives (id, code, moment, title)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Row, and_, exists, or_, select

from storage.corrections import State
from storage.database import OfficeDb
from storage.recalls import State as Recalling
from storage.records import AccountState, Answer, ChannelKind, InvitationStatus, Person, Status
from storage.releases import OUT
from storage.tables import (
    accounts,
    corrections,
    invitation_versions,
    invitations,
    invitees,
    links,
    recalls,
    release_versions,
    releases,
)


class Waits(NamedTuple):
    """One thing, as a line names it."""

    id: int
    code: str
    at: datetime | None = None
    title: str = ""


def _releases(rows: Iterable[Row[tuple[object, ...]]]) -> list[Waits]:
    return [Waits(row.id, f"R-{row.number}", row.at, row.headline) for row in rows]


def _invitations(rows: Iterable[Row[tuple[object, ...]]]) -> list[Waits]:
    return [Waits(row.id, f"U-{row.number}", row.at, row.title) for row in rows]


async def to_approve(db: OfficeDb, person: Person) -> list[Waits]:
    """Releases, invitations, corrections and recalls that are not the person's own, and which wait for an approval."""
    mine = exists().where(release_versions.c.release_id == releases.c.id, release_versions.c.author_id == person.id)
    others = (releases.c.author_id != person.id, releases.c.status == Status.SUBMITTED, ~mine)
    wrote = exists().where(invitation_versions.c.invitation_id == invitations.c.id, invitation_versions.c.author_id == person.id)
    proposed = (invitations.c.status == InvitationStatus.SENT) & (invitations.c.proposed != "")
    asked = (invitations.c.status == InvitationStatus.SUBMITTED) | proposed
    theirs = (invitations.c.author_id != person.id, asked, ~wrote)
    ready = (corrections.c.state == State.SUBMITTED, corrections.c.author_id != person.id)
    mended = releases.c.id.in_(db.of(corrections, corrections.c.release_id).where(*ready))
    back = db.of(recalls, recalls.c.release_id).where(recalls.c.state == Recalling.ASKED, recalls.c.person_id != person.id)
    asked_for = or_(and_(*others), mended, releases.c.id.in_(back))
    return [*await releases_where(db, asked_for), *await invitations_where(db, *theirs)]


async def in_status(db: OfficeDb, release: Status, invitation: InvitationStatus | None = None) -> list[Waits]:
    """Releases in one status and invitations in one, with the moment at which they are to go out."""
    found = await releases_where(db, releases.c.status == release)
    return found + (await invitations_where(db, invitations.c.status == invitation) if invitation else [])


async def own_drafts(db: OfficeDb, person: Person) -> list[Waits]:
    """What the person has begun and not submitted, or was given back."""
    own = (releases.c.author_id == person.id, releases.c.status == Status.DRAFT)
    begun = (invitations.c.author_id == person.id, invitations.c.status == InvitationStatus.DRAFT)
    return [*await releases_where(db, *own), *await invitations_where(db, *begun)]


async def releases_where(db: OfficeDb, *where: ColumnElement[bool]) -> list[Waits]:
    """Releases by their numbers."""
    columns = (releases.c.id, releases.c.number, releases.c.launch_at.label("at"), releases.c.headline)
    return _releases(await db.rows(db.of(releases, *columns).where(*where).order_by(releases.c.number)))


async def invitations_where(db: OfficeDb, *where: ColumnElement[bool]) -> list[Waits]:
    """Invitations by their numbers."""
    columns = (invitations.c.id, invitations.c.number, invitations.c.send_at.label("at"), invitations.c.title)
    return _invitations(await db.rows(db.of(invitations, *columns).where(*where).order_by(invitations.c.number)))


async def unanswered(db: OfficeDb, person: Person, now: datetime) -> list[Waits]:
    """Events to come about which the person has said neither yes nor no."""
    silent = (invitees.c.invitation_id == invitations.c.id, invitees.c.person_id == person.id, invitees.c.invited)
    asked = exists().where(*silent, invitees.c.answer == Answer.NONE)
    columns = (invitations.c.id, invitations.c.number, invitations.c.starts_at.label("at"), invitations.c.title)
    coming = (invitations.c.status == InvitationStatus.SENT, invitations.c.starts_at > now, asked)
    return _invitations(await db.rows(db.of(invitations, *columns).where(*coming).order_by(invitations.c.starts_at)))


async def deadlines(db: OfficeDb, person: Person, now: datetime, until: datetime) -> list[Waits]:
    """Releases whose time for links runs out soon, and of which the person has sent none."""
    sent = select(links.c.id).where(links.c.release_id == releases.c.id, links.c.person_id == person.id).exists()
    columns = (releases.c.id, releases.c.number, releases.c.links_until.label("at"), releases.c.headline)
    soon = (releases.c.status.in_(OUT), releases.c.links_until > now, releases.c.links_until <= until, ~sent)
    return _releases(await db.rows(db.of(releases, *columns).where(*soon).order_by(releases.c.links_until)))


async def stopped(db: OfficeDb) -> list[Waits]:
    """The office's accounts that were stopped because they only failed."""
    columns = (accounts.c.id, accounts.c.kind)
    rows = await db.rows(db.of(accounts, *columns).where(accounts.c.state == AccountState.BROKEN).order_by(accounts.c.id))
    return [Waits(row.id, ChannelKind(row.kind).value) for row in rows]
