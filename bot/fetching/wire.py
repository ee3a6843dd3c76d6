"""One request over aiohttp: nothing kept, nothing followed, nothing unpacked, and no error of the library leaves this file."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import aiohttp
from yarl import URL

from bot.fetching.answers import Unfetched
from bot.fetching.body import ACCEPTED
from bot.fetching.dialer import Dialer, LeadsInside
from handlers.links.visit import Fault

AT_ONCE: Final = 64  # connections
IDLE: Final = 15.0  # seconds

# What broke, and what to do then; the first that fits counts.
BROKEN: Final[tuple[tuple[type[Exception], Fault], ...]] = (
    (aiohttp.InvalidURL, Fault.FORBIDDEN),  # a number that only looks like a host
    (aiohttp.ClientConnectorCertificateError, Fault.REFUSED),
    (aiohttp.ClientConnectorSSLError, Fault.REFUSED),
    (aiohttp.ClientResponseError, Fault.REFUSED),  # no HTTP
    (aiohttp.ClientError, Fault.LATER),
    (OSError, Fault.LATER),  # and with it every timeout
    (ValueError, Fault.FORBIDDEN),  # a host that cannot be spelled
)


class Wire:
    """The one session of a fetcher. Connects with its first call."""

    def __init__(self, agent: str, dialer: Dialer, first_byte: float) -> None:
        self._headers = {"User-Agent": agent, "Accept": "text/html", "Accept-Language": "id", "Accept-Encoding": ACCEPTED}
        self._dialer = dialer
        self._first_byte = first_byte
        self._kept: aiohttp.ClientSession | None = None

    @asynccontextmanager
    async def asked(self, url: URL) -> AsyncIterator[aiohttp.ClientResponse]:
        """The answer of a site, its body still unread. Raises Unfetched, also for what breaks while the body is read."""
        try:
            async with asyncio.timeout(self._first_byte):
                response = await self._session.get(url, allow_redirects=False)
            try:
                yield response
            finally:
                response.close()  # what was read to its end has given its connection back already
        except tuple(kind for kind, _ in BROKEN) as broken:
            fault = _fault(broken)
        else:
            return
        raise Unfetched(fault)

    async def close(self) -> None:
        """Let go of connections."""
        if self._kept:
            await self._kept.close()

    @property
    def _session(self) -> aiohttp.ClientSession:
        if self._kept is None:
            connector = aiohttp.TCPConnector(
                limit=AT_ONCE, keepalive_timeout=IDLE, use_dns_cache=False, ssl=self._dialer.trust,
                resolver=self._dialer.resolver, socket_factory=self._dialer.guarded,
            )  # fmt: skip
            self._kept = aiohttp.ClientSession(
                connector=connector, headers=self._headers, cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False, timeout=aiohttp.ClientTimeout(total=None), trust_env=False,
            )  # fmt: skip
        return self._kept


def _fault(broken: Exception) -> Fault:
    if isinstance(broken, aiohttp.ClientConnectorError) and isinstance(broken.os_error, LeadsInside):
        return Fault.FORBIDDEN
    return next(fault for kind, fault in BROKEN if isinstance(broken, kind))
