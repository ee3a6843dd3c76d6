"""H12: verifiers refuse with a reason, typed words are shown before they go out, and codes are decided by typing them."""

import pytest

from handlers.links.refuse import WHY
from storage.records import LinkState, Role
from tests.desk import EVERYWHERE, Desk
from tests.links import OTHER_SITE, RECOGNISE, REFUSE, article, coverage, opened, silenced, states

# Refusing


BY_BUTTON = (  # what is pressed, and what its owner may do
    (("Halaman tidak dapat dibuka", "The page cannot be opened"), ("Bila bisa, ajukan keberatan", "If it does, appeal")),
    (
        ("Bukan halaman satu berita", "Not the page of one article"),
        ("Kirim link beritanya langsung", "send the link of the article"),
    ),
    (("Bukan situs media yang terdaftar", "Not the site of a registered outlet"), ("agar didaftarkan", "it can be registered")),
    (("Salinan dari media lain", "A copy from another outlet"), ("Bila Anda punya tulisan sendiri", "If you wrote an article")),
    (("Bukan tentang kegiatan kantor ini", "Not about the work of this office"), ("petugas lain yang", "somebody else answers")),
)


async def test_a_refusal_by_button_tells_the_owner_why_and_what_to_do(desk: Desk) -> None:
    all_of = await opened(desk, number=len(WHY))
    for number, (why, (said, way)) in enumerate(zip(WHY, BY_BUTTON, strict=True), 1):
        await all_of.vera.presses(*REFUSE)
        all_of.vera.sees(f"Mengapa L-{number} ditolak?", f"Why is L-{number} refused?")
        await all_of.vera.presses(*said)
        all_of.vera.sees(f"❌ L-{number} dari Rina Contoh ditolak", f"❌ L-{number} from Rina Contoh is refused")
        all_of.vera.has_no_button(*said)
        refused = f"❌ L-{number} belum diakui. Alasan: {said[0]}", f"❌ L-{number} is not recognised. Reason: {said[1]}"
        for each in (refused, way, (article(number),)):
            all_of.rina.sees(*each)
        assert (await all_of.link(number)).reason == why
    all_of.vera.sees("Tidak ada link yang menunggu", "No link is waiting")


async def test_a_reason_of_the_list_may_be_typed(desk: Desk) -> None:
    all_of = await opened(desk, number=2)
    for number, typed in enumerate((("2", "2"), ("nomor dua", "two")), 1):
        await all_of.vera.presses(*REFUSE)
        await all_of.vera.says(*typed)
        assert (await all_of.link(number)).reason == "page"
        all_of.rina.sees(f"L-{number} belum diakui", f"L-{number} is not recognised")


@EVERYWHERE
async def test_typed_words_are_shown_before_the_owner_reads_them(desk: Desk) -> None:
    all_of = await opened(desk, number=2)
    await silenced(all_of.rina)
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("Tayang lima hari setelah giat.\nMohon maaf", "Five days late")
    all_of.vera.sees("Kirim alasan ini kepada Rina Contoh untuk L-1?", "Send this reason to Rina Contoh for L-1?")
    all_of.rina.silent()
    assert await states(all_of, 1) == [LinkState.RECEIVED]
    send = all_of.vera.button("Kirim", "Send")
    await all_of.vera.presses_token(send)
    all_of.rina.sees("Alasan: Tayang lima hari setelah giat. Mohon maaf.", "Reason: Five days late.")
    all_of.vera.sees("L-2 · dari Rina Contoh", "L-2 · from Rina Contoh")
    await silenced(all_of.rina)
    await all_of.vera.presses_token(send)
    all_of.vera.sees("sudah tidak berlaku", "no longer valid")
    all_of.rina.silent()


