"""J8: an invitation is made, approved by a second person, sent, answered, changed and called off."""

from typing import Any

import pytest

from handlers.invitations import codes
from storage.records import InvitationStatus, Purpose, Role
from storage.tables import files, outbox
from tests.desk import EVERYWHERE, Desk
from tests.events import EVENT, hosts
from tests.phones import TelegramPhone, WhatsAppPhone

SANDBOX = pytest.mark.parametrize("setting", ["id", "en"], indirect=True)  # nothing of it depends on a platform


async def rows(desk: Desk, card: str) -> list[Any]:
    """What was said to many by a card."""
    async with desk.db() as db:
        return list(await db.rows(db.of(outbox).where(outbox.c.card == card).order_by(outbox.c.id)))


async def calendars(desk: Desk) -> list[str]:
    """Every calendar file that was made, in order."""
    async with desk.db() as db:
        made = await db.rows(db.of(files, files.c.digest).where(files.c.mime == "text/calendar").order_by(files.c.id))
    return [(await desk.app.files.read(row.digest)).decode() for row in made]


@EVERYWHERE
async def test_an_invitation_is_sent_and_answered(desk: Desk) -> None:
    room, rina = await hosts(desk), await desk.journalist("Rina Contoh")
    await room.drafts()
    room.dina.sees("Kamis 26 Nov 2026 09.00 WIB", "Thursday 26 Nov 2026 09:00 WIB")
    room.dina.sees("Penerima: 1 orang (semua media).", "Receivers: 1 people (all media).")
    await room.dina.presses("Ajukan", "Submit")
    room.sari.sees("Catatan: Parkir di belakang, bawa kartu pers", "Note: Parkir di belakang, bawa kartu pers")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    rina.sees("Undangan U-1: Panen raya", "Invitation U-1: Harvest")
    rina.sees("Pendopoan Contoh\nDress: batik")
    rina.sees_not("kartu pers")
    await rina.says("hadir U-1, tetapi mungkin terlambat", "attend U-1 but perhaps late")  # more than yes: asked once more
    rina.sees("Undangan U-1: Panen raya", "Invitation U-1: Harvest")
    await rina.presses("Hadir", "I come")
    rina.sees("✅ Tercatat: Anda hadir di U-1", "✅ Noted: you come to U-1")
    rina.sees("Catatan: Parkir di belakang, bawa kartu pers", "Note: Parkir di belakang, bawa kartu pers")
    rina.sees("-3.4012, 104.8312")
    assert len(rina.pictures()) == 1
    await rina.presses("Batal hadir", "Not after all")
    rina.sees("Anda tidak hadir di U-1", "you do not come to U-1")
    await rina.says("hadir", "attend")
    await rina.says("saya hadir U-1", "attend U-1")
    rina.sees("✅ Tercatat", "✅ Noted")
    await room.dina.says("hadir U-1", "attend U-1")
    room.dina.sees("Menjawab hadir: 1\nRina Contoh", "Said they come: 1\nRina Contoh")


@SANDBOX
async def test_only_what_is_missing_is_asked_and_an_interruption_loses_nothing(desk: Desk) -> None:
    dina = (room := await hosts(desk)).dina
    await dina.says("buat undangan", "new invitation")
    dina.sees("Apa nama acaranya?", "What is the event called?")
    await dina.says("Panen raya")
    dina.sees("Kapan acaranya?", "When is it?")
    await dina.says("kemarin 09.00", "yesterday 09:00")
    dina.sees("⚠️ Waktu itu sudah lewat.", "⚠️ That time has passed.")
    await dina.says("bantuan", "help")
    await dina.says("batal", "cancel")
    await dina.says("undangan", "invitations")
    dina.sees("U-1 · waktu belum ada · Panen raya · masih draf", "U-1 · no hour yet · Panen raya · is still a draft")
    await dina.presses("U-1")
    await dina.says("Kamis 26/11 09.00 WITA", "Thursday 26/11 09:00 WITA")
    dina.sees("Di mana?", "Where?")
    await dina.says("https://maps.contoh.id/@-3.4012,104.8312,17z")
    dina.sees("Apa nama atau alamat tempatnya?", "What is the name or address")
    await dina.says("Pendopoan Contoh")
    dina.sees("Kamis 26 Nov 2026 08.00 WIB\nPendopoan Contoh", "Thursday 26 Nov 2026 08:00 WIB\nPendopoan Contoh")
    dina.sees("Titik peta: -3.4012, 104.8312", "Point on the map: -3.4012, 104.8312")
    await dina.presses("Ubah", "Change")
    await dina.presses("Dress")
    await dina.says("batik")
    dina.sees("Dress: batik")
    await dina.presses("Penerima", "Receivers")
    await dina.says("majalah dinding", "wall papers")
    dina.sees("⚠️ Media itu belum kami kenali", "⚠️ We do not know that medium")
    await dina.says("online dan tv", "online and tv")
    dina.sees("Penerima: 0 orang (online, TV)", "Receivers: 0 people (online, TV)")
    await dina.presses("Buang", "Discard")
    await dina.presses("Ya, buang", "Yes, discard")
    dina.sees("U-1 dibuang", "U-1 was discarded")
    await dina.presses_token("inv_submit.1")
    dina.sees("dibuang", "discarded")
    assert (await room.latest()).status is InvitationStatus.DISCARDED


