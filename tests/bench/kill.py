"""5,000 messages while the desk is killed (kill -9) fifty times at random moments: what is lost, what comes twice, who is told.

    python -m tests.bench.kill [--messages 5000] [--kills 50] [--only sqlite postgresql postgresql_3] [--seed 1]

Four in five are releases, which are said again when in doubt; the rest reminders, which are not. Prints a table; writes
var/bench/kill.json. Ends with 1 where a message was lost, or came twice or not at all without being flagged, where more
came twice than were under way at the kills, or where a reminder came twice.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import uvloop
from sqlalchemy import ColumnElement, create_engine, func, select
from sqlalchemy.pool import NullPool

from bot.app import Duty
from storage import migrate
from storage.database import Database
from storage.offices import office_by_id
from storage.records import Purpose, RowState
from storage.tables import outbox, people
from tests.bench.desk import Orders
from tests.bench.fleet import Fleet, fleet, until
from tests.bench.office import add_people, furnish, queue
from tests.bench.platform import Running, platform
from tests.bench.results import quiet, show, write
from tests.postgres import DURABLE, Cluster, cluster

UNFINISHED = (RowState.WAITING, RowState.CALLING, RowState.HELD, RowState.PARKED)
REMINDED = 5  # every fifth is


@dataclass(frozen=True)
class Setting:
    """Where the desk runs. A process that died keeps its leases for some seconds: until then nothing is sent."""

    label: str
    postgresql: bool
    processes: int
    window: float  # seconds of work in which it is killed
    sending: float  # how many of these it sends, about


SETTINGS = {
    "sqlite": Setting("SQLite, one process", postgresql=False, processes=1, window=1.5, sending=0.8),
    "postgresql": Setting("PostgreSQL, one process", postgresql=True, processes=1, window=10.0, sending=1.5),
    "postgresql_3": Setting("PostgreSQL, three processes", postgresql=True, processes=3, window=6.0, sending=2.0),
}


async def prepare(url: str, messages: int, accounts: int) -> None:
    """As many offices as accounts, each with its share of what is to be sent."""
    await asyncio.to_thread(migrate.upgrade, url)
    database = Database(url)
    for number in range(accounts):
        mine = messages // accounts
        account = await furnish(database, 0, f"Humas Contoh {number}", f"{7000 + number}")
        async with database.read() as db:
            office = await office_by_id(db, account.office_id)
        await add_people(database, office, account, mine, before=number * mine)
        await queue(database, account, people.c.id % REMINDED != 0, purpose=Purpose.RELEASE)
        await queue(database, account, people.c.id % REMINDED == 0, purpose=Purpose.REMINDER)
    await database.close()


class Ledger:
    """The desk's rows, read from outside while it lives and after."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url.replace("+aiosqlite", ""), poolclass=NullPool)

    def under_way(self) -> int:
        """How many calls were under way when it died."""
        return self._count(outbox.c.state == RowState.CALLING)

    def finished(self) -> bool:
        """Whether each row has a final state."""
        return self._count(outbox.c.state.in_(UNFINISHED)) == 0

    def _count(self, which: ColumnElement[bool]) -> int:
        with self._engine.connect() as connection:
            return int(connection.execute(select(func.count()).select_from(outbox).where(which)).scalar_one())

    def judged(self, chats: dict[str, int]) -> dict[str, int]:
        """What became of them, by what the platform took and what the rows say."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(outbox.c.chat, outbox.c.purpose, outbox.c.state, outbox.c.tries)).all()
        self._engine.dispose()
        missing = [row for row in rows if not chats.get(row.chat)]
        twice = [row for row in rows if chats.get(row.chat, 0) > 1]
        return {
            "messages": len(rows),
            "lost": sum(row.state != RowState.UNSURE for row in missing),
            "missing_and_said_so": sum(row.state == RowState.UNSURE for row in missing),
            "releases_missing": sum(row.purpose == Purpose.RELEASE for row in missing),
            "twice": sum(chats[row.chat] - 1 for row in twice),
            "twice_unflagged": sum(row.tries == 0 for row in twice),
            "reminders_twice": sum(row.purpose == Purpose.REMINDER for row in twice),
            "unfinished": sum(row.state in UNFINISHED for row in rows),
            "said_again": sum(row.tries > 0 and row.state != RowState.UNSURE for row in rows),
            "unsure": sum(row.state == RowState.UNSURE for row in rows),
        }


def measure(setting: Setting, url: str, messages: int, kills: int, seed: int) -> dict[str, float]:
    """One run on a fresh database."""
    uvloop.run(prepare(url, messages, setting.processes))
    rate = max(1, int(messages / setting.processes / (max(kills, 1) * setting.sending)))
    began, ledger, under_way = time.time(), Ledger(url), list[int]()
    with platform(latency=0.05) as api:
        orders = Orders(url, api.url, began, rate, shares=setting.postgresql, duties=frozenset({Duty.LANES}))
        with fleet(orders, setting.processes, seed) as desks:
            for _ in range(kills):
                if not ledger.finished():
                    desks.kill_one(setting.window, lambda: under_way.append(ledger.under_way()))
            return ended(desks, ledger, api) | {
                "kills": len(under_way),
                "under_way": sum(under_way),
                "seconds": time.time() - began,
            }


def ended(desks: Fleet, ledger: Ledger, api: Running) -> dict[str, float]:
    """Let the desk finish by itself, and judge."""
    until(ledger.finished)
    stopped = desks.stop()
    return {**ledger.judged(api.chats()), "seconds_to_stop": stopped}


def wrong(run: dict[str, float]) -> bool:
    """Whether a run breaks what is promised."""
    none = ("lost", "releases_missing", "twice_unflagged", "reminders_twice", "unfinished")
    return any(run[name] for name in none) or run["twice"] > run["under_way"]


def address(setting: Setting, server: Cluster | None, stack: ExitStack) -> str:
    """A fresh database."""
    if setting.postgresql and server:
        return stack.enter_context(server.database())
    return f"sqlite+aiosqlite:///{Path(stack.enter_context(tempfile.TemporaryDirectory()))}/desk.db"


def main(arguments: Sequence[str] | None = None) -> bool:
    """Measure, print and write; gives whether all held."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.kill")
    asked.add_argument("--messages", type=int, default=5000)
    asked.add_argument("--kills", type=int, default=50)
    asked.add_argument("--only", nargs="+", choices=list(SETTINGS), default=list(SETTINGS))
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args(arguments)
    runs = {}
    for name in given.only:
        setting = SETTINGS[name]
        with ExitStack() as stack:
            server = stack.enter_context(cluster(settings=DURABLE)) if setting.postgresql else None
            runs[name] = measure(setting, address(setting, server, stack), given.messages, given.kills, given.seed)
        print(f"{name} done in {runs[name]['seconds']:.0f} s", file=sys.stderr, flush=True)
    figures = list(next(iter(runs.values())))
    show(("", *(SETTINGS[name].label for name in runs)), [(figure, *(runs[name][figure] for name in runs)) for figure in figures])
    good = not any(map(wrong, runs.values()))
    print("kept" if good else "NOT kept")
    write("kill", {"good": good, "seed": given.seed, "runs": runs})
    return good


if __name__ == "__main__":
    quiet()
    sys.exit(0 if main() else 1)
