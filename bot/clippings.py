"""A book of clippings as a PDF: cover, chart, and an entry for each text. Blocking; the same book gives the same bytes."""

from typing import TYPE_CHECKING, Final

from bot.charts import draw
from bot.lettering import lettered, path
from handlers.coverage.errand import Book, Chart, Clipping

if TYPE_CHECKING:
    from fpdf import FPDF

EDGE: Final = 18  # millimetres
TALL: Final = 297
FAMILY: Final = "book"
GREY: Final = (95, 95, 95)
TOTAL: Final = "\ue000" * 3  # stands for the number of pages, as wide: a sign that `lettered` leaves in no text
LEAST: Final = 42  # millimetres that an entry needs to begin on a page: its title does not stand alone


def write(book: Book, chart: Chart) -> bytes:
    """The book as a PDF."""
    return bound(book, draw(chart))


def bound(book: Book, chart: bytes) -> bytes:
    """The book around a chart that is drawn already."""
    pages = _pages(book)
    _cover(pages, book)
    pages.add_page()
    height = TALL - 2 * EDGE - 8
    pages.image(chart, x=(210 - height * 0.75) / 2, y=EDGE, h=height, alt_text=lettered(f"{book.title}, {book.subtitle}"))
    if book.clippings:
        pages.add_page()
    for number, each in enumerate(book.clippings, 1):
        _entry(pages, number, each)
    return bytes(pages.output())


def _pages(book: Book) -> "FPDF":
    from fpdf import FPDF  # noqa: PLC0415 - heavy, and not needed where no book is written

    class Pages(FPDF):
        """Pages with their number below."""

        def footer(self) -> None:
            """1 of 12, on every page but the cover."""
            if self.page_no() == 1:
                return
            self.set_y(-EDGE + 4)
            self.set_font(FAMILY, size=8)
            self.set_text_color(*GREY)
            said = lettered(book.page).format(page=self.page_no(), pages=TOTAL)
            self.cell(0, 5, f"{lettered(book.title)} · {said}", align="C")

    pages = Pages(format="A4")
    pages.alias_nb_pages(TOTAL)
    for style, bold in (("", False), ("B", True)):
        pages.add_font(FAMILY, style, path(bold=bold))
    pages.set_margin(EDGE)
    pages.set_auto_page_break(auto=True, margin=EDGE)
    pages.set_creation_date(book.made)
    pages.set_title(lettered(f"{book.title}, {book.subtitle}"))
    pages.set_lang(book.language)
    return pages


def _cover(pages: "FPDF", book: Book) -> None:
    pages.add_page()
    pages.set_y(70)
    _put(pages, book.title, 26, style="B", line=12)
    _put(pages, book.subtitle, 13, grey=True, line=7)
    pages.ln(10)
    for each in book.cover:
        _put(pages, each, 12, line=7)


def _entry(pages: "FPDF", number: int, clipping: Clipping) -> None:
    if pages.will_page_break(LEAST):
        pages.add_page()
    _put(pages, f"{number}. {clipping.title}", 11.5, style="B", line=5.8)
    _put(pages, clipping.about, 9, grey=True, line=4.8)
    for each in clipping.addresses:
        _put(pages, each, 8, grey=True, line=4.2, anywhere=True)
    _put(pages, clipping.opening, 10, line=5)
    pages.ln(5)


def _put(
    pages: "FPDF", text: str, size: float, *, style: str = "", grey: bool = False, line: float, anywhere: bool = False
) -> None:
    """A paragraph; an address is broken anywhere, other words only where they are longer than a line."""
    from fpdf.enums import WrapMode  # noqa: PLC0415 - see above

    if not text:
        return
    pages.set_font(FAMILY, style, size)
    pages.set_text_color(*(GREY if grey else (20, 20, 20)))
    wrap = WrapMode.CHAR if anywhere else WrapMode.WORD
    pages.multi_cell(0, line, lettered(text), align="L", new_x="LMARGIN", new_y="NEXT", wrapmode=wrap)
