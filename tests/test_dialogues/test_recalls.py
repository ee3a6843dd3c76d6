"""H7: a release is taken back: who waits for it does not get it, who holds it is told; four eyes where they are the rule."""

from dataclasses import replace

import pytest

from storage import people, rules, tables
from storage.records import Role, Standing, Status
from tests.applicants import waits
from tests.desk import EVERYWHERE, Desk
from tests.links import coverage, silenced
from tests.releases import Newsroom, newsroom

WHY = "Datanya belum dipastikan BPBD"
YES = ("Ya, tarik", "Yes, take it back")


async def asks(room: Newsroom) -> None:
    """Dina asks that R-1 be taken back."""
    await room.dina.says("tarik R-1", "recall R-1")
    await room.dina.says("ya", "yes")
    room.dina.sees("alasannya dalam beberapa kata", "reason in a few words")
    await room.dina.says(WHY)


@EVERYWHERE
async def test_what_waits_is_cancelled_and_who_holds_it_is_told(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    await room.drafts()
    await room.dina.says("tarik R-1", "recall R-1")
    room.dina.sees("masih draf", "still a draft")
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses_to_many("Ya, kirim", "Yes, send")
    rina.sees("312 KK")
    await asks(room)
    room.dina.sees(f"dengan alasan: {WHY}?", f"with this reason: {WHY}?")
    await room.dina.says("bantuan", "help")
    read = rina.button("Naskah lengkap", "Full text")
    await silenced(rina)
    yes = room.dina.button(*YES)
    await room.dina.presses_token(yes)
    room.dina.sees("1 pesan dibatalkan, 1 orang diberi tahu", "1 messages cancelled, 1 people told")
    rina.sees("⚠️ R-1 ditarik oleh Humas Kab. Teladan", "⚠️ R-1 was taken back by Humas Kab. Teladan")
    rina.sees(f"Alasan: {WHY}.", f"Reason: {WHY}.")
    rina.has_no_button("Naskah lengkap", "Full text")  # what was sent says so itself, where it can be changed
    await room.dina.presses_token(yes)
    room.dina.sees("sudah ditarik", "was taken back")
    await desk.later(minutes=2)
    andi.silent()
    await andi.says("R-1")
    andi.sees("R-1 ditarik", "R-1 was taken back")
    await andi.says("rilis beras", "release beras")
    andi.sees_not("312 KK")
    await rina.presses_token(read)
    rina.sees("R-1 ditarik", "R-1 was taken back")
    rina.sees_not("kepala keluarga")
    await room.dina.says("ralat R-1", "correct R-1")
    room.dina.sees("sudah ditarik", "was taken back")


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_where_four_eyes_are_the_rule_a_second_person_agrees(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    dina = await room.dina.record()
    async with desk.db() as db:
        held = await rules.in_force(db, desk.now)
        await rules.add(db, held, replace(held, four_eyes=1, since=desk.now.date()), dina, desk.now)
    await room.sends_slowly()
    await asks(room)
    await room.dina.presses(*YES)
    room.dina.sees("menunggu orang kedua: Sari Teladan", "waits for a second person: Sari Teladan")
    await room.dina.says("lanjutkan R-1", "continue R-1")
    room.dina.sees("belum diputuskan", "nobody has decided")
    await room.sari.says("persetujuan", "approvals")
    await room.sari.presses("Tarik R-1", "Take back R-1")
    room.sari.sees(WHY)
    agree = room.sari.button("Setujui penarikan", "Agree to take back")
    await room.dina.presses_token(agree)
    rina.sees_not("ditarik", "taken back")
    await desk.later(minutes=2)
    andi.silent()  # nothing more goes out meanwhile
    await room.sari.presses("Jangan tarik", "Do not take it back")
    room.dina.sees("tidak jadi ditarik", "is not taken back")
    await room.sari.presses_token(agree)
    assert (await room.latest()).status is Status.PAUSED
    await asks(room)
    await room.dina.presses(*YES)
    await room.sari.presses("Setujui penarikan", "Agree to take back")
    room.dina.sees("R-1 ditarik oleh Sari", "R-1 was taken back by Sari")
    rina.sees("R-1 ditarik", "R-1 was taken back")
    vera, budi = await desk.staff(Role.VERIFIER, "Vera Teladan"), await waits(desk)  # who comes late gets nothing of it
    await vera.says("pendaftar")
    await vera.presses("Budi")
    await vera.presses("Terima")
    budi.sees("Selamat bergabung")
    await desk.later(minutes=2)
    assert "R-1" not in budi.reads()


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_owners_are_told_of_their_articles_and_nobody_who_left_is(desk: Desk) -> None:
    all_of, budi = await coverage(desk), await desk.stranger()
    room = await newsroom(desk)
    await room.sends()
    await all_of.received()
    await all_of.vera.says("akui L-1", "recognise L-1")
    await budi.says("R-1")  # the link of the group: he wants to read it
    tono, release = await all_of.tono.record(), await room.latest()
    async with desk.db() as db:
        await db.change(tables.links, release_id=release.id)
        await db.change(tables.links, tables.links.c.number == 2, person_id=tono.id)
    await all_of.tono.says("berhenti", "leave")
    await all_of.tono.says("ya", "yes")
    await room.dina.says("ralat R-1 312 KK -> 321 KK", "correct R-1 312 KK -> 321 KK")
    await room.dina.says("sumber: BPBD", "source: BPBD")
    await room.dina.presses("Ajukan ralat", "Submit the correction")
    approve = room.sari.button("Setujui & kirim", "Approve & send")
    await silenced(all_of.rina)
    await asks(room)
    await room.dina.presses(*YES)
    room.dina.sees("1 orang diberi tahu", "1 people told")
    all_of.rina.sees("⚠️ R-1 ditarik", "⚠️ R-1 was taken back")
    all_of.rina.sees("Tulisan Anda yang terkait: L-1", "Your related articles: L-1")
    all_of.rina.sees_not("hapus", "delete")
    all_of.tono.sees_not("ditarik", "taken back")
    await room.sari.presses_token(approve)  # of what is taken back nothing is corrected
    room.sari.sees("sudah ditarik", "was taken back")
    await room.sari.says("persetujuan", "approvals")
    room.sari.sees_not("Ralat R-1", "Correction R-1")
    person = await budi.record()
    async with desk.db() as db:
        await people.change(db, person.id, role=Role.JOURNALIST, standing=Standing.ACTIVE)
    await desk.later(seconds=2)
    budi.sees("R-1 ditarik", "R-1 was taken back")
    budi.sees_not("Naskah lengkap", "Full text")
