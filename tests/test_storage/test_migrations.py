"""The steps lead exactly to the tables, once, however many processes take them at the same time."""

import asyncio
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage import migrate
from storage.database import Database
from tests.postgres import Cluster

HOW_TO_MEND = """the steps and storage/tables.py differ. Write the next step with
    python -m storage.migrate "what changed"
(until the first release: remove storage/migrations/versions/0001_*.py before, and name it "initial tables")"""


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path}/new folder/desk.db"
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    with cluster.database() as made:
        yield made


def test_all_steps_together_make_the_tables(empty_url: str) -> None:
    migrate.upgrade(empty_url)
    assert migrate.differences(empty_url) == [], HOW_TO_MEND


def test_a_difference_would_be_seen(url: str) -> None:
    plain = url.replace("+aiosqlite", "")
    engine = create_engine(plain)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE people ADD COLUMN shoe_size INTEGER"))
    engine.dispose()
    assert [change[0] for change in migrate.differences(url)] == ["remove_column"]


def test_what_is_pending_is_told_and_changes_nothing(empty_url: str, tmp_path: Path) -> None:
    before = migrate.pending(empty_url)
    assert before[0] == "0001"
    assert list(tmp_path.iterdir()) == []
    assert migrate.upgrade(empty_url) == before
    assert migrate.pending(empty_url) == ()


def test_upgrading_again_does_nothing(url: str) -> None:
    assert migrate.upgrade(url) == ()


def test_of_many_processes_one_works_and_the_others_wait(empty_url: str) -> None:
    async def start() -> int:
        steps = await asyncio.to_thread(migrate.upgrade, empty_url)
        database = Database(empty_url)
        async with database.write() as db:
            await db.value(text("SELECT count(*) FROM offices"))
        await database.close()
        return len(steps)

    with ThreadPoolExecutor(6) as processes:
        done = list(processes.map(lambda _: asyncio.run(start()), range(6)))
    assert sorted(done) == [0, 0, 0, 0, 0, len(migrate._steps())]


def test_a_step_that_fails_leaves_nothing_behind(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_at_the_end(*_arguments: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as broken:
        broken.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", break_at_the_end)
        with pytest.raises(RuntimeError, match="the power went"):
            migrate.upgrade(empty_url)
    assert migrate.upgrade(empty_url) == tuple(migrate._steps())
    assert migrate.differences(empty_url) == []


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    migrate.upgrade(f"sqlite:///{path}")
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(migrate.TooNew, match="step 9999"):
        migrate.upgrade(f"sqlite:///{path}")
