"""H5: a sending is told of in one line, stopped within two seconds, taken up again, or left at that."""

import pytest

from storage.records import Role, Status
from tests.desk import Desk, Somebody
from tests.releases import HEADLINE, TEXT, Newsroom, newsroom


async def under_way(desk: Desk) -> tuple[Newsroom, list[Somebody]]:
    """A release that one of twenty has got, and the others get in a minute."""
    crowd = [await desk.journalist(f"Rina Contoh {'I' * number}") for number in range(1, 21)]
    room = await newsroom(desk)
    await room.sends_slowly()
    return room, crowd


def reached(crowd: list[Somebody]) -> list[int]:
    """How often each has got it."""
    return [each.reads().count(HEADLINE) for each in crowd]


async def test_one_line_tells_of_it_and_edits_itself(desk: Desk) -> None:
    room, crowd = await under_way(desk)
    await desk.later(seconds=3)
    room.dina.sees("⏳ R-1: dikirim 1 dari 20", "⏳ R-1: sent 1 of 20")
    assert sum(reached(crowd)) == 1
    await desk.later(seconds=61)
    lines = [each for each in room.dina.phone.shown() if desk.pick(("dari 20", "of 20")) in each.text]
    assert [each.text for each in lines] == [desk.pick(("✅ R-1 selesai: dikirim 20 dari 20", "✅ R-1 is done: sent 20 of 20"))]
    assert reached(crowd) == [1] * 20
    await desk.later(minutes=5)
    assert (await room.latest()).status is Status.SENT


@pytest.mark.parametrize(
    "words",
    [
        ("hentikan", "halt"),
        ("hentikan R-1", "halt R-1"),
        ("stop R-1", "stop R-1"),
        ("stop", "stop"),
        ("setop rilis 1", "stop release R-1"),
        ("jeda r1", "pause R-1"),
        ("Hentikan R-1 ya kak", "please stop r 1"),
    ],
)
async def test_it_is_stopped_in_any_of_people_s_words(desk: Desk, words: tuple[str, str]) -> None:
    room, crowd = await under_way(desk)
    await room.dina.says(*words)
    room.dina.sees("⚠️ R-1 dihentikan: dikirim 1 dari 20, ditahan 19", "⚠️ R-1 is stopped: sent 1 of 20, held 19")
    await desk.later(hours=5)
    assert sum(reached(crowd)) == 1


@pytest.mark.parametrize("words", [("lanjutkan", "continue"), ("lanjutkan R-1", "go on R-1"), ("lanjut R-1", "resume R-1")])
async def test_the_rest_gets_it_after_all(desk: Desk, words: tuple[str, str]) -> None:
    room, crowd = await under_way(desk)
    await room.dina.presses("Hentikan", "Stop")
    await desk.later(hours=1)
    await room.dina.says(*words)
    await desk.later(minutes=2)
    room.dina.sees("✅ R-1 selesai: dikirim 20 dari 20", "✅ R-1 is done: sent 20 of 20")
    assert reached(crowd) == [1] * 20


@pytest.mark.parametrize("pressed", [True, False])
async def test_the_rest_is_left_at_that(desk: Desk, pressed: bool) -> None:
    room, crowd = await under_way(desk)
    await room.dina.presses("Hentikan", "Stop")
    go_on, rest = room.dina.button("Lanjutkan", "Go on"), room.dina.button("Batalkan sisanya", "Cancel the rest")
    if pressed:
        await room.dina.presses_token(rest)
    else:
        await room.dina.says("batalkan sisanya", "cancel the rest")
    room.dina.sees("dikirim 1 dari 20 · dibatalkan 19", "sent 1 of 20 · cancelled 19")
    for late in (go_on, rest):
        await room.dina.presses_token(late)
        room.dina.sees("R-1 sudah dikirim", "R-1 was sent")
    await desk.later(hours=1)
    assert sum(reached(crowd)) == 1


async def test_whoever_stops_it_everybody_s_line_says_so(desk: Desk) -> None:
    room, crowd = await under_way(desk)
    await room.sari.says("hentikan R-1", "stop R-1")
    room.sari.sees("⚠️ R-1 dihentikan", "⚠️ R-1 is stopped")
    room.dina.sees("⚠️ R-1 dihentikan: dikirim 1 dari 20", "⚠️ R-1 is stopped: sent 1 of 20")
    room.dina.has_no_button("Hentikan", "Stop")
    await room.dina.presses("Lanjutkan", "Go on")
    room.sari.sees("⏳ R-1: dikirim 1 dari 20", "⏳ R-1: sent 1 of 20")
    await desk.later(minutes=2)
    for each in (room.sari, room.dina):
        each.sees("✅ R-1 selesai: dikirim 20 dari 20", "✅ R-1 is done: sent 20 of 20")
    assert reached(crowd) == [1] * 20


