"""Proofs in print and on the air: fetched, freed of metadata before anything is kept, and frozen as pages are."""

import asyncio
import hashlib
import io
import json
from collections.abc import Mapping
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bot import films, pictures
from bot.channels.base import SendError
from bot.dispatch import Desk
from bot.evidence import ABOUT, PAGE, TEXT
from bot.files import Files
from handlers.links.proofs.freeze import Take, Taken
from storage.proofs import Source
from storage.records import AccountId, FileKind, Json

ENDINGS = {b"\xff\xd8\xff": "jpg", b"OggS": "ogg", b"ID3": "mp3", b"\xff\xfb": "mp3"}


async def take_proof(desks: Mapping[AccountId, Desk], files: Files, errand: Take) -> Taken:
    """The files of a proof and the bundle that holds them; whatever cannot be read ends it."""
    try:
        bare = [await _bare(desks, each, errand.limit) for each in errand.sources]
    except SendError as error:
        return Taken(fault=error.problem)
    except ValueError:
        return Taken(fault="unreadable")
    kept = tuple([(await files.keep(each), len(each)) for each in bare])
    bundle = await asyncio.to_thread(bundled, bare, errand.about)
    return Taken(kept, await files.keep(bundle))


async def _bare(desks: Mapping[AccountId, Desk], source: Source, limit: int) -> bytes:
    content = await desks[source.account_id].channel.download(source.handle, limit)
    still = source.kind is FileKind.PHOTO or content[:4] in {b"\xff\xd8\xff\xe0", b"\xff\xd8\xff\xe1", b"\x89PNG", b"RIFF"}
    return await pictures.bare(content) if still else await asyncio.to_thread(films.bare, content)


def bundled(contents: list[bytes], about: Json) -> bytes:
    """One ordinary ZIP, as for pages: the files, a page that shows them, and what is known of them with each one's SHA-256."""
    parts = {f"{at}.{_ending(each)}": each for at, each in enumerate(contents, 1)}
    shown = "".join(f'<p><a href="{name}">{name}</a></p>' for name in parts)
    parts[TEXT] = "\n".join(f"{name}: {value}" for name, value in about.items()).encode()
    parts[PAGE] = f"<!doctype html><meta charset=utf-8><title>{about['code']}</title>{shown}".encode()
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}
    parts[ABOUT] = json.dumps(about | {"sha256": digests}, ensure_ascii=False, indent=1).encode()
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as bundle:
        for name, content in parts.items():
            bundle.writestr(ZipInfo(name), content, ZIP_STORED)
    return held.getvalue()


def _ending(content: bytes) -> str:
    return next((ending for begins, ending in ENDINGS.items() if content.startswith(begins)), "mp4")
