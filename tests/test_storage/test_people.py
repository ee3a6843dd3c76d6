"""People: met once, moved once, counted as they are reached; codes open the door once, and the last admin stays."""

import asyncio
from datetime import timedelta

import pytest

from storage import join_codes, notices, outlets, people
from storage.records import Audience, Language, Medium, OutletId, Role, Standing
from storage.tables import addresses, consents
from storage.tables import join_codes as codes
from tests.test_storage.conftest import NOW, Desk, together, until_blocked

JOURNALISTS = (Role.JOURNALIST,)
LATER = NOW + timedelta(days=1)


async def test_a_stranger_is_met_and_known_again(desk: Desk, neighbour: Desk) -> None:
    async with desk.db() as db:
        budi = await people.meet(db, desk.account, "budi", "chat 7", "Budi Contoh", Language.EN, NOW)
        assert (budi.role, budi.standing, budi.language) == (Role.GUEST, Standing.NEW, Language.EN)
        assert await people.by_user_key(db, desk.account, "budi") == budi
        assert await people.by_chat(db, desk.account, "chat 7") == budi
        assert await people.by_chat(db, desk.account, "budi") is None
    async with neighbour.db() as db:
        assert await people.by_user_key(db, desk.account, "budi") is None


async def test_who_writes_again_can_be_reached_again(desk: Desk) -> None:
    rina = await desk.person()
    async with desk.db() as db:
        await people.set_reachable(db, desk.account.id, "chat of Rina Contoh", reachable=False)
        assert await people.address_of(db, rina.id) is None
        await people.heard(db, desk.account, "chat of Rina Contoh", "628001", LATER)
        address = await people.address_of(db, rina.id)
        said_at = await db.value(db.of(addresses, addresses.c.said_at))
    assert address
    assert (address.chat, said_at) == ("chat of Rina Contoh", LATER)


async def test_a_chat_moves_for_its_account_alone(desk: Desk, neighbour: Desk) -> None:
    rina, theirs = await desk.person(), await neighbour.person()
    async with desk.database.write() as every:
        await people.move_chat(every, desk.account.id, "chat of Rina Contoh", "new")
        for each, person, chat in ((desk, rina, "new"), (neighbour, theirs, "chat of Rina Contoh")):
            address = await people.address_of(every.of(each.office), person.id)
            assert address
            assert address.chat == chat


async def test_of_two_who_decide_about_somebody_one_does(desk: Desk) -> None:
    rina = await desk.person(standing=Standing.WAITING)
    taken = await together(desk, *(
        lambda db, to=to: people.move(db, rina.id, (Standing.WAITING,), standing=to)
        for to in (Standing.ACTIVE, Standing.REMOVED, Standing.ACTIVE)
    ))  # fmt: skip
    assert sorted(map(bool, taken)) == [False, False, True]
    given = await together(
        desk, *(lambda db, to=to: people.change_role(db, rina.id, Role.JOURNALIST, to) for to in (Role.DRAFTER, Role.VERIFIER))
    )
    assert sorted(map(bool, given)) == [False, True]


async def test_of_two_admins_who_remove_each_other_one_stays(desk: Desk) -> None:
    ani, tono = await desk.person("Ani", Role.ADMIN), await desk.person("Tono", Role.ADMIN)
    await desk.person("Rusdi", Role.ADMIN, Standing.REMOVED)

    async def remove_tono() -> bool:
        async with desk.db() as db:
            others = await people.others_with(db, Role.ADMIN, tono.id)
            return others > 0 and await people.move(db, tono.id, people.ABLE, standing=Standing.REMOVED)

    async with desk.db() as db:
        assert await people.others_with(db, Role.ADMIN, ani.id) == 1
        rival = asyncio.create_task(remove_tono())
        await until_blocked(desk.database)
        assert await people.move(db, ani.id, people.ABLE, standing=Standing.REMOVED)
    assert not await rival
    async with desk.db() as db:
        assert [each.name for each in await people.with_roles(db, (Role.ADMIN,))] == ["Tono"]


async def populated(desk: Desk) -> dict[Medium, OutletId]:
    """Journalists of every medium in every standing, one of them unreachable, and staff."""
    written: dict[Medium, OutletId] = {}
    for medium in Medium:
        async with desk.db() as db:
            written[medium] = (await outlets.add(db, f"Media {medium}", medium, NOW, confirmed=True)).id
        for standing in Standing:
            person = await desk.person(f"{medium} {standing}", standing=standing)
            async with desk.db() as db:
                await people.change(db, person.id, outlet_id=written[medium])
    await desk.person("Dina", Role.DRAFTER)
    await desk.person("Nanda tanpa media")
    async with desk.db() as db:
        await people.set_reachable(db, desk.account.id, "chat of tv active", reachable=False)
    return written


