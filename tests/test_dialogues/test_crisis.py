"""H15: crisis mode: reports at any hour, numbered, with one spokesperson; one pair of eyes is enough, and that is logged."""

import pytest

from handlers.releases.crisis import LASTS
from storage.records import Role
from storage.tables import audit
from tests.desk import EVERYWHERE, Desk
from tests.releases import newsroom

NAME = "banjir Kecamatan Contoh"
FALL = "Air di Desa Contoh turun 20 cm, 312 warga masih di pengungsian."

ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on neither language nor platform


@EVERYWHERE
async def test_a_night_of_a_flood(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    dina, sari = room.dina, room.sari
    await desk.later(hours=15)  # eleven in the evening
    await dina.says(f"bencana {NAME}", f"disaster {NAME}")
    dina.sees("oleh penyetuju atau admin", "by an approver or an admin")
    await dina.says(f"sr {FALL}")
    dina.sees("tidak sedang menyala", "is off")
    await sari.says(f"bencana {NAME}", f"disaster {NAME}")
    await sari.says("Fulan")
    sari.sees("nama dan nomor teleponnya", "a name and a telephone number")
    await sari.says("bantuan", "help")  # a look-up leaves it open
    await sari.says("Fulan Teladan, BPBD, 0812-0000-0000")
    sari.sees("Kamis 26 Nov 2026 23.00 WIB", "Thursday 26 Nov 2026 23:00 WIB")
    await sari.presses("Ya", "Yes")
    await sari.presses("Ya", "Yes")  # once
    sari.sees("tidak berlaku", "no longer")
    dina.sees("Mode bencana dinyalakan Sari Teladan", "switched on by Sari Teladan")
    await dina.says(f"sr {FALL}")
    dina.sees("1 orang, sekarang juga", "1 people, right now")
    rina.silent()
    await dina.presses("Kirim sekarang", "Send now")
    rina.sees("BENCANA · banjir Kecamatan Contoh", "DISASTER · banjir Kecamatan Contoh")
    rina.sees("SR-1 · Senin 23 Nov 2026 23.00 WIB", "SR-1 · Monday 23 Nov 2026 23:00 WIB")
    rina.sees(FALL)
    rina.sees("juru bicara: Fulan Teladan, BPBD, 0812-0000-0000", "spokesperson: Fulan Teladan, BPBD, 0812-0000-0000")
    sari.sees("mengirim SR-1 banjir Kecamatan Contoh (R-1) tanpa persetujuan", "sent SR-1 banjir Kecamatan Contoh (R-1) without")
    await dina.says("sr Air naik lagi.")
    await dina.says("tidak", "no")
    await dina.says("sr Jalan desa terbuka kembali sejak pukul 23.30.")
    await dina.says("ya", "yes")
    rina.sees("SR-2")
    async with desk.db() as db:
        deeds = [row.deed for row in await db.rows(db.of(audit, audit.c.deed).where(audit.c.deed == "approve_alone"))]
    assert len(deeds) == 2
    desk.neighbour_is_untouched()


async def test_it_ends_by_itself_and_is_told_before_and_prolonged_by_a_press(desk: Desk) -> None:
    ani, room = await desk.staff(Role.ADMIN, "Ani Teladan"), await newsroom(desk)
    await desk.journalist("Rina Contoh")
    await ani.says(f"bencana {NAME}", f"disaster {NAME}")
    await ani.says("Fulan Teladan 0812-0000-0000")
    await ani.says("ya", "yes")
    await desk.off(hours=69)
    ani.sees("berakhir Kamis 26 Nov 2026 08.00 WIB", "ends Thursday 26 Nov 2026 08:00 WIB")
    more = ani.button("Perpanjang", "Prolong")
    await ani.presses_token(more)
    ani.sees("sampai Minggu 29 Nov 2026 05.00 WIB", "until Sunday 29 Nov 2026 05:00 WIB")
    await room.sari.says("bencana", "disaster")
    room.sari.sees("Mode bencana menyala", "Crisis mode is on")
    await ani.says(f"bencana {NAME} lagi", f"disaster {NAME} again")
    ani.sees("Mode bencana menyala", "Crisis mode is on")  # one at a time
    await desk.off(hours=73)
    room.sari.sees("berakhir. Jam tenang", "is over. Quiet hours")
    await ani.presses_token(more)
    ani.sees("tidak sedang menyala", "is off")
    await room.drafts()  # and two pairs of eyes are needed again, also for what is about disasters
    await room.dina.says("topik R-1 kebencanaan", "topic R-1 disasters")
    await room.dina.presses("Ajukan", "Submit")
    room.sari.sees("Kebencanaan", "Disasters")


async def test_who_may_approve_need_not_wait_for_another_in_a_disaster_and_must_otherwise(desk: Desk) -> None:
    await desk.journalist("Rina Contoh")
    room = await newsroom(desk)
    room.dina = room.sari  # she writes it herself, and nobody else is there
    await room.submits()
    room.sari.sees("belum bisa diajukan", "cannot be submitted")
    await room.sari.says(f"bencana {NAME}", f"disaster {NAME}")
    await room.sari.says("Fulan Teladan 0812-0000-0000")
    await room.sari.says("ya", "yes")
    await room.sari.says("ajukan R-1", "submit R-1")
    room.sari.sees("belum bisa diajukan", "cannot be submitted")  # it is not about a disaster
    await room.sari.says("topik R-1 kebencanaan", "topic R-1 disasters")
    await room.sari.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    room.sari.sees("disetujui", "approved")


@ONCE
async def test_its_hour_ends_it_also_where_the_desk_was_off_and_has_not_said_so_yet(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.sari.says(f"bencana {NAME}")
    await room.sari.says("Fulan Teladan 0812-0000-0000")
    await room.sari.says("ya")
    desk.app.clock.move_to(desk.now + LASTS)
    await room.dina.says(f"sr {FALL}")  # heard before any bell has rung
    room.dina.sees("tidak sedang menyala")
    for each in (room.dina, room.sari):  # and whoever was told that it began is told that it is over
        each.sees("berakhir. Jam tenang")
    rina.silent()
