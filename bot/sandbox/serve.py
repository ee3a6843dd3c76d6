"""Opens the sandbox: a desk to try, in the browser, on this machine only."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from bot import logs
from bot.alone import alone
from bot.app import App
from bot.channels.sandbox.channel import SandboxChannel
from bot.channels.whatsapp.outbound import ABILITIES
from bot.clock import Clock
from bot.files import Files
from bot.opening import Refused
from bot.sandbox.api import sandbox
from bot.sandbox.demo import OFFICE, furnish
from bot.sandbox.news import examples
from bot.sandbox.web import SandboxWeb
from bot.serve import LOOPBACK, closing, until_stopped
from bot.settings import PREFIX, Settings
from bot.visiting import Visiting, nowhere
from bot.web import listening
from messages.abilities import Abilities
from storage import accounts, migrate
from storage.database import Database
from storage.records import Account, ChannelKind

DEMO = Path("var/demo")


async def run_demo(settings: Settings) -> None:
    """Serve the sandbox page with a desk to try, on this machine only.

    Raises Refused beside a real account, and Taken beside another demo.
    """
    logs.set_up(least=logging.WARNING)  # each press is a line, and the days before today are played
    await _refuse_beside_real(settings)
    async with listening(web.Application(), LOOPBACK, settings.http_port):
        pass  # a port that is taken is said before the day is made ready
    stopped = asyncio.create_task(until_stopped())
    with alone(DEMO):
        while not stopped.done():
            await _serve_a_day(settings, stopped)


async def _serve_a_day(settings: Settings, stopped: asyncio.Task[None]) -> None:
    """Until the program is stopped, or somebody wants the day from its beginning."""
    shutil.rmtree(DEMO, ignore_errors=True)  # every demo begins on the same morning
    again = asyncio.Event()
    async with opened(DEMO, settings.http_port, again.set) as (_, port):
        print(f"✅ The press desk is open: http://localhost:{port}/sandbox/\n   Ctrl-C closes it.", flush=True)  # noqa: T201 - the address is for a person at a terminal
        wanted = asyncio.create_task(again.wait())
        await asyncio.wait((stopped, wanted), return_when=asyncio.FIRST_COMPLETED)
        wanted.cancel()


@asynccontextmanager
async def opened(folder: Path, port: int, again: Callable[[], None] | None = None) -> AsyncIterator[tuple[App, int]]:
    """The desk to try on the morning of its day, in a folder that holds none yet, served; gives it and its port."""
    url = f"sqlite+aiosqlite:///{folder / 'desk.db'}"
    await asyncio.to_thread(migrate.upgrade, url)
    files, clock = Files(folder / "files"), Clock()
    invented = SandboxWeb(clock, OFFICE)
    app = played(url, files, clock, invented.visit)
    async with invented, closing(app):
        await furnish(app)
        await invented.open()  # what happened before was decided by people
        served = web.Application()
        served.add_subapp("/sandbox", sandbox(app, examples(), again))
        served.router.add_get("/", _to_sandbox)
        async with listening(served, LOOPBACK, port) as found, app.ringing():
            yield app, found


def played(url: str, files: Files, clock: Clock, visit: Visiting = nowhere) -> App:
    """A desk whose every channel is a sandbox, and as quick as one."""
    return App(Database(url), files, lambda each: phones_of(each, files, clock), clock, visit=visit)


def phones_of(account: Account, files: Files, clock: Clock) -> SandboxChannel:
    """The invented channel of an invented account: one of them plays WhatsApp, with all that it cannot do."""
    abilities = ABILITIES if account.kind is ChannelKind.WHATSAPP else Abilities()
    return SandboxChannel(files, clock.now, account.kind, abilities)


async def _to_sandbox(request: web.Request) -> web.Response:
    raise web.HTTPFound("/sandbox/")


async def _refuse_beside_real(settings: Settings) -> None:
    """Invented people and real ones are kept apart: where a real account is known, there is no demo."""
    known = bool(settings.telegram_token.get_secret_value())
    if not known and not await asyncio.to_thread(migrate.pending, settings.database_url):
        database = Database(settings.database_url)
        async with database.read() as db:
            known = any(each.kind is not ChannelKind.SANDBOX for each in await accounts.everyone(db))
        await database.close()
    if known:
        raise Refused(
            "This installation has a real account, and a demo does not start beside one. Try it in another copy of the "
            f"project, without .env; or start the real desk: python3 dev.py run ({PREFIX}TELEGRAM_TOKEN or the database names it)"
        )
