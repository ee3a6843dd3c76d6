"""aiosqlite with one visit to its thread for each statement, where a cursor of its own takes four.

A statement of ours costs a tenth of a millisecond and a visit as much, so this more than halves what SQLite costs.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Self

import aiosqlite


class OneHop(aiosqlite.Connection):
    """A connection whose cursors run a statement, fetch its rows and close in one visit."""

    def cursor(self) -> Any:
        """A cursor for one statement; it costs nothing to make."""
        return Statement(self._execute, lambda: self._conn)


def one_hop(path: str, **options: Any) -> OneHop:
    """A connection to a database file, for SQLAlchemy's `async_creator_fn`; its thread does not keep the process alive."""
    connection = OneHop(lambda: sqlite3.connect(path, **options), 64)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does with the connections it makes itself
    return connection


class Statement:
    """What SQLAlchemy's adapter asks of a cursor."""

    def __init__(self, visit: Callable[..., Any], connection: Callable[[], sqlite3.Connection]) -> None:
        self._visit = visit
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        """Nothing is opened before there is a statement."""
        return self

    async def execute(self, statement: str, parameters: Any = ()) -> "Statement":
        """Run it and fetch all its rows."""
        await self._visit(self._run, sqlite3.Cursor.execute, statement, parameters)
        return self

    async def executemany(self, statement: str, parameters: Iterable[Any]) -> "Statement":
        """Run it once for each of many."""
        await self._visit(self._run, sqlite3.Cursor.executemany, statement, parameters)
        return self

    async def fetchall(self) -> Sequence[Any]:
        """The rows, which are here already."""
        return self._rows

    async def close(self) -> None:
        """It was closed when its rows were fetched."""

    def _run(self, how: Callable[..., Any], statement: str, parameters: Any) -> None:
        cursor = self._connection().cursor()
        try:
            how(cursor, statement, parameters)
            self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid
            self._rows = cursor.fetchall() if cursor.description else ()
        finally:
            cursor.close()
