"""Which links a deed of the ledger means: the office's month, one outlet or all, and what came late."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers.ledger.asked import month_end
from storage import ledger, outlets
from storage.database import OfficeDb
from storage.ledger import Scope
from storage.records import Outlet, OutletId


def span(db: OfficeDb, first: date, after: date) -> tuple[datetime, datetime]:
    """The moments at which days of the office's calendar begin."""
    zone = ZoneInfo(db.office.zone)
    return datetime.combine(first, time(), zone), datetime.combine(after, time(), zone)


async def of_month(db: OfficeDb, month: date, outlet_id: OutletId | None) -> Scope:
    """A month's links, with those of earlier months that were recognised after their recap."""
    earlier = await ledger.recapped_months(db, month, outlet_id)
    late = tuple(span(db, each, month_end(each)) for each in earlier)
    return Scope(month, *span(db, month, month_end(month)), outlet_id, late)


async def outlet(db: OfficeDb, typed: str) -> Outlet | None:
    """The outlet that is meant; None where none or several may be."""
    found = await outlets.named(db, typed)
    if found:
        return found
    near = await outlets.search(db, typed, 2)
    return near[0] if len(near) == 1 else None
