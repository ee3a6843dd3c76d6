"""A backup is whole or not there, a restore changes everything or nothing, and nobody is told twice."""

import asyncio
import gzip
import io
import re
import sqlite3
import tarfile
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.alone import Taken, alone
from bot.backup import MANIFEST, back_up
from bot.files import Files
from bot.opening import Refused
from bot.restore import restore
from storage import accounts, files, migrate, offices, outbox, people
from storage.copies import path_of, url_of
from storage.database import Database
from storage.records import ChannelKind, FileKind, Language
from tests.channels.telegram_server import TelegramServer
from tests.terminal import KEY, Terminal

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("migrated") / "meja.db"
    migrate.upgrade(url_of(path))
    return path.read_bytes()


class Place:
    """An installation in a folder, with a message that waits and a picture that a row names."""

    def __init__(self, folder: Path, migrated: bytes) -> None:
        self.folder, self.path, self.files = folder, folder / "var/meja.db", Files(folder / "var/files")
        self.path.parent.mkdir()
        self.path.write_bytes(migrated)

    async def furnish(self) -> None:
        database = Database(url_of(self.path))
        async with database.write() as every:
            office = await offices.add_office(every, "Humas Kab. Teladan", "Asia/Jakarta")
            account = await accounts.add(every, office, ChannelKind.SANDBOX, "desk", "")
            db = every.of(office)
            rina = await people.meet(db, account, "rina", "rina", "Rina Contoh", Language.ID, NOW)
            await outbox.post(db, rina, account.id, "rina", "desk_stale", {}, NOW)
            file_id = await files.add(db, FileKind.PHOTO, "foto.png", "image/png", 3, account.id, "handle", NOW)
            await files.fetched(db, file_id, self.files.keep_now(b"png"), 3)
        await database.close()

    def asked(self, query: str, path: Path | None = None) -> object:
        with closing(sqlite3.connect(path or self.path)) as raw:
            return raw.execute(query).fetchone()[0]


@pytest.fixture
async def place(tmp_path: Path, migrated: bytes) -> Place:
    made = Place(tmp_path, migrated)
    await made.furnish()
    return made


async def test_a_backup_of_a_busy_desk_comes_back_whole_and_holds_what_waited(place: Place) -> None:
    database, writing = Database(url_of(place.path)), True

    async def busy() -> None:
        while writing:
            async with database.write() as db:
                await offices.remember(db, "counter", str(int(await offices.remembered(db, "counter") or 0) + 1))

    task = asyncio.create_task(busy())
    archive = place.folder / "meja.tar.gz"
    made = await asyncio.to_thread(back_up, place.path, place.files, archive, NOW)
    writing = False
    await task
    await database.close()
    assert (len(made.files), made.missing) == (1, [])
    assert archive.stat().st_mode & 0o077 == 0, "it holds names and numbers of people"
    place.files.path(made.files[0]).unlink()
    done = await restore(place.path, place.files, archive, NOW, force=True)
    assert place.asked("SELECT state || ':' || problem FROM outbox") == "held:restored"
    assert place.files.read_now(made.files[0]) == b"png"
    assert done.aside
    assert place.asked("SELECT state FROM outbox", done.aside) == "waiting"
    assert sorted(each.name for each in place.path.parent.iterdir()) == ["files", "meja.db", done.aside.name, "meja.db.lock"]


async def test_a_file_that_is_gone_is_said_and_the_rest_is_kept(place: Place) -> None:
    next(place.files.folder.glob("*/*")).unlink()
    made = back_up(place.path, place.files, place.folder / "meja.tar.gz", NOW)
    assert (made.files, len(made.missing)) == ([], 1)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda place: back_up(None, place.files, place.folder / "x", NOW), "pg_dump"),
        (lambda place: back_up(place.folder / "none.db", place.files, place.folder / "x", NOW), "no database"),
        (lambda place: back_up(place.path, place.files, place.path, NOW), "there already"),
    ],
)
async def test_a_backup_that_cannot_be_made_says_why(place: Place, wrong: Callable[[Place], None], said: str) -> None:
    with pytest.raises(Refused, match=said):
        wrong(place)
    assert not (place.folder / "x").exists()


