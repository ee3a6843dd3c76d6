"""Charts and books are looked at as pictures: nothing is cut off, every letter is there, the numbers are the ledger's."""

import io
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import combinations

import pypdfium2
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from PIL import Image, ImageChops

from bot import charts, clippings
from bot.lettering import UNKNOWN, lettered, wide
from handlers.coverage.counting import countable
from handlers.coverage.counts import counted
from handlers.coverage.errand import Illustrate
from handlers.coverage.illustrate import illustrated
from messages.wording import Words
from storage.coverage import Row
from storage.records import Json, Language, Office, OfficeId

OFFICE = Office(OfficeId(1), "DINAS KOMUNIKASI DAN INFORMATIKA KABUPATEN TELADAN HULU WWWWW", "Asia/Jakarta")
OUTLETS = (
    "Suara Contoh", "Médiaé Ñusantara Ștefan Łódź", "Harian Umum Pikiran Misal Teladan Sumatera Selatan Edisi Lengkap Daring",
    "Portalberitaterpanjangtanpaspasidankatapemisah.co.id", "Warta $Teladan$ & <Misal> {x}", "日本新聞 Contoh",
    "Radio Contoh FM 99,9", "Kabar Misal", "HARIAN UMUM WARTA MMMMM WWWWW TELADAN SUMATERA SELATAN", "صحيفة المثال",
)  # fmt: skip
HEADLINE = "PEMKAB SALURKAN BERAS UNTUK 312 KK TERDAMPAK BANJIR DI KECAMATAN TELADAN HULU"
ABOUT = "banjir bandang di kecamatan teladan hulu dan sekitarnya"  # longer than a line of the title
LONG = "Pertanggungjawabankepemerintahandaerahan" * 4
FOOT = r"\S* ?\S+ · (?:halaman|page) \d+ (?:dari|of) \d+\s*$"  # may stand in the middle of an entry
MARGIN = 12  # pixels around everything that stay white
CASES = [(language, days) for language in Language for days in (1, 7, 31)]


