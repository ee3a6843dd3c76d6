"""Releases as dialogues need them: written, submitted, approved, sent."""

from storage import releases
from storage.records import Release, Role, Status
from tests.desk import Desk, Somebody

TEXT = """SIARAN PERS  Nomor: 480/231/DISKOMINFO/XI/2026
PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR
TELADAN – Pemerintah kabupaten menyalurkan beras kepada 312 kepala keluarga terdampak banjir, Minggu (22/11/2026).
"Stok cukup untuk dua pekan, kami utamakan lansia dan balita," ujar Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.
Warga, Siti Contoh (41), berharap jalan desa yang putus segera diperbaiki.
(Rilis Diskominfo/ab)   Narahubung: Humas, 0812-0000-0000"""
HEADLINE = "PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR"


class Newsroom:
    """A drafter and an approver of one desk."""

    def __init__(self, desk: Desk, dina: Somebody, sari: Somebody) -> None:
        self.desk = desk
        self.dina = dina
        self.sari = sari

    async def drafts(self, text: str = TEXT) -> None:
        """Dina writes a release, up to its draft card."""
        await self.dina.says("buat rilis", "new release")
        await self.dina.says(text)
        await self.dina.says("selesai", "done")

    async def submits(self, text: str = TEXT) -> None:
        """The same, and she submits it."""
        await self.drafts(text)
        await self.dina.presses("Ajukan", "Submit")

    async def approves(self, text: str = TEXT) -> None:
        """The same, and Sari approves it."""
        await self.submits(text)
        await self.sari.presses("Setujui", "Approve")

    async def sends(self, text: str = TEXT) -> None:
        """The same, and Dina sends it to everybody."""
        await self.approves(text)
        await self.dina.presses("Kirim sekarang", "Send now")
        await self.dina.presses("Ya, kirim", "Yes, send")

    async def sends_slowly(self, seconds: int = 60) -> None:
        """She sends it, and all but the first message wait a while, as with a thousand receivers."""
        await self.approves()
        await self.dina.presses("Kirim sekarang", "Send now")
        await self.dina.presses_to_many("Ya, kirim", "Yes, send", seconds=seconds)

    async def back_after(self, days: int) -> None:
        """Days later Dina and Sari are at work again, and have said a word to the desk."""
        await self.desk.later(days=days)
        for each in (self.dina, self.sari):
            await each.says("bantuan", "help")

    async def latest(self) -> Release:
        """The newest release of the office."""
        async with self.desk.db() as db:
            return (await releases.in_status(db, Status))[0]


async def newsroom(desk: Desk) -> Newsroom:
    """Dina drafts, Sari approves."""
    return Newsroom(desk, await desk.staff(Role.DRAFTER, "Dina Teladan"), await desk.staff(Role.APPROVER, "Sari Teladan"))
