"""*bencana banjir*: crisis mode, for three days at a time. Who declares it names the one who speaks for it (H15)."""

from datetime import datetime, timedelta
from typing import Final

from handlers import naming
from handlers.grammar import yes_no
from handlers.permissions import Permission, may, roles_with
from handlers.turn import Reply, Sweep, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, crises, occurrences, people
from storage.database import OfficeDb
from storage.records import Crisis, Json

LASTS: Final = timedelta(hours=72)
TOLD_BEFORE: Final = timedelta(hours=3)
NAME_MAX, SPOKESPERSON_MAX = 80, 120
FORM: Final = "crisis"


async def begin(event: Inbound, turn: Turn) -> Reply:
    """`bencana banjir OKI`; alone, how it stands."""
    held = await crises.active(turn.db, turn.now)
    if held or not turn.argument.strip():
        return say("crisis_stands", **facts_of(held), may=may(turn.person, Permission.APPROVE)) if held else say("crisis_how")
    if not may(turn.person, Permission.APPROVE):
        return say("crisis_not_yours")
    try:
        name = naming.line(turn.argument, NAME_MAX)
    except ValueError:
        return say("crisis_how")
    return _ask({"form": FORM, "name": name})


def _ask(kept: Json, *, wrong: bool = False) -> Reply:
    return say("crisis_ask", then="crisis_spokesperson", keep=kept, name=kept["name"], wrong=wrong)


async def hear_spokesperson(event: Inbound, turn: Turn) -> Reply:
    """Name and number of the one who speaks."""
    try:
        spokesperson = naming.line(event.text, SPOKESPERSON_MAX)
    except ValueError:
        return _ask(turn.kept, wrong=True)
    if sum(each.isdigit() for each in spokesperson) < 6 or not any(each.isalpha() for each in spokesperson):
        return _ask(turn.kept, wrong=True)
    return _sure(turn.kept | {"spokesperson": spokesperson}, turn)


def _sure(kept: Json, turn: Turn) -> Reply:
    until = (turn.now + LASTS).isoformat()
    shown = {"name": kept["name"], "spokesperson": kept["spokesperson"], "until": until}
    return say("crisis_sure", then="crisis_sure", keep=kept, **shown)


async def hear_sure(event: Inbound, turn: Turn) -> Reply:
    """Yes or no, in words."""
    answer = yes_no(event.text)
    return _sure(turn.kept, turn) if answer is None else await (start if answer else leave)(event, turn)


async def leave(event: Inbound, turn: Turn) -> Reply:
    """Nothing is declared."""
    return say("crisis_left")


async def start(event: Inbound, turn: Turn) -> Reply:
    """[Ya]: from now on; everybody who may send learns of it."""
    kept = turn.kept
    if kept.get("form") != FORM or "spokesperson" not in kept:
        return say("desk_stale")
    made = await crises.start(turn.db, kept["name"], kept["spokesperson"], turn.person, turn.now, turn.now + LASTS)
    if made is None:
        return await begin(event, turn)
    await audit.note(turn.db, turn.person, "start_crisis", crises.subject(made), turn.now, {"until": made.until.isoformat()})
    return await _told(turn, "crisis_started", made)


async def prolong(event: Inbound, turn: Turn) -> Reply:
    """[Perpanjang]: three days from now."""
    held = await crises.active(turn.db, turn.now)
    if held is None or held.id != turn.token.object:
        return say("crisis_none")
    until = turn.now + LASTS
    if not await crises.prolong(turn.db, held, until):
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "prolong_crisis", crises.subject(held), turn.now, {"until": until.isoformat()})
    return await _told(turn, "crisis_prolonged", await crises.active(turn.db, turn.now) or held)


async def finish(event: Inbound, turn: Turn) -> Reply:
    """`akhiri bencana`, or its button."""
    held = await crises.active(turn.db, turn.now)
    if held is None or not await crises.end(turn.db, held, turn.now):
        return say("crisis_none")
    await audit.note(turn.db, turn.person, "end_crisis", crises.subject(held), turn.now)
    return await _told(turn, "crisis_ended", held)


async def _told(turn: Turn, card: str, held: Crisis) -> Reply:
    """To whoever did it, and to all others who may send."""
    facts = {**facts_of(held), "by": turn.person.name}
    others = [each for each in await people.with_roles(turn.db, roles_with(Permission.SEND)) if each.id != turn.person.id]
    return Reply((Saying(card, facts),), tuple(News(each.id, Saying(card, facts)) for each in others))


def facts_of(held: Crisis) -> Json:
    """What is said of it."""
    return {"id": held.id, "name": held.name, "spokesperson": held.spokesperson, "until": held.until.isoformat(), "by": ""}


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    held = await crises.open_one(db)
    if held is None:
        return None
    warned = await occurrences.happened(db, _warning(held))
    return held.until if warned else held.until - TOLD_BEFORE


async def _run(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """That it will end is told before, and once; then it ends, and that is told too."""
    held = await crises.open_one(db)
    if held is None:
        return ()
    if now >= held.until and await crises.end(db, held, now):
        await audit.note(db, None, "end_crisis", crises.subject(held), now)
        return await _all(db, Permission.SEND, "crisis_over", held)
    first = await occurrences.first(db, _warning(held), held.until - TOLD_BEFORE, now)
    return await _all(db, Permission.APPROVE, "crisis_ending", held) if first else ()


async def _all(db: OfficeDb, who: Permission, card: str, held: Crisis) -> tuple[News, ...]:
    said = Saying(card, facts_of(held))
    return tuple(News(each.id, said) for each in await people.with_roles(db, roles_with(who)))


def _warning(held: Crisis) -> str:
    return f"crisis:{held.id}:{held.until:%Y%m%d%H%M}"


CRISES = Sweep("crises", _due, _run)
