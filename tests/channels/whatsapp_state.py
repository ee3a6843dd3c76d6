"""What our Cloud API server remembers: people, what was sent to them, media, templates, and what is to be told by webhook."""

import asyncio
import base64
import datetime as dt
import hashlib
import itertools
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.channels.whatsapp_errors import ASYNC_DETAILS, ERRORS
from tests.channels.whatsapp_hooks import Account, Item
from tests.channels.whatsapp_schema import schema

Json = dict[str, Any]

OURS, THEIRS = 30 * 86400.0, 7 * 86400.0  # seconds that a media id lives, of an upload and of a webhook
FREE_SERVICE = 1000  # replies a month that cost nothing


class Refusal(Exception):
    """An answer that is no success, as the Graph API words it."""

    def __init__(self, code: int, details: str = "", *, status: int = 0, **extra: Any) -> None:
        known, title = ERRORS.get(code, (400, "Error"))
        super().__init__(f"(#{code}) {title}: {details}")
        self.status = status or known
        data = {"error_data": {"messaging_product": "whatsapp", "details": details}} if details else {}
        kind = "GraphMethodException" if extra.get("error_subcode") == 33 else "OAuthException"
        self.body: Json = {
            "error": {"message": f"(#{code}) {title}", "type": kind, "code": code, **data, **extra, "fbtrace_id": "AXsgnV2Cm3ZM"}
        }


@dataclass
class Contact:
    """A person as the platform knows them. `wrote` is when they last did, `owed` until when the pace is used up."""

    name: str
    phone: str
    user_id: str
    username: str = ""
    hidden: bool = False  # the phone is not shown to businesses
    has_account: bool = True
    blocks: bool = False
    online: bool = True
    opted_out: bool = False
    wrote: float | None = None
    owed: float = 0.0
    said: dict[str, Json] = field(default_factory=dict)  # by wamid
    got: dict[str, "Sent"] = field(default_factory=dict)  # by wamid, in order

    def shown(self) -> Json:
        """As a webhook shows a contact."""
        profile = {"name": self.name, **({"username": self.username} if self.username else {})}
        phone = {} if self.hidden else {"wa_id": self.phone}
        return {"profile": profile, **phone, "user_id": self.user_id}


@dataclass
class Sent:
    """A message that the platform took. `shown` is what a phone makes of it."""

    id: str
    contact: Contact | None  # None where nobody has that number
    body: Json
    at: float
    shown: Json
    category: str
    by_phone: bool
    status: str = "accepted"
    error: int = 0
    free: bool | None = None  # not known before it is sent


@dataclass
class Stored:
    """A file's bytes under one of its ids."""

    kind: str
    mime: str
    name: str
    content: bytes
    until: float


@dataclass
class Template:
    """A message whose words the platform knows. Components as they were submitted."""

    id: str
    name: str
    language: str
    category: str
    components: list[Json]
    status: str = "PENDING"
    quality: str = "UNKNOWN"
    reason: str = "NONE"
    previous: str = ""  # its category before the platform changed it
    named: bool = False
    rated: int = 0  # when it got its quality


