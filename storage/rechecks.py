"""Recognised links looked at again: when each is next, how it stands, and what every look found.

A watch is how a link stands now; its rechecks are added and never changed, so that an auditor can follow them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, func

from storage import jobs
from storage.database import OfficeDb, as_record, as_records
from storage.records import Access, Link, LinkState, Occasion, PersonId, Recheck, Watched
from storage.tables import links, rechecks, verdicts, watches

SOCIAL: Final = "social"  # posts on networks are shown to no program
PROOF: Final = "proof"  # what was printed or broadcast has no page
FRESH: Final = timedelta(days=1)  # what was looked at since then need not be looked at before a recap or a payment
DAY: Final = timedelta(days=1)
SPREAD: Final = 180  # minutes over which the links of one moment are looked at


@dataclass(frozen=True)
class Text:
    """What is known of a page: as it was judged, or as it was last found. Empty where nothing could be read."""

    title: str = ""
    text: str = ""


def spread(link_id: int) -> timedelta:
    """By how much a look at a link comes later than its calendar says, so that not all of a day fall on one moment."""
    return timedelta(minutes=link_id * 37 % SPREAD)


async def begin(db: OfficeDb, link: Link, now: datetime) -> None:
    """A link is recognised: it is looked at from now on, at once where nothing of it was frozen; else it is pictured."""
    if link.kind in {SOCIAL, PROOF}:
        return
    evidence = await db.value(db.of(verdicts, verdicts.c.evidence).where(verdicts.c.link_id == link.id))
    first = (Occasion.DAY, now + DAY + spread(link.id)) if evidence else (Occasion.FIRST, now)
    anew = {"state": Access.OPEN, "occasion": first[0], "begun_at": now, "next_at": first[1], "since": None, "tries": 0}
    if not await db.add_once(watches, link_id=link.id, **anew):
        await db.change(watches, watches.c.link_id == link.id, told_at=None, **anew)
    if evidence:
        await jobs.add(db, "picture_page", f"picture:{link.id}", {"link": link.id, "evidence": evidence}, now)


async def rest(db: OfficeDb, link: Link) -> None:
    """A link is recognised no more, so nobody looks."""
    await db.change(watches, watches.c.link_id == link.id, next_at=None)


async def of_links(db: OfficeDb, ids: Sequence[int]) -> Mapping[int, Watched]:
    """How each of some links stands; those that are not watched are left out."""
    rows = await db.rows(db.of(watches).where(watches.c.link_id.in_(list(ids))))
    return {row.link_id: as_record(Watched, row) for row in rows}


async def of_link(db: OfficeDb, link_id: int) -> Watched | None:
    """How one link stands."""
    return (await of_links(db, [link_id])).get(link_id)


async def ask_before(db: OfficeDb, ids: Sequence[int], occasion: Occasion, now: datetime) -> Mapping[int, Watched]:
    """Before a recap or a payment: have links looked at that were not within a day, and give how each stands until then.

    Those whose `looked_at` is more than a day ago are being looked at. What cannot be opened holds nothing up by itself.
    """
    stale = watches.c.looked_at.is_(None) | (watches.c.looked_at < now - FRESH)
    waits = (watches.c.link_id.in_(list(ids)), watches.c.next_at > now, stale)
    await db.change(watches, *waits, next_at=now, occasion=occasion)
    return await of_links(db, ids)


async def next_due(db: OfficeDb) -> datetime | None:
    """When a link is next to be looked at."""
    found: datetime | None = await db.value(db.of(watches, func.min(watches.c.next_at)))
    return found


async def due(db: OfficeDb, now: datetime, most: int) -> tuple[Watched, ...]:
    """Links that are to be looked at by now, the longest due first."""
    query = db.of(watches).where(watches.c.next_at <= now).order_by(watches.c.next_at, watches.c.id).limit(most)
    return as_records(Watched, await db.rows(query))


async def postpone(db: OfficeDb, watch: Watched, until: datetime) -> bool:
    """Nobody else looks until then; False where somebody looked since it was read."""
    return await _change(db, watch, next_at=until)


async def settle(db: OfficeDb, watch: Watched, **now_is: Any) -> bool:
    """How a link stands after a look; False where another was made since it was read, or it is recognised no more."""
    return await _change(db, watch, looks=watch.looks + 1, **now_is)


async def _change(db: OfficeDb, watch: Watched, **values: Any) -> bool:
    as_read = (watches.c.link_id == watch.link_id, watches.c.looks == watch.looks, watches.c.next_at.is_not(None))
    return await db.change(watches, *as_read, **values) == 1


async def add(db: OfficeDb, link_id: int, **found: Any) -> int:
    """Keep what a look found; gives its number, by which the audit names it."""
    return await db.add(rechecks, link_id=link_id, **found)


async def known(db: OfficeDb, link_id: int) -> Text:
    """What a page said when it was last read."""
    read = db.of(rechecks, rechecks.c.title, rechecks.c.text).where(rechecks.c.link_id == link_id, rechecks.c.text != "")
    first = db.of(verdicts, verdicts.c.title, verdicts.c.text).where(verdicts.c.link_id == link_id)
    row = await db.row(read.order_by(rechecks.c.id.desc()).limit(1)) or await db.row(first)
    return as_record(Text, row) if row else Text()


async def elsewhere(db: OfficeDb, but: str, most: int) -> tuple[str, ...]:
    """Addresses of pages that were read of late, but of one site: who does not reach them has no network."""
    query = db.of(verdicts, links.c.address).join(links, links.c.id == verdicts.c.link_id).where(verdicts.c.evidence != "")
    other = query.where(links.c.address.not_like(f"https://{but}/%"), links.c.address.not_like(f"https://www.{but}/%"))
    rows = await db.rows(other.order_by(verdicts.c.id.desc()).limit(most * 20))
    by_host = {row.address.split("/")[2]: row.address for row in rows}
    return tuple(by_host.values())[:most]


async def looks_at(db: OfficeDb, link_id: int) -> tuple[Recheck, ...]:
    """All that the looks at a link found, in order."""
    return as_records(Recheck, await db.rows(_rows(db).where(rechecks.c.link_id == link_id)))


async def between(db: OfficeDb, since: datetime, until: datetime) -> tuple[Recheck, ...]:
    """All looks of a span of time, in the order in which they were made: for an auditor."""
    return as_records(Recheck, await db.rows(_rows(db).where(rechecks.c.at >= since, rechecks.c.at < until)))


async def numbered(db: OfficeDb) -> Mapping[int, Recheck]:
    """Every look by its number, for comparing it with what the audit says."""
    return {row.id: as_record(Recheck, row) for row in await db.rows(_rows(db))}


def _rows(db: OfficeDb) -> Select[Any]:
    return db.of(rechecks).order_by(rechecks.c.id)


async def away(db: OfficeDb) -> tuple[Link, ...]:
    """Recognised links that cannot be opened, the newest first."""
    query = db.of(links).join(watches, watches.c.link_id == links.c.id)
    here = query.where(watches.c.state == Access.AWAY, links.c.state == LinkState.RECOGNISED)
    return as_records(Link, await db.rows(here.order_by(links.c.id.desc())))


async def told_since(db: OfficeDb, sender: PersonId, since: datetime) -> tuple[tuple[Link, Watched], ...]:
    """Somebody's links about which they were asked since a moment and that still cannot be opened, by their numbers."""
    here = (watches.c.state == Access.TOLD, watches.c.told_at >= since, links.c.person_id == sender)
    query = db.of(links).join(watches, watches.c.link_id == links.c.id).where(*here).order_by(links.c.number)
    found = as_records(Link, await db.rows(query))
    held = await of_links(db, [each.id for each in found])
    return tuple((each, held[each.id]) for each in found)
