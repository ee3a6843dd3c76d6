"""Two pairs of eyes: a draft goes to those who may approve, whole; one of them, not its writer, decides on that version."""

from handlers import audience
from handlers.approval import NOTE_MAX, as_decided
from handlers.releases import recall
from handlers.releases.alone import alone_allowed, deciders
from handlers.releases.composition import body_fault, headline_fault
from handlers.releases.correcting import waiting as corrections_waiting
from handlers.releases.draft import finish
from handlers.releases.lifecycle import Move, after
from handlers.releases.shown import brief, full_facts, meant, named, segment_of, standing, stands, which, withheld
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, invitations, people, releases, withholdings
from storage.records import Json, Purpose, Release, Status


async def submit(event: Inbound, turn: Turn) -> Reply:
    """[Ajukan]: the exact text goes to every approver who did not write it."""
    release = await meant(turn, (Status.DRAFT,))
    if release is None:
        return await which(turn, "submit", (Status.DRAFT,))
    to = after(release.status, Move.SUBMIT)
    if to is None:
        return await stands(turn, release)
    if not release.headline and release.body:  # submitted while it was being gathered: taken apart and shown first
        return await finish(event, turn)
    if lacking := _lacking(release):
        return lacking
    asked = await deciders(turn, release)
    if not asked:
        return say("release_no_approver", **brief(release))
    if not await releases.move(turn.db, release, to):
        return await stands(turn, release)
    fresh = await releases.by_id(turn.db, release.id)
    await releases.note_version(turn.db, fresh, turn.person, turn.now)
    await _note(turn, fresh, "submit", {"version": fresh.fingerprint})
    review = Saying("release_review", await review_facts(turn, fresh))
    names = [each.name for each in asked]
    done = Saying("release_submitted", {**brief(fresh), "approvers": names}, replaces=PRESSED if turn.token.action else "")
    return Reply((done,), tuple(News(each.id, review) for each in asked))


def _lacking(release: Release) -> Reply | None:
    """What must be mended before anybody can look at it."""
    keep = {"release": release.id}
    if fault := headline_fault(release.headline):
        facts = {**brief(release), "fault": fault.value, "length": len(release.headline)}
        return say("release_ask_headline", then="draft_headline", keep=keep, **facts)
    if fault := body_fault(release.body):
        return say("release_ask_body", then="draft_body", keep=keep, **brief(release), body=release.body, fault=fault.value)
    return None


async def review_facts(turn: Turn, release: Release) -> Json:
    """All that an approver decides on, and the hash of exactly that."""
    photos = await releases.photos(turn.db, release.id)
    author = await people.find(turn.db, release.author_id)
    census = await people.census(turn.db, audience.public(release.audience, release.topic, release.id))
    return {
        **full_facts(release, photos, turn.now, turn.now),
        "version": release.fingerprint,
        "author": author.name if author else "",
        "people": census["reached"],
        "media": await segment_of(turn.db, release),
        **await withheld(turn.db, release),
        "topic": release.topic,
    }


async def waiting(event: Inbound, turn: Turn) -> Reply:
    """`persetujuan`: what waits for an approval, invitations too; with a code, or by its button, that release in full."""
    release = await named(turn)
    if release is None:
        submitted, events = await releases.in_status(turn.db, (Status.SUBMITTED,)), await invitations.waiting(turn.db)
        invited = [{"id": each.id, "code": each.code, "headline": each.title} for each in events[:8]]
        others: Json = {"corrections": (await corrections_waiting(turn.db))[:8], "recalls": (await recall.listed(turn.db))[:8]}
        return say("release_waiting", items=[brief(each) for each in submitted[:8]], events=invited, **others)
    if release.status is not Status.SUBMITTED:
        return await stands(turn, release)
    return await _review(turn, release)


async def _review(turn: Turn, release: Release, *above: Saying) -> Reply:
    """The whole of it; a decision in words counts for the version that is shown here."""
    review = Saying("release_review", await review_facts(turn, release))
    return Reply((*above, review), then="review_decision", keep=_keep(release))


