"""10,000 messages to a light Bot API server without a limit: ours, every state durable, beside what people would use instead.

    python -m tests.bench.broadcast [--messages 10000] [--repetitions 3] [--only ours_sqlite gather ...]

Each contestant runs in a process of its own, one after the other, and all of them again in each repetition. The peers are
installed into var/bench/peers at the first run. Prints medians and ratios; writes var/bench/broadcast.json.
"""

import argparse
import json
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.platform import platform
from tests.bench.results import FOLDER, medians, show, write
from tests.postgres import DURABLE, Cluster, cluster

PEERS = FOLDER / "peers"
LIBRARIES = (
    "aiogram>=3.31,<3.32", "aiogram-broadcaster==0.6.8", "python-telegram-bot[rate-limiter]==22.8",
    "sqlalchemy[asyncio]>=2.1,<2.2", "aiosqlite>=0.22,<0.23", "uvloop>=0.22,<1",
)  # fmt: skip
MANY = 1_000_000


@dataclass(frozen=True)
class Contestant:
    """Who sends."""

    label: str
    kept: str  # what a kill leaves of its knowledge
    most: int = MANY  # slow ones are measured with fewer messages, which their rate does not suffer from


CONTESTANTS = {
    "ours_sqlite": Contestant("ours, SQLite", "every state"),
    "ours_postgresql": Contestant("ours, PostgreSQL", "every state"),
    "gather": Contestant("aiogram, gather and semaphore", "nothing"),
    "broadcaster": Contestant("aiogram-broadcaster", "nothing"),
    "broadcaster_sql": Contestant("aiogram-broadcaster, SQL storage", "who got it", 2000),
    "telegram_bot": Contestant("python-telegram-bot", "nothing", 5000),
    "telegram_bot_limited": Contestant("python-telegram-bot, its rate limiter", "nothing", 5000),
    "sleep": Contestant("aiogram, a loop with sleep(0.05)", "nothing", 200),
}
# What the rate of ours on SQLite is to be, in rates of others.
DEMANDED = {"gather": 1.0, "broadcaster": 2.5, "broadcaster_sql": 12.0, "telegram_bot": 8.0}


def peers_python() -> Path:
    """The interpreter of the peers' folder, made at the first need."""
    python, installed = PEERS / "bin/python", PEERS / "installed.txt"
    if not installed.exists() or installed.read_text().split() != list(LIBRARIES):
        venv.create(PEERS, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *LIBRARIES], check=True)
        installed.write_text("\n".join(LIBRARIES))
    return python


@contextmanager
def address_for(name: str, server: Cluster | None) -> Iterator[Sequence[str]]:
    """The further argument of ours: a fresh PostgreSQL database, or none."""
    if name == "ours_postgresql" and server:
        with server.database() as url:
            yield (url,)
    else:
        yield ()


def run_once(name: str, messages: int, server: Cluster | None) -> dict[str, float]:
    """One contestant against a fresh platform; every chat must have got its message once."""
    number = min(messages, CONTESTANTS[name].most)
    with platform() as api, address_for(name, server) as url:
        if name.startswith("ours"):
            command = [sys.executable, "-m", "tests.bench.broadcast.ours", api.url, str(number), *url]
        else:
            command = [str(peers_python()), "-m", "tests.bench.broadcast.peers", name, api.url, str(number)]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        told = api.told()
    if told["chats"] != number or told["twice"]:
        raise SystemExit(f"{name}: {told['chats']} of {number} chats got it, {len(told['twice'])} twice")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {"messages": number, **figures}


def measure(names: Sequence[str], messages: int, repetitions: int) -> dict[str, list[dict[str, float]]]:
    """All contestants in turn, and again."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    with ExitStack() as stack:
        server = stack.enter_context(cluster(settings=DURABLE)) if "ours_postgresql" in names else None
        for repetition in range(repetitions):
            for name in names:
                runs[name].append(run_once(name, messages, server))
                print(f"{repetition + 1}. {name}: {runs[name][-1]['per_second']:,.0f}/s", file=sys.stderr, flush=True)
    return runs


def report(found: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Print the table, and how ours stands to each; gives those ratios."""
    ours = found["ours_sqlite"]["per_second"] if "ours_sqlite" in found else 0.0
    ratios = {name: ours / each["per_second"] for name, each in found.items() if ours}
    head = ("", "kept", "messages", "messages/s", "CPU µs/message", "peak MB", "ours is × its rate", "to reach")
    show(head, [
        (CONTESTANTS[name].label, CONTESTANTS[name].kept, int(each["messages"]), each["per_second"], each["cpu_us"],
         each["peak_mb"], ratios.get(name, ""), DEMANDED.get(name, ""))
        for name, each in found.items()
    ])  # fmt: skip
    return ratios


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print and write."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.broadcast")
    asked.add_argument("--messages", type=int, default=10_000)
    asked.add_argument("--repetitions", type=int, default=3)
    asked.add_argument("--only", nargs="+", choices=list(CONTESTANTS), default=list(CONTESTANTS))
    given = asked.parse_args(arguments)
    runs = measure(given.only, given.messages, given.repetitions)
    found = {name: medians(each) for name, each in runs.items()}
    ratios = report(found)
    write("broadcast", {"medians": found, "ratios": ratios, "demanded": DEMANDED, "runs": runs})


if __name__ == "__main__":
    main()