@pytest.mark.parametrize("setting", ["telegram", "whatsapp"], indirect=True)
async def test_a_pin_is_taken_where_a_place_is_asked(desk: Desk) -> None:
    room, rina = await hosts(desk), await desk.journalist("Rina Contoh")
    await room.dina.says("buat undangan Panen raya, Kamis 26/11 09.00")
    at = {"latitude": -3.4012, "longitude": 104.8312}
    for somebody in (rina, room.dina):
        phone = somebody.phone
        phone._mark()  # type: ignore[attr-defined]  # both kinds have it
        if isinstance(phone, TelegramPhone):
            phone.person.shares(location=at)
            await phone._polled()
        elif isinstance(phone, WhatsAppPhone):
            phone.person.shares("location", at)
            await phone.told()
        await desk.app.settle()
    rina.sees("hanya bisa membaca teks")
    room.dina.sees("Titik peta tersimpan")
    await room.dina.says("Pendopoan Contoh")
    room.dina.sees("Pakaiannya apa?")
    assert (await room.latest()).latitude == -3.4012


@SANDBOX
async def test_a_second_person_approves_what_was_shown(desk: Desk) -> None:
    room, anto = await hosts(desk), await desk.staff(Role.APPROVER, "Anto Teladan")
    await room.drafts()
    await room.dina.presses("Ajukan", "Submit")
    old = room.sari.button("Setujui", "Approve")
    await room.sari.presses("Minta perbaikan", "Ask for changes")
    await room.sari.says("Jamnya 10.00.")
    room.dina.sees("Sari Teladan meminta perbaikan U-1", "Sari Teladan asks for changes to U-1")
    await room.dina.says("ubah U-1 jam 10.00", "change U-1 at 10:00")
    room.dina.sees("10.00 WIB", "10:00 WIB")
    await room.dina.says("ubah U-1 jam 10.00", "change U-1 at 10:00")
    room.dina.sees("sudah tertulis begitu", "says that already")
    await room.dina.presses_token("inv_submit.1")
    await anto.says("persetujuan", "approvals")
    anto.sees("U-1 · ")
    await anto.presses("U-1")
    await room.sari.presses_token(old)
    room.sari.sees("⚠️ U-1 sudah berubah sejak", "⚠️ U-1 has changed since")
    await room.sari.says("apa ini", "what is this")
    room.sari.sees("Ketik ya atau perbaiki", "Type yes or changes")
    await room.sari.says("setujui", "approve")
    room.sari.sees("✅ U-1 disetujui", "✅ U-1 was approved")
    await anto.presses("Setujui", "Approve")
    anto.sees("sudah disetujui. Oleh Sari Teladan", "is approved. By Sari Teladan")
    await room.dina.presses_token(old)
    room.dina.sees("di luar tugas Anda", "not part of your work")
    await anto.says(f"buat undangan {EVENT[0]}", f"new invitation {EVENT[1]}")
    for _ in range(3):
        await anto.presses("Lewati", "Skip")
    await anto.presses("Ajukan", "Submit")
    await anto.says("setujui U-2", "approve U-2")
    await anto.presses("Setujui", "Approve")
    anto.sees("⚠️ U-2 Anda tulis atau ubah sendiri", "⚠️ You wrote or changed U-2 yourself")


