"""What guards the fetcher, as tables: networks, robots.txt, turns, answers and bodies."""

import gzip
import zlib
from datetime import UTC, datetime
from ipaddress import IPv4Network

import pytest

from bot.fetching.answers import LONGEST_REST, REST, fault_of, rest_asked
from bot.fetching.body import TooLarge, charset_of, unpacked
from bot.fetching.networks import RESERVED, may_hold_pages
from bot.fetching.robots import may_fetch, patterns
from bot.fetching.turns import MANY, Turns
from handlers.links.visit import Fault

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

PUBLIC = "1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.0 192.167.1.1 223.255.255.255".split()
PUBLIC_6 = "2400:cb00::1 2001:4860:4860::8888 2606:4700::1 2001:200::1".split()
INSIDE_6 = (
    ":: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::10.0.0.1 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1 2001:2::1"
    " 2001:20::1 2001:db8::1 2002:7f00:1::1 2620:4f:8000::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1"
    " ff02::1"
).split()


def test_a_page_stands_at_public_addresses_alone() -> None:
    assert [each for each in PUBLIC + PUBLIC_6 if not may_hold_pages(each, 443)] == []
    assert [each for each in INSIDE_6 if may_hold_pages(each, 443)] == []
    edges = [str(edge) for network in RESERVED for edge in (network[0], network[-1], network[network.num_addresses // 2])]
    assert [each for each in edges if may_hold_pages(each, 80)] == []


def test_just_beside_a_reserved_network_pages_may_stand() -> None:
    beside = [network.network_address - 1 for network in RESERVED if network != IPv4Network("0.0.0.0/8")]
    reserved_too = {each for each in beside if any(each in network for network in RESERVED)}
    assert {str(each) for each in reserved_too} == {"239.255.255.255"}
    assert all(may_hold_pages(str(each), 443) for each in beside if each not in reserved_too)


@pytest.mark.parametrize("port", [0, 22, 25, 8080, 8443, 6379])
def test_no_page_stands_at_another_port(port: int) -> None:
    assert not may_hold_pages("1.1.1.1", port)


@pytest.mark.parametrize("address", ["", "localhost", "127.1", "0x7f.1", "1.1.1", "1.1.1.1/8", "suaracontoh.id"])
def test_what_is_no_address_holds_no_page(address: str) -> None:
    assert not may_hold_pages(address, 443)


ROBOTS = """\ufeff# Suara Contoh
User-agent: *
Disallow: /wp-admin/
Allow: /wp-admin/admin-ajax.php
Disallow: /*?s=
Disallow: /*.pdf$
Disallow: /caf%C3%A9

user-agent: MejaHumas
USER-AGENT: LainContoh
Disallow: /tertutup  # nobody's
Allow: /tertutup/berita
Disallow:
Sitemap: https://suaracontoh.id/peta.xml

User-agent: mejahumas
Disallow: /*/cetak
"""


@pytest.mark.parametrize(
    ("agent", "path", "may"),
    [
        ("lain", "/", True), ("lain", "/wp-admin/", False), ("lain", "/wp-admin/admin-ajax.php", True),
        ("lain", "/?s=banjir", False),
        ("lain", "/cari/?s=banjir", False), ("lain", "/a.pdf", False), ("lain", "/a.pdf?x", True), ("lain", "/a.pdf.pdf", False),
        ("lain", "/caf%C3%A9/x", False), ("lain", "/tertutup", True), ("lain", "/wp-admin", True),
        ("mejahumas", "/tertutup", False), ("mejahumas", "/tertutup/x", False), ("mejahumas", "/tertutup/berita/1", True),
        ("mejahumas", "/wp-admin/", True), ("mejahumas", "/2026/cetak", False), ("mejahumas", "/cetak", True),
        ("laincontoh", "/tertutup", False), ("laincontoh", "/2026/cetak", True),
    ],
)  # fmt: skip
def test_robots_are_obeyed(agent: str, path: str, may: bool) -> None:
    assert may_fetch(patterns(ROBOTS, agent), path) is may


LONG = "/" + "a" * 5000


@pytest.mark.parametrize(
    ("robots", "path", "may"),
    [
        ("", "/x", True), ("<html><body>Tidak ditemukan</body></html>", "/x", True), ("User-agent: *\nDisallow: /", "/x", False),
        ("Disallow: /", "/x", True), ("User-agent: *\nDisallow: /x\nAllow: /x", "/x", True),
        ("user-agent:*\r\ndisallow:/x", "/x", False), ("User-agent: *\nDisallow: *x", "/y/x", False),
        ("User-agent: mejahumas\nAllow: /\n\nUser-agent: *\nDisallow: /", "/x", True),
        ("User-agent: *\nDisallow: /x$", "/x/y", True), ("User-agent: *\nDisallow: /x$", "/x", False),
        ("User-agent: *\nDisallow: /" + "*a" * 2000 + "b", LONG, True), ("User-agent: *\nDisallow: /" + "*a" * 2000, LONG, False),
    ],
)  # fmt: skip
def test_robots_are_read_as_they_come(robots: str, path: str, may: bool) -> None:
    assert may_fetch(patterns(robots), path) is may


def test_a_host_is_asked_once_a_second_and_left_alone_when_it_asks_for_it() -> None:
    turns = Turns(1.0)
    assert [turns.book("a.id", 10.0), turns.book("a.id", 10.2), turns.book("a.id", 10.4)] == pytest.approx([0.0, 0.8, 1.6])
    assert turns.book("b.id", 10.4) == 0.0
    assert turns.book("a.id", 20.0) == 0.0
    turns.close("a.id", 60.0, 20.0)
    turns.close("a.id", 5.0, 20.0)
    assert (turns.rest("a.id", 30.0), turns.wait("a.id", 30.0), turns.wait("a.id", 80.5)) == (50.0, 50.0, 0.0)


def test_hosts_of_the_past_are_forgotten() -> None:
    turns = Turns(1.0)
    for number in range(3 * MANY):
        turns.book(f"{number}.id", number * 10.0)
    assert len(turns._free) <= MANY + 1


@pytest.mark.parametrize(
    ("status", "headers", "fault"),
    [
        (200, {"Content-Type": "text/html; charset=utf-8"}, None), (200, {"Content-Type": "Application/XHTML+xml"}, None),
        (200, {}, None),
        (200, {"Content-Type": "image/png"}, Fault.NOT_A_PAGE), (200, {"Content-Type": "application/pdf"}, Fault.NOT_A_PAGE),
        (204, {}, Fault.NOT_A_PAGE), (206, {}, Fault.NOT_A_PAGE), (302, {}, Fault.NOT_A_PAGE), (304, {}, Fault.NOT_A_PAGE),
        (400, {}, Fault.REFUSED), (401, {}, Fault.REFUSED), (403, {}, Fault.REFUSED), (451, {}, Fault.REFUSED),
        (404, {}, Fault.GONE), (410, {}, Fault.GONE), (408, {}, Fault.LATER), (429, {}, Fault.LATER), (500, {}, Fault.LATER),
        (503, {}, Fault.LATER), (599, {}, Fault.LATER), (503, {"cf-mitigated": "challenge"}, Fault.REFUSED),
    ],
)  # fmt: skip
def test_a_status_says_what_to_do_next(status: int, headers: dict[str, str], fault: Fault | None) -> None:
    assert fault_of(status, headers) is fault


@pytest.mark.parametrize(
    ("status", "said", "seconds"),
    [
        (429, "9", 9.0), (503, "120", 120.0), (200, "9", 0.0), (429, "", REST), (503, "", 0.0), (429, "besok", REST),
        (429, "999999999999", LONGEST_REST), (429, "Mon, 23 Nov 2026 01:00:30 GMT", 30.0),
        (429, "Mon, 23 Nov 2026 00:00:30 GMT", 0.0), (429, "Mon, 23 Nov 2099 01:00:30 GMT", LONGEST_REST), (429, "-5", REST),
        (429, "²", REST),
    ],
)  # fmt: skip
def test_a_rest_is_given_as_asked(status: int, said: str, seconds: float) -> None:
    assert rest_asked(status, {"Retry-After": said} if said else {}, NOW) == seconds


def gzipped(content: bytes) -> bytes:
    """Without the moment: the examples' names are the same in each process of the tests."""
    return gzip.compress(content, mtime=0)


def raw_deflated(content: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(content) + packing.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("", b"halo"), ("identity", b"halo"), ("gzip", gzipped(b"halo")), ("X-Gzip", gzipped(b"halo")),
        ("deflate", zlib.compress(b"halo")), ("deflate", raw_deflated(b"halo")),
    ],
)  # fmt: skip
def test_a_body_is_unpacked(encoding: str, packed: bytes) -> None:
    assert unpacked(packed, encoding, 4) == b"halo"


@pytest.mark.parametrize(
    ("encoding", "packed", "fault"),
    [
        ("gzip", gzipped(b"x" * 1_000_001), TooLarge), ("deflate", raw_deflated(b"x" * 1_000_001), TooLarge),
        ("gzip", b"halo", ValueError), ("gzip", gzipped(b"halo" * 99)[:-9], ValueError), ("br", b"halo", ValueError),
        ("gzip, gzip", gzipped(gzipped(b"halo")), ValueError), ("gzip", b"", ValueError),
    ],
)  # fmt: skip
def test_a_body_that_cannot_be_unpacked_is_refused(encoding: str, packed: bytes, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        unpacked(packed, encoding, 1_000_000)


@pytest.mark.parametrize(
    ("body", "declared", "charset"),
    [
        (b"halo", None, "utf-8"), ("é".encode(), None, "utf-8"), (b"\xe9", None, "cp1252"), (b"\xe9", "utf-8", "utf-8"),
        (b"\xef\xbb\xbfhalo", "latin-1", "utf-8-sig"), (b"\xff\xfeh\x00", None, "utf-16"), (b"x", "ISO-8859-1", "cp1252"),
        (b"x", '"UTF-8"', "utf-8"), (b"<meta charset=windows-1252>", None, "cp1252"), (b"x", "iso-8859-99", "utf-8"),
        (b"<META http-equiv=x content='text/html; charset=iso-8859-2'>", None, "iso8859-2"), (b"x", "zlib", "utf-8"),
        (b"x", "punycode", "utf-8"), (b"x", "idna", "utf-8"), (b"<meta charset='rot13'>", "x-evil", "utf-8"),
        (b"<meta charset=utf-16>", None, "utf-8"),
    ],
)  # fmt: skip
def test_a_charset_is_one_that_can_be_read(body: bytes, declared: str | None, charset: str) -> None:
    assert charset_of(body, declared) == charset
    body.decode(charset, errors="replace")
