"""J9, J12, H12, V6, V7, V9: links are looked at on an invented web, judged by the rules of the day, and their senders told."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.evidence import examine
from handlers.links import receipt
from handlers.links.check import CheckLink, Full
from handlers.links.doubt import Doubt
from handlers.links.proofs.freeze import PROOF
from handlers.links.verify import Reason
from handlers.links.visit import Fault, Visited
from messages.link_checks import WHY
from storage import copies, jobs, links, tables, verdicts
from storage.records import LinkState, Role
from tests.desk import EVERYWHERE, MORNING, Desk
from tests.links import RECOGNISE, UNDO, Coverage, coverage, silenced, states
from tests.releases import HEADLINE, TEXT, newsroom
from tests.ruling import changes
from tests.web.outlets import Piece, printed
from tests.web.visits import visit, web
from tests.web.web import Answer, InventedWeb

__all__ = ["visit", "web"]

SITE = "suaracontoh.id"
STORY = tuple(TEXT.splitlines()[2:5])
COPY = Piece(HEADLINE.title(), STORY, MORNING + timedelta(hours=1))
ELSEWHERE = Piece(
    "Bazar Ramaikan Alun-alun Umpama",
    (
        "Bazar di Alun-alun Umpama diikuti 57 pedagang, Senin (23/11/2026).",
        "Omzet hari pertama ditaksir Rp85 juta menurut ketua panitia, Budi Ibarat.",
        "Pengunjung datang dari tiga kecamatan dan memadati lapangan hingga malam.",
    ),
    MORNING + timedelta(hours=1),
)

BOTH = replace(COPY, title="Bupati Tinjau Banjir dan Buka Bazar", paragraphs=(*STORY, *ELSEWHERE.paragraphs))
SANDBOX = pytest.mark.parametrize("setting", ["id", "en"], indirect=True)
ONE = pytest.mark.parametrize("setting", ["id"], indirect=True)
MINUTE = timedelta(minutes=1)
YEAR_END = datetime(2026, 12, 31, 16, 59, 30, tzinfo=UTC)  # in the last minute of the year by the office's clock
CHECKED = ("Hasil cek link Anda", "Your links, checked")
NO_ANSWER = Answer(b"", 503)


async def sent(desk: Desk) -> Coverage:
    """R-1 about the rice has gone out."""
    all_of = await coverage(desk)
    await (await newsroom(desk)).sends()
    return all_of


def put(web: InventedWeb, name: str, piece: Piece = COPY, family: str = "wordpress") -> str:
    """An article of Suara Contoh on the web."""
    return web.publish(SITE, f"/2026/11/{name}", printed(family, piece))


def told(all_of: Coverage) -> int:
    """How many messages tell Rina what was found."""
    return all_of.rina.reads().count(all_of.desk.pick(CHECKED))


@EVERYWHERE
async def test_what_is_clear_is_decided_and_its_sender_told(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    address = put(web, "beras-untuk-korban-banjir")
    await all_of.pastes(all_of.rina, address)
    all_of.rina.sees("✅ L-1 — Suara Contoh — R-1: diakui", "✅ L-1 — Suara Contoh — R-1: recognised")
    all_of.rina.sees("Batas link R-1: 25/11 23.59.", "Links of R-1 count until 25 Nov 23:59.")
    assert (await all_of.link(1)).decided_by is None
    await all_of.rina.says("status L-1")
    all_of.rina.sees("· dicek: isi mirip R-1 ", "· checked: like R-1 by ")
    all_of.rina.sees(" %, tayang H+0 (aturan versi 1)\n", " %, published on day +0 (rules version 1)\n")
    await all_of.vera.says("antrean", "queue")
    all_of.vera.sees("Tidak ada link yang menunggu", "No link is waiting")
    looks = len(web.asked)
    await all_of.pastes(all_of.rina, address)
    all_of.rina.sees("sebagai L-1 (diakui)", "as L-1 (recognised)")
    assert (len(web.asked), told(all_of)) == (looks, 1)
    await all_of.vera.says("akui L-1", "recognise L-1")
    all_of.vera.sees("otomatis menurut aturan", "by the rules alone")


@SANDBOX
async def test_of_a_burst_only_what_is_doubtful_waits_and_one_message_tells_all(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    web.publish(SITE, "/robots.txt", "User-agent: *\nDisallow: /tertutup/")
    hidden = put(web, "halaman-aplikasi-beras", family="app")
    closed = web.publish(SITE, "/tertutup/2026/11/beras-banjir", printed("wordpress", COPY))
    moved = web.redirect(SITE, "/2026/11/berita-yang-dipindah", f"https://{SITE}/")
    web.publish(SITE, "/", printed("wordpress", COPY))
    pasted = (put(web, "dua-kegiatan-bupati", BOTH), put(web, "bazar-umpama", ELSEWHERE), hidden, closed, moved)
    await all_of.pastes(all_of.rina, "\n".join((*pasted, f"https://{SITE}/2026/11/sudah-dihapus")))
    found = {
        1: ("dilihat dulu oleh petugas, kemiripan dengan rilis belum cukup", "somebody looks at it first, not alike enough"),
        2: ("dicatat tanpa rilis", "noted, of no release"),
        3: (
            "dilihat dulu oleh petugas, halaman tidak terbaca seluruhnya",
            "looks at it first, not all of the page could be read",
        ),
        4: ("situsnya meminta tidak dibaca otomatis", "the site asks not to be read automatically"),
        5: ("tidak terbaca sebagai halaman berita", "it does not read as an article's page"),
        6: ("situsnya menjawab bahwa halaman tidak ada", "the site says there is no such page"),
    }
    lines = {
        int(line.partition("L-")[2].split()[0]): line for line in all_of.rina.news().split("\n") if ": " in line and "L-" in line
    }
    assert {number: words for number, words in found.items() if desk.pick(words) not in lines[number]} == {}, lines
    assert told(all_of) == 1
    assert await states(all_of, 1, 2, 3) == [LinkState.RECEIVED, LinkState.NOTED, LinkState.RECEIVED]
    await all_of.vera.says("antrean", "queue")
    all_of.vera.sees("5 link menunggu", "5 links are waiting")
    all_of.vera.sees("L-1: isi mirip R-1 ", "L-1: like R-1 by ")
    all_of.vera.sees(" %, tayang H+0, kemiripan", " %, published on day +0, not alike")
    await all_of.vera.presses(*RECOGNISE)
    assert await states(all_of, 1) == [LinkState.RECOGNISED]


@ONE
async def test_staff_take_back_what_the_rules_decided(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    await all_of.pastes(all_of.rina, put(web, "bazar-umpama", ELSEWHERE))
    await all_of.rina.says("status")
    all_of.rina.sees("0 dicek · 0 ditolak · 1 tanpa rilis")
    await all_of.vera.says("L-1")
    await all_of.vera.presses(*UNDO)
    all_of.rina.sees("Keputusan tadi (dicatat tanpa rilis) dibatalkan")
    await all_of.vera.says("akui L-1")
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    await desk.later(days=1)
    assert (await all_of.link(1)).decided_by == (await all_of.vera.record()).id


@ONE
async def test_a_site_that_does_not_answer_is_asked_again_and_then_a_person_looks(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    slow, never = (web.answer(SITE, f"/2026/11/{name}", NO_ANSWER) for name in ("berita-lambat-dimuat", "berita-tidak-dimuat"))
    await all_of.pastes(all_of.rina, f"{slow} {never}")
    assert told(all_of) == 0
    put(web, "berita-lambat-dimuat")
    await desk.later(seconds=5)
    all_of.rina.sees("L-1 — Suara Contoh — R-1: diakui")
    all_of.rina.sees("L-2 — Suara Contoh: masih dicek")
    await desk.later(minutes=12)
    all_of.rina.sees("L-2 — Suara Contoh: dilihat dulu oleh petugas, situsnya tidak menjawab")
    assert await states(all_of, 1, 2) == [LinkState.RECOGNISED, LinkState.RECEIVED]
    assert told(all_of) == 1


@ONE
async def test_what_is_late_by_both_proofs_is_refused_with_its_rule_and_one_proof_alone_is_looked_at(
    desk: Desk, web: InventedWeb
) -> None:
    all_of = await sent(desk)
    await desk.later(days=4)
    late = replace(COPY, published=MORNING + timedelta(days=4))
    undated = "".join(f"<p>{each.replace(' (22/11/2026)', '')}</p>" for each in STORY)
    address = web.publish(SITE, "/beras-untuk-banjir-tanpa-tanggal", f"<article><h1>{COPY.title}</h1>{undated}</article>")
    await all_of.pastes(all_of.rina, f"{put(web, 'beras-untuk-banjir', late)} {put(web, 'beras-terkirim')} {address}")
    all_of.rina.sees("❌ L-1 — Suara Contoh — R-1: ditolak, lewat batas waktu: tayang H+4, diterima 27/11 08.00, batas 25/11 ")
    all_of.rina.sees("Dasar: aturan versi 1.")
    all_of.rina.sees("⏳ L-2 — Suara Contoh — R-1: dilihat dulu oleh petugas, tanggal halaman perlu diperiksa")
    all_of.rina.sees("⏳ L-3 — Suara Contoh — R-1: dilihat dulu oleh petugas, lewat batas waktu")
    assert await states(all_of, 1, 2, 3) == [LinkState.REFUSED, LinkState.RECEIVED, LinkState.RECEIVED]
    assert ((await all_of.link(1)).decided_by, (await all_of.link(1)).reason) == (None, links.LATE)
    await all_of.rina.says("L-1")
    all_of.rina.sees("ditolak: Lewat batas waktu")
    await all_of.rina.presses("Ajukan keberatan")
    await all_of.rina.says("Situs kami diserang sejak tanggal 23, buktinya di redaksi")
    await all_of.rina.presses("Kirim keberatan")
    await all_of.vera.presses("L-1")
    all_of.vera.sees("ditolak otomatis")
    all_of.vera.sees("Terukur: isi mirip R-1 ")
    await all_of.vera.presses("Terima keberatan")
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    assert await faults(desk) == []


ALIKE = {  # what staff are told of each site, in the order in which the links come
    "suarac0ntoh.id": ("ada huruf, angka, atau tanda yang hanya tampak sama", "letters, digits or signs that only look the same"),
    "suaracоntoh.id": ("о (U+043E)", "о (U+043E)"),
    "suaracontohku.id": ("ada tambahan di belakang namanya", "something is added behind the name"),
    "suaracontoh.id.example.com": ("nama itu dipasang di depan situs lain", "that name stands before another site"),
}


@EVERYWHERE
async def test_a_site_that_looks_like_another_is_never_recognised_by_itself_and_only_staff_hear_why(
    desk: Desk, web: InventedWeb
) -> None:
    all_of = await sent(desk)
    for host in ALIKE:
        web.publish(host.encode("idna").decode(), "/2026/11/beras-untuk-banjir", printed("wordpress", COPY))
    await all_of.pastes(all_of.rina, " ".join(f"https://{host}/2026/11/beras-untuk-banjir" for host in ALIKE))
    all_of.rina.sees("L-1 ⏳ suarac0ntoh.id: media belum dikenal", "L-1 ⏳ suarac0ntoh.id: outlet not known yet")
    all_of.rina.sees_not("mirip situs", "looks like a")
    assert await states(all_of, 1, 2, 3, 4) == [LinkState.RECEIVED] * 4
    all_of.vera.sees("L-4 dari Rina Contoh menuju situs yang mirip", "L-4 from Rina Contoh leads to a site that looks like")
    all_of.vera.sees("= xn--suaracntoh-jvi.id")
    await silenced(all_of.vera)
    await all_of.pastes(all_of.rina, "https://suarac0ntoh.id/2026/11/beras-lagi-untuk-banjir")
    all_of.vera.silent()  # once for each site
    for number, how in enumerate(ALIKE.values(), 1):
        await all_of.vera.says(f"L-{number}")
        all_of.vera.sees("mirip suaracontoh.id (Suara Contoh)", "looks like suaracontoh.id (Suara Contoh)")
        all_of.vera.sees(*how)
    await all_of.rina.says("L-1")
    all_of.rina.sees_not("mirip suaracontoh.id", "looks like suaracontoh.id")


@ONE
async def test_a_look_that_was_interrupted_is_made_again_and_told_once(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    await all_of.pastes(all_of.rina, web.answer(SITE, "/2026/11/beras-untuk-banjir", NO_ANSWER))
    put(web, "beras-untuk-banjir")
    async with desk.app.database.write() as db:
        assert await jobs.claim(db, desk.now + timedelta(seconds=5))  # by a process that dies with it
    await desk.later(minutes=1)
    assert (told(all_of), await states(all_of, 1)) == (0, [LinkState.RECEIVED])
    await desk.later(minutes=2)
    assert (told(all_of), await states(all_of, 1)) == (1, [LinkState.RECOGNISED])


@ONE
async def test_what_was_decided_or_found_meanwhile_stands(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    slow = web.answer(SITE, "/2026/11/berita-lambat-dimuat", NO_ANSWER)
    await all_of.pastes(all_of.rina, slow)
    await all_of.vera.says("akui L-1")
    put(web, "berita-lambat-dimuat", ELSEWHERE)
    await silenced(all_of.rina)
    await desk.later(minutes=12)
    all_of.rina.silent()
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    await all_of.pastes(all_of.rina, put(web, "dua-kegiatan-bupati", BOTH))
    link = await all_of.link(2)
    async with desk.db() as db:  # a worker that was taken for dead comes back with its page
        facts = {"link": link.id, "burst": 2, "links": [link.id]}
        assert await CheckLink().tell(db, facts, Visited(fault=None, evidence="x"), desk.now) == ()
    assert told(all_of) == 1


@ONE
async def test_a_quota_that_is_used_up_is_no_refusal_and_begins_on_its_day(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await changes(ani, "1", ("Kuota tiap media per bulan", ""), ("24 November 2026", ""))
    await all_of.pastes(all_of.rina, f"{put(web, 'beras-satu-banjir')} {put(web, 'beras-dua-banjir')}")
    assert await states(all_of, 1, 2) == [LinkState.RECOGNISED, LinkState.RECOGNISED]
    all_of.rina.sees_not("Sisa kuota")
    await desk.later(hours=20)
    await all_of.pastes(all_of.rina, put(web, "beras-tiga-banjir"))
    all_of.rina.sees("L-3 — Suara Contoh — R-1: dilihat dulu oleh petugas, kuota media sudah penuh")
    all_of.rina.sees("Sisa kuota Suara Contoh Nov 2026: 0 link.")
    await all_of.rina.says("L-3")
    all_of.rina.sees("tayang H+0, kuota media sudah penuh (aturan versi 2)")
    await all_of.vera.says("L-3")
    all_of.vera.sees("kuota media sudah penuh, teks sama dengan L-1, L-2 (aturan versi 2)")
    await all_of.vera.presses(*RECOGNISE)
    all_of.rina.sees("1 link Anda diakui hari ini")
    all_of.rina.sees("Sisa kuota Suara Contoh Nov 2026: 0 link.")
    first, last = (await all_of.link(2)), await all_of.link(3)
    async with desk.db() as db:  # one came in the last minute of the month and one in the next month: each has its own quota
        left = await receipt.left(db, [replace(first, received_at=YEAR_END), replace(last, received_at=YEAR_END + MINUTE)])
    assert [(each["month"][:7], each["left"]) for each in left] == [("2026-12", 1), ("2027-01", 1)]


def test_every_reason_to_look_has_its_words() -> None:
    assert {*Reason, *Fault, *Full, *Doubt, PROOF} - {Doubt.NONE} == set(WHY)


async def faults(desk: Desk) -> list[str]:
    """What an auditor is told."""
    return [each.words for each in await examine(desk.app.database, desk.app.files) if not each.good]


@ONE
async def test_what_was_published_is_frozen_and_every_change_is_found_out(desk: Desk, web: InventedWeb) -> None:
    all_of = await sent(desk)
    address = put(web, "beras-untuk-banjir")
    short = web.redirect(SITE, "/2026/11/alamat-lama-beras", address)
    await all_of.pastes(all_of.rina, f"{short}\nhttps://{SITE}/2026/11/sudah-dihapus")
    assert await faults(desk) == []
    async with desk.db() as db:
        [kept, nothing] = await verdicts.everything(db)
    assert (nothing.reasons, nothing.evidence) == (["gone"], "")
    path = desk.app.files.path(kept.evidence)
    with ZipFile(path) as bundle:
        about = json.loads(bundle.read("about.json"))
        assert bundle.read("page.html").decode() == printed("wordpress", COPY)
        assert STORY[1] in bundle.read("text.txt").decode()
    assert about["chain"] == [{"address": short, "status": 302}, {"address": address, "status": 200}]
    assert about["read"]["title"] == COPY.title
    assert kept.evidence in copies.digests(Path(str(desk.app.database.url.database)))

    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"page.html", b"page.htmk"))
    assert await faults(desk) == [f"the bundle of link:1 is not as it was frozen ({kept.evidence})"]
    path.unlink()
    assert await faults(desk) == [f"the bundle of link:1 is not there ({kept.evidence})"]
    path.write_bytes(whole)
    async with desk.db() as db:
        await db.change(tables.verdicts, tables.verdicts.c.link_id == 2, outcome="recognised")
        await db.drop(tables.verdicts, tables.verdicts.c.link_id == 1)
    assert await faults(desk) == ["the verdict on link:2 is not the one that the audit names", "the verdict on link:1 is gone"]
