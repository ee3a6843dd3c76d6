"""How alembic takes our steps: on the connection, and in the transaction, that `storage/migrate.py` opened."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import DateTime, DefaultClause
from sqlalchemy.sql.elements import False_, True_

from storage.tables import Moment, metadata


def plain(kind: str, value: Any, _context: AutogenContext) -> str | Literal[False]:
    """How a step names what alembic would write wrongly; False for all the rest.

    Our own type is written as what it is in the database, since a step must not change when our code does;
    a default of true or false in words, since SQLite's 1 and 0 are no boolean to PostgreSQL.
    """
    if kind == "type" and isinstance(value, Moment):
        return f"sa.{DateTime(timezone=True)!r}"
    if kind == "server_default" and isinstance(value, DefaultClause) and isinstance(value.arg, True_ | False_):
        return f"sa.{value.arg}()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_item=plain,
    render_as_batch=True,  # SQLite changes a table by copying it
    transactional_ddl=True,  # all steps or none, on SQLite too
)
with context.begin_transaction():
    context.run_migrations()
