"""A new version of a release: every change of what is shown goes through here, and ends what was agreed before."""

from dataclasses import replace
from datetime import datetime

from handlers.releases.composition import fingerprint
from handlers.releases.lifecycle import Move, after
from handlers.releases.shown import brief
from messages.card import News, Saying
from storage import audit, people, releases, withholdings
from storage.database import OfficeDb
from storage.records import Person, Release, Status


async def rewrite(
    db: OfficeDb, release: Release, writer: Person, now: datetime, **changes: str | datetime | None
) -> Release | None:
    """Write a version with a changed headline, body, audience, topic or embargo, or with the files as they are now.

    What changes nothing ends nothing. None where the release can no longer be changed, or somebody was first.
    """
    to = after(release.status, Move.EDIT)
    if to is None:
        return None
    new = replace(release, **changes)  # type: ignore[arg-type]  # they are named by their columns
    version = await version_of(db, new)
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


async def version_of(db: OfficeDb, release: Release, more: str = "") -> str:
    """The fingerprint of all that is agreed to: the words, the files, whom they are for, and whatever more there is."""
    files = [f"{photo.file.id}:{photo.credit}" for photo in await releases.photos(db, release.id)]
    whom = f"{release.audience}/{release.topic}" if release.topic else release.audience
    left_out = "".join(f"!{each.person_id} {each.reason}" for each in await withholdings.of_release(db, release.id))
    embargo = f" embargo {release.embargo_until.isoformat()}" if release.embargo_until else ""
    return fingerprint(release.headline, release.body, files, f"{whom}{left_out}{embargo}{more}")


async def told_of_end(db: OfficeDb, before: Release, fresh: Release, writer: Person) -> tuple[News, ...]:
    """Whoever approved or scheduled what a change has ended learns of it; the next changes are of a draft, and end nothing."""
    if before.status not in {Status.APPROVED, Status.SCHEDULED} or fresh.status is not Status.DRAFT:
        return ()
    done = await releases.done_by(db, before.id, "schedule") if before.launch_at else None
    facts = {**brief(fresh), "by": writer.name, "moment": before.launch_at.isoformat() if before.launch_at else ""}
    here = [await people.first_here(db, each) for each in dict.fromkeys((before.approver_id, done[0] if done else None))]
    told = [each for each in here if each and each.id != writer.id]
    return tuple(News(each.id, Saying("release_overturned", {**facts, "mine": each.id == before.approver_id})) for each in told)
