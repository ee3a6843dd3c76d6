"""What was taken from the outbox becomes the messages to send: rendered, split, or put off and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.merging import merged
from bot.render import Renderer
from bot.talks import Talks
from messages.abilities import Abilities
from messages.card import Part
from storage import lanes
from storage.database import Away, EveryOfficeDb
from storage.records import Account, FileId, OutboxRow, Purpose, RowId, RowState, Wait

log = structlog.get_logger()
AMENDED_WITHIN = timedelta(minutes=5)


@dataclass(frozen=True)
class Ready:
    """A row with its message, and the earlier message whose place it takes, if that can be."""

    row: OutboxRow
    part: Part
    earlier: str
    also: tuple[OutboxRow, ...] = ()  # what else it says: rows of the same person that waited as long


async def messages(
    db: EveryOfficeDb, account: Account, abilities: Abilities, rows: Sequence[OutboxRow], uploading: dict[FileId, RowId],
    now: datetime,
) -> list[Ready]:  # fmt: skip
    """Render each row of an account; what cannot be said fails aloud, and the rest goes on.

    A file goes up once: `uploading` names the row that takes each up, and whoever needs the same file goes back to wait.
    """
    desk = _Preparing(db, abilities, Renderer(db, account.id, abilities, now), Talks(db, account, abilities.open_for, now), now)
    closed, ready = await desk.talks.closed(rows), []
    for row in rows:
        try:
            found = await (desk.template(row) if row.chat in closed else desk.words(row))
        except Away:
            raise
        except Exception as fault:  # one broken card may not stop the lane
            log.exception("card cannot be said", row=row.id, card=row.card)
            await lanes.settle(db, row.id, RowState.FAILED, now, problem=f"unsayable: {type(fault).__name__}")
            continue
        if found and await _may_upload(db, found, uploading, now):
            ready.append(found)
    return ready


async def _may_upload(db: EveryOfficeDb, found: Ready, uploading: dict[FileId, RowId], now: datetime) -> bool:
    missing = [each.file.id for each in found.part.files if not each.handle]
    if any(each in uploading for each in missing):
        await lanes.settle(db, found.row.id, RowState.WAITING, now)
        return False
    uploading.update(dict.fromkeys(missing, found.row.id))
    return True


@dataclass(frozen=True)
class _Preparing:
    """The rows of one claim, in its transaction."""

    db: EveryOfficeDb
    abilities: Abilities
    renderer: Renderer
    talks: Talks
    now: datetime

    async def words(self, row: OutboxRow) -> Ready | None:
        """The message of a row; of one that waited, with what else waited for the same person."""
        said, also = await merged(self.db, row, self.now) if row.hushed_at else (row, ())
        found = await self.parts(said) if said else None
        return replace(found, also=also) if found else None

    async def parts(self, row: OutboxRow) -> Ready | None:
        """The message of a row, in the place of an earlier one or quoting it; nothing where only that place would do."""
        can_replace = self.abilities.can_replace
        if not can_replace and not await self._stands(row):
            return None
        parts = await self.renderer.parts(row)
        if row.parts == 0 and len(parts) > 1:
            await lanes.split(self.db, row, len(parts), self.now)
        earlier = await self._earlier(row)
        part = parts[row.part - 1] if can_replace else replace(parts[row.part - 1], quotes=earlier)
        return Ready(replace(row, parts=len(parts)), part, earlier if can_replace else "")

    async def template(self, row: OutboxRow) -> Ready | None:
        """The row as an approved template; else it is parked, and whoever asks for it then has it at once."""
        if not self.abilities.can_replace and not await self._stands(row):
            return None
        found = await self.talks.instead(row, self.renderer)
        if isinstance(found, Wait):
            await lanes.settle(self.db, row.id, RowState.PARKED, self.now, problem=found)
            return None
        await lanes.said_as(self.db, row.id, found.template.name if found.template else "")
        return Ready(replace(row, parts=1), found, "")

    async def _stands(self, row: OutboxRow) -> bool:
        """Whether a row may be said where nothing can be changed afterwards.

        What only updates a line is left out, and what may soon be amended waits a little, so that it is said once.
        """
        if row.purpose is Purpose.PROGRESS and row.replaces_id:
            await lanes.settle(self.db, row.id, RowState.CANCELLED, self.now)
            return False
        ripe = row.created_at + AMENDED_WITHIN
        if row.purpose is Purpose.RECEIPT and self.now < ripe:
            await lanes.settle(self.db, row.id, RowState.WAITING, self.now, not_before=ripe)
            return False
        return True

    async def _earlier(self, row: OutboxRow) -> str:
        if not row.replaces_id or row.part > 1:
            return ""
        earlier = await lanes.by_id(self.db, RowId(row.replaces_id))
        return earlier.platform_id if earlier else ""
