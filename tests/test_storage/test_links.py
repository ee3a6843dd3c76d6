"""Links: one article counts once, decisions are made once, and the numbers add up."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from storage import coverage, links, outlets, releases
from storage.database import OfficeDb
from storage.records import Link, LinkState, Medium, OutletId, Person, PersonId, Role, Status
from tests.test_storage.conftest import NOW, Desk, together

DAY = timedelta(days=1)


async def add(db: OfficeDb, sender: Person, identity: str, days: float = 0, **values: Any) -> Link | None:
    whole = {"typed": identity, "address": f"https://{identity}", "rules": "1", "kind": "article"}
    return await links.add(db, sender, identity, NOW + days * DAY, **whole | values)


async def received(desk: Desk, sender: Person, identity: str, days: float = 0, **values: Any) -> Link:
    async with desk.db() as db:
        link = await add(db, sender, identity, days, **values)
    assert link
    return link


async def decided(desk: Desk, link: Link, to: LinkState, by: Person, days: float = 0, reason: str = "") -> Link:
    async with desk.db() as db:
        assert await links.move(db, link, to, by, NOW + days * DAY, reason)
        found = await links.find(db, link.id)
    assert found
    return found


async def test_an_article_counts_once_however_many_send_it(desk: Desk, neighbour: Desk) -> None:
    senders = [await desk.person(f"Wartawan {number}") for number in range(6)]
    theirs = await neighbour.person()
    counted = await together(desk, *(lambda db, each=each: add(db, each, "suara.id/a") for each in senders))
    [link] = [each for each in counted if isinstance(each, Link)]
    async with desk.db() as db:
        assert await add(db, senders[0], "suara.id/a") is None
        assert await links.by_identity(db, "suara.id/a") == link
        assert [each.state for each in await links.steps(db, link)] == [LinkState.RECEIVED]
    assert (await received(neighbour, theirs, "suara.id/a")).number == 1


async def test_numbers_are_given_once(desk: Desk) -> None:
    rina = await desk.person()
    some = await asyncio.gather(*(received(desk, rina, f"suara.id/{number}") for number in range(30)))
    assert sorted(each.number for each in some) == list(range(1, 31))
    async with desk.db() as db:
        assert await links.by_number(db, some[0].number) == some[0]
        assert await links.by_number(db, 31) is None


async def test_of_two_who_decide_one_does(desk: Desk) -> None:
    rina, wati, tono = await desk.person(), await desk.person("Wati", Role.VERIFIER), await desk.person("Tono", Role.VERIFIER)
    link = await received(desk, rina, "suara.id/a")
    decisions = ((LinkState.RECOGNISED, wati), (LinkState.REFUSED, tono))
    done = await together(desk, *(lambda db, to=to, by=by: links.move(db, link, to, by, NOW) for to, by in decisions))
    assert sorted(map(bool, done)) == [False, True]
    async with desk.db() as db:
        kept = await links.find(db, link.id)
        steps = await links.steps(db, link)
    assert kept
    state, by = decisions[done.index(True)]
    assert (kept.state, kept.decided_by, kept.decided_at) == (state, by.id, NOW)
    assert [(each.state, each.person) for each in steps] == [(LinkState.RECEIVED, ""), (state, by.name)]


async def test_a_decision_that_is_taken_back_leaves_its_steps_and_nothing_else(desk: Desk) -> None:
    rina, wati = await desk.person(), await desk.person("Wati", Role.VERIFIER)
    link = await decided(desk, await received(desk, rina, "suara.id/a"), LinkState.REFUSED, wati, reason="copy")
    link = await decided(desk, link, LinkState.RECEIVED, wati, 1, links.UNDONE)
    assert (link.decided_by, link.decided_at, link.reason) == (None, None, "")
    async with desk.db() as db:
        assert [(each.state, each.reason) for each in await links.steps(db, link)] == [
            (LinkState.RECEIVED, ""), (LinkState.REFUSED, "copy"), (LinkState.RECEIVED, links.UNDONE),
        ]  # fmt: skip


async def test_what_was_sent_by_mistake_may_be_sent_by_its_writer(desk: Desk) -> None:
    rina, paul = await desk.person(), await desk.person("Paul")
    link = await received(desk, rina, "suara.id/a")
    async with desk.db() as db:
        assert [await links.take_back(db, link, rina, NOW) for _ in range(2)] == [True, False]
        mine = await add(db, paul, "suara.id/a")
        assert mine
        assert (mine.person_id, mine.number) == (paul.id, 2)
        assert await links.take_back(db, mine, paul, NOW), "and once more"


@pytest.mark.parametrize("state", LinkState)
async def test_whose_a_link_is_changes_only_while_it_waits(desk: Desk, state: LinkState) -> None:
    rina, wati = await desk.person(), await desk.person("Wati", Role.VERIFIER)
    link = await received(desk, rina, "suara.id/a", doubt="unknown")
    waits = state is LinkState.RECEIVED
    if not waits:
        await decided(desk, link, state, wati)
    async with desk.db() as db:
        outlet = await outlets.add(db, "Suara Contoh", Medium.ONLINE, NOW, confirmed=True)
        assert not await links.settle_outlet(db, link, None, "unknown"), "nothing is new"
        assert await links.settle_outlet(db, link, outlet.id, "") is waits
        kept = await links.find(db, link.id)
        assert kept
        assert kept.outlet_id == (outlet.id if waits else None)


async def of_three_days(desk: Desk) -> dict[str, Any]:
    """Two journalists, two outlets and two releases; links of yesterday, today and tomorrow in every state."""
    rina, paul, wati = await desk.person(), await desk.person("Paul"), await desk.person("Wati", Role.VERIFIER)
    dina = await desk.person("Dina", Role.DRAFTER)
    async with desk.db() as db:
        one, two = [(await outlets.add(db, name, Medium.TV, NOW, confirmed=True)).id for name in ("TV Contoh", "TV Misal")]
        beras, jalan = [await releases.add(db, dina, headline, "", NOW) for headline in ("Beras", "Jalan")]
        await releases.move(db, beras, Status.SENT, launched_at=NOW)
    rows = [  # sender, day, outlet, release, what becomes of it
        (rina, -1, one, beras, LinkState.RECOGNISED), (rina, 0, one, beras, LinkState.RECOGNISED),
        (paul, 0, two, beras, LinkState.RECOGNISED), (paul, 0, two, jalan, LinkState.RECOGNISED),
        (paul, 0, None, jalan, LinkState.RECOGNISED), (rina, 0, one, None, LinkState.RECOGNISED),
        (rina, 0.5, one, beras, LinkState.REFUSED), (rina, 0.6, None, None, LinkState.RECEIVED),
        (paul, 1, one, jalan, LinkState.RECEIVED),
    ]  # fmt: skip
    for number, (sender, day, outlet, release, state) in enumerate(rows):
        values = {"outlet_id": outlet, "release_id": release.id if release else None}
        link = await received(desk, sender, f"suara.id/{number}", day, **values)
        if state is not LinkState.RECEIVED:
            await decided(desk, link, state, wati, day)
    return {"rina": rina.id, "paul": paul.id, "one": one, "beras": beras}


async def test_the_numbers_of_a_day_add_up(desk: Desk, neighbour: Desk) -> None:
    known = await of_three_days(desk)
    await of_three_days(neighbour)
    today, rina, paul = (NOW, NOW + DAY), PersonId(known["rina"]), PersonId(known["paul"])
    async with desk.db() as db:
        assert await links.tally(db) == {"recognised": 6, "refused": 1, "received": 2}
        assert await links.tally(db, *today) == {"recognised": 5, "refused": 1, "received": 1}
        assert await links.tally(db, NOW, sender=rina) == {"recognised": 2, "refused": 1, "received": 1}
        assert await links.tally(db, NOW + DAY, sender=rina) == {}
        assert len(await links.of_day(db, *today)) == sum((await links.tally(db, *today)).values())
        found = await coverage.recognised(db, *today)
        assert (len(found), len({each.outlet for each in found} - {""})) == (5, 2)
        assert [each.headline for each in await coverage.recognised(db, *today, about=("BERAS",))] == ["Beras"] * 2
        assert await coverage.recognised(db, about=("%",)) == []
        assert [each.number for each in await links.recognised_since(db, paul, NOW)] == [3, 4, 5]
        told = await links.releases_recognised(db, *today)
    assert [(each["headline"], each["links"], each["outlets"]) for each in told] == [("Jalan", 2, 1), ("Beras", 2, 2)]


async def test_the_queue_shows_the_oldest_and_then_the_next(desk: Desk, neighbour: Desk) -> None:
    await of_three_days(desk)
    await received(neighbour, await neighbour.person(), "tetangga.id/a", -9)
    async with desk.db() as db:
        first = await links.waiting(db)
        assert first
        second = await links.waiting(db, first.id)
        assert second
        assert (first.number, second.number, await links.waiting(db, second.id)) == (8, 9, None)
        assert await links.oldest_waiting(db) == first.received_at == NOW + 0.6 * DAY


async def test_links_are_shown_with_the_names_of_what_they_belong_to(desk: Desk) -> None:
    known = await of_three_days(desk)
    async with desk.db() as db:
        newest = await links.latest(db, None, PersonId(known["rina"]), 2)
        seen = await links.seen(db, [newest[1], newest[0]])
        assert [each.number for each in newest] == [8, 7]
        assert [(each.outlet, each.sender, each.release, each.headline) for each in seen] == [
            ("TV Contoh", "Rina Contoh", "R-1", "Beras"), ("", "Rina Contoh", "", ""),
        ]  # fmt: skip
        assert [headline for _, _, headline in await links.recent_releases(db, NOW)] == ["Beras"], "one that is not out is none"


async def test_doubtful_links_of_a_sender_are_found_while_they_wait(desk: Desk) -> None:
    rina, wati = await desk.person(), await desk.person("Wati", Role.VERIFIER)
    async with desk.db() as db:
        outlet = (await outlets.add(db, "TV Contoh", Medium.TV, NOW, confirmed=True)).id
    some = [await received(desk, rina, f"tv.id/{doubt}", outlet_id=outlet, doubt=doubt) for doubt in ("other", "", "unknown")]
    done = await received(desk, rina, "tv.id/done", outlet_id=outlet, doubt="other")
    await decided(desk, done, LinkState.REFUSED, wati)
    async with desk.db() as db:
        assert await links.in_doubt(db, rina, outlet, "other") == (some[0],)
        assert await links.in_doubt(db, wati, outlet, "other") == ()
        assert await links.in_doubt(db, rina, OutletId(99), "other") == ()
