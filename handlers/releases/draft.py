"""Making a release: texts and photos gathered over several messages, then a draft with everything to do next."""

from dataclasses import asdict, replace
from typing import Final

from handlers.grammar import simplify, yes_no
from handlers.releases.composition import BODY_MAX, Missing, compose, photo_credit, piece
from handlers.releases.lifecycle import UNFINISHED, Move, after
from handlers.releases.material import take
from handlers.releases.shown import brief, draft_facts, full_facts, meant, stands, which
from handlers.releases.version import rewrite
from handlers.turn import PRESSED, Reply, Turn, instead, say
from messages.card import Saying
from messages.inbound import Attachment, Inbound
from storage import audit, conversations, releases
from storage.records import FileKind, Json, Release, Status

DONE: Final = frozenset({"selesai", "done", "finish", "finished", "beres", "sudah selesai", "cukup"})
LONG: Final = 200  # characters; so long a text without a command is probably a release


async def make(event: Inbound, turn: Turn) -> Reply:
    """`buat rilis`, with text or photos behind it or nothing yet."""
    if not turn.argument.strip() and not event.files:
        return say("release_begin", then="draft_text")
    return await gather(replace(event, text=turn.argument), replace(turn, kept={}))


def is_material(event: Inbound) -> bool:
    """Whether a message without a command looks like a release or a part of one."""
    return len(event.text) >= LONG or any(each.kind is FileKind.PHOTO for each in event.files)


async def material(event: Inbound, turn: Turn) -> Reply:
    """A long text or a photo out of the blue: is it to become a release? It is kept meanwhile."""
    return _offer(_more(turn.kept, event))


async def answer_material(event: Inbound, turn: Turn) -> Reply:
    """Yes, no, or more of the same."""
    answer = None if event.files else yes_no(event.text)
    if simplify(event.text) == "1" or answer:
        return await make_of_material(event, turn)
    if simplify(event.text) == "2" or answer is False:
        return say("release_not_made")
    return _offer(_more(turn.kept, event))


async def make_of_material(event: Inbound, turn: Turn) -> Reply:
    """[Buat rilis]: what was kept becomes a draft."""
    if begun := await _begun_already(event, turn):
        return begun
    held = turn.kept.get("text", ""), turn.kept.get("files", [])
    if not any(held):
        return instead("release_material_gone")
    files = tuple(Attachment(**each | {"kind": FileKind(each["kind"])}) for each in held[1])
    return await gather(replace(event, text=held[0], files=files), replace(turn, kept={}))


async def leave_material(event: Inbound, turn: Turn) -> Reply:
    """[Bukan]: nothing is made of it."""
    return await _begun_already(event, turn) or instead("release_not_made")


async def _begun_already(event: Inbound, turn: Turn) -> Reply | None:
    """The answer to a second press: the release is being written already, and the form in which it is stays open."""
    release = await releases.find(turn.db, turn.kept.get("release", 0))
    if release is None or release.status is not Status.DRAFT:
        return None
    form = await conversations.current(turn.db, turn.account.id, event.chat, turn.now)
    return say("release_begun_already", then=form.step, keep=form.kept, **brief(release))


def _more(kept: Json, event: Inbound) -> Json:
    text = "\n".join(each for each in (kept.get("text", ""), event.text) if each)
    return {"text": text[: BODY_MAX * 2], "files": [*kept.get("files", []), *map(asdict, event.files)]}


def _offer(kept: Json) -> Reply:
    facts = {"characters": len(kept["text"]), "files": len(kept["files"])}
    return say("release_material", then="material", keep=kept, **facts)


async def gather(event: Inbound, turn: Turn) -> Reply:
    """One more piece: a text, photos, a credit; or the word that ends the gathering."""
    if simplify(event.text) in DONE and not event.files:
        return await finish(event, turn)
    release = await _begun(turn)
    if release.status is not Status.DRAFT:
        return await stands(turn, release)
    photos = await releases.photos(turn.db, release.id)
    said = piece(event.text, with_files=bool(event.files), after_text=bool(release.body), after_files=bool(photos))
    refused = await take(turn, release, event.files, said.credit)
    if said.credit and not event.files:
        await releases.set_credit(turn.db, release.id, said.credit, only_missing=True)
    body = "\n".join(each for each in (release.body, said.text) if each)
    too_long = len(body) > BODY_MAX
    fresh = await rewrite(turn.db, release, turn.person, turn.now, body=release.body if too_long else body)
    notes = {"refused": refused, "too_long": BODY_MAX if too_long else 0, "unused": said.unused}
    return await _gathered(turn, fresh or release, notes)


