"""What can I do here? Also where two misunderstandings lead; and courtesies, which are none."""

from zoneinfo import ZoneInfo

from handlers import grammar
from handlers.turn import Reply, Turn, say
from messages.inbound import Happening, Inbound
from storage import accounts
from storage.records import ChannelKind

# Until which hour each part of the day lasts, as people greet by it.
PARTS = ((11, "morning"), (15, "noon"), (18, "afternoon"))


async def show(event: Inbound, turn: Turn) -> Reply:
    """What this person can ask for, in plain words."""
    kinds = await accounts.kinds(turn.db)
    several, billed = len(kinds) > 1, ChannelKind.WHATSAPP in kinds
    return say("help", role=turn.person.role, standing=turn.person.standing, several=several, billed=billed)


def is_thanks(event: Inbound) -> bool:
    """Whether somebody says thanks and nothing else."""
    return event.happening is Happening.SAID and not event.files and grammar.thanks(event.text)


async def nod(event: Inbound, turn: Turn) -> Reply:
    """Thanks are no misunderstanding, and an answer to them would only be one message more."""
    return Reply()


def is_greeting(event: Inbound) -> bool:
    """Whether somebody greets and says nothing else."""
    return event.happening is Happening.SAID and not event.files and grammar.greets(event.text)


async def greet(event: Inbound, turn: Turn) -> Reply:
    """A greeting is answered with one, by the office's clock."""
    hour = turn.now.astimezone(ZoneInfo(turn.db.office.zone)).hour
    part = next((part for until, part in PARTS if hour < until), "night")
    return say(
        "desk_greeting", part=part, salam="salam" in event.text.casefold(), role=turn.person.role, standing=turn.person.standing
    )
