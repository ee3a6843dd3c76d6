"""*antrean* and *cabut*: verifiers recognise, refuse and withdraw, with a reason. Whoever was first is named to the second."""

import re
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from handlers import naming
from handlers.grammar import choice_in
from handlers.links.address import site
from handlers.links.canonical import Kind
from handlers.links.whose import Doubt, whose
from handlers.turn import PRESSED, Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, links, people
from storage.records import Json, Link, LinkState, Purpose

# The usual reasons, in the order in which they are offered; any other is typed.
WHY = ("broken", "page", "outlet", "copy", "topic")
REASON = 300  # characters
CODE = re.compile(r"^\s*(?:(?:l|link|tautan)[\s.#-]*)?0*(?P<number>\d{1,9})(?!\d)[\s.,:;–-]*", re.IGNORECASE)
# What a decision was before it was made: there it goes back to.
BACK = {
    LinkState.RECOGNISED: LinkState.RECEIVED,
    LinkState.REFUSED: LinkState.RECEIVED,
    LinkState.WITHDRAWN: LinkState.RECOGNISED,
}


async def described(link: Link, turn: Turn) -> Json:
    """A link as staff see it."""
    link = await _by_register(link, turn)
    [seen] = await links.seen(turn.db, [link])
    return {
        "id": link.id, "code": link.code, "address": link.address, "kind": link.kind, "doubt": link.doubt, "state": link.state,
        "at": link.received_at.isoformat(), "outlet": seen.outlet, "sender": seen.sender, "release": seen.release,
        "headline": seen.headline, "reason": link.reason,
    }  # fmt: skip


async def _by_register(link: Link, turn: Turn) -> Link:
    """While a link waits, whose it is follows the register, which may have been mended because of it."""
    if link.state is not LinkState.RECEIVED:
        return link
    sender = await people.by_id(turn.db, link.person_id)
    outlet_id, doubt = await whose(turn.db, link.address, Kind(link.kind), sender, link.received_at)
    changed = await links.settle_outlet(turn.db, link, outlet_id, doubt)
    return await _fresh(link, turn) if changed else link


async def show(event: Inbound, turn: Turn) -> Reply:
    """The oldest link that waits; behind a button, the next after one that was left aside."""
    card, facts = await _next(turn, turn.token.object)
    return instead(card, **facts) if turn.token.object else say(card, **facts)


async def _next(turn: Turn, after: int = 0) -> tuple[str, Json]:
    left = (await links.tally(turn.db)).get(LinkState.RECEIVED, 0)
    link = await links.waiting(turn.db, after)
    if link is None:
        return ("queue_end", {"left": left}) if left else ("queue_empty", {})
    return "queue_link", await described(link, turn) | {"left": left}


async def recognise(event: Inbound, turn: Turn) -> Reply:
    """*Akui*. A claim to write for the outlet is recognised with the link."""
    link = await _waiting(turn.token.object, turn)
    if link is None or not await links.move(turn.db, link, LinkState.RECOGNISED, turn.person, turn.now):
        return await settled(turn.token.object, turn)
    if link.doubt == Doubt.CLAIMED and link.outlet_id:
        await people.join_outlet(turn.db, link.person_id, link.outlet_id, turn.now)
    await audit.note(turn.db, turn.person, "recognise", links.about(link), turn.now, {"doubt": link.doubt})
    done = instead("queue_decided", **await described(await _fresh(link, turn), turn))
    return Reply((*done.cards, await _and_next(turn)), (await _recognised(link, turn),))


async def refuse(event: Inbound, turn: Turn) -> Reply:
    """*Tolak* asks for the reason."""
    link = await _waiting(turn.token.object, turn)
    if link is None:
        return await settled(turn.token.object, turn)
    return _why(link)


def _why(link: Link, **more: object) -> Reply:
    return say("queue_why", then="refuse_link", keep={"link": link.id}, id=link.id, code=link.code, reasons=WHY, **more)


async def because(event: Inbound, turn: Turn) -> Reply:
    """A reason of the list, by button."""
    return await _refused(turn.token.object, turn.token.version, turn)


async def hear_reason(event: Inbound, turn: Turn) -> Reply:
    """A reason of the list by its number, or somebody's own words."""
    link = await _waiting(turn.kept["link"], turn)
    if link is None:
        return await settled(turn.kept["link"], turn)
    chosen = choice_in(event.text, len(WHY))
    try:
        reason = naming.line(event.text, REASON) if chosen is None else WHY[chosen]
    except ValueError as fault:
        return _why(link, problem=str(fault))
    return await _refused(link.id, reason, turn)


async def _refused(link_id: int, reason: str, turn: Turn) -> Reply:
    link = await _waiting(link_id, turn)
    if link is None or not await links.move(turn.db, link, LinkState.REFUSED, turn.person, turn.now, reason):
        return await settled(link_id, turn)
    await audit.note(turn.db, turn.person, "refuse_link", links.about(link), turn.now, _listed(reason))
    facts = await described(await _fresh(link, turn), turn)
    done = Saying("queue_decided", facts, replaces=PRESSED if turn.token.action else "")
    return Reply((done, await _and_next(turn)), (News(link.person_id, Saying("link_refused", facts)),))