async def _begun(turn: Turn) -> Release:
    """The draft being gathered; a new one with its first piece, so that an interruption loses nothing."""
    held = await releases.find(turn.db, turn.kept.get("release", 0))
    if held:
        return held
    release = await releases.add(turn.db, turn.person, "", "", turn.now)
    await audit.note(turn.db, turn.person, "draft", releases.subject(release.id), turn.now)
    return release


async def _gathered(turn: Turn, release: Release, notes: Json) -> Reply:
    photos = await releases.photos(turn.db, release.id)
    uncredited = sum(not photo.credit for photo in photos if photo.file.kind is FileKind.PHOTO)
    facts = {**brief(release), "characters": len(release.body), "files": len(photos), "uncredited": uncredited, **notes}
    return say("release_gathered", then="draft_text", keep={"release": release.id}, **facts)


async def finish(event: Inbound, turn: Turn) -> Reply:
    """[Selesai]: the pieces become a headline and a body."""
    release = await meant(turn)
    if release is None:
        return say("release_begin", then="draft_text", empty=True)
    if release.status is not Status.DRAFT:
        return await stands(turn, release)
    if not release.body.strip() and not release.headline:
        return say("release_no_text", then="draft_text", keep={"release": release.id}, **brief(release))
    if not release.headline:
        found = compose(release.body)
        await releases.set_credit(turn.db, release.id, photo_credit(release.body), only_missing=True)
        release = await rewrite(turn.db, release, turn.person, turn.now, headline=found.headline, body=found.body) or release
    if not release.headline:
        facts = {**brief(release), "fault": Missing.HEADLINE.value, "length": 0, "limit": 0}
        return say("release_ask_headline", then="draft_headline", keep={"release": release.id}, **facts)
    return await draft(turn, release)


async def draft(turn: Turn, release: Release, *, was: Status = Status.DRAFT, replaces: str = "") -> Reply:
    """The draft card. `was` is the status before an edit, to say what the edit ended."""
    facts = await draft_facts(turn, release)
    return Reply((Saying("release_draft", {**facts, "was": was.value}, replaces=replaces),))


async def show(event: Inbound, turn: Turn) -> Reply:
    """One draft, by its button or code."""
    release = await meant(turn, UNFINISHED)
    if release is None:
        return await which(turn, "draft", UNFINISHED)
    if release.status not in UNFINISHED:
        return await stands(turn, release)
    if not release.headline:
        return await resume(turn, release)
    return await draft(turn, release)


async def resume(turn: Turn, release: Release) -> Reply:
    """Take up a gathering that was interrupted."""
    return await _gathered(turn, release, {"refused": [], "too_long": 0, "unused": False})


async def listed(event: Inbound, turn: Turn) -> Reply:
    """`draf`: one's own unfinished releases; `draf R-12`: that one."""
    if turn.argument.strip():
        return await show(event, turn)
    own = await releases.in_status(turn.db, UNFINISHED, turn.person)
    return say("release_drafts", items=[brief(each) for each in own[:8]], more=max(0, len(own) - 8))


async def whole(event: Inbound, turn: Turn) -> Reply:
    """[Lihat utuh]: the full text and the photos, as they will be sent."""
    release = await meant(turn)
    if release is None:
        return await which(turn, "whole", UNFINISHED)
    photos = await releases.photos(turn.db, release.id)
    return say("release_full", **full_facts(release, photos, release.launched_at or turn.now, turn.now), preview=True)


async def discard(event: Inbound, turn: Turn) -> Reply:
    """[Buang]: asked once, then put away."""
    release = await meant(turn)
    if release is None or after(release.status, Move.DISCARD) is None:
        return await stands(turn, release) if release else await which(turn, "discard", UNFINISHED)
    return say("release_discard", then="discard", keep={"release": release.id}, **brief(release))


async def discard_answered(event: Inbound, turn: Turn) -> Reply:
    """The typed answer to whether it is to be put away."""
    answer = yes_no(event.text)
    if answer or simplify(event.text) == "1":
        return await discard_now(event, turn)
    release = await meant(turn)
    return await draft(turn, release) if release and release.headline else say("release_kept")


async def discard_now(event: Inbound, turn: Turn) -> Reply:
    """[Ya, buang]."""
    release = await meant(turn)
    to = after(release.status, Move.DISCARD) if release else None
    if release is None or to is None or not await releases.move(turn.db, release, to, launch_at=None):
        return await stands(turn, release) if release else await which(turn, "discard", UNFINISHED)
    await audit.note(turn.db, turn.person, "discard", releases.subject(release.id), turn.now)
    return Reply((Saying("release_discarded", brief(release), replaces=PRESSED if turn.token.action else ""),))
