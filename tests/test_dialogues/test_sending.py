"""H5: an approved release is sent now or at its moment, once, by somebody who may."""

import pytest

from storage.records import Role, Status
from tests.desk import EVERYWHERE, Desk
from tests.releases import HEADLINE, Newsroom, newsroom


async def confirmed(desk: Desk, *moment: str) -> Newsroom:
    """An approved release whose moment has been typed and read back."""
    room = await newsroom(desk)
    await room.approves()
    await room.dina.says(*(f"{command} R-1 {each}" for command, each in zip(("kirim", "send"), moment, strict=True)))
    return room


async def scheduled(desk: Desk) -> Newsroom:
    """A release that is to be sent tomorrow at eight."""
    room = await confirmed(desk, "besok 08.00", "tomorrow 8am")
    await room.dina.presses("Ya", "Yes")
    return room


# Now


@EVERYWHERE
@pytest.mark.parametrize("yes", [("ya", "yes"), ("1",), ("kirim", "send")])
async def test_it_is_sent_in_typed_words(desk: Desk, yes: tuple[str, ...]) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.says("kirim R-1", "send R-1")
    room.dina.sees("Kirim R-1 sekarang?", "Send R-1 now?")
    room.dina.sees("→ 1 orang (semua media)", "→ 1 person (all media)")
    rina.silent()
    await room.dina.says(*yes)
    rina.sees(HEADLINE)
    room.dina.sees("✅ R-1 selesai: dikirim 1 dari 1", "✅ R-1 is done: sent 1 of 1")
    await room.dina.says("kirim R-1", "send R-1")
    room.dina.sees("R-1 sudah dikirim. Oleh Dina Teladan", "R-1 was sent. By Dina Teladan")


