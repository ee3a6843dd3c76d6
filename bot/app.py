"""How the desk is wired: database, channels, lanes, workers; started and stopped in order."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from functools import partial

import structlog

from bot.channels.base import Channel, Polled, Problem, RawEvent, SendError
from bot.clock import OFFSET, Bell, Clock
from bot.delivery import Lane
from bot.dispatch import Desk, Dispatch
from bot.endless import IDLE, Work, repeated, rung, working
from bot.files import Files
from bot.inbox import Intake, take_in_updates
from bot.leases import Leases, Wanted
from bot.menus import Menus
from bot.pace import FREE, Pace
from bot.picturing import Portraying, undrawn
from bot.stopping import finished
from bot.visiting import Visiting, nowhere
from bot.worker import Worker
from messages.inbound import Happening
from storage import accounts, inbox, jobs, lanes, offices
from storage.database import Database
from storage.records import Account, AccountId, ChannelKind
from storage.wire import Wire

log = structlog.get_logger()
CLOCK = "clock"  # the name under which the bell and the menus are leased
POLL = 25.0  # seconds a poll may hang
POLL_PAUSE = 5.0  # seconds after a failed poll
NEWCOMERS = 5.0  # seconds between two looks for accounts that were added, or whose secret was renewed
FRESH = 100  # events at once: a larger batch is of some time ago, and nobody looks at a spinner any more
MakeChannel = Callable[[Account], Channel]


class Duty(StrEnum):
    """What a process can be started for; one alone does everything."""

    WEB = "web"  # what comes in: webhooks and polls
    LANES = "lanes"  # what goes out
    JOBS = "jobs"  # what is done between: answers, sweeps, jobs, menus


EVERYTHING = frozenset(Duty)


def unhurried(_: ChannelKind) -> Pace:
    """The pace of a sandbox: none."""
    return Pace(FREE, FREE, FREE)


class App:
    """The running desk. `settle` and `jump` drive it by hand, for sandbox and tests; `running` drives it by itself."""

    def __init__(  # noqa: PLR0913 - what a desk is made of
        self, database: Database, files: Files, make: MakeChannel, clock: Clock,
        pace: Callable[[ChannelKind], Pace] = unhurried, visit: Visiting = nowhere, *, portray: Portraying = undrawn,
        shares: bool = False,
    ) -> None:  # fmt: skip
        """`shares` where other processes may work on the same database while this one is `running`."""
        self.database = database
        self.files = files
        self.clock = clock
        self.desks: dict[AccountId, Desk] = {}
        self._intake = Intake(database)
        self._make = make
        self._pace = pace
        self._leases = Leases(database, self._busy) if shares else None
        self._lanes: dict[str, Lane] = {}  # by the name under which each is leased
        self.beats: dict[AccountId, float] = {}  # when each lane last looked, on the monotonic clock
        self._dispatch = Dispatch(database, self.desks, clock.now)
        self._worker = Worker(database, self.desks, files, clock.now, visit, portray)
        self._bell = Bell(database, clock.now)
        self._menus = Menus(database, self.desks, clock.now)
        self._driving = asyncio.Lock()
        self._aside: set[asyncio.Task[None]] = set()

    def now(self) -> datetime:
        """The desk's now."""
        return self.clock.now()

    async def open(self) -> None:
        """Make a channel and a lane for every account; what was left half done is taken up."""
        async with self.database.read() as db:
            self.clock.offset = timedelta(seconds=float(await offices.remembered(db, OFFSET) or 0))
            known = await accounts.everyone(db)
        for account in known:
            await self.take_on(account)

    async def take_on(self, account: Account, served_by: Sequence[asyncio.Task[None]] = ()) -> None:
        """Start to speak for an account as it is now, once what served it before has finished what it was at.

        Raises Sealed where its secret cannot be opened; then nothing was changed.
        """
        channel = self._make(account)
        for task in served_by:
            task.cancel()
        await finished(served_by)
        if known := self.desks.get(account.id):
            await known.channel.close()
        name = f"lane:{account.id}"
        lane = Lane(self.database, account, channel, self._pace(account.kind), self.clock.now, partial(self._lease, name))
        if not self._leases:  # else what is being called may be another's, until the lane is ours
            await lane.recover()
        self.desks[account.id], self._lanes[name] = Desk(account, channel), lane

    def _lease(self, name: str) -> int | None:
        """The number under which something is ours to drive; None where it is not."""
        return self._leases.number(name) if self._leases else 0

    def _busy(self, name: str) -> bool:
        return name in self._lanes and self._lanes[name].busy

    async def close(self) -> None:
        """Let go of everything, channels first."""
        if self._aside:
            await asyncio.wait(self._aside, timeout=1.0)  # a spinner that goes on spinning is no reason to stay
        for task in self._aside:
            task.cancel()
        await asyncio.gather(*self._aside, return_exceptions=True)
        for desk in self.desks.values():
            await desk.channel.close()
        await self.database.close()

    async def take_in(self, account: Account, events: Sequence[RawEvent]) -> None:
        """Store events of a platform."""
        await self._intake.store(account, events, self.now())
        for event in events if len(events) <= FRESH else ():
            self._acknowledge(account, event)

    def _acknowledge(self, account: Account, event: RawEvent) -> None:
        """Stop the spinner of a press while the desk works; nobody waits for it."""
        channel = self.desks[account.id].channel
        with contextlib.suppress(ValueError):
            heard = channel.understand(event.body)
            if heard.happening is Happening.PRESSED:
                task = asyncio.create_task(channel.acknowledge(heard))
                self._aside.add(task)
                task.add_done_callback(self._aside.discard)

    async def settle(self) -> None:
        """Until the desk is quiet: every event answered, every due sweep run, every job and message done."""
        async with self._driving:
            while await self._round():
                pass

    async def jump(self, ahead: timedelta) -> None:
        """Move the clock, stopping at every moment at which something is due, and settle there."""
        target = self.now() + ahead
        async with self._driving:
            while await self._round():
                pass
            while (due := await self._bell.next_due()) and due <= target:
                before = self.now()
                self.clock.move_to(due)
                worked = await self._round()
                while await self._round():
                    pass
                if not worked and self.now() <= before:  # due, yet nothing could be done: go on
                    break
            self.clock.move_to(target)
            while await self._round():
                pass
            async with self.database.write() as db:
                await offices.remember(db, OFFSET, str(self.clock.offset.total_seconds()))

    async def counts(self) -> Mapping[str, int]:
        """What is in hand: events to answer, messages to send, jobs to do."""
        async with self.database.read() as db:
            return {"events": await inbox.unread(db), "messages": await lanes.unsent(db), "jobs": await jobs.waiting(db)}

    async def next_due(self) -> datetime | None:
        """When something is next to be done."""
        return await self._bell.next_due()

    async def _round(self) -> int:
        worked = await self._dispatch.round() + await self._worker.round() + await self._menus.round()
        worked += sum([await lane.round() for lane in list(self._lanes.values())])
        return worked + await self._bell.ring()  # last, for what the others did may make something due

    async def _ring(self) -> None:
        if self._lease(CLOCK) is not None:
            await self._bell.strike()
            await self._menus.round()

    def _beat(self, account_id: AccountId) -> None:
        self.beats[account_id] = time.monotonic()

    @asynccontextmanager
    async def running(self, *, polls: bool = True, duties: frozenset[Duty] = EVERYTHING) -> AsyncIterator[None]:
        """Work by itself until the block ends: each lane, worker and poll is a task, and the bell wakes the sweeps."""
        wanted: dict[str, list[str]] = {duty: [CLOCK] if duty is Duty.JOBS else [] for duty in sorted(duties)}
        for duty, name, _ in [each for desk in self.desks.values() for each in self._work(desk, polls=polls)]:
            wanted.get(duty, []).append(name)
        rounds = (self._dispatch.round, self._worker.round) if Duty.JOBS in duties else ()
        mine = [repeated(each, self.database.changes) for each in rounds]
        mine += [rung(self._ring)] if rounds else []
        async with self._beside_others(wanted), working(self._serve(wanted, polls=polls), *mine):
            yield

    def _work(self, desk: Desk, *, polls: bool) -> Iterator[tuple[Duty, str, Work]]:
        """What an account needs, each with its duty and the name under which it is leased."""
        account_id = desk.account.id
        name = f"lane:{account_id}"
        yield Duty.LANES, name, partial(self._lanes[name].run, partial(self._beat, account_id))
        if polls and isinstance(desk.channel, Polled):
            yield Duty.WEB, f"poll:{account_id}", partial(self._poll, desk)

    async def _serve(self, wanted: Mapping[str, list[str]], *, polls: bool) -> None:
        """Drive every account by tasks of its own, also one that is added meanwhile; a renewed secret is a new beginning."""
        begun: dict[AccountId, list[asyncio.Task[None]]] = {}
        async with asyncio.TaskGroup() as tasks:
            while True:
                for account_id in self.desks.keys() - begun.keys():
                    work = [each for each in self._work(self.desks[account_id], polls=polls) if each[0] in wanted]
                    for duty, name, _ in work:
                        wanted[duty] += [name] if name not in wanted[duty] else []
                    begun[account_id] = [tasks.create_task(do()) for _, _, do in work]
                await asyncio.sleep(NEWCOMERS)
                for account in await self._newcomers():
                    try:
                        await self.take_on(account, begun.get(account.id, ()))
                        begun.pop(account.id, None)
                    except Exception:  # a secret that cannot be opened, say: the others are served on
                        log.exception("account not taken on", account=account.id)

    async def _newcomers(self) -> list[Account]:
        """The accounts that are not spoken for yet, or with another secret; none while the database is away."""
        try:
            async with self.database.read() as db:
                known = await accounts.everyone(db)
        except Exception:  # what is served already goes on
            log.exception("no look for new accounts")
            return []
        return [each for each in known if each.id not in self.desks or each.secret != self.desks[each.id].account.secret]

    @asynccontextmanager
    async def _beside_others(self, wanted: Wanted) -> AsyncIterator[None]:
        """Hear what other programs write; and where they do our work too, share it with them."""
        if not self._leases:
            async with working(rung(self.database.overhear)):
                yield
            return
        wire = Wire(self.database)
        async with working(wire.speak(), wire.listen()), self._leases.held(wanted):
            yield

    @asynccontextmanager
    async def ringing(self) -> AsyncIterator[None]:
        """Settle every second until the block ends: how a sandbox lives between its visitors' words."""
        async with working(rung(self.settle)):
            yield

    async def _poll(self, desk: Desk) -> None:
        cursor, known = desk.account.cursor, 0
        while isinstance(desk.channel, Polled):
            number = self._lease(f"poll:{desk.account.id}")
            if number is None:
                await asyncio.sleep(IDLE)
                continue
            try:
                if number != known:  # another process polled meanwhile
                    async with self.database.read() as db:
                        cursor, known = (await accounts.by_id(db, desk.account.id)).cursor, number
                updates = await desk.channel.updates(cursor, POLL)
                for each in updates:
                    if each.event:
                        self._acknowledge(desk.account, each.event)
                cursor = max(cursor, await take_in_updates(self.database, desk.account, updates, self.now()))
            except SendError as error:
                log.warning("poll failed", account=desk.account.id, problem=error.problem, detail=error.detail)
                await asyncio.sleep(error.wait if error.problem is Problem.BUSY else POLL_PAUSE)
            except Exception:  # a locked database, say: nothing was confirmed, so nothing is lost
                log.exception("poll failed", account=desk.account.id)
                await asyncio.sleep(POLL_PAUSE)
