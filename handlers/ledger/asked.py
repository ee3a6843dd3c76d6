"""Rule: what stands behind *rekap*, *tagih rekap* and *bayar rekap*: a month, an outlet, and the document with its day."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from handlers.days import MONTHS, find_day, one_of, simple
from handlers.span import asked

LONGEST: Final = 100  # characters of a document's number
DOCUMENTS: Final = {
    "spm": "SPM", "sp2d": "SP2D", "invoice": "invoice", "inv": "invoice", "faktur": "invoice", "kuitansi": "invoice",
    "kwitansi": "invoice", "tagihan": "invoice", "nomor": "", "nomer": "", "no": "", "number": "", "tanggal": "", "tgl": "",
    "dated": "",
}  # fmt: skip
_MONTH = re.compile(
    rf"(?:bulan |bln )?(?:{one_of(MONTHS)}|ini|lalu|kemarin)(?: 20[0-9]{{2}})?|(?:this|last) month", re.IGNORECASE
)
_BARE = frozenset({"ini", "lalu", "kemarin"})  # which mean a month only behind that word
_FILL = re.compile(r"(?:untuk|utk|media|dari|for|of|rekap|recap)$", re.IGNORECASE)


class Wrong(StrEnum):
    """What is missing or cannot be, named by what to type."""

    DOCUMENT = "document"  # SPM or SP2D
    NUMBER = "number"
    DAY = "day"
    AHEAD = "ahead"  # a day that has not come


@dataclass(frozen=True)
class Asked:
    """What was understood. `dated` is None where no day was named."""

    month: date  # its first day
    outlet: str = ""
    document: str = ""
    reference: str = ""
    dated: date | None = None


def month_in(text: str, today: date) -> tuple[date, str] | Wrong | None:
    """The month that a text begins with, as its first day, and what follows; None where it begins with none."""
    words = text.split()
    for length in (3, 2, 1):
        opening = " ".join(words[:length])
        if len(words) >= length and _MONTH.fullmatch(opening) and opening.casefold() not in _BARE:
            span = asked(opening, today)
            return (span.first, " ".join(words[length:])) if span else Wrong.AHEAD
    return None


def understand(text: str, today: date) -> Asked | Wrong:
    """All that was typed behind the command; what it is, or what is wrong with it. The present month where none is named."""
    begun = month_in(_unfilled(text), today) or (today.replace(day=1), _unfilled(text))
    if isinstance(begun, Wrong):
        return begun
    month, rest = begun
    words = rest.split()
    at = next((place for place, word in enumerate(words) if word.casefold().strip(".:") in DOCUMENTS), len(words))
    outlet = " ".join(each for each in words[:at] if not _FILL.match(each))
    if at == len(words):
        return Asked(month, outlet)
    document = DOCUMENTS[words[at].casefold().strip(".:")]
    reference, dated = _dated(" ".join(each for each in words[at:] if each.casefold().strip(".:") not in DOCUMENTS), today)
    if dated and dated > today:
        return Wrong.AHEAD
    return Asked(month, outlet, document, reference[:LONGEST], dated)


def _unfilled(text: str) -> str:
    words = text.split()
    while words and _FILL.match(words[0]):
        words = words[1:]
    return " ".join(words)


def _dated(text: str, today: date) -> tuple[str, date | None]:
    """A document's number, and the day that stands behind or before it."""
    words = text.split()
    for length in (3, 2, 1):
        for cut in (words[-length:], words[:length]):
            if len(cut) == length and (day := day_in(" ".join(cut), today)):
                rest = words[:-length] if cut == words[-length:] else words[length:]
                return " ".join(rest), day
    return text, None


def day_in(text: str, today: date) -> date | None:
    """The day that a text is and nothing else: the latest such day that is not ahead, where no year is named."""
    found = find_day(simple(text), today)
    if found is None or found.rest:
        return None
    past = [each for each in found.days if each <= today]
    return max(past) if past else min(found.days, default=None)


def month_end(month: date) -> date:
    """The first day of the month after."""
    return (month + timedelta(days=31)).replace(day=1)
