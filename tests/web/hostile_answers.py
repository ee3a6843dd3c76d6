"""Answers of hostile sites, each with what the fetcher is to make of it."""

import asyncio
import gzip
import zlib
from collections.abc import Callable, Mapping
from typing import NamedTuple

from handlers.links.visit import Fault
from tests.web.web import Answer, Hostile, InventedWeb

HOST = "jahat.contoh.id"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNK = b"x" * 65536


class Case(NamedTuple):
    """How it is published, and the fault that is right; None where a page is. A second one is as right."""

    publish: Callable[[InventedWeb], str]
    fault: Fault | None
    other: Fault | str | None = ""


def _writes(*parts: bytes, pause: float = 0.0, forever: bytes = b"") -> Callable[[InventedWeb], str]:
    """Some bytes, and then the same ones for ever or until the other side is gone."""

    async def write(writer: asyncio.StreamWriter) -> None:
        for part in parts:
            writer.write(part)
        await writer.drain()
        while forever and not writer.transport.is_closing():
            writer.write(forever)
            await writer.drain()
            await asyncio.sleep(pause)

    return _wild(write)


def _wild(write: Hostile) -> Callable[[InventedWeb], str]:
    return lambda web: web.hostile(HOST, "/x", write)


async def _silence(_: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


async def _cut_off(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


def _page(body: bytes = b"<p>halo", **headers: str) -> Callable[[InventedWeb], str]:
    return lambda web: web.publish(HOST, "/x", body, 200, **headers)


def _redirects(number: int) -> Callable[[InventedWeb], str]:
    def publish(web: InventedWeb) -> str:
        for step in range(number):
            web.redirect(HOST, f"/{step}", f"/{step + 1}")
        web.publish(HOST, f"/{number}", "akhirnya")
        return f"https://{HOST}/0"

    return publish


def _robots(write: Hostile) -> Callable[[InventedWeb], str]:
    def publish(web: InventedWeb) -> str:
        web.hostile(HOST, "/robots.txt", write)
        return web.publish(HOST, "/x", "<p>halo")

    return publish


async def _endless_robots(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\n")
    while not writer.transport.is_closing():
        writer.write(b"Disallow: /tertutup\n" * 3000)
        await writer.drain()


def _other_host(web: InventedWeb) -> str:
    web.publish(HOST, "/x", "<p>halo")
    web.names.known["nama.lain.id"] = web.names.known[HOST]
    web.break_certificate("nama.lain.id")
    return "https://nama.lain.id/x"


# A hundred megabytes, twice; a good tenth of a megabyte on the wire.
BOMB = gzip.compress(b"\0" * 100_000_000, 9)
RAW_BOMB = zlib.compress(b"\0" * 100_000_000, 9)

CASES: Mapping[str, Case] = {
    "endless": Case(_writes(HEAD + b"\r\n", forever=CHUNK), Fault.TOO_LARGE),
    "endless in small chunks": Case(
        _writes(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", forever=b"1\r\nx\r\n" * 4096), Fault.TOO_LARGE
    ),
    "one byte now and then": Case(_writes(HEAD + b"\r\n", forever=b"x", pause=0.05), Fault.LATER),
    "silent": Case(_wild(_silence), Fault.LATER),
    "silent after its headers": Case(_writes(HEAD + b"Content-Length: 9\r\n\r\n", b"x", forever=b"", pause=0), Fault.LATER),
    "headers now and then": Case(_writes(b"HTTP/1.1 200 OK\r\n", forever=b"X-A: b\r\n", pause=0.05), Fault.LATER),
    "headers without end": Case(_writes(b"HTTP/1.1 200 OK\r\n", forever=b"X-A: b\r\n" * 100), Fault.REFUSED),
    "a header of a megabyte": Case(_writes(b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * 1_000_000 + b"\r\n\r\n"), Fault.REFUSED),
    "it goes on and on": Case(_writes(forever=b"HTTP/1.1 100 Continue\r\n\r\n" * 50, pause=0.01), Fault.LATER),
    "gzip bomb": Case(_page(BOMB, Content_Encoding="gzip"), Fault.TOO_LARGE),
    "deflate bomb": Case(_page(RAW_BOMB, Content_Encoding="deflate"), Fault.TOO_LARGE),
    "bomb in a bomb": Case(_page(gzip.compress(BOMB), Content_Encoding="gzip, gzip"), Fault.NOT_A_PAGE),
    "half a gzip": Case(_page(gzip.compress(b"halo" * 999)[:-12], Content_Encoding="gzip"), Fault.NOT_A_PAGE),
    "gzip that is none": Case(_page(b"halo", Content_Encoding="gzip"), Fault.NOT_A_PAGE),
    "a packing nobody asked for": Case(_page(b"halo", Content_Encoding="br"), Fault.NOT_A_PAGE),
    "longer than it says": Case(_writes(HEAD + b"Content-Length: 4\r\n\r\nhalo" + CHUNK), None, Fault.REFUSED),
    "shorter than it says": Case(_writes(HEAD + b"Content-Length: 999\r\n\r\nhalo"), Fault.LATER),
    "a length below nothing": Case(_writes(HEAD + b"Content-Length: -9\r\n\r\nhalo"), Fault.REFUSED),
    "a length beyond all": Case(_writes(HEAD + b"Content-Length: 99999999999\r\n\r\nhalo"), Fault.TOO_LARGE),
    "chunks that are none": Case(
        _writes(HEAD + b"Transfer-Encoding: chunked\r\n\r\nzzz\r\nhalo\r\n"), Fault.REFUSED, Fault.LATER
    ),
    "a charset that it is not": Case(_page(b"\xe9\xff\xfe\x00" * 99, Content_Type="text/html; charset=utf-8"), None),
    "a charset that nobody has": Case(_page(b"halo", Content_Type="text/html; charset=x-jahat"), None),
    "a charset that takes hours": Case(_page(b"a-" * 9999, Content_Type="text/html; charset=punycode"), None),
    "two hundred redirects": Case(_redirects(200), Fault.LOST),
    "round and round": Case(lambda web: web.redirect(HOST, "/x", "/x"), Fault.LOST),
    "a redirect to nowhere": Case(lambda web: web.redirect(HOST, "/x", "http://[/"), Fault.REFUSED),
    "a redirect without end": Case(lambda web: web.redirect(HOST, "/x", "/" + "x" * 7000), Fault.GONE),
    "cut off": Case(_wild(_cut_off), Fault.LATER),
    "another language": Case(_writes(b"SSH-2.0-OpenSSH_9.2\r\n"), Fault.REFUSED),
    "a picture": Case(_page(b"\x89PNG", Content_Type="image/png"), Fault.NOT_A_PAGE),
    "nothing": Case(lambda web: web.answer(HOST, "/x", Answer(status=204)), Fault.NOT_A_PAGE),
    "robots without end": Case(_robots(_endless_robots), None),
    "robots that are silent": Case(_robots(_silence), Fault.LATER),
    "somebody else's certificate": Case(_other_host, Fault.REFUSED),
}
