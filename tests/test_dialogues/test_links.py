"""J9, V1-V5, V16: links are pasted in any text and answered once; what is no article is refused with its reason."""

import pytest

from storage import audit
from storage.records import LinkState, Role
from tests.desk import EVERYWHERE, Desk
from tests.links import OTHER_SITE, SITE, article, coverage
from tests.releases import newsroom

BERAS = f"{SITE}/pemkab-salurkan-beras-312-kk-terdampak-banjir"  # the headline of the release of tests.releases


# One answer for all that is pasted


@EVERYWHERE
async def test_two_links_in_a_sentence_are_received_with_outlet_and_release(desk: Desk) -> None:
    all_of, room = await coverage(desk), await newsroom(desk)
    await room.sends()
    await all_of.rina.says(
        f"bg izin link rilis td {SITE}/beras-tiba/?utm_source=whatsapp. sm ini www.arungmisal.com/berita/x R-1"
    )
    all_of.rina.silent()
    await desk.later(seconds=7)
    all_of.rina.silent()
    await desk.later(seconds=1)
    all_of.rina.sees("Diterima 2 link:", "Received 2 links:")
    all_of.rina.sees("L-1 ✅ Suara Contoh — R-1")
    all_of.rina.sees("L-2 ⏳ arungmisal.com: media belum dikenal, ditanyakan ke Humas", "L-2 ⏳ arungmisal.com: outlet not known")
    all_of.rina.sees("Ketik status untuk riwayat", "Type status for your history")
    link = await all_of.link(1)
    assert (link.address, link.state) == (f"{SITE}/beras-tiba", LinkState.RECEIVED)
    async with desk.db() as db:
        submitted = await audit.latest(db, f"link:{link.id}", ("submit",))
    assert submitted
    assert submitted[0] == (await all_of.rina.record()).id


@pytest.mark.parametrize("number", [1, 20])
async def test_as_many_as_twenty_are_taken_at_once(desk: Desk, number: int) -> None:
    all_of = await coverage(desk)
    await all_of.received(number)
    all_of.rina.sees(f"Diterima {number} link:", f"Received {number} link{'s' * (number > 1)}:")
    all_of.rina.sees(f"L-{number} ✅ Suara Contoh")
    assert len(all_of.rina.phone.news()) == 1
    assert await all_of.count() == number


