"""One call to the Bot API, and what its answer means.

The token stands in every address, so no address ever leaves this file, and what the platform says is cleared of it.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final
from urllib.parse import quote

import aiohttp
from yarl import URL

from bot.channels.base import Problem, SendError, file_name
from bot.channels.http import FILE_PATIENCE, PATIENCE, RETRY, Body, Calls
from bot.channels.telegram.inbound import parsed
from messages.card import Enclosure
from storage.records import Json

OFFICIAL: Final = "https://api.telegram.org"
# What to do next, by status and words of the answer: the first that fits. Whatever else happens, the message may have arrived.
PROBLEMS: Final = (
    (range(300, 400), "", Problem.BROKEN),  # no Bot API stands there
    (range(400, 401), "chat not found", Problem.GONE),
    (range(400, 401), "user not found", Problem.GONE),
    (range(400, 401), "peer_id_invalid", Problem.GONE),
    (range(400, 401), "upgraded to a supergroup", Problem.GONE),  # and `moved_to` says where to
    (range(401, 402), "", Problem.BROKEN),  # the token was withdrawn
    (range(403, 404), "", Problem.GONE),  # blocked, deactivated, kicked, never started
    (range(404, 405), "", Problem.BROKEN),  # no such token
    (range(409, 410), "", Problem.BROKEN),  # two programs fetch, or one fetches beside a webhook
    (range(429, 430), "", Problem.BUSY),
    (range(400, 500), "", Problem.REFUSED),
)


class Api:
    """One bot's methods over one tuned session. Made anywhere; connects with its first call."""

    def __init__(self, token: str, root: str = OFFICIAL, patience: float = PATIENCE) -> None:
        if not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token):
            raise ValueError("a Telegram token looks like 123456:ABC-DEF, as @BotFather gives it")
        self._secrets = (token, token.partition(":")[2])
        self._methods = f"{root.rstrip('/')}/bot{token}/"
        self._files = f"{root.rstrip('/')}/file/bot{token}/"
        self._patience = patience
        self._http = Calls()

    async def call(self, method: str, body: bytes = b"{}", wait: float = 0.0) -> object:
        """A method with parameters as JSON; gives its result, for which it may `wait` on purpose. Raises SendError."""
        return await self._answer(method, body, {"Content-Type": "application/json"}, self._patience + wait)

    async def upload(self, method: str, parameters: Json, files: Mapping[str, tuple[Enclosure, Path]]) -> object:
        """A method with files that go up with it, by the names under which they are attached. Raises SendError."""
        with ExitStack() as opened:
            form = aiohttp.FormData(quote_fields=False)  # the platform shows a quoted name as it is
            for name, value in parameters.items():
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
            for name, (enclosure, path) in files.items():
                stream = opened.enter_context(await asyncio.to_thread(path.open, "rb"))
                form.add_field(name, stream, filename=file_name(enclosure), content_type="application/octet-stream")
            return await self._answer(method, form, {}, FILE_PATIENCE)

    async def download(self, path: str, limit: int) -> bytes:
        """The bytes of a file, at most `limit`. Raises SendError."""
        return await self._http.download(self._url(self._files, quote(path)), {}, limit)

    async def close(self) -> None:
        """Let go of connections."""
        await self._http.close()

    async def _answer(self, method: str, body: Body, headers: Mapping[str, str], patience: float) -> object:
        try:
            status, content = await self._http.call("POST", self._url(self._methods, method), body, headers, patience)
        except SendError as fault:
            problem, detail = fault.problem, fault.detail
        else:
            return self._result(status, content)
        raise SendError(problem, f"{method}: {detail}", wait=RETRY)

    def _result(self, status: int, content: bytes) -> object:
        answer = _json(content)
        if status == 200 and answer.get("ok") is True and "result" in answer:
            return answer["result"]
        words = str(answer.get("description", "no answer of the Bot API"))
        for secret in self._secrets:
            words = words.replace(secret, "…")
        hints = answer.get("parameters")
        raise failure(status, words, hints if isinstance(hints, dict) else {})

    def _url(self, root: str, rest: str) -> URL:
        return URL(root + rest, encoded=True)


def failure(status: int, words: str, hints: Json) -> SendError:
    """What an answer that is no success asks us to do next."""
    fitting = (problem for codes, phrase, problem in PROBLEMS if status in codes and phrase in words.lower())
    wait = hints.get("retry_after")
    seconds = float(wait) if isinstance(wait, int | float) and wait > 0 else RETRY
    moved = str(hints.get("migrate_to_chat_id", ""))
    return SendError(next(fitting, Problem.UNSURE), f"{status} {words}"[:200], wait=seconds, moved_to=moved)


def _json(content: bytes) -> Json:
    try:
        return parsed(content)
    except ValueError:
        return {}
