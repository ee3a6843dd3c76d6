"""Files on WhatsApp: up once and checked before, down only from the platform, the token to nobody else."""

import asyncio
import struct
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image

from bot.channels.base import Problem, SendError
from bot.channels.whatsapp.api import Api
from bot.channels.whatsapp.client import WhatsAppChannel
from bot.files import Files
from messages.card import Enclosure
from storage.records import File, FileId, FileKind
from tests.channels import whatsapp_server as platform
from tests.channels.contract import PHOTO, enclosed, failed, part
from tests.channels.whatsapp_server import Fault, error
from tests.channels.whatsapp_world import WhatsAppWorld, playing

HEADER = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
BOMB = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + HEADER + struct.pack(">I", zlib.crc32(HEADER))
BOMB += struct.pack(">I", 5_000_000) + b"IDAT" + bytes(5_000_004)


@dataclass
class Stranger:
    """Whoever must never be shown a token."""

    url: str
    asked: list[str]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[WhatsAppWorld]:
    async with playing(tmp_path) as world:
        yield world


async def test_a_file_that_many_need_at_once_goes_up_once(world: WhatsAppWorld) -> None:
    chats, photo = [world.person() for _ in range(10)], enclosed(world, 1)
    receipts = await asyncio.gather(*(world.channel.send(chat, part("Banjir", files=(photo,))) for chat in chats))
    assert len({each.handles[1] for each in receipts}) == world.uploads() == 1


@pytest.mark.parametrize("name", ['a"b\\c/d.docx', "baris\r\nX-Kepala: ya.docx", "naskah é 🌊.docx"])
async def test_a_file_goes_up_whatever_it_is_called(world: WhatsAppWorld, name: str) -> None:
    person, enclosure = world.somebody(), enclosed(world, 5, FileKind.DOCUMENT)
    receipt = await world.channel.send(person.id, part("Naskah", files=(Enclosure(replace(enclosure.file, name=name)),)))
    stored, (seen,) = world.server.state.media[receipt.handles[5]], person.sees()
    plain = {'a"b\\c/d.docx': "a_b_c_d.docx", "baris\r\nX-Kepala: ya.docx": "baris__X-Kepala: ya.docx"}.get(name, name)
    assert (stored.name, seen.name) == (plain, plain)
    assert stored.mime.endswith("wordprocessingml.document")


async def test_a_file_that_is_too_large_of_no_known_type_or_not_here_is_refused_before_anything_is_sent(
    world: WhatsAppWorld,
) -> None:
    chat, photo = world.person(), enclosed(world, 1)
    large = world.files.keep_now(bytes(5_000_001))
    refused = {
        "a picture that says it is too large": replace(photo.file, size=25_000_001),
        "a large file that is no picture": replace(photo.file, digest=large),
        "a picture that would unpack without end": replace(photo.file, digest=world.files.keep_now(BOMB)),
        "a document that nobody takes": replace(photo.file, kind=FileKind.DOCUMENT, name="gambar.psd"),
        "a missing one": replace(photo.file, digest="0" * 64),
        "an unknown one": replace(photo.file, digest=""),
        "a sticker": replace(photo.file, kind=FileKind.STICKER),
    }
    for why, file in refused.items():
        fault = await failed(world.channel.send(chat, part("Halo", files=(Enclosure(file),))))
        assert fault.problem is Problem.REFUSED, why
    assert (world.uploads(), world.server.state.calls["messages"]) == (0, 0)


@pytest.mark.parametrize("kind", [FileKind.PHOTO, FileKind.DOCUMENT])
async def test_a_picture_that_is_too_large_goes_up_smaller_and_is_kept_as_it_came(world: WhatsAppWorld, kind: FileKind) -> None:
    made = BytesIO()
    Image.frombytes("RGB", (1600, 1300), bytes(range(256)) * 24_375).save(made, "PNG", compress_level=0)
    digest = world.files.keep_now(made.getvalue())
    file = File(FileId(9), kind, "banjir.png", "image/png", made.tell(), digest)
    receipt = await world.channel.send(world.person(), part("Banjir", files=(Enclosure(file),)))
    stored = world.server.state.media[receipt.handles[9]]
    assert (stored.mime, stored.name) == ("image/jpeg", "banjir.jpg")
    assert len(stored.content) <= 5_000_000 < made.tell() == world.files.path(digest).stat().st_size


@pytest.mark.parametrize("fault", [platform.BAD_GATEWAY, platform.CUT, platform.SERVER_ERROR, platform.NONSENSE])
async def test_a_file_that_could_not_go_up_may_go_up_later(world: WhatsAppWorld, fault: Fault) -> None:
    chat, photo = world.person(), enclosed(world, 1)
    world.server.fail("upload", fault)
    assert (await failed(world.channel.send(chat, part("Halo", files=(photo,))))).problem is Problem.BUSY
    await world.channel.send(chat, part("Halo", files=(photo,)))
    assert len(world.shows(chat)) == 1


