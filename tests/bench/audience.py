"""1,000 to 100,000 recipients in one office: how long a launch takes, and whether memory stays flat.

    python -m tests.bench.audience [--recipients 1000 10000 100000] [--repetitions 3] [--most-mb 50]

Each run has a fresh SQLite database and a process of its own, which queues the broadcast in its one statement and sends it.
Prints medians; writes var/bench/audience.json. Ends with 1 where the largest needs so many MB more than the smallest.
"""

import argparse
import asyncio
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import uvloop

from bot.channels.telegram.client import TelegramChannel
from bot.delivery import Lane
from bot.files import Files
from bot.pace import FREE, Pace
from bot.warm import warm_up
from storage import accounts, migrate
from storage.database import Database
from storage.offices import office_by_id
from tests.bench.office import add_people, furnish, queue
from tests.bench.platform import TOKEN, platform
from tests.bench.results import medians, quiet, show, write
from tests.bench.sending import Ticking, until_done, watched

PATIENCE = 1800.0  # seconds


async def prepare(url: str, recipients: int) -> None:
    """An office with its journalists, to whom nothing is said yet."""
    await asyncio.to_thread(migrate.upgrade, url)
    database = Database(url)
    account = await furnish(database, 0)
    async with database.read() as db:
        office = await office_by_id(db, account.office_id)
    await add_people(database, office, account, recipients)
    await database.close()


async def send(url: str, recipients: int, api: str) -> dict[str, float]:
    """Queue a broadcast and send it."""
    database = Database(url)
    async with database.read() as db:
        [account] = await accounts.everyone(db)
    with tempfile.TemporaryDirectory() as folder:
        channel = TelegramChannel(TOKEN, Files(Path(folder)), api=api)
        lane = Lane(database, account, channel, Pace(FREE, FREE, FREE), Ticking())
        before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
        await queue(database, account)
        launched = time.perf_counter()
        with watched(recipients) as seen:
            await until_done(lane, seen, PATIENCE)
        ended, after = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        await channel.close()
    await database.close()
    return {
        "recipients": recipients, "launch_ms": (launched - began) * 1000, "per_second": recipients / (ended - launched),
        "peak_mb": after / 1024, "grown_mb": (after - before) / 1024,
    }  # fmt: skip


def work(url: str, recipients: int, api: str, said: Any) -> None:
    """What the sending process does; without an address it prepares."""
    quiet()
    said.send(uvloop.run(send(url, recipients, api)) if api else uvloop.run(prepare(url, recipients)))


def aside(url: str, recipients: int, api: str) -> dict[str, float]:
    """The work in a process of its own, so that one does not stand in the other's memory."""
    context = multiprocessing.get_context("fork")
    heard, said = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(url, recipients, api, said), daemon=True)
    process.start()
    said.close()
    found: dict[str, float] = heard.recv()
    process.join()
    return found


def measure(url: str, recipients: int) -> dict[str, float]:
    """One run on a fresh database."""
    aside(url, recipients, "")
    with platform() as api:
        found = aside(url, recipients, api.url)
        told = api.told()
    return {**found, "lost": recipients - told["chats"], "twice": len(told["twice"])}


def main(arguments: Sequence[str] | None = None) -> bool:
    """Measure, print and write; gives whether memory stayed flat and each got it once."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.audience")
    asked.add_argument("--recipients", type=int, nargs="+", default=[1000, 10_000, 100_000])
    asked.add_argument("--repetitions", type=int, default=3)
    asked.add_argument("--most-mb", type=float, default=50.0)
    given = asked.parse_args(arguments)
    warm_up()
    runs: dict[int, list[dict[str, float]]] = {number: [] for number in sorted(given.recipients)}
    for _ in range(given.repetitions):
        for number, found in runs.items():
            with tempfile.TemporaryDirectory() as folder:
                found.append(measure(f"sqlite+aiosqlite:///{folder}/desk.db", number))
    middle = [medians(each) for each in runs.values()]
    show(list(middle[0]), [list(each.values()) for each in middle])
    grown, once = (
        middle[-1]["peak_mb"] - middle[0]["peak_mb"],
        not any(run["lost"] or run["twice"] for each in middle for run in [each]),
    )
    print(f"{grown:.0f} MB more for the largest: {'flat' if grown <= given.most_mb else 'NOT flat'}")
    good = once and grown <= given.most_mb
    write("audience", {"good": good, "medians": middle, "runs": runs})
    return good


if __name__ == "__main__":
    quiet()
    sys.exit(0 if main() else 1)
