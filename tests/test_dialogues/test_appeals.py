"""J4, V14: whoever sent a link appeals once, with evidence; somebody else answers in time, and what was overturned is counted."""

from dataclasses import replace

import pytest

from storage import appeals, audit, links
from storage.records import AppealState, LinkState, Role
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.links import REFUSE, UNDO, Coverage, coverage, opened, silenced, states
from tests.ruling import changes

ONE = pytest.mark.parametrize("setting", ["id"], indirect=True)
SANDBOX = pytest.mark.parametrize("setting", ["id", "en"], indirect=True)
APPEAL = ("Ajukan keberatan", "Appeal")
SEND = ("Kirim keberatan", "Send appeal")
ACCEPT = ("Terima keberatan", "Accept appeal")
DECLINE = ("Tolak keberatan", "Refuse appeal")
WHY = ("Kegiatan baru selesai pukul 22.00 malam itu", "The event only ended at 22:00 that night")
DUE = ("Kamis 26 Nov 2026 23.59 WIB", "Thursday 26 Nov 2026 23:59 WIB")  # three working days after Monday


async def refused(desk: Desk) -> Coverage:
    """Vera has refused Rina's link L-1 by a reason of the list."""
    all_of = await opened(desk)
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("5")
    return all_of


async def appealed(desk: Desk) -> tuple[Coverage, Somebody]:
    """Rina has appealed; Vino may answer."""
    vino = await desk.staff(Role.VERIFIER, "Vino Teladan")
    all_of = await refused(desk)
    await all_of.rina.presses(*APPEAL)
    await all_of.rina.says(*WHY)
    await all_of.rina.presses(*SEND)
    return all_of, vino


async def says_why(all_of: Coverage) -> None:
    """Rina appeals about L-1 with words, a photo and a link, sees it all once and sends it."""
    rina, desk = all_of.rina, all_of.desk
    await rina.presses(*APPEAL)
    rina.sees("Mengapa L-1 seharusnya diakui?", "Why should L-1 be recognised?")
    await rina.says("ok")
    rina.sees("kalimat singkat", "as a short sentence")
    await rina.says(*WHY, files=[desk.photo()])
    await rina.says("https://kabarmisal.com/read/8101/jadwal-giat")
    rina.sees("Kirim keberatan atas L-1 ini?", "Send this appeal about L-1?")
    rina.sees("Bukti: 1 berkas", "Evidence: 1 file")
    rina.sees(*DUE)
    await rina.says("kirim", "send")
    rina.sees("✅ Keberatan atas L-1 kami terima", "✅ We have your appeal about L-1")
    rina.sees("Dijawab petugas lain, bukan yang memutuskan", "Somebody else answers")
    assert await all_of.count() == 1  # a link of the evidence is none that is sent in
    await rina.says("keberatan L-1", "appeal L-1")
    rina.sees("Keberatan atas L-1: menunggu jawaban", "Appeal about L-1: waiting for an answer")


async def ended(desk: Desk, number: int = 1) -> list[AppealState]:
    """How the appeals about a link stand."""
    async with desk.db() as db:
        found = await links.by_number(db, number)
        return [each.state for each in await appeals.of_link(db, found.id)] if found else []