def rows(days: int) -> list[Row]:
    """Links of so many days of October: 47 a week, each third the same text as the one before; some were not read."""
    first = datetime(2026, 10, 1, 2, tzinfo=UTC)
    found = []
    for number in range(1, days * 47 // 7 + 2):
        at, read = first + timedelta(days=number * 5 % days, minutes=number), number % 11 != 0
        copies = [number - 1] if number % 3 == 0 and read and (number - 1) % 11 else []
        outlet = OUTLETS[number % (3 + number % 7)]
        title = f"{number} {HEADLINE.title()} {LONG if number == 5 else ''}"
        opening = f"TELADAN – Bupati Fulan Teladan mengatakan “beras {number}” sudah diterima. " * 6
        address = f"https://suaracontoh.id/2026/10/{'pemkab-salurkan-beras-' * (1 + number % 9)}{number}?a=1&b=ñ"
        found.append(Row(number, number, at, address, outlet, number % 2, HEADLINE, read, copies, title if read else "", opening))
    return found


@cache
def made(language: Language, days: int) -> Illustrate:
    """What a job would draw of them."""
    given, words = rows(days), Words(language, OFFICE.zone, OFFICE.name)
    last = date(2026, 10, 1) + timedelta(days=days - 1)
    numbers = vars(counted(countable(given, OFFICE)))
    said: Json = {
        "kind": "clippings" if days == 1 else "month", "words": ABOUT if days == 1 else "",
        "at": "2026-11-01T08:00:00+00:00", "first": "2026-09-30T17:00:00+00:00",
        "last": f"{last.isoformat()}T01:00:00+07:00", "numbers": numbers, "before": numbers, "questions": 3,
        "releases": [{"code": "R-999999", "headline": HEADLINE, "links": 99_999}] * 3, "days": ["2026-10-01", last.isoformat()],
    }  # fmt: skip
    return illustrated(OFFICE, words, said, given)


@cache
def picture(language: Language, days: int) -> bytes:
    return charts.draw(made(language, days).chart)


@cache
def book(language: Language, days: int) -> bytes:
    return clippings.bound(made(language, days).book, picture(language, days))


def framed(seen: Image.Image) -> bool:
    """Whether a margin is white on all sides, so that nothing runs out of the picture."""
    rgb = seen.convert("RGB")
    inked = ImageChops.difference(rgb, Image.new("RGB", rgb.size, "white")).getbbox()
    assert inked, "an empty picture"
    return min(inked[0], inked[1], rgb.width - inked[2], rgb.height - inked[3]) >= MARGIN


@pytest.mark.parametrize(("language", "days"), CASES)
def test_all_words_of_a_chart_stand_inside_it_and_none_on_another(language: Language, days: int) -> None:
    with Image.open(io.BytesIO(picture(language, days))) as seen:
        assert seen.size == (1080, 1440)
        assert framed(seen)
    figure = charts.picture(made(language, days).chart)
    assert faults(figure) == []
    words = " ".join(each.get_text() for each in said(figure))
    assert UNKNOWN not in words.replace(lettered(OUTLETS[5]), "")
    assert "sekitarnya" in words or days > 1  # what was asked for stands there whole
    assert not [each for each in figure.axes[0].patches if each.get_window_extent().width > 1080 / 5]  # a single bar is no wall


def said(figure: Figure) -> list[Text]:
    """All that can be read in a picture."""
    figure.draw_without_rendering()
    return [each for each in figure.findobj(Text) if each.get_text().strip() and each.get_visible()]


def faults(figure: Figure) -> list[str]:
    """What runs out of the picture, stands on something else, or is too small for a phone."""
    boxes: list[tuple[str, Bbox]] = [(each.get_text(), each.get_window_extent()) for each in said(figure)]
    outside = [text for text, box in boxes if min(box.x0, box.y0, 1080 - box.x1, 1440 - box.y1) < MARGIN]
    small = [each.get_text() for each in said(figure) if float(each.get_fontsize()) < 9]  # 25 of 1080 pixels
    pairs = combinations([(text, box.shrunk(0.9, 0.8)) for text, box in boxes], 2)
    return [*outside, *small, *(f"{one} | {other}" for (one, a), (other, b) in pairs if a.overlaps(b))]


@pytest.mark.parametrize(
    ("words", "at", "size"),
    [("keluar " * 40, (0.04, 0.5), 10), ("kecil", (0.04, 0.81), 6), ("menimpa", (0.04, 0.957), 14)],
)
def test_a_picture_that_is_cut_off_covered_or_too_small_is_found(words: str, at: tuple[float, float], size: float) -> None:
    figure = charts.picture(made(Language.ID, 1).chart)
    figure.text(*at, words, fontsize=size)
    assert any(words.strip() in each for each in faults(figure))


def test_numbers_that_are_drawn_are_those_of_the_bars_and_of_how_many_outlets_the_heading_tells() -> None:
    chart = made(Language.ID, 7).chart
    figure = charts.picture(chart)
    printed = Counter(each.get_text().strip() for each in figure.axes[0].texts + figure.axes[1].texts)
    drawn = [str(each.links) for each in chart.days] + [str(number) for _, number in chart.outlets]
    assert not Counter(drawn) - printed
    assert set(printed) <= {*drawn, *(str(each.texts) for each in chart.days)}
    assert f"({len(chart.outlets)} dari {len({each.outlet for each in rows(7)})})" in chart.outlets_title


@pytest.mark.parametrize(("language", "days"), CASES)
def test_bars_are_as_high_as_the_ledger_counts(language: Language, days: int) -> None:
    given = rows(days)
    chart = made(language, days).chart
    by_day = Counter((each.received_at + timedelta(hours=7)).date() for each in given)
    assert [each.links for each in chart.days] == [by_day[date(2026, 10, 1) + timedelta(days=at)] for at in range(days)]
    assert sum(each.texts for each in chart.days) == counted(countable(given, OFFICE)).texts == len(set(same_texts(given)))
    by_outlet = Counter(each.outlet for each in given)
    assert dict(chart.outlets).items() <= by_outlet.items()
    assert [number for _, number in chart.outlets] == sorted(by_outlet.values(), reverse=True)[:6]
    bars = charts.picture(chart).axes[0].patches
    assert [round(bar.get_height()) for bar in bars] == [e.links for e in chart.days] + [e.texts for e in chart.days]  # type: ignore[attr-defined]  # bars are rectangles
    assert str(len(given)) in " ".join(chart.notes)


def same_texts(given: list[Row]) -> list[int]:
    """The first link of the text of each link that was read, counted in another way."""
    return [each.copies[0] if each.copies else each.id for each in given if each.read]


@pytest.mark.parametrize("language", Language)
def test_a_book_has_cover_chart_and_an_entry_for_each_text(language: Language) -> None:
    whole = made(language, 7)
    with pypdfium2.PdfDocument(book(language, 7)) as opened:
        pages = [page.get_textpage().get_text_bounded() for page in opened]
        assert all([framed(page.render(scale=1).to_pil()) for page in opened])  # noqa: C419 - while it is open
    text = "".join("".join(re.sub(FOOT, "", each) for each in pages).replace("\x02", "-").split())  # a hyphen at a line's end
    assert len(whole.book.clippings) == len(set(same_texts(rows(7)))) + sum(not each.read for each in rows(7))
    for each in whole.book.clippings:
        for part in (each.title, each.about, *each.addresses, each.opening):
            assert "".join(lettered(part).split()) in text, part
    assert "MédiaéÑusantaraȘtefanŁódź" in text
    last = {Language.ID: f"halaman {len(pages)} dari {len(pages)}", Language.EN: f"page {len(pages)} of {len(pages)}"}
    assert last[language] in pages[-1]
    assert whole.chart.notes[0] in " ".join(pages[0].split())


def test_the_same_days_give_the_same_bytes() -> None:
    whole = made(Language.ID, 7)
    assert charts.draw(whole.chart) == picture(Language.ID, 7)
    assert clippings.bound(whole.book, picture(Language.ID, 7)) == book(Language.ID, 7)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Łódź ñ Ș", "Łódź ñ Ș"), ("e\u0301", "é"), ("a\u202eb\u200bc\n d", "abc d"), ("日 🙏🏽", "□ □□"), ("❤️", "❤"), ("", "")],
)
def test_what_has_no_letter_is_a_box_and_what_is_no_letter_is_nothing(typed: str, printed: str) -> None:
    assert lettered(typed) == printed


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("satu dua", ["satu dua"]), ("satu dua tiga", ["satu dua", "tiga"]), ("i " + "i" * 14, ["i " + "i" * 14]),
        ("x" * 17, ["x" * 8, "x" * 8, "x"]), ("WWWW WWW", ["WWWW", "WWW"]), ("W", ["W"]), ("", [""]),
    ],
)  # fmt: skip
def test_lines_are_as_wide_as_they_may_be(text: str, lines: list[str]) -> None:
    room = wide("x" * 8, 10) + 0.5
    assert charts.wrapped(text, room, 10) == lines
    cut = charts.wrapped(text, room, 10, 1)
    assert cut == lines[:1] or (cut[0].endswith("…") and wide(cut[0], 10) <= room)
