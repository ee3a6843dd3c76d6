"""Who did what, when, to which thing: ids and facts, never names or words of people.

A deed's row is written in the deed's own transaction; a sealer chains the rows afterwards, each behind those that
were there before it, so that a later change shows.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func

from storage import offices
from storage.database import OfficeDb
from storage.records import Json, Person, PersonId
from storage.tables import audit, counters

AT_ONCE = 2_000  # rows that are read together
HEAD = "audit"  # the counter that knows how many rows were sealed: it tells when the last of them are taken away


@dataclass(frozen=True)
class Broken:
    """The first link that no longer fits, and how it can be known."""

    id: int
    place: int  # that it says it has in the chain
    deed: str
    object: str
    missing: bool  # rows before it are gone or stand elsewhere; else it, or what it follows, was changed

    def __str__(self) -> str:
        how = (
            "does not follow the row before it: rows were taken out, put in or moved"
            if self.missing
            else "is not as it was sealed"
        )
        return f"row {self.id} of the audit (place {self.place}, {self.deed} on {self.object}) {how}"


@dataclass(frozen=True)
class Chain:
    """What was found of an audit. `head` is the last seal: whoever notes it down can later ask whether it still stands."""

    sealed: int
    head: str
    broken: Broken | None = None
    cut: int = 0  # rows that were sealed last and are gone


async def note(db: OfficeDb, actor: Person | None, deed: str, about: str, now: datetime, facts: Json | None = None) -> None:
    """Add a row. `about` is a code such as release:12; no actor means the clock."""
    await db.add(audit, at=now, actor_id=actor.id if actor else 0, deed=deed, object=about, facts=facts or {})


async def latest(db: OfficeDb, about: str, deeds: Iterable[str]) -> tuple[PersonId, str, datetime] | None:
    """Who was the last to do one of the deeds to a thing, which it was, and when."""
    here = (audit.c.object == about, audit.c.deed.in_(list(deeds)))
    row = await db.row(db.of(audit).where(*here).order_by(audit.c.id.desc()).limit(1))
    return (PersonId(row.actor_id), row.deed, row.at) if row else None


async def times_since(db: OfficeDb, actor: Person, deed: str, since: datetime) -> int:
    """How often somebody has done something since a moment."""
    here = (audit.c.actor_id == actor.id, audit.c.deed == deed, audit.c.at > since)
    return int(await db.value(db.of(audit, func.count()).where(*here)))


async def times(db: OfficeDb, about: str, deed: str) -> int:
    """How often a deed was done to a thing."""
    return int(await db.value(db.of(audit, func.count()).where(audit.c.object == about, audit.c.deed == deed)))


async def began_before(db: OfficeDb, moment: datetime) -> bool:
    """Whether an office did anything before a moment."""
    first = await db.value(db.of(audit, audit.c.at).order_by(audit.c.id).limit(1))
    return first is not None and first < moment


async def facts_of(db: OfficeDb, deed: str) -> Mapping[str, Json]:
    """What was noted of each thing when a deed was last done to it."""
    rows = await db.rows(db.of(audit, audit.c.object, audit.c.facts).where(audit.c.deed == deed).order_by(audit.c.id))
    return {row.object: row.facts for row in rows}


async def seal(db: OfficeDb, limit: int = 500) -> int:
    """Chain the rows that are not sealed yet and give their number."""
    await offices.lock(db)  # one sealer at a time
    sealed = db.of(audit, audit.c.place, audit.c.seal).where(audit.c.seal != "")
    last = await db.row(sealed.order_by(audit.c.place.desc()).limit(1))
    before = last.seal if last else ""
    places = max(last.place if last else 0, await _counted(db))  # a place is never given again, so that what is gone leaves a gap
    rows = await db.rows(db.of(audit).where(audit.c.seal == "").order_by(audit.c.id).limit(limit))
    for place, row in enumerate(rows, places + 1):
        before = _link(before, row)
        await db.change(audit, audit.c.id == row.id, seal=before, place=place)
    if rows and not await db.change(counters, counters.c.name == HEAD, value=places + len(rows)):
        await db.add(counters, name=HEAD, value=places + len(rows))
    return len(rows)


async def _counted(db: OfficeDb) -> int:
    return int(await db.value(db.of(counters, counters.c.value).where(counters.c.name == HEAD)) or 0)


async def unsealed(db: OfficeDb) -> bool:
    """Whether the sealer has work."""
    return await db.row(db.of(audit, audit.c.id).where(audit.c.seal == "").limit(1)) is not None


async def examine(db: OfficeDb) -> Chain:
    """Go through the chain from its first row to its last, or to the first that does not fit."""
    last, place = "", 0
    while rows := await db.rows(_sealed_after(db, place)):
        for row in rows:
            if row.place != place + 1 or _link(last, row) != row.seal:
                return Chain(place, last, Broken(row.id, row.place, row.deed, row.object, row.place != place + 1))
            last, place = row.seal, row.place
    return Chain(place, last, cut=max(await _counted(db) - place, 0))


def _sealed_after(db: OfficeDb, place: int) -> Select[Any]:
    return db.of(audit).where(audit.c.seal != "", audit.c.place > place).order_by(audit.c.place).limit(AT_ONCE)


async def stands(db: OfficeDb, seal: str) -> datetime | None:
    """When the row was noted whose seal begins so; None where no row has it any more."""
    row = await db.row(db.of(audit, audit.c.at).where(audit.c.seal.startswith(seal, autoescape=True)).limit(1)) if seal else None
    return row.at if row else None


async def first_broken(db: OfficeDb) -> int | None:
    """The id of the first sealed row that no longer fits its chain, or None when all do."""
    broken = (await examine(db)).broken
    return broken.id if broken else None


def _link(before: str, row: object) -> str:
    held = {name: getattr(row, name) for name in ("id", "actor_id", "deed", "object", "facts")}
    held["at"] = row.at.isoformat()  # type: ignore[attr-defined]  # rows have their columns as attributes
    return hashlib.sha256((before + json.dumps(held, sort_keys=True)).encode()).hexdigest()
