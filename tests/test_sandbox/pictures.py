"""Makes the pictures of README's tour by replaying the sandbox's day: python -m tests.test_sandbox.pictures."""

import asyncio
import io
import tempfile
from pathlib import Path
from typing import Final

from PIL import Image

from bot.sandbox.serve import opened
from tests.test_sandbox.browsing import opened_browser, visit
from tests.test_sandbox.replay import HENDRA, RATNA, RINA, replay

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"
HAND: Final = {"width": 390, "height": 1060}  # tall, so that a whole message is in the picture
DESK: Final = {"width": 1280, "height": 730}
PAGE: Final = "digest"  # after which step the whole page is shown
# After which steps whose phone is shown.
SHOWN: Final = {
    "summary": RATNA, "write": HENDRA, "rsvp": RINA, "link": RINA, "question": RINA, "correction": RINA, "night": RINA,
}  # fmt: skip


async def paint() -> None:
    """Replay the day in the hand."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Path(folder), 0) as (_, port), opened_browser() as chromium:
            address = f"http://127.0.0.1:{port}"
            async with visit(chromium, address, viewport=HAND, device_scale_factor=1.25) as hand:

                async def after(step: str) -> None:
                    if step in SHOWN:
                        phone = await hand.phone(SHOWN[step])
                        write(f"day-{list(SHOWN).index(step) + 1}-{step}", await phone.screenshot(animations="disabled"))
                    if step == PAGE:
                        async with visit(chromium, address, viewport=DESK) as desk:
                            write("sandbox", await desk.page.screenshot(animations="disabled"))

                await replay(hand, after)


def write(name: str, picture: bytes) -> None:
    """In 256 colours, rare ones kept, so that a clone stays small."""
    path = DOCS / f"{name}.png"
    flat = Image.open(io.BytesIO(picture)).convert("RGB")
    flat.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")  # noqa: T201 - for whoever makes them


if __name__ == "__main__":
    asyncio.run(paint())
