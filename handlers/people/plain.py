"""*hemat*: words alone for whoever has a weak signal or little data; once more, and all is as before (J17)."""

from handlers.grammar import yes_no
from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound
from storage import audit, outbox, people

OFF = frozenset({"mati", "matikan", "off", "selesai"})
ON = frozenset({"nyala", "nyalakan", "on"})


async def switch(event: Inbound, turn: Turn) -> Reply:
    """On or off; what waits for them follows."""
    said = turn.argument.strip().casefold()
    answer = True if said in ON else False if said in OFF else yes_no(said)
    wanted = not turn.person.plain if answer is None else answer
    if wanted is not turn.person.plain:
        await people.change(turn.db, turn.person.id, plain=wanted)
        await outbox.plain_of(turn.db, turn.person.id, plain=wanted)
        await audit.note(turn.db, turn.person, "plain", f"person:{turn.person.id}", turn.now, {"on": wanted})
    return say("plain_on" if wanted else "plain_off")
