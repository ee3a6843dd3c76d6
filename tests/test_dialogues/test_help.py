"""Nobody is trapped: help, cancel, and the answers to what the desk cannot use (C8)."""

import pytest

from storage.records import Role
from tests.desk import EVERYWHERE, Desk


@EVERYWHERE
async def test_a_stranger_is_told_how_to_begin(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("halo")
    budi.sees("Selamat datang di layanan media Humas Kab. Teladan", "Welcome to the media service")
    budi.button("Daftar", "Register")


@EVERYWHERE
async def test_two_misunderstandings_lead_to_help(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("qwerty asdf")
    rina.sees("belum kami tangkap", "did not get that")
    await rina.says("qwerty asdf")
    rina.sees("Layanan media Humas Kab. Teladan", "Media service of Humas Kab. Teladan")


async def test_understanding_in_between_forgives_a_miss(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("qwerty asdf")
    await rina.says("bantuan", "help")
    await rina.says("qwerty asdf")
    rina.sees("belum kami tangkap", "did not get that")


async def test_help_shows_what_the_role_can_do(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await rina.says("tolong", "help")
    rina.sees("jeda 3 hari", "pause 3 days")
    rina.sees_not("buat rilis", "new release")
    await dedi.says("/help")
    dedi.sees("buat rilis", "new release")


async def test_cancel_always_has_an_answer(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("batal", "cancel")
    rina.sees("Tidak ada yang sedang diisi", "nothing to cancel")


async def test_voice_notes_and_stickers_are_answered(desk: Desk) -> None:
    rina, dina = await desk.journalist("Rina Contoh"), await desk.staff(Role.DRAFTER, "Dina Teladan")
    await dina.says(files=[desk.voice()])
    dina.sees("hanya bisa membaca teks", "only read text")
    await rina.says(files=[desk.sticker()])
    rina.sees("hanya bisa membaca teks", "only read text")
    await rina.says(files=[desk.voice()])
    rina.sees("Ini bukti tayang di mana?", "Where was this published?")


async def test_a_button_that_leads_nowhere_is_answered(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.presses_token("nothing.7")
    rina.sees("sudah tidak berlaku", "no longer valid")
    await rina.presses_token("x" * 500)
    rina.sees("sudah tidak berlaku", "no longer valid")


@EVERYWHERE
async def test_four_thousand_emoji_are_no_trouble(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("🙂" * 4096)
    rina.sees("belum kami tangkap", "did not get that")


async def test_a_text_without_end_is_refused_in_words(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("panjang " * 6000)
    rina.sees("terlalu panjang", "too long")


@pytest.mark.parametrize("typed", ["oke siap", "👍", "terima kasih pak 🙏", "siap laksanakan", "baik, noted"])
async def test_thanks_and_a_nod_need_no_answer(desk: Desk, typed: str) -> None:
    rina = await desk.journalist("Rina Contoh")
    for _ in range(3):
        await rina.says(typed)
        rina.silent()


async def test_a_greeting_is_answered_in_kind_and_never_by_the_help_page(desk: Desk) -> None:
    rina, budi = await desk.journalist("Rina Contoh"), await desk.staff(Role.OFFICIAL, "Budi Teladan")
    for _ in range(3):
        await rina.says("selamat pagi", "good morning")
        rina.sees("Selamat pagi, Rekan media. Ada yang bisa kami bantu?", "Good morning. How can we help?")
        rina.sees_not("jeda 3 hari", "pause 3 days")
    await desk.later(hours=6)  # two in the afternoon
    await budi.says("siang", "hello")
    budi.sees("Selamat siang, Bapak/Ibu.", "Good afternoon, Sir or Madam.")
    await desk.later(hours=8)
    await rina.says("assalamualaikum")
    rina.sees("Waalaikumsalam. Selamat malam, Rekan media.", "Peace be upon you too. Good evening.")
