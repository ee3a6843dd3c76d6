"""The audit: every deed in its own transaction, chained as it is committed, and any later change shows."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from storage import audit
from storage.tables import audit as rows
from tests.test_storage.conftest import NOW, Desk, until_blocked

EXCHANGE = "UPDATE audit SET deed = CASE deed WHEN 'submit' THEN 'approve' ELSE 'submit' END WHERE deed IN ('submit', 'approve')"
INSERT = (  # with a place of its own, and the next one moved on
    "UPDATE audit SET place = 4 WHERE deed = 'approve'; "
    "INSERT INTO audit (office_id, at, actor_id, deed, object, facts, seal, place)"
    " SELECT office_id, at, 0, 'invented', object, facts, 'abcd', 3 FROM audit WHERE deed = 'submit'"
)


async def note(desk: Desk, *deeds: str) -> None:
    async with desk.db() as db:
        for deed in deeds:
            await audit.note(db, None, deed, "release:1", NOW, {"é": [1, None]})


async def seal(desk: Desk, limit: int = 500) -> int:
    async with desk.db() as db:
        return await audit.seal(db, limit)


async def broken(desk: Desk) -> int | None:
    async with desk.db() as db:
        return await audit.first_broken(db)


async def places(desk: Desk) -> list[tuple[str, int]]:
    async with desk.db() as db:
        return [(row.deed, row.place) for row in await db.rows(db.of(rows).order_by(rows.c.place))]


async def test_deeds_are_chained_and_the_chain_holds(desk: Desk, neighbour: Desk) -> None:
    await note(neighbour, "draft")
    await note(desk, "draft", "submit")
    assert [await seal(desk), await seal(desk)] == [2, 0]
    await note(desk, "approve", "launch", "close")
    await note(neighbour, "submit")
    assert [await seal(desk, 2), await seal(desk, 2), await seal(neighbour)] == [2, 1, 2]
    assert await places(desk) == [("draft", 1), ("submit", 2), ("approve", 3), ("launch", 4), ("close", 5)]
    assert (await broken(desk), await broken(neighbour)) == (None, None)


async def test_there_is_work_only_while_something_is_unsealed(desk: Desk, neighbour: Desk) -> None:
    await note(neighbour, "draft")
    seen = []
    for step in (lambda: asyncio.sleep(0), lambda: note(desk, "draft"), lambda: seal(desk)):
        await step()
        async with desk.db() as db:
            seen.append(await audit.unsealed(db))
    assert seen == [False, True, False]


@pytest.mark.parametrize(
    ("damage", "at"),
    [
        ("UPDATE audit SET actor_id = 7 WHERE deed = 'submit'", "submit"),
        ("UPDATE audit SET deed = 'refuse' WHERE deed = 'approve'", "refuse"),
        ("UPDATE audit SET object = 'release:2' WHERE deed = 'draft'", "draft"),
        ("UPDATE audit SET facts = '{}' WHERE deed = 'submit'", "submit"),
        ("UPDATE audit SET at = '2026-11-22 01:00:00+00:00' WHERE deed = 'submit'", "submit"),
        ("UPDATE audit SET seal = 'ffff' WHERE deed = 'submit'", "submit"),
        ("UPDATE audit SET seal = '', place = NULL WHERE deed = 'submit'", "approve"),  # it would be sealed anew
        ("DELETE FROM audit WHERE deed = 'submit'", "approve"),
        ("UPDATE audit SET place = 9 WHERE deed = 'draft'", "submit"),
        ("UPDATE audit SET place = 23 WHERE deed = 'submit'", "approve"),
        (EXCHANGE, "approve"),  # the first of the two that bears the other's words
        (INSERT, "invented"),
    ],
)
async def test_what_was_changed_by_hand_is_found(desk: Desk, neighbour: Desk, damage: str, at: str) -> None:
    await note(desk, "draft", "submit", "approve")
    await note(neighbour, "invite")
    assert [await seal(desk), await seal(neighbour), await broken(desk)] == [3, 1, None]
    async with desk.database.write() as every:
        for each in damage.split("; "):
            await every.run(text(each.replace("+00:00", "") if every.dialect == "sqlite" else each))
    found = await broken(desk)
    async with desk.db() as db:
        assert await db.value(db.of(rows, rows.c.deed).where(rows.c.id == found)) == at
    assert await broken(neighbour) is None
    await seal(desk)
    assert await broken(desk) == found, "sealing again mends nothing"


async def test_rows_taken_from_the_end_are_missed_also_when_others_follow(desk: Desk) -> None:
    await note(desk, "draft", "submit", "approve")
    await seal(desk)
    async with desk.db() as db:
        whole = await audit.examine(db)
        await db.drop(rows, rows.c.deed == "approve")
        cut = await audit.examine(db)
        stands = await audit.stands(db, whole.head[:16])
    assert (whole.sealed, whole.broken, whole.cut, cut.broken, cut.cut, stands) == (3, None, 0, None, 1, None)
    await note(desk, "close")
    await seal(desk)
    async with desk.db() as db:
        found = (await audit.examine(db)).broken
        assert found
        assert (found.deed, found.missing, await audit.stands(db, cut.head)) == ("close", True, NOW)
        assert str(found).endswith("rows were taken out, put in or moved")


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)  # SQLite has one writer: what began first is committed first
async def test_a_deed_that_is_committed_late_stands_behind_those_that_were_there(desk: Desk) -> None:
    async with desk.db() as slow:
        await audit.note(slow, None, "slow", "release:1", NOW)
        await note(desk, "quick")
        assert await seal(desk) == 1
    await note(desk, "last")
    assert await seal(desk) == 2
    assert await places(desk) == [("quick", 1), ("slow", 2), ("last", 3)]
    assert await broken(desk) is None


async def test_of_two_sealers_one_works_and_the_other_finds_it_done(desk: Desk) -> None:
    await note(desk, "draft", "submit")
    async with desk.db() as db:
        assert await audit.seal(db) == 2
        rival = asyncio.create_task(seal(desk))
        await until_blocked(desk.database)
    assert (await rival, await places(desk)) == (0, [("draft", 1), ("submit", 2)])


async def test_many_deeds_and_many_sealers_at_once_make_one_chain(desk: Desk) -> None:
    await asyncio.gather(*(each for number in range(20) for each in (note(desk, f"deed {number}", "and more"), seal(desk))))
    await seal(desk)
    assert [place for _, place in await places(desk)] == list(range(1, 41))
    assert await broken(desk) is None


async def test_a_deed_that_is_undone_leaves_no_trace(desk: Desk) -> None:
    async def undone() -> None:
        async with desk.db() as db:
            await audit.note(db, None, "draft", "release:1", NOW)
            raise LookupError("in the middle")

    with pytest.raises(LookupError):
        await undone()
    await note(desk, "submit")
    assert (await seal(desk), await places(desk)) == (1, [("submit", 1)])


async def test_who_did_what_last_and_how_often(desk: Desk, neighbour: Desk) -> None:
    dina, sari = await desk.person("Dina"), await desk.person("Sari")
    for minutes, (actor, deed) in enumerate([(dina, "submit"), (sari, "return"), (dina, "submit"), (sari, "approve")]):
        async with desk.db() as db:
            await audit.note(db, actor, deed, "release:1", NOW + timedelta(minutes=minutes))
    await note(neighbour, "submit")
    async with desk.db() as db:
        assert await audit.latest(db, "release:1", ("submit", "return")) == (dina.id, "submit", NOW + timedelta(minutes=2))
        assert await audit.latest(db, "release:2", ("submit",)) is None
        assert await audit.times_since(db, dina, "submit", NOW - timedelta(minutes=1)) == 2
        assert await audit.times_since(db, dina, "submit", NOW) == 1
        assert await audit.times_since(db, sari, "submit", NOW) == 0