class State:
    """All of it. `calls` counts the methods that were called, `violations` holds what the platform's examples forbid."""

    def __init__(self, clock: Callable[[], float], account: Account) -> None:
        self._clock = clock
        self.account = account
        self.media_root = ""  # where addresses of files lead
        self.offset = 0.0  # seconds by which the platform's clock was moved
        self.contacts: list[Contact] = []
        self.sent: dict[str, Sent] = {}
        self.media: dict[str, Stored] = {}
        self.links: dict[str, tuple[str, float]] = {}  # key of a download address -> media id, and until when it works
        self.templates: list[Template] = []
        self.pending: list[Item] = []
        self.arrived = asyncio.Event()  # something for the webhook
        self.read: list[str] = []  # messages of people that were marked as read
        self.typing: list[str] = []  # and where a sign of typing was asked for
        self.calls: Counter[str] = Counter()
        self.uploads = 0
        self.violations: list[str] = []
        self.dooms: deque[int] = deque()  # codes with which the next messages fail after they were taken
        self.takes_user_ids = True
        self.free_service = FREE_SERVICE
        self.rate = 80  # messages a second in all
        self.recent: deque[float] = deque()
        self.quality, self.verified_name, self.level = "GREEN", "Meja Humas Contoh", "STANDARD"
        self._served: Counter[str] = Counter()
        self._ids = itertools.count(1001)

    def now(self) -> float:
        """The platform's clock."""
        return self._clock() + self.offset

    def number(self) -> int:
        """A number that nothing else has."""
        return next(self._ids)

    def wamid(self) -> str:
        """A message id that nothing else has."""
        return "wamid." + base64.b64encode(f"HBgMNjI4MTIzNDU2Nzg5FQIAERg{self.number()}A".encode()).decode()

    def find(self, body: Json) -> Contact | None:
        """Whom a request means; a phone goes before a user id."""
        phone = digits(body.get("to", ""))
        if phone:
            return next((each for each in self.contacts if each.phone == phone), None)
        return next((each for each in self.contacts if each.user_id == body.get("recipient")), None)

    def keep(self, kind: str, mime: str, name: str, content: bytes, lasts: float) -> str:
        """Store a file and give its id."""
        number = str(900_000_000_000_000 + self.number())
        self.media[number] = Stored(kind, mime, name, content, self.now() + lasts)
        return number

    def stored(self, media_id: str) -> Stored | None:
        """A file that is still kept."""
        found = self.media.get(media_id)
        return found if found and self.now() < found.until else None

    # what is told

    def push(self, item: Item) -> None:
        """Something for the webhook."""
        self.violations += schema().of_item(item.kind or item.field, item.body)
        self.pending.append(item)
        self.arrived.set()

    def say(self, contact: Contact, contents: Json) -> str:
        """A message from a person, which opens the window; gives its id."""
        number = self.wamid()
        who = {} if contact.hidden else {"from": contact.phone}
        stamp = {"id": number, "timestamp": str(int(self.now()))}
        body = {**who, "from_user_id": contact.user_id, **stamp, **contents}
        contact.said[number] = body
        contact.wrote = self.now()
        self.push(Item("messages", "messages", body, contact.shown()))
        return number

    def turn(self, sent: Sent, status: str, error: int = 0) -> None:
        """A message is sent, delivered, read or failed, and we are told."""
        priced = status in ("sent", "delivered") or sent.status == "sent"  # and a message read at once is never called delivered
        sent.status, sent.error = status, error
        body: Json = {"id": sent.id, "status": status, "timestamp": str(int(self.now()))} | self._recipient(sent, status)
        reference = sent.body.get("biz_opaque_callback_data")
        body |= {"biz_opaque_callback_data": reference} if reference else {}
        body |= {"errors": [failure(error)]} if error else {}
        body |= {"pricing": self._pricing(sent)} if priced else {}
        named = sent.contact.shown() if sent.contact and status != "failed" else None
        self.push(Item("messages", "statuses", body, named))

    def _recipient(self, sent: Sent, status: str) -> Json:
        """Whom a status names: of a failed message only what it was sent to."""
        contact = sent.contact
        if contact is None or status == "failed":
            given = "recipient_id" if sent.by_phone else "recipient_user_id"
            return {given: digits(sent.body["to"]) if sent.by_phone else sent.body["recipient"]}
        phone = {"recipient_id": contact.phone} if sent.by_phone or not contact.hidden else {}
        return {**phone, "recipient_user_id": contact.user_id}

    def _pricing(self, sent: Sent) -> Json:
        """What a message costs: since October 2026 replies are billed too, after a number of free ones in a month."""
        if sent.free is None:
            month = dt.datetime.fromtimestamp(sent.at, dt.UTC).strftime("%Y-%m")
            self._served[month] += sent.category == "service"
            sent.free = sent.category == "service" and self._served[month] <= self.free_service
        kind = "free_customer_service" if sent.free else "regular"
        return {"billable": not sent.free, "pricing_model": "PMP", "type": kind, "category": sent.category}


def digits(phone: str) -> str:
    """A phone as the platform compares it."""
    return "".join(each for each in phone if each.isdigit())


def failure(code: int) -> Json:
    """Why a message failed, as a status tells it."""
    _, title = ERRORS.get(code, (400, "Error"))
    details = ASYNC_DETAILS.get(code, title)
    where = "https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes/"
    return {"code": code, "title": title, "message": title, "error_data": {"details": details}, "href": where}


def checksum(content: bytes) -> str:
    """As webhooks give it."""
    return base64.b64encode(hashlib.sha256(content).digest()).decode()
