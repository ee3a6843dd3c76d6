"""Verdicts: what was read behind a link and what the rules made of it, kept as it was found.

One for each link: nothing is judged again behind anybody's back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func

from storage.database import OfficeDb, as_record, as_records
from storage.records import Json, Link, LinkId, PersonId, ReleaseId
from storage.tables import links, verdicts

ALIKE = 2  # how many times as long a text may be that is still the same one


@dataclass(frozen=True)
class Kept:
    """A verdict. Reasons are named by the rules that gave them; `copies` are links that came before with the same text."""

    link_id: LinkId
    at: datetime
    outcome: str
    release_id: ReleaseId | None
    reasons: Sequence[str]
    measured: Json
    copies: Sequence[int]
    rules_version: int
    evidence: str  # SHA-256 of the bundle with what was read; empty where nothing was


@dataclass(frozen=True)
class Text:
    """An article that was read, and whose it is."""

    link_id: LinkId
    person_id: PersonId
    address: str
    title: str
    text: str


async def of_link(db: OfficeDb, link_id: int) -> Kept | None:
    """What was found behind a link; None while nobody looked."""
    row = await db.row(db.of(verdicts).where(verdicts.c.link_id == link_id))
    return as_record(Kept, row) if row else None


async def of_links(db: OfficeDb, ids: Sequence[int]) -> Mapping[int, Kept]:
    """What was found behind each of some links."""
    rows = await db.rows(db.of(verdicts).where(verdicts.c.link_id.in_(list(ids))))
    return {row.link_id: as_record(Kept, row) for row in rows}


async def add(db: OfficeDb, link: Link, **found: Any) -> bool:
    """Keep what was found; False where something was found before."""
    return await db.add_once(verdicts, link_id=link.id, **found)


async def texts_like(db: OfficeDb, link: Link, text: str, since: datetime, most: int) -> tuple[Text, ...]:
    """The newest articles since a moment that may be the same text, by their length."""
    length = func.length(verdicts.c.text)
    columns = (verdicts.c.link_id, links.c.person_id, links.c.address, verdicts.c.title, verdicts.c.text)
    query = db.of(verdicts, *columns).join(links, links.c.id == verdicts.c.link_id)
    here = (verdicts.c.at >= since, verdicts.c.link_id != link.id, length.between(len(text) // ALIKE, len(text) * ALIKE))
    rows = await db.rows(query.where(*here, verdicts.c.text != "").order_by(verdicts.c.id.desc()).limit(most))
    return as_records(Text, rows)


async def everything(db: OfficeDb) -> tuple[Kept, ...]:
    """All verdicts, in the order of their links."""
    return as_records(Kept, await db.rows(db.of(verdicts).order_by(verdicts.c.link_id)))
