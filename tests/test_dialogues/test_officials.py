"""O4, O5, O8 and R6: what officials ask, are prepared with, and who gets copies of it; what came of a release."""

from datetime import timedelta

import pytest

from handlers.invitations import codes
from storage.records import Role
from tests.aides import code_in, comes_by
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.events import hosts
from tests.links import OTHER_SITE, SITE, coverage
from tests.releases import newsroom

NOTES = (
    "Fakta: beras untuk 312 KK\nPertanyaan: kapan jembatan dibuka?\nAngka: 312 KK (BPBD, 23/11)",
    "Facts: rice for 312 families\nQuestions: when does the bridge open?\nNumbers: 312 families (BPBD, 23 Nov)",
)
NAME = "Fulan Teladan"
ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on no platform and no language


async def official(desk: Desk, name: str = NAME) -> Somebody:
    return await desk.staff(Role.OFFICIAL, name)


@EVERYWHERE
async def test_news_is_asked_for_in_words_and_answered_with_five_links_at_most(desk: Desk) -> None:
    all_of, room, pak = await coverage(desk), await newsroom(desk), await official(desk)
    await pak.says("berita banjir", "news flood")
    pak.sees("Berita “banjir”", "News of “flood”")
    pak.sees("belum ada link yang diakui", "no link is recognised yet")
    await room.sends()
    await all_of.pastes(all_of.rina, "R-1 " + " ".join(f"{SITE}/beras-banjir-{number}" for number in range(6)))
    await all_of.pastes(all_of.tono, f"{OTHER_SITE}/8101/fulan-teladan-resmikan-jalan")
    await all_of.vera.says("antrean", "queue")
    for _ in range(7):
        await all_of.vera.presses("Akui", "Recognise")
    for _ in range(2):  # the repeat: nothing was told away
        await pak.says("berita banjir hari ini pak", "news about banjir today")
        pak.sees("6 link diakui, dari 1 media", "6 links recognised, from 1 outlet")
        assert pak.news().count("https://") == 5
        pak.sees("… dan 1 lagi", "… and 1 more")
    await pak.says("ajudan", "aide")
    await pak.presses("Tambah ajudan", "Add an aide")  # in between
    await pak.says("berita banjir hari ini", "news banjir today")
    pak.sees("6 link diakui, dari 1 media", "6 links recognised, from 1 outlet")
    await pak.says("berita gempa", "news earthquake")
    pak.sees("Coba kata lain", "Try other words")
    await all_of.rina.says("berita banjir", "news banjir")
    all_of.rina.sees_not("link diakui", "recognised")


@ONCE
async def test_my_news_is_what_names_me(desk: Desk) -> None:
    all_of, pak = await coverage(desk), await official(desk, f"Dr. H. {NAME}, M.Si.")
    await all_of.pastes(all_of.tono, f"{OTHER_SITE}/8101/fulan%20teladan {OTHER_SITE}/8102/jalan-desa")
    await all_of.vera.says("antrean", "queue")
    await all_of.vera.presses("Akui", "Recognise")
    await all_of.vera.presses("Akui", "Recognise")
    await pak.says("berita saya hari ini", "my news today")
    pak.sees("Berita “Fulan Teladan”", "News of “Fulan Teladan”")
    await pak.says("berita hari ini", "news today")
    pak.sees("2 link diakui, dari 1 media", "2 links recognised, from 1 outlet")


