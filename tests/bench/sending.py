"""A lane that sends by itself while a measurement watches it through the door made for watchers."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from bot import listeners
from bot.delivery import Lane
from storage.records import Account, OutboxRow, Purpose, RowState

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
