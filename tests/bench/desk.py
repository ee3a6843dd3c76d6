"""A desk in a process of its own that is there to be killed: says when it works, and works until it is told to stop."""

import asyncio
import contextlib
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import uvloop

from bot.app import EVERYTHING, App, Duty
from bot.channels.telegram.client import TelegramChannel
from bot.clock import Clock
from bot.files import Files
from bot.pace import FREE, Limit, Pace
from bot.serve import closing, until_stopped
from storage.database import Database
from tests.bench.office import NOW
from tests.bench.platform import TOKEN
from tests.bench.results import quiet


@dataclass(frozen=True)
class Orders:
    """What a desk is started with."""

    url: str  # of its database
    api: str  # the platform's address
    began: float  # when the office was furnished, in seconds since the epoch: the desk's clock goes on from there
    rate: int = 0  # messages a second to each account; 0 for no limit
    shares: bool = False
    duties: frozenset[Duty] = EVERYTHING


async def run(orders: Orders, said: Any) -> None:
    """Work as `main.py run` does, with another pace and clock."""
    limit = Limit(orders.rate, 1.0) if orders.rate else FREE
    with tempfile.TemporaryDirectory() as folder:
        files = Files(Path(folder))
        app = App(
            Database(orders.url), files, lambda _: TelegramChannel(TOKEN, files, api=orders.api),
            Clock(lambda: NOW + timedelta(seconds=time.time() - orders.began)), lambda _: Pace(limit, limit, FREE),
            shares=orders.shares,
        )  # fmt: skip
        await app.open()
        stopping = asyncio.create_task(until_stopped())
        await asyncio.sleep(0)  # from here on it hears SIGTERM
        async with closing(app), app.running(duties=orders.duties):
            said.send("ready")
            await stopping


def work(orders: Orders, said: Any) -> None:
    """What the process does."""
    # What is logged goes where it always goes, and not to a number that is another file's by then.
    sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115 - until the process ends
    let_go(but={0, 1, 2, said.fileno()})
    quiet()
    uvloop.run(run(orders, said))


def let_go(but: set[int]) -> None:
    """Close what a fork inherits: a server of the measurement ends when the last end of its pipe is closed."""
    for number in {int(each.name) for each in Path("/proc/self/fd").iterdir()} - but:
        with contextlib.suppress(OSError):  # the listing itself
            os.close(number)
