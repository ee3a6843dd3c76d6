"""Processes that share a PostgreSQL tell each other what they changed, so that nobody has to look again and again.

It only saves time: what is missed, as when a process dies in mid-word, is found by the look that is due in any case.
"""

import asyncio
from uuid import uuid4

import psycopg
import structlog
from sqlalchemy import func, select

from storage.database import Database
from storage.records import OfficeId

log = structlog.get_logger()
CHANNEL = "meja"
TOGETHER = 0.02  # seconds for which changes are gathered, to be told at once
MOST = 500  # offices named one by one; more are told as all
PAUSE = 1.0  # seconds after a failure


class Wire:
    """One process on the line. Run `speak` and `listen` beside the work."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._me = uuid4().hex

    async def speak(self) -> None:
        """Tell the others what we changed, until cancelled."""
        changes = self._database.changes
        while True:
            await changes.next(None, PAUSE)
            await asyncio.sleep(TOGETHER)
            offices = changes.untold()
            if offices is not None and not offices:
                continue
            named = "" if offices is None or len(offices) > MOST else ",".join(map(str, sorted(offices)))
            try:
                async with self._database.read() as db:
                    await db.value(select(func.pg_notify(CHANNEL, f"{self._me}:{named}")))
            except Exception:  # the others look by themselves after a while
                log.exception("not told")
                await asyncio.sleep(PAUSE)

    async def listen(self) -> None:
        """Hear what the others changed, until cancelled."""
        address = self._database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(address, autocommit=True) as line:
                    await line.execute(f"LISTEN {CHANNEL}")
                    self._database.changes.note(None, told=True)  # whatever was said before we listened
                    async for word in line.notifies():
                        self._hear(word.payload)
            except Exception:
                log.exception("not listening")
                await asyncio.sleep(PAUSE)

    def _hear(self, said: str) -> None:
        who, _, named = said.partition(":")
        if who != self._me:
            offices = {OfficeId(int(each)) for each in named.split(",") if each.isdecimal()}
            self._database.changes.note(offices or None, told=True)
