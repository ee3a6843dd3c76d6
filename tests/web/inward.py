"""A hundred and fifty addresses and twenty chains of redirects that are meant to reach inside, and twenty that are good."""

import gzip
import zlib
from collections.abc import Callable, Sequence
from itertools import product

from tests.web.web import Answer, InventedWeb

HOST = "suaracontoh.id"

# --- addresses ------------------------------------------------------------------------------------
LOOPBACK = (
    "127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 017700000001 0x7f000001 0x7f.1 0x7f.0.0.1 0177.0.0.1 0177.1 127.0x0.0.1"
    " 00000177.0.0.1 127.0.0.01 127.000.000.001 0 0.0.0.0 0x0 localhost LOCALHOST LocalHost localhost. localhost.localdomain"
    " 1２7.0.0.1 １２７.０.０.１ ①②⑦.⓪.⓪.① 127。0。0。1 127．0．0．1 %31%32%37.0.0.1 ⓛⓞⓒⓐⓛⓗⓞⓢⓣ"
).split()
IN_BRACKETS = (
    "::1 0:0:0:0:0:0:0:1 0000::0001 :: ::127.0.0.1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:0:127.0.0.1 ::ffff:10.0.0.1"
    " ::ffff:169.254.169.254 64:ff9b::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::10.0.0.1 2002:7f00:1:: 2002:a00:1::"
    " 2002:a9fe:a9fe::1 2001::1 2001:0:7f00:1::1 2001:db8::1 2001:20::1 fe80::1 fe80::1%25eth0 fe80::a9fe:a9fe fec0::1 fc00::1"
    " fd00:ec2::254 fd12:3456::1 ff02::1 100::1 3fff::1 5f00::1"
).split()
RESERVED = (
    "10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 168.63.129.16 169.254.169.254 169.254.0.1 172.16.0.1 172.31.255.254"
    " 192.0.0.1 192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 192.168.255.255 192.175.48.1 198.18.0.1"
    " 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 0xa9fea9fe 2852039166"
    " 0251.0376.0251.0376 0xa9.0xfe.0xa9.0xfe 3232235521 0300.0250.0.1 167772161 172.20.0.1 100.127.255.255 10.1 192.168.257"
    " 0xac100001 0x0a.1 233.252.0.1 250.1.2.3 198.51.100.200 203.0.113.200"
).split()
USERS = (
    "http://suaracontoh.id@127.0.0.1/ http://suaracontoh.id:80@10.0.0.1/ https://suaracontoh.id@kabarmisal.com/"
    " http://127.0.0.1@suaracontoh.id/ http://a:b@suaracontoh.id/ https://suaracontoh.id%40127.0.0.1/ http://@127.0.0.1/"
    " http://suaracontoh.id\\@127.0.0.1/ http://127.0.0.1\\@suaracontoh.id/ http://suaracontoh.id#@127.0.0.1:22/"
    " http://suaracontoh.id?@127.0.0.1/ http://127.0.0.1#.suaracontoh.id/ http://127.0.0.1?.suaracontoh.id/"
    " http://[::1]@suaracontoh.id/ http:127.0.0.1/ http:/127.0.0.1/ http:///127.0.0.1/ http:\\\\127.0.0.1/"
).split()
PORTS = tuple(f"http://{HOST}:{port}/" for port in (1, 22, 25, 8080, 8443, 6379, 65535, 65536, "80a"))
SCHEMES = (
    "file:///etc/passwd ftp://suaracontoh.id/ gopher://127.0.0.1:70/_x data:text/html,x javascript:alert(1) ws://suaracontoh.id/"
    " unix:/run/x.sock dict://127.0.0.1/ //127.0.0.1/ mailto:a@suaracontoh.id HTTPS2://suaracontoh.id/"
).split()
# Names whose answer of the name server leads inside, at once or from the second time on.
NAMES: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "dalam.contoh.id": (("127.0.0.1",), ()), "metadata.contoh.id": (("169.254.169.254",), ()), "enam.contoh.id": (("::1",), ()),
    "banyak.contoh.id": (("10.0.0.1", "192.168.0.1", "fd00::1"), ()), "terjemah.contoh.id": (("64:ff9b::a00:1",), ()),
    "terowong.contoh.id": (("2002:a00:1::1", "::ffff:10.0.0.1"), ()), "ganti.contoh.id": (("45.68.0.1",), ("127.0.0.1",)),
    "ganti6.contoh.id": (("45.68.0.2",), ("::ffff:127.0.0.1",)), "localhost": (("127.0.0.1", "::1"), ()),
    "localhost.localdomain": (("127.0.0.1",), ()),
}  # fmt: skip


