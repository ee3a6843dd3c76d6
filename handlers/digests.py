"""When the digests go out: twice a day, at the hours at which news desks plan (rule)."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOURS = (time(11, 30), time(16, 30))


def next_digest(now: datetime, zone: ZoneInfo) -> datetime:
    """The next hour of a digest in an office's zone, in UTC; at such an hour it is the one after it."""
    today = now.astimezone(zone).date()
    moments = (datetime.combine(day, hour, zone) for day in (today, today + timedelta(days=1)) for hour in HOURS)
    return next(each for each in moments if each > now).astimezone(UTC)
