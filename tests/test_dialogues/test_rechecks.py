"""V8, S9: recognised links are looked at again; what cannot be opened is asked about neutrally, and what is back is back."""

from dataclasses import replace

from storage import rechecks
from storage.records import Access, LinkState
from tests.desk import Desk
from tests.links import Coverage, silenced, states
from tests.test_dialogues.test_checks import COPY, SITE, STORY, put, sent, visit, web
from tests.web.outlets import printed
from tests.web.web import InventedWeb

__all__ = ["visit", "web"]
OTHER = "kabarmisal.com"
PATH = "/2026/11/beras-untuk-banjir"
UNOPENED = ("tidak dapat kami buka sejak", "have not been able to open")


async def published(desk: Desk, web: InventedWeb) -> Coverage:
    """Rina's L-1 and Tono's L-2 are recognised by the rules, each on a site of its own."""
    all_of = await sent(desk)
    other = replace(COPY, site="Kabar Misal", paragraphs=(*STORY, "Redaksi kami memantau penyaluran di Desa Contoh Satu."))
    await all_of.pastes(all_of.rina, put(web, PATH.rpartition("/")[2]))
    await all_of.pastes(all_of.tono, web.publish(OTHER, "/read/beras-untuk-warga", printed("wordpress", other)))
    assert await states(all_of, 1, 2) == [LinkState.RECOGNISED, LinkState.RECOGNISED]
    for each in (all_of.rina, all_of.tono):
        await silenced(each)
    return all_of


def asked(web: InventedWeb) -> int:
    """How often Rina's article was asked for."""
    return sum(1 for each in web.asked if (each.host, each.path) == (SITE, PATH))


async def results(all_of: Coverage, number: int = 1) -> list[str]:
    """What each look at a link found."""
    link = await all_of.link(number)
    async with all_of.desk.db() as db:
        return [each.result for each in await rechecks.looks_at(db, link.id)]


async def access(all_of: Coverage, number: int = 1) -> Access:
    """How a link stands."""
    link = await all_of.link(number)
    async with all_of.desk.db() as db:
        held = await rechecks.of_link(db, link.id)
    assert held
    return held.state


async def test_what_is_gone_is_asked_about_once_and_is_back_without_a_word(desk: Desk, web: InventedWeb) -> None:
    all_of = await published(desk, web)
    await desk.off(days=1, hours=3)
    assert (asked(web), await results(all_of)) == (2, ["same"])
    await all_of.vera.says("L-1")
    all_of.vera.sees("Terakhir dicek ", "Last checked ")
    web.remove(SITE, PATH)
    await desk.off(days=6)
    await desk.off(hours=25)
    assert (await results(all_of), await access(all_of)) == (["same", "absent", "absent"], Access.FAILING)
    all_of.rina.silent()
    await desk.off(hours=25)
    all_of.rina.sees(f"⚠️ L-1 {UNOPENED[0]} 30 Nov 2026 (dicek 3×)", "open L-1 since 30 Nov 2026 (checked 3×)")
    all_of.rina.sees("Mungkin situs sedang gangguan. Mohon kabar bila pindah alamat. Bukti awal tersimpan;", "may be having")
    all_of.rina.sees_not("hapus", "delete")
    await all_of.rina.presses("Lihat riwayat", "See the steps")
    all_of.rina.sees("Mohon kabar bila pindah alamat", "tell us if the address has moved")
    await all_of.vera.says("status")
    all_of.vera.sees_not("tidak dapat diakses", "cannot be opened")
    await desk.off(days=8)
    assert (await access(all_of), await states(all_of, 1)) == (Access.AWAY, [LinkState.RECOGNISED])
    await all_of.vera.says("status")
    all_of.vera.sees("⚠️ 1 link yang diakui tidak dapat diakses: L-1", "⚠️ 1 recognised links cannot be opened: L-1")
    await all_of.vera.says("L-1")
    all_of.vera.sees("⚠️ Tidak dapat diakses sejak 30 Nov 2026.", "⚠️ Cannot be opened since 30 Nov 2026.")
    await silenced(all_of.rina)
    put(web, PATH.rpartition("/")[2])
    await desk.off(days=8)
    assert (await access(all_of), (await results(all_of))[-1]) == (Access.OPEN, "same")
    await all_of.vera.says("status")
    all_of.vera.sees_not("tidak dapat diakses", "cannot be opened")
    all_of.rina.silent()
    all_of.tono.silent()
