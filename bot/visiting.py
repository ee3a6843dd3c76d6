"""The errand of looking at a link: the page is fetched and read; whatever goes wrong is part of what was found."""

from collections.abc import Awaitable, Callable

from bot.fetching.answers import Unfetched
from bot.fetching.fetcher import Fetcher
from bot.reading.reader import Reader
from handlers.links.visit import Visit, Visited

Visiting = Callable[[Visit], Awaitable[Visited]]


class Visitor:
    """Looks at links for the whole desk."""

    def __init__(self, fetcher: Fetcher, reader: Reader) -> None:
        self._fetcher = fetcher
        self._reader = reader

    async def visit(self, errand: Visit) -> Visited:
        """What there is at an address."""
        try:
            page = await self._fetcher.fetch(errand.address)
        except Unfetched as missing:
            return Visited(fault=missing.fault, hops=missing.hops, wait=missing.wait)
        return Visited(page, await self._reader.read(page, errand.zone), hops=page.hops)

    async def close(self) -> None:
        """Let go of connections and processes."""
        await self._fetcher.close()
        await self._reader.close()


async def nowhere(errand: Visit) -> Visited:
    """The visit of a desk that may not reach out."""
    return Visited()
