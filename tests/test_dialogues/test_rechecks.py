"""V8, S9, V9: recognised links are looked at again; what cannot be opened is asked about neutrally, and what is back is back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.visiting import nowhere
from bot.worker import Worker
from handlers.links.recheck import Look
from handlers.links.revisit import RecheckLink, Revisited
from storage import copies, jobs, pictures, rechecks, tables, verdicts
from storage.records import Access, ChannelKind, LinkState, LookResult, Occasion
from tests.desk import MORNING, Desk
from tests.links import Coverage, silenced, states
from tests.test_dialogues.test_checks import COPY, NO_ANSWER, ONE, SITE, STORY, faults, put, sent
from tests.web.outlets import printed
from tests.web.visits import visit, web
from tests.web.web import InventedWeb

__all__ = ["visit", "web"]
OTHER = "kabarmisal.com"
NAME = "beras-untuk-banjir"
PATH = f"/2026/11/{NAME}"
WIDELY = pytest.mark.parametrize("setting", ["id", "telegram", "whatsapp"], indirect=True)  # the others are held in English
ENGLISH = pytest.mark.parametrize("setting", ["en"], indirect=True)
UNOPENED = ("tidak dapat kami buka sejak", "have not been able to open")


async def published(desk: Desk, web: InventedWeb) -> Coverage:
    """Rina's L-1 and Tono's L-2 are recognised by the rules, each on a site of its own."""
    all_of = await sent(desk)
    other = replace(COPY, site="Kabar Misal", paragraphs=(*STORY, "Redaksi kami memantau penyaluran di Desa Contoh Satu."))
    await all_of.pastes(all_of.rina, put(web, NAME))
    await all_of.pastes(all_of.tono, web.publish(OTHER, "/read/beras-untuk-warga", printed("wordpress", other)))
    assert await states(all_of, 1, 2) == [LinkState.RECOGNISED, LinkState.RECOGNISED]
    for each in (all_of.rina, all_of.tono):
        await silenced(each)
    return all_of


def asked(web: InventedWeb) -> int:
    """How often Rina's article was asked for."""
    return sum(1 for each in web.asked if (each.host, each.path) == (SITE, PATH))


async def results(all_of: Coverage, number: int = 1) -> list[str]:
    """What each look at a link found."""
    link = await all_of.link(number)
    async with all_of.desk.db() as db:
        return [each.result for each in await rechecks.looks_at(db, link.id)]


async def access(all_of: Coverage, number: int = 1) -> Access:
    """How a link stands."""
    link = await all_of.link(number)
    async with all_of.desk.db() as db:
        held = await rechecks.of_link(db, link.id)
    assert held
    return held.state


@WIDELY
async def test_what_is_gone_is_asked_about_once_and_is_back_without_a_word(desk: Desk, web: InventedWeb) -> None:
    all_of = await published(desk, web)
    await desk.off(days=1, hours=3)
    assert (asked(web), await results(all_of)) == (2, ["same"])
    await all_of.vera.says("L-1")
    all_of.vera.sees("Terakhir dicek ", "Last checked ")
    web.remove(SITE, PATH)
    await desk.off(days=6)
    await desk.off(hours=25)
    assert (await results(all_of), await access(all_of)) == (["same", "absent", "absent"], Access.FAILING)
    all_of.rina.silent()
    await desk.off(hours=25)
    if desk.account.kind is ChannelKind.WHATSAPP:
        all_of.rina.silent()  # it is announced once it will not be amended any more
        await desk.later(minutes=5)
        await all_of.rina.presses("Baca")  # her talk is closed by now, and the news waits behind a button
    all_of.rina.sees(f"⚠️ L-1 {UNOPENED[0]} 30 Nov 2026 (dicek 3×)", "open L-1 since 30 Nov 2026 (checked 3×)")
    all_of.rina.sees("Mungkin situs sedang gangguan. Mohon kabar bila pindah alamat. Bukti awal tersimpan;", "may be having")
    all_of.rina.sees_not("hapus", "delete")
    await all_of.rina.presses("Lihat riwayat", "See the steps")
    all_of.rina.sees("Mohon kabar bila pindah alamat", "tell us if the address has moved")
    await all_of.vera.says("status")
    all_of.vera.sees_not("tidak dapat diakses", "cannot be opened")
    await desk.off(days=8)
    assert (await access(all_of), await states(all_of, 1)) == (Access.AWAY, [LinkState.RECOGNISED])
    await all_of.vera.says("status")
    all_of.vera.sees("⚠️ 1 link yang diakui tidak dapat diakses: L-1", "⚠️ 1 recognised links cannot be opened: L-1")
    await all_of.vera.says("L-1")
    all_of.vera.sees("⚠️ Tidak dapat diakses sejak 30 Nov 2026.", "⚠️ Cannot be opened since 30 Nov 2026.")
    await silenced(all_of.rina)
    put(web, NAME)
    await desk.off(days=8)
    assert (await access(all_of), (await results(all_of))[-1]) == (Access.OPEN, "same")
    await all_of.vera.says("status")
    all_of.vera.sees_not("tidak dapat diakses", "cannot be opened")
    all_of.rina.silent()
    all_of.tono.silent()


