"""Rule: whether something was published in time.

That it reached the desk in time is the proof; what the page says of its day is the second.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from handlers.links.article import Article

SLACK = timedelta(days=1)  # pages name only the day, or an hour of another zone


class When(StrEnum):
    """What the two proofs say together."""

    IN_TIME = "in_time"
    LATE = "late"
    TOLD = "told"  # the desk's proof is late, and in time only by what a group's export says, which nobody guarantees
    CONFLICT = "conflict"  # the page's day cannot be, or would have been in time where the desk's is not


def timeliness(sent: datetime, article: Article, event: datetime, until: datetime, told: datetime | None = None) -> When:
    """Whether a link that came at a moment counts for an event; a page without a day contradicts nothing.

    `told` is when the link was posted in a group, as its export says: it proves nothing alone, so a person decides by it.
    """
    page = article.published
    if article.disputed or (page and not event - SLACK <= page <= sent + SLACK):
        return When.CONFLICT
    if sent <= until:
        return When.IN_TIME
    if page and page <= until:
        return When.CONFLICT
    return When.TOLD if told and told <= until else When.LATE
