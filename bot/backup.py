"""One archive of a SQLite installation: the database as it is at one moment, then every file that its rows name.

In the archive stand, in this order, `meja.db`, `files/<SHA-256>` and `manifest.json`. What is cut short has no manifest.
"""

import hashlib
import io
import json
import os
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from bot.files import Files, sync
from bot.opening import Refused
from storage import copies

MANIFEST: Final = "manifest.json"
DATABASE: Final = "meja.db"
FILES: Final = "files/"
BLOCK: Final = 1 << 20  # bytes
OTHER_DATABASE: Final = (
    "This installation is on PostgreSQL, which makes its own copies: pg_dump --format=custom, and the files after it. "
    "Before the first start on a restored copy type: main.py held --hold"
)


@dataclass(frozen=True)
class Manifest:
    """What an archive holds: each member with its SHA-256. `missing` was named by rows, and not there."""

    made_at: str
    members: dict[str, str]
    missing: list[str]

    @property
    def files(self) -> list[str]:
        """The SHA-256s of its files, which are their names."""
        return [name.removeprefix(FILES) for name in self.members if name.startswith(FILES)]


def back_up(database: Path | None, files: Files, target: Path, now: datetime) -> Manifest:
    """Write an archive, beside a desk that goes on. It is there whole or not at all. Raises Refused. Blocking."""
    if database is None:
        raise Refused(OTHER_DATABASE)
    if not database.exists():
        raise Refused(f"There is no database at {database} yet")
    if target.exists():
        raise Refused(f"{target} is there already; choose another name")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        copied, draft = Path(folder) / DATABASE, Path(folder) / "draft"
        try:
            copies.copy(database, copied)
        except copies.Damaged as fault:
            raise Refused(f"The database is damaged ({fault}): keep it as it is, and restore an earlier backup") from None
        manifest = _write(draft, copied, files, now)
        draft.replace(target)
        sync(target.parent)
    return manifest


def _write(draft: Path, copied: Path, files: Files, now: datetime) -> Manifest:
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)  # it holds names and numbers of people
    manifest = Manifest(now.astimezone(UTC).isoformat(), {DATABASE: digest_of(copied)}, [])
    with os.fdopen(descriptor, "wb") as raw:
        with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=1) as archive:
            archive.add(copied, DATABASE)
            for digest in copies.digests(copied):
                try:
                    _add(archive, f"{FILES}{digest}", files.read_now(digest))
                except FileNotFoundError:
                    manifest.missing.append(digest)
                else:
                    manifest.members[f"{FILES}{digest}"] = digest
            _add(archive, MANIFEST, json.dumps(asdict(manifest)).encode())
        raw.flush()
        os.fsync(raw.fileno())
    return manifest


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    head = tarfile.TarInfo(name)
    head.size = len(content)
    archive.addfile(head, io.BytesIO(content))


def unpack(source: Path, folder: Path) -> Manifest:
    """Lay what an archive holds into a folder and compare all of it with the manifest. Raises Refused. Blocking."""
    laid: dict[str, str] = {}
    try:
        with tarfile.open(source, mode="r:*") as archive:
            for member in archive:
                laid[member.name] = _lay(archive, member, folder / _place(member))
        laid.pop(MANIFEST)
        manifest = Manifest(**json.loads((folder / MANIFEST).read_bytes()))
    except (tarfile.TarError, OSError, EOFError, ValueError, TypeError, KeyError) as fault:
        why = f"{type(fault).__name__}: {fault}"
        raise Refused(f"{source} is no whole backup of Meja Humas ({why}). Nothing was changed") from None
    if strange := sorted(set(laid.items()) ^ set(manifest.members.items())):
        raise Refused(f"{source} is damaged: {strange[0][0]} is not as the manifest says. Nothing was changed")
    return manifest


def _place(member: tarfile.TarInfo) -> str:
    """The name in the folder; nothing that an archive holds leads elsewhere."""
    digest = member.name.removeprefix(FILES)
    known = member.name in {DATABASE, MANIFEST} or (member.name != digest and len(digest) == 64 and digest.isalnum())
    if not (known and member.isreg()):
        raise ValueError(f"{member.name} does not belong in it")
    return digest


def _lay(archive: tarfile.TarFile, member: tarfile.TarInfo, place: Path) -> str:
    counted = hashlib.sha256()
    held = archive.extractfile(member)
    with place.open("xb") as laid:
        for block in _blocks(held) if held else ():
            counted.update(block)
            laid.write(block)
        laid.flush()
        os.fsync(laid.fileno())
    return counted.hexdigest()


def _blocks(held: IO[bytes]) -> Iterator[bytes]:
    while block := held.read(BLOCK):
        yield block


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()
