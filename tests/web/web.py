"""An invented web on the loopback: many hosts with public addresses that nobody has, reached through the dialer it hands out.

    async with InventedWeb() as web:
        web.publish("suaracontoh.id", "/2026/11/23/jalan-desa", html)
        fetcher = Fetcher("…", now, web.dialer)

Whatever is published answers on http and on https, with a certificate of the web's own authority.
"""

import asyncio
import socket
import ssl
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any, Self
from urllib.parse import urlsplit

from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.fetching.dialer import Dialer
from tests.web.authority import Authority

FIRST = int(ip_address("45.67.0.1"))  # where hosts without an address of their own are given one
HTTP, HTTPS = 80, 443

Hostile = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Answer:
    """What is at a path: a page as it stands, or somebody who writes what he likes."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    writes: Hostile | None = None


@dataclass(frozen=True)
class Asked:
    """A request that came."""

    host: str
    path: str
    headers: Mapping[str, str]
    at: float  # by the loop's clock


class Detour(socket.socket):
    """A socket that is told a public address and goes to the loopback."""

    to: tuple[str, int] = ("127.0.0.1", 0)

    def connect(self, address: Any, /) -> None:
        super().connect(self.to)


class Names(AbstractResolver):
    """The names of the web. What looks like a number is read as the system would read it; anything else does not exist."""

    def __init__(self) -> None:
        self.known: dict[str, list[tuple[str, ...]]] = {}
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_INET) -> list[ResolveResult]:
        self.asked.append(host)
        answers = self.known.get(host.rstrip("."), [])
        if answers:  # the last answer stays, those before it are given once
            return [_found(host, each, port) for each in (answers.pop(0) if len(answers) > 1 else answers[0])]
        try:
            told = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        except OSError as unknown:
            raise OSError(None, "no such name") from unknown
        return [_found(host, str(each[4][0]), port) for each in told]

    async def close(self) -> None:
        """There is nothing to close."""


def _found(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)


class InventedWeb:
    """Hosts, what they publish, who asked, and every address for which a socket was wanted."""

    def __init__(self) -> None:
        self.names = Names()
        self.asked: list[Asked] = []
        self.dialled: list[tuple[str, int]] = []  # addresses that passed the guard
        self._pages: dict[str, dict[str, Answer]] = defaultdict(dict)
        self._authority = Authority()
        self._ports: dict[int, int] = {}
        self._servers: list[asyncio.Server] = []

    async def __aenter__(self) -> Self:
        for port, tls in ((HTTP, None), (HTTPS, self._authority.server)):
            server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=tls)
            self._ports[port] = server.sockets[0].getsockname()[1]
            self._servers.append(server)
        return self

    async def __aexit__(self, *_: object) -> None:
        for server in self._servers:
            server.close()

    @property
    def dialer(self) -> Dialer:
        """The way to this web, for a fetcher."""
        return Dialer(self._connect, self.names, self._authority.client)

    def publish(self, host: str, path: str, page: str | bytes, status: int = 200, **headers: str) -> str:
        """Put a page on a host; gives its address. `Retry_After="9"` and the like are headers."""
        body = page.encode() if isinstance(page, str) else page
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.answer(host, path, Answer(body, status, {"Content-Type": "text/html; charset=utf-8", **said}))

    def redirect(self, host: str, path: str, to: str, status: int = 302) -> str:
        """Send whoever asks on to another address."""
        return self.answer(host, path, Answer(status=status, headers={"Location": to}))

    def hostile(self, host: str, path: str, writes: Hostile) -> str:
        """Leave the answer to somebody who writes bytes."""
        return self.answer(host, path, Answer(writes=writes))

    def answer(self, host: str, path: str, answer: Answer) -> str:
        """Put anything on a host, which is given an address where it has none."""
        if host not in self.names.known:
            self.point(host, str(ip_address(FIRST + len(self.names.known))))
        self._pages[host][path] = answer
        return f"https://{host}{path}"

    def remove(self, host: str, path: str) -> None:
        """Take a page away; its address answers 404."""
        del self._pages[host][path]

    def break_certificate(self, host: str) -> None:
        """Let a host prove itself as another one."""
        self._authority.prove_as(host, "bukan-dia.example")

    def point(self, host: str, *addresses: str, then: Sequence[str] = ()) -> None:
        """Give a name its addresses; `then` what it says from the second time on."""
        self.names.known[host] = [addresses, *([tuple(then)] if then else [])]

    def _connect(self, told: AddrInfoType) -> socket.socket:
        address, port = told[4][:2]
        self.dialled.append((str(address), int(port)))
        made = Detour(socket.AF_INET, socket.SOCK_STREAM)
        made.to = ("127.0.0.1", self._ports[port])
        return made

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, ssl.SSLError, asyncio.IncompleteReadError, asyncio.CancelledError, ValueError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            said = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
            path, host = head[0].split()[1], said.get("host", "").partition(":")[0]
            self.asked.append(Asked(host, path, said, asyncio.get_running_loop().time()))
            pages = self._pages.get(host, {})
            found = pages.get(path) or pages.get(urlsplit(path).path) or Answer(b"tidak ada", 404)
            if found.writes:
                await found.writes(writer)
            else:
                writer.write(_spelled(found))
            await writer.drain()
        with suppress(OSError, ssl.SSLError):
            writer.close()


def _spelled(answer: Answer) -> bytes:
    said = {"Content-Length": str(len(answer.body)), "Connection": "close", **answer.headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    return f"HTTP/1.1 {answer.status} -\r\n{head}\r\n".encode() + answer.body
