"""What the clock does happens once, however many clocks tick."""

import pytest

from storage import occurrences
from tests.test_storage.conftest import NOW, Desk, together


async def test_an_occurrence_is_claimed_once(desk: Desk, neighbour: Desk) -> None:
    claimed = await together(desk, *[lambda db: occurrences.first(db, "summary:2026-11-23", NOW, NOW)] * 5)
    assert sorted(map(bool, claimed)) == [False] * 4 + [True]
    async with neighbour.db() as db:
        assert not await occurrences.happened(db, "summary:2026-11-23")
        assert await occurrences.first(db, "summary:2026-11-23", NOW, NOW)
    async with desk.db() as db:
        assert await occurrences.happened(db, "summary:2026-11-23")
        assert not await occurrences.happened(db, "summary:2026-11-24")


async def test_what_fails_in_its_middle_may_happen_again(desk: Desk) -> None:
    async def fail() -> None:
        async with desk.db() as db:
            assert await occurrences.first(db, "launch:1", NOW, NOW)
            raise RuntimeError("the machine stopped")

    with pytest.raises(RuntimeError):
        await fail()
    async with desk.db() as db:
        assert await occurrences.first(db, "launch:1", NOW, NOW)
