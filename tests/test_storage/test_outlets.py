"""The register of outlets: one name one outlet, hosts with their days, and a merge that leaves nothing behind."""

import asyncio
from datetime import date

import pytest

from storage import links, outlets, people
from storage.records import Medium, OutletId
from tests.test_storage.conftest import NOW, Desk, together, until_blocked

JAN, JUN, JUL, DEC = date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31)


async def add(desk: Desk, name: str, medium: Medium = Medium.ONLINE, *hosts: str) -> OutletId:
    async with desk.db() as db:
        outlet = await outlets.add(db, name, medium, NOW, confirmed=True)
        for host, _, path in (each.partition("/") for each in hosts):
            await outlets.add_host(db, outlet.id, host, f"/{path}" if path else "")
    return outlet.id


@pytest.mark.parametrize(
    ("one", "same"),
    [("Suara Contoh", " suara  contoh "), ("Suara Contoh", "SUARA-CONTOH"), ("Rádio Misal", "radio misal"), ("TV 9", "tv9")],
)
async def test_two_spellings_are_one_outlet(desk: Desk, neighbour: Desk, one: str, same: str) -> None:
    first = await add(desk, one)
    assert await add(desk, same, Medium.TV) == first
    async with desk.db() as db:
        assert [(each.name, each.medium) for each in await outlets.listed(db)] == [(one, Medium.ONLINE)], (
            "as it was first written"
        )
    async with neighbour.db() as db:
        assert await outlets.named(db, one) is None


async def test_two_who_add_an_outlet_at_once_add_one(desk: Desk) -> None:
    async with desk.db() as db:
        first = await outlets.add(db, "Suara Contoh", Medium.TV, NOW, confirmed=True)
        rival = asyncio.create_task(add(desk, "suara contoh"))
        await until_blocked(desk.database)
    assert await rival == first.id
    async with desk.db() as db:
        assert await outlets.listed(db) == (first,)


async def test_another_name_leads_to_the_outlet_and_can_be_taken_once(desk: Desk) -> None:
    suara, misal = await add(desk, "Suara Contoh"), await add(desk, "Koran Misal")
    async with desk.db() as db:
        assert await outlets.add_alias(db, suara, "SC Online")
        assert not await outlets.add_alias(db, misal, "sc-online"), "it leads elsewhere already"
        assert not await outlets.add_alias(db, misal, "Suara Contoh")
        found = await outlets.named(db, "SC ONLINE")
        assert found
        assert (found.id, await outlets.aliases_of(db, suara)) == (suara, ("SC Online",))
        assert not await outlets.rename(db, misal, "SC Online"), "nor as a new name"
        assert await outlets.rename(db, suara, "SC Online"), "its own other name it may bear"
        assert (await outlets.by_id(db, suara)).name == "SC Online"
        assert await outlets.aliases_of(db, suara) == ()
    assert sorted(map(bool, await together(desk, *[lambda db: outlets.add_alias(db, misal, "Misal Pos")] * 3))) == [
        False,
        False,
        True,
    ]


async def test_a_change_that_changes_nothing_says_so(desk: Desk) -> None:
    suara = await add(desk, "Suara Contoh")
    async with desk.db() as db:
        named = await outlets.add(db, "Baru Contoh", Medium.TV, NOW, confirmed=False)
        assert [await outlets.confirm(db, each) for each in (named.id, named.id, suara)] == [True, False, False]
        assert [await outlets.set_medium(db, suara, each) for each in (Medium.TV, Medium.TV)] == [True, False]


