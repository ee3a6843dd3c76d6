"""J1: while somebody registers and waits, nothing they say is lost and everything can be mended."""

import pytest

from storage import outlets
from storage.records import Role, Standing
from tests.applicants import registers, waits
from tests.desk import Desk

# --- the summary: one answer is changed ---------------------------------------------------------------


async def test_one_answer_is_changed_and_the_others_stay(desk: Desk) -> None:
    budi = await desk.stranger()
    await registers(budi)
    await budi.presses("Ganti nama", "Change name")
    await budi.says("nama saya Budi Misal", "my name is Budi Misal")
    budi.sees("Nama: Budi Misal\nMedia: Kabar Teladan", "Name: Budi Misal\nOutlet: Kabar Teladan")
    budi.sees("Wilayah: Kecamatan Contoh", "Area: Kecamatan Contoh")
    await budi.presses("Ganti peran", "Change work")
    await budi.presses("Redaktur", "Editor")
    budi.sees("Peran: Redaktur", "Work: Editor")
    await budi.presses("Kirim", "Send")
    person = await budi.record()
    assert (person.name, person.work, person.standing) == ("Budi Misal", "redaktur", Standing.WAITING)


@pytest.mark.parametrize(
    ("typed", "said", "asks"),
    [
        ("namanya salah", "my name is wrong", ("Siapa nama lengkap Anda?", "What is your full name?")),
        ("nama", "name", ("Siapa nama lengkap Anda?", "What is your full name?")),
        ("2", "2", ("Siapa nama lengkap Anda?", "What is your full name?")),
        ("ganti media", "change outlet", ("media apa", "Which outlet")),
        ("wilayah", "area", ("Wilayah liputan Anda?", "Which area")),
    ],
)
async def test_what_is_to_be_changed_can_be_typed(desk: Desk, typed: str, said: str, asks: tuple[str, str]) -> None:
    budi = await desk.stranger()
    await registers(budi)
    await budi.says(typed, said)
    budi.sees(*asks)
    await budi.says("tetap", "keep")
    budi.sees("Nama: Budi Contoh", "Name: Budi Contoh")


async def test_no_at_the_summary_asks_what_is_wrong(desk: Desk) -> None:
    budi = await desk.stranger()
    await registers(budi)
    for unhappy in (("tidak", "no"), ("ulangi", "again")):
        await budi.says(*unhappy)
        budi.sees("Apa yang ingin diganti?", "What do you want to change?")
    await budi.says("hmm")
    budi.sees("belum kami kenali", "do not know that choice")
    change = budi.button("Ganti media", "Change outlet")
    await budi.presses_token(change)
    await budi.says("Suara Misal")
    await budi.presses("Tidak jadi diganti", "Keep it as it was")
    budi.sees("Media: Kabar Teladan", "Outlet: Kabar Teladan")
    await budi.says("ya", "yes")
    budi.sees("⏳ Menunggu verifikasi", "⏳ Waiting to be verified")
    await budi.presses_token(change)
    budi.sees("sudah kami terima", "We received your registration")


