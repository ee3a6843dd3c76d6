"""Opens the database and hands out transactions: `OfficeDb` for one office, `EveryOfficeDb` for the machinery.

SQLite has one writer: one connection behind a queue with priorities, `BEGIN IMMEDIATE`, WAL, synchronous FULL.
PostgreSQL has some connections behind the same queue; the URL alone decides.
"""

from collections.abc import AsyncIterator, Collection, Iterable, Sequence
from contextlib import asynccontextmanager, nullcontext
from dataclasses import fields
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin

from sqlalchemy import ColumnElement, Executable, Row, Select, Table, delete, event, insert, make_url, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import InternalError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import StaticPool

from storage.changes import Changes
from storage.hop import one_hop
from storage.records import Office, OfficeId
from storage.turns import Turns, Urgency

R = TypeVar("R")
# isolation_level None: the driver must not begin by itself, or increments are lost.
LIKE_THIS: Final = {"isolation_level": None, "async_creator_fn": one_hop}
Away: Final = (
    OperationalError,
    InternalError,
)  # the database is gone, locked or full, or ended our transaction: no fault of what was asked
FROZEN: Final = 5000  # milliseconds: a process that stands still in a transaction lets go of its rows, before its leases run out
CONNECTIONS: Final = 10  # of a process to PostgreSQL, which takes a hundred if nobody told it otherwise
PATIENCE: Final = 10  # seconds for a connection to come about
DISCREET: Final = {"hide_parameters": True}  # what people wrote does not stand in errors


