"""No address, no redirect and no name server leads inside: recorded where sockets are made."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.fetching.answers import Unfetched
from bot.fetching.fetcher import Fetcher, Limits
from handlers.links.visit import Fault
from tests.desk import MORNING
from tests.web.inward import BODY, GOOD, chains, meant_inside
from tests.web.visits import web
from tests.web.web import InventedWeb

__all__ = ["web"]

QUICK = Limits(gap=0.0)


@pytest.fixture
async def fetcher(web: InventedWeb) -> AsyncIterator[Fetcher]:
    made = Fetcher("MejaHumas/0.1", lambda: MORNING, web.dialer, QUICK)
    yield made
    await made.close()


async def fault(fetcher: Fetcher, address: str) -> Fault | None:
    """Why there is no page; None where there is one."""
    try:
        await fetcher.fetch(address)
    except Unfetched as missing:
        return missing.fault
    return None


def outside(web: InventedWeb) -> set[str]:
    """The addresses that the web gave to its hosts, and nothing else."""
    return {
        each for answers in web.names.known.values() for part in answers for each in part if each.startswith(("45.67.", "45.68."))
    }


async def test_of_a_hundred_and_fifty_addresses_none_reaches_inside(web: InventedWeb, fetcher: Fetcher) -> None:
    addresses = meant_inside(web)
    allowed = outside(web)
    found = {each: await fault(fetcher, each) for each in addresses}
    assert len(addresses) >= 150
    assert {address: port for address, port in web.dialled if address not in allowed} == {}
    assert {port for _, port in web.dialled} <= {80, 443}
    # What could not be read as an address at all has no such name, at most; nothing is a page.
    assert {each: why for each, why in found.items() if why not in {Fault.FORBIDDEN, Fault.LATER}} == {}
    assert sum(why is Fault.FORBIDDEN for why in found.values()) >= 130


async def test_of_twenty_chains_none_reaches_inside(web: InventedWeb, fetcher: Fetcher) -> None:
    meant_inside(web)
    made = chains(web)
    allowed = outside(web)
    found = {each: await fault(fetcher, each) for each in made}
    assert len(made) == 20
    assert {address for address, _ in web.dialled} <= allowed
    assert {each: why for each, why in found.items() if why not in {Fault.FORBIDDEN, Fault.REFUSED, Fault.LOST}} == {}


@pytest.mark.parametrize("number", range(len(GOOD)))
async def test_the_good_ones_pass(web: InventedWeb, fetcher: Fetcher, number: int) -> None:
    page = await fetcher.fetch(GOOD[number](web))
    assert (page.text, page.status, page.at) == (BODY, 200, MORNING)
    assert web.dialled


async def test_many_at_once_are_judged_each_for_itself(web: InventedWeb, fetcher: Fetcher) -> None:
    good = [web.publish(f"media{number}.id", "/x", BODY) for number in range(10)]
    bad = [web.redirect(f"jahat{number}.id", "/x", "http://127.0.0.1/") for number in range(10)]
    found = await asyncio.gather(*(fault(fetcher, each) for each in [*good, *bad]))
    assert found == [None] * 10 + [Fault.FORBIDDEN] * 10
    assert {address for address, _ in web.dialled} <= outside(web)
