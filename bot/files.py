"""Bytes of files under their own SHA-256: written once, whole and durable before any row names them.

They lie in a folder, or in a bucket, of which the folder is then no more than a cache. The folder is written by hand:
obstore's own renames a file into place without having flushed it.
"""

import asyncio
import hashlib
import io
import os
import shutil
import tempfile
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from obstore.store import ObjectStore


class Files:
    """Content-addressed files. `bucket` is an address such as s3://bucket/folder; empty where there is none."""

    def __init__(self, folder: Path, bucket: str = "") -> None:
        self.folder = folder
        self._bucket = bucket

    def path(self, digest: str) -> Path:
        """Where the bytes of a digest lie in the folder; ValueError for what is no digest."""
        return self.folder / _key(digest)

    async def keep(self, content: bytes) -> str:
        """Write bytes and give their digest; what is there already is left alone."""
        return await asyncio.to_thread(self.keep_now, content)

    def keep_now(self, content: bytes) -> str:
        """The same, blocking. The bucket comes first: what lies in the folder lies in it too."""
        digest = hashlib.sha256(content).hexdigest()
        if self._bucket:
            self._put(digest, content)
        if not self.path(digest).exists():
            _write(self.path(digest), content)
        return digest

    def take_in(self, path: Path) -> str:
        """Keep a copy of a file that is too large for memory, and give its digest. Blocking."""
        with path.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        if self._bucket:
            self._put(digest, path)
        if not self.path(digest).exists():
            with path.open("rb") as opened:
                _write(self.path(digest), opened)
        return digest

    async def at_hand(self, digest: str) -> Path:
        """A file of the folder, fetched from the bucket where it is not there; FileNotFoundError where nobody has it."""
        return await asyncio.to_thread(self.at_hand_now, digest)

    def at_hand_now(self, digest: str) -> Path:
        """The same, blocking. OSError where the bucket cannot be reached."""
        path = self.path(digest)
        if not path.exists():
            if not self._bucket:
                raise FileNotFoundError(digest)
            _write(path, self._get(digest))
        return path

    async def read(self, digest: str) -> bytes:
        """The bytes of a digest; FileNotFoundError where there are none."""
        return await asyncio.to_thread(self.read_now, digest)

    def read_now(self, digest: str) -> bytes:
        """The same, blocking."""
        return self.at_hand_now(digest).read_bytes()

    async def drop(self, digest: str) -> None:
        """Forget the bytes of a digest, here and in the bucket; what is gone is gone."""
        await asyncio.to_thread(self._drop, digest)

    def _drop(self, digest: str) -> None:
        if self._bucket:
            self._unput(digest)
        self.path(digest).unlink(missing_ok=True)

    @cached_property
    def _store(self) -> "ObjectStore":
        from obstore.store import from_url  # noqa: PLC0415 - not needed where there is no bucket

        return from_url(self._bucket)  # its keys stand in the environment, where every tool for buckets looks for them

    def _put(self, digest: str, content: bytes | Path) -> None:
        import obstore  # noqa: PLC0415 - see above
        from obstore.exceptions import BaseError  # noqa: PLC0415 - see above

        try:
            obstore.put(self._store, _key(digest), content)
        except BaseError as fault:
            raise OSError(f"the bucket did not take a file ({type(fault).__name__})") from None

    def _unput(self, digest: str) -> None:
        import obstore  # noqa: PLC0415 - see above
        from obstore.exceptions import BaseError, NotFoundError  # noqa: PLC0415 - see above

        try:
            obstore.delete(self._store, _key(digest))
        except NotFoundError:
            return
        except BaseError as fault:
            raise OSError(f"the bucket did not drop a file ({type(fault).__name__})") from None

    def _get(self, digest: str) -> bytes:
        import obstore  # noqa: PLC0415 - see above
        from obstore.exceptions import BaseError  # noqa: PLC0415 - see above

        try:
            content = bytes(obstore.get(self._store, _key(digest)).bytes())
        except BaseError as fault:
            raise OSError(f"the bucket did not give a file ({type(fault).__name__})") from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise OSError("the bucket gave something else than was asked for")
        return content


def _key(digest: str) -> str:
    if len(digest) != 64 or not digest.isalnum():
        raise ValueError("not a SHA-256")
    return f"{digest[:2]}/{digest}"


def _write(path: Path, content: bytes | BinaryIO) -> None:
    """Flushed before it has its name, and its name flushed after: a row never names what a power cut took."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        shutil.copyfileobj(io.BytesIO(content) if isinstance(content, bytes) else content, draft)
        draft.flush()
        os.fsync(draft.fileno())
    Path(draft.name).replace(path)
    sync(path.parent)


def sync(folder: Path) -> None:
    """Make a rename in a folder last."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
