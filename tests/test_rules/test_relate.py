"""Which release a link is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.links.relate import release_of

FLOOD = (31, 231, "Pemkab Salurkan Beras untuk 312 KK Terdampak Banjir Pampangan")
RICE = (32, 232, "Bupati Panen Raya Padi Bersama Petani Lempuing")
SCHOOL = (33, 233, "Dinas Pendidikan Buka Pendaftaran Sekolah Rakyat")
SCHOOL_AGAIN = (34, 234, "Dinas Pendidikan Buka Pendaftaran Sekolah Inklusi")
RELEASES = (FLOOD, RICE, SCHOOL, SCHOOL_AGAIN)
ADDRESS = "https://suaracontoh.id/berita/8302366"

CASES: dict[str, tuple[str, str, int | None]] = {
    "code": ("izin link R-231", ADDRESS, 31),
    "code without its dash": ("r231", ADDRESS, 31),
    "code with a space": ("R 232 ya bang", ADDRESS, 32),
    "code in words": ("link rilis 232", ADDRESS, 32),
    "code after nomor": ("siaran pers nomor 233", ADDRESS, 33),
    "code with zeros": ("R-0231", ADDRESS, 31),
    "code in English": ("for release 231", ADDRESS, 31),
    "the same code twice": ("R-231, rilis 231", ADDRESS, 31),
    "code of no recent release": ("R-99", ADDRESS, None),
    "two codes": ("R-231 dan R-232", ADDRESS, None),
    "two codes, the address decides": ("R-231 dan R-232", "https://a.id/bupati-panen-raya-padi-petani", 32),
    "a code beats the address": ("R-231", "https://a.id/bupati-panen-raya-padi-petani-lempuing", 31),
    "no code inside a word": ("PR231 dan R-231x", ADDRESS, None),
    "no code inside an address": ("https://a.id/r-231 https://a.id/x?r=r231", ADDRESS, None),
    "no code in a number with a dash": ("r 231-5", ADDRESS, None),
    "headline in the address": ("", "https://a.id/2026/11/pemkab-oki-salurkan-beras-korban-banjir-pampangan", 31),
    "headline with capitals and signs": ("", "https://a.id/Bupati%20Panen%20Raya%20Padi", 32),
    "too few words": ("", "https://a.id/banjir-lagi", None),
    "one word is chance": ("", "https://a.id/lempuing", None),
    "two headlines alike": ("", "https://a.id/dinas-pendidikan-buka-pendaftaran-sekolah", None),
    "two headlines alike, told apart": ("", "https://a.id/dinas-pendidikan-buka-pendaftaran-sekolah-inklusi", 34),
    "another subject": ("", "https://a.id/kebakaran-pasar-kayuagung", None),
    "headline in the message": ("*Pemkab salurkan beras untuk warga banjir Pampangan*\n" + ADDRESS, ADDRESS, 31),
    "an address beside it says nothing": ("https://a.id/2026/pemkab-salurkan-beras-terdampak-banjir-pampangan", ADDRESS, None),
    "nothing": ("", "", None),
}


@pytest.mark.parametrize(("words", "address", "release"), CASES.values(), ids=CASES)
def test_the_release_of_a_link(words: str, address: str, release: int | None) -> None:
    assert release_of(words, address, RELEASES) == release


def test_without_recent_releases_nothing_is_meant() -> None:
    assert release_of("R-231", "https://a.id/pemkab-salurkan-beras", ()) is None


def test_a_headline_of_one_word_is_never_guessed() -> None:
    assert release_of("", "https://a.id/banjir", ((1, 1, "Banjir"),)) is None


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_give_a_release_of_the_list_or_none(words: str, address: str) -> None:
    assert release_of(words, address, RELEASES) in {None, 31, 32, 33, 34}
