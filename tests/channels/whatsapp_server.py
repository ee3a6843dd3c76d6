"""OUR Cloud API server, for tests: it keeps the documented limits, plays people, tells by webhook, and fails when it is told to.

Every request and every item it tells is compared with the platform's own examples where those are at hand;
`violations` must be empty at the end. A foreign client proves it honest in test_whatsapp_foreign_client.py.
"""

import asyncio
import json
import re
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from random import Random
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.channels import whatsapp_hooks as hooks
from tests.channels.whatsapp_hooks import Account, Entry, Item
from tests.channels.whatsapp_methods import LARGEST, METHODS, ROUTES, unknown
from tests.channels.whatsapp_people import Person
from tests.channels.whatsapp_state import Json, Refusal, State, Template
from tests.channels.whatsapp_templates import called

TOKEN = "EAAG-planted_token_that_no_error_may_show"
APP_SECRET = "planted-app-secret"
VERIFY_TOKEN = "planted-verify-token"
PHONE_ID, BUSINESS_ID, PHONE = "106540352242922", "102290129340398", "6281200000001"


@dataclass(frozen=True)
class Fault:
    """How one call goes wrong. `done`: the platform did what it was asked and only its answer fails."""

    status: int = 0  # 0: the connection is cut
    body: str = ""
    done: bool = False
    hangs: bool = False


def error(code: int, details: str = "", *, done: bool = False) -> Fault:
    """One of the platform's own errors."""
    refusal = Refusal(code, details)
    return Fault(refusal.status, json.dumps(refusal.body), done)


SERVER_ERROR = error(131000)
BAD_GATEWAY = Fault(502, "<html><head><title>502 Bad Gateway</title></head></html>")
CUT = Fault()
LOST = Fault(done=True)
LOST_BEHIND_GATEWAY = Fault(502, BAD_GATEWAY.body, done=True)
HANGS = Fault(hangs=True)
NONSENSE = Fault(200, '{"messaging_product": "whatsapp"}', done=True)
FAR_AWAY = Fault(301)


