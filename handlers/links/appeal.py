"""*keberatan*: whoever sent a link says why a decision against it is wrong, with evidence, once (J4, V14)."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import islice
from typing import Final

from handlers.grammar import code_in, simplify, yes_no
from handlers.links import appeal_answer, burst, check, reasons
from handlers.links.appealing import answering, brief, due, ground, told
from handlers.links.canonical import Kind, Verdict, canonical
from handlers.links.extract import links_in
from handlers.permissions import Permission, may
from handlers.turn import PRESSED, Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Attachment, Inbound
from storage import appeals, audit, bursts, files, jobs, links
from storage.appeals import Appeal, Decision
from storage.records import AppealState, FileKind, Json, Link, LinkState, Purpose, Role

SENDS: Final = frozenset({"kirim", "kirim keberatan", "selesai", "send", "send appeal", "done"})
LONGEST: Final = 1000  # characters
MOST: Final = 5  # files
KINDS: Final = frozenset({FileKind.PHOTO, FileKind.DOCUMENT})
LATEST: Final = 10  # of somebody's own that are listed
MEGABYTE: Final = 1024 * 1024


async def show(event: Inbound, turn: Turn) -> Reply:
    """*keberatan*: a journalist's own, or with a code the one that is to be made; for staff, those that wait."""
    if turn.person.role is not Role.JOURNALIST:
        staff = may(turn.person, Permission.VERIFY)
        return await appeal_answer.show(event, turn) if staff else say("desk_refused", standing=turn.person.standing)
    number = code_in(turn.argument, "L")
    if number:
        return await _begun(await links.by_number(turn.db, number), number, turn)
    found = await appeals.of_person(turn.db, turn.person.id, LATEST)
    listed = [brief(each, link.code) for each in found if (link := await links.find(turn.db, each.link_id))]
    return say("appeals_own", appeals=listed)


async def press(event: Inbound, turn: Turn) -> Reply:
    """*Ajukan keberatan* under a refusal."""
    link = await links.find(turn.db, turn.token.object)
    return await _begun(link, link.number if link else 0, turn)


async def _begun(link: Link | None, number: int, turn: Turn) -> Reply:
    """Asks for the reason, unless there is nothing to appeal or it was done."""
    if link is None or link.person_id != turn.person.id:
        return say("link_unknown", number=str(number), own=True)
    about = None if links.is_final(link.reason) else await appeals.decision(turn.db, link)
    if about is None:
        return say("appeal_closed", code=link.code, state=link.state)
    held = await appeals.of_decision(turn.db, about.id)
    if held:
        return say("appeal_stands", **brief(held, link.code))
    return _ask({"link": link.id, "code": link.code, "words": "", "files": []} | await _against(about, turn))


async def _against(about: Decision, turn: Turn) -> Json:
    """The decision that an appeal is written against."""
    return {"step": about.id, "reason": about.reason, "ground": await ground(turn.db, about.rules_version)}


async def page(event: Inbound, turn: Turn) -> Reply:
    """*Ajukan keberatan* about what is no article by its address: it gets its number now."""
    held = await bursts.find(turn.db, turn.token.object)
    if held is None or held.person_id != turn.person.id:
        return say("appeal_gone")
    refused = {at: link for at, link in enumerate(islice(held.typed, burst.MOST), 1) if canonical(link).kind is Kind.REFUSED}
    if not turn.token.version and len(refused) > 1:
        return say("appeal_which", burst=held.id, places=list(refused), owner=turn.person.id)
    at = int(turn.token.version) if turn.token.version.isdecimal() else next(iter(refused), 0)
    link = await _numbered(refused[at], turn) if at in refused else None
    return await _begun(link, 0, turn) if link else say("desk_stale")


async def _numbered(typed: str, turn: Turn) -> Link | None:
    """A link that was refused for its address, as one that is kept; pressing twice keeps it once."""
    verdict = canonical(typed)
    address = verdict.address or typed
    identity = f"refused {turn.person.id} {address}"[:2100]
    known = await links.by_identity(turn.db, identity)
    return known or await _refused(typed, address, identity, verdict, turn)