async def test_a_command_in_the_middle_of_the_form_is_told_how_it_stands(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    await budi.says("/status")
    budi.sees("juga untuk melanjutkan yang sudah dimulai", "also to go on with what you have begun")
    await budi.says("status")
    budi.sees("Selesaikan dulu isian ini", "finish this form first")
    budi.sees("Siapa nama lengkap Anda?", "What is your full name?")
    budi.sees_not("ketik daftar", "type register")


# --- the outlet that is not in the register -----------------------------------------------------------


@pytest.mark.parametrize("sought", ["gmn ini?", "https://contoh.id/berita", "saya tidak tahu harus menulis apa di sini"])
async def test_what_is_no_name_does_not_become_an_outlet(desk: Desk, sought: str) -> None:
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    await budi.says("Budi Contoh")
    await budi.says(sought)
    await budi.presses("Media saya tidak ada", "My outlet is not listed")
    budi.sees("Apa nama media Anda?", "What is the name of your outlet?")
    budi.has_no_button("Ya", "Yes")
    await budi.says("media Kabar Budi", "outlet Kabar Budi")
    budi.sees("“Kabar Budi” termasuk jenis apa?", "What kind of outlet is “Kabar Budi”?")


async def test_another_name_than_the_one_offered_is_typed(desk: Desk) -> None:
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    await budi.says("Budi Contoh")
    await budi.says("kbr tldn")
    await budi.presses("Media saya tidak ada", "My outlet is not listed")
    await budi.says("tidak", "no")
    budi.sees("Apa nama media Anda?", "What is the name of your outlet?")
    await budi.says("suara contoh")
    budi.sees("Apa peran Anda di Suara Contoh?", "What do you do at Suara Contoh?")


async def test_an_article_leads_to_its_site_and_a_known_site_to_its_outlet(desk: Desk) -> None:
    await desk.journalist("Rina Contoh", outlet="Suara Contoh", hosts=("suaracontoh.id",))
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    for answer in ("Budi Contoh", "Kabar Budi"):
        await budi.says(answer)
    await budi.presses("Media saya tidak ada", "My outlet is not listed")
    await budi.presses("Ya", "Yes")
    await budi.says("1")
    await budi.says("bukan situs")
    budi.sees("bukan alamat situs", "no web address")
    await budi.says("suaracontoh.id")
    budi.sees("sudah tercatat untuk Suara Contoh", "noted for Suara Contoh")
    budi.button("Suara Contoh")
    await budi.says("https://www.kabarbudi.id/2026/11/24/banjir-di-kota-surut")
    budi.sees("Maksudnya kabarbudi.id?", "Do you mean kabarbudi.id?")
    offered = budi.button("Ya", "Yes")
    await budi.presses_token(offered)
    budi.sees("Apa peran Anda di Kabar Budi?", "What do you do at Kabar Budi?")
    await budi.presses_token(offered)
    budi.sees("Apa peran Anda di Kabar Budi?", "What do you do at Kabar Budi?")
    await budi.says("saya wartawan", "i am a wartawan")
    await budi.says("-")
    await budi.presses("Kirim", "Send")
    person = await budi.record()
    async with desk.db() as db:
        outlet = await outlets.find(db, person.outlet_id)
        assert outlet
        assert [each.host for each in await outlets.hosts_of(db, outlet.id)] == ["kabarbudi.id"]
        assert "kabarbudi.id" not in {each.host for each in await outlets.all_hosts(db)}  # until staff have looked
        await outlets.confirm(db, outlet.id)
        assert "kabarbudi.id" in {each.host for each in await outlets.all_hosts(db)}


# --- while they wait ----------------------------------------------------------------------------------


async def test_every_further_sentence_reaches_who_asked(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    viktor = await desk.staff(Role.VERIFIER, "Viktor Teladan")
    budi = await waits(desk, "Budi")
    await vera.presses("Tanya", "Ask")
    await vera.says("Siapa nama lengkapnya?")
    await budi.says("Budi Contoh")
    vera.sees("Pesannya: Budi Contoh", "They say: Budi Contoh")
    await budi.says("bin Misal, nomor kartu pers 12345")
    budi.sees("✅ Tambahan Anda sudah diteruskan", "✅ What you added was passed on")
    vera.sees("Pesannya: bin Misal, nomor kartu pers 12345", "They say: bin Misal, nomor kartu pers 12345")
    await budi.says("kirim surat tugas besok ya", "send the letter tomorrow")
    vera.sees("Pesannya: kirim surat tugas besok ya", "They say: send the letter tomorrow")
    assert "12345" not in viktor.reads()


async def test_where_nobody_asked_all_who_look_after_people_read_it(desk: Desk) -> None:
    vera, ani = await desk.staff(Role.VERIFIER, "Vera Teladan"), await desk.staff(Role.ADMIN, "Ani Teladan")
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    budi = await waits(desk)
    await budi.says("Kantor kami pindah ke Kecamatan Misal")
    for staff in (vera, ani):
        staff.sees("Tambahan dari pendaftar", "An applicant adds something")
        staff.sees("Kantor kami pindah ke Kecamatan Misal")
    assert "Misal" not in dedi.reads()


async def test_a_courtesy_is_no_addition_and_a_look_up_no_sentence(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await waits(desk)
    heard = vera.reads()
    await budi.says("terima kasih", "thanks")
    budi.silent()
    await budi.says("selamat pagi", "good morning")
    budi.sees("Selamat pagi, Rekan media", "Good morning")
    await budi.says("status")
    budi.sees("masih diperiksa", "still checking")
    await budi.says("bantuan", "help")
    budi.sees("batal daftar", "withdraw registration")
    budi.sees_not("mendaftar sebagai rekan media", "join as a media partner")
    await budi.says(files=[desk.voice()])
    budi.sees("hanya bisa membaca teks", "only read text")
    assert vera.reads() == heard


async def test_a_photo_is_not_passed_on_and_that_is_said(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await waits(desk)
    await budi.says("ini surat tugas saya", files=[desk.photo()])
    budi.sees("hanya kata-katanya", "only the words")
    vera.sees("Pesannya: ini surat tugas saya", "They say: ini surat tugas saya")


async def test_who_adds_without_end_is_asked_to_wait(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await waits(desk)
    for number in range(20):
        await budi.says(f"tambahan nomor {number}")
    await budi.says("tambahan penghabisan")
    budi.sees("tidak kami teruskan", "was not passed on")
    assert "penghabisan" not in vera.reads()
    await desk.later(hours=1, seconds=1)
    await budi.says("tambahan penghabisan")
    vera.sees("tambahan penghabisan")


async def test_what_waits_is_mended_and_staff_see_it(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await waits(desk)
    await budi.says("namanya salah", "my name is wrong")
    await budi.says("Budi Misal")
    budi.sees("Petugas sudah kami beri tahu", "Staff have been told")
    vera.sees("Pendaftar memperbaiki datanya", "An applicant corrected their details")
    vera.sees("Nama: Budi Misal", "Name: Budi Misal")
    await budi.says("profil", "profile")
    budi.sees("masih menunggu verifikasi", "still waiting to be verified")
    await budi.presses("Ganti peran", "Change work")
    await budi.presses("Kontributor", "Contributor")
    vera.sees("Peran: Kontributor", "Work: Contributor")
    await budi.says("ganti wilayah", "change area")
    await budi.says("wilayah saya Kecamatan Misal", "my area is Kecamatan Misal")
    vera.sees("Wilayah: Kecamatan Misal", "Area: Kecamatan Misal")
    person = await budi.record()
    assert (person.name, person.work, person.area) == ("Budi Misal", "kontributor", "Kecamatan Misal")
    assert person.standing is Standing.WAITING


async def test_another_outlet_while_waiting(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    budi = await waits(desk)
    await budi.says("daftar", "register")
    await budi.presses("Perbaiki data", "Correct it")
    await budi.presses("Ganti media", "Change outlet")
    await budi.says("suara contoh")
    await budi.says("1")
    budi.sees("Media: Suara Contoh", "Outlet: Suara Contoh")
    vera.sees("Media: Suara Contoh", "Outlet: Suara Contoh")
    await vera.presses("Terima", "Accept")
    assert (await budi.record()).standing is Standing.ACTIVE


async def test_only_what_was_shown_is_accepted(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await waits(desk)
    old = vera.button("Terima", "Accept")
    await budi.says("namanya salah", "my name is wrong")
    await budi.says("Budi Misal")
    await vera.presses_token(old)
    vera.sees("baru saja diperbaiki", "just been corrected")
    assert (await budi.record()).standing is Standing.WAITING
    await vera.presses("Terima", "Accept")
    budi.sees("Selamat bergabung, Rekan media Budi Misal", "Welcome, Budi Misal")


@pytest.mark.parametrize("typed", ["batal daftar", "batalin aja daftarnya", "berhenti"])
async def test_an_application_is_taken_back_asked_once(desk: Desk, typed: str) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await waits(desk)
    await budi.says(typed, "withdraw registration")
    budi.sees("akan ditarik", "will be withdrawn")
    await budi.says("tidak", "no")
    budi.sees("tetap diperiksa", "still being looked at")
    assert (await budi.record()).standing is Standing.WAITING
    await budi.says(typed, "withdraw registration")
    yes = budi.button("Ya, tarik", "Yes, withdraw")
    await budi.presses_token(yes)
    budi.sees("✅ Pendaftaran Anda sudah ditarik", "✅ Your registration is withdrawn")
    await budi.presses_token(yes)
    budi.sees("belum terdaftar", "not registered")
    await vera.presses("Terima", "Accept")
    vera.sees("membatalkan pendaftarannya sendiri", "took the registration back")
    assert (await budi.record()).standing is Standing.LEFT


async def test_a_form_is_dropped_by_the_same_words(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    await budi.says("batalin aja daftarnya", "cancel my registration")
    budi.sees("pendaftaran tidak jadi", "you are not registering")
    await budi.says("batal daftar", "cancel registration")
    budi.sees("belum terdaftar", "not registered")
    assert (await budi.record()).name != "batalin aja daftarnya"


# --- taken in by mistake ----------------------------------------------------------------------------


@pytest.mark.parametrize("setting", ["id", "en"], indirect=True)
async def test_an_acceptance_is_taken_back_within_a_minute_by_whoever_gave_it(desk: Desk) -> None:
    vera, wati = await desk.staff(Role.VERIFIER, "Vera Teladan"), await desk.staff(Role.VERIFIER, "Wati Teladan")
    budi = await waits(desk)
    await vera.says("pendaftar", "applicants")
    await vera.presses("Terima", "Accept")
    undo = vera.button("Batalkan", "Undo")
    await wati.presses_token(undo)
    wati.sees("diterima oleh petugas lain", "was accepted by somebody else")
    await budi.says("rilis", "releases")
    await vera.presses_token(undo)
    vera.sees("kembali menunggu", "waits again")
    budi.sees("penerimaan tadi belum final", "that acceptance was not final")
    assert (await budi.record()).standing is Standing.WAITING
    await vera.presses_token(undo)
    vera.sees("sudah tidak berlaku", "no longer")
    await vera.says("pendaftar", "applicants")
    await vera.presses("Budi Contoh")
    await vera.presses("Terima", "Accept")
    await desk.later(seconds=61)
    await vera.presses("Batalkan", "Undo")
    vera.sees("Sudah lewat satu menit", "The minute is over")
    assert (await budi.record()).standing is Standing.ACTIVE
