"""`/health`: a line for each thing the desk leans on; 503 where one of them is not well, so that a watcher may call somebody."""

import shutil
import time
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from aiohttp import web

from bot.app import App
from bot.finding import Finding
from storage import accounts
from storage.database import Database
from storage.queues import Queue, queues
from storage.records import Account, AccountState

ROOM: Final = 500_000_000  # bytes that must be free on the disk
LANE_LATE: Final = 330.0  # seconds; the longest call, an upload, may take 300
REPLY_LATE: Final = timedelta(minutes=5)


async def look(app: App) -> list[Finding]:
    """What `/health` says now. Changes nothing."""
    findings = [await _database(app.database), _disk(app.files.folder)]
    if findings[0].good:
        findings += [each async for each in _accounts(app)]
    return findings


async def health(app: App) -> web.Response:
    """The answer to a watcher."""
    found = await look(app)
    status = 200 if all(each.good for each in found) else 503
    return web.Response(text="".join(f"{each}\n" for each in found), status=status)


async def _database(database: Database) -> Finding:
    begun = time.monotonic()
    try:
        async with database.read() as db:
            await accounts.everyone(db)
    except Exception as fault:  # noqa: BLE001 - whatever the driver says, a watcher has to hear of it
        return Finding(False, "database", f"does not answer ({type(fault).__name__})")
    return Finding(True, "database", f"answered in {(time.monotonic() - begun) * 1000:.0f} ms")


def _disk(folder: Path) -> Finding:
    there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    free = shutil.disk_usage(there).free
    return Finding(
        free >= ROOM, "disk", f"{free / 1e9:.1f} GB free", "" if free >= ROOM else "Make room, or nothing can be stored"
    )


async def _accounts(app: App) -> AsyncIterator[Finding]:
    async with app.database.read() as db:
        known, waiting = await accounts.everyone(db), await queues(db, app.now())
    for account in known:
        yield _lane(account, app.beats.get(account.id), waiting.get(account.id, Queue()), app.now())


def _lane(account: Account, beat: float | None, queue: Queue, now: datetime) -> Finding:
    """`beat` is when the lane last looked, where this process has it."""
    age = time.monotonic() - beat if beat is not None else 0.0
    looked = f"looked {age:.0f} s ago" if beat is not None else "not of this process"
    oldest = f", oldest {(now - queue.oldest).total_seconds():.0f} s" if queue.oldest else ""
    late = queue.reply is not None and now - queue.reply > REPLY_LATE
    remedy = "Answers wait too long" if late else ""
    if account.state is AccountState.BROKEN:
        remedy = f"Stopped: {account.note}"
    subject = f"lane {account.kind} {account.name}"
    return Finding(not remedy and age <= LANE_LATE, subject, f"{looked}, {queue.waiting} waiting{oldest}", remedy)
