"""Rules as dialogues change them: by default, links of sites count three days from 1 December on."""

from tests.desk import Somebody

Both = tuple[str, str]
"""Words in Indonesian and English."""

ONLINE: Both = ("Batas link media siber", "Deadline for online links")
REFERENCE = "Perbup Contoh 12/2026 Pasal 7"
DECEMBER: Both = ("1 Desember 2026", "1 December 2026")


async def wants(ani: Somebody, value: str, field: Both = ONLINE) -> None:
    """Up to the new value."""
    await ani.says("ubah aturan", "change rules")
    await ani.presses(*field)
    await ani.says(value)


async def proposes(ani: Somebody, value: str = "3 hari", field: Both = ONLINE, since: Both = DECEMBER) -> None:
    """Up to the preview."""
    await wants(ani, value, field)
    await ani.says(REFERENCE)
    await ani.says(*since)


async def changes(ani: Somebody, value: str = "3 hari", field: Both = ONLINE, since: Both = DECEMBER) -> None:
    """All of it."""
    await proposes(ani, value, field, since)
    await ani.presses("Ya", "Yes")
