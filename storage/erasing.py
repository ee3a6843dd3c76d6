"""An erasure: a person's rows go, and so does what others were told of them; what the law keeps stays under their number.

`privacy.py` lists the tables. Whatever an erasure drops by default is dropped whole; the exceptions are tables here.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, func, select

from storage import belongings
from storage.belongings import BLANK, Self, mentions, mine, names, pattern, scrubbed
from storage.database import OfficeDb
from storage.outbox import BULK, UNSENT
from storage.privacy import HOLDINGS, AtErasure
from storage.records import EventState, Json, PersonId, Role, RowState, Standing
from storage.tables import charges, conversations, expected, files, imports, inbox, jobs, metadata, outbox, uploads

# Rows that others point at or count: they stay, and what tells of the person is taken out of them.
BLANKED: Mapping[str, Mapping[str, Any]] = {
    "people": {
        "name": BLANK, "work": "", "area": "", "outlet_id": None, "paused_until": None, "role_until": None, "blocked_until": None,
        "role": Role.GUEST, "standing": Standing.LEFT,
    },
    "join_codes": {"used_by": None},
    "imports": {"name": "", "handle": "", "person_id": None},
}  # fmt: skip
# What tells of many people at once: only what names this one is taken out.
SCRUBBED: tuple[tuple[Table, tuple[str, ...]], ...] = ((imports, ("content", "made")),)
LAST: Final = "addresses"  # where the last word is sent to: it goes when that has been said
COUNTED = {"chat": "", "facts": {}, "platform_id": "", "state": RowState.CANCELLED}
# Where others were told of somebody or typed about them, column by column; what belongs to the office's record is not here.
TALK: tuple[tuple[Table, tuple[str, ...], tuple[ColumnElement[bool], ...]], ...] = (
    (outbox, ("facts",), (outbox.c.purpose.not_in(BULK),)),
    (inbox, ("body", "fault"), (inbox.c.state != EventState.NEW,)),
    (jobs, ("facts", "fault"), (jobs.c.state.in_(("done", "failed")),)),
    (expected, ("name", "phone"), ()),
    (conversations, ("kept",), ()),
)


async def limit(db: OfficeDb, person_id: PersonId, now: datetime) -> None:
    """What is done at once when somebody asks: what waits is cancelled, what they wrote and were in the middle of is gone."""
    who = await belongings.of(db, person_id)
    await db.change(outbox, mine(outbox, who), outbox.c.state.in_(UNSENT), state=RowState.CANCELLED, settled_at=now)
    await db.drop(inbox, belongings.in_chats(inbox, who), inbox.c.state != EventState.NEW)
    for name in ("conversations", "bursts"):
        await db.drop(metadata.tables[name], mine(metadata.tables[name], who))


async def erase(db: OfficeDb, person_id: PersonId) -> tuple[Json, Sequence[str]]:
    """Take a person out of every table that does not have to keep them.

    Gives how many rows of which table were touched, and the SHA-256 of the files that nobody needs any more.
    """
    who = await belongings.of(db, person_id)
    unneeded = await _files(db, who)
    touched = {"charges": await _charges(db, who), "elsewhere": await _elsewhere(db, who), "outbox": await _outbox(db, who)}
    for holding in HOLDINGS:
        table = metadata.tables[holding.table]
        if holding.at_erasure is AtErasure.KEEP and "chat" in table.c:
            touched[table.name] = await db.change(table, mine(table, who), chat="")
        elif holding.at_erasure is AtErasure.ERASE and table.name not in {"people", LAST, "outbox", "charges"}:
            touched[table.name] = await _ordinary(db, table, who)
    touched[LAST] = await db.drop(metadata.tables[LAST], mine(metadata.tables[LAST], who))
    touched["people"] = await _ordinary(db, metadata.tables["people"], who)
    return {name: number for name, number in touched.items() if number}, unneeded


async def _ordinary(db: OfficeDb, table: Table, who: Self) -> int:
    values = BLANKED.get(table.name)
    return await (db.change(table, mine(table, who), **values) if values else db.drop(table, mine(table, who)))


async def _charges(db: OfficeDb, who: Self) -> int:
    """The platform's name of a message may hold a phone: the bill keeps a hash of it."""
    rows = await db.rows(db.of(charges, charges.c.id, charges.c.platform_id).where(mine(charges, who)))
    for row in rows:
        await db.change(charges, charges.c.id == row.id, platform_id=hashlib.sha256(row.platform_id.encode()).hexdigest())
    return len(rows)


async def _outbox(db: OfficeDb, who: Self) -> int:
    """What was said to many is counted by reports, so its row stays, empty; the rest goes."""
    own, many = mine(outbox, who), outbox.c.purpose.in_(BULK)
    ended = outbox.c.state.in_((RowState.SENT, RowState.UNSURE, RowState.FAILED, RowState.CANCELLED))
    blank = {name: value for name, value in COUNTED.items() if name != "state"}
    kept = await db.change(outbox, own, many, ended, **blank) + await db.change(outbox, own, many, ~ended, **COUNTED)
    return kept + await db.drop(outbox, own, ~many)


