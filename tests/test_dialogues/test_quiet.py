"""S4: at night, around Maghrib and at Friday prayer nobody is told what can wait; afterwards it comes as one message."""

from storage.records import Role
from tests.desk import Desk
from tests.releases import TEXT, newsroom

SECOND = TEXT.replace("312", "415").replace("480/231", "480/232")


async def test_what_was_sent_at_night_comes_in_the_morning_as_one_message(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    room = await newsroom(desk)
    await desk.later(hours=13, minutes=30)  # half past nine in the evening
    await room.approves()
    await room.dina.presses("Kirim sekarang", "Send now")
    room.dina.sees("menunggu sampai Selasa 24 Nov 2026 05.30 WIB", "waits until Tuesday 24 Nov 2026 05:30 WIB")
    await room.dina.presses("Ya, kirim", "Yes, send")
    await room.sends(SECOND)
    rina.silent()
    await room.dina.says("laporan R-1", "report R-1")
    room.dina.sees("1 orang menerimanya Selasa 24 Nov 2026 05.30 WIB", "1 person gets it Tuesday 24 Nov 2026 05:30 WIB")
    await rina.says("R-1")  # who asks is answered
    rina.sees("312 KK")
    await desk.later(hours=7, minutes=59)
    await rina.says("bantuan", "help")
    rina.sees_not("kabar untuk Anda", "things for you")
    await desk.later(minutes=1)
    rina.sees("2 kabar untuk Anda", "2 things for you")
    assert rina.news().count("R-2") == 2, rina.news()  # the line and its button
    await rina.says("2")  # the second of its choices, typed
    rina.sees("415 KK")
    for number in (1, 2):
        await room.dina.says(f"laporan R-{number}", f"report R-{number}")
        room.dina.sees("Dikirim 1", "Sent 1")


async def test_who_read_it_meanwhile_is_not_told_again_and_one_thing_comes_as_it_is(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    await desk.later(hours=14)
    await room.sends()
    await room.sends(SECOND)
    await rina.says("naskah R-1", "full text R-1")
    await andi.says("naskah R-1", "full text R-1")
    await andi.says("naskah R-2", "full text R-2")
    await andi.says("bantuan", "help")
    await desk.later(hours=8)
    rina.sees("415 KK")
    rina.sees_not("kabar untuk Anda", "things for you")
    andi.sees_not("415 KK")


async def test_a_sending_that_is_under_way_rests_in_quiet_hours_and_what_is_called_off_is_not_in_the_list(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    room = await newsroom(desk)
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await desk.later(hours=9, minutes=40)  # 17.40, around Maghrib
    await room.sends()
    await room.sends(SECOND)
    await ani.says("pengumuman Besok ada konferensi pers di Pendopo.", "announcement Besok ada konferensi pers di Pendopo.")
    await ani.presses("Semua wartawan", "All journalists")
    await ani.presses("Sekarang", "Now")
    ani.sees("menunggu sampai Senin 23 Nov 2026 18.11 WIB", "waits until Monday 23 Nov 2026 18:11 WIB")
    await ani.presses("Kirim", "Send")
    rina.silent()
    await room.dina.says("hentikan R-1", "halt R-1")
    await room.dina.says("batalkan sisanya R-1", "cancel the rest R-1")
    await desk.later(minutes=29)
    rina.silent()
    await desk.later(minutes=3)
    rina.sees("Besok ada konferensi pers")
    rina.sees("415 KK")
    rina.sees_not("312 KK")
    desk.neighbour_is_untouched()


async def test_a_morning_without_power_brings_it_once_when_the_machine_is_back(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    room = await newsroom(desk)
    await desk.later(hours=14)
    await room.sends()
    await room.sends(SECOND)
    await desk.off(hours=10)  # from ten in the evening to eight
    rina.sees("2 kabar untuk Anda", "2 things for you")
    await desk.off(hours=27)  # to eleven of the next day, in which nothing came
    await desk.later(minutes=5)
    assert rina.news().count(desk.pick(("2 kabar", "2 things"))) == 1
