"""J5, S7, H10: what a journalist follows and when they are told; releases in digests; and what came before somebody new."""

from datetime import timedelta

import pytest

from storage import tables
from storage.records import Role
from tests.applicants import waits
from tests.desk import EVERYWHERE, Desk
from tests.releases import TEXT, Newsroom, newsroom

HEALTH, STORM = (TEXT.replace("312", number).replace("480/231", f"480/{number}") for number in ("415", "518"))
FIELDS = TEXT.replace("312", "621").replace("480/231", "480/621")


async def sends(room: Newsroom, text: str, topic: tuple[str, str], told: tuple[str, str]) -> None:
    """A release about something, and what Dina is told of those who follow it."""
    await room.drafts(text)
    await room.dina.presses("Topik", "Topic")
    await room.dina.presses(*topic)
    room.dina.sees(f"Topik: {topic[0]}", f"Topic: {topic[1]}")
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    room.dina.sees(*told)
    await room.dina.presses("Ya, kirim", "Yes, send")


ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on neither language nor platform


@EVERYWHERE
async def test_a_digest_twice_a_day_of_what_is_followed_and_disasters_at_once(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    await rina.says("langganan", "subscriptions")
    rina.sees("Cara: Langsung", "How: At once")
    await rina.says("ringkasan", "digest")
    rina.sees("11.30 dan 16.30", "11:30 and 16:30")
    rina.sees("Kebencanaan tetap langsung", "Disasters still come at once")
    await rina.says("hukum", "law")  # no longer followed
    await rina.says("cuaca", "weather")
    rina.sees("belum kami kenal", "not known here")
    await rina.says("selesai", "done")
    later, never = ("1 di antaranya lewat ringkasan", "1 of them in the next digest"), ("1 (tidak mengikuti", "1 (not following")
    await sends(room, TEXT, ("Kesehatan", "Health"), later)
    await sends(room, HEALTH, ("Hukum", "Law"), never)
    await sends(room, FIELDS, ("Pertanian", "Agriculture"), later)
    andi.sees("312 KK")
    rina.sees_not("312 KK")
    await room.drafts(STORM)
    await room.dina.says("topik R-4 kebencanaan", "topic R-4 disasters")
    await room.dina.presses("Ajukan", "Submit")
    await room.sari.presses("Setujui", "Approve")
    await room.dina.presses("Kirim sekarang", "Send now")
    await room.dina.presses("Ya, kirim", "Yes, send")
    rina.sees("518 KK")
    await rina.says("naskah R-4", "full text R-4")
    await desk.later(hours=3, minutes=29)
    rina.sees_not("kabar untuk Anda", "things for you")
    await desk.later(minutes=2)  # 11.30 and a little
    rina.sees("2 kabar untuk Anda", "2 things for you")
    rina.sees("621 KK")
    rina.sees_not("415 KK")
    await rina.says("R-1")
    await desk.later(hours=5, minutes=5)  # 16.30 has passed, with nothing to say
    rina.sees_not("kabar untuk Anda", "things for you")
    await room.dina.says("laporan R-1", "report R-1")
    room.dina.sees("Dikirim 2", "Sent 2")


async def test_what_is_asked_while_it_is_open_is_answered_and_changes_nothing(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("langganan", "subscriptions")
    await rina.says("undangan", "invitations")  # what is coming, and no way of being told
    rina.sees("Belum ada undangan untuk Anda", "no open invitation for you")
    rina.sees_not("Isian", "form")  # nothing was being filled in
    await rina.says("langganan", "subscriptions")
    rina.sees("Cara: Langsung", "How: At once")
    await rina.says("langganan ringkasan", "subscriptions digest")  # the whole command, while it is open
    rina.sees("11.30 dan 16.30", "11:30 and 16:30")
    await rina.says("bantuan", "help")
    rina.sees_not("Isian", "Your form")


async def test_disasters_come_later_only_where_that_is_said_and_invitations_alone_means_no_release(desk: Desk) -> None:
    rina, _ = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    await rina.says("langganan hanya undangan", "subscriptions invitations only")
    await room.sends()
    rina.sees_not("312 KK")
    await rina.says("kebencanaan", "disasters")
    rina.sees("menyangkut keselamatan", "people's safety")
    await rina.presses("Tetap langsung", "Keep at once")
    rina.sees("Kebencanaan tetap langsung", "Disasters still come at once")
    await rina.presses("Kebencanaan", "Disasters")
    await rina.presses("Jangan kirim", "Do not send")
    rina.sees("Kebencanaan tidak dikirim", "Disasters are not sent")
    await rina.says("langsung", "at once")
    await rina.says("kebencanaan", "disasters")  # followed again, without a question
    rina.sees("Kebencanaan tetap langsung", "Disasters still come at once")
    await rina.says("11")
    await rina.says("9")
    rina.sees("Cara: Langsung", "How: At once")
    dina = await desk.staff(Role.DRAFTER, "Dini Teladan")
    await dina.says("langganan", "subscriptions")
    dina.sees_not("Cara", "How:")


async def test_who_changes_their_mind_gets_at_once_what_waited_for_the_digest(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    room = await newsroom(desk)
    await rina.says("langganan ringkasan", "subscriptions digest")
    await room.sends()
    await room.sends(HEALTH)
    rina.sees_not("KK")
    await rina.says("langganan langsung", "subscriptions at once")
    rina.sees("2 kabar untuk Anda", "2 things for you")


@ONCE
async def test_what_is_no_longer_wanted_leaves_the_digest_and_the_rest_comes_in_the_language_of_that_hour(desk: Desk) -> None:
    rina, andi = await desk.journalist("Rina Contoh"), await desk.journalist("Andi Misal", "Kabar Misal")
    room = await newsroom(desk)
    for each in (rina, andi):
        await each.says("langganan")
        await each.presses("Ringkasan 2× sehari")
    later = ("2 di antaranya lewat ringkasan",) * 2
    await sends(room, TEXT, ("Kesehatan", ""), later)
    await sends(room, HEALTH, ("Hukum", ""), later)
    await sends(room, FIELDS, ("Pertanian", ""), later)
    await rina.says("hukum")  # left while it waits
    await rina.says("selesai")
    await rina.says("bahasa inggris")
    await andi.presses("Hanya undangan")
    await desk.later(hours=4)
    rina.sees("2 things for you")
    rina.sees_not("415 KK")
    andi.sees_not("KK")


@ONCE
async def test_disasters_that_waited_come_when_they_are_wanted_at_once_again(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    await rina.says("langganan kebencanaan")
    await rina.presses("Ringkasan 2× sehari")
    await room.drafts(STORM)
    await room.dina.says("topik R-1 kebencanaan")
    await room.dina.presses("Ajukan")
    await room.sari.presses("Setujui")
    await room.dina.presses("Kirim sekarang")
    await room.dina.presses("Ya, kirim")
    rina.sees_not("518 KK")
    await rina.says("langganan kebencanaan")
    rina.sees("518 KK")


@EVERYWHERE
async def test_somebody_new_gets_the_last_days_as_one_message(desk: Desk) -> None:
    room = await newsroom(desk)
    vina = await desk.staff(Role.VERIFIER, "Vina Teladan")
    await desk.journalist("Andi Misal", "Kabar Misal")
    await room.sends(FIELDS)
    async with desk.db() as db:
        await db.change(tables.releases, launched_at=desk.now - timedelta(days=4))
    await room.sends()
    budi = await waits(desk)
    await room.sends(HEALTH)
    budi.sees_not("415 KK")  # the refusal: nobody has accepted him yet
    await vina.says("pendaftar", "applicants")
    await vina.presses("Budi")
    accept = vina.button("Terima", "Accept")
    await vina.presses_token(accept)
    budi.sees("2 kabar untuk Anda", "2 things for you")
    budi.sees_not("621 KK")
    await vina.presses_token(accept)  # the repeat
    assert budi.reads().count(desk.pick(("kabar untuk Anda", "things for you"))) == 1
    await budi.presses("R-3")
    budi.sees("415 KK")
    await room.dina.says("laporan R-3", "report R-3")
    room.dina.sees("Dikirim 2", "Sent 2")
