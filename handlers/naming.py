"""Names and short lines as people type them: cleaned, then judged (rule).

What strangers type is shown to staff and to journalists, so nothing invisible, no second line and no link goes through.
"""

import re
import unicodedata

SHORTEST, LONGEST = 2, 80  # characters of a name
LINE = 200  # characters of a line
PARAGRAPH = 1000  # characters of a question or an answer

_ADDRESS = re.compile(r"://|\bwww\.|[@/\\<>]|\bt\.me\b", re.IGNORECASE)
_HOST = re.compile(r"\.(?:com|co|id|net|org|info|biz|xyz|site|online|link|top|ly|me)\b", re.IGNORECASE)
_PERSON_MARKS = frozenset(" .,'’-`")


def cleaned(text: str) -> str:
    """One line of what can be seen: composed letters, single spaces, no control or direction marks."""
    spaced = "".join(" " if each.isspace() else each for each in unicodedata.normalize("NFC", text))
    seen = (each for each in spaced if unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    return " ".join("".join(seen).split())


def person_name(text: str) -> str:
    """A person's name of 2 to 80 characters. ValueError with the reason: short, long, link or letters."""
    name = _sized(cleaned(text))
    if _linked(name):
        raise ValueError("link")
    if not all(each in _PERSON_MARKS or unicodedata.category(each)[0] in "LM" for each in name) or _letters(name) < SHORTEST:
        raise ValueError("letters")
    return name


def outlet_name(text: str) -> str:
    """An outlet's name; it may look like a host (Contoh.id), never like an address. ValueError as above."""
    name = _sized(cleaned(text))
    if _ADDRESS.search(name):
        raise ValueError("link")
    if _letters(name) < SHORTEST:
        raise ValueError("letters")
    return name


def line(text: str, longest: int = LINE) -> str:
    """Words of one line. ValueError with the reason: short, long or letters."""
    said = cleaned(text)
    if len(said) > longest:
        raise ValueError("long")
    if not _letters(said):
        raise ValueError("letters")
    return said


def unlinked_line(text: str, longest: int) -> str:
    """Words of one line with no link among them. ValueError with the reason: short, long, link or letters."""
    said = line(text, longest)
    if _linked(said):
        raise ValueError("link")
    return said


def _linked(text: str) -> bool:
    return bool(_ADDRESS.search(text) or _HOST.search(text))


def _sized(name: str) -> str:
    if len(name) < SHORTEST:
        raise ValueError("short")
    if len(name) > LONGEST:
        raise ValueError("long")
    return name


def _letters(text: str) -> int:
    return sum(unicodedata.category(each).startswith("L") for each in text)
