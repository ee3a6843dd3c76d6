"""Brings a database to the tables of `tables.py`, one numbered step after the other.

Blocking: call it before the event loop runs, or in a thread. `python -m storage.migrate "add invitations"`
writes the next step from the difference between the steps so far and the tables.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import JSON, Column, Connection, create_engine, event, make_url, pool, text

from storage.tables import metadata

FOLDER = Path(__file__).with_name("migrations")
PATIENCE = 120  # seconds that other processes wait for the one that migrates
LOCK = 0x6D656A61  # "meja", among PostgreSQL's advisory locks


class TooNew(Exception):
    """The database was brought further than this program knows."""


def upgrade(url: str) -> tuple[str, ...]:
    """Take every step that is missing and give their numbers; all or none of them.

    Any number of processes may call it at once: one works, the others wait and find nothing to do.
    """
    with _locked(url) as connection:
        missing = _missing(connection)
        if missing:
            command.upgrade(_config(connection), "head")
        return missing


def pending(url: str) -> tuple[str, ...]:
    """The numbers of the missing steps, oldest first. Changes nothing, not even an absent SQLite file."""
    path = make_url(url).database or ""
    if url.startswith("sqlite") and not Path(path).exists():
        return tuple(_steps())
    with _connected(url) as connection:
        return _missing(connection)


def differences(url: str) -> list[Any]:
    """What the database has otherwise than `tables.py`; empty after a full upgrade."""
    with _connected(url) as connection:
        options = {"compare_type": True, "compare_server_default": _default_differs}
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def write_step(what: str) -> Path:
    """Write the next numbered step; look at it before it is committed."""
    with tempfile.TemporaryDirectory() as empty:
        url = f"sqlite:///{empty}/desk.db"
        upgrade(url)
        with _connected(url) as connection:
            number = f"{len(_steps()) + 1:04}"
            made = command.revision(_config(connection), what, autogenerate=True, rev_id=number)
    if not isinstance(made, Script):
        raise TypeError("alembic wrote no step, or several")
    return Path(made.path)


def _default_differs(context: MigrationContext, _held: Any, column: Column[Any], *_defaults: Any) -> bool | None:
    """False where alembic cannot tell (all of SQLite, and JSON anywhere); None leaves it to alembic."""
    tells = context.dialect.name == "postgresql" and not isinstance(column.type, JSON)
    return None if tells else False


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    # The drivers that wait for nobody: the desk's own are for the event loop.
    sync = make_url(url).set(drivername="sqlite" if url.startswith("sqlite") else "postgresql+psycopg")
    engine = create_engine(sync, poolclass=pool.NullPool)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def _locked(url: str) -> Iterator[Connection]:
    """A connection within one transaction that nobody else can be in."""
    if url.startswith("sqlite"):
        Path(make_url(url).database or "").parent.mkdir(parents=True, exist_ok=True)
    with _connected(url) as connection:
        if connection.dialect.name == "sqlite":
            _begin_alone(connection)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            yield connection


def _begin_alone(connection: Connection) -> None:
    """Let SQLite begin with the writer's lock, and within a transaction that holds table changes too."""
    raw: Any = connection.connection.dbapi_connection
    raw.isolation_level = None
    raw.execute(f"PRAGMA busy_timeout={PATIENCE * 1000}")
    _keep_a_log(raw)
    event.listen(connection, "begin", lambda begun: begun.exec_driver_sql("BEGIN IMMEDIATE"))


def _keep_a_log(raw: sqlite3.Connection) -> None:
    """Turn the write-ahead log on, for good. While another process does so, SQLite refuses at once and does not wait."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            raw.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _missing(connection: Connection) -> tuple[str, ...]:
    done = set(MigrationContext.configure(connection).get_current_heads())
    steps = _steps()
    if unknown := done - set(steps):
        raise TooNew(f"the database holds step {min(unknown)}, which this version does not know; install the newer one")
    return tuple(steps[steps.index(max(done)) + 1 :] if done else steps)


def _steps() -> list[str]:
    """All steps, oldest first; each follows the one before, so their numbers are their order."""
    return sorted(step.revision for step in ScriptDirectory(str(FOLDER)).walk_revisions())


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    return config


if __name__ == "__main__":
    print(write_step(" ".join(sys.argv[1:]) or "next step"))
