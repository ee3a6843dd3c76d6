"""10,000 forged attempts on a desk: role × action × object, over every button, command, step and sandbox call.

    python -m tests.bench.forged [--attempts 10000]

Everybody who may not do something tries it with what is their office's; everybody who may tries it with what is another
office's, not there, another's or tampered with. Each attempt is worked on as an event of its own and then forgotten, so that
all start from the same rows. Takes a few minutes. Prints what was tried and what changed; writes var/bench/forged.json.
Ends with 1 where anything changed that was not the actor's own, where something raised, or where an attempt was not logged.
"""

import argparse
import asyncio
import collections
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import update

from bot import dispatch
from storage.database import Database, EveryOfficeDb
from storage.records import Event, EventId
from storage.tables import conversations
from tests.bench import forged_calls
from tests.bench.forged_attempts import Attempt, attempts, some, tokens_shown
from tests.bench.forged_world import Rows, actors, changes, forms, plant, snapshot, world
from tests.bench.results import show, write
from tests.desk import Desk

Outcome = Mapping[str, Any]


class _Undone(Exception):
    """No fault: it ends a transaction that shall leave nothing behind."""


@asynccontextmanager
async def undone(database: Database) -> AsyncIterator[EveryOfficeDb]:
    """A transaction of which nothing stays."""
    with suppress(_Undone):
        async with database.write() as every:
            yield every
            raise _Undone


async def tried(desk: Desk, attempt: Attempt, before: Rows) -> list[str]:
    """What one attempt changed though it may not, raised, or left without a line in the log."""
    phone, said = attempt.actor.phone, len(desk.log)
    spoken, channel = desk.app.desks[phone.desk.account.id], phone.desk.channel
    raw = channel.pressed(phone.chat, attempt.presses) if attempt.presses else channel.said(phone.chat, attempt.says)
    channel._chats[phone.chat].clear()  # nobody reads thousands of answers
    event = Event(EventId(0), spoken.account.id, raw.key, raw.chat, raw.body, 0, desk.now)
    try:
        async with undone(desk.app.database) as every:
            if form := attempt.form:
                here = (conversations.c.chat == phone.chat, conversations.c.account_id == spoken.account.id)
                await every.run(update(conversations).where(*here).values(step=form.step, kept=form.kept, changed_at=desk.now))
            await dispatch.answer(every, spoken, [event], desk.now)
            found = changes(before, await snapshot(every, phone.chat), attempt.actor, own=attempt.own)
    except Exception as fault:  # noqa: BLE001 - whatever a handler raises of what somebody sent is a fault to be shown
        return [f"raised {fault!r}"[:200]]
    logged = any(each["event"] == "asked" and each["person"] == attempt.actor.person.id for each in desk.log[said:])
    return found if logged else [*found, "not logged"]


async def run(desk: Desk, number: int) -> Outcome:
    """So many attempts on a desk; gives how many there were of each kind, and what went wrong."""
    counted: collections.Counter[tuple[str, str]] = collections.Counter()
    calls = await forged_calls.made(desk)
    counted.update(("sandbox call", each) for each in calls.tried)
    everybody, open_forms = await actors(desk), await forms(desk)
    possible, wrong = attempts(everybody, tokens_shown(desk), open_forms), list(calls.wrong)
    async with desk.app.database.write() as every:
        await plant(every)
        begun = {each.phone.chat: await snapshot(every, each.phone.chat) for each in everybody}
    for each in some(possible, number - len(calls.tried)):
        counted[each.kind, each.aim] += 1
        wrong += [f"{each}: {fault}" for fault in await tried(desk, each, begun[each.actor.phone.chat])]
    return {"attempts": counted.total(), "possible": len(possible), "counted": counted, "wrong": wrong}


async def measure(folder: Path, number: int) -> Outcome:
    """The same on a desk of its own."""
    async with world(folder) as desk:
        return await run(desk, number)


def report(found: Outcome) -> bool:
    """Print what was tried; gives whether nothing went wrong."""
    show(["tried with", "aimed at", "attempts"], [[*each, number] for each, number in sorted(found["counted"].items())])
    for each in found["wrong"][:60]:
        print(f"WRONG  {each}")
    print(f"{found['attempts']:,} attempts, {len(found['wrong'])} of them wrong")
    return not found["wrong"]


def main(arguments: Sequence[str] | None = None) -> bool:
    """Try, print and write."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.forged")
    asked.add_argument("--attempts", type=int, default=10_000)
    given = asked.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measure(Path(folder), given.attempts))
    good = report(found)
    counted = {" ".join(each): number for each, number in sorted(found["counted"].items())}
    write("forged", {"good": good, **found, "counted": counted})
    return good


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
