"""OUR Bot API server, for tests: it keeps the documented limits, plays people, and fails when it is told to.

Every request and every object it shows is compared with the reference of the Bot API where that is at hand;
`violations` must be empty at the end. A foreign client proves it honest in test_foreign_client.py.
"""

import asyncio
import json
import math
import time
from collections import deque
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.channels.telegram_methods import METHODS, resolved, typed
from tests.channels.telegram_people import Group, Person
from tests.channels.telegram_schema import Upload, schema
from tests.channels.telegram_state import Json, Refusal, State

TOKEN = "7000:AAH-planted_token_that_no_error_may_show"
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(frozen=True)
class Fault:
    """How one call goes wrong. `done`: the platform did what it was asked and only its answer fails."""

    status: int = 0  # 0: the connection is cut
    body: str = ""
    done: bool = False
    hangs: bool = False
    late: float = 0.0  # seconds after which it goes right


SERVER_ERROR = Fault(500, json.dumps({"ok": False, "error_code": 500, "description": "Internal Server Error: restart"}))
BAD_GATEWAY = Fault(502, "<html><head><title>502 Bad Gateway</title></head></html>")
CUT = Fault()
LOST = Fault(done=True)
LOST_BEHIND_GATEWAY = Fault(502, BAD_GATEWAY.body, done=True)
HANGS = Fault(hangs=True)
NONSENSE = Fault(200, '{"ok": true}', done=True)
FAR_AWAY = Fault(301)
REFUSED = Fault(400, json.dumps({"ok": False, "error_code": 400, "description": "Bad Request: message text is empty"}))


