"""Rule: until when a link counts and an appeal is answered, how many count, and how many another limit would have touched."""

from collections import Counter
from collections.abc import Callable, Container, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from handlers.workdays import after
from storage.records import Counted, LinkState, Medium, Rules


@lru_cache(maxsize=1024)  # many links are of one release
def deadline(event: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The last moment at which a link counts: the end of the day that is `days` after the event's own."""
    return datetime.combine(event.astimezone(zone).date() + timedelta(days=days), time(23, 59, 59), zone)


def answer_by(raised: datetime, days: int, zone: ZoneInfo, off: Container[date] = ()) -> datetime:
    """Until when an appeal is answered: the end of the working day that is so many after its own."""
    return datetime.combine(after(raised.astimezone(zone).date(), days, off), time(23, 59, 59), zone)


def affected(was: Rules, new: Rules, links: Sequence[Counted], zone: ZoneInfo) -> int:
    """How many of the links would be in time under one of the rules and not under the other, or within one quota alone."""
    media = {each for each in Medium if was.days(each) != new.days(each)}
    late = sum(1 for each in links if each.medium in media and _in_time(each, was, zone) != _in_time(each, new, zone))
    days = _beyond(links, lambda at: at.astimezone(zone).date(), was.per_day, new.per_day)
    months = _beyond(links, lambda at: (at.astimezone(zone).year, at.astimezone(zone).month), was.quota, new.quota)
    return late + days + months


def _in_time(link: Counted, rules: Rules, zone: ZoneInfo) -> bool:
    """Whether a link came in time; one of no release has no deadline."""
    return link.launched_at is None or link.received_at <= deadline(link.launched_at, rules.days(link.medium), zone)


def _beyond(links: Sequence[Counted], span: Callable[[datetime], object], was: int, new: int) -> int:
    """How many more or fewer of the recognised links would be beyond a limit per outlet and span; 0 is no limit."""
    if was == new:
        return 0
    counted = Counter((each.outlet_id, span(each.received_at)) for each in links if each.state is LinkState.RECOGNISED)
    over = [sum(max(0, number - limit) if limit else 0 for number in counted.values()) for limit in (was, new)]
    return abs(over[0] - over[1])
