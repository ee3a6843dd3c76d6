"""The PostgreSQL that tests are given is real, empty and nobody else's."""

import os

import pytest
from sqlalchemy import create_engine, make_url, text

from tests.postgres import Cluster, cluster, in_wheel


def run(url: str, statement: str) -> list[tuple[object, ...]]:
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            result = connection.execute(text(statement))
            return [tuple(row) for row in result] if result.returns_rows else []
    finally:
        engine.dispose()


def test_a_real_postgresql_answers(postgres_url: str) -> None:
    [(version,)] = run(postgres_url, "SELECT version()")
    assert str(version).startswith("PostgreSQL")


def test_it_listens_on_a_socket_only(postgres_url: str) -> None:
    assert run(postgres_url, "SHOW listen_addresses") == [("",)]


def test_each_database_is_fresh_and_its_own(postgres: Cluster) -> None:
    with postgres.database() as first, postgres.database() as second:
        run(first, "CREATE TABLE word (id int)")
        assert run(first, "SELECT * FROM word") == []
        assert run(second, "SELECT to_regclass('word')::text") == [(None,)]


def test_a_template_is_filled_once_and_copied(postgres: Cluster) -> None:
    filled: list[str] = []

    def fill(url: str) -> None:
        filled.append(url)
        run(url, "CREATE TABLE word AS SELECT 'embargo' AS said")

    for _ in range(2):
        with postgres.database(postgres.template("with_word", fill)) as url:
            assert run(url, "UPDATE word SET said = said || '!' RETURNING said") == [("embargo!",)]
    assert len(filled) == 1


def test_a_database_is_gone_after_its_test(postgres: Cluster, postgres_url: str) -> None:
    with postgres.database() as url:
        name = make_url(url).database
    assert run(postgres_url, f"SELECT 1 FROM pg_database WHERE datname = '{name}'") == []  # noqa: S608 - our own name


def test_the_wheel_serves_where_debian_has_none() -> None:
    with cluster(in_wheel()) as server, server.database() as url:
        assert run(url, "SELECT 1") == [(1,)]
    assert not server.socket.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become nobody")
def test_root_runs_it_as_nobody(postgres: Cluster) -> None:
    assert (postgres.socket / "data").owner() == "nobody"
