"""Hostile sites at the desk's own limits: 16 s for a page, 8 s for reading it, 60 MB of growth in the reading process.

    python -m tests.bench.hostile

Prints how long each answer and each page took, and how far a process grew; takes about three minutes.
Writes var/bench/hostile.json. Exit status 1 where a limit was passed.
"""

import asyncio
import json
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from bot.fetching.answers import Unfetched
from bot.fetching.fetcher import Fetcher, Limits
from bot.reading.reader import Reader
from handlers.links.visit import Hop, Page
from tests.web.children import watched
from tests.web.hostile_answers import CASES
from tests.web.hostile_pages import pages
from tests.web.inward import BODY
from tests.web.web import InventedWeb

FETCH, READ, GROWTH = 16.0, 8.0, 60.0  # seconds, seconds, megabytes
SIZES = (200_000, 1_000_000)  # bytes: what stalls longest, and what fills most
Rows = dict[str, dict[str, float]]


def now() -> datetime:
    """The real time."""
    return datetime.now(UTC)


async def answers() -> Rows:
    """The seconds each answer took, all of them fetched at once."""

    async def timed(name: str) -> tuple[str, float]:
        async with InventedWeb() as web:
            fetcher = Fetcher("MejaHumas/0.1", now, web.dialer, Limits())
            bad, good = CASES[name].publish(web), web.publish("suaracontoh.id", "/x", BODY)
            begun = time.perf_counter()
            with suppress(Unfetched):
                await fetcher.fetch(bad)
            took = time.perf_counter() - begun
            assert (await fetcher.fetch(good)).text == BODY
            await fetcher.close()
            return name, took

    return {name: {"seconds": took} for name, took in await asyncio.gather(*map(timed, CASES))}


async def reads() -> Rows:
    """The seconds that each page took, and the megabytes that its process grew by."""
    reader, found = Reader(), {}
    good = _page(f"<html><body><article><p>{'Warga Contoh menerima beras. ' * 20}</p></article></body></html>".encode())
    await reader.read(good, "Asia/Jakarta")
    cases = {f"{name}, {size // 1000} kB": body for size in SIZES for name, body in pages(size).items()}
    for name, body in cases.items():
        await asyncio.sleep(0.5)  # until both processes are idle, so that only this page's growth is seen
        with watched() as peaks:
            begun = time.perf_counter()
            await reader.read(_page(body), "Asia/Jakarta")
            found[name] = {"seconds": time.perf_counter() - begun, "megabytes": peaks.growth / 1e6}
        assert await reader.read(good, "Asia/Jakarta")
    await reader.close()
    return found


def _page(body: bytes) -> Page:
    return Page("https://jahat.contoh.id/x", (Hop("https://jahat.contoh.id/x", 200),), (), body, "utf-8", now())


def main() -> None:
    """Measure, print and judge."""
    fetched, read = asyncio.run(answers()), asyncio.run(reads())
    for title, rows in (("answers", fetched), ("pages", read)):
        print(f"\n{title}")
        for name, row in rows.items():
            print(f"  {name:30} " + "  ".join(f"{value:6.2f} {unit}" for unit, value in row.items()))
    slowest = max(row["seconds"] for row in fetched.values()), max(row["seconds"] for row in read.values())
    growth = max(row["megabytes"] for row in read.values())
    print(f"\nslowest answer {slowest[0]:.1f} s, slowest page {slowest[1]:.1f} s, growth {growth:.0f} MB")
    path = Path("var/bench/hostile.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"answers": fetched, "pages": read}, indent=1), encoding="utf-8")
    sys.exit(slowest[0] > FETCH or slowest[1] > READ or growth > GROWTH)


if __name__ == "__main__":
    main()
