"""The SQLite file itself: where it lies, a copy of it while the desk runs, and whether a copy is whole. Blocking."""

from pathlib import Path

from sqlalchemy import make_url


def path_of(url: str) -> Path | None:
    """The file of a SQLite database; None where the database is no file."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None
