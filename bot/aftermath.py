"""What a failure means beyond its own row: for the person it was for, and for all else that is said about the same."""

from datetime import datetime

from bot.outcomes import Outcome
from storage import outbox, people
from storage.database import OfficeDb
from storage.records import OutboxRow


async def follow(db: OfficeDb, row: OutboxRow, outcome: Outcome, now: datetime) -> None:
    """Write down what an outcome says of the person and of the broadcast."""
    if outcome.unreachable:
        await people.set_reachable(db, row.account_id, row.chat, reachable=False)
        await outbox.cancel_for(db, row.person_id, now)
    if outcome.closes_talk:
        await people.close_talk(db, row.account_id, row.chat)
    if outcome.unwanted:
        await people.set_wanted(db, row.account_id, row.chat, wanted=False)
    if outcome.floods and row.subject:
        await outbox.hold(db, row.subject)
