"""Blocks: who gets nothing but public releases for a while, why, who decided, and what became of an appeal.

`people.blocked_until` says who is blocked now; the rows here say why, and stay.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func

from storage import offices, people
from storage.database import OfficeDb, as_record, as_records
from storage.records import Person, PersonId
from storage.tables import blocks


@dataclass(frozen=True)
class Block:
    """A block. It is proposed, then confirmed by somebody else or dropped, and ends once."""

    id: int
    number: int
    person_id: PersonId
    reason: str
    asked_by: PersonId
    asked_at: datetime
    until: datetime
    confirmed_by: PersonId | None
    confirmed_at: datetime | None
    dropped_at: datetime | None
    appeal: str
    appealed_at: datetime | None
    answered_by: PersonId | None
    answered_at: datetime | None
    answer: str
    ended_at: datetime | None

    @property
    def code(self) -> str:
        """The code people type, such as B-3."""
        return f"B-{self.number}"

    @property
    def holds(self) -> bool:
        """Whether it is in force."""
        return self.confirmed_at is not None and self.ended_at is None


def about(block: Block) -> str:
    """What the audit calls it."""
    return f"block:{block.id}"


async def propose(db: OfficeDb, by: Person, person_id: PersonId, reason: str, until: datetime, now: datetime) -> Block:
    """A block that waits for a second person."""
    number = await offices.next_number(db, "block")
    values = {"person_id": person_id, "reason": reason, "until": until, "asked_by": by.id, "asked_at": now}
    added = await db.add(blocks, number=number, **values)
    return as_records(Block, await db.rows(db.of(blocks).where(blocks.c.id == added)))[0]


async def find(db: OfficeDb, block_id: int) -> Block | None:
    """One block, or None."""
    row = await db.row(db.of(blocks).where(blocks.c.id == block_id))
    return as_record(Block, row) if row else None


async def by_number(db: OfficeDb, number: int) -> Block | None:
    """One block by the number people type, or None."""
    row = await db.row(db.of(blocks).where(blocks.c.number == number))
    return as_record(Block, row) if row else None


async def open_of(db: OfficeDb, person_id: PersonId) -> Block | None:
    """The block of a person that waits or is in force, or None."""
    row = await db.row(db.of(blocks).where(blocks.c.person_id == person_id, *_open()).order_by(blocks.c.id.desc()).limit(1))
    return as_record(Block, row) if row else None


async def everything_open(db: OfficeDb) -> tuple[Block, ...]:
    """The blocks that wait or are in force, oldest first."""
    return as_records(Block, await db.rows(db.of(blocks).where(*_open()).order_by(blocks.c.id)))


async def confirm(db: OfficeDb, block: Block, by: Person, now: datetime) -> bool:
    """It is in force from now on; False where somebody was first."""
    here = (blocks.c.id == block.id, blocks.c.confirmed_at.is_(None), *_open())
    if not await db.change(blocks, *here, confirmed_by=by.id, confirmed_at=now):
        return False
    await people.change(db, block.person_id, blocked_until=block.until)
    return True


async def drop(db: OfficeDb, block: Block, now: datetime) -> bool:
    """The second person said no, or it was taken back; False where somebody was first."""
    here = (blocks.c.id == block.id, blocks.c.confirmed_at.is_(None), *_open())
    return await db.change(blocks, *here, dropped_at=now, ended_at=now) > 0


async def end(db: OfficeDb, block: Block, by: Person | None, now: datetime, **more: Any) -> bool:
    """It is over, by somebody or by itself; False where it was over."""
    here = (blocks.c.id == block.id, blocks.c.confirmed_at.is_not(None), *_open())
    if not await db.change(blocks, *here, ended_at=now, lifted_by=by.id if by else None, **more):
        return False
    await people.change(db, block.person_id, blocked_until=None)
    return True


async def appeal(db: OfficeDb, block: Block, words: str, now: datetime) -> bool:
    """What the person says against it, once."""
    here = (blocks.c.id == block.id, blocks.c.appealed_at.is_(None), *_open())
    return await db.change(blocks, *here, appeal=words, appealed_at=now) > 0


async def uphold(db: OfficeDb, block: Block, by: Person, answer: str, now: datetime) -> bool:
    """The appeal is answered and the block stays; False where somebody was first."""
    here = (blocks.c.id == block.id, blocks.c.answered_at.is_(None), blocks.c.appealed_at.is_not(None), *_open())
    return await db.change(blocks, *here, answered_by=by.id, answered_at=now, answer=answer) > 0


async def next_end(db: OfficeDb) -> datetime | None:
    """When the next block ends by itself; one that nobody confirmed ends with its term, too."""
    found: datetime | None = await db.value(db.of(blocks, func.min(blocks.c.until)).where(*_open()))
    return found


async def over(db: OfficeDb, now: datetime) -> tuple[Block, ...]:
    """The blocks whose term has passed."""
    return as_records(Block, await db.rows(db.of(blocks).where(blocks.c.until <= now, *_open()).order_by(blocks.c.id)))


def _open() -> tuple[ColumnElement[bool], ...]:
    return (blocks.c.ended_at.is_(None),)
