"""One call to the Cloud API, and what its answer means.

The token stands in a header; the platform may repeat it in its errors, so it is taken out of all that is said, and no
error of the HTTP library leaves this file: what failed is said in our own words, raised outside of `except`.
"""

import asyncio
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import aiohttp
from yarl import URL

from bot.channels.base import Problem, SendError
from bot.channels.whatsapp.failures import answered
from bot.channels.whatsapp.fields import have, parsed
from storage.records import Json

OFFICIAL: Final = "https://graph.facebook.com"
VERSION: Final = "v23.0"
MEDIA_HOSTS: Final = frozenset({"lookaside.fbsbx.com"})  # where the platform keeps files, beside the API's own host
PATIENCE: Final = 30.0  # seconds, for an answer
FILE_PATIENCE: Final = 300.0
CONNECT_PATIENCE: Final = 10.0
IDLE: Final = 15.0  # a connection is given up long before the platform does: a send on a dying one has an unknown fate
RETRY: Final = 5.0  # seconds of pause where nothing was reached


class Api:
    """One token's calls over one tuned session. Made anywhere; connects with its first call. ValueError for no token."""

    def __init__(self, token: str, root: str = OFFICIAL, version: str = VERSION, patience: float = PATIENCE) -> None:
        if not re.fullmatch(r"[\x21-\x7e]+", token):
            raise ValueError("an access token is one word, as Meta gives it")
        self._token = token
        self._root = URL(root)
        self._calls = f"{root.rstrip('/')}/{version}/"
        self._patience = patience
        self._kept: aiohttp.ClientSession | None = None

    async def get(self, path: str, query: Mapping[str, str]) -> Json:
        """Look something up. Raises SendError."""
        return await self._harmless("GET", self._url(path).with_query(query), None, self._patience)

    async def post(self, path: str, body: bytes) -> Json:
        """Do something, once. Raises SendError, UNSURE where it may have been done."""
        return await self._answer("POST", self._url(path), body, self._patience)

    async def upload(self, path: str, file: Path, name: str, mime: str) -> Json:
        """Put a file on the platform; one that goes up twice is no harm. Raises SendError."""
        with await asyncio.to_thread(file.open, "rb") as stream:
            form = aiohttp.FormData(quote_fields=False)  # a name is shown as it is
            form.add_field("messaging_product", "whatsapp")
            form.add_field("type", mime)
            form.add_field("file", stream, filename=name, content_type=mime)
            return await self._harmless("POST", self._url(path), form, FILE_PATIENCE)

    async def download(self, address: str, limit: int) -> bytes:
        """The bytes of a file of the platform, at most `limit`. Raises SendError, REFUSED for anybody else's address."""
        url, content, status = self._trusted(address), bytearray(), 0
        headers = {**self._proof, "Accept-Encoding": "identity"}  # what is read is what is counted
        with suppress(aiohttp.ClientError, TimeoutError, OSError):
            async with self._session.get(
                url, headers=headers, timeout=_timeout(FILE_PATIENCE), allow_redirects=False
            ) as response:
                while len(content) <= limit and (chunk := await response.content.read(65536)):
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
            connector = aiohttp.TCPConnector(limit=64, keepalive_timeout=IDLE, ttl_dns_cache=300)
            self._kept = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._kept

    @property
    def _proof(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token}"}

    def _url(self, path: str) -> URL:
        return URL(self._calls + path, encoded=True)

    def _trusted(self, address: str) -> URL:
        """An address that may see our token."""
        with suppress(ValueError):
            url = URL(address)
            official = url.scheme == "https" and url.host in MEDIA_HOSTS and url.is_default_port()
            if url.raw_user is None and (official or url.origin() == self._root.origin()):
                return url
        raise SendError(Problem.REFUSED, "download: the address is none of the platform's")

    async def _harmless(self, verb: str, url: URL, body: aiohttp.FormData | None, patience: float) -> Json:
        """A call that may be made again whatever became of it."""
        try:
            return await self._answer(verb, url, body, patience)
        except SendError as fault:
            if fault.problem is not Problem.UNSURE:
                raise
            detail = fault.detail
        raise SendError(Problem.BUSY, detail, wait=RETRY)

    async def _answer(self, verb: str, url: URL, body: bytes | aiohttp.FormData | None, patience: float) -> Json:
        headers = {**self._proof, **({"Content-Type": "application/json"} if isinstance(body, bytes) else {})}
        timeout = _timeout(patience)
        try:
            async with self._session.request(
                verb, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                return self._result(response.status, await response.read())
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):  # surely before any byte left
            problem, detail = Problem.BUSY, "the platform cannot be reached"
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            problem, detail = Problem.UNSURE, f"{type(fault).__name__} after the request had left"
        raise SendError(problem, detail, wait=RETRY)

    def _result(self, status: int, content: bytes) -> Json:
        answer = _json(content)
        if status == 200 and "error" not in answer and answer:
            return answer
        raise failure(status, answer, self._token)


def failure(status: int, answer: Json, secret: str) -> SendError:
    """What an answer that is no success asks us to do next; nothing of it repeats the secret."""
    error, code, words = {}, None, "no answer of the Cloud API"
    with suppress(ValueError):
        error = have(answer, "error", dict, {})
        code = have(error, "code", int, -1) if error else None
        data = have(error, "error_data", dict, {})
        said = (have(error, "message", str, ""), have(data, "details", str, ""))
        words = " ".join(each for each in said if each) or words
    means = answered(code, status, transient=error.get("is_transient") is True)
    return SendError(means.answered, f"{status} {words.replace(secret, '…')}"[:200], wait=means.wait)


def _json(content: bytes) -> Json:
    try:
        return parsed(content)
    except ValueError:
        return {}


def _timeout(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=seconds, connect=CONNECT_PATIENCE)
