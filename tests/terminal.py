"""The command line as somebody types it: real processes in a folder of their own."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEY = "an-invented-key-of-more-than-32-characters"


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    def __contains__(self, words: str) -> bool:
        return words in self.out + self.err


@dataclass
class Terminal:
    """A folder with a `.env`, in which commands are typed."""

    folder: Path
    settings: dict[str, str]

    @property
    def path(self) -> Path:
        return self.folder / "var/meja.db"

    async def types(self, *arguments: str, piped: str = "", **settings: str) -> Said:
        """Type a command and wait for its end; settings hold for this command alone."""
        self._write(settings)
        return await asyncio.to_thread(self._run, arguments, piped)

    def _run(self, arguments: Sequence[str], piped: str) -> Said:
        command = [sys.executable, ROOT / "main.py", *arguments]
        options = {"cwd": self.folder, "env": self._outside(), "encoding": "utf-8"}
        done = subprocess.run(command, input=piped, capture_output=True, timeout=120, check=False, **options)  # type: ignore[call-overload]  # mypy reads no options from a dict
        return Said(done.returncode, done.stdout, done.stderr)

    @asynccontextmanager
    async def keeps(self, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """Type a command that goes on; whatever is left of it at the end is killed."""
        self._write({})
        options = {"cwd": self.folder, "env": self._outside(), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        process = await asyncio.create_subprocess_exec(sys.executable, ROOT / "main.py", *arguments, **options)  # type: ignore[arg-type]  # mypy reads no options from a dict
        try:
            yield process
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGKILL)
            await process.communicate()

    def _write(self, settings: dict[str, str]) -> None:
        given = "".join(f"{name}={value}\n" for name, value in (self.settings | settings).items() if value)
        (self.folder / ".env").write_text(given)

    @staticmethod
    def _outside() -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MEJA_")}
        return kept | {"PYTHONWARNINGS": "error", "COLUMNS": "100"}
