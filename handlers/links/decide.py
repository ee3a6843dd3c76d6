"""*antrean*: what waits for a verifier, one link after another. Whoever decided first is named to the second."""

from handlers.links import four_eyes
from handlers.links.appealing import standing
from handlers.links.canonical import Kind
from handlers.links.doubt import Doubt
from handlers.links.receipt import checks
from handlers.links.whose import resembles, whose
from handlers.turn import Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import appeals, audit, links, outlets, people, proofs
from storage.database import OfficeDb
from storage.records import AppealState, Json, Link, LinkState, OutletId

# What a decision was before it was made: there it goes back to.
BACK = {
    LinkState.RECOGNISED: LinkState.RECEIVED,
    LinkState.NOTED: LinkState.RECEIVED,
    LinkState.REFUSED: LinkState.RECEIVED,
    LinkState.WITHDRAWN: LinkState.RECOGNISED,
}


async def described(link: Link, turn: Turn) -> Json:
    """A link as staff see it."""
    link = await by_register(link, turn)
    [seen] = await links.seen(turn.db, [link])
    return {
        "id": link.id, "code": link.code, "address": link.address, "kind": link.kind, "doubt": link.doubt, "state": link.state,
        "at": link.received_at.isoformat(), "outlet": seen.outlet, "sender": seen.sender, "release": seen.release,
        "headline": seen.headline, "reason": link.reason, "check": (await checks(turn.db, [link.id])).get(link.id, {}),
        "files": await proofs.shown(turn.db, link.id) if link.kind == Kind.PROOF else [],
        **await standing(turn.db, link), "like": await lookalike(turn.db, link),
        "proposal": await four_eyes.shown(link, turn),
    }  # fmt: skip


async def lookalike(db: OfficeDb, link: Link) -> Json:
    """Whose site a link's host could be taken for, and by what; for staff alone."""
    found = await resembles(db, link.address) if link.doubt == Doubt.LOOKALIKE else None
    if found is None:
        return {}
    outlet = await outlets.find(db, OutletId(found.outlet))
    signs = [f"{each} (U+{ord(each):04X})" for each in found.signs]
    shown = found.shown if found.shown == found.typed else f"{found.shown} = {found.typed}"
    return {"outlet": outlet.name if outlet else "", "host": found.host, "shown": shown, "how": found.how, "signs": signs}


async def by_register(link: Link, turn: Turn) -> Link:
    """While a link waits, whose it is follows the register, which may have been mended because of it."""
    if link.state is not LinkState.RECEIVED or link.kind == Kind.PROOF:
        return link
    sender = await people.by_id(turn.db, link.person_id)
    outlet_id, doubt = await whose(turn.db, link.address, Kind(link.kind), sender, link.received_at)
    changed = await links.settle_outlet(turn.db, link, outlet_id, doubt)
    return await fresh(link, turn) if changed else link


async def show(event: Inbound, turn: Turn) -> Reply:
    """The oldest link that waits; behind a button, the next after one that was left aside."""
    card, facts = await _next(turn, turn.token.object)
    return instead(card, **facts) if turn.token.object else say(card, **facts)


async def _next(turn: Turn, after: int = 0) -> tuple[str, Json]:
    own = await four_eyes.own(turn)
    left = (await links.tally(turn.db)).get(LinkState.RECEIVED, 0) - len(own)
    link = await _waiting(turn, after, own)
    if link is None:
        return ("queue_end", {"left": left}) if left else ("queue_empty", {"proposed": len(own)})
    return "queue_link", await described(link, turn) | {"left": left}


async def _waiting(turn: Turn, after: int, own: frozenset[int]) -> Link | None:
    """The oldest link that waits for whoever looks, of those that came after one: not for a second to their own word."""
    link = await links.waiting(turn.db, after)
    while link and link.id in own:
        link = await links.waiting(turn.db, link.id)
    return link


async def undo(event: Inbound, turn: Turn) -> Reply:
    """*Batalkan*: the decision that was shown goes back to what was before it, and with it what it confirmed."""
    link = await links.find(turn.db, turn.token.object)
    if link is None or link.state != turn.token.version or links.is_final(link.reason):
        return await settled(turn.token.object, turn)
    before = BACK[link.state]
    if not await links.move(turn.db, link, before, turn.person, turn.now, links.UNDONE):
        return await settled(link.id, turn)
    if link.state is LinkState.RECOGNISED and link.doubt == Doubt.CLAIMED and link.outlet_id:
        await people.quit_outlet(turn.db, link.person_id, link.outlet_id)
    for each in await appeals.of_link(turn.db, link.id):
        await appeals.settle(turn.db, each, AppealState.MOOT, turn.person.id, turn.now)
    await audit.note(turn.db, turn.person, "undo", links.about(link), turn.now, {"was": link.state})
    facts = await described(await fresh(link, turn), turn)
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


async def waiting(link_id: int, turn: Turn) -> Link | None:
    """A link that still waits for a decision, as the register has it now."""
    link = await links.find(turn.db, link_id)
    return await by_register(link, turn) if link and link.state is LinkState.RECEIVED else None


async def fresh(link: Link, turn: Turn) -> Link:
    """A link as it stands now."""
    return await links.find(turn.db, link.id) or link


async def following(turn: Turn, link: Link) -> Saying:
    """What waits behind a link that was just decided. Those that were left aside come again when the end is reached."""
    after = link.id if await _waiting(turn, link.id, await four_eyes.own(turn)) else 0
    card, facts = await _next(turn, after)
    return Saying(card, facts)
