"""*status*: the month's links in numbers, and every step of one of them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from handlers.grammar import DASHES, code_in, simplify
from handlers.links.address import site, title
from handlers.links.appealing import history
from handlers.links.decide import described
from handlers.links.watched import standing
from handlers.page import page
from handlers.permissions import Permission, may
from handlers.span import asked
from handlers.turn import PRESSED, Reply, Turn, say
from messages.inbound import Happening, Inbound
from storage import ledger, links, rechecks
from storage.records import Json, Link, PersonId, Role

CODE = re.compile(rf"l{DASHES}\d{{1,9}}")
LATEST = 5  # links listed below the numbers
PAGE = 15  # links of a page of the whole list
ALL = frozenset({"semua", "semuanya", "semua link", "all", "all links"})


def fits(event: Inbound) -> bool:
    """Whether a message is the code of a link and nothing else."""
    return event.happening is Happening.SAID and CODE.fullmatch(simplify(event.text)) is not None


async def show(event: Inbound, turn: Turn) -> Reply:
    """*status* alone, or with a code."""
    if not turn.argument:
        return await _month(turn)
    number = code_in(turn.argument, "L")
    if number:
        return await _one(number, turn)
    days = asked(turn.argument, turn.now.astimezone(ZoneInfo(turn.db.office.zone)).date())
    if simplify(turn.argument) in ALL:
        return await _listed(0, 1, turn)
    if days and days.first.day == 1:
        return await _listed(days.first.year * 100 + days.first.month, 1, turn)
    return say("status_how", typed=turn.argument[:40])


async def turn_page(event: Inbound, turn: Turn) -> Reply:
    """Another page of the list. The object is the month, 0 for all; the version is the page."""
    number = int(turn.token.version) if turn.token.version.isdecimal() else 1
    reply = await _listed(turn.token.object, number, turn)
    return replace(reply, cards=tuple(replace(each, replaces=PRESSED) for each in reply.cards))


async def hear(event: Inbound, turn: Turn) -> Reply:
    """A code alone."""
    return await _one(code_in(event.text, "L") or 0, turn)


async def press(event: Inbound, turn: Turn) -> Reply:
    """One of the list, by button."""
    return await _shown(await links.find(turn.db, turn.token.object), "", turn)


async def _listed(month: int, number: int, turn: Turn) -> Reply:
    """All links, or those of a month (202610), a page at a time with their sum."""
    year, which = divmod(month, 100)
    if month and not (2000 <= year <= 2200 and 1 <= which <= 12):
        return say("desk_stale")
    zone = ZoneInfo(turn.db.office.zone)
    since = datetime(year, which, 1, tzinfo=zone) if month else None
    until = datetime(year + which // 12, which % 12 + 1, 1, tzinfo=zone) if month else None
    sender = turn.person.id if turn.person.role is Role.JOURNALIST else None
    counts = await links.tally(turn.db, since, until, sender=sender)
    _, held, pages = page(range(sum(counts.values())), number, PAGE)
    found = await links.latest(turn.db, since, sender, PAGE, until, (held - 1) * PAGE)
    return say(
        "status_list", month=since.isoformat() if since else "", object=month, counts=counts, links=await _lines(found, turn),
        own=sender is not None, page=held, pages=pages, **await _progress(turn, since, until, sender),
    )  # fmt: skip


async def _progress(turn: Turn, since: datetime | None, until: datetime | None, sender: PersonId | None) -> Json:
    """How far they have come on their way to payment, with the newest order to pay or payment."""
    paper = await ledger.last_paper(turn.db, since, until, sender)
    stages = await ledger.tally(turn.db, since, until, sender)
    return {"stages": stages, "paper": {"document": paper.document, "dated": paper.dated.isoformat() if paper.dated else ""}}


async def _lines(found: Sequence[Link], turn: Turn) -> list[Json]:
    return [
        {"id": each.link.id, "code": each.link.code, "state": each.link.state, "release": each.release,
         "outlet": each.outlet or site(each.link.address), "title": title(each.link.address)}
        for each in await links.seen(turn.db, found)
    ]  # fmt: skip


async def _month(turn: Turn) -> Reply:
    """A journalist's own links; for staff, those of everybody."""
    local = turn.now.astimezone(ZoneInfo(turn.db.office.zone))
    since = datetime.combine(local.date().replace(day=1), time(), local.tzinfo)
    sender = turn.person.id if turn.person.role is Role.JOURNALIST else None
    listed = await _lines(await links.latest(turn.db, None, sender, LATEST), turn)
    more = sum((await links.tally(turn.db, sender=sender)).values()) - len(listed)
    counts = await links.tally(turn.db, since, sender=sender)
    queue = may(turn.person, Permission.VERIFY)
    facts: Json = {"month": local.isoformat(), "counts": counts, "links": listed, "more": more, "queue": queue}
    facts["away"] = [] if sender else [each.code for each in await rechecks.away(turn.db)]
    return say("status_month", own=sender is not None, **facts, **await _progress(turn, since, None, sender))


async def _one(number: int, turn: Turn) -> Reply:
    return await _shown(await links.by_number(turn.db, number), str(number), turn)


async def _ledger(turn: Turn, link: Link) -> list[Json]:
    return [
        {"stage": each.stage, "was": each.was, "at": each.at.isoformat(), "by": each.person, "document": each.document,
         "reference": each.reference, "dated": each.dated.isoformat() if each.dated else "", "undoes": bool(each.undoes)}
        for each in await ledger.steps(turn.db, link.id)
    ]  # fmt: skip


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
    facts["appeals"] = await history(turn.db, link)
    facts |= {"stage": link.stage, "ledger": await _ledger(turn, link)}
    facts["watch"] = await standing(turn.db, link, own=journalist)
    if journalist and facts["check"]:
        facts["check"] |= {"copies": []}  # they may be another's
    return say("status_link", **facts)
