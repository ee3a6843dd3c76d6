"""Calls over HTTP as every platform's channel makes them: one tuned session, and what a call without an answer means.

Addresses and headers may hold secrets, so no error of the HTTP library leaves this file: what failed is said in our own
words, raised outside of `except` so that not even its cause is attached.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final

import aiohttp
from yarl import URL

from bot.channels.base import Problem, SendError

PATIENCE: Final = 30.0  # seconds, for an answer
FILE_PATIENCE: Final = 300.0
CONNECT_PATIENCE: Final = 10.0
IDLE: Final = 15.0  # a connection is given up long before the platform does: a send on a dying one has an unknown fate
RETRY: Final = 5.0  # seconds of pause where nothing was reached, or the platform named none
CHUNK: Final = 65_536
LINES: Final = 256  # connections; a message that waits for one leaves later than it was counted

Body = bytes | aiohttp.FormData | None


class Calls:
    """One tuned session. Made anywhere; connects with its first call."""

    def __init__(self) -> None:
        self._kept: aiohttp.ClientSession | None = None

    async def call(self, verb: str, url: URL, body: Body, headers: Mapping[str, str], patience: float) -> tuple[int, bytes]:
        """Status and content of the answer. Raises SendError: BUSY where no byte can have left, else UNSURE."""
        timeout = _timeout(patience)
        try:
            async with self._session.request(
                verb, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):  # surely before any byte left
            problem, detail = Problem.BUSY, "the platform cannot be reached"
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            problem, detail = Problem.UNSURE, f"{type(fault).__name__} after the request had left"
        raise SendError(problem, detail, wait=RETRY)

    async def download(self, url: URL, headers: Mapping[str, str], limit: int) -> bytes:
        """The bytes behind an address, at most `limit`. Raises SendError."""
        content, status = bytearray(), 0
        plain = {**headers, "Accept-Encoding": "identity"}  # what is read is what is counted
        with suppress(aiohttp.ClientError, TimeoutError, OSError):
            async with self._session.get(url, headers=plain, timeout=_timeout(FILE_PATIENCE), allow_redirects=False) as response:
                while len(content) <= limit and (chunk := await response.content.read(CHUNK)):
                    content += chunk
                status = response.status
        if status == 200 and len(content) <= limit:
            return bytes(content)
        if status in (0, 429) or status >= 500:
            raise SendError(Problem.BUSY, f"download: {status or 'cut off'}", wait=RETRY)
        raise SendError(Problem.REFUSED, f"download: {status}, {len(content)} bytes of at most {limit}")

    async def close(self) -> None:
        """Let go of connections."""
        if self._kept:
            await self._kept.close()

    @property
    def _session(self) -> aiohttp.ClientSession:
        if self._kept is None:
            connector = aiohttp.TCPConnector(limit=LINES, keepalive_timeout=IDLE, ttl_dns_cache=300)
            self._kept = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._kept


def _timeout(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=seconds, connect=CONNECT_PATIENCE)