@EVERYWHERE
async def test_an_appeal_with_evidence_is_answered_by_somebody_else_and_counted(desk: Desk) -> None:
    vino, all_of = await desk.staff(Role.VERIFIER, "Vino Teladan"), await refused(desk)
    rina, vera = all_of.rina, all_of.vera
    rina.sees(
        "Bukan tentang kegiatan kantor ini. Dasar: aturan versi 1.", "Not about the work of this office. By: rules version 1."
    )
    vino.silent()
    await says_why(all_of)
    vino.sees("Rina Contoh mengajukan keberatan atas L-1", "Rina Contoh appeals about L-1")
    await vera.says("keberatan", "appeals")
    vera.sees("(Anda yang memutuskan)", "(you decided)")
    await vera.presses("L-1")
    vera.sees("petugas lain yang menjawab", "somebody else answers")
    await vino.presses("L-1")
    vino.sees("ditolak oleh Vera Teladan", "refused by Vera Teladan")
    vino.sees(*WHY)
    vino.sees("kabarmisal.com/read/8101/jadwal-giat")
    vino.sees(*DUE)
    assert len(vino.pictures()) == 1
    yes = vino.button(*ACCEPT)
    await vino.presses_token(yes)
    rina.sees("✅ Keberatan Anda atas L-1 diterima. L-1 kini diakui.", "✅ Your appeal about L-1 is accepted.")
    vera.sees("Keberatan atas L-1 diterima Vino Teladan: keputusan Anda", "was accepted by Vino Teladan: your decision")
    await vino.presses_token(yes)
    vino.sees("sudah diterima oleh Vino Teladan", "was accepted by Vino Teladan")
    await vino.says("keberatan", "appeals")
    vino.sees("Tidak ada keberatan yang menunggu", "No appeal is waiting")
    vino.sees("Dibatalkan lewat keberatan: 1 dari 1", "Overturned on appeal: 1 of 1")
    await rina.says("L-1")
    rina.sees("keberatan diajukan, jawaban paling lambat", "appeal made, to be answered by")
    rina.sees("diakui oleh Vino Teladan: Keberatan diterima", "recognised by Vino Teladan: Appeal accepted")
    link = await all_of.link(1)
    async with desk.db() as db:
        deeds = [each for each in ("appeal", "recognise", "accept_appeal") if await audit.latest(db, f"link:{link.id}", (each,))]
    assert (link.state, len(deeds)) == (LinkState.RECOGNISED, 3)


@SANDBOX
async def test_an_appeal_that_is_not_accepted_says_why_and_a_new_decision_may_be_appealed_again(desk: Desk) -> None:
    all_of, vino = await appealed(desk)
    await all_of.vera.presses_token("appeal_yes.1")
    all_of.vera.sees("petugas lain yang menjawab", "somebody else answers")
    assert await states(all_of, 1) == [LinkState.REFUSED]
    await vino.presses("L-1")
    await vino.presses(*DECLINE)
    await vino.says("bentar", "wait")
    vino.sees("akan dibaca wartawan", "will read this reason")
    await vino.says("Isinya tetap bukan tentang kantor ini", "It is still not about this office")
    vino.sees("Kirim alasan ini kepada Rina Contoh untuk keberatan atas L-1?", "Send this reason to Rina Contoh for the appeal")
    await silenced(all_of.rina)
    await vino.presses("Kirim", "Send")
    all_of.rina.sees("❌ Keberatan Anda atas L-1 tidak diterima. Alasan: Isinya tetap", "is not accepted. Reason: It is still")
    all_of.rina.sees("hubungi Humas Kab. Teladan", "contact Humas Kab. Teladan")
    await all_of.rina.says("keberatan L-1", "appeal L-1")
    all_of.rina.sees("Keberatan atas satu keputusan hanya bisa diajukan sekali", "can be appealed only once")
    await all_of.rina.says("keberatan", "appeals")
    all_of.rina.sees("L-1 · tidak diterima", "L-1 · not accepted")
    await vino.says("keberatan", "appeals")
    vino.sees("Dibatalkan lewat keberatan: 0 dari 1", "Overturned on appeal: 0 of 1")
    await vino.says("L-1")
    await vino.presses(*UNDO)
    await vino.says("tolak L-1 judulnya menyesatkan pembaca", "refuse L-1 judulnya menyesatkan pembaca")
    await vino.says("ya", "yes")
    await all_of.rina.presses(*APPEAL)
    all_of.rina.sees("judulnya menyesatkan pembaca")
    await all_of.rina.says(*WHY)
    await all_of.rina.says("ya", "yes")
    all_of.vera.sees("Rina Contoh mengajukan keberatan atas L-1", "Rina Contoh appeals about L-1")
    assert await ended(desk) == [AppealState.REFUSED, AppealState.OPEN]