class WhatsAppServer:
    """`async with WhatsAppServer() as server`: `server.url`, `server.token` and so on; `server.person(…)` speaks to the number.

    `clock` tells the platform's time in seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self.token, self.app_secret, self.verify_token = TOKEN, APP_SECRET, VERIFY_TOKEN
        self.phone_id, self.business_id = PHONE_ID, BUSINESS_ID
        self.url = ""
        self.account = Account(BUSINESS_ID, PHONE_ID, PHONE)
        self.state = State(clock, self.account)
        self._faults: list[tuple[str, Fault]] = []
        self._closing = asyncio.Event()
        self._stack = AsyncExitStack()

    @property
    def violations(self) -> list[str]:
        """What the platform's examples forbid and was done anyway."""
        return self.state.violations

    def person(self, name: str, phone: str, user_id: str = "") -> Person:
        """Somebody with a phone, who has not written yet."""
        return Person(self.state, name, phone, user_id or f"ID.{self.state.number()}{phone[-6:]}")

    def fail(self, method: str, *faults: Fault) -> None:
        """The next calls of a method (a value of ROUTES) go wrong, one after the other."""
        self._faults += [(method, fault) for fault in faults]

    def fail_later(self, *codes: int) -> None:
        """The next messages are taken and then fail, one with each code."""
        self.state.dooms += codes

    def later(self, seconds: float) -> None:
        """Move the platform's clock."""
        self.state.offset += seconds

    # templates

    def template(self, name: str, body: str, *, language: str = "id", category: str = "UTILITY", **parts: Any) -> Template:
        """An approved one; `header` and `footer` are words, `buttons` labels of quick replies."""
        components: list[Json] = [{"type": "BODY", "text": body}]
        components += [{"type": "HEADER", "format": "TEXT", "text": parts["header"]}] if "header" in parts else []
        components += [{"type": "FOOTER", "text": parts["footer"]}] if "footer" in parts else []
        buttons = [{"type": "QUICK_REPLY", "text": each} for each in parts.get("buttons", ())]
        components += [{"type": "BUTTONS", "buttons": buttons}] if buttons else []
        made = Template(str(self.state.number()), name, language, category, components, "APPROVED")
        self.state.templates.append(made)
        return made

    def decides(self, name: str, status: str, reason: str = "NONE") -> None:
        """What the platform thinks of a template in each of its languages: APPROVED, REJECTED, PAUSED, DISABLED …"""
        for each in self._named(name):
            each.status, each.reason = status, reason
            self._tells("message_template_status_update", each, {"event": status, "reason": reason})

    def recategorises(self, name: str, category: str) -> None:
        """The platform puts a template into another category."""
        for each in self._named(name):
            each.previous, each.category = each.category, category
            self._tells("template_category_update", each, {"previous_category": each.previous, "new_category": category})

    def rates(self, name: str, quality: str) -> None:
        """People's answers give a template another quality: GREEN, YELLOW, RED."""
        for each in self._named(name):
            was, each.quality, each.rated = each.quality, quality, int(self.state.now())
            change = {"previous_quality_score": was, "new_quality_score": quality}
            self._tells("message_template_quality_update", each, change)

    def announces(self, field: str, value: Json) -> None:
        """Anything else that the platform tells of an account."""
        self.state.push(Item(field, "", value, at=int(self.state.now())))

    def _tells(self, field: str, template: Template, change: Json) -> None:
        self.announces(field, {**called(template), **change})

    def _named(self, name: str) -> list[Template]:
        found = [each for each in self.state.templates if each.name == name]
        if not found:
            raise LookupError(name)
        return found

    # webhooks

    def take(self) -> list[Item]:
        """What waits to be told, for a test to pack, shuffle, repeat and hold back as it likes."""
        taken, self.state.pending = self.state.pending, []
        return taken

    def packed(self, *entries: Entry) -> bytes:
        """One notification of items in exactly this nesting: entries of changes of items of one kind."""
        return hooks.packed(self.account, *entries)

    def one_by_one(self, items: Sequence[Item]) -> list[bytes]:
        """A notification for each item."""
        return hooks.one_by_one(self.account, items)

    def batched(self, items: Sequence[Item], most: int, chance: Random) -> list[bytes]:
        """Notifications of up to `most` items, nested by chance."""
        return hooks.batched(self.account, items, most, chance)

    def headers(self, body: bytes) -> dict[str, str]:
        """What a notification is posted with: its signature."""
        return hooks.signed(body, self.app_secret)

    async def deliver(self, url: str, bodies: Sequence[bytes] | None = None, connections: int = 1) -> list[int]:
        """Tell notifications, or all that waits one by one, until each is taken; gives how often each was told."""
        told = self.one_by_one(self.take()) if bodies is None else bodies
        async with aiohttp.ClientSession() as session:
            return await hooks.tell(session, url, told, self.app_secret, connections)

    async def subscribe(self, url: str) -> None:
        """Challenge an address, then tell it all that happens from now on. Raises ValueError where it does not answer rightly."""
        session = await self._stack.enter_async_context(aiohttp.ClientSession())
        await hooks.challenge(session, url, self.verify_token, str(self.state.number()))
        task = asyncio.create_task(
            hooks.forward(session, url, self.app_secret, lambda: self.one_by_one(self.take()), self.state.arrived)
        )
        self._stack.callback(task.cancel)

    # HTTP

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=LARGEST)
        app.router.add_get("/attachments/{key}", self._attachment)
        app.router.add_route("*", "/{version}/{node}", self._call)
        app.router.add_route("*", "/{version}/{node}/{edge}", self._call)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        self.url = self.state.media_root = f"http://{host}:{port}"
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._closing.set()
        await self._stack.aclose()

    def _route(self, request: web.Request) -> str:
        """The method that a request means; empty where there is none."""
        node, edge = request.match_info["node"], request.match_info.get("edge", "")
        thing = {self.phone_id: "phone", self.business_id: "business"}.get(node, "object")
        return ROUTES.get((request.method, thing, edge), "")

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = self._route(request)
        fault = self._fault(method)
        if fault and not fault.done:
            return await self._fail(request, fault)
        try:
            answer = await self._result(request, method)
        except Refusal as refusal:
            return web.json_response(refusal.body, status=refusal.status)
        return await self._fail(request, fault) if fault else web.json_response(answer)

    async def _result(self, request: web.Request, method: str) -> Json:
        self._authorise(request)
        if not re.fullmatch(r"v\d+\.\d+", request.match_info["version"]):
            raise Refusal(100, "Invalid version format. Use format like 'v23.0'")
        if not method:
            raise unknown(request.match_info["node"], request.method.lower())
        self.state.calls[method] += 1
        try:
            return await METHODS[method](self.state, request)
        except KeyError as missing:
            raise Refusal(131008, f"{missing} is missing") from missing

    def _authorise(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            raise Refusal(190, "Invalid OAuth access token - Cannot parse access token")

    def _fault(self, method: str) -> Fault | None:
        found = next((each for each in self._faults if each[0] == method), None)
        if found:
            self._faults.remove(found)
        return found[1] if found else None

    async def _fail(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.hangs:
            await self._closing.wait()
        if fault.status == 0 and request.transport:
            request.transport.close()
        moved = {"Location": f"{self.url}/elsewhere"} if 300 <= fault.status < 400 else {}
        kind = "application/json" if fault.body.startswith("{") else "text/html"
        return web.Response(status=fault.status or 500, text=fault.body, headers=moved, content_type=kind)

    async def _attachment(self, request: web.Request) -> web.StreamResponse:
        if fault := self._fault("file"):
            return await self._fail(request, fault)
        try:
            self._authorise(request)
        except Refusal as refusal:
            return web.json_response(refusal.body, status=refusal.status)
        self.state.calls["file"] += 1
        number, until = self.state.links.get(request.match_info["key"], ("", 0.0))
        stored = self.state.stored(number)
        if stored is None or self.state.now() >= until:
            raise web.HTTPNotFound
        return web.Response(body=stored.content, headers={"Content-Type": stored.mime})
