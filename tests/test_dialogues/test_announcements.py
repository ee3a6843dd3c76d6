"""Announcements: a short text to a group, now, later or every week."""

import pytest

from storage.records import Medium, Role
from tests.desk import EVERYWHERE, Desk, Somebody

ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on neither language nor platform


async def written(desk: Desk, *, group: tuple[str, ...] = ("Semua wartawan", "All journalists")) -> Somebody:
    """A drafter who has written an announcement and chosen its group."""
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await dedi.says("pengumuman", "announcement")
    dedi.sees("Apa isi pengumumannya", "What is to be announced")
    await dedi.says("Ruang pers pindah ke lantai 2.")
    dedi.sees("Untuk siapa", "Whom is this announcement for")
    await dedi.presses(*group)
    dedi.sees("Kapan dikirim", "When shall it be sent")
    return dedi


@EVERYWHERE
async def test_an_announcement_is_sent_at_once(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.presses("Sekarang", "Now")
    dedi.sees("Ruang pers pindah ke lantai 2.")
    dedi.sees("Semua wartawan (1 orang)", "All journalists (1 person)")
    dedi.sees("Waktu: sekarang", "Time: now")
    rina.silent()
    await dedi.presses("Kirim", "Send")
    dedi.sees("P-1 sedang dikirim ke 1 orang", "P-1 is being sent to 1 person")
    dedi.has_no_button("Kirim", "Send")
    rina.sees("Pengumuman Humas Kab. Teladan", "Announcement of Humas Kab. Teladan")
    rina.sees("Ruang pers pindah ke lantai 2.")


async def test_it_is_read_back_in_full_and_sent_at_its_moment(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.says("kirim besok 08.00", "send tomorrow 8am")
    dedi.sees("Selasa 24 Nov 2026 08.00 WIB", "Tuesday 24 Nov 2026 08:00 WIB")
    await dedi.presses("Kirim", "Send")
    dedi.sees("P-1 terjadwal untuk Semua wartawan", "P-1 is scheduled for All journalists")
    await desk.later(hours=23, minutes=59)
    rina.silent()
    await desk.later(minutes=2)
    rina.sees("Ruang pers pindah")
    dedi.sees("P-1 sedang dikirim ke 1 orang", "P-1 is being sent to 1 person")
    await dedi.says("P-1")
    dedi.sees("Sudah dikirim ke 1 orang", "Sent to 1 person")
    await desk.later(days=1)
    assert rina.news().count("Ruang pers pindah") == 1


async def test_a_weekly_one_comes_every_week_until_it_is_stopped(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.says("tiap selasa jam 9", "every tuesday 9am")
    dedi.sees(
        "setiap Selasa pukul 09.00, berikutnya Selasa 24 Nov 2026 09.00 WIB", "every Tuesday at 09:00, next on Tuesday 24 Nov"
    )
    await dedi.says("ya", "yes")
    await desk.later(days=1, hours=2)
    rina.sees("Ruang pers pindah")
    dedi.sees("Pengiriman berikutnya: Selasa 1 Des 2026 09.00 WIB", "sent again on Tuesday 1 Dec 2026 09:00 WIB")
    await rina.says("bantuan", "help")
    await desk.off(days=6)  # days on which nothing is due
    rina.sees_not("Ruang pers pindah")
    await desk.later(days=1)
    rina.sees("Ruang pers pindah")
    await dedi.says("daftar pengumuman", "announcements")
    dedi.sees("P-1")
    await dedi.presses("Hentikan P-1", "Stop P-1")
    dedi.sees("P-1 dihentikan", "P-1 is stopped")
    dedi.sees("Tidak ada pengumuman yang terjadwal", "No announcement is scheduled")
    await rina.says("bantuan", "help")
    await desk.off(days=6)
    await desk.later(days=2)
    rina.sees_not("Ruang pers pindah")


GROUPS = {
    ("Media siber", "Online media"): "Rina",
    ("Media cetak", "Print media"): "Toni",
    ("Semua wartawan", "All journalists"): "Rina Toni",
    ("Staf Humas", "Press office staff"): "Vera",
}


async def test_only_the_chosen_group_is_told(desk: Desk) -> None:
    people = {
        "Rina": await desk.journalist("Rina Contoh"),
        "Toni": await desk.journalist("Toni Contoh", outlet="Koran Contoh", medium=Medium.PRINT),
        "Vera": await desk.staff(Role.VERIFIER, "Vera Teladan"),
        "Pak": await desk.staff(Role.OFFICIAL, "Pejabat Teladan"),
    }
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    for label, reached in GROUPS.items():
        await dedi.says(f"pengumuman Kabar untuk {label[0]}.", f"announcement Kabar untuk {label[0]}.")
        await dedi.presses(*label)
        await dedi.presses("Sekarang", "Now")
        await dedi.presses("Kirim", "Send")
        told = [name for name, somebody in people.items() if f"Kabar untuk {label[0]}." in somebody.news()]
        assert " ".join(told) == reached


@ONCE
async def test_who_paused_is_counted_and_spared(desk: Desk) -> None:
    rina, sari = await desk.journalist("Rina Contoh"), await desk.journalist("Sari Contoh")
    await sari.says("jeda 3 hari", "pause 3 days")
    dedi = await written(desk)
    await dedi.presses("Sekarang", "Now")
    dedi.sees("1 orang sedang jeda", "1 person has paused")
    await dedi.presses("Kirim", "Send")
    rina.sees("Ruang pers pindah")
    sari.sees_not("Ruang pers pindah")


async def test_the_whole_form_can_be_typed(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await dedi.says("pengumuman Besok libur.\nTerima kasih ya", "announcement Besok libur.\nTerima kasih ya")
    await dedi.says("semua wartawan", "all journalists")
    await dedi.says("sekarang", "now")
    await dedi.says("kirim", "send")
    rina.sees("Besok libur.\nTerima kasih ya")
    await desk.later(hours=14)  # by night
    await dedi.says("pengumuman Besok apel.", "announcement Besok apel.")
    await dedi.says("semua wartawan", "all journalists")
    await dedi.says("sekarang", "now")
    await dedi.says("kirim", "send")
    dedi.sees(
        "P-2 dikirim ke 1 orang sesudah jam tenang, Selasa 24 Nov 2026 05.30 WIB",
        "P-2 goes to 1 person after the quiet hours, Tuesday 24 Nov 2026 05:30 WIB",
    )
    rina.sees_not("Besok apel.")


# Wrong input


REFUSED = (
    (("kemarin 08.00", "yesterday 8am"), ("sudah lewat", "has passed")),
    (("23/11 07.00", "today 7am"), ("sudah lewat", "has passed")),
    (("besok", "tomorrow"), ("Jamnya belum ada", "hour is missing")),
    (("31/2 10.00", "31/2 10:00"), ("Tanggal itu tidak ada", "no such date")),
    (("senin 24/11 10.00", "monday 24/11 10:00"), ("harinya tidak cocok", "weekday does not fit")),
    (("1/1/2029 10.00", "1/1/2029 10:00"), ("terlalu jauh", "too far")),
    (("kapan-kapan", "whenever"), ("belum terbaca", "could not read")),
    (("😀" * 4096,), ("belum terbaca", "could not read")),
)


async def test_a_moment_that_cannot_be_used_is_asked_again(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    for typed, answer in REFUSED:
        await dedi.says(*typed)
        dedi.sees(*answer)
        dedi.sees("Kapan dikirim", "When shall it be sent")
    await dedi.says("senin depan jam 9", "next monday 9am")
    dedi.sees("Ruang pers pindah ke lantai 2.")
    dedi.sees("Senin 30 Nov 2026 09.00 WIB", "Monday 30 Nov 2026 09:00 WIB")
    rina.silent()


async def test_a_text_that_is_empty_or_too_long_is_asked_again(desk: Desk) -> None:
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await dedi.says("pengumuman", "announcement")
    await dedi.says("🙏🙏🙏")
    dedi.sees("perlu kata-kata", "needs words")
    await dedi.says("a" * 1001)
    dedi.sees("1.001 karakter", "1,001 characters")
    await dedi.says("a" * 1000)
    dedi.sees("Untuk siapa", "Whom is this announcement for")


@ONCE
async def test_a_photo_or_a_voice_note_is_no_text(desk: Desk) -> None:
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await dedi.says("pengumuman", "announcement")
    for file in (desk.photo(), desk.voice(), desk.sticker()):
        await dedi.says(files=[file])
        dedi.sees("hanya bisa membaca teks", "only read text")
    await dedi.says("Besok libur.")
    dedi.sees("Untuk siapa", "Whom is this announcement for")


async def test_unknown_groups_and_answers_are_asked_again(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await dedi.says("pengumuman Besok libur.", "announcement Besok libur.")
    await dedi.says("para tetangga", "the neighbours")
    dedi.sees("belum kami kenali", "do not know that group")
    await dedi.says("1")
    await dedi.says("sekarang", "now")
    await dedi.says("entahlah", "who knows")
    dedi.sees("belum kami tangkap", "did not get that answer")
    dedi.sees("Besok libur.")
    rina.silent()


async def test_journalists_cannot_announce(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("pengumuman Saya menang", "announcement Saya menang")
    rina.sees("di luar tugas Anda", "not part of your work")


# Changing one's mind


@EVERYWHERE
async def test_each_part_can_be_changed_before_it_is_sent(desk: Desk) -> None:
    dedi = await written(desk)
    await dedi.presses("Sekarang", "Now")
    await dedi.presses("Ubah", "Change")
    await dedi.presses("Teks", "Text")
    await dedi.says("Ruang pers pindah ke lantai 3.")
    dedi.sees("lantai 3")
    await dedi.says("ubah", "change")
    await dedi.says("penerima", "recipients")
    await dedi.says("radio")
    dedi.sees("Radio (0 orang)", "Radio (0 people)")
    dedi.sees("belum ada penerima", "nobody in that group")
    await dedi.says("2")
    await dedi.says("3")
    await dedi.says("besok sore", "tomorrow 4pm")
    dedi.sees("Selasa 24 Nov 2026 16.00 WIB", "Tuesday 24 Nov 2026 16:00 WIB")
    dedi.sees("lantai 3")


@ONCE
async def test_nothing_is_sent_after_cancelling(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.presses("Sekarang", "Now")
    send = dedi.button("Kirim", "Send")
    await dedi.presses("Batal", "Cancel")
    dedi.sees("Tidak ada yang dikirim", "Nothing was sent")
    await dedi.presses_token(send)
    dedi.sees("tidak sedang disusun", "no longer being written")
    rina.silent()


@ONCE
async def test_another_command_leaves_the_form(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.says("bantuan", "help")
    dedi.sees("masih menunggu", "still waiting")
    await dedi.says("batal", "cancel")
    dedi.sees("Tidak ada yang dikirim", "Nothing was sent")
    await dedi.says("sekarang", "now")
    rina.silent()


@ONCE
async def test_send_pressed_twice_announces_once(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.presses("Sekarang", "Now")
    send = dedi.button("Kirim", "Send")
    await dedi.presses_token(send)
    await dedi.presses_token(send)
    dedi.sees("sudah kami terima sebagai P-1", "taken on as P-1 already")
    assert rina.news().count("Ruang pers pindah") == 1


@ONCE
async def test_an_old_preview_does_not_send_what_was_changed(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.presses("Sekarang", "Now")
    send = dedi.button("Kirim", "Send")
    await dedi.presses("Ubah", "Change")
    await dedi.presses("Teks", "Text")
    await dedi.says("Rapat ditunda.")
    await dedi.presses_token(send)
    dedi.sees("Rapat ditunda.")
    rina.silent()
    await dedi.presses("Kirim", "Send")
    rina.sees("Rapat ditunda.")


@ONCE
async def test_a_moment_that_passes_over_the_preview_is_asked_again(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.says("30 menit lagi", "in 30 minutes")
    await desk.later(hours=1)
    await dedi.presses("Kirim", "Send")
    dedi.sees("sudah lewat", "has passed")
    rina.silent()
    await dedi.says("2 jam lagi", "in 2 hours")
    await dedi.presses("Kirim", "Send")
    await desk.later(hours=3)
    rina.sees("Ruang pers pindah")


# Stopping


async def test_a_scheduled_one_is_stopped_by_its_code(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    anto = await desk.staff(Role.APPROVER, "Anto Teladan")
    await dedi.says("besok 08.00", "tomorrow 8am")
    await dedi.presses("Kirim", "Send")
    stop = dedi.button("Hentikan P-1", "Stop P-1")
    await anto.says("hentikan P-1", "stop P-1")
    anto.sees("P-1 dihentikan", "P-1 is stopped")
    await dedi.presses_token(stop)
    dedi.sees("dihentikan oleh Anto Teladan", "Stopped by Anto Teladan")
    await desk.later(days=2)
    rina.silent()
    await anto.says("hentikan P-99", "stop P-99")
    anto.sees("P-99 tidak kami temukan", "no announcement P-99")


@ONCE
async def test_stopping_one_that_is_being_sent_cancels_what_waits(desk: Desk) -> None:
    crowd = [await desk.journalist(f"Rina Contoh {'I' * number}") for number in range(1, 21)]
    dedi = await written(desk)
    await dedi.presses("Sekarang", "Now")
    await dedi.presses_to_many("Kirim", "Send", first=7)
    await dedi.says("P-1")
    dedi.sees("dikirim 7, menunggu 13", "7 sent, 13 waiting")
    await dedi.says("hentikan pengumuman 1", "stop announcement 1")
    dedi.sees("7 pesan terlanjur dikirim, 13 yang menunggu dibatalkan", "7 messages had already been sent; 13 that were waiting")
    await desk.later(minutes=5)
    assert sum("Ruang pers" in each.news() for each in crowd) == 7


@ONCE
async def test_who_got_it_can_read_it_again(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.presses("Sekarang", "Now")
    await dedi.presses("Kirim", "Send")
    await rina.says("P-1")
    rina.sees("Ruang pers pindah")
    sari = await desk.journalist("Sari Contoh")
    await sari.says("P-1")
    sari.sees("P-1 tidak kami temukan", "no announcement P-1")


# The machine was off


@ONCE
async def test_a_weekly_moment_missed_by_hours_is_sent_once(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.says("tiap senin 09.00", "every monday 9am")
    await dedi.presses("Kirim", "Send")
    await desk.off(days=14, hours=6)  # two Mondays at nine were missed; the second by five hours
    assert rina.news().count("Ruang pers pindah") == 1
    dedi.sees("Senin 14 Des 2026 09.00 WIB", "Monday 14 Dec 2026 09:00 WIB")


@ONCE
async def test_a_moment_missed_for_long_is_skipped_and_the_author_told(desk: Desk) -> None:
    rina, dedi = await desk.journalist("Rina Contoh"), await written(desk)
    await dedi.says("hari ini 09.00", "today 9am")
    await dedi.presses("Kirim", "Send")
    await desk.off(hours=14)
    rina.silent()
    dedi.sees("P-1 tidak dikirim pada Senin 23 Nov 2026 09.00 WIB", "P-1 was not sent on Monday 23 Nov 2026 09:00 WIB")
    await desk.later(days=1)
    rina.silent()
    await dedi.says("P-1")
    dedi.sees("layanan sedang mati", "the service was off")
