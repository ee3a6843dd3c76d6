"""The outbox as delivery sees it: taken in batches, split into parts, settled in groups."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, func, or_, select, tuple_, update

from storage.database import EveryOfficeDb, as_record, as_records
from storage.outbox import BULK
from storage.records import AccountId, OutboxRow, RowId, RowState
from storage.tables import accounts, outbox


async def claim(
    db: EveryOfficeDb, account_id: AccountId, now: datetime, limit: int, bulk: int, resting: Collection[str] = ()
) -> Sequence[OutboxRow]:
    """Take the next rows of an account to be called: the most urgent first, one of each chat, none of those that rest.

    At most `limit` in all, and at most `bulk` of what is said to many.

    A chat's first row holds back those behind it until its own time comes, and a card that was begun is finished
    before another is, so that parts stay in order.
    """
    # Claims of an account wait for each other. The key itself is left free: whoever queues a row refers to it.
    await db.row(select(accounts.c.id).where(accounts.c.id == account_id).with_for_update(key_share=True))
    wanted = {"account": account_id, "now": now, "limit": limit, "resting": list(resting)}
    found = as_records(OutboxRow, await db.rows(_next(), wanted))
    late = {row.id for row in islice((row for row in found if row.purpose in BULK), bulk, None)}
    rows = [row for row in found if row.id not in late]
    await _set(db, [row.id for row in rows], state=RowState.CALLING, called_at=now)
    return [replace(row, state=RowState.CALLING, called_at=now) for row in rows]


@cache
def _next() -> Select[Any]:
    """The rows to be called next. Made once: to put it together costs as much as to run it."""
    account = bindparam("account", type_=outbox.c.account_id.type)
    other = outbox.alias()
    same_chat = (other.c.account_id == account, other.c.chat == outbox.c.chat)
    # What waits for a digest or for the end of quiet hours holds nobody back meanwhile.
    waits = or_(other.c.hushed_at.is_(None), other.c.not_before <= bindparam("now", type_=outbox.c.not_before.type))
    sooner = and_(other.c.state == RowState.WAITING, _turn(other) < _turn(outbox), waits)
    behind = select(other.c.id).where(*same_chat, or_(other.c.state == RowState.CALLING, sooner)).exists()
    due = outbox.c.not_before <= bindparam("now", type_=outbox.c.not_before.type)
    here = (outbox.c.account_id == account, outbox.c.state == RowState.WAITING, due)
    awake = outbox.c.chat.not_in(bindparam("resting", expanding=True))
    query = select(outbox).where(*here, awake, ~behind).order_by(outbox.c.priority, outbox.c.id).limit(bindparam("limit"))
    # Locked before it is changed: what was held or cancelled a moment ago is not taken.
    return query.with_for_update(of=outbox, key_share=True)


def _turn(rows: Any) -> Any:
    """In which order a chat's rows go: what was begun, then the more urgent, then the earlier."""
    return tuple_(case((rows.c.parts > 1, 0), else_=1), rows.c.priority, rows.c.id)


async def split(db: EveryOfficeDb, row: OutboxRow, parts: int, now: datetime) -> None:
    """Write the further parts of a card as rows of their own, before any of them is sent."""
    source = await db.row(select(outbox).where(outbox.c.id == row.id))
    if source is None:
        return
    shared = {name: value for name, value in source._mapping.items() if name not in {"id", "key", "part", "parts", "replaces_id"}}
    for part in range(2, parts + 1):
        key = f"{source.key or f'row:{row.id}'}:{part}"
        own = {"key": key, "part": part, "parts": parts, "state": RowState.WAITING, "created_at": now}
        await db.added(outbox, **shared | own)
    await _set(db, [row.id], parts=parts)


async def settle(db: EveryOfficeDb, row_id: RowId, state: RowState, now: datetime, **values: Any) -> None:
    """Write what became of a row. What was called keeps that, cancelled meanwhile or not; only a new try is given up."""
    final = {} if state in (RowState.WAITING, RowState.HELD, RowState.PARKED) else {"settled_at": now}
    stopped = outbox.c.held.in_((RowState.HELD, RowState.CANCELLED))
    becomes = case((stopped, outbox.c.held), else_=state) if state is RowState.WAITING else state
    await _set(db, [row_id], state=becomes, **{"held": ""} | final | values)


