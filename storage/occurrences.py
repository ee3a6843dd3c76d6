"""What the clock has done. Each key happens once, however often or from how many processes it is tried."""

from datetime import datetime

from storage.database import OfficeDb
from storage.tables import occurrences


async def first(db: OfficeDb, key: str, due_at: datetime, now: datetime) -> bool:
    """Claim an occurrence; False where it has happened."""
    return await db.add_once(occurrences, key=key, due_at=due_at, done_at=now)


async def ever(db: OfficeDb, begins: str) -> bool:
    """Whether any occurrence has happened whose key begins so."""
    found = db.of(occurrences, occurrences.c.id).where(occurrences.c.key.startswith(begins, autoescape=True)).limit(1)
    return await db.row(found) is not None


async def forget(db: OfficeDb, key: str) -> None:
    """Let an occurrence happen once more."""
    await db.drop(occurrences, occurrences.c.key == key)


async def happened(db: OfficeDb, key: str) -> bool:
    """Whether an occurrence has happened."""
    return await db.row(db.of(occurrences, occurrences.c.id).where(occurrences.c.key == key)) is not None
