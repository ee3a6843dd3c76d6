"""What a platform said of the approved messages when it was last asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from storage.database import OfficeDb, as_record, as_records
from storage.records import AccountId, RowState, Wait
from storage.tables import outbox, templates

APPROVED: Final = "APPROVED"
SECOND: Final = timedelta(seconds=1)  # platforms tell no finer


@dataclass(frozen=True)
class Known:
    """One template in one language as the platform has it. `status`, `category` and `quality` in its own words."""

    name: str
    language: str
    category: str
    status: str
    quality: str
    reason: str

    @property
    def approved(self) -> bool:
        """Whether it can be sent."""
        return self.status == APPROVED


async def known(db: OfficeDb, account_id: AccountId) -> Sequence[Known]:
    """What was last heard of an account's templates, by name."""
    query = db.of(templates).where(templates.c.account_id == account_id)
    return as_records(Known, await db.rows(query.order_by(templates.c.name, templates.c.language)))


async def heard(db: OfficeDb, account_id: AccountId, found: Sequence[Known], now: datetime) -> None:
    """Note what the platform says now; what waited for an approval that is there goes on."""
    await db.drop(templates, templates.c.account_id == account_id)
    for each in found:
        values = {"category": each.category, "status": each.status, "quality": each.quality, "reason": each.reason[:200]}
        await db.add(templates, account_id=account_id, name=each.name, language=each.language, seen_at=now, **values)
    await _go_on(db, account_id)


async def told(db: OfficeDb, account_id: AccountId, said: Known, at: datetime) -> tuple[Known, Known]:
    """Note what a platform says unasked, its empty fields left as they were; gives what was known before, and after.

    A status that is told late, behind a newer one, changes nothing.
    """
    here = (templates.c.account_id == account_id, templates.c.name == said.name, templates.c.language == said.language)
    row = await db.row(db.of(templates).where(*here))
    before = as_record(Known, row) if row else Known(said.name, said.language, "", "", "", "")
    after = replace(before, category=said.category or before.category, quality=said.quality or before.quality)
    late = row is not None and row.seen_at >= at + SECOND
    if said.status and not late:
        after = replace(after, status=said.status, reason=said.reason[:200])
    values = {"category": after.category, "quality": after.quality, "status": after.status, "reason": after.reason}
    if row is None:
        await db.add_once(templates, account_id=account_id, name=said.name, language=said.language, seen_at=at, **values)
    elif after != before:
        await db.change(templates, *here, **values, seen_at=at if said.status and not late else row.seen_at)
    if after.approved and not before.approved:
        await _go_on(db, account_id)
    return before, after


async def _go_on(db: OfficeDb, account_id: AccountId) -> None:
    """What waits for an approval is looked at again."""
    here = (outbox.c.account_id == account_id, outbox.c.state == RowState.PARKED, outbox.c.problem == Wait.TEMPLATE)
    await db.change(outbox, *here, state=RowState.WAITING, problem="")
