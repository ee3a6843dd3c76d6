"""H16 and V7: what a group's export says of a moment is kept beside ours, and only ever brings a person to look."""

from datetime import timedelta

from bot.visiting import Visiting
from storage import verdicts
from storage.records import LinkState
from tests.desk import Desk
from tests.links import states
from tests.test_dialogues.test_checks import ONE, put, sent
from tests.test_dialogues.test_groups import RECORD, export
from tests.web.visits import visit, web
from tests.web.web import InventedWeb

__all__ = ["visit", "web"]


@ONE
async def test_late_by_our_proof_and_in_time_by_the_groups_is_for_a_person(desk: Desk, web: InventedWeb, visit: Visiting) -> None:
    all_of = await sent(desk)
    first, second = put(web, "beras-untuk-korban-banjir"), put(web, "beras-tiba-di-desa")
    early = export(desk, first)
    await all_of.vera.says(files=[early])
    await all_of.vera.presses(*RECORD)
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    late = export(desk, second)
    await desk.later(days=3)
    await all_of.vera.says(files=[late])
    await all_of.vera.presses(*RECORD)
    assert await states(all_of, 2) == [LinkState.RECEIVED]
    link = await all_of.link(2)
    async with desk.db() as db:
        kept = await verdicts.of_link(db, link.id)
    assert kept
    assert kept.measured["posted"] < kept.measured["until"] < kept.measured["sent"]
    assert link.received_at > desk.now - timedelta(minutes=1)