def _keep(release: Release) -> Json:
    return {"release": release.id, "version": release.fingerprint}


async def decide(event: Inbound, turn: Turn) -> Reply:
    """The decision in words: yes, or what is to be changed."""
    unclear = say("release_review_unclear", then="review_decision", keep=turn.kept)
    return await as_decided(event, turn, approve, ask_changes, unclear)


async def approve(event: Inbound, turn: Turn) -> Reply:
    """[Setujui]: once, by somebody else than its writers, and only the version that was shown."""
    release = await meant(turn)
    if release is None:
        return say("release_waiting", items=[])
    to = after(release.status, Move.APPROVE)
    if to is None:
        return await stands(turn, release)
    if refusal := await _may_not(turn, release):
        return refusal
    decided = {"approved": release.fingerprint, "approver_id": turn.person.id}
    if not await releases.move(turn.db, release, to, **decided):
        return await stands(turn, release)
    if left_out := await withholdings.approve(turn.db, release, turn.person, turn.now):
        await _note(turn, release, "withhold_approve", {"version": release.fingerprint, "people": left_out})
    alone = turn.person.id in await releases.writers(turn.db, release)
    await _note(turn, release, "approve_alone" if alone else "approve", {"version": release.fingerprint})
    facts = {**brief(release), "status": to.value, "by": turn.person.name, "version": release.fingerprint}
    told = await people.first_here(turn.db, release.author_id)
    news = Saying("release_approved", {**facts, "mine": False}, purpose=Purpose.NOTICE)
    return Reply((Saying("release_approved", {**facts, "mine": True}),), (News(told.id, news),) if told else ())


async def _may_not(turn: Turn, release: Release) -> Reply | None:
    """Why this person may not approve this version now."""
    if turn.person.id in await releases.writers(turn.db, release) and not await alone_allowed(turn.db, release, turn.now):
        return say("release_own", **brief(release))
    if turn.version != release.fingerprint:
        return await _review(turn, release, Saying("release_changed", brief(release)))
    fetching = sum(not photo.file.digest for photo in await releases.photos(turn.db, release.id))
    if fetching:
        facts = {**brief(release), "count": fetching, "version": release.fingerprint}
        return say("release_fetching", then="review_decision", keep=_keep(release), **facts)
    return None


async def ask_changes(event: Inbound, turn: Turn) -> Reply:
    """[Minta perbaikan]: the note is asked for."""
    release = await meant(turn)
    if release is None or after(release.status, Move.RETURN) is None:
        return await stands(turn, release) if release else say("release_waiting", items=[])
    return say("release_ask_note", then="review_note", keep={"release": release.id}, **brief(release), too_long=0)


async def note_given(event: Inbound, turn: Turn) -> Reply:
    """The note goes to the author, and the release back to being a draft."""
    release = await meant(turn)
    to = after(release.status, Move.RETURN) if release else None
    if release is None or to is None:
        return await stands(turn, release) if release else say("release_waiting", items=[])
    note = event.text.strip()
    if len(note) > NOTE_MAX:
        return say("release_ask_note", then="review_note", keep=turn.kept, **brief(release), too_long=NOTE_MAX)
    if not await releases.move(turn.db, release, to):
        return await stands(turn, release)
    await _note(turn, release, "return", {"version": release.fingerprint})
    facts = {**await standing(turn.db, await releases.by_id(turn.db, release.id)), "by": turn.person.name, "note": note}
    author = await people.first_here(turn.db, release.author_id)
    done = Saying("release_note_sent", {**facts, "author": author.name if author else ""})
    return Reply((done,), (News(author.id, Saying("release_returned", facts)),) if author else ())


async def _note(turn: Turn, release: Release, deed: str, facts: Json) -> None:
    await audit.note(turn.db, turn.person, deed, releases.subject(release.id), turn.now, facts)
