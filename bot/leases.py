"""Which lanes, polls and clock are this process's to drive, where several processes share a database.

Each is held under a numbered lease. They are spread evenly over the processes that are alive; those of one that
died are free after a few seconds. Whoever was frozen finds its leases over by the monotonic clock and stops.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from math import ceil
from uuid import uuid4

import structlog

from storage import leases
from storage.database import Database, EveryOfficeDb
from storage.turns import Urgency

log = structlog.get_logger()
LIFE = 6.0  # seconds a lease lasts after it was renewed
MARGIN = 2.0  # seconds by which we take ours for over before others may
TURN = 1.5  # seconds between renewals

Wanted = Mapping[str, Sequence[str]]
"""Names by kind; the processes that want a kind share its names."""


class Leases:
    """What this process holds."""

    def __init__(self, database: Database, busy: Callable[[str], bool]) -> None:
        self._database = database
        self._busy = busy  # whether something we hold is in the middle of its work
        self._holder = uuid4().hex
        self._held: dict[str, int] = {}
        self._leaving: set[str] = set()
        self._good_until = 0.0  # monotonic

    def number(self, name: str) -> int | None:
        """The number under which something is ours; None where it is not, or may not be any more."""
        if name in self._leaving or time.monotonic() >= self._good_until:
            return None
        return self._held.get(name)

    @asynccontextmanager
    async def held(self, wanted: Wanted) -> AsyncIterator[None]:
        """Hold our share of what is wanted until the block ends, and let go of it at once then."""
        await self.turn(wanted)
        renewing = asyncio.create_task(self._renew(wanted))
        try:
            yield
        finally:
            renewing.cancel()
            async with self._database.write(Urgency.LEASE, only=()) as db:
                await leases.alone(db)
                await leases.give(db, self._holder)

    async def turn(self, wanted: Wanted) -> None:
        """Renew what is ours, take what nobody holds, and make room for a newcomer."""
        began = time.monotonic()
        async with self._database.write(Urgency.LEASE, only=()) as db:
            await leases.alone(db)
            now = await leases.clock(db)
            await leases.renew(db, self._holder, now, now + LIFE)
            await leases.take(db, [f"{kind}/{self._holder}" for kind in wanted], self._holder, now, now + LIFE)  # we are alive
            for kind, names in wanted.items():
                await self._share(db, kind, names, now)
            known = await leases.everyone(db)
            await leases.forget(db, now)
        self._held = {each.name: each.number for each in known if each.holder == self._holder and each.until > now}
        self._leaving &= self._held.keys()
        self._good_until = began + LIFE - MARGIN

    async def _share(self, db: EveryOfficeDb, kind: str, names: Sequence[str], now: float) -> None:
        alive = {each.name: each.holder for each in await leases.everyone(db) if each.until > now}
        processes = sum(1 for name in alive if name.startswith(f"{kind}/"))
        mine = [name for name in names if alive.get(name) == self._holder]
        share = ceil(len(names) / processes)
        free = [name for name in names if name not in alive]
        await leases.take(db, free[: max(share - len(mine), 0)], self._holder, now, now + LIFE)
        # First it takes up nothing more, and once it is quiet, at another turn, it is let go.
        quiet = [name for name in self._leaving if name in mine and not self._busy(name)]
        await leases.give(db, self._holder, quiet)
        self._leaving |= set(mine[share:]) - set(quiet)

    async def _renew(self, wanted: Wanted) -> None:
        pause = TURN
        while True:
            await asyncio.sleep(pause)
            try:
                await self.turn(wanted)
                pause = TURN
            except Exception:  # the database is away: what we hold runs out by itself, unless it is back before
                log.exception("leases not renewed")
                pause = TURN / 5
