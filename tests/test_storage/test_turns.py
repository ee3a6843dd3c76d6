"""Who gets to the database next."""

import asyncio

import pytest

from storage.turns import Turns, Urgency


async def took(turns: Turns, urgency: Urgency, name: str, order: list[str], leave: asyncio.Event) -> None:
    async with turns.take(urgency):
        order.append(name)
        await leave.wait()


async def come(order: list[str], leave: asyncio.Event, turns: Turns, *who: tuple[Urgency, str]) -> list[asyncio.Task[None]]:
    tasks = [asyncio.create_task(took(turns, urgency, name, order, leave)) for urgency, name in who]
    await asyncio.sleep(0)
    return tasks


@pytest.mark.parametrize("places", [1, 3])
async def test_no_more_are_in_than_there_are_places_and_the_most_urgent_comes_next(places: int) -> None:
    turns, order, leave = Turns(places), list[str](), asyncio.Event()
    first = [(Urgency.REST, f"first {number}") for number in range(places)]
    later = [(Urgency.ANSWER, "answer"), (Urgency.REST, "rest"), (Urgency.LEASE, "lease"), (Urgency.ANSWER, "another answer")]
    tasks = await come(order, leave, turns, *first, *later)
    assert order == [name for _, name in first]
    leave.set()
    await asyncio.gather(*tasks)
    assert order[places:] == ["lease", "answer", "another answer", "rest"]


async def test_who_gives_up_waiting_keeps_no_place() -> None:
    turns, order, leave = Turns(1), list[str](), asyncio.Event()
    _, gone, patient = await come(
        order, leave, turns, (Urgency.REST, "first"), (Urgency.LEASE, "gone"), (Urgency.REST, "patient")
    )
    leave.set()
    await asyncio.sleep(0)  # the place is given to the one that is told to go in the same moment
    gone.cancel()
    await asyncio.gather(patient)
    assert order == ["first", "patient"]
    async with asyncio.timeout(1), turns.take(Urgency.REST):
        pass
