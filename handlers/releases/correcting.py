"""A correction is approved and goes at once to those who hold what was wrong, and to whom it made articles of (H7, J14)."""

from dataclasses import replace

from handlers import naming
from handlers.approval import as_decided
from handlers.releases import concerned
from handlers.releases.alone import alone_allowed
from handlers.releases.correction import opened, review_facts
from handlers.releases.quoted import lacking
from handlers.releases.shown import brief, received
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, corrections, people, releases
from storage.corrections import Correction, State
from storage.database import OfficeDb
from storage.records import Json, Purpose, Release


async def review(event: Inbound, turn: Turn) -> Reply:
    """One that waits, in full; a decision in words counts for the version that is shown here."""
    found = await opened(turn)
    if isinstance(found, Reply):
        return found
    release, held = found
    if held.state is not State.SUBMITTED:
        return say("correction_stands", **brief(release), state=held.state.value)
    return await _review(turn, release, held)


async def _review(turn: Turn, release: Release, held: Correction, *above: Saying) -> Reply:
    shown = Saying("correction_review", await review_facts(turn, release, held))
    return Reply((*above, shown), then="correction_decision", keep={"correction": held.id, "version": held.fingerprint})


async def decide(event: Inbound, turn: Turn) -> Reply:
    """The decision in words."""
    unclear = say("release_review_unclear", then="correction_decision", keep=turn.kept)
    return await as_decided(event, turn, approve, ask_changes, unclear)


async def approve(event: Inbound, turn: Turn) -> Reply:
    """[Setujui dan kirim]: once, by somebody else than its writers, and only the version that was shown."""
    found = await opened(turn)
    if isinstance(found, Reply):
        return found
    release, held = found
    if held.state is not State.SUBMITTED:
        return say("correction_stands", **brief(release), state=held.state.value)
    own = turn.person.id in await releases.writers(turn.db, release)
    if own and not await alone_allowed(turn.db, release, turn.now):
        return say("release_own", **brief(release))
    if turn.version != held.fingerprint:
        return await _review(turn, release, held, Saying("release_changed", brief(release)))
    if unsettled := await lacking(turn.db, replace(release, body=(await corrections.text(turn.db, held))[1])):
        return say("quote_missing", **brief(release), items=unsettled)
    if not await corrections.move(turn.db, held, State.SENT, approver_id=turn.person.id, sent_at=turn.now):
        return say("correction_stands", **brief(release), state=State.SENT.value)
    return await _send(turn, release, held, alone=own)


async def _send(turn: Turn, release: Release, held: Correction, *, alone: bool) -> Reply:
    """All of it in the one transaction that approves it."""
    earlier = [each for each in await corrections.sent(turn.db, release) if each.id != held.id]
    counts = await corrections.counted(turn.db, release, earlier)
    fresh = await _renewed(turn.db, release, held)
    facts = {**brief(fresh), "edition": fresh.corrected + 1, "at": turn.now.isoformat(), "changes": list(held.changes)}
    facts |= {"source": held.source}
    purpose = Purpose.URGENT if await alone_allowed(turn.db, fresh, turn.now) else Purpose.RELEASE
    by_owner = await corrections.matched(turn.db, fresh)
    said = Saying("release_corrected", facts, purpose, corrections.subject(held.id))
    number, news = await concerned.tell(turn, fresh, earlier, by_owner, said)
    await corrections.watch(turn.db, held, [link for of in by_owner.values() for link in of], turn.now)
    note = {"version": held.fingerprint, "people": number, "links": counts["articles"]}
    await audit.note(turn.db, turn.person, "correct_alone" if alone else "correct", releases.subject(release.id), turn.now, note)
    done = {**facts, "counts": counts | {"holders": number}, "by": turn.person.name}
    author = await people.first_here(turn.db, held.author_id)
    told = [News(author.id, Saying("correction_sent", done))] if author and author.id != turn.person.id else []
    return Reply((Saying("correction_sent", done, replaces=PRESSED if turn.token.action else ""),), (*news, *told))


async def _renewed(db: OfficeDb, release: Release, held: Correction) -> Release:
    """The release with what is right: whoever has not got it yet, or gets it later, gets it like this."""
    headline, body = await corrections.text(db, held)
    approved = {"fingerprint": held.fingerprint, "approved": held.fingerprint, "corrected": release.corrected + 1}
    await releases.move(db, release, release.status, headline=headline, body=body, **approved)
    fresh = await releases.by_id(db, release.id)
    said = await received(db, fresh)
    await corrections.renew(db, fresh, said.card, said.facts)
    await corrections.remember(db, held, said.facts)
    return fresh


async def ask_changes(event: Inbound, turn: Turn) -> Reply:
    """[Minta perbaikan]: the note is asked for."""
    found = await opened(turn)
    if isinstance(found, Reply):
        return found
    release, held = found
    return say("correction_ask_note", then="correction_note", keep={"correction": held.id}, **brief(release))


async def note_given(event: Inbound, turn: Turn) -> Reply:
    """The note goes to the author, who can go on from there."""
    found = await opened(turn)
    if isinstance(found, Reply):
        return found
    release, held = found
    try:
        note = naming.note(event.text)
    except ValueError:
        return say("correction_ask_note", then="correction_note", keep=turn.kept, **brief(release))
    if held.state is not State.SUBMITTED or not await corrections.move(turn.db, held, State.DRAFT):
        return say("correction_stands", **brief(release), state=held.state.value)
    await audit.note(turn.db, turn.person, "correction_return", releases.subject(release.id), turn.now)
    facts = {**brief(release), "by": turn.person.name, "note": note}
    author = await people.first_here(turn.db, held.author_id)
    return Reply(
        (Saying("correction_note_sent", facts),), (News(author.id, Saying("correction_returned", facts)),) if author else ()
    )


async def waiting(db: OfficeDb) -> list[Json]:
    """The corrections that wait for an approval, as the list of all that waits names them."""
    found: list[Json] = []
    for held in await corrections.waiting(db):
        release = await releases.find(db, held.release_id)
        if release:
            found.append({"id": held.id, "code": release.code, "headline": release.headline})
    return found