@pytest.mark.parametrize("way", ["words", "button", "typed over", "courtesy"])
async def test_a_typed_reason_is_changed_before_it_goes_out(desk: Desk, way: str) -> None:
    all_of = await opened(desk)
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("Tayang lima hari setelah giat")
    if way == "words":
        await all_of.vera.says("tidak", "no")
        all_of.vera.sees("Mengapa L-1 ditolak?", "Why is L-1 refused?")
    elif way == "button":
        await all_of.vera.presses("Ubah", "Change")
        all_of.vera.sees("Mengapa L-1 ditolak?", "Why is L-1 refused?")
    elif way == "courtesy":
        await all_of.vera.says("bentar", "wait")
        all_of.vera.sees("“Tayang lima hari setelah giat”")
    assert await states(all_of, 1) == [LinkState.RECEIVED]
    await all_of.vera.says("Tayang enam hari setelah giat")
    all_of.vera.sees("“Tayang enam hari setelah giat”")
    await all_of.vera.says("kirim", "send")
    assert (await all_of.link(1)).reason == "Tayang enam hari setelah giat"


@pytest.mark.parametrize("answer", [("ya", "yes"), ("kirim", "send")])
async def test_a_typed_reason_that_comes_second_changes_nothing(desk: Desk, answer: tuple[str, str]) -> None:
    all_of, vino = await opened(desk), await desk.staff(Role.VERIFIER, "Vino Teladan")
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("Tayang lima hari setelah giat")
    await vino.says("akui L-1", "recognise L-1")
    await all_of.vera.says(*answer)
    all_of.vera.sees("L-1 sudah diakui", "L-1 was recognised")
    assert await states(all_of, 1) == [LinkState.RECOGNISED]


async def test_a_reason_that_says_nothing_is_asked_again(desk: Desk) -> None:
    all_of = await opened(desk)
    await all_of.vera.presses(*REFUSE)
    for typed, answer in (
        ("x" * 301, ("terlalu panjang", "too long")),
        ("🙏" * 4096, ("terlalu panjang", "too long")),
        ("...", ("dengan kata-kata", "in words")),
        ("99", ("dengan kata-kata", "in words")),
        ("bentar", ("akan dibaca wartawan", "will read this reason")),
        ("sebentar ya pak", ("akan dibaca wartawan", "will read this reason")),
        ("hmmm", ("akan dibaca wartawan", "will read this reason")),
        ("ok", ("akan dibaca wartawan", "will read this reason")),
    ):
        await all_of.vera.says(typed)
        all_of.vera.sees(*answer)
        all_of.vera.sees("Mengapa L-1 ditolak?", "Why is L-1 refused?")
        assert await states(all_of, 1) == [LinkState.RECEIVED]
    await all_of.vera.says("4")
    assert (await all_of.link(1)).reason == "copy"


async def test_a_voice_note_is_no_reason(desk: Desk) -> None:
    all_of = await opened(desk)
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says(files=[desk.voice()])
    all_of.vera.sees("hanya bisa membaca teks", "only read text")
    assert await states(all_of, 1) == [LinkState.RECEIVED]


async def test_a_refusal_is_left_by_cancelling_and_waits_behind_a_look_up(desk: Desk) -> None:
    all_of = await opened(desk)
    await all_of.vera.presses(*REFUSE)
    await all_of.vera.says("status")
    all_of.vera.sees("masih menunggu", "still waiting")
    await all_of.vera.says("batal", "cancel")
    await all_of.vera.says("2")
    assert await states(all_of, 1) == [LinkState.RECEIVED]
    await all_of.vera.says("antrean", "queue")
    all_of.vera.sees("L-1")


# Typed with a code


@EVERYWHERE
async def test_a_link_is_recognised_by_its_code(desk: Desk) -> None:
    all_of = await opened(desk, number=2)
    await all_of.vera.says("akui L-2", "recognise L-2")
    all_of.vera.sees("✅ L-2 dari Rina Contoh diakui", "✅ L-2 from Rina Contoh is recognised")
    await desk.later(minutes=5)
    all_of.rina.sees("✅ L-2 — Suara Contoh")
    await all_of.vera.says("akui l2", "recognise l2")
    all_of.vera.sees("oleh Anda sendiri", "by yourself")
    assert await states(all_of, 1, 2) == [LinkState.RECEIVED, LinkState.RECOGNISED]


