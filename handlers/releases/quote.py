"""*kutipan R-232 "…" dari Ir. Fulan*: what an official is to be quoted with goes to them, and into the text (O6)."""

from collections.abc import Sequence

from handlers.grammar import code_in, simplify, yes_no
from handlers.naming import cleaned
from handlers.page import ROWS
from handlers.permissions import Permission, may, roles_with
from handlers.releases import quote_answer, quoting
from handlers.releases.lifecycle import LAUNCHED, Move, after
from handlers.releases.quoted import brief as quote_brief
from handlers.releases.quoted import lacking
from handlers.releases.shown import brief, stands
from handlers.releases.version import rewrite, told_of_end
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, delegates, outbox, people, quotes, releases
from storage.records import Json, Person, Purpose, QuoteState, Release

SPEAKER = 200  # characters of name and title


async def show(event: Inbound, turn: Turn) -> Reply:
    """*kutipan*: an official's own that wait; staff propose one, or see those of a release."""
    if may(turn.person, Permission.AGREE):
        return await quote_answer.show(event, turn)
    if not may(turn.person, Permission.DRAFT):
        return say("desk_refused", standing=turn.person.standing)
    number = code_in(turn.argument, "R")
    release = await releases.by_number(turn.db, number) if number else None
    if release is None:
        return say("quote_how", code=f"R-{number}" if number else "")
    typed = quoting.typed(turn.argument)
    return await _words(turn, release, typed) if typed.words else await _listed(turn, release)


async def _listed(turn: Turn, release: Release) -> Reply:
    """The quotes of a release, and what keeps it back: also what nobody agrees to any more and still stands in its text."""
    held = [await quote_brief(turn.db, each) for each in await quotes.of_release(turn.db, release.id)]
    unsettled = {each["id"]: each for each in await lacking(turn.db, release)}
    editable = after(release.status, Move.EDIT) is not None
    items = [{**each, "why": "", "drop": editable} | unsettled.pop(each["id"], {}) for each in held]
    facts = {**brief(release), "items": [*items, *unsettled.values()]}
    return Reply((Saying("quote_list", facts, replaces=PRESSED if turn.token.action else ""),))


async def _words(turn: Turn, release: Release, typed: quoting.Typed) -> Reply:
    if after(release.status, Move.EDIT) is None and release.status not in LAUNCHED:
        return await stands(turn, release)
    try:
        words = quoting.checked(typed.words)
    except ValueError as reason:
        return say("quote_wrong", problem=str(reason), code=release.code)
    kept = {"quote_of": release.id, "code": release.code, "words": words}
    return await _spoken(turn, kept, typed.speaker)


async def _spoken(turn: Turn, kept: Json, speaker: str) -> Reply:
    """Whose agreement it needs: the one official who is named, else one is chosen."""
    if sum(each.isalpha() for each in speaker) < 2 or len(speaker) > SPEAKER:
        return say("quote_speaker", then="quote_speaker", keep=kept, **kept)
    officials = await people.with_roles(turn.db, roles_with(Permission.QUOTE))
    if not officials:
        return say("quote_no_official", code=kept["code"])
    named, kept = _named(officials, speaker), {**kept, "speaker": speaker}
    if len(named) != 1:
        shown = [{"id": each.id, "name": each.name} for each in (named or officials)[:ROWS]]
        return say("quote_whose", then="quote_official", keep=kept, **kept, officials=shown)
    return _sure({**kept, "official": named[0].id, "name": named[0].name})


def _named(officials: Sequence[Person], speaker: str) -> list[Person]:
    """The officials whose name is in what was typed, or who are meant by a part of it."""
    said = set(simplify(speaker).replace(",", " ").split())
    names = [(each, set(simplify(each.name).replace(",", " ").split())) for each in officials]
    return [each for each, name in names if name <= said or said <= name]


async def hear_speaker(event: Inbound, turn: Turn) -> Reply:
    """Who says it, in its step."""
    return await _spoken(turn, turn.kept, cleaned(event.text))


