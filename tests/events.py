"""Invitations as dialogues need them: written, approved, sent."""

from collections.abc import Sequence

from storage import invitations
from storage.records import Invitation, InvitationStatus, Role
from tests.desk import Desk, Somebody

EVENT = (
    "Panen raya di Pendopoan Contoh -3.4012, 104.8312, Kamis 26/11 09.00",
    "Harvest at Pendopoan Contoh -3.4012, 104.8312, Thursday 26/11 09:00",
)


class Hosts:
    """A drafter and an approver of one desk."""

    def __init__(self, desk: Desk, dina: Somebody, sari: Somebody) -> None:
        self.desk = desk
        self.dina = dina
        self.sari = sari

    async def drafts(self, event: Sequence[str] = EVENT) -> None:
        """Dina makes an invitation, up to its preview."""
        await self.dina.says(f"buat undangan {event[0]}", f"new invitation {event[-1]}")
        await self.dina.says("batik")
        await self.dina.presses("Lewati", "Skip")
        await self.dina.says("Parkir di belakang, bawa kartu pers")

    async def approves(self, event: Sequence[str] = EVENT) -> None:
        """The same, and Sari approves it."""
        await self.drafts(event)
        await self.dina.presses("Ajukan", "Submit")
        await self.sari.presses("Setujui", "Approve")

    async def sends(self, event: Sequence[str] = EVENT) -> None:
        """The same, and Dina sends it to everybody."""
        await self.approves(event)
        await self.dina.presses("Kirim sekarang", "Send now")
        await self.dina.presses("Ya, kirim", "Yes, send")

    async def latest(self) -> Invitation:
        """The newest invitation of the office."""
        async with self.desk.db() as db:
            return max(await invitations.in_status(db, InvitationStatus), key=lambda each: each.number)


async def hosts(desk: Desk) -> Hosts:
    """Dina drafts, Sari approves."""
    return Hosts(desk, await desk.staff(Role.DRAFTER, "Dina Teladan"), await desk.staff(Role.APPROVER, "Sari Teladan"))
