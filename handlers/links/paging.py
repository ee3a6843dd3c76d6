"""Rule: the further pages of one article, among the links that stand on the first."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urljoin, urlsplit

from handlers.links.canonical import LONGEST, Kind, canonical

MOST: Final = 4  # pages after the first that are read
HREFS: Final = 2000  # links of a page that are looked at
WHOLE: Final = 0  # instead of a number: all pages in one
IN_QUERY: Final = re.compile(r"(?:^|&)(?:page|showpage|paged|halaman)=(?P<number>[0-9]{1,2}|all)(?=&|$)", re.IGNORECASE)
IN_ONE: Final = re.compile(r"(?:^|&)(?:single=1|view=all)(?=&|$)", re.IGNORECASE)
IN_PATH: Final = re.compile(r"/(?:page[/-])?(?P<number>[0-9]{1,2}|all)/?$", re.IGNORECASE)


def number(address: str) -> int:
    """Which page of its article an address is: 1 where it does not say, 0 for all in one."""
    parts = urlsplit(address)
    if IN_ONE.search(parts.query):
        return WHOLE
    found = IN_QUERY.search(parts.query) or IN_PATH.search(parts.path)
    if not found:
        return 1
    return WHOLE if found["number"].casefold() == "all" else int(found["number"])


def further(hrefs: Iterable[str], address: str) -> tuple[str, ...]:
    """The other pages of the article at an address, in order, each once: all in one where the site has that."""
    own, host = canonical(address), urlsplit(address).netloc
    found: dict[int, str] = {}
    for _, href in zip(range(HREFS), hrefs, strict=False):
        url = _joined(address, href)
        if not url or urlsplit(url).netloc != host or number(url) in {1, number(address)}:
            continue
        same = canonical(url)
        if same.kind is Kind.ARTICLE and same.identity == own.identity:
            found.setdefault(number(url), url)
    pages = tuple(found[each] for each in sorted(found))
    return pages[:1] if WHOLE in found else pages[:MOST]


def _joined(address: str, href: str) -> str:
    """A whole address; empty where there can be none."""
    try:
        url = urljoin(address, href.strip()).partition("#")[0]
        urlsplit(url)
    except ValueError:
        return ""
    return url if url.startswith(("https://", "http://")) and len(url) <= LONGEST else ""
