"""Rule: the lines of a sheet with link codes and stages, as people fill it in; each line that cannot be is named, with why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from handlers.grammar import code_in, simplify
from handlers.ledger.asked import LONGEST, day_in
from handlers.sheet import Line
from storage.records import Stage

TITLES: Final = {
    "kode": "code", "code": "code", "kode link": "code", "kode tautan": "code", "link code": "code",
    "tahap": "stage", "stage": "stage", "status": "stage", "keadaan": "stage",
    "dokumen": "document", "document": "document", "nomor": "reference", "nomor dokumen": "reference", "no dokumen": "reference",
    "number": "reference", "document number": "reference",
    "tanggal": "dated", "tanggal dokumen": "dated", "date": "dated",
}  # fmt: skip
WORDS: Final = {
    "direkap": Stage.RECAPPED, "recapped": Stage.RECAPPED, "ditagih": Stage.INVOICED, "ditagihkan": Stage.INVOICED,
    "invoiced": Stage.INVOICED, "spm": Stage.ORDERED, "terbit spm": Stage.ORDERED, "spm issued": Stage.ORDERED,
    "dibayar": Stage.PAID, "sudah dibayar": Stage.PAID, "paid": Stage.PAID, "lunas": Stage.PAID, "sp2d": Stage.PAID,
}  # fmt: skip
PAPERS: Final = {Stage.ORDERED: "SPM", Stage.PAID: "SP2D"}  # without which nothing is that far
HEAD: Final = 20  # lines among which the titles stand


class Fault(StrEnum):
    """Why a line is not applied."""

    CODE = "code"  # no code of a link
    TWICE = "twice"  # the same link stands in an earlier line
    STAGE = "stage"  # no stage
    DATE = "date"  # no day
    AHEAD = "ahead"  # a day that has not come
    PAPER = "paper"  # a number and a day are needed
    UNKNOWN = "unknown"  # there is no such link
    STATE = "state"  # it is not recognised
    ORDER = "order"  # another stage comes before


@dataclass(frozen=True)
class Entry:
    """What a line asks for."""

    line: int
    number: int
    stage: Stage
    document: str
    reference: str
    dated: date | None


@dataclass(frozen=True)
class Problem:
    """A line that is not applied, and what stands in it."""

    line: int
    why: Fault
    said: str


@dataclass(frozen=True)
class Understood:
    """What a sheet comes to. `empty` lines name a link and no stage."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    empty: int = 0


def read(lines: Sequence[Line], today: date) -> Understood | None:
    """The entries and the problems of a sheet; None where its titles are not known."""
    at = next((place for place, line in enumerate(lines[:HEAD]) if _columns(line)), None)
    if at is None:
        return None
    columns = _columns(lines[at])
    entries: dict[int, Entry] = {}
    problems: list[Problem] = []
    empty = 0
    for line in lines[at + 1 :]:
        cells = {name: line.cells[column] if column < len(line.cells) else "" for name, column in columns.items()}
        if cells["code"] and not cells["stage"]:
            empty += 1
            continue
        asked = _entry(line.number, cells, today)
        if isinstance(asked, Problem):
            problems.append(asked)
        elif asked.number in entries:
            problems.append(Problem(line.number, Fault.TWICE, cells["code"]))
        else:
            entries[asked.number] = asked
    return Understood(tuple(entries.values()), tuple(problems), empty)


def _columns(line: Line) -> dict[str, int]:
    """Which column holds what; empty where the two that are needed are not among them."""
    found: dict[str, int] = {}
    for column, title in enumerate(line.cells):
        name = TITLES.get(simplify(title.replace(".", " ")))
        if name:
            found.setdefault(name, column)
    return found if {"code", "stage"} <= found.keys() else {}


def _entry(line: int, cells: dict[str, str], today: date) -> Entry | Problem:
    number, stage = code_in(cells["code"], "L"), WORDS.get(simplify(cells["stage"]))
    typed = cells.get("dated", "")
    dated = day_in(typed, today) if typed else None
    reference = cells.get("reference", "")[:LONGEST]
    checks: tuple[tuple[bool, Fault, str], ...] = (
        (number is None, Fault.CODE, cells["code"]),
        (stage is None, Fault.STAGE, cells["stage"]),
        (bool(typed) and dated is None, Fault.DATE, typed),
        (dated is not None and dated > today, Fault.AHEAD, typed),
        (stage in PAPERS and not (reference and dated), Fault.PAPER, cells["code"]),
    )
    wrong = next((Problem(line, why, said[:60]) for is_so, why, said in checks if is_so), None)
    if wrong or number is None or stage is None:
        return wrong or Problem(line, Fault.CODE, cells["code"])
    document = cells.get("document", "")[:20] or (PAPERS.get(stage, "invoice") if reference else "")
    return Entry(line, number, stage, document, reference, dated)