@EVERYWHERE
async def test_twenty_one_are_too_many_and_the_last_is_named(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.rina.says("\n".join(article(each) for each in range(1, 22)))
    all_of.rina.sees("Diterima 20 dari 21 link:", "Received 20 of 21 links:")
    all_of.rina.sees(
        "Paling banyak 20 link sekaligus. 1 link ini belum kami ambil", "20 links at most at once. This link was not taken"
    )
    all_of.rina.sees(f"mohon dikirim lagi:\n{article(21)}", f"please send again:\n{article(21)}")
    await all_of.pastes(all_of.rina, article(21))
    all_of.rina.sees("L-21 ✅ Suara Contoh")


@EVERYWHERE
async def test_links_that_come_one_by_one_are_answered_together(desk: Desk) -> None:
    all_of = await coverage(desk)
    for number in (1, 2, 3):
        await all_of.rina.says(f"{number}. {article(number)}")
        await desk.later(seconds=7)
        all_of.rina.silent()
    await desk.later(seconds=1)
    all_of.rina.sees("Diterima 3 link:", "Received 3 links:")


async def test_an_answer_is_never_later_than_thirty_seconds(desk: Desk) -> None:
    all_of = await coverage(desk)
    for number in range(1, 6):
        await all_of.rina.says(article(number))
        await desk.later(seconds=6)
    all_of.rina.sees("Diterima 5 link:", "Received 5 links:")
    await all_of.rina.says(article(6))
    all_of.rina.silent()
    await desk.later(seconds=8)
    all_of.rina.sees("Diterima 1 link:", "Received 1 link:")


async def test_the_twentieth_link_ends_the_wait_and_more_begin_anew(desk: Desk) -> None:
    all_of = await coverage(desk)
    for number in range(1, 20):
        await all_of.rina.says(article(number))
    all_of.rina.silent()
    await all_of.rina.says(article(20))
    all_of.rina.sees("Diterima 20 link:", "Received 20 links:")
    await all_of.pastes(all_of.rina, article(21))
    all_of.rina.sees("Diterima 1 link:", "Received 1 link:")


async def test_links_are_found_in_any_text(desk: Desk) -> None:
    all_of = await coverage(desk)
    for number, (typed, address) in enumerate(
        (
            ("Https://SuaraContoh.id/2026/11/beras-tiba", f"{SITE}/beras-tiba"),
            ("(suaracontoh.id/2026/11/beras-tiba)", "https://suaracontoh.id/2026/11/beras-tiba"),
            ("🙏🏻https://suaracontoh.id/2026/11/beras-tiba...", f"{SITE}/beras-tiba"),
            ("*Beras tiba*\n\nhttps://suaracontoh.id/2026/11/beras-tiba\u200b\n\nIr. Fulan, S.Sos.M.Si", f"{SITE}/beras-tiba"),
            ("redaksi@suaracontoh.id https://suaracontoh.id/2026/11/beras-tiba#komentar", f"{SITE}/beras-tiba"),
        ),
        1,
    ):
        await all_of.pastes(all_of.rina, typed.replace("beras-tiba", f"beras-tiba-{number}"))
        all_of.rina.sees("Diterima 1 link:", "Received 1 link:")
        assert (await all_of.link(number)).address == f"{address}-{number}"


async def test_a_link_in_a_photo_s_caption_counts(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.rina.says(f"izin bang {article()}", files=[desk.photo()])
    await desk.later(seconds=8)
    all_of.rina.sees("L-1 ✅ Suara Contoh")


# Interruptions


async def test_another_command_is_answered_after_the_links(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.rina.says(article())
    await all_of.rina.says("status")
    news = all_of.rina.news()
    assert news.index("L-1 ✅ Suara Contoh") < news.index(desk.pick(("1 diterima", "1 received")))
    await desk.later(minutes=1)
    assert all_of.rina.reads().count(desk.pick(("Diterima 1 link", "Received 1 link"))) == 1


async def test_cancel_hides_nothing_that_was_received(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.rina.says(article())
    await all_of.rina.says("batal", "cancel")
    all_of.rina.sees("L-1 ✅ Suara Contoh")
    all_of.rina.sees("Tidak ada yang sedang diisi", "nothing to cancel")


@EVERYWHERE
async def test_a_link_in_the_middle_of_a_form_is_a_link_and_the_form_stays(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.rina.says("profil", "profile")
    await all_of.rina.presses("Ganti wilayah", "Change area")
    await all_of.rina.says(f"bang {article()}")
    all_of.rina.silent()
    await desk.later(seconds=8)
    all_of.rina.sees("L-1 ✅ Suara Contoh")
    all_of.rina.sees("Isian Anda tadi masih menunggu", "still waiting")
    await all_of.rina.says("Pampangan")
    assert (await all_of.rina.record()).area == "Pampangan"


async def test_words_right_after_a_link_belong_to_it(desk: Desk) -> None:
    all_of, room = await coverage(desk), await newsroom(desk)
    await room.sends()
    await all_of.rina.says(article())
    await all_of.rina.says("itu utk rilis 1 td bang")
    all_of.rina.silent()
    await all_of.rina.says("terima kasih 🙏", "thanks 🙏")
    all_of.rina.silent()
    await desk.later(seconds=8)
    all_of.rina.sees("L-1 ✅ Suara Contoh — R-1")
    await all_of.rina.says("makasih bang", "thank you")
    all_of.rina.silent()
    await all_of.rina.says("itu utk rilis 1 td bang")
    all_of.rina.sees("belum kami tangkap", "did not get that")


async def test_how_links_are_sent_is_said_when_asked(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.rina.says("kirim", "send")
    all_of.rina.sees("Kirim saja link berita Anda", "Just send the links")
    await all_of.rina.says("izin kirim link bang", "send link please")
    all_of.rina.sees("1–20 sekaligus", "1–20 at once")


# Which release


async def test_the_release_is_told_from_address_headline_or_code(desk: Desk) -> None:
    all_of, room = await coverage(desk), await newsroom(desk)
    await room.sends()
    for typed, receipt in (
        (BERAS, "L-1 ✅ Suara Contoh — R-1 (pemkab salurkan beras 312 kk terdampak…)"),
        (f"*Pemkab salurkan beras untuk 312 KK terdampak banjir*\n{SITE}/0231", "L-2 ✅ Suara Contoh — R-1"),
        (f"r1 {article(1)}", "L-3 ✅ Suara Contoh — R-1 (jalan desa dibuka 1)"),
        (f"{BERAS}-2 {article(2)}", "L-5 ✅ Suara Contoh (jalan desa dibuka 2)"),
    ):
        await all_of.pastes(all_of.rina, typed)
        assert receipt in all_of.rina.news().splitlines()


async def test_a_release_of_two_weeks_ago_is_not_guessed(desk: Desk) -> None:
    all_of, room = await coverage(desk), await newsroom(desk)
    await room.sends()
    await desk.off(days=14, minutes=1)
    await all_of.pastes(all_of.rina, f"R-1 {BERAS}")
    assert "L-1 ✅ Suara Contoh (pemkab salurkan beras 312 kk terdampak…)" in all_of.rina.news().splitlines()


# What is no article


async def test_what_is_no_article_is_refused_with_its_reason(desk: Desk) -> None:
    all_of = await coverage(desk)
    for link, reason in (
        ("https://suaracontoh.id/category/oki/", ("halaman kategori, bukan satu berita", "a category page, not an article")),
        ("suaracontoh.id", ("halaman depan situs atau akun", "the front page of a site or an account")),
        ("https://suaracontoh.id/naskah.pdf", ("berkas, bukan halaman berita", "a file, not an article")),
        ("https://suaracontoh.id/foto.jpg", ("gambar, bukan halaman berita", "a picture, not an article")),
        ("https://chat.whatsapp.com/AbCdEf", ("link percakapan atau grup", "a link to a chat or group")),
        ("https://t.me/humascontoh/12", ("link percakapan atau grup", "a link to a chat or group")),
        ("https://drive.google.com/file/d/1AbC/view", ("link berkas bersama", "a link to a shared file")),
        ("https://www.instagram.com/suaracontoh/", ("halaman depan situs atau akun", "the front page of a site or an account")),
    ):
        await all_of.pastes(all_of.rina, link)
        all_of.rina.sees(f"❌ Link ini: {reason[0]}", f"❌ This link: {reason[1]}")
    assert await all_of.count() == 0


async def test_one_that_is_no_article_is_named_by_its_place_and_the_rest_counts(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{article(1)}\n{article(2)}\n{article(3)}\nhttps://suaracontoh.id/tag/banjir")
    all_of.rina.sees("Diterima 3 dari 4 link:", "Received 3 of 4 links:")
    all_of.rina.sees("❌ link ke-4: halaman tag atau topik", "❌ link no. 4: a tag or topic page")


@EVERYWHERE
async def test_none_of_several_counts(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, "suaracontoh.id https://suaracontoh.id/tag/banjir")
    all_of.rina.sees("Belum ada link baru yang dicatat dari 2 link", "No new link among the 2 links you sent")
    all_of.rina.sees_not("riwayat", "history")


@EVERYWHERE
async def test_posts_are_received_as_their_own_kind(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, "https://www.instagram.com/reel/AbCdEfG/?igsh=1 https://youtu.be/AbCdEfGhIjK")
    all_of.rina.sees("L-1 ✅ Suara Contoh (unggahan media sosial)", "L-1 ✅ Suara Contoh (social media post)")
    all_of.rina.sees("L-2 ✅ Suara Contoh (unggahan media sosial)", "L-2 ✅ Suara Contoh (social media post)")
    assert {(await all_of.link(each)).kind for each in (1, 2)} == {"social"}


# Sent before


@EVERYWHERE
async def test_a_link_sent_before_keeps_its_number(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    await desk.later(days=2)
    await all_of.pastes(all_of.rina, article())
    all_of.rina.sees(
        "Link ini: sudah dicatat 23/11 08.00 sebagai L-1 (diterima)", "already recorded 23 Nov 08:00 as L-1 (received)"
    )
    all_of.rina.sees("Tidak perlu dikirim lagi", "No need to send it again")
    await all_of.pastes(all_of.tono, article())
    all_of.tono.sees("sebagai L-1, dari rekan lain", "as L-1, from a colleague")
    all_of.tono.sees_not("Rina")
    assert await all_of.count() == 1


async def test_amp_caches_and_changed_headlines_are_the_same_article(desk: Desk) -> None:
    all_of = await coverage(desk)
    spellings = (
        "https://sumeks.disway.id/amp/677408/daun-pakis?utm_source=whatsapp",
        "sumeks.disway.id/read/677408/daun-pakis/15",
        "https://www.google.com/amp/s/sumeks.disway.id/amp/677408/daun-pakis",
        "http://www.sumeks.disway.id/read/677408/judul-yang-diganti",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fsumeks.disway.id%2Fread%2F677408%2Fdaun-pakis&h=AT0",
    )
    await all_of.pastes(all_of.rina, "\n".join(("https://sumeks.disway.id/read/677408/daun-pakis", *spellings)))
    all_of.rina.sees("Diterima 1 dari 6 link:", "Received 1 of 6 links:")
    for at in range(2, 7):
        said = f"link ke-{at}: sudah dicatat 23/11 08.00 sebagai L-1", f"link no. {at}: already recorded 23 Nov 08:00 as L-1"
        all_of.rina.sees(*said)


async def test_one_sent_again_after_its_refusal_leads_to_the_reason(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.received()
    await all_of.vera.says("antrean", "queue")
    await all_of.vera.presses("Tolak", "Refuse")
    await all_of.vera.presses("Halaman tidak dapat dibuka", "The page cannot be opened")
    await all_of.pastes(all_of.rina, article())
    all_of.rina.sees("sebagai L-1 (ditolak). Ketik L-1 untuk alasannya", "as L-1 (refused). Type L-1 for the reason")
    await all_of.rina.says("L-1")
    all_of.rina.sees("Halaman tidak dapat dibuka", "The page cannot be opened")


# Whose it is


async def test_a_link_of_another_outlet_is_asked_about_and_may_be_claimed(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa {OTHER_SITE}/8102/jalan-kota {article()}")
    all_of.rina.sees(
        "L-1 ⚠️ Link ini milik Kabar Misal. Anda terdaftar di Suara Contoh.", "L-1 ⚠️ This link belongs to Kabar Misal."
    )
    all_of.rina.sees("L-3 ✅ Suara Contoh")
    also = all_of.rina.button("Saya juga menulis di Kabar Misal", "I also write for Kabar Misal")
    await all_of.rina.presses_token(also)
    all_of.rina.sees(
        "Humas akan memeriksa bahwa Anda juga menulis di Kabar Misal", "will check that you write for Kabar Misal too"
    )
    all_of.rina.sees("L-1, L-2")
    await all_of.rina.presses_token(also)
    all_of.rina.sees("L-1, L-2")
    assert {(await all_of.link(each)).doubt for each in (1, 2)} == {"claimed"}
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8103/jalan-baru")
    all_of.rina.sees("L-4 ⏳ Kabar Misal: ditanyakan ke Humas", "L-4 ⏳ Kabar Misal: the press office is asked")


async def test_a_link_sent_by_mistake_is_given_back(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa")
    mistake = all_of.rina.button("Salah kirim", "Sent by mistake")
    await all_of.rina.presses_token(mistake)
    all_of.rina.sees("L-1 tidak jadi dicatat", "L-1 is not recorded")
    await all_of.rina.presses_token(mistake)
    all_of.rina.sees("L-1 sudah dicabut", "L-1 is withdrawn")
    await all_of.rina.presses("Saya juga menulis", "I also write for")
    all_of.rina.sees("Tidak ada lagi link Anda dari Kabar Misal", "No link of yours from Kabar Misal")
    await all_of.pastes(all_of.tono, f"{OTHER_SITE}/8101/jalan-desa")
    all_of.tono.sees("L-2 ✅ Kabar Misal")


async def test_of_two_mistakes_each_has_its_own_button(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa {OTHER_SITE}/8102/jalan-kota")
    await all_of.rina.presses("Salah kirim L-2", "L-2 sent by mistake")
    all_of.rina.sees("L-2 tidak jadi dicatat", "L-2 is not recorded")
    assert (await all_of.link(1)).state is LinkState.RECEIVED


async def test_nobody_takes_back_what_somebody_else_sent(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa")
    await all_of.tono.presses_token(all_of.rina.button("Salah kirim", "Sent by mistake"))
    all_of.tono.sees("dibuat untuk orang lain", "made for somebody else")
    await all_of.tono.presses_token(f"link_mistaken.{(await all_of.link(1)).id}")
    all_of.tono.sees("sudah tidak berlaku", "no longer valid")
    assert (await all_of.link(1)).state is LinkState.RECEIVED


async def test_a_host_of_nobody_is_a_question_for_staff(desk: Desk) -> None:
    all_of = await coverage(desk)
    for number, (link, doubt) in enumerate(
        (
            ("https://arungmisal.com/berita/jalan-desa", "unknown"),
            ("https://suarac0ntoh.id/2026/11/jalan-desa", "lookalike"),
            ("https://suaracontoh.id.example.com/2026/11/jalan-desa", "lookalike"),
            ("https://suaracontoh.id@evil.example.com/jalan-desa", "unknown"),
        ),
        1,
    ):
        await all_of.pastes(all_of.rina, link)
        all_of.rina.sees("media belum dikenal, ditanyakan ke Humas", "outlet not known yet, the press office is asked")
        all_of.rina.sees_not(f"L-{number} ✅")
        received = await all_of.link(number)
        assert (received.doubt, received.outlet_id, received.state) == (doubt, None, LinkState.RECEIVED)


async def test_a_short_link_is_opened_by_staff_first(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, "https://bit.ly/4AbCdE")
    all_of.rina.sees("L-1 ⏳ bit.ly: link pendek", "L-1 ⏳ bit.ly: a short link")


# Who may


async def test_a_stranger_is_told_to_register_and_nothing_is_kept(desk: Desk) -> None:
    all_of, budi = await coverage(desk), await desk.stranger()
    await all_of.pastes(budi, article())
    budi.sees("daftar dulu sebentar", "please register first")
    assert await all_of.count() == 0
    await all_of.received()
    all_of.rina.sees("L-1 ✅ Suara Contoh")


async def test_staff_send_no_links(desk: Desk) -> None:
    all_of, dina = await coverage(desk), await desk.staff(Role.DRAFTER, "Dina Teladan")
    await all_of.pastes(dina, article())
    dina.sees("di luar tugas Anda", "not part of your work")
    assert await all_of.count() == 0
