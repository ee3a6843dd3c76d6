"""A backup put in the place of an installation. What waits in it is held, and what was there is moved aside."""

import asyncio
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.alone import alone
from bot.backup import DATABASE, OTHER_DATABASE, Manifest, unpack
from bot.files import Files, sync
from bot.opening import Refused
from storage import copies, migrate, restored
from storage.database import Database


@dataclass(frozen=True)
class Restored:
    """What was put in place, and where what was there lies now."""

    manifest: Manifest
    aside: Path | None


async def restore(database: Path | None, files: Files, source: Path, now: datetime, *, force: bool) -> Restored:
    """Put a backup in place. Raises Refused, Taken beside a running desk, TooNew for a later version's backup."""
    if database is None:
        raise Refused(OTHER_DATABASE)
    with alone(database):
        if not force and await asyncio.to_thread(database.exists):
            raise Refused(f"There is an installation at {database} already. Add --force, and it is moved aside, not deleted")
        with tempfile.TemporaryDirectory(dir=database.parent, prefix=".restore-") as name:
            staged = Path(name) / DATABASE
            manifest = await asyncio.to_thread(_prepare, source, staged)
            await _hold(copies.url_of(staged), now)
            return Restored(manifest, await asyncio.to_thread(_put, staged, database, files, manifest, now))


def _prepare(source: Path, staged: Path) -> Manifest:
    manifest = unpack(source, staged.parent)
    try:
        copies.check(staged)
    except copies.Damaged as fault:
        raise Refused(f"The database in {source} is damaged ({fault}). Nothing was changed") from None
    migrate.upgrade(copies.url_of(staged))
    return manifest


async def _hold(url: str, now: datetime) -> None:
    staged = Database(url)
    try:
        async with staged.write() as db:
            await restored.hold(db, now)
    finally:
        await staged.close()


def _put(staged: Path, database: Path, files: Files, manifest: Manifest, now: datetime) -> Path | None:
    """Files first, then the database that names them, in one move."""
    copies.fold(staged)
    for digest in manifest.files:
        files.keep_now((staged.parent / digest).read_bytes())
    aside = _move_aside(database, now) if database.exists() else None
    staged.replace(database)
    sync(database.parent)
    return aside


def _move_aside(database: Path, now: datetime) -> Path:
    """The old one gets a second name, which stays its only one. A log without its database must never meet another."""
    aside = database.with_name(f"{database.name}.before-{now:%Y%m%d-%H%M%S}")
    try:
        copies.fold(database)
    except copies.Damaged:
        for tail in ("-wal", "-shm"):
            log = database.with_name(database.name + tail)
            if log.exists():
                log.rename(aside.with_name(aside.name + tail))
    os.link(database, aside)
    return aside
