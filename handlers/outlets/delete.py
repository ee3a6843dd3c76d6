"""*Hapus*: an outlet for which nobody writes and of which there is no link goes out of the register."""

from typing import Final

from handlers.grammar import yes_no
from handlers.outlets.register import shown
from handlers.turn import Reply, Turn, instead, say
from messages.inbound import Inbound
from storage import audit, outlets

FORM: Final = "outlet_delete"


async def ask(event: Inbound, turn: Turn) -> Reply:
    """Asked once more."""
    outlet = await outlets.find(turn.db, turn.token.object)
    if outlet is None:
        return say("outlet_gone")
    if not await outlets.unused(turn.db, outlet.id):
        return await shown(outlet, turn, "in_use")
    kept = {"form": FORM, "outlet": outlet.id, "name": outlet.name}
    return say("outlet_delete_confirm", then="outlet_delete", keep=kept, **kept)


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The confirmation in words."""
    answer = yes_no(event.text)
    if answer is None:
        return say("outlet_delete_confirm", then="outlet_delete", keep=turn.kept, **turn.kept)
    return await (delete if answer else keep)(event, turn)


async def delete(event: Inbound, turn: Turn) -> Reply:
    """It is gone, unless somebody has begun to write for it meanwhile."""
    if turn.kept.get("form") != FORM or turn.token.object not in {0, turn.kept["outlet"]}:
        return say("desk_stale")
    outlet = await outlets.find(turn.db, turn.kept["outlet"])
    if outlet is None:
        return say("outlet_gone")
    if not await outlets.delete(turn.db, outlet.id):
        return await shown(outlet, turn, "in_use")
    await audit.note(turn.db, turn.person, "outlet_delete", f"outlet:{outlet.id}", turn.now)
    return instead("outlet_deleted", name=outlet.name) if turn.token.action else say("outlet_deleted", name=outlet.name)


async def keep(event: Inbound, turn: Turn) -> Reply:
    """It stays."""
    outlet = await outlets.find(turn.db, turn.kept["outlet"]) if turn.kept.get("form") == FORM else None
    return await shown(outlet, turn) if outlet else say("desk_stale")
