"""What a request to the sandbox's API holds, read within bounds; whatever is wrong has a name and a sentence."""

import json
import math
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from aiohttp import BodyPartReader, MultipartReader, web

from bot.files import Files
from messages.inbound import Attachment
from storage.records import FileKind, Json

TEXT_LIMIT: Final = 20_000  # characters
FILE_LIMIT: Final = 20_000_000  # bytes
FILES_LIMIT: Final = 10
TOKEN_LIMIT: Final = 64  # bytes, as on the platforms
JSON_LIMIT: Final = 256 * 1024  # bytes
SECONDS_LIMIT: Final = 31 * 24 * 3600
NAME_LIMIT: Final = 120  # characters
CHUNK: Final = 64 * 1024

# How pictures begin, whatever they are called.
PICTURES: Final = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
KINDS: Final = (
    ("audio/ogg", FileKind.VOICE),
    ("audio/", FileKind.AUDIO),
    ("video/", FileKind.VIDEO),
)


class Fault(Exception):
    """A request that cannot be served; `name` is that of its sentence in `messages.sandbox`."""

    def __init__(self, name: str, status: int = 400, /, **facts: str) -> None:
        super().__init__(name)
        self.name = name
        self.status = status
        self.facts = facts


@dataclass(frozen=True)
class Words:
    """What a person says: text, files or both."""

    text: str
    files: tuple[Attachment, ...] = ()


async def said(request: web.Request, files: Files) -> Words:
    """The text and files of a `say`, as JSON or multipart."""
    words = await _form(request, files) if request.content_type.startswith("multipart/") else await _plain(request)
    if not words.text.strip() and not words.files:
        raise Fault("nothing")
    return words


async def token(request: web.Request) -> str:
    """The token of a pressed button."""
    found = (await _object(request, "token")).get("token")
    if not isinstance(found, str) or not found or len(found.encode(errors="replace")) > TOKEN_LIMIT:
        raise Fault("token", limit=str(TOKEN_LIMIT))
    return found


async def seconds(request: web.Request) -> float:
    """How far the clock is to move."""
    found = (await _object(request, "advance_seconds")).get("advance_seconds")
    number = found if isinstance(found, int | float) and not isinstance(found, bool) else math.nan
    if not 0 <= number <= SECONDS_LIMIT:  # what is no number is not between
        raise Fault("seconds", limit=str(SECONDS_LIMIT))
    return float(number)


def after(request: web.Request) -> int:
    """The last change that the asker has seen."""
    found = request.query.get("after", "0")
    if not (found.isascii() and found.isdigit() and len(found) <= 15):
        raise Fault("after")
    return int(found)


def picture(content: bytes) -> str:
    """The MIME type of a picture by its first bytes; empty for anything else."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((mime for start, mime in PICTURES if content.startswith(start)), "")


async def _object(request: web.Request, *fields: str) -> Json:
    allowed = ", ".join(fields)
    body = await request.content.read(JSON_LIMIT + 1) if (request.content_length or 0) <= JSON_LIMIT else None
    while body is not None and len(body) <= JSON_LIMIT and (more := await request.content.read(JSON_LIMIT + 1)):
        body += more
    if body is None or len(body) > JSON_LIMIT:
        raise Fault("body_size", 413, limit=str(JSON_LIMIT // 1024))
    try:
        found: Any = json.loads(body)
    except (ValueError, RecursionError) as wrong:
        raise Fault("no_json", fields=allowed) from wrong
    if not isinstance(found, dict) or request.content_type != "application/json":
        raise Fault("no_json", fields=allowed)
    if strange := next((name for name in found if name not in fields), None):
        raise Fault("field", name=_clean(strange)[:40], fields=allowed)
    return found


async def _plain(request: web.Request) -> Words:
    return Words(_text((await _object(request, "text")).get("text", "")))


async def _form(request: web.Request, files: Files) -> Words:
    words = Words("")
    try:
        async for part in await request.multipart():
            words = await _with(words, part, files)
    except (ValueError, AssertionError) as wrong:  # what aiohttp says of a broken form
        raise Fault("no_form") from wrong
    return words


async def _with(words: Words, part: BodyPartReader | MultipartReader | None, files: Files) -> Words:
    """The words with one more field of the form."""
    name = _clean(getattr(part, "name", None) or "?")
    if name not in {"text", "files"} or not isinstance(part, BodyPartReader):
        raise Fault("field", name=name[:40], fields="text, files")
    if name == "text":
        return Words(_text((await _bytes(part, JSON_LIMIT)).decode(errors="replace")), words.files)
    called = PurePosixPath(_clean(part.filename or "").replace("\\", "/")).name[-NAME_LIMIT:]
    if len(words.files) == FILES_LIMIT:
        raise Fault("file_number", limit=str(FILES_LIMIT))
    content = await _bytes(part, FILE_LIMIT)
    if len(content) > FILE_LIMIT:
        raise Fault("file_size", 413, name=called, limit=str(FILE_LIMIT // 1_000_000))
    return Words(words.text, (*words.files, await _attachment(part, called, content, files)) if content else words.files)


async def _attachment(part: BodyPartReader, called: str, content: bytes, files: Files) -> Attachment:
    mime = picture(content)
    claimed = _clean(part.headers.get("Content-Type", ""))[:100]
    other = next((kind for start, kind in KINDS if claimed.startswith(start)), FileKind.DOCUMENT)
    kind = FileKind.PHOTO if mime else other
    return Attachment(kind, await files.keep(content), called, mime or claimed, len(content))


async def _bytes(part: BodyPartReader, limit: int) -> bytes:
    """At most one byte more than the limit, so that too much is seen and never held."""
    content = bytearray()
    while len(content) <= limit and (chunk := await part.read_chunk(CHUNK)):
        content += chunk
    return bytes(content)


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise Fault("text")
    if len(found) > TEXT_LIMIT:
        raise Fault("text_length", length=str(len(found)), limit=str(TEXT_LIMIT))
    return _clean(found, keep="\n\t")


def _clean(text: str, keep: str = "") -> str:
    """Without halves of characters and control characters, which no platform would carry."""
    whole = text.encode(errors="replace").decode()
    return "".join(each for each in whole.replace("\r\n", "\n") if each in keep or each >= " ")
