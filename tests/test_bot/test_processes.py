"""Real processes: one desk for one database, commands beside it, and an end in good order."""

import asyncio
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.alone import Taken, alone
from tests.channels.telegram_server import Fault, TelegramServer
from tests.terminal import KEY, ROOT, Terminal

HOLDS = """import sys, time; from pathlib import Path; from bot.alone import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as telegram:
        yield telegram
        assert telegram.violations == []


@pytest.fixture
def terminal(tmp_path: Path, server: TelegramServer) -> Terminal:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    return Terminal(
        tmp_path,
        {
            "MEJA_SECRET_KEY": KEY, "MEJA_TELEGRAM_API": server.url, "MEJA_TELEGRAM_TOKEN": server.token, "MEJA_HTTP_PORT": port,
        },
    )  # fmt: skip


async def test_told_to_stop_the_desk_finishes_what_it_began(terminal: Terminal, server: TelegramServer) -> None:
    budi = server.person(501, "Budi Contoh")
    server.fail("sendMessage", Fault(late=1.5))
    budi.starts()
    async with asyncio.timeout(60), terminal.keeps("run") as desk:
        await server.awaited.wait()  # the welcome is on its way, and the platform takes its time
        desk.send_signal(signal.SIGTERM)
        begun = time.monotonic()
        _, said = await desk.communicate()
    assert desk.returncode == 0, said
    assert time.monotonic() - begun < 25
    with sqlite3.connect(terminal.path) as raw:
        assert {state for (state,) in raw.execute("SELECT state FROM outbox")} == {"sent"}
    raw.close()
    assert len(budi.sees()) == 1


async def test_beside_a_desk_commands_work_and_a_second_desk_does_not(terminal: Terminal, server: TelegramServer) -> None:
    assert (await terminal.types("migrate")).status == 0
    with alone(terminal.path):  # as a desk that runs holds it
        refused, split, invited = await asyncio.gather(
            terminal.types("run"), terminal.types("run", "--only", "web"), terminal.types("invite", "--role", "admin")
        )
    assert (refused.status, "Stop it first" in refused, "Traceback" in refused) == (1, True, False)
    assert (split.status, "SQLite bears one process" in split) == (1, True)
    assert invited.status == 0


def test_the_kernel_lets_go_for_a_process_that_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "var/meja.db"
    with subprocess.Popen([sys.executable, "-c", HOLDS, path], cwd=ROOT, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Taken, match=f"process {other.pid}"), alone(path):
            pass
        other.kill()
        other.wait()
        with alone(path):
            pass
