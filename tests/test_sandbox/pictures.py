"""Makes the pictures of README's tour by replaying the sandbox's day: python -m tests.test_sandbox.pictures."""

import asyncio
import io
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image

from bot.sandbox.serve import opened
from tests.test_sandbox.browsing import NARROW, Newcomer, opened_browser, visit
from tests.test_sandbox.replay import HASAN, HENDRA, RATNA, RINA, SARI, VERA, replay

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
COLOURS: Final = 96  # as many as a flat page needs, and a third of the bytes
WIDE: Final = {"width": 1400, "height": 860}
# After which step whose phone is shown; the first of all is the whole page.
SHOWN: Final = {
    "summary": RATNA, "send": HENDRA, "link": RINA, "answered": VERA, "digest": HASAN, "door": SARI, "night": RINA,
}  # fmt: skip


async def paint() -> None:
    """Replay the day twice over: in the hand for single phones, and on a desk for the page."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder), 0) as (_, port), opened_browser() as chromium:
            address = f"http://127.0.0.1:{port}"
            async with visit(chromium, address, viewport=NARROW, device_scale_factor=1.5) as hand:
                await replay(hand, lambda step: keep(hand, step))
            async with visit(chromium, address, viewport=WIDE) as desk:
                write("sandbox", await desk.page.screenshot(animations="disabled"))


async def keep(visitor: Newcomer, step: str) -> None:
    """One phone, as it is after a step."""
    if step in SHOWN:
        phone = await visitor.phone(SHOWN[step])
        write(f"day-{list(SHOWN).index(step) + 1}-{step}", await phone.screenshot(animations="disabled"))


def write(name: str, picture: bytes) -> None:
    """Few colours, so that a clone stays small."""
    path = DOCS / f"{name}.png"
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")  # noqa: T201 - for whoever makes them


if __name__ == "__main__":
    asyncio.run(paint())