def _cut(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def _altered(whole: bytes) -> bytes:
    raw = bytearray(gzip.decompress(whole))
    raw[raw.index(b"SQLite format") + 60_000] ^= 1
    return gzip.compress(bytes(raw))


def _without_files(whole: bytes) -> bytes:
    return _again(whole, lambda name: not name.startswith("files/"))


def _without_manifest(whole: bytes) -> bytes:
    return _again(whole, lambda name: name != MANIFEST)


def _again(whole: bytes, kept: Callable[[str], bool], *strange: str) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=io.BytesIO(whole)) as old, tarfile.open(fileobj=made, mode="w:gz") as new:
        for name in strange:
            new.addfile(tarfile.TarInfo(name))
        for each in old:
            if kept(each.name):
                new.addfile(each, old.extractfile(each))
    return made.getvalue()


def _leading_out(whole: bytes) -> bytes:
    return _again(whole, lambda _: True, "files/../../../planted")


@pytest.mark.parametrize(
    "damage", [_cut, _altered, _without_files, _without_manifest, _leading_out, lambda _: b"no archive"],
)  # fmt: skip
async def test_what_is_no_whole_backup_changes_nothing(place: Place, damage: Callable[[bytes], bytes]) -> None:
    archive, before = place.folder / "meja.tar.gz", place.path.read_bytes()
    back_up(place.path, place.files, archive, NOW)
    archive.write_bytes(damage(archive.read_bytes()))
    with pytest.raises(Refused, match="Nothing was changed"):
        await restore(place.path, place.files, archive, NOW, force=True)
    assert place.path.read_bytes() == before
    assert not list(place.folder.rglob("planted"))


async def test_an_installation_is_not_overwritten_unasked_nor_under_a_running_desk(place: Place) -> None:
    archive = place.folder / "meja.tar.gz"
    back_up(place.path, place.files, archive, NOW)
    with pytest.raises(Refused, match="--force"):
        await restore(place.path, place.files, archive, NOW, force=False)
    with alone(place.path), pytest.raises(Taken):
        await restore(place.path, place.files, archive, NOW, force=True)
    with pytest.raises(Refused, match="pg_dump"):
        await restore(None, place.files, archive, NOW, force=True)
    fresh = place.folder / "elsewhere/meja.db"
    assert (await restore(fresh, Files(fresh.parent / "files"), archive, NOW, force=False)).aside is None


async def test_a_damaged_database_is_moved_aside_with_its_log(place: Place) -> None:
    archive = place.folder / "meja.tar.gz"
    back_up(place.path, place.files, archive, NOW)
    place.path.write_bytes(b"no database any more")
    with pytest.raises(Refused, match="damaged"):
        back_up(place.path, place.files, place.folder / "second.tar.gz", NOW)
    done = await restore(place.path, place.files, archive, NOW, force=True)
    assert done.aside
    assert done.aside.read_bytes() == b"no database any more"
    assert place.asked("SELECT count(*) FROM outbox") == 1


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as telegram:
        yield telegram


async def test_at_the_command_line(place: Place, server: TelegramServer) -> None:
    terminal = Terminal(place.folder, {"MEJA_SECRET_KEY": KEY, "MEJA_TELEGRAM_API": server.url})
    assert path_of("postgresql+psycopg://127.0.0.1/meja") is None
    made = await terminal.types("backup", "meja.tar.gz")
    assert re.match(r"✅ meja\.tar\.gz: the database and 1 files, \d", made.out), made
    done = await terminal.types("restore", "meja.tar.gz", "--force")
    assert done.status == 0, done
    assert "⏳ Humas Kab. Teladan: held since the restore: 1 messages, the oldest message from 2026-11-23" in done.out
    assert "❌ restore: what waited in the backup is held in Humas Kab. Teladan" in await terminal.types("doctor")
    dropped = await terminal.types("held", "--drop")
    assert dropped.out == "✅ Nothing is held\n"
    assert place.asked("SELECT state FROM outbox") == "cancelled"
    assert place.asked("SELECT deed FROM audit") == "restored_drop"
