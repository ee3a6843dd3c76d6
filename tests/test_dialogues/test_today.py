"""*hari ini*: what waits for whoever asks, in one message; nobody is told what is not theirs to do."""

from datetime import timedelta

import pytest

from storage import people, quotes, releases
from storage.records import Role, Standing
from tests.desk import EVERYWHERE, Desk
from tests.events import hosts
from tests.links import coverage
from tests.releases import newsroom

TODAY = ("hari ini", "today")
ROLL_CALL = (
    "Apel pagi di Halaman Contoh -3.4012, 104.8312, Selasa 24/11 09.00",
    "Roll call at Halaman Contoh -3.4012, 104.8312, Tuesday 24/11 09:00",
)
NOTHING = ("Tidak ada yang menunggu Anda", "Nothing is waiting for you")

ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on neither language nor platform


@EVERYWHERE
async def test_each_sees_what_waits_for_them_and_its_command_opens_it(desk: Desk) -> None:
    room, links = await newsroom(desk), await coverage(desk)
    oki = await desk.staff(Role.OFFICIAL, "Oki Teladan")
    for each in (room.dina, room.sari, links.rina, links.vera, oki):
        await each.says(*TODAY)
        each.sees(*NOTHING)
    await room.submits()
    await room.sari.says(*TODAY)
    room.sari.sees("Menunggu persetujuan Anda: R-1. Ketik persetujuan", "Waiting for your approval: R-1. Type approvals")
    await room.dina.says(*TODAY)
    room.dina.sees(*NOTHING)  # it waits for somebody else
    await room.sari.says("persetujuan", "approvals")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.says(*TODAY)
    room.dina.sees("siap dikirim: R-1. Ketik kirim R-1", "ready to send: R-1. Type send R-1")
    await room.dina.says("kirim R-1", "send R-1")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    await links.received(2)
    await links.vera.says(*TODAY)
    links.vera.sees("2 link menunggu keputusan: antrean", "2 links wait for a decision: queue")
    links.vera.sees_not("R-1")
    await links.vera.presses("Antrean", "Queue")
    links.vera.sees("L-1")


@ONCE
async def test_a_journalist_sees_events_deadlines_and_what_is_not_answered(desk: Desk) -> None:
    room, all_of = await hosts(desk), await coverage(desk)
    await room.sends(ROLL_CALL)
    await all_of.rina.says(*TODAY)
    all_of.rina.sees("Menunggu jawaban Anda: U-1 24/11 09.00", "Waiting for your answer: U-1 24 Nov 09:00")
    all_of.rina.sees_not("Acara hari ini", "Events today")
    await all_of.rina.says("hadir U-1", "coming U-1")
    await desk.later(hours=18)  # 02.00 of the day
    await all_of.rina.says(*TODAY)
    all_of.rina.sees("Acara hari ini: U-1 09.00", "Events today: U-1 09:00")
    all_of.rina.sees_not("Menunggu jawaban", "Waiting for your answer")
    oki, tono = await desk.staff(Role.OFFICIAL, "Oki Teladan"), await desk.staff(Role.TREASURER, "Tono Teladan")
    for each, invited in ((oki, True), (all_of.rina, True), (tono, False)):  # officials are told of all events
        await each.says(*TODAY)
        (each.sees if invited else each.sees_not)("U-1 09.00")
        if invited:
            await each.says("agenda")
            each.sees("Apel pagi")
    await desk.later(hours=8)  # it has begun
    await all_of.rina.says(*TODAY)
    all_of.rina.sees(*NOTHING)


@ONCE
async def test_a_deadline_is_told_until_its_link_is_sent(desk: Desk) -> None:
    room, all_of = await newsroom(desk), await coverage(desk)
    await room.sends()
    sent = await room.latest()
    async with desk.db() as db:
        await releases.set_deadline(db, sent, desk.now + timedelta(hours=20), own=True)
    await all_of.rina.says(*TODAY)
    all_of.rina.sees("Batas link segera habis: R-1", "Time for links is running out: R-1")
    await all_of.pastes(all_of.rina, "https://suaracontoh.id/2026/11/beras-tiba R-1")
    await all_of.rina.says(*TODAY)
    all_of.rina.sees(*NOTHING)


