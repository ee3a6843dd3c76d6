"""Work that goes on until the desk is told to stop."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.stopping import whole
from storage.changes import Changes

log = structlog.get_logger()
IDLE = 0.2  # seconds between looks where nothing woke us
Work = Callable[[], Coroutine[None, None, None]]


@asynccontextmanager
async def working(*work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Run endless work beside the block, and end it with the block."""
    async with asyncio.TaskGroup() as tasks:
        started = [tasks.create_task(each) for each in work]
        try:
            yield
        finally:
            for task in started:
                task.cancel()


async def repeated(work: Callable[[], Awaitable[int]], changes: Changes) -> None:
    """Work again at once while there is something to do, else when something was changed or after a moment."""
    while True:
        try:
            worked = await whole(work())
        except Exception:
            log.exception("round failed")
            worked = 0
        if worked:
            await asyncio.sleep(0)
        else:
            await changes.next(None, IDLE)


async def rung(work: Callable[[], Awaitable[object]]) -> None:
    """Work each time a bell rings: every second, and once for all the rings that were missed meanwhile."""
    ring = asyncio.Event()

    async def strike() -> None:
        ring.set()

    bell = AsyncIOScheduler(timezone="UTC")
    bell.add_job(strike, "interval", seconds=1, coalesce=True, max_instances=1, misfire_grace_time=None)
    bell.start()
    try:
        while await ring.wait():
            ring.clear()
            try:
                await whole(work())
            except Exception:
                log.exception("ring failed")
    finally:
        bell.shutdown(wait=False)
