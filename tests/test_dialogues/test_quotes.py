"""O6: an official agrees to what a release quotes them with; until then, and after any change, it does not go out."""

from storage import releases
from storage.records import Role, Status
from storage.tables import audit
from tests.desk import EVERYWHERE, Desk
from tests.releases import newsroom

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
