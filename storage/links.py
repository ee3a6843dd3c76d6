"""Links: each article counted once, and the steps it went through.

`move` is the only way to another state: it changes a link that is still as it was read, and writes the step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func

from storage import offices, rechecks, rules
from storage.database import OfficeDb, as_record, as_records
from storage.records import Counted, Link, LinkState, OutletId, Person, PersonId, ReleaseId
from storage.releases import OUT
from storage.tables import link_aliases, link_steps, links, outlets, people, proposals, releases

# Reasons that the desk knows by name; anything else in `reason` is somebody's own words.
MISDIRECTED: Final = "misdirected"  # its sender took it back
UNDONE: Final = "undone"  # a decision was taken back
LATE: Final = "late"  # after the deadline, by the moment at which it came and by its page
APPEALED: Final = "appeal"  # an appeal against the decision was accepted
SAME: Final = "same:"  # it leads to an article that is counted already, whose code follows


def is_final(reason: str) -> bool:
    """Whether a link ended so that nothing about it is left to decide."""
    return reason == MISDIRECTED or reason.startswith(SAME)


@dataclass(frozen=True)
class Step:
    """Something that happened to a link. `person` is who decided, empty for the sender's own deeds."""

    state: LinkState
    at: datetime
    reason: str
    person: str
    rules_version: int | None  # of the office's rules, where something was decided


@dataclass(frozen=True)
class Seen:
    """A link with what is said about it: its outlet, its sender and its release by name; empty where there is none."""

    link: Link
    outlet: str
    sender: str
    release: str  # the code, such as R-231
    headline: str


def about(link: Link) -> str:
    """What the audit calls it."""
    return f"link:{link.id}"


async def add(db: OfficeDb, sender: Person, identity: str, at: datetime, **values: Any) -> Link | None:
    """A link received at a moment, with the next number; None where the article is counted already."""
    if await by_identity(db, identity):
        return None
    number = await offices.next_number(db, "link")
    whole = {"number": number, "person_id": sender.id, "identity": identity, "received_at": at, "state": LinkState.RECEIVED}
    if not await db.add_once(links, **whole, **values):
        return None
    link = await by_identity(db, identity)
    if link:
        await db.add(link_steps, link_id=link.id, state=LinkState.RECEIVED, at=at)
    return link


async def find(db: OfficeDb, link_id: int) -> Link | None:
    """One link, or None."""
    row = await db.row(db.of(links).where(links.c.id == link_id))
    return as_record(Link, row) if row else None


async def by_number(db: OfficeDb, number: int) -> Link | None:
    """One link by the number people type, or None."""
    row = await db.row(db.of(links).where(links.c.number == number))
    return as_record(Link, row) if row else None


async def by_identity(db: OfficeDb, identity: str) -> Link | None:
    """The link that counts an article, or None; also by another address that led to it."""
    row = await db.row(db.of(links).where(links.c.identity == identity))
    if row is None:
        other = db.of(links).join(link_aliases, link_aliases.c.link_id == links.c.id)
        row = await db.row(other.where(link_aliases.c.identity == identity))
    return as_record(Link, row) if row else None


async def move(
    db: OfficeDb, link: Link, to: LinkState, by: Person | None, now: datetime, reason: str = "", version: int | None = None
) -> bool:
    """Decide about a link that is still as it was read; False: somebody was first.

    Nobody decides where the rules alone do. `version` is that of the rules where they are not those of today.
    """
    who = by.id if by else None
    as_read = (links.c.id == link.id, links.c.state == link.state)
    decided: dict[str, Any] = {"decided_by": who, "decided_at": now, "reason": reason}
    if to is LinkState.RECEIVED:  # it waits again
        decided = {"decided_by": None, "decided_at": None, "reason": ""}
    if await db.change(links, *as_read, state=to, **decided) != 1:
        return False
    still_open = (proposals.c.link_id == link.id, proposals.c.settled_at.is_(None))
    await db.change(proposals, *still_open, settled_at=now, settled_by=who, outcome="dropped")  # it was decided in another way
    version = version or (await rules.in_force(db, now)).version
    await db.add(link_steps, link_id=link.id, state=to, at=now, person_id=who, reason=reason, rules_version=version)
    await (rechecks.begin(db, link, now) if to is LinkState.RECOGNISED else rechecks.rest(db, link))
    return True


