"""Reads pages in processes of their own, which are killed at their deadline and hold a bounded memory."""

import asyncio
import sys
import threading
from typing import TYPE_CHECKING, Final

import structlog

from bot.reading.child import Unreadable, article_in, confine
from handlers.links.article import Article
from handlers.links.visit import Page

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

log = structlog.get_logger()
DEADLINE: Final = 7.0  # seconds for a page; until a kill is done and noticed it can be another one
GROWTH: Final = 50_000_000  # bytes that a process may ask for beside what it has when it starts; 60 million are then never used
LONGEST: Final = 1_000_000  # bytes of a page that are read; articles of news sites have 50 to 500 thousand
AT_ONCE: Final = 2
PATIENCE: Final = 3.0  # seconds for a pool to end
PAGES: Final = 1  # that a process reads, so that each begins with the same memory and none is heard of by the next


class Reader:
    """A pool of readers. It starts with its first page: who reads none pays nothing."""

    def __init__(self, deadline: float = DEADLINE, growth: int = GROWTH) -> None:
        self._deadline = deadline
        self._growth = growth
        self._pool: ProcessPool | None = None
        self._free = asyncio.Semaphore(AT_ONCE)

    async def read(self, page: Page, zone: str) -> Article | None:
        """What stands on a page; None where that cannot be said in time and within bounds."""
        async with self._free:
            try:
                async with asyncio.timeout(2 * self._deadline):  # a pool that has not killed by then does nothing any more
                    return await asyncio.wrap_future(await asyncio.to_thread(self._begin, page, zone))
            except (OSError, RuntimeError, Unreadable) as fault:  # too long, the process died, nothing to be read
                log.warning("page could not be read", address=page.address, fault=repr(fault)[:200])
                if isinstance(fault, TimeoutError) and not fault.args:  # it was ours; the pool's own says "Task timeout"
                    await self.close()
                return None

    async def close(self) -> None:
        """End the processes; a page that comes later starts new ones."""
        pool, self._pool = self._pool, None
        if pool:
            ended = threading.Thread(target=_end, args=(pool,), daemon=True)
            ended.start()
            await asyncio.to_thread(ended.join, PATIENCE)

    def _begin(self, page: Page, zone: str) -> "ProcessFuture[Article]":
        if self._pool is None or not self._pool.active:  # it breaks for good when a process that did nothing is killed
            self._pool = _started(self._growth)
        given = (page.body[:LONGEST], page.charset, page.address, zone)
        return self._pool.schedule(article_in, args=given, timeout=self._deadline)


def _started(growth: int) -> "ProcessPool":
    from multiprocessing import get_context  # noqa: PLC0415 - who reads no page pays nothing

    from pebble import ProcessPool  # noqa: PLC0415 - the same holds here

    context = get_context("forkserver")  # a fork of the desk itself would begin with its memory, its threads and its secrets
    context.set_forkserver_preload(["bot.reading.extract"])  # so that a new process is ready at once
    program = sys.modules["__main__"]  # which each of them would run first, to no end, if it knew where it stands
    program.__file__ = program.__spec__ = None
    return ProcessPool(AT_ONCE, PAGES, initializer=confine, initargs=(growth,), context=context)


def _end(pool: "ProcessPool") -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # its types end here
    pool.join()
