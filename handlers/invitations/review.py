"""Two pairs of eyes: an invitation, and each change of one that is out, is decided on by somebody who did not write it."""

from dataclasses import asdict

from handlers import audience
from handlers.approval import NOTE_MAX, approvers, as_decided
from handlers.invitations import announce, files
from handlers.invitations.composition import differences, missing
from handlers.invitations.draft import show
from handlers.invitations.lifecycle import Move, after
from handlers.invitations.shown import brief, meant, says, stands, told, which
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, invitations, people
from storage.records import EventDetails, Invitation, InvitationStatus, Json, PersonId, Purpose


def is_approval(event: Inbound) -> bool:
    """*setujui U-58*."""
    return says(event, "setujui|approve|persetujuan|approvals|periksa|review")


async def submit(event: Inbound, turn: Turn) -> Reply:
    """[Ajukan]: the whole goes to everybody who may approve and did not write it."""
    held = await meant(turn, (InvitationStatus.DRAFT,))
    to = after(held.status, Move.SUBMIT) if held else None
    if held is None or to is None:
        return await stands(turn, held) if held else await which(turn)
    if missing(held.details):
        return await show(event, turn)
    if held.starts_at and held.starts_at <= turn.now:
        return say("invitation_over", **brief(held))
    asked = await approvers(turn.db, await invitations.writers(turn.db, held))
    if not asked:
        return say("invitation_no_approver", **brief(held))
    if not await invitations.move(turn.db, held, to):
        return await stands(turn, held)
    await audit.note(turn.db, turn.person, "submit", invitations.subject(held.id), turn.now, {"version": held.fingerprint})
    review = Saying("invitation_review", await _facts(turn, await invitations.by_id(turn.db, held.id)))
    facts = {**brief(held), "approvers": [each.name for each in asked], "change": False}
    done = Saying("invitation_submitted", facts, replaces=PRESSED if turn.token.action else "")
    return Reply((done,), tuple(News(each.id, review) for each in asked))


async def propose(turn: Turn, held: Invitation, details: EventDetails, version: str) -> Reply:
    """A change of what is out waits for an approval; until then what was sent holds."""
    asked = await approvers(turn.db, {turn.person.id})
    if not asked:
        return say("invitation_no_approver", **brief(held))
    if not await invitations.move(turn.db, held, held.status, proposed=version):
        return await stands(turn, held)
    await invitations.note_version(turn.db, held.id, version, details, turn.person, turn.now)
    await audit.note(turn.db, turn.person, "propose", invitations.subject(held.id), turn.now, {"version": version})
    await files.queue_calendar(turn.db, held, version, held.sequence + 1, turn.now)
    review = Saying("invitation_review", await _facts(turn, await invitations.by_id(turn.db, held.id)))
    said = {**brief(held), "approvers": [each.name for each in asked], "change": True}
    return Reply((Saying("invitation_submitted", said),), tuple(News(each.id, review) for each in asked))


async def _facts(turn: Turn, held: Invitation) -> Json:
    """All that is decided on, and the hash of exactly that; of a change also what it changes."""
    then = await invitations.version(turn.db, held.id, held.proposed) if held.proposed else None
    writer = await people.find(turn.db, await _writer(turn, held))
    census = await people.census(turn.db, audience.audience(held.audience))
    numbers = await invitations.counts(turn.db, held)
    changes = differences(held.details, then) if then else []
    return {
        **told(held, then), "version": held.proposed or held.fingerprint, "author": writer.name if writer else "",
        "people": census["reached"], "changes": changes, "before": told(held), "yes": numbers["yes"],
    }  # fmt: skip


async def _writer(turn: Turn, held: Invitation) -> PersonId:
    """Who wrote what is to be decided on."""
    done = await audit.latest(turn.db, invitations.subject(held.id), ("propose",)) if held.proposed else None
    return done[0] if done else held.author_id


async def waiting(event: Inbound, turn: Turn) -> Reply:
    """*setujui U-58*, or by its button: all that is to be decided on. Without a code, what there is."""
    held = await meant(turn)
    if held is None:
        return await which(turn)
    if held.status is not InvitationStatus.SUBMITTED and not held.proposed:
        return await stands(turn, held)
    return await _review(turn, held)


async def _review(turn: Turn, held: Invitation, *above: Saying) -> Reply:
    """The whole of it; a decision in words counts for the version that is shown here."""
    review, keep = Saying("invitation_review", await _facts(turn, held)), _keep(held)
    return Reply((*above, review), then="invitation_decision", keep=keep)


def _keep(held: Invitation) -> Json:
    return {"invitation": held.id, "version": held.proposed or held.fingerprint}


