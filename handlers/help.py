"""What can I do here? Also where two misunderstandings lead."""

from handlers.turn import Reply, Turn, say
from messages.inbound import Inbound


async def show(event: Inbound, turn: Turn) -> Reply:
    """What this person can ask for, in plain words."""
    return say("help", role=turn.person.role, standing=turn.person.standing)
