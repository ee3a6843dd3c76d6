"""`ralat R-231`: what is wrong and what is right, until it is put before somebody who approves it (H7)."""

import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Final

from handlers import naming
from handlers.grammar import DASHES, courteous, simplify
from handlers.releases import difference
from handlers.releases.alone import deciders
from handlers.releases.composition import BODY_MAX, body_fault, headline_fault, rewritten
from handlers.releases.draft import DONE, LONG
from handlers.releases.lifecycle import LAUNCHED
from handlers.releases.quoted import lacking
from handlers.releases.shown import brief, named, stands, which
from handlers.releases.version import version_of
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, corrections, offices, outbox, people, releases
from storage.corrections import Correction, State
from storage.records import Json, Release, RowState

SOURCE_MAX: Final = 120
_CODE = re.compile(r"\br[\s.#-]*[0-9]{1,9}\b[\s:,]*", re.IGNORECASE)
_SOURCE = re.compile(r"^(?:sumber|source)\s*[:=]?\s+(?P<name>.+)$", re.IGNORECASE | re.DOTALL)
_CODED = re.compile(rf"[a-z]{DASHES}[0-9]+", re.IGNORECASE)
SOURCELESS: Final = frozenset({"tanpa sumber", "no source"})


async def begin(event: Inbound, turn: Turn) -> Reply:
    """`ralat R-231`, with "321 KK -> 312 KK" behind it or nothing yet. One that was begun is gone on with."""
    release = await named(turn, LAUNCHED)
    if release is None:
        return await which(turn, "correct", LAUNCHED)
    if release.status not in LAUNCHED:
        return await stands(turn, release)
    await offices.lock(turn.db)  # one correction of a release at a time
    held = await corrections.unfinished(turn.db, release) or await corrections.add(turn.db, release, turn.person, turn.now)
    rest = _CODE.sub("", turn.argument, count=1).strip() if not turn.token.action else ""
    return await _heard(turn, release, held, rest) if rest else await _shown(turn, release, held)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """What is wrong and what is right, who says so, or the whole text anew until the word that ends it."""
    found = await opened(turn)
    if isinstance(found, Reply):
        return found
    return await _heard(turn, *found, event.text)


async def _heard(turn: Turn, release: Release, held: Correction, typed: str) -> Reply:
    gathered = _gathered(turn, held)
    if simplify(typed) in DONE:
        return await _whole(turn, release, held, gathered)
    if source := _SOURCE.match(typed.strip()):
        return await _sourced(turn, release, held, source["name"], gathered)
    words, _, last = typed.strip().rpartition("\n")
    below = _SOURCE.match(last) if words else None  # the source in the same message, on its last line
    pairs = difference.pairs(words if below else typed) if _is_short(words if below else typed) and not gathered else ()
    if pairs:
        return await _mended(turn, release, held, pairs, below["name"] if below else "")
    text = "\n".join(each for each in (gathered, typed.strip("\n")) if each)
    if len(text) > BODY_MAX:
        return await _shown(turn, release, held, fault="text_too_long", gathered=gathered)
    if len(text) < LONG:
        return await _shown(turn, release, held, fault="unclear")
    facts = {**brief(release), "characters": len(text)}
    return say("correction_gathered", then="correction_text", keep={"correction": held.id, "text": text}, **facts)


def _gathered(turn: Turn, held: Correction) -> str:
    """What has come so far of the whole text anew."""
    return str(turn.kept.get("text", "")) if turn.kept.get("correction") == held.id else ""


def _is_short(typed: str) -> bool:
    return len(typed) < LONG or difference.points(typed)


async def _mended(turn: Turn, release: Release, held: Correction, pairs: Sequence[tuple[str, str]], source: str) -> Reply:
    """Words replaced wherever they stand; all of what was asked, or nothing."""
    title, text = await worded(turn, release, held)
    for was, now in pairs:
        title, in_title = difference.mended(title, was, now)
        text, in_text = difference.mended(text, was, now)
        if not in_title + in_text:
            return await _shown(turn, release, held, fault="not_there", words=was)
    try:
        said_by = _source_name(source) if source else None
    except ValueError:
        return await _shown(turn, release, held, fault="source")
    return await _written(turn, release, held, title, text, said_by)