@pytest.mark.parametrize(
    ("audience", "reached", "unreachable", "paused"),
    [
        (Audience(JOURNALISTS), 4, 1, 4),
        (Audience(JOURNALISTS, (Medium.TV,)), 0, 1, 1),
        (Audience(JOURNALISTS, (Medium.TV, Medium.RADIO)), 1, 1, 2),
        (Audience((Role.DRAFTER,)), 1, 0, 0),
        (Audience((Role.DRAFTER, Role.JOURNALIST)), 5, 1, 4),
        (Audience((Role.OFFICIAL,)), 0, 0, 0),
    ],
)
async def test_the_count_that_is_shown_is_the_count_that_is_sent(
    desk: Desk, neighbour: Desk, audience: Audience, reached: int, unreachable: int, paused: int
) -> None:
    await populated(desk)
    await neighbour.person()
    async with desk.db() as db:
        counted = await people.census(db, audience)
        others = {"digest": 0, "unfollowing": 0}
        assert counted == {"reached": reached, "unreachable": unreachable, "paused": paused, "left": paused, **others}
        sent = await db.rows(people.members(db, audience))
        assert len({row.id for row in sent}) == len(sent) == reached


async def test_a_join_code_opens_the_door_once_however_many_try(desk: Desk, neighbour: Desk) -> None:
    tried = [await desk.person(f"Orang {number}", Role.GUEST) for number in range(5)]
    async with desk.db() as db:
        await join_codes.add(db, "planted-code", Role.APPROVER, LATER)
        assert await join_codes.role_of(db, " planted-code\n", NOW) is Role.APPROVER
        assert "planted" not in str(await db.row(db.of(codes)))
    async with neighbour.db() as db:
        assert await join_codes.use(db, "planted-code", tried[0].id, NOW) is None
    given = await together(desk, *(lambda db, each=each: join_codes.use(db, "planted-code", each.id, NOW) for each in tried))
    assert sorted(map(str, given)) == ["None"] * 4 + ["approver"]
    async with desk.db() as db:
        assert await join_codes.role_of(db, "planted-code", NOW) is None
        assert await db.value(db.of(codes, codes.c.used_by)) == tried[given.index(Role.APPROVER)].id


@pytest.mark.parametrize(("typed", "at"), [("planted-code", LATER), ("planted", NOW), ("", NOW)])
async def test_a_code_that_is_old_or_another_opens_nothing(desk: Desk, typed: str, at: object) -> None:
    rina = await desk.person()
    async with desk.db() as db:
        await join_codes.add(db, "planted-code", Role.ADMIN, LATER)
        assert await join_codes.role_of(db, typed, LATER if at is LATER else NOW) is None
        assert await join_codes.use(db, typed, rina.id, LATER if at is LATER else NOW) is None
        assert await join_codes.use(db, "planted-code", rina.id, NOW) is Role.ADMIN


async def test_pauses_end_in_their_order(desk: Desk) -> None:
    for number, name in enumerate(("Rina", "Paul"), 1):
        person = await desk.person(name, standing=Standing.PAUSED)
        async with desk.db() as db:
            await people.change(db, person.id, paused_until=NOW + timedelta(hours=number))
    async with desk.db() as db:
        assert await people.next_return(db) == NOW + timedelta(hours=1)
        assert [each.name for each in await people.paused_past(db, NOW + timedelta(hours=1))] == ["Rina"]
        assert await people.paused_past(db, NOW) == ()


@pytest.mark.parametrize(("like", "found"), [("", ["Ani_1", "Budi", "Rina"]), ("IN", ["Rina"]), ("_", ["Ani_1"]), ("%", [])])
async def test_people_are_looked_up_by_a_part_of_their_name(desk: Desk, like: str, found: list[str]) -> None:
    for name, standing in (
        ("Rina", Standing.ACTIVE),
        ("Budi", Standing.PAUSED),
        ("Ani_1", Standing.ACTIVE),
        ("Linda", Standing.LEFT),
    ):
        await desk.person(name, standing=standing)
    async with desk.db() as db:
        assert [each.name for each in await people.listed(db, JOURNALISTS, like)] == found


async def test_a_journalist_writes_for_each_outlet_once(desk: Desk) -> None:
    rina = await desk.person()
    async with desk.db() as db:
        main, other = [(await outlets.add(db, name, Medium.TV, NOW, confirmed=True)).id for name in ("TV Contoh", "TV Misal")]
        await people.change(db, rina.id, outlet_id=main)
        await people.join_outlet(db, rina.id, main, NOW)
    await together(desk, *[lambda db: people.join_outlet(db, rina.id, other, NOW)] * 3)
    async with desk.db() as db:
        assert await people.outlets_of(db, rina.id) == [main, other]
        assert [each.id for each in await people.of_outlet(db, main)] == [rina.id]
        assert await people.of_outlet(db, other) == ()


async def test_consent_is_kept_with_its_version_and_its_end(desk: Desk) -> None:
    rina = await desk.person()
    async with desk.db() as db:
        await notices.consent(db, rina.id, "2026-01", NOW)
        for moment in (LATER, LATER + timedelta(days=1)):
            await notices.withdraw_consent(db, rina.id, moment)
        [row] = await db.rows(db.of(consents))
    assert (row.notice, row.given_at, row.withdrawn_at) == ("2026-01", NOW, LATER)
