"""S4: at night, around Maghrib and at Friday prayer nobody is told what can wait; afterwards it comes as one message."""

import pytest

from bot.channels.base import Problem, SendError
from storage import outbox, releases
from storage.records import Purpose, Role, RowState
from storage.tables import outbox as rows
from tests.desk import EVERYWHERE, Desk
from tests.releases import TEXT, newsroom

SECOND = TEXT.replace("312", "415").replace("480/231", "480/232")

ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on neither language nor platform


@EVERYWHERE
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
    await rina.says("R-1")  # who asks is answered, and has it
    rina.sees("312 KK")
    await andi.says("naskah R-1", "full text R-1")
    await andi.says("naskah R-2", "full text R-2")
    await andi.says("bantuan", "help")
    await desk.later(hours=8)
    rina.sees("415 KK")
    rina.sees_not("kabar untuk Anda", "things for you")
    andi.sees_not("415 KK")
    await room.dina.says("laporan R-1", "report R-1")
    room.dina.sees("Dikirim 2", "Sent 2")
    room.dina.sees_not("Dibatalkan", "cancelled")


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


@ONCE
async def test_thirty_things_come_ten_at_a_time_and_none_is_lost_or_said_twice(desk: Desk) -> None:
    rina, dina = await desk.journalist("Rina Contoh"), await (await newsroom(desk)).dina.record()
    person = await rina.record()
    await desk.later(hours=14)
    async with desk.db() as db:
        for number in range(30):
            made = await releases.add(db, dina, f"PASAR MURAH KE {number}", "Pasar murah.", desk.now)
            facts = {"id": made.id, "code": made.code, "headline": made.headline, "links_until": ""}
            where = (desk.account.id, rina.chat, "release_sent", facts)
            await outbox.post(db, person, *where, desk.now, purpose=Purpose.RELEASE, subject=releases.subject(made.id))
    await desk.app.settle()
    rina.silent()
    await desk.later(hours=8)
    said = [str(each) for each in rina.phone.news()]
    assert [each.count("*R-") or each.count("PASAR MURAH") for each in said] == [10, 10, 10]
    assert all(f"PASAR MURAH KE {number}\n" in "\n".join(said) + "\n" for number in range(30))


@ONCE
async def test_a_list_that_did_not_arrive_comes_apart_and_says_what_was_corrected_meanwhile(desk: Desk) -> None:
    desk.expected |= {"not sent"}
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await desk.later(hours=14)
    await room.sends()
    await room.sends(SECOND)
    desk.channel.faults.append(SendError(Problem.SLOW, "as scripted", wait=600))
    await desk.later(hours=7, minutes=31)
    rina.silent()
    latest = await room.latest()
    async with desk.db() as db:
        found = await outbox.in_state(db, releases.subject(latest.id), RowState.WAITING)
        assert [each.card for each in found] == ["release_sent"]
        await outbox.renew(db, releases.subject(latest.id), "release_sent", found[0].facts | {"headline": "JUDUL YANG BENAR"})
    await desk.later(minutes=11)
    rina.sees("2 kabar untuk Anda")
    rina.sees("JUDUL YANG BENAR")
    async with desk.db() as db:
        told = await db.rows(db.of(rows, rows.c.state).where(rows.c.purpose == Purpose.RELEASE))
    assert [row.state for row in told] == ["sent", "sent"]
