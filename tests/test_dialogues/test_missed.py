"""What came due while the desk was off, row by row of the table in handlers/clock.py; and whose deadlines move for it (S5).

Each run is in another zone, WITA and WIT; WIB is the zone of all other dialogues.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Bell
from handlers.clock import MISSED, SWEEPS
from handlers.coverage.report import REPORTS
from handlers.coverage.summary import SUMMARY
from handlers.officials.agenda import AGENDA
from handlers.turn import Sweep
from storage import audit, occurrences, tables
from storage.records import Role, Status
from tests.desk import Desk, Somebody
from tests.links import article, coverage
from tests.releases import HEADLINE, Newsroom, newsroom

ZONES = {"id": ("Asia/Makassar", "WITA"), "en": ("Asia/Jayapura", "WIT")}
TODAY_20 = ("hari ini 20.00", "today 20:00")


@pytest.fixture
async def zone(desk: Desk, setting: str) -> str:
    """The office lies in the zone of this run, and its clock shows eight in the morning."""
    name, short = ZONES[setting]
    async with desk.app.database.write() as db:
        await db.run(tables.offices.update().where(tables.offices.c.id == desk.office.id).values(zone=name))
    desk.office = replace(desk.office, zone=name)
    local = desk.now.astimezone(ZoneInfo(name))
    desk.app.clock.move_to(desk.now + timedelta(days=1) - timedelta(hours=local.hour - 8))  # Tuesday
    return short


async def restart(desk: Desk, **off: float) -> None:
    """The desk notes that it is alive; the machine is off for a while; a new process begins."""
    await desk.app._bell.beat()
    desk.app.clock.move_to(desk.now + timedelta(**off))
    await Bell(desk.app.database, desk.app.now).strike()
    await desk.app.settle()


async def out(desk: Desk, *until: str) -> tuple[Newsroom, Somebody]:
    """A release is out with a deadline for links; Rina has opened it."""
    rina, room = await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",)), await newsroom(desk)
    await room.drafts()
    await room.dina.presses("Batas link", "Link deadline")
    await room.dina.says(*until)
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    await rina.presses("Naskah lengkap", "Full text")
    return room, rina


def test_the_table_has_a_row_for_every_sweep() -> None:
    assert set(MISSED) == {sweep.name for sweep in SWEEPS}


# What a desk that comes back at a moment has to say next: at once where that is past, else when it is due.
# Reports come on Fridays and on the first of a month at 15.00, up to six hours late; the agenda at 19.00, up to four hours
# late; the summary at 06.45, an hour late, and up to six where there was one before.
NEXT: Mapping[tuple[Sweep, bool], Mapping[str, str]] = {
    (REPORTS, False): {
        "2026-11-27 14:59": "2026-11-27 15:00", "2026-11-27 15:00": "2026-11-27 15:00", "2026-11-27 20:59": "2026-11-27 15:00",
        "2026-11-27 21:01": "2026-12-01 15:00", "2026-11-28 00:01": "2026-12-01 15:00", "2026-11-30 23:59": "2026-12-01 15:00",
        "2026-12-01 21:00": "2026-12-01 15:00", "2026-12-01 21:01": "2026-12-04 15:00", "2026-12-16 09:00": "2026-12-18 15:00",
        "2026-12-31 23:59": "2027-01-01 15:00", "2027-01-01 21:01": "2027-01-08 15:00", "2028-02-29 12:00": "2028-03-01 15:00",
    },
    (AGENDA, False): {
        "2026-11-24 18:59": "2026-11-24 19:00", "2026-11-24 22:59": "2026-11-24 19:00", "2026-11-24 23:01": "2026-11-25 19:00",
        "2026-11-25 00:30": "2026-11-25 19:00", "2026-12-31 23:30": "2027-01-01 19:00",
    },
    (SUMMARY, False): {
        "2026-11-24 06:44": "2026-11-24 06:45", "2026-11-24 07:45": "2026-11-24 06:45", "2026-11-24 07:46": "2026-11-25 06:45",
        "2026-11-24 00:05": "2026-11-24 06:45", "2026-12-31 12:00": "2027-01-01 06:45",
    },
    (SUMMARY, True): {
        "2026-11-24 07:46": "2026-11-24 06:45", "2026-11-24 12:45": "2026-11-24 06:45", "2026-11-24 12:46": "2026-11-25 06:45",
        "2026-11-24 23:59": "2026-11-25 06:45",
    },
}  # fmt: skip


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_what_is_next_after_the_machine_was_off_in_every_zone(desk: Desk) -> None:
    wrong = []
    async with desk.app.database.write() as every:
        for (sweep, before), hours in NEXT.items():
            if before:  # one long ago, so that officials expect it
                await occurrences.first(every.of(desk.office), "summary:2026-11-01", desk.now, desk.now)
            for name, (back, due) in product(("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"), hours.items()):
                now, wanted = (datetime.fromisoformat(each).replace(tzinfo=ZoneInfo(name)) for each in (back, due))
                found = await sweep.due(every.of(replace(desk.office, zone=name)), now)
                wrong += [] if found == wanted else [(sweep.name, name, back, due, found)]
    assert not wrong


async def test_links_are_answered_once_and_a_pause_ends_once(desk: Desk, zone: str) -> None:
    all_of = await coverage(desk)
    await all_of.tono.says("jeda 1 hari", "pause 1 day")
    await all_of.rina.says(article())
    await desk.off(days=3)
    assert all_of.rina.news().count("L-1") == 1
    assert all_of.tono.news().count(desk.pick(("Jeda Anda selesai", "pause is over"))) == 1
    await desk.off(days=3)
    assert all_of.rina.news().count("L-1") == 1


@pytest.mark.parametrize(("hours", "sent"), [(24, True), (25, False)])  # twelve hours late, and more
async def test_a_late_release_is_sent_and_a_very_late_one_is_asked_about(desk: Desk, zone: str, hours: int, sent: bool) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.says(f"kirim R-1 {TODAY_20[0]}", f"send R-1 {TODAY_20[1]}")
    await room.dina.presses("Ya", "Yes")
    room.dina.sees(f"20.00 {zone}", f"20:00 {zone}")
    await desk.off(hours=hours)
    assert (desk.pick((HEADLINE,)) in rina.news()) is sent
    assert (await room.latest()).status is (Status.SENT if sent else Status.APPROVED)
    assert (desk.pick(("R-1 tidak dikirim", "R-1 was not sent")) in room.dina.news()) is not sent


async def test_of_many_announcements_the_last_is_said_and_one_that_is_too_late_is_not(desk: Desk, zone: str) -> None:
    rina, dina = await desk.journalist("Rina Contoh"), await desk.staff(Role.DRAFTER, "Dina Teladan")
    await dina.says("pengumuman", "announcement")
    await dina.says("Ruang pers pindah.")
    await dina.presses("Semua wartawan", "All journalists")
    await dina.says("tiap Rabu 09.00", "every Wednesday 09:00")
    await dina.presses("Kirim", "Send")
    await desk.off(days=15, hours=3)  # three Wednesdays at nine were missed, the last by two hours
    assert rina.news().count("Ruang pers pindah.") == 1
    await desk.off(days=7, hours=12)  # the fourth by fourteen
    assert rina.news().count("Ruang pers pindah.") == 1
    dina.sees("tidak dikirim", "was not sent")


async def test_of_many_summaries_only_todays_is_said(desk: Desk, zone: str) -> None:
    ratna = await desk.staff(Role.OFFICIAL, "Ratna Teladan")
    await desk.later(days=1)
    assert ratna.news().count(desk.pick(("Selamat pagi", "Good morning"))) == 1
    await desk.off(days=3)
    assert ratna.news().count(desk.pick(("Selamat pagi", "Good morning"))) == 2


async def test_a_reminder_comes_before_its_deadline_and_after_it_is_dropped_and_said_so(desk: Desk, zone: str) -> None:
    room, rina = await out(desk, "besok 12.00", "tomorrow 12:00")
    await desk.off(hours=27)  # an hour before the deadline, five after its moment
    rina.sees("batas pengiriman link untuk R-1", "links to articles on R-1 are due")
    room.dina.sees_not("Pengingat batas link", "reminder of the link deadline")


async def test_a_reminder_that_missed_its_deadline_is_said_so_once(desk: Desk, zone: str) -> None:
    room, rina = await out(desk, "besok 12.00", "tomorrow 12:00")
    await desk.off(hours=29)
    rina.sees_not("batas pengiriman link untuk R-1", "links to articles on R-1 are due")
    room.dina.sees("Pengingat batas link untuk R-1 tidak dikirim", "reminder of the link deadline for R-1 was not sent")
    room.dina.sees(f"12.00 {zone}", f"12:00 {zone}")
    await desk.off(days=2)
    assert room.dina.news().count(desk.pick(("Pengingat batas link", "reminder of the link deadline"))) == 1


async def test_a_deadline_in_an_outage_moves_by_its_length_and_everybody_is_told(desk: Desk, zone: str) -> None:
    room, rina = await out(desk, "hari ini 10.00", "today 10:00")
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    before = (await room.latest()).links_until
    assert before
    await restart(desk, hours=3)  # eleven o'clock
    rina.sees("mohon maaf: layanan kami mati", "our service was down")
    rina.sees(f"13.00 {zone}", f"13:00 {zone}")
    for each in (ani, room.dina):
        each.sees("Batas link yang jatuh di dalamnya digeser", "Link deadlines in that time were moved")
        assert f"R-1: {desk.pick(('dari', 'from'))}" in each.news()
    room.dina.sees_not("Pengingat batas link untuk R-1 tidak", "was not sent")
    after = await room.latest()
    assert after.links_until == before + timedelta(hours=3)
    await restart(desk, minutes=1)  # told once
    assert rina.news().count(desk.pick(("mohon maaf", "service was down"))) == 1
    async with desk.db() as db:
        assert await audit.times(db, f"release:{after.id}", "outage") == 1


@pytest.mark.parametrize(("until", "hours"), [(("hari ini 10.00", "today 10:00"), 0.4), (TODAY_20, 3.0)])
async def test_a_short_silence_and_a_deadline_outside_move_nothing(
    desk: Desk, zone: str, until: tuple[str, str], hours: float
) -> None:
    room, rina = await out(desk, *until)
    before = (await room.latest()).links_until
    await restart(desk, hours=hours)
    rina.sees_not("mohon maaf", "service was down")
    assert (await room.latest()).links_until == before


async def test_journalists_hear_of_it_by_day(desk: Desk, zone: str) -> None:
    room, rina = await out(desk, *TODAY_20)
    await restart(desk, hours=15)  # eleven at night
    rina.sees_not("mohon maaf", "service was down")
    room.dina.sees("digeser", "were moved")
    await desk.later(hours=8)
    rina.sees("mohon maaf", "service was down")


async def test_of_two_processes_one_notices(desk: Desk, zone: str) -> None:
    _, rina = await out(desk, "hari ini 10.00", "today 10:00")
    await desk.app._bell.beat()
    desk.app.clock.move_to(desk.now + timedelta(hours=3))
    for _ in range(2):
        await Bell(desk.app.database, desk.app.now).beat()
    await desk.app.settle()
    assert rina.news().count(desk.pick(("mohon maaf", "service was down"))) == 1
