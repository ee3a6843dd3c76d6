"""J2: one person on two channels, connected by six digits, and two registrations that were one person."""

import re

from storage import links, people
from storage.records import Role, Standing
from tests.desk import Desk, Somebody
from tests.releases import HEADLINE, newsroom


async def code_of(somebody: Somebody) -> str:
    """The code that the desk gives somebody."""
    await somebody.says("hubungkan", "connect")
    found = re.search(r"(?:Kode Anda|Your code): (\d{3} \d{3})", somebody.news())
    assert found, somebody.news()
    return found[1]


async def test_a_second_app_becomes_hers_and_releases_come_once(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    other = await (await desk.second_app()).stranger("Rina C.")
    await other.says(await code_of(rina))
    other.sees("✅ Kedua aplikasi Anda sekarang terhubung", "✅ Your two apps are connected now")
    rina.sees("✅ Kedua aplikasi Anda sekarang terhubung", "✅ Your two apps are connected now")
    assert (await other.record()).name == "Rina Contoh"
    await room.sends()
    rina.sees(HEADLINE)
    other.sees_not(HEADLINE)
    await other.says("status")
    other.sees("diterima", "received")
    rina.sees_not("diterima", "received")  # an answer goes where the question came from


async def test_she_chooses_where_releases_come(desk: Desk) -> None:
    rina, room = await desk.journalist("Rina Contoh"), await newsroom(desk)
    other = await (await desk.second_app()).stranger("Rina C.")
    code = await code_of(rina)
    await other.says(f"hubungkan {code}", f"connect {code}")
    person = await rina.record()
    async with desk.db() as db:
        second = (await people.addresses_of(db, person.id))[1]
    await other.presses_token(f"connect_to.{second.id}")
    other.sees("Rilis dan undangan dikirim ke Ponsel coba", "Releases and invitations go to Practice phone")
    await room.sends()
    other.sees(HEADLINE)
    rina.sees_not(HEADLINE)
    await other.leaves()
    await room.sends()
    rina.sees(HEADLINE)  # where the preferred app cannot be reached, the other one is used


async def test_a_wrong_an_old_and_a_used_code_are_worth_nothing(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    app = await desk.second_app()
    other, third = await app.stranger("Rina C."), await app.stranger("Orang Lain")
    old = await code_of(rina)
    await rina.says(old)
    rina.sees("diketik di aplikasi yang lain", "typed in the other app")
    old = await code_of(rina)
    await desk.later(minutes=11)
    await other.says(old)
    other.sees("tidak cocok atau sudah lewat waktunya", "does not fit, or its time is over")
    first, second = await code_of(rina), await code_of(rina)
    await other.says(first)
    other.sees("tidak cocok", "does not fit")
    await other.says(second)
    other.sees("✅ Kedua aplikasi", "✅ Your two apps")
    await third.says(second)
    third.sees("tidak cocok", "does not fit")


async def test_who_guesses_has_to_wait(desk: Desk) -> None:
    rina, other = await desk.journalist("Rina Contoh"), await (await desk.second_app()).stranger("Orang Lain")
    code = await code_of(rina)
    wrong = [f"{number:06}" for number in range(7) if f"{number:06}" != code.replace(" ", "")]
    for guess in wrong[:5]:
        await other.says(guess)
    await other.says(code)
    other.sees("setelah satu jam", "in an hour")
    assert (await other.record()).name != "Rina Contoh"


async def test_two_registrations_become_one_only_when_both_say_so(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh", hosts=("suaracontoh.id",))
    app = await desk.second_app()
    other = await app.journalist("Rina C.", outlet="Kabar Misal", hosts=("kabarmisal.id",))
    await other.says("https://kabarmisal.id/berita/1/banjir-surut")
    await desk.later(seconds=10)
    await other.says(await code_of(rina))
    other.sees("Anda dan Rina Contoh terdaftar terpisah", "You and Rina Contoh are registered separately")
    await other.presses("Ya, gabungkan", "Yes, merge them")
    other.sees("⏳ Dicatat", "⏳ Noted")
    assert (await other.record()).name == "Rina C."
    await rina.presses("Ya, gabungkan", "Yes, merge them")
    rina.sees("✅ Kedua aplikasi", "✅ Your two apps")
    other.sees("✅ Kedua aplikasi", "✅ Your two apps")
    kept = await other.record()
    assert kept == await rina.record()
    async with desk.db() as db:
        assert [each.address for each in await links.latest(db, desk.now.replace(day=1), kept.id, 5)]
        assert len(await people.outlets_of(db, kept.id)) == 2
        assert len(await people.in_standing(db, Standing.MERGED)) == 1
    await other.presses("Pisahkan lagi", "Separate again")
    other.sees("✅ Sudah dipisahkan lagi", "✅ Separated again")
    assert (await other.record()).name == "Rina C."
    both = await rina.record(), await other.record()
    async with desk.db() as db:
        assert [len(await links.latest(db, desk.now.replace(day=1), each.id, 5)) for each in both] == [0, 1]


async def test_one_no_is_enough_and_strangers_cannot_agree(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    other = await (await desk.second_app()).journalist("Bayu Misal", outlet="Kabar Misal")
    stranger = await desk.journalist("Orang Lain")
    await other.says(await code_of(rina))
    agreed = other.button("Ya, gabungkan", "Yes, merge them")
    await stranger.presses_token(agreed)
    stranger.sees("sudah tidak berlaku", "no longer valid")
    await rina.presses("Bukan saya", "Not me")
    rina.sees("tetap terpisah", "stay separate")
    await other.presses_token(agreed)
    assert (await other.record()).name == "Bayu Misal"


async def test_staff_are_never_merged_with_another_registration(desk: Desk) -> None:
    dina = await desk.staff(Role.DRAFTER, "Dina Teladan")
    app = await desk.second_app()
    other, own = await app.journalist("Rina C.", outlet="Kabar Misal"), await app.stranger("Dina")
    await other.says(await code_of(dina))
    other.sees("Akun petugas tidak digabungkan", "Staff accounts are not merged")
    assert (await other.record()).role is Role.JOURNALIST
    await own.says(await code_of(dina))
    own.sees("✅ Kedua aplikasi", "✅ Your two apps")
    assert (await own.record()).role is Role.DRAFTER


async def test_a_form_that_is_open_stays_open(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("jeda", "pause")
    await rina.says("hubungkan", "connect")
    rina.sees("masih menunggu", "still waiting")
    await rina.says("1 hari", "1 day")
    assert (await rina.record()).standing is Standing.PAUSED


async def test_who_is_not_registered_is_told_how(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("hubungkan", "connect")
    budi.sees("di aplikasi tempat Anda sudah terdaftar", "in the app where you are registered")
