"""Invented outlets: where they publish, and what their pages put around and into a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from handlers.match import Registration
from tests.bench.verdicts.releases import person


@dataclass(frozen=True)
class House:
    """An outlet of the register, and how it dresses what it publishes."""

    id: int
    name: str
    host: str
    path: str
    dateline: str  # {place} is the town


NAMES = (
    "Contoh Ekspres|Misal Pos|Kabar Teladan|Umpama News|Suara Andai|Media Contoh|Teladan Terkini|Harian Misal|Lensa Umpama"
    "|Radar Contoh|Warta Andai|Berita Misal|Jurnal Teladan|Sinar Umpama|Portal Contoh|Tribun Andai|Gema Misal|Titik Teladan"
    "|Nusa Umpama|Kanal Contoh"
).split("|")
SHARED = "portalbersama.example"  # a site that several outlets share, each under a path of its own
DATELINES = (
    "{place} –", "{place}, {host} –", "{name}, {place} —", "{place} | {name} -", "{place}, {name} –", "", "{host}, {place} --",
    "{place} ({name}) -",
)  # fmt: skip


def houses(chance: Random) -> tuple[House, ...]:
    """The register's outlets."""
    found = []
    for number, name in enumerate(NAMES, 1):
        slug = name.lower().replace(" ", "")
        shared = number % 7 == 0
        host = SHARED if shared else f"{slug}.{chance.choice(('example', 'co.example', 'com.example'))}"
        found.append(House(number, name, host, f"/{slug}" if shared else "", chance.choice(DATELINES)))
    return tuple(found)


def register(found: Sequence[House]) -> tuple[Registration, ...]:
    """The office's register of them."""
    return tuple(Registration(each.id, each.host, each.path) for each in found)


def address(house: House, slug: str, number: int) -> str:
    """Where a house publishes an article."""
    return f"https://{house.host}{house.path}/{number}/{slug}"


def lookalike(chance: Random, house: House, slug: str, number: int) -> str:
    """The address of somebody who looks like it, made as such people make theirs."""
    first, _, rest = house.host.partition(".")
    at = chance.randrange(2, len(first) - 1)
    made = chance.choice(
        (
            f"{first[:at]}{first[at]}{first[at:]}.{rest}",  # a letter twice
            f"{first[:at]}{first[at + 1 :]}.{rest}",  # one less
            f"{first}.{rest}.baca.invalid",
            f"{first.replace('a', 'а').replace('e', 'е')}.{rest}",  # Cyrillic
            f"{first}id.{rest}",
        )
    )
    return f"https://{made}/{number}/{slug}"


def dressed(chance: Random, house: House, paragraphs: Sequence[str], others: Sequence[str], heavy: float) -> str:
    """A text as the page holds it: the dateline, and between and behind the paragraphs what pages have there.

    `others` are headlines of other articles; `heavy` is the share of paragraphs with something behind them.
    """
    place = chance.choice(("KOTA MISAL", "Kota Misal", "TELADAN"))
    line = house.dateline.format(place=place, name=house.name, host=house.host.upper())
    first, *rest = paragraphs
    out = [*_sometimes(chance, 0.5, _caption(chance)), f"{line} {first}".strip()]
    for each in rest:
        out += _sometimes(chance, heavy, _between(chance, others))
        out.append(each)
    out += [line for line in _end(chance, house, others) if chance.random() < heavy]
    return "\n".join(out)


def _sometimes(chance: Random, share: float, line: str) -> list[str]:
    return [line] if chance.random() < share else []


def _caption(chance: Random) -> str:
    who = person(chance)[1]
    return chance.choice(
        (
            "Foto: Suasana kegiatan (dok. Humas)", f"Keterangan foto: {who} saat meninjau lokasi. (Foto: IST)", "Ist",
            f"Petugas di lokasi kegiatan. FOTO/{who.upper()}", "Sumber foto: Diskominfo Teladan",
        )
    )  # fmt: skip


def _between(chance: Random, others: Sequence[str]) -> str:
    other = chance.choice(others)
    return chance.choice(
        (
            f"Baca juga: {other}", f"BACA JUGA : {other}", f"Baca Juga\n{other}", f"Simak juga: {other}", "ADVERTISEMENT",
            "SCROLL TO CONTINUE WITH CONTENT", f"Lihat juga : {other}", "Halaman 1 2 3 Selanjutnya", "Iklan",
            f"Artikel terkait: {other}", "Halaman Selanjutnya", "1 2 3",
        )
    )  # fmt: skip


def _end(chance: Random, house: House, others: Sequence[str]) -> tuple[str, ...]:
    return (
        chance.choice((f"Editor: {person(chance)[1]}", f"Penulis: {person(chance)[1]}", "(red)", "(tim/red)", "***")),
        f"Ikuti berita {house.name} di Google News dan saluran WhatsApp kami",
        f"Dapatkan update berita pilihan setiap hari dari {house.name}.",
        "Bagikan: Facebook Twitter WhatsApp Telegram",
        "Tags: teladan, pemkab, berita daerah",
        f"Copyright © 2026 {house.name}. Hak cipta dilindungi undang-undang.",
        "Berita Terkait",
        chance.choice(others),
        chance.choice(others),
        "Tinggalkan Balasan. Alamat email Anda tidak akan dipublikasikan.",
    )
