"""Everything the office holds of a person, table by table: what *dataku* answers with."""

from datetime import date, datetime
from typing import Any

from storage import belongings
from storage.database import OfficeDb
from storage.privacy import HOLDINGS
from storage.records import Json, PersonId
from storage.tables import metadata

HIDDEN = frozenset({"office_id", "digest", "seal", "place", "handle", "identity", "menu"})  # ours, or a secret
MOST = 2_000  # rows of a table, the latest


async def everything(db: OfficeDb, person_id: PersonId) -> Json:
    """The person's rows of each table that has some, with what they are kept for."""
    who, found = await belongings.of(db, person_id), {}
    for holding in HOLDINGS:
        table = metadata.tables[holding.table]
        columns = [column for column in table.c if column.name not in HIDDEN]
        query = db.of(table, *columns).where(belongings.mine(table, who)).order_by(table.c.id.desc()).limit(MOST)
        if rows := await db.rows(query):
            kept = {"purpose": holding.purpose, "at_erasure": holding.at_erasure}
            found[table.name] = {**kept, "rows": [_plain(row._mapping) for row in reversed(rows)]}
    return found


def _plain(row: Any) -> Json:
    return {name: value.isoformat() if isinstance(value, (date, datetime)) else value for name, value in row.items()}
