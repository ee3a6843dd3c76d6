"""*keberatan* for staff: appeals are answered by somebody else than whoever decided, and what was overturned is counted (V14)."""

from handlers.grammar import simplify, yes_no
from handlers.links import reasons, recognise
from handlers.links.appealing import Who, brief, ground, names, place
from handlers.links.receipt import checks
from handlers.links.refuse import CHANGES, SENDS
from handlers.page import page
from handlers.turn import PRESSED, Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import appeals, audit, files, links, people
from storage.appeals import Appeal, Decision
from storage.records import AppealState, FileId, Json, Link, Purpose

ANSWERED = (AppealState.ACCEPTED, AppealState.REFUSED)
MAY = frozenset({Who.OTHER, Who.ALONE})


async def show(event: Inbound, turn: Turn) -> Reply:
    """Those that wait, the first to run out first."""
    found = await appeals.open_ones(turn.db)
    shown, number, pages = page(found, turn.token.object)
    tally = await appeals.tally(turn.db)
    return say(
        "appeals_list", appeals=[await _line(each, turn) for each in shown], total=len(found), page=number, pages=pages,
        overturned=tally.get(AppealState.ACCEPTED, 0), answered=sum(tally.get(each, 0) for each in ANSWERED),
    )  # fmt: skip


async def _line(appeal: Appeal, turn: Turn) -> Json:
    link, about = await _link(appeal, turn)
    sender = await people.by_id(turn.db, appeal.person_id)
    mine = about is not None and turn.person.id in about.people
    return brief(appeal, link.code) | {"sender": sender.name, "late": appeal.due_at < turn.now, "mine": mine}


async def _link(appeal: Appeal, turn: Turn) -> tuple[Link, Decision | None]:
    """The link that an appeal is about, and the decision as it stands."""
    link = await links.find(turn.db, appeal.link_id)
    if link is None:
        raise LookupError(f"no link {appeal.link_id}")  # impossible: the appeal's key points to it
    about = await appeals.decision(turn.db, link)
    return link, about if about and about.id == appeal.step_id else None


async def one(event: Inbound, turn: Turn) -> Reply:
    """One of them with its evidence, and what whoever looks may do."""
    appeal = await appeals.find(turn.db, turn.token.object)
    if appeal is None:
        return say("desk_stale")
    link, about = await _link(appeal, turn)
    if about is None or appeal.state is not AppealState.OPEN:
        return await _settled(appeal, turn)
    kept = [await files.by_id(turn.db, FileId(each)) for each in appeal.files]
    here = [each.id for each in kept if each.digest]
    unfetched = any(not each.digest and not each.fault for each in kept)
    shown = Saying("appeal_one", await _facts(appeal, link, about, turn) | {"unfetched": unfetched})
    return Reply((*((Saying("appeal_evidence", {"files": here}),) if here else ()), shown))


async def _facts(appeal: Appeal, link: Link, about: Decision, turn: Turn) -> Json:
    sender = await people.by_id(turn.db, appeal.person_id)
    return brief(appeal, link.code) | {
        "id": link.id, "address": link.address, "sender": sender.name, "words": appeal.words, "against": about.state,
        "decided": about.at.isoformat(), "by": await names(turn.db, about.people), "reason": about.reason,
        "ground": await ground(turn.db, about.rules_version), "who": await place(turn.db, about, turn.person, turn.now),
        "check": (await checks(turn.db, [link.id])).get(link.id, {}),
    }  # fmt: skip


async def _settled(appeal: Appeal, turn: Turn) -> Reply:
    """How it ended, for whoever comes second."""
    link, _ = await _link(appeal, turn)
    by = await people.find(turn.db, appeal.decided_by) if appeal.decided_by else None
    when = (appeal.decided_at or appeal.raised_at).isoformat()
    return say("appeal_settled", **brief(appeal, link.code), by=by.name if by else "", when=when)


async def _answerable(appeal_id: int, turn: Turn) -> tuple[Appeal, Link, Decision, Who] | Reply:
    """What is to be answered, or why not by this person or not any more."""
    appeal = await appeals.find(turn.db, appeal_id)
    if appeal is None:
        return say("desk_stale")
    link, about = await _link(appeal, turn)
    if about is None or appeal.state is not AppealState.OPEN:
        return await _settled(appeal, turn)
    who = await place(turn.db, about, turn.person, turn.now)
    if who in MAY:
        return appeal, link, about, who
    return say("appeal_one", **await _facts(appeal, link, about, turn), unfetched=False)


