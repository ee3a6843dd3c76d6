"""HTTP in: webhooks and health. A request stores what came and is acknowledged; nothing else happens in it."""

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from bot import watch
from bot.app import App
from bot.channels.base import Challenged, Untrusted
from bot.settings import PREFIX
from storage.records import AccountId

log = structlog.get_logger()
LEAVING = 2.0  # seconds that a request under way may still take when the desk stops
BODY_LIMIT = 4 * 1024 * 1024  # bytes of a webhook's batch


def site(app: App) -> web.Application:
    """The public side: `/hooks/<account>` for platforms, `/health` for whoever watches."""
    served = web.Application(client_max_size=BODY_LIMIT)

    async def hook(request: web.Request) -> web.Response:
        number = request.match_info["account"]
        desk = app.desks.get(AccountId(int(number)))
        if desk is None:
            raise web.HTTPNotFound
        try:
            events = desk.channel.read(request.headers, await request.read())
        except Untrusted:
            raise web.HTTPForbidden from None
        except ValueError as fault:
            log.warning("webhook could not be read", account=desk.account.id, fault=type(fault).__name__)
            raise web.HTTPBadRequest from None
        await app.take_in(desk.account, events)
        return web.Response()

    async def challenge(request: web.Request) -> web.Response:
        desk = app.desks.get(AccountId(int(request.match_info["account"])))
        if desk is None or not isinstance(desk.channel, Challenged):
            raise web.HTTPNotFound
        try:
            return web.Response(text=desk.channel.challenge(request.query))
        except Untrusted:
            raise web.HTTPForbidden from None

    async def health(request: web.Request) -> web.Response:
        return await watch.health(app)

    served.router.add_get(r"/hooks/{account:\d{1,9}}", challenge)
    served.router.add_post(r"/hooks/{account:\d{1,9}}", hook)
    served.router.add_get("/health", health)
    return served


class PortTaken(Exception):
    """Another program listens where the desk would; says what to do."""


async def _start(site: web.TCPSite, port: int, setting: str) -> None:
    try:
        await site.start()
    except OSError as taken:
        if taken.errno != errno.EADDRINUSE:
            raise
        raise PortTaken(f"Port {port} is taken by another program. Choose another: {setting}={port + 1}") from None


@asynccontextmanager
async def listening(served: web.Application, host: str, port: int, setting: str = f"{PREFIX}HTTP_PORT") -> AsyncIterator[int]:
    """Serve until the block ends; gives the port, which the system chose where it was 0. `setting` names it."""
    runner = web.AppRunner(served, access_log=None, handle_signals=False, shutdown_timeout=LEAVING)
    await runner.setup()
    try:
        await _start(web.TCPSite(runner, host, port), port, setting)
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
