"""Releases that are taken back: who asked for it, why, who agreed; and what is done with their messages."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import String, literal

from storage import outbox as messages
from storage.corrections import sent, subject
from storage.database import OfficeDb, as_record
from storage.embargoes import opening
from storage.records import Json, Person, PersonId, Purpose, Release, ReleaseId, RowState
from storage.releases import subject as about
from storage.tables import outbox, recalls


class State(StrEnum):
    """The life of a recall."""

    ASKED = "asked"  # a second person has to agree
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Recall:
    """A release is to be taken back, or was."""

    id: int
    release_id: ReleaseId
    person_id: PersonId
    reason: str
    state: State
    decided_at: datetime | None


async def add(db: OfficeDb, release: Release, person: Person, reason: str, now: datetime) -> Recall:
    """Somebody asks for it."""
    values = {"person_id": person.id, "reason": reason, "state": State.ASKED, "asked_at": now}
    number = await db.add(recalls, release_id=release.id, **values)
    return Recall(number, release.id, person.id, reason, State.ASKED, None)


async def find(db: OfficeDb, recall_id: int) -> Recall | None:
    """One recall, or None."""
    row = await db.row(db.of(recalls).where(recalls.c.id == recall_id))
    return as_record(Recall, row) if row else None


async def of_release(db: OfficeDb, release_id: int) -> Recall | None:
    """The latest of a release, or None."""
    query = db.of(recalls).where(recalls.c.release_id == release_id, recalls.c.state != State.DROPPED)
    row = await db.row(query.order_by(recalls.c.id.desc()).limit(1))
    return as_record(Recall, row) if row else None


async def settle(db: OfficeDb, held: Recall, to: State, person: Person, now: datetime) -> bool:
    """It is decided; False where somebody was first."""
    as_read = (recalls.c.id == held.id, recalls.c.state == State.ASKED)
    return await db.change(recalls, *as_read, state=to, decided_by=person.id, decided_at=now) == 1


async def stop(db: OfficeDb, release: Release, now: datetime) -> int:
    """Nothing more of it goes out, nor of its corrections, nor that its embargo is over; gives how many messages waited."""
    subjects = [about(release.id), opening(release.id), *(subject(each.id) for each in await sent(db, release))]
    return sum([await messages.cancel(db, each, now) for each in subjects])


async def strike(db: OfficeDb, release: Release, card: str, facts: Json, now: datetime) -> int:
    """Where a message can be changed, what was sent says that it was taken back; what has several parts stays as it is."""
    old = outbox.alias()
    arrived = (old.c.subject == about(release.id), old.c.state.in_((RowState.SENT, RowState.UNSURE)), old.c.parts <= 1)
    own_card = (old.c.card.in_(("release_sent", "release_embargoed")), old.c.platform_id != "", old.c.template == "")
    values: dict[str, Any] = {
        "office_id": db.office.id, "card": card, "facts": facts, "purpose": Purpose.PROGRESS, "state": RowState.WAITING,
        "priority": messages.PRIORITY[Purpose.PROGRESS], "subject": f"strike:{release.id}", "created_at": now, "not_before": now,
    }  # fmt: skip
    own: dict[str, Any] = {
        "person_id": old.c.person_id, "account_id": old.c.account_id, "chat": old.c.chat, "language": old.c.language,
        "plain": old.c.plain, "replaces_id": old.c.id,
        "key": literal(f"strike:{release.id}:") + old.c.person_id.cast(String),
    }  # fmt: skip
    constants = [literal(value, outbox.c[name].type) for name, value in values.items()]
    chosen = db.columns(*constants, *own.values()).where(old.c.office_id == db.office.id, *arrived, *own_card)
    return await db.run(outbox.insert().from_select([*values, *own], chosen))
