"""Calls of the sandbox that no page of ours makes: each route of it, from elsewhere, of nobody, or with a broken body."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.sandbox.api import sandbox
from storage import phones
from tests.bench.forged_world import MISSING, Rows, snapshot
from tests.desk import Desk

ELSEWHERE: Mapping[str, dict[str, str]] = {
    "from another host": {"Host": "press.example"},
    "from another page": {"Origin": "https://press.example"},
    "from a page without a place": {"Origin": "null"},
}
JSON = {"Content-Type": "application/json"}
BODIES: Mapping[str, dict[str, Any]] = {
    "no JSON": {"data": b"{", "headers": JSON},
    "a list": {"json": ["menu"]},
    "a field nobody knows": {"json": {"text": "menu", "token": "help", "advance_seconds": 1, "admin": True}},
    "JSON by another name": {"data": b'{"text": "menu"}', "headers": {"Content-Type": "text/plain"}},
    "nothing": {"json": {}},
    "too much": {"data": b'{"text": "' + b"a" * 300_000 + b'"}', "headers": JSON},
}
BODILESS = frozenset({"/sandbox/api/again"})  # what needs no words is asked without any
METHODS = ("PUT", "PATCH", "DELETE")


@dataclass
class Calls:
    """What was tried, and what went wrong."""

    tried: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


async def made(desk: Desk) -> Calls:
    """Make all of them; each is refused, logged, and changes nothing."""
    found = Calls()
    served = web.Application()
    served.add_subapp("/sandbox", sandbox(desk.app))
    async with TestClient(TestServer(served)) as client:
        before = await _rows(desk)
        for aim, method, path, how in _calls(served, (await _anybody(desk))):
            said = len(desk.log)
            async with client.request(method, path, **how) as answer:
                status = answer.status
            found.tried.append(aim)
            if not 400 <= status < 500:
                found.wrong.append(f"{method} {path} {aim}: {status}")
            if not any(each["event"] == "call refused" for each in desk.log[said:]):
                found.wrong.append(f"{method} {path} {aim}: not logged")
            if await _rows(desk) != before:
                found.wrong.append(f"{method} {path} {aim}: changed something")
    return found


async def _rows(desk: Desk) -> Rows:
    async with desk.app.database.read() as db:
        return await snapshot(db)


async def _anybody(desk: Desk) -> int:
    async with desk.app.database.read() as db:
        return (await phones.everyone(db))[0].person_id


def _calls(served: web.Application, person: int) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for method, whole in _routes(served):
        path = whole.format(id=person, digest="0" * 64)
        for aim, headers in ELSEWHERE.items():
            yield aim, method, path, {"headers": headers, **({"json": {"text": "menu"}} if method == "POST" else {})}
        if "{id}" in whole:
            yield "of nobody", method, whole.format(id=MISSING), {"json": {"text": "menu"}} if method == "POST" else {}
        if method == "POST" and path not in BODILESS:
            yield from ((aim, method, path, how) for aim, how in BODIES.items())
        yield from (("by another method", other, path, {}) for other in METHODS)


def _routes(served: web.Application) -> list[tuple[str, str]]:
    """Every route of the sandbox, as its own table has it."""
    rows = [(each.method, each.resource.canonical) for each in served.router.routes() if each.resource]
    return sorted({(method, path) for method, path in rows if method != "HEAD"})
