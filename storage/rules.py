"""The office's rules as dated data: each version whole, with its first day, its regulation and its author.

What an office starts with is version 1 and has no row. A version holds from its first day until that of the next;
none is ever changed, only one that has not begun may be taken back.
"""

from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import func

from storage import offices
from storage.database import OfficeDb
from storage.offices import DEFAULTS
from storage.records import Person, PersonId, Rules
from storage.tables import rules

FIRST: Final = 1
ALWAYS: Final = date(2000, 1, 1)  # the first day of what an office starts with


def shipped(db: OfficeDb) -> Rules:
    """What an office starts with; its quiet hours are those of its settings."""
    day = DEFAULTS | db.office.settings
    return Rules(FIRST, ALWAYS, "", None, quiet_from=day["day_until"], quiet_until=day["day_from"])


async def versions(db: OfficeDb) -> tuple[Rules, ...]:
    """All that stand, the oldest first."""
    rows = await db.rows(db.of(rules).where(rules.c.withdrawn_at.is_(None)).order_by(rules.c.version))
    start = shipped(db)
    return (start, *(replace(start, **row.content, **_named(row)) for row in rows))


def _named(row: Any) -> dict[str, Any]:
    return {"version": row.version, "since": row.since, "reference": row.reference, "author_id": PersonId(row.author_id)}


async def in_force(db: OfficeDb, at: datetime) -> Rules:
    """What the office goes by at a moment."""
    return on(await versions(db), today(db, at))


def on(found: tuple[Rules, ...], day: date) -> Rules:
    """What holds on a day: of those that have begun, the newest."""
    return max((each for each in found if each.since <= day), key=lambda each: each.version)


def today(db: OfficeDb, at: datetime) -> date:
    """The day it is at the office."""
    return at.astimezone(ZoneInfo(db.office.zone)).date()


async def add(db: OfficeDb, base: Rules, changed: Rules, author: Person, now: datetime) -> Rules | None:
    """The next version, made from `base`; None where another was made or taken back since it was read."""
    await offices.lock(db)
    if (await versions(db))[-1] != base:
        return None
    highest = await db.value(db.of(rules, func.max(rules.c.version))) or FIRST
    made = replace(changed, version=highest + 1, author_id=author.id)
    await db.add(rules, **_named(made), content=_content(made), made_at=now)
    return made


async def withdraw(db: OfficeDb, version: int, now: datetime) -> bool:
    """Take back a version that has not begun; False where it has, or somebody was first."""
    waits = (rules.c.version == version, rules.c.since > today(db, now), rules.c.withdrawn_at.is_(None))
    return await db.change(rules, *waits, withdrawn_at=now) == 1


def _content(made: Rules) -> dict[str, Any]:
    """The rules alone, without what is said of the version."""
    return {name: value for name, value in asdict(made).items() if name not in {"version", "since", "reference", "author_id"}}
