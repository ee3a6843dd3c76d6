"""Numbers for Prometheus, gathered by listening; nothing else in the desk knows of them."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final

from aiohttp import web
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from bot.app import App
from bot.endless import working
from bot.listeners import LISTENERS
from bot.watch import health
from storage.queues import Queue, queues
from storage.records import Account, OutboxRow, RowState

SPANS: Final = (0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800)  # seconds
LAGS: Final = (0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 5)
BEAT: Final = 0.5  # seconds between looks at the loop


class Metrics:
    """A listener, and what it has heard."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        held = self.registry
        self._sends = Counter("meja_sends", "Calls by what became of the row", ["account", "purpose", "outcome"], registry=held)
        self._delay = Histogram(
            "meja_send_delay_seconds",
            "From queued to taken by the platform",
            ["account", "purpose"],
            buckets=SPANS,
            registry=held,
        )
        self._answers = Histogram("meja_answer_seconds", "From received to answered", ["account"], buckets=SPANS, registry=held)
        self._lag = Histogram("meja_loop_lag_seconds", "How late the event loop comes round", buckets=LAGS, registry=held)
        self._waiting = Gauge("meja_queue_rows", "Rows that could go now", ["account"], registry=held)
        self._age = Gauge("meja_queue_age_seconds", "Age of the oldest row that could go now", ["account"], registry=held)
        ProcessCollector(registry=held)

    def settled(self, account: Account, row: OutboxRow, state: RowState, waited: timedelta) -> None:
        """Count a call."""
        self._sends.labels(_name(account), row.purpose, state).inc()
        if state is RowState.SENT:
            self._delay.labels(_name(account), row.purpose).observe(waited.total_seconds())

    def answered(self, account: Account, waited: timedelta) -> None:
        """Note how long somebody waited for their answer to be ready."""
        self._answers.labels(_name(account)).observe(waited.total_seconds())

    async def feel(self) -> None:
        """Note again and again how late the loop comes round."""
        while True:
            begun = time.monotonic()
            await asyncio.sleep(BEAT)
            self._lag.observe(max(0.0, time.monotonic() - begun - BEAT))

    async def page(self, app: App) -> bytes:
        """Everything, as Prometheus reads it; the queues as they are now."""
        async with app.database.read() as db:
            waiting = await queues(db, app.now())
        for number, desk in app.desks.items():
            queue = waiting.get(number, Queue())
            self._waiting.labels(_name(desk.account)).set(queue.waiting)
            age = (app.now() - queue.oldest).total_seconds() if queue.oldest else 0
            self._age.labels(_name(desk.account)).set(age)
        return generate_latest(self.registry)


@asynccontextmanager
async def listening_in(metrics: Metrics) -> AsyncIterator[None]:
    """Let it hear until the block ends."""
    LISTENERS.append(metrics)
    try:
        async with working(metrics.feel()):
            yield
    finally:
        LISTENERS.remove(metrics)


def watching(app: App, metrics: Metrics) -> web.Application:
    """The watchers' side: `/metrics` and `/health`, for a listener on the loopback."""
    served = web.Application()

    async def numbers(request: web.Request) -> web.Response:
        return web.Response(body=await metrics.page(app), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    async def state(request: web.Request) -> web.Response:
        return await health(app)

    served.router.add_get("/metrics", numbers)
    served.router.add_get("/health", state)
    return served


def _name(account: Account) -> str:
    return f"{account.kind}:{account.name}"
