"""Jobs under a lease: ask in one transaction, do with none open, tell in another."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

import structlog

from bot.channels.base import SendError
from bot.dispatch import Desk
from bot.files import Files
from bot.speech import post_news
from bot.visiting import Visiting
from handlers.job import Download, Found
from handlers.jobs import JOBS
from handlers.links.visit import Visit
from storage import jobs, offices
from storage.database import Database
from storage.records import AccountId, Json, OfficeId

log = structlog.get_logger()


class Worker:
    """Does the desk's jobs, one at a time."""

    def __init__(
        self, database: Database, desks: Mapping[AccountId, Desk], files: Files, now: Callable[[], datetime], visit: Visiting
    ) -> None:
        self._database = database
        self._desks = desks
        self._files = files
        self._now = now
        self._errands: Mapping[type, Callable[[Any], Awaitable[Any]]] = {Download: self._download, Visit: visit}

    async def round(self) -> int:
        """Do the next job that is due; gives how many were done."""
        async with self._database.write() as db:
            claimed = await jobs.claim(db, self._now())
        if claimed is None:
            return 0
        job_id, office_id, kind, facts, tries = claimed
        try:
            await self._do(office_id, kind, facts)
        except Exception as fault:  # a failed job waits for its next try; the worker goes on
            log.exception("job failed", job=job_id, kind=kind)
            async with self._database.write() as db:
                await jobs.failed(db, job_id, tries, f"{type(fault).__name__}: {fault}", self._now())
        else:
            async with self._database.write() as db:
                await jobs.done(db, job_id)
        return 1

    async def _do(self, office_id: OfficeId, kind: str, facts: Json) -> None:
        job = JOBS[kind]
        async with self._database.read() as db:
            errand = await job.ask(db.of(await offices.office_by_id(db, office_id)), facts)
        if errand is None:
            return
        found = await self._errands[type(errand)](errand)
        async with self._database.write() as db:
            office = db.of(await offices.office_by_id(db, office_id))
            await post_news(office, await job.tell(office, facts, found, self._now()), self._now())

    async def _download(self, errand: Download) -> Found:
        try:
            content = await self._desks[errand.account_id].channel.download(errand.handle, errand.limit)
        except SendError as error:
            return Found(fault=error.problem)
        return Found(await self._files.keep(content), len(content))