async def _elsewhere(db: OfficeDb, who: Self) -> int:
    """What others were told of the person, or typed about them, and what waits in jobs and imported registers."""
    named = pattern(who)
    others = [f"person:{each}" for each in who.ids]
    gone = await db.drop(outbox, outbox.c.subject.in_(others), outbox.c.purpose.not_in(BULK))
    for table, columns, where in TALK:
        perhaps = mentions(who, *(table.c[name] for name in columns))
        gone += await _drop_named(db, named, table, columns, perhaps, *where)
    for table, columns in SCRUBBED:
        for row in await db.rows(db.of(table).where(mentions(who, *(table.c[name] for name in columns)))):
            values = {name: scrubbed(named, getattr(row, name)) for name in columns}
            gone += await db.change(table, table.c.id == row.id, **values)
    return gone


async def _drop_named(
    db: OfficeDb, named: re.Pattern[str], table: Table, columns: Iterable[str], *where: ColumnElement[bool]
) -> int:
    """Drop the rows in which somebody is really named, of those in which they perhaps are."""
    rows = await db.rows(db.of(table, table.c.id, *(table.c[name] for name in columns)).where(*where))
    found = [row.id for row in rows if any(names(named, value) for value in tuple(row)[1:])]
    return await db.drop(table, table.c.id.in_(found)) if found else 0


async def unreach(db: OfficeDb, person_id: PersonId) -> int:
    """Forget where somebody could be written to, and the talk that was had there; gives the number of addresses."""
    who = await belongings.of(db, person_id)
    await _charges(db, who)
    await _outbox(db, who)
    for name in ("inbox", "conversations", "bursts"):
        await db.drop(metadata.tables[name], mine(metadata.tables[name], who))
    return await db.drop(metadata.tables[LAST], mine(metadata.tables[LAST], who))


async def _files(db: OfficeDb, who: Self) -> Sequence[str]:
    """Files of theirs, and lists that we made, in which they may stand: their rows go, and their bytes where no row has them.

    Evidence stays, under a name of ours, and so does what is still to be sent; a list can be asked for again.
    """
    made = (files.c.account_id.is_(None), files.c.person_id.is_(None))
    own = await db.rows(db.of(files, files.c.id, files.c.name).where(mine(files, who)))
    for row in own:  # what somebody called a file is no evidence
        await db.change(files, files.c.id == row.id, name=f"{row.id}{_ending(row.name)}")
    ids = [row.id for row in (*own, *await db.rows(db.of(files, files.c.id).where(*made)))]
    waits = db.of(outbox, outbox.c.facts).where(~mine(outbox, who), outbox.c.state.in_((*UNSENT, RowState.CALLING)))
    needed = {number for row in await db.rows(waits) for number in _numbers(row.facts)} if ids else set()
    needed |= await evidence(db, ids)
    return await drop_files(db, [each for each in ids if each not in needed])


def _ending(name: str) -> str:
    """.jpg of scan.jpg; nothing where what follows the point is no ending."""
    found = re.search(r"\.[A-Za-z0-9]{1,5}\Z", name)
    return found[0] if found else ""


async def evidence(db: OfficeDb, ids: Sequence[int]) -> set[int]:
    """Which of these files something that is kept points at."""
    keys = [column for table in metadata.tables.values() for column in table.c for key in column.foreign_keys
            if key.column.table is files and table is not uploads]  # fmt: skip
    found = {int(row[0]) for key in keys for row in await db.rows(db.of(key.table, key).where(key.in_(ids)))}
    listed = metadata.tables["appeals"]
    for row in await db.rows(db.of(listed, listed.c.files)):
        found |= set(_numbers(row.files))
    return found & set(ids)


def _numbers(value: Any) -> Iterable[int]:
    """Every number in JSON."""
    if isinstance(value, int):
        yield value
    elif isinstance(value, (Mapping, list)):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _numbers(each)


async def drop_files(db: OfficeDb, ids: Sequence[int]) -> Sequence[str]:
    """Drop the rows of files; gives the SHA-256 of bytes that no row of any office names any more."""
    rows = await db.rows(db.of(files, files.c.digest).where(files.c.id.in_(ids)))
    await db.drop(uploads, uploads.c.file_id.in_(ids))
    await db.drop(files, files.c.id.in_(ids))
    return [each for each in {row.digest for row in rows} - {""} if not await needed(db, each)]


async def needed(db: OfficeDb, digest: str) -> bool:
    """Whether any row of any office names these bytes."""
    columns = [table.c[name] for table in metadata.tables.values() for name in ("digest", "evidence") if name in table.c]
    return any([await db.value(select(func.count()).select_from(each.table).where(each == digest)) for each in columns])
