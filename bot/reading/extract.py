"""A page becomes an article. Runs in the child alone: on a hostile page it may never return."""

import re
from html import unescape
from typing import Final
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction

from bot.reading.dates import Moment, moment, moment_of_address, settled
from bot.reading.linked_data import LinkedData, linked_data
from bot.reading.markup import SITES, byline, declared_moments, first, headline, metas, own_address, scripts, shown_moment
from handlers.links.article import Article
from handlers.links.paging import further

LINE, TEXT = 500, 200_000  # characters of a title or name, and of a text
THIN: Final = 200  # characters; what has fewer is a teaser, or needs script to show more
CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]+")
# How a page says, where its text ends, that the rest is for others.
WALL: Final = re.compile(
    r"(?:khusus|hanya untuk|eksklusif (?:bagi|untuk)) pelanggan|untuk (?:melanjutkan )?membaca (?:artikel|berita) ini|"
    r"berlangganan (?:untuk|sekarang)|silakan (?:masuk|login|berlangganan)|(?:subscribe|sign in) to (?:read|continue)",
    re.IGNORECASE,
)


def article_of(html: str, address: str, zone_name: str) -> Article:
    """What stands on a page. Raises whatever lxml raises where it is no page."""
    tree = document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    said, data = metas(tree), linked_data(scripts(tree))
    site = data.site or first(said, SITES)
    published, disputed = _published(tree, said, data, address, ZoneInfo(zone_name))
    title = data.title or headline(tree, said, site)
    author, canonical = data.author or byline(tree, said), own_address(tree, said, address)
    pages = further([each.get("href") or "" for each in tree.iter("a", "link")], address)
    text = max(_text(tree), _lines(data.text), key=len)  # the last: it takes the tree apart
    return Article(
        title=_line(title),
        published=published.at if published else None,
        author=_line(author),
        text=text,
        canonical=canonical,
        site=_line(site),
        hidden=data.walled or len(text) < THIN or bool(WALL.search(text[-400:])),
        precise=bool(published and published.precise),
        disputed=disputed,
        pages=pages,
    )


def _published(
    tree: HtmlElement, said: dict[str, str], data: LinkedData, address: str, zone: ZoneInfo
) -> tuple[Moment | None, bool]:
    described, inside = moment(data.published, zone), moment_of_address(address, zone)
    declared = [*([described] if described else []), *declared_moments(tree, said, zone)]
    shown = shown_moment(tree, zone)
    trusted = declared or ([shown] if shown else [])
    return settled([*trusted, *([inside] if inside else [])], zone, also=shown)


def _text(tree: HtmlElement) -> str:
    found = bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=False)
    return _lines(found.text or "") if found and not isinstance(found, dict) else ""


def _lines(text: str) -> str:
    """Paragraphs, one a line."""
    lines = (" ".join(each.split()) for each in CONTROL.sub(" ", text[:TEXT]).splitlines())
    return "\n".join(each for each in lines if each)


def _line(text: str) -> str:
    """On one line, with the signs that were written as codes, some of them twice."""
    return " ".join(CONTROL.sub(" ", unescape(unescape(text))).split())[:LINE]


_text(
    document_fromstring("<p>a")
)  # with its first thin page the library reads all its lists of words: here, once for every process
