"""When people are reminded of an event (rule)."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.quiet import Hours

EVE, SOON, TODAY = "eve", "soon", "today"
KINDS: Final = (EVE, SOON)
AT: Final = time(16)  # on the day before, in the office's zone
BEFORE: Final = timedelta(hours=2)
ROUGHLY: Final = timedelta(minutes=30)  # by which two hours may be more or less


def moment(kind: str, starts_at: datetime, day: Hours, zone: ZoneInfo) -> datetime:
    """The day before at 16.00, or two hours before; at night the end of the day before it, since nobody is woken."""
    if kind == EVE:
        eve = starts_at.astimezone(zone).date() - timedelta(days=1)
        return day.before(datetime.combine(eve, AT, zone))
    return day.before(starts_at - BEFORE)


def ahead(starts_at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """How far ahead an event is when its reminder is said, which may be late, or early so that nobody is woken."""
    if abs(starts_at - now - BEFORE) <= ROUGHLY:
        return SOON
    return TODAY if starts_at.astimezone(zone).date() == now.astimezone(zone).date() else EVE
