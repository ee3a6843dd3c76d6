"""What is set up by hand: tokens entered, bots asked for their names, join links made."""

import asyncio
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.approvals import Approval, ask, note
from bot.channels.base import Channel, Named, Problem, SendError, Templated, TemplateState
from bot.makers import WhatsAppKeys, channel_for
from bot.opening import Refused, opened
from bot.seals import Sealed, Seals
from bot.settings import Settings
from messages.inviting import JOIN_LINKS
from storage import accounts
from storage.records import Account, ChannelKind, Office

TOKEN = re.compile(r"\d+:[\w-]{30,}")


async def enter_token(settings: Settings, office: Office, token: str) -> Account:
    """Keep a Telegram bot's token for an office: a new account, or a known one's new token. Raises Refused or Sealed."""
    if not TOKEN.fullmatch(token):
        raise Refused("That is no token: copy it whole from BotFather, digits, a colon and 35 letters")
    return await _enter(settings, office, ChannelKind.TELEGRAM, token.partition(":")[0], token)


async def enter_number(settings: Settings, office: Office, phone_id: str, keys: WhatsAppKeys) -> Account:
    """The same for a WhatsApp number, known by the id of its phone number. Raises Refused or Sealed."""
    if not (phone_id.isascii() and phone_id.isdecimal() and keys.business_id.isdecimal()):
        raise Refused("The ids of the number and of its business are digits, as Meta shows them; not the phone number itself")
    if not (keys.token and keys.app_secret and keys.verify_token):
        raise Refused("A number needs its token, the app's secret and a verify token: without them its webhook is refused")
    return await _enter(settings, office, ChannelKind.WHATSAPP, phone_id, str(keys))


async def _enter(settings: Settings, office: Office, kind: ChannelKind, name: str, secret: str) -> Account:
    sealed = Seals(settings.secret_key.get_secret_value()).seal(secret)
    async with opened(settings) as db:
        known = {each.name: each for each in await accounts.everyone(db) if each.kind is kind}
        if name not in known:
            return await accounts.add(db, office, kind, name, sealed)
        if known[name].office_id != office.id:
            raise Refused(f"{kind} {name} speaks for another office already; one account, one office")
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


async def template_states(account: Account, settings: Settings) -> Sequence[TemplateState] | None:
    """What the platform says of the messages it approves; None where it approves none. Raises SendError, or Sealed."""
    channel = channel_for(account, settings, Seals(settings.secret_key.get_secret_value()))
    try:
        return await channel.templates() if isinstance(channel, Templated) else None
    finally:
        await channel.close()


async def join_links(settings: Settings, office: Office, code: str) -> tuple[str, ...]:
    """A link for each account of the office that told its name; the others are left out."""
    async with opened(settings) as db:
        known = [each for each in await accounts.everyone(db) if each.office_id == office.id and each.kind in JOIN_LINKS]
    names = await asyncio.gather(*(bot_name(each, settings) for each in known), return_exceptions=True)
    for fault in names:
        if isinstance(fault, BaseException) and not isinstance(fault, SendError | Sealed):
            raise fault
    named = [(each.kind, name) for each, name in zip(known, names, strict=True) if isinstance(name, str)]
    return tuple(JOIN_LINKS[kind].format(name=name, code=code) for kind, name in named)


async def approvals(settings: Settings, account: Account, *, submit: bool) -> list[Approval]:
    """Each message that needs the platform's approval, with what it says now; what is missing is put forward if wanted.

    Raises SendError, or Sealed where the account's secrets cannot be opened.
    """
    channel = channel_for(account, settings, Seals(settings.secret_key.get_secret_value()))
    try:
        if not isinstance(channel, Templated):
            raise SendError(Problem.REFUSED, f"{account.kind} approves no messages")
        found = await ask(channel, submit=submit)
    finally:
        await channel.close()
    async with opened(settings) as db:
        return await note(db, account, found, datetime.now(UTC))
