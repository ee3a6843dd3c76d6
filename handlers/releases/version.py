"""A new version of a release: every change of what is shown goes through here, and ends what was agreed before."""

from dataclasses import replace
from datetime import datetime

from handlers.releases.composition import fingerprint
from handlers.releases.lifecycle import Move, after
from storage import audit, releases
from storage.database import OfficeDb
from storage.records import Person, Release


async def rewrite(db: OfficeDb, release: Release, writer: Person, now: datetime, **changes: str) -> Release | None:
    """Write a version with a changed headline, body or audience, or with the files as they are now.

    What changes nothing ends nothing. None where the release can no longer be changed, or somebody was first.
    """
    to = after(release.status, Move.EDIT)
    if to is None:
        return None
    new = replace(release, **changes)  # type: ignore[arg-type]  # the changes are all of text
    files = [f"{photo.file.id}:{photo.credit}" for photo in await releases.photos(db, release.id)]
    version = fingerprint(new.headline, new.body, files, new.audience)
    if version == release.fingerprint:
        return release
    ended = {"approved": "", "approver_id": None, "launch_at": None}
    if not await releases.move(db, release, to, **changes, **ended, fingerprint=version):
        return None
    fresh = await releases.by_id(db, release.id)
    if fresh.headline:  # until then it is a heap of pieces, not a version
        await releases.note_version(db, fresh, writer, now)
        await audit.note(db, writer, "edit", releases.subject(release.id), now, {"version": version, "was": release.status})
    return fresh
