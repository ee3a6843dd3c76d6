"""The invented web as a desk reaches it: `web` publishes, and whoever asks for `visit` as well lets the desk look there."""

from collections.abc import AsyncIterator

import pytest

from bot.fetching.fetcher import Fetcher, Limits
from bot.reading.reader import Reader
from bot.visiting import Visiting, Visitor
from tests.desk import MORNING
from tests.web.web import InventedWeb


@pytest.fixture
async def web() -> AsyncIterator[InventedWeb]:
    async with InventedWeb() as opened:
        yield opened


@pytest.fixture
async def visit(web: InventedWeb) -> AsyncIterator[Visiting]:
    made = Visitor(Fetcher("MejaHumas/0.1", lambda: MORNING, web.dialer, Limits(gap=0.0)), Reader())
    yield made.visit
    await made.close()
