"""Changing a draft: headline, text, photos, audience, and until when links count."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers import audience
from handlers.grammar import choice_in, simplify
from handlers.releases.composition import body_fault, headline_fault, photo_credit, rewritten
from handlers.releases.draft import DONE, draft
from handlers.releases.lifecycle import LAUNCHED, UNFINISHED, Move, after
from handlers.releases.material import FILES_MAX, take
from handlers.releases.shown import (
    NO_DEADLINE,
    brief,
    meant,
    reached,
    segment_of,
    shown_deadline,
    stands,
    usual_deadline,
    which,
)
from handlers.releases.version import rewrite, told_of_end
from handlers.turn import PRESSED, Reply, Turn, say
from handlers.when import Misread, read_moment
from messages.card import Saying
from messages.inbound import Inbound
from storage import audit, releases, withholdings
from storage.records import Release, Status

ENDLESS = frozenset({"tanpa batas", "tidak ada", "tidak ada batas", "none", "no deadline", "bebas"})
USUAL = frozenset({"biasa", "seperti biasa", "usual", "default", "as usual"})


async def headline(event: Inbound, turn: Turn) -> Reply:
    """[Ubah judul]: it is asked for."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    return _ask_headline(release, "")


async def set_headline(event: Inbound, turn: Turn) -> Reply:
    """The new headline, typed."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    typed = " ".join(event.text.split())
    if fault := headline_fault(typed):
        return _ask_headline(release, fault.value, len(typed))
    return await written(turn, release, headline=typed)


def _ask_headline(release: Release, fault: str, length: int = 0) -> Reply:
    facts = {**brief(release), "fault": fault, "length": length}
    return say("release_ask_headline", then="draft_headline", keep={"release": release.id}, **facts)


async def body(event: Inbound, turn: Turn) -> Reply:
    """[Ubah naskah]: the text as it is, to copy and send back changed."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    facts = {**brief(release), "body": release.body, "fault": ""}
    return say("release_ask_body", then="draft_body", keep={"release": release.id, "text": ""}, **facts)


async def set_body(event: Inbound, turn: Turn) -> Reply:
    """A piece of the new text, or the word that ends it."""
    if simplify(event.text) in DONE:
        return await body_done(event, turn)
    text = "\n".join(each for each in (turn.kept.get("text", ""), event.text.strip("\n")) if each)
    fault = body_fault(text)
    kept = turn.kept if fault else {**turn.kept, "text": text}
    facts = {"characters": len(kept.get("text", "")), "fault": fault.value if fault else "", "id": turn.kept.get("release", 0)}
    return say("release_body_gathered", then="draft_body", keep=kept, **facts)


async def body_done(event: Inbound, turn: Turn) -> Reply:
    """[Selesai]: what was gathered takes the place of the text; without anything the text stays."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    text = str(turn.kept.get("text", ""))
    if not text.strip():
        return await draft(turn, release)
    headline, body = rewritten(text, release.headline)
    return await written(turn, release, headline=headline, body=body)


async def photos(event: Inbound, turn: Turn) -> Reply:
    """[Foto]: more photos, their credit, or fewer."""
    release = await editable(turn)
    return release if isinstance(release, Reply) else await _photos(turn, release)


async def set_photos(event: Inbound, turn: Turn) -> Reply:
    """Photos with or without a credit, a credit alone, `hapus 2`, or the word that ends it."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    words = simplify(event.text)
    if words in DONE and not event.files:
        return await draft(turn, release)
    if event.files:
        refused = await take(turn, release, event.files, photo_credit(event.text))
        return await _photos_changed(turn, release, refused)
    if words.startswith(("hapus", "buang", "delete", "remove")):
        return await _drop(turn, release, words)
    name = photo_credit(event.text) or " ".join(event.text.split())[:100]
    await releases.set_credit(turn.db, release.id, name, only_missing=not photo_credit(event.text))
    return await _photos_changed(turn, release)


async def _drop(turn: Turn, release: Release, words: str) -> Reply:
    held = await releases.photos(turn.db, release.id)
    rest = words.partition(" ")[2]
    at = choice_in(rest, len(held)) if held else None
    every = rest in {"semua", "all", "semuanya"}
    if at is None and not every:
        return await _photos(turn, release, unknown=True)
    chosen = held if every else held[at or 0 : (at or 0) + 1]
    await releases.drop_photos(turn.db, release.id, [each.file.id for each in chosen])
    return await _photos_changed(turn, release)


async def _photos_changed(turn: Turn, release: Release, refused: Sequence[object] = ()) -> Reply:
    """The files as they are now, in a new version."""
    fresh = await rewrite(turn.db, release, turn.person, turn.now) or await releases.by_id(turn.db, release.id)
    reply = await _photos(turn, fresh, was=release.status, refused=refused)
    return replace(reply, news=await told_of_end(turn.db, release, fresh, turn.person))


