"""THE ONE WAY OUT. A lane per account empties the outbox: claim, render, mark as called, call, settle."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot import listeners, outcomes
from bot.aftermath import follow
from bot.channels.base import Channel, Problem, Receipt, SendError
from bot.outcomes import Outcome
from bot.pace import Pace
from bot.render import Renderer
from bot.talks import Talks
from messages.card import Part
from storage import accounts, fates, files, lanes, outbox, people
from storage.changes import Watch
from storage.database import Database, EveryOfficeDb, Urgency
from storage.offices import office_by_id
from storage.records import Account, AccountState, OutboxRow, Purpose, RowId, RowState, Wait

log = structlog.get_logger()
AMENDED_WITHIN = timedelta(minutes=5)
CLAIM = 25  # rows: at most a second of a platform's pace
BULK = frozenset({Purpose.RELEASE, Purpose.ANNOUNCEMENT, Purpose.REMINDER, Purpose.DIGEST})


@dataclass(frozen=True)
class Ready:
    """A claimed row with its message, and the earlier message whose place it takes, if that can be."""

    row: OutboxRow
    part: Part
    earlier: str


@dataclass(frozen=True)
class Settled:
    """What became of one call."""

    row: OutboxRow
    outcome: Outcome
    receipt: Receipt | None = None
    error: SendError | None = None


class Lane:
    """The one sender of an account."""

    def __init__(self, database: Database, account: Account, channel: Channel, pace: Pace, now: Callable[[], datetime]) -> None:
        self._database = database
        self._account = account
        self._channel = channel
        self._pace = pace
        self._now = now
        self._watch = Watch(database.changes, account.office_id)
        self.stopped = account.state is AccountState.BROKEN
        self._broke_off = False  # a round was left in its middle, by a fault of ours or of the database

    async def recover(self) -> None:
        """After a stop: leases are given back, and what was being called has an unknown fate."""
        async with self._write() as db:
            await lanes.release_leases(db, self._account.id)
            for row in await lanes.interrupted(db, self._account.id):
                await self._settle(db, Settled(row, self._outcome(Problem.UNSURE, row)))

    async def round(self) -> int:
        """Claim what is due, send it, and settle; gives the number of rows worked on."""
        if self.stopped or not (self._watch.calls(self._now()) or self._broke_off):
            return 0
        if self._broke_off:
            await self.recover()
        self._broke_off = True
        worked = await self._work()
        self._broke_off = False
        return worked

    async def _work(self) -> int:
        async with self._write() as db:
            rows = await lanes.claim(db, self._account.id, self._now(), CLAIM)
            ready = await self._prepare(db, rows)
            if not rows:
                self._watch.rest(await lanes.next_due(db, self._account.id), self._now())
        waiting = list(ready)
        while waiting and not self.stopped:
            group = [each for each in waiting if self._may_go(each)]
            if group:
                await self._send(group)
            waiting = [each for each in waiting if each not in group]
            if waiting and not group:
                break
        if waiting:
            async with self._write() as db:
                await lanes.release_leases(db, self._account.id, [each.row.id for each in waiting])
        return len(rows) - len(waiting)

    def _write(self) -> AbstractAsyncContextManager[EveryOfficeDb]:
        return self._database.write(Urgency.SETTLE, only=[self._account.office_id])

    def wait(self) -> float:
        """Seconds until the platform's pace lets anything go."""
        return self._pace.wait("", bulk=False, now=time.monotonic())

    def _may_go(self, each: Ready) -> bool:
        now, bulk = time.monotonic(), each.row.purpose in BULK
        if self._pace.wait(each.row.chat, bulk=bulk, now=now) > 0:
            return False
        self._pace.count(each.row.chat, bulk=bulk, now=now)
        return True

    async def _prepare(self, db: EveryOfficeDb, rows: Sequence[OutboxRow]) -> list[Ready]:
        """Render each row; what cannot be said fails aloud, and the rest goes on."""
        renderer = Renderer(db, self._account.id, self._channel.abilities, self._now())
        talks = Talks(db, self._account, self._channel.abilities.open_for, self._now())
        closed = await talks.closed(rows)
        ready = []
        for row in rows:
            try:
                found = (
                    await self._template(db, talks, row, renderer) if row.chat in closed else await self._parts(db, row, renderer)
                )
            except Exception as fault:  # one broken card may not stop the lane
                log.exception("card cannot be said", row=row.id, card=row.card)
                await lanes.settle(db, row.id, RowState.FAILED, self._now(), problem=f"unsayable: {type(fault).__name__}")
                continue
            ready += [found] if found else []
        return ready

    async def _parts(self, db: EveryOfficeDb, row: OutboxRow, renderer: Renderer) -> Ready | None:
        """The message of a row, in the place of an earlier one or quoting it; nothing where only that place would do."""
        can_replace = self._channel.abilities.can_replace
        if not can_replace and not await self._stands(db, row):
            return None
        parts = await renderer.parts(row)
        if row.parts == 0:
            await lanes.split(db, row, len(parts), self._now())
        earlier = await self._earlier(db, row)
        part = parts[row.part - 1] if can_replace else replace(parts[row.part - 1], quotes=earlier)
        return Ready(replace(row, parts=len(parts)), part, earlier if can_replace else "")

    async def _stands(self, db: EveryOfficeDb, row: OutboxRow) -> bool:
        """Whether a row may be said where nothing can be changed afterwards.

        What only updates a line is left out, and what may soon be amended waits a little, so that it is said once.
        """
        if row.purpose is Purpose.PROGRESS and row.replaces_id:
            await lanes.settle(db, row.id, RowState.CANCELLED, self._now())
            return False
        ripe = row.created_at + AMENDED_WITHIN
        if row.purpose is Purpose.RECEIPT and self._now() < ripe:
            await lanes.settle(db, row.id, RowState.WAITING, self._now(), not_before=ripe)
            return False
        return True

    async def _template(self, db: EveryOfficeDb, talks: Talks, row: OutboxRow, renderer: Renderer) -> Ready | None:
        """The row as an approved template; else it is parked."""
        found = await talks.instead(row, renderer)
        if isinstance(found, Wait):
            await lanes.settle(db, row.id, RowState.PARKED, self._now(), problem=found)
            return None
        await lanes.said_as(db, row.id, found.template.name if found.template else "")
        return Ready(replace(row, parts=1), found, "")

    async def _earlier(self, db: EveryOfficeDb, row: OutboxRow) -> str:
        if not row.replaces_id or row.part > 1:
            return ""
        earlier = await lanes.by_id(db, RowId(row.replaces_id))
        return earlier.platform_id if earlier else ""

    async def _send(self, group: Sequence[Ready]) -> None:
        """Mark a group as called in one commit, call, and settle in one commit."""
        async with self._write() as db:
            still = await lanes.calling(db, [each.row.id for each in group], self._now())
        calls = asyncio.ensure_future(self._call_all([each for each in group if each.row.id in still]))
        try:
            await asyncio.shield(calls)
        except asyncio.CancelledError:
            await calls  # told to stop: what was begun is finished, so that nothing is left in doubt
            raise

    async def _call_all(self, group: Sequence[Ready]) -> None:
        settled = await asyncio.gather(*(self._call(each) for each in group))
        async with self._write() as db:
            for each in settled:
                await self._settle(db, each)

    async def _call(self, ready: Ready) -> Settled:
        row = ready.row
        try:
            return Settled(row, Outcome(RowState.SENT), await self._said(ready))
        except SendError as caught:
            error = caught
        except Exception as fault:  # our own: nobody knows how far the call came, and the others go on
            log.exception("call failed", row=row.id, card=row.card)
            error = SendError(Problem.UNSURE, type(fault).__name__)
        then = self._outcome(error.problem, row, error.wait)
        return Settled(row, Outcome(RowState.WAITING) if error.moved_to else then, error=error)

    async def _said(self, ready: Ready) -> Receipt:
        if ready.earlier:
            try:
                return await self._channel.replace(ready.row.chat, ready.earlier, ready.part)
            except SendError as error:
                if error.problem is not Problem.REFUSED:
                    raise
        return await self._channel.send(
            ready.row.chat, ready.part, fates.reference(ready.row)
        )  # the earlier one is gone: say it anew

    def _outcome(self, problem: Problem, row: OutboxRow, wait: float = 0.0) -> Outcome:
        return outcomes.outcome(problem, row.purpose, row.tries, wait, told_later=self._channel.abilities.told_later)

    async def _settle(self, db: EveryOfficeDb, settled: Settled) -> None:
        row, outcome, now = settled.row, settled.outcome, self._now()
        listeners.settled(self._account, row, outcome.state, now - row.created_at)
        if settled.receipt:
            await lanes.settle(db, row.id, RowState.SENT, now, platform_id=settled.receipt.platform_id)
            for file_id, handle in settled.receipt.handles.items():
                await files.uploaded(db, self._account.id, file_id, handle, now)
            return
        error = settled.error
        problem = error.problem if error else Problem.UNSURE
        tried = {"tries": row.tries + (problem is not Problem.BUSY), "problem": str(problem)}
        again = {"not_before": now + outcome.wait} if outcome.state is RowState.WAITING else {}
        await lanes.settle(db, row.id, outcome.state, now, **tried, **again)
        log.warning("not sent", row=row.id, card=row.card, problem=problem, then=outcome.state)
        if outcome.state is RowState.FAILED:
            await lanes.drop_rest(db, replace(row, problem=str(problem)), now)
        if error:
            await self._follow(db, row, outcome, error)

    async def _follow(self, db: EveryOfficeDb, row: OutboxRow, outcome: Outcome, error: SendError) -> None:
        """What a failure means for the person and for the account."""
        if error.moved_to:
            await people.move_chat(db, self._account.id, row.chat, error.moved_to)
            await outbox.move_chat(db, self._account.id, row.chat, error.moved_to)
        else:
            await follow(db.of(await office_by_id(db, row.office_id)), row, outcome, self._now())
        if error.problem is Problem.BUSY:
            self._pace.close(error.wait, time.monotonic())
        if outcome.stops_account:
            self.stopped = True
            await accounts.mark(db, self._account.id, AccountState.BROKEN, error.detail)
