"""S3: once before the deadline for links, those who opened the release and sent nothing are reminded; nobody else."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from handlers.reminders.nudge import NUDGES
from storage import nudges, outbox
from storage.records import RowState
from storage.tables import offices
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.releases import HEADLINE, Newsroom, newsroom

LINK = "https://suaracontoh.id/beras-tiba"
TOMORROW = ("24/11 18.00", "24/11 18:00")
ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on neither language nor platform
NUDGED = ("batas pengiriman link untuk R-1", "links to articles on R-1 are due")


async def rina_of(desk: Desk) -> Somebody:
    return await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",))


async def sent(desk: Desk, *until: str) -> Newsroom:
    """A release with a deadline for links, sent at eight on Monday."""
    room = await newsroom(desk)
    await room.drafts()
    await room.dina.presses("Batas link", "Link deadline")
    await room.dina.says(*until)
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    return room


@EVERYWHERE
async def test_who_opened_and_sent_nothing_is_reminded_once(desk: Desk) -> None:
    rina, budi = await rina_of(desk), await desk.journalist("Budi Contoh")
    await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    await desk.later(hours=23)
    await rina.says("bantuan", "help")  # so that a talk that closes after a day is open
    await desk.later(hours=4, minutes=59)  # a minute to twelve
    rina.sees_not(*NUDGED)
    await desk.later(minutes=1)
    rina.sees(*NUDGED)
    rina.sees("Selasa 24 Nov 2026 18.00 WIB", "Tuesday 24 Nov 2026 18:00 WIB")
    rina.sees(HEADLINE)
    rina.sees("Kami hanya mengingatkan satu kali", "We send this reminder only once")
    budi.sees_not(*NUDGED)
    await desk.off(days=3)
    assert rina.news().count(desk.pick(NUDGED)) == 1
    budi.sees_not(*NUDGED)


@ONCE
async def test_the_link_may_simply_be_sent_after_it(desk: Desk) -> None:
    rina = await rina_of(desk)
    await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    await desk.later(days=1, hours=5)
    await rina.says(LINK)
    await desk.later(seconds=8)
    rina.sees("Diterima 1 link", "Received 1 link")


# Who is spared


async def says_nothing(desk: Desk, rina: Somebody) -> None:
    """She has not opened it."""


async def sends_a_link(desk: Desk, rina: Somebody) -> None:
    await rina.presses("Naskah lengkap", "Full text")
    await rina.says(f"R-1 {LINK}")


async def sends_a_link_of_something(desk: Desk, rina: Somebody) -> None:
    await rina.presses("Naskah lengkap", "Full text")
    await rina.says(f"{LINK}-kedua")


async def pauses(desk: Desk, rina: Somebody) -> None:
    await rina.presses("Naskah lengkap", "Full text")
    await rina.says("jeda 3 hari", "pause 3 days")


async def quits(desk: Desk, rina: Somebody) -> None:
    await rina.presses("Naskah lengkap", "Full text")
    await rina.says("berhenti", "leave")
    await rina.says("ya", "yes")


async def blocks(desk: Desk, rina: Somebody) -> None:
    await rina.presses("Naskah lengkap", "Full text")
    await rina.leaves()


async def is_removed(desk: Desk, rina: Somebody) -> None:
    await rina.presses("Naskah lengkap", "Full text")
    await desk.remove(rina)


SPARED: tuple[Callable[[Desk, Somebody], Awaitable[None]], ...] = (
    says_nothing, sends_a_link, sends_a_link_of_something, pauses, quits, blocks, is_removed,
)  # fmt: skip


async def test_these_are_spared(desk: Desk) -> None:
    each, other = [await rina_of(desk) for _ in SPARED], await desk.journalist("Budi Contoh")
    await sent(desk, *TOMORROW)
    await other.presses("Naskah lengkap", "Full text")
    for deed, rina in zip(SPARED, each, strict=True):
        await deed(desk, rina)
    await desk.later(days=1, hours=11)
    assert [deed.__name__ for deed, rina in zip(SPARED, each, strict=True) if desk.pick(NUDGED) in rina.news()] == []
    other.sees(*NUDGED)


@ONCE
async def test_a_link_that_is_not_answered_yet_counts_too(desk: Desk) -> None:
    rina = await rina_of(desk)
    await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    await desk.later(days=1, hours=3, minutes=59, seconds=57)
    await rina.says(LINK)
    await desk.later(hours=8)
    rina.sees("Diterima 1 link", "Received 1 link")
    rina.sees_not(*NUDGED)


@ONCE
async def test_a_link_of_before_the_release_does_not_count(desk: Desk) -> None:
    rina = await rina_of(desk)
    await rina.says(LINK)
    await desk.later(minutes=5)
    await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    await desk.later(days=2)
    rina.sees(*NUDGED)


@ONCE
async def test_who_is_quiet_at_that_moment_hears_nothing_later(desk: Desk) -> None:
    rina = await rina_of(desk)
    await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    await rina.says("jeda 1 hari", "pause 1 day")
    await desk.later(hours=23)
    await rina.says("lanjut", "resume")
    await rina.says("jeda 1 hari", "pause 1 day")
    await desk.later(hours=6)
    await rina.says("lanjut", "resume")
    await desk.later(days=2)
    rina.sees_not(*NUDGED)


# Deadlines


@ONCE
async def test_without_a_deadline_there_is_no_reminder(desk: Desk) -> None:
    rina = await rina_of(desk)
    await sent(desk, "tanpa batas", "no deadline")
    await rina.presses("Naskah lengkap", "Full text")
    rina.sees_not("Link ditunggu", "Links are awaited")
    async with desk.db() as db:
        assert await NUDGES.due(db, desk.now) is None
    await desk.off(days=30)
    rina.sees_not(*NUDGED)


@ONCE
async def test_a_short_deadline_is_reminded_of_half_way(desk: Desk) -> None:
    rina = await rina_of(desk)
    await sent(desk, "hari ini 12.00", "today 12:00")
    await rina.presses("Naskah lengkap", "Full text")
    await desk.later(hours=1, minutes=59)
    rina.sees_not(*NUDGED)
    await desk.later(minutes=1)
    rina.sees(*NUDGED)


@ONCE
async def test_each_release_has_its_own_moment(desk: Desk) -> None:
    rina = await rina_of(desk)
    await sent(desk, *TOMORROW)
    await sent(desk, "24/11 20.00", "24/11 20:00")
    for code in ("R-1", "R-2"):
        await rina.says(code)
        await rina.presses("Naskah lengkap", "Full text")
    await desk.later(days=1, hours=5)
    rina.sees(*NUDGED)
    rina.sees_not(*(each.replace("R-1", "R-2") for each in NUDGED))
    await desk.later(hours=1)
    rina.sees(*(each.replace("R-1", "R-2") for each in NUDGED))


@ONCE
async def test_a_deadline_that_is_moved_moves_the_reminder_and_brings_no_second(desk: Desk) -> None:
    rina = await rina_of(desk)
    room = await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    await room.dina.says("batas link R-1", "link deadline R-1")
    await room.dina.says("25/11 18.00", "25/11 18:00")
    room.dina.sees("dihitung sampai Rabu 25 Nov 2026 18.00 WIB", "count until Wednesday 25 Nov 2026 18:00 WIB")
    await desk.later(days=2, hours=3)
    rina.sees_not(*NUDGED)
    await desk.later(hours=2)
    rina.sees(*NUDGED)
    await room.dina.says("batas link R-1", "link deadline R-1")
    await room.dina.says("30/11 18.00", "30/11 18:00")
    await desk.off(days=4)
    await desk.later(days=1)
    assert rina.news().count(desk.pick(NUDGED)) == 1


@ONCE
async def test_an_office_may_want_no_reminders(desk: Desk) -> None:
    rina = await rina_of(desk)
    async with desk.app.database.write() as db:
        await db.run(offices.update().where(offices.c.id == desk.office.id).values(settings={"nudge_hours": 0}))
    await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    await desk.later(days=3)
    rina.sees_not(*NUDGED)


# The machine was off


@ONCE
async def test_after_an_hour_without_power_it_comes_late(desk: Desk) -> None:
    rina = await rina_of(desk)
    await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    await desk.off(days=1, hours=5)
    assert rina.news().count(desk.pick(NUDGED)) == 1
    await desk.later(days=1)
    assert rina.news().count(desk.pick(NUDGED)) == 1


@ONCE
async def test_after_the_deadline_it_does_not_come_at_all(desk: Desk) -> None:
    rina = await rina_of(desk)
    await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    await desk.off(days=1, hours=11)
    await desk.later(days=1)
    rina.sees_not(*NUDGED)


@ONCE
async def test_one_that_waits_past_the_deadline_is_not_sent(desk: Desk) -> None:
    rina = await rina_of(desk)
    room = await sent(desk, *TOMORROW)
    await rina.presses("Naskah lengkap", "Full text")
    desk.app.clock.move_to(desk.now + timedelta(days=1, hours=4))
    await desk.app._bell.ring()  # queued, and nothing delivered yet
    await desk.slow_down(first=0, seconds=7 * 3600)
    await desk.later(hours=8)
    rina.sees_not(*NUDGED)
    release = await room.latest()
    async with desk.db() as db:
        assert await outbox.tally(db, nudges.subject(release)) == {RowState.CANCELLED: 1}
