"""A platform lets us write first to so many people a day: the others wait, and go by themselves when the day has moved on."""

from datetime import datetime

from handlers.turn import Sweep
from messages.card import News
from storage import openings, outbox
from storage.database import OfficeDb
from storage.records import Wait


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    if not await outbox.parked_for(db, Wait.OPENINGS):
        return None
    limit = await openings.allowed(db)
    room = not limit or await openings.used(db, now) < limit
    return now if room else await openings.next_free(db, now)


async def _go_on(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """All that wait; delivery takes as many as there is room for, and the rest waits again."""
    await outbox.unpark(db, Wait.OPENINGS)
    return ()


OPENINGS = Sweep("openings", _due, _go_on)
