"""What has not arrived on one channel within half an hour is said once on the person's other one (C7)."""

from datetime import datetime

from handlers.turn import Sweep
from messages.card import News
from storage import audit, fallbacks, outbox, people
from storage.database import OfficeDb


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return await fallbacks.next_due(db, now)


async def _say_elsewhere(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Under a key of its own, so that it is said once whoever runs it; the audit keeps that it was."""
    for each in await fallbacks.due(db, now):
        row, person = each.row, await people.by_id(db, each.row.person_id)
        place, key = (each.account_id, each.chat), fallbacks.key(row)
        await outbox.post(db, person, *place, row.card, row.facts, now, purpose=row.purpose, key=key)
        await audit.note(db, None, "fallback", row.subject or f"person:{person.id}", now, {"row": row.id})
    return ()


FALLBACKS = Sweep("fallbacks", _due, _say_elsewhere)
