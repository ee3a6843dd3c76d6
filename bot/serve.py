"""Starts the desk from its settings and serves until it is told to stop."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

import structlog

from bot import logs
from bot.alone import alone
from bot.app import EVERYTHING, App, Duty
from bot.channels.base import Hooked, Named, Rationed, SendError
from bot.clock import Clock
from bot.dispatch import Desk
from bot.endless import rung, working
from bot.fetching.fetcher import Fetcher, user_agent
from bot.heartbeat import Watchman
from bot.makers import channel_for, files_of, pace_for, portrayer_of
from bot.opening import Refused, opened
from bot.reading.reader import Reader
from bot.seals import Seals
from bot.settings import PREFIX, Settings, TelegramMode
from bot.visiting import Visitor
from bot.warm import warm_up
from bot.web import listening, site
from storage import accounts, openings
from storage.copies import path_of
from storage.database import Database
from storage.records import AccountId, ChannelKind

log = structlog.get_logger()
RETRY = 10.0  # seconds
LOOPBACK = "127.0.0.1"


async def run_office(settings: Settings, duties: frozenset[Duty] = EVERYTHING) -> None:
    """Serve the real accounts. Raises Refused where there is none, and Taken beside another desk of this database."""
    logs.set_up()
    held = path_of(settings.database_url)
    if held and duties != EVERYTHING:
        raise Refused("SQLite bears one process, which does everything. To split it set MEJA_DATABASE_URL=postgresql://…")
    with alone(held):
        await _serve(settings, duties)


async def _serve(settings: Settings, duties: frozenset[Duty]) -> None:
    async with opened(settings) as db:
        if all(each.kind is ChannelKind.SANDBOX for each in await accounts.everyone(db)):
            known = f"{PREFIX}TELEGRAM_TOKEN or {PREFIX}WHATSAPP_TOKEN"
            raise Refused(f"There is no account yet. Set {known}, or type: python3 main.py account add")
    database, seals = Database(settings.database_url), Seals(settings.secret_key.get_secret_value())
    clock = Clock()
    visitor = Visitor(Fetcher(user_agent(settings.office_name, settings.public_url), clock.now), Reader())
    files = files_of(settings)
    make = partial(channel_for, settings=settings, seals=seals)
    app = App(
        database, files, make, clock, partial(pace_for, settings=settings), visitor.visit, portray=portrayer_of(settings),
        shares=database.shared,
    )  # fmt: skip
    await app.open()
    warm_up()
    polls = settings.telegram_mode is TelegramMode.POLLING
    async with AsyncExitStack() as stack:
        stack.push_async_callback(visitor.close)
        await stack.enter_async_context(closing(app))
        if Duty.WEB in duties:
            await stack.enter_async_context(listening(site(app), settings.http_host, settings.http_port))
        if settings.metrics_port:
            await stack.enter_async_context(watched(app, settings.metrics_port))
        await stack.enter_async_context(app.running(polls=polls, duties=duties))
        await stack.enter_async_context(working(rung(Watchman(database, clock.now, settings.heartbeat_url).strike)))
        await stack.enter_async_context(working(introduce(app, settings)))
        await until_stopped()


@asynccontextmanager
async def watched(app: App, port: int) -> AsyncIterator[None]:
    """Let watchers in until the block ends, on the loopback alone."""
    from bot.metrics import Metrics, listening_in, watching  # noqa: PLC0415 - not needed where nobody watches

    metrics = Metrics()
    async with listening_in(metrics), listening(watching(app, metrics), LOOPBACK, port, f"{PREFIX}METRICS_PORT"):
        yield


async def introduce(app: App, settings: Settings) -> None:
    """Tell each platform how its events come in, and remember what it calls us; tried until it is done.

    Goes on for ever, since accounts may be added or renewed.
    """
    known: dict[AccountId, Desk] = {}
    while True:
        pause = RETRY
        for desk in [each for number, each in app.desks.items() if known.get(number) is not each]:
            try:
                await _introduce(app.database, desk, settings)
                known[desk.account.id] = desk
            except SendError as error:
                log.warning("not introduced", account=desk.account.id, problem=error.problem, detail=error.detail)
                pause = max(pause, error.wait)
            except Exception:  # a database that is away, say
                log.exception("not introduced", account=desk.account.id)
        await asyncio.sleep(pause)


async def _introduce(database: Database, desk: Desk, settings: Settings) -> None:
    if isinstance(desk.channel, Hooked):
        hooked = settings.telegram_mode is TelegramMode.WEBHOOK
        address = f"{settings.public_url}/hooks/{desk.account.id}"
        await (desk.channel.start_webhook(address) if hooked else desk.channel.stop_webhook())
    if isinstance(desk.channel, Named):
        name = await desk.channel.about()
        async with database.write() as db:
            await accounts.call(db, desk.account.id, name)
    if isinstance(desk.channel, Rationed) and (limit := await desk.channel.openings()) is not None:
        async with database.write() as db:
            await openings.allow(db, desk.account.id, limit)


@asynccontextmanager
async def closing(app: App) -> AsyncIterator[None]:
    """Close the desk at the end, however it ends."""
    try:
        yield
    finally:
        await app.close()


async def until_stopped() -> None:
    """Wait for Ctrl-C or the service manager's word."""
    stopped = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stopped.set)
    await stopped.wait()
