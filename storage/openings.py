"""Talks that we opened ourselves with an approved message: platforms allow so many people in any 24 hours, and no more."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, String, func, literal, select

from storage import offices
from storage.database import EveryOfficeDb, OfficeDb
from storage.records import AccountId, RowState
from storage.tables import accounts, installation, outbox

WINDOW: Final = timedelta(hours=24)
MARGIN: Final = timedelta(minutes=1)  # the platform counts by its own clock
GONE: Final = (RowState.SENT, RowState.UNSURE)
_NAME: Final = "openings of account "


async def allow(db: EveryOfficeDb, account_id: AccountId, people: int) -> None:
    """Remember how many people a day a platform lets an account write to first; 0 for any number."""
    await offices.remember(db, f"{_NAME}{account_id}", str(people))


async def allowed(db: OfficeDb) -> int:
    """How many people a day the office may write to first; 0 where no platform has told a limit.

    The numbers of a business share one limit, so the smallest that was told is taken.
    """
    known = installation.c.key == literal(_NAME) + accounts.c.id.cast(String)
    rows = await db.rows(db.of(accounts, installation.c.value).join(installation, known))
    return min((number for row in rows if (number := int(row.value))), default=0)


async def used(db: OfficeDb, now: datetime) -> int:
    """How many people were written to first in the last 24 hours."""
    return int(await db.value(_recent(db, now, func.count(outbox.c.chat.distinct()))))


async def among(db: OfficeDb, chats: Collection[str], now: datetime) -> set[str]:
    """Which of these chats were: once more costs nothing of the limit."""
    return {row.chat for row in await db.rows(_recent(db, now, outbox.c.chat).where(outbox.c.chat.in_(chats)))}


async def next_free(db: OfficeDb, now: datetime) -> datetime:
    """When the next of them no longer counts; now where nobody does."""
    last = _recent(db, now, func.max(outbox.c.called_at).label("last")).group_by(outbox.c.chat).subquery()
    first: datetime | None = await db.value(select(func.min(last.c.last)))
    return first + WINDOW + MARGIN if first else now


def _recent(db: OfficeDb, now: datetime, *columns: Any) -> Select[Any]:
    since = now - WINDOW - MARGIN
    return db.of(outbox, *columns).where(outbox.c.template != "", outbox.c.state.in_(GONE), outbox.c.called_at > since)