class EveryOfficeDb:
    """One transaction over all offices, for inbox, delivery, clock and doctor. Handlers never see it."""

    def __init__(self, connection: AsyncConnection, changed: set[OfficeId | None], office_id: OfficeId | None = None) -> None:
        self._connection = connection
        self._changed = changed  # the offices of which something was changed; None where that is not known
        self._office_id = office_id

    @property
    def dialect(self) -> str:
        """The database's kind: sqlite or postgresql."""
        return self._connection.dialect.name

    async def run(self, statement: Executable, rows: Sequence[dict[str, Any]] | None = None) -> int:
        """Execute and give the number of rows touched."""
        # Of inserts SQLAlchemy forgets the number, unless it is asked to keep it.
        result = await self._connection.execute(statement, rows, execution_options={"preserve_rowcount": True})
        touched = int(getattr(result, "rowcount", 0))
        if touched:
            self._changed.add(self._office_id)
        return touched

    async def rows(self, statement: Executable, values: dict[str, Any] | None = None) -> Sequence[Row[Any]]:
        """All rows of a query."""
        return (await self._connection.execute(statement, values)).all()

    async def row(self, statement: Executable) -> Row[Any] | None:
        """The first row, or None."""
        return (await self._connection.execute(statement)).first()

    async def value(self, statement: Executable) -> Any:
        """The first column of the first row, or None."""
        return (await self._connection.execute(statement)).scalar()

    async def added(self, table: Table, **values: Any) -> int:
        """Insert one row and give its id."""
        self._changed.add(self._office_id)
        return int((await self._connection.execute(insert(table).values(**values).returning(table.c.id))).scalar_one())

    async def add_once(self, table: Table, **values: Any) -> bool:
        """Insert one row unless a unique key holds it already; True where it was inserted."""
        fresh: sqlite.Insert | postgresql.Insert
        fresh = sqlite.insert(table) if self.dialect == "sqlite" else postgresql.insert(table)
        return await self.run(fresh.values(**values).on_conflict_do_nothing()) > 0

    async def add_all_once(self, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Insert many rows in one statement, in their order, but for those that a unique key holds already."""
        fresh = sqlite.insert(table) if self.dialect == "sqlite" else postgresql.insert(table)
        if rows:
            self._changed.add(self._office_id)
            await self._connection.execute(fresh.on_conflict_do_nothing(), rows)

    def of(self, office: Office) -> "OfficeDb":
        """The same transaction, narrowed to one office."""
        return OfficeDb(EveryOfficeDb(self._connection, self._changed, office.id), office)


class OfficeDb:
    """One transaction of one office. Every statement made here carries the office's id."""

    def __init__(self, every: EveryOfficeDb, office: Office) -> None:
        self._every = every
        self.office = office

    @property
    def dialect(self) -> str:
        """The database's kind: sqlite or postgresql."""
        return self._every.dialect

    @staticmethod
    def columns(*columns: Any) -> Select[Any]:
        """A query of given columns, for INSERT … SELECT from a query made with `of`."""
        return select(*columns)

    async def add(self, table: Table, **values: Any) -> int:
        """Insert one row of this office and give its id."""
        return await self._every.added(table, office_id=self.office.id, **values)

    async def add_once(self, table: Table, **values: Any) -> bool:
        """Insert one row of this office unless a unique key holds it already."""
        return await self._every.add_once(table, office_id=self.office.id, **values)

    async def change(self, table: Table, *where: ColumnElement[bool], **values: Any) -> int:
        """Update this office's rows that match and give their number."""
        return await self._every.run(update(table).where(table.c.office_id == self.office.id, *where).values(**values))

    async def drop(self, table: Table, *where: ColumnElement[bool]) -> int:
        """Delete this office's rows that match and give their number."""
        return await self._every.run(delete(table).where(table.c.office_id == self.office.id, *where))

    def of(self, table: Table, *columns: Any) -> Select[Any]:
        """A query on this office's rows of a table; further tables are joined by the caller."""
        return select(*columns or (table,)).select_from(table).where(table.c.office_id == self.office.id)

    async def run(self, statement: Executable) -> int:
        """Execute a statement that the caller has narrowed to this office; for INSERT … SELECT."""
        return await self._every.run(statement)

    async def rows(self, query: Select[Any]) -> Sequence[Row[Any]]:
        """All rows of a query made with `of`."""
        return await self._every.rows(query)

    async def row(self, query: Select[Any]) -> Row[Any] | None:
        """The first row, or None."""
        return await self._every.row(query)

    async def value(self, query: Select[Any]) -> Any:
        """The first column of the first row, or None."""
        return await self._every.value(query)


class Database:
    """The open database. `write` and `read` give transactions that commit at the end of the block."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.changes = Changes()
        self._heard = 0  # SQLite's number of the last commit that was not ours
        self._one_writer = self.url.get_backend_name() == "sqlite"
        self._turns = Turns(1 if self._one_writer else CONNECTIONS)
        self._writer, self._reader = _engines(url) if self._one_writer else _postgres(url)

    @asynccontextmanager
    async def write(
        self, urgency: Urgency = Urgency.REST, only: Collection[OfficeId] | None = None
    ) -> AsyncIterator[EveryOfficeDb]:
        """A transaction that may write. `only` names the offices whose rows the machinery writes in it, where it knows them."""
        changed: set[OfficeId | None] = set()
        async with self._turns.take(urgency), self._writer.begin() as connection:
            yield EveryOfficeDb(connection, changed)
        if None in changed and only is None:
            self.changes.note(None)
        else:
            self.changes.note({each for each in changed if each is not None} | set(only if None in changed and only else ()))

    @asynccontextmanager
    async def read(self) -> AsyncIterator[EveryOfficeDb]:
        """A transaction that only reads; never waits for SQLite's writer."""
        turn = nullcontext() if self._one_writer else self._turns.take(Urgency.ANSWER)
        async with turn, self._reader.begin() as connection:
            yield EveryOfficeDb(connection, set())

    @property
    def shared(self) -> bool:
        """Whether several processes may work on it."""
        return not self._one_writer

    async def overhear(self) -> None:
        """Note as a change what another program wrote into our SQLite file: a command typed beside the running desk."""
        async with self.write(only=()) as db:
            version = int(await db.value(text("PRAGMA data_version")))
        if version != self._heard:
            self._heard = version
            self.changes.note(None)

    async def durability(self) -> tuple[str, bool]:
        """The database with how it keeps what it was given, and whether that survives a loss of power."""
        async with self.read() as db:
            if self._one_writer:
                log, flush = await db.value(text("PRAGMA journal_mode")), await db.value(text("PRAGMA synchronous"))
                return f"SQLite, journal {log}, synchronous {flush}", (log, flush) == ("wal", 2)
            version, flush = await db.value(text("SHOW server_version")), await db.value(text("SHOW fsync"))
            return f"PostgreSQL {version}, fsync {flush}", flush == "on"

    async def close(self) -> None:
        """Let go of all connections."""
        await self._writer.dispose()
        await self._reader.dispose()


def _engines(url: str) -> tuple[AsyncEngine, AsyncEngine]:
    path = make_url(url).database
    if path:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    writer = create_async_engine(url, poolclass=StaticPool, connect_args=LIKE_THIS, **DISCREET)
    reader = create_async_engine(url, pool_size=4, connect_args=LIKE_THIS, **DISCREET)
    for engine, begin in ((writer, "BEGIN IMMEDIATE"), (reader, "BEGIN")):
        event.listen(engine.sync_engine, "connect", _sqlite_habits)
        event.listen(engine.sync_engine, "begin", _beginner(begin))
    return writer, reader


def _postgres(url: str) -> tuple[AsyncEngine, AsyncEngine]:
    habits = {"options": f"-c idle_in_transaction_session_timeout={FROZEN}", "connect_timeout": PATIENCE}
    engine = create_async_engine(url, pool_size=CONNECTIONS, max_overflow=0, pool_pre_ping=True, connect_args=habits, **DISCREET)
    return engine, engine


def _sqlite_habits(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=10000", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _beginner(statement: str) -> Any:
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(statement)

    return begin


def as_record(kind: type[R], row: Row[Any]) -> R:
    """A frozen record from a row whose columns bear its field names; enum columns become enums."""
    held = row._mapping
    shape = _shape(kind)  # type: ignore[arg-type]  # mypy sees its instances' hash, not the class's own
    return kind(**{name: convert(held[name]) if convert else held[name] for name, convert in shape})


def as_records(kind: type[R], rows: Iterable[Row[Any]]) -> tuple[R, ...]:
    """Many records, in the rows' order."""
    return tuple(as_record(kind, row) for row in rows)


@cache
def _shape(kind: Any) -> tuple[tuple[str, type[Enum] | None], ...]:
    return tuple((each.name, _enum_in(each.type)) for each in fields(kind))


def _enum_in(declared: Any) -> type[Enum] | None:
    choices = get_args(declared) if get_origin(declared) in (Union, UnionType) else (declared,)
    return next((each for each in choices if isinstance(each, type) and issubclass(each, Enum)), None)
