"""Releases: their rows, versions, photos and readers.

`handlers/releases/lifecycle.py` says what may follow what; `move` makes it happen once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_

from storage import offices
from storage.database import OfficeDb, as_record, as_records
from storage.records import File, FileId, FileKind, OutboxRow, Person, PersonId, Release, ReleaseId, RowState, Status
from storage.tables import audit, embargo_consents, files, outbox, release_files, release_opens, release_versions, releases

OUT = (Status.SENDING, Status.PAUSED, Status.SENT)
BUSY = (RowState.WAITING, RowState.HELD, RowState.CALLING)


@dataclass(frozen=True)
class Photo:
    """A picture (or document) of a release, and who is to be named for it."""

    file: File
    credit: str


def subject(release_id: int) -> str:
    """What the messages of a release's sending are about; counts, pauses and cancels go by it."""
    return f"release:{release_id}"


def shown(release_id: int) -> str:
    """What the answers are about that show a release to somebody who asked for it: they hold it like those it was sent to."""
    return f"shown:{release_id}"


def progress(release_id: int) -> str:
    """What the line that tells of a sending is about."""
    return f"progress:{release_id}"


async def add(db: OfficeDb, author: Person, headline: str, body: str, now: datetime) -> Release:
    """A new draft with the next number."""
    values = {"number": await offices.next_number(db, "release"), "status": Status.DRAFT, "author_id": author.id}
    release_id = await db.add(releases, **values, headline=headline, body=body, created_at=now)
    return await by_id(db, ReleaseId(release_id))


async def by_id(db: OfficeDb, release_id: ReleaseId) -> Release:
    """One release; LookupError where the office has none."""
    release = await find(db, release_id)
    if release is None:
        raise LookupError(f"no release {release_id}")
    return release


async def find(db: OfficeDb, release_id: int) -> Release | None:
    """One release, or None."""
    row = await db.row(db.of(releases).where(releases.c.id == release_id))
    return as_record(Release, row) if row else None


async def by_number(db: OfficeDb, number: int) -> Release | None:
    """One release by the number people type, or None."""
    row = await db.row(db.of(releases).where(releases.c.number == number))
    return as_record(Release, row) if row else None


async def move(db: OfficeDb, release: Release, to: Status, **values: Any) -> bool:
    """Change the status, and more, if the release is still as it was read; False: somebody was first."""
    as_read = (releases.c.id == release.id, releases.c.status == release.status, releases.c.fingerprint == release.fingerprint)
    return await db.change(releases, *as_read, status=to, **values) == 1


async def set_deadline(db: OfficeDb, release: Release, until: datetime | None, *, own: bool) -> None:
    """Set until when links count; `own` where that is not what the rules say."""
    await db.change(releases, releases.c.id == release.id, links_until=until, own_deadline=own)


async def in_status(db: OfficeDb, statuses: Iterable[Status], author: Person | None = None) -> tuple[Release, ...]:
    """Releases in one of the statuses, the newest first; of one author where given."""
    query = db.of(releases).where(releases.c.status.in_(list(statuses)))
    mine = query.where(releases.c.author_id == author.id) if author else query
    return as_records(Release, await db.rows(mine.order_by(releases.c.number.desc())))


async def next_launch(db: OfficeDb) -> datetime | None:
    """When the next scheduled release is due."""
    query = db.of(releases, func.min(releases.c.launch_at)).where(releases.c.status == Status.SCHEDULED)
    found: datetime | None = await db.value(query)
    return found


async def due(db: OfficeDb, now: datetime) -> tuple[Release, ...]:
    """Scheduled releases whose moment has come, the earliest first."""
    here = (releases.c.status == Status.SCHEDULED, releases.c.launch_at <= now)
    return as_records(Release, await db.rows(db.of(releases).where(*here).order_by(releases.c.launch_at)))


async def launched(db: OfficeDb, since: datetime, until: datetime) -> tuple[Release, ...]:
    """Releases that went out in a span of time, the newest first."""
    here = (releases.c.status.in_(OUT), releases.c.launched_at >= since, releases.c.launched_at <= until)
    return as_records(Release, await db.rows(db.of(releases).where(*here).order_by(releases.c.number.desc())))


# Versions: what was written, by whom.


async def note_version(db: OfficeDb, release: Release, writer: Person, now: datetime) -> None:
    """Keep the text as it stands now under its fingerprint; the same version is kept once."""
    values = {"fingerprint": release.fingerprint, "headline": release.headline, "body": release.body}
    await db.add_once(release_versions, release_id=release.id, **values, author_id=writer.id, created_at=now)


async def writers(db: OfficeDb, release: Release) -> frozenset[PersonId]:
    """Everybody who wrote any version of a release."""
    query = db.of(release_versions, release_versions.c.author_id).where(release_versions.c.release_id == release.id)
    return frozenset({release.author_id, *(PersonId(row.author_id) for row in await db.rows(query))})


async def done_by(db: OfficeDb, release_id: ReleaseId, *deeds: str) -> tuple[PersonId, datetime] | None:
    """Who last did one of the deeds to a release, and when; None where nobody did."""
    here = (audit.c.object == subject(release_id), audit.c.deed.in_(deeds))
    row = await db.row(db.of(audit, audit.c.actor_id, audit.c.at).where(*here).order_by(audit.c.id.desc()).limit(1))
    return (PersonId(row.actor_id), row.at) if row else None


# Photos and other files.


