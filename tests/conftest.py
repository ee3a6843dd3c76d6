"""What all tests share: a real PostgreSQL, and a desk to talk to."""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine

from bot.clock import Clock
from bot.visiting import Visiting, nowhere
from storage import migrate
from storage.records import Language
from storage.tables import metadata
from tests.channels.telegram_server import TelegramServer
from tests.channels.whatsapp_server import WhatsAppServer
from tests.desk import MORNING, Desk, open_desk
from tests.postgres import Cluster, postgres, postgres_url

__all__ = ["postgres", "postgres_url"]

# A busy machine is no fault of the example that happened to be tried; what must be quick is timed by name.
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with tables and no rows, made once and copied."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    engine = create_engine(f"sqlite:///{path}")
    metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture(params=["id", "en"])
def setting(request: pytest.FixtureRequest) -> str:
    """Every dialogue is held in the sandbox in both languages; those marked EVERYWHERE on Telegram and WhatsApp too."""
    return str(request.param)


def telegram(_clock: Clock) -> TelegramServer:
    server = TelegramServer()
    server.pace = 1_000_000  # the contract suite keeps Telegram's pace; dialogues do not wait
    return server


def whatsapp(clock: Clock) -> WhatsAppServer:
    return WhatsAppServer(lambda: clock.now().timestamp())  # its windows close by the desk's time


SERVERS: dict[str, Callable[[Clock], TelegramServer | WhatsAppServer]] = {"telegram": telegram, "whatsapp": whatsapp}


@pytest.fixture
def database_url(setting: str, request: pytest.FixtureRequest, tmp_path: Path, empty_database: Path) -> Iterator[str]:
    """The desk's database: a file of its own, or a real PostgreSQL where the setting asks for it."""
    if setting != "postgresql":
        shutil.copy(empty_database, tmp_path / "desk.db")
        yield f"sqlite+aiosqlite:///{tmp_path}/desk.db"
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    with cluster.database(cluster.template("migrated", migrate.upgrade)) as made:
        yield made


@pytest.fixture
def visit() -> Visiting:
    """Where links are looked at: nowhere, unless a test brings a web."""
    return nowhere


@pytest.fixture
async def desk(setting: str, tmp_path: Path, database_url: str, visit: Visiting) -> AsyncIterator[Desk]:
    """A desk at eight on a Monday, beside a neighbour who looks just like it; the clock is the test's."""
    language = Language.EN if setting == "en" else Language.ID
    async with AsyncExitStack() as stack:
        clock = Clock(lambda: MORNING)
        server = SERVERS[setting](clock) if setting in SERVERS else None
        if server:
            await stack.enter_async_context(server)
        opened = await stack.enter_async_context(
            open_desk(database_url, tmp_path / "files", language, server, clock=clock, visit=visit)
        )
        yield opened
        opened.nothing_went_wrong()
        assert not (server and server.violations)
