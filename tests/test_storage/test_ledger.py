"""The ledger: every link is marked once however many mark it, steps are only added, and what was marked goes back as it was."""

from datetime import UTC, date, datetime, timedelta

from storage import ledger, ledger_rows, links, outlets, tables
from storage.database import OfficeDb
from storage.ledger import Paper, Scope
from storage.records import LinkId, LinkState, Medium, Person, Role, Stage
from storage.tables import ledger_steps
from tests.test_storage.conftest import NOW, Desk, together
from tests.test_storage.test_links import decided, received

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
NO_PAPER = Paper()
PAPER = Paper("SP2D", "0456/LS", date(2026, 11, 22))


def scope(month: date = NOVEMBER, **more: object) -> Scope:
    after = (month + timedelta(days=31)).replace(day=1)
    since, until = (datetime(each.year, each.month, 1, tzinfo=UTC) for each in (month, after))
    return Scope(month, since, until, **more)  # type: ignore[arg-type]  # the rest of a scope, by name


async def mark(db: OfficeDb, stage: Stage, by: Person, where: Scope, paper: Paper = NO_PAPER) -> tuple[int, int]:
    """A batch and the number of links it marked."""
    batch = await ledger.begin(db, stage, where.month, where.outlet_id, by, NOW, paper)
    return batch, await ledger.mark(db, batch, stage, where, paper)


async def recognised(desk: Desk, number: int = 3) -> tuple[Person, list[int]]:
    """So many recognised links, and who decided."""
    rina, vera = await desk.person(), await desk.person("Vera Teladan", Role.VERIFIER)
    found = [await received(desk, rina, f"suara.id/{each}") for each in range(number)]
    for link in found:
        await decided(desk, link, LinkState.RECOGNISED, vera)
    return vera, [link.id for link in found]


async def test_of_several_who_mark_at_once_one_does(desk: Desk, neighbour: Desk) -> None:
    vera, _ = await recognised(desk)
    await recognised(neighbour)

    async def marked(db: OfficeDb) -> int:
        return (await mark(db, Stage.RECAPPED, vera, scope()))[1]

    done = [each for each in await together(desk, *[marked] * 4) if isinstance(each, int)]
    assert sorted(done) == [0, 0, 0, 3]
    async with neighbour.db() as db:
        assert (await ledger.tally(db))[Stage.RECAPPED] == 0


async def test_each_stage_follows_another_and_steps_are_only_added(desk: Desk) -> None:
    vera, ids = await recognised(desk)
    async with desk.db() as db:
        assert (await mark(db, Stage.PAID, vera, scope()))[1] == 0
        first, _ = await mark(db, Stage.RECAPPED, vera, scope())
        assert (await mark(db, Stage.INVOICED, vera, scope(DECEMBER)))[1] == 0
        second, _ = await mark(db, Stage.INVOICED, vera, scope(ids=tuple(ids[:2])))
        third, number = await mark(db, Stage.PAID, vera, scope(), PAPER)
        assert number == 2
        assert await ledger.last_paper(db) == PAPER
        tally = await ledger.tally(db)
        assert (tally[Stage.RECAPPED], tally[Stage.INVOICED], tally[Stage.PAID]) == (3, 2, 2)
        before = await db.rows(db.of(ledger_steps).order_by(ledger_steps.c.id))
    async with desk.db() as db:
        for batch, links_back in ((second, 0), (third, 2), (third, 0), (second, 2), (first, 3), (first, 0)):
            held = await ledger.batch(db, batch)
            assert held
            assert await ledger.take_back(db, held, vera, NOW) == links_back
        assert set((await ledger.tally(db)).values()) == {0}
        assert (await db.rows(db.of(ledger_steps).order_by(ledger_steps.c.id)))[: len(before)] == before
        steps = await ledger.steps(db, LinkId(ids[0]))
        assert [(each.was, each.stage, bool(each.undoes)) for each in steps] == [
            (Stage.NONE, Stage.RECAPPED, False), (Stage.RECAPPED, Stage.INVOICED, False), (Stage.INVOICED, Stage.PAID, False),
            (Stage.PAID, Stage.INVOICED, True), (Stage.INVOICED, Stage.RECAPPED, True), (Stage.RECAPPED, Stage.NONE, True),
        ]  # fmt: skip
        assert (await mark(db, Stage.RECAPPED, vera, scope()))[1] == 3


async def test_a_later_decision_is_a_correction_and_what_comes_late_comes_with_the_next(desk: Desk) -> None:
    vera, ids = await recognised(desk)
    async with desk.db() as db:
        await mark(db, Stage.RECAPPED, vera, scope())
    async with desk.db() as db:
        wrong = await links.find(db, ids[0])
    assert wrong
    wrong = await decided(desk, wrong, LinkState.WITHDRAWN, vera)
    late = await received(desk, await desk.person(), "suara.id/late")
    await decided(desk, late, LinkState.RECOGNISED, vera)
    async with desk.db() as db:
        assert (await ledger.tally(db))[Stage.RECAPPED] == 3  # what is closed does not change by itself
        assert await ledger.left_out(db, Stage.INVOICED, scope()) == (wrong.number,)
        assert await ledger.recapped_months(db, DECEMBER, None) == (NOVEMBER,)
        december = scope(DECEMBER, late=((scope().since, scope().until),))
        batch, number = await mark(db, Stage.RECAPPED, vera, december)
        assert (number, await ledger.mark(db, batch, Stage.CORRECTED, december, Paper())) == (1, 1)
        found = await ledger_rows.changes(db, DECEMBER, december.since)
        assert [(each.number, each.stage) for each in found] == [(late.number, Stage.RECAPPED), (wrong.number, Stage.CORRECTED)]
        held = await ledger.batch(db, batch)
        assert held
        assert await ledger.take_back(db, held, vera, NOW) == 2
        assert await ledger.recapped_months(db, date(2027, 1, 1), None) == (NOVEMBER,)
        assert (await ledger.count(db, Stage.CORRECTED, scope())).links == 1
    await decided(desk, wrong, LinkState.RECOGNISED, vera)  # and it counts again, as it stood
    async with desk.db() as db:
        assert (await ledger.count(db, Stage.INVOICED, scope())).links == 3


async def test_a_recap_may_be_of_one_outlet(desk: Desk) -> None:
    vera, ids = await recognised(desk)
    async with desk.db() as db:
        outlet = await outlets.add(db, "Suara Contoh", Medium.ONLINE, NOW, confirmed=True)
        await db.change(tables.links, tables.links.c.id == ids[0], outlet_id=outlet.id)
        assert (await mark(db, Stage.RECAPPED, vera, scope(outlet_id=outlet.id)))[1] == 1
        assert await ledger.recapped_months(db, DECEMBER, None) == ()
        assert await ledger.recapped_months(db, DECEMBER, outlet.id) == (NOVEMBER,)
        assert (await ledger.count(db, Stage.RECAPPED, scope())).links == 2
