"""The fetcher of pages: every address on the way is judged anew, and all that a site may cost us has its limit."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Final, TypeVar

from aiohttp import ClientResponse
from yarl import URL

from bot.fetching.answers import REDIRECTS, Unfetched, fault_of, rest_asked, shows_error
from bot.fetching.body import TooLarge, charset_of, unpacked
from bot.fetching.dialer import Dialer
from bot.fetching.networks import PORTS
from bot.fetching.robots import Pattern, may_fetch, patterns
from bot.fetching.turns import Turns
from bot.fetching.wire import Wire
from handlers.links.visit import Fault, Hop, Page

T = TypeVar("T")

ROBOTS_SIZE: Final = 512_000  # bytes; what stands behind them is not read
ROBOTS_KEPT: Final = 3600.0  # seconds
SITES: Final = 1000  # whose robots.txt is remembered
SCHEMES: Final = frozenset({"http", "https"})


@dataclass(frozen=True)
class Limits:
    """What one page may cost. Seconds and bytes."""

    first_byte: float = 5.0
    whole: float = 15.5  # from the first request to the last byte; with what a busy machine adds, 16
    size: int = 5_000_000  # as sent, and again unpacked
    redirects: int = 5
    gap: float = 1.0  # between two requests to one host
    queue: float = 30.0  # for the first turn, where others ask the same host


@dataclass
class _Trip:
    """One page on its way."""

    booked: bool  # the next request has its turn already
    minds_robots: bool = True
    hops: list[Hop] = field(default_factory=list)


def user_agent(office: str, contact: str) -> str:
    """How we introduce ourselves: who asks, and the desk's own address where it has one."""
    who = re.sub(r"[^ -~]|[()\\]", "", office).strip()
    return f"MejaHumas/0.1 ({'; '.join(each for each in (who, contact and f'+{contact}') if each)})"


