"""Files: their rows here, their bytes content-addressed on the disk (`bot` writes and reads those)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from storage.database import EveryOfficeDb, OfficeDb, as_record
from storage.records import AccountId, File, FileId, FileKind, PersonId
from storage.tables import files, uploads


async def add(  # noqa: PLR0913, PLR0917 - what a row holds, in the order of its columns
    db: OfficeDb, kind: FileKind, name: str, mime: str, size: int, account_id: AccountId, handle: str, now: datetime,
    *, of: PersonId | None = None,
) -> FileId:  # fmt: skip
    """A file that came in, from whom; its bytes are fetched by a job. Its handle can be sent again on that account at once."""
    values = {"kind": kind, "name": name[:200], "mime": mime[:100], "size": size, "account_id": account_id, "handle": handle}
    file_id = FileId(await db.add(files, **values, person_id=of, created_at=now))
    await db.add(uploads, file_id=file_id, account_id=account_id, handle=handle, created_at=now)
    return file_id


async def made(
    db: OfficeDb, name: str, mime: str, digest: str, size: int, now: datetime, *, kind: FileKind = FileKind.DOCUMENT
) -> FileId:
    """A file of our own, whose bytes are kept already."""
    values = {"kind": kind, "name": name[:200], "mime": mime[:100], "size": size, "digest": digest}
    return FileId(await db.add(files, **values, created_at=now))


async def belongs(db: OfficeDb, file_id: FileId, person_id: PersonId) -> None:
    """A file is somebody's own: it is dropped with what else is theirs."""
    await db.change(files, files.c.id == file_id, person_id=person_id)


async def by_id(db: OfficeDb, file_id: FileId) -> File:
    """One file; LookupError where the office has none."""
    row = await db.row(db.of(files).where(files.c.id == file_id))
    if row is None:
        raise LookupError(f"no file {file_id}")
    return as_record(File, row)


async def source(db: OfficeDb, file_id: FileId) -> tuple[AccountId, str]:
    """The account a file came from and its handle there."""
    row = await db.row(db.of(files).where(files.c.id == file_id))
    if row is None:
        raise LookupError(f"no file {file_id}")
    return AccountId(row.account_id), row.handle


async def fetched(db: OfficeDb, file_id: FileId, digest: str, size: int) -> None:
    """The bytes are kept under this SHA-256."""
    await db.change(files, files.c.id == file_id, digest=digest, size=size, fault="")


async def unfetched(db: OfficeDb, file_id: FileId, fault: str) -> None:
    """The bytes could not be had, and why."""
    await db.change(files, files.c.id == file_id, fault=fault[:100])


async def some(db: EveryOfficeDb, ids: Iterable[int]) -> Sequence[File]:
    """Files by id, in the order asked for; missing ones are left out."""
    wanted = list(ids)
    rows = {row.id: as_record(File, row) for row in await db.rows(select(files).where(files.c.id.in_(wanted)))}
    return [rows[each] for each in wanted if each in rows]


async def handles(db: EveryOfficeDb, account_id: AccountId, ids: Iterable[int], since: datetime) -> dict[int, str]:
    """The platform's handles for files on an account, where it was given them since a moment."""
    mine = (uploads.c.account_id == account_id, uploads.c.file_id.in_(list(ids)), uploads.c.created_at >= since)
    query = select(uploads.c.file_id, uploads.c.handle).where(*mine)
    return {row.file_id: row.handle for row in await db.rows(query)}


async def uploaded(db: EveryOfficeDb, account_id: AccountId, file_id: int, handle: str, now: datetime) -> None:
    """Remember the platform's handle for a file on an account."""
    office_id = await db.value(select(files.c.office_id).where(files.c.id == file_id))
    where = (uploads.c.account_id == account_id, uploads.c.file_id == file_id)
    if not await db.run(uploads.update().where(*where).values(handle=handle, created_at=now)):
        await db.added(uploads, office_id=office_id, account_id=account_id, file_id=file_id, handle=handle, created_at=now)