async def _refused(typed: str, address: str, identity: str, verdict: Verdict, turn: Turn) -> Link | None:
    whole = {"typed": typed, "address": address, "rules": verdict.rules, "kind": Kind.ARTICLE}
    link = await links.add(turn.db, turn.person, identity, turn.now, **whole)
    if link is None or not await links.move(turn.db, link, LinkState.REFUSED, None, turn.now, "page"):
        return None
    await audit.note(turn.db, turn.person, "submit", links.about(link), turn.now, {"refused": verdict.reason})
    return await links.find(turn.db, link.id)


def _ask(kept: Json, **more: object) -> Reply:
    return say("appeal_ask", then="appeal_words", keep=kept, **kept, **more)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """Words and evidence, as many messages as it takes; what was gathered is shown before it goes out."""
    kept = turn.kept
    if not event.files and simplify(event.text) in SENDS and kept["words"]:
        return await send(event, turn)
    answer = yes_no(event.text) if kept["words"] and not event.files else None
    if answer is not None:
        return await (send if answer else drop)(event, turn)
    words = "\n".join(each for each in (kept["words"], event.text.strip()) if each)
    if len(words) > LONGEST:
        return await _shown(kept, turn, problem="long")
    taken, problem = _taken(event.files, len(kept["files"]), turn.abilities.download_limit)
    gathered = kept | {"words": words, "files": [*kept["files"], *taken]}
    if not _telling(words):
        return _ask(gathered | {"words": ""}, problem=problem or "few", limit=_megabytes(turn))
    return await _shown(gathered, turn, problem=problem)


def _telling(words: str) -> bool:
    """Whether anything is said, in words or by a link."""
    if links_in(words):
        return True
    try:
        return bool(reasons.typed(words[: reasons.LONGEST]))
    except ValueError:
        return False


def _taken(sent: Sequence[Attachment], held: int, limit: int) -> tuple[list[Json], str]:
    """The files that are kept with an appeal, and what is wrong with the others."""
    good = [each for each in sent if each.kind in KINDS and each.size <= limit]
    taken = [asdict(each) for each in good[: max(0, MOST - held)]]
    return taken, "file" if len(good) < len(sent) else "many" if len(taken) < len(good) else ""


async def _shown(kept: Json, turn: Turn, *, problem: str = "") -> Reply:
    if not kept["words"]:
        return _ask(kept, problem=problem or "few", limit=_megabytes(turn))
    about = await _about(kept, turn)
    if about is None:
        return say("desk_stale")
    told = {"due": (await due(turn.db, turn.now)).isoformat(), "who": await answering(turn.db, about, turn.now)}
    return say("appeal_sure", then="appeal_words", keep=kept, **kept, **told, problem=problem, limit=_megabytes(turn))


def _megabytes(turn: Turn) -> int:
    return turn.abilities.download_limit // MEGABYTE


async def _about(kept: Json, turn: Turn) -> Decision | None:
    link = await links.find(turn.db, kept["link"])
    return await appeals.decision(turn.db, link) if link else None


async def send(event: Inbound, turn: Turn) -> Reply:
    """*Kirim keberatan*: it is kept, and whoever may answer is told."""
    kept = turn.kept
    link = await links.find(turn.db, kept.get("link", 0))
    if link is None or not kept.get("words") or turn.token.object not in {0, link.id}:
        return say("desk_stale")
    about = await appeals.decision(turn.db, link)
    if about is None:
        return say("appeal_closed", code=link.code, state=link.state)
    held = await appeals.of_decision(turn.db, about.id)
    if held:
        return say("appeal_stands", **brief(held, link.code))
    if about.id != kept.get("step", about.id):  # decided anew meanwhile: they read the new reason before they send their words
        return await _shown(kept | await _against(about, turn), turn, problem="changed")
    return await _sent(link, about, turn)


