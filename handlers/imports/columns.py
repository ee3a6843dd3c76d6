"""Which column of a sheet is which, wherever its titles stand (rule). What is not known is named, so that nobody misses it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from handlers.sheet import Line


class Kind(StrEnum):
    """The registers that can be read in."""

    OUTLETS = "outlets"
    PEOPLE = "people"


class Field(StrEnum):
    """What a column holds."""

    OUTLET = "outlet"
    SITE = "site"
    MEDIUM = "medium"
    ALIAS = "alias"
    PERSON = "person"
    PHONE = "phone"
    WORK = "work"
    AREA = "area"
    CARD = "card"
    STATUS = "status"  # what an export says of a person; it is read over
    NAME = "name"  # of an outlet or a person, as the other columns show


TITLES: Final[Mapping[Field, frozenset[str]]] = {
    field: frozenset(words.split("|"))
    for field, words in {
        Field.OUTLET: "nama media|media|nama outlet|outlet|nama perusahaan media|media name|nama media massa|asal media",
        Field.SITE: "website|situs|web|alamat web|alamat situs|alamat website|url|domain|site|link media|nama domain|laman",
        Field.MEDIUM: "jenis|jenis media|medium|kategori|kategori media|tipe|bentuk media|type",
        Field.ALIAS: "nama lain|alias|other names|nama lain media",
        Field.PERSON: "wartawan|nama wartawan|jurnalis|nama jurnalis|nama lengkap|nama lengkap wartawan|journalist|full name",
        Field.PHONE: "hp|wa|hp wa|wa hp|telepon|telp|whatsapp|handphone|kontak|phone|hp wa aktif|telp hp|telepon hp|hp wartawan",
        Field.WORK: "jabatan|pekerjaan|peran|posisi|work|tugas",
        Field.AREA: "wilayah|wilayah liputan|area|daerah liputan|liputan|wilayah tugas",
        Field.CARD: "kta|kartu|ukw|kta ukw|ukw kta|kartu ukw|sertifikat ukw|kartu pers|card",
        Field.STATUS: "status",
        Field.NAME: "nama|name",
    }.items()
}
DEEPEST: Final = 20  # lines among which the titles are looked for
NAMES: Final = frozenset({Field.OUTLET, Field.PERSON, Field.NAME})
PERSONAL: Final = frozenset({Field.PHONE, Field.WORK, Field.CARD, Field.AREA})
OF_OUTLETS: Final = frozenset({Field.SITE, Field.MEDIUM, Field.ALIAS})
Columns = Mapping[Field, int]


@dataclass(frozen=True)
class Table:
    """A register as it was sent: what its columns are, which are of no use, and the lines below the titles."""

    columns: Columns
    unused: tuple[str, ...]
    lines: tuple[Line, ...]

    def cell(self, line: Line, field: Field) -> str:
        """What a line says of a field; empty where it says nothing."""
        at = self.columns.get(field)
        return line.cells[at] if at is not None and at < len(line.cells) else ""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The registers that it can be."""
        people = Field.PERSON in self.columns
        outlets = Field.OUTLET in self.columns and (not people or bool(OF_OUTLETS & self.columns.keys()))
        return tuple(kind for kind, holds in ((Kind.OUTLETS, outlets), (Kind.PEOPLE, people)) if holds)


def table_in(lines: Sequence[Line]) -> Table | None:
    """The register in a sheet; None where no line of titles is found."""
    best: tuple[int, int, dict[Field, int]] | None = None
    for at, line in enumerate(lines[:DEEPEST]):
        for deep, cells in ((1, line.cells), (2, _joined(line, lines[at + 1 : at + 2]))):
            columns = _columns(cells)
            if NAMES & columns.keys() and (best is None or len(columns) > len(best[2])):
                best = (at, deep, columns)
    if best is None:
        return None
    at, deep, columns = best
    titles = lines[at].cells if deep == 1 else _joined(lines[at], lines[at + 1 : at + 2])
    unused = tuple(title for number, title in enumerate(titles) if title and number not in columns.values())
    return Table(_told_apart(columns), unused, tuple(lines[at + deep :]))


def _columns(cells: Sequence[str]) -> dict[Field, int]:
    found: dict[Field, int] = {}
    for number, cell in enumerate(cells):
        field = field_of(cell)
        if field and field not in found:
            found[field] = number
    return found


def field_of(title: str) -> Field | None:
    """What a title says of its column."""
    words = " ".join(re.findall(r"[a-z]+", title.casefold().replace("_", " ")))
    bare = re.sub(r"^(?:no|nomor|nomer) ", "", words)
    return next((field for field, known in TITLES.items() if bare in known), None)


def _joined(upper: Line, below: Sequence[Line]) -> tuple[str, ...]:
    """Titles of two lines, the upper of which spans several columns: the lower says which; empty where it holds no titles."""
    lower = below[0].cells if below else ()
    if not any(lower) or not all(field_of(each) for each in lower if each):
        return ()
    width = max(len(upper.cells), len(lower))
    pairs = zip(_padded(upper.cells, width), _padded(lower, width), strict=True)
    return tuple(under or over for over, under in pairs)


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _told_apart(columns: Columns) -> Columns:
    """A bare "nama" is a person's where the outlet has a column of its own or the others are a person's."""
    if Field.NAME not in columns:
        return columns
    personal = Field.OUTLET in columns or bool(PERSONAL & columns.keys() and not OF_OUTLETS & columns.keys())
    meant = Field.PERSON if personal and Field.PERSON not in columns else Field.OUTLET
    rest = dict(columns)
    at = rest.pop(Field.NAME)
    return {meant: at} | rest
