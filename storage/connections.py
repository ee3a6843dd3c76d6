"""One person on two channels: the codes that connect them, and what is moved when two records were one person.

A code is six digits and lives for minutes, so only its hash is kept and the latest of a person alone is good.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Table, func

from storage.database import OfficeDb, as_record
from storage.records import ChannelKind, Json, Person, PersonId, Standing
from storage.tables import (
    accounts,
    addresses,
    appeals,
    arrivals,
    blocks,
    connection_codes,
    embargo_consents,
    inquiries,
    inquiry_questions,
    invitees,
    links,
    memberships,
    merges,
    outbox,
    people,
    press_group_members,
    release_opens,
)

# What becomes the other's: where they are written to, what they sent and asked, what they were told, and what holds them back.
GIVEN: tuple[Table, ...] = (addresses, links, appeals, inquiries, inquiry_questions, outbox, blocks)
# The same where a person stands once for each of something: only for what the other has none yet.
ONCE: tuple[tuple[Table, str], ...] = (
    (invitees, "invitation_id"),
    (release_opens, "release_id"),
    (arrivals, "release_id"),
    (embargo_consents, "release_id"),
    (press_group_members, "group_id"),
)


@dataclass(frozen=True)
class Merge:
    """Two people who say that they are one. `moved` holds ids only, and who has agreed so far."""

    id: int
    kept_id: PersonId
    gone_id: PersonId
    moved: Json
    merged_at: datetime | None
    undone_at: datetime | None


@dataclass(frozen=True)
class Chat:
    """A place where a person is written to, with the channel it is on."""

    id: int
    kind: ChannelKind
    preferred: bool


async def give_code(db: OfficeDb, person: Person, code: str, expires_at: datetime) -> None:
    """Keep a code as its hash; the person's earlier ones are worth nothing any more."""
    await db.drop(connection_codes, connection_codes.c.person_id == person.id, connection_codes.c.used_at.is_(None))
    await db.add(connection_codes, person_id=person.id, digest=_digest(code), expires_at=expires_at)


async def spend_code(db: OfficeDb, code: str, now: datetime) -> PersonId | None:
    """Use a code up and give whose it is; None where it is wrong, used or too old."""
    here = (connection_codes.c.digest == _digest(code), connection_codes.c.used_at.is_(None), connection_codes.c.expires_at > now)
    row = await db.row(db.of(connection_codes).where(*here).order_by(connection_codes.c.id.desc()).limit(1))
    if row is None or not await db.change(connection_codes, connection_codes.c.id == row.id, *here, used_at=now):
        return None
    return PersonId(row.person_id)


async def chats_of(db: OfficeDb, person_id: PersonId) -> Sequence[Chat]:
    """The places where a person can be written to, oldest first."""
    joined = db.of(addresses, addresses.c.id, accounts.c.kind, addresses.c.preferred)
    here = (addresses.c.person_id == person_id, addresses.c.reachable)
    rows = await db.rows(joined.join(accounts, accounts.c.id == addresses.c.account_id).where(*here).order_by(addresses.c.id))
    return [as_record(Chat, row) for row in rows]


async def prefer(db: OfficeDb, person_id: PersonId, address_id: int) -> bool:
    """Send broadcasts to one of a person's chats; False where it is not theirs."""
    own = addresses.c.person_id == person_id
    if not await db.change(addresses, own, addresses.c.id == address_id, preferred=True):
        return False
    await db.change(addresses, own, addresses.c.id != address_id, preferred=False)
    return True


async def ask_merge(db: OfficeDb, kept: Person, gone: Person, now: datetime) -> int:
    """Note that two registered people say they are one; gives the number of the question."""
    return await db.add(merges, kept_id=kept.id, gone_id=gone.id, moved={"agreed": []}, asked_at=now)


async def merge_asked(db: OfficeDb, number: int) -> Merge | None:
    """One question, or None."""
    row = await db.row(db.of(merges).where(merges.c.id == number))
    return as_record(Merge, row) if row else None


