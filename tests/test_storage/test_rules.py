"""Rules as dated data: versions that hold from a day on, none lost between two who change them at once."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from storage import links, rules
from storage.records import Counted, LinkState, Medium, OutletId, Role, Rules
from storage.tables import link_steps, outlets
from tests.test_storage.conftest import NOW, Desk, together

DECEMBER = date(2026, 12, 1)


async def changed(desk: Desk, since: date = DECEMBER, **values: Any) -> Rules:
    """Another version on top of the newest."""
    ani = await desk.person("Ani Teladan", Role.ADMIN)
    async with desk.db() as db:
        base = (await rules.versions(db))[-1]
        made = await rules.add(db, base, replace(base, since=since, reference="Perbup 1/2026", **values), ani, NOW)
    assert made
    return made


async def test_an_office_starts_with_the_shipped_rules_and_its_own_quiet_hours(desk: Desk) -> None:
    async with desk.db() as db:
        start = await rules.in_force(db, NOW)
    assert (start.version, start.days(Medium.ONLINE), start.days(Medium.PRINT)) == (1, 2, 7)
    assert (start.days(Medium.RADIO), start.days(Medium.TV)) == (10, 7)
    assert (start.quiet_from, start.quiet_until) == ("21:00", "05:30")


async def test_a_version_holds_from_its_first_day_at_the_office(desk: Desk) -> None:
    made = await changed(desk, days_online=3)
    async with desk.db() as db:
        found = {at: (await rules.in_force(db, at)).version for at in (NOW, NOW + timedelta(days=7), NOW + timedelta(days=8))}
        midnight = (await rules.in_force(db, NOW.replace(day=30, hour=17))).version  # 1 December in Jakarta
    assert list(found.values()) == [1, 1, 2]
    assert midnight == made.version == 2


async def test_a_version_keeps_what_the_one_before_it_changed(desk: Desk) -> None:
    await changed(desk, days_online=3)
    newest = await changed(desk, quota=10)
    assert (newest.version, newest.days_online, newest.quota, newest.reference) == (3, 3, 10, "Perbup 1/2026")


async def test_two_who_change_at_once_do_not_undo_each_other(desk: Desk) -> None:
    ani = await desk.person("Ani Teladan", Role.ADMIN)
    async with desk.db() as db:
        base = await rules.in_force(db, NOW)
    longer, fewer = replace(base, since=DECEMBER, days_tv=9), replace(base, since=DECEMBER, quota=10)
    made = await together(
        desk, lambda db: rules.add(db, base, longer, ani, NOW), lambda db: rules.add(db, base, fewer, ani, NOW)
    )  # fmt: skip
    assert sorted(each is None for each in made) == [False, True]


async def test_only_what_has_not_begun_is_taken_back_and_its_number_is_not_given_again(desk: Desk) -> None:
    made = await changed(desk, quota=10)
    async with desk.db() as db:
        assert not await rules.withdraw(db, made.version, NOW + timedelta(days=8))
        assert await rules.withdraw(db, made.version, NOW)
        assert not await rules.withdraw(db, made.version, NOW)
        assert [each.version for each in await rules.versions(db)] == [1]
    assert (await changed(desk, quota=5)).version == 3


async def test_a_decision_names_the_version_it_was_made_under(desk: Desk) -> None:
    rina, vera = await desk.person(), await desk.person("Vera Teladan", Role.VERIFIER)
    await changed(desk, days_online=3)
    async with desk.db() as db:
        first = await links.add(db, rina, "one", NOW, typed="", address="")
        second = await links.add(db, rina, "two", NOW, typed="", address="")
        assert first
        assert second
        await links.move(db, first, LinkState.RECOGNISED, vera, NOW)
        await links.move(db, second, LinkState.RECOGNISED, vera, NOW + timedelta(days=10))
        kept = [row.rules_version for row in await db.rows(db.of(link_steps).order_by(link_steps.c.id))]
        assert [each.rules_version for each in await links.steps(db, second)] == [None, 2]
    assert kept == [None, None, 1, 2]


async def test_links_are_counted_by_their_outlets_medium(desk: Desk) -> None:
    rina = await desk.person()
    async with desk.db() as db:
        outlet = await db.add(outlets, name="Suara Contoh", name_key="suara contoh", medium=Medium.TV, created_at=NOW)
        await links.add(db, rina, "one", NOW, typed="", address="", outlet_id=outlet)
        await links.add(db, rina, "nobody's", NOW, typed="", address="")
        assert await links.counted_since(db, NOW) == (Counted(OutletId(outlet), Medium.TV, NOW, None, LinkState.RECEIVED),)
        assert await links.counted_since(db, NOW + timedelta(seconds=1)) == ()