async def take_back(db: OfficeDb, link: Link, sender: Person, now: datetime) -> bool:
    """Its sender sent it by mistake: it ends, and whoever wrote the article may still send it."""
    if not await move(db, link, LinkState.WITHDRAWN, sender, now, MISDIRECTED):
        return False
    await db.change(links, links.c.id == link.id, identity=f"{link.code} {link.identity}")
    return True


async def lead_to(db: OfficeDb, link: Link, now: datetime, **end: Any) -> Link:
    """A waiting link turned out to lead to another address, by which it counts from now on; the one it had leads to it.

    What was typed is kept. Fails where that article is counted already.
    """
    waits = (links.c.id == link.id, links.c.state == LinkState.RECEIVED)
    if await db.change(links, *waits, **end):
        await db.add_once(link_aliases, link_id=link.id, identity=link.identity, at=now)
    return await find(db, link.id) or link


async def same_as(db: OfficeDb, link: Link, known: Link, now: datetime) -> bool:
    """A waiting link turned out to lead to an article that is counted already: it ends, and its address leads to that one."""
    if not await move(db, link, LinkState.WITHDRAWN, None, now, f"{SAME}{known.code}"):
        return False
    await db.change(links, links.c.id == link.id, identity=f"{link.code} {link.identity}")
    await db.add_once(link_aliases, link_id=known.id, identity=link.identity, at=now)
    return True


async def settle_outlet(db: OfficeDb, link: Link, outlet_id: OutletId | None, doubt: str) -> bool:
    """Say whose a waiting link is and what is doubtful about that; False where nothing is to be said or it is decided."""
    if (link.outlet_id, link.doubt) == (outlet_id, doubt):
        return False
    waits = (links.c.id == link.id, links.c.state == LinkState.RECEIVED)
    return await db.change(links, *waits, outlet_id=outlet_id, doubt=doubt) == 1


async def settle_release(db: OfficeDb, link: Link, release_id: int | None) -> None:
    """Say which release a waiting link is about."""
    waits = (links.c.id == link.id, links.c.state == LinkState.RECEIVED)
    await db.change(links, *waits, release_id=release_id)


async def in_doubt(db: OfficeDb, sender: Person, outlet_id: int, doubt: str) -> tuple[Link, ...]:
    """Somebody's waiting links of an outlet about which one thing is doubtful."""
    here = (links.c.person_id == sender.id, links.c.outlet_id == outlet_id, links.c.doubt == doubt)
    return as_records(Link, await db.rows(db.of(links).where(*here, links.c.state == LinkState.RECEIVED)))


async def steps(db: OfficeDb, link: Link) -> tuple[Step, ...]:
    """What happened to a link, in order."""
    query = db.of(link_steps, link_steps, func.coalesce(people.c.name, "").label("person"))
    joined = query.join(people, people.c.id == link_steps.c.person_id, isouter=True)
    return as_records(Step, await db.rows(joined.where(link_steps.c.link_id == link.id).order_by(link_steps.c.id)))


async def seen(db: OfficeDb, found: Sequence[Link]) -> tuple[Seen, ...]:
    """Links with the names of what they belong to, in the order given."""
    of_outlets = await _names(db, outlets, outlets.c.name, {each.outlet_id for each in found})
    of_people = await _names(db, people, people.c.name, {each.person_id for each in found})
    headlines = await _names(db, releases, releases.c.headline, {each.release_id for each in found})
    codes = await _names(db, releases, releases.c.number, {each.release_id for each in found})
    return tuple(
        Seen(
            each, of_outlets.get(each.outlet_id, ""), of_people.get(each.person_id, ""),
            f"R-{codes[each.release_id]}" if each.release_id in codes else "", headlines.get(each.release_id, ""),
        )
        for each in found
    )  # fmt: skip


async def _names(db: OfficeDb, table: Any, column: Any, ids: set[Any]) -> Mapping[Any, Any]:
    rows = await db.rows(db.of(table, table.c.id, column.label("name")).where(table.c.id.in_(ids - {None})))
    return {row.id: row.name for row in rows}


async def waiting(db: OfficeDb, after: int = 0) -> Link | None:
    """The oldest link that waits for a decision, of those that came after one."""
    here = (links.c.state == LinkState.RECEIVED, links.c.id > after)
    row = await db.row(db.of(links).where(*here).order_by(links.c.id).limit(1))
    return as_record(Link, row) if row else None


