"""Links a second from paste to verdict, with 100 ms before each answer of the sites, and the CPU that one costs.

    python -m tests.bench.links [--bursts 30] [--links 5] [--every 2] [--latency 100] [--repetitions 1]

An invented web in a thread of its own has one site a journalist, with pages of 80 KB. First all bursts come at once, then one
every so many seconds; each holds so many links of one site, of which a site is asked one a second. Counts the desk and the
processes that read, not the sites. Prints medians; writes var/bench/links.json. Ends with 1 where a verdict is missing
or the p95 of bursts that come one after another is over a minute.
"""

import argparse
import asyncio
import multiprocessing.forkserver
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from bot.app import App
from bot.channels.sandbox.channel import SandboxChannel
from bot.clock import Clock
from bot.fetching.fetcher import Fetcher, user_agent
from bot.files import Files
from bot.reading.reader import Reader
from bot.serve import closing
from bot.visiting import Visitor
from storage import accounts, migrate, offices, outlets, tables
from storage.database import Database
from storage.records import ChannelKind, Language, Medium, Role, Standing, Status
from tests.bench.results import medians, quiet, share, show, write
from tests.web.web import InventedWeb

HEADLINE = "Pemkab Teladan Salurkan Beras untuk 312 Keluarga di Kecamatan Contoh"
BODY = """KOTA TELADAN – Pemerintah Kabupaten Teladan menyalurkan beras kepada 312 keluarga terdampak banjir di Kecamatan Contoh.

"Stok cukup untuk dua pekan. Kami utamakan lansia dan balita," ujar Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.

Warga Desa Contoh Hulu, Siti Contoh (41), berharap jalan desa yang putus segera diperbaiki."""
MENU = "".join(f"<li><a href='/berita/{each}'>Berita lain nomor {each} dari daerah</a></li>" for each in range(1200))
PATIENCE = 300.0  # seconds for everything to be told


def host(number: int) -> str:
    return f"media{number}.example"


def page(number: int) -> bytes:
    lines = "".join(f"<p>{each}</p>" for each in BODY.split("\n\n"))
    return (
        f"<html><head><title>{HEADLINE} ({number})</title><meta property='article:published_time' content="
        f"'{datetime.now(UTC).isoformat()}'></head><body><ul>{MENU}</ul><article><h1>{HEADLINE}</h1>{lines}"
        f"<p>Laporan ke-{number} dari Kecamatan Contoh.</p></article></body></html>"
    ).encode()


class Sites(threading.Thread):
    """The invented web in a thread of its own, whose time is its own."""

    def __init__(self, bursts: int, links: int, latency: float) -> None:
        super().__init__(daemon=True)
        self.web = InventedWeb()
        self.spent = 0.0  # seconds of CPU
        self._ready = threading.Event()
        self._latency = latency
        for number in range(bursts):
            self.web.hostile(host(number), "/robots.txt", self._says(b"", 404))
            for each in range(links):
                self.web.hostile(host(number), f"/berita/{each}/beras", self._says(page(each), 200))

    def _says(self, body: bytes, status: int) -> Any:
        told = ("Content-Type: text/html; charset=utf-8", f"Content-Length: {len(body)}", "Connection: close", "", "")
        head = "\r\n".join((f"HTTP/1.1 {status} -", *told))

        async def writes(writer: asyncio.StreamWriter) -> None:
            await asyncio.sleep(self._latency)
            writer.write(head.encode() + body)

        return writes

    def run(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        self._over = asyncio.Event()
        async with self.web:
            self._ready.set()
            while not self._over.is_set():
                self.spent = time.thread_time()
                await asyncio.sleep(0.05)

    def __enter__(self) -> Self:
        self.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self.join()


@asynccontextmanager
async def desk(folder: Path, bursts: int, sites: Sites) -> AsyncIterator[App]:
    """A running desk with a release that just went out and a journalist a site."""
    url, files, clock = f"sqlite+aiosqlite:///{folder}/desk.db", Files(folder / "files"), Clock()
    await asyncio.to_thread(migrate.upgrade, url)
    visitor = Visitor(Fetcher(user_agent("Humas Kab. Teladan", ""), clock.now, sites.web.dialer), Reader())
    app = App(Database(url), files, lambda _: SandboxChannel(files, clock.now), clock, visit=visitor.visit)
    async with app.database.write() as every:
        office = await offices.add_office(every, "Humas Kab. Teladan", "Asia/Jakarta")
        account = await accounts.add(every, office, ChannelKind.SANDBOX, "desk", "")
        db, now = every.of(office), clock.now() - timedelta(hours=1)
        known = {"language": Language.ID, "standing": Standing.ACTIVE, "created_at": now, "registered_at": now}
        author = await db.add(tables.people, name="Sari Teladan", role=Role.DRAFTER, **known)
        out = {"status": Status.SENT, "author_id": author, "launched_at": now, "created_at": now}
        await db.add(tables.releases, number=1, headline=HEADLINE, body=BODY, **out)
        for number in range(bursts):
            outlet = await outlets.add(db, f"Media {number}", Medium.ONLINE, now, confirmed=True)
            await outlets.add_host(db, outlet.id, host(number))
            person = await db.add(tables.people, name=f"Wartawan {number}", role=Role.JOURNALIST, outlet_id=outlet.id, **known)
            await db.add(tables.addresses, person_id=person, account_id=account.id, user_key=f"p{number}", chat=f"p{number}")
    await app.take_on(account)
    async with closing(app):
        try:
            yield app
        finally:
            await visitor.close()


async def burst(app: App, number: int, links: int) -> None:
    [found] = app.desks.values()
    channel: Any = found.channel
    channel.open(f"p{number}")
    said = "\n".join(f"https://{host(number)}/berita/{each}/beras" for each in range(links))
    await app.take_in(found.account, [channel.said(f"p{number}", said, [])])


async def measure(bursts: int, links: int, every: float, latency: float) -> dict[str, float]:
    """One run: the bursts come one every so many seconds, or all at once."""
    with tempfile.TemporaryDirectory() as name, Sites(bursts, links, latency) as sites:
        async with desk(Path(name), bursts, sites) as app, app.running():
            with spent(sites) as cpu:
                begun = time.monotonic()
                for number in range(bursts):
                    await burst(app, number, links)
                    await asyncio.sleep(every)
                await all_told(app, bursts * links, begun + PATIENCE)
                seconds = time.monotonic() - begun
            return {**await figures(app, bursts * links), "seconds": seconds,
                    "cpu_ms": 1000 * sum(cpu) / (bursts * links), "reading_ms": 1000 * cpu[1] / (bursts * links)}  # fmt: skip


@contextmanager
def spent(sites: Sites) -> Iterator[list[float]]:
    """Seconds of CPU of the desk and of the processes that read."""
    cpu, begun, theirs, read = [0.0, 0.0], time.process_time(), sites.spent, _readers()
    yield cpu
    cpu[:] = time.process_time() - begun - (sites.spent - theirs), _readers() - read


def _readers() -> float:
    """Of the server that forks them, and of all that it has buried."""
    number = multiprocessing.forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]  # nobody else knows it
    if not number:
        return 0.0
    told = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, told[11:15])) / 100


