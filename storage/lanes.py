"""The outbox as delivery sees it: claimed in batches, marked as calling, split into parts, settled in groups."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select, update

from storage.database import EveryOfficeDb, as_record, as_records
from storage.records import AccountId, OutboxRow, RowId, RowState
from storage.tables import accounts, outbox

BUSY = (RowState.LEASED, RowState.CALLING)


async def claim(db: EveryOfficeDb, account_id: AccountId, now: datetime, limit: int) -> Sequence[OutboxRow]:
    """Lease the next rows of an account: the most urgent first, and only one of each chat.

    A chat's first row holds back those behind it until its own time comes, and a card that was begun is finished
    before another is, so that parts stay in order.
    """
    # Claims of an account wait for each other. The key itself is left free: whoever queues a row refers to it.
    await db.row(select(accounts.c.id).where(accounts.c.id == account_id).with_for_update(key_share=True))
    mine = (outbox.c.account_id == account_id,)
    busy = select(outbox.c.chat).where(*mine, outbox.c.state.in_(BUSY))
    waiting = (*mine, outbox.c.state == RowState.WAITING)
    order = ((outbox.c.parts > 1).desc(), outbox.c.priority, outbox.c.id)
    turn = func.row_number().over(partition_by=outbox.c.chat, order_by=order)
    first = select(outbox.c.id, turn.label("turn")).where(*waiting, outbox.c.chat.not_in(busy)).subquery()
    query = select(outbox).join(first, first.c.id == outbox.c.id).where(first.c.turn == 1, outbox.c.not_before <= now, *waiting)
    most_urgent = query.order_by(outbox.c.priority, outbox.c.id).limit(limit)
    # Locked before it is changed: what was held or cancelled a moment ago is not taken.
    rows = as_records(OutboxRow, await db.rows(most_urgent.with_for_update(of=outbox, key_share=True)))
    await _set(db, [row.id for row in rows], state=RowState.LEASED)
    return rows


async def calling(db: EveryOfficeDb, ids: Sequence[RowId], now: datetime) -> set[RowId]:
    """Mark leased rows as being called and give those still ours: held and cancelled ones are not."""
    kept = await db.rows(select(outbox.c.id).where(outbox.c.id.in_(ids), outbox.c.state == RowState.LEASED).with_for_update())
    still = {RowId(row.id) for row in kept}
    await _set(db, list(still), state=RowState.CALLING, called_at=now)
    return still


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


async def release_leases(db: EveryOfficeDb, account_id: AccountId, ids: Iterable[RowId] | None = None) -> None:
    """Give leased rows back unsent."""
    mine = (outbox.c.account_id == account_id, outbox.c.state == RowState.LEASED)
    which = mine if ids is None else (*mine, outbox.c.id.in_(list(ids)))
    await db.run(update(outbox).where(*which).values(state=RowState.WAITING))


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


async def unsent(db: EveryOfficeDb) -> int:
    """How many rows wait or are on their way."""
    states = (RowState.WAITING, *BUSY)
    return int(await db.value(select(func.count()).select_from(outbox).where(outbox.c.state.in_(states))))


async def _set(db: EveryOfficeDb, ids: Sequence[RowId], **values: Any) -> None:
    if ids:
        await db.run(update(outbox).where(outbox.c.id.in_(ids)).values(**values))
