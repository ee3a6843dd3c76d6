"""The errand of looking at a link: the page is fetched and read; whatever goes wrong is part of what was found."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.fetching.answers import Unfetched
from bot.fetching.fetcher import Fetcher
from bot.reading.reader import Reader
from handlers.links.article import Article
from handlers.links.paging import MOST, WHOLE, number
from handlers.links.visit import Page, Visit, Visited

Visiting = Callable[[Visit], Awaitable[Visited]]


class Visitor:
    """Looks at links for the whole desk."""

    def __init__(self, fetcher: Fetcher, reader: Reader) -> None:
        self._fetcher = fetcher
        self._reader = reader

    async def visit(self, errand: Visit) -> Visited:
        """What there is at an address."""
        until = asyncio.get_running_loop().time() + self._fetcher.limits.whole
        try:
            page = await self._fetcher.fetch(errand.address, errors=errand.errors)
        except Unfetched as missing:
            return Visited(fault=missing.fault, hops=missing.hops, wait=missing.wait)
        found = Visited(page, await self._reader.read(page, errand.zone), hops=page.hops)
        return await self._read_on(found, errand.zone, until) if found.article and found.article.pages else found

    async def _read_on(self, found: Visited, zone: str, until: float) -> Visited:
        """The article with its further pages, a few at most, as far as they come within the time that one page has."""
        waiting, seen = list(found.article.pages if found.article else ()), {1}
        try:
            async with asyncio.timeout_at(until):
                while waiting and len(found.further) < MOST:
                    address = waiting.pop(0)
                    seen.add(number(address))
                    page, article = await self._next(found, address, zone)
                    if page and article:
                        found = _with(found, page, article)
                        waiting += [each for each in article.pages if number(each) not in seen | set(map(number, waiting))]
        except TimeoutError:  # what was read by then is enough
            pass
        return found

    async def _next(self, found: Visited, address: str, zone: str) -> tuple[Page | None, Article | None]:
        """A further page, where it is one of the same site."""
        try:
            page = await self._fetcher.fetch(address)
        except Unfetched:
            return None, None
        same = found.page is not None and _host(page.address) == _host(found.page.address)
        return (page, await self._reader.read(page, zone)) if same else (None, None)

    async def close(self) -> None:
        """Let go of connections and processes."""
        await self._fetcher.close()
        await self._reader.close()


def _host(address: str) -> str:
    return address.split("/")[2]


def _with(found: Visited, page: Page, article: Article) -> Visited:
    """The article with what another of its pages adds; where that is all of them in one, its lines come in its order."""
    before = found.article.text.splitlines() if found.article else []
    here = article.text.splitlines()
    first, second = (here, before) if number(page.address) == WHOLE else (before, here)
    text = "\n".join(dict.fromkeys([*first, *second]))
    return replace(found, article=found.article and replace(found.article, text=text), further=(*found.further, page))


async def nowhere(errand: Visit) -> Visited:
    """The visit of a desk that may not reach out."""
    return Visited()
