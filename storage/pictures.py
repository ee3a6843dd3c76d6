"""How frozen pages look: one picture of each, named by its SHA-256."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from storage.database import OfficeDb, as_record
from storage.records import LinkId
from storage.tables import pictures


@dataclass(frozen=True)
class Picture:
    """Which picture is of which bundle."""

    link_id: LinkId
    evidence: str
    digest: str


async def of_link(db: OfficeDb, link_id: int) -> Picture | None:
    """The picture of a link's page, or None."""
    row = await db.row(db.of(pictures).where(pictures.c.link_id == link_id))
    return as_record(Picture, row) if row else None


async def add(db: OfficeDb, link_id: int, evidence: str, digest: str, now: datetime) -> bool:
    """Keep one; False where there is one already."""
    return await db.add_once(pictures, link_id=link_id, evidence=evidence, digest=digest, at=now)


async def everything(db: OfficeDb) -> Mapping[int, Picture]:
    """All of them by their link."""
    return {row.link_id: as_record(Picture, row) for row in await db.rows(db.of(pictures).order_by(pictures.c.link_id))}
