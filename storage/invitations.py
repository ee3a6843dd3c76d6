"""Invitations: their rows and versions, who was invited, what they answered, and who came.

`handlers/invitations/lifecycle.py` says what may follow what; `move` makes it happen once.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, literal, or_

from storage import offices, people
from storage.database import OfficeDb, as_record, as_records
from storage.outbox import UNSENT
from storage.records import (
    Answer,
    Audience,
    EventDetails,
    FileKind,
    Invitation,
    InvitationId,
    InvitationStatus,
    Invitee,
    Json,
    Person,
    PersonId,
    Role,
)
from storage.tables import files, invitation_versions, invitations, invitees, outbox
from storage.tables import people as people_table


def subject(invitation_id: int) -> str:
    """What an invitation's messages are about."""
    return f"invitation:{invitation_id}"


def kept(details: EventDetails) -> Json:
    """What an invitation says of its event, as a version keeps it."""
    held = asdict(details)
    return held | {"starts_at": details.starts_at.isoformat() if details.starts_at else ""}


def details(content: Mapping[str, Any]) -> EventDetails:
    """The same, read back."""
    at = content["starts_at"]
    return EventDetails(**{**content, "starts_at": datetime.fromisoformat(at) if at else None})


async def add(db: OfficeDb, author: Person, title: str, now: datetime) -> Invitation:
    """A new draft with the next number and a secret of its own."""
    number = await offices.next_number(db, "invitation")
    values = {"number": number, "status": InvitationStatus.DRAFT, "author_id": author.id, "title": title}
    added = await db.add(invitations, **values, secret=secrets.token_hex(32), created_at=now)
    return await by_id(db, InvitationId(added))


async def by_id(db: OfficeDb, invitation_id: InvitationId) -> Invitation:
    """One invitation; LookupError where the office has none."""
    found = await find(db, invitation_id)
    if found is None:
        raise LookupError(f"no invitation {invitation_id}")
    return found


async def find(db: OfficeDb, invitation_id: int) -> Invitation | None:
    """One invitation, or None."""
    row = await db.row(db.of(invitations).where(invitations.c.id == invitation_id))
    return as_record(Invitation, row) if row else None


async def by_number(db: OfficeDb, number: int) -> Invitation | None:
    """One invitation by the number people type, or None."""
    row = await db.row(db.of(invitations).where(invitations.c.number == number))
    return as_record(Invitation, row) if row else None


async def move(db: OfficeDb, held: Invitation, to: InvitationStatus, **values: Any) -> bool:
    """Change the status, and more, if the invitation is still as it was read; False: somebody was first."""
    as_read = (
        invitations.c.id == held.id, invitations.c.status == held.status, invitations.c.fingerprint == held.fingerprint,
        invitations.c.proposed == held.proposed,
    )  # fmt: skip
    return await db.change(invitations, *as_read, status=to, **values) == 1


async def in_status(db: OfficeDb, statuses: Iterable[InvitationStatus]) -> tuple[Invitation, ...]:
    """Invitations in one of the statuses, the earliest event first."""
    query = db.of(invitations).where(invitations.c.status.in_(list(statuses)))
    return as_records(Invitation, await db.rows(query.order_by(invitations.c.starts_at, invitations.c.number)))


async def waiting(db: OfficeDb) -> tuple[Invitation, ...]:
    """What waits for an approval: invitations that were submitted, and changes of those that are out."""
    changed = and_(invitations.c.status == InvitationStatus.SENT, invitations.c.proposed != "")
    here = or_(invitations.c.status == InvitationStatus.SUBMITTED, changed)
    return as_records(Invitation, await db.rows(db.of(invitations).where(here).order_by(invitations.c.number)))


async def between(db: OfficeDb, since: datetime, until: datetime) -> tuple[Invitation, ...]:
    """Invitations that are out to events that begin in a span of time, the earliest first."""
    here = (invitations.c.status == InvitationStatus.SENT, invitations.c.starts_at >= since, invitations.c.starts_at <= until)
    return as_records(Invitation, await db.rows(db.of(invitations).where(*here).order_by(invitations.c.starts_at)))


async def next_launch(db: OfficeDb) -> datetime | None:
    """When the next scheduled one is due."""
    query = db.of(invitations, func.min(invitations.c.send_at)).where(invitations.c.status == InvitationStatus.SCHEDULED)
    found: datetime | None = await db.value(query)
    return found


async def due(db: OfficeDb, now: datetime) -> tuple[Invitation, ...]:
    """Scheduled ones whose moment has come."""
    here = (invitations.c.status == InvitationStatus.SCHEDULED, invitations.c.send_at <= now)
    return as_records(Invitation, await db.rows(db.of(invitations).where(*here).order_by(invitations.c.send_at)))


# Versions: what was written, by whom.


async def note_version(
    db: OfficeDb, invitation_id: InvitationId, version: str, content: EventDetails, writer: Person, now: datetime
) -> None:
    """Keep what an invitation says, or is to say, under its fingerprint; the same version is kept once."""
    values = {"invitation_id": invitation_id, "fingerprint": version, "content": kept(content)}
    await db.add_once(invitation_versions, **values, author_id=writer.id, created_at=now)


async def version(db: OfficeDb, invitation_id: InvitationId, fingerprint: str) -> EventDetails | None:
    """What a version says, or None."""
    here = (invitation_versions.c.invitation_id == invitation_id, invitation_versions.c.fingerprint == fingerprint)
    row = await db.row(db.of(invitation_versions).where(*here))
    return details(row.content) if row else None


