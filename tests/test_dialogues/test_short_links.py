"""V2, V5: a short link counts as the article it leads to, and an article of several pages is read as one."""

import json
from dataclasses import replace
from zipfile import ZipFile

import pytest

from storage import links, verdicts
from storage.records import LinkState
from tests.desk import Desk
from tests.links import Coverage, states
from tests.test_dialogues.test_checks import COPY, ONE, SITE, STORY, put, sent, told
from tests.web.outlets import printed
from tests.web.visits import visit, web
from tests.web.web import InventedWeb

__all__ = ["visit", "web"]
ENGLISH = pytest.mark.parametrize("setting", ["en"], indirect=True)
SHORT = "https://s.id/beras-contoh"


def short(web: InventedWeb, to: str, name: str = "beras-contoh") -> str:
    """A short link to somewhere."""
    return web.redirect("s.id", f"/{name}", to)


async def same(all_of: Coverage, one: str, other: str) -> bool:
    """Whether two addresses are one link of the office."""
    async with all_of.desk.db() as db:
        first, second = [await links.by_identity(db, each) for each in (one, other)]
    return first is not None and first == second


@ENGLISH
async def test_a_short_link_is_the_article_it_leads_to_and_is_decided_like_it(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    address = put(web, "beras-untuk-banjir")
    await all_of.pastes(all_of.rina, short(web, f"{address}?utm_source=wa"))
    all_of.rina.sees("L-1 ⏳", "L-1 ⏳")
    all_of.rina.sees("✅ L-1 — Suara Contoh — R-1: diakui", "✅ L-1 — Suara Contoh — R-1: recognised")
    link = await all_of.link(1)
    assert (link.address, link.typed, link.doubt) == (address, SHORT, "")
    assert await same(all_of, address.removeprefix("https://"), SHORT.removeprefix("https://"))
    for again in (address, SHORT):  # neither is counted again, and neither is looked at
        looks = len(web.asked)
        await all_of.pastes(all_of.rina, again)
        all_of.rina.sees("sebagai L-1 (diakui)", "as L-1 (recognised)")
        assert len(web.asked) == looks
    await all_of.vera.says("antrean", "queue")
    all_of.vera.sees("Tidak ada link yang menunggu", "No link is waiting")


@ONE
async def test_a_short_link_to_what_was_sent_before_ends_and_says_so(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    address = put(web, "beras-untuk-banjir")
    await all_of.pastes(all_of.rina, f"{address} {short(web, address)}")
    all_of.rina.sees("L-2 ✅ sudah dicatat sebagai L-1. Tidak perlu dikirim lagi.", "L-2 ✅ recorded already as L-1.")
    assert (await states(all_of, 1, 2), told(all_of)) == ([LinkState.RECOGNISED, LinkState.WITHDRAWN], 1)
    await all_of.rina.says("L-2")
    all_of.rina.sees("dicabut: Sudah dicatat sebagai L-1", "withdrawn: Recorded already as L-1")
    all_of.rina.has_no_button("Ajukan keberatan", "Appeal")
    await all_of.vera.says("L-2")
    all_of.vera.has_no_button("Batalkan", "Undo")
    await all_of.pastes(all_of.tono, SHORT)
    all_of.tono.sees("sebagai L-1, dari rekan lain", "as L-1")


@ONE
async def test_a_short_link_that_leads_to_no_article_waits_for_a_person(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    web.publish(SITE, "/", printed("wordpress", COPY))
    nowhere, home = short(web, f"https://{SITE}/2026/11/sudah-tiada-lagi", "hilang"), short(web, f"https://{SITE}/", "depan")
    stranger = short(web, web.publish("portalmisal.id", "/2026/beras-untuk-warga", printed("blog", COPY)), "asing")
    await all_of.pastes(all_of.rina, f"{nowhere} {home} {stranger}")
    assert await states(all_of, 1, 2, 3) == [LinkState.RECEIVED] * 3
    all_of.rina.sees("L-3 — portalmisal.id — R-1: dilihat dulu oleh petugas, media belum dikenal")
    assert [(await all_of.link(each)).doubt for each in (1, 2, 3)] == ["short", "short", "unknown"]


@ONE
async def test_an_article_of_several_pages_is_read_and_frozen_whole(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    path = "/2026/11/beras-untuk-banjir"
    web.publish(SITE, path, printed("paged", COPY))
    web.publish(SITE, f"{path}?page=2", printed("wordpress", replace(COPY, paragraphs=STORY[1:])))
    await all_of.pastes(all_of.rina, f"https://{SITE}{path}")
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    async with desk.db() as db:
        [kept] = await verdicts.everything(db)
    with ZipFile(desk.app.files.path(kept.evidence)) as bundle:
        about, text = json.loads(bundle.read("about.json")), bundle.read("text.txt").decode()
        assert sorted(bundle.namelist()) == ["about.json", "page-2.html", "page.html", "text.txt"]
    assert [line for line in STORY if line not in text] == []
    assert about["further"] == [[{"address": f"https://{SITE}{path}?page=2", "status": 200}]]