@SANDBOX
async def test_it_goes_out_at_its_hour_and_not_when_that_is_too_late(desk: Desk) -> None:
    room, rina = await hosts(desk), await desk.journalist("Rina Contoh")
    await room.approves()
    await room.dina.says("kirim U-1 27/11 08.00", "send U-1 27/11 08:00")
    room.dina.sees("sesudah acaranya dimulai", "By then the event has begun")
    await room.dina.says("besok 08.00", "tomorrow 08:00")
    room.dina.sees("Kirim U-1 pada Selasa 24 Nov 2026 08.00 WIB?", "Send U-1 on Tuesday 24 Nov 2026 08:00 WIB?")
    await room.dina.presses("Ya", "Yes")
    yes = room.dina.button("Batal kirim", "Do not send")
    await room.dina.presses_token(yes)
    room.dina.sees("Jadwal U-1 dibatalkan", "U-1 is off the schedule")
    await room.dina.says("kirim U-1 besok 08.00", "send U-1 tomorrow 08:00")
    await room.dina.says("ya", "yes")
    await desk.off(hours=37)  # thirteen after its hour
    room.dina.sees("⚠️ U-1 tidak dikirim pada Selasa", "⚠️ U-1 was not sent on Tuesday")
    rina.silent()
    await room.dina.says("kirim U-1 besok 08.00", "send U-1 tomorrow 08:00")
    await room.dina.says("ya", "yes")
    await desk.later(hours=12)
    rina.sees("Undangan U-1", "Invitation U-1")
    room.dina.sees("sedang dikirim ke 1 orang", "is going to 1 people")


async def test_a_change_reaches_those_who_come_once_it_is_approved(desk: Desk) -> None:
    room = await hosts(desk)
    rina, tono, budi = [await desk.journalist(name) for name in ("Rina Contoh", "Tono Contoh", "Budi Contoh")]
    await room.sends()
    await rina.presses("Hadir", "I come")
    await tono.presses("Tidak", "I do not")
    await room.dina.says("ubah U-1 jam 10.00", "change U-1 at 10:00")
    room.dina.sees("⏳ Perubahannya menunggu persetujuan", "⏳ The change waits for an approval")
    rina.sees_not("10.00", "10:00")
    room.sari.sees("Kamis 26 Nov 2026 09.00 WIB → Kamis 26 Nov 2026 10.00 WIB", "09:00 WIB → Thursday 26 Nov 2026 10:00 WIB")
    await room.dina.says("U-1")
    room.dina.sees("Perubahannya menunggu", "The change waits")
    await room.sari.presses("Setujui", "Approve")
    rina.sees("⚠️ U-1 berubah: Panen raya", "⚠️ U-1 has changed: Harvest")
    rina.sees("09.00 WIB → Kamis 26 Nov 2026 10.00 WIB", "09:00 WIB → Thursday 26 Nov 2026 10:00 WIB")
    for each in (tono, budi):
        each.sees_not("U-1 berubah", "U-1 has changed")
    assert ["SEQUENCE:1" in each for each in await calendars(desk) if "METHOD:PUBLISH" in each] == [False, True]
    assert len(rina.pictures()) == 2  # into the calendar, and to its new hour
    await budi.says("U-1")
    budi.sees("10.00 WIB", "10:00 WIB")
    await room.dina.says("ubah U-1 tempat Aula Contoh", "change U-1 place Aula Contoh")
    await room.sari.presses("Minta perbaikan", "Ask for changes")
    await room.sari.says("Tetap di pendopo.")
    room.dina.sees("tidak menyetujui perubahan U-1", "does not approve the change of U-1")
    assert (await room.latest()).place == "Pendopoan Contoh"


@SANDBOX
async def test_a_card_that_still_waits_says_what_holds_now(desk: Desk) -> None:
    room = await hosts(desk)
    rina, tono = await desk.journalist("Rina Contoh"), await desk.journalist("Tono Contoh")
    await room.approves()
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses_to_many("Ya, kirim", "Yes, send", seconds=3600)
    rina.sees("09.00 WIB", "09:00 WIB")
    tono.silent()
    await room.dina.says("ubah U-1 jam 10.00", "change U-1 at 10:00")
    await room.sari.presses("Setujui", "Approve")
    await desk.later(hours=1)
    tono.sees("10.00 WIB", "10:00 WIB")
    tono.sees_not("09.00", "09:00")
    assert tono.news().count("U-1") == 1


