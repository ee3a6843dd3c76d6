"""J13, H11: a question becomes a ticket with a promised time; one of the staff holds it, and the answer may be quoted or not."""

import pytest

from storage import inquiries
from storage.records import Role
from storage.tables import audit
from tests.desk import EVERYWHERE, Desk
from tests.releases import newsroom

ONCE = pytest.mark.parametrize("setting", ["id"], indirect=True)  # what depends on neither language nor platform
ASKED = "berapa KK terdampak?"
ANSWER = "Sebanyak 312 KK di tiga desa."


async def log(desk: Desk, number: int) -> list[str]:
    """What the log says was done to a ticket, in its order."""
    async with desk.db() as db:
        held = await inquiries.by_number(db, number)
        assert held
        query = db.of(audit, audit.c.deed).where(audit.c.object == inquiries.about(held.id)).order_by(audit.c.id)
        return [row.deed for row in await db.rows(query)]


@EVERYWHERE
async def test_a_question_about_a_release_is_promised_taken_and_answered_with_its_source(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    await room.sends()
    await rina.says(f"tanya R-1 {ASKED}", f"ask R-1 {ASKED}")
    rina.sees("T-1 tentang R-1", "T-1 about R-1")
    rina.sees("Dijawab paling lambat Senin 23 Nov 2026 12.00 WIB", "Answered by Monday 23 Nov 2026 12:00 WIB")
    rina.sees_not("Kantor sedang tutup", "The office is closed")
    room.dina.sees("Pertanyaan T-1 tentang R-1", "Question T-1 about R-1")
    room.dina.sees("Rina Contoh (Suara Contoh)")
    await rina.says(f"tanya {ASKED.upper()}", f"ask {ASKED.upper()}")  # the same once more, without its code
    rina.sees("sudah kami catat sebagai T-1", "noted this question as T-1")
    await room.dina.presses("Ambil", "Take")
    room.dina.sees("✅ T-1 tentang R-1 Anda pegang", "✅ You have T-1 about R-1")
    await room.sari.says("ambil T-1", "take T-1")  # somebody was first
    room.sari.sees("⏳ Dipegang Dina Teladan sejak", "⏳ With Dina Teladan since")
    await rina.says("status T-1")
    rina.sees("⏳ Dipegang Dina Teladan sejak Senin 23 Nov 2026 08.00 WIB", "⏳ With Dina Teladan since")
    await room.dina.says(f"jawab T-1 {ANSWER}", f"answer T-1 {ANSWER}")
    room.dina.sees("Siapa sumbernya?", "Who is the source?")
    await room.dina.says("Ir. Fulan, Kepala BPBD")
    room.dina.sees("Kirim jawaban T-1 kepada Rina Contoh?", "Send the answer to T-1 to Rina Contoh?")
    rina.sees_not(ANSWER)
    await room.dina.says("batas itu apa ya?")  # neither yes nor no: what was shown is shown again
    room.dina.sees("Kirim jawaban T-1", "Send the answer to T-1")
    await room.dina.presses("Kirim", "Send")
    room.dina.sees("✅ Jawaban T-1 dikirim kepada Rina Contoh", "✅ The answer to T-1 goes to Rina Contoh")
    rina.sees("Jawaban T-1 tentang R-1", "Answer to T-1 about R-1")
    rina.sees(ANSWER)
    rina.sees("✅ Boleh dikutip. Sumber: Ir. Fulan, Kepala BPBD", "✅ May be quoted. Source: Ir. Fulan, Kepala BPBD")
    assert await log(desk, 1) == ["ask", "take_inquiry", "answer_inquiry"]


async def test_a_correction_and_a_further_question_go_into_the_same_ticket(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    await room.sends()
    await rina.presses("Tanya", "Ask")
    rina.sees("Apa yang ingin Anda tanyakan tentang R-1?", "What would you like to ask about R-1?")
    await rina.says("?")
    rina.sees("belum terbaca", "could not read")
    await rina.says(f"tanya {ASKED}", f"ask {ASKED}", files=(desk.photo(),))  # the command once more: it is no part of it
    rina.sees("T-1 tentang R-1", "T-1 about R-1")
    room.dina.sees(f"“{ASKED}”")
    rina.sees("Foto dan berkas belum bisa ikut", "Photos and files cannot come")
    await room.dina.says(f"jawab T-1 {ANSWER}\nlatar", f"answer T-1 {ANSWER}\nbackground")
    room.dina.sees("⚠️ Latar", "⚠️ Background")
    await room.dina.says("ya", "yes")
    rina.sees("mohon tidak dikutip", "please do not quote")
    await room.sari.says(
        "jawab T-1 Sebanyak 321 KK.\nsumber: Ir. Fulan, BPBD", "answer T-1 Sebanyak 321 KK.\nsource: Ir. Fulan, BPBD"
    )
    room.sari.sees("Kirim ralat jawaban T-1", "Send the correction of T-1")
    await room.sari.says("kirim", "send")
    rina.sees("⚠️ RALAT jawaban T-1 tentang R-1", "⚠️ CORRECTION of the answer to T-1 about R-1")
    rina.sees("Sebanyak 321 KK.")
    await rina.presses("Tanya lagi", "Ask more")
    await rina.says("Desa mana saja?")
    rina.sees("⏳ Ditambahkan ke T-1", "⏳ Added to T-1")
    room.sari.sees("Tambahan untuk T-1", "More for T-1")  # who answered last holds it
    room.dina.sees_not("Tambahan untuk T-1", "More for T-1")
    await room.sari.presses("Jawab", "Answer")
    await room.sari.says("Desa Contoh dan Desa Misal.")
    await rina.says("T-1 dan berapa jiwa?")  # meanwhile
    await room.sari.presses("Latar", "Background")
    await room.sari.says("T-1")  # looks it up in between
    room.sari.sees("⏳ Dipegang Sari Teladan sejak", "⏳ With Sari Teladan since")
    room.sari.sees("masih menunggu", "still waiting")
    await rina.says("T-1 serta berapa rumah?")
    await room.sari.presses("Kirim", "Send")
    room.sari.sees("Pertanyaannya berubah sejak tadi", "The question has changed meanwhile")
    room.sari.sees("serta berapa rumah?")
    await room.sari.presses("Kirim", "Send")
    rina.sees("Desa Contoh dan Desa Misal.")
    assert await log(desk, 1) == [
        "ask", "answer_inquiry", "correct_answer", "ask_further", "ask_further", "ask_further", "answer_inquiry",
    ]  # fmt: skip


async def test_outside_the_hours_of_service_an_honest_word_says_when_it_is_read(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await desk.later(hours=9)  # 17.00
    await rina.says(f"tanya {ASKED}", f"ask {ASKED}")
    rina.sees("Kantor sedang tutup; pertanyaan Anda dibaca Selasa 24 Nov 2026 07.30 WIB", "The office is closed now")
    rina.sees("Dijawab paling lambat Selasa 24 Nov 2026 11.30 WIB", "Answered by Tuesday 24 Nov 2026 11:30 WIB")
    await room.sari.says("piket Vera", "duty Vera")
    vera.sees("menunjuk Anda untuk piket", "gave you the duty")
    await desk.later(hours=17, minutes=29)  # 10.29
    vera.sees_not("segera habis waktunya", "is due soon")
    await desk.later(minutes=2)
    vera.sees("⏳ T-1 segera habis waktunya", "⏳ T-1 is due soon")
    room.dina.sees_not("segera habis waktunya", "is due soon")
    await vera.says("teruskan T-1 Dinas PU", "forward T-1 Dinas PU")
    vera.sees("✅ T-1 tercatat di Dinas PU", "✅ T-1 is noted as with Dinas PU")
    vera.sees("Yth. Dinas PU", "To Dinas PU")
    vera.sees_not("Rina")
    await rina.says("pertanyaan", "questions")
    rina.sees("⏳ Di Dinas PU sejak Selasa 24 Nov 2026 10.31 WIB", "⏳ With Dinas PU since Tuesday 24 Nov 2026 10:31 WIB")
    await desk.later(hours=1)
    room.sari.sees("⚠️ T-1 belum dijawab", "⚠️ T-1 has not been answered")
    vera.sees("⚠️ T-1 belum dijawab", "⚠️ T-1 has not been answered")
    room.dina.sees_not("belum dijawab", "has not been answered")
    await rina.says("T-1")
    rina.sees("janji kami Selasa 24 Nov 2026 11.30 WIB terlewat", "our promise of Tuesday 24 Nov 2026 11:30 WIB has passed")
    await room.sari.presses("Ambil alih", "Take over")
    vera.sees("T-1 sekarang dipegang Sari Teladan", "Sari Teladan has T-1 now")
    await rina.says("tarik T-1", "withdraw T-1")
    rina.sees("✅ T-1 ditarik", "✅ T-1 is withdrawn")
    room.sari.sees("T-1 ditarik Rina Contoh", "Rina Contoh withdrew T-1")
    await room.sari.says(f"jawab T-1 {ANSWER}", f"answer T-1 {ANSWER}")
    room.sari.sees("❌ Ditarik", "❌ Withdrawn")
    await room.sari.says("pertanyaan", "questions")
    room.sari.sees("Tidak ada pertanyaan yang menunggu", "No question waits")


async def test_who_may_not_ask_or_answer_and_codes_that_lead_nowhere(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    budi, stranger = await desk.journalist("Budi Contoh"), await desk.stranger()
    await room.drafts()
    await rina.says(f"tanya R-1 {ASKED}", f"ask R-1 {ASKED}")  # a draft is nobody's business
    rina.sees("R-1 tidak kami temukan", "We do not find R-1")
    await stranger.says(f"tanya {ASKED}", f"ask {ASKED}")
    stranger.sees("daftar", "regist")
    await rina.says("tanya", "ask")
    await rina.says("bantuan", "help")
    rina.sees("tanya R-12", "ask R-12")
    await rina.says(ASKED)
    rina.sees("T-1")
    for words in (("T-1 dan itu?",), ("status T-1",), ("tarik T-1", "withdraw T-1")):
        await budi.says(*words)
        budi.sees("T-1 tidak kami temukan", "We do not find T-1")
    await budi.says(f"jawab T-1 {ANSWER}", f"answer T-1 {ANSWER}")
    budi.sees_not("Siapa sumbernya", "Who is the source")
    await room.dina.says("teruskan T-1 Sari", "forward T-1 Sari")
    room.sari.sees("T-1 diserahkan Dina Teladan kepada Anda", "Dina Teladan handed T-1 to you")
    await room.dina.presses("Ambil", "Take")
    room.dina.sees("Dipegang Sari Teladan", "With Sari Teladan")
    await desk.remove(room.sari)
    await room.dina.says("ambil T-1", "take T-1")  # whoever held it has gone
    room.dina.sees("✅ T-1 Anda pegang", "✅ You have T-1")
    for number in range(2, 11):
        await rina.says(f"tanya berapa rumah di desa {number}?", f"ask berapa rumah di desa {number}?")
    await rina.says("tanya dan satu lagi?", "ask dan satu lagi?")
    rina.sees("10 pertanyaan Anda masih menunggu", "10 of your questions still wait")


async def test_an_interview_is_asked_for_proposed_an_hour_and_agreed_to(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    await room.sends()
    await rina.says("wawancara R-1 dengan Kepala BPBD", "interview R-1 with Kepala BPBD")
    rina.sees("T-1 (wawancara) tentang R-1", "T-1 (interview) about R-1")
    room.dina.sees("Permintaan T-1 (wawancara) tentang R-1", "Request T-1 (interview) about R-1")
    room.dina.sees("dengan Kepala BPBD", "with Kepala BPBD")
    await room.dina.presses("Ambil", "Take")
    await room.dina.says("jawab T-1", "answer T-1")
    room.dina.sees("Kapan dan di mana wawancara T-1?", "When and where can the interview T-1 be?")
    await room.dina.says("kemarin 10.00 di kantor BPBD", "yesterday 10:00 di kantor BPBD")
    room.dina.sees("⚠️ Hari dan jamnya belum terbaca", "⚠️ We read no day and hour")
    await room.dina.says("batal", "cancel")
    await room.dina.says("jawab T-1 besok 10.00 di kantor BPBD", "answer T-1 tomorrow 10:00 di kantor BPBD")
    room.dina.sees("Waktu wawancara: Selasa 24 Nov 2026 10.00 WIB", "Time of the interview: Tuesday 24 Nov 2026 10:00 WIB")
    await room.dina.presses("Kirim", "Send")
    rina.sees("di kantor BPBD")
    rina.sees("Waktu wawancara: Selasa 24 Nov 2026 10.00 WIB", "Time of the interview: Tuesday 24 Nov 2026 10:00 WIB")
    rina.sees_not("Boleh dikutip", "May be quoted")
    old = rina.button("Setuju", "Agree")
    await room.dina.says("jawab T-1 besok 11.00 di kantor BPBD", "answer T-1 tomorrow 11:00 di kantor BPBD")
    await room.dina.says("ya", "yes")
    rina.sees("⚠️ RALAT jawaban T-1 (wawancara)", "⚠️ CORRECTION of the answer to T-1 (interview)")
    await rina.presses_token(old)  # what it stood under does not hold any more
    rina.sees("11.00 WIB", "11:00 WIB")
    rina.sees("✅ Dijawab", "✅ Answered")
    room.dina.sees_not("Rina Contoh setuju", "Rina Contoh agrees")
    await rina.presses("Setuju", "Agree")
    rina.sees(
        "✅ Wawancara disepakati: Selasa 24 Nov 2026 11.00 WIB", "✅ The interview is agreed: Tuesday 24 Nov 2026 11:00 WIB"
    )
    room.dina.sees("✅ Rina Contoh setuju: T-1 (wawancara) tentang R-1", "✅ Rina Contoh agrees: T-1 (interview) about R-1")
    await room.dina.says("T-1")
    room.dina.sees("✅ Waktu wawancara disepakati", "✅ The time of the interview is agreed")
    await rina.says("T-1 setuju", "T-1 yes")  # once more
    rina.sees("✅ Waktu wawancara disepakati", "✅ The time of the interview is agreed")
    room.dina.sees_not("Rina Contoh setuju", "Rina Contoh agrees")
    assert await log(desk, 1) == ["ask", "take_inquiry", "answer_inquiry", "correct_answer", "agree_interview"]


@ONCE
async def test_an_interview_lacks_nothing_and_its_hour_may_pass(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    await rina.says("saya mau wawancara", "interview")
    rina.sees("Ingin mewawancarai siapa, tentang apa?", "Whom would you like to interview")
    await rina.says("bantuan", "help")  # in between
    rina.sees("wawancara dengan", "interview with")
    await rina.says("Kepala Dinas PU")
    rina.sees("Tentang apa wawancara “Kepala Dinas PU”?", "What is the interview “Kepala Dinas PU” about?")
    await rina.says("tanggul Desa Contoh")
    rina.sees("T-1 (wawancara)", "T-1 (interview)")
    room.dina.sees("“Kepala Dinas PU: tanggul Desa Contoh”")
    await rina.says("tanya wawancara dengan Bupati soal banjir", "ask interview with Bupati about banjir")
    rina.sees("T-2 (wawancara)", "T-2 (interview)")
    await room.dina.says("teruskan T-1 Dinas PU", "forward T-1 Dinas PU")
    room.dina.sees("Ada permintaan wartawan, T-1 (wawancara):", "A journalist asks, T-1 (interview):")
    room.dina.sees("Mohon usulan waktu dan tempatnya", "Please tell us a time and a place")
    await room.dina.says("jawab T-1 satu jam lagi di kantor", "answer T-1 in 1 hours di kantor")
    await room.dina.says("ubah", "change")
    await room.dina.says("1 jam lagi di kantor", "in 1 hours di kantor")
    room.dina.sees("09.00 WIB", "09:00 WIB")
    await desk.later(minutes=61)
    await room.dina.presses("Kirim", "Send")
    room.dina.sees("⚠️ Waktu itu sudah lewat", "⚠️ That time has passed")
    await room.dina.says("Beliau belum bisa minggu ini.\nlatar", "Beliau belum bisa minggu ini.\nbackground")
    await room.dina.says("kirim", "send")
    rina.sees("Beliau belum bisa minggu ini.")
    rina.has_no_button("Setuju", "Agree")
    await rina.says("T-1 ya", "T-1 yes")
    rina.sees("✅ Dijawab", "✅ Answered")


@ONCE
async def test_two_who_answer_at_once_one_who_withdraws_and_what_is_not_to_be_quoted(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    await room.sends()
    await rina.says(f"tanya {ASKED}", f"ask {ASKED}")
    await rina.says(f"tanya R-1 {ASKED}", f"ask R-1 {ASKED}")  # of that release it is another question
    rina.sees("T-2 tentang R-1", "T-2 about R-1")
    await room.sari.says("jawab T-1 Sebanyak 321 KK.\nlatar", "answer T-1 Sebanyak 321 KK.\nbackground")
    await room.dina.says("jawab T-1", "answer T-1")
    await room.dina.says(ANSWER, files=(desk.photo(),))
    await room.dina.says("jangan dikutip", "do not quote")
    room.dina.sees("⚠️ Latar", "⚠️ Background")
    room.dina.sees("Foto dan berkas tidak ikut", "Photos and files do not come")
    await room.dina.presses("Kirim", "Send")
    rina.sees("mohon tidak dikutip", "please do not quote")
    rina.sees_not("Boleh dikutip", "May be quoted")
    await room.sari.presses("Kirim", "Send")
    room.sari.sees(f"Dina Teladan sudah menjawab lebih dulu: “{ANSWER}”", f"Dina Teladan has answered already: “{ANSWER}”")
    room.sari.sees("Kirim ralat jawaban T-1", "Send the correction of T-1")
    rina.sees_not("321")
    await room.dina.says("jawab T-2 belum ada data\nlatar", "answer T-2 belum ada data\nbackground")
    await rina.says("tarik T-2", "withdraw T-2")  # while it is being confirmed
    await room.dina.presses("Kirim", "Send")
    room.dina.sees("❌ Ditarik", "❌ Withdrawn")
    rina.sees_not("belum ada data")
    for number in range(9):
        await rina.says(f"T-1 lalu berapa di desa {number}?")
    rina.sees("⏳ Ditambahkan ke T-1", "⏳ Added to T-1")
    await rina.says("T-1 lalu berapa di desa lain?")
    rina.sees("Di T-1 sudah ada 10 pertanyaan yang menunggu", "T-1 holds 10 questions that wait")
    assert await log(desk, 2) == ["ask", "withdraw_inquiry"]


async def test_the_duty_is_one_persons_and_everybodys_again(desk: Desk) -> None:
    room, rina = await newsroom(desk), await desk.journalist("Rina Contoh")
    vera = await desk.staff(Role.VERIFIER, "Vera Teladan")
    await room.sari.says("piket Vera", "duty Vera")
    vera.sees("menunjuk Anda untuk piket", "gave you the duty")
    for words in (("piket Dina", "duty Dina"), ("piket semua", "duty all")):
        await room.dina.says(*words)
        room.dina.sees("Maaf", "Sorry")
    await room.dina.says("piket", "duty")
    room.dina.sees("masuk ke Vera Teladan", "come to Vera Teladan")
    await rina.says("tanya sejak kapan?", "ask sejak kapan?")
    vera.sees("Pertanyaan T-1", "Question T-1")
    room.dina.sees_not("Pertanyaan T-1", "Question T-1")
    for _ in range(2):  # twice is once
        await room.sari.says("piket semua", "duty all")
        room.sari.sees("sekarang masuk ke semua petugas", "come to all staff now")
    await rina.says("tanya sampai kapan?", "ask sampai kapan?")
    for each in (room.dina, room.sari, vera):
        each.sees("Pertanyaan T-2", "Question T-2")
    await room.dina.says("piket", "duty")
    room.dina.sees("ke semua petugas: Dina Teladan, Sari Teladan, Vera Teladan", "to all staff: Dina Teladan, Sari Teladan, Vera")