def _source_name(typed: str) -> str:
    """Who says so. ValueError where that is nobody: a yes, thanks, a code."""
    name = naming.line(typed, SOURCE_MAX)
    if courteous(name) or _CODED.fullmatch(name):
        raise ValueError("courtesy")
    return name


async def _whole(turn: Turn, release: Release, held: Correction, text: str, source: str | None = None) -> Reply:
    """The whole text anew; without anything gathered it stays as it is."""
    if not text.strip():
        return await _shown(turn, release, held)
    headline, _ = await worded(turn, release, held)
    return await _written(turn, release, held, *rewritten(text, headline), source)


async def _written(turn: Turn, release: Release, held: Correction, headline: str, body: str, source: str | None = None) -> Reply:
    """The correction as it is now. Whoever was asked to approve it before is asked again."""
    if fault := headline_fault(headline) or body_fault(body):
        return await _shown(turn, release, held, fault=f"text_{fault.value}")
    said_by = held.source if source is None else source
    new = replace(release, headline=headline, body=body)
    new = replace(new, fingerprint=await version_of(turn.db, new, f" v{release.corrected + 2} {said_by}"))
    found = difference.changes((release.headline, release.body), (headline, body))
    values = {"fingerprint": new.fingerprint, "source": said_by, "changes": [asdict(each) for each in found]}
    if not await corrections.move(turn.db, held, State.DRAFT, **values):
        return await _shown(turn, release, held)
    await releases.note_version(turn.db, new, turn.person, turn.now)
    note = {"version": new.fingerprint}
    await audit.note(turn.db, turn.person, "correction_edit", releases.subject(release.id), turn.now, note)
    return await _shown(turn, release, held)


async def _sourced(turn: Turn, release: Release, held: Correction, typed: str, gathered: str) -> Reply:
    """Who says so; what was gathered until then is the whole text."""
    try:
        name = _source_name(typed)
    except ValueError:
        return await _shown(turn, release, held, fault="source", gathered=gathered)
    if gathered:
        return await _whole(turn, release, held, gathered, name)
    return await _written(turn, release, held, *await worded(turn, release, held), source=name)


async def worded(turn: Turn, release: Release, held: Correction) -> tuple[str, str]:
    """The headline and the body as the correction has them so far."""
    return await corrections.text(turn.db, held) if held.changes or held.source else (release.headline, release.body)


async def _shown(
    turn: Turn, release: Release, held: Correction, *, fault: str = "", words: str = "", gathered: str = ""
) -> Reply:
    fresh = await corrections.find(turn.db, held.id) or held
    facts = {**await correction_facts(turn, release, fresh), "fault": fault, "words": words[:60]}
    keep = {"correction": held.id, "text": gathered}
    return say("correction_draft", then="correction_text", keep=keep, **facts)


async def correction_facts(turn: Turn, release: Release, held: Correction) -> Json:
    """A correction as its writers and approvers see it, with what became of the last one."""
    earlier = await corrections.sent(turn.db, release)
    author = await people.find(turn.db, held.author_id)
    return {
        **brief(release),
        "correction": held.id,
        "state": held.state.value,
        "edition": release.corrected + 2,
        "changes": list(held.changes),
        "source": held.source,
        "version": held.fingerprint,
        "author": author.name if author else "",
        "counts": await corrections.counted(turn.db, release, earlier),
        "last": await _last(turn, earlier[-1]) if earlier else {},
    }


async def _last(turn: Turn, held: Correction) -> Json:
    """What became of a correction that is out."""
    told = await outbox.tally(turn.db, corrections.subject(held.id))
    found = await corrections.articles(turn.db, held)
    return {
        "at": held.sent_at.isoformat() if held.sent_at else "",
        "sent": told.get(RowState.SENT, 0),
        "total": sum(told.values()),
        "old": [link.code for link, mended in found if mended is None],
        "mended": [link.code for link, mended in found if mended],
    }


