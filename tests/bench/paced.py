"""A broadcast at the limit that a platform allows: is the rate held, and never one too many in any second?

    python -m tests.bench.paced [--rates 30 80 1000] [--seconds 20] [--repetitions 3]

The platform answers after 50 ms and counts at its own door. Prints medians; writes var/bench/paced.json. Ends with 1
where the rate is more than 2 % below the limit, or above it in any sliding second of any run.
"""

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Sequence

import uvloop

from bot.pace import CHAT, Limit, Pace
from tests.bench.platform import platform
from tests.bench.results import busiest, medians, quiet, show, write
from tests.bench.sending import station, until_done, watched

LATENCY = 0.05  # seconds
WITHIN = 0.02


async def measure(rate: int, seconds: float) -> dict[str, float]:
    """One run against a fresh platform."""
    number, limit = int(rate * seconds), Limit(rate, 1.0)
    with platform(latency=LATENCY) as api:
        async with station(api.url, number, Pace(limit, limit, CHAT)) as made:
            with watched(number) as seen:
                began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
                await until_done(made.lane, seen, seconds * 5 + 30)
                took, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
        told = api.told()
    moments = told["moments"]
    held = statistics.linear_regression(moments, range(len(moments))).slope  # a line through all: they may come in bursts
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {
        "limit": rate, "messages": number, "per_second": held, "below": 1 - held / rate, "busiest_second": busiest(moments),
        "cpu": cpu / took, "lost": number - told["chats"], "twice": len(told["twice"]),
    }  # fmt: skip


def wrong(run: dict[str, float]) -> bool:
    """Whether a run breaks what is promised."""
    return bool(run["busiest_second"] > run["limit"] or run["below"] > WITHIN or run["lost"] or run["twice"])


def report(runs: Sequence[Sequence[dict[str, float]]]) -> bool:
    """Print the table; gives whether all held."""
    rows = []
    for found in runs:
        middle, most = medians(found), max(run["busiest_second"] for run in found)
        kept = "NO" if any(wrong(run) for run in found) else "yes"
        rows.append((
            f"{middle['limit']:.0f}/s", int(middle["messages"]), middle["per_second"], f"{middle['below']:.1%}", int(most),
            f"{middle['cpu']:.0%}", int(sum(run["lost"] + run["twice"] for run in found)), kept,
        ))  # fmt: skip
    show(("limit", "messages", "held/s", "below", "most in a second", "CPU", "lost or twice", "kept"), rows)
    return not any(wrong(run) for found in runs for run in found)


def main(arguments: Sequence[str] | None = None) -> bool:
    """Measure, print and write; gives whether the pace was kept."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.paced")
    asked.add_argument("--rates", type=int, nargs="+", default=[30, 80, 1000])
    asked.add_argument("--seconds", type=float, default=20.0)
    asked.add_argument("--repetitions", type=int, default=3)
    given = asked.parse_args(arguments)
    runs: dict[int, list[dict[str, float]]] = {rate: [] for rate in given.rates}
    for _ in range(given.repetitions):
        for rate in given.rates:
            runs[rate].append(uvloop.run(measure(rate, given.seconds)))
    good = report(list(runs.values()))
    write("paced", {"good": good, "medians": {rate: medians(each) for rate, each in runs.items()}, "runs": runs})
    return good


if __name__ == "__main__":
    quiet()
    sys.exit(0 if main() else 1)
