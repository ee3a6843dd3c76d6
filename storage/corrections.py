"""Corrections of releases that are out: drafted, approved, and sent to those who hold what was wrong.

The whole new text is a version of the release; a correction names it by its fingerprint.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_

from storage import outbox as messages
from storage import people, releases
from storage.database import OfficeDb, as_record, as_records
from storage.embargoes import opening, outgoing
from storage.outbox import UNSENT
from storage.records import Audience, Json, Link, LinkState, Person, PersonId, Release, ReleaseId, Role, RowState
from storage.tables import (
    arrivals,
    correction_links,
    corrections,
    links,
    outbox,
    rechecks,
    release_opens,
    release_versions,
    watches,
)
from storage.tables import people as people_table

COUNTING = (LinkState.RECEIVED, LinkState.RECOGNISED)
EVERYBODY = Audience(tuple(Role), blocked=True)
A_DAY: Final = timedelta(days=1)


class State(StrEnum):
    """The life of a correction."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SENT = "sent"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Correction:
    """What was wrong in a release, and what is right."""

    id: int
    release_id: ReleaseId
    state: State
    author_id: PersonId
    fingerprint: str  # of the version with what is right
    source: str  # who says so
    changes: Sequence[Json]
    created_at: datetime
    approver_id: PersonId | None
    sent_at: datetime | None


UNFINISHED = (State.DRAFT, State.SUBMITTED)


def subject(correction_id: int) -> str:
    """What the messages that tell of a correction are about."""
    return f"correction:{correction_id}"


async def add(db: OfficeDb, release: Release, author: Person, now: datetime) -> Correction:
    """A new one, in which nothing is corrected yet."""
    values = {"state": State.DRAFT, "author_id": author.id, "fingerprint": release.fingerprint, "created_at": now}
    number = await db.add(corrections, release_id=release.id, **values)
    found = await find(db, number)
    if found is None:
        raise LookupError(f"no correction {number}")
    return found


async def find(db: OfficeDb, correction_id: int) -> Correction | None:
    """One correction, or None."""
    row = await db.row(db.of(corrections).where(corrections.c.id == correction_id))
    return as_record(Correction, row) if row else None


async def unfinished(db: OfficeDb, release: Release) -> Correction | None:
    """The one of a release that is being written or waits for its approval."""
    here = (corrections.c.release_id == release.id, corrections.c.state.in_(UNFINISHED))
    row = await db.row(db.of(corrections).where(*here).order_by(corrections.c.id.desc()).limit(1))
    return as_record(Correction, row) if row else None


async def waiting(db: OfficeDb) -> tuple[Correction, ...]:
    """Those that wait for an approval, the longest waiting first."""
    here = corrections.c.state == State.SUBMITTED
    return as_records(Correction, await db.rows(db.of(corrections).where(here).order_by(corrections.c.id)))


async def sent(db: OfficeDb, release: Release) -> tuple[Correction, ...]:
    """Those of a release that went out, in their order."""
    here = (corrections.c.release_id == release.id, corrections.c.state == State.SENT)
    return as_records(Correction, await db.rows(db.of(corrections).where(*here).order_by(corrections.c.id)))


async def move(db: OfficeDb, held: Correction, to: State, **values: Any) -> bool:
    """Change its state, and more, if it is still as it was read; False: somebody was first."""
    as_read = (corrections.c.id == held.id, corrections.c.state == held.state, corrections.c.fingerprint == held.fingerprint)
    return await db.change(corrections, *as_read, state=to, **values) == 1


async def drop_unfinished(db: OfficeDb, release: Release) -> None:
    """Nothing of a release is corrected any more."""
    here = (corrections.c.release_id == release.id, corrections.c.state.in_(UNFINISHED))
    await db.change(corrections, *here, state=State.DROPPED)


async def text(db: OfficeDb, held: Correction) -> tuple[str, str]:
    """The headline and the body with what is right."""
    here = (release_versions.c.release_id == held.release_id, release_versions.c.fingerprint == held.fingerprint)
    row = await db.row(db.of(release_versions).where(*here))
    if row is None:
        raise LookupError(f"no version {held.fingerprint}")
    return row.headline, row.body


# Whom it is for.


def holders(db: OfficeDb, release: Release, earlier: Sequence[Correction], *, terms: bool = False) -> Select[Any]:
    """The query of those who hold what was wrong and can be told: they were sent it, looked it up, or opened it.

    Who only waits for it gets the corrected text instead, so they are not among them. Under embargo only who agreed to
    it has the text; with `terms` whoever has the terms is meant too.
    """
    about = [*outgoing(release.id), releases.shown(release.id), *(subject(each.id) for each in earlier)]
    arrived = outbox.c.state.in_((RowState.SENT, RowState.UNSURE, RowState.CALLING))
    begun = and_(outbox.c.state.in_(UNSENT), outbox.c.parts > 1)
    told = db.of(outbox, outbox.c.person_id).where(outbox.c.subject.in_(about), or_(arrived, begun))
    read = db.of(release_opens, release_opens.c.person_id).where(release_opens.c.release_id == release.id)
    came = db.of(arrivals, arrivals.c.person_id).where(arrivals.c.release_id == release.id, arrivals.c.shown_at.is_not(None))
    sealed = release.embargo_until is not None and release.embargo_opened_at is None
    have = (read,) if sealed and not terms else (told, read, came)
    has = or_(*(people_table.c.id.in_(each) for each in have))
    return people.members(db, EVERYBODY).where(has)