class TelegramServer:
    """`async with TelegramServer() as server`: then `server.url` and `server.token`; `server.person(…)` speaks to the bot."""

    def __init__(self) -> None:
        self.token = TOKEN
        self.url = ""
        self.state = State()
        self.clock: Callable[[], float] = time.monotonic  # of the paces
        self.pace = 30  # messages a second in all
        self.chat_pace = 0  # messages a second to one chat; 0 for no limit, since short bursts are borne
        self._sent: deque[tuple[float, str]] = deque()
        self._faults: list[tuple[str, Fault]] = []
        self.awaited = asyncio.Event()  # somebody waits for an answer that comes late
        self._poll: asyncio.Event = asyncio.Event()  # ends the poll that waits
        self._closing = asyncio.Event()
        self._stack = AsyncExitStack()

    @property
    def violations(self) -> list[str]:
        """What the reference of the Bot API forbids and was done anyway."""
        return self.state.violations

    def person(self, user_id: int, name: str, language: str = "id") -> Person:
        """Somebody with a phone, who has not written yet."""
        return Person(self.state, user_id, name, language)

    def group(self, chat_id: int, title: str) -> Group:
        """A group that the bot is in."""
        return Group(self.state, chat_id, title)

    def fail(self, method: str, *faults: Fault) -> None:
        """The next calls of a method go wrong, one after the other; of `file`, the next downloads."""
        self._faults += [(method, fault) for fault in faults]

    def later(self, seconds: float) -> None:
        """Move the platform's clock."""
        self.state.offset += seconds

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=60_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self._method)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        deliverer = asyncio.create_task(self._deliver())
        self._stack.callback(deliverer.cancel)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._closing.set()
        self._poll.set()
        await self._stack.aclose()

    async def _method(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fault = self._fault(method)
        if fault and fault.late:
            self.awaited.set()
            await asyncio.sleep(fault.late)
            fault = None
        if fault and not fault.done:
            return await self._fail(request, fault)
        try:
            answer = await self._result(request, method)
        except Refusal as refusal:
            hints = {"parameters": refusal.parameters} if refusal.parameters else {}
            body = {"ok": False, "error_code": refusal.code, "description": refusal.description, **hints}
            return web.json_response(body, status=refusal.code)
        return await self._fail(request, fault) if fault else web.json_response({"ok": True, "result": answer})

    def _fault(self, method: str) -> Fault | None:
        found = next((each for each in self._faults if each[0] == method), None)
        if found:
            self._faults.remove(found)
        return found[1] if found else None

    def _check(self, method: str, parameters: Json) -> None:
        self.state.calls[method] += 1
        if method != "getUpdates" and method not in METHODS:
            raise Refusal(404, "Not Found: method not found")
        faults = schema().of_call(method, parameters)
        self.state.violations += faults
        if faults:
            raise Refusal(400, f"Bad Request: the reference says: {'; '.join(faults)}")

    async def _result(self, request: web.Request, method: str) -> Any:
        if request.match_info["token"] != self.token:
            raise Refusal(401, "Unauthorized")
        parameters, attached = await read(request)
        self._check(method, parameters)
        if method == "getUpdates":
            return await self._updates(parameters)
        if method.startswith("send"):
            self._pace(str(parameters["chat_id"]), len(parameters.get("media", "1")))
        return METHODS[method](self.state, resolved(parameters, attached))

    def _pace(self, chat: str, messages: int) -> None:
        now = self.clock()
        while self._sent and now - self._sent[0][0] >= 1.0:
            self._sent.popleft()
        same = [moment for moment, to in self._sent if to == chat]
        if self.chat_pace and len(same) >= self.chat_pace:
            raise too_fast(same[-self.chat_pace] + 1.0 - now)
        if len(self._sent) + messages > self.pace:
            raise too_fast(self._sent[0][0] + 1.0 - now if self._sent else 1.0)
        self._sent.extend((now, chat) for _ in range(messages))

    async def _updates(self, p: Json) -> list[Json]:
        """Long polling: the offset confirms, a second poll ends the first."""
        state = self.state
        if state.webhook:
            raise Refusal(409, HOOKED)
        self._poll.set()
        mine = self._poll = asyncio.Event()
        state.allowed = p.get("allowed_updates", state.allowed)
        if p.get("offset", 0) > 0:
            state.pending = [each for each in state.pending if each["update_id"] >= p["offset"]]
        if not state.pending and p.get("timeout"):
            state.arrived.clear()
            waits = [asyncio.ensure_future(each.wait()) for each in (state.arrived, mine)]
            await asyncio.wait(waits, timeout=p["timeout"], return_when=asyncio.FIRST_COMPLETED)
            for each in waits:
                each.cancel()
        if mine.is_set():
            raise Refusal(409, CONFLICT)
        return state.pending[: min(p.get("limit", 100), 100)]

    async def _deliver(self) -> None:
        """Webhooks: in order, each again until it is taken."""
        state = self.state
        async with aiohttp.ClientSession() as session:
            while True:
                if not state.webhook or not state.pending:
                    state.arrived.clear()
                    await state.arrived.wait()
                    continue
                headers = {"X-Telegram-Bot-Api-Secret-Token": state.webhook.get("secret_token", "")}
                try:
                    async with session.post(state.webhook["url"], json=state.pending[0], headers=headers) as answer:
                        taken = 200 <= answer.status < 300
                except aiohttp.ClientError:
                    taken = False
                state.pending = state.pending[1:] if taken else state.pending
                await asyncio.sleep(0 if taken else 0.02)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if fault := self._fault("file"):
            return await self._fail(request, fault)
        stored = self.state.files.get(request.match_info["path"].partition("/")[2])
        if request.match_info["token"] != self.token or stored is None:
            raise web.HTTPNotFound
        return web.Response(body=stored.content)

    async def _fail(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.hangs:
            await self._closing.wait()
        if fault.status == 0 and request.transport:
            request.transport.close()
        moved = {"Location": f"{self.url}/elsewhere"} if 300 <= fault.status < 400 else {}
        return web.Response(status=fault.status or 500, text=fault.body, headers=moved)


async def read(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """Parameters and files of a request, in any of the ways that the Bot API takes them."""
    if request.content_type == "application/json":
        try:
            return dict(await request.json()), {}
        except ValueError:
            raise Refusal(400, "Bad Request: can't parse JSON object") from None
    parameters: Json = {name: typed(name, value) for name, value in request.query.items()}
    attached = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            with value.file as stream:
                attached[name] = Upload(value.filename, stream.read())
        else:
            parameters[name] = typed(name, str(value))
    named = json.dumps(parameters)  # a file that is not attached by name is a parameter itself
    return parameters | {name: each for name, each in attached.items() if f"attach://{name}" not in named}, attached


def too_fast(seconds: float) -> Refusal:
    """The answer to haste; its pause is in whole seconds."""
    pause = max(1, math.ceil(seconds))
    return Refusal(429, f"Too Many Requests: retry after {pause}", retry_after=pause)
