"""*rekap*, *tagih rekap* and *bayar rekap*: what would be marked is shown, marked once it is confirmed, and can be taken back."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar import understand as understood
from handlers.grammar import yes_no
from handlers.ledger import export
from handlers.ledger.asked import Asked, Wrong, month_in, understand
from handlers.ledger.scope import of_month, outlet
from handlers.permissions import Permission, may
from handlers.span import asked as days_asked
from handlers.turn import PRESSED, Handler, Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, ledger, outlets, rechecks, rules
from storage.ledger import Paper, Scope
from storage.records import Access, Json, Occasion, OutletId, PersonId, Stage, Watched

PAYMENTS: Final = {"SPM": Stage.ORDERED, "SP2D": Stage.PAID}
OCCASIONS: Final = {Stage.RECAPPED: Occasion.RECAP, Stage.ORDERED: Occasion.PAYMENT, Stage.PAID: Occasion.PAYMENT}
UNOPENED: Final = frozenset({Access.TOLD, Access.AWAY})
AT_ONCE: Final = 500  # links that are asked for together
NAMED: Final = 20  # links of one owner that are named one by one


async def recap(event: Inbound, turn: Turn) -> Reply:
    """*rekap november*: the sheet follows, and what is not recapped yet may be marked. Of other days there is the sheet alone."""
    today = rules.today(turn.db, turn.now)
    typed, ending = export.ending(turn.argument)
    days = days_asked(typed, today) if typed and month_in(typed, today) is None else None
    if days:
        await export.queue(turn, days.first, days.last, None, ending)
        return say("ledger_coming", first=days.first.isoformat(), last=days.last.isoformat())
    found = understand(typed, today)
    if isinstance(found, Wrong) or found.document:
        return say("ledger_recap_how")
    deed = await _deed(turn, Stage.RECAPPED, found)
    if deed is None:
        return await _no_outlet(turn, found.outlet)
    await export.queue_month(turn, found.month, deed["outlet"], ending)
    return await _offered(turn, deed)


async def invoice(event: Inbound, turn: Turn) -> Reply:
    """*tagih rekap november*: what was recapped has been invoiced."""
    found = understand(turn.argument, rules.today(turn.db, turn.now))
    if isinstance(found, Wrong) or not turn.argument.strip():
        return say("ledger_invoice_how", wrong=found if isinstance(found, Wrong) else "")
    return await _asked(turn, Stage.INVOICED, found)


async def pay(event: Inbound, turn: Turn) -> Reply:
    """*bayar rekap november SP2D 0123 20-11*: an SPM tells the treasury to pay, an SP2D is the payment."""
    found = understand(turn.argument, rules.today(turn.db, turn.now))
    wrong = found if isinstance(found, Wrong) else _missing(found)
    if isinstance(found, Wrong) or wrong:
        return say("ledger_pay_how", wrong=wrong)
    return await _asked(turn, PAYMENTS[found.document], found)


def _missing(found: Asked) -> Wrong | None:
    if found.document not in PAYMENTS:
        return Wrong.DOCUMENT
    if not found.reference:
        return Wrong.NUMBER
    return None if found.dated else Wrong.DAY


async def _asked(turn: Turn, stage: Stage, found: Asked) -> Reply:
    deed = await _deed(turn, stage, found)
    return await _offered(turn, deed) if deed else await _no_outlet(turn, found.outlet)


async def _no_outlet(turn: Turn, typed: str) -> Reply:
    near = await outlets.search(turn.db, typed, 3)
    return say("ledger_no_outlet", typed=typed[:60], near=[each.name for each in near])


async def _deed(turn: Turn, stage: Stage, found: Asked) -> Json | None:
    """What is to be done, as plain facts; None where the outlet is not known."""
    meant = await outlet(turn.db, found.outlet) if found.outlet else None
    if found.outlet and meant is None:
        return None
    return {
        "stage": stage, "month": found.month.isoformat(), "outlet": meant.id if meant else 0, "name": meant.name if meant else "",
        "document": found.document, "reference": found.reference, "dated": found.dated.isoformat() if found.dated else "",
    }  # fmt: skip


async def _scope(turn: Turn, deed: Mapping[str, str | int]) -> Scope:
    outlet_id = OutletId(int(deed["outlet"])) if deed["outlet"] else None
    return await of_month(turn.db, date.fromisoformat(str(deed["month"])), outlet_id)


async def _numbers(turn: Turn, stage: Stage, scope: Scope) -> Json:
    """What would be marked, what a recap takes out again, and what no longer counts."""
    ready = await ledger.count(turn.db, stage, scope)
    out = await ledger.would_change(turn.db, Stage.CORRECTED, scope) if stage is Stage.RECAPPED else {}
    left = () if stage is Stage.RECAPPED else await ledger.left_out(turn.db, stage, scope)
    return {"links": ready.links, "outlets": ready.outlets, "people": ready.people, "out": list(out.values()), "left": list(left)}


async def _looked(turn: Turn, stage: Stage, scope: Scope) -> Json:
    """Before a recap and a payment: have links looked at again, and name those that cannot be opened; they hold nothing up."""
    if stage not in OCCASIONS:
        return {"away": [], "looking": 0}
    found = await ledger.would_change(turn.db, stage, scope)
    ids, watched = list(found), list[Watched]()
    for at in range(0, len(ids), AT_ONCE):
        held = await rechecks.ask_before(turn.db, ids[at : at + AT_ONCE], OCCASIONS[stage], turn.now)
        watched += held.values()
    stale = [each for each in watched if each.looked_at is None or each.looked_at < turn.now - rechecks.FRESH]
    away = sorted(found[each.link_id] for each in watched if each.state in UNOPENED)
    return {"away": away, "looking": len(stale)}


async def _offered(turn: Turn, deed: Json, *, changed: bool = False) -> Reply:
    """The preview, with what confirms it where there is something to mark and it may be marked."""
    stage = Stage(deed["stage"])
    scope = await _scope(turn, deed)
    numbers, again = await _numbers(turn, stage, scope), await _looked(turn, stage, scope)
    able = may(turn.person, Permission.LEDGER) and (numbers["links"] > 0 or bool(numbers["out"]))
    held = {**deed, **numbers}
    mark = hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:8]
    facts = {**held, **again, "able": able, "changed": changed, "mark": mark}
    return (
        say("ledger_preview", then="ledger_sure", keep={**held, "mark": mark}, **facts)
        if able
        else say("ledger_preview", **facts)
    )


async def hear(event: Inbound, turn: Turn) -> Reply:
    """Yes or no, in words; or another of these commands, which nobody means as an answer."""
    answer, other = yes_no(event.text), understood(event.text, OWN)
    if answer is None and other:
        return await HANDLERS[other.command](event, replace(turn, argument=other.argument))
    if answer is None:
        return await _offered(turn, _bare(turn.kept))
    return await (_marked(turn, turn.kept) if answer else leave(event, turn))


async def press(event: Inbound, turn: Turn) -> Reply:
    """[Tandai]: of the preview that was shown last, and of no earlier one."""
    if turn.token.version != turn.kept.get("mark"):
        return say("desk_stale")
    reply = await _marked(turn, turn.kept)
    return replace(reply, cards=tuple(replace(each, replaces=PRESSED) for each in reply.cards))


async def leave(event: Inbound, turn: Turn) -> Reply:
    """[Tidak]: nothing is marked."""
    return instead("ledger_left") if turn.token.action else say("ledger_left")


def _bare(held: Json) -> Json:
    return {name: held[name] for name in ("stage", "month", "outlet", "name", "document", "reference", "dated")}


async def _marked(turn: Turn, held: Json) -> Reply:
    """Mark it, tell each owner once, and say how to take it back; shown anew where it is not what was shown."""
    stage, scope = Stage(held["stage"]), await _scope(turn, held)
    numbers = await _numbers(turn, stage, scope)
    if any(numbers[name] != held[name] for name in numbers):
        return await _offered(turn, _bare(held), changed=True)
    dated = date.fromisoformat(held["dated"]) if held["dated"] else None
    paper = Paper(held["document"], held["reference"], dated)
    batch = await ledger.begin(turn.db, stage, scope.month, scope.outlet_id, turn.person, turn.now, paper)
    await ledger.mark(turn.db, batch, stage, scope, paper)
    if stage is Stage.RECAPPED:
        await ledger.mark(turn.db, batch, Stage.CORRECTED, scope, paper)
        await export.queue_month(turn, scope.month, int(held["outlet"]), export.WORKBOOK)
    noted = {**_bare(held), "links": numbers["links"], "out": len(numbers["out"])}
    noted.pop("name")
    await audit.note(turn.db, turn.person, "ledger", f"batch:{batch}", turn.now, noted)
    facts = {**held, "batch": batch}
    return Reply((Saying("ledger_marked", facts),), await told(turn, batch, "ledger_news", paper))


async def undo(event: Inbound, turn: Turn) -> Reply:
    """[Batalkan]: all of it goes back to where it stood, unless something builds on it."""
    held = await ledger.batch(turn.db, turn.token.object)
    if held is None:
        return say("desk_stale")
    links = await ledger.take_back(turn.db, held, turn.person, turn.now)
    if not links:
        return say("ledger_built_on")
    await audit.note(turn.db, turn.person, "ledger_undo", f"batch:{held.id}", turn.now, {"links": links})
    cards = instead("ledger_undone", links=links).cards
    return Reply(cards, await told(turn, held.id, "ledger_news_back", Paper()))


async def told(turn: Turn, batch: int, card: str, paper: Paper) -> tuple[News, ...]:
    """One message for each owner, with their own numbers."""
    found = await ledger.owners(turn.db, batch)
    document = {"document": paper.document, "reference": paper.reference}
    document["dated"] = paper.dated.isoformat() if paper.dated else ""
    return tuple(News(PersonId(owner), Saying(card, {"parts": _parts(stages), **document})) for owner, stages in found.items())


def _parts(stages: Mapping[Stage, Sequence[int]]) -> list[Json]:
    return [
        {"stage": stage, "links": len(numbers), "codes": [f"L-{each}" for each in numbers[:NAMED]]}
        for stage, numbers in stages.items()
    ]


# The words of these commands, as `handlers/routes.py` has them too.
RECAPS, INVOICES, PAYS = ("rekap", "recap"), ("tagih rekap", "invoice recap"), ("bayar rekap", "pay recap")
HANDLERS: Final[Mapping[str, Handler]] = {"recap": recap, "invoice": invoice, "pay": pay}
OWN: Final = {word: name for name, words in zip(HANDLERS, (RECAPS, INVOICES, PAYS), strict=True) for word in words}
