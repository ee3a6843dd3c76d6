"""Offices, their accounts and what the installation remembers."""

import pytest
from sqlalchemy.exc import IntegrityError

from storage import accounts, offices
from storage.records import AccountId, AccountState, ChannelKind, OfficeId
from tests.test_storage.conftest import Desk, together


async def test_an_office_starts_with_its_settings(desk: Desk, neighbour: Desk) -> None:
    async with desk.database.write() as every:
        added = await offices.add_office(every, "Humas Kota Misal", "Asia/Makassar", {"summary_at": "07:30"})
        assert await offices.office_by_id(every, added.id) == added
        assert (added.settings["summary_at"], added.settings["day_from"]) == ("07:30", offices.DEFAULTS["day_from"])
        assert await offices.office_by_name(every, "Humas Kota Misal") == added
        assert await offices.office_by_name(every, "humas kota misal") is None
        assert [each.id for each in await offices.all_offices(every)] == [neighbour.office.id, desk.office.id, added.id]
        with pytest.raises(LookupError):
            await offices.office_by_id(every, OfficeId(99))


async def test_no_number_is_given_twice_also_of_the_first(desk: Desk) -> None:
    given = await together(desk, *[lambda db: offices.next_number(db, "link")] * 12)
    assert sorted(int(str(each)) for each in given) == list(range(1, 13))
    async with desk.db() as db:
        assert [await offices.next_number(db, "release") for _ in range(2)] == [1, 2]


async def test_what_is_remembered_is_changed(desk: Desk) -> None:
    async with desk.database.write() as every:
        assert await offices.remembered(every, "clock_offset") is None
        for value in ("3600.0", ""):
            await offices.remember(every, "clock_offset", value)
            assert await offices.remembered(every, "clock_offset") == value


async def test_an_account_stops_with_a_note_and_starts_with_a_new_secret(desk: Desk, neighbour: Desk) -> None:
    async with desk.database.write() as every:
        assert [await accounts.stop(every, desk.account.id, "401 " * 300) for _ in range(2)] == [True, False]
        stopped = await accounts.by_id(every, desk.account.id)
        assert (stopped.state, len(stopped.note)) == (AccountState.BROKEN, 500)
        await accounts.renew(every, desk.account.id, "sealed anew")
        started = await accounts.by_id(every, desk.account.id)
        assert (started.state, started.note, started.secret) == (AccountState.READY, "", "sealed anew")
        assert await accounts.everyone(every) == (neighbour.account, started)
        with pytest.raises(LookupError):
            await accounts.by_id(every, AccountId(99))


async def test_the_cursor_never_moves_back(desk: Desk) -> None:
    async with desk.database.write() as every:
        seen = []
        for cursor in (7, 5, 7, 8):
            await accounts.advance(every, desk.account.id, cursor)
            seen.append((await accounts.by_id(every, desk.account.id)).cursor)
    assert seen == [7, 7, 7, 8]


async def test_one_bot_belongs_to_one_office(desk: Desk, neighbour: Desk) -> None:
    async def add_again() -> None:
        async with desk.database.write() as every:
            await accounts.add(every, desk.office, ChannelKind.SANDBOX, neighbour.account.name, "sealed")

    with pytest.raises(IntegrityError):
        await add_again()
