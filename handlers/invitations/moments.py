"""When people are reminded of an event (rule)."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.quiet import Hours

EVE, SOON = "eve", "soon"
KINDS: Final = (EVE, SOON)
AT: Final = time(16)  # on the day before, in the office's zone
BEFORE: Final = timedelta(hours=2)


def moment(kind: str, starts_at: datetime, day: Hours, zone: ZoneInfo) -> datetime:
    """The day before at 16.00, or two hours before; at night the end of the day before it, since nobody is woken."""
    if kind == EVE:
        eve = starts_at.astimezone(zone).date() - timedelta(days=1)
        return day.before(datetime.combine(eve, AT, zone))
    return day.before(starts_at - BEFORE)
