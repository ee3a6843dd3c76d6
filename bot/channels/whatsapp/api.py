"""One call to the Cloud API, and what its answer means.

The token stands in a header; the platform may repeat it in its errors, so it is taken out of all that is said.
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
from bot.channels.http import FILE_PATIENCE, PATIENCE, RETRY, Body, Calls
from bot.channels.whatsapp.failures import answered
from bot.channels.whatsapp.fields import have, parsed
from storage.records import Json

OFFICIAL: Final = "https://graph.facebook.com"
VERSION: Final = "v23.0"
MEDIA_HOSTS: Final = frozenset({"lookaside.fbsbx.com"})  # where the platform keeps files, beside the API's own host


class Api:
    """One token's calls over one tuned session. Made anywhere; connects with its first call. ValueError for no token."""

    def __init__(self, token: str, root: str = OFFICIAL, version: str = VERSION, patience: float = PATIENCE) -> None:
        if not re.fullmatch(r"[\x21-\x7e]+", token):
            raise ValueError("an access token is one word, as Meta gives it")
        self._token = token
        self._root = URL(root)
        self._calls = f"{root.rstrip('/')}/{version}/"
        self._patience = patience
        self._http = Calls()

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
        return await self._http.download(self._trusted(address), self._proof, limit)

    async def close(self) -> None:
        """Let go of connections."""
        await self._http.close()

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

    async def _harmless(self, verb: str, url: URL, body: Body, patience: float) -> Json:
        """A call that may be made again whatever became of it."""
        try:
            return await self._answer(verb, url, body, patience)
        except SendError as fault:
            if fault.problem is not Problem.UNSURE:
                raise
            detail = fault.detail
        raise SendError(Problem.BUSY, detail, wait=RETRY)

    async def _answer(self, verb: str, url: URL, body: Body, patience: float) -> Json:
        headers = {**self._proof, **({"Content-Type": "application/json"} if isinstance(body, bytes) else {})}
        return self._result(*await self._http.call(verb, url, body, headers, patience))

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
