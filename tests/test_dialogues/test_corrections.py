"""H7, J14: a correction reaches exactly those who hold what was wrong, and the owners of the articles made from it."""

import pytest

from storage import rechecks, tables
from storage.records import Role
from tests.applicants import waits
from tests.desk import EVERYWHERE, Desk
from tests.links import coverage, silenced
from tests.releases import TEXT, Newsroom, newsroom

SANDBOX = pytest.mark.parametrize("setting", ["id"], indirect=True)


async def corrects(room: Newsroom, change: tuple[str, str] = ("312 KK -> 321 KK", "312 KK -> 321 KK")) -> None:
    """Dina writes a correction of R-1 and submits it."""
    await room.dina.says("ralat R-1", "correct R-1")
    await room.dina.says(f"{change[0]}\nsumber: BPBD", f"{change[1]}\nsource: BPBD")
    await room.dina.presses("Ajukan ralat", "Submit the correction")


async def writes(room: Newsroom) -> None:
    """Dina looks for the words, is interrupted, and names her source when she is asked."""
    await room.dina.says("ralat R-1 999 KK -> 1 KK", "correct R-1 999 KK -> 1 KK")
    room.dina.sees("“999 KK” tidak ada di naskah", "“999 KK” is not in the text")
    await room.dina.says("312 KK -> 321 KK")
    room.dina.sees("judul: “312 KK” seharusnya 321 KK", "headline: “312 KK” should be 321 KK")
    await room.dina.says("312 kepala keluarga -> 321 kepala keluarga")
    room.dina.sees("alinea 1: “312 kepala” seharusnya 321 kepala", "paragraph 1: “312 kepala” should be 321 kepala")
    room.dina.sees("2 orang yang memegang versi lama", "2 people who hold the old version")
    await room.dina.says("bantuan", "help")  # an interruption
    await room.dina.presses("Ajukan ralat", "Submit the correction")
    room.dina.sees("Siapa sumber ralat", "Who is the source")
    await room.dina.says("rilis beras", "release beras")  # a look-up is answered, and the question waits
    room.dina.sees("R-1")
    room.dina.sees("masih menunggu", "still waiting")
    await room.dina.says("ya", "yes")
    room.dina.sees("Nama sumber itu tidak dapat dipakai", "cannot be a source's name")
    await room.dina.says("BPBD")
    room.dina.sees("diajukan kepada Sari", "submitted to Sari")


