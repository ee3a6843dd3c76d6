"""The sandbox page in a real browser: the whole main job, on a desk and in the hand."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, FilePayload, expect

from bot.app import App
from bot.clock import Clock
from bot.files import Files
from bot.sandbox.api import OPENED, sandbox
from bot.sandbox.demo import OFFICE, furnish
from bot.sandbox.news import examples
from bot.sandbox.painting import FLOOD
from bot.sandbox.serve import played
from bot.sandbox.web import SandboxWeb
from bot.web import listening
from storage import migrate, offices
from tests.test_sandbox.browsing import NARROW, WIDE, Newcomer, opened_browser, visit

VIEWS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": WIDE},
    "phone": {"viewport": NARROW, "has_touch": True, "is_mobile": True},
}


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[App, str]]:
    """The demo as `dev.py demo` opens it, and its address. One for all: a desk bears many visitors."""
    folder = tmp_path_factory.mktemp("demo")
    url = f"sqlite+aiosqlite:///{folder}/desk.db"
    migrate.upgrade(url)
    files, clock = Files(folder / "files"), Clock()
    invented = SandboxWeb(clock, OFFICE)
    app = played(url, files, clock, invented.visit)
    await furnish(app)
    await invented.open()
    served = web.Application()
    served.add_subapp("/sandbox", sandbox(app, examples()))
    async with listening(served, "127.0.0.1", 0) as port, invented, app.ringing():
        yield app, f"http://127.0.0.1:{port}"
    await app.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    """A browser that is already on this machine."""
    async with opened_browser() as found:
        yield found


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest_asyncio.fixture(loop_scope="module")
async def newcomer(demo: tuple[App, str], chromium: Browser, view: str) -> AsyncIterator[Newcomer]:
    """Somebody who has just opened the page; none of the steps is done yet."""
    app, address = demo
    async with app.database.write() as db:
        await offices.remember(db, OPENED, app.now().isoformat())
    async with visit(chromium, address, **VIEWS[view]) as visitor:
        yield visitor


VERDICTS = {
    "akan diakui": "R-3: diakui", "perlu dilihat": "R-3: dilihat dulu oleh petugas", "akan ditolak": "R-1: ditolak, lewat batas",
}  # fmt: skip


async def test_links_to_try_lead_to_each_verdict(newcomer: Newcomer, view: str) -> None:
    name = {"desktop": "Rina Contoh", "phone": "Bayu Misal"}[view]
    phone = await newcomer.phone(name)
    await phone.locator("textarea").focus()
    await newcomer.page.get_by_text("Contoh tautan untuk dicoba").click()
    await newcomer.finds_nothing_wrong()
    await newcomer.takes_a_picture(f"{view}-examples")
    for label in VERDICTS:
        await newcomer.page.locator("#links button", has_text=label).click()
        await newcomer.sends(await newcomer.phone(name))
    await newcomer.page.get_by_text("Contoh tautan untuk dicoba").click()
    await newcomer.page.get_by_role("button", name="+10 detik").click()
    if view == "phone":  # on WhatsApp the answer waits until it is whole
        await newcomer.page.get_by_role("button", name="+1 jam").click()
    for verdict in VERDICTS.values():
        await newcomer.sees(name, verdict)
    await newcomer.takes_a_picture(f"{view}-verdicts")
    await newcomer.finds_nothing_wrong()


async def test_three_steps_lead_through_the_main_job(newcomer: Newcomer, view: str) -> None:
    page = newcomer.page
    await page.get_by_role("button", name="Masukkan contoh").click()
    await newcomer.sends(await newcomer.phone("Sari Teladan"))
    await newcomer.presses("Sari Teladan", "Selesai")
    await newcomer.presses("Sari Teladan", "Ajukan")
    await newcomer.sees("Sari Teladan", "diajukan kepada Hendra Patut")
    await newcomer.finds_nothing_wrong()
    await page.get_by_role("button", name="Buka ponsel penyetuju").click()
    await newcomer.presses("Hendra Patut", "Setujui")
    await newcomer.presses("Hendra Patut", "Kirim sekarang")
    await newcomer.presses("Hendra Patut", "Ya, kirim")
    await newcomer.sees("Hendra Patut", "selesai: dikirim 6 dari 6")
    await newcomer.sees("Bayu Misal", "Naskah lengkap")
    await newcomer.finds_nothing_wrong()
    await page.get_by_role("button", name="Masukkan tautan").click()
    await newcomer.sends(await newcomer.phone("Rina Contoh"))
    await page.get_by_role("button", name="Majukan 10 detik").click()
    await newcomer.sees("Rina Contoh", "Diterima 1 link")
    await newcomer.takes_a_picture(f"{view}-main-job")
    await page.get_by_role("button", name="Buka ponsel verifikator").click()
    await newcomer.sends(await newcomer.phone("Vera Cermat"))
    await newcomer.presses("Vera Cermat", "Akui")
    await newcomer.finds_nothing_wrong()
    await page.reload()  # whose phones were chosen is not forgotten
    await page.wait_for_selector("html[data-ready]")
    await newcomer.phone("Vera Cermat")
    await page.get_by_role("button", name="Lompat ke 06.45").click()
    await newcomer.sees("Ratna Mulia", "06.45")
    await expect(page.locator(".step.current")).to_have_count(0)
    await newcomer.finds_nothing_wrong()
    await newcomer.takes_a_picture(f"{view}-summary")


async def test_everything_is_reached_by_keyboard(newcomer: Newcomer) -> None:
    await newcomer.reaches_everything_by_keyboard()


async def test_the_page_speaks_both_languages(newcomer: Newcomer, view: str) -> None:
    await expect(newcomer.page.locator(".step.current h3")).to_have_text("Penyusun menulis rilis")
    await newcomer.page.get_by_role("button", name="English").click()
    await expect(newcomer.page.locator(".step.current h3")).to_have_text("The drafter writes a release")
    await expect(newcomer.page.locator("html")).to_have_attribute("lang", "en")
    await newcomer.finds_nothing_wrong()
    await newcomer.page.reload()
    await expect(newcomer.page.locator(".step.current h3")).to_have_text("The drafter writes a release")
    await newcomer.takes_a_picture(f"{view}-english")


async def test_anybody_can_be_played_and_nobody_twice(newcomer: Newcomer) -> None:
    phone = await newcomer.phone("Rina Contoh")
    await phone.locator("select").select_option(label="Budi Pendatang · Belum terdaftar")
    await newcomer.writes("Budi Pendatang", "daftar")
    await newcomer.sees("Budi Pendatang", "daftar")
    phone = await newcomer.phone("Budi Pendatang")
    await phone.locator("select").select_option(label="Bayu Misal · Wartawan")
    names = await newcomer.page.locator(".who select option:checked").all_inner_texts()
    assert names[:2] == ["Bayu Misal", "Budi Pendatang"]
    await newcomer.finds_nothing_wrong()


async def test_files_are_chosen_thrown_out_and_sent(newcomer: Newcomer, view: str) -> None:
    phone = await newcomer.phone("Sari Teladan")
    picture: FilePayload = {"name": "foto-lapangan-yang-panjang-sekali-namanya.png", "mimeType": "image/png", "buffer": FLOOD}
    text: FilePayload = {"name": "catatan.txt", "mimeType": "text/plain", "buffer": b"catatan"}
    await phone.locator("input[type=file]").set_input_files([picture, text])
    await phone.get_by_role("button", name="catatan.txt").click()
    await expect(phone.locator(".chosen li")).to_have_count(1)
    await newcomer.finds_nothing_wrong()
    before = await phone.locator(".message.person .pictures img").count()
    await newcomer.sends(phone)
    await expect(phone.locator(".message.person .pictures img")).to_have_count(before + 1)
    await newcomer.finds_nothing_wrong()


async def test_what_is_too_large_is_said_and_nothing_is_lost(newcomer: Newcomer, tmp_path: Path) -> None:
    huge = tmp_path / "besar.bin"
    with huge.open("wb") as made:
        made.truncate(20_000_001)
    phone = await newcomer.phone("Rina Contoh")
    await phone.locator("textarea").fill("ini berkasnya")
    await phone.locator("input[type=file]").set_input_files(huge)
    await expect(newcomer.page.get_by_role("alert")).to_have_text("Berkas terlalu besar: paling besar 20 MB.")
    await expect(phone.locator("textarea")).to_have_value("ini berkasnya")


async def test_a_dark_room_is_respected(demo: tuple[App, str], chromium: Browser) -> None:
    async with visit(chromium, demo[1], viewport=WIDE, color_scheme="dark") as visitor:
        shade = await visitor.page.evaluate("getComputedStyle(document.body).color")
        assert shade == "rgb(230, 234, 233)"
        await visitor.finds_nothing_wrong()
        await visitor.takes_a_picture("desktop-dark")
