"""What was recognised in a span of time, as summaries, charts and clippings need it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, func

from storage.corrections import State as CorrectionState
from storage.database import OfficeDb, as_records
from storage.records import Json, LinkState, ReleaseId
from storage.tables import correction_links, corrections, links, outlets, releases, verdicts

AT_ONCE: Final = 1_000  # rows that are read together
OPENING: Final = 500  # characters of an article of which its first lines are taken


@dataclass(frozen=True)
class Row:
    """A recognised link. What is not known is empty; `copies` are the links that came before with the same text."""

    id: int
    number: int
    received_at: datetime
    address: str
    outlet: str
    release: int  # its number; 0 for none
    headline: str
    read: bool  # whether its page was read
    copies: Sequence[int]
    title: str
    opening: str


@dataclass(frozen=True)
class Corrected:
    """A correction that went out, with the recognised links made from what was wrong and how many of them were mended since."""

    release: int
    headline: str
    sent_at: datetime
    changes: Sequence[Json]
    links: int
    mended: int


async def corrected(db: OfficeDb, since: datetime, until: datetime) -> tuple[Corrected, ...]:
    """The corrections sent in a span of time, the newest first; a link that is withdrawn later is none of theirs any more."""
    counts = (func.count(links.c.id).label("links"), func.count(correction_links.c.mended_at).filter(links.c.id.is_not(None)))
    columns = (releases.c.number.label("release"), releases.c.headline, corrections.c.sent_at, corrections.c.changes)
    recognised_ = and_(links.c.id == correction_links.c.link_id, links.c.state == LinkState.RECOGNISED)
    query = (
        db.of(corrections, *columns, counts[0], counts[1].label("mended"))
        .join(releases, releases.c.id == corrections.c.release_id)
        .join(correction_links, correction_links.c.correction_id == corrections.c.id, isouter=True)
        .join(links, recognised_, isouter=True)
        .where(corrections.c.state == CorrectionState.SENT, corrections.c.sent_at >= since, corrections.c.sent_at < until)
        .group_by(corrections.c.id, releases.c.id)
    )
    return as_records(Corrected, await db.rows(query.order_by(corrections.c.id.desc())))


async def recognised(
    db: OfficeDb, since: datetime | None = None, until: datetime | None = None, release_id: ReleaseId | None = None,
    about: Sequence[str] = (),
) -> list[Row]:  # fmt: skip
    """The recognised links of a span of time, of a release, or that tell of some words; read some at a time."""
    text, title = func.coalesce(verdicts.c.text, ""), func.coalesce(verdicts.c.title, "")
    headline = func.coalesce(releases.c.headline, "")
    columns = (
        links.c.id, links.c.number, links.c.received_at, links.c.address, func.coalesce(outlets.c.name, "").label("outlet"),
        func.coalesce(releases.c.number, 0).label("release"), headline.label("headline"),
        (text != "").label("read"), verdicts.c.copies, title.label("title"),
        func.substr(text, 1, OPENING).label("opening"),
    )  # fmt: skip
    told = func.lower(title + " " + text + " " + headline + " " + links.c.address)
    here: list[ColumnElement[bool]] = [links.c.state == LinkState.RECOGNISED]
    here += [links.c.received_at >= since] if since else []
    here += [links.c.received_at < until] if until else []
    here += [links.c.release_id == release_id] if release_id else []
    here += [told.contains(each.lower(), autoescape=True) for each in about]
    query = (
        db.of(links, *columns)
        .join(outlets, outlets.c.id == links.c.outlet_id, isouter=True)
        .join(releases, releases.c.id == links.c.release_id, isouter=True)
        .join(verdicts, verdicts.c.link_id == links.c.id, isouter=True)
        .where(*here)
    )
    found: list[Row] = []
    while True:
        after = query.where(links.c.id > (found[-1].id if found else 0)).order_by(links.c.id).limit(AT_ONCE)
        rows = as_records(Row, await db.rows(after))
        found += rows
        if len(rows) < AT_ONCE:
            return found
