"""Proofs: what was printed or broadcast, as files that stand beside a link in the one ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from storage.database import OfficeDb, as_record, as_records
from storage.links import MISDIRECTED
from storage.records import AccountId, File, FileId, FileKind, Link, LinkId, Medium
from storage.tables import files, links, proof_files, proofs


@dataclass(frozen=True)
class Proof:
    """Where and when something was published: a page, or an hour on the air."""

    id: int
    link_id: LinkId
    medium: Medium
    day: date
    place: str
    digest: str


@dataclass(frozen=True)
class Source:
    """A file of a proof, and where its bytes come from."""

    id: FileId
    kind: FileKind
    name: str
    account_id: AccountId
    handle: str


async def add(db: OfficeDb, link: Link, medium: Medium, day: date, place: str) -> Proof:
    """The proof of a link that was just added."""
    added = await db.add(proofs, link_id=link.id, medium=medium, day=day, place=place)
    return Proof(added, link.id, medium, day, place, "")


async def add_file(db: OfficeDb, proof: Proof, file: File, source: tuple[AccountId, str], now: datetime) -> None:
    """A file of it. It is sent to nobody as it came: what is shown is uploaded anew, without what its camera wrote."""
    values = {"kind": file.kind, "name": file.name[:200], "mime": file.mime[:100], "size": file.size}
    held = await db.add(files, **values, account_id=source[0], handle=source[1], created_at=now)
    await db.add(proof_files, proof_id=proof.id, file_id=held)


async def of_link(db: OfficeDb, link_id: int) -> Proof | None:
    """The proof of a link; None where it is an address."""
    row = await db.row(db.of(proofs).where(proofs.c.link_id == link_id))
    return as_record(Proof, row) if row else None


async def sources(db: OfficeDb, proof: Proof) -> Sequence[Source]:
    """Its files, in order."""
    joined = db.of(proof_files, files).join(files, files.c.id == proof_files.c.file_id)
    return as_records(Source, await db.rows(joined.where(proof_files.c.proof_id == proof.id).order_by(proof_files.c.id)))


async def shown(db: OfficeDb, link_id: int) -> list[int]:
    """The files of a link's proof that can be looked at."""
    joined = db.of(proof_files, files.c.id).join(files, files.c.id == proof_files.c.file_id)
    here = joined.join(proofs, proofs.c.id == proof_files.c.proof_id).where(proofs.c.link_id == link_id, files.c.digest != "")
    return [row.id for row in await db.rows(here.order_by(proof_files.c.id))]


async def kept(db: OfficeDb, proof: Proof, digest: str) -> None:
    """Its bytes are here."""
    await db.change(proofs, proofs.c.id == proof.id, digest=digest)


async def same(db: OfficeDb, proof: Proof, digest: str) -> int | None:
    """The number of another link with the same file, unless it was taken back."""
    joined = db.of(proofs, links.c.number).join(links, links.c.id == proofs.c.link_id)
    here = (proofs.c.digest == digest, proofs.c.id != proof.id, links.c.reason != MISDIRECTED)
    found: int | None = await db.value(joined.where(*here).order_by(links.c.id).limit(1))
    return found
