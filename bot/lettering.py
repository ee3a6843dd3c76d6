"""The letters of charts and books: DejaVu, which matplotlib brings, so that no machine needs fonts of its own."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

UNKNOWN: Final = "□"  # in place of what DejaVu has no letter for, so that nothing vanishes silently
HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # control and direction marks: they have no letter


def path(*, bold: bool = False) -> Path:
    """The font's file."""
    import matplotlib as mpl  # noqa: PLC0415 - heavy, and not needed where nothing is drawn

    return Path(mpl.get_data_path(), "fonts", "ttf", f"DejaVuSans{'-Bold' if bold else ''}.ttf")


def lettered(text: str) -> str:
    """A text in one line of letters that the font has."""
    known = _known()
    flat = " ".join(unicodedata.normalize("NFC", text).split())
    seen = (each for each in flat if unicodedata.category(each) not in HIDDEN and not "\ufe00" <= each <= "\ufe0f")
    return "".join(each if ord(each) in known else UNKNOWN for each in seen)


@cache
def _known() -> frozenset[int]:
    """What both weights of the font have a letter for."""
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415 - see above

    return frozenset(FT2Font(str(path())).get_charmap()) & frozenset(FT2Font(str(path(bold=True))).get_charmap())
