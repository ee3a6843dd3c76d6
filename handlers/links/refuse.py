"""*tolak* and *cabut*: a link is refused or withdrawn with a reason. What was typed is shown before its owner reads it."""

import re
from dataclasses import replace

from handlers.grammar import DASHES, choice_in, simplify, yes_no
from handlers.links import reasons
from handlers.links.decide import by_register, described, following, fresh, settled, waiting
from handlers.links.four_eyes import held_back
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, links
from storage.records import Json, Link, LinkState

# The usual reasons, in the order in which they are offered; any other is typed.
WHY = ("broken", "page", "outlet", "copy", "topic")
SENDS = frozenset({"kirim", "send"})
CHANGES = frozenset({"ubah", "change", "ganti"})
CODE = re.compile(rf"^\s*(?:(?:l|link|tautan){DASHES})?0*(?P<number>\d{{1,9}})(?!\d)[\s.,:;–-]*", re.IGNORECASE)
# From what a link is refused or withdrawn, the audit's word for it, and what its owner is told.
BEFORE = {LinkState.REFUSED: LinkState.RECEIVED, LinkState.WITHDRAWN: LinkState.RECOGNISED}
DEED = {LinkState.REFUSED: "refuse_link", LinkState.WITHDRAWN: "withdraw_link"}


async def press(event: Inbound, turn: Turn) -> Reply:
    """*Tolak* asks for the reason."""
    link = await waiting(turn.token.object, turn)
    return _why(link) if link else await settled(turn.token.object, turn)


async def refuse(event: Inbound, turn: Turn) -> Reply:
    """*tolak L-12 alasan*. Without a reason it is asked for."""
    found = CODE.match(turn.argument)
    if found is None:
        return say("refuse_how")
    link = await links.by_number(turn.db, int(found["number"]))
    if link is None:
        return say("link_unknown", number=found["number"], own=False)
    held = await waiting(link.id, turn)
    if held is None:
        return await settled(link.id, turn)
    typed = turn.argument[found.end() :]
    return await _refusal(held, typed, turn) if typed.strip() else _why(held)


async def because(event: Inbound, turn: Turn) -> Reply:
    """A reason of the list, by button."""
    return await decide(turn.token.object, LinkState.REFUSED, turn.token.version, turn)


async def hear_reason(event: Inbound, turn: Turn) -> Reply:
    """A reason of the list by its number, or somebody's own words."""
    link = await waiting(turn.kept["link"], turn)
    return await _refusal(link, event.text, turn) if link else await settled(turn.kept["link"], turn)


async def _refusal(link: Link, text: str, turn: Turn) -> Reply:
    chosen = choice_in(text, len(WHY))
    if chosen is not None:
        return await decide(link.id, LinkState.REFUSED, WHY[chosen], turn)
    return await _proposed(link, LinkState.REFUSED, text, turn)


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
    return await _proposed(link, LinkState.WITHDRAWN, typed, turn) if typed.strip() else _why_withdrawn(link)


async def hear_withdrawal(event: Inbound, turn: Turn) -> Reply:
    """The reason, in words."""
    link = await links.find(turn.db, turn.kept["link"])
    if link is None or link.state is not LinkState.RECOGNISED:
        return await settled(turn.kept["link"], turn)
    return await _proposed(link, LinkState.WITHDRAWN, event.text, turn)


def _why(link: Link, **more: object) -> Reply:
    return say("queue_why", then="refuse_link", keep={"link": link.id}, id=link.id, code=link.code, reasons=WHY, **more)


def _why_withdrawn(link: Link, **more: object) -> Reply:
    return say("withdraw_why", then="withdraw_reason", keep={"link": link.id}, code=link.code, **more)


async def _proposed(link: Link, to: LinkState, text: str, turn: Turn) -> Reply:
    """Typed words are shown once before their owner reads them; what says nothing is asked again."""
    try:
        reason = reasons.typed(text)
    except ValueError as fault:
        ask = _why if to is LinkState.REFUSED else _why_withdrawn
        return ask(link, problem=str(fault))
    [seen] = await links.seen(turn.db, [link])
    kept = {"link": link.id, "to": to, "reason": reason, "code": link.code, "sender": seen.sender}
    return _shown(kept)


def _shown(kept: Json) -> Reply:
    return say("reason_sure", then="reason_sure", keep=kept, **kept)


async def hear_sure(event: Inbound, turn: Turn) -> Reply:
    """*Kirim* or *ubah* in words; a better reason takes the place of the one that was shown."""
    said = simplify(event.text)
    answer = True if said in SENDS else False if said in CHANGES else yes_no(event.text)
    if answer is not None:
        return await (send if answer else change)(event, turn)
    try:
        return _shown(turn.kept | {"reason": reasons.typed(event.text)})
    except ValueError:
        return _shown(turn.kept)


async def send(event: Inbound, turn: Turn) -> Reply:
    """*Kirim*: the reason that was shown goes out with the decision."""
    kept = turn.kept
    if "reason" not in kept or turn.token.object not in {0, kept["link"]}:
        return say("desk_stale")
    return await decide(kept["link"], LinkState(kept["to"]), kept["reason"], turn)


async def change(event: Inbound, turn: Turn) -> Reply:
    """*Ubah*: the reason is asked for again."""
    kept = turn.kept
    link = await links.find(turn.db, kept.get("link", 0))
    if link is None or turn.token.object not in {0, link.id}:
        return say("desk_stale")
    return _why(link) if kept.get("to") == LinkState.REFUSED else _why_withdrawn(link)


async def decide(link_id: int, to: LinkState, reason: str, turn: Turn) -> Reply:
    """A link is refused or withdrawn; a refusal where the office wants four eyes, once a second has agreed."""
    link = await links.find(turn.db, link_id)
    if link is None or link.state is not BEFORE[to]:
        return await settled(link_id, turn)
    held = await held_back(link, to, reason, turn) if to is LinkState.REFUSED else None
    if held:
        said = replace(held[0], replaces=PRESSED if turn.token.action else "")
        return Reply((said, await following(turn, link)), held[1])
    if not await links.move(turn.db, await by_register(link, turn), to, turn.person, turn.now, reason):
        return await settled(link_id, turn)
    await audit.note(turn.db, turn.person, DEED[to], links.about(link), turn.now, _listed(reason))
    facts = await described(await fresh(link, turn), turn)
    done = Saying("queue_decided", facts, replaces=PRESSED if turn.token.action else "")
    if to is LinkState.WITHDRAWN:
        return Reply((done,), (News(link.person_id, Saying("link_withdrawn", facts)),))
    return Reply((done, await following(turn, link)), (News(link.person_id, Saying("link_refused", facts)),))


def _listed(reason: str) -> Json:
    """A reason of the list may stand in the audit; somebody's own words may hold names."""
    return {"reason": reason} if reason in WHY else {}
