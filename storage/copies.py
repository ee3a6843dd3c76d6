"""The SQLite file itself: where it lies, a copy of it while the desk runs, and whether a copy is whole. Blocking."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

NAMED = {  # where rows name files, by table
    "files": "SELECT digest FROM files WHERE digest != ''",
    "verdicts": "SELECT evidence FROM verdicts WHERE evidence != ''",
    "rechecks": "SELECT evidence FROM rechecks WHERE evidence != ''",
    "pictures": "SELECT digest FROM pictures",
}


class Damaged(Exception):
    """A file that is no whole database."""


def path_of(url: str) -> Path | None:
    """The file of a SQLite database; None where the database is no file."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def url_of(path: Path) -> str:
    """The address of a SQLite file, as `Database` takes it."""
    return f"sqlite+aiosqlite:///{path}"


def copy(source: Path, target: Path) -> None:
    """Copy a database as it is at one moment; whoever writes meanwhile is not held up. Raises Damaged."""
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as held, closing(sqlite3.connect(target)) as copied:
        try:
            held.backup(copied)
        except sqlite3.DatabaseError as fault:
            raise Damaged(f"{source.name}: {fault}") from None
    check(target)


def check(path: Path) -> None:
    """Read the whole file and compare its indexes. Raises Damaged."""
    with closing(sqlite3.connect(path)) as held:
        try:
            found = [row[0] for row in held.execute("PRAGMA quick_check(3)")]
        except sqlite3.DatabaseError as fault:
            raise Damaged(f"{path.name}: {fault}") from None
    if found != ["ok"]:
        raise Damaged(f"{path.name}: {'; '.join(found)}")


def digests(path: Path) -> list[str]:
    """The files that its rows name, each once; also of a database that lacks the latest steps."""
    with closing(sqlite3.connect(path)) as held:
        there = {row[0] for row in held.execute("SELECT name FROM sqlite_master")}
        return sorted({row[0] for table, query in NAMED.items() if table in there for row in held.execute(query)})


def cut_log(path: Path | None) -> bool:
    """Write the log into a database that is in use, and cut it to nothing; False while a reader still needs it.

    PostgreSQL has no such file: its own vacuum frees what was deleted.
    """
    if path is None:
        return True
    with closing(sqlite3.connect(path)) as held:
        busy, *_ = held.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def fold(path: Path) -> None:
    """Write the log beside a database into it, so that the one file is all of it. Raises Damaged."""
    with closing(sqlite3.connect(path)) as held:
        try:
            held.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.DatabaseError as fault:
            raise Damaged(f"{path.name}: {fault}") from None
