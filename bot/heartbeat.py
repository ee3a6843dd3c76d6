"""The dead man's signal (S10): what did not run by its time is told to staff, and a watcher outside hears while all has run.

Every process looks for itself, by what the database says; so one notices for another that a clock stands still.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import aiohttp
import structlog

from bot.clock import moments
from bot.speech import post_news
from handlers.permissions import Permission, roles_with
from messages.card import News, Saying
from storage import inbox, jobs, lanes, occurrences, offices, people
from storage.database import Database, EveryOfficeDb, OfficeDb
from storage.records import Office

log = structlog.get_logger()
GRACE: Final = timedelta(minutes=15)  # the summary of 06.45 is missed at 07.00
BUSY: Final = timedelta(hours=1)  # a long list of jobs is work, not a standstill
EVERY: Final = 60.0  # seconds between two looks
PATIENCE: Final = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True)
class Late:
    """Something that was due and has not run; of no office where it is the whole desk's."""

    name: str
    due: datetime
    office: Office | None = None


async def late(db: EveryOfficeDb, now: datetime) -> Sequence[Late]:
    """All that should have run by now, with the moment at which it was due."""
    found = []
    for office in await offices.all_offices(db):
        due = [(sweep.name, at) for sweep, at in await moments(db.of(office), now) if at]
        found += [Late(name, at, office) for name, at in due if at < now - GRACE]
    whole = (
        ("events", await inbox.next_ready(db), GRACE),
        ("jobs", await jobs.next_due(db), BUSY),
        ("messages", await lanes.standing_since(db, now - GRACE), GRACE),
    )
    return [*found, *(Late(name, at) for name, at, grace in whole if at and at < now - grace)]


class Watchman:
    """Looks each minute. `address` is the operator's own, called with GET and nothing of ours in it; empty for none."""

    def __init__(self, database: Database, now: Callable[[], datetime], address: str = "") -> None:
        self._database = database
        self._now = now
        self._address = address
        self._looked = time.monotonic()  # so that a desk that was off has a minute to make up for it

    async def strike(self) -> None:
        """What a process does each second: look, once a minute."""
        if time.monotonic() - self._looked >= EVERY:
            self._looked = time.monotonic()
            await self.look()

    async def look(self) -> None:
        """Tell what is late; where nothing is, call the watcher. What cannot even be looked at is silence too."""
        now = self._now()
        async with self._database.read() as db:
            found = await late(db, now)
        if found:
            log.warning("not run in time", what=sorted({each.name for each in found}))
            await self._tell(found, now)
        elif self._address:
            await self._call()

    async def _tell(self, found: Sequence[Late], now: datetime) -> None:
        """Each thing once a day to those who rule an office; what is the whole desk's to all offices."""
        async with self._database.write() as db:
            for office in await offices.all_offices(db):
                theirs = [each for each in found if each.office is None or each.office.id == office.id]
                await post_news(db.of(office), await _news(db.of(office), theirs, now), now)

    async def _call(self) -> None:
        """No redirect is followed and nothing of the answer is read. The address is as good as a password: no log names it."""
        try:
            async with aiohttp.ClientSession(timeout=PATIENCE) as session:
                answer = await session.get(self._address, allow_redirects=False)
                answer.close()
            if answer.status >= 300:
                log.warning("heartbeat not taken", status=answer.status)
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("heartbeat not taken", problem=type(error).__name__)


async def _news(db: OfficeDb, found: Sequence[Late], now: datetime) -> Sequence[News]:
    told = [each for each in found if await occurrences.first(db, f"late:{each.name}:{now:%Y-%m-%d}", each.due, now)]
    admins = await people.with_roles(db, roles_with(Permission.RULE)) if told else ()
    return [
        News(admin.id, Saying("not_run", {"name": each.name, "due": each.due.isoformat()})) for each in told for admin in admins
    ]
