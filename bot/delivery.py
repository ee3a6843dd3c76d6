"""THE ONE WAY OUT. A lane per account empties the outbox: claim, render, mark as called, call, settle."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from bot import circuit, listeners, outcomes
from bot.aftermath import follow
from bot.channels.base import Channel, Problem, Receipt, SendError
from bot.hush import Hush
from bot.merging import apart
from bot.outcomes import Outcome
from bot.pace import TICK, Pace
from bot.prepare import Ready, messages
from bot.stopping import finished, whole
from storage import accounts, fates, files, hushed, lanes, outbox, people
from storage.changes import Watch
from storage.database import Database, EveryOfficeDb
from storage.offices import office_by_id
from storage.outbox import BULK
from storage.records import Account, AccountState, FileId, OutboxRow, RowId, RowState
from storage.turns import Urgency

log = structlog.get_logger()
MOST_FLYING = 1024  # calls under way
IDLE = 1.0  # seconds between looks where nothing called


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
    called: bool = True  # False where it was taken and not called after all
    also: tuple[OutboxRow, ...] = ()  # the rows that were said in the same message

    def each(self) -> tuple["Settled", ...]:
        """What became of it is what became of every row that it said."""
        return tuple(replace(self, row=row, also=()) for row in (self.row, *self.also))


class Lane:
    """The one sender of an account."""

    def __init__(
        self, database: Database, account: Account, channel: Channel, pace: Pace, now: Callable[[], datetime],
        lease: Callable[[], int | None] = lambda: 0,
    ) -> None:  # fmt: skip
        self._database = database
        self.account = account
        self._channel = channel
        self._pace = pace
        self._now = now
        self._lease = lease  # the number under which we are the account's sender now; None where another may be
        self._number = 0
        self._failures = circuit.Row()
        self._uploading: dict[FileId, RowId] = {}  # which row takes a file up to the platform now
        self._flying: dict[asyncio.Task[None], int] = {}  # batches that were launched, with their number of messages
        self._watch = Watch(database.changes, account.office_id)
        self._hush = Hush(account.office_id)
        self._late = 0.0  # seconds that the last step took
        self._in_doubt = False  # whether rows may have been taken without our knowing
        self._unwritten: list[Settled] = []  # what became of calls, known and not yet in the database
        self.stopped = account.state is AccountState.BROKEN

    async def recover(self) -> None:
        """After a stop: what was being called has an unknown fate."""
        async with self._write() as db:
            for row in await lanes.interrupted(db, self.account.id):
                await self._settle(db, Settled(row, self._outcome(Problem.UNSURE, row)))

    async def round(self) -> int:
        """Send the next batch and settle it; gives the number of rows worked on."""
        batch = await self._take()
        await self._finish(*await self._launch(batch.ready))
        return batch.worked

    async def run(self, looked: Callable[[], None]) -> None:
        """Send whatever comes, until told to stop: the next batch is taken while earlier ones are under way."""
        try:
            while True:
                try:
                    worked = await whole(self._step())
                except Exception:
                    log.exception("lane failed", account=self.account.id)
                    await asyncio.sleep(IDLE)
                    continue
                looked()
                self._flying = {each: number for each, number in self._flying.items() if not each.done()}
                await self._rest(worked)
        finally:
            await finished(self._flying)

    @property
    def busy(self) -> bool:
        """Whether calls are under way, or what became of them is not written yet."""
        return bool(self._unwritten) or any(not each.done() for each in self._flying)

    async def _step(self) -> int:
        began = time.monotonic()
        batch = await self._take()
        if batch.ready:
            launched = await self._launch(batch.ready)
            self._flying[asyncio.create_task(self._finish_aside(*launched))] = len(batch.ready)
        self._late = time.monotonic() - began
        return batch.worked

    async def _finish_aside(self, calls: Sequence[asyncio.Task[Settled]], left: Sequence[Ready]) -> None:
        try:
            await self._finish(calls, left)
        except Exception:  # what is known is kept, and written with the next batch
            log.exception("not settled", account=self.account.id)

    async def _rest(self, worked: int) -> None:
        """Until there is a reason to look again."""
        now = self._now()
        if sum(self._flying.values()) >= MOST_FLYING:
            await asyncio.wait(self._flying, return_when=asyncio.FIRST_COMPLETED)
        elif worked or self._unwritten:
            await asyncio.sleep(0)
        elif self._watch.calls(now) and not self.stopped and self._lease() is not None:  # the pace alone is in the way
            await asyncio.sleep(TICK / 4)
        else:
            soon = (self._watch.due - now).total_seconds() if self._watch.due else IDLE
            await self._database.changes.next(self.account.office_id, min(max(soon, 0.0), IDLE))

    async def _take(self) -> Batch:
        """Take what may go within the next tick and make its messages, in one commit."""
        if self._in_doubt:
            await finished(self._flying)
        await self._write_down()
        number, now = self._lease(), time.monotonic()
        if number is None:
            return Batch()
        if number != self._number or self._in_doubt:
            await self.recover()
            self._number, self._in_doubt = number, False
        if not self._watch.calls(self._now()) or not await self._runs():
            return Batch()
        room = self._pace.room(now, bulk=False, late=self._late)
        if not room:
            return Batch()
        self._in_doubt = True  # until the commit is heard of: it may come through although the line was cut
        async with self._write() as db:
            most = self._pace.room(now, bulk=True, late=self._late)
            if until := await self._hush.until(db, self._now()):
                await hushed.hush(db, self.account.id, self._now(), until)
            rows = await lanes.claim(db, self.account.id, self._now(), room, most, self._pace.resting(now))
            if not rows:
                self._watch.rest(await lanes.next_due(db, self.account.id), self._now())
            found = await messages(db, self.account, self._channel.abilities, rows, self._uploading, self._now())
        self._in_doubt = False
        return Batch(found, len(rows))

    async def _runs(self) -> bool:
        """Whether the account is not stopped, or was let go on."""
        if self.stopped:
            async with self._database.read() as db:
                self.stopped = await accounts.stopped(db, self.account.id)
            if self.stopped:
                self._watch.rest(None, self._now())
            else:
                self._failures.worked()
        return not self.stopped

    async def _launch(self, ready: Sequence[Ready]) -> tuple[list[asyncio.Task[Settled]], list[Ready]]:
        """Call each when its time has come; gives the calls, and what could not go after all."""
        calls, left = [], []
        for each in ready:
            if await self._may_go(each):
                calls.append(asyncio.create_task(self._call(each)))
                await asyncio.sleep(0)  # it leaves now, when it was counted
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
        if self.stopped or self._lease() != self._number:
            return False
        self._pace.count(chat, bulk=bulk, now=time.monotonic())
        return True

    async def _finish(self, calls: Sequence[asyncio.Task[Settled]], left: Sequence[Ready]) -> None:
        """Write what became of calls, in one commit."""
        put_back = [Settled(each.row, Outcome(RowState.WAITING), called=False, also=each.also) for each in left]
        told = await asyncio.gather(*calls)  # before the list is looked at: meanwhile others add to it, and take from it
        self._unwritten += [one for each in (*put_back, *told) for one in each.each()]
        await self._write_down()

    async def _write_down(self) -> None:
        known, self._unwritten = self._unwritten, []
        if not known:
            return
        try:
            async with self._write() as db:
                await lanes.sent(db, [(each.row, each.receipt.platform_id) for each in known if each.receipt], self._now())
                for each in known:
                    await self._settle(db, each)
            settled = {each.row.id for each in known}
            self._uploading = {file: row for file, row in self._uploading.items() if row not in settled}
        except BaseException:  # also when told to stop: it is tried again as long as there is somebody to try
            self._unwritten = [*known, *self._unwritten]
            raise

    def _write(self) -> AbstractAsyncContextManager[EveryOfficeDb]:
        return self._database.write(Urgency.SETTLE, only=[self.account.office_id])

    async def _call(self, ready: Ready) -> Settled:
        row = ready.row
        try:
            receipt = await self._said(ready)
            self._failures.worked()
            return Settled(row, Outcome(RowState.SENT), receipt, also=ready.also)
        except SendError as caught:
            error = caught
            if error.problem is Problem.BUSY:  # at once, so that not one more goes
                self._pace.close(error.wait, time.monotonic())
        except Exception as fault:  # our own: nobody knows how far the call came, and the others go on
            log.exception("call failed", row=row.id, card=row.card)
            error = SendError(Problem.UNSURE, type(fault).__name__)
        then = self._outcome(error.problem, row, error.wait)
        self.stopped |= then.stops_account or self._failures.failed(error)
        return Settled(row, Outcome(RowState.WAITING) if error.moved_to else then, error=error, also=ready.also)

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
            listeners.settled(self.account, row, outcome.state, now - row.created_at)
        if settled.receipt:
            for file_id, handle in settled.receipt.handles.items():
                await files.uploaded(db, self.account.id, file_id, handle, now)
            return
        if not await lanes.still_called(db, row):
            log.warning("another lane took over", row=row.id)
            return
        if outcome.state is not RowState.UNSURE:
            await apart(db, row)
        error = settled.error
        if not settled.called:
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
            await people.move_chat(db, self.account.id, row.chat, error.moved_to)
            await outbox.move_chat(db, self.account.id, row.chat, error.moved_to)
        else:
            await follow(db.of(await office_by_id(db, row.office_id)), row, outcome, self._now())
        if self.stopped:
            await circuit.stop(db, self.account, error.detail, self._now())
