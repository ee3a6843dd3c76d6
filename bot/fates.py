"""What a platform tells later of a message that it took: it arrived, it was read, it failed, and what it costs."""

from datetime import datetime

import structlog

from bot import outcomes
from bot.aftermath import follow
from bot.channels.base import Problem
from bot.merging import DIGEST, apart
from messages.inbound import Inbound
from storage import charges, fates, lanes
from storage.database import EveryOfficeDb, OfficeDb
from storage.records import Account, Fate, OutboxRow, RowState

log = structlog.get_logger()
COUNTRY = "ID"  # whose prices are listed


async def hear(every: EveryOfficeDb, db: OfficeDb, account: Account, event: Inbound, now: datetime) -> None:
    """Move a message's fate forward. Told twice, late or out of order, nothing happens twice and nothing moves back."""
    row = await fates.told(db, account.id, event.platform_id, event.reference)
    if row is None or event.fate is None:
        return
    await fates.settle_lost(db, row.id, event.platform_id, now)
    if event.price:
        await charges.note(db, account.id, event.platform_id, event.price, COUNTRY, now)
    for each in (row, *(await fates.said_with(db, row) if row.card == DIGEST else ())):
        if await fates.move(db, each.id, event.fate, now) and event.fate is Fate.FAILED:
            await apart(every, each)
            await _failed(every, db, each, event, now)


async def _failed(every: EveryOfficeDb, db: OfficeDb, row: OutboxRow, event: Inbound, now: datetime) -> None:
    """It was taken and did not arrive: the same as if the call itself had said so."""
    problem = Problem(event.problem)
    outcome = outcomes.belated(problem, row.purpose, row.tries, event.wait)
    # A new try is another message to the platform, whose fate begins anew; what is told of the old one finds no row.
    again = {"fate": "", "not_before": now + outcome.wait, "platform_id": ""} if outcome.state is RowState.WAITING else {}
    tried = {"problem": str(problem), "tries": row.tries + 1}
    await lanes.settle(every, row.id, outcome.state, now, **tried, **again)
    await follow(db, row, outcome, now)
    log.warning("did not arrive", row=row.id, card=row.card, problem=problem, then=outcome.state)
