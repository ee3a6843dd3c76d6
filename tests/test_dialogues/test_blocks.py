"""*blokir*: a reason, an end, a second person, an appeal that somebody else answers; releases are withheld from nobody."""

from datetime import timedelta

from storage import audit, outbox, people
from storage.records import Audience, Purpose, Role
from storage.tables import outbox as outbox_table
from tests.desk import EVERYWHERE, Desk, Somebody

PUBLIC = (Purpose.RELEASE, Purpose.URGENT, Purpose.NOTICE)  # with what concerns oneself
DEEDS = ("propose_block", "block", "appeal_block", "uphold_block", "end_block")


async def proposed(vera: Somebody) -> None:
    """For a month, with a reason, and sent to a second person."""
    await vera.says("blokir rina", "block rina")
    await vera.presses("30 hari", "30 days")
    await vera.says("Memotret ruang rapat tertutup tanpa izin")
    vera.sees("Ajukan blokir ini?", "Propose this block?")
    await vera.presses("Ya", "Yes")
    vera.sees("menunggu persetujuan orang kedua", "waits for a second person")


async def reached(desk: Desk, *, public: bool) -> int:
    async with desk.db() as db:
        return len(await db.rows(people.members(db, Audience((Role.JOURNALIST,), blocked=public))))


@EVERYWHERE
async def test_a_block_needs_two_and_an_appeal_a_third(desk: Desk) -> None:
    vera, dedi = await desk.staff(Role.VERIFIER, "Vera Teladan"), await desk.staff(Role.VERIFIER, "Dedi Teladan")
    rina = await desk.journalist("Rina Contoh")
    await rina.says("blokir Dedi", "block Dedi")  # the refusal
    rina.sees_not("Berapa lama", "For how long")
    await dedi.says("blokir", "block")
    dedi.sees("Tidak ada blokir", "No block")
    await proposed(vera)
    assert await reached(desk, public=False) == 1
    agree = dedi.button("Setujui", "Agree")
    await vera.says("blokir", "block")
    await vera.presses("B-1")
    await vera.presses("Setujui", "Agree")
    vera.sees("Anda ikut memutuskan B-1", "You had a part in B-1")
    await dedi.presses_token(agree)
    dedi.sees("B-1 · ⚠️ berlaku", "B-1 · ⚠️ in force")
    rina.sees("Memotret ruang rapat tertutup tanpa izin")
    rina.sees("Rabu 23 Des 2026", "Wednesday 23 Dec 2026")
    await dedi.presses_token(agree)  # the repeat
    dedi.sees("B-1 · ⚠️ berlaku", "B-1 · ⚠️ in force")
    assert (await reached(desk, public=False), await reached(desk, public=True)) == (0, 1)
    await appeals_and_is_heard(desk, vera, dedi, rina)


async def appeals_and_is_heard(desk: Desk, vera: Somebody, dedi: Somebody, rina: Somebody) -> None:
    nita = await desk.staff(Role.ADMIN, "Nita Teladan")
    await nita.says("B-1")
    nita.sees("B-1 · ⚠️ berlaku", "B-1 · ⚠️ in force")
    appeal = rina.button("Ajukan keberatan", "Appeal")
    await rina.presses_token(appeal)
    await rina.says("status")  # the interruption
    await rina.says("Saya memegang izin tertulis dari protokol")
    rina.sees("petugas yang tidak ikut memutuskan", "had no part in the decision")
    vera.sees_not("izin tertulis")
    dedi.sees_not("izin tertulis")
    nita.sees("izin tertulis dari protokol")
    await nita.presses("Tetap diblokir", "Keep blocked")
    await nita.says("Izin itu untuk lobi, bukan ruang rapat")
    rina.sees("Izin itu untuk lobi, bukan ruang rapat")
    await rina.presses_token(appeal)
    rina.sees("sudah kami terima sebelumnya", "have your appeal already")
    await desk.off(days=29, hours=23)
    await rina.says("terima kasih", "thanks")  # their talk is open
    await desk.off(hours=2)
    rina.sees("Masa blokir Anda", "Your block at")
    assert (await rina.record()).blocked_until is None
    assert await reached(desk, public=False) == 1
    async with desk.db() as db:
        noted = [await audit.times(db, "block:1", deed) for deed in DEEDS]
    assert noted == [1] * len(DEEDS)


async def waits_in_many_ways(desk: Desk, rina: Somebody) -> None:
    """Messages of many purposes wait for her, each alone."""
    found = await rina.record()
    async with desk.db() as db:
        for purpose in (Purpose.ANNOUNCEMENT, Purpose.INVITATION, *PUBLIC):
            later, about, chat = desk.now + timedelta(days=1), f"{purpose}:7", f"{rina.chat}-{purpose}"
            await outbox.post(db, found, desk.account.id, chat, "desk_stale", {}, later, purpose=purpose, subject=about)


async def only_what_is_public_waits(desk: Desk) -> None:
    async with desk.db() as db:
        states = {row.subject: row.state for row in await db.rows(db.of(outbox_table)) if row.subject.endswith(":7")}
    assert states == {
        "announcement:7": "cancelled",
        "invitation:7": "cancelled",
        **dict.fromkeys([f"{each}:7" for each in PUBLIC], "waiting"),
    }


async def test_a_block_is_lifted_dropped_or_forgotten(desk: Desk) -> None:
    vera, dedi = await desk.staff(Role.VERIFIER, "Vera Teladan"), await desk.staff(Role.ADMIN, "Dedi Teladan")
    rina = await desk.journalist("Rina Contoh")
    await vera.says("blokir siapa", "block whoever")
    vera.sees("Tidak ada wartawan bernama", "No journalist is called")
    await vera.says("blokir rina", "block rina")
    await vera.says("selamanya", "for ever")
    vera.sees("Lamanya belum kami pahami", "could not read that length")
    await vera.says("batal", "cancel")
    await proposed(vera)
    await dedi.presses("Tolak", "Refuse")
    vera.sees("tidak jadi", "not done")
    rina.silent()
    await proposed(vera)
    await waits_in_many_ways(desk, rina)
    await dedi.presses("Setujui", "Agree")
    await only_what_is_public_waits(desk)
    await rina.says("batal", "cancel")
    await vera.says("buka blokir B-2", "lift block B-2")
    rina.sees("sudah dibuka", "is lifted")
    await vera.says("buka blokir B-2", "lift block B-2")
    vera.sees("sudah selesai", "over")
    await proposed(vera)  # nobody decides: it falls with its term, without a word to anybody
    await desk.off(days=31)
    await vera.says("blokir", "block")
    vera.sees("Tidak ada blokir", "No block")
    rina.sees_not("Masa blokir", "is over")
    await appeal_is_granted(vera, dedi, rina, await desk.staff(Role.VERIFIER, "Nita Teladan"))


async def appeal_is_granted(vera: Somebody, dedi: Somebody, rina: Somebody, nita: Somebody) -> None:
    await proposed(vera)
    await dedi.presses("Setujui", "Agree")
    await rina.presses("Ajukan keberatan", "Appeal")
    await rina.says("Itu bukan saya")
    await nita.presses("Buka blokir", "Lift block")
    rina.sees("sudah dibuka", "is lifted")
