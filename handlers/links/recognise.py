"""*akui*: a link counts. By button from the queue, or typed with one code or several."""

import re
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from handlers.grammar import DASHES
from handlers.links import receipt
from handlers.links.address import site
from handlers.links.decide import described, following, fresh, settled, waiting
from handlers.links.doubt import Doubt
from handlers.links.four_eyes import held_back
from handlers.turn import PRESSED, Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, links, people
from storage.records import Json, Link, LinkState, PersonId, Purpose

PREFIX = re.compile(rf"\b(?:l|link|tautan){DASHES}(?=\d)", re.IGNORECASE)
BETWEEN = re.compile(r"[\s,;&+/.]+|\b(?:dan|serta|and)\b", re.IGNORECASE)
NUMBER = re.compile(r"0*[1-9]\d{0,8}")


async def press(event: Inbound, turn: Turn) -> Reply:
    """*Akui*, and the next follows."""
    return await decide(turn.token.object, turn)


async def decide(link_id: int, turn: Turn) -> Reply:
    """A link counts, and the next follows; where the office wants four eyes, once a second has agreed."""
    link = await waiting(link_id, turn)
    held = await held_back(link, LinkState.RECOGNISED, "", turn) if link else None
    if link and held:
        return Reply((replace(held[0], replaces=PRESSED), await following(turn, link)), held[1])
    if link is None or not await recognised(link, turn):
        return await settled(link_id, turn)
    done = instead("queue_decided", **await described(await fresh(link, turn), turn))
    return Reply((*done.cards, await following(turn, link)), (await news(link.person_id, turn),))


async def typed(event: Inbound, turn: Turn) -> Reply:
    """*akui L-12* or *akui L-12 L-13*. What is doubtful is shown first, as the queue would."""
    numbers = _numbers(turn.argument)
    if not numbers:
        return say("recognise_how")
    if len(numbers) > 1:
        return await _several(numbers, turn)
    link = await links.by_number(turn.db, numbers[0])
    if link is None:
        return say("link_unknown", number=str(numbers[0]), own=False)
    held = await waiting(link.id, turn)
    if held and held.doubt:
        return say("queue_link", **await described(held, turn), left=(await links.tally(turn.db))[LinkState.RECEIVED])
    back = await held_back(held, LinkState.RECOGNISED, "", turn) if held else None
    if back:
        return Reply((back[0],), back[1])
    if held is None or not await recognised(held, turn):
        return await settled(link.id, turn)
    done = say("queue_decided", **await described(await fresh(held, turn), turn))
    return Reply(done.cards, (await news(held.person_id, turn),))


async def _several(numbers: tuple[int, ...], turn: Turn) -> Reply:
    """Each by itself: what becomes of one says nothing of the others."""
    lines: list[Json] = []
    senders: dict[PersonId, None] = {}
    wanted: tuple[News, ...] = ()
    for number in numbers:
        link = await links.by_number(turn.db, number)
        held = await waiting(link.id, turn) if link else None
        back = await held_back(held, LinkState.RECOGNISED, "", turn) if held and not held.doubt else None
        if back:
            what, wanted = "second", back[1]
        elif held and not held.doubt and await recognised(held, turn):
            senders[held.person_id] = None
            what = "done"
        else:
            what = ("doubt" if held and held.doubt else link.state) if link else "unknown"
        lines.append({"code": f"L-{number}", "what": what})
    return Reply(say("queue_several", links=lines).cards, (*[await news(each, turn) for each in senders], *wanted))


def _numbers(argument: str) -> tuple[int, ...]:
    """The codes that were typed, each once; none where anything else stands among them."""
    parts = [each for each in BETWEEN.split(PREFIX.sub("", argument)) if each]
    return tuple(dict.fromkeys(map(int, parts))) if all(map(NUMBER.fullmatch, parts)) else ()


async def recognised(link: Link, turn: Turn, reason: str = "") -> bool:
    """A link counts from now on, and a claim to write for its outlet with it; False: somebody was first."""
    if not await links.move(turn.db, link, LinkState.RECOGNISED, turn.person, turn.now, reason):
        return False
    if link.doubt == Doubt.CLAIMED and link.outlet_id:
        await people.join_outlet(turn.db, link.person_id, link.outlet_id, turn.now)
    await audit.note(turn.db, turn.person, "recognise", links.about(link), turn.now, {"doubt": link.doubt})
    return True


async def news(sender: PersonId, turn: Turn) -> News:
    """All of the sender's links that were recognised today, in one message that is changed in place."""
    zone = ZoneInfo(turn.db.office.zone)
    today = datetime.combine(turn.now.astimezone(zone).date(), time(), zone)
    found = await links.recognised_since(turn.db, sender, today)
    listed: list[dict[str, Any]] = [
        {"code": each.link.code, "outlet": each.outlet or site(each.link.address), "release": each.release}
        for each in await links.seen(turn.db, found)
    ]
    subject = f"recognised:{sender}:{today:%Y%m%d}"
    facts = {"links": listed, "left": await receipt.left(turn.db, found)}
    said = Saying("link_recognised", facts, purpose=Purpose.RECEIPT, subject=subject, replaces=subject)
    return News(sender, said)
