"""The sandbox page in a real browser: an invented day at the desk, in the hand and on a desk."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, ViewportSize, expect

from bot.app import App
from bot.sandbox.api import OPENED
from bot.sandbox.painting import FLOOD
from bot.sandbox.serve import opened
from storage import offices
from tests.test_sandbox.browsing import NARROW, SLOW, WIDE, Newcomer, opened_browser, visit
from tests.test_sandbox.replay import DAY, replay

VIEWS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": WIDE},
    "phone": {"viewport": NARROW, "has_touch": True, "is_mobile": True},
}
LANDSCAPE: ViewportSize = {"width": 844, "height": 390}

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[App, str]]:
    """The demo as `dev.py demo` opens it, and its address. One for all: a desk bears many visitors."""
    async with opened(tmp_path_factory.mktemp("demo"), 0) as (app, port):
        yield app, f"http://127.0.0.1:{port}"


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


async def test_a_newcomer_replays_the_whole_day_in_the_hand(demo: tuple[App, str], chromium: Browser) -> None:
    """First of all, for it needs the morning of the day."""
    async with visit(chromium, demo[1], **VIEWS["phone"]) as newcomer:
        page = newcomer.page

        async def after(step: str) -> None:
            await expect(page.locator(".step.done")).to_have_count(1 + list(DAY).index(step), timeout=SLOW)
            await newcomer.finds_nothing_wrong()
            if step == "question":
                await expect(page.locator("#jumps .next")).to_have_text("Maju ke 13.45: Pintu")

        await expect(page.locator("#jumps .next")).to_have_text("Maju ke 06.45: ringkasan pagi")
        await replay(newcomer, after)
        await newcomer.takes_a_picture("phone-day")
        await page.set_viewport_size(LANDSCAPE)
        await page.get_by_role("button", name="Langkah sebelumnya").click()
        await expect(page.locator("#task-title")).to_have_text("Jam tenang: menunggu, lalu satu pesan")
        await expect(page.locator("#deeds button")).to_be_in_viewport()
        await newcomer.finds_nothing_wrong()
        await page.reload()  # whose phones were chosen is not forgotten
        await page.wait_for_selector("html[data-ready]")
        await newcomer.phone("Vera Cermat")


async def test_everything_is_reached_by_keyboard(newcomer: Newcomer) -> None:
    await newcomer.reaches_everything_by_keyboard()


async def test_the_page_speaks_both_languages(newcomer: Newcomer, view: str) -> None:
    await expect(newcomer.page.locator("#task-title")).to_have_text("Ringkasan pagi pejabat")
    await newcomer.page.get_by_role("button", name="English").click()
    await expect(newcomer.page.locator("#task-title")).to_have_text("The official's morning summary")
    await expect(newcomer.page.locator("html")).to_have_attribute("lang", "en")
    await newcomer.finds_nothing_wrong()
    await newcomer.page.reload()
    await expect(newcomer.page.locator("#task-title")).to_have_text("The official's morning summary")
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