async def decide(event: Inbound, turn: Turn) -> Reply:
    """The decision in words: yes, or what is to be changed."""
    unclear = say("invitation_unclear", then="invitation_decision", keep=turn.kept)
    return await as_decided(event, turn, approve, ask_changes, unclear)


async def approve(event: Inbound, turn: Turn) -> Reply:
    """[Setujui]: once, by somebody else than who wrote it, and only the version that was shown."""
    held = await meant(turn)
    if held is None:
        return await which(turn)
    to = after(held.status, Move.PROPOSE if held.proposed else Move.APPROVE)
    if to is None:
        return await stands(turn, held)
    if held.starts_at is None or held.starts_at <= turn.now:
        return say("invitation_over", **brief(held))
    wrote = {await _writer(turn, held)} if held.proposed else await invitations.writers(turn.db, held)
    if turn.person.id in wrote:
        return say("invitation_own", **brief(held))
    if turn.version != (held.proposed or held.fingerprint):
        return await _review(turn, held, Saying("invitation_other", brief(held)))
    return await _changed(turn, held) if held.proposed else await _approved(turn, held, to)


async def _approved(turn: Turn, held: Invitation, to: InvitationStatus) -> Reply:
    if not await invitations.move(turn.db, held, to, approved=held.fingerprint, approver_id=turn.person.id):
        return await stands(turn, held)
    await audit.note(turn.db, turn.person, "approve", invitations.subject(held.id), turn.now, {"version": held.fingerprint})
    await files.queue_calendar(turn.db, held, held.fingerprint, held.sequence, turn.now)
    facts = {**brief(held), "status": to.value, "by": turn.person.name}
    author = await people.first_here(turn.db, held.author_id)
    news = Saying("invitation_approved", {**facts, "mine": False}, purpose=Purpose.NOTICE)
    done = Saying("invitation_approved", {**facts, "mine": True})
    return Reply((done,), (News(author.id, news),) if author and author.id != turn.person.id else ())


async def _changed(turn: Turn, held: Invitation) -> Reply:
    """The change holds from now on, and whom it concerns is told."""
    then, writer = await invitations.version(turn.db, held.id, held.proposed), await _writer(turn, held)
    if then is None:
        return await stands(turn, held)
    agreed = {"fingerprint": held.proposed, "approved": held.proposed, "approver_id": turn.person.id, "proposed": ""}
    if not await invitations.move(turn.db, held, held.status, **asdict(then), **agreed, sequence=held.sequence + 1):
        return await stands(turn, held)
    await audit.note(turn.db, turn.person, "approve", invitations.subject(held.id), turn.now, {"version": held.proposed})
    fresh = await invitations.by_id(turn.db, held.id)
    number = await announce.changed(turn.db, held, fresh, turn.now)
    facts = {**brief(fresh), "people": number, "by": turn.person.name}
    told_to = await people.first_here(turn.db, writer)
    return Reply((Saying("invitation_moved", facts),), (News(told_to.id, Saying("invitation_moved", facts)),) if told_to else ())


async def ask_changes(event: Inbound, turn: Turn) -> Reply:
    """[Minta perbaikan]: the note is asked for."""
    held = await meant(turn)
    if held is None or (after(held.status, Move.RETURN) is None and not held.proposed):
        return await stands(turn, held) if held else await which(turn)
    return say("invitation_ask_note", then="invitation_note", keep={"invitation": held.id}, **brief(held), limit=0)


async def note_given(event: Inbound, turn: Turn) -> Reply:
    """The note goes to who wrote it; a draft is one again, and a change of what is out is dropped."""
    held = await meant(turn)
    to = after(held.status, Move.PROPOSE if held.proposed else Move.RETURN) if held else None
    if held is None or to is None:
        return await stands(turn, held) if held else await which(turn)
    note = event.text.strip()
    if len(note) > NOTE_MAX:
        return say("invitation_ask_note", then="invitation_note", keep=turn.kept, **brief(held), limit=NOTE_MAX)
    writer = await people.first_here(turn.db, await _writer(turn, held))
    if not await invitations.move(turn.db, held, to, proposed=""):
        return await stands(turn, held)
    await audit.note(turn.db, turn.person, "return", invitations.subject(held.id), turn.now)
    facts = {**brief(held), "by": turn.person.name, "note": note, "change": bool(held.proposed)}
    done = Saying("invitation_note_sent", {**brief(held), "author": writer.name if writer else ""})
    return Reply((done,), (News(writer.id, Saying("invitation_returned", facts)),) if writer else ())