async def _sent(link: Link, about: Decision, turn: Turn) -> Reply:
    until = await due(turn.db, turn.now)
    kept = [await _kept(Attachment(**each), turn) for each in turn.kept["files"]]
    made = await appeals.add(turn.db, link, about, words=turn.kept["words"], files=kept, raised_at=turn.now, due_at=until)
    if made is None:
        return say("desk_stale")
    facts = {"step": about.id, "due": until.isoformat(), "files": kept}
    await audit.note(turn.db, turn.person, "appeal", links.about(link), turn.now, facts)
    await check.look_again(turn.db, link, turn.now)
    who = await answering(turn.db, about, turn.now)
    shown = brief(made, link.code) | {"who": who}
    done = Saying("appeal_sent", shown, replaces=PRESSED if turn.token.action else "")
    said = Saying("appeal_news", shown | {"sender": turn.person.name}, Purpose.NOTICE)
    return Reply((done,), tuple(News(each, said) for each in await told(turn.db, about)))


async def _kept(each: Attachment, turn: Turn) -> int:
    """A file of the evidence, whose bytes a job fetches."""
    kind = FileKind(each.kind)
    sent = (kind, each.name, each.mime, each.size, turn.account.id, each.handle)
    file_id = await files.add(turn.db, *sent, turn.now, of=turn.person.id)
    facts = {"file": file_id, "limit": turn.abilities.download_limit}
    await jobs.add(turn.db, "fetch_file", f"file:{file_id}", facts, turn.now)
    return file_id


async def drop(event: Inbound, turn: Turn) -> Reply:
    """*Tidak jadi*."""
    return instead("appeal_dropped") if turn.token.action else say("appeal_dropped")


async def withdraw(event: Inbound, turn: Turn) -> Reply:
    """*tarik keberatan L-12*: asked once, since there is no second one."""
    number = code_in(turn.argument, "L")
    if number is None:
        return say("appeal_withdraw_how")
    link = await links.by_number(turn.db, number)
    if link is None or link.person_id != turn.person.id:
        return say("link_unknown", number=str(number), own=True)
    held = next((each for each in await appeals.of_link(turn.db, link.id) if each.state is AppealState.OPEN), None)
    return _sure_back(held, link) if held else say("appeal_none_open", code=link.code)


async def press_back(event: Inbound, turn: Turn) -> Reply:
    """*Tarik keberatan* under the receipt."""
    held, link = await _own(turn.token.object, turn)
    if held is None or link is None:
        return say("desk_stale")
    return _sure_back(held, link) if held.state is AppealState.OPEN else say("appeal_stands", **brief(held, link.code))


def _sure_back(held: Appeal, link: Link) -> Reply:
    kept = {"appeal": held.id, "code": link.code}
    return say("appeal_withdraw_sure", then="appeal_back", keep=kept, **kept)


async def hear_back(event: Inbound, turn: Turn) -> Reply:
    """Yes or no, in words."""
    answer = yes_no(event.text)
    if answer is None:
        return say("appeal_withdraw_sure", then="appeal_back", keep=turn.kept, **turn.kept)
    return await (_withdrawn if answer else _stays)(turn.kept["appeal"], turn)


async def taken_back(event: Inbound, turn: Turn) -> Reply:
    """*Tarik keberatan*, confirmed."""
    return await _withdrawn(turn.token.object, turn)


async def keep(event: Inbound, turn: Turn) -> Reply:
    """*Tetap ajukan*."""
    return await _stays(turn.token.object, turn)


async def _withdrawn(appeal_id: int, turn: Turn) -> Reply:
    held, link = await _own(appeal_id, turn)
    if held is None or link is None:
        return say("desk_stale")
    if not await appeals.settle(turn.db, held, AppealState.WITHDRAWN, turn.person.id, turn.now):
        return say("appeal_stands", **brief(held, link.code))
    await audit.note(turn.db, turn.person, "withdraw_appeal", links.about(link), turn.now, {"step": held.step_id})
    return say("appeal_withdrawn", code=link.code)


async def _stays(appeal_id: int, turn: Turn) -> Reply:
    held, link = await _own(appeal_id, turn)
    return say("appeal_stands", **brief(held, link.code)) if held and link else say("desk_stale")


async def _own(appeal_id: int, turn: Turn) -> tuple[Appeal | None, Link | None]:
    """Somebody's own appeal with its link."""
    held = await appeals.find(turn.db, appeal_id)
    mine = held is not None and held.person_id == turn.person.id
    return (held, await links.find(turn.db, held.link_id)) if held and mine else (None, None)
