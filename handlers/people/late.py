"""Somebody new reads what went out before they came: the last days' releases, as one message (H10)."""

from datetime import datetime, timedelta

from handlers import audience
from storage import hushed, outbox, releases
from storage.database import OfficeDb
from storage.records import Person, Status

DAYS = timedelta(days=3)


async def catch_up(db: OfficeDb, person: Person, now: datetime) -> int:
    """Queue each that still takes links and was for people like them; gives their number. What is halted waits with the rest."""
    recent = await releases.launched(db, now - DAYS, now)
    open_ones = [each for each in recent if each.links_until is None or each.links_until > now]
    whom = [audience.public(each.audience, each.topic, each.id) for each in open_ones]
    number = sum([await hushed.catch_up(db, person, each, to, now) for each, to in zip(open_ones, whom, strict=True)])
    for each in open_ones:
        if each.status is Status.PAUSED:
            await outbox.hold(db, releases.subject(each.id))
    return number
