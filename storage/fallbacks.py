"""Messages of which a platform has not said in time that they arrived, and the person's other channel (C7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, and_, exists, func, literal, select

from storage.database import OfficeDb, as_record
from storage.records import TALKS, AccountId, Fate, OutboxRow, Purpose, RowState
from storage.restored import dropped_until
from storage.tables import accounts, addresses, outbox

PATIENCE: Final = timedelta(minutes=30)
FORGOTTEN: Final = timedelta(hours=6)  # later it would come as a surprise
URGENT: Final = (Purpose.NOTICE, Purpose.RELEASE, Purpose.INVITATION, Purpose.REMINDER, Purpose.ANNOUNCEMENT)


@dataclass(frozen=True)
class Late:
    """A message that has not arrived, and where else its person can be written to."""

    row: OutboxRow
    account_id: AccountId
    chat: str


def key(row: OutboxRow) -> str:
    """Under which a message is said once more, and only once."""
    return f"fallback:{row.id}"


async def next_due(db: OfficeDb, now: datetime) -> datetime | None:
    """When the next message will have been silent for too long."""
    found: datetime | None = await db.value(_late(db, now, func.min(outbox.c.settled_at)))
    return found + PATIENCE if found else None


async def due(db: OfficeDb, now: datetime) -> Sequence[Late]:
    """The messages that have been silent for too long, each with one other place."""
    other, first = addresses.alias(), func.min(addresses.c.id)
    place = select(first).where(*_elsewhere(addresses)).correlate(outbox).scalar_subquery()
    query = _late(db, now, *outbox.c, other.c.account_id.label("other_account"), other.c.chat.label("other_chat"))
    rows = await db.rows(query.join(other, other.c.id == place).where(outbox.c.settled_at <= now - PATIENCE))
    return [Late(as_record(OutboxRow, row), AccountId(row.other_account), row.other_chat) for row in rows]


def _late(db: OfficeDb, now: datetime, *columns: Any) -> Select[Any]:
    tells = exists().where(accounts.c.id == outbox.c.account_id, accounts.c.kind.in_(TALKS))
    elsewhere = exists().where(*_elsewhere(addresses))
    said = outbox.alias()
    done = exists().where(
        said.c.office_id == outbox.c.office_id, said.c.key == literal("fallback:") + outbox.c.id.cast(outbox.c.key.type)
    )
    taken = and_(outbox.c.state == RowState.SENT, outbox.c.fate.in_(("", Fate.SENT)), outbox.c.part == outbox.c.parts)
    recent = outbox.c.settled_at > max(now - FORGOTTEN, dropped_until(db.office) or now - FORGOTTEN)
    return db.of(outbox, *columns).where(taken, recent, outbox.c.purpose.in_(URGENT), tells, elsewhere, ~done)


def _elsewhere(table: Any) -> tuple[Any, ...]:
    return (
        table.c.person_id == outbox.c.person_id,
        table.c.account_id != outbox.c.account_id,
        table.c.reachable,
        table.c.wanted,
    )
