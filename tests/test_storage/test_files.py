"""Files: a row for what came in, its bytes when they are here, and one handle for each account."""

from datetime import timedelta

import pytest

from storage import accounts, files
from storage.database import OfficeDb
from storage.records import ChannelKind, FileId, FileKind
from storage.tables import uploads
from tests.test_storage.conftest import NOW, Desk


async def add(db: OfficeDb, desk: Desk, name: str = "banjir.jpg") -> FileId:
    return await files.add(db, FileKind.PHOTO, name, "image/jpeg", 9, desk.account.id, "handle", NOW)


async def test_a_file_comes_in_and_is_fetched(desk: Desk) -> None:
    async with desk.db() as db:
        file_id = await add(db, desk, "é" * 300)
        came = await files.by_id(db, file_id)
        assert (len(came.name), came.digest, came.fault) == (200, "", "")
        assert await files.source(db, file_id) == (desk.account.id, "handle")
        await files.unfetched(db, file_id, "busy")
        assert (await files.by_id(db, file_id)).fault == "busy"
        await files.fetched(db, file_id, "f" * 64, 12)
        kept = await files.by_id(db, file_id)
    assert (kept.digest, kept.size, kept.fault) == ("f" * 64, 12, "")


async def test_a_file_belongs_to_its_office(desk: Desk, neighbour: Desk) -> None:
    async with neighbour.db() as db:
        theirs = await add(db, neighbour)
    async with desk.db() as db:
        await files.fetched(db, theirs, "f" * 64, 12)
        for look in (files.by_id, files.source):
            with pytest.raises(LookupError):
                await look(db, theirs)
    async with neighbour.db() as db:
        assert (await files.by_id(db, theirs)).digest == ""


async def test_files_are_given_in_the_order_asked_for(desk: Desk) -> None:
    async with desk.db() as db:
        first, second = await add(db, desk), await add(db, desk)
    async with desk.database.read() as every:
        assert [each.id for each in await files.some(every, [second, 99, first])] == [second, first]
        assert await files.some(every, []) == []


async def test_each_account_has_one_handle_which_may_be_renewed(desk: Desk) -> None:
    async with desk.db() as db:
        file_id = await add(db, desk)
    async with desk.database.write() as every:
        second = await accounts.add(every, desk.office, ChannelKind.TELEGRAM, "kedua_bot", "sealed")
        assert await files.handles(every, second.id, [file_id], NOW) == {}
        for handle in ("one", "renewed"):
            await files.uploaded(every, second.id, file_id, handle, NOW)
        assert await files.handles(every, second.id, [file_id, 99], NOW) == {file_id: "renewed"}
        assert await files.handles(every, second.id, [file_id], NOW + timedelta(days=30)) == {}, "too old to be good"
        assert await files.handles(every, desk.account.id, [file_id], NOW) == {file_id: "handle"}, "it came with one"
    async with desk.db() as db:
        assert len(await db.rows(db.of(uploads))) == 2
