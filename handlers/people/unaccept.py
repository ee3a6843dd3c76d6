"""[Batalkan] under an acceptance: within a minute the wrong one of two names is waiting again."""

from datetime import timedelta

from handlers.turn import Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, outbox, people
from storage.records import Role, Standing

MINUTE = timedelta(minutes=1)  # later they are at work, and staff remove whom they have to


async def undo(event: Inbound, turn: Turn) -> Reply:
    """By whoever accepted; what still waits to be sent to the person is dropped, and they are told that they wait again."""
    about = f"person:{turn.token.object}"
    person = await people.find(turn.db, turn.token.object)
    decided = await audit.latest(turn.db, about, ("accept", "unaccept"))
    if person is None or decided is None or decided[1] != "accept" or person.role is not Role.JOURNALIST:
        return say("desk_stale")
    if decided[0] != turn.person.id or turn.now - decided[2] > MINUTE:
        return say("people_stays", name=person.name, own=decided[0] == turn.person.id)
    if not await people.move(turn.db, person.id, (Standing.ACTIVE,), standing=Standing.WAITING, role=Role.GUEST):
        return say("desk_stale")
    await outbox.cancel_for(turn.db, person.id, turn.now)
    await audit.note(turn.db, turn.person, "unaccept", about, turn.now)
    told = News(person.id, Saying("people_waits_again", {"name": person.name}))
    return Reply(instead("people_unaccepted", name=person.name).cards, (told,))