@pytest.mark.parametrize("codes", ["L-1 L-3 L-99 L-4", "l1, l3, l99 & l4", "L-1, 3, 99 dan 4"])
async def test_several_are_recognised_at_once_and_each_is_answered(desk: Desk, codes: str) -> None:
    all_of = await opened(desk, number=3)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa")
    await all_of.vera.says("akui L-3", "recognise L-3")
    await silenced(all_of.rina)
    await all_of.vera.says(f"akui {codes}", f"recognise {codes}")
    all_of.vera.sees("✅ L-1 diakui", "✅ L-1 recognised")
    all_of.vera.sees("L-3 tidak diubah: sudah diakui", "L-3 unchanged: recognised already")
    all_of.vera.sees("L-99 tidak ditemukan", "L-99 was not found")
    all_of.vera.sees("⏳ L-4 belum diakui: perlu dilihat dulu, ketik L-4", "⏳ L-4 not recognised yet: have a look first")
    all_of.rina.sees("2 link Anda diakui hari ini", "2 links of yours were recognised today")
    every = [LinkState.RECOGNISED, LinkState.RECEIVED, LinkState.RECOGNISED, LinkState.RECEIVED]
    assert await states(all_of, 1, 2, 3, 4) == every


async def test_what_is_doubtful_is_shown_before_it_is_recognised(desk: Desk) -> None:
    all_of = await coverage(desk)
    await all_of.pastes(all_of.rina, f"{OTHER_SITE}/8101/jalan-desa")
    await all_of.vera.says("akui L-1", "recognise L-1")
    all_of.vera.sees("Situs milik Kabar Misal, tetapi Rina Contoh tidak terdaftar", "but Rina Contoh is not registered there")
    assert await states(all_of, 1) == [LinkState.RECEIVED]
    await all_of.vera.presses(*RECOGNISE)
    assert await states(all_of, 1) == [LinkState.RECOGNISED]


@EVERYWHERE
async def test_a_link_is_refused_by_its_code(desk: Desk) -> None:
    all_of = await opened(desk, number=3)
    await all_of.vera.says("tolak L-2", "refuse L-2")
    all_of.vera.sees("Mengapa L-2 ditolak?", "Why is L-2 refused?")
    await all_of.vera.says("4")
    await all_of.vera.says("tolak L-3 tayang lima hari setelah giat", "refuse L-3 tayang lima hari setelah giat")
    all_of.vera.sees("Kirim alasan ini kepada Rina Contoh untuk L-3?", "Send this reason to Rina Contoh for L-3?")
    await all_of.vera.says("ya", "yes")
    all_of.rina.sees("❌ L-3 belum diakui. Alasan: tayang lima hari", "❌ L-3 is not recognised. Reason: tayang lima hari")
    await all_of.vera.says("tolak L-1 ya", "refuse L-1 ya")
    all_of.vera.sees("Mengapa L-1 ditolak?", "Why is L-1 refused?")
    assert await states(all_of, 1, 2, 3) == [LinkState.RECEIVED, LinkState.REFUSED, LinkState.REFUSED]


async def test_what_cannot_be_decided_by_its_code_is_said(desk: Desk) -> None:
    all_of = await opened(desk, number=2)
    await all_of.vera.says("akui 2", "recognise 2")
    for typed, answer in (
        (("akui", "recognise"), ("Sebutkan kodenya, misalnya akui L-12", "Give the code, for example recognise L-12")),
        (("akui semua", "recognise all"), ("Sebutkan kodenya", "Give the code")),
        (("akui L-99", "recognise L-99"), ("L-99 tidak ditemukan", "L-99 was not found")),
        (("tolak", "refuse"), ("Sebutkan kodenya, misalnya tolak L-12", "Give the code, for example refuse L-12")),
        (("tolak L-99 bukan berita", "refuse L-99 bukan berita"), ("L-99 tidak ditemukan", "L-99 was not found")),
        (("tolak L-2 bukan berita", "refuse L-2 bukan berita"), ("L-2 sudah diakui", "L-2 was recognised")),
    ):
        await all_of.vera.says(*typed)
        all_of.vera.sees(*answer)
        assert await states(all_of, 1, 2) == [LinkState.RECEIVED, LinkState.RECOGNISED]
