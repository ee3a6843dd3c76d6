"""H3: a second person approves exactly the version that was shown; a change ends it, and nobody approves their own."""

import pytest

from storage.records import Role, Status
from storage.tables import audit, files
from tests.desk import EVERYWHERE, Desk, Somebody
from tests.releases import HEADLINE, TEXT, newsroom


async def approver(desk: Desk, name: str = "Anto Teladan") -> Somebody:
    return await desk.staff(Role.APPROVER, name)


async def approvals(desk: Desk) -> list[int]:
    """Who approved, in order."""
    async with desk.db() as db:
        return [row.actor_id for row in await db.rows(db.of(audit).where(audit.c.deed == "approve").order_by(audit.c.id))]


@EVERYWHERE
async def test_an_approval_names_the_version_that_was_shown(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.submits()
    room.sari.sees("Penerima: 0 orang (semua media)", "Receivers: 0 people (all media)")
    room.sari.sees("Itu naskah utuh R-1", "That is the whole text of R-1")
    await room.sari.presses("Setujui", "Approve")
    room.sari.sees("✅ R-1 Anda setujui", "✅ You approved R-1")
    release, sari = await room.latest(), await room.sari.record()
    assert (release.status, release.approved, release.approver_id) == (Status.APPROVED, release.fingerprint, sari.id)
    assert await approvals(desk) == [sari.id]


@EVERYWHERE
async def test_a_long_text_is_shown_whole_with_the_decision_at_its_end(desk: Desk) -> None:
    room = await newsroom(desk)
    lines = [f"Alinea ke-{number}: beras disalurkan kepada warga yang terdampak banjir." for number in range(1, 161)]
    await room.submits("\n".join(("Beras untuk Pampangan", *lines)))
    messages = room.sari.phone.news()
    assert len(messages) > 2
    assert all(f"Alinea ke-{number}:" in room.sari.news() for number in range(1, 161))
    assert [bool(each.buttons) for each in messages] == [*(False for _ in messages[1:]), True]


async def test_what_waits_is_looked_up_and_decided_in_words(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.sari.says("persetujuan", "approvals")
    room.sari.sees("Tidak ada rilis yang menunggu", "No release waits")
    await room.submits()
    await room.sari.says("persetujuan", "approvals")
    room.sari.sees(f"R-1 · {HEADLINE}")
    await room.sari.presses("R-1")
    room.sari.sees("Siti Contoh (41)")
    await room.sari.says("setujui R-1", "approve R-1")
    room.sari.sees("Siti Contoh (41)")
    await room.sari.says("apa ini", "what is this")
    room.sari.sees("ketik ya atau perbaiki", "type yes or changes")
    assert not await approvals(desk)
    await room.sari.says("setujui", "approve")
    room.sari.sees("✅ R-1 Anda setujui", "✅ You approved R-1")
    await room.sari.says("persetujuan R-1", "approvals R-1")
    room.sari.sees("R-1 sudah disetujui. Oleh Sari Teladan, Senin 23 Nov 2026", "R-1 is approved. By Sari Teladan, Monday 23 Nov")


async def test_nobody_approves_what_they_wrote(desk: Desk) -> None:
    room, anto = await newsroom(desk), await approver(desk)
    sari = room.sari
    await sari.says("buat rilis", "new release")
    await sari.says(TEXT)
    await sari.says("selesai", "done")
    await sari.presses("Ajukan", "Submit")
    sari.sees("diajukan kepada Anto Teladan.", "submitted to Anto Teladan.")
    anto.sees("dari Sari Teladan meminta persetujuan", "by Sari Teladan asks for your approval")
    await sari.says("persetujuan R-1", "approvals R-1")
    await sari.presses("Setujui", "Approve")
    sari.sees("Anda tulis atau ubah sendiri", "You wrote or changed R-1 yourself")
    await anto.presses("Setujui", "Approve")
    assert (await room.latest()).status is Status.APPROVED


async def test_who_changed_a_text_has_written_it_too(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.submits()
    await room.sari.says("draf R-1", "draft R-1")
    await room.sari.presses("Ubah judul", "Change headline")
    await room.sari.says("Beras untuk Pampangan")
    room.sari.sees("pengajuan tadi gugur", "no longer submitted")
    await room.sari.presses("Ajukan", "Submit")
    room.sari.sees("❌ R-1 belum bisa diajukan: tidak ada orang lain", "❌ R-1 cannot be submitted: nobody else")
    anto = await approver(desk)
    await room.sari.presses("Ajukan", "Submit")
    room.sari.sees("diajukan kepada Anto Teladan.", "submitted to Anto Teladan.")
    anto.sees("Beras untuk Pampangan")


async def test_without_an_approver_nothing_is_submitted(desk: Desk) -> None:
    dina = await desk.staff(Role.DRAFTER, "Dina Teladan")
    await dina.says(f"buat rilis\n{TEXT}", f"new release\n{TEXT}")
    await dina.says("selesai", "done")
    await dina.presses("Ajukan", "Submit")
    dina.sees("Minta admin menambah penyetuju", "Ask an admin for another approver")
    await approver(desk)
    await dina.says("ajukan R-1", "submit R-1")
    dina.sees("✅ R-1 diajukan kepada Anto Teladan", "✅ R-1 was submitted to Anto Teladan")


async def test_a_text_that_is_still_being_gathered_is_shown_before_it_is_submitted(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    await room.dina.says(TEXT)
    await room.dina.says("ajukan", "submit")
    room.dina.sees(HEADLINE)
    room.dina.sees("R-1 · masih draf", "R-1 · is still a draft")
    await room.dina.presses("Ajukan", "Submit")
    room.sari.sees(HEADLINE)


# A change ends what was agreed


@pytest.mark.parametrize("change", ["headline", "text", "photo", "receivers"])
async def test_every_change_ends_an_approval_and_says_so(desk: Desk, change: str) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    await room.approves()
    send = room.dina.button("Kirim sekarang", "Send now")
    await room.dina.says("draf R-1", "draft R-1")
    await CHANGES[change](room.dina)
    room.dina.sees("⚠️ Rilis berubah, jadi persetujuan tadi gugur", "⚠️ The release has changed, so it is no longer approved")
    assert ((await room.latest()).status, (await room.latest()).approved) == (Status.DRAFT, "")
    await room.dina.presses_token(send)
    room.dina.sees("R-1 masih draf", "R-1 is still a draft")
    rina.silent()
    await room.dina.says("ajukan R-1", "submit R-1")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    rina.sees("Beras untuk Pampangan" if change == "headline" else HEADLINE)


async def headline(dina: Somebody) -> None:
    await dina.presses("Ubah judul", "Change headline")
    await dina.says("Beras untuk Pampangan")


async def text(dina: Somebody) -> None:
    await dina.presses("Ubah naskah", "Change text")
    await dina.says("Naskah yang sama sekali baru.")
    await dina.says("selesai", "done")


async def photo(dina: Somebody) -> None:
    await dina.presses("Foto", "Photos")
    await dina.says("Foto: Rina Contoh", "Photo: Rina Contoh", files=[dina.desk.photo()])


async def receivers(dina: Somebody) -> None:
    await dina.presses("Penerima", "Receivers")
    await dina.presses("online")


CHANGES = {"headline": headline, "text": text, "photo": photo, "receivers": receivers}


async def test_an_old_button_shows_the_new_version_before_it_counts(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.submits()
    old = room.sari.button("Setujui", "Approve")
    await room.dina.says("draf R-1", "draft R-1")
    await headline(room.dina)
    await room.sari.presses_token(old)
    room.sari.sees("R-1 masih draf", "R-1 is still a draft")
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses_token(old)
    room.sari.sees("R-1 sudah berubah sejak terakhir Bapak/Ibu lihat", "R-1 has changed since you last saw it")
    room.sari.sees("Beras untuk Pampangan")
    assert (await room.latest()).status is Status.SUBMITTED
    await room.sari.presses("Setujui", "Approve")
    room.sari.sees("✅ R-1 Anda setujui", "✅ You approved R-1")


async def test_words_count_for_the_version_that_was_read(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.submits()
    await room.sari.says("persetujuan R-1", "approvals R-1")
    await room.dina.says("draf R-1", "draft R-1")
    await headline(room.dina)
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.says("ya", "yes")
    room.sari.sees("sudah berubah sejak", "has changed since")
    assert not await approvals(desk)
    await room.sari.says("ya", "yes")
    room.sari.sees("✅ R-1 Anda setujui", "✅ You approved R-1")


# Two at once, twice, by the wrong person


async def test_of_two_approvers_at_once_one_approves(desk: Desk) -> None:
    room, anto = await newsroom(desk), await approver(desk)
    await room.submits()
    both = (room.sari, anto)
    for each in both:
        await each.phone.presses(each.button("Setujui", "Approve"))
    await desk.app.settle()
    said = sorted((desk.pick(("Anda setujui", "You approved")) in each.news(), each.name) for each in both)
    assert [first for first, _ in said] == [False, True]
    second = next(each for each in both if each.name == said[0][1])
    second.sees(f"R-1 sudah disetujui. Oleh {said[1][1]}", f"R-1 is approved. By {said[1][1]}")
    assert len(await approvals(desk)) == 1
    assert room.dina.reads().count("✅ R-1 ") == 2  # submitted, approved


@EVERYWHERE
async def test_a_second_press_changes_nothing(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.submits()
    submit, approve = room.dina.button("Lihat draf", "See draft"), room.sari.button("Setujui", "Approve")
    await room.sari.presses_token(approve)
    await room.sari.presses_token(approve)
    room.sari.sees("R-1 sudah disetujui", "R-1 is approved")
    await room.dina.presses_token("submit.1")
    room.dina.sees("R-1 sudah disetujui", "R-1 is approved")
    await room.dina.presses_token(submit)
    room.dina.sees("R-1 · sudah disetujui", "R-1 · is approved")
    assert len(await approvals(desk)) == 1


async def test_only_approvers_approve(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    await room.submits()
    approve = room.sari.button("Setujui", "Approve")
    for each in (rina, room.dina):
        await each.presses_token(approve)
        each.sees("di luar tugas Anda", "not part of your work")
        await each.says("setujui R-1", "approve R-1")
        each.sees("di luar tugas Anda", "not part of your work")
    await room.sari.presses_token("approve.1")  # no version, so none that was shown
    room.sari.sees("sudah berubah sejak", "has changed since")
    await room.sari.presses_token("approve.77.v0")
    room.sari.sees("Tidak ada rilis yang menunggu", "No release waits")
    assert not await approvals(desk)


async def test_an_approver_who_was_removed_approves_no_more(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.submits()
    await desk.remove(room.sari)
    await room.sari.presses("Setujui", "Approve")
    room.sari.sees("sudah diakhiri", "has been ended")
    assert (await room.latest()).status is Status.SUBMITTED


# Back to its writer


@EVERYWHERE
async def test_a_release_goes_back_with_a_note(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.submits()
    approve = room.sari.button("Setujui", "Approve")
    await room.sari.presses("Minta perbaikan", "Ask for changes")
    room.sari.sees("Apa yang perlu diperbaiki pada R-1?", "What should be changed in R-1?")
    await room.sari.says("x" * 1001)
    room.sari.sees("paling banyak 1.000 karakter", "the limit is 1,000 characters")
    room.dina.sees_not("xxx")
    await room.sari.says("Jumlah KK-nya 312 atau 321?\nMohon dicek.")
    room.sari.sees("✅ Catatan untuk R-1 dikirim kepada Dina Teladan", "✅ Your note on R-1 went to Dina Teladan")
    room.dina.sees("Sari Teladan meminta perbaikan R-1", "Sari Teladan asks for changes to R-1")
    room.dina.sees("Jumlah KK-nya 312 atau 321?\nMohon dicek.")
    await room.sari.presses_token(approve)
    room.sari.sees("R-1 masih draf", "R-1 is still a draft")
    await room.dina.presses("Lihat draf", "See draft")
    await room.dina.presses("Ajukan", "Submit")
    room.sari.sees("meminta persetujuan Bapak/Ibu", "asks for your approval")


async def test_a_note_is_words_and_can_be_left(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.submits()
    await room.sari.presses("Minta perbaikan", "Ask for changes")
    await room.sari.says(files=[desk.voice()])
    room.sari.sees("hanya bisa membaca teks", "only read text")
    await room.sari.says("rilis", "releases")
    room.sari.sees("masih menunggu", "still waiting")
    await room.sari.says("batal", "cancel")
    assert (await room.latest()).status is Status.SUBMITTED
    await room.sari.presses("Setujui", "Approve")
    room.sari.sees("✅ R-1 Anda setujui", "✅ You approved R-1")


async def test_a_note_that_comes_after_an_approval_is_answered(desk: Desk) -> None:
    room, anto = await newsroom(desk), await approver(desk)
    await room.submits()
    await room.sari.presses("Minta perbaikan", "Ask for changes")
    await anto.presses("Setujui", "Approve")
    await room.sari.says("Tolong judulnya diganti")
    room.sari.sees("R-1 sudah disetujui. Oleh Anto Teladan", "R-1 is approved. By Anto Teladan")
    room.dina.sees_not("judulnya diganti")
    await anto.presses("Minta perbaikan", "Ask for changes")
    anto.sees("R-1 sudah disetujui", "R-1 is approved")


# Photos on their way


async def test_a_photo_still_being_fetched_holds_the_approval(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.dina.says("buat rilis", "new release")
    await room.dina.says("Foto: Rina Contoh", "Photo: Rina Contoh", files=[desk.photo()])
    await room.dina.says(TEXT)
    await room.dina.says("selesai", "done")
    await room.dina.presses("Ajukan", "Submit")
    async with desk.db() as db:
        digest = await db.value(db.of(files, files.c.digest))
        await db.change(files, digest="")
    await room.sari.presses("Setujui", "Approve")
    room.sari.sees("masih diunduh. Tunggu sebentar, lalu tekan Setujui lagi", "still being downloaded. Press Approve again")
    assert (await room.latest()).status is Status.SUBMITTED
    async with desk.db() as db:
        await db.change(files, digest=digest)
    await room.sari.presses("Setujui", "Approve")
    room.sari.sees("✅ R-1 Anda setujui", "✅ You approved R-1")
