"""J15, language and profile: silence for a while, goodbye, and what one may change of oneself."""

from datetime import timedelta

import pytest

from storage import notices, outbox, people
from storage.records import Language, Purpose, Role, RowState, Standing
from storage.tables import consents
from storage.tables import outbox as outbox_table
from tests.desk import EVERYWHERE, Desk, Somebody


async def waits_for(desk: Desk, somebody: Somebody) -> None:
    """A release waits for somebody; it is held, so that it does not leave at once."""
    person = await somebody.record()
    async with desk.db() as db:
        address = await people.address_of(db, person.id)
        assert address
        account, chat = address.account_id, address.chat
        await outbox.post(db, person, account, chat, "desk_failed", {}, desk.now, purpose=Purpose.RELEASE, subject="release:7")
        await outbox.hold(db, "release:7")


async def tally(desk: Desk) -> dict[RowState, int]:
    async with desk.db() as db:
        return await outbox.tally(db, "release:7")


async def test_a_pause_ends_by_itself_with_one_message(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await waits_for(desk, rina)
    await rina.says("jeda 3 hari", "pause 3 days")
    rina.sees("sampai Kamis 26 Nov 2026 08.00 WIB", "until Thursday 26 Nov 2026 08:00 WIB")
    assert await tally(desk) == {RowState.CANCELLED: 1}
    assert (await rina.record()).standing is Standing.PAUSED
    await desk.later(days=2)
    assert (await rina.record()).standing is Standing.PAUSED
    await desk.later(days=2)
    rina.sees("✅ Jeda Anda selesai", "✅ Your pause is over")
    assert rina.reads().count("✅") == 1
    assert ((await rina.record()).standing, (await rina.record()).paused_until) == (Standing.ACTIVE, None)


@EVERYWHERE
async def test_a_pause_without_a_length_is_asked_for(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("jeda", "pause")
    await rina.says("sebentar saja", "just a bit")
    rina.sees("Lamanya belum kami pahami", "could not read that length")
    await rina.presses("7 hari", "7 days")
    assert (await rina.record()).paused_until == desk.now + timedelta(days=7)
    await rina.says("jeda 400 hari", "pause 400 days")
    rina.sees("paling lama 365 hari", "365 days at most")
    await rina.says("bantuan", "help")
    await rina.says("1 hari", "1 day")
    assert (await rina.record()).paused_until == desk.now + timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "said", "until"),
    [
        ("jeda 3 hari", "pause 3 days", ("Kamis 26 Nov 2026 08.00 WIB", "Thursday 26 Nov 2026 08:00 WIB")),
        ("jeda seminggu", "a week", ("Senin 30 Nov 2026 08.00 WIB", "Monday 30 Nov 2026 08:00 WIB")),
        ("3 hri", "pause: 3 days", ("Kamis 26 Nov 2026 08.00 WIB", "Thursday 26 Nov 2026 08:00 WIB")),
        ("sampai senin", "until monday", ("Senin 30 Nov 2026 05.30 WIB", "Monday 30 Nov 2026 05:30 WIB")),
        ("jeda sampai besok jam 9", "until tomorrow 9am", ("Selasa 24 Nov 2026 09.00 WIB", "Tuesday 24 Nov 2026 09:00 WIB")),
    ],
)
async def test_a_pause_is_understood_as_help_teaches_it(desk: Desk, typed: str, said: str, until: tuple[str, str]) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("jeda", "pause")
    rina.sees("sampai Senin", "until Monday")
    await rina.says(typed, said)
    rina.sees(*until)
    assert (await rina.record()).standing is Standing.PAUSED


