"""What keeps a release back: quotes in it to which the official has not agreed as they stand (O6)."""

from handlers.releases.quoting import unsettled
from storage import people, quotes
from storage.database import OfficeDb
from storage.records import Json, Quote, QuoteState, Release


async def lacking(db: OfficeDb, release: Release) -> list[Json]:
    """The quotes that have to be settled before it may go out, and why."""
    held = await quotes.of_release(db, release.id, QuoteState)
    return [{**await brief(db, each), "why": why} for each, why in unsettled(held, release.body)] if held else []


async def brief(db: OfficeDb, quote: Quote) -> Json:
    """A quote as it is told: its words, who says them, whose agreement it needs, how it stands, and which aide agreed."""
    official = await people.find(db, quote.official_id)
    aide = await people.find(db, quote.decided_by) if quote.decided_by and quote.decided_by != quote.official_id else None
    return {
        "id": quote.id, "words": quote.words, "speaker": quote.speaker, "version": quote.fingerprint, "state": quote.state,
        "official": official.name if official else "",
        "by": aide.name if aide and quote.state is QuoteState.AGREED else "",
    }  # fmt: skip
