"""For a minute the platform bears half of what it said, and answers what exceeds it with 429 and `retry_after` 1.

    python -m tests.bench.storm [--rate 30] [--seconds 60] [--calm 10] [--repetitions 3]

Some seconds at the full limit, the storm, and as many again; as much is sent as is allowed in all, and somebody is
answered each half second. Prints medians; writes var/bench/storm.json. Ends with 1 where anything was lost or came
twice, a request came during a halt, it took more than 1.2 times what was allowed, or the p95 of replies is over 3 s + 1.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from math import inf

import uvloop

from bot.pace import CHAT, Limit, Pace
from storage import offices, outbox, people
from storage.records import PersonId, Purpose
from storage.turns import Urgency
from tests.bench.office import FACTS
from tests.bench.platform import Running, platform
from tests.bench.results import medians, quiet, share, show, write
from tests.bench.sending import Station, station, until_done, watched

LATENCY = 0.05  # seconds
RETRY_AFTER = 1.0
ON_ITS_WAY = LATENCY + 0.1  # what left before the refusal was heard may still come in
PATIENT = 3.0  # seconds that a reply may take, beside the halt
TIMES = 1.2
EACH = 0.5  # seconds between answers


async def measure(rate: int, seconds: float, calm: float) -> dict[str, float]:
    """One run against a fresh platform."""
    allowed = int(rate * (calm * 2 + seconds / 2))
    answers = int((calm * 2 + seconds) / EACH)
    number, limit = allowed - answers, Limit(rate, 1.0)
    with platform(latency=LATENCY, limit=rate) as api:
        async with station(api.url, number, Pace(limit, limit, CHAT)) as made:
            with watched(number + answers) as seen:
                beside = [asyncio.create_task(each) for each in (weather(api, rate, seconds, calm), answering(made, answers))]
                await until_done(made.lane, seen, (calm * 2 + seconds) * 3)
                await asyncio.gather(*beside)
            waits = list(seen.waits)
        told = api.told()
    took = told["moments"][-1] - told["moments"][0]
    return {
        "messages": allowed, "seconds": took, "times": took / (calm * 2 + seconds), "refused": told["refused"],
        "in_a_halt": in_a_halt(told["moments"], told["refusals"]), "lost": number + answers - told["taken"],
        "twice": max(0, told["taken"] - number - answers), "reply_p95": share(waits, 0.95), "reply_max": max(waits, default=0.0),
    }  # fmt: skip


async def weather(api: Running, rate: int, seconds: float, calm: float) -> None:
    """Calm, storm, calm."""
    await asyncio.sleep(calm)
    await asyncio.to_thread(api.obey, limit=rate // 2)
    await asyncio.sleep(seconds)
    await asyncio.to_thread(api.obey, limit=rate)


async def answering(made: Station, number: int) -> None:
    """Somebody asks something each half second, and is answered."""
    for each in range(number):
        async with made.database.write(Urgency.ANSWER, only=[made.account.office_id]) as db:
            office = db.of(await offices.office_by_id(db, made.account.office_id))
            asker = await people.by_id(office, PersonId(1 + each % 50))
            chat = str(1_000_000 + each)
            await outbox.post(office, asker, made.account.id, chat, "announcement", FACTS, made.now(), purpose=Purpose.REPLY)
        await asyncio.sleep(EACH)


def in_a_halt(taken: Sequence[float], refusals: Sequence[float]) -> int:
    """How many requests came while nothing was to come, apart from what was on its way."""
    found, told = 0, -inf  # `told` is when the desk heard of the halt that holds
    for moment, refused in sorted([(each, False) for each in taken] + [(each, True) for each in refusals]):
        if told + ON_ITS_WAY < moment < told + RETRY_AFTER:
            found += 1
        if refused and moment >= told + RETRY_AFTER:
            told = moment
    return found


def wrong(run: dict[str, float]) -> bool:
    """Whether a run breaks what is promised."""
    return bool(
        run["lost"] or run["twice"] or run["in_a_halt"] or run["times"] > TIMES or run["reply_p95"] > PATIENT + RETRY_AFTER
    )


def main(arguments: Sequence[str] | None = None) -> bool:
    """Measure, print and write; gives whether all held."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.storm")
    asked.add_argument("--rate", type=int, default=30)
    asked.add_argument("--seconds", type=float, default=60.0, help="how long the storm lasts")
    asked.add_argument("--calm", type=float, default=10.0, help="seconds at the full limit, before and behind")
    asked.add_argument("--repetitions", type=int, default=3)
    given = asked.parse_args(arguments)
    runs = [uvloop.run(measure(given.rate, given.seconds, given.calm)) for _ in range(given.repetitions)]
    middle, good = medians(runs), not any(wrong(run) for run in runs)
    show(("", "median", "worst"), [(name, middle[name], max(run[name] for run in runs)) for name in middle])
    print("kept" if good else "NOT kept")
    write("storm", {"good": good, "rate": given.rate, "medians": middle, "runs": runs})
    return good


if __name__ == "__main__":
    quiet()
    sys.exit(0 if main() else 1)
