"""Faults of whole processes, on real ones: a database server that is stopped in the middle, a desk that stands still.

Each takes a while by its nature, and little work.
"""

import time
from collections.abc import Iterator

import pytest
import uvloop

from bot.app import Duty
from tests.bench.desk import Orders
from tests.bench.fleet import fleet, until
from tests.bench.kill import Ledger, prepare, wrong
from tests.bench.platform import platform
from tests.postgres import SETTINGS, Cluster, Unavailable, cluster

MESSAGES = 600
RATE = 60  # a second
KEPT = {"synchronous_commit": "on"}  # what was committed outlives the server


@pytest.fixture
def server(postgres: Cluster) -> Iterator[Cluster]:
    """A PostgreSQL of its own, which may be stopped; `postgres` says what is to be done where there is none."""
    try:
        with cluster(settings=SETTINGS | KEPT) as found:
            yield found
    except Unavailable as reason:
        pytest.fail(str(reason))


def orders(url: str, api: str) -> Orders:
    return Orders(url, api, time.time(), RATE, shares=True, duties=frozenset({Duty.LANES}))


def test_a_postgresql_that_is_stopped_five_times_under_load_loses_nothing(server: Cluster) -> None:
    with server.database() as url, platform(latency=0.05) as api:
        uvloop.run(prepare(url, MESSAGES, 1))
        with fleet(orders(url, api.url), 1, seed=1) as desks:
            desks.until_ready()
            for stop in range(1, 6):
                assert until(lambda share=stop: api.taken() >= MESSAGES * share // 7)  # type: ignore[misc]  # bound at once
                server.restart()
            ledger = Ledger(url)
            assert until(ledger.finished), "it goes on by itself"
            desks.stop()
        found = ledger.judged(api.chats())
    assert found["messages"] == MESSAGES
    assert not wrong({**found, "under_way": found["said_again"] + found["unsure"]}), found


def test_a_desk_that_stood_still_for_half_a_minute_changes_nothing_when_it_wakes(server: Cluster) -> None:
    with server.database() as url, platform(latency=0.05) as api:
        uvloop.run(prepare(url, MESSAGES, 1))
        with fleet(orders(url, api.url), 1, seed=1) as desks:
            desks.until_ready()
            assert until(lambda: api.taken() >= MESSAGES // 5)
            desks.add_one()
            desks.until_ready()
            ledger = Ledger(url)
            desks[0].freeze(30.0, lambda: until(ledger.finished, 30.0))
            assert ledger.finished(), "the other went on while it stood still"
            taken = api.taken()
            time.sleep(3.0)  # what it would say now, it would say at once
            assert api.taken() == taken
            desks.stop()
        found = ledger.judged(api.chats())
    assert not wrong({**found, "under_way": found["said_again"] + found["unsure"]}), found
