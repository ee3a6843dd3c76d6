"""[Setuju] [Ubah]: an official agrees to a quote as it was shown, or says it otherwise, which then stands in the text (O6)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.grammar import simplify, yes_no
from handlers.quiet import Hours
from handlers.releases import quoting
from handlers.releases.lifecycle import Move, after
from handlers.releases.quoted import brief
from handlers.releases.version import rewrite, told_of_end
from handlers.turn import PRESSED, Reply, Sweep, Turn, say
from messages.card import News, Saying
from messages.inbound import Happening, Inbound
from storage import audit, delegates, outbox, people, quotes, releases, rules
from storage.database import OfficeDb
from storage.records import Json, Purpose, Quote, QuoteState, Release, RowState

AGREES = frozenset({"setuju", "agree", "agreed", "i agree", "saya setuju"})
DECLINES = frozenset(
    {"hapus", "jangan", "jangan dikutip", "tidak setuju", "tidak usah", "remove", "do not quote", "don't quote me", "no"}
)
ASKED = ("quote", "code", "was", "shown")  # what is kept while their words are asked for
PATIENCE = timedelta(hours=2)


async def show(event: Inbound, turn: Turn) -> Reply:
    """*kutipan* of an official, or of their aide: the first that waits, and how many more."""
    answers = await delegates.answers_for(turn.db, turn.person)
    if not answers:
        return say("quote_no_right")
    waiting = await quotes.waiting_for(turn.db, answers)
    if not waiting:
        return say("quote_none")
    facts = {**await _facts(turn.db, waiting[0]), "more": len(waiting) - 1, "stead": _in_stead(turn, waiting[0])}
    return Reply((Saying("quote_asked", facts, subject=quotes.subject(waiting[0].id)),))


def _in_stead(turn: Turn, quote: Quote) -> bool:
    """Whether they agree for somebody else."""
    return quote.official_id != turn.person.id


async def _facts(db: OfficeDb, quote: Quote) -> Json:
    release = await releases.by_id(db, quote.release_id)
    return {**await brief(db, quote), "code": release.code, "headline": release.headline}


def is_agreement(event: Inbound) -> bool:
    """*setuju* and nothing else."""
    return event.happening is Happening.SAID and not event.files and simplify(event.text) in AGREES


async def say_agree(event: Inbound, turn: Turn) -> Reply:
    """*setuju*: counts where exactly one waits and they were shown it, since a quote never changes under its number."""
    waiting = await quotes.waiting_for(turn.db, await delegates.answers_for(turn.db, turn.person))
    meant = len(waiting) == 1 and await _was_shown(turn, waiting[0])
    return await _agreed(turn, waiting[0]) if meant else await show(event, turn)


async def _was_shown(turn: Turn, quote: Quote) -> bool:
    """Not while its message still waits for them to write, or for the morning."""
    arrived = await outbox.in_state(turn.db, quotes.subject(quote.id), RowState.SENT)
    return any(row.person_id == turn.person.id for row in arrived)


async def agree(event: Inbound, turn: Turn) -> Reply:
    """[Setuju]: only who is quoted, or an aide with that right, and only to what was shown."""
    answers = await delegates.answers_for(turn.db, turn.person)
    if not answers:
        return say("quote_no_right")
    found = await quotes.find(turn.db, turn.token.object)
    if found is None or found.official_id not in answers or turn.token.version != found.fingerprint:
        return say("desk_stale")
    return await _agreed(turn, found)


async def _own(turn: Turn, quote_id: int) -> Quote | None:
    found = await quotes.find(turn.db, quote_id)
    return found if found and found.official_id == turn.person.id else None


async def _agreed(turn: Turn, found: Quote) -> Reply:
    if found.state is not QuoteState.WAITING or not await quotes.settle(turn.db, found, QuoteState.AGREED, turn.person, turn.now):
        return await _stands(turn, found.id)
    await _note(turn, "agree_quote", found)
    return await _settled(turn, found, "quote_agreed")


async def _note(turn: Turn, deed: str, found: Quote) -> None:
    facts = {"quote": found.id, "version": found.fingerprint} | ({"for": found.official_id} if _in_stead(turn, found) else {})
    await audit.note(turn.db, turn.person, deed, releases.subject(found.release_id), turn.now, facts)


async def _settled(turn: Turn, found: Quote, card: str, *more: News) -> Reply:
    """How it stands, to who decided, to the official where that was their aide, and to who proposed it or wrote the release."""
    facts = {**await _facts(turn.db, await quotes.find(turn.db, found.id) or found), "mine": True}
    release = await releases.by_id(turn.db, found.release_id)
    told = await people.first_here(turn.db, found.proposer_id, release.author_id)
    news = [News(told.id, Saying(card, {**facts, "mine": False}, Purpose.NOTICE))] if told and told.id != turn.person.id else []
    if _in_stead(turn, found):
        news.append(News(found.official_id, Saying("quote_agreed_for_you", facts, Purpose.NOTICE)))
    return Reply((Saying(card, facts, replaces=PRESSED if turn.token.action else ""),), (*news, *more))


async def _stands(turn: Turn, quote_id: int) -> Reply:
    """How it stands now: the answer to a late or doubled press."""
    found = await quotes.find(turn.db, quote_id)
    return say("quote_stands", **await _facts(turn.db, found)) if found else say("desk_stale")


async def change(event: Inbound, turn: Turn) -> Reply:
    """[Ubah]: in what words, then."""
    found = await _own(turn, turn.token.object)
    release = await releases.by_id(turn.db, found.release_id) if found else None
    if found is None or release is None or turn.token.version != found.fingerprint:
        return say("desk_stale")
    if found.state not in quotes.STANDING or after(release.status, Move.EDIT) is None:
        return await _stands(turn, found.id)
    return _ask({"quote": found.id, "code": release.code, "was": found.words, "shown": found.fingerprint})


def _ask(kept: Json, problem: str = "") -> Reply:
    return say("quote_ask_words", then="quote_words", keep=kept, **kept, problem=problem)


async def hear_words(event: Inbound, turn: Turn) -> Reply:
    """Their own words; or that they are not to be quoted."""
    if simplify(event.text) in DECLINES:
        return await _declined(turn)
    try:
        words = quoting.checked(quoting.bare(event.text))
    except ValueError as reason:
        return _ask({name: turn.kept[name] for name in ASKED}, str(reason))
    return _sure({**turn.kept, "words": words})


def _sure(kept: Json) -> Reply:
    return say("quote_own_sure", then="quote_own_sure", keep=kept, **kept)


async def hear_sure(event: Inbound, turn: Turn) -> Reply:
    """Yes, or other words once more."""
    answer = True if simplify(event.text) in AGREES else yes_no(event.text)
    if answer is None:
        return await hear_words(event, turn)
    return await save(event, turn) if answer else _ask({name: turn.kept[name] for name in ASKED})


async def _declined(turn: Turn) -> Reply:
    found = await _own(turn, turn.kept["quote"])
    if found is None or not await quotes.settle(turn.db, found, QuoteState.WITHDRAWN, turn.person, turn.now):
        return say("desk_stale")
    await _note(turn, "decline_quote", found)
    return await _settled(turn, found, "quote_declined")


async def save(event: Inbound, turn: Turn) -> Reply:
    """[Setuju] to their own words: they stand in the text now, and whatever was approved with the others is approved anew."""
    kept = turn.kept
    found = await _own(turn, kept.get("quote", 0)) if "words" in kept else None
    release = await releases.by_id(turn.db, found.release_id) if found else None
    if found is None or release is None or found.state not in quotes.STANDING:
        return say("desk_stale")
    if kept["words"] == found.words:
        return await _agreed(turn, found)
    body = quoting.exchanged(release.body, found.words, kept["words"], found.speaker)
    fresh = await rewrite(turn.db, release, turn.person, turn.now, body=body)
    if fresh is None or not await quotes.settle(turn.db, found, QuoteState.CHANGED, turn.person, turn.now):
        return await _stands(turn, found.id)
    made = await _as_said(turn, fresh, found, kept["words"])
    return await _settled(turn, made, "quote_changed", *await told_of_end(turn.db, release, fresh, turn.person))


async def _as_said(turn: Turn, release: Release, was: Quote, words: str) -> Quote:
    """The quote in the official's own words, which need nobody's agreement but theirs."""
    said = {"words": words, "speaker": was.speaker, "fingerprint": quoting.fingerprint(words, was.speaker)}
    mine = {"official_id": turn.person.id, "state": QuoteState.AGREED, "decided_by": turn.person.id, "decided_at": turn.now}
    proposer = await people.by_id(turn.db, was.proposer_id)
    made = await quotes.add(turn.db, release, proposer, turn.now, **said, **mine)
    await _note(turn, "change_quote", made)
    return made


# --- the clock ---------------------------------------------------------------------------------------


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return min([await _moment(db, each, now) for each in await quotes.untold(db)], default=None)


async def _moment(db: OfficeDb, quote: Quote, now: datetime) -> datetime:
    return Hours(await rules.in_force(db, now), ZoneInfo(db.office.zone)).after(quote.proposed_at + PATIENCE)


async def _tell(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """After two hours without an answer staff are told; the official is not asked again by us."""
    news: list[News] = []
    for each in await quotes.untold(db):
        if await _moment(db, each, now) <= now and await quotes.told(db, each, now):
            release = await releases.by_id(db, each.release_id)
            person = await people.first_here(db, each.proposer_id, release.author_id)
            facts = await _facts(db, each)
            news += [News(person.id, Saying("quote_unanswered", facts, Purpose.NOTICE))] if person else []
    return tuple(news)


QUOTES = Sweep("quotes", _due, _tell)
