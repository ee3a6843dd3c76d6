"""The errand of looking at a link, and what it gives: the page as it came, what was read from it, or why there is none."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.links.article import Article


class Fault(StrEnum):
    """Why there is no page, named by what to do next."""

    LATER = "later"  # silent, overloaded or asking for patience: try again
    GONE = "gone"  # the site answers that it has no such page: look again on other days before anybody is told
    REFUSED = "refused"  # the site shows it to no program, or its answer cannot be trusted: a person looks
    ROBOTS = "robots"  # the site asks programs to stay away: a person looks
    FORBIDDEN = "forbidden"  # the address leads where no article can be: never
    LOST = "lost"  # more redirects than any article needs: never
    TOO_LARGE = "too_large"  # more bytes than any article has: a person looks
    NOT_A_PAGE = "not_a_page"  # a picture, a file, something unreadable: a person looks


@dataclass(frozen=True)
class Hop:
    """An address that was asked on the way, and the status it answered with."""

    address: str
    status: int


@dataclass(frozen=True)
class Page:
    """An answer as it came."""

    asked: str
    hops: tuple[Hop, ...]  # all that was asked in order, the last being the page itself
    headers: tuple[tuple[str, str], ...]  # of the last answer
    body: bytes  # decompressed
    charset: str  # by which the body is read
    at: datetime

    @property
    def address(self) -> str:
        """Where the page was found."""
        return self.hops[-1].address

    @property
    def status(self) -> int:
        """The status of the last answer."""
        return self.hops[-1].status

    @property
    def text(self) -> str:
        """The body as text; what cannot be read shows as such."""
        return self.body.decode(self.charset, errors="replace")


@dataclass(frozen=True)
class Visit:
    """An errand: a page and what stands on it. Times on it without a zone are of `zone`."""

    address: str
    zone: str  # Asia/Jakarta
    errors: bool = False  # a page that comes with an error, such as 404, is a page too


@dataclass(frozen=True)
class Visited:
    """What a visit gave. Without a page there is a fault; without an article nothing could be read from the page.

    With neither nobody went: the desk may not reach out.
    """

    page: Page | None = None
    article: Article | None = None
    fault: Fault | None = None
    hops: tuple[Hop, ...] = ()  # also of a visit that failed
    wait: float = 0.0  # seconds for which the site asked, with LATER
    evidence: str = ""  # SHA-256 of the bundle in which the page was frozen
    further: tuple[Page, ...] = ()  # the article's other pages; what stands on them is in the article's text
