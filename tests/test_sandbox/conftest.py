"""The sandbox's page and API over real HTTP."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.sandbox.api import sandbox
from storage.records import Role
from tests.desk import Desk, Somebody
from tests.test_sandbox.scripting import Script


@pytest.fixture
def setting() -> str:
    """The API is the same whatever people read, and it has no other phones than its own."""
    return "id"


@pytest.fixture
async def script(desk: Desk, rina: Somebody) -> AsyncIterator[Script]:
    """A client of the desk, which has a journalist and a drafter."""
    await desk.staff(Role.DRAFTER, "Sari Teladan")
    served = web.Application()
    served.add_subapp("/sandbox", sandbox(desk.app))
    async with TestClient(TestServer(served)) as client:
        yield Script(client)


@pytest.fixture
async def rina(desk: Desk) -> Somebody:
    """A journalist."""
    return await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",))


@pytest.fixture
async def rina_id(rina: Somebody) -> int:
    """Her number."""
    return (await rina.record()).id
