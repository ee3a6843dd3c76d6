"""What programs read out of our files: each cell, line and page holds what was put in, and nothing begins to live."""

import csv
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from bot.packing import Pack
from bot.sheets import RISKY, write
from handlers.invitations import ics
from handlers.sheet import Sheet
from messages import own_data
from storage.records import Language
from tests.bench import strings_drawn
from tests.bench.strings_cards import speaker
from tests.test_rules.test_events import HELD, NOW

# What files do not hold as it was put in, and why that is so.
LOSSES: Mapping[str, str] = {
    "CSV": "text that a program could take for a formula stands behind a ' of ours",
    "XLSX": "a return alone is a line's end there",
    ".ics": "control signs but tabs and line ends are left out: none may stand in a calendar",
    **strings_drawn.LOSSES,
}


def in_workbook(texts: Sequence[str]) -> Iterator[str]:
    """Every cell is text and is what it was; none is a formula."""
    book = load_workbook(io.BytesIO(write("rekap.xlsx", [Sheet("Rekap", ("Teks",), [(each,) for each in texts])])))
    for [cell], text in zip(book.worksheets[0].iter_rows(min_row=2), texts, strict=True):
        if cell.data_type == "f" or _ends(unescape(str(cell.value or ""))) != _ends(text) or cell.hyperlink:
            yield f"XLSX holds {cell.value!r:.80} ({cell.data_type}) for {text!r:.80}"


def in_csv(texts: Sequence[str]) -> Iterator[str]:
    """Every row has its one cell, which no program runs."""
    held = write("rekap.csv", [Sheet("Rekap", ("Teks",), [(each, "x") for each in texts])]).decode("utf-8-sig")
    yield from _cells("CSV", held, texts)


def in_pack(texts: Sequence[str]) -> Iterator[str]:
    """The pack's tables and its page: a cell each, and no tag of anybody's."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "pack.zip")
        pack = Pack(target, Path(folder))
        with pack.table("links", ("Teks", "x")) as table:
            table.add([(each, "x") for each in texts])
        pack.close("id", ("Paket", *texts), "Isi", {"links": "Tautan"})
        with zipfile.ZipFile(target) as opened:
            yield from _cells("pack", opened.read("links.csv").decode("utf-8-sig"), texts)
            page = Page()
            page.feed(opened.read("index.html").decode())
    for at, text in enumerate(texts):
        if _ends(page.cells[2 * at]) != _ends(text):
            yield f"page holds {page.cells[2 * at]!r:.80} for {text!r:.80}"
    if page.tags - OURS:
        yield f"page has tags {page.tags - OURS}"


def _cells(name: str, held: str, texts: Sequence[str]) -> Iterator[str]:
    rows = list(csv.reader(io.StringIO(held, newline=""), delimiter=";"))[1:]
    for row, text in zip(rows, texts, strict=True):
        if row != [f"'{text}" if text.startswith(RISKY) else text, "x"]:
            yield f"{name} holds {row!r:.80} for {text!r:.80}"


OURS = frozenset(
    {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "h1",
        "p",
        "h2",
        "ol",
        "li",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
)


class Page(HTMLParser):
    """A page as a browser takes it apart."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.cells: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """A tag begins; a cell is listened to."""
        self.tags.add(tag)
        self._inside = tag == "td"
        self.cells += [""] * self._inside

    def handle_endtag(self, tag: str) -> None:
        """It ends."""
        self._inside = False

    def handle_data(self, data: str) -> None:
        """What stands in it."""
        if self._inside:
            self.cells[-1] += data


def in_calendar(texts: Sequence[str]) -> Iterator[str]:
    """One event with its own properties alone; its title, place and note are what they were."""
    for text in texts:
        made = ics.calendar(replace(HELD, title=text, place=text, note=text), text, NOW)
        lines = re.sub(r"\r\n ", "", made).split("\r\n")
        if any(len(each.encode()) > 75 for each in made.split("\r\n")):
            yield f".ics has a line of more than 75 bytes for {text!r:.80}"
        names = [re.split("[:;]", each)[0] for each in lines if each]
        if names != PROPERTIES or any(each < " " and each != "\t" for line in lines for each in line):
            yield f".ics has {names} for {text!r:.80}"
        found = dict(each.split(":", 1) for each in lines if ":" in each)
        for name in ("SUMMARY", "LOCATION"):
            if _unescaped(found.get(name, "")) != CONTROLS.sub("", text):
                yield f".ics holds {found.get(name)!r:.80} for {text!r:.80}"


CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
PROPERTIES = (
    "BEGIN VERSION PRODID CALSCALE METHOD BEGIN UID SEQUENCE DTSTAMP DTSTART DTEND STATUS SUMMARY LOCATION GEO DESCRIPTION"
    " END END"
).split()


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def in_own_data(texts: Sequence[str]) -> Iterator[str]:
    """*dataku*: the JSON gives back what was put in, and the text to read holds it."""
    for text in texts:
        rows = {"links": {"rows": [{"typed": text}], "purpose": text, "at_erasure": next(iter(own_data.KEPT))}}
        if json.loads(json.dumps(rows, ensure_ascii=False).encode()) != rows:
            yield f"JSON is not {text!r:.80}"
        if text and text not in own_data.document(speaker(Language.ID), text, rows):
            yield f"the text to read does not hold {text!r:.80}"


def _ends(text: str) -> str:
    """With one kind of line's end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


EXPORTS: Mapping[str, Callable[[Sequence[str]], Iterator[str]]] = {
    "XLSX": in_workbook, "CSV": in_csv, "pack": in_pack, ".ics": in_calendar, "dataku": in_own_data,
    "PDF": strings_drawn.in_book, "charts": strings_drawn.in_charts,
}  # fmt: skip