async def sent(db: EveryOfficeDb, receipts: Iterable[tuple[OutboxRow, str]], now: datetime) -> None:
    """Rows arrived at the platform, under its ids; all in one statement. Those that another lane took over are left to it."""
    whole = case((outbox.c.parts == 0, 1), else_=outbox.c.parts)  # what was never split went in one message
    values = {"state": RowState.SENT, "held": "", "settled_at": now, "platform_id": bindparam("as_id"), "parts": whole}
    called = outbox.c.called_at == bindparam("at", type_=outbox.c.called_at.type)
    rows = [{"row": row.id, "at": row.called_at, "as_id": as_id} for row, as_id in receipts]
    if rows:
        ours = (outbox.c.id == bindparam("row"), outbox.c.state == RowState.CALLING, called)
        await db.run(update(outbox).where(*ours).values(**values), rows)


async def still_called(db: EveryOfficeDb, row: OutboxRow) -> bool:
    """Whether a row is still being called by whoever took it at this moment, and not by a lane that took over."""
    here = (outbox.c.id == row.id, outbox.c.state == RowState.CALLING, outbox.c.called_at == row.called_at)
    return await db.row(select(outbox.c.id).where(*here).with_for_update()) is not None


async def said_as(db: EveryOfficeDb, row_id: RowId, template: str) -> None:
    """Note that a row goes in an approved template's words, whole and in one message."""
    await _set(db, [row_id], template=template, parts=1)


async def drop_rest(db: EveryOfficeDb, row: OutboxRow, now: datetime) -> None:
    """When a part cannot be sent, the parts behind it are not sent either."""
    same = (outbox.c.account_id == row.account_id, outbox.c.chat == row.chat, outbox.c.card == row.card)
    behind = (outbox.c.part > row.part, outbox.c.parts == row.parts, outbox.c.subject == row.subject)
    unsent = outbox.c.state.in_((RowState.WAITING, RowState.HELD, RowState.PARKED))
    values = {"state": RowState.FAILED, "problem": row.problem, "settled_at": now}
    await db.run(update(outbox).where(*same, *behind, outbox.c.id > row.id, unsent).values(**values))


async def interrupted(db: EveryOfficeDb, account_id: AccountId) -> Sequence[OutboxRow]:
    """Rows that were being called when the process died: nobody knows whether they arrived."""
    mine = (outbox.c.account_id == account_id, outbox.c.state == RowState.CALLING)
    return as_records(OutboxRow, await db.rows(select(outbox).where(*mine)))


async def by_id(db: EveryOfficeDb, row_id: RowId) -> OutboxRow | None:
    """One row, or None."""
    row = await db.row(select(outbox).where(outbox.c.id == row_id))
    return as_record(OutboxRow, row) if row else None


async def next_due(db: EveryOfficeDb, account_id: AccountId | None = None) -> datetime | None:
    """When the next waiting row may be sent, of an account where given."""
    mine = (outbox.c.account_id == account_id,) if account_id else ()
    query = select(func.min(outbox.c.not_before)).where(outbox.c.state == RowState.WAITING, *mine)
    found: datetime | None = await db.value(query)
    return found


async def standing_since(db: EveryOfficeDb, before: datetime) -> datetime | None:
    """Since when messages wait while none at all has found its end; None where they move, or nothing is due."""
    moved = await db.value(select(func.max(outbox.c.settled_at)))
    return None if moved and moved >= before else await next_due(db)


async def unsent(db: EveryOfficeDb) -> int:
    """How many rows wait or are on their way."""
    states = (RowState.WAITING, RowState.CALLING)
    return int(await db.value(select(func.count()).select_from(outbox).where(outbox.c.state.in_(states))))


async def _set(db: EveryOfficeDb, ids: Sequence[RowId], **values: Any) -> None:
    if ids:
        await db.run(update(outbox).where(outbox.c.id.in_(ids)).values(**values))