@ONE
async def test_a_changed_text_is_noted_for_staff_and_its_owner_hears_nothing(desk: Desk, web: InventedWeb) -> None:
    all_of = await published(desk, web)
    put(web, NAME, replace(COPY, paragraphs=(STORY[0].replace("312", "321"), *STORY[1:])))
    await desk.off(days=1, hours=3)
    assert await results(all_of) == ["changed"]
    await all_of.vera.says("L-1")
    all_of.vera.sees("Teks halaman berubah (dicek 24/11 11.00):")
    all_of.vera.sees("− … kabupaten menyalurkan beras kepada 312 kepala keluarga terdampak banjir,")
    all_of.vera.sees("+ … kabupaten menyalurkan beras kepada 321 kepala keluarga terdampak banjir,")
    all_of.rina.silent()
    await all_of.rina.says("L-1")
    all_of.rina.sees("Terakhir dicek 24/11 11.00: dapat dibuka.")
    all_of.rina.sees_not("321")
    await desk.off(days=6)
    assert await results(all_of) == ["changed", "same"]  # noted once
    async with desk.db() as db:
        [first, _] = await rechecks.looks_at(db, 1)
    assert first.evidence in copies.digests(Path(str(desk.app.database.url.database)))
    assert await faults(desk) == []
    async with desk.db() as db:
        await db.change(tables.rechecks, tables.rechecks.c.link_id == first.link_id, result="same")
    assert [each.partition(" is ")[2] for each in await faults(desk)] == ["not the one that the audit names"]


@ONE
async def test_our_own_network_and_a_site_that_asks_for_patience_are_no_tries(desk: Desk, web: InventedWeb) -> None:
    all_of = await published(desk, web)
    away = {host: web.names.known.pop(host) for host in (SITE, OTHER)}  # nobody's name is found any more
    await desk.off(days=1, hours=4)
    assert (await results(all_of), await access(all_of)) == (["ours"], Access.OPEN)
    for _ in range(4):
        await desk.off(days=1)
    assert {*await results(all_of)} == {"ours"}
    web.names.known.update(away)
    web.publish(SITE, PATH, "nanti", 429)
    await desk.off(hours=7)
    assert ((await results(all_of))[-1], await access(all_of)) == ("later", Access.OPEN)
    all_of.rina.silent()


@ENGLISH
async def test_a_whole_site_that_is_down_is_asked_about_in_one_message(desk: Desk, web: InventedWeb) -> None:
    all_of = await published(desk, web)
    await all_of.pastes(all_of.rina, put(web, "beras-tahap-dua-banjir"))
    await silenced(all_of.rina)
    del web.names.known[SITE]
    for hours in (28, 25, 25):
        await desk.off(hours=hours)
        await desk.later(seconds=10)
    all_of.rina.sees("⚠️ We have not been able to open 2 of your links (each checked 3×):\n")
    all_of.rina.sees("L-1 — Suara Contoh, since 24 Nov 2026\nL-3 — Suara Contoh, since 24 Nov 2026")
    assert all_of.rina.reads().count("not been able to open") == 1
    all_of.tono.silent()


