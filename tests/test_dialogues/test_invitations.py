"""J8: an invitation is made, approved by a second person, sent, answered, changed and called off."""

from messages.inbound import Attachment
from storage.records import InvitationStatus, Role
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.events import hosts


async def calendar(desk: Desk, files: list[Attachment]) -> str:
    """The calendar file among what somebody got, as the sandbox keeps it."""
    [file] = [each for each in files if each.name.endswith(".ics")]
    return (await desk.app.files.read(file.handle)).decode()


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
    await rina.presses("Hadir", "I come")
    rina.sees("✅ Tercatat: Anda hadir di U-1", "✅ Noted: you come to U-1")
    rina.sees("Catatan: Parkir di belakang, bawa kartu pers", "Note: Parkir di belakang, bawa kartu pers")
    rina.sees("-3.4012, 104.8312")
    assert len(rina.pictures()) == 1
    await rina.presses("Batal hadir", "Not after all")
    rina.sees("Anda tidak hadir di U-1", "you do not come to U-1")
    await rina.says("hadir", "attend")
    rina.sees("✅ Tercatat", "✅ Noted")
    await room.dina.says("hadir U-1", "attend U-1")
    room.dina.sees("Menjawab hadir: 1\nRina Contoh", "Said they come: 1\nRina Contoh")
