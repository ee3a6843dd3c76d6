"""Draws a frozen page with Chromium, in processes that have no network, run no script and are killed at their deadline."""

import asyncio
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import Final

from bot.portrait.confined import possible

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
DEADLINE: Final = 20.0  # seconds
WIDE, HIGH = 1000, 2400  # pixels
LARGEST: Final = 10_000_000  # bytes
PNG: Final = b"\x89PNG\r\n\x1a\n"
PROJECT: Final = Path(__file__).resolve().parents[2]
FLAGS: Final = (
    "--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--disable-extensions", "--disable-breakpad",
    "--dns-prefetch-disable", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--hide-scrollbars", "--no-pings", "--mute-audio", "--password-store=basic",
)  # fmt: skip
# The page lies in a frame that may neither run, ask for anything, nor lead anywhere, not even to a file of this machine.
AROUND: Final = (
    "<!doctype html><meta charset='utf-8'><meta http-equiv='Content-Security-Policy'"
    " content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">"
    "<style>html,body{{margin:0;height:100%}}iframe{{border:0;width:100%;height:100%}}</style>"
    '<iframe sandbox srcdoc="{page}"></iframe>'
)


def browser() -> str:
    """Where a Chromium is; empty where there is none, or a kernel that cannot refuse it the network."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), "") if possible() else ""


class Painter:
    """Draws one page at a time. Raises OSError for what could not be drawn."""

    def __init__(self, program: str, deadline: float = DEADLINE) -> None:
        self._program = program
        self._deadline = deadline
        self._free = asyncio.Lock()

    async def draw(self, html: str) -> bytes:
        """A page as a PNG of its upper part."""
        async with self._free:
            with tempfile.TemporaryDirectory(prefix="meja-", ignore_cleanup_errors=True) as made:
                folder = Path(made)
                await asyncio.to_thread(_lay_out, folder, html)
                await self._run(folder)
                return await asyncio.to_thread(_taken, folder)

    async def _run(self, folder: Path) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.portrait.confined", self._program, *_told(folder),
            cwd=PROJECT, env=_environment(folder), start_new_session=True,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            async with asyncio.timeout(self._deadline):
                await process.wait()
        finally:
            await _end(process)


def _lay_out(folder: Path, html: str) -> None:
    (folder / "page.html").write_text(AROUND.format(page=escape(html)), encoding="utf-8", errors="replace")


def _told(folder: Path) -> Sequence[str]:
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()  # Chromium's own does not start for root
    return (
        *FLAGS, *as_root, f"--user-data-dir={folder / 'profile'}", f"--window-size={WIDE},{HIGH}",
        f"--screenshot={folder / 'page.png'}", (folder / "page.html").as_uri(),
    )  # fmt: skip


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of ours: no key, no token, no address of a bus or a display."""
    return {"PATH": os.defpath, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}


async def _end(process: asyncio.subprocess.Process) -> None:
    """Kill what is left of a browser and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def _taken(folder: Path) -> bytes:
    """The picture. Raises OSError where there is none, or something else."""
    path = folder / "page.png"
    if path.stat().st_size > LARGEST or not (content := path.read_bytes()).startswith(PNG):
        raise OSError("the browser drew no picture")
    return content
