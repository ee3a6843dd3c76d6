"""What people want to be told of, and when. Whoever has chosen nothing is told of everything, at once.

Disasters stand apart: what somebody chose for everything else does not touch them.
"""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, false, or_, select, true

from storage.database import OfficeDb
from storage.records import Audience, Mode, Person, PersonId, Topic
from storage.tables import people, subscriptions


@dataclass(frozen=True)
class Subscription:
    """What one person wants."""

    muted: frozenset[str] = field(default_factory=frozenset)
    mode: Mode = Mode.DIRECT
    disaster: Mode = Mode.DIRECT

    def mode_for(self, topic: str) -> Mode:
        """How they are told of a release about something; a release about nothing in particular is for everybody."""
        if topic == Topic.DISASTER:
            return self.disaster
        return Mode.NEVER if self.mode is Mode.INVITATIONS or topic in self.muted else self.mode


async def of(db: OfficeDb, person_id: PersonId) -> Subscription:
    """What somebody has chosen."""
    row = await db.row(db.of(subscriptions).where(subscriptions.c.person_id == person_id))
    if row is None:
        return Subscription()
    return Subscription(frozenset(each for each in row.muted.split(",") if each), Mode(row.mode), Mode(row.disaster))


async def keep(db: OfficeDb, person: Person, wanted: Subscription, now: datetime) -> None:
    """Keep what somebody has chosen."""
    muted = "".join(f",{each}" for each in Topic if each in wanted.muted) + ("," if wanted.muted else "")
    values = {"muted": muted, "mode": wanted.mode, "disaster": wanted.disaster, "changed_at": now}
    if not await db.change(subscriptions, subscriptions.c.person_id == person.id, **values):
        await db.add_once(subscriptions, person_id=person.id, **values)


def wanted_by(audience: Audience) -> ColumnElement[bool]:
    """Whether somebody wants to be told of what an audience is told of, at whatever hour."""
    if audience.topic is None:
        return true()
    if audience.topic == Topic.DISASTER:
        return ~_chose(subscriptions.c.disaster == Mode.NEVER)
    muted = (subscriptions.c.muted.contains(f",{audience.topic},", autoescape=True),) if audience.topic else ()
    return ~_chose(or_(subscriptions.c.mode == Mode.INVITATIONS, *muted))


def later_for(audience: Audience) -> ColumnElement[bool]:
    """Whether somebody wants it in the next digest."""
    if audience.topic is None:
        return false()
    mode = subscriptions.c.disaster if audience.topic == Topic.DISASTER else subscriptions.c.mode
    return _chose(mode == Mode.DIGEST)


def _chose(what: ColumnElement[bool]) -> ColumnElement[bool]:
    return select(subscriptions.c.id).where(subscriptions.c.person_id == people.c.id, what).correlate(people).exists()
