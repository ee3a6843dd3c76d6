"""A file that a platform does not have goes up once, however many get it."""

import pytest

from storage.tables import uploads
from tests.desk import Desk
from tests.releases import HEADLINE, TEXT, newsroom

pytestmark = pytest.mark.parametrize("setting", ["telegram", "whatsapp"], indirect=True)


async def test_it_goes_up_once_however_many_get_it(desk: Desk) -> None:
    assert desk.server
    readers, room = [await desk.journalist(f"Wartawan {each}") for each in range(5)], await newsroom(desk)
    await room.dina.says("buat rilis")
    await room.dina.says(TEXT)
    await room.dina.says("Foto: Rina Contoh", files=[desk.photo()])
    await room.dina.presses("Selesai")
    await room.dina.presses("Ajukan")
    await room.sari.presses("Setujui")
    async with desk.db() as db:
        await db.drop(uploads)  # as when another bot of the office took the photo in
    before = desk.server.state.uploads
    await room.dina.presses("Kirim sekarang")
    await room.dina.presses("Ya, kirim")
    assert desk.server.state.uploads == before + 1
    assert [HEADLINE in each.reads() for each in readers] == [True] * 5
