"""Files lie in a folder, flushed before a row names them, or in a bucket of which the folder is a cache."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.channels.base import Problem, SendError, at_hand
from bot.files import Files
from messages.card import Enclosure
from storage.records import File, FileId, FileKind

CONTENT = b"a picture"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


class Bucket:
    """As much of S3 as a file needs: it takes what is signed, and gives it back."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.fails = False

    async def answer(self, request: web.Request) -> web.Response:
        assert request.headers["Authorization"].startswith("AWS4-HMAC-SHA256 Credential=invented/")
        if self.fails:
            return web.Response(status=403, text="<Error><Code>AccessDenied</Code></Error>")
        if request.method == "PUT":
            self.held[request.path] = await request.read()
            return web.Response(headers={"ETag": '"1"'})
        if request.path not in self.held:
            return web.Response(status=404, text="<Error><Code>NoSuchKey</Code></Error>")
        headers = {"ETag": '"1"', "Last-Modified": "Mon, 23 Nov 2026 01:00:00 GMT"}
        return web.Response(body=self.held[request.path], headers=headers)


@pytest.fixture
async def bucket(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bucket]:
    made, app = Bucket(), web.Application()
    app.router.add_route("*", "/{key:.+}", made.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    given = {"ACCESS_KEY_ID": "invented", "SECRET_ACCESS_KEY": "invented", "REGION": "ap-southeast-3", "ALLOW_HTTP": "true"}
    given["ENDPOINT_URL"] = f"http://127.0.0.1:{runner.addresses[0][1]}"
    for name, value in given.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    yield made
    await runner.cleanup()


async def test_a_file_is_kept_once_under_its_own_name(tmp_path: Path) -> None:
    files = Files(tmp_path / "files")
    assert [await files.keep(CONTENT), await files.keep(CONTENT)] == [DIGEST, DIGEST]
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == [DIGEST]
    assert await files.read(DIGEST) == CONTENT
    with pytest.raises(FileNotFoundError):
        await files.at_hand("0" * 64)
    with pytest.raises(ValueError, match="SHA-256"):
        await files.at_hand("../planted")


async def test_content_and_name_are_flushed_before_a_row_may_name_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[bool] = []
    monkeypatch.setattr("bot.files.os.fsync", lambda _: flushed.append(Files(tmp_path).path(DIGEST).exists()))
    Files(tmp_path).keep_now(CONTENT)
    assert flushed == [False, True]


async def test_what_one_machine_keeps_in_a_bucket_another_finds(bucket: Bucket, tmp_path: Path) -> None:
    here, there = Files(tmp_path / "here", "s3://desk/files"), Files(tmp_path / "there", "s3://desk/files")
    await here.keep(CONTENT)
    assert bucket.held == {f"/desk/files/{DIGEST[:2]}/{DIGEST}": CONTENT}
    assert await there.read(DIGEST) == CONTENT
    bucket.held.clear()
    assert (await there.at_hand(DIGEST)).read_bytes() == CONTENT, "the folder is a cache"


async def test_a_bucket_that_fails_or_lies_is_no_place_for_a_row(bucket: Bucket, tmp_path: Path) -> None:
    files = Files(tmp_path / "files", "s3://desk/files")
    bucket.held[f"/desk/files/{DIGEST[:2]}/{DIGEST}"] = b"something else"
    with pytest.raises(OSError, match="something else"):
        await files.read(DIGEST)
    bucket.held.clear()
    enclosure = Enclosure(File(FileId(1), FileKind.PHOTO, "foto.jpg", "image/jpeg", 9, DIGEST))
    with pytest.raises(SendError, match="not here") as lost:
        await at_hand(files, enclosure)
    assert lost.value.problem is Problem.REFUSED
    bucket.fails = True
    with pytest.raises(OSError, match="did not take"):
        await files.keep(CONTENT)
    assert not files.path(DIGEST).exists(), "it is not there where others would look for it"
    with pytest.raises(SendError, match="did not give") as away:
        await asyncio.wait_for(at_hand(files, enclosure), 10)
    assert (away.value.problem, away.value.wait > 0) == (Problem.BUSY, True)
