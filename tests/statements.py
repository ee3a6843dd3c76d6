"""Statements are put into SQL once for a whole run of tests, not anew for the database of each."""

from typing import Any

from storage.database import Database


class _Compiled(dict[Any, Any]):
    """SQLAlchemy's cache of statements, by the kind of database instead of by its connection's own dialect."""

    def get(self, key: tuple[Any, ...], default: Any = None) -> Any:
        return super().get((key[0].name, *key[1:]), default)

    def __setitem__(self, key: tuple[Any, ...], value: Any) -> None:
        super().__setitem__((key[0].name, *key[1:]), value)


COMPILED = _Compiled()


def shared(database: Database) -> Database:
    """The same database, with the statements of all others."""
    for engine in (database._writer, database._reader):
        engine.sync_engine.update_execution_options(compiled_cache=COMPILED)
    return database
