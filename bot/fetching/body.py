"""Rule: an answer's bytes unpacked under a cap, and the charset by which they are read."""

import codecs
import re
import zlib
from typing import Final

ACCEPTED: Final = "gzip, deflate"
EITHER_HEADER, NO_HEADER = 47, -15  # how zlib is told what stands before the data
MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DECLARED: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([a-z0-9_-]{1,40})", re.IGNORECASE)
HEAD: Final = 4096  # bytes in which a page says its charset
# What pages are written in. Python knows more codecs, and some of them take hours over a crafted megabyte.
KNOWN: Final = re.compile(
    r"utf-?(8|16|16[bl]e)|(windows-|cp)(125\d|874)|iso-?8859-?\d{1,2}|koi8-[ru]|shift_jis|euc-(jp|kr)|big5|gb(k|2312|18030)"
)
WESTERN: Final = "cp1252"  # as browsers read latin-1 and ASCII


class TooLarge(Exception):
    """More bytes than are taken."""


def unpacked(raw: bytes, encoding: str, limit: int) -> bytes:
    """The bytes of an answer with this Content-Encoding. Raises TooLarge above `limit`, ValueError where it cannot be done."""
    match encoding.strip().lower():
        case "" | "identity":
            return raw
        case "gzip" | "x-gzip" | "deflate":
            return _inflated(raw, limit)
        case unknown:
            raise ValueError(f"no such encoding: {unknown[:40]}")


def _inflated(raw: bytes, limit: int) -> bytes:
    for header in (EITHER_HEADER, NO_HEADER):
        unpacking = zlib.decompressobj(header)
        try:
            content = unpacking.decompress(raw, limit + 1)
        except zlib.error:
            continue
        if len(content) > limit:
            raise TooLarge
        if unpacking.eof:
            return content
        break
    raise ValueError("cannot be decompressed")


def charset_of(body: bytes, declared: str | None) -> str:
    """The charset of a page: by its mark, its header or its own words; else what its bytes fit. Always one Python can read."""
    for mark, charset in MARKS:
        if body.startswith(mark):
            return charset
    for name in (declared or "", _own_words(body)):
        if known := _known(name):
            return known
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return WESTERN
    return "utf-8"


def _own_words(body: bytes) -> str:
    """The charset that a page names. One that names UTF-16 could not be read to that point if it were true."""
    found = DECLARED.search(body[:HEAD])
    name = found.group(1).decode("ascii") if found else ""
    return "utf-8" if name.lower().startswith("utf-16") else name


def _known(name: str) -> str:
    plain = name.strip("\"' ").lower()
    if plain in {"latin-1", "latin1", "iso-8859-1", "us-ascii", "ascii"}:
        return WESTERN
    if not KNOWN.fullmatch(plain):
        return ""
    try:
        return codecs.lookup(plain).name
    except LookupError:
        return ""