@EVERYWHERE
async def test_tomorrow_is_told_in_the_evening_and_notes_half_an_hour_before(desk: Desk) -> None:
    rina, them, pak = await desk.journalist("Rina Contoh"), await hosts(desk), await official(desk)
    await them.dina.says("catatan U-1 beras", "notes U-1 rice")
    them.dina.sees("Tidak ada undangan U-1", "There is no invitation U-1")
    await them.sends()
    await them.dina.says("catatan U-1\nAngka: 312 KK", "notes U-1\nNumbers: 312 families")
    them.dina.sees("Setiap angka perlu sumbernya", "Each number needs its source")
    await them.dina.says(f"catatan U-1\n{NOTES[0]}", f"notes U-1\n{NOTES[1]}")
    them.dina.sees("Catatan U-1 tersimpan", "The notes of U-1 are kept")
    await desk.off(days=2, hours=10)  # Wednesday at six in the evening
    assert "U-1" not in pak.reads()
    await pak.says("terima kasih", "thanks")  # and their talk is open
    await desk.later(hours=1)
    pak.sees("Agenda besok, 26 Nov 2026", "Agenda of tomorrow, 26 Nov 2026")
    pak.sees("Catatan sudah ada", "Notes are written")
    await desk.later(hours=11, minutes=45)  # the morning summary
    await pak.says("agenda")
    pak.sees("Agenda hari ini", "Agenda of today")
    await pak.presses("Agenda hari ini", "Agenda of today")
    pak.sees("Agenda hari ini, 26 Nov 2026", "Agenda of today, 26 Nov 2026")
    await desk.later(hours=1, minutes=44)
    pak.sees_not("Kemungkinan pertanyaan", "Likely questions")
    await desk.later(minutes=1)  # half past eight
    pak.sees("Kemungkinan pertanyaan", "Likely questions")
    pak.sees("1. 312 KK (BPBD, 23/11)", "1. 312 families (BPBD, 23 Nov)")
    await them.dina.says("catatan U-1 beras untuk 415 KK", "notes U-1 rice for 415 families")  # written anew: told anew, once
    pak.sees("beras untuk 415 KK", "rice for 415 families")
    await desk.later(hours=2)
    assert pak.reads().count(desk.pick(("415 KK", "415 families"))) == 1
    await them.dina.says("catatan U-1 beras", "notes U-1 rice")
    them.dina.sees("sudah mulai atau dibatalkan", "has begun or is off")
    rina.sees_not("312", "312")


@ONCE
async def test_an_evening_and_notes_that_were_missed_are_not_told_too_late(desk: Desk) -> None:
    them, pak = await hosts(desk), await official(desk)
    await them.sends()
    await them.dina.says(f"catatan U-1\n{NOTES[0]}", f"notes U-1\n{NOTES[1]}")
    desk.app.clock.move_to(desk.now + timedelta(days=3, hours=2))  # off until the event has begun
    await desk.app.settle()
    pak.sees_not("Agenda besok", "Agenda of tomorrow")
    pak.sees_not("Kemungkinan pertanyaan", "Likely questions")


async def test_who_came_is_told_by_outlet(desk: Desk) -> None:
    rina, them, pak = await desk.journalist("Rina Contoh"), await hosts(desk), await official(desk)
    await pak.says("media apa yang hadir", "which media came")
    pak.sees("Tidak ada acara", "There was no event")
    await them.sends(("Rapat di Pendopoan, hari ini 09.00", "Meeting at Pendopoan, today 09:00"))
    await pak.says("media apa yang hadir?", "which media came?")
    pak.sees("Belum ada yang tercatat hadir", "Nobody is noted as present yet")
    await rina.says(codes.code_at((await them.latest()).secret, desk.now))
    await pak.says("berhenti", "leave")
    for _ in range(2):  # the interruption, and the repeat
        await pak.says("media apa yang hadir?", "which media came?")
        pak.sees("1 orang dari 1 media hadir", "1 person of 1 outlet came")
        pak.sees("• Suara Contoh")
        pak.sees("masih menunggu", "still waiting")
    await pak.says("tidak", "no")
    await rina.says("media apa yang hadir?", "which media came?")  # the refusal
    rina.sees_not("1 media hadir", "1 outlet came")


