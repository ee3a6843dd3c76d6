"""Rule: a web address read into its parts, the way browsers read it, and the layers around it taken off."""

import base64
import binascii
import re
import unicodedata
from dataclasses import dataclass
from textwrap import shorten
from urllib.parse import quote, unquote

from handlers.links.extract import links_in, without_tail
from handlers.links.families import WRAPPED_IN_PATH, WRAPPED_IN_QUERY

SCHEME = re.compile(r"https?://", re.IGNORECASE)
HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,62})\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")
GOOGLE = re.compile(r"(?:[\w-]+\.)*google\.(?:com?\.)?[a-z]{2,3}")
UNSAFE = re.compile(r"%(?:[0-9A-Fa-f]{2})?|[^\x21-\x7e]")
UNSAFE_VALUE = re.compile(r"%(?:[0-9A-Fa-f]{2})?|[^\w.~/:-]|[^\x21-\x7e]")
UNSEEN = re.compile(r"%E2%80%8[B-F]|%EF%BB%BF", re.IGNORECASE)
SESSION = re.compile(r";jsessionid=[^/]*", re.IGNORECASE)
NEWS_TOKEN = re.compile(r"/(?:rss/)?(?:articles|read)/([\w-]+)")
BETWEEN = re.compile(r"[\W_]+")
ENDING = re.compile(r"\.(?:s?html?|php|aspx?|jsp)$", re.IGNORECASE)
KEYED = re.compile(r"\d{5,}|(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{6,}")  # a key, such as 677408 or a1b2c3
TITLE = 40  # characters
INNER = re.compile(rb"https?://[\x21-\x7e]+")


@dataclass(frozen=True)
class Address:
    """An http address without scheme, user and fragment. `host` is lower case and ASCII, with a port that is not the usual."""

    host: str
    path: str  # as typed; begins with / unless it is empty
    query: tuple[tuple[str, str], ...]  # names in lower case, values percent-encoded

    def __str__(self) -> str:
        """The address as a browser takes it."""
        asked = "&".join(f"{name}={value}" if value else name for name, value in self.query)
        return f"https://{self.host}{self.path or '/' * bool(asked)}" + (f"?{asked}" if asked else "")


def read(link: str) -> Address | None:
    """The parts of `link`; None where no public host can be read from it."""
    plain = UNSEEN.sub("", unicodedata.normalize("NFC", SCHEME.sub("", link, count=1))).replace("&amp;", "&")
    rest = without_tail(plain.partition("#")[0])
    place, _, asked = rest.partition("?")
    authority, slash, path = place.partition("/")
    host = _host(authority.rpartition("@")[2])
    if host is None:
        return None
    return Address(host, UNSAFE.sub(_encoded, SESSION.sub("", slash + path)), _query(asked))


def site(address: str) -> str:
    """What people call the site of an address: its host without www."""
    found = read(address)
    return found.host.removeprefix("www.") if found else ""


def title(address: str) -> str:
    """What an article seems to be about, by the words in its address; at most 40 characters, empty where there are none."""
    found = read(address)
    for part in reversed(found.path.split("/") if found else []):
        words = [each for each in BETWEEN.split(ENDING.sub("", unquote(part)).casefold()) if each]
        words = [each for each in words if not KEYED.fullmatch(each)]
        if len(words) > 1:
            return shorten(" ".join(words), width=TITLE, placeholder="…")
    return ""


def under(host: str, names: frozenset[str] | dict[str, str]) -> str:
    """The longest of `names` that `host` is, or stands under; empty for none."""
    labels = host.partition(":")[0].split(".")
    return next((name for name in (".".join(labels[at:]) for at in range(len(labels))) if name in names), "")


def unwrapped(address: Address) -> str | None:
    """What a cache, a viewer or a counting redirect holds, one layer off; None when `address` is no such layer."""
    if address.host.endswith(".translate.goog"):
        site = re.sub("-(?!-)", ".", address.host.partition(".")[0].replace("--", "\0")).replace("\0", "-")
        return _first(f"https://{site}{address.path}")
    if GOOGLE.fullmatch(address.host) and address.host.startswith("news."):
        return _from_news_token(address.path)
    return _from_query(address) or _from_path(address)


def _from_query(address: Address) -> str | None:
    asked = dict(address.query)
    for host, begins, names in WRAPPED_IN_QUERY:
        if _is(address.host, host) and (address.path or "/").startswith(begins):
            inner = next((_first(unquote(asked[name])) for name in names if asked.get(name)), None)
            if inner:
                return inner
    return None


def _from_path(address: Address) -> str | None:
    for host, begins in WRAPPED_IN_PATH:
        layer = re.match(begins, address.path)
        if layer and _is(address.host, host):
            rest = unquote(address.path[layer.end() :]) if "%3A%2F" in address.path else address.path[layer.end() :]
            asked = str(Address("", "/", address.query)).partition("?")
            return _first((rest if SCHEME.match(rest) else f"https://{rest}") + asked[1] + asked[2])
    return None


def _from_news_token(path: str) -> str | None:
    """Old tokens hold the address in base64; those made since 2024 (`AU_…` inside) hold none."""
    token = NEWS_TOKEN.match(path)
    if not token:
        return None
    code = token.group(1).rstrip("=")
    try:
        inner = INNER.search(base64.urlsafe_b64decode(code[: len(code) - (len(code) % 4 == 1)] + "=" * (-len(code) % 4)))
    except (binascii.Error, ValueError):
        return None
    return _first(inner.group().decode("ascii")) if inner else None


def _is(host: str, name: str) -> bool:
    return bool(GOOGLE.fullmatch(host)) if name == "google" else bool(under(host, frozenset({name})))


def _first(text: str) -> str | None:
    return next(iter(links_in(text)), None)


def _host(authority: str) -> str | None:
    name, _, port = authority.partition(":")
    name = name.rstrip(".")
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    name = name.lower()
    if len(name) > 253 or not HOST.fullmatch(name) or (port and not (port.isascii() and port.isdigit() and len(port) <= 5)):
        return None
    return f"{name}:{int(port)}" if port and int(port) not in {80, 443} else name


def _query(asked: str) -> tuple[tuple[str, str], ...]:
    typed = (part.partition("=") for part in re.split("[&?]", asked))
    pairs = ((without_tail(name.lower()), without_tail(value)) for name, _, value in typed)
    return tuple((UNSAFE_VALUE.sub(_encoded, name), UNSAFE_VALUE.sub(_encoded, value)) for name, value in pairs if name)


def _encoded(found: re.Match[str]) -> str:
    sign = found.group()
    return sign.upper() if len(sign) == 3 and sign[0] == "%" else quote(sign, safe="", errors="replace")
