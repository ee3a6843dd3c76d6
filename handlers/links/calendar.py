"""Rule: when a recognised link is looked at again, and how it stands after each look.

A day, a week and a month after it was recognised, then once a year while an auditor may ask. What is absent is tried three times
over two days; then its owner is asked, and after seven more days it counts as one that cannot be opened. What
is back is back without a word.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from storage.records import Access, LookResult, Occasion, Watched

CALENDAR: Final = ((Occasion.DAY, 1), (Occasion.WEEK, 7), (Occasion.MONTH, 30))  # days
YEAR: Final = 365  # days
TRIES, OVER = 3, timedelta(hours=48)
BETWEEN: Final = timedelta(hours=24)  # two tries
GRACE: Final = timedelta(days=7)  # for the owner, and between two looks at what is away
AGAIN: Final = timedelta(hours=6)  # where the site asked for patience, or our own network was the fault
PRESENT: Final = frozenset({LookResult.FIRST, LookResult.SAME, LookResult.CHANGED})
UNKNOWN: Final = frozenset({LookResult.LATER, LookResult.OURS})  # nothing was learnt: asked again soon


@dataclass(frozen=True)
class Standing:
    """How a link stands after a look."""

    state: Access
    occasion: Occasion
    next_at: datetime | None  # None where nobody looks any more
    since: datetime | None
    tries: int
    told_at: datetime | None


def following(begun: datetime, now: datetime, kept: int) -> tuple[Occasion, datetime | None]:
    """The calendar's next look after `now`; none when evidence has been kept for so many days, and no auditor may ask."""
    slots = [*CALENDAR, *((Occasion.YEAR, day) for day in range(YEAR, kept + 1, YEAR))]
    coming = ((occasion, begun + timedelta(days=days)) for occasion, days in slots)
    return next(((occasion, at) for occasion, at in coming if at > now), (Occasion.YEAR, None))


def after(watch: Watched, result: LookResult, now: datetime, kept: int, wait: timedelta = timedelta()) -> Standing:
    """How a link stands now. `wait` is for how long the site asked to be left alone."""
    if result in UNKNOWN:
        return Standing(watch.state, watch.occasion, now + max(wait, AGAIN), watch.since, watch.tries, watch.told_at)
    if result is LookResult.ABSENT:
        return _absent(watch, now)
    if result is LookResult.DOUBTFUL and watch.occasion is Occasion.FIRST and now < watch.begun_at + BETWEEN:
        return Standing(watch.state, Occasion.FIRST, now + AGAIN, None, 0, None)  # nothing of it is frozen yet
    if result in PRESENT or watch.state in {Access.OPEN, Access.FAILING}:  # a doubt is no proof
        return Standing(Access.OPEN, *following(watch.begun_at, now, kept), None, 0, None)
    return Standing(watch.state, Occasion.RETURN, now + GRACE, watch.since, watch.tries, watch.told_at)


def _absent(watch: Watched, now: datetime) -> Standing:
    since, tries = watch.since or now, watch.tries + 1
    if watch.state in {Access.OPEN, Access.FAILING}:
        if tries >= TRIES and now - since >= OVER:
            return Standing(Access.TOLD, Occasion.GRACE, now + GRACE, since, tries, now)
        return Standing(Access.FAILING, Occasion.TRY, now + BETWEEN, since, tries, None)
    if watch.state is Access.TOLD and watch.told_at and now < watch.told_at + GRACE:
        return Standing(Access.TOLD, Occasion.GRACE, watch.told_at + GRACE, since, tries, watch.told_at)
    return Standing(Access.AWAY, Occasion.RETURN, now + GRACE, since, tries, watch.told_at)