async def test_a_pause_in_the_past_or_for_ever_is_asked_again(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("jeda sampai kemarin", "pause until yesterday")
    rina.sees("sudah lewat", "over already")
    await rina.says("400 hari", "400 days")
    rina.sees("paling lama 365 hari", "365 days at most")
    assert (await rina.record()).standing is Standing.ACTIVE


async def test_a_pause_is_ended_once(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("jeda 3 hari", "pause 3 days")
    now = rina.button("Lanjut sekarang", "Resume now")
    await rina.presses_token(now)
    rina.sees("✅ Jeda Anda selesai", "✅ Your pause is over")
    await rina.presses_token(now)
    rina.sees("tidak sedang jeda", "not paused")
    await rina.says("lanjut", "resume")
    rina.sees("tidak sedang jeda", "not paused")
    await desk.later(days=4)
    rina.sees_not("✅ Jeda", "✅ Your pause")


async def test_leaving_is_asked_once_and_registering_brings_back(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    person = await rina.record()
    async with desk.db() as db:
        await notices.consent(db, person.id, "2026-11", desk.now)
    await waits_for(desk, rina)
    await rina.says("berhenti", "leave")
    assert (await rina.record()).standing is Standing.ACTIVE
    yes = rina.button("Ya, berhenti", "Yes, leave")
    await rina.presses_token(yes)
    rina.sees("✅ Anda sudah keluar", "✅ You have left")
    assert await tally(desk) == {RowState.CANCELLED: 1}
    async with desk.db() as db:
        row = await db.row(db.of(consents).where(consents.c.person_id == person.id))
    assert row
    assert row.withdrawn_at == desk.now
    await rina.presses_token(yes)
    rina.sees("belum terdaftar", "not registered")
    await rina.says("status")
    rina.sees("daftar dulu", "register")
    await rina.says("daftar", "register")
    await rina.presses("Setuju", "I agree")
    rina.sees("✅ Selamat datang kembali, Rina Contoh", "✅ Welcome back, Rina Contoh")
    back = await rina.record()
    assert (back.role, back.standing, back.outlet_id) == (Role.JOURNALIST, Standing.ACTIVE, person.outlet_id)


async def test_who_says_no_stays(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("berhenti", "leave")
    await rina.says("apa itu", "what is that")
    rina.sees("Yakin?", "Are you sure?")
    await rina.says("tidak jadi", "no")
    rina.sees("tetap terdaftar", "stay registered")
    await rina.says("berhenti", "leave")
    await rina.says("profil", "profile")
    await rina.says("batal", "cancel")
    await rina.says("ya", "yes")
    assert (await rina.record()).standing is Standing.ACTIVE


async def test_staff_who_leave_come_back_as_anybody(desk: Desk) -> None:
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    await dedi.says("berhenti", "leave")
    dedi.sees("perlu kode baru", "need a new code")
    await dedi.says("ya", "yes")
    await dedi.says("daftar", "register")
    await dedi.presses("Setuju", "I agree")
    dedi.sees("Siapa nama lengkap Anda?", "What is your full name?")
    assert (await dedi.record()).role is Role.GUEST


async def test_somebody_who_waits_can_take_it_back(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    budi = await desk.stranger()
    await budi.says("berhenti", "leave")
    budi.sees("belum terdaftar", "not registered")
    await budi.says("daftar", "register")
    await budi.says("ya", "yes")
    for answer in ("Budi Contoh", "Suara Contoh", "1", "1", "-", "ya"):
        await budi.says(answer)
    await budi.says("berhenti", "leave")
    await budi.says("ya", "yes")
    await vera.presses("Terima", "Accept")
    vera.sees("membatalkan pendaftarannya sendiri", "took the registration back")
    assert (await budi.record()).standing is Standing.LEFT


@pytest.mark.parametrize("typed", ["english", "bahasa inggris", "Bahasa Inggris", "/english"])
async def test_english_at_a_word_and_what_waits_follows(desk: Desk, typed: str) -> None:
    rina = await desk.journalist("Rina Contoh")
    await rina.says("bahasa indonesia")
    rina.sees("✅ Baik, sekarang kami berbahasa Indonesia.")
    await waits_for(desk, rina)
    await rina.says(typed)
    rina.sees("✅ All right, we speak English.")
    async with desk.db() as db:
        row = await db.row(db.of(outbox_table).where(outbox_table.c.subject == "release:7"))
    assert row
    assert row.language == Language.EN


@EVERYWHERE
async def test_languages_are_chosen_by_button_and_a_form_goes_on(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.says("ya", "yes")
    await budi.says("bahasa", "language")
    await budi.presses("English")
    budi.sees("we speak English")
    await budi.says("Budi Contoh")
    budi.sees("Which outlet do you write for?")
    await budi.says("bahasa indonesia")
    budi.sees("kami berbahasa Indonesia")


async def test_a_profile_is_seen_and_changed(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    await rina.says("profil", "profile")
    rina.sees("Media: Suara Contoh", "Outlet: Suara Contoh")
    await rina.presses("Ganti nama", "Change name")
    await rina.says("https://contoh.id")
    rina.sees("Tanpa link", "Without links")
    await rina.says("nama saya Rina Baru Contoh", "my name is Rina Baru Contoh")
    rina.sees("Nama: Rina Baru Contoh", "Name: Rina Baru Contoh")
    await rina.presses("Ganti wilayah", "Change area")
    await rina.says("Kecamatan Teladan")
    rina.sees("Wilayah: Kecamatan Teladan", "Area: Kecamatan Teladan")
    await rina.presses("Ganti wilayah", "Change area")
    await rina.says("batal", "cancel")
    assert (await rina.record()).area == "Kecamatan Teladan"


async def test_staff_are_told_of_another_outlet(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    rina = await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    await rina.says("profil", "profile")
    change = rina.button("Ganti media", "Change outlet")
    await rina.presses_token(change)
    await rina.says("Kabar Teladan")
    await rina.presses("Media saya tidak ada", "My outlet is not listed")
    await rina.presses("Ya", "Yes")
    await rina.presses("media siber", "online")
    await rina.says("kabarteladan.example")
    rina.sees("Media: Kabar Teladan", "Outlet: Kabar Teladan")
    vera.sees(
        "Rina Contoh pindah media: dari Suara Contoh ke Kabar Teladan", "Rina Contoh moved from Suara Contoh to Kabar Teladan"
    )
    vera.sees("belum ada di daftar", "not in the register yet")
    await rina.presses_token(change)
    await rina.says("Kabar Teladan")
    await rina.presses("Kabar Teladan")
    assert "Suara Contoh" not in rina.news()
    assert vera.reads().count("Suara Contoh") == 1