async def test_a_no_sends_nothing_and_it_stays_approved(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    for no in (("tidak", "no"), ("batal", "cancel"), ("3",)):
        await room.dina.says("kirim", "send")
        await room.dina.says(*no)
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Batal", "Cancel")
    room.dina.sees("Rilis tetap disetujui", "stays approved")
    rina.silent()
    assert (await room.latest()).status is Status.APPROVED


@EVERYWHERE
async def test_pressed_twice_it_is_sent_once(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.presses("Kirim sekarang", "Send now")
    yes = room.dina.button("Ya, kirim", "Yes, send")
    for _ in range(2):
        await room.dina.phone.presses(yes)
    while await desk.app._dispatch.round():  # both are heard before anything has left
        pass
    await desk.app.settle()
    room.dina.sees("R-1 sedang dikirim. Oleh Dina Teladan", "R-1 is being sent. By Dina Teladan")
    await room.sari.presses_token(yes)
    room.sari.sees("R-1 sudah dikirim. Oleh Dina Teladan", "R-1 was sent. By Dina Teladan")
    assert rina.reads().count(HEADLINE) == 1


async def test_only_who_may_send_sends(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await room.approves()
    await room.dina.presses("Kirim sekarang", "Send now")
    yes = room.dina.button("Ya, kirim", "Yes, send")
    for each in (rina, vera):
        await each.presses_token(yes)
        each.sees("di luar tugas Anda", "not part of your work")
        await each.says("kirim R-1", "send R-1")
        each.sees("di luar tugas Anda", "not part of your work")
    assert (await room.latest()).status is Status.APPROVED


async def test_an_old_question_does_not_send_a_newer_text(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.presses("Kirim sekarang", "Send now")
    yes = room.dina.button("Ya, kirim", "Yes, send")
    await room.dina.says("draf R-1", "draft R-1")
    await room.dina.presses("Ubah judul", "Change headline")
    await room.dina.says("Beras untuk Pampangan")
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses_token(yes)
    room.dina.sees("Kirim R-1 sekarang?\n\nBeras untuk Pampangan", "Send R-1 now?\n\nBeras untuk Pampangan")
    rina.silent()


async def test_an_approval_outlasts_its_approver(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await desk.remove(room.sari)
    await room.sari.presses("Kirim sekarang", "Send now")
    room.sari.sees("sudah diakhiri", "has been ended")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    rina.sees(HEADLINE)


async def test_what_is_not_approved_is_not_sent(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.submits()
    await room.dina.says("kirim R-1", "send R-1")
    room.dina.sees("R-1 menunggu persetujuan", "R-1 waits for approval")
    await room.dina.says("kirim", "send")
    room.dina.sees("Tidak ada rilis yang sesuai", "no such release")
    await room.dina.says("kirim R-9", "send R-9")
    room.dina.sees("Tidak ada rilis untuk “R-9”", "No release found for “R-9”")
    rina.silent()


async def test_with_nobody_to_receive_it_nothing_is_sent(desk: Desk) -> None:
    room = await newsroom(desk)
    await room.approves()
    await room.dina.presses("Kirim sekarang", "Send now")
    room.dina.sees("tidak ada wartawan terdaftar yang dapat menerimanya", "no registered journalist could receive it")
    assert (await room.latest()).status is Status.APPROVED


async def test_one_of_several_is_chosen(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.approves("Jembatan Pampangan dibuka\n" + "Pemerintah kabupaten membuka jembatan. " * 5)
    await room.dina.says("kirim", "send")
    room.dina.sees("Rilis yang mana?", "Which release?")
    await room.dina.presses("R-2")
    await room.dina.says("ya", "yes")
    rina.sees("Jembatan Pampangan dibuka")
    rina.sees_not(HEADLINE)


# Later


async def test_it_is_read_back_in_full_and_sent_at_its_moment(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await confirmed(desk, "besok 08.00", "tomorrow 8am")
    room.dina.sees("Kirim R-1 pada Selasa 24 Nov 2026 08.00 WIB?", "Send R-1 on Tuesday 24 Nov 2026 08:00 WIB?")
    room.dina.sees("→ 1 orang", "→ 1 person")
    await room.dina.presses("Ya", "Yes")
    room.dina.sees("✅ R-1 dikirim pada Selasa 24 Nov 2026 08.00 WIB", "✅ R-1 will be sent on Tuesday 24 Nov 2026 08:00 WIB")
    await desk.later(hours=23, minutes=59)
    rina.silent()
    await desk.later(minutes=2)
    rina.sees(HEADLINE)
    room.dina.sees("✅ R-1 selesai: dikirim 1 dari 1", "✅ R-1 is done: sent 1 of 1")
    await desk.later(days=8)
    assert rina.news().count(HEADLINE) == 1


async def test_the_moment_is_asked_for_and_changed(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.presses("Jadwalkan", "Schedule")
    room.dina.sees("Kapan R-1 dikirim?", "When is R-1 to be sent?")
    await room.dina.says("rilis", "releases")
    room.dina.sees("masih menunggu", "still waiting")
    await room.dina.says("besok 08.00", "tomorrow 8am")
    await room.dina.presses("Ubah", "Change")
    await room.dina.says("lusa jam 9", "25/11 9:00")
    room.dina.sees("Rabu 25 Nov 2026 09.00 WIB", "Wednesday 25 Nov 2026 09:00 WIB")
    yes = room.dina.button("Ya", "Yes")
    await room.dina.presses_token(yes)
    await room.dina.presses_token(yes)
    room.dina.sees("R-1 sudah dijadwalkan", "R-1 is scheduled")
    await room.dina.says("jadwalkan R-1", "schedule R-1")
    room.dina.sees("Kapan R-1 dikirim?", "When is R-1 to be sent?")
    await room.dina.says("26/11 07.00", "26/11 7:00")
    await room.dina.says("ya", "yes")
    await desk.later(days=2, hours=2)
    rina.silent()
    await desk.later(days=1)
    assert rina.news().count(HEADLINE) == 1


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (("kemarin 08.00", "yesterday 8am"), ("sudah lewat", "has passed")),
        (("hari ini jam 7", "today 7am"), ("sudah lewat", "has passed")),
        (("besok", "tomorrow"), ("Jamnya belum ada", "hour is missing")),
        (("31/2 10.00", "31/2 10:00"), ("tidak ada di kalender", "no such date")),
        (("1/1/2029 10.00", "1/1/2029 10:00"), ("terlalu jauh", "too far")),
        (("kapan-kapan", "whenever"), ("belum kami tangkap", "did not understand")),
        (("😀" * 4096,), ("belum kami tangkap", "did not understand")),
    ],
)
async def test_a_moment_that_cannot_be_used_is_asked_again(desk: Desk, typed: tuple[str, ...], answer: tuple[str, str]) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await room.approves()
    await room.dina.presses("Jadwalkan", "Schedule")
    await room.dina.says(*typed)
    room.dina.sees(*answer)
    room.dina.sees("Kapan R-1 dikirim?", "When is R-1 to be sent?")
    await room.dina.says("besok 08.00", "tomorrow 8am")
    room.dina.sees("Selasa 24 Nov 2026 08.00 WIB", "Tuesday 24 Nov 2026 08:00 WIB")
    rina.silent()


async def test_a_date_in_the_past_is_not_now(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await confirmed(desk, "kemarin 08.00", "yesterday 8am")
    room.dina.sees("sudah lewat", "has passed")
    await room.dina.says("30 menit lagi", "in 30 minutes")
    await desk.later(hours=1)  # the question was open too long
    await room.dina.presses("Ya", "Yes")
    room.dina.sees("sudah lewat", "has passed")
    rina.silent()
    assert (await room.latest()).status is Status.APPROVED


@pytest.mark.parametrize(
    "words", [("batal kirim R-1", "unschedule R-1"), ("batal R-1", "cancel R-1"), ("batalkan r1", "cancel r1")]
)
async def test_a_schedule_is_called_off(desk: Desk, words: tuple[str, str]) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await scheduled(desk)
    off = room.dina.button("Batal kirim", "Do not send")
    await room.sari.says(*words)
    room.sari.sees("Jadwal R-1 dibatalkan. Rilis tetap disetujui", "R-1 is no longer scheduled. It stays approved")
    await room.dina.presses_token(off)
    room.dina.sees("R-1 sudah disetujui", "R-1 is approved")
    await desk.later(days=2)
    rina.silent()


async def test_a_change_ends_a_schedule(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await scheduled(desk)
    await room.dina.says("draf R-1", "draft R-1")
    room.dina.sees("Jadwal kirim: Selasa 24 Nov 2026 08.00 WIB", "Scheduled for Tuesday 24 Nov 2026 08:00 WIB")
    await room.dina.presses("Ubah judul", "Change headline")
    await room.dina.says("Beras untuk Pampangan")
    room.dina.sees("persetujuan dan jadwal kirimnya gugur", "its approval and its schedule have ended")
    await desk.later(days=2)
    rina.silent()


async def test_who_is_there_at_the_moment_receives_it(desk: Desk) -> None:
    rina, budi = await desk.journalist("Rina Contoh"), await desk.journalist("Budi Contoh")
    await scheduled(desk)
    await budi.says("berhenti", "leave")
    await budi.says("ya", "yes")
    tono = await desk.journalist("Tono Contoh")
    await desk.later(days=1)
    rina.sees(HEADLINE)
    tono.sees(HEADLINE)
    budi.sees_not(HEADLINE)


async def test_a_scheduler_who_was_removed_is_told_nothing(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await scheduled(desk)
    await desk.remove(room.dina)
    await room.dina.says("halo")
    await desk.later(days=1)
    rina.sees(HEADLINE)
    room.dina.sees_not("R-1")
    room.sari.sees("✅ R-1 selesai: dikirim 1 dari 1", "✅ R-1 is done: sent 1 of 1")


async def test_a_jump_over_the_moment_sends_it_at_its_moment(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await scheduled(desk)
    await desk.later(days=5)
    assert rina.news().count(HEADLINE) == 1
    assert (await room.latest()).launched_at == desk.now.replace(day=24)


async def test_after_an_hour_without_power_it_is_sent_at_once(desk: Desk) -> None:
    rina, _ = await desk.journalist("Rina Contoh"), await scheduled(desk)
    await desk.off(hours=25)
    assert rina.news().count(HEADLINE) == 1


async def test_after_a_day_without_power_a_person_decides(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await scheduled(desk)
    await desk.off(hours=36, minutes=59)  # a minute to nine in the evening
    rina.silent()
    room.dina.sees("⚠️ R-1 tidak dikirim pada Selasa 24 Nov 2026 08.00 WIB", "⚠️ R-1 was not sent on Tuesday 24 Nov 2026 08:00 WIB")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    rina.sees(HEADLINE)
