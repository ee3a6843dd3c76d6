"""Jobs under a lease: ask in one transaction, do with none open, tell in another, which also ends the job."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

import structlog

from bot import custody
from bot.audit_pack import packed
from bot.channels.base import SendError
from bot.chats import read_chat
from bot.dispatch import Desk
from bot.drawing import qr_code
from bot.evidence import frozen
from bot.files import Files
from bot.illustrating import illustrated
from bot.picturing import Portraying, pictured, undrawn
from bot.proofs import take_proof
from bot.revisiting import revisited
from bot.sheets import Unreadable, read_sheet, write
from bot.speech import post_news
from bot.visiting import Visiting
from handlers.coverage.errand import Illustrate
from handlers.job import Download, DrawCode, Found, Keep
from handlers.jobs import JOBS
from handlers.ledger.pack import MakePack
from handlers.links.bridge.errand import Chat
from handlers.links.picture import Portray
from handlers.links.proofs.freeze import Take
from handlers.links.revisit import Revisit
from handlers.links.visit import Visit
from handlers.privacy.export import KeepTexts
from handlers.privacy.forget import Forget
from handlers.privacy.log import Examine
from handlers.sheet import Read, ReadSheet, Unread, WriteSheets
from storage import jobs, offices
from storage.database import Database
from storage.jobs import Claimed
from storage.records import AccountId

log = structlog.get_logger()
HANDS = 24  # of which most wait: a site is asked once a second, and pages are read two at a time


class Worker:
    """Does the desk's jobs, some at a time: one site that is slow holds up only those that were begun with it."""

    def __init__(
        self, database: Database, desks: Mapping[AccountId, Desk], files: Files, now: Callable[[], datetime], visit: Visiting,
        portray: Portraying = undrawn,
    ) -> None:  # fmt: skip
        self._database = database
        self._desks = desks
        self._files = files
        self._now = now
        self._errands: Mapping[type, Callable[[Any], Awaitable[Any]]] = {
            Download: self._download, Keep: self._keep, DrawCode: self._draw_code,
            ReadSheet: self._read_sheet, WriteSheets: self._write_sheets, MakePack: partial(packed, database, files, now),
            Chat: partial(read_chat, desks), Take: partial(take_proof, desks, files),
            Visit: partial(frozen, visit, files), Revisit: partial(revisited, visit, files),
            Portray: partial(pictured, portray, files), Illustrate: partial(illustrated, files),
            KeepTexts: partial(custody.keep_texts, files), Forget: partial(custody.forget, database, files),
            Examine: partial(custody.examine, database, files),
        }  # fmt: skip

    async def round(self) -> int:
        """Do the next jobs that are due, some at a time; gives how many were done."""
        claimed: list[Claimed] = []
        async with self._database.write() as db:
            while len(claimed) < HANDS and (job := await jobs.claim(db, self._now())):
                claimed.append(job)
        await asyncio.gather(*(self._try(each) for each in claimed))
        return len(claimed)

    async def _try(self, job: Claimed) -> None:
        try:
            await self._do(job)
        except Exception as fault:  # a failed job waits for its next try; the worker goes on
            log.exception("job failed", job=job.id, kind=job.kind)
            async with self._database.write() as db:
                await jobs.failed(db, job, f"{type(fault).__name__}: {fault}", self._now())

    async def _do(self, job: Claimed) -> None:
        kind = JOBS[job.kind]
        async with self._database.read() as db:
            errand = await kind.ask(db.of(await offices.office_by_id(db, job.office_id)), job.facts)
        found = await self._errands[type(errand)](errand) if errand is not None else None
        async with self._database.write() as db:
            if not await jobs.done(db, job):  # whoever has it now tells
                log.warning("another worker took over", job=job.id, kind=job.kind)
            elif errand is not None:
                office = db.of(await offices.office_by_id(db, job.office_id))
                await post_news(office, await kind.tell(office, job.facts, found, self._now()), self._now())

    async def _keep(self, errand: Keep) -> Found:
        return Found(await self._files.keep(errand.content), len(errand.content))

    async def _draw_code(self, errand: DrawCode) -> Found:
        return await self._keep(Keep(await asyncio.to_thread(qr_code, errand.text)))

    async def _download(self, errand: Download) -> Found:
        try:
            content = await self._desks[errand.account_id].channel.download(errand.handle, errand.limit)
        except SendError as error:
            return Found(fault=error.problem)
        return Found(await self._files.keep(content), len(content))

    async def _read_sheet(self, errand: ReadSheet) -> Read:
        try:
            content = await self._desks[errand.account_id].channel.download(errand.handle, errand.limit)
            return await asyncio.to_thread(read_sheet, content)
        except SendError:
            return Read(fault=Unread.LATER)
        except Unreadable as unreadable:
            return Read(fault=unreadable.why)

    async def _write_sheets(self, errand: WriteSheets) -> Found:
        content = await asyncio.to_thread(write, errand.name, errand.sheets)
        return Found(await self._files.keep(content), len(content))