async def writers(db: OfficeDb, held: Invitation) -> frozenset[PersonId]:
    """Everybody who wrote any version of an invitation."""
    query = db.of(invitation_versions, invitation_versions.c.author_id)
    rows = await db.rows(query.where(invitation_versions.c.invitation_id == held.id))
    return frozenset({held.author_id, *(PersonId(row.author_id) for row in rows)})


# Whom it went to, what they said, and who came.


async def invite(db: OfficeDb, held: Invitation, audience: Audience) -> int:
    """Note everybody of an audience as invited, in one statement; gives their number."""
    who = people.members(db, audience).subquery()
    values: dict[str, Any] = {"office_id": db.office.id, "invitation_id": held.id, "invited": True}
    constants = [literal(value, invitees.c[name].type) for name, value in values.items()]
    return await db.run(invitees.insert().from_select([*values, "person_id"], db.columns(*constants, who.c.id)))


async def lock(db: OfficeDb, held: Invitation) -> None:
    """Hold an invitation until the transaction ends, so that of two who take its last seat one gets it."""
    await db.row(db.of(invitations, invitations.c.id).where(invitations.c.id == held.id).with_for_update())


async def invitee(db: OfficeDb, held: Invitation, person_id: PersonId) -> Invitee | None:
    """What is known of somebody and an invitation, or None."""
    here = (invitees.c.invitation_id == held.id, invitees.c.person_id == person_id)
    row = await db.row(db.of(invitees).where(*here))
    return as_record(Invitee, row) if row else None


async def answer(db: OfficeDb, held: Invitation, person: Person, said: Answer, now: datetime) -> None:
    """Note what somebody who was invited says; the latest counts."""
    here = (invitees.c.invitation_id == held.id, invitees.c.person_id == person.id)
    await db.change(invitees, *here, answer=said, answered_at=now)


async def arrive(db: OfficeDb, held: Invitation, person: Person, how: str, now: datetime) -> bool:
    """Note that somebody has come, invited or not; False where they were here already."""
    await db.add_once(invitees, invitation_id=held.id, person_id=person.id, invited=False)
    here = (invitees.c.invitation_id == held.id, invitees.c.person_id == person.id, invitees.c.arrived_at.is_(None))
    return await db.change(invitees, *here, arrived_at=now, arrived_by=how) == 1


async def counts(db: OfficeDb, held: Invitation) -> dict[str, int]:
    """How many were invited, said yes and no, and came."""
    came, invited = invitees.c.arrived_at.is_not(None), invitees.c.invited
    columns = {
        "invited": func.count().filter(invited), "yes": func.count().filter(invitees.c.answer == Answer.YES),
        "no": func.count().filter(invitees.c.answer == Answer.NO), "came": func.count().filter(invited, came),
        "uninvited": func.count().filter(~invited, came),
    }  # fmt: skip
    query = db.of(invitees, *(each.label(name) for name, each in columns.items()))
    row = await db.row(query.where(invitees.c.invitation_id == held.id))
    return {name: int(getattr(row, name)) for name in columns}


async def attendance(db: OfficeDb, held: Invitation) -> Sequence[tuple[Person, Invitee]]:
    """Everybody of an invitation with what is known of them, by name."""
    query = db.of(invitees, people_table, *(invitees.c[name] for name in ("invited", "answer", "arrived_at", "person_id")))
    joined = query.join(people_table, people_table.c.id == invitees.c.person_id).where(invitees.c.invitation_id == held.id)
    rows = await db.rows(joined.order_by(people_table.c.name))
    return [(as_record(Person, row), as_record(Invitee, row)) for row in rows]


async def of_person(db: OfficeDb, person: Person, now: datetime) -> Sequence[tuple[Invitation, Answer]]:
    """The events to come, or of today, to which somebody is invited, with what they said; the earliest first."""
    query = db.of(invitations, invitations, invitees.c.answer).join(invitees, invitees.c.invitation_id == invitations.c.id)
    mine = (invitees.c.person_id == person.id, invitees.c.invited, invitations.c.status == InvitationStatus.SENT)
    rows = await db.rows(query.where(*mine, invitations.c.starts_at > now).order_by(invitations.c.starts_at))
    return [(as_record(Invitation, row), Answer(row.answer)) for row in rows]


def told(db: OfficeDb, held: Invitation, answers: Iterable[Answer]) -> Select[Any]:
    """The query of those who have their invitation and answered so, where they can be written to now.

    Whoever's still waits is left out: what they get will say what holds by then.
    """
    here = (invitees.c.invitation_id == held.id, invitees.c.invited, invitees.c.answer.in_(list(answers)))
    waits = db.of(outbox, outbox.c.person_id).where(outbox.c.subject == subject(held.id), outbox.c.state.in_(UNSENT))
    said = db.of(invitees, invitees.c.person_id).where(*here, invitees.c.person_id.not_in(waits))
    return people.members(db, Audience(tuple(Role))).where(people_table.c.id.in_(said))


# Files of ours.


async def add_file(db: OfficeDb, key: str, name: str, mime: str, found: tuple[str, int], now: datetime) -> int:
    """A document that the desk made, found again by its key; its bytes are kept already, under a digest and of a size."""
    values = {"kind": FileKind.DOCUMENT, "name": name, "mime": mime, "digest": found[0], "size": found[1], "handle": key}
    return await db.add(files, **values, created_at=now)


async def file(db: OfficeDb, key: str) -> int:
    """The document that the desk made under a key; 0 where it has not yet."""
    ours = (files.c.handle == key, files.c.account_id.is_(None))
    return int(await db.value(db.of(files, files.c.id).where(*ours).order_by(files.c.id.desc()).limit(1)) or 0)
