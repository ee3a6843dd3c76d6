"""The noun of a page that was read: what judging works with, however it was read."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Article:
    """A published page as it was read. What the page does not say is empty."""

    title: str
    published: datetime | None  # as the page says, aware
    author: str
    text: str  # paragraphs, one a line
    canonical: str  # the address the page gives itself
    site: str  # the outlet's name, as the page says it
    hidden: bool  # it needs script or is behind a wall, so that not all of it could be read
    precise: bool = True  # `published` has its hour; else it is the beginning of the day
    disputed: bool = False  # the page contradicts itself about the day
    pages: tuple[str, ...] = ()  # addresses of its further pages that stand on this one
