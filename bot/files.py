"""Bytes of files on the disk, under their own SHA-256: written once, whole and durable before any row names them."""

import asyncio
import hashlib
import os
import tempfile
from pathlib import Path


class Files:
    """A folder of content-addressed files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Where the bytes of a digest lie; ValueError for what is no digest."""
        if len(digest) != 64 or not digest.isalnum():
            raise ValueError("not a SHA-256")
        return self.folder / digest[:2] / digest

    async def keep(self, content: bytes) -> str:
        """Write bytes and give their digest; what is there already is left alone."""
        return await asyncio.to_thread(self.keep_now, content)

    def keep_now(self, content: bytes) -> str:
        """The same, blocking."""
        digest = hashlib.sha256(content).hexdigest()
        path = self.path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as draft:
                draft.write(content)
                draft.flush()
                os.fsync(draft.fileno())
            Path(draft.name).replace(path)
        return digest

    async def read(self, digest: str) -> bytes:
        """The bytes of a digest; FileNotFoundError where there are none."""
        return await asyncio.to_thread(self.read_now, digest)

    def read_now(self, digest: str) -> bytes:
        """The same, blocking."""
        return self.path(digest).read_bytes()
