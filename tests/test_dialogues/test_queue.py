"""H12 as far as it goes without fetching: verifiers recognise, leave aside, take back and withdraw."""

from storage import audit, links, outlets, people
from storage.records import LinkState, Medium, Role
from tests.desk import EVERYWHERE, Desk
from tests.links import OTHER_SITE, RECOGNISE, REFUSE, SKIP, UNDO, article, coverage, opened, silenced, states


@EVERYWHERE
async def test_the_oldest_link_is_recognised_and_the_next_follows(desk: Desk) -> None:
    all_of = await opened(desk, number=2)
    all_of.vera.sees("2 link menunggu", "2 links are waiting")
    all_of.vera.sees("L-1 · dari Rina Contoh, 23/11 08.00", "L-1 · from Rina Contoh, 23 Nov 08:00")
    all_of.vera.sees(article(1))
    await all_of.vera.presses(*RECOGNISE)
    all_of.vera.sees("✅ L-1 dari Rina Contoh diakui", "✅ L-1 from Rina Contoh is recognised")
    all_of.vera.sees("1 link menunggu", "1 link is waiting")
    all_of.vera.sees("L-2 · dari Rina Contoh", "L-2 · from Rina Contoh")
    await desk.later(minutes=5)  # where nothing can be edited, what may grow waits a little
    all_of.rina.sees("1 link Anda diakui hari ini", "1 link of yours was recognised today")
    all_of.rina.sees("✅ L-1 — Suara Contoh")
    await all_of.vera.presses(*RECOGNISE)
    all_of.vera.sees("Tidak ada link yang menunggu", "No link is waiting")
    link = await all_of.link(1)
    assert (link.state, link.decided_by) == (LinkState.RECOGNISED, (await all_of.vera.record()).id)
    async with desk.db() as db:
        assert await audit.latest(db, f"link:{link.id}", ("recognise",))


async def test_the_owner_has_one_message_a_day_that_grows(desk: Desk) -> None:
    all_of = await opened(desk, number=3)
    await all_of.vera.presses(*RECOGNISE)
    await all_of.vera.presses(*RECOGNISE)
    shown = [each for each in all_of.rina.reads().split("\n---\n") if desk.pick(("diakui hari ini", "recognised today")) in each]
    assert len(shown) == 1
    assert "L-1" in shown[0]
    assert "L-2" in shown[0]
    await silenced(all_of.rina)
    await desk.later(days=1)
    await all_of.vera.presses(*RECOGNISE)
    all_of.rina.sees("1 link Anda diakui hari ini", "1 link of yours was recognised today")
    all_of.rina.sees("L-3")
    all_of.rina.sees_not("L-1")


