"""What stands behind *rekap*, *tagih rekap* and *bayar rekap*, as people type it."""

from datetime import date

import pytest

from handlers.ledger.asked import Asked, Wrong, month_in, understand

TODAY = date(2026, 11, 24)
NOVEMBER, OCTOBER = date(2026, 11, 1), date(2026, 10, 1)
TWENTIETH = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", Asked(NOVEMBER)),
        ("november", Asked(NOVEMBER)),
        ("rekap bulan lalu", Asked(OCTOBER)),
        ("last month", Asked(OCTOBER)),
        ("Des 2025", Asked(date(2025, 12, 1))),
        ("desember", Asked(date(2025, 12, 1))),
        ("november untuk media Suara Contoh", Asked(NOVEMBER, "Suara Contoh")),
        ("Suara Contoh", Asked(NOVEMBER, "Suara Contoh")),
        ("november spm 18-11", Asked(NOVEMBER, "", "SPM", "", date(2026, 11, 18))),
        ("November Suara Contoh SP2D 0123/LS/2026 20-11", Asked(NOVEMBER, "Suara Contoh", "SP2D", "0123/LS/2026", TWENTIETH)),
        ("november sp2d no. 12 tgl 20 november 2026", Asked(NOVEMBER, "", "SP2D", "12", TWENTIETH)),
        ("november SP2D 20/11/2026 0123", Asked(NOVEMBER, "", "SP2D", "0123", TWENTIETH)),
        ("november SPM 00123/SPM-LS/2026 2026-11-20", Asked(NOVEMBER, "", "SPM", "00123/SPM-LS/2026", TWENTIETH)),
        ("oktober faktur 12/INV 28-12-2025", Asked(OCTOBER, "", "invoice", "12/INV", date(2025, 12, 28))),
        ("november spm 5 28-12", Asked(NOVEMBER, "", "SPM", "5", date(2025, 12, 28))),  # no day ahead where no year is named
        ("november spm", Asked(NOVEMBER, "", "SPM")),
        ("november spm 5 1/12/2026", Wrong.AHEAD),
        ("desember 2026", Wrong.AHEAD),
        ("november spm 5 31-02-2026", Asked(NOVEMBER, "", "SPM", "5 31-02-2026")),  # no day: it is asked for
    ],
)
def test_a_deed_is_understood(typed: str, found: Asked | Wrong) -> None:
    assert understand(typed, TODAY) == found


@pytest.mark.parametrize("typed", ["", "lalu", "ini", "kemarin", "minggu ini", "Media November", "tahun 2026"])
def test_what_begins_with_no_month_that_was(typed: str) -> None:
    assert month_in(typed, TODAY) is None
