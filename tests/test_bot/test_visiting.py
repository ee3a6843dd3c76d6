"""The errand of looking at a link, from a job that asks for it to what it tells, through the worker and the invented web."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

import pytest

from bot.fetching.fetcher import Fetcher, Limits
from bot.reading.reader import Reader
from bot.visiting import Visitor, nowhere
from bot.worker import Worker
from handlers.jobs import JOBS
from handlers.links.visit import Fault, Hop, Visit, Visited
from messages.card import News
from storage import jobs
from storage.database import OfficeDb
from storage.records import Json
from tests.desk import Desk
from tests.test_bot.test_reading import PIECE
from tests.web.outlets import printed
from tests.web.visits import web
from tests.web.web import InventedWeb

__all__ = ["web"]

HOST, PATH = "suaracontoh.id", "/2026/11/23/bupati-tinjau"


class Look:
    """A job that looks at a link and keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[Visited] = []

    async def ask(self, db: OfficeDb, facts: Json) -> Visit | None:
        return Visit(facts["address"], db.office.zone)

    async def tell(self, db: OfficeDb, facts: Json, found: Visited, now: datetime) -> tuple[News, ...]:
        self.told.append(found)
        return ()


@pytest.fixture
async def visitor(desk: Desk, web: InventedWeb) -> AsyncIterator[Visitor]:
    made = Visitor(Fetcher("MejaHumas/0.1", lambda: desk.now, web.dialer, Limits(gap=0.0)), Reader())
    yield made
    await made.close()


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch) -> Look:
    made = Look()
    monkeypatch.setitem(JOBS, "look", made)
    return made


async def sent(desk: Desk, visit: Any, look: Look, address: str) -> Visited:
    """What the worker finds at an address."""
    async with desk.db() as db:
        await jobs.add(db, "look", address, {"address": address}, desk.now)
    worker = Worker(desk.app.database, desk.app.desks, desk.app.files, lambda: desk.now, visit)
    assert await worker.round() == 1
    return look.told[-1]


async def test_a_link_is_fetched_and_read(desk: Desk, web: InventedWeb, visitor: Visitor, look: Look) -> None:
    address = web.publish(HOST, PATH, printed("wordpress", PIECE))
    found = await sent(desk, visitor.visit, look, address)
    assert (found.fault, found.hops) == (None, (Hop(address, 200),))
    assert found.page
    assert found.article
    assert (found.page.address, found.page.at) == (address, desk.now)
    assert (found.article.title, found.article.published) == (PIECE.title, PIECE.published)


async def test_what_goes_wrong_is_found_too(desk: Desk, web: InventedWeb, visitor: Visitor, look: Look) -> None:
    inward = web.redirect("s.contoh.id", "/abc", "http://127.0.0.1/")
    busy = web.publish("sibuk.id", "/x", "nanti", 429, Retry_After="60")
    web.publish(HOST, PATH, printed("blog", PIECE))
    web.remove(HOST, PATH)
    unread = web.publish("kosong.id", "/x", "")
    found = {each: await sent(desk, visitor.visit, look, each) for each in (inward, busy, f"https://{HOST}{PATH}", unread)}
    assert [each.fault for each in found.values()] == [Fault.FORBIDDEN, Fault.LATER, Fault.GONE, None]
    assert found[inward].hops == (Hop(inward, 302),)
    assert 59 < found[busy].wait <= 60
    assert found[unread].page
    assert found[unread].article is None


async def test_a_desk_that_is_given_no_way_out_goes_nowhere(desk: Desk, look: Look) -> None:
    assert await sent(desk, nowhere, look, "https://suaracontoh.id/x") == Visited()
