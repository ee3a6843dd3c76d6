"""Who came by a release's link before they were registered, so that they see it once they are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func

from storage.database import OfficeDb
from storage.records import Person, PersonId, Release, ReleaseId, Role, RowState, Standing
from storage.releases import subject
from storage.tables import arrivals, outbox, people


async def note(db: OfficeDb, person: Person, release: Release, now: datetime) -> None:
    """They came for this release; however often, it is shown once."""
    await db.add_once(arrivals, person_id=person.id, release_id=release.id, at=now)


async def since(db: OfficeDb) -> datetime | None:
    """Since when somebody who is registered by now waits for a release."""
    found: datetime | None = await db.value(_joined(db, func.min(arrivals.c.at)).where(*_READY))
    return found


async def ready(db: OfficeDb) -> Sequence[tuple[PersonId, ReleaseId]]:
    """Who is registered by now, and the release they came for."""
    rows = await db.rows(_joined(db, arrivals.c.person_id, arrivals.c.release_id).where(*_READY).order_by(arrivals.c.id))
    return [(PersonId(row.person_id), ReleaseId(row.release_id)) for row in rows]


async def shown(db: OfficeDb, person_id: PersonId, release_id: ReleaseId, now: datetime) -> None:
    """They have it."""
    await db.change(arrivals, arrivals.c.person_id == person_id, arrivals.c.release_id == release_id, shown_at=now)


async def is_told(db: OfficeDb, person_id: PersonId, release_id: ReleaseId) -> bool:
    """Whether they get it anyway, as everybody does who is new."""
    here = (outbox.c.person_id == person_id, outbox.c.subject == subject(release_id), outbox.c.state != RowState.CANCELLED)
    return bool(await db.value(db.of(outbox, func.count()).where(*here)))


def _joined(db: OfficeDb, *columns: ColumnElement[Any]) -> Any:
    return db.of(arrivals, *columns).join(people, people.c.id == arrivals.c.person_id)


_READY = (
    arrivals.c.shown_at.is_(None), people.c.role != Role.GUEST,
    people.c.standing.in_((Standing.ACTIVE, Standing.PAUSED)),
)  # fmt: skip
