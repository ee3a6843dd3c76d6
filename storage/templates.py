"""What a platform said of the approved messages when it was last asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from storage.database import OfficeDb, as_records
from storage.records import AccountId, RowState, Wait
from storage.tables import outbox, templates

APPROVED: Final = "APPROVED"


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
    here = (outbox.c.account_id == account_id, outbox.c.state == RowState.PARKED, outbox.c.problem == Wait.TEMPLATE)
    await db.change(outbox, *here, state=RowState.WAITING, problem="")