async def withdraw(event: Inbound, turn: Turn) -> Reply:
    """*cabut L-12 alasan*: a recognised link counts no more. Without a reason it is asked for."""
    found = CODE.match(turn.argument)
    if found is None:
        return say("withdraw_how")
    link = await links.by_number(turn.db, int(found["number"]))
    if link is None:
        return say("link_unknown", number=found["number"], own=False)
    if link.state is not LinkState.RECOGNISED:
        return await settled(link.id, turn)
    typed = turn.argument[found.end() :]
    return await _withdrawn(link, typed, turn) if typed.strip() else _why_withdrawn(link)


def _why_withdrawn(link: Link, **more: object) -> Reply:
    return say("withdraw_why", then="withdraw_reason", keep={"link": link.id}, code=link.code, **more)


async def hear_withdrawal(event: Inbound, turn: Turn) -> Reply:
    """The reason, in words."""
    link = await links.find(turn.db, turn.kept["link"])
    if link is None or link.state is not LinkState.RECOGNISED:
        return await settled(turn.kept["link"], turn)
    return await _withdrawn(link, event.text, turn)


async def _withdrawn(link: Link, typed: str, turn: Turn) -> Reply:
    try:
        reason = naming.line(typed, REASON)
    except ValueError as fault:
        return _why_withdrawn(link, problem=str(fault))
    if not await links.move(turn.db, link, LinkState.WITHDRAWN, turn.person, turn.now, reason):
        return await settled(link.id, turn)
    await audit.note(turn.db, turn.person, "withdraw_link", links.about(link), turn.now)
    facts = await described(await _fresh(link, turn), turn)
    return Reply(say("queue_decided", **facts).cards, (News(link.person_id, Saying("link_withdrawn", facts)),))


async def undo(event: Inbound, turn: Turn) -> Reply:
    """*Batalkan*: the decision that was shown goes back to what was before it, and with it what it confirmed."""
    link = await links.find(turn.db, turn.token.object)
    if link is None or link.state != turn.token.version or link.reason == links.MISDIRECTED:
        return await settled(turn.token.object, turn)
    before = BACK[link.state]
    if not await links.move(turn.db, link, before, turn.person, turn.now, links.UNDONE):
        return await settled(link.id, turn)
    if link.state is LinkState.RECOGNISED and link.doubt == Doubt.CLAIMED and link.outlet_id:
        await people.quit_outlet(turn.db, link.person_id, link.outlet_id)
    await audit.note(turn.db, turn.person, "undo", links.about(link), turn.now, {"was": link.state})
    facts = await described(await _fresh(link, turn), turn)
    told = News(link.person_id, Saying("link_reopened", facts | {"was": link.state}))
    return Reply(instead("queue_undone", **facts).cards, (told,))


async def settled(link_id: int, turn: Turn) -> Reply:
    """How a link stands now, who decided and when: for whoever comes second."""
    link = await links.find(turn.db, link_id)
    if link is None:
        return say("desk_stale")
    by = await people.find(turn.db, link.decided_by) if link.decided_by else None
    own = by is not None and by.id == turn.person.id
    at = (link.decided_at or link.received_at).isoformat()
    name = by.name if by else ""
    return say("link_settled", id=link.id, code=link.code, state=link.state, by=name, own=own, at=at)


async def _waiting(link_id: int, turn: Turn) -> Link | None:
    link = await links.find(turn.db, link_id)
    return await _by_register(link, turn) if link and link.state is LinkState.RECEIVED else None


async def _fresh(link: Link, turn: Turn) -> Link:
    return await links.find(turn.db, link.id) or link


async def _and_next(turn: Turn) -> Saying:
    card, facts = await _next(turn)
    return Saying(card, facts)


def _listed(reason: str) -> Json:
    """A reason of the list may stand in the audit; somebody's own words may hold names."""
    return {"reason": reason} if reason in WHY else {}


async def _recognised(link: Link, turn: Turn) -> News:
    """All of the sender's links that were recognised today, in one message that is changed in place."""
    zone = ZoneInfo(turn.db.office.zone)
    today = datetime.combine(turn.now.astimezone(zone).date(), time(), zone)
    found = await links.recognised_since(turn.db, link.person_id, today)
    listed: list[dict[str, Any]] = [
        {"code": each.link.code, "outlet": each.outlet or site(each.link.address), "release": each.release}
        for each in await links.seen(turn.db, found)
    ]
    subject = f"recognised:{link.person_id}:{today:%Y%m%d}"
    said = Saying("link_recognised", {"links": listed}, purpose=Purpose.RECEIPT, subject=subject, replaces=subject)
    return News(link.person_id, said)
