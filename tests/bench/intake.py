"""Webhooks a second that are stored and acknowledged, beside a bare aiohttp handler that only checks the secret.

    python -m tests.bench.intake [--events 20000] [--connections 32] [--repetitions 3] [--only bare sqlite postgresql]

Each server has a process of its own; one update in a request, as Telegram sends them, each from another person. Prints
medians; writes var/bench/intake.json. Ends with 1 where something acknowledged was not stored.
"""

import argparse
import asyncio
import hmac
import json
import multiprocessing
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import uvloop
from aiohttp import web
from sqlalchemy import create_engine, func, select
from sqlalchemy.pool import NullPool

from bot.app import App
from bot.channels.telegram.client import PROOF, TelegramChannel
from bot.clock import Clock
from bot.files import Files
from bot.pace import FREE, Pace
from bot.serve import closing
from bot.warm import warm_up
from bot.web import listening, site
from storage import migrate
from storage.database import Database
from storage.tables import inbox
from tests.bench.office import furnish
from tests.bench.platform import TOKEN, says_start
from tests.bench.results import medians, quiet, share, show, write
from tests.postgres import DURABLE, cluster

SECRET = "a-secret-of-the-webhook"
PATH = "/hooks/1"
LABELS = {
    "bare": "aiohttp, checks the secret", "sqlite": "ours, stored in SQLite", "postgresql": "ours, stored in PostgreSQL",
}  # fmt: skip


@asynccontextmanager
async def bare() -> AsyncIterator[int]:
    """A handler that reads, checks the secret and answers; gives its port."""

    async def hook(request: web.Request) -> web.Response:
        await request.read()
        if not hmac.compare_digest(request.headers.get(PROOF, "").encode(), SECRET.encode()):
            raise web.HTTPForbidden
        return web.Response()

    served = web.Application()
    served.router.add_post(PATH, hook)
    async with listening(served, "127.0.0.1", 0) as port:
        yield port


@asynccontextmanager
async def desk(url: str) -> AsyncIterator[int]:
    """A desk that takes in and does nothing else meanwhile; gives its port."""
    await asyncio.to_thread(migrate.upgrade, url)
    database = Database(url)
    await furnish(database, 0)
    with tempfile.TemporaryDirectory() as folder:
        channel = TelegramChannel(TOKEN, Files(Path(folder)), secret=SECRET)
        app = App(database, Files(Path(folder)), lambda _: channel, Clock(), lambda _: Pace(FREE, FREE, FREE))
        await app.open()
        async with closing(app), listening(site(app), "127.0.0.1", 0) as port:
            yield port


def serve(url: str, said: Any) -> None:
    """What a server's process does: says its port, and serves until it is ended."""

    async def run() -> None:
        opened: AbstractAsyncContextManager[int] = desk(url) if url else bare()
        async with opened as port:
            said.send(port)
            await asyncio.Event().wait()

    quiet()
    uvloop.run(run())


@contextmanager
def serving(url: str) -> Iterator[int]:
    """A server in a process of its own, until the block ends; gives its port."""
    context = multiprocessing.get_context("fork")
    heard, said = context.Pipe(duplex=False)
    process = context.Process(target=serve, args=(url, said), daemon=True)
    process.start()
    try:
        yield int(heard.recv())
    finally:
        process.kill()
        process.join()


async def load(port: int, events: int, connections: int) -> list[float]:
    """Post the events over some connections, each waiting for its answer; gives the seconds until each was acknowledged."""
    numbers, waits = iter(range(1, events + 1)), list[float]()

    async def connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for number in numbers:
            body = json.dumps(says_start(number)).encode()
            head = f"POST {PATH} HTTP/1.1\r\nHost: desk\r\nContent-Type: application/json\r\n{PROOF}: {SECRET}\r\n"
            began = time.perf_counter()
            writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
            answer = await reader.readuntil(b"\r\n\r\n")
            waits.append(time.perf_counter() - began)
            if not answer.startswith(b"HTTP/1.1 200"):
                raise SystemExit(f"not acknowledged: {answer.decode()}")
        writer.close()

    await asyncio.gather(*(connection() for _ in range(connections)))
    return waits


def measure(url: str, events: int, connections: int) -> dict[str, float]:
    """One run against a fresh server."""
    with serving(url) as port:
        began = time.perf_counter()
        waits = uvloop.run(load(port, events, connections))
        took = time.perf_counter() - began
    return {
        "events": events, "per_second": events / took, "ms_median": share(waits, 0.5) * 1000, "ms_p99": share(waits, 0.99) * 1000,
        "ms_max": max(waits) * 1000, "lost": events - stored(url) if url else 0,
    }  # fmt: skip


def stored(url: str) -> int:
    """How many events the desk kept."""
    engine = create_engine(url.replace("+aiosqlite", ""), poolclass=NullPool)
    with engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(inbox)).scalar_one())


def main(arguments: Sequence[str] | None = None) -> bool:
    """Measure, print and write; gives whether all that was acknowledged was stored."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.intake")
    asked.add_argument("--events", type=int, default=20_000)
    asked.add_argument("--connections", type=int, default=32)
    asked.add_argument("--repetitions", type=int, default=3)
    asked.add_argument("--only", nargs="+", choices=list(LABELS), default=list(LABELS))
    given = asked.parse_args(arguments)
    warm_up()
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in given.only}
    with ExitStack() as stack:
        server = stack.enter_context(cluster(settings=DURABLE)) if "postgresql" in given.only else None
        for _ in range(given.repetitions):
            for name in given.only:
                with ExitStack() as once:
                    folder = once.enter_context(tempfile.TemporaryDirectory())
                    urls = {"bare": "", "sqlite": f"sqlite+aiosqlite:///{folder}/desk.db"}
                    url = once.enter_context(server.database()) if server and name == "postgresql" else urls[name]
                    runs[name].append(measure(url, given.events, given.connections))
    found = {name: medians(each) for name, each in runs.items()}
    show(("", *next(iter(found.values()))), [(LABELS[name], *each.values()) for name, each in found.items()])
    good = not any(run["lost"] for each in runs.values() for run in each)
    print("all that was acknowledged is stored" if good else "LOST")
    write("intake", {"good": good, "connections": given.connections, "medians": found, "runs": runs})
    return good


if __name__ == "__main__":
    quiet()
    sys.exit(0 if main() else 1)
