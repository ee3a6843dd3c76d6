"""Decisions not to send a release to somebody who would get it: recorded with a reason, and agreed to by a second person."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.database import OfficeDb, as_records
from storage.records import Person, PersonId, Release, ReleaseId
from storage.tables import people, withholdings


@dataclass(frozen=True)
class Withheld:
    """To whom a release is not sent, and why."""

    person_id: PersonId
    name: str
    reason: str


async def of_release(db: OfficeDb, release_id: ReleaseId) -> Sequence[Withheld]:
    """To whom a release is not sent, in the order of their names."""
    query = db.of(withholdings, withholdings.c.person_id, people.c.name, withholdings.c.reason)
    joined = query.join(people, people.c.id == withholdings.c.person_id).where(withholdings.c.release_id == release_id)
    return as_records(Withheld, await db.rows(joined.order_by(people.c.name)))


async def decide(db: OfficeDb, release: Release, ids: Collection[PersonId], reason: str, author: Person, now: datetime) -> None:
    """These people do not get it, and nobody else is left out any more."""
    await db.drop(withholdings, withholdings.c.release_id == release.id)
    for each in ids:
        values = {"reason": reason, "author_id": author.id, "at": now}
        await db.add(withholdings, release_id=release.id, person_id=each, **values)


async def approve(db: OfficeDb, release: Release, approver: Person, now: datetime) -> int:
    """A second person has agreed; gives to how many it is not sent."""
    return await db.change(withholdings, withholdings.c.release_id == release.id, approver_id=approver.id, approved_at=now)
