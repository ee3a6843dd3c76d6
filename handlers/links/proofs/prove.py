"""A picture of a page, a clip or a sound as proof: what was not said is asked, one thing at a time, and then it is a link."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from handlers.grammar import choice_in, code_in, simplify
from handlers.links.canonical import Kind
from handlers.links.proofs.caption import MEDIA, day_in, place_in, read
from handlers.links.proofs.freeze import until_of
from handlers.links.relate import release_of
from handlers.turn import Reply, Turn, say
from messages.inbound import Attachment, Happening, Inbound
from storage import audit, jobs, links, outlets, people, proofs
from storage.records import File, FileId, FileKind, Json, Link, Medium, Outlet

RELATED = timedelta(days=14)  # how long a release is what proofs may be about
CHOICES = 8  # releases that are offered
FILES = 10  # of one proof
CAPTION = 8  # words at most of what belongs under a picture
KINDS = frozenset({FileKind.PHOTO, FileKind.VIDEO, FileKind.AUDIO, FileKind.VOICE, FileKind.DOCUMENT})
SHOWN = ("image/jpeg", "image/png", "image/webp", "video/", "audio/")  # as documents: what can be freed of its metadata
OFFLINE = (Medium.PRINT, Medium.TV, Medium.RADIO)
NO_RELEASE = frozenset({"tidak", "bukan", "tidak ada", "no", "none", "0"})


def is_proof(event: Inbound) -> bool:
    """Whether a message brings what could be a proof."""
    return event.happening is Happening.SAID and any(_usable(each) for each in event.files)


def is_caption(event: Inbound) -> bool:
    """*cetak 22/11 hal 5* without its picture."""
    words = simplify(event.text).split()
    alone = event.happening is Happening.SAID and not event.files
    return alone and bool(words) and words[0] in MEDIA and len(words) <= CAPTION


def _usable(file: Attachment) -> bool:
    return file.kind in KINDS and (file.kind is not FileKind.DOCUMENT or file.mime.startswith(SHOWN))


def largest(turn: Turn) -> int:
    """How large a clip may be where somebody writes."""
    return min(turn.abilities.download_limit, turn.abilities.film_limit)


async def how(event: Inbound, turn: Turn) -> Reply:
    """*bukti*: how proofs are sent, and how large they may be; with a file behind it, that is one."""
    if is_proof(event):
        return await hear(replace(event, text=turn.argument), turn)
    return say("proof_how", limit=largest(turn))


async def hear(event: Inbound, turn: Turn) -> Reply:
    """Files without a form: their caption says what it can."""
    return await _more(event, replace(turn, kept={}))


async def _more(event: Inbound, turn: Turn) -> Reply:
    """More files, and what is said with them."""
    held = list(turn.kept.get("files", []))
    for each in event.files:
        if _usable(each) and each.size > largest(turn):
            return say("proof_large", then="proof_medium" if held else None, keep=turn.kept, limit=largest(turn))
    held += [asdict(each) for each in event.files if _usable(each)]
    kept = {"words": "", **turn.kept, "files": held[:FILES]}
    told = read(event.text, _today(turn))
    said = {"medium": told.medium, "day": told.day.isoformat() if told.day else None, "place": told.place}
    kept |= {name: value for name, value in said.items() if value and not kept.get(name)}
    kept |= {"words": f"{kept['words']} {told.words}".strip()[:1000]}
    return await _next(kept, turn, "" if all(_usable(each) for each in event.files) else "file")


async def _next(kept: Json, turn: Turn, problem: str = "") -> Reply:
    """The next question, after what was wrong with the last answer; where there is none, it is recorded."""
    if not kept.get("medium"):
        own = {each.medium for each in await _outlets(turn)} & set(OFFLINE)
        if len(own) != 1:
            return say("proof_medium", then="proof_medium", keep=kept, problem=problem)
        kept |= {"medium": next(iter(own))}
    if not kept.get("day"):
        return say("proof_day", then="proof_day", keep=kept, problem=problem)
    if not kept.get("place"):
        return say("proof_place", then="proof_place", keep=kept, medium=kept["medium"], problem=problem)
    if "release" not in kept:
        recent = await links.recent_releases(turn.db, turn.now - RELATED)
        found = release_of(kept["words"], "", recent)
        if found is None and recent:
            offered = [{"id": each[0], "code": f"R-{each[1]}", "headline": each[2]} for each in recent[:CHOICES]]
            return say("proof_release", then="proof_release", keep=kept, releases=offered, problem=problem)
        kept |= {"release": found}
    return await _recorded(kept, turn)


async def hear_medium(event: Inbound, turn: Turn) -> Reply:
    """Where it was, in words or by number."""
    if event.files:
        return await _more(event, turn)
    chosen = choice_in(event.text, len(OFFLINE))
    medium = OFFLINE[chosen] if chosen is not None else next((MEDIA[each] for each in _words(event) if each in MEDIA), None)
    return await _answered("medium", medium, turn, then="proof_medium")


async def pick_medium(event: Inbound, turn: Turn) -> Reply:
    """Where it was, by button."""
    return await _answered("medium", turn.token.version if turn.token.version in set(OFFLINE) else None, turn)


async def hear_day(event: Inbound, turn: Turn) -> Reply:
    """When it was."""
    if event.files:
        return await _more(event, turn)
    chosen = choice_in(event.text, 2)
    day = _today(turn) - timedelta(days=chosen) if chosen is not None else day_in(event.text, _today(turn))
    return await _answered("day", day.isoformat() if day else None, turn, then="proof_day")


async def pick_day(event: Inbound, turn: Turn) -> Reply:
    """Today or yesterday, by button."""
    back = turn.token.object
    day = _today(turn) - timedelta(days=back) if back in {0, 1} else None
    return await _answered("day", day.isoformat() if day else None, turn)


async def hear_place(event: Inbound, turn: Turn) -> Reply:
    """On which page, or at what hour."""
    if event.files:
        return await _more(event, turn)
    place = place_in(event.text, Medium(turn.kept["medium"]))
    return await _answered("place", place, turn, then="proof_place")


async def hear_release(event: Inbound, turn: Turn) -> Reply:
    """Of which release, by its code, its number in the list or words; or of none."""
    if event.files:
        return await _more(event, turn)
    recent = await links.recent_releases(turn.db, turn.now - RELATED)
    chosen = choice_in(event.text, min(len(recent), CHOICES))
    if simplify(event.text) in NO_RELEASE:
        return await _recorded(turn.kept | {"release": None}, turn)
    number = code_in(event.text, "R")
    named = recent[chosen][0] if chosen is not None else next((each[0] for each in recent if each[1] == number), None)
    found = named or release_of(event.text, "", recent)
    return await _answered("release", found, turn, then="proof_release")


async def pick_release(event: Inbound, turn: Turn) -> Reply:
    """Of which release, by button; 0 for none."""
    if not turn.kept.get("files"):
        return say("desk_stale")
    recent = await links.recent_releases(turn.db, turn.now - RELATED)
    if turn.token.object not in {0, *(each[0] for each in recent)}:
        return say("desk_stale", then="proof_release", keep=turn.kept)
    return await _next(turn.kept | {"release": turn.token.object or None}, turn)


async def forget(event: Inbound, turn: Turn) -> Reply:
    """*Bukan bukti tayang*: nothing is kept."""
    return say("proof_forgotten")


async def _answered(name: str, value: object, turn: Turn, then: str = "") -> Reply:
    """An answer is taken, or asked for again."""
    if not turn.kept.get("files"):
        return say("desk_stale")
    if not value:
        return await _next({key: held for key, held in turn.kept.items() if key != name}, turn, "unread")
    return await _next(turn.kept | {name: value}, turn)


def _words(event: Inbound) -> list[str]:
    return simplify(event.text).split()


def _today(turn: Turn) -> date:
    return turn.now.astimezone(ZoneInfo(turn.db.office.zone)).date()


async def _outlets(turn: Turn) -> list[Outlet]:
    found = [await outlets.find(turn.db, each) for each in await people.outlets_of(turn.db, turn.person.id)]
    return [each for each in found if each]


async def _recorded(kept: Json, turn: Turn) -> Reply:
    """It is in the ledger, and its files are fetched; a person will look."""
    medium, day, place = Medium(kept["medium"]), date.fromisoformat(kept["day"]), kept["place"]
    link = await _added(kept, turn, medium, _named(medium, day, place))
    if link is None:
        known = await links.by_identity(turn.db, _identity(kept, turn))
        return say("proof_again", code=known.code if known else "")
    proof = await proofs.add(turn.db, link, medium, day, place)
    for each in kept["files"]:
        file = File(FileId(0), FileKind(each["kind"]), each["name"], each["mime"], each["size"], "")
        await proofs.add_file(turn.db, proof, file, (turn.account.id, each["handle"]), turn.now)
    await jobs.add(turn.db, "take_proof", f"proof:{link.id}", {"link": link.id, "limit": turn.abilities.download_limit}, turn.now)
    facts = {"medium": medium, "day": day.isoformat(), "place": place, "files": len(kept["files"]), "release": link.release_id}
    await audit.note(turn.db, turn.person, "submit", links.about(link), turn.now, facts)
    [seen] = await links.seen(turn.db, [link])
    until = await until_of(turn.db, link, proof)
    return say("proof_taken", code=link.code, outlet=seen.outlet, release=seen.release, address=link.address,
               until=until.isoformat() if until else "")  # fmt: skip


async def _added(kept: Json, turn: Turn, medium: Medium, address: str) -> Link | None:
    own = await _outlets(turn)
    outlet = next((each for each in own if each.medium is medium), own[0] if own else None)
    return await links.add(
        turn.db, turn.person, _identity(kept, turn), turn.now, typed=kept["words"], address=address, rules="", kind=Kind.PROOF,
        outlet_id=outlet.id if outlet else None, doubt="", release_id=kept["release"],
    )  # fmt: skip


def _identity(kept: Json, turn: Turn) -> str:
    """The platform's name for its first file; what the bytes are is compared when they are here."""
    return f"proof {turn.account.id} {kept['files'][0]['handle']}"[:2000]


def _named(medium: Medium, day: date, place: str) -> str:
    """What stands where an address does: in the office's own language, as in its papers."""
    kind = {Medium.PRINT: "cetak", Medium.TV: "TV", Medium.RADIO: "radio"}[medium]
    return f"{kind} {day:%d/%m/%Y} {'hal' if medium is Medium.PRINT else 'jam'} {place}"
