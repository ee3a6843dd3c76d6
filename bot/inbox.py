"""Events are stored raw before they are acknowledged; nothing else happens while a platform waits."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.base import RawEvent, Update
from storage import accounts, inbox
from storage.database import Database
from storage.records import Account, Json
from storage.turns import Urgency


@dataclass(frozen=True)
class Batch:
    """What came in one request, and the promise that it is stored."""

    account: Account
    events: Sequence[RawEvent]
    now: datetime
    stored: asyncio.Future[None]


class Intake:
    """Stores batches in groups: those that come while one commit is under way share the next."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[Batch] = []
        self._working: asyncio.Task[None] | None = None

    async def store(self, account: Account, events: Sequence[RawEvent], now: datetime) -> None:
        """Returns when the batch is durable, whatever of it came before. Raises what the database raises."""
        batch = Batch(account, events, now, asyncio.get_running_loop().create_future())
        self._waiting.append(batch)
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work())
        await batch.stored

    async def _work(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            try:
                async with self._database.write(Urgency.INTAKE, only={each.account.office_id for each in group}) as db:
                    for each in group:
                        await inbox.store_all(db, each.account, map(_row, each.events), each.now)
            except Exception as fault:  # noqa: BLE001 - told to each that waits: none of theirs is stored
                _settle(group, fault)
            else:
                _settle(group, None)


def _row(event: RawEvent) -> tuple[str, str, str, Json]:
    return event.key, event.chat, event.album, event.body


def _settle(group: Sequence[Batch], fault: Exception | None) -> None:
    for each in group:
        if each.stored.done():  # whoever waited has gone
            continue
        if fault:
            each.stored.set_exception(fault)
        else:
            each.stored.set_result(None)


async def take_in_updates(database: Database, account: Account, updates: Sequence[Update], now: datetime) -> int:
    """Store what a poll gave and move the cursor in the same commit; gives the new cursor."""
    cursor = max((each.number for each in updates), default=account.cursor)
    async with database.write(Urgency.INTAKE, only=[account.office_id]) as db:
        for each in updates:
            if each.event:
                await inbox.store(db, account, each.event.key, each.event.chat, each.event.album, each.event.body, now)
            else:
                await inbox.put_aside(db, account, f"number:{each.number}", each.body, each.fault, now)
        await accounts.advance(db, account.id, cursor)
    return cursor
