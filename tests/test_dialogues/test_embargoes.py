"""H6: terms first, the text after agreement, everybody at the hour; a changed hour is told, and early links are flagged."""

import pytest

from storage import tables
from storage.records import Role
from tests.applicants import waits
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.links import coverage, silenced
from tests.releases import Newsroom, newsroom

AGREE = ("Saya setuju embargo", "I agree to the embargo")


async def sends(room: Newsroom) -> None:
    """R-1 goes out under embargo until ten."""
    await room.drafts()
    await room.dina.says("embargo R-1 kemarin 10.00", "embargo R-1 yesterday 10:00")
    room.dina.sees("Waktu itu sudah lewat", "time has passed")
    await room.dina.says("bantuan", "help")
    await room.dina.says("10.00", "10:00")
    room.dina.sees("EMBARGO sampai Senin 23 Nov 2026 10.00 WIB", "EMBARGO until Monday 23 Nov 2026 10:00 WIB")
    await room.dina.presses("Ajukan", "Submit")
    room.sari.sees("EMBARGO sampai", "EMBARGO until")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")


async def asks_early(who: Somebody) -> None:
    """Whatever they try, they see the terms and no more."""
    await who.says("rilis kepala keluarga", "release kepala keluarga")  # words of the text alone
    who.sees("Tidak ada rilis untuk", "No release found for")
    for words in (("naskah R-1", "full text R-1"), ("R-1", "R-1"), ("foto R-1", "photos R-1"), ("rilis beras", "release beras")):
        await who.says(*words)
        who.sees("EMBARGO", "EMBARGO")
        who.sees_not("312 kepala keluarga")


@EVERYWHERE
async def test_terms_first_the_text_after_agreement_and_everybody_at_the_hour(desk: Desk) -> None:
    all_of = await coverage(desk)
    room = await newsroom(desk)
    await sends(room)
    for each in (all_of.rina, all_of.tono):
        each.sees("EMBARGO sampai Senin 23 Nov 2026 10.00 WIB", "EMBARGO until Monday 23 Nov 2026 10:00 WIB")
        each.sees_not("kepala keluarga")
    await asks_early(all_of.tono)
    await all_of.rina.presses(*AGREE)
    all_of.rina.sees("312 kepala keluarga")
    all_of.rina.sees("EMBARGO sampai", "EMBARGO until")
    await all_of.rina.presses(*AGREE)
    all_of.rina.sees("312 kepala keluarga")
    await room.dina.says("embargo R-1")
    assert room.dina.news().count("✅ Rina Contoh, ") == 1
    await room.dina.says("24/11 11.00", "24/11 11:00")
    room.dina.sees("hanya penyetuju", "only an approver")
    await room.sari.says("embargo R-1 hari ini 11.00", "embargo R-1 today 11:00")
    room.sari.sees("diberi tahu", "is told")
    await room.sari.presses("Ya, ubah", "Yes, change it")
    room.sari.sees("2 orang diberi tahu", "2 people are told")
    all_of.tono.sees(
        "berubah: sampai Senin 23 Nov 2026 11.00 WIB (semula Senin 23 Nov 2026 10.00 WIB)",
        "has changed: until Monday 23 Nov 2026 11:00",
    )
    await all_of.received()
    release, link = await room.latest(), await all_of.link(1)
    async with desk.db() as db:
        await db.change(tables.links, tables.links.c.id == link.id, release_id=release.id)
    await desk.later(hours=2, minutes=30)
    assert all_of.vera.news().count("L-1 (Suara Contoh)") == 1
    all_of.vera.sees("Tidak ada sanksi otomatis", "Nothing follows by itself")
    all_of.tono.sees_not("kepala keluarga")
    await desk.later(hours=1)
    for each in (all_of.rina, all_of.tono):
        each.sees("Embargo dibuka: R-1", "The embargo is over: R-1")
        each.sees("beras kepada 312 kepala keluarga")
    room.dina.sees("dikirim kepada 2 orang. Yang menyetujui: 1", "sent to 2 people. Agreed: 1")
    await room.sari.says("embargo R-1")
    room.sari.sees("sudah dibuka", "ended")


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_it_is_ended_at_once_and_who_had_not_got_the_terms_gets_the_release(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    vina = await desk.staff(Role.VERIFIER, "Vina Teladan")
    await room.drafts()
    await room.dina.says("embargo R-1 24/11 10.00", "embargo R-1 24/11 10:00")
    await room.dina.says("embargo R-1 tanpa embargo", "embargo R-1 no embargo")
    room.dina.sees_not("EMBARGO sampai", "EMBARGO until")
    await room.dina.says("embargo R-1 24/11 10.00", "embargo R-1 24/11 10:00")
    await room.dina.says("ajukan R-1", "submit R-1")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses_to_many("Ya, kirim", "Yes, send")
    rina.sees("EMBARGO")
    andi.silent()
    budi = await waits(desk)  # comes late, and gets the terms as well
    await vina.says("pendaftar", "applicants")
    await vina.presses("Budi")
    await vina.presses("Terima", "Accept")
    budi.sees("EMBARGO")
    budi.sees_not("kepala keluarga")
    await room.sari.says("embargo R-1 buka", "embargo R-1 open")
    await room.sari.says("tidak", "no")
    room.sari.sees("tidak diubah", "not changed")
    await silenced(rina)
    await room.dina.says("hentikan R-1", "halt R-1")
    await room.sari.says("embargo R-1 buka", "embargo R-1 open")
    await room.sari.says("ya", "yes")
    rina.silent()  # nothing goes out of what is halted
    await room.dina.says("lanjutkan R-1", "continue R-1")
    rina.sees("Embargo dibuka: R-1", "The embargo is over: R-1")
    await desk.later(minutes=2)
    andi.sees("beras kepada 312 kepala keluarga")
    andi.sees_not("EMBARGO")
    await rina.presses(*AGREE)  # too late to agree to anything: the text is simply there
    rina.sees("312 kepala keluarga")


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_a_correction_under_embargo_reaches_only_whoever_has_the_text(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    await sends(room)
    await rina.presses(*AGREE)
    await silenced(andi)
    await room.dina.says("ralat R-1 dua pekan -> tiga pekan", "correct R-1 dua pekan -> tiga pekan")
    room.dina.sees("1 orang yang memegang versi lama", "1 people who hold the old version")
    await room.dina.says("sumber: BPBD", "source: BPBD")
    await room.dina.presses("Ajukan ralat", "Submit the correction")
    await room.sari.presses("Setujui & kirim", "Approve & send")
    rina.sees("tiga pekan")
    andi.silent()
    await andi.presses(*AGREE)
    andi.sees("tiga pekan")
    andi.sees_not("dua pekan")