@EVERYWHERE
async def test_an_aide_gets_copies_decides_nothing_and_is_out_at_once(desk: Desk) -> None:
    pak, them = await official(desk), await hosts(desk)
    await them.dina.says("ajudan", "aide")
    them.dina.sees("di luar tugas Anda", "not part of your work")
    budi = await comes_by(desk, pak, "Budi Contoh")
    pak.sees("Budi Contoh sekarang ajudan", "Budi Contoh is your aide")
    await desk.later(hours=22, minutes=45)
    budi.sees("Ringkasan media", "Media summary")
    await budi.says("ringkasan", "summary")
    budi.sees("Ringkasan media", "Media summary")
    for beyond in (("ajudan", "aide"), ("persetujuan", "approvals")):
        await budi.says(*beyond)
        budi.sees("di luar tugas Anda", "not part of your work")
    await pak.says("ajudan", "aide")
    gone = pak.button("Cabut Budi Contoh", "Remove Budi Contoh")
    await pak.presses_token(gone)
    pak.sees("Budi Contoh tidak menerima salinan lagi", "Budi Contoh gets no more copies")
    budi.sees("tidak lagi menerima salinan untuk Fulan Teladan", "no more copies of what")
    await pak.presses_token(gone)
    pak.sees("tidak berlaku", "no longer valid")
    await budi.says("ringkasan", "summary")
    budi.sees_not("Ringkasan media", "Media summary")
    await desk.off(days=1)
    budi.sees_not("Ringkasan media", "Media summary")


@ONCE
async def test_a_code_that_was_taken_back_lets_nobody_in_and_an_aide_of_two_stays(desk: Desk) -> None:
    pak, bu = await official(desk), await official(desk, "Ratna Teladan")
    budi = await comes_by(desk, pak, "Budi Contoh")
    await bu.says("ajudan", "aide")
    await bu.presses("Tambah ajudan", "Add an aide")
    await budi.says(f"/start {code_in(bu)}")  # the aide of both
    await pak.says("ajudan", "aide")
    await pak.presses("Cabut Budi", "Remove Budi")
    assert (await budi.record()).role is Role.DELEGATE
    await budi.says("ringkasan", "summary")
    budi.sees("Ringkasan media", "Media summary")
    await pak.presses("Tambah ajudan", "Add an aide")
    late = code_in(pak)
    await pak.says("ajudan", "aide")
    await pak.presses("Cabut (kode", "Remove (code")
    cara = await desk.stranger("Cara Contoh")
    await cara.says(f"/start {late}")
    assert (await cara.record()).role is Role.GUEST


@EVERYWHERE
async def test_what_came_of_a_release(desk: Desk) -> None:
    all_of, room = await coverage(desk), await newsroom(desk)
    await room.sends()
    await room.dina.says("laporan R-1", "report R-1")
    await room.dina.presses("Hasil", "Result")
    room.dina.sees("Belum ada link yang diakui", "No link is recognised yet")
    await desk.later(minutes=38)
    await all_of.pastes(all_of.rina, f"R-1 {SITE}/beras-1 {SITE}/beras-2")
    await all_of.vera.says("antrean", "queue")
    await all_of.vera.presses("Akui", "Recognise")
    await all_of.vera.presses("Akui", "Recognise")
    await room.dina.presses("Hasil", "Result")
    room.dina.sees("2 link diakui, dari 1 media", "2 links recognised, from 1 outlet")
    room.dina.sees("Link pertama masuk 38 menit setelah dikirim", "The first link came 38 minutes after it was sent")
    await room.dina.says("buat rilis", "new release")
    await room.dina.says("laporan R-1", "report R-1")  # the interruption
    await room.dina.presses("Hasil", "Result")
    room.dina.sees("2 link diakui, dari 1 media", "2 links recognised, from 1 outlet")
    room.dina.sees("masih menunggu", "still waiting")
    await all_of.rina.presses_token("release_result.1")
    all_of.rina.sees("di luar tugas Anda", "not part of your work")
    await room.dina.presses_token("release_result.999")
    room.dina.sees("tidak berlaku", "no longer valid")
