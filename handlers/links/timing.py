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
    CONFLICT = "conflict"  # the page's day cannot be, or would have been in time where the desk's is not


def timeliness(sent: datetime, article: Article, event: datetime, until: datetime) -> When:
    """Whether a link that came at a moment counts for an event; a page without a day contradicts nothing."""
    page = article.published
    if article.disputed or (page and not event - SLACK <= page <= sent + SLACK):
        return When.CONFLICT
    if sent <= until:
        return When.IN_TIME
    return When.CONFLICT if page and page <= until else When.LATE