@pytest.mark.parametrize(
    ("held", "asked", "taken"),
    [
        ((None, None), (None, None), True),
        ((None, JUN), (JUL, None), False),
        ((None, JUN), (JUN, None), True),  # both days count
        ((JUL, None), (None, JUN), False),
        ((JAN, JUN), (JUL, DEC), False),
        ((JAN, JUL), (JUN, DEC), True),
        ((JAN, DEC), (JUN, JUL), True),
        ((JUL, DEC), (JAN, None), True),
    ],
)
async def test_a_host_has_one_holder_on_each_day(
    desk: Desk, neighbour: Desk, held: tuple[date | None, date | None], asked: tuple[date | None, date | None], taken: bool
) -> None:
    suara = await add(desk, "Suara Contoh")
    await add(neighbour, "Suara Tetangga", Medium.ONLINE, "suaracontoh.id/kota")
    async with desk.db() as db:
        await outlets.add_host(db, suara, "suaracontoh.id", "/kota", since=held[0], until=held[1])
        holder = await outlets.host_holder(db, "suaracontoh.id", "/kota", *asked)
        assert (holder.id if holder else None) == (suara if taken else None)
        assert await outlets.host_holder(db, "suaracontoh.id", "/desa", *asked) is None
        assert await outlets.host_holder(db, "suaramisal.id", "/kota", *asked) is None


async def test_a_host_ends_once(desk: Desk) -> None:
    suara = await add(desk, "Suara Contoh", Medium.ONLINE, "suaracontoh.id", "lama.suaracontoh.id/kota")
    async with desk.db() as db:
        first, second = await outlets.hosts_of(db, suara)
        assert [await outlets.end_host(db, second.id, day) for day in (JUN, DEC)] == [True, False]
        assert [(each.host, each.path, each.until) for each in await outlets.all_hosts(db)] == [
            ("suaracontoh.id", "", None), ("lama.suaracontoh.id", "/kota", JUN),
        ]  # fmt: skip
        assert first.until is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("suara contoh", ["Suara Contoh", "Suara Contoh Timur"]),  # the same before what begins with it
        ("suaracontoh.id", ["Suara Contoh", "Suara Contoh Timur"]),
        ("timur", ["Suara Contoh Timur"]),
        ("suara conto", ["Suara Contoh", "Suara Contoh Timur"]),
        ("skm", ["Koran Misal"]),  # by its other name
        ("koran misel", ["Koran Misal"]),
        ("radio", []),
        ("", []),
        ("!!", []),
    ],
)
async def test_outlets_are_found_by_what_is_like_them(desk: Desk, typed: str, found: list[str]) -> None:
    await add(desk, "Suara Contoh Timur")
    await add(desk, "Suara Contoh", Medium.ONLINE, "suaracontoh.id")
    misal = await add(desk, "Koran Misal")
    async with desk.db() as db:
        await outlets.add_alias(db, misal, "SKM")
        assert [each.name for each in await outlets.search(db, typed)] == found


async def test_a_merge_takes_everything_over(desk: Desk, neighbour: Desk) -> None:
    old, new = await add(desk, "Suara Lama", Medium.TV, "lama.id"), await add(desk, "Suara Baru", Medium.ONLINE, "baru.id")
    theirs = await add(neighbour, "Suara Lama", Medium.TV, "lama.id")
    rina, paul, andi = [await desk.person(name) for name in ("Rina", "Paul", "Andi")]
    async with desk.db() as db:
        for person, main, other in ((rina, old, new), (paul, new, old), (andi, None, old)):
            await people.change(db, person.id, outlet_id=main)
            await people.join_outlet(db, person.id, other, NOW)
        values = {"typed": "lama.id/a", "address": "https://lama.id/a", "rules": "1", "kind": "article", "outlet_id": old}
        link = await links.add(db, rina, "lama.id/a", NOW, **values)
        assert link
        await outlets.add_alias(db, old, "SL")
        await outlets.merge(db, await outlets.by_id(db, old), await outlets.by_id(db, new))
        assert [await people.outlets_of(db, each.id) for each in (rina, paul, andi)] == [[new]] * 3
        moved = await links.find(db, link.id)
        assert moved
        assert moved.outlet_id == new
        assert {each.host for each in await outlets.hosts_of(db, new)} == {"lama.id", "baru.id"}
        assert set(await outlets.aliases_of(db, new)) == {"SL", "Suara Lama"}
        found = await outlets.named(db, "suara lama")
        assert found
        assert (found.id, await outlets.find(db, old)) == (new, None)
    async with neighbour.db() as db:
        assert (await outlets.by_id(db, theirs)).name == "Suara Lama"
        assert len(await outlets.hosts_of(db, theirs)) == 1
