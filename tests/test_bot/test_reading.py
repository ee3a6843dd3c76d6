"""Articles of every family are read, and no page stalls the desk, fills its memory or spoils the next one."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.reading.extract import THIN, article_of
from bot.reading.reader import LONGEST, Reader
from handlers.links.visit import Hop, Page
from tests.desk import MORNING
from tests.web.children import watched
from tests.web.hostile_pages import pages
from tests.web.outlets import FAMILIES, WIB, Piece, printed

ADDRESS = "https://suaracontoh.id/2026/11/23/bupati-tinjau"
HIDING = {"app", "walled"}
PIECE = Piece(
    'Bupati Tinjau "Banjir" di Desa Contoh',
    (
        "SUARA CONTOH, TELADAN – Bupati meninjau warga terdampak banjir di Desa Contoh, Senin (23/11/2026), bersama BPBD.",
        '"Stok beras cukup untuk dua pekan, kami utamakan lansia dan balita," ujar Kepala BPBD, Fulan Contoh, di lokasi.',
        "Sebanyak 312 kepala keluarga menerima beras dan selimut. Jalan desa yang putus akan diperbaiki pekan depan.",
        "Warga, Siti Contoh (41), berharap jalan itu segera dapat dilalui kendaraan roda empat seperti sebelum banjir.",
    ),
    datetime(2026, 11, 23, 9, 5, tzinfo=WIB),
    address=ADDRESS,
)


def page(body: bytes, charset: str = "utf-8") -> Page:
    return Page(ADDRESS, (Hop(ADDRESS, 200),), (), body, charset, MORNING)


@pytest.fixture
async def reader() -> AsyncIterator[Reader]:
    opened = Reader()
    yield opened
    await opened.close()


# --- what is read ---------------------------------------------------------------------------------


@pytest.mark.parametrize("family", FAMILIES)
def test_the_article_of_every_family_is_read(family: str) -> None:
    found = article_of(printed(family, PIECE), f"{ADDRESS}?utm_source=whatsapp", "Asia/Jakarta")
    assert (found.title, found.published, found.precise, found.disputed) == (PIECE.title, PIECE.published, True, False)
    assert found.site == ("" if family == "own system" else PIECE.site)
    assert found.author == ("" if family == "app" else PIECE.author)
    assert found.canonical == ("" if family == "own system" else ADDRESS)
    assert found.hidden is (family in HIDING)
    told = [each for each in PIECE.paragraphs if each in found.text.splitlines()]
    assert len(told) == {"app": 0, "walled": 2, "paged": 2}.get(family, 4)
    assert "Harga cabai" not in found.text, "another article's headline is none of this one's text"


def times(head: str, shown: str = "", address: str = "https://suaracontoh.id/x") -> tuple[datetime | None, bool, bool]:
    """What is read of a page's time: the moment, whether it has its hour, whether the page contradicts itself."""
    body = f"<h1>Judul</h1><div class='info'>{shown}</div><article><p>{'kata ' * 60}</p></article>"
    found = article_of(f"<html><head>{head}</head><body>{body}</body></html>", address, "Asia/Jakarta")
    return found.published, found.precise, found.disputed


def test_of_several_times_the_most_trusted_counts() -> None:
    declared = "<meta property='article:published_time' content='2026-11-23T09:05:00+07:00'>"
    day = "<meta itemprop='datePublished' content='2026-11-23'>"
    whole, midnight = (PIECE.published.astimezone(UTC), True), (datetime(2026, 11, 22, 17, tzinfo=UTC), False)
    assert times(declared) == (*whole, False)
    assert times(declared, "Selasa, 24 November 2026 10:00 WIB") == (*whole, False), "what is shown may be today's date"
    assert times("", "Senin, 23 November 2026 | 09.05 WIB") == (*whole, False)
    assert times("", "Tayang 11.05 WIT, 23/11/2026") == (*whole, False)
    assert times(day, "Senin (23/11/2026) 09:05") == (*whole, False)
    assert times(day) == (*midnight, False)
    assert times("", address="https://suaracontoh.id/2026/11/23/judul") == (*midnight, False)
    assert times("", address="https://suaracontoh.id/read/2026/11/23/090533/judul") == (*whole, False)
    assert times(declared, address="https://suaracontoh.id/2026/11/20/judul") == (*whole, True)
    assert times("") == (None, False, False)


