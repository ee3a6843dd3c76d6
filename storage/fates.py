"""What platforms tell of messages after they took them: late, twice and out of order; a fate only moves forward."""

import re
from datetime import datetime
from typing import Final

from sqlalchemy import and_, case, or_

from storage.database import OfficeDb, as_record, as_records
from storage.records import AccountId, Fate, Json, OutboxRow, RowId, RowState
from storage.tables import outbox, people

# From which fates each may follow. A failure stands apart: nothing that has arrived fails afterwards.
BEFORE: Final = {
    Fate.SENT: ("",),
    Fate.DELIVERED: ("", Fate.SENT),
    Fate.READ: ("", Fate.SENT, Fate.DELIVERED),
    Fate.FAILED: ("", Fate.SENT),
}
NAMED: Final = re.compile(r"([0-9]{1,18})\.([0-9]{1,9})", re.ASCII)
OPEN: Final = (RowState.CALLING, RowState.UNSURE)  # the answer to the call was lost: what is told now settles it


def reference(row: OutboxRow) -> str:
    """Our name for one try to send a row, which the platform repeats: a new try has another."""
    return f"{row.id}.{row.tries}"


async def told(db: OfficeDb, account_id: AccountId, platform_id: str, reference: str) -> OutboxRow | None:
    """The row that a platform speaks of, by its own name for the message or by ours; None where it is none of ours."""
    mine = outbox.c.account_id == account_id
    row = await db.row(db.of(outbox).where(mine, outbox.c.platform_id == platform_id).order_by(outbox.c.id.desc()).limit(1))
    named = NAMED.fullmatch(reference)
    if row is None and named:
        row_id, tries = map(int, named.groups())
        lost = case((outbox.c.state == RowState.UNSURE, 1), else_=0)  # the try whose answer was lost is counted already
        row = await db.row(db.of(outbox).where(mine, outbox.c.id == row_id, outbox.c.tries == tries + lost))
    return as_record(OutboxRow, row) if row else None


async def said_with(db: OfficeDb, row: OutboxRow) -> tuple[OutboxRow, ...]:
    """The other rows that a list said: they share its message, and its fate."""
    same = (outbox.c.account_id == row.account_id, outbox.c.platform_id == row.platform_id, outbox.c.id != row.id)
    found = await db.rows(db.of(outbox).where(*same, outbox.c.platform_id != "", outbox.c.hushed_at.is_not(None)))
    return as_records(OutboxRow, found)


async def settle_lost(db: OfficeDb, row_id: RowId, platform_id: str, at: datetime) -> bool:
    """Note that a message whose answer was lost has been taken after all."""
    here = (outbox.c.id == row_id, outbox.c.state.in_(OPEN))
    return await db.change(outbox, *here, state=RowState.SENT, platform_id=platform_id, problem="", settled_at=at) > 0


async def move(db: OfficeDb, row_id: RowId, fate: Fate, at: datetime) -> bool:
    """Move a message's fate forward; False where it is there already, or further."""
    here = (outbox.c.id == row_id, outbox.c.fate.in_(BEFORE[fate]))
    return await db.change(outbox, *here, fate=fate, fate_at=at) > 0


async def whose(db: OfficeDb, subject: str, most: int) -> dict[str, Json]:
    """Whose message failed, is unsure, or may have come twice: their number, and the names of so many."""
    again = and_(outbox.c.state == RowState.SENT, outbox.c.problem == RowState.UNSURE)  # it was unsure, and went once more
    fate = case((outbox.c.state == RowState.FAILED, "failed"), (again, "twice"), else_="unsure").label("fate")
    here = (outbox.c.subject == subject, or_(outbox.c.state.in_((RowState.FAILED, RowState.UNSURE)), again))
    query = db.of(outbox, people.c.name, fate).join(people, people.c.id == outbox.c.person_id).where(*here)
    found: dict[str, list[str]] = {}
    for row in await db.rows(query.group_by(people.c.id, people.c.name, fate).order_by(people.c.name)):
        found.setdefault(row.fate, []).append(row.name)
    return {fate: {"count": len(names), "names": names[:most]} for fate, names in found.items()}
