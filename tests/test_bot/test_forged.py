"""What somebody tries that they may not: a few hundred of the attempts of which tests/bench/forged.py makes ten thousand."""

import shutil
from pathlib import Path

from tests.bench.forged import report, run, tried
from tests.bench.forged_attempts import Attempt
from tests.bench.forged_world import Actor, snapshot, world
from tests.desk import Desk


async def _sees_changes(desk: Desk) -> None:
    """What is somebody's own to change counts as a change where it is said to be forbidden, and only there."""
    rina = await desk.journalist("Rina Lain")
    await rina.says("xyzzy")
    actor = Actor("journalist", rina, await rina.record())
    async with desk.app.database.read() as db:
        before = await snapshot(db, rina.chat)
    english = Attempt(actor, "command", "english", "of their office", says="/english")
    assert [each.split(":")[0] for each in await tried(desk, english, before)] == ["people", "people"]
    mine = Attempt(actor, "command", "english", "of their office", says="/english", own=True)
    assert await tried(desk, mine, before) == []


async def test_what_is_forged_changes_nothing_and_is_logged(tmp_path: Path, empty_database: Path) -> None:
    shutil.copy(empty_database, tmp_path / "desk.db")
    async with world(tmp_path) as desk:
        await _sees_changes(desk)
        found = await run(desk, 240)
        assert report(found), found["wrong"]
        assert {kind for kind, _ in found["counted"]} == {"button", "command", "step", "sandbox call"}
        assert found["attempts"] == 240
