"""Events are stored raw before they are acknowledged; nothing else happens while a platform waits."""

from collections.abc import Sequence
from datetime import datetime

from bot.channels.base import RawEvent, Update
from storage import accounts, inbox
from storage.database import Database, Urgency
from storage.records import Account


async def take_in(database: Database, account: Account, events: Sequence[RawEvent], now: datetime) -> int:
    """Store a batch in one commit; gives how many were new."""
    async with database.write(Urgency.INTAKE) as db:
        return sum([await inbox.store(db, account, each.key, each.chat, each.album, each.body, now) for each in events])


async def take_in_updates(database: Database, account: Account, updates: Sequence[Update], now: datetime) -> int:
    """Store what a poll gave and move the cursor in the same commit; gives the new cursor."""
    cursor = max((each.number for each in updates), default=account.cursor)
    async with database.write(Urgency.INTAKE) as db:
        for each in updates:
            if each.event:
                await inbox.store(db, account, each.event.key, each.event.chat, each.event.album, each.event.body, now)
            else:
                await inbox.put_aside(db, account, f"number:{each.number}", each.body, each.fault, now)
        await accounts.advance(db, account.id, cursor)
    return cursor
