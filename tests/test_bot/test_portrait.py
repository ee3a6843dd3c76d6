"""V9: a frozen page is drawn by a real browser that opens not one connection, and is killed at its deadline."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.portrait import painter
from bot.portrait.confined import MACHINES, give_up, possible, program
from bot.portrait.painter import FLAGS, PNG, PROJECT, Painter, browser

LINUX = pytest.mark.skipif(not possible(), reason="no kernel here that can be asked to refuse the network")
CHROMIUM = pytest.mark.skipif(not browser(), reason="no Chromium here")
PROBE = """
import socket
socket.socketpair()
for name in ("AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"):
    try:
        socket.socket(getattr(socket, name), socket.SOCK_RAW if name in {"AF_NETLINK", "AF_PACKET"} else socket.SOCK_DGRAM)
    except PermissionError:
        print(name, "refused")
"""


def longing(url: str) -> str:
    """A page that reaches out in every way a page can."""
    return (
        f"<html><head><link rel=preconnect href={url}><link rel=prefetch href={url}/p><link rel=stylesheet href={url}/a.css>"
        f"<meta http-equiv=refresh content='0;url={url}/r'><script src={url}/s.js></script>"
        f"<script>new Image().src='{url}/i';fetch('{url}/f');new WebSocket('{url.replace('http', 'ws')}/w')</script></head>"
        f"<body background={url}/b><h1>Beras untuk 312 KK</h1><img src={url}/x.png><iframe src={url}/e></iframe>"
        f"<iframe src=file:///etc/hostname></iframe><object data={url}/o></object><video src={url}/v autoplay></video>"
    )


@pytest.fixture
async def heard() -> AsyncIterator[tuple[str, list[object]]]:
    """A server on the loopback and every connection it was asked for."""
    came: list[object] = []

    async def answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.append(writer.get_extra_info("peername"))
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", came
    server.close()


@CHROMIUM
async def test_a_page_full_of_addresses_is_drawn_and_not_one_is_asked(heard: tuple[str, list[object]], tmp_path: Path) -> None:
    url, came = heard
    drawn = await Painter(browser()).draw(longing(url))
    assert drawn.startswith(PNG)
    assert len(drawn) > 10_000  # an empty sheet has a third of that
    assert came == []
    # The same page in the same browser, were it not confined: the server would have heard of it.
    page = tmp_path / "page.html"
    page.write_text(longing(url), encoding="utf-8")
    free_flags = [each for each in FLAGS if "resolver" not in each]
    told = (
        *free_flags,
        "--no-sandbox",
        f"--user-data-dir={tmp_path}/profile",
        f"--screenshot={tmp_path}/free.png",
        page.as_uri(),
    )
    free = await asyncio.create_subprocess_exec(browser(), *told, stderr=asyncio.subprocess.DEVNULL, start_new_session=True)
    with suppress(TimeoutError):
        async with asyncio.timeout(20):
            while not came:
                await asyncio.sleep(0.02)
    with suppress(ProcessLookupError):
        os.killpg(free.pid, signal.SIGKILL)
    await free.wait()
    assert came


@LINUX
def test_the_kernel_refuses_the_network_to_whatever_is_started() -> None:
    told = (sys.executable, "-m", "bot.portrait.confined", sys.executable, "-c", PROBE)
    done = subprocess.run(told, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == "AF_INET refused AF_INET6 refused AF_NETLINK refused AF_PACKET refused".split()


ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="the tests above ran as an ordinary user")
NOBODY = 65534


@LINUX
@ROOT
def test_the_kernel_refuses_it_to_an_ordinary_user_as_well() -> None:
    dropped = f"import os; os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY}); print(os.geteuid())"
    told = (sys.executable, "-c", f"import socket\nfrom bot.portrait.confined import give_up\n{dropped}\ngive_up()\n{PROBE}")
    done = subprocess.run(told, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == f"{NOBODY} AF_INET refused AF_INET6 refused AF_NETLINK refused AF_PACKET refused".split()


@CHROMIUM
@ROOT
def test_an_ordinary_user_s_browser_draws_within_its_own_sandbox_too() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        folder = Path(made)
        painter._lay_out(folder, "<h1>Beras untuk 312 KK</h1>" * 30)
        os.chown(folder, NOBODY, NOBODY)
        told = [browser(), *(each for each in painter._told(folder) if each != "--no-sandbox")]  # which only root needs
        subprocess.run(
            told, user=NOBODY, group=NOBODY, extra_groups=[], preexec_fn=give_up, env=painter._environment(folder),
            cwd=folder, stderr=subprocess.DEVNULL, timeout=30, check=True,
        )  # fmt: skip
        assert len(painter._taken(folder)) > 10_000


@pytest.mark.parametrize("machine", MACHINES)
def test_no_step_of_the_filter_leads_out_of_it(machine: str) -> None:
    steps = [program(machine)[at : at + 8] for at in range(0, len(program(machine)), 8)]
    assert all(at + 1 + max(step[2], step[3]) < len(steps) for at, step in enumerate(steps) if step[0] in {0x15, 0x35})


def script(folder: Path, *lines: str) -> str:
    """A browser of a few lines."""
    path = folder / "browser"
    path.write_text("\n".join(("#!/bin/sh", *lines)), encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@LINUX
async def test_a_browser_that_hangs_is_killed_with_all_that_it_started(tmp_path: Path) -> None:
    told = script(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child", "wait")
    with pytest.raises(TimeoutError):
        await Painter(told, deadline=1.0).draw("<p>a")
    child = int((tmp_path / "child").read_text(encoding="ascii"))
    async with asyncio.timeout(5):
        while _lives(child):  # it was killed, and ends when the kernel comes to it
            await asyncio.sleep(0.01)


def _lives(process: int) -> bool:
    """Whoever takes in orphans may not have heard of its end yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="ascii").split()[2] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@LINUX
@pytest.mark.parametrize(
    "lines", [("exit 1",), ('for each; do case "$each" in --screenshot=*) echo no > "${each#*=}";; esac; done',)]
)
async def test_what_is_no_picture_is_none(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(OSError, match=r"No such file|drew no picture"):
        await Painter(script(tmp_path, *lines)).draw("<p>a")


def test_a_machine_without_a_browser_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/tidak-ada")
    assert painter.browser() == ""
