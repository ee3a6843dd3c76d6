"""What a foreign reader finds in a book of clippings, and what stands in charts: the letters that were put in, and no others."""

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

import pypdfium2
from matplotlib.text import Text
from PIL import Image

from bot import charts, clippings
from bot.lettering import HIDDEN, UNKNOWN, lettered
from handlers.coverage.errand import Bar, Book, Chart, Clipping

LOSSES: Mapping[str, str] = {
    "PDF and charts": f"control and direction signs are not drawn, and what the font has no letter for is a {UNKNOWN}",
    "PDF": "words from right to left, and piled accents, are compared by their letters: the reader turns them",
    "charts": "what is too long ends with …",
}
FOOT = re.compile(r"Buku · \d+/\d+\s*\Z")
JOINER = "\u034f"  # nobody sees it, and the reader finds it only between others
TWICE = re.compile("([\u0300-\u036f])\\1+")  # the reader takes the same accent at the same place for one
PILED = re.compile("[\u0300-\u036f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
MIRRORED = str.maketrans("}])>»", "{[(<«")  # from right to left an opening bracket looks like a closing one
OUTLETS = 6  # in a chart
TITLE = (14.0, 12.0)  # points, of one line or of two
NOTE = 60  # characters that a line below may have
DRAWN = 40  # charts of which one becomes a picture


def in_book(texts: Sequence[str]) -> Iterator[str]:
    """Entry after entry, each with its number and its own words, and nothing between them; nothing in it can be pressed."""
    yield from _in_letters(texts)
    held = pypdfium2.PdfDocument(clippings.bound(_book(texts), _grey()))
    said = "".join(_letters(FOOT.sub("", page.get_textpage().get_text_range())) for page in list(held)[1:])
    if any(pypdfium2.raw.FPDFPage_GetAnnotCount(page) for page in held):
        yield "PDF has something to press"
    at = 0
    for number, text in enumerate(texts, 1):
        wanted = _letters(f"{number}. {lettered(text)}{lettered(text)}")
        found = said[at : at + len(wanted)]
        at += len(wanted)
        if found != wanted and not (
            PILED.search(text) and sorted(found.translate(MIRRORED)) == sorted(wanted.translate(MIRRORED))
        ):
            yield f"PDF holds {found!r:.80} for {text!r:.80}"
            return  # the rest stands elsewhere
    if said[at:]:
        yield f"PDF holds {said[at:]!r:.80} beyond it"


def _in_letters(texts: Sequence[str]) -> Iterator[str]:
    """Each sign is itself, or □ where it is none of ours; only what nobody sees is left out."""
    for text in texts:
        seen = [each for each in unicodedata.normalize("NFC", text) if not each.isspace() and not _hidden(each)]
        made = lettered(text).replace(" ", "")
        if any(one != other and (other != UNKNOWN or one < "\u0250") for one, other in zip(seen, made, strict=True)):
            yield f"letters are {made!r:.80} for {text!r:.80}"


def _hidden(sign: str) -> bool:
    return unicodedata.category(sign) in HIDDEN or "\ufe00" <= sign <= "\ufe0f"


def _letters(text: str) -> str:
    """Without blanks; the reader has a sign of its own for a hyphen at a line's end, and joins accents to their letters."""
    text = text.replace("\ufffe", "-").replace("\x02", "-").replace(JOINER, "")
    return TWICE.sub(r"\1", "".join(unicodedata.normalize("NFC", text).split()))


def _book(texts: Sequence[str]) -> Book:
    entries = tuple(Clipping(each, "", (), each) for each in texts)
    return Book("Buku", "Kliping", (), entries, "{page}/{pages}", datetime(2026, 11, 23, tzinfo=UTC), "id")


def _grey() -> bytes:
    made = io.BytesIO()
    Image.new("L", (3, 4)).save(made, "png")
    return made.getvalue()


def in_charts(texts: Sequence[str]) -> Iterator[str]:
    """Outlets by their names, and the lines above and below, as far as there is room."""
    for number, at in enumerate(range(0, len(texts), OUTLETS)):
        names = texts[at : at + OUTLETS]
        drawn = Chart(
            names[0], names[-1], (Bar("1", 2, 1),), "l", "t", "o", tuple((each, 1) for each in names), (names[0][:NOTE],)
        )
        figure = charts.picture(drawn)
        labels = [each.get_text() for each in figure.axes[1].get_yticklabels()]
        labels.append("".join(each.get_text() for each in figure.texts if each.get_fontsize() in TITLE))
        yield from (
            f"chart says {said!r:.80} for {text!r:.80}"
            for said, text in zip(labels, (*names, names[0]), strict=True)
            if not _stands(said, text)
        )
        if any(each.get_parse_math() for each in figure.findobj(Text)):
            yield "a chart takes a dollar for a formula"
        if number % DRAWN == 0:
            charts.draw(drawn)


def _stands(said: str, text: str) -> bool:
    said, wanted = "".join(said.split()), "".join(lettered(text).split())
    return said == wanted or (said.endswith("…") and wanted.startswith(said[:-1]))
