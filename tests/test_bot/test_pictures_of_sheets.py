"""What a workbook looks like: its cells in a real browser, as wide as its columns, none cut off.

A column's unit is the width of a digit, so letters of any fitting font show what is too narrow. The picture is under var/shots.
"""

import html
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from bot import sheets
from handlers.ledger import sums
from handlers.sheet import Sheet
from messages import recap
from messages.wording import Words
from storage.records import Language, LinkState, Stage
from tests.test_sandbox.browsing import SHOTS, opened_browser

DIGIT = 7  # pixels, of the letters in which a workbook is written
STYLE = """<style>table { table-layout: fixed; border-collapse: collapse; font: 12.2px "DejaVu Sans Condensed"; width: 0 }
td { border: 1px solid #bbb; padding: 0 2px; white-space: pre; overflow: hidden; box-sizing: border-box }
td.wrap { white-space: pre-wrap; overflow-wrap: anywhere } td.bold { font-weight: bold } td.n { text-align: right }</style>"""
CUT = "() => [...document.querySelectorAll('td')].filter((td) => td.scrollWidth > td.clientWidth).map((td) => td.innerText)"
NUMBERS = {(LinkState.RECOGNISED, Stage.PAID): 4_100, (LinkState.REFUSED, Stage.NONE): 7, (LinkState.RECEIVED, Stage.NONE): 2}
AWKWARD = (
    ("L-1", "SUARA MASYARAKAT WILAYAH HULU SUNGAI CONTOH", "=1+1", 1_234_567, datetime(2026, 11, 23, 14, 10, tzinfo=UTC)),
    ("L-10482", "Kabar", "Pemerintah Kabupaten Teladan menyalurkan beras untuk 312 keluarga terdampak banjir. " * 3, 1, None),
    (
        "L-3",
        "iiiiiiiiiiiiiiiiiiiiii",
        "https://suaracontoh.id/2026/11/" + "banjir-" * 30,
        7,
        datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    ),
)
HEADER = ("Kode", "Media", "Judul", "Nilai", "Diterima pada")


def pages(language: Language) -> list[Sheet]:
    """The sums of a month, and a list with what is awkward."""
    words, added = Words(language, "Asia/Jakarta", "Humas Kab. Teladan"), sums.added(NUMBERS)
    plain = [tuple(each.replace(tzinfo=None) if isinstance(each, datetime) else each for each in row) for row in AWKWARD]
    return [Sheet(*recap.sums(words, "1/10/2026 – 31/10/2026", added)), Sheet("list", HEADER, plain)]


def drawn(page: Any) -> str:
    """A sheet as a table of a page, each column as wide as the workbook says."""
    widths = "".join(f"<col style='width: {_pixels(page, column)}px'>" for column in range(1, page.max_column + 1))
    lines = "".join(f"<tr>{''.join(_cell(cell, page) for cell in row)}</tr>" for row in page.iter_rows())
    return f"<table><colgroup>{widths}</colgroup>{lines}</table><p></p>"


def _pixels(page: Any, column: int) -> int:
    for held in page.column_dimensions.values():  # columns of one width stand together
        if held.min <= column <= held.max:
            return int(held.width * DIGIT)
    return 64


def _cell(cell: Any, page: Any) -> str:
    value = f"{cell.value:%d/%m/%Y %H:%M}" if cell.is_date else "" if cell.value is None else str(cell.value)
    arrow = "&nbsp;▾" if page.auto_filter.ref and cell.row == 1 else ""
    kinds = (("wrap", cell.alignment.wrap_text), ("bold", cell.font.b), ("n", cell.data_type == "n"))
    return f"<td class='{' '.join(name for name, holds in kinds if holds)}'>{html.escape(value)}{arrow}</td>"


@pytest.mark.parametrize("language", Language)
async def test_no_cell_of_a_workbook_is_cut_off_and_its_sums_are_the_ledger_s(language: Language) -> None:
    book: Any = load_workbook(io.BytesIO(sheets.write_xlsx(pages(language))))
    async with opened_browser() as chromium:
        page = await chromium.new_page(viewport={"width": 1400, "height": 700})
        await page.set_content(STYLE + "".join(drawn(each) for each in book.worksheets))
        SHOTS.mkdir(parents=True, exist_ok=True)
        await page.screenshot(path=SHOTS / f"workbook-{language}.png", full_page=True)
        assert await page.evaluate(CUT) == []
        assert (await page.locator("td").nth(3).inner_text(), await page.locator("td").nth(5).inner_text()) == ("4109", "4100")
        await page.add_style_tag(content="col { width: 40px !important }")
        assert "Diterima pada" in " ".join(await page.evaluate(CUT)), "what is too narrow is found"
