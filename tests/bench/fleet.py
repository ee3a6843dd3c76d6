"""Processes of a desk that are killed at random moments and started again at once.

They are forked from the measurement, which has loaded everything, so that a start takes as long as the desk's own work at a
start. The measurement keeps no database open meanwhile.
"""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from bot.warm import warm_up
from tests.bench.desk import Orders, work

STARTING, START = 0.2, 0.2  # the share of kills that fall into a start, and for how many seconds that is
PATIENCE = 120.0  # seconds


class One:
    """One process."""

    def __init__(self, context: Any, orders: Orders) -> None:
        self._said, said = context.Pipe(duplex=False)
        self.process = context.Process(target=work, args=(orders, said), daemon=True)
        self.process.start()
        said.close()
        self._ready = False

    def until_ready(self) -> None:
        """Until it works."""
        if not self._ready:
            try:
                self._said.recv()
            except EOFError:
                self.process.join()
                raise SystemExit(f"a process ended by itself with {self.process.exitcode}") from None
        self._ready = True

    def peak_mb(self) -> float:
        """The most memory it had so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        self.process.join()

    def freeze(self, seconds: float, meanwhile: Callable[[], object]) -> None:
        """Let it stand still for so long, as a machine does that swaps or is suspended; then let it go on."""
        until = time.monotonic() + seconds
        os.kill(self.process.pid or 0, signal.SIGSTOP)
        try:
            meanwhile()
            time.sleep(max(0.0, until - time.monotonic()))
        finally:
            os.kill(self.process.pid or 0, signal.SIGCONT)


class Fleet:
    """One or more processes with the same orders."""

    def __init__(self, orders: Orders, number: int, chance: Random) -> None:
        self._context = multiprocessing.get_context("fork")
        self._orders = orders
        warm_up()
        self._chance = chance
        self._running = [One(self._context, orders) for _ in range(number)]

    def kill_one(self, window: float, dead: Callable[[], None]) -> None:
        """Kill one of them, mostly within so many seconds of its work; look at what it left; start another."""
        chosen = self._chance.randrange(len(self._running))
        if self._chance.random() < STARTING:
            time.sleep(self._chance.uniform(0.0, START))
        else:
            self._running[chosen].until_ready()
            time.sleep(self._chance.uniform(0.0, window))
        self._running[chosen].kill()
        dead()
        self._running[chosen] = One(self._context, self._orders)

    def add_one(self) -> None:
        """One more."""
        self._running.append(One(self._context, self._orders))

    def __getitem__(self, number: int) -> One:
        return self._running[number]

    def until_ready(self) -> None:
        """Until all of them work."""
        for one in self._running:
            one.until_ready()

    def peaks_mb(self) -> list[float]:
        """The most memory that each had."""
        return [one.peak_mb() for one in self._running]

    def stop(self) -> float:
        """SIGTERM to all; gives the seconds that the slowest took, and raises where one ended badly."""
        self.until_ready()
        began = time.monotonic()
        for one in self._running:
            one.process.terminate()
        for one in self._running:
            one.process.join(PATIENCE)
            if one.process.exitcode != 0:
                raise SystemExit(f"a process ended with {one.process.exitcode} when told to stop")
        return time.monotonic() - began

    def end(self) -> None:
        """Whatever still runs is ours to end."""
        for one in self._running:
            one.kill()


@contextmanager
def fleet(orders: Orders, number: int, seed: int) -> Iterator[Fleet]:
    """So many processes, until the block ends."""
    made = Fleet(orders, number, Random(seed))
    try:
        yield made
    finally:
        made.end()


def until(true: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Wait for something; whether it came true in time."""
    ends = time.monotonic() + patience
    while not true():
        if time.monotonic() > ends:
            return False
        time.sleep(0.2)
    return True
