"""The errand of picturing a frozen page: the picture becomes a file of its own, named by its SHA-256."""

from collections.abc import Awaitable, Callable

import structlog

from bot.evidence import PAGE, part_of
from bot.files import Files
from handlers.links.picture import Portrait, Portray

log = structlog.get_logger()
Portraying = Callable[[bytes], Awaitable[bytes]]
"""HTML as it came -> a PNG, empty where none could be made."""


async def pictured(portray: Portraying, files: Files, errand: Portray) -> Portrait:
    """Picture a bundle's page and keep that. Whatever fails, there is none."""
    if portray is undrawn:
        return Portrait()
    try:
        drawn = await portray(part_of(await files.read(errand.evidence), PAGE))
        return Portrait(await files.keep(drawn) if drawn else "")
    except (OSError, ValueError) as fault:
        log.warning("page could not be pictured", evidence=errand.evidence, fault=repr(fault)[:200])
        return Portrait()


async def undrawn(_page: bytes) -> bytes:
    """The picture of a desk that makes none."""
    return b""
