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
from bot.pace import AT_ONCE, TICK, Pace
from bot.render import Renderer
from bot.stopping import finished, whole
from bot.talks import Talks
from messages.card import Part
from storage import accounts, fates, files, lanes, outbox, people
from storage.changes import Watch
from storage.database import Database, EveryOfficeDb, Urgency
from storage.offices import office_by_id
from storage.outbox import BULK
from storage.records import Account, AccountState, OutboxRow, Purpose, RowId, RowState, Wait

log = structlog.get_logger()
AMENDED_WITHIN = timedelta(minutes=5)
MOST_FLYING = 1024  # calls under way
IDLE = 1.0  # seconds between looks where nothing called


@dataclass(frozen=True)
class Ready:
    """A claimed row with its message, and the earlier message whose place it takes, if that can be."""

    row: OutboxRow
    part: Part
    earlier: str


@dataclass(frozen=True)
class Batch:
    """What was taken at once: the messages to send, and how many rows were worked on for it."""

    ready: Sequence[Ready] = ()
    worked: int = 0


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
        self._unwritten: list[Settled] = []  # what became of calls, known and not yet in the database
        self.stopped = account.state is AccountState.BROKEN

    async def recover(self) -> None:
        """After a stop: what was being called has an unknown fate."""
        async with self._write() as db:
            for row in await lanes.interrupted(db, self._account.id):
                await self._settle(db, Settled(row, self._outcome(Problem.UNSURE, row)))

    async def round(self) -> int:
        """Send the next batch and settle it; gives the number of rows worked on."""
        batch = await self._take()
        await self._finish(*await self._launch(batch.ready))
        return batch.worked

    async def run(self, looked: Callable[[], None]) -> None:
        """Send whatever comes, until told to stop: the next batch is taken while earlier ones are under way."""
        flying: set[asyncio.Task[None]] = set()
        try:
            while True:
                try:
                    worked = await whole(self._step(flying))
                except Exception:
                    log.exception("lane failed", account=self._account.id)
                    await asyncio.sleep(IDLE)
                    continue
                looked()
                flying -= {each for each in flying if each.done()}
                await self._rest(worked, flying)
        finally:
            await finished(flying)

    async def _step(self, flying: set[asyncio.Task[None]]) -> int:
        batch = await self._take()
        if batch.ready:
            flying.add(asyncio.create_task(self._finish_aside(*await self._launch(batch.ready))))
        return batch.worked

    async def _finish_aside(self, calls: Sequence[asyncio.Task[Settled]], left: Sequence[Ready]) -> None:
        try:
            await self._finish(calls, left)
        except Exception:  # what is known is kept, and written with the next batch
            log.exception("not settled", account=self._account.id)

    async def _rest(self, worked: int, flying: set[asyncio.Task[None]]) -> None:
        """Until there is a reason to look again."""
        now = self._now()
        if len(flying) * AT_ONCE >= MOST_FLYING:
            await asyncio.wait(flying, return_when=asyncio.FIRST_COMPLETED)
        elif worked or self._unwritten:
            await asyncio.sleep(0)
        elif self._watch.calls(now) and not self.stopped:  # the pace alone is in the way
            await asyncio.sleep(TICK / 4)
        else:
            soon = (self._watch.due - now).total_seconds() if self._watch.due else IDLE
            await self._database.changes.next(self._account.office_id, min(max(soon, 0.0), IDLE))

    async def _take(self) -> Batch:
        """Take what may go within the next tick and make its messages, in one commit."""
        await self._write_down()
        now = time.monotonic()
        room = 0 if self.stopped else self._pace.room(now, bulk=False)
        if not room or not self._watch.calls(self._now()):
            return Batch()
        async with self._write() as db:
            most, resting = self._pace.room(now, bulk=True), self._pace.resting(now)
            rows = await lanes.claim(db, self._account.id, self._now(), room, most, resting)
            if not rows:
                self._watch.rest(await lanes.next_due(db, self._account.id), self._now())
            return Batch(await self._prepare(db, rows), len(rows))

    async def _launch(self, ready: Sequence[Ready]) -> tuple[list[asyncio.Task[Settled]], list[Ready]]:
        """Call each when its time has come; gives the calls, and what could not go after all."""
        calls, left = [], []
        for each in ready:
            if await self._may_go(each):
                calls.append(asyncio.create_task(self._call(each)))
            else:
                left.append(each)
        return calls, left

    async def _may_go(self, each: Ready) -> bool:
        """Wait for the pace. False where the lane was stopped or the platform wants a pause meanwhile."""
        chat, bulk = each.row.chat, each.row.purpose in BULK
        while (wait := self._pace.wait(chat, bulk=bulk, now=time.monotonic())) > 0:
            if wait > TICK or self.stopped:
                return False
            await asyncio.sleep(wait)
        self._pace.count(chat, bulk=bulk, now=time.monotonic())
        return not self.stopped

    async def _finish(self, calls: Sequence[asyncio.Task[Settled]], left: Sequence[Ready]) -> None:
        """Write what became of calls, in one commit."""
        self._unwritten += [Settled(each.row, Outcome(RowState.WAITING)) for each in left]
        self._unwritten += await asyncio.gather(*calls)
        await self._write_down()

    async def _write_down(self) -> None:
        known, self._unwritten = self._unwritten, []
        if not known:
            return
        try:
            async with self._write() as db:
                await lanes.sent(db, {each.row.id: each.receipt.platform_id for each in known if each.receipt}, self._now())
                for each in known:
                    await self._settle(db, each)
        except BaseException:  # also when told to stop: it is tried again as long as there is somebody to try
            self._unwritten = [*known, *self._unwritten]
            raise

    def _write(self) -> AbstractAsyncContextManager[EveryOfficeDb]:
        return self._database.write(Urgency.SETTLE, only=[self._account.office_id])

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
        if row.parts == 0 and len(parts) > 1:
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

    async def _call(self, ready: Ready) -> Settled:
        row = ready.row
        try:
            return Settled(row, Outcome(RowState.SENT), await self._said(ready))
        except SendError as caught:
            error = caught
            if error.problem is Problem.BUSY:  # at once, so that not one more goes
                self._pace.close(error.wait, time.monotonic())
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
        # Where there was an earlier one it is gone: this is said anew.
        return await self._channel.send(ready.row.chat, ready.part, fates.reference(ready.row))

    def _outcome(self, problem: Problem, row: OutboxRow, wait: float = 0.0) -> Outcome:
        return outcomes.outcome(problem, row.purpose, row.tries, wait, told_later=self._channel.abilities.told_later)

    async def _settle(self, db: EveryOfficeDb, settled: Settled) -> None:
        row, outcome, now = settled.row, settled.outcome, self._now()
        if settled.error or outcome.state is not RowState.WAITING:  # it was called
            listeners.settled(self._account, row, outcome.state, now - row.created_at)
        if settled.receipt:
            for file_id, handle in settled.receipt.handles.items():
                await files.uploaded(db, self._account.id, file_id, handle, now)
            return
        error = settled.error
        if error is None and outcome.state is RowState.WAITING:  # it was not called after all
            await lanes.settle(db, row.id, RowState.WAITING, now)
            return
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
        if outcome.stops_account:
            self.stopped = True
            await accounts.mark(db, self._account.id, AccountState.BROKEN, error.detail)
