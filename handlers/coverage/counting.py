"""What was recognised in some days, as rows and as the rules count them: one way for summaries, charts and clippings."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.coverage.counts import Link
from handlers.span import Span
from storage import coverage
from storage.coverage import Row
from storage.database import OfficeDb
from storage.records import Office


def begin(office: Office, day: date) -> datetime:
    """When a day begins by the office's clock."""
    return datetime.combine(day, time(), ZoneInfo(office.zone))


async def rows_of(db: OfficeDb, days: Span) -> list[Row]:
    """The recognised links that were received on some days."""
    return await coverage.recognised(db, begin(db.office, days.first), begin(db.office, days.last + timedelta(days=1)))


async def of_span(db: OfficeDb, days: Span) -> list[Link]:
    """The same as they are counted."""
    return countable(await rows_of(db, days), db.office)


def countable(rows: Sequence[Row], office: Office) -> list[Link]:
    """Rows as they are counted: each on its day by the office's clock."""
    zone = ZoneInfo(office.zone)
    return [Link(each.id, each.received_at.astimezone(zone).date(), each.outlet, each.read, each.copies or ()) for each in rows]
