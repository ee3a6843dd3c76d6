"""Releases that are taken back: who asked for it, why, who agreed; and what is done with their messages."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import String, literal

from storage import outbox as messages
from storage.corrections import sent, subject
from storage.database import OfficeDb, as_record, as_records
from storage.embargoes import outgoing
from storage.people import ABLE
from storage.records import Json, Person, PersonId, Purpose, Release, ReleaseId, RowState
from storage.tables import outbox, people, recalls

STRUCK: Final = ("release_sent", "release_embargoed", "embargo_opened", "release_corrected", "situation_report")


class State(StrEnum):
    """The life of a recall."""

    WRITTEN = "written"  # with its reason, and not confirmed yet
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


def telling(release_id: int) -> str:
    """What the messages are about that say that a release was taken back."""
    return f"recall:{release_id}"


async def add(db: OfficeDb, release: Release, person: Person, reason: str, now: datetime) -> Recall:
    """Somebody wants it."""
    values = {"person_id": person.id, "reason": reason, "state": State.WRITTEN, "asked_at": now}
    number = await db.add(recalls, release_id=release.id, **values)
    return Recall(number, release.id, person.id, reason, State.WRITTEN, None)


async def find(db: OfficeDb, recall_id: int) -> Recall | None:
    """One recall, or None."""
    row = await db.row(db.of(recalls).where(recalls.c.id == recall_id))
    return as_record(Recall, row) if row else None


async def of_release(db: OfficeDb, release_id: int) -> Recall | None:
    """The one by which a release was taken back, or None."""
    query = db.of(recalls).where(recalls.c.release_id == release_id, recalls.c.state == State.DONE)
    row = await db.row(query.order_by(recalls.c.id.desc()).limit(1))
    return as_record(Recall, row) if row else None


async def waiting(db: OfficeDb, release: Release | None = None) -> tuple[Recall, ...]:
    """Those to which a second person has to agree, of one release where given; the longest waiting first."""
    of_one = (recalls.c.release_id == release.id,) if release else ()
    query = db.of(recalls).where(recalls.c.state == State.ASKED, *of_one)
    return as_records(Recall, await db.rows(query.order_by(recalls.c.id)))


async def put_forward(db: OfficeDb, held: Recall) -> bool:
    """It lies with a second person; False where it did already."""
    return await db.change(recalls, recalls.c.id == held.id, recalls.c.state == State.WRITTEN, state=State.ASKED) == 1


async def settle(db: OfficeDb, held: Recall, to: State, person: Person, now: datetime) -> bool:
    """It is decided; False where somebody was first."""
    as_read = (recalls.c.id == held.id, recalls.c.state == held.state)
    return await db.change(recalls, *as_read, state=to, decided_by=person.id, decided_at=now) == 1


async def stop(db: OfficeDb, release: Release, now: datetime) -> int:
    """Nothing more of it goes out, nor of its corrections, nor that its embargo is over; gives how many messages waited."""
    return sum([await messages.cancel(db, each, now) for each in await _subjects(db, release)])


async def _subjects(db: OfficeDb, release: Release) -> list[str]:
    return [*outgoing(release.id), *(subject(each.id) for each in await sent(db, release))]


async def strike(db: OfficeDb, release: Release, card: str, facts: Json, now: datetime) -> int:
    """Where a message can be changed, what was sent says that it was taken back; what has several parts stays as it is.

    So does what somebody has who left: nothing is done in their chat any more.
    """
    old = outbox.alias()
    here = old.c.person_id.in_(db.of(people, people.c.id).where(people.c.standing.in_(ABLE)))
    arrived = (old.c.subject.in_(await _subjects(db, release)), old.c.state.in_(messages.ARRIVED), old.c.parts <= 1)
    own_card = (old.c.card.in_(STRUCK), old.c.platform_id != "", old.c.template == "")
    values: dict[str, Any] = {
        "office_id": db.office.id, "card": card, "facts": facts, "purpose": Purpose.PROGRESS, "state": RowState.WAITING,
        "priority": messages.PRIORITY[Purpose.PROGRESS], "subject": f"strike:{release.id}", "created_at": now, "not_before": now,
    }  # fmt: skip
    own: dict[str, Any] = {
        "person_id": old.c.person_id, "account_id": old.c.account_id, "chat": old.c.chat, "language": old.c.language,
        "plain": old.c.plain, "replaces_id": old.c.id,
        "key": literal(f"strike:{release.id}:") + old.c.id.cast(String),
    }  # fmt: skip
    constants = [literal(value, outbox.c[name].type) for name, value in values.items()]
    chosen = db.columns(*constants, *own.values()).where(old.c.office_id == db.office.id, *arrived, *own_card, here)
    return await db.run(outbox.insert().from_select([*values, *own], chosen))
