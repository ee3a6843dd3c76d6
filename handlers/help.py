"""What can I do here? Also where two misunderstandings lead."""

from handlers import grammar
from handlers.turn import Reply, Turn, say
from messages.inbound import Happening, Inbound


async def show(event: Inbound, turn: Turn) -> Reply:
    """What this person can ask for, in plain words."""
    return say("help", role=turn.person.role, standing=turn.person.standing)


def is_thanks(event: Inbound) -> bool:
    """Whether somebody says thanks and nothing else."""
    return event.happening is Happening.SAID and not event.files and grammar.thanks(event.text)


async def nod(event: Inbound, turn: Turn) -> Reply:
    """Thanks are no misunderstanding, and an answer to them would only be one message more."""
    return Reply()