async def test_a_handle_that_has_ended_is_refused_and_the_file_goes_up_anew(world: WhatsAppWorld) -> None:
    chat, photo = world.person(), enclosed(world, 1)
    handle = await world.channel.upload(photo)
    world.server.later(30 * 86400)
    world.people[chat].says("halo")
    assert (
        await failed(world.channel.send(chat, part("Halo", files=(replace(photo, handle=handle),))))
    ).problem is Problem.REFUSED
    await world.channel.send(chat, part("Halo", files=(photo,)))


@pytest.mark.parametrize(
    ("where", "fault", "problem"),
    [
        ("media", platform.BAD_GATEWAY, Problem.BUSY),
        ("media", platform.CUT, Problem.BUSY),
        ("media", platform.NONSENSE, Problem.BUSY),
        ("media", error(190), Problem.BROKEN),
        ("media", error(100), Problem.REFUSED),
        ("file", Fault(500), Problem.BUSY),
        ("file", Fault(429), Problem.BUSY),
        ("file", Fault(404), Problem.REFUSED),
        ("file", platform.FAR_AWAY, Problem.REFUSED),
    ],
)
async def test_a_download_that_fails(world: WhatsAppWorld, where: str, fault: Fault, problem: Problem) -> None:
    handle = (await world.says(world.person(), document=b"isi naskah")).files[0].handle
    world.server.fail(where, *([fault, fault] if fault is platform.CUT else [fault]))  # cut off, it is asked once more at once
    assert (await failed(world.channel.download(handle, 100))).problem is problem
    assert await world.channel.download(handle, 100) == b"isi naskah"


@pytest.fixture
async def stranger() -> AsyncIterator[Stranger]:
    """Somebody who answers everything, and remembers what was asked."""
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(str(request.headers))
        return web.json_response({"messages": [{"id": "wamid.1"}], "url": str(request.url)})

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", answer)
    async with TestServer(app) as server:
        yield Stranger(str(server.make_url("")).rstrip("/"), asked)


async def test_a_file_elsewhere_is_not_fetched(world: WhatsAppWorld, stranger: Stranger) -> None:
    handle = (await world.says(world.person(), document=b"isi naskah")).files[0].handle
    world.server.state.media_root = stranger.url
    assert (await failed(world.channel.download(handle, 100))).problem is Problem.REFUSED
    assert stranger.asked == []


async def test_nobody_is_followed_elsewhere(tmp_path: Path, stranger: Stranger) -> None:
    async def moved(request: web.Request) -> web.Response:
        if request.path == "/v23.0/900":
            return web.json_response({"url": str(request.url.with_path("/attachment"))})
        raise web.HTTPTemporaryRedirect(f"{stranger.url}{request.path}")

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", moved)
    async with TestServer(app) as server:
        channel = WhatsAppChannel("EAAG", "1", Files(tmp_path), api=str(server.make_url("")))
        assert (await failed(channel.send("628123456789", part("Halo")))).problem is Problem.BROKEN
        assert (await failed(channel.download("900", 100))).problem is Problem.REFUSED
        await channel.close()
    assert stranger.asked == []


ADDRESSES = {
    "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=x": True,
    "https://graph.facebook.com/v23.0/1": True,
    "http://lookaside.fbsbx.com/a": False,
    "https://lookaside.fbsbx.com:8443/a": False,
    "https://lookaside.fbsbx.com.contoh.id/a": False,
    "https://lookaside.fbsbx.com@contoh.id/a": False,
    "https://seseorang@lookaside.fbsbx.com/a": False,
    "https://contoh.id/lookaside.fbsbx.com": False,
    "http://graph.facebook.com/v23.0/1": False,
    "//lookaside.fbsbx.com/a": False,
    "/v23.0/1": False,
    "": False,
    "https://[": False,
}


@pytest.mark.parametrize(("address", "trusted"), ADDRESSES.items())
def test_who_may_see_the_token(address: str, trusted: bool) -> None:
    api = Api("EAAG")
    if trusted:
        assert str(api._trusted(address)) == address
    else:
        with pytest.raises(SendError, match="none of the platform's"):
            api._trusted(address)


async def test_a_picture_that_comes_in_is_fetched(world: WhatsAppWorld) -> None:
    person = world.somebody()
    person.sends("image", PHOTO, "Di lapangan")
    (event,) = await world.hears()
    assert (event.text, event.files[0].kind) == ("Di lapangan", FileKind.PHOTO)
    assert await world.channel.download(event.files[0].handle, len(PHOTO)) == PHOTO
