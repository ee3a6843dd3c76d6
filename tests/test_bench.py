"""The measurements start and say what they promise, in numbers too small to mean anything; foreign libraries are left out."""

import json
from pathlib import Path

import pytest

from tests.bench import audience, forged, intake, kill, kill_in, links, paced, scale, storm, strings
from tests.bench.broadcast import __main__ as broadcast
from tests.bench.broadcast import ours, peers
from tests.bench.platform import platform
from tests.bench.results import busiest, share


async def test_broadcast(capfd: pytest.CaptureFixture[str]) -> None:
    with platform() as api:
        await ours.run(api.url, 12)
        assert api.told()["chats"] == 12
    run = {"messages": 12, **json.loads(capfd.readouterr().out)}
    assert broadcast.report({"ours_sqlite": run}) == {"ours_sqlite": 1.0}
    assert "every state" in capfd.readouterr().out
    assert peers.PEERS.keys() == {name for name in broadcast.CONTESTANTS if not name.startswith("ours")}


async def test_paced() -> None:
    run = await paced.measure(200, 0.1)
    assert not run["lost"]
    assert paced.report([[run | {"below": 0.01, "busiest_second": 200}]])
    assert not paced.report([[run | {"busiest_second": 201}]])


async def test_storm() -> None:
    run = await storm.measure(20, 0.2, 0.2)
    assert (run["messages"], run["lost"], run["twice"]) == (10, 0, 0)
    assert not storm.wrong(run | {"times": 1.1, "reply_p95": 0.1, "in_a_halt": 0})
    assert storm.wrong(run | {"in_a_halt": 1})
    assert storm.in_a_halt([0.0, 0.6, 0.9, 2.0], [0.5, 0.62]) == 1


def test_kill(tmp_path: Path) -> None:
    run = kill.measure(kill.SETTINGS["sqlite"], f"sqlite+aiosqlite:///{tmp_path}/desk.db", messages=10, kills=0, seed=1)
    assert (run["messages"], run["lost"], run["unfinished"]) == (10, 0, 0)
    assert not kill.wrong(run)
    assert kill.wrong(run | {"twice": 1})


def test_kill_in(tmp_path: Path) -> None:
    run = kill_in.measure(f"sqlite+aiosqlite:///{tmp_path}/desk.db", events=5, kills=0, seed=1)
    assert (run["lost"], run["answers_each"]) == (0, 1)
    assert not kill_in.wrong(run)


def test_intake(tmp_path: Path) -> None:
    assert intake.measure("", events=5, connections=2)["per_second"] > 0
    run = intake.measure(f"sqlite+aiosqlite:///{tmp_path}/desk.db", events=5, connections=2)
    assert (run["events"], run["lost"]) == (5, 0)


def test_audience(tmp_path: Path) -> None:
    run = audience.measure(f"sqlite+aiosqlite:///{tmp_path}/desk.db", recipients=5)
    assert (run["recipients"], run["lost"], run["twice"]) == (5, 0, 0)


def test_links() -> None:
    run = {"links": 5, "missing": 0, "recognised": 5, "seconds": 20.0, "cpu_ms": 9.0, "reading_ms": 6.0}
    run |= {"receipt_p50": 8.0, "receipt_p95": 9.0, "verdict_p50": 11.0, "verdict_p95": 14.0}
    assert links.report({"at once": [run], "every 2 s": [run]})
    assert not links.report({"every 2 s": [run | {"verdict_p95": 61.0}]})
    assert not links.report({"at once": [run | {"missing": 1}]})


COMMANDS = [broadcast, paced, storm, kill, kill_in, intake, scale, audience, links, forged, strings]


def test_each_is_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    for each in COMMANDS:
        with pytest.raises(SystemExit, match="0"):
            each.main(["--help"])
        name = each.__name__.removesuffix(".__main__")
        assert f"python -m {name} " in (each.__doc__ or "")
        assert f"usage: python -m {name} " in capsys.readouterr().out


def test_the_figures_are_counted_rightly() -> None:
    assert busiest([0.0, 0.4, 0.9, 1.0, 1.3, 1.95, 2.5]) == 4
    assert busiest([]) == 0
    assert [share([3, 1, 2], part) for part in (0.0, 0.5, 0.95)] == [1, 2, 3]
