"""The letters of charts and books: DejaVu, which matplotlib brings, so that no machine needs fonts of its own."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

UNKNOWN: Final = "□"  # in place of what DejaVu has no letter for, so that nothing vanishes silently
MEASURED: Final = 64  # points in which widths are taken: large, so that rounding to whole dots is no matter
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


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """How many points wide a text in one line is, at a size in points."""
    font = _font(bold=bold)
    font.set_text(text, 0.0)
    return float(font.get_width_height()[0]) / 64 * size / MEASURED


@cache
def _font(*, bold: bool) -> "FT2Font":
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415 - see above

    made = FT2Font(str(path(bold=bold)))
    made.set_size(MEASURED, 72)
    return made


@cache
def _known() -> frozenset[int]:
    """What both weights of the font have a letter for."""
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415 - see above

    return frozenset(FT2Font(str(path())).get_charmap()) & frozenset(FT2Font(str(path(bold=True))).get_charmap())
