"""Registers that are read in at a terminal: the same dry run, rules and undo as in chat."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bot.sheets import Unreadable, read_rows
from handlers.imports import register
from handlers.imports.columns import Kind, table_in
from handlers.imports.plan import Plan
from messages.imports import lines, why
from messages.wording import Words
from storage import imports
from storage.database import OfficeDb
from storage.imports import DROPPED, READY, Import
from storage.records import Language


async def checked(db: OfficeDb, kind: Kind, path: Path, now: datetime) -> tuple[Import, Plan, Sequence[str]]:
    """What a file would make, and what is to be said of its lines. ValueError with a sentence where it cannot be read."""
    words = Words(Language.EN, db.office.zone, db.office.name)
    try:
        rows = read_rows(await asyncio.to_thread(path.read_bytes))
    except Unreadable as unreadable:
        raise ValueError(why(words, unreadable.why)) from None
    table = table_in(rows)
    if table is None or kind not in table.kinds:
        raise ValueError(why(words, "titles"))
    held = await imports.begin(db, None, now, kind=kind, name=path.name[:200])
    await imports.change(db, held, READY, content={"lines": [[each.number, list(each.cells)] for each in rows]})
    ready = await imports.by_id(db, held.id)
    plan = await register.plan_of(db, ready)
    remarks = [(each.line, each.what, each.value, each.other) for each in plan.remarks]
    return ready, plan, lines(words, remarks, table.unused)


async def applied(db: OfficeDb, held: Import, shown: Plan, now: datetime) -> bool:
    """Make what was shown; False where the register has changed since."""
    plan = await register.plan_of(db, held)
    if plan.stamp != shown.stamp or not await register.apply(db, held, plan, None, now):
        return False
    await imports.forget_lines(db, held.id)
    return True


async def dropped(db: OfficeDb, held: Import) -> None:
    """Not after all."""
    await imports.change(db, held, DROPPED, content={})