class Fetcher:
    """Fetches pages for the whole desk, which together keeps each host's pace. Connects with its first call."""

    def __init__(
        self, agent: str, now: Callable[[], datetime], dialer: Dialer | None = None, limits: Limits | None = None
    ) -> None:
        self._now = now
        self.limits = limits or Limits()
        self._wire = Wire(agent, dialer or Dialer(), self.limits.first_byte)
        self._turns = Turns(self.limits.gap)
        self._said: dict[URL, tuple[float, tuple[Pattern, ...]]] = {}  # by site: until when it counts, and its robots.txt

    async def fetch(self, address: str, *, errors: bool = False) -> Page:
        """The page at an address; with `errors` also one that says that there is none. Raises Unfetched."""
        trip = _Trip(booked=True)
        try:
            url = _proper(address)
            await self._turn(url, self.limits.queue)
            async with asyncio.timeout(self.limits.whole):
                headers, body, charset = await self._follow(url, trip, partial(self._read, errors=errors))
        except TimeoutError:
            missing = Unfetched(Fault.LATER)
        except Unfetched as fault:
            missing = fault
        else:
            return Page(address, tuple(trip.hops), headers, body, charset, self._now())
        missing.hops = tuple(trip.hops)
        raise missing

    async def close(self) -> None:
        """Let go of connections."""
        await self._wire.close()

    async def _follow(self, url: URL, trip: _Trip, use: Callable[[ClientResponse], Awaitable[T]]) -> T:
        """What can be made of the first answer that is no redirect."""
        for _ in range(self.limits.redirects + 1):
            if trip.minds_robots and not may_fetch(await self._robots(url, trip), url.raw_path_qs):
                raise Unfetched(Fault.ROBOTS)
            async with self._asked(url, trip) as response:
                trip.hops.append(Hop(str(url), response.status))
                target = _redirect(url, response)
                if target is None:
                    return await use(response)
            url = target
        raise Unfetched(Fault.LOST)

    @asynccontextmanager
    async def _asked(self, url: URL, trip: _Trip) -> AsyncIterator[ClientResponse]:
        if not trip.booked:
            await self._turn(url, self.limits.whole)
        trip.booked = False
        async with self._wire.asked(url) as response:
            rest = rest_asked(response.status, response.headers, self._now())
            self._turns.close(str(url.host), rest, time.monotonic())
            yield response

    async def _turn(self, url: URL, most: float) -> None:
        """Wait for the host's next turn; one that is further off than `most` seconds is not waited for."""
        host, now = str(url.host), time.monotonic()
        wait = self._turns.wait(host, now)
        if wait > most:
            raise Unfetched(Fault.LATER, wait)
        await asyncio.sleep(self._turns.book(host, now))

    async def _read(self, response: ClientResponse, *, errors: bool) -> tuple[tuple[tuple[str, str], ...], bytes, str]:
        """Headers, body and charset of an answer that is a page."""
        fault = fault_of(response.status, response.headers)
        if fault and not (errors and shows_error(response.status, response.headers)):
            raise Unfetched(fault, self._turns.rest(str(response.url.host), time.monotonic()))
        body = await _body(response, self.limits.size)
        return tuple(response.headers.items()), body, charset_of(body, response.charset)

    async def _robots(self, url: URL, trip: _Trip) -> tuple[Pattern, ...]:
        """What a site's robots.txt says; nothing where it has none. Raises Unfetched where the site does not answer."""
        site, now = url.origin(), time.monotonic()
        until, said = self._said.get(site, (0.0, ()))
        if until > now:
            return said
        aside = _Trip(booked=trip.booked, minds_robots=False)
        trip.booked = False
        try:
            said = await self._follow(site.with_path("/robots.txt"), aside, self._read_robots)
        except Unfetched as fault:
            if fault.fault is not Fault.LOST:
                trip.hops += aside.hops  # so that a site which answers is told from one which does not
                raise
            said = ()
        if len(self._said) >= SITES:
            self._said = {each: kept for each, kept in self._said.items() if kept[0] > now}
        self._said[site] = (now + ROBOTS_KEPT, said)
        return said

    async def _read_robots(self, response: ClientResponse) -> tuple[Pattern, ...]:
        if fault_of(response.status, response.headers) is Fault.LATER:
            raise Unfetched(Fault.LATER, self._turns.rest(str(response.url.host), time.monotonic()))
        if response.status != 200:
            return ()
        return patterns((await _taken(response, ROBOTS_SIZE)).decode("utf-8", errors="replace"))


async def _body(response: ClientResponse, limit: int) -> bytes:
    """The body as it was before it was packed. Raises Unfetched."""
    announced, encoding = response.content_length or 0, response.headers.get("Content-Encoding", "")
    raw = b"" if announced > limit else await _taken(response, limit)
    if max(announced, len(raw)) > limit:
        raise Unfetched(Fault.TOO_LARGE)
    try:
        return await asyncio.to_thread(unpacked, raw, encoding, limit) if encoding else raw
    except TooLarge:
        fault = Fault.TOO_LARGE
    except ValueError:
        fault = Fault.NOT_A_PAGE
    raise Unfetched(fault)


async def _taken(response: ClientResponse, limit: int) -> bytes:
    """The body as it comes; what goes beyond the limit is not read to its end."""
    content = bytearray()
    async for chunk in response.content.iter_any():
        content += chunk
        if len(content) > limit:
            break
    return bytes(content)


def _redirect(url: URL, response: ClientResponse) -> URL | None:
    """Where an answer sends us on. Raises Unfetched for an address that cannot be."""
    location = response.headers.get("Location", "")
    if response.status not in REDIRECTS or not location:
        return None
    try:
        return _proper(url.join(URL(location)))
    except ValueError:
        raise Unfetched(Fault.REFUSED) from None


def _proper(address: str | URL) -> URL:
    """An address that a page may have, without its fragment. Raises Unfetched."""
    try:
        url = URL(address)
    except ValueError:
        raise Unfetched(Fault.FORBIDDEN) from None
    if url.scheme not in SCHEMES or not url.host or url.port not in PORTS or "@" in url.raw_authority:
        raise Unfetched(Fault.FORBIDDEN)
    return url.with_fragment(None)
