"""Numbers, amounts, days and names: equal where they are written in different ways, different where they only look alike."""

import pytest

from handlers.links.marks import is_day, is_name, marks


def of(text: str) -> set[str]:
    return set(marks([text]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("senilai Rp2,02 miliar.", "senilai Rp. 2.020.000.000,- untuk"),
        ("senilai Rp 350 juta", "senilai Rp350.000.000"),
        ("sebesar Rp1,5 T", "sebesar Rp 1,5 triliun"),
        ("Minggu (22/11/2026)", "Minggu, 22 November 2026"),
        ("Minggu (22/11)", "pada 22 Nov 2026"),
        ("sebanyak 1.250 orang", "sebanyak 1250 orang"),
        ("penduduk 2,5 juta jiwa", "penduduk 2.500.000 jiwa"),
        ("ujar Plt. Kepala BPBD, Ir. Fulan Contoh, M.Si.", "ujar Kepala BPBD Fulan Contoh"),
        ("kata H. Ja’far Misal", "kata Ja'far Misal"),
    ],
)
def test_one_thing_written_in_two_ways_is_one_mark(one: str, other: str) -> None:
    assert of(one) == of(other) != set()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Rp2,02 miliar", "Rp2,02 juta"), ("(22/11/2026)", "(22/12/2026)"), ("312 KK", "321 KK"), ("Ogan Ilir", "Ogan Timur")],
)
def test_what_only_looks_alike_is_not(one: str, other: str) -> None:
    assert not of(f"ada {one} itu") & of(f"ada {other} itu")


def test_a_name_is_known_by_its_words_and_a_title_or_an_office_by_none() -> None:
    found = marks(["Menurut Kepala Dinas Kesehatan Kabupaten Teladan, dr. Siti Contoh Umpama, warga Kecamatan Pampangan sehat."])
    assert {mark for mark in found if is_name(mark)} == {"siti contoh", "contoh umpama"}
    assert found["pampangan"] < found["siti contoh"]
    assert "kesehatan" not in found


def test_years_and_days_are_no_numbers() -> None:
    found = of("Sejak 2024 ada 312 rumah, Minggu (22/11/2026).")
    assert {mark for mark in found if not is_day(mark)} == {"312"}
