"""What pages put around a story goes, and the story stays."""

import pytest

from handlers.links.boilerplate import story

LEAD = "Warga Desa Contoh memanen padi bersama bupati, Minggu (22/11/2026)."


@pytest.mark.parametrize(
    "dateline",
    [
        "KAYUAGUNG –", "KAYUAGUNG - ", "Kota Misal, Contohnews.id —", "CONTOHNEWS.ID, TELADAN --", "Teladan (Contoh Pos) -",
        "TELADAN | MISAL POS -", "Umpama Ilir, Suara Andai –",
    ],
)  # fmt: skip
def test_a_dateline_goes(dateline: str) -> None:
    assert story(f"{dateline} {LEAD}") == (LEAD,)


@pytest.mark.parametrize(
    "lead",
    [
        "Ruas jalan Contoh – Misal rusak sejak setahun lalu.", "Bupati Teladan – yang baru dilantik – menyapa warga.", LEAD,
        "Pembangunan jembatan Contoh–Misal dimulai.",
    ],
)  # fmt: skip
def test_a_dash_in_a_sentence_is_no_dateline(lead: str) -> None:
    assert story(lead) == (lead,)


def test_what_stands_between_and_behind_the_paragraphs_goes() -> None:
    noise = """Baca juga: Bupati Contoh resmikan pasar.
BACA JUGA :
Pasar Contoh Diresmikan Bupati
Halaman 1 2 3 Selanjutnya
1 2 3
ADVERTISEMENT
Foto: Suasana panen (dok. Humas).
Petugas memeriksa sawah. (Foto: IST)
Petugas memeriksa sawah. FOTO/FULAN
Ist
Editor: Fulan Contoh.
(Rilis Diskominfo/ab)
(red)
***
Ikuti berita Misal Pos di Google News dan saluran WhatsApp kami.
Bagikan: Facebook Twitter.
Tags: teladan, panen.
Copyright © 2026 Misal Pos.
Berita Terkait
Tinggalkan Balasan. Alamat email Anda tidak akan dipublikasikan."""
    quote = '"Airnya lancar sekarang," kata Fulan Contoh.'
    mixed = "\n".join(f"{line}\n{quote}" for line in noise.splitlines())
    assert set(story(f"KAYUAGUNG – {LEAD}\n{mixed}")) == {LEAD, quote}


def test_a_caption_above_the_lead_does_not_hide_its_dateline() -> None:
    assert story(f"Suasana panen di Desa Contoh\nKAYUAGUNG – {LEAD}") == (LEAD,)
