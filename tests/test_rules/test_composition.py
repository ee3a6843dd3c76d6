"""Releases as offices write them, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.releases.composition import (
    BODY_MAX,
    HEADLINE_MAX,
    LEAD_MAX,
    Fault,
    Missing,
    Piece,
    body_fault,
    compose,
    fingerprint,
    headline_fault,
    lead,
    photo_credit,
    piece,
    rewritten,
)

RICE = """SIARAN PERS  Nomor: 480/231/DISKOMINFO/XI/2026
PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR
TELADAN – Pemerintah kabupaten menyalurkan beras kepada 312 kepala keluarga terdampak banjir, Minggu (22/11/2026).
"Stok cukup untuk dua pekan, kami utamakan lansia dan balita," ujar Plt. Kepala BPBD, Ir. Fulan bin Fulan, M.Si.
Warga, Siti Contoh (41), berharap jalan desa yang putus segera diperbaiki.
(Rilis Diskominfo/ab)   Narahubung: Humas, 0812-0000-0000"""

TITLES = (
    ("the example of the domain", RICE, "PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR"),
    ("no letterhead", "Jembatan Teladan dibuka kembali\n\nTELADAN - Jembatan dibuka.", "Jembatan Teladan dibuka kembali"),
    (
        "a whole letterhead",
        (
            "PEMERINTAH KABUPATEN TELADAN\nDINAS KOMUNIKASI DAN INFORMATIKA\nJalan Merdeka No. 1 Teladan\n"
            "Telp. (0712) 000000\n\n*SIARAN PERS*\nNomor : 480/12/X/2026\nUntuk disiarkan segera\n\n"
            "Bupati resmikan pasar desa\nTeladan – Pasar desa dibuka."
        ),
        "Bupati resmikan pasar desa",
    ),
    ("a rubric above", "KESEHATAN\nPosyandu keliling mulai Senin\nIsi berita.", "Posyandu keliling mulai Senin"),
    ("a labelled title", "Judul: *Panen raya di Teladan*\nIsi.", "Panen raya di Teladan"),
    ("an embargo above", "EMBARGO 24/11 10.00\nAPBD disepakati bersama\nIsi.", "APBD disepakati bersama"),
    (
        "a title over two lines",
        "PEMKAB SALURKAN BERAS\nUNTUK 312 KK\nTELADAN – Pemerintah menyalurkan beras.",
        "PEMKAB SALURKAN BERAS UNTUK 312 KK",
    ),
    ("a title in capitals that begins like a letterhead", "DINAS PU PERBAIKI JALAN\nIsi.", "DINAS PU PERBAIKI JALAN"),
    (
        "in English",
        "PRESS RELEASE\nFor immediate release\nBridge reopens on Monday\nThe bridge reopens.",
        "Bridge reopens on Monday",
    ),
    ("the dateline comes first", "TELADAN – Pemerintah menyalurkan beras.\nParagraf dua.", ""),
    ("a mixed-case dateline first", "Teladan, 22 November 2026 – Pemerintah menyalurkan beras.", ""),
    ("one long paragraph", "Pemerintah kabupaten " * 12, ""),
    ("a government as subject of a title", "Pemerintah Kabupaten salurkan beras\nIsi.", "Pemerintah Kabupaten salurkan beras"),
    ("a title that begins like a letterhead", "Dinas PU perbaiki jalan\nIsi.", "Dinas PU perbaiki jalan"),
    ("only emoji", "🎉🎉🎉\n🎉", ""),
    ("nothing", "", ""),
    ("only a letterhead", "SIARAN PERS", ""),
)


@pytest.mark.parametrize(("text", "headline"), [row[1:] for row in TITLES], ids=[row[0] for row in TITLES])
def test_the_title_is_found_under_the_letterhead(text: str, headline: str) -> None:
    assert compose(text).headline == headline


def test_the_body_keeps_every_line_below_the_title() -> None:
    body = compose(RICE).body
    assert body.startswith("TELADAN – Pemerintah")
    assert body.endswith("Narahubung: Humas, 0812-0000-0000")
    assert "SIARAN PERS" not in body


def test_an_embargo_and_a_rubric_stay_in_the_body() -> None:
    assert compose("EMBARGO 24/11 10.00\nAPBD disepakati bersama\nIsi.").body == "EMBARGO 24/11 10.00\nIsi."
    assert compose("KESEHATAN\nPosyandu keliling\nIsi.").body == "KESEHATAN\nIsi."


@given(st.text(max_size=400))
def test_any_text_is_taken_apart_and_no_word_is_made_up(text: str) -> None:
    found = compose(text)
    assert set(found.body.split()) <= set(text.split())
    assert len(found.headline) <= HEADLINE_MAX


@given(st.lists(st.text("abcdefghij ,", min_size=5, max_size=60).filter(str.strip), min_size=1, max_size=8))
def test_every_line_stands_in_the_headline_or_the_body(lines: list[str]) -> None:
    found = compose("SIARAN PERS\nNomor: 480/1/2026\n" + "\n".join(lines))
    held = " ".join(f"{found.headline} {found.body}".split())
    for line in lines:
        assert " ".join(line.split()) in held


LACKS: tuple[tuple[str, str, tuple[Missing, ...]], ...] = (
    ("nothing lacks", RICE, ()),
    ("a curly quote", "Judul berita\nIsi. “Kami siap membantu warga,” kata Fulan. Kontak: 0812-0000-0000", ()),
    ("the closing quote was forgotten", 'Judul berita\n"Kami siap membantu warga, kata Fulan.\nHubungi humas@contoh.id', ()),
    ("single quotes", "Judul berita\n'Kami siap membantu semua warga,' kata Fulan. CP: Fulan 0812-0000-0000", ()),
    ("no quote", "Judul berita\nIsi saja. Narahubung: Fulan 0812-0000-0000", (Missing.QUOTE,)),
    ("a quoted name is no quote", 'Judul berita\nProgram "Desa Terang" dimulai. Narahubung: Fulan', (Missing.QUOTE,)),
    ("an apostrophe is no quote", "Judul berita\nDja'far hadir di Jum'at pagi. Narahubung: Fulan", (Missing.QUOTE,)),
    ("no contact", 'Judul berita\n"Kami siap membantu warga," kata Fulan.', (Missing.CONTACT,)),
    ("a sum is no telephone", 'Judul\n"Kami siap membantu warga," kata Fulan. Rp. 2.020.000.000,-', (Missing.CONTACT,)),
    ("nothing at all", "", (Missing.HEADLINE, Missing.QUOTE, Missing.CONTACT)),
)


@pytest.mark.parametrize(("text", "missing"), [row[1:] for row in LACKS], ids=[row[0] for row in LACKS])
def test_what_a_release_lacks_is_named(text: str, missing: tuple[Missing, ...]) -> None:
    assert compose(text).missing == missing


LEADS = (
    ("TELADAN – Beras disalurkan kepada warga terdampak banjir.", "Beras disalurkan kepada warga terdampak banjir."),
    ("Teladan, 22 November 2026 – Beras disalurkan.", "Beras disalurkan."),
    ("TELADAN (22/11/2026) -- Beras disalurkan.", "Beras disalurkan."),
    ("KAB. TELADAN - Beras disalurkan.", "Beras disalurkan."),
    ("Pemkab – lewat dinas – menyalurkan beras.", "Pemkab – lewat dinas – menyalurkan beras."),
    ("Rumah-rumah warga terendam.", "Rumah-rumah warga terendam."),
    ("EMBARGO 24/11 10.00\nTELADAN – Beras disalurkan.", "Beras disalurkan."),
    ("\n\n*TELADAN* \n", "TELADAN"),
    ("", ""),
)


@pytest.mark.parametrize(("body", "wanted"), LEADS, ids=[row[0][:30] for row in LEADS])
def test_the_lead_is_the_first_paragraph_without_its_dateline(body: str, wanted: str) -> None:
    assert lead(body) == wanted


def test_a_long_lead_ends_at_a_sentence_but_not_at_an_abbreviation() -> None:
    first = "Beras disalurkan kepada 312 kepala keluarga di tiga desa yang terendam sejak Sabtu malam."
    second = " Plt. Kepala BPBD, Ir. Fulan bin Fulan, memastikan stok cukup untuk dua pekan bagi seluruh warga yang mengungsi"
    assert lead(first + second + " di gedung serbaguna desa dan kembali ke rumah.") == first + " …"


def test_a_long_lead_without_sentences_ends_at_a_word() -> None:
    found = lead("banjir " * 80)
    assert found.endswith("banjir…")
    assert len(found) <= LEAD_MAX


@given(st.text(max_size=700))
def test_a_lead_is_never_too_long(body: str) -> None:
    assert len(lead(body)) <= LEAD_MAX


CREDITS = (
    ("Foto: Rina Contoh/Humas Teladan", "Rina Contoh/Humas Teladan"),
    ("Bantuan tiba di desa. (Foto: Rina Contoh)", "Rina Contoh"),
    ("Kredit foto: Humas Teladan.", "Humas Teladan"),
    ("Dok. : Humas", "Humas"),
    ("Dok: Humas", "Humas"),
    ("Photo by Rina Contoh", "Rina Contoh"),
    ("Warga menerima beras", ""),
    ("Foto bersama usai acara", ""),
    ("", ""),
)


@pytest.mark.parametrize(("caption", "credit"), CREDITS)
def test_the_credit_is_read_from_a_caption(caption: str, credit: str) -> None:
    assert photo_credit(caption) == credit


LONG = "Isi rilis yang panjang. " * 12 + "(Foto: Rina Contoh)"
PIECES = (
    # text, with files, after text, after files
    ("the text itself", "Pemkab salurkan beras", False, False, False, Piece("Pemkab salurkan beras")),
    ("a caption with its credit", "Foto: Rina Contoh", True, True, False, Piece(credit="Rina Contoh")),
    ("a caption before any text", "Pemkab salurkan beras", True, False, False, Piece("Pemkab salurkan beras")),
    ("a caption beside the text", "Bupati di desa", True, True, False, Piece(unused=True)),
    ("no caption", "", True, True, False, Piece()),
    ("a release as a caption", LONG, True, False, False, Piece(LONG, "Rina Contoh")),
    ("a credit after the photos", "Foto: Rina Contoh", False, True, True, Piece(credit="Rina Contoh")),
    ("a credit before any photo", "Foto: Rina Contoh", False, True, False, Piece("Foto: Rina Contoh")),
    ("a last paragraph with a credit", "Isi.\nFoto: Rina Contoh", False, True, True, Piece("Isi.\nFoto: Rina Contoh")),
)


@pytest.mark.parametrize(
    ("text", "with_files", "after_text", "after_files", "wanted"), [row[1:] for row in PIECES], ids=[row[0] for row in PIECES]
)
def test_what_a_message_adds(text: str, with_files: bool, after_text: bool, after_files: bool, wanted: Piece) -> None:
    assert piece(text, with_files=with_files, after_text=after_text, after_files=after_files) == wanted


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Pemkab salurkan beras", None),
        ("x" * HEADLINE_MAX, None),
        ("x" * (HEADLINE_MAX + 1), Fault.TOO_LONG),
        ("", Fault.EMPTY),
        (" \n ", Fault.EMPTY),
        ("🎉🎉🎉", Fault.NO_WORDS),
        ("2026 !!", Fault.NO_WORDS),
    ],
)
def test_a_headline_needs_words_and_room(text: str, fault: Fault | None) -> None:
    assert headline_fault(text) == fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [("Isi.", None), ("", Fault.EMPTY), ("🎉" * 4096, Fault.NO_WORDS), ("isi " * (BODY_MAX // 4 + 1), Fault.TOO_LONG)],
)
def test_a_body_needs_words_and_room(text: str, fault: Fault | None) -> None:
    assert body_fault(text) == fault


def test_any_change_gives_another_fingerprint() -> None:
    versions = {
        fingerprint("Judul", "Isi", ("1", "2"), "all"),
        fingerprint("Judul ", "Isi", ("1", "2"), "all"),
        fingerprint("JudulIsi", "", ("1", "2"), "all"),
        fingerprint("Judul", "Isi", ("12",), "all"),
        fingerprint("Judul", "Isi", ("2", "1"), "all"),
        fingerprint("Judul", "Isi", ("1", "2"), "tv"),
    }
    assert len(versions) == 6
    assert all(len(each) == 12 and set(each) <= set("0123456789abcdef") for each in versions)


def test_the_same_version_keeps_its_fingerprint() -> None:
    assert fingerprint("Judul", "Isi", ("1",), "all") == fingerprint("Judul", "Isi", ("1",), "all")


ANEW = (
    ("BERAS UNTUK 321 KK\nTELADAN – Beras disalurkan.", ("BERAS UNTUK 321 KK", "TELADAN – Beras disalurkan.")),
    ("BERAS UNTUK 312 KK\nTELADAN – Beras disalurkan.", ("BERAS UNTUK 312 KK", "TELADAN – Beras disalurkan.")),
    ("TELADAN – Beras disalurkan.", ("BERAS UNTUK 312 KK", "TELADAN – Beras disalurkan.")),
    ("Warga menunggu\nTELADAN – Beras.", ("BERAS UNTUK 312 KK", "Warga menunggu\nTELADAN – Beras.")),
)


def test_a_text_anew_may_begin_with_its_title_as_it_was_or_somewhat_changed() -> None:
    assert tuple((text, rewritten(text, "BERAS UNTUK 312 KK")) for text, _ in ANEW) == ANEW
