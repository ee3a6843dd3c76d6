"""A newcomer with a browser: what they can see and reach, on a desk and in the hand."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Browser, Locator, Page, async_playwright, expect

SHOTS: Final = Path(__file__).resolve().parents[2] / "var" / "shots"
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS: Final = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip
WIDE: Final = {"width": 1280, "height": 800}
NARROW: Final = {"width": 390, "height": 844}
FINGER: Final = 44  # pixels: what a thumb can hit
SLOW: Final = 20_000  # milliseconds that anything may take

LOOK: Final = Path(__file__).with_name("look.js").read_text()
UNREACHED: Final = """() => [...document.querySelectorAll("button, a[href], select, textarea, input, [tabindex='0']")]
  .filter((el) => el.checkVisibility() && !el.disabled && !window.reached.has(el)).map((el) => el.outerHTML.slice(0, 120))"""


class Newcomer:
    """Somebody before the page."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.faults: list[str] = []
        self.asked: list[str] = []
        page.set_default_timeout(SLOW)
        page.on("console", lambda message: self.faults.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    async def opens(self) -> None:
        """Open the page and wait until it is drawn."""
        await self.page.goto(f"{self.address}/sandbox/")
        await self.page.wait_for_selector("html[data-ready]")

    async def phone(self, name: str) -> Locator:
        """Somebody's phone, taken up by its tab where one is shown at a time."""
        phone = self.page.get_by_role("region", name=name)
        tab = self.page.locator("#tabs button", has_text=name.split(maxsplit=1)[0])
        if not await phone.is_visible():
            await tab.click()
        await expect(phone).to_be_visible()
        return phone

    async def writes(self, name: str, text: str) -> None:
        """Type into somebody's phone and send it."""
        phone = await self.phone(name)
        await phone.locator("textarea").fill(text)
        await self.sends(phone)

    async def sends(self, phone: Locator) -> None:
        """Send what stands in the field, and wait for the desk."""
        await phone.locator("button[type=submit]").click()
        await expect(phone.locator(".typing")).to_have_count(0, timeout=SLOW)

    async def presses(self, name: str, label: str) -> None:
        """Press the newest button of a chat with this label."""
        phone = await self.phone(name)
        button = phone.locator(".choices").get_by_role("button", name=label, exact=True).last
        await button.click()
        await expect(phone.locator(".typing")).to_have_count(0, timeout=SLOW)

    async def sees(self, name: str, text: str) -> None:
        """The words are in somebody's chat, within what can be seen of it."""
        phone = await self.phone(name)
        found = phone.locator(".message", has_text=text).last
        await expect(found).to_be_in_viewport(timeout=SLOW)

    async def finds_nothing_wrong(self) -> None:
        """Nothing is cut off, nothing overlaps, every control is large enough; the page asked nobody else."""
        assert await self.page.evaluate(LOOK, FINGER) == []
        assert self.faults == []
        assert [each for each in self.asked if not each.startswith(self.address)] == []

    async def reaches_everything_by_keyboard(self) -> None:
        """Every control that can be seen is met by pressing Tab, and shows that it was."""
        await self.page.evaluate(
            "window.reached = new Set(); addEventListener('focusin', (met) => window.reached.add(met.target))"
        )
        for _ in range(300):
            await self.page.keyboard.press("Tab")
            if not await self.page.evaluate(UNREACHED):
                return
        raise AssertionError(await self.page.evaluate(UNREACHED))

    async def takes_a_picture(self, name: str) -> Path:
        """Keep what can be seen now under var/shots."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        path = SHOTS / f"{name}.png"
        await self.page.screenshot(path=path, animations="disabled")
        return path


@asynccontextmanager
async def opened_browser() -> AsyncIterator[Browser]:
    """A Chromium of this machine."""
    path = next((found for found in map(shutil.which, BROWSERS) if found), None)
    assert path, "no Chromium on the PATH; python3 dev.py test installs it"
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield chromium
        finally:
            await chromium.close()


@asynccontextmanager
async def visit(chromium: Browser, address: str, **context: Any) -> AsyncIterator[Newcomer]:
    """Open the page as somebody who was never here."""
    fresh = await chromium.new_context(locale="id-ID", **context)
    try:
        visitor = Newcomer(await fresh.new_page(), address)
        await visitor.opens()
        yield visitor
    finally:
        await fresh.close()
