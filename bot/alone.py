"""One desk for one SQLite database: two would each think that they alone answer and send."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Taken(Exception):
    """Another desk works with this database; says what to do."""


@contextmanager
def alone(held: Path | None) -> Iterator[None]:
    """Hold the lock beside a database file until the block ends; nothing to hold where there is no file. Raises Taken.

    The kernel lets go of it when the process ends in whatever way, so nobody ever has to remove the file.
    """
    if held is None:
        yield
        return
    held.parent.mkdir(parents=True, exist_ok=True)
    lock = os.open(held.with_name(f"{held.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Taken(_sentence(held, os.pread(lock, 20, 0).decode())) from None
        os.ftruncate(lock, 0)
        os.pwrite(lock, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(lock)


def _sentence(held: Path, process: str) -> str:
    who = f"process {process}" if process.isdecimal() else "another process"
    return (
        f"A desk works with {held} already ({who}), and SQLite bears only one. Stop it first; "
        "for several processes set MEJA_DATABASE_URL=postgresql://…"
    )
