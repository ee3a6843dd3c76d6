"""What a site may cost: hostile answers are contained, robots and rests obeyed, and each host is asked at its pace."""

import asyncio
import itertools
from dataclasses import replace

import pytest

from bot.fetching.answers import Unfetched
from bot.fetching.fetcher import Fetcher, Limits, user_agent
from handlers.links.visit import Fault, Hop
from tests.desk import MORNING
from tests.web.hostile_answers import CASES
from tests.web.visits import web
from tests.web.web import InventedWeb

__all__ = ["web"]

ROOMY = Limits(size=200_000, gap=0.0)
QUICK = replace(ROOMY, first_byte=0.6, whole=0.9)  # where the time runs out, and only there
SLACK = 1.0  # seconds that a busy machine may add
AGENT = user_agent("Humas Kab. Teladan", "https://humas.example")


async def missing(fetcher: Fetcher, address: str) -> Unfetched | None:
    """Why there is no page; None where there is one."""
    try:
        await fetcher.fetch(address)
    except Unfetched as fault:
        return fault
    return None


def fetcher(web: InventedWeb, limits: Limits = ROOMY) -> Fetcher:
    return Fetcher(AGENT, lambda: MORNING, web.dialer, limits)


@pytest.mark.parametrize("name", CASES)
async def test_a_hostile_answer_is_contained_and_the_next_good_one_works(web: InventedWeb, name: str) -> None:
    bad, good = CASES[name].publish(web), web.publish("suaracontoh.id", "/x", "<p>halo")
    right = {CASES[name].fault, CASES[name].other}
    limits = QUICK if Fault.LATER in right else ROOMY
    asking = fetcher(web, limits)
    begun = asyncio.get_running_loop().time()
    found = await missing(asking, bad)
    took = asyncio.get_running_loop().time() - begun
    assert (found.fault if found else None) in right
    assert took < limits.whole + SLACK
    assert (await asking.fetch(good)).text == "<p>halo"
    await asking.close()


async def test_a_page_comes_with_all_that_an_auditor_asks_for(web: InventedWeb) -> None:
    to = web.publish("suaracontoh.id", "/2026/11/23/jalan", "<p>Jalan dibuka", X_Cache="HIT")
    short = web.redirect("s.contoh.id", "/abc", to, 301)
    asking = fetcher(web)
    page = await asking.fetch(short)
    assert (page.asked, page.address, page.status, page.charset, page.at) == (short, to, 200, "utf-8", MORNING)
    assert page.hops == (Hop(short, 301), Hop(to, 200))
    assert ("X-Cache", "HIT") in page.headers
    assert (page.body, page.text) == (b"<p>Jalan dibuka", "<p>Jalan dibuka")
    await asking.close()


async def test_we_say_who_we_are_and_carry_nothing_from_page_to_page(web: InventedWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    address = web.publish("suaracontoh.id", "/x", "halo", Set_Cookie="siapa=7; Path=/")
    asking = fetcher(web)
    for _ in range(2):
        await asking.fetch(address)
    assert {each.headers["user-agent"] for each in web.asked} == {"MejaHumas/0.1 (Humas Kab. Teladan; +https://humas.example)"}
    assert not [each for each in web.asked if {"cookie", "referer", "authorization"} & set(each.headers)]
    await asking.close()


def test_an_office_without_an_address_gives_its_name() -> None:
    assert user_agent("Humas Kab. Teladan (Diskominfo)\r\nX: é", "") == "MejaHumas/0.1 (Humas Kab. Teladan DiskominfoX:)"


async def test_robots_are_asked_once_and_obeyed_at_every_hop(web: InventedWeb) -> None:
    web.publish("tertutup.id", "/robots.txt", "User-agent: *\nDisallow: /x\n", Content_Type="text/plain")
    closed = web.publish("tertutup.id", "/x/1", "halo")
    led = web.redirect("s.contoh.id", "/abc", closed)
    opened = web.publish("tertutup.id", "/y", "halo")
    asking = fetcher(web)
    found = [await missing(asking, each) for each in (closed, led, closed)]
    assert [each and each.fault for each in found] == [Fault.ROBOTS] * 3
    assert found[1]
    assert found[1].hops == (Hop(led, 302),)
    assert await missing(asking, opened) is None
    assert [each.path for each in web.asked if each.host == "tertutup.id"] == ["/robots.txt", "/y"]
    await asking.close()


@pytest.mark.parametrize(("status", "fault"), [(404, None), (403, None), (301, None), (500, Fault.LATER), (429, Fault.LATER)])
async def test_robots_that_are_not_there_forbid_nothing(web: InventedWeb, status: int, fault: Fault | None) -> None:
    address = web.publish("suaracontoh.id", "/x", "halo")
    web.publish("suaracontoh.id", "/robots.txt", "User-agent: *\nDisallow: /", status)
    asking = fetcher(web)
    found = await missing(asking, address)
    assert (found.fault if found else None) is fault
    await asking.close()


async def test_a_site_that_asks_for_rest_is_left_alone(web: InventedWeb) -> None:
    address = web.publish("sibuk.id", "/x", "nanti", 429, Retry_After="900")
    asking = fetcher(web)
    first = await missing(asking, address)
    before = len(web.asked)
    web.publish("sibuk.id", "/x", "halo")
    again = await missing(asking, address)
    assert first
    assert again
    assert (first.fault, again.fault, len(web.asked)) == (Fault.LATER, Fault.LATER, before)
    assert 890 < again.wait <= first.wait <= 900
    assert await missing(asking, web.publish("tenang.id", "/x", "halo")) is None
    await asking.close()


async def test_a_host_is_asked_at_its_pace_and_others_meanwhile(web: InventedWeb) -> None:
    gap = 0.15
    links = [web.publish("suaracontoh.id", f"/{number}", "halo") for number in range(3)]
    other = web.publish("kabarmisal.com", "/x", "halo")
    asking = fetcher(web, Limits(gap=gap))
    await asyncio.gather(*(asking.fetch(each) for each in [*links, other]))
    moments = [each.at for each in web.asked if each.host == "suaracontoh.id"]
    assert len(moments) == 4  # robots.txt may be asked by each of several at once, no page twice
    assert min(late - early for early, late in itertools.pairwise(moments)) > gap * 0.7
    assert next(each.at for each in web.asked if each.host == "kabarmisal.com") - moments[0] < gap
    await asking.close()


async def test_who_would_wait_too_long_for_a_turn_is_told_so(web: InventedWeb) -> None:
    address = web.publish("suaracontoh.id", "/x", "halo")
    asking = fetcher(web, Limits(gap=5.0, queue=7.0, whole=0.2))
    found = await asyncio.gather(*(asyncio.wait_for(missing(asking, address), 0.4) for _ in range(4)), return_exceptions=True)
    waits = sorted(each.wait for each in found if isinstance(each, Unfetched))
    assert waits[-1] > 7.0
    await asking.close()
