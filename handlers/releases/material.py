"""Pictures and documents of a release: taken in at once, their bytes fetched by a job before anybody can approve."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from handlers.job import Download, Found
from handlers.releases.shown import brief
from handlers.releases.version import rewrite
from handlers.turn import Turn
from messages import papers
from messages.card import News, Saying
from messages.inbound import Attachment
from storage import accounts, files, jobs, people, releases
from storage.database import OfficeDb
from storage.records import ChannelKind, FileId, FileKind, Json, Release

FILES_MAX: Final = 10  # one album
KINDS: Final = frozenset({FileKind.PHOTO, FileKind.DOCUMENT, FileKind.VIDEO})
PASSING: Final = frozenset({"busy", "unsure", "broken"})  # faults that time may mend
TRIES: Final = 3
PAUSE: Final = timedelta(seconds=30)


async def take(turn: Turn, release: Release, attached: Sequence[Attachment], credit: str) -> list[Json]:
    """Add files to a release and queue their fetching; gives those refused, each with the reason."""
    room, kinds = FILES_MAX - len(await releases.photos(turn.db, release.id)), await accounts.kinds(turn.db)
    refused: list[Json] = []
    for each in attached:
        why = _refusal(each, turn.abilities.download_limit, room, kinds)
        if why:
            refused.append({"why": why, "size": each.size, "limit": turn.abilities.download_limit, "most": FILES_MAX})
            continue
        room -= 1
        await _keep(turn, release, each, credit)
    return refused


def _refusal(each: Attachment, limit: int, room: int, kinds: Collection[ChannelKind]) -> str:
    if each.kind not in KINDS:
        return "kind"
    if papers.refused(kinds, each.kind, each.name, each.mime):
        return "type"
    if each.size > limit:
        return "size"
    return "" if room > 0 else "many"


async def _keep(turn: Turn, release: Release, each: Attachment, credit: str) -> None:
    sent = (each.kind, each.name, each.mime, each.size, turn.account.id, each.handle)
    file_id = await files.add(turn.db, *sent, turn.now, of=turn.person.id)
    await releases.add_photo(turn.db, release.id, file_id, credit)
    facts = {"file": file_id, "limit": turn.abilities.download_limit}
    await jobs.add(turn.db, "fetch_file", f"file:{file_id}", facts, turn.now)


class FetchFile:
    """The job that gets the bytes behind a file of a release."""

    async def ask(self, db: OfficeDb, facts: Json) -> Download | None:
        """The file's handle on the account it came from; None once the bytes are here."""
        file = await files.by_id(db, FileId(facts["file"]))
        if file.digest:
            return None
        account_id, handle = await files.source(db, file.id)
        return Download(account_id, handle, facts["limit"])

    async def tell(self, db: OfficeDb, facts: Json, found: Found, now: datetime) -> tuple[News, ...]:
        """Keep what was found. What cannot be had leaves the release, and its author is told."""
        file_id, tries = FileId(facts["file"]), facts.get("tries", 0) + 1
        if not found.fault:
            await files.fetched(db, file_id, found.digest, found.size)
            return ()
        if found.fault in PASSING and tries < TRIES:
            await jobs.add(db, "fetch_file", f"file:{file_id}:{tries}", {**facts, "tries": tries}, now + PAUSE)
            return ()
        await files.unfetched(db, file_id, found.fault)
        return await _lost(db, file_id, now)


async def _lost(db: OfficeDb, file_id: FileId, now: datetime) -> tuple[News, ...]:
    release = await releases.with_file(db, file_id)
    if release is None:
        return ()
    author = await people.by_id(db, release.author_id)
    told = await people.first_here(db, release.author_id, release.approver_id)
    await releases.drop_photos(db, release.id, (file_id,))
    await rewrite(db, release, author, now)
    return (News(told.id, Saying("release_photo_lost", brief(release))),) if told else ()
