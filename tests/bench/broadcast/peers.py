"""What people would use instead, each as its documentation shows it. Runs in the peers' folder, not with our libraries.

Arguments: which, platform's address, number of messages.
"""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from typing import Any

import uvloop

from tests.bench.broadcast.measured import measured
from tests.bench.platform import TOKEN

TEXT = "Pemkab Teladan menyalurkan beras untuk 312 KK terdampak banjir di empat kecamatan. " * 6
AT_ONCE = 100  # as many as aiogram's session opens connections
PAUSE = 0.05  # the second in twenty that tutorials sleep between messages


async def all_at_once(send: Callable[[int], Awaitable[object]], number: int) -> None:
    """`gather` over everybody, so many under way."""
    free = asyncio.Semaphore(AT_ONCE)

    async def one(chat: int) -> None:
        async with free:
            await send(chat)

    with measured(number):
        await asyncio.gather(*(one(chat) for chat in range(1, number + 1)))


async def one_by_one(send: Callable[[int], Awaitable[object]], number: int) -> None:
    """The loop of the tutorials."""
    with measured(number):
        for chat in range(1, number + 1):
            await send(chat)
            await asyncio.sleep(PAUSE)


def _aiogram(api: str) -> Any:
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))


async def gather(api: str, number: int) -> None:
    """aiogram with gather and a semaphore; nothing is kept."""
    async with _aiogram(api) as bot:
        await all_at_once(lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML"), number)


async def sleep(api: str, number: int) -> None:
    """aiogram in a loop with a sleep; nothing is kept."""
    async with _aiogram(api) as bot:
        await one_by_one(lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML"), number)


async def broadcaster(api: str, number: int, storage: Any = None) -> None:
    """aiogram-broadcaster without an interval."""
    from aiogram_broadcaster import Broadcaster  # type: ignore[import-not-found]  # only the peers' folder has it
    from aiogram_broadcaster.contents import TextContent  # type: ignore[import-not-found]  # only the peers' folder has it

    async with _aiogram(api) as bot:
        made = Broadcaster(bot, storage=storage)
        mailer = await made.create_mailer(range(1, number + 1), TextContent(text=TEXT, parse_mode="HTML"))
        with measured(number):
            await mailer.start()


async def broadcaster_sql(api: str, number: int) -> None:
    """aiogram-broadcaster with its SQL storage, which writes the whole list anew after every message."""
    from aiogram_broadcaster.storages.sqlalchemy import SQLAlchemyStorage  # type: ignore[import-not-found]  # as above: peers

    with tempfile.TemporaryDirectory() as folder:
        storage = SQLAlchemyStorage.from_url(f"sqlite+aiosqlite:///{folder}/mailers.db")
        await storage.startup()
        await broadcaster(api, number, storage)
        await storage.shutdown()


async def telegram_bot(api: str, number: int, limiter: Any = None) -> None:
    """python-telegram-bot with gather and a semaphore; nothing is kept."""
    from telegram.ext import ExtBot
    from telegram.request import HTTPXRequest

    request = HTTPXRequest(connection_pool_size=AT_ONCE, pool_timeout=60.0)
    bot = ExtBot(TOKEN, base_url=f"{api}/bot", request=request, rate_limiter=limiter)
    async with bot:
        await all_at_once(lambda chat: bot.send_message(chat, TEXT, parse_mode="HTML"), number)


async def telegram_bot_limited(api: str, number: int) -> None:
    """The same through its rate limiter, set so high that only its own cost is left."""
    from telegram.ext import AIORateLimiter

    await telegram_bot(api, number, AIORateLimiter(overall_max_rate=10**9, group_max_rate=0))


PEERS = {each.__name__: each for each in (gather, sleep, broadcaster, broadcaster_sql, telegram_bot, telegram_bot_limited)}


if __name__ == "__main__":
    uvloop.run(PEERS[sys.argv[1]](sys.argv[2], int(sys.argv[3])))
