"""1,000 people write for the first time while the desk is killed (kill -9) 25 times at random moments.

    python -m tests.bench.kill_in [--events 1000] [--kills 25] [--seed 1]

Updates are polled and confirmed as Telegram's are. Prints a table; writes var/bench/kill_in.json. Ends with 1 where an event
was lost, or one had its effect twice: a person known, and one answer queued and sent.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import uvloop
from sqlalchemy import create_engine, select
from sqlalchemy.pool import NullPool

from storage import migrate
from storage.database import Database
from storage.records import EventState, RowState
from storage.tables import addresses, inbox, outbox
from tests.bench.desk import Orders
from tests.bench.fleet import fleet, until
from tests.bench.office import furnish
from tests.bench.platform import Running, platform
from tests.bench.results import quiet, show, write

WINDOW = 1.5  # seconds of work in which it is killed
OPEN = (RowState.WAITING, RowState.CALLING)


async def prepare(url: str) -> None:
    """An office that nobody knows yet."""
    await asyncio.to_thread(migrate.upgrade, url)
    database = Database(url)
    await furnish(database, 0)
    await database.close()


class Ledger:
    """What the desk knows, read from outside while it lives and after."""

    def __init__(self, url: str, api: Running, events: int) -> None:
        self._engine = create_engine(url.replace("+aiosqlite", ""), poolclass=NullPool)
        self._api = api
        self._events = events

    def answered(self) -> bool:
        """Whether everybody has come, and nothing is left to do for them."""
        with self._engine.connect() as connection:
            new = connection.execute(select(inbox.c.id).where(inbox.c.state == EventState.NEW).limit(1)).first()
            unsent = connection.execute(select(outbox.c.id).where(outbox.c.state.in_(OPEN)).limit(1)).first()
        return self._api.told()["heard"] == self._events and not new and not unsent

    def judged(self) -> dict[str, float]:
        """What became of the events."""
        with self._engine.connect() as connection:
            known = Counter(connection.execute(select(addresses.c.chat)).scalars())
            done = Counter(connection.execute(select(inbox.c.chat).where(inbox.c.state == EventState.DONE)).scalars())
            rows = connection.execute(select(outbox.c.chat, outbox.c.tries)).all()
        self._engine.dispose()
        queued, again, got = Counter(row.chat for row in rows), {row.chat for row in rows if row.tries}, self._api.chats()
        usual = min(queued.values(), default=0)
        people = map(str, range(1, self._events + 1))
        twice = [chat for chat, number in got.items() if number > usual]
        return {
            "events": self._events,
            "lost": sum(not (known[each] and done[each] and queued[each] and got.get(each)) for each in people),
            "known_twice": extra(known, 1), "stored_twice": extra(done, 1), "answers_each": usual,
            "answered_twice": extra(queued, usual), "came_twice": len(twice),
            "came_twice_unflagged": sum(chat not in again for chat in twice),
        }  # fmt: skip


def extra(counted: Counter[str], usual: int) -> int:
    """How many there are beyond the usual number of each."""
    return sum(number - usual for number in counted.values())


def measure(url: str, events: int, kills: int, seed: int) -> dict[str, float]:
    """One run on a fresh database."""
    uvloop.run(prepare(url))
    began, done = time.time(), 0
    with platform(crowd=events, coming=events / max(1.0, kills * WINDOW)) as api:
        ledger = Ledger(url, api, events)
        with fleet(Orders(url, api.url, began), 1, seed) as desk:
            while done < kills and not ledger.answered():
                desk.kill_one(WINDOW, lambda: None)
                done += 1
            until(ledger.answered)
            desk.stop()
        return ledger.judged() | {"kills": done, "seconds": time.time() - began}


def wrong(run: dict[str, float]) -> bool:
    """Whether a run breaks what is promised."""
    return any(run[name] for name in ("lost", "known_twice", "stored_twice", "answered_twice", "came_twice_unflagged"))


def main(arguments: Sequence[str] | None = None) -> bool:
    """Measure, print and write; gives whether all held."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.kill_in")
    asked.add_argument("--events", type=int, default=1000)
    asked.add_argument("--kills", type=int, default=25)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        run = measure(f"sqlite+aiosqlite:///{Path(folder)}/desk.db", given.events, given.kills, given.seed)
    show(("", "SQLite, one process"), list(run.items()))
    print("NOT kept" if wrong(run) else "kept")
    write("kill_in", {"good": not wrong(run), "seed": given.seed, "run": run})
    return not wrong(run)


if __name__ == "__main__":
    quiet()
    sys.exit(0 if main() else 1)