async def _photos(
    turn: Turn, release: Release, *, was: Status = Status.DRAFT, refused: Sequence[object] = (), unknown: bool = False
) -> Reply:
    held = await releases.photos(turn.db, release.id)
    items = [{"kind": each.file.kind.value, "credit": each.credit, "fetched": bool(each.file.digest)} for each in held]
    notes = {"was": was.value, "refused": list(refused), "unknown": unknown, "most": FILES_MAX}
    facts = {**brief(release), "items": items, **notes}
    return say("release_photos_now", then="draft_photos", keep={"release": release.id}, **facts)


async def photos_done(event: Inbound, turn: Turn) -> Reply:
    """[Selesai] under the photos."""
    release = await editable(turn)
    return release if isinstance(release, Reply) else await draft(turn, release)


async def audience_of(event: Inbound, turn: Turn) -> Reply:
    """[Penerima]: everybody, or the journalists of some media; a press on a medium takes it in or out."""
    release = await editable(turn)
    if isinstance(release, Reply):
        return release
    if not turn.token.version:
        return await audience_card(turn, release)
    chosen = audience.toggled(release.audience, turn.token.version)
    if turn.token.version == "all":
        await withholdings.decide(turn.db, release, (), "", turn.person, turn.now)
    fresh = await rewrite(turn.db, release, turn.person, turn.now, audience=chosen)
    if fresh is None:
        return await stands(turn, release)
    reply = await audience_card(turn, fresh, was=release.status, replaces=PRESSED)
    return replace(reply, news=await told_of_end(turn.db, release, fresh, turn.person))


async def audience_card(
    turn: Turn, release: Release, *, was: Status = Status.DRAFT, fault: str = "", words: str = "", replaces: str = ""
) -> Reply:
    """Whom it is for, and how to say another; with what could not be used of what was typed."""
    segment = await segment_of(turn.db, release)
    facts = {**brief(release), "media": segment, "was": was.value, "fault": fault, "words": words, **await reached(turn, release)}
    return Reply((Saying("release_audience", facts, replaces=replaces),), then="draft_audience", keep={"release": release.id})


async def deadline(event: Inbound, turn: Turn) -> Reply:
    """[Batas link], or `batas link R-12` of one that is out already: the moment is asked for."""
    release = await _with_deadline(turn)
    return release if isinstance(release, Reply) else _ask_deadline(release, "")


async def set_deadline(event: Inbound, turn: Turn) -> Reply:
    """The deadline typed: a moment, "tanpa batas", or "biasa"."""
    release = await _with_deadline(turn)
    if isinstance(release, Reply):
        return release
    until = await _deadline_in(event.text, release, turn)
    if isinstance(until, Misread):
        return _ask_deadline(release, until.value)
    await releases.set_deadline(turn.db, release, until, own=simplify(event.text) not in USUAL)
    facts = {"until": until.isoformat() if until else "", "launched": release.status in LAUNCHED}
    await audit.note(turn.db, turn.person, "deadline", releases.subject(release.id), turn.now, facts)
    fresh = await releases.by_id(turn.db, release.id)
    if release.status in LAUNCHED:
        return say("release_deadline_set", **brief(fresh), links_until=shown_deadline(fresh))
    return await draft(turn, fresh)


async def _deadline_in(text: str, release: Release, turn: Turn) -> datetime | Misread | None:
    """What is kept for a typed deadline: see NO_DEADLINE for the time before the launch."""
    words, launched = simplify(text), release.launched_at
    if words in ENDLESS:
        return None if launched else NO_DEADLINE
    if words in USUAL:
        return await usual_deadline(turn.db, launched) if launched else None
    return read_moment(text, turn.now, ZoneInfo(turn.db.office.zone))


def _ask_deadline(release: Release, fault: str) -> Reply:
    facts = {**brief(release), "fault": fault, "links_until": shown_deadline(release)}
    return say("release_ask_deadline", then="draft_deadline", keep={"release": release.id}, **facts)


async def editable(turn: Turn) -> Release | Reply:
    """The release meant, or the answer where it can no longer be changed."""
    release = await meant(turn, UNFINISHED)
    if release is None:
        return await which(turn, "draft", UNFINISHED)
    return release if after(release.status, Move.EDIT) else await stands(turn, release)


async def _with_deadline(turn: Turn) -> Release | Reply:
    release = await meant(turn, UNFINISHED)
    if release is None:
        return await which(turn, "draft_deadline", (*UNFINISHED, *LAUNCHED))
    return await stands(turn, release) if release.status in {Status.DISCARDED, Status.RECALLED} else release


async def written(turn: Turn, release: Release, **changes: str | datetime | None) -> Reply:
    """The draft after a change, saying what the change ended."""
    fresh = await rewrite(turn.db, release, turn.person, turn.now, **changes)
    if fresh is None:
        return await stands(turn, release)
    reply = await draft(turn, fresh, was=release.status)
    return replace(reply, news=await told_of_end(turn.db, release, fresh, turn.person))