@EVERYWHERE
async def test_it_reaches_who_holds_the_wrong_text_and_the_owners_of_its_articles(desk: Desk) -> None:
    all_of = await coverage(desk)
    room = await newsroom(desk)
    await room.sends()
    release = await room.latest()
    late = await desk.journalist("Lala Misal", "Kabar Misal")  # never got it
    await all_of.received()
    await all_of.vera.says("akui L-1", "recognise L-1")
    async with desk.db() as db:
        await db.change(tables.links, release_id=release.id)
    for each in (all_of.rina, all_of.tono):
        await silenced(each)
    await writes(room)
    room.sari.sees("Termasuk 1 penulis dari 1 tulisan", "Among them 1 authors of 1 related")
    approve = room.sari.button("Setujui & kirim", "Approve & send")
    await room.sari.presses_token(approve)
    room.sari.sees("Ralat R-1 (v2) disetujui", "The correction of R-1 (v2) was approved")
    await desk.later(minutes=6)  # on WhatsApp a receipt that may grow stands before it
    for each in (all_of.rina, all_of.tono):
        each.sees("⚠️ RALAT R-1 (v2) 23/11", "⚠️ CORRECTION R-1 (v2) 23 Nov")
        each.sees("judul: “312 KK” seharusnya 321 KK", "headline: “312 KK” should be 321 KK")
        each.sees("Sumber: BPBD.", "Source: BPBD.")
    all_of.rina.sees("Tulisan Anda yang terkait: L-1. Pedoman Media Siber", "Your related articles: L-1.")
    all_of.tono.sees_not("Tulisan Anda", "Your related")
    all_of.rina.sees_not("hapus", "delete")
    late.silent()
    await room.sari.presses_token(approve)
    room.sari.sees("Ralat R-1 sudah dikirim", "The correction of R-1 has been sent")
    await silenced(all_of.tono)
    await all_of.tono.says("naskah R-1", "full text R-1")
    all_of.tono.sees("321 kepala keluarga")
    all_of.tono.sees("R-1 (v2)")
    await room.dina.says("ralat R-1", "correct R-1")
    room.dina.sees("dikirim 2 dari 2", "sent 2 of 2")
    room.dina.sees("Belum berubah: L-1", "Not changed yet: L-1")


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_who_waits_for_it_gets_it_as_it_is_now_and_so_does_who_comes_later(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    await room.sends_slowly()
    rina.sees("312 KK")
    await corrects(room)
    room.sari.sees("1 orang yang belum menerimanya", "1 people who have not got it yet")
    await room.dina.presses_token(room.sari.button("Setujui & kirim", "Approve & send"))
    rina.sees_not("RALAT", "CORRECTION")  # who wrote it does not approve it
    await room.sari.says("persetujuan", "approvals")
    await room.sari.presses("Ralat R-1", "Correction R-1")
    await room.sari.says("perbaiki", "changes")
    await room.sari.says("Tambahkan jamnya.")
    room.dina.sees("Tambahkan jamnya.")
    await room.dina.presses("Lanjutkan ralat", "Go on with it")
    await room.dina.says("Minggu -> Senin")
    room.dina.sees("alinea 1", "paragraph 1")
    await room.sari.says("persetujuan", "approvals")
    room.sari.sees_not("Ralat R-1", "Correction of R-1")
    await room.dina.presses("Ajukan ralat", "Submit the correction")
    await room.sari.presses("Setujui & kirim", "Approve & send")
    rina.sees("RALAT R-1 (v2)", "CORRECTION R-1 (v2)")
    await desk.later(minutes=2)
    andi.sees("321 KK")
    andi.sees("R-1 (v2)")
    andi.sees_not("RALAT", "CORRECTION")
    await corrects(room, ("dua pekan menjadi tiga pekan", "dua pekan should be tiga pekan"))
    room.sari.sees("Ralat R-1 (v3)", "The correction of R-1 (v3)")
    await room.sari.presses("Setujui & kirim", "Approve & send")
    for each in (rina, andi):
        each.sees("R-1 (v3)")
    await room.dina.says("ralat R-1", "correct R-1")
    await room.dina.presses("Batalkan ralat", "Drop the correction")
    room.dina.sees("ralat R-1 dibatalkan", "correction of R-1 is dropped")
    vina = await desk.staff(Role.VERIFIER, "Vina Teladan")
    budi = await waits(desk)
    await vina.says("pendaftar", "applicants")
    await vina.presses("Budi")
    await vina.presses("Terima", "Accept")
    budi.sees("321 KK")
    budi.sees_not("312 KK")


@SANDBOX
async def test_a_page_that_says_what_is_right_is_told_as_mended_once(desk: Desk) -> None:
    all_of = await coverage(desk)
    room = await newsroom(desk)
    await room.sends()
    await all_of.received()
    await all_of.vera.says("akui L-1", "recognise L-1")
    release, link = await room.latest(), await all_of.link(1)
    async with desk.db() as db:
        await db.change(tables.links, release_id=release.id)
    await corrects(room)
    await room.sari.presses("Setujui & kirim", "Approve & send")
    await silenced(room.dina)
    for page in ("312 KK terdampak", "321 KK terdampak", "321 KK"):
        async with desk.db() as db:
            await rechecks.add(db, link.id, at=desk.now, occasion="day", result="changed", title="Beras", text=page)
        await desk.later(seconds=30)
        if page.startswith("312"):
            room.dina.silent()
    assert room.dina.news().count("L-1") == 1
    room.dina.sees("Sudah diperbaiki: L-1", "Corrected since: L-1")
    await room.dina.says("ralat R-1", "correct R-1")
    room.dina.sees_not("Belum berubah", "Not changed yet")


@SANDBOX
async def test_nothing_that_was_typed_is_lost_on_the_way_to_the_approver(desk: Desk) -> None:
    await desk.journalist("Rina Contoh")
    room = await newsroom(desk)
    await room.sends()
    late = await desk.journalist("Lala Misal", "Kabar Misal")
    await late.says("R-1")  # looked up: it is theirs as well
    whole = TEXT.replace("312", "321")
    await room.dina.says("ralat R-1", "correct R-1")
    await room.dina.says(whole)
    await room.dina.says("sumber: terima kasih", "source: thank you")
    room.dina.sees("Nama sumber itu tidak dapat dipakai", "cannot be a source's name")
    await room.dina.says("sumber: BPBD", "source: BPBD")  # without the word that ends the text
    room.dina.sees("judul: “312 KK” seharusnya 321 KK")
    room.dina.sees("321 kepala")
    room.dina.sees("Sumber: BPBD", "Source: BPBD")
    await room.dina.says(whole.replace("dua pekan", "tiga pekan"))
    await room.dina.presses("Ajukan ralat", "Submit the correction")
    room.dina.sees("tiga pekan")  # shown before it is submitted
    await room.dina.says("321 kepala -> 322 kepala\nMinggu -> Senin\nsumber: Camat Contoh")
    room.dina.sees("322 kepala")
    room.dina.sees("Senin")
    room.dina.sees("Sumber: Camat Contoh", "Source: Camat Contoh")
    wrong = "Warga, Siti Contoh (41), berharap jalan desa yang putus segera diperbaiki."
    right = "Warga, Sita Contoh (41), berharap jalan desa yang putus segera diperbaiki, agar bantuan sampai ke semua dusun."
    await room.dina.says(f"{wrong} -> {right}")  # long, and yet no text anew
    room.dina.sees("Sita")
    await room.dina.presses("Ajukan ralat", "Submit the correction")
    room.sari.sees("322 kepala keluarga")
    room.sari.sees("tiga pekan")
    await room.sari.presses("Setujui & kirim", "Approve & send")
    late.sees("⚠️ RALAT R-1 (v2)", "⚠️ CORRECTION R-1 (v2)")
