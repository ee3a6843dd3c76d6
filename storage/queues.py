"""How each account's queue stands, for those who watch: how many rows could go now, and since when the oldest waits."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.database import EveryOfficeDb
from storage.records import AccountId, Purpose, RowState
from storage.tables import outbox


@dataclass(frozen=True)
class Queue:
    """The rows of an account that could go now. `reply` is since when somebody waits for an answer."""

    waiting: int = 0
    oldest: datetime | None = None
    reply: datetime | None = None


async def queues(db: EveryOfficeDb, now: datetime) -> dict[AccountId, Queue]:
    """The queue of every account that has one."""
    reply = func.min(outbox.c.created_at).filter(outbox.c.purpose == Purpose.REPLY)
    counted = select(
        outbox.c.account_id, func.count().label("waiting"), func.min(outbox.c.created_at).label("oldest"), reply.label("reply")
    )
    due = counted.where(outbox.c.state == RowState.WAITING, outbox.c.not_before <= now).group_by(outbox.c.account_id)
    return {AccountId(row.account_id): Queue(row.waiting, row.oldest, row.reply) for row in await db.rows(due)}
