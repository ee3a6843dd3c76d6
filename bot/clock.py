"""The desk's time, and the bell that asks every sweep whether something is due."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import structlog

from bot.speech import post_news
from handlers.clock import SWEEPS
from handlers.releases import outage
from handlers.turn import Sweep
from storage import audit, inbox, jobs, lanes, offices, outages
from storage.changes import Watch
from storage.database import Database, OfficeDb
from storage.records import Office, OfficeId
from storage.restored import holds
from storage.turns import Urgency

log = structlog.get_logger()
BEAT = timedelta(minutes=1)
OFFSET = "clock_offset"  # seconds; anything but zero only in a sandbox


def real_time() -> datetime:
    """Now, as the machine has it."""
    return datetime.now(UTC)


class Clock:
    """Now = real time + an offset that only a sandbox moves."""

    def __init__(self, real: Callable[[], datetime] = real_time, offset: timedelta = timedelta()) -> None:
        self._real = real
        self.offset = offset

    def now(self) -> datetime:
        """The desk's now, in UTC."""
        return self._real() + self.offset

    def move_to(self, moment: datetime) -> None:
        """Jump ahead; never back."""
        self.offset += max(moment - self.now(), timedelta())


async def moments(db: OfficeDb, now: datetime) -> list[tuple[Sweep, datetime | None]]:
    """When each sweep has something to do; what was due before a restore has not, until staff decide."""
    found = [(sweep, await sweep.due(db, now)) for sweep in SWEEPS]
    return [(sweep, None if due and not sweep.tidies and holds(db.office, due) else due) for sweep, due in found]


class Bell:
    """Runs what is due, office by office."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._watches: dict[OfficeId, Watch] = {}
        self._alive: datetime | None = None  # when that was last noted

    async def ring(self) -> int:
        """Run every sweep that is due once and seal the audit; gives how many ran."""
        async with self._database.read() as db:
            here = await offices.all_offices(db)
        now = self._now()
        return sum([await self._visit(office) for office in here if self._watch(office).calls(now)])

    async def beat(self) -> None:
        """Note once a minute that the desk is alive. What a long silence took from people is given back first."""
        now = self._now()
        if self._alive and now - self._alive < BEAT:
            return
        async with self._database.write() as db:
            if since := await outages.beat(db, now):
                for own in [db.of(office) for office in await offices.all_offices(db)]:
                    await post_news(own, await outage.over(own, since, now), now)
        self._alive = now

    async def strike(self) -> None:
        """What a desk that runs by itself does each second."""
        await self.beat()
        await self.ring()

    async def next_due(self) -> datetime | None:
        """When anything of the desk is next to be done: a sweep, a message, an event, a job."""
        async with self._database.read() as db:
            found = [await lanes.next_due(db), await inbox.next_ready(db), await jobs.next_due(db)]
            for office in await offices.all_offices(db):
                watch = self._watch(office)
                rests = not watch.calls(self._now())
                found += [watch.due] if rests else [due for _, due in await moments(db.of(office), self._now())]
        return min((each for each in found if each), default=None)

    async def _visit(self, office: Office) -> int:
        """Seal the audit, then one look at all that may be due in an office, then a transaction for each thing that is."""
        await self._seal(office)
        now, watch = self._now(), self._watch(office)
        if not watch.calls(now):
            return 0
        async with self._database.read() as db:
            found = await moments(db.of(office), now)
        watch.rest(min((due for _, due in found if due), default=None), now)
        return sum([await self._run(office, sweep, now) for sweep, due in found if due and due <= now])

    async def _seal(self, office: Office) -> None:
        async with self._database.read() as db:
            unsealed = await audit.unsealed(db.of(office))
        if unsealed:
            async with self._database.write(Urgency.REST) as db:
                await audit.seal(db.of(office))

    def _watch(self, office: Office) -> Watch:
        return self._watches.setdefault(office.id, Watch(self._database.changes, office.id))

    async def _run(self, office: Office, sweep: Sweep, now: datetime) -> bool:
        try:
            async with self._database.write(only=[office.id]) as db:
                await post_news(db.of(office), await sweep.run(db.of(office), now), now)
        except Exception:  # one sweep's fault may not silence the others
            log.exception("sweep failed", sweep=sweep.name, office=office.id)
            return False
        return True
