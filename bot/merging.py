"""What waited for one person is said in one message: a list of what there is, with a button for each."""

from collections.abc import Sequence
from datetime import datetime

from messages.digest import LINES, MOST
from storage import hushed
from storage.database import EveryOfficeDb
from storage.records import Json, OutboxRow

DIGEST = "digest"
READ = "read"  # why nothing more is said of it: they have it


async def merged(db: EveryOfficeDb, row: OutboxRow, now: datetime) -> tuple[OutboxRow | None, tuple[OutboxRow, ...]]:
    """The row that is said, and those that it says as well; nothing where its person has read all of them meanwhile.

    The newest row carries the list, so that whoever looks for the message by its platform id finds the list. What they
    have counts as sent, so that a correction finds them.
    """
    if row.parts or row.replaces_id or not _has_line(row):
        return row, ()
    rows = [row, *await hushed.company(db, row, (*LINES, DIGEST), now, MOST - 1)]
    known = await hushed.received_already(db, rows)
    await hushed.settle(db, [each for each in rows if each.id in known], READ, now)
    left = sorted((each for each in rows if each.id not in known), key=lambda each: each.id)
    if not left:
        return None, ()
    return await _said(db, left), tuple(left[:-1])


async def apart(db: EveryOfficeDb, row: OutboxRow) -> None:
    """A list that did not arrive is none any more: its row says what it was queued to say, and may be reworded or recalled."""
    if row.card == DIGEST:
        await hushed.as_it_was(db, row, _own(row))


async def _said(db: EveryOfficeDb, rows: Sequence[OutboxRow]) -> OutboxRow:
    """The last of the rows, in the card that says them all; alone it is said as it was meant."""
    last, own = rows[-1], _own(rows[-1])
    if len(rows) > 1:
        return await hushed.become(db, last, DIGEST, {"items": [_own(each) for each in rows], "own": own})
    return await hushed.as_it_was(db, last, own) if last.card == DIGEST else last


def _own(row: OutboxRow) -> Json:
    """The card and the facts that a row was queued with."""
    return dict(row.facts["own"]) if row.card == DIGEST else {"card": row.card, "facts": row.facts}


def _has_line(row: OutboxRow) -> bool:
    return row.card in LINES or row.card == DIGEST