async def test_the_one_who_leaves_it_at_that_tells_the_others(desk: Desk) -> None:
    room, _ = await under_way(desk)
    await room.sari.says("hentikan", "halt")
    await room.sari.presses("Batalkan sisanya", "Cancel the rest")
    room.dina.sees("dikirim 1 dari 20 · dibatalkan 19", "sent 1 of 20 · cancelled 19")
    room.dina.has_no_button("Lanjutkan", "Go on")


async def test_stopped_twice_it_is_stopped(desk: Desk) -> None:
    room, crowd = await under_way(desk)
    stop = room.dina.button("Hentikan", "Stop")
    for _ in range(2):
        await room.dina.presses_token(stop)
    room.dina.sees("R-1 dihentikan sementara. Oleh Dina Teladan", "R-1 is stopped for now. By Dina Teladan")
    await room.dina.presses("Lanjutkan", "Go on")
    await desk.later(minutes=2)
    await room.dina.presses_token(stop)
    room.dina.sees("R-1 sudah dikirim", "R-1 was sent")
    assert reached(crowd) == [1] * 20


async def test_it_is_stopped_in_the_middle_of_another_release(desk: Desk) -> None:
    room, crowd = await under_way(desk)
    await room.dina.says("buat rilis", "new release")
    await room.dina.says(TEXT)
    for words in (("hentikan", "halt"), ("lanjutkan R-1", "continue R-1"), ("stop R-1", "stop R-1")):
        await room.dina.says(*words)
        room.dina.sees("R-1")
        room.dina.sees("Isian Anda tadi masih menunggu", "still waiting")
    await desk.later(hours=1)
    assert sum(reached(crowd)) == 1
    await room.dina.says("selesai", "done")
    room.dina.sees("R-2 · masih draf", "R-2 · is still a draft")
    assert "R-1" not in (await room.latest()).body


async def test_only_who_may_send_stops(desk: Desk) -> None:
    room, crowd = await under_way(desk)
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    stop = room.dina.button("Hentikan", "Stop")
    for each in (crowd[0], vera):
        await each.presses_token(stop)
        each.sees("di luar tugas Anda", "not part of your work")
        await each.says("stop R-1")
        each.sees("di luar tugas Anda", "not part of your work")
    assert (await room.latest()).status is Status.SENDING
    await desk.later(minutes=2)
    assert reached(crowd) == [1] * 20


async def test_stop_from_a_journalist_is_a_wish_to_leave(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("STOP")
    rina.sees("Ya, berhenti", "Yes, leave")


async def test_with_nothing_under_way_there_is_nothing_to_stop(desk: Desk) -> None:
    room = await newsroom(desk)
    for words in (("hentikan", "halt"), ("stop",), ("lanjutkan", "continue"), ("batalkan sisanya", "cancel the rest")):
        await room.dina.says(*words)
        room.dina.sees("Tidak ada rilis yang sesuai", "no such release")
    await room.approves()
    await room.dina.says("hentikan R-1", "halt R-1")
    room.dina.sees("R-1 sudah disetujui", "R-1 is approved")


async def test_who_left_meanwhile_is_spared_when_it_goes_on(desk: Desk) -> None:
    room, crowd = await under_way(desk)
    await room.dina.says("hentikan", "halt")
    spared = next(each for each in crowd if HEADLINE not in each.reads())
    await spared.says("jeda 3 hari", "pause 3 days")
    await room.dina.says("lanjutkan", "continue")
    await desk.later(minutes=2)
    assert sorted(reached(crowd)) == [0, *[1] * 19]
    assert HEADLINE not in spared.reads()


async def test_another_release_goes_while_one_is_stopped(desk: Desk) -> None:
    room, crowd = await under_way(desk)
    await room.dina.says("hentikan", "halt")
    await room.approves("Jembatan Pampangan dibuka\n" + "Pemerintah kabupaten membuka jembatan. " * 5)
    await room.dina.says("kirim R-2", "send R-2")
    await room.dina.says("ya", "yes")
    assert all("Jembatan Pampangan" in each.reads() for each in crowd)
    assert sum(reached(crowd)) == 1