async def photos(db: OfficeDb, release_id: ReleaseId) -> tuple[Photo, ...]:
    """The files of a release in their order."""
    query = db.of(release_files, release_files.c.credit, files).join(files, files.c.id == release_files.c.file_id)
    rows = await db.rows(query.where(release_files.c.release_id == release_id).order_by(release_files.c.position))
    return tuple(Photo(as_record(File, row), row.credit) for row in rows)


async def add_photo(db: OfficeDb, release_id: ReleaseId, file_id: FileId, credit: str) -> None:
    """Put a file at the end of a release's files."""
    last = await db.value(
        db.of(release_files, func.max(release_files.c.position)).where(release_files.c.release_id == release_id)
    )
    await db.add(release_files, release_id=release_id, file_id=file_id, position=(last or 0) + 1, credit=credit[:200])


async def set_credit(db: OfficeDb, release_id: ReleaseId, credit: str, *, only_missing: bool) -> int:
    """Name the photographer of all files, or of those that name nobody; gives how many were changed."""
    unnamed = (release_files.c.credit == "",) if only_missing else ()
    return await db.change(release_files, release_files.c.release_id == release_id, *unnamed, credit=credit[:200])


async def drop_photos(db: OfficeDb, release_id: ReleaseId, ids: Iterable[FileId]) -> int:
    """Take files out of a release; gives how many went."""
    here = (release_files.c.release_id == release_id, release_files.c.file_id.in_(list(ids)))
    return await db.drop(release_files, *here)


async def with_file(db: OfficeDb, file_id: FileId) -> Release | None:
    """The release a file belongs to, or None."""
    query = db.of(releases).join(release_files, release_files.c.release_id == releases.c.id)
    row = await db.row(query.where(release_files.c.file_id == file_id).limit(1))
    return as_record(Release, row) if row else None


async def originals(db: OfficeDb, release: Release, now: datetime) -> tuple[FileId, ...]:
    """The release's photos as documents, which no platform shrinks: rows of their own over the same bytes."""
    return tuple([await _original(db, release, at, photo.file, now) for at, photo in enumerate(await photos(db, release.id), 1)])


async def _original(db: OfficeDb, release: Release, at: int, file: File, now: datetime) -> FileId:
    if file.kind is FileKind.DOCUMENT:
        return file.id
    name = file.name or f"{release.code}-{at}.jpg"
    same = (files.c.digest == file.digest, files.c.kind == FileKind.DOCUMENT, files.c.name == name)
    held = await db.value(db.of(files, files.c.id).where(*same).limit(1))
    values = {"kind": FileKind.DOCUMENT, "name": name, "mime": file.mime, "size": file.size, "digest": file.digest}
    return FileId(held or await db.add(files, **values, created_at=now))


# Readers.


async def opened(db: OfficeDb, release: Release, person: Person, now: datetime) -> bool:
    """Note that somebody opened the full text; True the first time."""
    return await db.add_once(release_opens, release_id=release.id, person_id=person.id, opened_at=now)


async def opens(db: OfficeDb, release_id: ReleaseId) -> int:
    """How many people of those it was sent to opened the full text."""
    sent_to = db.of(outbox, outbox.c.person_id).where(outbox.c.subject == subject(release_id))
    here = (release_opens.c.release_id == release_id, release_opens.c.person_id.in_(sent_to))
    return int(await db.value(db.of(release_opens, func.count()).where(*here)))


def body_for(db: OfficeDb, reader: PersonId | None) -> ColumnElement[str]:
    """The text as far as somebody may read it: nothing of it under an embargo to which they did not agree. Staff are None."""
    if reader is None:
        return releases.c.body
    agreed = db.of(embargo_consents, embargo_consents.c.release_id).where(embargo_consents.c.person_id == reader)
    free = or_(releases.c.embargo_until.is_(None), releases.c.embargo_opened_at.is_not(None), releases.c.id.in_(agreed))
    return case((free, releases.c.body), else_="")


async def search(
    db: OfficeDb, words: Sequence[str], statuses: Iterable[Status], between: tuple[datetime, datetime] | None = None,
    reader: PersonId | None = None,
) -> tuple[Release, ...]:  # fmt: skip
    """Releases whose headline or body holds every word, of a span of time where given; the newest first.

    For a `reader`, only what `body_for` gives them is looked through.
    """
    dated = func.coalesce(releases.c.launched_at, releases.c.created_at)
    query = db.of(releases).where(releases.c.status.in_(list(statuses)))
    for word in words:
        text = func.lower(releases.c.headline + "\n" + body_for(db, reader))
        query = query.where(text.contains(word.lower(), autoescape=True))
    if between:
        query = query.where(dated >= between[0], dated < between[1])
    return as_records(Release, await db.rows(query.order_by(dated.desc(), releases.c.number.desc()).limit(100)))


# The sending.


async def still_waiting(db: OfficeDb, release_id: ReleaseId) -> bool:
    """Whether a message of the sending has not found its end yet."""
    here = (outbox.c.subject == subject(release_id), outbox.c.state.in_(BUSY))
    return await db.row(db.of(outbox, outbox.c.id).where(*here).limit(1)) is not None


async def progress_lines(db: OfficeDb, release_id: ReleaseId) -> tuple[tuple[OutboxRow, datetime], ...]:
    """The last line that told each person of the sending, and when it was written."""
    here = outbox.c.subject == progress(release_id)
    latest = db.of(outbox, func.max(outbox.c.id)).where(here).group_by(outbox.c.person_id)
    rows = await db.rows(db.of(outbox).where(outbox.c.id.in_(latest)).order_by(outbox.c.id))
    return tuple((as_record(OutboxRow, row), row.created_at) for row in rows)