async def hear_official(event: Inbound, turn: Turn) -> Reply:
    """The official, by name; what stands below the quote stays as it was typed."""
    officials = await people.with_roles(turn.db, roles_with(Permission.QUOTE))
    named = _named(officials, cleaned(event.text))
    if len(named) == 1:
        return _sure({**turn.kept, "official": named[0].id, "name": named[0].name})
    return await _spoken(turn, turn.kept, turn.kept["speaker"])


async def pick(event: Inbound, turn: Turn) -> Reply:
    """The official, by button."""
    person = await people.find(turn.db, turn.token.object)
    if person is None or "speaker" not in turn.kept or not may(person, Permission.QUOTE):
        return say("desk_stale")
    return _sure({**turn.kept, "official": person.id, "name": person.name})


def _sure(kept: Json) -> Reply:
    return say("quote_sure", then="quote_sure", keep=kept, **kept)


async def hear_sure(event: Inbound, turn: Turn) -> Reply:
    """Yes or no, in words."""
    answer = yes_no(event.text)
    if answer is None and simplify(event.text) not in {"kirim", "send"}:
        return _sure(turn.kept)
    return await (leave if answer is False else propose)(event, turn)


async def leave(event: Inbound, turn: Turn) -> Reply:
    """Nothing is sent."""
    return say("quote_left")


async def propose(event: Inbound, turn: Turn) -> Reply:
    """[Kirim]: it goes into the text where it is not in it, and to the official."""
    kept = turn.kept
    release = await releases.find(turn.db, kept.get("quote_of", 0)) if "official" in kept else None
    official = await people.find(turn.db, kept["official"]) if release else None
    if release is None or official is None or not may(official, Permission.QUOTE):
        return say("desk_stale")
    version = quoting.fingerprint(kept["words"], kept["speaker"])
    held = [each for each in await quotes.of_release(turn.db, release.id) if each.fingerprint == version]
    if held:
        return await _listed(turn, release)
    fresh = await _with_quote(turn, release, kept)
    if fresh is None:
        return await stands(turn, release)
    said = {"words": kept["words"], "speaker": kept["speaker"], "fingerprint": version, "official_id": official.id}
    made = await quotes.add(turn.db, fresh, turn.person, turn.now, **said)
    noted = {"quote": made.id, "version": version}
    await audit.note(turn.db, turn.person, "propose_quote", releases.subject(release.id), turn.now, noted)
    about = quotes.subject(made.id)
    asked = {**await quote_brief(turn.db, made), **_of(fresh)}
    aides = await delegates.who_may_agree(turn.db, official.id)
    news = [News(official.id, Saying("quote_asked", asked, Purpose.NOTICE, about))]
    news += [News(each.id, Saying("quote_asked", {**asked, "stead": True}, Purpose.NOTICE, about)) for each in aides]
    added = {"code": fresh.code, "name": official.name, "added": fresh.body != release.body}
    done = Saying("quote_proposed", added, replaces=PRESSED if turn.token.action else "")
    return Reply((done,), (*news, *await told_of_end(turn.db, release, fresh, turn.person)))


async def _with_quote(turn: Turn, release: Release, kept: Json) -> Release | None:
    """The release with the quote in its text; one that is out gets it by a correction. None where it cannot be changed."""
    if release.status in LAUNCHED:
        return release
    body = quoting.with_quote(release.body, kept["words"], kept["speaker"])
    return await rewrite(turn.db, release, turn.person, turn.now, body=body)


def _of(release: Release) -> Json:
    return {"code": release.code, "headline": release.headline}


async def withdraw(event: Inbound, turn: Turn) -> Reply:
    """[Hapus]: staff do not want it any more. While it stands in the text, the text stays where it is."""
    found = await quotes.find(turn.db, turn.token.object)
    release = await releases.find(turn.db, found.release_id) if found else None
    if found is None or release is None or after(release.status, Move.EDIT) is None:
        return say("desk_stale")
    if found.state in quotes.STANDING and await quotes.settle(turn.db, found, QuoteState.WITHDRAWN, turn.person, turn.now):
        await outbox.cancel(turn.db, quotes.subject(found.id), turn.now)  # nobody is asked any more
        await audit.note(turn.db, turn.person, "withdraw_quote", releases.subject(release.id), turn.now, {"quote": found.id})
    return await _listed(turn, release)
