"""Somebody who writes faster than anybody can read: slowed with a word, and neither lost nor a burden to others."""

import pytest

from bot.dispatch import MOST
from tests.desk import Desk

pytestmark = pytest.mark.parametrize("setting", ["id", "en", "postgresql"], indirect=True)


async def test_who_floods_is_slowed_with_a_word_and_loses_nothing(desk: Desk) -> None:
    budi, rina = await desk.journalist("Budi Contoh"), await desk.journalist("Rina Contoh")
    for number in range(MOST.count + 5):
        await budi.phone.says(f"halo {number}", ())
    await rina.says("bantuan", "help")
    rina.sees("rilis", "release")
    assert (await desk.app.counts())["events"] == 5
    assert budi.news().count(desk.pick(("jawabannya menyusul", "the answers follow"))) == 1
    await desk.later(minutes=2)
    assert (await desk.app.counts())["events"] == 0
    assert budi.reads().count(desk.pick(("jawabannya menyusul", "the answers follow"))) == 1


async def test_who_is_merely_quick_is_not(desk: Desk) -> None:
    budi = await desk.journalist("Budi Contoh")
    for number in range(MOST.count):
        await budi.phone.says(f"halo {number}", ())
        if number % 10 == 9:
            await desk.later(seconds=20)
    await budi.says("bantuan", "help")
    budi.sees_not("jawabannya menyusul", "the answers follow")
    assert (await desk.app.counts())["events"] == 0