async def accept(event: Inbound, turn: Turn) -> Reply:
    """*Terima keberatan*: the link is recognised as any other is, and whoever had decided is told."""
    found = await _answerable(turn.token.object, turn)
    if isinstance(found, Reply):
        return found
    appeal, link, about, who = found
    if not await appeals.settle(turn.db, appeal, AppealState.ACCEPTED, turn.person.id, turn.now):
        return await _settled(await _again(appeal, turn), turn)
    if not await recognise.recognised(link, turn, links.APPEALED):
        raise LookupError(f"link {link.id} is not as the appeal {appeal.id} found it")  # impossible: both are of this transaction
    await _noted("accept_appeal", appeal, link, who, turn)
    lost = Saying("appeal_overturned", {"id": link.id, "code": link.code, "by": turn.person.name, "reason": about.reason})
    others = [News(each, lost) for each in about.people if each != turn.person.id]
    news = await _told(appeal, AppealState.ACCEPTED, "", who, turn)
    facts = {"id": link.id, "code": link.code, "state": AppealState.ACCEPTED}
    return Reply(instead("appeal_done", **facts).cards, (*news, *others))


async def _told(appeal: Appeal, state: AppealState, reason: str, who: Who, turn: Turn) -> tuple[News, ...]:
    """To whoever appealed; an accepted link stands in the day's receipt too."""
    link, _ = await _link(appeal, turn)
    facts = {"id": link.id, "code": link.code, "state": state, "why": reason, "who": "same" if who is Who.ALONE else "other"}
    said = News(appeal.person_id, Saying("appeal_told", facts, purpose=Purpose.NOTICE))
    return (said, await recognise.news(link.person_id, turn)) if state is AppealState.ACCEPTED else (said,)


async def _noted(deed: str, appeal: Appeal, link: Link, who: Who, turn: Turn) -> None:
    facts = {"step": appeal.step_id, "alone": who is Who.ALONE}
    await audit.note(turn.db, turn.person, deed, links.about(link), turn.now, facts)


async def _again(appeal: Appeal, turn: Turn) -> Appeal:
    return await appeals.find(turn.db, appeal.id) or appeal


async def refuse(event: Inbound, turn: Turn) -> Reply:
    """*Tolak keberatan* asks for the reason."""
    found = await _answerable(turn.token.object, turn)
    return found if isinstance(found, Reply) else _why({"appeal": found[0].id, "code": found[1].code})


def _why(kept: Json, **more: object) -> Reply:
    return say("appeal_why", then="appeal_reason", keep=kept, **kept, **more)


async def hear_reason(event: Inbound, turn: Turn) -> Reply:
    """Why it is not accepted; shown once before its sender reads it."""
    kept = turn.kept
    said = simplify(event.text)
    if kept.get("reason") and (said in SENDS or yes_no(event.text) is True):
        return await send(event, turn)
    if kept.get("reason") and (said in CHANGES or yes_no(event.text) is False):
        return _why({"appeal": kept["appeal"], "code": kept["code"]})
    found = await _answerable(kept["appeal"], turn)
    if isinstance(found, Reply):
        return found
    try:
        reason = reasons.typed(event.text)
    except ValueError as fault:
        return _why({"appeal": kept["appeal"], "code": kept["code"]}, problem=str(fault))
    sender = await people.by_id(turn.db, found[0].person_id)
    shown = {"appeal": kept["appeal"], "code": kept["code"], "reason": reason, "sender": sender.name}
    return say("appeal_reason_sure", then="appeal_reason", keep=shown, **shown)


async def send(event: Inbound, turn: Turn) -> Reply:
    """*Kirim*: the reason that was shown goes out with the answer."""
    kept = turn.kept
    if not kept.get("reason") or turn.token.object not in {0, kept.get("appeal")}:
        return say("desk_stale")
    found = await _answerable(kept["appeal"], turn)
    if isinstance(found, Reply):
        return found
    appeal, link, _, who = found
    if not await appeals.settle(turn.db, appeal, AppealState.REFUSED, turn.person.id, turn.now, kept["reason"]):
        return await _settled(await _again(appeal, turn), turn)
    await _noted("refuse_appeal", appeal, link, who, turn)
    done = Saying(
        "appeal_done",
        {"id": link.id, "code": link.code, "state": AppealState.REFUSED},
        replaces=PRESSED if turn.token.action else "",
    )
    return Reply((done,), await _told(appeal, AppealState.REFUSED, kept["reason"], who, turn))
