"""Webhooks of WhatsApp: 10,000 items, each told three times, shuffled, in batches of 1–50 over 16 connections.

    python -m tests.bench.whatsapp_intake [items]

Prints how long an acknowledgement took, also the slowest of ten batches of 3 MB, and whether each effect happened exactly
once; writes var/bench/whatsapp_intake.json.
"""

import asyncio
import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import aiohttp

from bot.app import App
from bot.channels.whatsapp.client import WhatsAppChannel
from bot.clock import Clock
from bot.files import Files
from bot.pace import FREE, Pace
from bot.web import listening, site
from storage import accounts, migrate, offices
from storage.database import Database
from storage.records import AccountId, ChannelKind
from storage.tables import inbox, people
from tests.channels.whatsapp_server import WhatsAppServer

PEOPLE, TIMES, CONNECTIONS, MOST = 200, 3, 16, 50
LARGE, EACH = 10, 400  # batches of 3 MB, and about how many bytes a message of theirs has


async def measure(items: int) -> dict[str, float]:
    """One run on a database of its own."""
    async with WhatsAppServer() as platform:
        with tempfile.TemporaryDirectory() as folder:
            app, account = await desk(platform, Path(folder))
            bodies = told(platform, items, Random(1))
            async with listening(site(app), "127.0.0.1", 0) as port:
                url = f"http://127.0.0.1:{port}/hooks/{account}"
                waits = await deliver(url, platform, frozen(bodies))
                stored, strangers = await effects(app)
                large = await deliver(url, platform, frozen(largest(platform)), connections=1)
            await app.close()
    waits.sort()
    return {
        "items": items, "deliveries": len(bodies), "stored": stored, "people": strangers,
        "ack_ms_median": statistics.median(waits) * 1000, "ack_ms_p99": waits[int(len(waits) * 0.99)] * 1000,
        "ack_ms_max": waits[-1] * 1000, "ack_ms_3_mb": max(large) * 1000,
    }  # fmt: skip


async def desk(platform: WhatsAppServer, folder: Path) -> tuple[App, AccountId]:
    """A desk with one number."""
    url = f"sqlite+aiosqlite:///{folder}/desk.db"
    migrate.upgrade(url)
    database = Database(url)
    async with database.write() as db:
        office = await offices.add_office(db, "Humas Kab. Teladan", "Asia/Jakarta")
        account = await accounts.add(db, office, ChannelKind.WHATSAPP, platform.phone_id, "")
    channel = WhatsAppChannel(
        platform.token, platform.phone_id, Files(folder), business_id=platform.business_id, app_secret=platform.app_secret,
        verify_token=platform.verify_token, api=platform.url,
    )  # fmt: skip
    app = App(database, Files(folder), lambda _: channel, Clock(), lambda _: Pace(FREE, FREE, FREE))
    await app.open()
    return app, account.id


def told(platform: WhatsAppServer, items: int, chance: Random) -> list[bytes]:
    """What people said, each item three times, in a new order and new batches each time."""
    crowd = [platform.person(f"Wartawan {number}", f"62812{number:07}") for number in range(PEOPLE)]
    for number in range(items):
        crowd[number % PEOPLE].says(f"pesan {number}")
    said = platform.take()
    bodies = []
    for _ in range(TIMES):
        chance.shuffle(said)
        bodies += platform.batched(said, MOST, chance)
    chance.shuffle(bodies)
    return bodies


def frozen(bodies: list[bytes]) -> list[bytes]:
    """The same, with all that the platform's side holds left out of what the desk's process looks through for garbage."""
    gc.collect()
    gc.freeze()
    return bodies


def largest(platform: WhatsAppServer) -> list[bytes]:
    """Batches of 3 MB of usual messages, one after the other."""
    writer = platform.person("Wartawan Rajin", "628999999999")
    made = []
    for batch in range(LARGE):
        while platform.state.pending == [] or len(platform.state.pending) * EACH < 3_000_000:
            writer.says(f"{batch}.{len(platform.state.pending)} {'Kiriman hari ini. ' * 12}")
        made.append(platform.packed([platform.take()]))
    return made


async def deliver(url: str, platform: WhatsAppServer, bodies: Sequence[bytes], connections: int = CONNECTIONS) -> list[float]:
    """Post them over some connections; gives the seconds until each was acknowledged."""
    waiting, waits = list(bodies), list[float]()

    async def connection(session: aiohttp.ClientSession) -> None:
        while waiting:
            body = waiting.pop()
            started = time.perf_counter()
            async with session.post(url, data=body, headers=platform.headers(body)) as answer:
                assert answer.status == 200, answer.status
            waits.append(time.perf_counter() - started)

    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(connection(session) for _ in range(connections)))
    return waits


async def effects(app: App) -> tuple[int, int]:
    """How many events are kept, and how many people they made known once all are answered."""
    async with app.database.read() as db:
        stored = len(await db.rows(inbox.select().with_only_columns(inbox.c.id)))
    while await app._dispatch.round():
        pass
    async with app.database.read() as db:
        return stored, len(await db.rows(people.select().with_only_columns(people.c.id)))


def main() -> None:
    """Measure, print and write."""
    found = asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
    for name, value in found.items():
        print(f"{name:<16} {value:>12,.1f}")
    once = (found["stored"], found["people"]) == (found["items"], min(PEOPLE, found["items"]))
    print("each exactly once" if once else "NOT each exactly once")
    path = Path("var/bench/whatsapp_intake.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found, indent=1))
    sys.exit(0 if once and max(found["ack_ms_p99"], found["ack_ms_3_mb"]) < 250 else 1)


if __name__ == "__main__":
    main()
