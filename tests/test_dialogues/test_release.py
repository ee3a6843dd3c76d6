"""H1 and H2: a release is gathered from texts and photos, shown as a draft, and changed."""

import pytest

from storage import releases
from storage.records import Medium, Status
from storage.releases import Photo
from storage.tables import audit, files
from tests.desk import EVERYWHERE, Desk
from tests.releases import HEADLINE, TEXT, newsroom

SANDBOX = pytest.mark.parametrize("setting", ["id", "en"], indirect=True)  # a phone that claims sizes is scripted there


async def photos_of(desk: Desk, release_id: int) -> tuple[Photo, ...]:
    async with desk.db() as db:
        release = await releases.find(db, release_id)
        assert release
        return await releases.photos(db, release.id)


@EVERYWHERE
async def test_a_release_is_written_approved_sent_and_read(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    dina, sari = room.dina, room.sari
    await dina.says("buat rilis", "new release")
    dina.sees("Silakan kirim naskah rilisnya", "Send the text of the release")
    await dina.says(TEXT)
    dina.sees("R-1: tercatat 459 karakter teks", "R-1: noted 459 characters of text")
    await dina.says("Foto: Rina Contoh", "Photo: Rina Contoh", files=[desk.photo()])
    await dina.presses("Selesai", "Done")
    dina.sees(HEADLINE)
    dina.sees("R-1 · Humas Kab. Teladan · 1 foto", "R-1 · Humas Kab. Teladan · 1 photo")
    dina.sees("→ 1 orang (semua media)", "→ 1 person (all media)")
    dina.sees("penerima melihat 1 pesan; naskah lengkapnya", "receivers see 1 message; messages of the full text")
    dina.sees_not("Belum ada:", "Still missing:")
    await dina.presses("Ajukan", "Submit")
    dina.sees("✅ R-1 diajukan kepada Sari Teladan", "✅ R-1 was submitted to Sari Teladan")
    sari.sees("R-1 dari Dina Teladan meminta persetujuan", "R-1 by Dina Teladan asks for your approval")
    sari.sees("Warga, Siti Contoh (41), berharap jalan desa")
    assert len(sari.pictures()) == 1
    await sari.presses("Setujui", "Approve")
    dina.sees("✅ R-1 disetujui oleh Sari Teladan", "✅ R-1 was approved by Sari Teladan")
    await dina.presses("Kirim sekarang", "Send now")
    dina.sees("Kirim R-1 sekarang?", "Send R-1 now?")
    await dina.presses("Ya, kirim", "Yes, send")
    rina.sees(HEADLINE)
    rina.sees("Pemerintah kabupaten menyalurkan beras kepada 312")
    rina.sees_not("Siti Contoh")
    dina.sees("✅ R-1 selesai: dikirim 1 dari 1", "✅ R-1 is done: sent 1 of 1")
    await rina.presses("Naskah lengkap", "Full text")
    rina.sees("Siti Contoh (41)")
    async with desk.db() as db:
        deeds = [row.deed for row in await db.rows(db.of(audit, audit.c.deed).where(audit.c.object.like("release:%")))]
    assert deeds == ["draft", "edit", "submit", "approve", "launch", "close"]


@EVERYWHERE
async def test_text_may_stand_behind_the_command_and_come_in_pieces(desk: Desk) -> None:
    room = await newsroom(desk)
    first, rest = TEXT.split("\nWarga")
    await room.dina.says(f"buat rilis\n{first}", f"new release\n{first}")
    await room.dina.says(f"Warga{rest}")
    await room.dina.says("selesai", "done")
    release = await room.latest()
    assert release.headline == HEADLINE
    assert release.body.endswith("0812-0000-0000")
    assert "SIARAN PERS" not in release.body


async def test_a_forwarded_text_and_a_photo_become_a_release_when_asked(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says(TEXT)
    room.dina.sees("459 karakter teks. Jadikan rilis?", "459 characters of text. Make it a release?")
    await room.dina.says(files=[desk.photo()])
    room.dina.sees("1 berkas. Jadikan rilis?", "1 file. Make it a release?")
    await room.dina.presses("Buat rilis", "Make a release")
    room.dina.sees("Foto siapa?", "Whose photo is it?")
    await room.dina.says("Foto: Rina Contoh", "Photo: Rina Contoh")
    room.dina.sees_not("Foto siapa?", "Whose photo is it?")
    await room.dina.says("selesai", "done")
    room.dina.sees(HEADLINE)
    assert [each.credit for each in await photos_of(desk, (await room.latest()).id)] == ["Rina Contoh"]


async def test_pressed_twice_it_becomes_one_release(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says(TEXT)
    make, leave = room.dina.button("Buat rilis", "Make a release"), room.dina.button("Bukan", "No")
    for _ in range(2):
        await room.dina.presses_token(make)
    room.dina.sees("R-1 sudah kami susun", "R-1 is being put together already")
    await room.dina.presses_token(leave)
    room.dina.sees("tidak ada yang hilang", "nothing is lost")
    await room.dina.says("selesai", "done")
    room.dina.sees(HEADLINE)
    assert (await room.latest()).code == "R-1"


async def test_a_forwarded_text_is_left_alone_when_nobody_wants_a_release(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    await room.dina.says(TEXT)
    old = room.dina.button("Buat rilis", "Make a release")
    await room.dina.says("bukan", "no")
    room.dina.sees("tidak dijadikan rilis", "no release was made")
    await room.dina.presses_token(old)
    room.dina.sees("sudah tidak kami simpan", "no longer keep that material")
    await rina.says(files=[desk.photo()])
    rina.sees_not("Jadikan rilis", "Make it a release")
    async with desk.db() as db:
        assert not await releases.in_status(db, Status)


@EVERYWHERE
async def test_an_interruption_loses_nothing(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    await room.dina.says(TEXT)
    await room.dina.says("rilis", "releases")  # a look-up: the form stays
    room.dina.sees("Isian Anda tadi masih menunggu", "still waiting")
    await room.dina.says("batal", "cancel")
    await room.dina.says("draf", "drafts")
    room.dina.sees("R-1 · masih draf · (belum berjudul)", "R-1 · is still a draft · (no headline yet)")
    await room.dina.presses("R-1")
    room.dina.sees("tercatat 459 karakter", "noted 459 characters")
    await room.dina.says("selesai", "done")
    room.dina.sees(HEADLINE)


async def test_other_words_and_a_voice_note_do_not_trap_or_harm(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    await room.dina.says("selesai", "done")
    room.dina.sees("Naskahnya belum ada. Tempel teksnya", "The text is still missing")
    await room.dina.says(files=[desk.voice()])
    room.dina.sees("Mohon diketik", "type")
    await room.dina.says(files=[desk.sticker()])
    await room.dina.says(files=[desk.photo()])
    await room.dina.says("selesai", "done")
    room.dina.sees("R-1 belum berisi teks", "R-1 has no text yet")
    await room.dina.says(TEXT)
    await room.dina.says("selesai", "done")
    room.dina.sees("Belum ada: kredit foto", "Still missing: a photo credit")


async def test_a_text_without_a_headline_is_asked_for_one(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.drafts("TELADAN – " + "Pemerintah kabupaten menyalurkan beras. " * 8)
    room.dina.sees("judulnya tidak kami temukan", "found no headline")
    await room.dina.says("beras " * 40)
    room.dina.sees("Judul itu 239 karakter; paling panjang 150", "That headline has 239 characters; the limit is 150")
    await room.dina.says("🎉" * 50)
    room.dina.sees("tidak berisi kata", "holds no words")
    await room.dina.says("Beras disalurkan ke Pampangan")
    room.dina.sees("Beras disalurkan ke Pampangan")
    room.dina.sees("Belum ada: kutipan, narahubung", "Still missing: a quote, a contact")


async def test_four_thousand_emoji_are_refused_before_anybody_is_asked(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.drafts("🎉" * 2048)
    room.dina.sees("judulnya tidak kami temukan", "found no headline")
    await room.dina.says("Pesta rakyat")
    await room.dina.presses("Ajukan", "Submit")
    room.dina.sees("Naskah itu tidak berisi kata", "That text holds no words")
    room.sari.silent()


async def test_more_text_than_a_release_holds_is_said_and_the_rest_stays(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    for _ in range(6):
        await room.dina.says("Beras disalurkan. " * 200)
    room.dina.sees("naskah paling panjang 20", "a release holds at most 20")
    assert 17_000 < len((await room.latest()).body) <= 20_000


@SANDBOX
async def test_a_photo_that_is_too_large_is_refused_at_once(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    await room.dina.says(files=[desk.photo(size=25_000_001)])
    room.dina.sees("26 MB, paling besar 20 MB", "26 MB, and the limit is 20 MB")
    assert not await photos_of(desk, (await room.latest()).id)


@SANDBOX
async def test_a_photo_that_cannot_be_fetched_leaves_the_release(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    await room.dina.says(TEXT)
    lost = desk.photo()
    (desk.app.files.folder / lost.handle[:2] / lost.handle).unlink()
    await room.dina.says(files=[lost])
    room.dina.sees("gagal kami unduh", "could not be downloaded")
    await room.dina.says("selesai", "done")
    room.dina.sees("tanpa foto", "no photos")


async def test_the_eleventh_photo_is_refused(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    await room.dina.says("Foto: Rina", "Photo: Rina", files=[desk.photo(f"{number}.png") for number in range(10)])
    await room.dina.says(files=[desk.photo("x.png")])
    room.dina.sees("paling banyak 10 berkas", "at most 10 files")
    assert len(await photos_of(desk, (await room.latest()).id)) == 10


async def test_headline_text_and_photos_are_changed(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.drafts()
    await room.dina.presses("Ubah judul", "Change headline")
    room.dina.sees(f"Judul sekarang: {HEADLINE}", f"The headline now: {HEADLINE}")
    await room.dina.says("Beras untuk Pampangan")
    room.dina.sees("Beras untuk Pampangan")
    await room.dina.presses("Ubah naskah", "Change text")
    room.dina.sees("Warga, Siti Contoh (41)")
    await room.dina.says("Naskah yang sama sekali baru.")
    await room.dina.says("Dan alinea keduanya.")
    await room.dina.says("selesai", "done")
    assert (await room.latest()).body == "Naskah yang sama sekali baru.\nDan alinea keduanya."
    await room.dina.presses("Foto", "Photos")
    await room.dina.says(files=[desk.photo("a.png")])
    room.dina.sees("1. Foto · tanpa kredit", "1. Photo · no credit")
    await room.dina.says("Foto: Rina Contoh", "Photo: Rina Contoh")
    room.dina.sees("1. Foto · Rina Contoh", "1. Photo · Rina Contoh")
    await room.dina.says("hapus 7", "remove 7")
    room.dina.sees("Nomor itu tidak ada", "no such number")
    await room.dina.says("hapus 1", "remove 1")
    room.dina.sees("R-1 belum punya foto", "R-1 has no photos yet")
    await room.dina.says("selesai", "done")
    room.dina.sees("tanpa foto", "no photos")


async def test_an_edit_that_is_not_made_changes_nothing(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.drafts()
    before = await room.latest()
    await room.dina.presses("Ubah naskah", "Change text")
    await room.dina.presses("Selesai", "Done")
    await room.dina.presses("Ubah judul", "Change headline")
    await room.dina.says("batal", "cancel")
    await room.dina.presses("Lihat utuh", "See in full")
    room.dina.sees("Siti Contoh (41)")
    assert await room.latest() == before


async def test_receivers_are_chosen_by_medium(desk: Desk) -> None:
    room = await newsroom(desk)
    await desk.journalist("Rina Contoh")
    await desk.journalist("Tono Contoh", outlet="TV Contoh", medium=Medium.TV)
    await room.drafts()
    room.dina.sees("→ 2 orang (semua media)", "→ 2 people (all media)")
    await room.dina.presses("Penerima", "Receivers")
    await room.dina.presses("TV")
    room.dina.sees("✅ TV")
    await room.dina.says("online", "online")
    room.dina.sees("→ 1 orang (online)", "→ 1 person (online)")
    await room.dina.presses("Penerima", "Receivers")
    await room.dina.says("wartawan favorit", "my favourites")
    room.dina.sees("belum kami kenal", "do not know that choice")
    await room.dina.presses("semua media", "all media")
    await room.dina.presses("Selesai", "Done")
    room.dina.sees("→ 2 orang (semua media)", "→ 2 people (all media)")


async def test_who_would_not_receive_it_is_counted(desk: Desk) -> None:
    room = await newsroom(desk)
    rina, budi = await desk.journalist("Rina Contoh"), await desk.journalist("Budi Contoh")
    await desk.journalist("Tono Contoh")
    await rina.leaves()
    await budi.says("jeda 3 hari", "pause 3 days")
    await room.drafts()
    room.dina.sees("→ 1 orang (semua media)", "→ 1 person (all media)")
    room.dina.sees("Tidak terkirim: 1 (sedang jeda), 1 (tak dapat dihubungi)", "Not sent to: 1 (paused), 1 (cannot be reached)")


async def test_the_deadline_for_links_is_set(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.drafts()
    room.dina.sees("Batas link menurut aturan", "Deadline for links: by the rules")
    await room.dina.presses("Batas link", "Link deadline")
    await room.dina.says("kemarin 10.00", "yesterday 10:00")
    room.dina.sees("sudah lewat", "has passed")
    await room.dina.says("24/11 23.59", "24/11 23:59")
    room.dina.sees("Selasa 24 Nov 2026 23.59 WIB", "Tuesday 24 Nov 2026 23:59 WIB")
    await room.dina.presses("Batas link", "Link deadline")
    await room.dina.says("tanpa batas", "no deadline")
    room.dina.sees("tanpa batas waktu", "without a deadline")


async def test_a_draft_is_discarded_once_and_only_after_a_yes(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.drafts()
    submit = room.dina.button("Ajukan", "Submit")
    await room.dina.presses("Buang", "Discard")
    await room.dina.says("tidak", "no")
    room.dina.sees(HEADLINE)
    await room.dina.presses("Buang", "Discard")
    sure = room.dina.button("Ya, buang", "Yes, discard")
    await room.dina.presses_token(sure)
    room.dina.sees("R-1 dibuang", "R-1 was discarded")
    await room.dina.presses_token(sure)
    room.dina.sees("R-1 sudah dibuang", "R-1 was discarded")
    await room.dina.presses_token(submit)
    room.dina.sees("R-1 sudah dibuang", "R-1 was discarded")
    room.sari.silent()


async def test_journalists_cannot_write_releases(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("buat rilis", "new release")
    rina.sees("di luar tugas Anda", "not")
    await rina.presses_token("submit.1")
    async with desk.db() as db:
        assert not await releases.in_status(db, Status)


async def test_a_file_still_on_its_way_is_told(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    await room.dina.says("Foto: Rina", "Photo: Rina", files=[desk.photo()])
    await room.dina.says(TEXT)
    async with desk.db() as db:
        await db.change(files, digest="")
    await room.dina.says("selesai", "done")
    room.dina.sees("1 berkas masih diunduh", "1 file is still being downloaded")
