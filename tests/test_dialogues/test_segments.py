"""H4: segments, saved groups, and the recorded decision that leaves somebody out."""

import json

import pytest

from storage import exporting, tables
from storage.records import Status
from tests.desk import EVERYWHERE, Desk
from tests.releases import newsroom


@EVERYWHERE
async def test_a_segment_reaches_only_whom_it_is_for(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    lala = await desk.journalist("Lala Umpama", "Kabar Misal")
    room = await newsroom(desk)
    for each, area in ((rina, "Kayuagung"), (andi, "Kec. Mesuji"), (lala, "Kayuagung, Mesuji")):
        person = await each.record()
        async with desk.db() as db:
            await db.change(tables.people, tables.people.c.id == person.id, area=area)
    await room.dina.says("kelompok Liputan Banjir: Rina Contoh, Andi, Zorro", "press group Flood Desk: Rina Contoh, Andi, Zorro")
    room.dina.sees("Liputan Banjir: 2 orang", "Flood Desk: 2 people")
    room.dina.sees("Zorro")
    await room.dina.says("kelompok Liputan Banjir - Andi", "press group Flood Desk - Andi")
    await room.dina.says("kelompok", "press groups")
    room.dina.sees("Liputan Banjir: 1 orang", "Flood Desk: 1 people")
    await room.drafts()
    await room.dina.presses("Penerima", "Receivers")
    await room.dina.says("ke: telepati", "to: telepathy")
    room.dina.sees("belum kami kenal", "do not know that choice")
    await room.dina.says("ke: kelompok liputan banjir", "to: group flood desk")
    room.dina.sees("semua media, kelompok", "all media, group")
    room.dina.sees("Antara lain: Rina Contoh.", "Among them: Rina Contoh.")
    await room.dina.says("bantuan", "help")
    await room.dina.says(
        "segmen R-1 online, kec Kayuagung, kecuali kec Mesuji",
        "segment R-1 online, district Kayuagung, except district Mesuji",
    )
    room.dina.sees("online, kec. kayuagung, kecuali kec. mesuji", "online, district kayuagung, except district mesuji")
    room.dina.sees("→ 1 orang (online, kec. kayuagung", "→ 1 person (online, district kayuagung")
    await room.dina.says(
        "segmen R-1 kelompok liputan banjir, kec Kayu Agung", "segment R-1 group flood desk, district Kayu Agung"
    )
    room.dina.sees("Antara lain: Rina Contoh.", "Among them: Rina Contoh.")
    await room.dina.says("hapus kelompok liputan banjir", "delete press group flood desk")
    room.dina.sees("masih dipakai R-1", "still used by R-1")
    await room.dina.says(
        "segmen R-1 online, kec Kayuagung, kecuali kec Mesuji", "segment R-1 online, kec Kayuagung, except kec Mesuji"
    )
    await room.dina.presses("Ajukan", "Submit")
    room.sari.sees("kec. kayuagung", "district kayuagung")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    rina.sees("312 KK")
    andi.silent()
    lala.silent()
    await room.dina.says("hapus kelompok liputan banjir", "delete press group flood desk")
    room.dina.sees("dihapus; orangnya tetap terdaftar", "is gone; its people stay")


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_leaving_somebody_out_takes_a_reason_and_a_second_person_and_they_can_read_it(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    await room.drafts()
    await room.dina.says("ke: kelompok Pasar", "to: group Market")
    room.dina.sees("Kelompok “pasar” belum ada", "no group “market”")
    await room.dina.says("ke: semua kecuali Zorro", "to: all except Zorro")
    room.dina.sees("Tidak ada wartawan terdaftar bernama Zorro", "No registered journalist is called Zorro")
    await room.dina.says("ke: semua kecuali Rina", "to: all except Rina")
    room.dina.sees("tanpa keputusan tercatat", "without a recorded decision")
    await room.dina.says("ya", "yes")
    room.dina.sees("alasannya dalam beberapa kata", "reason in a few words")
    await room.dina.says("Hanya untuk media yang meliput banjir")
    room.dina.sees("semua media, kecuali Rina Contoh", "all media, except Rina Contoh")
    room.dina.sees("Tidak dikirim kepada Rina Contoh. Alasan: Hanya untuk", "Not sent to Rina Contoh. Reason: Hanya untuk")
    await room.dina.presses("Ajukan", "Submit")
    room.sari.sees("Tidak dikirim kepada Rina Contoh. Alasan: Hanya untuk", "Not sent to Rina Contoh. Reason: Hanya untuk")
    approve = room.sari.button("Setujui", "Approve")
    await room.dina.says("segmen R-1", "segment R-1")
    await room.dina.says("1")  # everybody: nobody is left out after all, and what was asked about is another thing
    room.dina.sees_not("Rina Contoh")
    await room.dina.says("ke: semua kecuali Rina", "to: all except Rina")
    await room.dina.says("Sudah sepakat dengan redaksinya")
    await room.sari.presses_token(approve)
    room.sari.sees("masih draf", "still a draft")
    await room.dina.says("ajukan R-1", "submit R-1")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    andi.sees("312 KK")
    rina.silent()
    who, sari = await rina.record(), await room.sari.record()
    async with desk.db() as db:
        held = (await exporting.everything(db, who.id))["withholdings"]["rows"]
    assert [(each["reason"], each["approver_id"]) for each in held] == [("Sudah sepakat dengan redaksinya", sari.id)]
    assert "Hanya untuk" not in json.dumps(held)
    await rina.says("R-1")
    rina.sees("312 KK")  # it is public, and found by whoever asks


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_what_is_for_nobody_when_its_hour_comes_is_not_sent_to_nobody(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.says("kirim R-1 hari ini 08.30", "send R-1 today 08:30")
    await room.dina.says("ya", "yes")
    await rina.says("berhenti", "leave")
    await rina.says("ya", "yes")
    await desk.later(minutes=31)
    room.dina.sees("belum bisa dikirim: tidak ada wartawan", "cannot be sent")
    assert (await room.latest()).status is Status.APPROVED
