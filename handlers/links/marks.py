"""Rule: what tells one event from another in a text: names of people and places, numbers, amounts and days."""

import re
from collections.abc import Callable, Iterable

from handlers.days import MONTHS, one_of

_MONTH = one_of(word for word in MONTHS if len(word) > 2)
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:/(?P<number>\d{{1,2}})|\s+(?P<month>{_MONTH}))(?:[/\s]+(?P<year>20\d\d|\d\d(?!\d)))?\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\brp\.?\s*(?P<amount>\d[\d.,]*)\s*(?P<size>ribu|rb|juta|jt|miliar|milyar|m|triliun|t)?\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![\w/.,])(?P<amount>\d[\d.]*(?:,\d+)?)(?:\s*(?P<size>ribu|juta|miliar|triliun)\b)?(?![\w/])", re.IGNORECASE
)
_SIZES = {"ribu": 1e3, "rb": 1e3, "juta": 1e6, "jt": 1e6, "miliar": 1e9, "milyar": 1e9, "m": 1e9, "triliun": 1e12, "t": 1e12}
_CLAUSE = re.compile(r"[.!?]+[\"'”’)]*\s+|[,;:()\"“”–—]|\n")
_TITLE = re.compile(
    r"\b(?:Ir|Dr|Drs|Dra|Hj?|Prof|Plt|Plh|Pj|Kec|Kab|dr|drg|M\.?[A-Z]\w*|S\.?[A-Z]\w*|A\.?[Mm]d\w*)\.(?:[A-Z]\w*\.?)*"
)
_CAPITAL = re.compile(r"[A-Z][\w'-]*$")
# What many a name has before it and none is known by: offices, titles, kinds of places, days.
_COMMON = frozenset(
    "kabupaten kecamatan kelurahan desa dusun kota provinsi pemerintah pemkab pemda pemkot bupati wakil wali walikota camat lurah"
    " kepala kepolisian kapolsek kapolres polsek polres ketua sekretaris daerah dinas badan kantor bagian komandan satgas"
    " bapak ibu kesehatan pertanian pendidikan perdagangan pariwisata sosial perhubungan perikanan lingkungan hidup senin selasa"
    " rabu kamis jumat sabtu minggu ir dr drs dra hj prof plt plh pj ribu juta miliar triliun rp sungai jalan gedung puskesmas"
    " pasar sekolah dprd apbd apbn opd bpbd pupr bpkad dinkes disdik diskominfo humas tni polri rt rw kk smp sma sd".split()
) | frozenset(word for word in MONTHS if len(word) > 2)

DAY = "day:"
Marks = dict[str, float]
"""Each mark once, and how much it says by itself: a name or a large number 1, a small number little."""

Reader = Callable[[re.Match[str]], Marks]


def marks(paragraphs: Iterable[str]) -> Marks:
    """The marks of a text. Numbers that are written in different ways are the same mark."""
    found: Marks = {}
    for each in paragraphs:
        text = _TITLE.sub(" ", each.replace("’", "'").replace("‘", "'"))
        text = _taken(_DAY, text, found, _day)
        text = _taken(_MONEY, text, found, _money)
        _taken(_NUMBER, text, found, _number)
        found.update(_names(text))
    return found


def is_name(mark: str) -> bool:
    """Whether a mark is a name of two words, which may be spelled in several ways."""
    return " " in mark


def is_day(mark: str) -> bool:
    """Whether a mark is a day."""
    return mark.startswith(DAY)


def _taken(pattern: re.Pattern[str], text: str, found: Marks, read: Reader) -> str:
    """Text without what the pattern finds, which is noted."""

    def note(match: re.Match[str]) -> str:
        found.update(read(match))
        return " 0 "

    return pattern.sub(note, text)


def _day(found: re.Match[str]) -> Marks:
    month = int(found["number"]) if found["number"] else MONTHS[found["month"].casefold()]
    return {f"{DAY}{int(found['day'])}/{month}": 0.6}


def _money(found: re.Match[str]) -> Marks:
    value = _value(found["amount"]) * _SIZES.get((found["size"] or "").casefold(), 1)
    return {f"rp{value:.3g}": 1.2}  # Rp2,02 miliar is Rp. 2.020.000.000,-


def _number(found: re.Match[str]) -> Marks:
    value = _value(found["amount"]) * _SIZES.get((found["size"] or "").casefold(), 1)
    year = 1990 <= value <= 2100 and "." not in found["amount"]
    if year or not value:  # nothing stands for what was taken out before
        return {}
    weight = next(share for least, share in ((1000, 1.0), (100, 0.9), (10, 0.5), (0, 0.25)) if value >= least)
    return {f"{value:g}": weight}


def _value(amount: str) -> float:
    """Indonesian: points between thousands, a comma before decimals."""
    digits = amount.rstrip(".,").replace(".", "").replace(",", ".")
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _names(text: str) -> Marks:
    """Names as neighbouring words: "Siti Contoh Umpama" gives two. A word alone says less, and first in a clause nothing."""
    found: Marks = {}
    for clause in _CLAUSE.split(text):
        words = [word.strip(".,'\"-") for word in clause.split()]
        named = [bool(_CAPITAL.match(word)) and word.casefold() not in _COMMON for word in words]
        for at, (word, is_name) in enumerate(zip(words, named, strict=True)):
            if is_name and named[at + 1 : at + 2] == [True]:
                found[f"{word} {words[at + 1]}".casefold()] = 1.0
            elif is_name and at and not named[at - 1]:
                found[word.casefold()] = 0.5
    return found
