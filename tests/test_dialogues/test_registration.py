"""J1: a stranger becomes a journalist of the office, with consent, and staff decide."""

from datetime import UTC, timedelta

import pytest

from handlers.notice import NOTICE
from storage import join_codes, outlets
from storage.records import Medium, Role, Standing
from storage.tables import consents
from tests.applicants import registers, waits
from tests.desk import EVERYWHERE, Desk


@EVERYWHERE
async def test_a_stranger_registers_and_is_accepted(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await desk.stranger()
    await budi.says("halo")
    await budi.presses("Daftar", "Register")
    budi.sees("Selamat datang di layanan media Humas Kab. Teladan", "Welcome to the media service of Humas Kab. Teladan")
    budi.sees("(2) mencatat bukti tayang", "(2) record what was published")
    await budi.presses("Setuju", "I agree")
    budi.sees("Siapa nama lengkap Anda?", "What is your full name?")
    await budi.says("  Budi   Contoh ")
    await budi.says("Kabar Teladan")
    budi.sees("“Kabar Teladan” belum ada di daftar", "“Kabar Teladan” is not in our register")
    await budi.presses("Media saya tidak ada", "My outlet is not listed")
    budi.sees("Nama medianya “Kabar Teladan”?", "Is it called “Kabar Teladan”?")
    await budi.presses("Ya", "Yes")
    await budi.presses("media cetak", "print")
    budi.sees("Apa alamat situs Kabar Teladan?", "What is the web address of Kabar Teladan?")
    await budi.says("situsnya www.kabarteladan.id/")
    budi.sees("Apa peran Anda di Kabar Teladan?", "What do you do at Kabar Teladan?")
    await budi.says("pimred")
    await budi.presses("Lewati", "Skip")
    budi.sees("Nama: Budi Contoh", "Name: Budi Contoh")
    budi.sees("Media: Kabar Teladan (media cetak)", "Outlet: Kabar Teladan (print)")
    budi.sees("Situs: kabarteladan.id", "Site: kabarteladan.id")
    await budi.presses("Kirim", "Send")
    budi.sees("⏳ Menunggu verifikasi Humas, maks. 2 hari kerja", "⏳ Waiting to be verified by the press office")
    vera.sees("Situs: kabarteladan.id\n⚠️ Media ini belum ada di daftar", "Site: kabarteladan.id\n⚠️ This outlet is not")
    await vera.presses("Terima", "Accept")
    vera.sees("✅ Budi Contoh diterima", "✅ Budi Contoh is accepted")
    budi.sees("Selamat bergabung, Rekan media Budi Contoh", "Welcome, Budi Contoh")
    person = await budi.record()
    assert (person.role, person.standing, person.work) == (Role.JOURNALIST, Standing.ACTIVE, "pimred")
    async with desk.db() as db:
        outlet = await outlets.find(db, person.outlet_id)
        assert outlet
        hosts = await outlets.hosts_of(db, outlet.id)
    assert (outlet.name, outlet.medium, outlet.confirmed) == ("Kabar Teladan", Medium.PRINT, True)
    assert [(each.host, each.path) for each in hosts] == [("kabarteladan.id", "")]


async def test_every_step_can_be_typed(desk: Desk) -> None:
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.says("ya", "yes")
    await budi.says("Budi Contoh")
    await budi.says("suara")
    budi.sees("1. Suara Contoh", "1. Suara Contoh")
    await budi.says("1")
    await budi.says("4")
    await budi.says("lewati", "skip")
    budi.sees("Peran: Kontributor", "Work: Contributor")
    await budi.says("ya", "yes")
    budi.sees("⏳ Menunggu verifikasi", "⏳ Waiting to be verified")
    person = await budi.record()
    async with desk.db() as db:
        known = await outlets.named(db, "Suara Contoh")
    assert known
    assert (person.outlet_id, person.work, person.role) == (known.id, "kontributor", Role.GUEST)


async def test_consent_is_recorded_with_the_notice_and_the_moment(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    agree = budi.button("Setuju", "I agree")
    await budi.presses_token(agree)
    await desk.later(minutes=5)
    await budi.presses_token(agree)
    budi.sees("Siapa nama lengkap Anda?", "What is your full name?")
    person = await budi.record()
    async with desk.db() as db:
        rows = await db.rows(db.of(consents).where(consents.c.person_id == person.id))
    assert [(row.notice, row.given_at.replace(tzinfo=UTC), row.withdrawn_at) for row in rows] == [
        (NOTICE, desk.now - timedelta(minutes=5), None)
    ]


async def test_the_whole_notice_can_be_read_and_the_question_stays(desk: Desk) -> None:
    async with desk.db() as db:
        assert db.office.settings["privacy_contact"] == ""
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    budi.sees("hubungi Humas Kab. Teladan", "contact Humas Kab. Teladan")
    await budi.presses("Baca lengkap", "Read it all")
    budi.sees("Pelindungan data pribadi", "Personal data at")
    await budi.says("setuju", "yes")
    budi.sees("Siapa nama lengkap Anda?", "What is your full name?")


async def test_who_does_not_agree_is_told_what_is_not_stored(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    no = budi.button("Tidak", "No")
    await budi.presses_token(no)
    budi.sees("tidak kami simpan", "We do not keep your name")
    person = await budi.record()
    assert (person.name, person.standing) == ("", Standing.NEW)
    await budi.presses_token(no)
    budi.sees("Selamat datang", "Welcome")


@pytest.mark.parametrize(
    ("typed", "reason", "why"),
    [
        ("B", "Terlalu pendek", "Too short"),
        ("Budi " * 20, "Terlalu panjang", "Too long"),
        ("0812-0000-0000", "dengan huruf", "in letters"),
        ("https://contoh.id", "Tanpa link", "Without links"),
        ("Budi t.me/contoh", "Tanpa link", "Without links"),
        ("Budi contoh.com", "Tanpa link", "Without links"),
        ("🙏" * 4096, "Terlalu panjang", "Too long"),
        ("\u202e\u200b\u0000", "Terlalu pendek", "Too short"),
        ("ya", "bukan nama", "not a name"),
        ("Setuju", "bukan nama", "not a name"),
        ("selamat pagi", "bukan nama", "not a name"),
        ("Budi 2", "tanpa angka", "no digits"),
        ("status", "kata perintah, bukan jawaban", "a command, not an answer"),
    ],
)
async def test_a_name_that_is_none_is_refused(desk: Desk, typed: str, reason: str, why: str) -> None:
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    await budi.says(typed)
    budi.sees(reason, why)
    budi.sees("Siapa nama lengkap Anda?", "What is your full name?")
    await budi.says("Ir. Budi bin Contoh, M.Si.")
    budi.sees("media apa", "Which outlet")


async def test_hidden_marks_and_lines_do_not_reach_staff(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await desk.stranger()
    await registers(budi, "Budi\u202e\nContoh\u200b", "Kabar\r\nTeladan\u2066")
    await budi.presses("Kirim", "Send")
    vera.sees("Nama: Budi Contoh\nMedia: Kabar Teladan (", "Name: Budi Contoh\nOutlet: Kabar Teladan (")


async def test_registering_twice_says_how_it_stands(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await desk.stranger()
    await registers(budi)
    send = budi.button("Kirim", "Send")
    await budi.presses_token(send)
    await budi.presses_token(send)
    budi.sees("sudah kami terima", "We received your registration")
    await budi.says("daftar", "register")
    budi.sees("Senin 23 Nov 2026 08.00 WIB", "Monday 23 Nov 2026 08:00 WIB")
    assert vera.reads().count("Budi Contoh") == 1
    await vera.presses("Terima", "Accept")
    await budi.says("daftar", "register")
    budi.sees("Anda sudah terdaftar", "You are registered already")


async def test_a_half_finished_form_goes_on_within_seven_days(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    await budi.says("Budi Contoh")
    await desk.off(days=6)
    await budi.says("daftar", "register")
    budi.sees("belum selesai", "not finished")
    budi.sees("media apa", "Which outlet")
    await budi.presses("Ulangi", "Start over")
    budi.sees("Siapa nama lengkap Anda?", "What is your full name?")
    await desk.off(days=8)
    await budi.says("daftar", "register")
    budi.sees("Selamat datang di layanan media", "Welcome to the media service")


async def test_a_question_in_between_does_not_end_the_form(desk: Desk) -> None:
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    await budi.says("bantuan", "help")
    await budi.says("privasi", "privacy")
    budi.sees("masih menunggu", "still")
    await budi.says("Budi Contoh")
    budi.sees("media apa", "Which outlet")
    await budi.says(files=[desk.voice()])
    await budi.says("batal", "cancel")
    await budi.says("Kabar Teladan")
    budi.sees("daftar dulu sebentar", "register")


async def test_a_host_finds_its_outlet_and_typing_again_searches_again(desk: Desk) -> None:
    await desk.journalist("Rina Contoh", outlet="Suara Contoh", hosts=("suaracontoh.id",))
    budi = await desk.stranger()
    await budi.says("daftar", "register")
    await budi.presses("Setuju", "I agree")
    await budi.says("Budi Contoh")
    await budi.says("tidak dikenal sama sekali")
    budi.sees("belum ada di daftar", "not in our register")
    await budi.says("https://www.suaracontoh.id/")
    await budi.presses("Suara Contoh")
    budi.sees("Apa peran Anda di Suara Contoh?", "What do you do at Suara Contoh?")


async def test_staff_ask_and_the_answer_comes_back_to_who_asked(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    viktor = await desk.staff(Role.VERIFIER, "Viktor Teladan")
    budi = await waits(desk)
    await vera.presses("Tanya", "Ask")
    await vera.says("Siapa pemimpin redaksinya?")
    vera.sees("Pertanyaan dikirim kepada Budi Contoh", "Your question was sent to Budi Contoh")
    budi.sees("Siapa pemimpin redaksinya?")
    await budi.says("Ibu Siti Teladan")
    budi.sees("sudah diteruskan", "was passed on")
    vera.sees("Ibu Siti Teladan")
    assert "Ibu Siti Teladan" not in viktor.reads()
    await budi.presses("Jawab", "Answer")
    await budi.says("Kantornya di Kecamatan Contoh")
    vera.sees("Kantornya di Kecamatan Contoh")
    await vera.presses("Terima", "Accept")
    await budi.presses_token(f"answer.{(await vera.record()).id}")
    budi.sees("Anda sudah terdaftar", "You are registered already")


@EVERYWHERE
async def test_a_refusal_needs_a_reason_and_leaves_the_way_open(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    budi = await waits(desk)
    await vera.presses("Tolak", "Refuse")
    await vera.says("!!!")
    vera.sees("dengan huruf", "in letters")
    await vera.says("Surat tugas belum ada.")
    vera.sees("ditolak dan sudah dikabari", "is refused and they have been told")
    budi.sees("Surat tugas belum ada.")
    assert (await budi.record()).standing is Standing.NEW
    await budi.presses("Daftar", "Register")
    budi.sees("Selamat datang", "Welcome")


async def test_the_second_of_two_staff_is_told_who_was_first(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    ani = await desk.staff(Role.ADMIN, "Ani Teladan")
    budi = await waits(desk)
    refuse = ani.button("Tolak", "Refuse")
    await ani.presses("Tolak", "Refuse")
    await vera.presses("Terima", "Accept")
    await ani.says("Terlambat")
    ani.sees("sudah diterima oleh Vera Teladan, Senin 23 Nov 2026 08.00 WIB", "already accepted by Vera Teladan")
    await ani.presses_token(refuse)
    ani.sees("sudah diterima oleh Vera Teladan", "already accepted by Vera Teladan")
    assert (await budi.record()).standing is Standing.ACTIVE
    await vera.presses_token(f"person_accept.{(await budi.record()).id}")
    vera.sees("sudah diterima oleh Anda", "already accepted by you")


async def test_the_list_shows_the_longest_waiting_first(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await vera.says("pendaftar", "applicants")
    vera.sees("Tidak ada pendaftar", "Nobody waits")
    late = await desk.stranger("Cici Contoh")
    await late.says("halo")
    await waits(desk, "Budi Contoh")
    await desk.later(hours=1)
    await registers(late, "Cici Contoh", "Berita Teladan")
    await late.presses("Kirim", "Send")
    await vera.says("pendaftar", "applicants")
    assert vera.news().index("Budi Contoh") < vera.news().index("Cici Contoh")
    await vera.presses("Cici Contoh")
    vera.sees("Berita Teladan")


async def test_only_those_who_look_after_people_may_decide(desk: Desk) -> None:
    rina = await desk.journalist("Rina Contoh")
    budi = await waits(desk)
    await rina.says("pendaftar", "applicants")
    rina.sees("di luar tugas", "not")
    await rina.presses_token(f"person_accept.{(await budi.record()).id}")
    assert (await budi.record()).standing is Standing.WAITING
    await budi.presses_token(f"person_accept.{(await budi.record()).id}")
    assert (await budi.record()).standing is Standing.WAITING


async def test_somebody_next_door_cannot_be_decided_upon(desk: Desk) -> None:
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await vera.presses_token("person_accept.1")
    vera.sees("sudah tidak berlaku", "no longer valid")


@EVERYWHERE
async def test_a_join_code_gives_its_role_once(desk: Desk) -> None:
    async with desk.db() as db:
        await join_codes.add(db, "Kode-Rahasia-1", Role.APPROVER, desk.now + timedelta(days=1))
    dewi, eko = await desk.stranger("🌸"), await desk.stranger("Eko Teladan")  # what a platform calls her is no name
    await dewi.says("/start Kode-Rahasia-1")
    dewi.sees("Siapa nama lengkap Anda?", "What is your full name?")
    await dewi.says("Dewi Teladan")
    dewi.sees("terdaftar sebagai penyetuju", "registered as approver")
    person = await dewi.record()
    assert (person.name, person.role, person.standing) == ("Dewi Teladan", Role.APPROVER, Standing.ACTIVE)
    await eko.says("/start Kode-Rahasia-1")
    eko.sees("tidak bisa dipakai", "cannot be used")
    assert (await eko.record()).role is Role.GUEST


async def test_codes_expire_and_guessing_has_to_wait(desk: Desk) -> None:
    async with desk.db() as db:
        await join_codes.add(db, "kode-lama", Role.ADMIN, desk.now + timedelta(hours=1))
        await join_codes.add(db, "kode-baru", Role.ADMIN, desk.now + timedelta(days=9))
    eko = await desk.stranger("Eko Teladan")
    await desk.later(hours=2)
    for guess in ("kode-lama", "satu", "dua", "tiga", "empat"):
        await eko.says(f"/start {guess}")
        eko.sees("tidak bisa dipakai", "cannot be used")
    await eko.says("/start kode-baru")
    eko.sees("setelah satu jam", "in an hour")
    await desk.later(hours=1, seconds=1)
    await eko.says("/start kode-baru")
    eko.sees("terdaftar sebagai admin", "registered as admin")


async def test_an_invited_journalist_agrees_and_names_an_outlet(desk: Desk) -> None:
    await desk.journalist("Rina Contoh", outlet="Suara Contoh")
    async with desk.db() as db:
        await join_codes.add(db, "kode", Role.JOURNALIST, desk.now + timedelta(days=1))
    budi = await desk.stranger()
    await budi.says("/start kode")
    await budi.says("Budi Contoh")
    budi.sees("(1) mengirim rilis/undangan", "(1) send releases and invitations")
    await budi.says("hmm")
    budi.sees("(1) mengirim rilis/undangan", "(1) send releases and invitations")
    await budi.presses("Setuju", "I agree")
    await budi.says("Suara Contoh")
    await budi.presses("Suara Contoh")
    budi.sees("Media: Suara Contoh", "Outlet: Suara Contoh")
    assert (await budi.record()).standing is Standing.ACTIVE


async def test_nobody_loses_rights_by_a_code_without_saying_so(desk: Desk) -> None:
    dedi = await desk.staff(Role.DRAFTER, "Dedi Teladan")
    async with desk.db() as db:
        for code, role in (("kode-pejabat", Role.OFFICIAL), ("kode-admin", Role.ADMIN), ("kode-sama", Role.DRAFTER)):
            await join_codes.add(db, code, role, desk.now + timedelta(days=1))
    await dedi.says("/start kode-sama")
    dedi.sees("tidak terpakai", "was not used")
    await dedi.says("/start kode-pejabat")
    dedi.sees("dari penyusun menjadi pejabat", "from drafter to official")
    await dedi.presses("Tidak", "No")
    assert (await dedi.record()).role is Role.DRAFTER
    await dedi.says("/start kode-admin")
    assert (await dedi.record()).role is Role.ADMIN
    await dedi.says("/start kode-pejabat")
    await dedi.says("ya", "yes")
    dedi.sees("satu-satunya admin", "the only admin")