@ONE
async def test_before_a_recap_what_was_not_looked_at_today_is_and_what_counts_no_more_is_not(
    desk: Desk, web: InventedWeb
) -> None:
    all_of = await published(desk, web)
    await all_of.vera.says("cabut L-2 salah media, mohon kirim ulang")
    await all_of.vera.presses("Kirim")
    await desk.off(days=3)
    assert (await results(all_of, 1), await results(all_of, 2)) == (["same"], [])
    ids = [(await all_of.link(each)).id for each in (1, 2)]
    async with desk.db() as db:
        assert set(await rechecks.ask_before(db, ids, Occasion.RECAP, desk.now)) == set(ids)
    await desk.app.settle()
    assert asked(web) == 2  # it was today
    await desk.off(days=2)
    async with desk.db() as db:
        await rechecks.ask_before(db, ids, Occasion.PAYMENT, desk.now)
    await desk.app.settle()
    async with desk.db() as db:
        looks = await rechecks.between(db, MORNING, desk.now + timedelta(seconds=1))
    assert [(each.link_id, each.occasion, each.result) for each in looks] == [(1, "day", "same"), (1, "payment", "same")]


@ONE
async def test_what_was_recognised_unread_is_read_and_frozen_at_once(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    await all_of.pastes(all_of.rina, f"{web.answer(SITE, PATH, NO_ANSWER)} https://x.com/suaracontoh/status/12345678")
    await all_of.vera.says("akui L-1 L-2")
    put(web, NAME)
    await desk.off(hours=7)
    async with desk.db() as db:
        doubtful, first = await rechecks.looks_at(db, 1)
        assert (await rechecks.known(db, 1)).title == COPY.title
    assert (doubtful.result, first.result, first.occasion) == ("doubtful", "first", "first")
    assert first.evidence in copies.digests(Path(str(desk.app.database.url.database)))
    await desk.off(days=1)
    assert await results(all_of) == ["doubtful", "first", "same"]
    assert await states(all_of, 2) == [LinkState.RECOGNISED]
    async with desk.db() as db:  # a post is shown to no program, so nobody looks
        assert await rechecks.of_link(db, 2) is None


@ONE
async def test_a_picture_is_kept_beside_the_bundle_and_named_by_the_chain(desk: Desk, web: InventedWeb) -> None:
    all_of = await published(desk, web)
    drawn: list[str] = []

    async def draws(html: str) -> bytes:
        drawn.append(html)
        return b"a picture"

    async def fails(html: str) -> bytes:
        raise OSError(html[:9])

    for number, draw in ((1, fails), (1, draws), (2, draws)):
        link = await all_of.link(number)
        async with desk.db() as db:
            kept = (await verdicts.of_links(db, [link.id]))[link.id]
            facts = {"link": link.id, "evidence": kept.evidence}
            await jobs.add(db, "picture_page", f"again:{number}:{draw.__name__}", facts, desk.now)
        await Worker(desk.app.database, desk.app.desks, desk.app.files, lambda: desk.now, nowhere, draw).round()
    assert (len(drawn), "312 kepala keluarga" in drawn[0]) == (2, True)
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    async with desk.db() as db:
        picture = await pictures.of_link(db, 1)
    assert picture
    assert picture.digest in copies.digests(Path(str(desk.app.database.url.database)))
    assert await faults(desk) == []
    desk.app.files.path(picture.digest).write_bytes(b"another")
    lines = [f"the picture of link:{number} is not as it was frozen ({picture.digest})" for number in (1, 2)]
    assert await faults(desk) == lines


@ONE
async def test_a_look_that_was_interrupted_is_made_again_once(desk: Desk, web: InventedWeb) -> None:
    all_of = await published(desk, web)
    desk.app.clock.move_to(desk.now + timedelta(days=1, hours=1))
    await desk.app._bell.ring()
    async with desk.app.database.write() as db:
        assert await jobs.claim(db, desk.now)  # by a process that dies with it
    await desk.app.settle()
    assert await results(all_of) == []
    await desk.off(minutes=3)
    assert await results(all_of) == ["same"]
    async with desk.db() as db:  # the one that was taken for dead comes back
        held = await rechecks.of_link(db, 1)
        assert held
        facts = {"link": 1, "looks": held.looks - 1, "occasion": "day"}
        assert await RecheckLink().tell(db, facts, Revisited(Look(LookResult.ABSENT)), desk.now) == ()
    assert (await results(all_of), await access(all_of)) == (["same"], Access.OPEN)
