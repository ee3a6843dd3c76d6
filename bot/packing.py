"""A ZIP of tables that is read without us: each as a CSV, and all of them in one page to print.

It is written row by row: nothing of a table is held in memory. Entries bear no time of their own, so that the same rows give
the same bytes but for the line that says when it was made.
"""

import csv
import html
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.sheets import RISKY

PAGE: Final = "index.html"
BLOCK: Final = 1 << 16
STYLE: Final = (
    "body{font:14px/1.4 sans-serif;margin:2em}table{border-collapse:collapse;width:100%;margin-bottom:2em}"
    "th,td{border:1px solid #999;padding:2px 5px;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
    "thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}"
    "@media print{body{margin:0;font-size:9px}@page{size:A4 landscape;margin:1cm}}"
)
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
Row = Sequence[str]


class Table:
    """One table on its way into the ZIP and the page."""

    def __init__(self, entry: io.TextIOWrapper, page: io.TextIOBase) -> None:
        self.rows = 0
        self._csv = csv.writer(entry, delimiter=";", lineterminator="\r\n")
        self._page = page

    def head(self, columns: Row) -> None:
        """The titles of the columns."""
        self._csv.writerow(columns)
        self._page.write("<table><thead>" + _line("th", columns) + "</thead><tbody>\n")

    def add(self, rows: Sequence[Row]) -> None:
        """Further rows. Text that a program could take for a formula stays text."""
        self.rows += len(rows)
        self._csv.writerows([[f"'{cell}" if cell.startswith(RISKY) else cell for cell in row] for row in rows])
        self._page.writelines(_line("td", row) + "\n" for row in rows)

    def end(self) -> None:
        """No more rows."""
        self._page.write("</tbody></table>\n")


class Pack:
    """The ZIP being written; what stands on the page meanwhile lies in files of a folder."""

    def __init__(self, target: Path, folder: Path) -> None:
        self._zip = ZipFile(target, "w", ZIP_DEFLATED)
        self._folder = folder
        self.counts: dict[str, int] = {}

    @contextmanager
    def table(self, name: str, columns: Row) -> Iterator[Table]:
        """One table; only one is open at a time."""
        with (
            self._zip.open(_entry(f"{name}.csv"), "w", force_zip64=True) as raw,
            io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as entry,
            (self._folder / name).open("w", encoding="utf-8") as page,
        ):
            made = Table(entry, page)
            made.head(columns)
            yield made
            made.end()
        self.counts[name] = made.rows

    def close(self, language: str, opening: Sequence[str], contents: str, titles: Mapping[str, str]) -> None:
        """Write the page, with its sections in the order of their titles, and end."""
        with self._zip.open(_entry(PAGE), "w", force_zip64=True) as raw, io.TextIOWrapper(raw, encoding="utf-8") as page:
            page.write(_head(language, opening))
            listed = (
                f'<li><a href="#{name}">{html.escape(title)}</a> ({self.counts[name]})</li>' for name, title in titles.items()
            )
            page.write(f"<h2>{html.escape(contents)}</h2><ol>{''.join(listed)}</ol>\n")
            for name, title in titles.items():
                page.write(f'<h2 id="{name}">{html.escape(title)}</h2><p>{name}.csv</p>\n')
                with (self._folder / name).open(encoding="utf-8") as section:
                    while block := section.read(BLOCK):
                        page.write(block)
            page.write("</body></html>\n")
        self._zip.close()


def _entry(name: str) -> ZipInfo:
    found = ZipInfo(name)
    found.compress_type = ZIP_DEFLATED
    return found


def _head(language: str, opening: Sequence[str]) -> str:
    title, *paragraphs = (html.escape(each) for each in opening)
    said = "".join(f"<p>{each}</p>\n" for each in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>{title}</title><style>{STYLE}</style></head>'
        f"<body><h1>{title}</h1>\n{said}"
    )


def _line(tag: str, cells: Row) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(each)}</{tag}>" for each in cells) + "</tr>"
