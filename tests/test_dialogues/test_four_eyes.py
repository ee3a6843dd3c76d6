"""H12: where the office wants it, what one person decides in the queue holds once a second has confirmed it."""

import pytest

from storage import appeals, audit, links
from storage.records import LinkState, PersonId, Role
from tests.desk import Desk, Somebody
from tests.links import RECOGNISE, REFUSE, Coverage, coverage, silenced, states
from tests.ruling import changes, proposes

ONE = pytest.mark.parametrize("setting", ["id"], indirect=True)
CONFIRM = ("Setujui: ", "Confirm: ")
BACK = ("Tarik usulan", "Take back proposal")


async def guarded(desk: Desk, number: int) -> tuple[Coverage, Somebody, Somebody]:
    """The office wants four eyes from today on; Rina's links wait, Vera and Vino decide, Ani rules."""
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    field = ("Keputusan link dipastikan dua petugas", "Decisions on links are confirmed")
    await proposes(ani, desk.pick(("ya", "yes")), field, ("hari ini", "today"))
    ani.sees("Baru satu petugas yang boleh memutuskan link", "Only one person may decide about links so far")
    await ani.presses("Ya", "Yes")
    all_of, vino = await coverage(desk), await desk.staff(Role.VERIFIER, "Vino Teladan")
    await all_of.received(number)
    await all_of.vera.says("antrean", "queue")
    return all_of, vino, ani


@pytest.mark.parametrize("setting", ["en", "telegram"], indirect=True)
async def test_a_decision_holds_once_a_second_person_agrees(desk: Desk) -> None:
    all_of, vino, _ = await guarded(desk, 2)
    await silenced(all_of.rina)
    await all_of.vera.presses(*RECOGNISE)
    all_of.vera.sees("Usulan untuk L-1 tersimpan: diakui", "Kept as a proposal for L-1: recognised")
    all_of.vera.sees("L-2 · dari Rina Contoh", "L-2 · from Rina Contoh")
    all_of.rina.silent()
    await desk.later(minutes=6)
    vino.sees("1 keputusan link menunggu persetujuan petugas kedua", "1 decision on a link waits for a second person")
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("5")
    all_of.vera.sees("Tidak ada link yang menunggu", "No link is waiting")
    all_of.vera.sees("2 usulan Anda menunggu petugas kedua", "2 of your proposals wait")
    await all_of.vera.says("L-1")
    all_of.vera.sees("Anda mengusulkan: diakui", "You propose: recognised")
    await vino.says("antrean", "queue")
    vino.sees("Vera Teladan mengusulkan: diakui", "Vera Teladan proposes: recognised")
    confirm = vino.button(*CONFIRM)
    await all_of.vera.presses_token(confirm)
    all_of.vera.sees("petugas lain yang menyetujui", "somebody else agrees")
    await vino.presses_token(confirm)
    vino.sees("✅ L-1 dari Rina Contoh diakui", "✅ L-1 from Rina Contoh is recognised")
    vino.sees("Vera Teladan mengusulkan: ditolak. Alasan: Bukan tentang", "Vera Teladan proposes: refused. Reason: Not about")
    await vino.presses_token(confirm)
    vino.sees("L-1 sudah diakui", "L-1 was recognised")
    await vino.presses(*CONFIRM)
    all_of.rina.sees(
        "❌ L-2 belum diakui. Alasan: Bukan tentang kegiatan", "❌ L-2 is not recognised. Reason: Not about the work"
    )
    assert await states(all_of, 1, 2) == [LinkState.RECOGNISED, LinkState.REFUSED]
    link = await all_of.link(2)
    async with desk.db() as db:
        about = await appeals.decision(db, link)
        deeds = [each for each in ("propose", "confirm") if await audit.latest(db, links.about(link), (each,))]
    both = {(await who.record()).id for who in (all_of.vera, vino)}
    assert (about and set(about.people), deeds) == (both, ["propose", "confirm"])


@ONE
async def test_of_two_who_disagree_neither_decides_and_a_third_answers_an_appeal(desk: Desk) -> None:
    all_of, vino, ani = await guarded(desk, 3)
    await all_of.vera.says("akui L-1 L-2")
    all_of.vera.sees("⏳ L-1 menunggu persetujuan petugas kedua")
    await vino.says("tolak L-1 isinya tidak menyebut kegiatan kantor")
    await vino.says("ya")
    vino.sees("Usulan untuk L-1 tersimpan: ditolak")
    await all_of.vera.says("antrean")
    all_of.vera.sees("Vino Teladan mengusulkan: ditolak. Alasan: isinya tidak menyebut kegiatan kantor")
    assert await states(all_of, 1, 2) == [LinkState.RECEIVED, LinkState.RECEIVED]
    await all_of.vera.presses(*CONFIRM)
    await all_of.rina.presses("Ajukan keberatan")
    await all_of.rina.says("Kegiatan kantor ada di alinea kedua")
    await silenced_news(vino, all_of.vera)
    await all_of.rina.presses("Kirim keberatan")
    ani.sees("mengajukan keberatan atas L-1")
    vino.silent()
    all_of.vera.silent()
    await all_of.vera.says("L-2")
    await all_of.vera.presses(*BACK)
    all_of.vera.sees("usulan untuk L-2 ditarik")
    await vino.says("L-2")
    vino.sees_not("mengusulkan")
    await all_of.rina.says("tarik L-3")
    await vino.says("akui L-3")
    await all_of.rina.says("ya")  # what its sender takes back needs nobody
    assert await states(all_of, 2, 3) == [LinkState.RECEIVED, LinkState.WITHDRAWN]


async def silenced_news(*people: Somebody) -> None:
    """What came before is read."""
    for each in people:
        await silenced(each)


@ONE
async def test_where_there_is_no_second_person_it_is_said_and_the_office_may_let_one_decide(desk: Desk) -> None:
    all_of, vino, ani = await guarded(desk, 2)
    await desk.remove(vino)
    await changes(ani, "ya", ("Bila hanya ada satu petugas", ""), ("besok", ""))
    await desk.remove(ani)
    await all_of.vera.says("akui L-1")
    all_of.vera.sees("Belum ada petugas lain yang boleh menyetujui")
    assert await states(all_of, 1) == [LinkState.RECEIVED]
    await desk.later(days=1)
    await all_of.vera.says("akui L-1")
    all_of.vera.sees("✅ L-1 dari Rina Contoh diakui")
    link, vera = await all_of.link(1), PersonId((await all_of.vera.record()).id)
    async with desk.db() as db:
        noted = await audit.latest(db, links.about(link), ("alone",))
    assert noted
    assert (noted[0], link.state) == (vera, LinkState.RECOGNISED)
