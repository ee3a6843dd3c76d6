"""Which channel speaks for an account and how fast, and the secrets it needs, sealed as one text beside the account."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from bot.channels.base import Channel
from bot.files import Files
from bot.pace import CHAT, FREE, Limit, Pace
from bot.seals import Seals
from bot.settings import Settings
from storage.records import Account, ChannelKind

if TYPE_CHECKING:
    from bot.picturing import Portraying


@dataclass(frozen=True)
class WhatsAppKeys:
    """What a WhatsApp number needs beside its id, which is the account's name."""

    token: str
    business_id: str
    app_secret: str
    verify_token: str

    def __str__(self) -> str:
        """As one text, to be sealed."""
        return json.dumps(asdict(self))


def files_of(settings: Settings) -> Files:
    """Where the settings keep files."""
    return Files(settings.files_folder, settings.files_url)


def portrayer_of(settings: Settings) -> "Portraying":
    """Who pictures frozen pages: nobody, unless the settings ask for it and a Chromium is here."""
    from bot.picturing import undrawn  # noqa: PLC0415 - commands that draw nothing do not wait for it
    from bot.portrait.painter import Painter, browser  # noqa: PLC0415 - nor for this

    program = browser() if settings.evidence_pictures else ""
    return Painter(program).draw if program else undrawn


def channel_for(account: Account, settings: Settings, seals: Seals) -> Channel:
    """The channel that speaks for an account. Raises Sealed where its secrets cannot be opened, KeyError for a sandbox's."""
    return MAKERS[account.kind](account, seals.open(account.secret), settings)


def _telegram(_account: Account, secret: str, settings: Settings) -> Channel:
    from bot.channels.telegram.client import TelegramChannel  # noqa: PLC0415 - heavy, and not needed by a sandbox

    hook = settings.telegram_secret.get_secret_value()
    paid = settings.telegram_paid_broadcast
    return TelegramChannel(secret, files_of(settings), secret=hook, api=settings.telegram_api, paid=paid)


def _whatsapp(account: Account, secret: str, settings: Settings) -> Channel:
    from bot.channels.whatsapp.client import WhatsAppChannel  # noqa: PLC0415 - not needed where there is no number

    keys = WhatsAppKeys(**json.loads(secret))
    return WhatsAppChannel(
        keys.token, account.name, files_of(settings), business_id=keys.business_id, app_secret=keys.app_secret,
        verify_token=keys.verify_token, api=settings.whatsapp_api, version=settings.whatsapp_graph_version,
    )  # fmt: skip


def pace_for(kind: ChannelKind, settings: Settings) -> Pace:
    """How fast an account may send. A sixth is left to those who wait for an answer."""
    rate, chat = PACES[kind](settings)
    return Pace(Limit(rate, 1.0), Limit(max(1, rate * 5 // 6), 1.0), chat)


def given(settings: Settings) -> Iterator[tuple[ChannelKind, str, str]]:
    """The accounts that the settings name: platform, the account's name there, and its secrets as one text."""
    token = settings.telegram_token.get_secret_value()
    if token:
        yield ChannelKind.TELEGRAM, token.partition(":")[0], token
    if settings.whatsapp_token.get_secret_value():
        yield ChannelKind.WHATSAPP, settings.whatsapp_phone_id, str(_keys(settings))


def _keys(settings: Settings) -> WhatsAppKeys:
    secrets = (settings.whatsapp_token, settings.whatsapp_app_secret, settings.whatsapp_verify_token)
    token, app_secret, verify_token = (each.get_secret_value() for each in secrets)
    return WhatsAppKeys(token, settings.whatsapp_business_id, app_secret, verify_token)


MAKERS: Mapping[ChannelKind, Callable[[Account, str, Settings], Channel]] = {
    ChannelKind.TELEGRAM: _telegram,
    ChannelKind.WHATSAPP: _whatsapp,
}

# A rate a second, and what one person bears: on WhatsApp a burst of 45 that is made up at one in six seconds.
PACES: Mapping[ChannelKind, Callable[[Settings], tuple[int, Limit]]] = {
    ChannelKind.TELEGRAM: lambda settings: (settings.telegram_rate, CHAT),
    ChannelKind.WHATSAPP: lambda settings: (settings.whatsapp_rate, Limit(45, 270.0)),
    ChannelKind.SANDBOX: lambda _: (FREE.count, FREE),
}