async def agree(db: OfficeDb, merge: Merge, person_id: PersonId) -> Merge:
    """Note that one of the two agrees."""
    agreed = sorted({*merge.moved["agreed"], int(person_id)})
    await db.change(merges, merges.c.id == merge.id, merges.c.merged_at.is_(None), moved={"agreed": agreed})
    return await merge_asked(db, merge.id) or merge


async def merge_now(db: OfficeDb, merge: Merge, now: datetime) -> bool:
    """Give everything of one to the other, a block too. False where somebody was first."""
    here = (merges.c.id == merge.id, merges.c.merged_at.is_(None), merges.c.undone_at.is_(None))
    if not await db.change(merges, *here, merged_at=now):
        return False
    gone = await db.row(db.of(people).where(people.c.id == merge.gone_id))
    moved = {
        **merge.moved,
        "standing": gone.standing if gone else Standing.NEW,
        **{table.name: await _ids(db, table, merge.gone_id) for table in GIVEN},
        **{table.name: await _fresh(db, table, name, merge) for table, name in ONCE},
        "memberships": await _new_outlets(db, merge, now),
    }
    await _give(db, moved, merge, merge.kept_id)
    # One channel stays the preferred one, so that nobody gets a release twice.
    await db.change(addresses, addresses.c.id.in_(moved["addresses"]), preferred=False)
    await db.change(people, people.c.id == merge.gone_id, standing=Standing.MERGED)
    return await db.change(merges, merges.c.id == merge.id, moved=moved) > 0


async def undo_merge(db: OfficeDb, merge: Merge, now: datetime) -> bool:
    """Give everything back that was moved. False where somebody was first."""
    here = (merges.c.id == merge.id, merges.c.merged_at.is_not(None), merges.c.undone_at.is_(None))
    if not await db.change(merges, *here, undone_at=now):
        return False
    await _give(db, merge.moved, merge, merge.gone_id)
    await db.change(addresses, addresses.c.id.in_(merge.moved["addresses"]), preferred=True)
    await db.drop(memberships, memberships.c.id.in_(merge.moved["memberships"]))
    await db.change(people, people.c.id == merge.gone_id, standing=merge.moved["standing"])
    return True


async def _give(db: OfficeDb, moved: Json, merge: Merge, to: PersonId) -> None:
    for table in (*GIVEN, *(each for each, _ in ONCE)):
        if ids := moved.get(table.name):
            await db.change(table, table.c.id.in_(ids), person_id=to)
    for each in (merge.kept_id, merge.gone_id):
        here = (blocks.c.person_id == each, blocks.c.confirmed_at.is_not(None), blocks.c.ended_at.is_(None))
        until = await db.value(db.of(blocks, func.max(blocks.c.until)).where(*here))
        await db.change(people, people.c.id == each, blocked_until=until)


async def _fresh(db: OfficeDb, table: Table, name: str, merge: Merge) -> list[int]:
    known = db.of(table, table.c[name]).where(table.c.person_id == merge.kept_id)
    here = (table.c.person_id == merge.gone_id, table.c[name].not_in(known))
    return [row.id for row in await db.rows(db.of(table, table.c.id).where(*here))]


async def _ids(db: OfficeDb, table: Table, person_id: PersonId) -> list[int]:
    rows = await db.rows(db.of(table, table.c.id).where(table.c.person_id == person_id))
    return [row.id for row in rows]


async def _new_outlets(db: OfficeDb, merge: Merge, now: datetime) -> list[int]:
    """The outlets of the one that the other does not write for yet, added; gives the ids of these rows."""
    known = {await db.value(db.of(people, people.c.outlet_id).where(people.c.id == merge.kept_id))}
    known |= {row.outlet_id for row in await db.rows(_outlets(db, merge.kept_id))}
    main = await db.value(db.of(people, people.c.outlet_id).where(people.c.id == merge.gone_id))
    others = {main, *(row.outlet_id for row in await db.rows(_outlets(db, merge.gone_id)))}
    fresh = sorted(each for each in others - known if each)
    return [await db.add(memberships, person_id=merge.kept_id, outlet_id=each, created_at=now) for each in fresh]


def _outlets(db: OfficeDb, person_id: PersonId) -> Select[Any]:
    return db.of(memberships, memberships.c.outlet_id).where(memberships.c.person_id == person_id)


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
