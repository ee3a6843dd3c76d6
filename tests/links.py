"""Links as dialogues need them: journalists of two outlets, and what they paste."""

from dataclasses import dataclass

from storage import links
from storage.records import Link, LinkState, Role
from tests.desk import Desk, Somebody

SITE = "https://suaracontoh.id/2026/11"
OTHER_SITE = "https://kabarmisal.com/read"
RECOGNISE = ("Akui", "Recognise")
REFUSE = ("Tolak", "Refuse")
UNDO = ("Batalkan", "Undo")
SKIP = ("Lewati", "Skip")


def article(number: int = 1) -> str:
    """An article of Suara Contoh that is about no release."""
    return f"{SITE}/jalan-desa-dibuka-{number}"


@dataclass(frozen=True)
class Coverage:
    """Rina writes for Suara Contoh, Tono for Kabar Misal; Vera decides."""

    desk: Desk
    rina: Somebody
    tono: Somebody
    vera: Somebody

    async def pastes(self, who: Somebody, *words: str) -> None:
        """They paste links and wait for the answer."""
        await who.says(*words)
        await self.desk.later(seconds=8)

    async def received(self, number: int = 1) -> None:
        """Rina has pasted so many links at once, and has been answered."""
        await self.pastes(self.rina, "\n".join(article(each) for each in range(1, number + 1)))

    async def recognised(self) -> None:
        """Rina's link L-1 has been recognised by Vera."""
        await self.received()
        await self.vera.says("antrean", "queue")
        await self.vera.presses("Akui", "Recognise")

    async def link(self, number: int) -> Link:
        """A link of the office by its number."""
        async with self.desk.db() as db:
            found = await links.by_number(db, number)
        assert found
        return found

    async def count(self) -> int:
        """How many links the office has."""
        async with self.desk.db() as db:
            return sum((await links.tally(db)).values())


async def coverage(desk: Desk) -> Coverage:
    """The people who deal with links."""
    rina = await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",))
    tono = await desk.journalist("Tono Misal", outlet="Kabar Misal", hosts=("kabarmisal.com",))
    return Coverage(desk, rina, tono, await desk.staff(Role.VERIFIER, "Vera Teladan"))


async def opened(desk: Desk, number: int = 1) -> Coverage:
    """Rina has sent links, and Vera looks at the first."""
    all_of = await coverage(desk)
    await all_of.received(number)
    await all_of.vera.says("antrean", "queue")
    return all_of


async def states(all_of: Coverage, *numbers: int) -> list[LinkState]:
    """How links stand."""
    return [(await all_of.link(each)).state for each in numbers]


async def silenced(who: Somebody) -> None:
    """What came before is read."""
    await who.says("terima kasih", "thanks")
    who.silent()
