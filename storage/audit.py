"""Who did what, when, to which thing: ids and facts, never names or words of people.

A deed's row is written in the deed's own transaction; a sealer chains the rows afterwards, each behind those that
were there before it, so that a later change shows.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import func

from storage import offices
from storage.database import OfficeDb
from storage.records import Json, Person, PersonId
from storage.tables import audit


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


async def facts_of(db: OfficeDb, deed: str) -> Mapping[str, Json]:
    """What was noted of each thing when a deed was last done to it."""
    rows = await db.rows(db.of(audit, audit.c.object, audit.c.facts).where(audit.c.deed == deed).order_by(audit.c.id))
    return {row.object: row.facts for row in rows}


async def seal(db: OfficeDb, limit: int = 500) -> int:
    """Chain the rows that are not sealed yet and give their number."""
    await offices.lock(db)  # one sealer at a time
    sealed = db.of(audit, audit.c.place, audit.c.seal).where(audit.c.seal != "")
    last = await db.row(sealed.order_by(audit.c.place.desc()).limit(1))
    places, before = (last.place, last.seal) if last else (0, "")
    rows = await db.rows(db.of(audit).where(audit.c.seal == "").order_by(audit.c.id).limit(limit))
    for place, row in enumerate(rows, places + 1):
        before = _link(before, row)
        await db.change(audit, audit.c.id == row.id, seal=before, place=place)
    return len(rows)


async def unsealed(db: OfficeDb) -> bool:
    """Whether the sealer has work."""
    return await db.row(db.of(audit, audit.c.id).where(audit.c.seal == "").limit(1)) is not None


async def first_broken(db: OfficeDb) -> int | None:
    """The id of the first sealed row that no longer fits its chain, or None when all do."""
    last = ""
    for row in await db.rows(db.of(audit).where(audit.c.seal != "").order_by(audit.c.place)):
        last = _link(last, row)
        if last != row.seal:
            return int(row.id)
    return None


def _link(before: str, row: object) -> str:
    held = {name: getattr(row, name) for name in ("id", "actor_id", "deed", "object", "facts")}
    held["at"] = row.at.isoformat()  # type: ignore[attr-defined]  # rows have their columns as attributes
    return hashlib.sha256((before + json.dumps(held, sort_keys=True)).encode()).hexdigest()
