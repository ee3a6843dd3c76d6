"""People who register: how far they get before a dialogue begins."""

from tests.desk import Desk, Somebody


async def registers(budi: Somebody, name: str = "Budi Contoh", outlet: str = "Kabar Teladan", *, begun: bool = False) -> None:
    """Everything up to the summary, with an outlet that is new; `begun` where the notice stands in the chat already."""
    if not begun:
        await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    await budi.says(name)
    await budi.says(outlet)
    await budi.presses("Media saya tidak ada", "My outlet is not listed")
    await budi.presses("Ya", "Yes")
    await budi.presses("media siber", "online")
    await budi.presses("Lewati", "Skip")
    await budi.presses("Fotografer", "Photographer")
    await budi.says("Kecamatan Contoh")


async def waits(desk: Desk, name: str = "Budi Contoh", outlet: str = "Kabar Teladan") -> Somebody:
    """Somebody whose registration staff have not looked at yet."""
    budi = await desk.stranger(name)
    await registers(budi, name, outlet)
    await budi.presses("Kirim", "Send")
    return budi
