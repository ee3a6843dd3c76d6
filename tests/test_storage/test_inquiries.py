"""Of several who reach for one ticket or one quote at once, one gets it; the office next door has its own."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from storage import inquiries, quotes, releases
from storage.database import OfficeDb
from storage.inquiries import Inquiry
from storage.records import InquiryState, Person, QuoteState, Role
from tests.test_storage.conftest import NOW, Desk, together, until_blocked


async def asked(desk: Desk, words: str = "berapa KK terdampak?") -> Inquiry:
    """A question of Rina's."""
    rina = await desk.person("Rina Contoh")
    async with desk.db() as db:
        return await inquiries.add(db, rina, words, NOW, remind_at=NOW, due_at=NOW + timedelta(hours=4))


async def test_of_many_who_take_a_ticket_one_gets_it(desk: Desk, neighbour: Desk) -> None:
    held, beside = await asked(desk), await asked(neighbour)
    staff = [await desk.person(f"Dina {number}", role=Role.DRAFTER) for number in range(4)]

    def taking(person: Person) -> Callable[[OfficeDb], Awaitable[bool]]:
        return lambda db: inquiries.move(db, held, InquiryState.TAKEN, holder_id=person.id)

    assert sorted(map(bool, await together(desk, *map(taking, staff)))) == [False, False, False, True]
    async with desk.db() as db:
        now = await inquiries.by_id(db, held.id)
        assert await inquiries.find(db, beside.id) is None
        assert [each.id for each in await inquiries.open_ones(db)] == [held.id]
        assert not await inquiries.move(db, held, InquiryState.WITHDRAWN), "it is in other hands than was read"
    assert now.holder_id in {each.id for each in staff}
    async with neighbour.db() as db:
        assert (await inquiries.by_number(db, 1) or held).id == beside.id


async def test_a_quote_is_decided_once(desk: Desk) -> None:
    dina, fulan = await desk.person("Dina", role=Role.DRAFTER), await desk.person("Fulan", role=Role.OFFICIAL)
    async with desk.db() as db:
        release = await releases.add(db, dina, "Judul", "Isi", NOW)
        said = {"words": "Stok cukup", "speaker": "Fulan", "fingerprint": "f", "official_id": fulan.id}
        held = await quotes.add(db, release, dina, NOW, **said)

    async def agree(db: OfficeDb) -> bool:
        return await quotes.settle(db, held, QuoteState.AGREED, fulan, NOW)

    async def drop(db: OfficeDb) -> bool:
        return await quotes.settle(db, held, QuoteState.WITHDRAWN, dina, NOW)

    assert sorted(map(bool, await together(desk, agree, drop))) == [False, True]


async def test_no_question_comes_between_the_last_look_and_the_answer(desk: Desk) -> None:
    held = await asked(desk)

    async def ask() -> bool:
        async with desk.db() as db:
            await inquiries.lock(db, held.id)
            return (await inquiries.by_id(db, held.id)).is_open

    async with desk.db() as db:
        await inquiries.lock(db, held.id)
        asking = asyncio.create_task(ask())
        await until_blocked(desk.database)
        assert await inquiries.move(db, held, InquiryState.ANSWERED)
    assert await asking is False