async def latest(
    db: OfficeDb, since: datetime | None, sender: PersonId | None, limit: int, until: datetime | None = None, skip: int = 0
) -> tuple[Link, ...]:
    """The newest links but some; of those received in a span of time and of one sender where given."""
    mine = (links.c.person_id == sender,) if sender else ()
    query = db.of(links).where(*_span(since, until), *mine).order_by(links.c.id.desc()).limit(limit).offset(skip)
    return as_records(Link, await db.rows(query))


async def tally(db: OfficeDb, since: datetime | None = None, until: datetime | None = None,
                sender: PersonId | None = None) -> dict[LinkState, int]:  # fmt: skip
    """How many links are in each state, of those received in a span of time; of one sender where given."""
    query = db.of(links, links.c.state, func.count().label("number")).where(*_span(since, until))
    mine = query.where(links.c.person_id == sender) if sender else query
    return {LinkState(row.state): row.number for row in await db.rows(mine.group_by(links.c.state))}


async def recognised_since(db: OfficeDb, sender: PersonId, since: datetime) -> tuple[Link, ...]:
    """Somebody's links that were recognised since a moment and still are, in the order of their numbers."""
    here = (links.c.person_id == sender, links.c.state == LinkState.RECOGNISED, links.c.decided_at >= since)
    return as_records(Link, await db.rows(db.of(links).where(*here).order_by(links.c.number)))


async def recent_releases(db: OfficeDb, since: datetime, until: datetime | None = None) -> tuple[tuple[ReleaseId, int, str], ...]:
    """Releases launched since a moment, or in a span of time, as (id, number, headline), the newest first."""
    query = db.of(releases, releases.c.id, releases.c.number, releases.c.headline)
    out = query.where(releases.c.status.in_(OUT), releases.c.launched_at >= since)
    spanned = out.where(releases.c.launched_at < until) if until else out
    rows = await db.rows(spanned.order_by(releases.c.number.desc()))
    return tuple((ReleaseId(row.id), row.number, row.headline) for row in rows)


async def of_day(db: OfficeDb, since: datetime, until: datetime) -> tuple[Link, ...]:
    """All links received in a span of time, the oldest first."""
    return as_records(Link, await db.rows(db.of(links).where(*_span(since, until)).order_by(links.c.id)))


async def counted_since(db: OfficeDb, since: datetime) -> tuple[Counted, ...]:
    """The links of known outlets that came since a moment, as rules count them."""
    columns = (links.c.outlet_id, outlets.c.medium, links.c.received_at, releases.c.launched_at, links.c.state)
    query = db.of(links, *columns).join(outlets, outlets.c.id == links.c.outlet_id)
    joined = query.join(releases, releases.c.id == links.c.release_id, isouter=True).where(links.c.received_at >= since)
    return as_records(Counted, await db.rows(joined.order_by(links.c.id)))


async def recognised_of(db: OfficeDb, outlet_id: OutletId, since: datetime, until: datetime) -> int:
    """How many links of an outlet that came in a span of time are recognised."""
    here = (*_span(since, until), links.c.outlet_id == outlet_id, links.c.state == LinkState.RECOGNISED)
    return int(await db.value(db.of(links, func.count()).where(*here)))


async def oldest_waiting(db: OfficeDb) -> datetime | None:
    """Since when the longest waiting link waits."""
    found: datetime | None = await db.value(
        db.of(links, func.min(links.c.received_at)).where(links.c.state == LinkState.RECEIVED)
    )
    return found


async def releases_recognised(db: OfficeDb, since: datetime, until: datetime) -> tuple[Mapping[str, Any], ...]:
    """Releases with recognised links of a span of time, the most first: number, headline, links, outlets."""
    counts = (func.count().label("links"), func.count(links.c.outlet_id.distinct()).label("outlets"))
    query = db.of(links, releases.c.number, releases.c.headline, *counts).join(releases, releases.c.id == links.c.release_id)
    here = query.where(*_span(since, until), links.c.state == LinkState.RECOGNISED)
    grouped = here.group_by(releases.c.number, releases.c.headline).order_by(counts[0].desc(), releases.c.number.desc())
    return tuple(dict(row._mapping) for row in await db.rows(grouped))


def _span(since: datetime | None, until: datetime | None) -> tuple[Any, ...]:
    after = (links.c.received_at >= since,) if since else ()
    return (*after, links.c.received_at < until) if until else after
