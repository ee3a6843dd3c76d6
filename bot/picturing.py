"""The errand of picturing a frozen page: the picture becomes a file of its own, named by its SHA-256."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.evidence import html_of
from bot.files import Files
from handlers.links.picture import Portrait, Portray

log = structlog.get_logger()
Portraying = Callable[[str], Awaitable[bytes]]
"""HTML as it came -> a PNG, empty where none could be made."""


async def pictured(portray: Portraying, files: Files, errand: Portray) -> Portrait:
    """Picture a bundle's page and keep that. Whatever fails, there is none."""
    if portray is undrawn:
        return Portrait()
    try:
        drawn = await portray(await asyncio.to_thread(html_of, await files.read(errand.evidence)))
        return Portrait(await files.keep(drawn) if drawn else "")
    except (OSError, ValueError) as fault:
        log.warning("page could not be pictured", evidence=errand.evidence, fault=repr(fault)[:200])
        return Portrait()


async def undrawn(_html: str) -> bytes:
    """The picture of a desk that makes none."""
    return b""
