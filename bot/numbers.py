"""A typed "2" is the second choice of the message that stands last in the chat, as if its button were pressed."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.channels.base import Channel
from bot.render import Renderer
from handlers.grammar import choice_in
from messages.card import Choice
from messages.inbound import Happening, Inbound
from storage import outbox
from storage.database import EveryOfficeDb, OfficeDb
from storage.records import Account


@dataclass(frozen=True)
class Offer:
    """The message that stands last in a chat, and what can be chosen under it."""

    platform_id: str = ""
    choices: tuple[Choice, ...] = ()

    def pressed(self, event: Inbound) -> Inbound:
        """The press that a typed number stands for; the event as it was where it stands for none."""
        at = choice_in(event.text, len(self.choices)) if self.choices else None
        if at is None:
            return event
        return replace(event, happening=Happening.PRESSED, token=self.choices[at].token, platform_id=self.platform_id)


async def offered(every: EveryOfficeDb, db: OfficeDb, account: Account, channel: Channel, chat: str, now: datetime) -> Offer:
    """What can be chosen by number in a chat."""
    row = await outbox.newest(db, account.id, chat, but="desk_choices")
    if row is None:
        return Offer()
    try:
        part = await Renderer(every, account.id, channel.abilities, now).said(row)
    except LookupError:  # said by an earlier version of its card, from other facts: it offers nothing any more
        return Offer()
    return Offer(row.platform_id, tuple(choice for line in part.choices for choice in line))
