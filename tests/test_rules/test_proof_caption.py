"""What a caption tells of a proof: where, when, on which page or at what hour; what is left may say of which release it is."""

from datetime import date

import pytest

from handlers.links.proofs.caption import Told, day_in, place_in, read
from storage.records import Medium

TODAY = date(2026, 11, 23)
SUNDAY = date(2026, 11, 22)
PRINT, TV, RADIO = Medium.PRINT, Medium.TV, Medium.RADIO
CAPTIONS = {
    "cetak 22/11 hal 5": Told(PRINT, SUNDAY, "5"),
    "koran 22 nov halaman 3-4 rilis beras": Told(PRINT, SUNDAY, "3-4", "rilis beras"),
    "cetak minggu 22/11/2026 hlm. 12": Told(PRINT, SUNDAY, "12"),
    "Hal A3": Told(PRINT, None, "A3"),
    "tv kemarin jam 19.30": Told(TV, SUNDAY, "19.30"),
    "televisi pukul 7 pagi": Told(TV, None, "07.00", "pagi"),
    "radio 22/11 07.15 segmen pagi": Told(RADIO, SUNDAY, "07.15", "segmen pagi"),
    "R-1 cetak 1/12 hal 2": Told(PRINT, None, "2", "R-1 1/12"),
    "22/11/2026": Told(None, SUNDAY),
    "foto kegiatan": Told(None, None, "", "foto kegiatan"),
    "": Told(),
}
PLACES = {
    ("5", PRINT): "5", ("hal. 5", PRINT): "5", ("halaman depan", PRINT): "1", ("a3", PRINT): "A3", ("kiri", PRINT): "",
    ("19.30", TV): "19.30", ("jam 7", RADIO): "07.00", ("7", RADIO): "07.00", ("25.00", TV): "", ("malam", TV): "",
}  # fmt: skip
DAYS = {"22/11": SUNDAY, "kemarin": SUNDAY, "hari ini": TODAY, "24/11/2026": None, "besok": None, "entah": None, "": None}


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_is_read(caption: str) -> None:
    assert read(caption, TODAY) == CAPTIONS[caption]


def test_an_answer_is_a_page_an_hour_or_a_day_that_has_been() -> None:
    assert {key: place_in(*key) for key in PLACES} == PLACES
    assert {text: day_in(text, TODAY) for text in DAYS} == DAYS
