"""[Baca] under the message that announces what waits: pressing it has opened the talk, so what waited is on its way."""

from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import outbox


async def read_on(event: Inbound, turn: Turn) -> Reply:
    """Nothing more need be said, unless it was read already."""
    return Reply() if await outbox.waits_for(turn.db, turn.account.id, event.chat) else say("desk_nothing_waits")
