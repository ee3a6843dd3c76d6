"""A typed "2" is the second choice of what was said last, on every channel."""

from tests.desk import EVERYWHERE, Desk
from tests.releases import newsroom


@EVERYWHERE
async def test_a_typed_number_is_the_press_of_that_button(desk: Desk) -> None:
    await desk.journalist("Rina Contoh")
    room = await newsroom(desk)
    await room.submits()
    await room.sari.says("nomor 7", "number 7")
    room.sari.sees("Nomor itu tidak ada di pilihan terakhir", "That number is not among the last choices")
    room.sari.sees("1. Setujui", "1. Approve")
    await room.sari.says("(1)")
    room.dina.sees("✅ R-1 disetujui oleh Sari Teladan", "✅ R-1 was approved by Sari Teladan")
    await room.sari.says("3")  # of [Kirim sekarang] [Jadwalkan] [Batal]
    room.sari.sees_not("Kirim sekarang", "Send now")
    await room.sari.says("3")  # once more: nothing is asked any longer
    room.sari.sees("belum kami tangkap", "did not get that")
    await room.dina.says("yang kedua", "2")  # of [Kirim sekarang] [Jadwalkan]
    room.dina.sees("Kapan", "When")
    await room.dina.says("8")  # an hour, since this step hears free words
    room.dina.sees_not("pilihan terakhir", "last choices")
    await room.dina.says("besok 08.00", "tomorrow 08.00")
    await room.dina.says("1")
    room.dina.sees("Selasa 24 Nov 2026 08.00 WIB", "Tuesday 24 Nov 2026 08:00 WIB")


@EVERYWHERE
async def test_a_number_chooses_only_among_what_was_said_last_and_what_is_theirs(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("berhenti", "leave")
    await rina.says("status")  # answered aside: the question no longer stands last
    await rina.says("1")
    rina.sees("Ya, berhenti", "Yes, leave")  # so it is asked again
    await rina.says("2")
    rina.sees("tetap", "stay")
    assert (await rina.record()).standing == "active"
    room = await newsroom(desk)
    await room.submits()
    await desk.remove(room.sari)
    await room.sari.says("1")
    room.sari.sees("sudah diakhiri", "has been ended")
    room.dina.sees_not("disetujui", "approved")
