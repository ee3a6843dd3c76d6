"""Lists of links and stages that were sent, as they were read: kept until somebody confirms them, and applied once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.database import OfficeDb, as_record
from storage.records import Json, Person, PersonId
from storage.tables import ledger_sheets


@dataclass(frozen=True)
class Sheet:
    """A list that was sent. Its lines are what was understood of them."""

    id: int
    person_id: PersonId
    name: str
    lines: Sequence[Json]
    at: datetime
    applied_at: datetime | None


async def add(db: OfficeDb, person_id: PersonId, name: str, lines: Sequence[Json], now: datetime) -> int:
    """Keep a list."""
    return await db.add(ledger_sheets, person_id=person_id, name=name[:200], lines=list(lines), at=now)


async def find(db: OfficeDb, sheet_id: int, sender: Person) -> Sheet | None:
    """A list that somebody sent, or None."""
    mine = (ledger_sheets.c.id == sheet_id, ledger_sheets.c.person_id == sender.id)
    row = await db.row(db.of(ledger_sheets).where(*mine))
    return as_record(Sheet, row) if row else None


async def apply(db: OfficeDb, sheet: Sheet, now: datetime) -> bool:
    """It is applied now; False where it was before."""
    return (
        await db.change(ledger_sheets, ledger_sheets.c.id == sheet.id, ledger_sheets.c.applied_at.is_(None), applied_at=now) == 1
    )
