"""A2, J9, V7: the deadline that a release names, the one in receipts and the one that is judged by are the same."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.records import LinkState, Medium
from tests.desk import MORNING, Desk
from tests.links import coverage, states
from tests.releases import HEADLINE, TEXT, newsroom
from tests.web.outlets import Piece, printed
from tests.web.visits import visit, web
from tests.web.web import InventedWeb

__all__ = ["visit", "web"]

LATER = Piece(HEADLINE.title(), tuple(TEXT.splitlines()[2:5]), MORNING + timedelta(days=3) - timedelta(hours=1))


@pytest.mark.parametrize("setting", ["id"], indirect=True)
async def test_each_medium_has_its_deadline_until_somebody_sets_one_for_all(desk: Desk, web: InventedWeb) -> None:
    all_of = await coverage(desk)
    pena = await desk.journalist("Pena Contoh", "Koran Contoh", hosts=["korancontoh.id"], medium=Medium.PRINT)
    room = await newsroom(desk)
    await room.sends()
    all_of.rina.sees("Link ditunggu sampai Rabu 25 Nov 2026 23.59 WIB. Ini untuk media siber")
    await desk.later(days=3)
    at = [web.publish("suaracontoh.id", f"/2026/11/beras-{each}", printed("wordpress", LATER)) for each in range(3)]
    paper = web.publish("korancontoh.id", "/2026/11/beras", printed("wordpress", replace(LATER, site="Koran Contoh")))
    await all_of.pastes(all_of.rina, at[0])
    all_of.rina.sees("batas 25/11 23.59")
    await all_of.pastes(pena, paper)
    pena.sees("Batas link R-1: 30/11 23.59")
    assert await states(all_of, 1, 2) == [LinkState.REFUSED, LinkState.RECOGNISED]
    await room.dina.says("batas link R-1")
    await room.dina.says("27/11 18.00")
    await all_of.pastes(all_of.rina, at[1])
    all_of.rina.sees("Batas link R-1: 27/11 18.00")
    await room.dina.says("batas link R-1")
    await room.dina.says("tanpa batas")
    await desk.later(days=2)
    await all_of.pastes(all_of.rina, at[2])
    assert await states(all_of, 3, 4) == [LinkState.RECOGNISED, LinkState.RECOGNISED]
    await room.dina.says("batas link R-1")
    await room.dina.says("biasa")
    room.dina.sees("sampai Rabu 25 Nov 2026 23.59 WIB")
