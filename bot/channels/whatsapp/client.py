"""WhatsApp as a channel: one number, its messages, files and templates, over the Cloud API."""

import asyncio
import hashlib
import hmac
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar
from urllib.parse import quote

from bot.channels.base import (
    Problem,
    RawEvent,
    Receipt,
    SendError,
    TemplateDraft,
    TemplateState,
    Untrusted,
    at_hand,
    file_name,
)
from bot.channels.http import PATIENCE, RETRY
from bot.channels.whatsapp import inbound, outbound
from bot.channels.whatsapp.api import OFFICIAL, VERSION, Api
from bot.channels.whatsapp.fields import digits, have, parsed, tier, typed, want
from bot.files import Files
from bot.pictures import smaller
from messages.card import Enclosure, Part
from messages.inbound import Inbound
from storage.records import ChannelKind, Json, Language

PROOF: Final = "x-hub-signature-256"  # the header that a notification's signature comes in
PAGE: Final = 100  # templates in an answer
ASKED: Final = "name,language,category,status,quality_score,rejected_reason"

TIERS: Final = ("whatsapp_business_manager_messaging_limit", "messaging_limit_tier")

T = TypeVar("T")


class WhatsAppChannel:
    """One number. `files` is the folder of content-addressed bytes, `api` a server's root, `version` the Graph API's.

    `app_secret` signs notifications, `verify_token` is what the platform proves itself with when it asks for our address,
    `patience` how many seconds an answer may take. ValueError for what cannot be a token or an id.
    """

    kind = ChannelKind.WHATSAPP
    abilities = outbound.ABILITIES

    def __init__(  # noqa: PLR0913 - each is a setting of the platform's, and all but the first three have names
        self, token: str, phone_id: str, files: Files, *, business_id: str = "", app_secret: str = "", verify_token: str = "",
        api: str = OFFICIAL, version: str = VERSION, patience: float = PATIENCE,
    ) -> None:  # fmt: skip
        if not phone_id.isdecimal() or not (business_id or "0").isdecimal():
            raise ValueError("the ids of a number and of its business are digits, as Meta shows them")
        self._api = Api(token, api, version, patience)
        self._phone_id = phone_id
        self._business_id = business_id
        self._files = files
        self._app_secret = app_secret
        self._verify_token = verify_token
        self._rising: dict[tuple[str, str], asyncio.Task[str]] = {}  # files that go up at this moment

    # in

    def read(self, headers: Mapping[str, str], body: bytes) -> list[RawEvent]:
        """Every item of a notification. Raises Untrusted where its signature is not that of the raw body."""
        given = next((value for name, value in headers.items() if name.lower() == PROOF), "")
        ours = hmac.new(self._app_secret.encode(), body, hashlib.sha256).hexdigest()
        if not self._app_secret or not _same(given, f"sha256={ours}"):
            raise Untrusted("the signature of the notification is missing or wrong")
        return inbound.events(parsed(body), self._phone_id)

    def challenge(self, query: Mapping[str, str]) -> str:
        """What the platform wants to hear when it asks whether our address wants notifications. Raises Untrusted."""
        known = self._verify_token and _same(query.get("hub.verify_token", ""), self._verify_token)
        if not known or query.get("hub.mode") != "subscribe":
            raise Untrusted("the verify token is missing or wrong")
        return query.get("hub.challenge", "")

    def understand(self, body: Json) -> Inbound:
        """A stored event in the desk's words."""
        return inbound.understand(body)

    async def about(self) -> str:
        """The number that people write to: digits, as they stand in links. Raises SendError."""
        found = await self._api.get(self._phone_id, {"fields": "display_phone_number,verified_name"})
        return _read(_number, found)

    async def openings(self) -> int | None:
        """How many people a day may be written to first; asked by its name of today, then by that of before."""
        for name in TIERS:
            with suppress(SendError):
                if (found := tier((await self._api.get(self._phone_id, {"fields": name})).get(name))) is not None:
                    return found
        return None

    # out

    async def send(self, chat: str, part: Part, reference: str = "") -> Receipt:
        """Exactly one message, after its file if that is not there yet. Raises SendError."""
        message, named = _made(part), _named(chat)
        handles: dict[int, str] = {each.file.id: await self.upload(each) for each in part.files if not each.handle}
        if handles:
            message = _made(replace(part, files=tuple(replace(each, handle=handles[each.file.id]) for each in part.files)))
        marked = {**named, **({"biz_opaque_callback_data": reference} if reference else {})}
        answer = await self._api.post(f"{self._phone_id}/messages", b"%b, %b" % (json.dumps(marked).encode()[:-1], message.tail))
        try:
            return Receipt(inbound.sent(answer), handles)
        except ValueError as fault:
            raise SendError(Problem.UNSURE, f"an answer that cannot be read: {fault}") from fault

    async def replace(self, chat: str, platform_id: str, part: Part) -> Receipt:
        """Here nothing that was said can be changed: SendError REFUSED, so that it is said anew."""
        raise SendError(Problem.REFUSED, "WhatsApp changes no message")

    async def withdraw(self, chat: str, platform_id: str) -> None:
        """Nor taken back: SendError REFUSED."""
        raise SendError(Problem.REFUSED, "WhatsApp takes no message back")

    async def acknowledge(self, event: Inbound) -> None:
        """Show that a message was read and that somebody is at it; what fails is no fault."""
        if event.press_id:
            with suppress(SendError):
                await self._api.post(f"{self._phone_id}/messages", json.dumps(outbound.heard(event.press_id)).encode())

    async def upload(self, enclosure: Enclosure) -> str:
        """The known handle, else the one under which the platform keeps the file for 30 days. Raises SendError."""
        if enclosure.handle:
            return enclosure.handle
        key = (enclosure.file.digest, outbound.mime(enclosure.file))
        if key not in self._rising:  # who needs it meanwhile waits for the same
            self._rising[key] = asyncio.create_task(self._raise(enclosure))
            self._rising[key].add_done_callback(lambda _: self._rising.pop(key))
        return await asyncio.shield(self._rising[key])

    async def download(self, handle: str, limit: int) -> bytes:
        """The bytes behind a handle, at most `limit`. Raises SendError."""
        found = await self._api.get(quote(handle, safe=""), {"phone_number_id": self._phone_id})
        return await self._api.download(_read(_address, found), limit)

    async def menu(self, chat: str, entries: Mapping[Language, Sequence[tuple[str, str]]]) -> None:
        """There are no menus of commands here."""

    async def close(self) -> None:
        """Let go of connections."""
        await self._api.close()

    # templates

    async def templates(self) -> list[TemplateState]:
        """Every template of the business. Raises SendError."""
        found: list[TemplateState] = []
        query = {"fields": ASKED, "limit": str(PAGE)}
        while query:
            answer = await self._api.get(f"{self._business()}/message_templates", query)
            found += _read(_states, answer)
            after = _read(_after, answer)
            query = {**query, "after": after} if after else {}
        return found

    async def submit_template(self, draft: TemplateDraft) -> TemplateState:
        """Put a template forward for review. Raises SendError."""
        body = json.dumps(outbound.submission(draft)).encode()
        answer = await self._api.post(f"{self._business()}/message_templates", body)
        return _read(_state, {"name": draft.name, "language": draft.language.value, "category": draft.category, **answer})

    async def _raise(self, enclosure: Enclosure) -> str:
        path, limit = await at_hand(self._files, enclosure), outbound.limit(enclosure.file)
        name, mime = file_name(enclosure), outbound.mime(enclosure.file)
        if path.stat().st_size <= limit:
            return await self._put(path, name, mime)
        if not outbound.shrinks(enclosure.file):
            raise SendError(Problem.REFUSED, f"file {enclosure.file.id} has more than {limit} bytes")
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "smaller.jpg"
            made.write_bytes(await _smaller(path, limit))
            return await self._put(made, f"{name.rpartition('.')[0] or name}.jpg", "image/jpeg")

    async def _put(self, path: Path, name: str, mime: str) -> str:
        return _read(_id, await self._api.upload(f"{self._phone_id}/media", path, name, mime))

    def _business(self) -> str:
        if not self._business_id:
            raise SendError(Problem.BROKEN, "templates belong to a business: set MEJA_WHATSAPP_BUSINESS_ID")
        return self._business_id


