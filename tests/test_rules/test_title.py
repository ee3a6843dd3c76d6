"""What an article seems to be about, by the words in its address."""

import pytest

from handlers.links.address import TITLE, title

TITLES: dict[str, str] = {
    "https://suaracontoh.id/2026/11/beras-untuk-312-keluarga": "beras untuk 312 keluarga",
    "https://suaracontoh.id/2026/11/pemkab-salurkan-beras-312-kk-terdampak-banjir": "pemkab salurkan beras 312 kk terdampak…",
    "https://kabarmisal.com/read/677408/daun-pakis": "daun pakis",
    "https://kabarmisal.com/read/Daun-Pakis_Muda-677408.html": "daun pakis muda",
    "https://kabarmisal.com/123456-beras-tiba-a1b2c3d4": "beras tiba",
    "https://kabarmisal.com/berita/nasi%20goreng/12": "nasi goreng",
    "https://kabarmisal.com/jalan-desa-dibuka-2": "jalan desa dibuka 2",
    "https://kabarmisal.com/read/8101": "",
    "https://kabarmisal.com/berita": "",
    "https://kabarmisal.com/?p=12": "",
    "https://www.instagram.com/reel/AbCdEfG": "",
    "no address": "",
}


@pytest.mark.parametrize("address", TITLES)
def test_the_words_of_an_address_are_its_title(address: str) -> None:
    assert title(address) == TITLES[address]
    assert len(title(address)) <= TITLE
