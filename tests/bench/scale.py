"""552 offices with 100 journalists each, a release each at the same moment, on one PostgreSQL: what further processes bring.

    python -m tests.bench.scale [--offices 552] [--journalists 100] [--processes 1 2 4] [--rate 30] [--repetitions 3]

The platform answers after 50 ms and each account keeps its pace, so it takes as long as one office needs at least.
Prints medians; writes var/bench/scale.json. Ends with 1 where a message was lost or came twice.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from datetime import timedelta

import uvloop

from bot.app import Duty
from storage import migrate
from storage.database import Database
from storage.offices import office_by_id
from tests.bench.desk import Orders
from tests.bench.fleet import fleet, until
from tests.bench.office import NOW, add_people, furnish, queue
from tests.bench.platform import platform
from tests.bench.results import medians, quiet, show, write
from tests.postgres import DURABLE, Cluster, cluster

SPREAD = 20.0  # seconds after the start at which the releases are due: all lanes have found their process by then
PATIENCE = 600.0  # seconds


async def prepare(url: str, offices: int, journalists: int) -> None:
    """Offices whose releases are due in a while."""
    await asyncio.to_thread(migrate.upgrade, url)
    database = Database(url)
    for number in range(offices):
        account = await furnish(database, 0, f"Humas Contoh {number}", f"{7000 + number}")
        async with database.read() as db:
            office = await office_by_id(db, account.office_id)
        await add_people(database, office, account, journalists, before=number * journalists)
        await queue(database, account, at=NOW + timedelta(seconds=SPREAD))
    await database.close()


def measure(url: str, messages: int, processes: int, rate: int) -> dict[str, float]:
    """One run on a fresh copy of the database."""
    with platform(latency=0.05) as api:
        due, orders = (
            time.monotonic() + SPREAD,
            Orders(url, api.url, time.time(), rate, shares=True, duties=frozenset({Duty.LANES})),
        )
        with fleet(orders, processes, seed=1) as desks:
            desks.until_ready()
            if time.monotonic() > due:
                raise SystemExit("the processes started too slowly to be measured")
            until(lambda: api.taken() >= messages, PATIENCE)
            peaks = desks.peaks_mb()
            desks.stop()
        told = api.told()
    seconds = told["moments"][-1] - due
    return {
        "processes": processes, "messages": messages, "seconds": seconds, "per_second": messages / seconds,
        "first_after": told["moments"][0] - due, "peak_mb": max(peaks),
        "lost": messages - told["chats"], "twice": len(told["twice"]),
    }  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> bool:
    """Measure, print and write; gives whether each got it once."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.scale")
    asked.add_argument("--offices", type=int, default=552)
    asked.add_argument("--journalists", type=int, default=100)
    asked.add_argument("--processes", type=int, nargs="+", default=[1, 2, 4])
    asked.add_argument("--rate", type=int, default=30)
    asked.add_argument("--repetitions", type=int, default=3)
    given = asked.parse_args(arguments)
    runs: dict[int, list[dict[str, float]]] = {number: [] for number in given.processes}
    with cluster(settings=DURABLE) as server:
        for _ in range(given.repetitions):
            for number, found in runs.items():
                found.append(fresh(server, given.offices, given.journalists, number, given.rate))
                print(f"{number}: {found[-1]['seconds']:.1f} s", file=sys.stderr, flush=True)
    middle = {number: medians(each) for number, each in runs.items()}
    show(list(next(iter(middle.values()))), [list(each.values()) for each in middle.values()])
    good = not any(run["lost"] or run["twice"] for each in runs.values() for run in each)
    print("each got it once" if good else "NOT each got it once")
    write("scale", {"good": good, "offices": given.offices, "rate": given.rate, "medians": middle, "runs": runs})
    return good


def fresh(server: Cluster, offices: int, journalists: int, processes: int, rate: int) -> dict[str, float]:
    """One run on a copy of the database that was prepared once."""
    template = server.template(f"offices_{offices}", lambda url: uvloop.run(prepare(url, offices, journalists)))
    with server.database(template) as url:
        return measure(url, offices * journalists, processes, rate)


if __name__ == "__main__":
    quiet()
    sys.exit(0 if main() else 1)
