"""J17: words alone for a weak signal; long texts in short pieces; every step by a number or a code that is typed."""

from tests.desk import EVERYWHERE, Desk
from tests.releases import TEXT, newsroom

LONG = TEXT + "\n\n" + "\n\n".join(f"Paragraf {number}. " + "Warga membersihkan rumah dan jalan. " * 8 for number in range(1, 7))


@EVERYWHERE
async def test_a_reporter_with_a_weak_signal(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    await rina.says("hemat", "text only")
    rina.sees("hanya teks", "Text only is on")
    await rina.says("hemat nyala", "text only on")  # twice is once
    rina.sees("hanya teks", "Text only is on")
    await room.drafts(LONG)
    await room.dina.presses("Foto", "Photos")
    await room.dina.says("Foto: Humas", "Photo: Humas", files=[desk.photo()])
    await room.dina.presses("Selesai", "Done")
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    assert (len(rina.pictures()), len(andi.pictures())) == (0, 1)
    rina.sees("1 lampiran tidak ikut", "1 attachments left out")
    rina.sees("1 Naskah lengkap", "1 Full text")
    await rina.says("1")  # the whole text, by its number
    pieces = [str(each) for each in rina.phone.news()]
    assert len(pieces) > 2
    assert all(len(each) < 1100 for each in pieces)
    assert all(f"Paragraf {number}. Warga" in "\n".join(pieces) for number in range(1, 7))
    assert not [each for each in pieces if each.rstrip().endswith(("Warga", "dan"))]  # cut between paragraphs
    await rina.says("foto R-1", "photo R-1")  # what is asked for is given
    assert len(rina.pictures()) == 1
    await rina.says("hemat", "text only")
    rina.sees("foto ikut lagi", "pictures come again")
    await rina.says("hemat mati", "text only off")  # twice is once
    rina.sees("foto ikut lagi", "pictures come again")
    await room.sends()
    rina.sees_not("Ketik: 1", "Type: 1")
