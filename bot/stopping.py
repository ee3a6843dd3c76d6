"""How work ends when the desk is told to stop: what is under way is finished first, unless that takes too long."""

import asyncio
from collections.abc import Awaitable, Collection
from typing import Any, TypeVar

T = TypeVar("T")

GRACE = 20.0  # seconds


async def whole(work: Awaitable[T]) -> T:
    """A piece of work that is not cut off in its middle, so that nothing it did is left in doubt."""
    under_way = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(under_way)
    except asyncio.CancelledError:
        await finished([under_way])
        raise


async def finished(under_way: Collection[asyncio.Future[Any]]) -> None:
    """Wait for all to end, and after a while make them end."""
    if not under_way:
        return
    _, left = await asyncio.wait(under_way, timeout=GRACE)
    while left:
        for each in left:
            each.cancel()
        _, left = await asyncio.wait(left, timeout=1.0)
