"""An invented web on this machine, so that a newcomer who pastes a link sees a verdict.

The desk's own fetcher goes there, judged as ever, through a dialer that leads every address it approved to the loopback.
"""

import asyncio
import socket
import ssl
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Self

from aiohttp import AddrInfoType
from aiohttp.abc import AbstractResolver, ResolveResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.clock import Clock
from bot.fetching.dialer import Dialer
from bot.fetching.fetcher import Fetcher, Limits, user_agent
from bot.reading.reader import Reader
from bot.sandbox.news import OUTLETS, pages
from bot.visiting import Visitor
from handlers.links.visit import Visit, Visited

ADDRESS: Final = "45.67.0.1"  # a public one, as every invented host has it; nothing is ever sent there
# All else that these outlets printed, such as what was sent before the page opened: a person has to look.
WALL: Final = ("403 Forbidden", "<p>Masuk dulu untuk membaca</p>")
HURRIED: Final = Limits(gap=0.0)  # our own server needs no patience
WEEK: Final = timedelta(days=7)


class Detour(socket.socket):
    """A socket that is told a public address and goes to the loopback."""

    port = 0

    def connect(self, address: Any, /) -> None:  # noqa: ANN401 - as the standard library has it
        """Go to our own server, wherever was meant."""
        super().connect(("127.0.0.1", self.port))


class Names(AbstractResolver):
    """The names of the invented web; no other exists."""

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        """The one address of an invented host."""
        if host.removeprefix("www.") not in OUTLETS:
            raise OSError(None, "no such name")
        numeric = socket.AI_NUMERICHOST
        return [ResolveResult(hostname=host, host=ADDRESS, port=port, family=socket.AF_INET, proto=0, flags=numeric)]

    async def close(self) -> None:
        """There is nothing to close."""


class SandboxWeb:
    """The invented web and the desk's way to it. Until it is opened nobody goes anywhere."""

    def __init__(self, clock: Clock, office: str) -> None:
        self._clock, self._office = clock, office
        self._pages: Mapping[tuple[str, str], str] = {}
        self._server: asyncio.Server | None = None
        self._visitor: Visitor | None = None

    async def visit(self, errand: Visit) -> Visited:
        """The desk's visit of a link."""
        return await self._visitor.visit(errand) if self._visitor else Visited()

    async def open(self) -> None:
        """Print the pages, dated by the desk's clock, and let the desk go there."""
        self._pages = pages(self._clock.now())
        theirs, ours = await asyncio.to_thread(_proofs)
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=theirs)
        port = int(self._server.sockets[0].getsockname()[1])

        def connect(_told: AddrInfoType) -> socket.socket:
            made = Detour(socket.AF_INET, socket.SOCK_STREAM)
            made.port = port
            return made

        fetcher = Fetcher(user_agent(self._office, ""), self._clock.now, Dialer(connect, Names(), ours), HURRIED)
        self._visitor = Visitor(fetcher, Reader())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._visitor:
            await self._visitor.close()
        if self._server:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, IndexError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            path = head[0].split()[1].partition("?")[0].removesuffix("/")
            host = next((line[5:].strip() for line in head if line.lower().startswith("host:")), "").removeprefix("www.")
            page = self._pages.get((host, path))
            status, body = ("200 OK", page) if page else WALL
            said = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n"
            writer.write(f"{said}Content-Length: {len(body.encode())}\r\n\r\n{body}".encode())
            await writer.drain()
        writer.close()


def _proofs() -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """What the invented hosts prove themselves with, and what the desk believes in its sandbox: that one certificate."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Web Contoh")])
    hosts = x509.SubjectAlternativeName([x509.DNSName(form + host) for host in OUTLETS for form in ("", "www.")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - WEEK, now + WEEK)
        .add_extension(hosts, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    shown = made.public_bytes(serialization.Encoding.PEM)
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "web.pem"
        path.write_bytes(secret + shown)
        theirs.load_cert_chain(path)
    return theirs, ssl.create_default_context(cadata=shown.decode())
