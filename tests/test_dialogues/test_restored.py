"""After a backup was restored nothing old is said before an admin says so; what is new goes on."""

from datetime import timedelta

from storage import jobs, restored, tables
from storage.records import Role, Status
from tests.desk import Desk, Somebody
from tests.links import article, coverage
from tests.releases import HEADLINE, Newsroom, newsroom

SEND = ("Kirim semua", "Send all")
DROP = ("Buang yang lama", "Drop the old")
ASKED = ("dipulihkan dari cadangan", "restored from a backup")


async def restore(desk: Desk, **off: float) -> None:
    """The database is one from a backup, and the machine was off for a while after it."""
    desk.app.clock.move_to(desk.now + timedelta(**off))
    async with desk.app.database.write() as db:
        await restored.hold(db, desk.now)
    await desk.app.settle()


async def half_sent(desk: Desk, **off: float) -> tuple[Newsroom, Somebody, Somebody, Somebody]:
    """A release was on its way when the backup was made: Rina has it, Tono has not; Ani is the admin."""
    ani, team = await desk.staff(Role.ADMIN, "Ani Teladan"), await newsroom(desk)
    rina, tono = await desk.journalist("Rina Contoh"), await desk.journalist("Tono Misal")
    await team.sends_slowly()
    rina.sees(HEADLINE)
    tono.silent()
    await restore(desk, **(off or {"minutes": 30}))
    return team, ani, rina, tono


async def test_what_waited_goes_on_once_an_admin_says_so(desk: Desk) -> None:
    team, ani, _, tono = await half_sent(desk)
    await desk.later(hours=2)
    tono.silent()
    ani.sees(*ASKED)
    ani.sees("Pesan yang belum dikirim: 1", "Messages not sent yet: 1")
    ani.sees("Senin 23 Nov 2026 08.00 WIB", "Monday 23 Nov 2026 08:00 WIB")
    await ani.presses(*SEND)
    ani.sees("kini diteruskan", "goes on now")
    tono.sees(HEADLINE)
    await desk.later(minutes=1)
    assert (await team.latest()).status is Status.SENT


async def test_what_is_dropped_is_never_said(desk: Desk) -> None:
    team, ani, _, tono = await half_sent(desk)
    await ani.presses(*DROP)
    ani.sees("tidak satu pun dikirim", "none of it is sent")
    await desk.later(hours=6)
    tono.silent()
    assert (await team.latest()).status is Status.SENT  # the sending is closed, and reports whom it left out


async def test_a_release_whose_hour_had_passed_waits_too(desk: Desk) -> None:
    ani, team, rina = await desk.staff(Role.ADMIN, "Ani Teladan"), await newsroom(desk), await desk.journalist("Rina Contoh")
    await team.approves()
    await team.dina.says("kirim R-1 hari ini 09.00", "send R-1 today 09:00")
    await team.dina.presses("Ya", "Yes")
    await restore(desk, hours=2)
    await desk.later(hours=3)
    rina.silent()
    ani.sees("Rilis terjadwal yang jamnya sudah lewat: 1", "Scheduled releases whose hour has passed: 1")
    await ani.presses(*DROP)
    rina.silent()
    team.dina.sees("R-1 tidak dikirim", "R-1 was not sent")
    assert (await team.latest()).status is Status.APPROVED
    await team.dina.says("kirim R-1", "send R-1")
    await team.dina.presses("Ya, kirim", "Yes, send")
    rina.sees(HEADLINE)


