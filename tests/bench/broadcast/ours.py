"""The desk itself: every message a durable row, from WAITING to SENT. Arguments: platform's address, number, [database URL]."""

import sys

import uvloop

from bot.pace import FREE, Pace
from storage import lanes
from tests.bench.broadcast.measured import measured
from tests.bench.sending import station, until_done, watched

PATIENCE = 600.0  # seconds


async def run(api: str, number: int, url: str = "") -> None:
    """Send, and say how it went."""
    async with station(api, number, Pace(FREE, FREE, FREE), url) as made:
        with watched(number) as seen, measured(number):
            await until_done(made.lane, seen, PATIENCE)
        async with made.database.read() as db:
            left = await lanes.unsent(db)
    if left:
        raise SystemExit(f"{left} messages were not sent")


if __name__ == "__main__":
    uvloop.run(run(sys.argv[1], int(sys.argv[2]), *sys.argv[3:]))
