"""How long what is kept: a class a row, with its days and what is dropped when they are over.

The days are the office's own where it has set some. Each drop is one bounded statement or a few, so that the clock may take it
up again and again.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import ColumnElement, Table, cast, literal, or_, select

from storage import erasing
from storage.belongings import BLANK
from storage.database import OfficeDb
from storage.outbox import BULK
from storage.records import EventState, PersonId, Role, RowState, Standing
from storage.tables import (
    addresses,
    audit,
    bursts,
    connection_codes,
    conversations,
    files,
    inbox,
    inquiries,
    inquiry_answers,
    inquiry_questions,
    jobs,
    join_codes,
    links,
    outbox,
    people,
    pictures,
    rechecks,
    retention,
    verdicts,
)

AT_ONCE = 500  # rows
SLOWER = 20  # people, each of whom stands in many tables
FOR_EVER = 0
LEAVING = ("leave", "ask_erasure", "end_role", "end_delegate")  # deeds by which somebody is no longer here
ENDED = (RowState.SENT, RowState.FAILED, RowState.UNSURE, RowState.CANCELLED)


class Dropped(NamedTuple):
    """What one look at a class dropped: rows, the numbers to be told in the log, and bytes that nobody needs any more."""

    rows: int = 0
    named: Mapping[str, Sequence[int]] = MappingProxyType({})
    digests: Sequence[str] = ()


class Class(NamedTuple):
    """A class of what is kept: its name, its days unless the office says otherwise, and how it is dropped."""

    name: str
    days: int  # FOR_EVER where it is permanent
    drop: Callable[[OfficeDb, datetime], Awaitable[Dropped]] | None
    at_least: int = 1  # days that an office cannot go below


async def _some(db: OfficeDb, table: Table, *where: ColumnElement[bool]) -> int:
    """Drop the oldest rows that fit, at most so many at once."""
    rows = await db.rows(db.of(table, table.c.id).where(*where).order_by(table.c.id).limit(AT_ONCE))
    return await db.drop(table, table.c.id.in_([row.id for row in rows])) if rows else 0


async def _events(db: OfficeDb, before: datetime) -> Dropped:
    handled = inbox.c.state.in_((EventState.DONE, EventState.ASIDE))
    return Dropped(await _some(db, inbox, inbox.c.received_at < before, handled))


async def _chats(db: OfficeDb, before: datetime) -> Dropped:
    """What was said to one person goes; of what was said to many only the number stays, for the report."""
    old = (outbox.c.created_at < before, outbox.c.state.in_(ENDED))
    gone = await _some(db, outbox, *old, outbox.c.purpose.not_in(BULK))
    rows = await db.rows(db.of(outbox, outbox.c.id).where(*old, outbox.c.chat != "").order_by(outbox.c.id).limit(AT_ONCE))
    many = [row.id for row in rows]
    gone += await db.change(outbox, outbox.c.id.in_(many), chat="", facts={}, platform_id="") if many else 0
    gone += await _some(db, conversations, conversations.c.changed_at < before)
    return Dropped(gone + await _some(db, bursts, bursts.c.closed_at < before))


async def _codes(db: OfficeDb, before: datetime) -> Dropped:
    gone = [await _some(db, table, table.c.expires_at < before) for table in (connection_codes, join_codes)]
    return Dropped(sum(gone))


async def _jobs(db: OfficeDb, before: datetime) -> Dropped:
    return Dropped(await _some(db, jobs, jobs.c.run_at < before, jobs.c.state.in_(("done", "failed"))))


async def _leavers(db: OfficeDb, before: datetime) -> Dropped:
    """The numbers and chats of those who left that long ago. Who was removed stays known, or they would simply come back."""
    left_since = select(audit.c.id).where(
        audit.c.office_id == db.office.id, audit.c.deed.in_(LEAVING), audit.c.at >= before,
        audit.c.object == literal("person:") + cast(people.c.id, audit.c.object.type),
    )  # fmt: skip
    ever_left = select(audit.c.id).where(
        audit.c.office_id == db.office.id, audit.c.deed.in_(LEAVING),
        audit.c.object == literal("person:") + cast(people.c.id, audit.c.object.type),
    )  # fmt: skip
    gone = db.of(people, people.c.id).where(people.c.standing == Standing.LEFT, ever_left.exists(), ~left_since.exists())
    here = select(addresses.c.person_id).where(addresses.c.person_id.in_(gone)).distinct()
    rows = await db.rows(here.order_by(addresses.c.person_id).limit(SLOWER))
    return Dropped(sum([await erasing.unreach(db, PersonId(row.person_id)) for row in rows]))


async def _strangers(db: OfficeDb, before: datetime) -> Dropped:
    """Those who once wrote, never registered and have been silent since."""
    spoken = select(addresses.c.person_id).where(addresses.c.said_at >= before)
    silent = (people.c.created_at < before, people.c.id.not_in(spoken), people.c.name != BLANK)
    here = db.of(people, people.c.id).where(people.c.standing == Standing.NEW, people.c.role == Role.GUEST, *silent)
    rows = await db.rows(here.order_by(people.c.id).limit(SLOWER))
    digests: list[str] = []
    for row in rows:
        _, unneeded = await erasing.erase(db, PersonId(row.id))
        digests += unneeded
    return Dropped(len(rows), digests=digests)


async def _own_files(db: OfficeDb, before: datetime) -> Dropped:
    """Files that somebody sent or that were made for somebody, and that are no evidence, such as what *dataku* made."""
    old = (or_(files.c.person_id.is_not(None), files.c.account_id.is_(None)), files.c.created_at < before)
    ids = [row.id for row in await db.rows(db.of(files, files.c.id).where(*old).order_by(files.c.id).limit(AT_ONCE))]
    unneeded = [each for each in ids if each not in await erasing.evidence(db, ids)] if ids else []
    return Dropped(len(unneeded), digests=await erasing.drop_files(db, unneeded) if unneeded else ())


async def _questions(db: OfficeDb, before: datetime) -> Dropped:
    """Questions that were answered or withdrawn that long ago, with their answers."""
    old = db.of(inquiries, inquiries.c.id).where(inquiries.c.ended_at < before).order_by(inquiries.c.id).limit(AT_ONCE)
    ids = [row.id for row in await db.rows(old)]
    for table in (inquiry_questions, inquiry_answers):
        await db.drop(table, table.c.inquiry_id.in_(ids))
    return Dropped(await db.drop(inquiries, inquiries.c.id.in_(ids)) if ids else 0)


async def _evidence(db: OfficeDb, before: datetime) -> Dropped:
    """What was read behind links: the ledger keeps the link itself. The log names each, so that it is not taken for a theft."""
    old = select(links.c.id).where(links.c.office_id == db.office.id, links.c.received_at < before)
    rows = await db.rows(db.of(verdicts).where(verdicts.c.link_id.in_(old)).order_by(verdicts.c.id).limit(AT_ONCE))
    of = [row.link_id for row in rows]
    later = await db.rows(db.of(rechecks, rechecks.c.evidence).where(rechecks.c.link_id.in_(of)))
    shown = await db.rows(db.of(pictures, pictures.c.digest).where(pictures.c.link_id.in_(of)))
    for table in (rechecks, pictures, verdicts):
        await db.drop(table, table.c.link_id.in_(of))
    held = {row.evidence for row in (*rows, *later)} | {row.digest for row in shown}
    digests = [each for each in sorted(held) if each and not await erasing.needed(db, each)]
    return Dropped(len(rows), {"links": of} if rows else {}, digests)


CLASSES: tuple[Class, ...] = (
    Class("events", 30, _events),
    Class("chats", 90, _chats, at_least=14),  # reports, corrections and undoing look back on them
    Class("codes", 30, _codes),
    Class("jobs", 30, _jobs, at_least=7),
    Class("leavers", 30, _leavers),
    Class("strangers", 90, _strangers),
    Class("own_files", 7, _own_files),
    Class("questions", 1_825, _questions, at_least=365),
    Class("evidence", 3_650, _evidence, at_least=3_650),
    Class("releases", FOR_EVER, None),
    Class("log", FOR_EVER, None),
)


async def days(db: OfficeDb) -> dict[str, int]:
    """How many days each class is kept in this office."""
    own = {row.name: row.days for row in await db.rows(db.of(retention))}
    return {each.name: own.get(each.name, each.days) for each in CLASSES}


async def change(db: OfficeDb, name: str, number: int, by: PersonId, now: datetime) -> None:
    """The office keeps a class for so many days from now on."""
    values = {"days": number, "changed_by": by, "changed_at": now}
    if not await db.change(retention, retention.c.name == name, **values):
        await db.add(retention, name=name, **values)


async def dropped_evidence(db: OfficeDb) -> set[str]:
    """The links whose evidence was kept long enough, as the log names them."""
    here = (audit.c.deed == "drop", audit.c.object == "retention:evidence")
    return {f"link:{each}" for row in await db.rows(db.of(audit, audit.c.facts).where(*here)) for each in row.facts["links"]}


async def drop(db: OfficeDb, each: Class, kept: int, now: datetime) -> Dropped:
    """Drop some of what a class has kept for longer than that; nothing where it is permanent."""
    return await each.drop(db, now - timedelta(days=kept)) if each.drop and kept else Dropped()
