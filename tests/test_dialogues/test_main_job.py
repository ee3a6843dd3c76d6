"""The main job, from the first word of a release to the official's morning: both languages, both platforms, PostgreSQL too."""

from datetime import timedelta

import pytest

from storage import audit, occurrences
from storage.records import ChannelKind, LinkState, Role
from tests.desk import MORNING, Desk, Somebody
from tests.links import OTHER_SITE, SITE, Coverage, coverage
from tests.releases import HEADLINE, TEXT, Newsroom, newsroom

ANYWHERE = pytest.mark.parametrize("setting", ["id", "en", "telegram", "whatsapp", "postgresql"], indirect=True)

BREAKFAST = MORNING + timedelta(hours=22, minutes=45)  # 06.45 the next day
RICE = f"{SITE}/beras-untuk-312-kk"
ROAD = f"{OTHER_SITE}/8101/jalan-desa-putus"


async def drafted_and_approved(room: Newsroom) -> None:
    """Dina writes a release with a photo, somebody else approves exactly what was shown."""
    await room.dina.says("buat rilis", "new release")
    await room.dina.says(TEXT)
    await room.dina.says("Foto: Humas", "Photo: Humas", files=[room.desk.photo()])
    await room.dina.says("selesai", "done")
    room.dina.sees("R-1 · Humas Kab. Teladan · 1 foto", "R-1 · Humas Kab. Teladan · 1 photo")
    await room.dina.presses("Ajukan", "Submit")
    room.sari.sees("R-1 dari Dina Teladan meminta persetujuan", "R-1 by Dina Teladan asks for your approval")
    await room.sari.presses("Setujui", "Approve")
    room.dina.sees("R-1 disetujui oleh Sari Teladan", "R-1 was approved by Sari Teladan")


async def sent(room: Newsroom, *readers: Somebody) -> None:
    """It reaches each journalist once, however often the button is pressed, and its author learns how many."""
    await room.dina.presses("Kirim sekarang", "Send now")
    yes = room.dina.button("Ya, kirim", "Yes, send")
    await room.dina.presses_token(yes)
    room.dina.sees("✅ R-1 selesai: dikirim 2 dari 2", "✅ R-1 is done: sent 2 of 2")
    await room.dina.presses_token(yes)
    for each in readers:
        each.sees(HEADLINE)
        assert each.reads().count(HEADLINE) == 1
        await each.presses("Naskah lengkap", "Full text")
        each.sees("Siti Contoh (41)")


async def pasted(all_of: Coverage) -> None:
    """They send what they published; the same article counts once."""
    await all_of.pastes(all_of.rina, f"{RICE} utk R-1 ya bang {RICE}?utm_source=wa dan https://suaracontoh.id/")
    all_of.rina.sees("L-1 ✅ Suara Contoh — R-1")
    await all_of.pastes(all_of.tono, f"{ROAD} R-1 {RICE}")
    all_of.tono.sees("L-2 ✅ Kabar Misal — R-1")
    all_of.tono.sees("sebagai L-1, dari rekan lain", "L-1")
    assert await all_of.count() == 2
    await all_of.rina.says("status")
    all_of.rina.sees("1 diterima · 0 diakui", "1 received · 0 recognised")


async def judged(all_of: Coverage) -> None:
    """Vera recognises one and refuses the other; both writers learn it."""
    await all_of.vera.says("antrean", "queue")
    all_of.vera.sees("2 link menunggu", "2 links are waiting")
    await all_of.vera.presses("Akui", "Recognise")
    await all_of.desk.later(minutes=5)  # where nothing can be edited, what may grow waits a little
    all_of.rina.sees("✅ L-1 — Suara Contoh")
    await all_of.vera.presses("Tolak", "Refuse")
    await all_of.vera.says("foto lama", "an old photo")
    await all_of.vera.presses("Kirim", "Send")
    all_of.tono.sees("L-2 belum diakui. Alasan: foto lama", "an old photo")
    assert [(await all_of.link(number)).state for number in (1, 2)] == [LinkState.RECOGNISED, LinkState.REFUSED]


@ANYWHERE
async def test_from_the_first_word_to_the_official_s_morning(desk: Desk) -> None:
    all_of, room, bupati = await coverage(desk), await newsroom(desk), await desk.staff(Role.OFFICIAL, "Fulan Teladan")
    await drafted_and_approved(room)
    await sent(room, all_of.rina, all_of.tono)
    await pasted(all_of)
    await judged(all_of)
    bupati.silent()
    await desk.later(seconds=(BREAKFAST - desk.now).total_seconds() - 1)
    bupati.silent()
    await desk.later(seconds=1)
    bupati.sees("Selamat pagi", "Good morning")
    bupati.sees("2 link diterima, 1 di antaranya diakui, dari 1 media", "2 links received, 1 of them recognised, from 1 outlet")
    bupati.sees(f"R-1 {HEADLINE}: 1 link diakui", f"R-1 {HEADLINE}: 1 link recognised")
    await all_of.rina.says("status L-1")
    all_of.rina.sees("Vera Teladan")
    await later_mornings(desk, bupati)
    await everything_is_kept(desk)


async def later_mornings(desk: Desk, bupati: Somebody) -> None:
    """One summary a day, and a quiet day says that it was quiet."""
    said = bupati.reads()
    await desk.later(hours=12)
    assert bupati.reads() == said
    await desk.later(hours=12)
    if desk.account.kind is ChannelKind.WHATSAPP:  # a day and a half without a word of theirs: first they are asked
        bupati.sees("Ada ringkasan dari Humas Kab. Teladan untuk Anda")
        await bupati.presses("Baca")
    bupati.sees("tidak ada link berita yang masuk", "no links to articles came in")


async def everything_is_kept(desk: Desk) -> None:
    """Each deed stands in the audit in its order, sealed, and the clock noted what it did."""
    async with desk.db() as db:
        assert not await audit.unsealed(db)
        assert await audit.first_broken(db) is None
        assert await occurrences.happened(db, "summary:2026-11-24")
        assert await audit.latest(db, "release:1", ("close", "launch"))
