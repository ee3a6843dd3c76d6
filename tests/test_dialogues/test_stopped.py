"""An account that only fails: it stops by itself, admins hear of it where they can, and a button lets it go on."""

import pytest

from bot.channels.base import Problem, SendError
from bot.circuit import MOST
from storage import outbox
from storage.records import Purpose, Role
from tests.desk import Desk, Somebody

pytestmark = pytest.mark.parametrize("setting", ["id", "en"], indirect=True)


async def admin_with_two_apps(desk: Desk) -> tuple[Somebody, Somebody]:
    """An admin, on the app that will fail and on another."""
    first = await desk.staff(Role.ADMIN, "Ayu Teladan")
    second = await (await desk.second_app()).stranger("Ayu T.")
    await first.says("hubungkan", "connect")
    await second.says(first.news().split(": ")[1][:7])
    first.news()
    return first, second


async def tell_many(desk: Desk, number: int) -> list[Somebody]:
    people = [await desk.journalist(f"Wartawan {each}") for each in range(number)]
    for each in people:
        person = await each.record()
        async with desk.db() as db:
            where = (desk.account.id, each.chat, "announcement", {"text": "Ruang pers pindah."})
            await outbox.post(db, person, *where, desk.now, purpose=Purpose.RELEASE)
    return people


async def test_a_refused_token_is_told_on_the_other_app_and_a_button_goes_on(desk: Desk) -> None:
    _, other = await admin_with_two_apps(desk)
    people = await tell_many(desk, 3)
    desk.channel.faults.append(SendError(Problem.BROKEN, "401 Unauthorized"))
    await desk.app.settle()
    other.sees("berhenti", "has stopped")
    other.sees("401 Unauthorized")
    await desk.later(hours=2)
    assert sum(each.reads().count("Ruang pers pindah.") for each in people) < 3, "nobody tries in the meantime"
    await other.presses("Lanjutkan", "Resume")
    other.sees("berjalan lagi", "goes on")
    assert [each.reads().count("Ruang pers pindah.") for each in people] == [1, 1, 1]


async def test_ten_failures_of_one_kind_in_a_row_stop_it_once(desk: Desk) -> None:
    _, other = await admin_with_two_apps(desk)
    people = await tell_many(desk, MOST + 2)
    desk.channel.faults.extend(SendError(Problem.REFUSED, "403 restricted") for _ in range(MOST + 1))
    await desk.app.settle()
    assert other.news().count("403 restricted") == 1
    await other.presses("Lanjutkan", "Resume")
    other.has_no_button("Lanjutkan", "Resume")
    await desk.later(minutes=1)
    assert "Ruang pers pindah." in people[-1].reads()


async def test_where_one_person_cannot_be_reached_nothing_stops(desk: Desk) -> None:
    _, other = await admin_with_two_apps(desk)
    people = await tell_many(desk, MOST + 2)
    for each in people[:-1]:
        desk.channel.blocked.add(each.chat)
    await desk.app.settle()
    other.sees_not("berhenti", "has stopped")
    assert "Ruang pers pindah." in people[-1].reads()


async def test_who_is_not_an_admin_cannot_let_it_go_on(desk: Desk) -> None:
    _, other = await admin_with_two_apps(desk)
    people = await tell_many(desk, 1)
    desk.channel.faults.append(SendError(Problem.BROKEN, "401 Unauthorized"))
    await desk.app.settle()
    vera = await (await desk.second_app("third")).staff(Role.VERIFIER, "Vera Teladan")
    await vera.presses_token(other.button("Lanjutkan", "Resume"))
    vera.sees("di luar tugas Anda", "not part of your work")
    await desk.later(hours=1)
    assert "Ruang pers pindah." not in people[0].reads()
