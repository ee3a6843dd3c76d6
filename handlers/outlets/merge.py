"""*Gabungkan ke …*: an outlet that a journalist named turns out to be one that is known."""

from typing import Final

from handlers import naming
from handlers.grammar import choice_in, yes_no
from handlers.outlets.register import shown
from handlers.page import ROWS
from handlers.turn import Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, outlets, people
from storage.records import Json, Outlet

FORM: Final = "merge"


async def ask(event: Inbound, turn: Turn) -> Reply:
    """The outlets it may be one with."""
    outlet = await outlets.find(turn.db, turn.token.object)
    if outlet is None:
        return say("outlet_gone")
    if outlet.confirmed:
        return await shown(outlet, turn, "already_confirmed")
    return await _search(outlet.name, {"form": FORM, "outlet": outlet.id, "name": outlet.name}, turn)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """A name to look for, or the number of an outlet in the list."""
    chosen = choice_in(event.text, len(turn.kept["found"]))
    if chosen is not None:
        return await _confirm(turn.kept["found"][chosen]["id"], turn)
    return await _search(naming.cleaned(event.text)[: naming.LONGEST], turn.kept, turn)


async def _search(sought: str, kept: Json, turn: Turn) -> Reply:
    hits = await outlets.search(turn.db, sought, ROWS + 1)
    found = [{"id": each.id, "name": each.name} for each in hits if each.id != kept["outlet"]][:ROWS]
    asked = kept | {"found": found, "sought": sought}
    return say("outlet_merge_into", then="outlet_merge", keep=asked, **asked)


async def pick(event: Inbound, turn: Turn) -> Reply:
    """Into this one."""
    return await _confirm(turn.token.object, turn) if turn.kept.get("form") == FORM else say("desk_stale")


async def _confirm(into_id: int, turn: Turn) -> Reply:
    into = await outlets.find(turn.db, into_id)
    if into is None or into.id == turn.kept["outlet"]:
        return say("outlet_gone")
    kept = turn.kept | {"into": into.id, "into_name": into.name}
    return say("outlet_merge_confirm", then="outlet_merge_sure", keep=kept, **kept)


async def hear_sure(event: Inbound, turn: Turn) -> Reply:
    """The confirmation in words."""
    answer = yes_no(event.text)
    if answer is None:
        return say("outlet_merge_confirm", then="outlet_merge_sure", keep=turn.kept, **turn.kept)
    return await (merge if answer else keep)(event, turn)


async def merge(event: Inbound, turn: Turn) -> Reply:
    """They are one; who writes for the outlet is told under which name it goes."""
    if turn.kept.get("form") != FORM or "into" not in turn.kept:
        return say("desk_stale")
    outlet = await outlets.find(turn.db, turn.kept["outlet"])
    into = await outlets.find(turn.db, turn.kept["into"])
    if outlet is None or into is None:
        return say("outlet_gone")
    if outlet.confirmed:  # somebody has looked at it meanwhile, and thought otherwise
        return await shown(outlet, turn, "already_confirmed")
    return await _merged(outlet, into, turn)


async def _merged(outlet: Outlet, into: Outlet, turn: Turn) -> Reply:
    writers = await people.of_outlet(turn.db, outlet.id)
    await outlets.merge(turn.db, outlet, into)
    await audit.note(turn.db, turn.person, "outlet_merge", f"outlet:{into.id}", turn.now, {"merged": outlet.id})
    told = Saying("outlet_merged_told", {"before": outlet.name, "outlet": into.name})
    card = await shown(into, turn, "merged")
    return Reply(card.cards, tuple(News(each.id, told) for each in writers))


async def keep(event: Inbound, turn: Turn) -> Reply:
    """They stay apart."""
    outlet = await outlets.find(turn.db, turn.kept["outlet"]) if turn.kept.get("form") == FORM else None
    return await shown(outlet, turn) if outlet else say("desk_stale")
