"""Until when an office is quiet, for the lanes: the rules are read once a minute, the rule itself is asked at every look."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.quiet import Hours
from storage import rules
from storage.database import EveryOfficeDb
from storage.offices import office_by_id
from storage.records import OfficeId

READ_EVERY = timedelta(minutes=1)
NEVER = datetime.min.replace(tzinfo=UTC)


class Hush:
    """The quiet hours of one office."""

    def __init__(self, office_id: OfficeId) -> None:
        self._office_id = office_id
        self._hours: Hours | None = None
        self._read_at = NEVER

    async def until(self, db: EveryOfficeDb, now: datetime) -> datetime | None:
        """When the quiet time that it is now ends; None where anything may be said."""
        if self._hours is None or now - self._read_at >= READ_EVERY:
            own = db.of(await office_by_id(db, self._office_id))
            self._hours, self._read_at = Hours(await rules.in_force(own, now), ZoneInfo(own.office.zone)), now
        found = self._hours.quiet(now)
        return found.ends if found else None
