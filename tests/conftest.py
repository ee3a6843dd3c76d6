"""What all tests share: a real PostgreSQL, and a desk to talk to."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from storage.records import Language
from storage.tables import metadata
from tests.desk import Desk, open_desk
from tests.postgres import postgres, postgres_url

__all__ = ["postgres", "postgres_url"]


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with tables and no rows, made once and copied."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    engine = create_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture(params=[Language.ID, Language.EN])
def language(request: pytest.FixtureRequest) -> Language:
    """Every dialogue is held in both languages."""
    return Language(request.param)


@pytest.fixture
async def desk(language: Language, tmp_path: Path, empty_database: Path) -> AsyncIterator[Desk]:
    """A desk at eight on a Monday, beside a neighbour who looks just like it; the clock is the test's."""
    shutil.copy(empty_database, tmp_path / "desk.db")
    async with open_desk(f"sqlite+aiosqlite:///{tmp_path}/desk.db", tmp_path / "files", language) as opened:
        yield opened
        opened.nothing_went_wrong()
