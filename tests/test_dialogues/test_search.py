"""*cari*: one search over all that one may see, never a word of another office or of somebody else."""

from datetime import timedelta

import pytest

from storage import outlets, releases
from storage.records import Medium, Role
from storage.tables import releases as releases_table
from tests.desk import EVERYWHERE, Desk
from tests.events import hosts
from tests.links import coverage
from tests.releases import newsroom

ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on neither language nor platform


@EVERYWHERE
async def test_everything_that_fits_is_found_with_its_code_and_a_button(desk: Desk) -> None:
    room, all_of = await newsroom(desk), await coverage(desk)
    await room.sends()
    await all_of.pastes(all_of.rina, "https://suaracontoh.id/2026/11/beras-tiba R-1")
    await all_of.vera.says("tolong cari beras dong", "please search beras")
    all_of.vera.sees("Hasil pencarian: beras", "Found for: beras")
    all_of.vera.sees("Rilis\nR-1 · ", "Releases\nR-1 · ")
    all_of.vera.sees("L-1")
    all_of.vera.sees("beras-tiba")
    await all_of.vera.presses("R-1")
    all_of.vera.sees("PEMKAB SALURKAN BERAS")
    await all_of.vera.says("cari media suara", "search outlet suara")
    all_of.vera.sees("Media\nSuara Contoh", "Outlets\nSuara Contoh")
    all_of.vera.sees_not("Rilis\n", "Releases\n")
    await all_of.vera.says("cari rina", "search rina")
    all_of.vera.sees("Rina Contoh, Suara Contoh")
    await all_of.vera.says("cari l1", "search l1")
    all_of.vera.sees("L-1")
    await all_of.vera.says("cari", "search")
    all_of.vera.sees("Ketik yang dicari", "Say what to look for")


@ONCE
async def test_a_journalist_finds_what_is_public_or_their_own(desk: Desk) -> None:
    room, all_of = await newsroom(desk), await coverage(desk)
    await room.drafts()
    await all_of.pastes(all_of.tono, "https://kabarmisal.com/read/beras-tiba")
    for asked in ("beras", "tono", "l1", "kabar"):
        await all_of.rina.says(f"cari {asked}", f"search {asked}")
        all_of.rina.sees("Tidak ada yang cocok", "Nothing fits")
    await all_of.tono.says("cari beras", "search beras")
    all_of.tono.sees("L-1")
    all_of.tono.sees_not("R-1")
    await room.dina.says("cari beras", "search beras")
    room.dina.sees("R-1")
    room.dina.sees("masih draf", "draft")


@ONCE
async def test_events_are_found_by_who_was_invited(desk: Desk) -> None:
    room, rina = await hosts(desk), await desk.journalist("Rina Contoh")
    await room.sends()
    late = await desk.journalist("Tono Misal")
    await rina.says("cari pendopoan", "search pendopoan")
    rina.sees("U-1")
    await late.says("cari pendopoan", "search pendopoan")
    late.sees("Tidak ada yang cocok", "Nothing fits")


@ONCE
async def test_more_goes_on_with_the_list_that_was_shown_last(desk: Desk) -> None:
    room = await newsroom(desk)
    dina = await room.dina.record()
    async with desk.db() as db:
        for number in range(23):
            await releases.add(db, dina, f"PASAR MURAH KE {number}", "Pasar murah.", desk.now)
    await room.dina.says("cari pasar", "search pasar")
    room.dina.sees("R-23")
    room.dina.sees("Masih ada 13 lagi", "13 more")
    await room.dina.says("lagi", "more")
    room.dina.sees("R-13")
    room.dina.sees_not("R-14")
    await room.dina.says("rilis pasar", "release pasar")
    await room.dina.says("lagi", "more")
    room.dina.sees("R-18")  # of the list of releases, five at a time
    await room.dina.says("cari pasar", "search pasar")
    await room.dina.presses("Lagi", "More")
    await room.dina.says("lagi", "more")
    room.dina.sees("R-3")
    room.dina.sees_not("Masih ada", "more. Type")
    await room.dina.says("lagi", "more")
    room.dina.sees("tidak ada lagi", "there is no more")


HOSTILE = (
    "%", "_", "%%%", "\\", "\\%", "'; DROP TABLE releases; --", '" OR 1=1', "*)(", "\u202egnirts", "\u0000nul", "🙂", "(",
    "[a-z]", "{ $asked }", "\ue000x\ue001", "a" * 3000, "NULL", "R-999999999", "R-99999999999999999999", "＿", "<b>", "||", "-- ",
    "$1", ":x",
)  # fmt: skip


@pytest.mark.parametrize("setting", ["id", "postgresql"], indirect=True)
async def test_hostile_words_find_nothing_and_break_nothing(desk: Desk) -> None:
    room, _ = await newsroom(desk), await desk.journalist("Rina Contoh")
    await room.sends()
    for typed in HOSTILE:
        await room.dina.says(f"cari {typed}", f"search {typed}")
        room.dina.sees_not("R-1 ")
        assert room.dina.news(), typed
    async with desk.db() as db:
        await outlets.add(db, "Seratus%_Contoh", Medium.ONLINE, desk.now, confirmed=True)
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await vera.says("cari seratus%_", "search seratus%_")
    vera.sees("Seratus%_Contoh")


@ONCE
async def test_the_text_of_what_is_under_embargo_is_not_searched_for_who_has_not_agreed(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    await room.sends()
    release = await room.latest()
    async with desk.db() as db:
        await db.change(releases_table, releases_table.c.id == release.id, embargo_until=desk.now + timedelta(hours=3))
    await rina.says("cari lansia")
    rina.sees("Tidak ada yang cocok")
    await rina.says("cari beras")
    rina.sees("R-1")  # the headline stands with the terms
    await room.dina.says("cari lansia")
    room.dina.sees("R-1")
