"""What a job has made of some days: a chart as a picture, and a book of clippings. All words in it are said already."""

from dataclasses import dataclass
from datetime import datetime

from storage.records import Json


@dataclass(frozen=True)
class Bar:
    """One day of a chart."""

    label: str
    links: int
    texts: int


@dataclass(frozen=True)
class Chart:
    """A picture that is read on a phone: links and texts of each day, the outlets with most links, and lines below."""

    title: str
    subtitle: str
    days: tuple[Bar, ...]
    links: str  # what the two kinds of bars are
    texts: str
    outlets_title: str
    outlets: tuple[tuple[str, int], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Clipping:
    """One text: its title, where and when it stands, its addresses, and its first lines."""

    title: str
    about: str
    addresses: tuple[str, ...]
    opening: str


@dataclass(frozen=True)
class Book:
    """A book of clippings: its cover, the chart, and an entry for each text."""

    title: str
    subtitle: str
    cover: tuple[str, ...]
    clippings: tuple[Clipping, ...]
    page: str  # of page numbers, with {page} and {pages}
    made: datetime
    language: str


@dataclass(frozen=True)
class Illustrate:
    """An errand: a chart and a book, kept on the disk; `said` are the numbers in both. Gives an Illustrated."""

    chart: Chart
    book: Book
    said: Json


@dataclass(frozen=True)
class Illustrated:
    """The SHA-256 and size of each, and the numbers that were drawn."""

    chart: tuple[str, int]
    book: tuple[str, int]
    said: Json