async def test_an_announcement_the_summary_and_links_wait_until_they_are_let_go(desk: Desk) -> None:
    ani, all_of = await desk.staff(Role.ADMIN, "Ani Teladan"), await coverage(desk)
    ratna, dina = await desk.staff(Role.OFFICIAL, "Ratna Teladan"), await desk.staff(Role.DRAFTER, "Dina Teladan")
    await dina.says("pengumuman", "announcement")
    await dina.says("Ruang pers pindah.")
    await dina.presses("Semua wartawan", "All journalists")
    await dina.says("besok 06.00", "tomorrow 06:00")
    await dina.presses("Kirim", "Send")
    await desk.later(hours=21, minutes=30)  # half past five of the next day
    await all_of.rina.says(article())
    await restore(desk, hours=2)
    await desk.later(minutes=10)
    for each in (all_of.rina, all_of.tono, ratna):
        each.silent()
    ani.sees("Pesan masuk yang belum dijawab: 1", "received and not answered: 1")
    ani.sees("Pengumuman yang jamnya sudah lewat: 1", "Announcements whose hour has passed: 1")
    await ani.presses(*SEND)
    all_of.rina.sees("L-1")
    all_of.tono.sees("Ruang pers pindah.")
    ratna.sees("Selamat pagi", "Good morning")


async def test_links_of_a_backup_are_taken_in_even_where_their_answer_is_dropped(desk: Desk) -> None:
    ani, all_of = await desk.staff(Role.ADMIN, "Ani Teladan"), await coverage(desk)
    await all_of.rina.says(article())
    await restore(desk, minutes=5)
    await ani.presses(*DROP)
    await desk.later(minutes=1)
    all_of.rina.silent()
    assert await all_of.count() == 1


async def test_what_is_new_goes_on_meanwhile(desk: Desk) -> None:
    team, _, rina, _ = await half_sent(desk)
    await rina.says("bantuan", "help")
    rina.sees("jeda 3 hari", "pause 3 days")
    await team.sends("JALAN DESA DIBUKA\nTELADAN – Jalan desa dibuka lagi, Minggu (22/11/2026).\nWarga senang.")
    rina.sees("JALAN DESA DIBUKA")


async def test_an_event_and_a_job_of_the_backup_wait_for_the_same_word(desk: Desk) -> None:
    ani, rina = await desk.staff(Role.ADMIN, "Ani Teladan"), await desk.journalist("Rina Contoh")
    await rina.phone.says(desk.pick(("bantuan", "help")), ())  # stored, and not answered when the backup was made
    async with desk.db() as db:
        await jobs.add(db, "nothing", "nothing", {}, desk.now)
    await restore(desk, minutes=5)
    await desk.later(minutes=5)
    rina.silent()
    assert (await desk.app.counts())["jobs"] == 0
    async with desk.db() as db:
        await db.drop(tables.jobs)
    await ani.presses(*SEND)
    rina.sees("jeda 3 hari", "pause 3 days")


async def test_it_is_decided_once_and_the_others_are_told_by_whom(desk: Desk) -> None:
    budi = await desk.staff(Role.ADMIN, "Budi Teladan")
    _, ani, _, tono = await half_sent(desk)
    stale = budi.button(*SEND)
    await ani.presses(*DROP)
    budi.sees("Diputuskan oleh Ani Teladan", "Decided by Ani Teladan")
    await budi.presses_token(stale)
    budi.sees("Ani Teladan sudah memutuskannya", "Ani Teladan has decided it")
    await ani.says("tertahan", "held")
    ani.sees("Tidak ada lagi yang tertahan", "Nothing is held any more")
    await restore(desk, minutes=10)
    await budi.presses_token(stale)  # a second restore is another question
    budi.sees_not("kini diteruskan", "goes on now")
    tono.silent()


async def test_only_admins_decide_and_asking_leaves_a_form_open(desk: Desk) -> None:
    team, ani, _, tono = await half_sent(desk)
    token = ani.button(*SEND)
    await team.dina.says("tertahan", "held")
    team.dina.sees_not(*ASKED)
    await team.dina.presses_token(token)
    tono.silent()
    await ani.says("buat rilis", "new release")
    await ani.says("tertahan", "held")
    ani.sees(*ASKED)
    ani.sees("masih menunggu", "still waiting")
    await ani.presses(*SEND)
    tono.sees(HEADLINE)


async def test_where_nothing_waits_nobody_is_asked(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await restore(desk, minutes=10)
    await desk.later(minutes=10)
    ani.silent()
    await ani.says("tertahan", "held")
    ani.sees("Tidak ada yang tertahan", "Nothing is held")
