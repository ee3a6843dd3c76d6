"""When the desk was last alive, and whose deadlines fell into a time in which it was not (S5)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from storage import outbox as sayings
from storage.database import EveryOfficeDb, OfficeDb, as_records
from storage.offices import remembered
from storage.people import members
from storage.records import Audience, Purpose, Release, Role, RowState, Status
from storage.releases import subject
from storage.tables import installation, outbox, people, releases

ALIVE: Final = "alive_at"
LONG: Final = timedelta(minutes=30)  # a shorter silence is a restart, and moves nothing
OUT: Final = (Status.SENDING, Status.PAUSED, Status.SENT)


async def beat(db: EveryOfficeDb, now: datetime) -> datetime | None:
    """Note that the desk is alive; gives since when it was not, to the one process that is first to notice a long silence."""
    before = await remembered(db, ALIVE)
    if before is None:
        await db.add_once(installation, key=ALIVE, value=now.isoformat())  # of several first processes, one adds it
        return None
    here = (installation.c.key == ALIVE, installation.c.value == before)
    first = await db.run(installation.update().where(*here).values(value=now.isoformat()))
    since = datetime.fromisoformat(before)
    return since if first and now - since >= LONG else None


async def move_deadlines(db: OfficeDb, since: datetime, until: datetime) -> Sequence[tuple[Release, datetime]]:
    """Move each deadline for links that fell into an outage by its length; gives the releases as they were, and the new ones."""
    fell = (releases.c.status.in_(OUT), releases.c.links_until >= since, releases.c.links_until <= until)
    found = as_records(Release, await db.rows(db.of(releases).where(*fell).order_by(releases.c.number)))
    moved = [(each, each.links_until + (until - since)) for each in found if each.links_until]
    for each, deadline in moved:
        await db.change(releases, releases.c.id == each.id, releases.c.links_until == each.links_until, links_until=deadline)
    return moved


async def tell(db: OfficeDb, release: Release, card: str, facts: dict[str, Any], now: datetime, at: datetime) -> int:
    """Queue one message, from a moment on, to each journalist whom a release was sent to; gives their number."""
    about = f"moved:{release.id}:{int(now.timestamp())}"
    got = db.of(outbox, outbox.c.person_id).where(outbox.c.subject == subject(release.id), outbox.c.state == RowState.SENT)
    chosen = members(db, Audience((Role.JOURNALIST,), blocked=True)).where(people.c.id.in_(got))
    number = await sayings.tell(db, chosen, card, facts, Purpose.REMINDER, about, now)
    await db.change(outbox, outbox.c.subject == about, not_before=at)
    return number