def test_a_page_with_little_text_is_one_that_hides_it() -> None:
    for length, hidden in ((THIN - 20, True), (THIN + 20, False)):
        text = f"<html><body><h1>Judul</h1><article><p>{'a' * length}</p></article></body></html>"
        assert article_of(text, ADDRESS, "Asia/Jakarta").hidden is hidden


# --- what is contained ----------------------------------------------------------------------------


async def test_hostile_pages_are_contained_and_the_next_good_one_is_read(reader: Reader) -> None:
    good = page(printed("wordpress", PIECE).encode())
    assert await reader.read(good, "Asia/Jakarta")
    hostile = pages(30_000)
    with watched() as peaks:
        await asyncio.gather(*(reader.read(page(each), "Asia/Jakarta") for each in hostile.values()))
        found = await reader.read(good, "Asia/Jakarta")
    assert len(hostile) >= 30
    assert peaks.idle > 0
    assert 2_000_000 < peaks.growth <= 60_000_000
    assert found
    assert found.title == PIECE.title


async def test_a_page_that_stalls_is_ended_at_its_deadline_and_nobody_waits_for_it() -> None:
    reader = Reader(deadline=0.7)
    stalling, good = page(pages(400_000)["attributes"]), page(printed("amp", PIECE).encode())
    await reader.read(good, "Asia/Jakarta")  # the processes are there
    clock = asyncio.get_running_loop().time
    begun, waits = clock(), []
    stalled = asyncio.create_task(reader.read(stalling, "Asia/Jakarta"))
    while not stalled.done():
        before = clock()
        await asyncio.sleep(0.01)
        waits.append(clock() - before - 0.01)
    took = clock() - begun
    assert await stalled is None
    assert 0.6 < took < 3.0
    assert sorted(waits)[len(waits) * 95 // 100] < 0.5, "the desk answers others meanwhile"
    async with asyncio.timeout(10):
        while await reader.read(good, "Asia/Jakarta") is None:  # a busy machine may need more than the deadline here
            await asyncio.sleep(0.05)
    await reader.close()


async def test_what_dies_is_made_anew(reader: Reader) -> None:
    good = page(printed("blog", PIECE).encode())
    assert await reader.read(good, "Asia/Jakarta")
    assert reader._pool
    for child in list(reader._pool._pool_manager.worker_manager.workers.values()):
        child.kill()  # as the machine does when its memory runs out
    async with asyncio.timeout(10):
        while await reader.read(good, "Asia/Jakarta") is None:
            await asyncio.sleep(0.05)


async def test_a_pool_that_does_nothing_any_more_is_thrown_away() -> None:
    reader, good = Reader(deadline=0.3), page(printed("amp", PIECE).encode())
    await reader.read(good, "Asia/Jakarta")
    stuck = reader._pool
    assert stuck
    channel = stuck._pool_manager.worker_manager.workers_channel
    assert channel
    channel.mutex.acquire()  # as one does that dies in the wrong moment
    assert await reader.read(good, "Asia/Jakarta") is None
    async with asyncio.timeout(10):
        while await reader.read(good, "Asia/Jakarta") is None:
            await asyncio.sleep(0.05)
    assert reader._pool is not stuck
    await reader.close()


async def test_a_heavy_page_that_means_no_harm_is_read(reader: Reader) -> None:
    script, item = (
        "<script>var a = 'panjang sekali';</script>",
        "<li class='a b'><a href='/x' title='y'><img src='z.jpg'>Berita</a></li>",
    )
    body = printed("wordpress", PIECE).replace("<nav>", script * 6000 + "<ul>" + item * 2500 + "</ul><nav>")
    found = await reader.read(page(body.encode()), "Asia/Jakarta")
    assert 400_000 < len(body) < LONGEST
    assert found
    assert (found.title, found.published, found.hidden) == (PIECE.title, PIECE.published, False)


async def test_of_a_long_page_the_beginning_is_read(reader: Reader) -> None:
    found = await reader.read(page(printed("network", PIECE).encode() + b" " * LONGEST), "Asia/Jakarta")
    assert found
    assert found.title == PIECE.title


async def test_a_page_in_another_charset_is_read(reader: Reader) -> None:
    piece = Piece("Kafé Désa dibuka", PIECE.paragraphs, PIECE.published + timedelta(days=1))
    found = await reader.read(page(printed("own system", piece).replace("–", "-").encode("latin-1"), "cp1252"), "Asia/Jakarta")
    assert found
    assert (found.title, found.published) == (piece.title, piece.published)


async def test_who_reads_nothing_starts_nothing() -> None:
    unread = Reader()
    await unread.close()
    assert unread._pool is None
