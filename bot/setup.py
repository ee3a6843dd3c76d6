"""What is set up by hand: tokens entered, bots asked for their names, join links made."""

import asyncio
import re
from typing import Protocol, runtime_checkable

from bot.channels.base import Channel, Problem, SendError
from bot.seals import Sealed, Seals
from bot.serve import Refused, channel_for, opened
from bot.settings import Settings
from storage import accounts
from storage.records import Account, ChannelKind, Office

TOKEN = re.compile(r"\d+:[\w-]{30,}")


@runtime_checkable
class Named(Protocol):
    """A channel that can ask its platform for the bot's public name."""

    async def about(self) -> str:
        """The name, without @. Raises SendError."""
        ...


async def enter_token(settings: Settings, office: Office, token: str) -> Account:
    """Keep a bot's token for an office: a new account, or a known one's new token. Raises Refused or Sealed."""
    if not TOKEN.fullmatch(token):
        raise Refused("That is no token: copy it whole from BotFather, digits, a colon and 35 letters")
    name = token.partition(":")[0]
    sealed = Seals(settings.secret_key.get_secret_value()).seal(token)
    async with opened(settings) as db:
        known = {each.name: each for each in await accounts.everyone(db) if each.kind is ChannelKind.TELEGRAM}
        if name not in known:
            return await accounts.add(db, office, ChannelKind.TELEGRAM, name, sealed)
        if known[name].office_id != office.id:
            raise Refused(f"Bot {name} speaks for another office already; one bot, one office")
        await accounts.renew(db, known[name].id, sealed)
        return known[name]


async def bot_name(account: Account, settings: Settings) -> str:
    """What the platform calls the bot, without @. Raises SendError, or Sealed where its token cannot be opened."""
    channel: Channel = channel_for(account, settings, Seals(settings.secret_key.get_secret_value()))
    try:
        if not isinstance(channel, Named):
            raise SendError(Problem.REFUSED, f"{account.kind} has no public names")
        return await channel.about()
    finally:
        await channel.close()


async def join_links(settings: Settings, office: Office, code: str) -> tuple[str, ...]:
    """A link for each bot of the office that told its name; the others are left out."""
    async with opened(settings) as db:
        known = [each for each in await accounts.everyone(db) if (each.office_id, each.kind) == (office.id, ChannelKind.TELEGRAM)]
    names = await asyncio.gather(*(bot_name(each, settings) for each in known), return_exceptions=True)
    for fault in names:
        if isinstance(fault, BaseException) and not isinstance(fault, SendError | Sealed):
            raise fault
    return tuple(f"https://t.me/{name}?start={code}" for name in names if isinstance(name, str))
