"""S3: the reminder comes by day, in the office's zone, and still before the deadline."""

import pytest

from storage.offices import DEFAULTS
from storage.records import Role
from storage.tables import offices
from tests.desk import Desk, Somebody
from tests.releases import newsroom
from tests.ruling import changes

ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on neither language nor platform
NUDGED = ("batas pengiriman link untuk R-1", "links to articles on R-1 are due")


async def opened(desk: Desk, *until: str) -> Somebody:
    """A release with a deadline for links is sent now, and Rina has opened it."""
    rina = await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",))
    room = await newsroom(desk)
    await room.drafts()
    await room.dina.presses("Batas link", "Link deadline")
    await room.dina.says(*until)
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    await rina.presses("Naskah lengkap", "Full text")
    return rina


async def choose(desk: Desk, **settings: object) -> None:
    """The office has other hours than usual."""
    async with desk.db() as db:
        await db.run(offices.update().where(offices.c.id == desk.office.id).values(settings=DEFAULTS | settings))


@ONCE
async def test_at_night_it_comes_in_the_evening_before(desk: Desk) -> None:
    rina = await opened(desk, "24/11 06.54", "24/11 06:54")  # six hours before is 00.54
    await desk.later(hours=12, minutes=58)  # two minutes to nine in the evening
    rina.sees_not(*NUDGED)
    await desk.later(minutes=1)
    rina.sees(*NUDGED)
    await desk.later(hours=12)
    assert rina.news().count(desk.pick(NUDGED)) == 1


@ONCE
async def test_what_went_out_in_the_evening_is_reminded_of_in_the_morning(desk: Desk) -> None:
    await desk.later(hours=12, minutes=59)  # a minute to nine in the evening
    rina = await opened(desk, "24/11 08.00", "24/11 08:00")
    await desk.later(hours=8, minutes=30)
    rina.sees_not(*NUDGED)
    await desk.later(minutes=1)  # half past five
    rina.sees(*NUDGED)


@ONCE
async def test_a_deadline_that_comes_before_the_morning_has_no_reminder(desk: Desk) -> None:
    await desk.later(hours=12, minutes=59)
    rina = await opened(desk, "24/11 05.00", "24/11 05:00")
    await desk.later(days=1)
    rina.sees_not(*NUDGED)


@ONCE
async def test_a_night_without_power_does_not_make_it_come_at_night(desk: Desk) -> None:
    rina = await opened(desk, "25/11 10.00", "25/11 10:00")  # due at nine in the evening of the 24th
    await desk.later(days=1, hours=12)
    await desk.off(hours=6)  # two in the morning
    rina.sees_not(*NUDGED)
    await desk.later(hours=3, minutes=29)
    rina.sees_not(*NUDGED)
    await desk.later(minutes=1)
    rina.sees(*NUDGED)


@ONCE
async def test_an_office_chooses_its_hours(desk: Desk) -> None:
    await choose(desk, day_until="22:30")
    rina = await opened(desk, "24/11 06.54", "24/11 06:54")
    await desk.later(hours=12)
    rina.sees_not(*NUDGED)
    await desk.later(hours=2, minutes=30)
    rina.sees(*NUDGED)


@ONCE
async def test_quiet_hours_that_an_admin_changes_hold_for_reminders(desk: Desk) -> None:
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    await changes(ani, "22.30", ("Jam tenang mulai", "Quiet hours from"), ("hari ini", "today"))
    rina = await opened(desk, "24/11 06.54", "24/11 06:54")
    await desk.later(hours=12)
    rina.sees_not(*NUDGED)
    await desk.later(hours=2, minutes=30)
    rina.sees(*NUDGED)
