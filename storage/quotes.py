"""What officials are quoted with in releases. The words of a row never change; others are another row."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from storage.database import OfficeDb, as_record, as_records
from storage.records import Person, PersonId, Quote, QuoteState, Release
from storage.tables import quotes

STANDING = (QuoteState.WAITING, QuoteState.AGREED)


def subject(quote_id: int) -> str:
    """What the messages that ask for an agreement are about."""
    return f"quote:{quote_id}"


async def add(db: OfficeDb, release: Release, by: Person, now: datetime, **said: Any) -> Quote:
    """A quote that waits for its official. `said` are words, speaker, fingerprint and official_id."""
    whole = {"proposer_id": by.id, "state": QuoteState.WAITING, "proposed_at": now, **said}
    made = await db.add(quotes, release_id=release.id, **whole)
    found = await find(db, made)
    if found is None:
        raise LookupError(f"no quote {made}")  # impossible: it was added here
    return found


async def find(db: OfficeDb, quote_id: int) -> Quote | None:
    """One quote, or None."""
    row = await db.row(db.of(quotes).where(quotes.c.id == quote_id))
    return as_record(Quote, row) if row else None


async def of_release(db: OfficeDb, release_id: int, states: Iterable[QuoteState] = STANDING) -> tuple[Quote, ...]:
    """The quotes of a release, in the order in which they were proposed."""
    here = (quotes.c.release_id == release_id, quotes.c.state.in_(list(states)))
    return as_records(Quote, await db.rows(db.of(quotes).where(*here).order_by(quotes.c.id)))


async def waiting_for(db: OfficeDb, officials: Collection[PersonId]) -> tuple[Quote, ...]:
    """What some officials have not answered."""
    here = (quotes.c.official_id.in_(officials), quotes.c.state == QuoteState.WAITING)
    return as_records(Quote, await db.rows(db.of(quotes).where(*here).order_by(quotes.c.id)))


async def untold(db: OfficeDb) -> tuple[Quote, ...]:
    """Those that wait and of which staff were not told yet that nobody answers, the oldest first."""
    here = (quotes.c.state == QuoteState.WAITING, quotes.c.told_at.is_(None))
    return as_records(Quote, await db.rows(db.of(quotes).where(*here).order_by(quotes.c.proposed_at, quotes.c.id)))


async def told(db: OfficeDb, quote: Quote, now: datetime) -> bool:
    """Note that staff were told that there is no answer; False = somebody was first."""
    here = (quotes.c.id == quote.id, quotes.c.state == QuoteState.WAITING, quotes.c.told_at.is_(None))
    return await db.change(quotes, *here, told_at=now) == 1


async def settle(db: OfficeDb, quote: Quote, to: QuoteState, by: Person, now: datetime) -> bool:
    """How a quote ends or goes on; False = it is not as it was read any more."""
    here = (quotes.c.id == quote.id, quotes.c.state == quote.state)
    return await db.change(quotes, *here, state=to, decided_by=by.id, decided_at=now) == 1
