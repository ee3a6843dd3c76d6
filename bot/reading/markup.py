"""What the marks of a page say beside its text: title, author, site, times, its own address. Works on a parsed tree."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo
from itertools import islice
from typing import Final
from urllib.parse import urljoin

from lxml.html import HtmlElement

from bot.reading.dates import Moment, moment

TITLES: Final = ("og:title", "twitter:title")
SITES: Final = ("og:site_name", "application-name")
AUTHORS: Final = ("author", "article:author", "dc.creator", "parsely-author", "content_author")
TIMES: Final = (
    "article:published_time", "og:published_time", "datepublished", "dtk:publishdate", "content_publisheddate",
    "content_publishdate", "publishdate", "publish-date", "pubdate", "publish_date", "article.published",
    "dc.date.issued", "dc.date", "parsely-pub-date", "sailthru.date", "date",
)  # fmt: skip
SEPARATORS: Final = " -|–—:»•"  # between a title and the site's name
# The place of another article's date, by the names that sites give to places.
ELSEWHERE: Final = re.compile(r"related|sidebar|widget|footer|terkait|populer|terkini|latest|komentar|comment", re.IGNORECASE)
BYLINE: Final = re.compile(
    r"(?:^|[\s|(])(?i:penulis|reporter|wartawan|pewarta|jurnalis|oleh|author)\s*[:;]\s*"
    r"(?P<name>[A-Z][\w'.’-]*(?: [A-Z][\w'.’-]*){0,4})"
)
SHORT: Final = 200  # characters of a line that holds a date or a name
NEAR: Final = 60  # elements around the headline among which its own date and names stand
LONGEST_ADDRESS: Final = 2048


def metas(tree: HtmlElement) -> dict[str, str]:
    """What stands in the head by name, the first of each."""
    said: dict[str, str] = {}
    for each in tree.iter("meta"):
        name = (each.get("property") or each.get("name") or each.get("itemprop") or "").strip().casefold()
        content = (each.get("content") or "").strip()
        if name and content:
            said.setdefault(name, content)
    return said


def scripts(tree: HtmlElement) -> Iterator[str]:
    """The linked data of a page, as text."""
    for each in tree.iter("script"):
        if (each.get("type") or "").strip().casefold() == "application/ld+json":
            yield each.text or ""


def first(said: Mapping[str, str], names: Iterable[str]) -> str:
    """The first of some names that has a value."""
    return next((said[name] for name in names if name in said), "")


def own_address(tree: HtmlElement, said: Mapping[str, str], address: str) -> str:
    """The address that a page gives itself; empty where it gives none that could be."""
    links = (each.get("href") or "" for each in tree.iter("link") if (each.get("rel") or "").casefold() == "canonical")
    given = next(links, "") or said.get("og:url", "")
    try:
        whole = urljoin(address, given.strip()) if given.strip() else ""
    except ValueError:
        return ""
    return whole if whole.startswith(("https://", "http://")) and len(whole) <= LONGEST_ADDRESS else ""


def headline(tree: HtmlElement, said: Mapping[str, str], site: str) -> str:
    """The title of the article, without the name of the site."""
    shown = [text for each in tree.iter("h1") if (text := _line(each))]
    title = next((_line(each) for each in tree.iter("title")), "")
    whole = first(said, TITLES) or (shown[0] if shown else title)
    bare = whole.removesuffix(site).rstrip(SEPARATORS) if site else whole
    return bare or whole


def declared_moments(tree: HtmlElement, said: Mapping[str, str], zone: tzinfo) -> Iterator[Moment]:
    """The moments that marks made for programs name, the most trusted first."""
    given = [said[name] for name in TIMES if name in said]
    given += [_time(each) for each in tree.iter() if (each.get("itemprop") or "").casefold() == "datepublished"]
    given += [_time(each) for each in islice(_around_headline(tree), NEAR) if each.tag == "time"]
    yield from (found for each in given if (found := moment(each, zone)))


def shown_moment(tree: HtmlElement, zone: tzinfo) -> Moment | None:
    """The moment that readers see beside the headline; one with its hour is preferred."""
    lines = (_line(each) for each in islice(_around_headline(tree), NEAR))
    found = [read for line in lines if line and (read := moment(line, zone))]
    return next((each for each in found if each.precise), next(iter(found), None))


def byline(tree: HtmlElement, said: Mapping[str, str]) -> str:
    """Who wrote the article."""
    name = first(said, AUTHORS)
    if name and "://" not in name:
        return name
    for each in tree.iter():
        marked = f"{each.get('rel') or ''} {each.get('itemprop') or ''}".casefold().split()
        if "author" in marked and (line := _line(each)):
            return line
    lines = (_line(each) for each in islice(_around_headline(tree), NEAR))
    return next((found["name"] for line in lines if (found := BYLINE.search(line))), "")


def _around_headline(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements behind the headline and then those before it, the nearest first; all where there is none."""
    headlines = list(islice(tree.iter("h1"), 1))
    if not headlines:
        yield from (each for each in tree.iter() if _ours(each))
        return
    before: deque[HtmlElement] = deque(maxlen=NEAR)
    behind = False
    for each in tree.iter():
        if behind:
            if _ours(each):
                yield each
        elif each is headlines[0]:
            behind = True
        else:
            before.append(each)
    yield from (each for each in reversed(before) if _ours(each))


def _ours(each: HtmlElement) -> bool:
    if not isinstance(each.tag, str) or each.tag in {"script", "style", "noscript", "option"}:
        return False
    near = (each, each.getparent())
    return not any(one is not None and ELSEWHERE.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in near)


def _time(each: HtmlElement) -> str:
    return each.get("datetime") or each.get("content") or _line(each)


def _line(each: HtmlElement) -> str:
    """The text of a small element on one line; empty where it holds more."""
    parts: list[str] = []
    for part in islice(each.itertext(), 20):
        parts.append(part)
        if sum(map(len, parts)) > SHORT * 4:
            return ""
    line = " ".join(" ".join(parts).split())
    return line if len(line) <= SHORT else ""