def meant_inside(web: InventedWeb) -> list[str]:
    """The addresses, with their names known to the web."""
    web.publish(HOST, "/", "di luar")
    web.publish("kabarmisal.com", "/", "di luar")
    for name, (first, then) in NAMES.items():
        web.point(name, *first, then=then)
    hosts = [*LOOPBACK, *(f"[{each}]" for each in IN_BRACKETS), *RESERVED, *(each for each in NAMES if "local" not in each)]
    numbered = [f"{scheme}://{host}/{path}" for host, (scheme, path) in zip(hosts, _turns(len(hosts)), strict=True)]
    told = [*numbered, *USERS, *PORTS, *SCHEMES, *(f"http://{each}:22/" for each in ("127.0.0.1", "[::1]", "localhost"))]
    public = {"http://suaracontoh.id#@127.0.0.1:22/", "http://suaracontoh.id?@127.0.0.1/"}  # these are good: it is no user
    return [each for each in told if each not in public]


def _turns(number: int) -> list[tuple[str, str]]:
    both = list(product(("http", "https"), ("", "2026/11/23/berita")))
    return [both[each % 4] for each in range(number)]


# --- chains ---------------------------------------------------------------------------------------
LAST = (
    "http://127.0.0.1/ http://127.0.0.1:8080/ //127.0.0.1/x http://localhost/ https://[::1]/ http://169.254.169.254/latest/meta-data/"
    " http://2130706433/ http://0x7f.1/ http://[::ffff:127.0.0.1]/ file:///etc/passwd http://suaracontoh.id@10.0.0.1/"
    " https://dalam.contoh.id/ http://metadata.contoh.id/ https://ganti.contoh.id/x gopher://127.0.0.1:70/ http://suaracontoh.id:22/"
    " http://127。0。0。1/ http:\\\\127.0.0.1/ http://[64:ff9b::a00:1]/ http://[fe80::1%25eth0]/"
).split()
STATUSES = (301, 302, 303, 307, 308)


def chains(web: InventedWeb) -> list[str]:
    """Redirects over one to five good hosts, the last of which leads inside."""
    return [_chain(web, number, target, 1 + number % 5) for number, target in enumerate(LAST)]


def _chain(web: InventedWeb, number: int, target: str, length: int) -> str:
    to = target
    for step in reversed(range(length)):
        to = web.redirect(f"rantai{number}-{step}.contoh.id", "/x", to, STATUSES[(number + step) % 5])
    return to


# --- good ones ------------------------------------------------------------------------------------
BODY = "<h1>Jalan desa dibuka</h1>"
Good = Callable[[InventedWeb], str]


def _plain(path: str, **headers: str) -> Good:
    return lambda web: web.publish(HOST, path, BODY, 200, **headers)


def _spelled(address: str) -> Good:
    def publish(web: InventedWeb) -> str:
        web.publish(HOST, "/2026/11/23/jalan", BODY)
        web.publish("xn--caf-contoh-d7a.id", "/2026/11/23/jalan", BODY)
        return address

    return publish


def _packed(content: bytes, encoding: str, path: str) -> Good:
    return lambda web: web.publish(HOST, path, content, Content_Encoding=encoding)


def _redirected(number: int, status: int, *, relative: bool = False) -> Good:
    def publish(web: InventedWeb) -> str:
        to = web.publish(HOST, "/tujuan", BODY)
        for step in range(number):
            to = web.redirect(HOST if relative else f"s{step}.contoh.id", f"/r{step}", "../tujuan" if relative else to, status)
        return to

    return publish


def _pointed(*addresses: str) -> Good:
    def publish(web: InventedWeb) -> str:
        web.point("campur.contoh.id", *addresses)
        return web.publish("campur.contoh.id", "/x", BODY)

    return publish


GOOD: Sequence[Good] = (
    _plain("/2026/11/23/jalan"),
    _plain("/baca?id=7"),
    _plain("/a", Content_Type="text/html; charset=iso-8859-1"),
    _plain("/b", Content_Type="application/xhtml+xml"),
    _plain("/caf%C3%A9"),
    _spelled(f"http://{HOST}/2026/11/23/jalan"),
    _spelled(f"https://{HOST}:443/2026/11/23/jalan"),
    _spelled(f"http://{HOST}:80/2026/11/23/jalan"),
    _spelled(f"HTTPS://{HOST.upper()}/2026/11/23/jalan"),
    _spelled(f"https://{HOST}/2026/11/23/jalan#komentar"),
    _spelled(f"https://{HOST}/2026/11/23/jalan?utm_source=whatsapp@127.0.0.1"),
    _spelled(f"https://{HOST}/2026/11/22/../23/jalan"),
    _spelled("https://café-contoh.id/2026/11/23/jalan"),
    _packed(gzip.compress(BODY.encode()), "gzip", "/gzip"),
    _packed(zlib.compress(BODY.encode()), "deflate", "/deflate"),
    _redirected(1, 301),
    _redirected(5, 302),
    _redirected(1, 308, relative=True),
    _pointed("10.0.0.1", "45.68.0.9"),
    lambda web: web.answer("tanpajenis.id", "/", Answer(BODY.encode())),
)