async def all_told(app: App, wanted: int, until: float) -> None:
    """Wait until every link has its verdict and every answer was sent."""
    while time.monotonic() < until:
        async with app.database.read() as every:
            db = every.of((await offices.all_offices(every))[0])
            found = len(await db.rows(db.of(tables.verdicts, tables.verdicts.c.id)))
        if found >= wanted and not any((await app.counts()).values()):
            return
        await asyncio.sleep(0.2)


async def figures(app: App, wanted: int) -> dict[str, float]:
    """How long after it came each link was answered for, and judged."""
    links, verdicts, outbox = tables.links.c, tables.verdicts.c, tables.outbox.c
    async with app.database.read() as every:
        db = every.of((await offices.all_offices(every))[0])
        came = {row.id: row for row in await db.rows(db.of(tables.links, links.id, links.person_id, links.received_at))}
        judged = await db.rows(db.of(tables.verdicts, verdicts.link_id, verdicts.at, verdicts.outcome))
        said = await db.rows(db.of(tables.outbox, outbox.person_id, outbox.settled_at).where(outbox.card == "links_answer"))
    first = {row.person_id: row.settled_at for row in said if row.settled_at}
    receipts = [(first[row.person_id] - row.received_at).total_seconds() for row in came.values() if row.person_id in first]
    delays = [(row.at - came[row.link_id].received_at).total_seconds() for row in judged]
    return {
        "links": wanted, "missing": wanted - len(delays), "recognised": sum(row.outcome == "recognised" for row in judged),
        "receipt_p50": share(receipts, 0.5), "receipt_p95": share(receipts, 0.95),
        "verdict_p50": share(delays, 0.5), "verdict_p95": share(delays, 0.95),
    }  # fmt: skip


def report(results: dict[str, list[dict[str, float]]]) -> bool:
    """Print what was found; whether all is as promised."""
    rows, well = [], True
    for name, runs in results.items():
        found = medians(runs)
        per_second = found["links"] / found["seconds"]
        well &= not found["missing"] and (name == "at once" or found["verdict_p95"] < 60)
        rows.append([
            name, int(found["links"]), int(found["recognised"]), per_second, found["cpu_ms"], found["reading_ms"],
            found["receipt_p50"], found["receipt_p95"], found["verdict_p50"], found["verdict_p95"],
        ])  # fmt: skip
    head = (
        "bursts",
        "links",
        "recognised",
        "links/s",
        "CPU ms each",
        "of it reading",
        "receipt p50 s",
        "p95",
        "verdict p50 s",
        "p95",
    )
    show(head, rows)
    return well


def main(given: Sequence[str] | None = None) -> int:
    """Measure and report."""
    known = argparse.ArgumentParser(prog="python -m tests.bench.links", description=__doc__)
    known.formatter_class = argparse.RawDescriptionHelpFormatter
    known.add_argument("--bursts", type=int, default=30)
    known.add_argument("--links", type=int, default=5, help="of a burst, all of one site")
    known.add_argument("--every", type=float, default=2.0, help="seconds between bursts, where they do not come at once")
    known.add_argument("--latency", type=float, default=100.0, help="milliseconds before each answer of a site")
    known.add_argument("--repetitions", type=int, default=1)
    asked = known.parse_args(given)
    quiet()
    results: dict[str, list[dict[str, float]]] = {"at once": [], f"every {asked.every:g} s": []}
    for _ in range(asked.repetitions):
        for runs, every in zip(results.values(), (0.0, asked.every), strict=True):
            runs.append(asyncio.run(measure(asked.bursts, asked.links, every, asked.latency / 1000)))
    well = report(results)
    write("links", {"arguments": vars(asked), "results": results})
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
