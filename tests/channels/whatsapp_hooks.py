"""How our Cloud API server tells what happened: items packed into entries, changes and arrays, signed, and posted until taken."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random
from typing import Any, TypeVar

import aiohttp

Json = dict[str, Any]
Part = TypeVar("Part")
AGAIN = 0.02  # seconds until an item that was not taken is told again
PROOF = "X-Hub-Signature-256"


@dataclass(frozen=True)
class Item:
    """One thing that happened. `kind` is the array it stands in, empty where it is the whole value of its change.

    `at` is for the latter, which carry no time of their own.
    """

    field: str
    kind: str
    body: Json
    contact: Json | None = None
    at: int = 0


@dataclass(frozen=True)
class Account:
    """What every notification names."""

    business_id: str
    phone_id: str
    phone: str


Change = Sequence[Item]  # of one kind
Entry = Sequence[Change]


def packed(account: Account, *entries: Entry) -> bytes:
    """One notification, in exactly this nesting."""
    shown = [_entry(account, each) for each in entries]
    return json.dumps({"object": "whatsapp_business_account", "entry": shown}, separators=(",", ":")).encode()


def _entry(account: Account, entry: Entry) -> Json:
    at = max(item.at for change in entry for item in change)
    timed = {"time": at} if at else {}
    return {"id": account.business_id, **timed, "changes": [_change(account, each) for each in entry]}


def _change(account: Account, items: Change) -> Json:
    first = items[0]
    if not first.kind:
        return {"value": first.body, "field": first.field}
    named: list[Json] = []
    for each in items:
        if each.contact and each.contact not in named:
            named.append(each.contact)
    metadata = {"display_phone_number": account.phone, "phone_number_id": account.phone_id}
    value = {"messaging_product": "whatsapp", "metadata": metadata, **({"contacts": named} if named else {})}
    return {"value": {**value, first.kind: [each.body for each in items]}, "field": first.field}


def one_by_one(account: Account, items: Iterable[Item]) -> list[bytes]:
    """A notification for each."""
    return [packed(account, [[each]]) for each in items]


def batched(account: Account, items: Iterable[Item], most: int, chance: Random) -> list[bytes]:
    """Notifications of one to `most` items in their order, nested by chance in every way that the platform may choose."""
    bodies, rest = [], list(items)
    while rest:
        size = chance.randint(1, most)
        bodies.append(packed(account, *_nested(rest[:size], chance)))
        rest = rest[size:]
    return bodies


def _nested(items: Sequence[Item], chance: Random) -> Iterator[Entry]:
    changes = [part for group in _alike(items) for part in _split(group, chance)]
    yield from _split(changes, chance)


def _alike(items: Sequence[Item]) -> Iterator[list[Item]]:
    for (_, kind), group in groupby(items, lambda each: (each.field, each.kind)):
        alike = list(group)
        yield from [alike] if kind else [[each] for each in alike]


def _split(values: Sequence[Part], chance: Random) -> Iterator[Sequence[Part]]:
    start = 0
    while start < len(values):
        size = chance.randint(1, len(values) - start)
        yield values[start : start + size]
        start += size


def signed(body: bytes, secret: str) -> dict[str, str]:
    """The headers of a notification."""
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"Content-Type": "application/json", PROOF: f"sha256={digest}"}


async def post(session: aiohttp.ClientSession, url: str, body: bytes, secret: str) -> int:
    """Tell once; gives the status of the answer, 0 where there was none."""
    try:
        async with session.post(url, data=body, headers=signed(body, secret)) as answer:
            return answer.status
    except aiohttp.ClientError:
        return 0


async def tell(session: aiohttp.ClientSession, url: str, bodies: Sequence[bytes], secret: str, connections: int) -> list[int]:
    """Tell everything over some connections, each until it is taken; gives how often each was told."""
    told = [1] * len(bodies)
    waiting = iter(range(len(bodies)))

    async def connection() -> None:
        for at in waiting:
            while await post(session, url, bodies[at], secret) != 200:
                told[at] += 1
                await asyncio.sleep(AGAIN)

    await asyncio.gather(*(connection() for _ in range(connections)))
    return told


async def challenge(session: aiohttp.ClientSession, url: str, token: str, word: str) -> None:
    """Ask whether an address wants to be told. Raises ValueError."""
    asked = {"hub.mode": "subscribe", "hub.verify_token": token, "hub.challenge": word}
    async with session.get(url, params=asked) as answer:
        if answer.status != 200 or await answer.text() != word:
            raise ValueError("The callback URL or verify token couldn't be validated.")


async def forward(
    session: aiohttp.ClientSession, url: str, secret: str, take: Callable[[], list[bytes]], arrived: asyncio.Event
) -> None:
    """Tell what comes up for as long as the task runs."""
    while True:
        bodies = take()
        if bodies:
            await tell(session, url, bodies, secret, 1)
            continue
        arrived.clear()
        await arrived.wait()
