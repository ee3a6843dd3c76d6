"""Charts and books are made one at a time, beside the loop."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from bot.files import Files
from handlers.coverage.errand import Illustrate, Illustrated

ALONE: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="charts")


async def illustrated(files: Files, errand: Illustrate) -> Illustrated:
    """Make both and keep them among the files."""
    return await asyncio.get_running_loop().run_in_executor(ALONE, _made, files, errand)


def _made(files: Files, errand: Illustrate) -> Illustrated:
    from bot.charts import draw  # noqa: PLC0415 - heavy, and not needed where nothing is drawn
    from bot.clippings import bound  # noqa: PLC0415 - heavy as well

    chart = draw(errand.chart)
    book = bound(errand.book, chart)
    kept = [(files.keep_now(each), len(each)) for each in (chart, book)]
    return Illustrated(kept[0], kept[1], errand.said)
