"""H5: a schedule that others send over, stop or change: the question names it, it is put back, and who made it is told."""

import pytest

from storage.records import Status
from tests.desk import Desk
from tests.releases import HEADLINE, Newsroom, newsroom

MOMENT = ("Selasa 24 Nov 2026 08.00 WIB", "Tuesday 24 Nov 2026 08:00 WIB")


async def scheduled_by_sari(desk: Desk) -> Newsroom:
    """A release that Sari has put on tomorrow at eight."""
    room = await newsroom(desk)
    await room.approves()
    await room.sari.says("kirim R-1 besok 08.00", "send R-1 tomorrow 8am")
    await room.sari.presses("Ya", "Yes")
    await room.dina.says("bantuan", "help")
    return room


@pytest.mark.parametrize("pressed", [True, False])
async def test_whoever_sends_it_before_its_moment_is_asked_about_that(desk: Desk, pressed: bool) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await scheduled_by_sari(desk)
    if pressed:
        await room.dina.presses("Kirim sekarang", "Send now")
    else:
        await room.dina.says("kirim R-1", "send R-1")
    room.dina.sees("dijadwalkan Sari Teladan untuk " + MOMENT[0], "Sari Teladan has scheduled it for " + MOMENT[1])
    rina.silent()
    await room.dina.presses("Ya, kirim", "Yes, send")
    rina.sees(HEADLINE)
    room.sari.sees("Dina Teladan mengirim R-1 sekarang", "Dina Teladan sent R-1 just now")
    await desk.later(days=2)
    assert rina.news().count(HEADLINE) == 1


async def test_a_yes_from_before_the_schedule_is_asked_again(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.presses("Kirim sekarang", "Send now")
    yes = room.dina.button("Ya, kirim", "Yes, send")
    await room.sari.says("kirim R-1 besok 08.00", "send R-1 tomorrow 8am")
    await room.sari.presses("Ya", "Yes")
    await room.dina.presses_token(yes)
    room.dina.sees("tetap kirim sekarang?", "send it now all the same?")
    await room.dina.says("tidak", "no")
    rina.silent()
    assert (await room.latest()).status is Status.SCHEDULED


@pytest.mark.parametrize("words", [("hentikan R-1", "halt R-1"), ("stop R-1", "stop R-1"), ("stop", "stop")])
async def test_stopped_in_haste_it_is_off_at_once_and_put_back(desk: Desk, words: tuple[str, str]) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await scheduled_by_sari(desk)
    await room.dina.says(*words)
    room.dina.sees("Jadwal R-1 dibatalkan", "R-1 is no longer scheduled")
    room.dina.sees(*MOMENT)
    room.sari.sees("Dina Teladan membatalkan jadwal R-1", "Dina Teladan took R-1 off its schedule")
    assert (await room.latest()).status is Status.APPROVED
    again = room.dina.button("Jadwalkan lagi", "Schedule again")
    for _ in range(2):
        await room.dina.presses_token(again)
    room.dina.sees("R-1 sudah dijadwalkan. Oleh Dina Teladan", "R-1 is scheduled. By Dina Teladan")
    rina.silent()
    await desk.later(days=1)
    rina.sees(HEADLINE)


async def test_a_change_tells_whoever_approved_and_scheduled_once(desk: Desk) -> None:
    await desk.journalist("Rina Contoh")
    room = await scheduled_by_sari(desk)
    await room.dina.says("draf R-1", "draft R-1")
    await room.dina.presses("Ubah judul", "Change headline")
    room.sari.sees_not("gugur", "ended")
    await room.dina.says("Beras untuk Pampangan")
    await room.dina.presses("Ubah judul", "Change headline")
    await room.dina.says("Beras untuk warga Pampangan")
    room.sari.sees("persetujuan Anda dan jadwal " + MOMENT[0] + " gugur", "the schedule, " + MOMENT[1] + ", have ended")
    assert room.sari.news().count(desk.pick(("gugur", "have ended"))) == 1