@ONCE
async def test_an_admin_sees_people_accounts_and_clocks(desk: Desk) -> None:
    bos = await desk.staff(Role.ADMIN, "Ada Teladan")
    rina = await desk.journalist("Rina Contoh")
    await rina.says("hapus data saya", "delete my data")
    await rina.presses("Ya", "Yes")
    newcomer = await rina.record()
    async with desk.db() as db:
        person = await people.change(db, newcomer.id, standing=Standing.WAITING)
    assert person.standing is Standing.WAITING
    await bos.says(*TODAY)
    bos.sees("Permintaan hapus data, paling lambat: D-1", "Requests to erase data, due by: D-1")
    bos.sees("1 pendaftar menunggu diverifikasi: pendaftar", "1 applicant waits to be verified: applicants")
    await bos.presses("Pendaftar", "Applicants")
    bos.sees("Rina Contoh")


@ONCE
async def test_the_words_answer_where_a_form_asks_and_a_stranger_is_told_to_register(desk: Desk) -> None:
    room, _ = await newsroom(desk), await desk.journalist("Rina Contoh")
    guest = await desk.stranger("Budi Contoh")
    await guest.says(*TODAY)
    guest.sees("ketik daftar", "type register")
    await room.approves()
    await room.dina.presses("Jadwalkan", "Schedule")
    await room.dina.says(*TODAY)
    room.dina.sees_not(*NOTHING)
    room.dina.sees("Jamnya belum ada", "The hour is missing")
    await room.dina.says("hari ini 20.00", "today 20:00")
    room.dina.sees("Senin 23 Nov 2026 20.00 WIB", "Monday 23 Nov 2026 20:00 WIB")


@ONCE
async def test_quotes_and_questions_stand_in_it_for_who_answers_them(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    fulan = await desk.staff(Role.OFFICIAL, "Fulan Misal")
    await room.sends()
    await rina.says("tanya R-1 berapa ton berasnya?")
    await rina.says(*TODAY)
    rina.sees("Pertanyaan Anda yang belum kami jawab: T-1")
    await room.dina.says(*TODAY)
    room.dina.sees("1 pertanyaan menunggu jawaban: T-1")
    await room.sari.says("ambil T-1")
    await room.dina.says(*TODAY)
    room.dina.sees(*NOTHING)  # somebody else holds it
    release, official, dina = await room.latest(), await fulan.record(), await room.dina.record()
    async with desk.db() as db:
        said = {"words": "Stok cukup", "speaker": "Fulan Misal", "fingerprint": "f", "official_id": official.id}
        await quotes.add(db, release, dina, desk.now, **said)
    await fulan.says(*TODAY)
    fulan.sees("1 kutipan Bapak/Ibu menunggu persetujuan: kutipan")
    await rina.says("cari ton")
    rina.sees("Pertanyaan\nT-1")
    await rina.presses("T-1")
    rina.sees("berapa ton berasnya")


@ONCE
async def test_whoever_writes_and_sends_sees_drafts_and_what_goes_out_by_itself_or_stands_still(desk: Desk) -> None:
    room, _ = await newsroom(desk), [await desk.journalist(f"Rina {each} Contoh") for each in ("Satu", "Dua", "Tiga")]
    await room.drafts()
    await room.dina.says(*TODAY)
    room.dina.sees("Draf Anda: R-1. Ketik draf")
    await room.dina.presses("Ajukan")
    await room.sari.presses("Setujui")
    await room.dina.says("kirim R-1 hari ini 10.00")
    await room.dina.presses("Ya")
    await room.sari.says(*TODAY)
    room.sari.sees("Dikirim sendiri hari ini: R-1 10.00")
    await room.dina.says("batal R-1")
    await room.sari.says(*TODAY)
    room.sari.sees_not("Dikirim sendiri")
    room.sari.sees("siap dikirim: R-1")
    await room.dina.says("kirim R-1")
    await room.dina.presses("Kirim sekarang")
    await room.dina.presses_to_many("Ya, kirim", first=1)
    await room.dina.says("hentikan R-1")
    await room.sari.says(*TODAY)
    room.sari.sees("Pengiriman dihentikan: R-1. Ketik lanjutkan R-1")
    await room.sari.says("lanjutkan R-1")
    await room.sari.says(*TODAY)
    room.sari.sees(*NOTHING)
