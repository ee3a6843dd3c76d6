"""The measurements start and say what they promise, in numbers too small to mean anything; foreign libraries are left out."""

import json
from pathlib import Path

import pytest

from tests.bench.broadcast import __main__ as broadcast
from tests.bench.broadcast import ours, peers
from tests.bench.platform import platform
from tests.bench.results import busiest, share


async def test_broadcast(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with platform() as api:
        await ours.run(api.url, 12, f"sqlite+aiosqlite:///{tmp_path}/desk.db", tmp_path)
        assert api.told()["chats"] == 12
    run = {"messages": 12, **json.loads(capfd.readouterr().out)}
    assert broadcast.report({"ours_sqlite": run}) == {"ours_sqlite": 1.0}
    assert "every state" in capfd.readouterr().out
    assert peers.PEERS.keys() == {name for name in broadcast.CONTESTANTS if not name.startswith("ours")}


def test_the_figures_are_counted_rightly() -> None:
    assert busiest([0.0, 0.4, 0.9, 1.0, 1.3, 1.95, 2.5]) == 4
    assert busiest([]) == 0
    assert [share([3, 1, 2], part) for part in (0.0, 0.5, 0.95)] == [1, 2, 3]