async def opened(turn: Turn) -> tuple[Release, Correction] | Reply:
    """The correction of the button or the form with its release, or the answer where it is written no more."""
    held = await corrections.find(turn.db, turn.token.object or turn.kept.get("correction", 0))
    release = await releases.find(turn.db, held.release_id) if held else None
    if held is None or release is None:
        return say("correction_gone")
    if release.status not in LAUNCHED:
        return await stands(turn, release)
    if held.state in corrections.UNFINISHED:
        return release, held
    return say("correction_stands", **brief(release), state=held.state.value)


async def drop(event: Inbound, turn: Turn) -> Reply:
    """[Batalkan ralat]: nothing is corrected."""
    found = await opened(turn)
    if isinstance(found, Reply):
        return found
    release, held = found
    if not await corrections.move(turn.db, held, State.DROPPED):
        return await _shown(turn, release, held)
    await audit.note(turn.db, turn.person, "correction_drop", releases.subject(release.id), turn.now)
    return Reply((Saying("correction_dropped", brief(release), replaces=PRESSED),))


async def submit(event: Inbound, turn: Turn) -> Reply:
    """[Ajukan]: the exact correction goes to everybody who may approve it and wrote none of it."""
    found = await opened(turn)
    if isinstance(found, Reply):
        return found
    release, held = found
    if held.state is not State.DRAFT:
        return say("correction_stands", **brief(release), state=held.state.value)
    if gathered := _gathered(turn, held):  # without the word that ends it: taken, and shown before it is submitted
        return await _whole(turn, release, held, gathered)
    if not held.changes:
        return await _shown(turn, release, held, fault="nothing")
    return await _submitted(turn, release, held) if held.source else _ask_source(release, held)


def _ask_source(release: Release, held: Correction, fault: str = "") -> Reply:
    keep = {"correction": held.id}
    return say("correction_ask_source", then="correction_source", keep=keep, **brief(release), fault=fault)


async def hear_source(event: Inbound, turn: Turn) -> Reply:
    """Who says so, typed; or that nobody is named. Then it is submitted. One more change is a change, and no source."""
    found = await opened(turn)
    if isinstance(found, Reply):
        return found
    release, held = found
    if difference.points(event.text):
        return await _heard(turn, release, held, event.text)
    if simplify(event.text) in SOURCELESS:
        return await _submitted(turn, release, held)
    typed = _SOURCE.match(event.text.strip())
    try:
        name = _source_name(typed["name"] if typed else event.text)
    except ValueError:
        return _ask_source(release, held, "source")
    reply = await _written(turn, release, held, *await worded(turn, release, held), source=name)
    fresh = await corrections.find(turn.db, held.id)
    return await _submitted(turn, release, fresh) if fresh and fresh.source == name else reply


async def _submitted(turn: Turn, release: Release, held: Correction) -> Reply:
    if held.state is not State.DRAFT:
        return say("correction_stands", **brief(release), state=held.state.value)
    if unsettled := await lacking(turn.db, replace(release, body=(await corrections.text(turn.db, held))[1])):
        return say("quote_missing", **brief(release), items=unsettled)
    asked = await deciders(turn, release)
    if not asked:
        return say("correction_no_approver", **brief(release))
    if not await corrections.move(turn.db, held, State.SUBMITTED):
        return await _shown(turn, release, held)
    note = {"version": held.fingerprint}
    await audit.note(turn.db, turn.person, "correction_submit", releases.subject(release.id), turn.now, note)
    review = Saying("correction_review", await review_facts(turn, release, replace(held, state=State.SUBMITTED)))
    done = Saying("correction_submitted", {**brief(release), "approvers": [each.name for each in asked]})
    return Reply((done,), tuple(News(each.id, review) for each in asked))


async def review_facts(turn: Turn, release: Release, held: Correction) -> Json:
    """A correction as its approvers see it: with the whole text as it will be."""
    headline, body = await corrections.text(turn.db, held)
    return {**await correction_facts(turn, release, held), "headline": headline, "body": body}
