"""Telegram as a channel: what is sent to many goes as bytes, the rare methods are aiogram's, all over one tuned session."""

import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Final

from aiogram.methods import AnswerCallbackQuery, DeleteWebhook, GetFile, GetMe, SetMyCommands, SetWebhook
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from bot.channels.base import Problem, RawEvent, Receipt, SendError, Untrusted, Update, at_hand
from bot.channels.http import PATIENCE
from bot.channels.telegram import inbound, outbound
from bot.channels.telegram.api import OFFICIAL, Api
from bot.channels.telegram.methods import GetRawUpdates, ask
from bot.files import Files
from messages.card import Enclosure, Part
from messages.inbound import Inbound
from storage.records import ChannelKind, Json, Language

PROOF: Final = "x-telegram-bot-api-secret-token"  # the header that a webhook's secret comes in
# Which menu a reader gets, by the language of their app; all others read the first.
MENUS: Final = (("", Language.ID), ("id", Language.ID), ("en", Language.EN))
NOTHING: Final[Mapping[str, bool]] = {}
CONFLICT: Final = "another program fetches this bot's updates, or a webhook is set: stop it, one alone may"


class TelegramChannel:
    """One bot. `files` are the content-addressed bytes, `secret` what webhooks must carry, `api` a server's root.

    `patience` is how many seconds an answer may take, `paid` whether what exceeds the free pace may cost Telegram Stars.
    ValueError for what cannot be a token.
    """

    kind = ChannelKind.TELEGRAM
    abilities = outbound.ABILITIES

    def __init__(
        self, token: str, files: Files, *, secret: str = "", api: str = OFFICIAL, patience: float = PATIENCE, paid: bool = False
    ) -> None:
        self._api = Api(token, api, patience)
        self._files = files
        self._secret = secret
        self._paid = {"allow_paid_broadcast": True} if paid else NOTHING

    # in

    def read(self, headers: Mapping[str, str], body: bytes) -> list[RawEvent]:
        """The update of a webhook; one that cannot be read is stored without a chat, to be put aside. Raises Untrusted."""
        given = next((value for name, value in headers.items() if name.lower() == PROOF), "")
        if not self._secret or not hmac.compare_digest(given.encode(errors="surrogateescape"), self._secret.encode()):
            raise Untrusted("the secret of the webhook is missing or wrong")
        update = inbound.parsed(body)
        key = f"u{inbound.number(update)}"
        try:
            return [inbound.raw(update)]
        except ValueError:
            return [RawEvent(key, "", update)]

    def understand(self, body: Json) -> Inbound:
        """A stored event in the desk's words."""
        return inbound.understand(body)

    async def updates(self, cursor: int, wait: float) -> list[Update]:
        """What came after number `cursor`, waiting up to `wait` seconds. Raises SendError."""
        asked = GetRawUpdates(offset=cursor + 1 if cursor else 0, timeout=int(wait), allowed_updates=inbound.KINDS)
        try:
            found = await ask(self._api, asked, wait)
        except SendError as fault:
            if fault.detail.startswith("409"):
                raise SendError(Problem.BROKEN, CONFLICT, wait=fault.wait) from None
            raise
        return [_update(each) for each in found]

    async def start_webhook(self, url: str) -> None:
        """Have updates delivered to an address. Raises SendError, BROKEN where no secret is set."""
        if not self._secret:
            raise SendError(Problem.BROKEN, "a webhook needs MEJA_TELEGRAM_SECRET: without one anybody could speak for anybody")
        kinds = list(inbound.KINDS)
        await ask(self._api, SetWebhook(url=url, secret_token=self._secret, allowed_updates=kinds, max_connections=40))

    async def stop_webhook(self) -> None:
        """Have updates wait to be fetched; none is lost. Raises SendError."""
        await ask(self._api, DeleteWebhook())

    async def about(self) -> str:
        """The bot's username, without @. Raises SendError."""
        return (await ask(self._api, GetMe())).username or ""

    # out

    async def send(self, chat: str, part: Part, reference: str = "") -> Receipt:
        """Exactly one message, or one album, whose id then names each of its messages. Raises SendError."""
        answer = await self._post(chat, _made(outbound.message, part), self._paid)
        try:
            sent = [inbound.sent(each) for each in (answer if isinstance(answer, list) else [answer])]
        except ValueError as fault:
            raise SendError(Problem.UNSURE, f"an answer that cannot be read: {fault}") from fault
        pairs = zip(part.files, sent, strict=False)
        handles: dict[int, str] = {each.file.id: file.handle for each, (_, files) in pairs for file in files}
        return Receipt(",".join(number for number, _ in sent), handles)

    async def replace(self, chat: str, platform_id: str, part: Part) -> Receipt:
        """Change words and buttons of a message, also those under a file. SendError REFUSED: it can only be said anew."""
        call = _made(outbound.changed, part, platform_id)
        try:
            await self._post(chat, call)
        except SendError as fault:
            if "there is no text in the message" in fault.detail:
                await self._recaption(chat, platform_id, part)
            elif "message is not modified" not in fault.detail:
                raise
        return Receipt(platform_id, {})

    async def withdraw(self, chat: str, platform_id: str) -> None:
        """Delete a message, which is possible for 48 hours. One that is gone already is no fault. Raises SendError."""
        try:
            await self._post(chat, _made(outbound.withdrawn, platform_id))
        except SendError as fault:
            if "message to delete not found" not in fault.detail:
                raise

    async def acknowledge(self, event: Inbound) -> None:
        """Stop the spinner of a press; too late is no fault."""
        if event.press_id:
            with suppress(SendError):
                await ask(self._api, AnswerCallbackQuery(callback_query_id=event.press_id))

    async def upload(self, enclosure: Enclosure) -> str:
        """The known handle, else empty: here a file goes up with its first message."""
        return enclosure.handle

    async def download(self, handle: str, limit: int) -> bytes:
        """The bytes behind a handle, at most `limit`. Raises SendError."""
        file = await ask(self._api, GetFile(file_id=handle))
        return await self._api.download(file.file_path or "", limit)

    async def menu(self, chat: str, entries: Mapping[Language, Sequence[tuple[str, str]]]) -> None:
        """Offer commands in a chat, or in every private chat. Raises SendError."""
        scope = BotCommandScopeChat(chat_id=chat) if chat else BotCommandScopeAllPrivateChats()
        for code, language in MENUS:
            commands = [BotCommand(command=name, description=does) for name, does in entries.get(language, ())]
            await ask(self._api, SetMyCommands(commands=commands, scope=scope, language_code=code))

    async def close(self) -> None:
        """Let go of connections."""
        await self._api.close()

    async def _recaption(self, chat: str, platform_id: str, part: Part) -> None:
        """What stands under a picture takes other words, or at least loses its buttons."""
        try:
            call = outbound.recaptioned(part, platform_id)
        except ValueError as fault:
            await self._post(chat, outbound.unbuttoned(platform_id))
            raise SendError(Problem.REFUSED, str(fault)) from fault
        await self._post(chat, call)

    async def _post(self, chat: str, call: outbound.Call, extra: Mapping[str, bool] = NOTHING) -> object:
        if call.uploads:
            files = {name: (each, await at_hand(self._files, each)) for name, each in call.uploads.items()}
            return await self._api.upload(call.method, {"chat_id": chat, **extra, **call.parameters}, files)
        return await self._api.call(call.method, b"%b,%b" % (json.dumps({"chat_id": chat, **extra}).encode()[:-1], call.tail))


def _update(found: object) -> Update:
    """One of many: that one cannot be read must not hold up those that follow."""
    update, number = (found if isinstance(found, dict) else {}), 0
    try:
        number = inbound.number(update)
        return Update(number, update, inbound.raw(update))
    except ValueError as fault:
        return Update(number, update, None, str(fault))


def _made(make: Callable[..., outbound.Call], *of: Part | str) -> outbound.Call:
    """A call; what cannot be said on Telegram is refused before anything is sent."""
    try:
        return make(*of)
    except ValueError as fault:
        raise SendError(Problem.REFUSED, str(fault)) from fault
