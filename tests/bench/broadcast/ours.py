"""The desk itself: every message a durable row, from WAITING to SENT. Arguments: platform's address, number, [database URL]."""

import asyncio
import sys
import tempfile
from pathlib import Path

import uvloop

from bot.app import FREE
from bot.channels.telegram.client import TelegramChannel
from bot.delivery import Lane
from bot.files import Files
from bot.pace import Pace
from bot.warm import warm_up
from storage import lanes, migrate
from storage.database import Database
from tests.bench.broadcast.measured import measured
from tests.bench.office import NOW, furnish
from tests.bench.platform import TOKEN
from tests.bench.sending import until_done, watched

PATIENCE = 600.0  # seconds


async def run(api: str, number: int, url: str, folder: Path) -> None:
    await asyncio.to_thread(migrate.upgrade, url)
    database = Database(url)
    account = await furnish(database, number)
    channel = TelegramChannel(TOKEN, Files(folder), api=api)
    lane = Lane(database, account, channel, Pace(FREE, FREE, FREE), lambda: NOW)
    warm_up()
    with watched(number) as seen, measured(number):
        await until_done(lane, seen, PATIENCE)
    async with database.read() as db:
        left = await lanes.unsent(db)
    await channel.close()
    await database.close()
    if left:
        raise SystemExit(f"{left} messages were not sent")


def main(api: str, number: str, url: str = "") -> None:
    with tempfile.TemporaryDirectory() as folder:
        uvloop.run(run(api, int(number), url or f"sqlite+aiosqlite:///{folder}/desk.db", Path(folder)))


if __name__ == "__main__":
    main(*sys.argv[1:])