def not_among(ids: Iterable[PersonId]) -> ColumnElement[bool]:
    """Narrows a query of people to all but these."""
    return people_table.c.id.not_in(list(ids))


async def matched(db: OfficeDb, release: Release) -> Mapping[PersonId, tuple[Link, ...]]:
    """The articles that were made from a release and count or may count, by whoever sent them."""
    here = (links.c.release_id == release.id, links.c.state.in_(COUNTING))
    found: dict[PersonId, tuple[Link, ...]] = {}
    for link in as_records(Link, await db.rows(db.of(links).where(*here).order_by(links.c.number))):
        found[link.person_id] = (*found.get(link.person_id, ()), link)
    return found


async def here(db: OfficeDb, ids: Iterable[PersonId]) -> frozenset[PersonId]:
    """Those of some people who can be told something: whoever left, rests or cannot be reached is not among them."""
    able = people.members(db, EVERYBODY).where(people_table.c.id.in_(list(ids)))
    return frozenset(PersonId(row.id) for row in await db.rows(able))


async def counted(db: OfficeDb, release: Release, earlier: Sequence[Correction]) -> dict[str, int]:
    """How many hold what was wrong, how many get what is right instead, and how many articles of how many owners there are."""
    who = await db.rows(holders(db, release, earlier))
    by_owner = await matched(db, release)
    unsent = (outbox.c.subject.in_(outgoing(release.id)), outbox.c.state.in_(UNSENT), outbox.c.parts <= 1)
    waits = db.of(outbox, func.count(outbox.c.person_id.distinct())).where(*unsent)
    return {
        "holders": len({row.id for row in who} | await here(db, by_owner)),
        "waiting": int(await db.value(waits)),
        "articles": sum(map(len, by_owner.values())),
        "owners": len(by_owner),
    }


async def renew(db: OfficeDb, release: Release, card: str, facts: Mapping[str, Any]) -> None:
    """Whoever has not got the release yet, or not the news that its embargo is over, gets it as it is now."""
    await messages.renew(db, releases.subject(release.id), card, facts)
    await messages.renew(db, opening(release.id), "embargo_opened", facts)


async def remember(db: OfficeDb, held: Correction, said: Mapping[str, Any]) -> None:
    """What whoever gets the release later is told."""
    await db.change(corrections, corrections.c.id == held.id, said=dict(said))


async def said(db: OfficeDb, release_id: int) -> Json:
    """What whoever gets a release now is told; empty where it was never corrected."""
    here = (corrections.c.release_id == release_id, corrections.c.state == State.SENT)
    found = await db.value(db.of(corrections, corrections.c.said).where(*here).order_by(corrections.c.id.desc()).limit(1))
    return dict(found or {})


# Whether the articles made from it have been mended.


async def watch(db: OfficeDb, held: Correction, found: Sequence[Link], now: datetime) -> None:
    """Look at these articles for what is right, from now on; within a day for the first time."""
    soon = (watches.c.link_id.in_([link.id for link in found]), watches.c.next_at > now + A_DAY)
    await db.change(watches, *soon, next_at=now + A_DAY)
    for link in found:
        last = await db.value(db.of(rechecks, func.max(rechecks.c.id)).where(rechecks.c.link_id == link.id))
        await db.add_once(correction_links, correction_id=held.id, link_id=link.id, looked=last or 0)


async def looked_at(db: OfficeDb) -> Sequence[tuple[int, int, int, str]]:
    """Articles that were read again since and not judged: correction, link, the look's number and what the page said."""
    road = and_(rechecks.c.link_id == correction_links.c.link_id, rechecks.c.id > correction_links.c.looked)
    columns = (correction_links.c.correction_id, correction_links.c.link_id, rechecks.c.id, rechecks.c.title, rechecks.c.text)
    query = db.of(correction_links, *columns).join(rechecks, road)
    rows = await db.rows(query.where(correction_links.c.mended_at.is_(None), rechecks.c.text != "").order_by(rechecks.c.id))
    return [(row.correction_id, row.link_id, row.id, f"{row.title}\n{row.text}") for row in rows]


async def judged(db: OfficeDb, correction_id: int, link_id: int, look: int, mended_at: datetime | None) -> None:
    """This look at an article has been judged."""
    here = (correction_links.c.correction_id == correction_id, correction_links.c.link_id == link_id)
    await db.change(correction_links, *here, looked=look, mended_at=mended_at)


async def articles(db: OfficeDb, held: Correction) -> tuple[tuple[Link, datetime | None], ...]:
    """The articles that were made from what was wrong, each with when it was found mended."""
    query = db.of(links, links, correction_links.c.mended_at).join(correction_links, correction_links.c.link_id == links.c.id)
    rows = await db.rows(query.where(correction_links.c.correction_id == held.id).order_by(links.c.number))
    return tuple((as_record(Link, row), row.mended_at) for row in rows)