@ONE
async def test_an_appeal_is_withdrawn_or_ends_with_the_decision_and_what_is_left_undone_is_nothing(desk: Desk) -> None:
    all_of, vino = await appealed(desk)
    await all_of.rina.says("tarik keberatan L-1", "withdraw appeal L-1")
    all_of.rina.sees("Tarik keberatan atas L-1?", "Withdraw the appeal about L-1?")
    await all_of.rina.says("tidak", "no")
    assert await ended(desk) == [AppealState.OPEN]
    await all_of.rina.presses("Tarik keberatan", "Withdraw appeal")
    await all_of.rina.presses("Tarik keberatan", "Withdraw appeal")
    all_of.rina.sees("keberatan atas L-1 ditarik. Keputusannya tetap", "is withdrawn. The decision stands")
    await all_of.rina.says("tarik keberatan L-1", "withdraw appeal L-1")
    all_of.rina.sees("Tidak ada keberatan Anda atas L-1", "No appeal of yours about L-1")
    await vino.presses("L-1")
    vino.sees("sudah ditarik", "was withdrawn")
    await vino.says("keberatan", "appeals")
    vino.sees("0 dari 0", "0 of 0")
    await all_of.pastes(all_of.rina, "https://suaracontoh.id/2026/11/lain-lagi-di-teladan")
    await all_of.vera.says("tolak L-2", "refuse L-2")
    await all_of.vera.says("5")
    await all_of.rina.presses(*APPEAL)
    await all_of.rina.says(*WHY)
    await all_of.rina.says("status")  # answered, and the form stays
    await all_of.rina.says("batal", "cancel")
    all_of.rina.sees("Baik, dibatalkan", "cancelled")
    await all_of.rina.says("keberatan L-2", "appeal L-2")
    await all_of.rina.says(*WHY)
    await all_of.vera.says("L-2")
    await all_of.vera.presses(*UNDO)  # she refuses it anew, for another reason, while Rina still writes
    await all_of.vera.says("tolak L-2", "refuse L-2")
    await all_of.vera.says("4")
    await all_of.rina.presses(*SEND)
    all_of.rina.sees("berganti sejak Anda menulis. Alasannya kini: Salinan dari media lain", "The reason is now: A copy from")
    assert await ended(desk, 2) == []
    await all_of.rina.presses(*SEND)
    await all_of.vera.says("keberatan", "appeals")
    await all_of.vera.presses("L-2")
    await all_of.vera.presses(*UNDO)
    await vino.says("keberatan", "appeals")
    vino.sees("Tidak ada keberatan yang menunggu", "No appeal is waiting")


