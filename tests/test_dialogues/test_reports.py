"""O7 and R3: the week and the month with a chart and a book of clippings, and the same numbers as in the ledger."""

from datetime import timedelta

import pytest

from handlers.coverage.counting import of_span
from handlers.coverage.counts import counted
from handlers.ledger import sums
from handlers.ledger.scope import span
from handlers.span import Span
from storage import ledger_rows
from storage.records import FileKind, LinkState, Role
from storage.tables import verdicts
from tests.desk import EVERYWHERE, Desk
from tests.links import OTHER_SITE, SITE, Coverage, coverage
from tests.releases import newsroom

DAY = timedelta(days=1)
ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on no platform and no language


async def read_as(desk: Desk, texts: dict[int, tuple[int, ...]]) -> None:
    """Pages were read: each link with those before it that have the same text."""
    async with desk.db() as db:
        for link_id, copies in texts.items():
            values = {"outcome": "queue", "reasons": [], "measured": {}, "rules_version": 0, "title": f"Judul {link_id}"}
            await db.add(verdicts, link_id=link_id, at=desk.now, copies=list(copies), text=f"Isi {link_id}.", **values)


async def covered(desk: Desk) -> Coverage:
    """Four links of two outlets are recognised, which are two texts and one that nobody read; a fifth is not."""
    all_of, room = await coverage(desk), await newsroom(desk)
    await room.sends()
    await all_of.pastes(all_of.rina, f"R-1 {SITE}/beras-banjir-1 {SITE}/beras-2 {SITE}/beras-3")
    await all_of.pastes(all_of.tono, f"R-1 {OTHER_SITE}/8101/beras {OTHER_SITE}/8102/jalan")
    ids = [(await all_of.link(number)).id for number in range(1, 5)]
    await read_as(desk, {ids[0]: (), ids[1]: (ids[0],), ids[3]: ()})
    await all_of.vera.says("antrean", "queue")
    for _ in range(4):
        await all_of.vera.presses("Akui", "Recognise")
    return all_of


@EVERYWHERE
async def test_friday_at_three_the_week_comes_with_its_chart_and_its_clippings(desk: Desk) -> None:
    pak = await desk.staff(Role.OFFICIAL, "Fulan Teladan")
    await covered(desk)
    await desk.off(days=4, hours=6)
    await pak.says("terima kasih", "thanks")
    await desk.later(minutes=59)
    pak.sees_not("Pemberitaan sepekan", "Coverage of the week")
    await desk.later(minutes=1)
    pak.sees("Pemberitaan sepekan, 20 Nov 2026 sampai 26 Nov 2026", "Coverage of the week, 20 Nov 2026 to 26 Nov 2026")
    pak.sees("4 link diakui, dari 2 media", "4 links recognised, from 2 outlets")
    pak.sees("2 tulisan berbeda; 1 link tidak dapat dibaca", "2 different texts; 1 link could not be read")
    pak.sees("Pekan sebelumnya: 0 link", "The week before: 0 links")
    pak.sees("Tidak ada pertanyaan yang menunggu jawaban", "No question waits for an answer")
    pak.sees("Klipingnya: 3 tulisan", "The clippings: 3 texts")
    assert {each.kind for each in pak.pictures()} == {FileKind.PHOTO, FileKind.DOCUMENT}
    await desk.later(hours=3)
    assert pak.reads().count(desk.pick(("Klipingnya", "The clippings"))) == 1


@ONCE
async def test_the_numbers_are_those_of_the_ledger(desk: Desk) -> None:
    all_of, pak = await covered(desk), await desk.staff(Role.OFFICIAL, "Fulan Teladan")
    await pak.says("ringkasan hari ini", "summary today")
    pak.sees("4 di antaranya diakui, dari 2 media. Isinya 2 tulisan berbeda", "from 2 outlets. Those are 2 different texts")
    await all_of.vera.says("cabut L-3 halaman hilang", "withdraw L-3 halaman hilang")
    await all_of.vera.says("ya", "yes")
    days = Span(desk.now.date(), desk.now.date())
    async with desk.db() as db:
        ours = counted(await of_span(db, days))
        ledger = sums.added(await ledger_rows.numbers(db, *span(db, days.first, days.last + DAY)))
        rows = await ledger_rows.received(db, *span(db, days.first, days.last + DAY))
    assert ours.links == ledger[LinkState.RECOGNISED.value] == 3
    assert ours.outlets == len({each.outlet for each in rows if each.state is LinkState.RECOGNISED})
    assert (ours.texts, ours.unread) == (2, 0)


@ONCE
async def test_a_week_without_coverage_says_so_without_a_chart_and_a_missed_one_is_left_out(desk: Desk) -> None:
    pak = await desk.staff(Role.OFFICIAL, "Fulan Teladan")
    await desk.off(days=4, hours=7)
    pak.sees("Belum ada link yang diakui", "No link is recognised yet")
    assert not pak.pictures()
    await pak.says("terima kasih", "thanks")
    await desk.off(days=7, hours=7)  # until ten in the evening of the next Friday
    await desk.later(hours=20)
    pak.sees_not("Pemberitaan sepekan", "Coverage of the week")


@EVERYWHERE
async def test_month_week_and_clippings_are_there_when_they_are_asked_for(desk: Desk) -> None:
    pak = await desk.staff(Role.OFFICIAL, "Fulan Teladan")
    all_of = await covered(desk)
    await pak.says("kliping banjir", "clippings banjir")
    pak.sees("sedang dibuat", "being made")
    pak.sees("Kliping media: banjir", "Media clippings: banjir")
    assert len(pak.pictures()) == 2
    await pak.says("kliping gempa", "clippings gempa")
    pak.sees("Belum ada link yang diakui", "No link is recognised yet")
    await pak.says("kliping " + "banjir " * 20, "clippings " + "banjir " * 20)
    pak.sees("Terlalu panjang untuk dicari", "too long to look for")
    await pak.says("bulanan besok", "monthly tomorrow")
    pak.sees("bukan hari yang sudah lewat", "is not a past day")
    await pak.says("bulanan november", "monthly november")
    pak.sees("Bulan sebelumnya: 0 link", "The month before: 0 links")
    await pak.says("mingguan", "weekly")
    pak.sees("Belum ada link yang diakui", "No link is recognised yet")  # today has not ended
    await all_of.rina.says("kliping banjir", "clippings banjir")
    all_of.rina.sees("di luar tugas Anda", "not part of your work")


@ONCE
async def test_each_reads_the_month_in_their_own_language(desk: Desk) -> None:
    adi, budi = [await desk.staff(Role.OFFICIAL, f"{name} Teladan") for name in ("Adi", "Budi")]
    await adi.says("bahasa indonesia", "indonesian")
    await budi.says("bahasa inggris", "english")
    await covered(desk)
    await desk.off(days=8, hours=7)  # the first of December
    assert "Pemberitaan sebulan, 1 Nov 2026 sampai 30 Nov 2026" in adi.news()
    assert "Coverage of the month, 1 Nov 2026 to 30 Nov 2026" in budi.news()