@EVERYWHERE
async def test_an_event_is_called_off_at_once_and_those_who_declined_are_left_alone(desk: Desk) -> None:
    room = await hosts(desk)
    rina, tono, budi = [await desk.journalist(name) for name in ("Rina Contoh", "Tono Contoh", "Budi Contoh")]
    await room.sends()
    await rina.presses("Hadir", "I come")
    await tono.presses("Tidak", "I do not")
    await room.dina.says("batal U-1 karena hujan deras", "cancel U-1 because hujan deras")
    room.dina.sees("1 yang hadir dan 1 yang belum menjawab", "1 who come and 1 who have not answered")
    await room.dina.says("tidak", "no")
    room.dina.sees("acaranya tetap berlangsung", "it takes place")
    budi.sees_not("dibatalkan", "is cancelled")
    await room.dina.says("batalkan U-1", "cancel U-1")
    await room.dina.says("hujan deras")
    room.dina.sees("Alasan: hujan deras", "Reason: hujan deras")
    yes = room.dina.button("Ya, batalkan", "Yes, cancel it")
    await room.dina.presses_token(yes)
    room.dina.sees("✅ U-1 dibatalkan. 2 orang", "✅ U-1 is cancelled. 2 people")
    for each in (rina, budi):
        each.sees("❌ U-1 dibatalkan: Panen raya", "❌ U-1 is cancelled: Harvest")
        each.sees("Alasan: hujan deras", "Reason: hujan deras")
    tono.sees_not("❌ U-1 dibatalkan", "❌ U-1 is cancelled")
    assert len(rina.pictures()) == 2  # into the calendar, and out of it
    await room.dina.presses_token(yes)
    assert len(await rows(desk, "invitation_off")) == 2
    await budi.says("hadir U-1", "attend U-1")
    budi.sees("❌ U-1 dibatalkan", "❌ U-1 is cancelled")
    await tono.says(f"/start {codes.link(await room.latest())}")  # stands before the picture at the door
    tono.sees("❌ U-1 dibatalkan", "❌ U-1 is cancelled")


@SANDBOX
async def test_that_an_event_of_today_is_off_does_not_wait_for_the_morning(desk: Desk) -> None:
    room, rina = await hosts(desk), await desk.journalist("Rina Contoh")
    await room.sends(("Rapat malam di Pendopoan, hari ini 23.30", "Night meeting at Pendopoan, today 23:30"))
    await rina.presses("Hadir", "I come")
    await desk.later(hours=14)  # ten at night
    await room.dina.says("batal U-1", "cancel U-1")
    await room.dina.presses("Ya, batalkan", "Yes, cancel it")
    rina.sees("❌ U-1 dibatalkan", "❌ U-1 is cancelled")
    assert [Purpose(row.purpose) for row in await rows(desk, "invitation_off")] == [Purpose.URGENT]


async def test_seats_are_counted_and_a_question_is_answered(desk: Desk) -> None:
    room = await hosts(desk)
    rina, tono = await desk.journalist("Rina Contoh"), await desk.journalist("Tono Contoh")
    await room.drafts(("Panen raya di Pendopoan, hari ini 12.00", "Harvest at Pendopoan, today 12:00"))
    await room.dina.says("ubah U-1 kapasitas 1", "change U-1 seats 1")
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    await rina.presses("Hadir", "I come")
    await rina.presses_token("inv_yes.1")  # twice is once
    await tono.presses("Hadir", "I come")
    tono.sees("⚠️ Kursi U-1 sudah penuh (1 orang)", "⚠️ All seats of U-1 are taken (1 people)")
    await rina.says("tidak bisa hadir", "not coming")
    rina.sees("Anda tidak hadir di U-1", "you do not come to U-1")
    await tono.presses("Hadir", "I come")
    tono.sees("✅ Tercatat", "✅ Noted")
    await room.dina.says("buat undangan", "new invitation")
    await room.dina.says("ubah U-1 kapasitas 1", "change U-1 seats 1")  # in the middle of a form
    room.dina.sees("U-1 sudah tertulis begitu", "U-1 says that already")
    room.dina.sees("masih menunggu", "still waiting")
    await room.dina.says("batal", "cancel")
    await tono.says("jadwal", "events")
    tono.sees("U-1 · Senin 23 Nov 2026 12.00 WIB · Panen raya · ✅ hadir", "U-1 · Monday 23 Nov 2026 12:00 WIB")
    await rina.presses("Kirim tanya", "Ask")
    await rina.says("Apakah ada sesi wawancara?")
    rina.sees("T-1 tentang U-1", "T-1 about U-1")
    room.dina.sees("Pertanyaan T-1 tentang U-1", "Question T-1 about U-1")
    await room.dina.says("hadir U-9", "attend U-9")
    room.dina.sees("Undangan U-9 tidak kami temukan", "We found no invitation U-9")
    ani = await desk.journalist("Ani Contoh")
    await ani.says("hadir U-1", "attend U-1")
    ani.sees("U-1 tidak ditujukan kepada Anda", "U-1 is not addressed to you")
    await desk.later(hours=4, minutes=1)
    await rina.presses_token("inv_yes.1")
    rina.sees("sudah dimulai atau selesai", "has begun or is over")