async def _smaller(path: Path, limit: int) -> bytes:
    try:
        return await smaller(path, limit)
    except ValueError as fault:
        raise SendError(Problem.REFUSED, str(fault)) from fault


def _same(given: str, ours: str) -> bool:
    return hmac.compare_digest(given.encode(errors="surrogateescape"), ours.encode())


def _made(part: Part) -> outbound.Message:
    """A message; what cannot be said on WhatsApp is refused before anything is sent."""
    try:
        return outbound.message(part)
    except ValueError as fault:
        raise SendError(Problem.REFUSED, str(fault)) from fault


def _named(chat: str) -> Json:
    try:
        return outbound.recipient(chat)
    except ValueError as fault:
        raise SendError(Problem.GONE, str(fault)) from fault


def _read(how: Callable[[Json], T], answer: Json) -> T:
    """What an answer says; one that says nothing may say it later."""
    try:
        return how(answer)
    except ValueError as fault:
        raise SendError(Problem.BUSY, f"an answer that cannot be read: {fault}", wait=RETRY) from fault


def _id(answer: Json) -> str:
    return want(answer, "id", str)


def _address(answer: Json) -> str:
    return want(answer, "url", str)


def _number(answer: Json) -> str:
    return digits(want(answer, "display_phone_number", str))


def _states(answer: Json) -> list[TemplateState]:
    return [_state(typed(each, dict)) for each in want(answer, "data", list)]


def _state(found: Json) -> TemplateState:
    quality = have(have(found, "quality_score", dict, {}), "score", str, "")
    reason = have(found, "rejected_reason", str, "")
    name, language, category, status = (want(found, each, str) for each in ("name", "language", "category", "status"))
    return TemplateState(name, language, category, status, quality, "" if reason == "NONE" else reason)


def _after(answer: Json) -> str:
    """Where the next page begins; empty on the last."""
    paging = have(answer, "paging", dict, {})
    return have(have(paging, "cursors", dict, {}), "after", str, "") if "next" in paging else ""
