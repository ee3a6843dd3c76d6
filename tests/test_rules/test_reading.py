"""What a page says of its time and of itself, as tables."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.reading.dates import Moment, moment, moment_of_address, settled
from bot.reading.linked_data import LinkedData, linked_data

WIB = ZoneInfo("Asia/Jakarta")
AT = "2022-03-02 09:05"  # the moment that most of the table means, in UTC
DAY = "2022-03-01 17:00"  # the beginning of its day in WIB


def told(found: Moment | None) -> tuple[str, bool] | None:
    return (f"{found.at:%Y-%m-%d %H:%M}", found.precise) if found else None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Rabu, 2 Maret 2022 16:05 WIB", AT), ("RABU, 02 MARET 2022 | 16.05 WIB", AT), ("Rabu (2/3/2022) pukul 16.05", AT),
        ("2022-03-02T16:05:00+07:00", AT), ("2022-03-02T16:05:00+0700", AT), ("2022-03-02T09:05:00Z", AT),
        ("2022-03-02T09:05:00.123Z", AT), ("2022-03-02 16:05:00", AT), ("2022/03/02 16:05:00", AT),
        ("2022-03-02 16:05 +07:00", AT),
        ("2022-03-02T09:05:00+00:00", AT), ("2022-03-02T05:05:00-04:00", AT), ("Rabu, 2 Mar 2022 17:05 WITA", AT),
        ("2 Maret 2022 18.05 WIT", AT), ("02-03-2022 - 16:05", AT), ("02.03.2022 16.05.33", AT), ("16:05 WIB, 2 Maret 2022", AT),
        ("March 2, 2022 4:05 pm", AT), ("Wednesday, March 2nd, 2022 at 4:05 PM", AT), ("2 Maret 2022 16:05 GMT+7", AT),
        ("Wed, 02 Mar 2022 09:05:00 GMT", AT), ("Diterbitkan: 2\u00a0Maret\u00a02022,\n16:05 WIB", AT),
        ("2 mar. 2022 16:05", AT),
        ("Jum'at, 4 Nopember 2022, 9:05", "2022-11-04 02:05"), ("2 Agt 2022 00:00 WIT", "2022-08-01 15:00"),
        ("2 Des 2022 12:00 AM", "2022-12-01 17:00"), ("14 Mei 2020 10:46", "2020-05-14 03:46"),
        ("1/1/22 07:00", "2022-01-01 00:00"),
    ],
)  # fmt: skip
def test_a_moment_is_read(text: str, at: str) -> None:
    assert told(moment(text, WIB)) == (at, True)


@pytest.mark.parametrize(
    "text", ["2022-03-02", "2 Maret 2022", "Rabu (2/3/2022) siang", "02/03/2022", "2 Maret 2022 25:10", "2-3-2022"]
)
def test_a_day_without_its_hour_is_its_beginning(text: str) -> None:
    assert told(moment(text, WIB)) == (DAY, False)


@pytest.mark.parametrize(
    "text",
    ["", "tanpa tanggal", "31/2/2022", "Rabu, 16:05 WIB", "2 Maret", "versi 1.2.3", "0812-3456-7890", "13/13/2022",
     "2 Maret 1822", "Kamis", "x" * 1000 + " 2 Maret 2022", "12.000.000"],
)  # fmt: skip
def test_what_names_no_day_is_no_moment(text: str) -> None:
    assert moment(text, WIB) is None


def test_the_zone_of_the_office_counts_where_none_is_named() -> None:
    assert told(moment("2 Maret 2022 18:05", ZoneInfo("Asia/Jayapura"))) == (AT, True)


@pytest.mark.parametrize(
    ("address", "at"),
    [
        ("https://contoh.id/tren/read/2022/03/02/160500665/judul", (AT, True)),
        ("https://a.id/read/2022/03/02/160533/x", (AT, True)),
        ("https://a.id/nasional/20220302160512-20-766040/judul", (AT, True)),
        ("https://a.id/2022/03/02/judul-berita", (DAY, False)),
        ("https://a.id/2022/3/2/judul", (DAY, False)), ("https://a.id/berita-20220302", (DAY, False)),
        ("https://a.id/2022-03-02/judul", (DAY, False)), ("https://a.id/2022/03/02", (DAY, False)),
        ("https://a.id/2022/03/judul", None), ("https://a.id/read/677408/abc", None), ("https://a.id/2022/13/45/x", None),
        ("https://a.id/?tgl=2022/03/02", None), ("https://a.id/berita-12345678", None), ("https://[", None),
    ],
)  # fmt: skip
def test_an_address_may_hold_its_day(address: str, at: tuple[str, bool] | None) -> None:
    assert told(moment_of_address(address, WIB)) == at


def at(day: int, hour: int = 0) -> Moment:
    return Moment(datetime(2022, 3, day, hour, tzinfo=WIB).astimezone(UTC), precise=bool(hour))


@pytest.mark.parametrize(
    ("said", "also", "chosen", "disputed"),
    [
        ([], None, None, False), ([], at(2, 9), at(2, 9), False), ([at(2, 9)], None, at(2, 9), False),
        ([at(2), at(2, 9)], None, at(2, 9), False), ([at(2)], at(2, 9), at(2, 9), False), ([at(2)], at(3, 9), at(2), False),
        ([at(2, 9), at(2, 10)], None, at(2, 9), False), ([at(2, 9), at(3)], None, at(2, 9), False),
        ([at(2, 9), at(4)], None, at(2, 9), True), ([at(4), at(1, 9)], None, at(4), True),
        ([at(2, 9)], at(9, 9), at(2, 9), False),
    ],
)  # fmt: skip
def test_the_most_trusted_moment_counts_and_contradictions_show(
    said: list[Moment], also: Moment | None, chosen: Moment | None, disputed: bool
) -> None:
    assert settled(said, WIB, also) == (chosen, disputed)


NEWS = {"@type": "NewsArticle", "headline": "Banjir", "datePublished": "2022-03-02", "author": {"name": "Rina Contoh"}}
BOTH = LinkedData(title="Banjir", published="2022-03-02", author="Rina Contoh, Tono Misal")
FOR_PAY = LinkedData(site="S", walled=True)
FOUND = LinkedData(title="Banjir", published="2022-03-02", author="Rina Contoh")


@pytest.mark.parametrize(
    ("script", "found"),
    [
        (json.dumps(NEWS), FOUND), (json.dumps([{"@type": "Organization", "name": "X"}, NEWS]), FOUND),
        (json.dumps({"@graph": [{"@type": "WebPage", "name": "X"}, NEWS]}), FOUND), (f"<!--{json.dumps(NEWS)}-->", FOUND),
        (f"//<![CDATA[\n{json.dumps(NEWS)}\n//]]>", FOUND), (json.dumps(NEWS) + ";", FOUND),
        (json.dumps({**NEWS, "@type": ["Article", "BlogPosting"]}), FOUND),
        (json.dumps({**NEWS, "@type": "https://schema.org/NewsArticle"}), FOUND),
        (json.dumps({"@type": "WebPage", "mainEntity": NEWS}), FOUND), (json.dumps(NEWS).replace("Banjir", "Banjir\n"), FOUND),
        (json.dumps({**NEWS, "author": [{"name": ["Rina Contoh"]}, "Tono Misal", 7, None]}), BOTH),
        (json.dumps({"@type": "Organization", "name": "X"}), LinkedData()), ("", LinkedData()), ("{", LinkedData()),
        ("[" * 100_000, LinkedData()), ("null", LinkedData()), ("7", LinkedData()), (json.dumps({"@type": 7}), LinkedData()),
        (json.dumps({"@type": "Article", "headline": {"a": 1}, "author": [[]]}), LinkedData()),
        (json.dumps({"@type": "Article", "isAccessibleForFree": "False"}), LinkedData(walled=True)),
        (json.dumps({"@type": "Article", "isAccessibleForFree": False, "publisher": {"name": "S"}}), FOR_PAY),
    ],
)  # fmt: skip
def test_linked_data_is_found_wherever_it_stands(script: str, found: LinkedData | None) -> None:
    read = linked_data(["nonsense", script])
    assert (
        read == found if found else (read.title.split() in (["Banjir"], ["Ban", "jir"]) and read.author.startswith("Rina Contoh"))
    )


def test_of_many_things_only_so_many_are_looked_at() -> None:
    assert linked_data([json.dumps([{"a": 1}] * 50_000 + [NEWS])]) == LinkedData()