@ONE
async def test_an_appeal_that_runs_out_is_told_to_staff_admins_and_its_sender(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    all_of, vino = await appealed(desk)
    for who in (all_of.rina, all_of.vera, vino, ani):
        await silenced(who)
    await desk.later(days=2, hours=12)
    vino.silent()
    await desk.later(hours=12)  # Thursday morning
    vino.sees("⏳ Keberatan atas L-1 harus dijawab hari ini")
    all_of.vera.silent()
    await silenced(vino)
    await silenced(ani)
    await desk.off(days=1)  # the machine was off when it ran out
    for who in (vino, ani):
        assert who.news().count("⚠️ Keberatan atas L-1 belum dijawab sampai batasnya") == 1
    all_of.rina.sees("belum dijawab sampai batasnya. Kami mohon maaf")
    await desk.later(days=1)
    assert all_of.rina.news().count("belum dijawab") == 1
    await vino.says("keberatan")
    vino.sees("⚠️ L-1 · Rina Contoh, lewat batas 26/11 23.59")
    await vino.presses("L-1")
    await vino.presses(*ACCEPT)
    assert await states(all_of, 1) == [LinkState.RECOGNISED]


@ONE
async def test_where_nobody_else_may_answer_it_is_said_and_the_office_decides_what_holds(desk: Desk) -> None:
    all_of = await refused(desk)
    await all_of.rina.presses(*APPEAL)
    await all_of.rina.says(*WHY)
    all_of.rina.sees("Petugas yang boleh menjawab sedang tidak ada")
    await all_of.rina.presses(*SEND)
    all_of.vera.sees("tidak ada petugas selain yang memutuskan")
    await all_of.vera.presses("L-1")
    all_of.vera.sees("batalkan keputusan Anda bila keliru")
    await all_of.vera.presses_token("appeal_no.1")
    all_of.vera.sees("tidak ada petugas lain yang boleh menjawab")
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await changes(ani, "ya", ("Bila hanya ada satu petugas", ""), ("hari ini", ""))
    await desk.remove(ani)
    await all_of.vera.presses("L-1")
    all_of.vera.sees("Kantor mengizinkan Anda menjawab sendiri")
    await all_of.vera.presses(*DECLINE)
    await all_of.vera.says("Isinya tetap bukan tentang kantor ini")
    await all_of.vera.presses("Kirim")
    all_of.rina.sees("Dijawab petugas yang sama, karena tidak ada petugas lain")
    link = await all_of.link(1)
    async with desk.db() as db:
        noted = await audit.facts_of(db, "refuse_appeal")
    assert noted[f"link:{link.id}"]["alone"] is True


@ONE
async def test_a_page_that_is_no_article_may_be_appealed_and_gets_its_number_then(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, "https://suaracontoh.id/kategori/daerah https://suaracontoh.id/")
    all_of.rina.sees("halaman kategori, bukan satu berita")
    all_of.rina.sees("Dasar: aturan versi 1.")
    assert await all_of.count() == 0
    await all_of.rina.presses(*APPEAL)
    all_of.rina.sees("Link mana yang menurut Anda keliru ditolak?")
    first = all_of.rina.button("link ke-1")
    await all_of.rina.presses_token(first)
    all_of.rina.sees("Mengapa L-1 seharusnya diakui?")
    await all_of.rina.presses_token(first)
    assert await all_of.count() == 1
    await all_of.tono.presses_token(first)
    all_of.tono.sees("dibuat untuk orang lain")
    await all_of.tono.says("keberatan L-1")
    all_of.tono.sees("L-1 tidak ada di antara link Anda")
    await all_of.rina.says("Itu satu berita, situs kami memakai alamat kategori")
    await all_of.rina.presses(*SEND)
    await all_of.vera.presses("L-1")
    all_of.vera.sees("ditolak otomatis")
    await all_of.vera.presses(*ACCEPT)
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    await all_of.rina.says("keberatan L-1")
    all_of.rina.sees("Status L-1 sekarang: diakui")


@ONE
async def test_evidence_is_bounded_and_strangers_to_the_link_learn_nothing(desk: Desk) -> None:
    all_of, dina = await refused(desk), await desk.staff(Role.DRAFTER, "Dina Teladan")
    await dina.says("keberatan")
    dina.sees("di luar tugas Anda")
    await all_of.rina.presses(*APPEAL)
    await all_of.rina.says("x" * 1001)
    all_of.rina.sees("terlalu panjang")
    await all_of.rina.says(files=[desk.photo(f"{each}.png") for each in range(6)])
    all_of.rina.sees("Paling banyak 5 berkas")
    await all_of.rina.says(*WHY, files=[replace(desk.photo(), size=10**9)])
    all_of.rina.sees("Berkas itu tidak dapat kami terima")
    all_of.rina.sees("Bukti: 5 berkas")
    await all_of.tono.presses_token(f"appeal.{(await all_of.link(1)).id}")
    all_of.tono.sees("tidak ada di antara link Anda")
    await all_of.rina.presses("Tidak jadi")
    all_of.rina.sees("keberatan tidak dikirim")
    assert await ended(desk) == []
