"""A lane that sends by itself while a measurement watches it through the door made for watchers."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot import listeners
from bot.channels.telegram.client import TelegramChannel
from bot.delivery import Lane
from bot.files import Files
from bot.pace import Pace
from bot.warm import warm_up
from storage import migrate
from storage.database import Database
from storage.records import Account, OutboxRow, Purpose, RowState
from tests.bench.office import NOW, furnish
from tests.bench.platform import TOKEN

FINAL = (RowState.SENT, RowState.FAILED, RowState.UNSURE, RowState.CANCELLED)


class Settlements:
    """Counts what came to an end, and how long replies took."""

    def __init__(self, expected: int) -> None:
        self.waits: list[float] = []  # seconds until each reply was settled
        self.done = asyncio.Event()
        self._left = expected

    def settled(self, account: Account, row: OutboxRow, state: RowState, waited: timedelta) -> None:
        if state not in FINAL:
            return
        if row.purpose is Purpose.REPLY:
            self.waits.append(waited.total_seconds())
        self._left -= 1
        if self._left <= 0:
            self.done.set()

    def answered(self, account: Account, waited: timedelta) -> None:
        pass


@contextmanager
def watched(expected: int) -> Iterator[Settlements]:
    """Watch until the block ends; `done` comes when so many rows have a final state."""
    seen = Settlements(expected)
    listeners.LISTENERS.append(seen)
    try:
        yield seen
    finally:
        listeners.LISTENERS.remove(seen)


async def until_done(lane: Lane, seen: Settlements, patience: float) -> None:
    """Let a lane run until all is settled and written. Raises TimeoutError when it takes too long."""
    running = asyncio.create_task(lane.run(lambda: None))
    try:
        async with asyncio.timeout(patience):
            await seen.done.wait()
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@dataclass(frozen=True)
class Station:
    """A lane with all it needs, warm and not yet started."""

    database: Database
    account: Account
    lane: Lane
    now: "Ticking"


class Ticking:
    """The desk's clock: begins at the moment at which the office was furnished, and goes on as real ones do."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self) -> datetime:
        return NOW + timedelta(seconds=time.monotonic() - self._began)


@asynccontextmanager
async def station(api: str, number: int, pace: Pace, url: str = "") -> AsyncIterator[Station]:
    """An office with `number` messages waiting and the lane that is to send them, on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        url = url or f"sqlite+aiosqlite:///{folder}/desk.db"
        await asyncio.to_thread(migrate.upgrade, url)
        database = Database(url)
        account = await furnish(database, number)
        channel = TelegramChannel(TOKEN, Files(Path(folder)), api=api)
        now = Ticking()
        warm_up()
        yield Station(database, account, Lane(database, account, channel, pace, now), now)
        await channel.close()
        await database.close()
