"""J9, H12, V6, V7: links are looked at on an invented web, judged by the rules of the day, and their senders told."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.fetching.fetcher import Fetcher, Limits
from bot.reading.reader import Reader
from bot.visiting import Visiting, Visitor
from storage.records import LinkState
from tests.desk import MORNING, Desk
from tests.links import Coverage, coverage, states
from tests.releases import HEADLINE, TEXT, newsroom
from tests.web.outlets import Piece, printed
from tests.web.web import InventedWeb

SITE, PATH = "suaracontoh.id", "/2026/11/beras-untuk-korban-banjir"
STORY = tuple(TEXT.splitlines()[2:5])
COPY = Piece(HEADLINE.title(), STORY, MORNING + timedelta(hours=1))
ELSEWHERE = Piece(
    "Bazar Ramaikan Alun-alun Umpama",
    (
        "Bazar di Alun-alun Umpama diikuti 57 pedagang, Senin (23/11/2026).",
        "Omzet hari pertama ditaksir Rp85 juta menurut ketua panitia, Budi Ibarat.",
        "Pengunjung datang dari tiga kecamatan dan memadati lapangan hingga malam.",
    ),
    MORNING + timedelta(hours=1),
)


@pytest.fixture
async def web() -> AsyncIterator[InventedWeb]:
    async with InventedWeb() as opened:
        yield opened


@pytest.fixture
async def visit(web: InventedWeb) -> AsyncIterator[Visiting]:
    made = Visitor(Fetcher("MejaHumas/0.1", lambda: MORNING, web.dialer, Limits(gap=0.0)), Reader())
    yield made.visit
    await made.close()


async def sent(desk: Desk) -> Coverage:
    """R-1 about the rice has gone out."""
    all_of = await coverage(desk)
    await (await newsroom(desk)).sends()
    return all_of


async def test_a_copy_is_recognised_by_nobody_and_its_sender_told(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    await all_of.pastes(all_of.rina, web.publish(SITE, PATH, printed("wordpress", COPY)))
    all_of.rina.sees("L-1 — Suara Contoh — R-1: diakui", "L-1 — Suara Contoh — R-1: recognised")
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
