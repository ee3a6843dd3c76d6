"""Exported chats: a text, or a ZIP with one beside the media. Nothing of it is written anywhere; only links come out.

The archive may be hostile: no name in it is ever used as a path, nothing nested is opened, its directory is counted before it
is read, and no more is unpacked than any chat has.
"""

import asyncio
import io
import zlib
from collections.abc import Mapping
from datetime import datetime
from zipfile import BadZipFile, ZipFile, ZipInfo

from bot.channels.base import SendError
from bot.dispatch import Desk
from bot.sheets import BOUNDED
from handlers.links.bridge.errand import Chat, ChatRead
from handlers.links.bridge.export import read
from storage.records import AccountId

ENTRIES = 20_000  # of an archive: a chat of years with its pictures
TEXT = 10_000_000  # bytes unpacked: a phone exports 40,000 messages at most
ZIP = b"PK\x03\x04"
LISTED = b"PK\x01\x02"  # stands before each entry of an archive's directory
LOCKED = 1


async def read_chat(desks: Mapping[AccountId, Desk], errand: Chat) -> ChatRead:
    """The links of the chat behind a handle, or why there are none."""
    try:
        content = await desks[errand.account_id].channel.download(errand.handle, errand.limit)
    except SendError as error:
        return ChatRead(fault=error.problem)
    return await asyncio.to_thread(_read, content, errand.now)


def _read(content: bytes, now: datetime) -> ChatRead:
    try:
        return ChatRead(read(unpacked(content), now))
    except ValueError as fault:
        return ChatRead(fault=str(fault))


def unpacked(content: bytes) -> str:
    """The chat's text. ValueError with what is wrong: damaged, crowded, locked, large or not_a_chat."""
    held = _of_archive(content) if content.startswith(ZIP) else content
    if len(held) > TEXT:
        raise ValueError("large")
    if b"\0" in held[:1000]:
        raise ValueError("not_a_chat")
    return held.decode("utf-8-sig", errors="replace")


def _of_archive(content: bytes) -> bytes:
    if content.count(LISTED) > ENTRIES:
        raise ValueError("crowded")
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            chat = _chat(archive.infolist())
            if chat.flag_bits & LOCKED:
                raise ValueError("locked")
            if chat.compress_type not in BOUNDED:
                raise ValueError("damaged")
            with archive.open(chat) as opened:  # what it says of its size is not believed
                return opened.read(TEXT + 1)
    except (BadZipFile, zlib.error, NotImplementedError, OSError, EOFError) as fault:
        raise ValueError("damaged") from fault


def _chat(entries: list[ZipInfo]) -> ZipInfo:
    """The one text that is the chat: the largest there is, an iPhone's `_chat.txt` before all."""
    texts = [each for each in entries if each.filename.lower().endswith(".txt") and not each.is_dir()]
    if not texts:
        raise ValueError("not_a_chat")
    return max(texts, key=lambda each: (each.filename.endswith("_chat.txt"), each.file_size))
