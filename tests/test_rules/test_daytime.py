"""When a pause ends."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.when import Misread, read_end

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 23, 8, tzinfo=WIB)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("3 hari", 3), ("3hari", 3), ("3 hri", 3), ("tiga hari", 3), ("sehari", 1), ("seminggu", 7), ("2 minggu", 14),
        ("2 mgg", 14), ("sebulan", 30), ("1 bln", 30), ("1 jam", 1 / 24), ("sejam", 1 / 24), ("30 menit", 1 / 48),
        ("selama 3 hari", 3), ("3 hari ya", 3), ("3 days", 3), ("a week", 7), ("for 2 weeks", 14), ("365 hari", 365),
    ],
)  # fmt: skip
def test_a_span_ends_so_much_later(typed: str, days: float) -> None:
    assert read_end(typed, NOW, WIB, time(7)) == NOW + timedelta(days=days)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sampai senin", "30 Nov 2026 07:00"), ("sampai selasa ya", "24 Nov 2026 07:00"), ("until tuesday", "24 Nov 2026 07:00"),
        ("sampai dengan jumat", "27 Nov 2026 07:00"), ("s/d 1/12", "01 Dec 2026 07:00"), ("hingga besok", "24 Nov 2026 07:00"),
        ("sampe lusa jam 9", "25 Nov 2026 09:00"), ("sampai nanti sore", "23 Nov 2026 16:00"),
    ],
)  # fmt: skip
def test_a_pause_lasts_until_a_day_opens(typed: str, meant: str) -> None:
    end = read_end(typed, NOW, WIB, time(7))
    assert isinstance(end, datetime)
    assert f"{end.astimezone(WIB):%d %b %Y %H:%M}" == meant


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("366 hari", Misread.TOO_FAR), ("400 hari", Misread.TOO_FAR), ("9999 bulan", Misread.TOO_FAR),
        ("sampai 30/11/2027", Misread.TOO_FAR), ("sampai kemarin", Misread.PAST), ("sampai hari ini", Misread.PAST),
        ("sampai 31/2", Misread.NO_SUCH_DATE), ("0 hari", Misread.NOT_A_MOMENT), ("-3 hari", Misread.NOT_A_MOMENT),
        ("hari", Misread.NOT_A_MOMENT), ("3", Misread.NOT_A_MOMENT), ("", Misread.NOT_A_MOMENT),
        ("selamanya", Misread.NOT_A_MOMENT), ("sampai puas", Misread.NOT_A_MOMENT), ("sampai", Misread.NOT_A_MOMENT),
        ("senin", Misread.NOT_A_MOMENT),
    ],
)  # fmt: skip
def test_what_ends_nothing_has_its_reason(typed: str, why: Misread) -> None:
    assert read_end(typed, NOW, WIB, time(7)) is why