async def test_help_names_what_a_verifier_can_type(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.vera.says("bantuan", "help")
    for word in (("antrean", "queue"), ("akui L-12", "recognise L-12"), ("tolak L-12", "refuse L-12"), ("status L-12",)):
        all_of.vera.sees(*word)
    all_of.vera.sees("cabut L-12", "withdraw L-12")


# Leaving aside


async def test_what_was_left_aside_comes_again_only_at_the_end(desk: Desk) -> None:
    all_of = await opened(desk, number=3)
    await all_of.vera.presses(*SKIP)
    await all_of.vera.presses(*RECOGNISE)
    all_of.vera.sees("L-3 · dari Rina Contoh", "L-3 · from Rina Contoh")
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("1")
    all_of.vera.sees("L-1 · dari Rina Contoh", "L-1 · from Rina Contoh")


async def test_links_left_aside_come_again(desk: Desk) -> None:
    all_of = await opened(desk, number=2)
    await all_of.vera.presses(*SKIP)
    all_of.vera.sees("L-2 · dari Rina Contoh", "L-2 · from Rina Contoh")
    await all_of.vera.presses(*SKIP)
    all_of.vera.sees("Sudah sampai akhir. 2 link dilewati", "That was the last. 2 skipped links are")
    await all_of.vera.presses("Dari awal", "From the start")
    all_of.vera.sees("L-1 · dari Rina Contoh", "L-1 · from Rina Contoh")
    assert await states(all_of, 1, 2) == [LinkState.RECEIVED, LinkState.RECEIVED]


async def test_an_empty_queue_says_so(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.vera.says("antrean", "queue")
    all_of.vera.sees("Tidak ada link yang menunggu", "No link is waiting")


# Taking back


async def test_a_recognition_is_taken_back_and_made_again(desk: Desk) -> None:
    all_of = await opened(desk)
    await all_of.vera.presses(*RECOGNISE)
    undo = all_of.vera.button(*UNDO)
    await all_of.vera.presses_token(undo)
    all_of.vera.sees("L-1 kembali diterima", "L-1 is received again")
    all_of.rina.sees("L-1 kami lihat sekali lagi", "looking at L-1 once more")
    all_of.rina.sees("(diakui)", "(recognised)")
    await all_of.vera.presses_token(undo)
    all_of.vera.sees("L-1 masih menunggu keputusan", "L-1 still waits for a decision")
    await all_of.vera.presses(*RECOGNISE)
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    link = await all_of.link(1)
    async with desk.db() as db:
        steps = await links.steps(db, link)
    assert [each.state for each in steps] == [LinkState.RECEIVED, LinkState.RECOGNISED, LinkState.RECEIVED, LinkState.RECOGNISED]


async def test_a_refusal_is_taken_back(desk: Desk) -> None:
    all_of = await opened(desk)
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("1")
    await all_of.vera.presses(*UNDO)
    all_of.rina.sees("Keputusan tadi (ditolak) dibatalkan", "The decision (refused) was undone")
    link = await all_of.link(1)
    assert (link.state, link.reason, link.decided_by) == (LinkState.RECEIVED, "", None)


# Withdrawing


async def test_a_recognised_link_is_withdrawn_with_its_reason_and_counts_again(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.recognised()
    await all_of.vera.says("cabut L-1 halaman sudah dihapus", "withdraw L-1 halaman sudah dihapus")
    all_of.vera.sees("Kirim alasan ini kepada Rina Contoh untuk L-1?", "Send this reason to Rina Contoh for L-1?")
    await all_of.vera.says("ya", "yes")
    all_of.vera.sees("⚠️ L-1 dari Rina Contoh dicabut", "⚠️ L-1 from Rina Contoh is withdrawn")
    all_of.rina.sees("⚠️ L-1 dicabut, jadi tidak dihitung lagi. Alasan: halaman sudah dihapus", "⚠️ L-1 was withdrawn")
    all_of.rina.sees("ajukan keberatan; petugas lain", "appeal; somebody else")
    await all_of.vera.says("cabut L-1 lagi", "withdraw L-1 again")
    all_of.vera.sees("L-1 sudah dicabut Senin 23 Nov 2026 08.00 WIB oleh Anda sendiri", "L-1 was withdrawn Monday 23 Nov 2026")
    await all_of.vera.presses(*UNDO)
    all_of.rina.sees("✅ L-1 dihitung lagi", "✅ L-1 counts again")
    assert await states(all_of, 1) == [LinkState.RECOGNISED]


async def test_without_a_reason_it_is_asked_for(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.recognised()
    await all_of.vera.says("cabut 1", "withdraw 1")
    all_of.vera.sees("Mengapa L-1 dicabut?", "Why is L-1 withdrawn?")
    await all_of.vera.says("...")
    all_of.vera.sees("dengan kata-kata", "in words")
    await all_of.vera.says("x" * 301)
    all_of.vera.sees("terlalu panjang", "too long")
    await all_of.vera.says("bentar", "wait")
    all_of.vera.sees("akan dibaca wartawan", "will read this reason")
    await all_of.vera.says("batal", "cancel")
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    await all_of.vera.says("cabut l1", "withdraw l1")
    await all_of.vera.says("Halaman sudah dihapus.")
    await all_of.vera.presses("Ubah", "Change")
    all_of.vera.sees("Mengapa L-1 dicabut?", "Why is L-1 withdrawn?")
    await all_of.vera.says("Halaman sudah dihapus.")
    await all_of.vera.presses("Kirim", "Send")
    assert (await all_of.link(1)).reason == "Halaman sudah dihapus."


async def test_what_cannot_be_withdrawn_is_said(desk: Desk) -> None:
    all_of = await opened(desk)
    for typed, answer in (
        (("cabut", "withdraw"), ("Sebutkan kode dan alasannya", "Give the code and the reason")),
        (("cabut link kemarin", "withdraw the link"), ("Sebutkan kode dan alasannya", "Give the code and the reason")),
        (("cabut L-99 hilang", "withdraw L-99 gone"), ("L-99 tidak ditemukan", "L-99 was not found")),
        (("cabut L-1 hilang", "withdraw L-1 gone"), ("L-1 masih menunggu keputusan", "L-1 still waits for a decision")),
    ):
        await all_of.vera.says(*typed)
        all_of.vera.sees(*answer)
        assert await states(all_of, 1) == [LinkState.RECEIVED]


# Two at once, and late


async def test_of_two_verifiers_the_second_is_told_who_was_first(desk: Desk) -> None:
    all_of, vino = await opened(desk, number=2), await desk.staff(Role.VERIFIER, "Vino Teladan")
    await vino.says("antrean", "queue")
    await all_of.vera.presses(*RECOGNISE)
    await vino.presses(*RECOGNISE)
    vino.sees(
        "L-1 sudah diakui Senin 23 Nov 2026 08.00 WIB oleh Vera Teladan",
        "L-1 was recognised Monday 23 Nov 2026 08:00 WIB by Vera",
    )
    await vino.presses("Antrean", "Queue")
    vino.sees("L-2 · dari Rina Contoh", "L-2 · from Rina Contoh")
    assert all_of.rina.reads().count("✅ L-1 — Suara Contoh") == 1


async def test_a_reason_that_comes_too_late_changes_nothing(desk: Desk) -> None:
    all_of, vino = await opened(desk), await desk.staff(Role.VERIFIER, "Vino Teladan")
    await all_of.vera.presses(*REFUSE)
    because = all_of.vera.button("Salinan dari media lain", "A copy from another outlet")
    await vino.says("antrean", "queue")
    await vino.presses(*RECOGNISE)
    await all_of.vera.says("4")
    all_of.vera.sees("L-1 sudah diakui", "L-1 was recognised")
    await all_of.vera.presses_token(because)
    all_of.vera.sees("oleh Vino Teladan", "by Vino Teladan")
    assert await states(all_of, 1) == [LinkState.RECOGNISED]
    all_of.rina.sees_not("belum diakui", "not recognised")


async def test_recognise_pressed_twice_counts_once(desk: Desk) -> None:
    all_of = await opened(desk)
    yes = all_of.vera.button(*RECOGNISE)
    await all_of.vera.presses_token(yes)
    await all_of.vera.presses_token(yes)
    all_of.vera.sees("oleh Anda sendiri", "by yourself")
    link = await all_of.link(1)
    async with desk.db() as db:
        assert len(await links.steps(db, link)) == 2


async def test_journalists_decide_nothing(desk: Desk) -> None:
    all_of = await opened(desk)
    await all_of.rina.says("antrean", "queue")
    all_of.rina.sees("di luar tugas Anda", "not part of your work")
    for typed in (("akui L-1", "recognise L-1"), ("tolak L-1 bukan berita", "refuse L-1 bukan berita")):
        await all_of.rina.says(*typed)
        all_of.rina.sees("di luar tugas Anda", "not part of your work")
    for action in ("link_yes", "link_no", "link_undo", "reason_send", "reason_change"):
        await all_of.rina.presses_token(f"{action}.{(await all_of.link(1)).id}")
        all_of.rina.sees("di luar tugas Anda", "not part of your work")
    await all_of.vera.presses_token("link_yes.999")
    all_of.vera.sees("sudah tidak berlaku", "no longer valid")
    assert await states(all_of, 1) == [LinkState.RECEIVED]


# Whose it is


async def test_a_claim_is_confirmed_with_the_link_and_no_more_asked(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa {OTHER_SITE}/8102/jalan-kota")
    await all_of.rina.presses("Saya juga menulis", "I also write for")
    await all_of.vera.says("antrean", "queue")
    all_of.vera.sees("Rina Contoh menyatakan juga menulis di Kabar Misal", "Rina Contoh says they write for Kabar Misal too")
    await all_of.vera.presses(*RECOGNISE)
    all_of.vera.sees("L-2 · dari Rina", "L-2 · from Rina")
    all_of.vera.sees_not("menyatakan juga menulis", "says they write")
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8103/jalan-baru")
    all_of.rina.sees("L-3 ✅ Kabar Misal")


async def test_a_claim_confirmed_by_mistake_is_taken_back_with_the_link(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa")
    await all_of.rina.presses("Saya juga menulis", "I also write for")
    await all_of.vera.says("antrean", "queue")
    await all_of.vera.presses(*RECOGNISE)
    await all_of.vera.presses(*UNDO)
    rina = await all_of.rina.record()
    async with desk.db() as db:
        assert len(await people.outlets_of(db, rina.id)) == 1
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("3")
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8102/jalan-kota")
    all_of.rina.sees("L-2 ⚠️ Link ini milik Kabar Misal", "L-2 ⚠️ This link belongs to Kabar Misal")


async def test_a_link_of_another_outlet_is_marked_for_the_verifier(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa")
    await all_of.vera.says("antrean", "queue")
    all_of.vera.sees("Situs milik Kabar Misal, tetapi Rina Contoh tidak terdaftar", "but Rina Contoh is not registered there")


async def test_why_a_person_should_look_is_said(desk: Desk) -> None:
    all_of = await coverage(desk)
    doubted = (
        ("https://arungmisal.com/berita/jalan-desa", ("belum ada di daftar media", "not in the register")),
        ("https://suarac0ntoh.id/2026/11/jalan-desa", ("huruf demi huruf", "letter by letter")),
        ("https://bit.ly/4AbCdE", ("Link pendek", "A short link")),
    )
    await all_of.pastes(all_of.rina, "\n".join(link for link, _ in doubted))
    await all_of.vera.says("antrean", "queue")
    for _, doubt in doubted:
        all_of.vera.sees(*doubt)
        await all_of.vera.presses(*SKIP)


async def test_an_outlet_registered_meanwhile_gets_the_link(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, "https://arungmisal.com/berita/jalan-desa")
    await all_of.vera.says("antrean", "queue")
    old = all_of.vera.button(*RECOGNISE)
    async with desk.db() as db:
        added = await outlets.add(db, "Arung Misal", Medium.ONLINE, desk.now, confirmed=True)
        await outlets.add_host(db, added.id, "arungmisal.com", "")
    await all_of.vera.presses_token(old)
    all_of.rina.sees("✅ L-1 — Arung Misal")
    assert (await all_of.link(1)).outlet_id == added.id
