"""National holidays and days of collective leave, as decrees name them. None means that only weekends are free."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from storage.database import OfficeDb, as_record
from storage.records import Holiday
from storage.tables import holidays


async def known(db: OfficeDb) -> Mapping[date, Holiday]:
    """All of an office, by day."""
    rows = await db.rows(db.of(holidays).order_by(holidays.c.day))
    return {row.day: as_record(Holiday, row) for row in rows}


async def put(db: OfficeDb, found: Sequence[Holiday], now: datetime) -> None:
    """Take these in; whatever was known of their years goes, since a decree names a year whole."""
    for year in {each.day.year for each in found}:
        await db.drop(holidays, holidays.c.day >= date(year, 1, 1), holidays.c.day <= date(year, 12, 31))
    for each in found:
        values = {"day": each.day, "name": each.name, "kind": each.kind, "decree": each.decree}
        await db.add(holidays, **values, imported_at=now)
