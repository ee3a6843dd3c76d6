"""O6 and O8: an official, or an aide with that right, agrees to a quote; until then no release goes out."""

import pytest

from storage import releases
from storage.records import Role, Status
from storage.tables import audit
from tests.aides import comes_by
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.releases import Newsroom, newsroom

SAID = "Stok cukup untuk dua pekan, kami utamakan lansia dan balita"  # as it stands in the release of tests.releases
OWN = "Stok beras cukup sampai akhir tahun"


async def log(desk: Desk) -> list[str]:
    """What the log says was done about quotes, in its order."""
    async with desk.db() as db:
        rows = await db.rows(db.of(audit, audit.c.deed).where(audit.c.deed.contains("quote")).order_by(audit.c.id))
    return [row.deed for row in rows]


@EVERYWHERE
async def test_a_quote_is_agreed_to_before_the_release_goes_out(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    fulan, other = await desk.staff(Role.OFFICIAL, "Fulan Misal"), await desk.staff(Role.OFFICIAL, "Siti Misal")
    await room.approves()
    await room.dina.says(
        f'kutipan R-1 "{SAID}" dari Fulan Misal, Plt. Kepala BPBD', f'quote R-1 "{SAID}" from Fulan Misal, Plt. Kepala BPBD'
    )
    room.dina.sees("Kirim kutipan R-1 ini kepada Fulan Misal", "Send this quote for R-1 to Fulan Misal")
    fulan.silent()
    await room.dina.says("ya", "yes")
    room.dina.sees("⏳ Kutipan R-1 menunggu persetujuan Fulan Misal", "⏳ The quote for R-1 waits for Fulan Misal")
    fulan.sees(f"Kutipan untuk R-1: “{SAID}”", f"Quote for R-1: “{SAID}”")
    other.silent()
    await room.dina.says("kirim R-1", "send R-1")
    room.dina.sees("⚠️ R-1 belum dikirim: kutipannya belum disetujui", "⚠️ R-1 was not sent")
    await desk.later(hours=1, minutes=59)
    room.dina.sees_not("Sudah dua jam", "for two hours")
    await desk.later(minutes=2)
    room.dina.sees("⚠️ Sudah dua jam Fulan Misal belum menjawab", "⚠️ Fulan Misal has not answered")
    fulan.sees_not("Sudah dua jam", "for two hours")
    await fulan.presses("Setuju", "Agree")
    fulan.sees("✅ Terima kasih, Bapak/Ibu. Kutipan R-1 disetujui", "✅ Thank you. You agreed")
    room.dina.sees("✅ Fulan Misal menyetujui kutipan R-1", "✅ Fulan Misal agreed to the quote for R-1")
    await room.dina.says("kirim R-1", "send R-1")
    await room.dina.presses("Ya, kirim", "Yes, send")
    rina.sees("R-1")
    assert (await room.latest()).status in {Status.SENDING, Status.SENT}
    assert await log(desk) == ["propose_quote", "agree_quote"]
    await fulan.presses("Ubah", "Change")  # it is out
    fulan.sees("✅ Disetujui Fulan Misal", "✅ Fulan Misal agreed")
    for correction in ("ralat R-1", "dua pekan menjadi tiga pekan", "sumber: BPBD"):
        await room.dina.says(correction, correction.replace("ralat", "correct").replace("menjadi", "should be"))
    await room.dina.presses("Ajukan ralat", "Submit the correction")
    room.dina.sees("lain dari yang disetujui Fulan Misal", "otherwise than Fulan Misal agreed to")
    told = SAID.replace("dua", "tiga")
    await room.dina.says(f'kutipan R-1 "{told}" dari Fulan Misal', f'quote R-1 "{told}" from Fulan Misal')
    await room.dina.presses("Kirim", "Send")
    await fulan.says("setuju", "agree")
    await room.dina.presses("Ajukan ralat", "Submit the correction")
    room.dina.sees("diajukan kepada Sari", "submitted to Sari")


async def test_an_official_says_it_otherwise_and_all_is_approved_anew(desk: Desk) -> None:
    room, fulan = await newsroom(desk), await desk.staff(Role.OFFICIAL, "Fulan Misal")
    other = await desk.staff(Role.OFFICIAL, "Siti Misal")
    await room.approves()
    await room.dina.says(
        "kutipan R-1 Air surut dalam tiga hari dari Kepala BPBD", "quote R-1 Air surut dalam tiga hari from Kepala BPBD"
    )
    room.dina.sees("Siapa yang menyetujui", "Who agrees")
    await room.dina.presses("Fulan Misal")
    await room.dina.presses("Kirim", "Send")
    room.dina.sees("ditambahkan di akhir naskah", "added at the end of the text")
    room.sari.sees("R-1")  # what she approved is a draft again
    assert (await room.latest()).body.endswith('"Air surut dalam tiga hari," ujar Kepala BPBD.')
    assert (await room.latest()).status is Status.DRAFT
    await other.presses_token(fulan.button("Setuju", "Agree"))  # only who is quoted agrees
    await room.dina.presses_token(fulan.button("Setuju", "Agree"))
    assert await log(desk) == ["propose_quote"]
    await fulan.presses("Ubah", "Change")
    fulan.sees("Bagaimana sebaiknya kalimatnya, Bapak/Ibu?", "How should it read?")
    await fulan.says("rilis R-1", "release R-1")  # looks something up in between
    fulan.sees("masih menunggu", "still waiting")
    await fulan.says("?")
    fulan.sees("Kutipannya belum terbaca", "could not read the quote")
    await fulan.says(f'"{OWN}."')
    fulan.sees(f"Kutipan untuk R-1: “{OWN}”", f"Quote for R-1: “{OWN}”")
    await fulan.says("setuju", "agree")
    fulan.sees("Kutipan R-1 kini berbunyi", "The quote for R-1 reads now")
    room.dina.sees("⚠️ Fulan Misal mengubah kutipan R-1", "⚠️ Fulan Misal changed the quote for R-1")
    assert (await room.latest()).body.endswith(f'"{OWN}," ujar Kepala BPBD.')
    await room.dina.says("ajukan R-1", "submit R-1")
    await room.sari.presses("Setujui", "Approve")
    held = await room.latest()
    async with desk.db() as db:  # somebody changes one word of it
        await releases.move(db, held, held.status, body=held.body.replace("akhir tahun", "akhir bulan"))
    await room.dina.says("kirim R-1 besok 08.00", "send R-1 tomorrow 08.00")
    room.dina.sees("lain dari yang disetujui Fulan Misal", "otherwise than Fulan Misal agreed to")
    assert await log(desk) == ["propose_quote", "change_quote"]


async def proposes(room: Newsroom, words: str, fulan: Somebody) -> None:
    """Dina proposes a quote of an official's."""
    await room.dina.says(f'kutipan R-1 "{words}" dari {fulan.name}', f'quote R-1 "{words}" from {fulan.name}')
    await room.dina.presses("Kirim", "Send")


@EVERYWHERE
async def test_an_aide_agrees_only_where_the_official_gave_the_right(desk: Desk) -> None:
    room, fulan = await newsroom(desk), await desk.staff(Role.OFFICIAL, "Fulan Misal")
    budi = await comes_by(desk, fulan, "Budi Contoh")
    await room.drafts()
    await proposes(room, SAID, fulan)
    budi.sees_not("Kutipan untuk", "Quote for")
    await budi.says("kutipan", "quotes")
    budi.sees("belum diberi hak menyetujui kutipan", "not given the right to agree")
    await budi.presses_token(fulan.button("Setuju", "Agree"))
    budi.sees("belum diberi hak menyetujui kutipan", "not given the right to agree")
    await fulan.says("ajudan", "aide")
    fulan.sees("• Budi Contoh: menerima salinan", "• Budi Contoh: gets copies")
    await fulan.presses("Beri hak Budi", "Let agree: Budi")
    fulan.sees("Izinkan Budi Contoh menyetujui kutipan", "May Budi Contoh agree to quotes")
    await fulan.says("ringkasan", "summary")  # looks something up in between
    fulan.sees("masih menunggu", "still waiting")
    await fulan.says("siapa ya", "who is that")  # neither yes nor no: asked again
    fulan.sees("Izinkan Budi Contoh", "May Budi Contoh agree")
    yes = fulan.button("Ya, izinkan", "Yes, allow")
    await fulan.says("tidak", "no")
    fulan.sees_not("boleh menyetujui", "may agree to")
    await fulan.presses_token(yes)
    fulan.sees("✅ Budi Contoh sekarang boleh menyetujui", "✅ Budi Contoh may agree to quotes on your behalf now")
    await fulan.presses_token(yes)
    fulan.sees("tidak berlaku", "no longer valid")
    budi.sees("Fulan Misal mengizinkan Anda", "Fulan Misal lets you agree")
    await budi.says("kutipan", "quotes")
    budi.sees("atas nama Fulan Misal", "on behalf of Fulan Misal")
    budi.has_no_button("Ubah", "Change")  # to agree is all they may
    await budi.presses("Setuju", "Agree")
    budi.sees("✅ Kutipan R-1 disetujui atas nama Fulan Misal", "✅ You agreed to the quote for R-1 on behalf of Fulan Misal")
    fulan.sees("✅ Budi Contoh, ajudan Bapak/Ibu, menyetujui", "✅ Budi Contoh, your aide, agreed")
    room.dina.sees("✅ Budi Contoh, ajudan Fulan Misal, menyetujui", "✅ Budi Contoh, aide of Fulan Misal, agreed")
    async with desk.db() as db:
        row = await db.row(db.of(audit).where(audit.c.deed == "agree_quote"))
    assert row is not None
    assert row.actor_id == (await budi.record()).id
    assert row.facts["for"] == (await fulan.record()).id
    await fulan.presses("Ubah", "Change")  # and may still say it otherwise
    fulan.sees("Bagaimana sebaiknya kalimatnya", "How should it read?")


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_an_aide_with_the_right_is_asked_and_answers_for_nobody_else(desk: Desk) -> None:
    room, fulan = await newsroom(desk), await desk.staff(Role.OFFICIAL, "Fulan Misal")
    siti = await desk.staff(Role.OFFICIAL, "Siti Misal")
    budi = await comes_by(desk, fulan, "Budi Contoh")
    await fulan.says("ajudan")
    await fulan.presses("Beri hak Budi")
    await fulan.says("ya")
    await siti.presses_token("delegate_forbid.1")  # another official's aide
    siti.sees("tidak berlaku")
    await room.drafts()
    await proposes(room, SAID, siti)
    await budi.presses_token(siti.button("Setuju"))
    budi.sees("tidak berlaku")
    await budi.says("setuju")
    budi.sees("Tidak ada kutipan yang menunggu")
    await proposes(room, OWN, fulan)
    budi.sees(f"Kutipan untuk R-1: “{OWN}”")
    await fulan.says("ajudan")
    await fulan.presses("Tarik hak Budi")
    budi.sees("menarik hak Anda menyetujui kutipan")
    await budi.presses("Setuju")
    budi.sees("belum diberi hak")
    await budi.says("setuju")
    budi.sees("belum diberi hak")
    await fulan.says("ajudan")
    await fulan.presses("Beri hak Budi")
    await fulan.presses("Ya, izinkan")
    await desk.remove(fulan)  # nobody agrees for who is no official here any more
    await budi.presses("Setuju")
    budi.sees("belum diberi hak")
    assert await log(desk) == ["propose_quote", "propose_quote"]


@EVERYWHERE
async def test_an_open_quote_holds_back_what_was_scheduled_and_staff_may_take_it_out(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    fulan = await desk.staff(Role.OFFICIAL, "Fulan Misal")
    await room.approves()
    await room.dina.says("kirim R-1 hari ini 10.00", "send R-1 today 10:00")
    await room.dina.says("ya", "yes")
    await proposes(room, SAID, fulan)  # it stands in the text already, so the schedule stays
    assert (await room.latest()).status is Status.SCHEDULED
    drop = "Hapus kutipan 1", "Drop quote 1"
    await desk.later(hours=2)
    room.dina.sees("⚠️ R-1 belum dikirim: kutipannya belum disetujui", "⚠️ R-1 was not sent")
    room.dina.sees("⏳ Menunggu persetujuan Fulan Misal", "⏳ Waits for Fulan Misal")
    rina.silent()
    assert (await room.latest()).status is Status.APPROVED
    await desk.later(hours=1)
    assert room.dina.reads().count(desk.pick(("belum dikirim: kutipannya", "was not sent: nobody"))) == 1
    await room.dina.says("kutipan R-1", "quote R-1")
    token = room.dina.button(*drop)
    await rina.presses_token(token)
    rina.sees("di luar tugas Anda", "not part of your work")
    await room.dina.presses_token(token)
    room.dina.sees("masih ada di naskah. Hapus kalimatnya", "still stands in the text. Take the sentence out")
    room.dina.has_no_button(*drop)
    await room.dina.presses_token(token)  # twice is once
    assert await log(desk) == ["propose_quote", "withdraw_quote"]
    await fulan.presses("Setuju", "Agree")
    fulan.sees("❌ Tidak dipakai lagi", "❌ Not used any more")
