"""*status*: the month's links in numbers, and every step of one of them."""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from handlers.grammar import code_in, simplify
from handlers.links.address import site
from handlers.links.decide import described
from handlers.permissions import Permission, may
from handlers.turn import Reply, Turn, say
from messages.inbound import Happening, Inbound
from storage import links
from storage.records import Link, Role

CODE = re.compile(r"l[\s.#_-]*\d{1,9}")
LATEST = 5  # links listed below the numbers


def fits(event: Inbound) -> bool:
    """Whether a message is the code of a link and nothing else."""
    return event.happening is Happening.SAID and CODE.fullmatch(simplify(event.text)) is not None


async def show(event: Inbound, turn: Turn) -> Reply:
    """*status* alone, or with a code."""
    if not turn.argument:
        return await _month(turn)
    number = code_in(turn.argument, "L")
    return await _one(number, turn) if number else say("status_how", typed=turn.argument[:40])


async def hear(event: Inbound, turn: Turn) -> Reply:
    """A code alone."""
    return await _one(code_in(event.text, "L") or 0, turn)


async def press(event: Inbound, turn: Turn) -> Reply:
    """One of the list, by button."""
    return await _shown(await links.find(turn.db, turn.token.object), "", turn)


async def _month(turn: Turn) -> Reply:
    """A journalist's own links; for staff, those of everybody."""
    local = turn.now.astimezone(ZoneInfo(turn.db.office.zone))
    since = datetime.combine(local.date().replace(day=1), time(), local.tzinfo)
    sender = turn.person.id if turn.person.role is Role.JOURNALIST else None
    listed = [
        {"id": each.link.id, "code": each.link.code, "state": each.link.state, "release": each.release,
         "outlet": each.outlet or site(each.link.address)}
        for each in await links.seen(turn.db, await links.latest(turn.db, None, sender, LATEST))
    ]  # fmt: skip
    counts = await links.tally(turn.db, since, sender=sender)
    queue = may(turn.person, Permission.VERIFY)
    return say("status_month", month=local.isoformat(), counts=counts, links=listed, own=sender is not None, queue=queue)


async def _one(number: int, turn: Turn) -> Reply:
    return await _shown(await links.by_number(turn.db, number), str(number), turn)


async def _shown(link: Link | None, number: str, turn: Turn) -> Reply:
    """Staff may look at any link, a journalist at their own; of another's they learn nothing."""
    journalist = turn.person.role is Role.JOURNALIST
    if link is None or (journalist and link.person_id != turn.person.id):
        return say("link_unknown", number=number or str(link.number if link else ""), own=journalist)
    steps = [
        {"state": each.state, "at": each.at.isoformat(), "by": each.person, "reason": each.reason}
        for each in await links.steps(turn.db, link)
    ]
    facts = await described(link, turn) | {"steps": steps, "own": journalist, "decide": may(turn.person, Permission.VERIFY)}
    return say("status_link", **facts)
