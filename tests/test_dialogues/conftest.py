"""People who talk to the desk: the real seam, a real database, the sandbox channel; the clock is ours."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from storage.records import Language
from storage.tables import metadata
from tests.desk import Desk, open_desk


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with tables and no rows, made once and copied."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    engine = create_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture(params=[Language.ID, Language.EN])
async def desk(request: pytest.FixtureRequest, tmp_path: Path, empty_database: Path) -> AsyncIterator[Desk]:
    """A desk at eight on a Monday, beside a neighbour who looks just like it."""
    shutil.copy(empty_database, tmp_path / "desk.db")
    async with open_desk(f"sqlite+aiosqlite:///{tmp_path}/desk.db", tmp_path / "files", request.param) as opened:
        yield opened
        opened.nothing_went_wrong()
