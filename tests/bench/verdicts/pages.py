"""The same articles as outlets of several families print them, read from their pages as the desk reads them."""

from dataclasses import replace

from bot.reading.extract import article_of
from tests.bench.verdicts.cases import Case, World
from tests.web.outlets import FAMILIES, Piece, printed

# Of two others not all can be read, and so they go to the queue whatever they are about; of one there are more pages.
READABLE = tuple(each for each in FAMILIES if each not in {"app", "walled", "paged"})


def from_pages(world: World) -> World:
    """Each article read from a page; one without a day, or of which not all can be read, stays as it is."""
    return replace(world, cases=tuple(_read(at, case) for at, case in enumerate(world.cases)))


def _read(at: int, case: Case) -> Case:
    article = case.article
    if article.published is None or article.hidden:
        return case
    paragraphs = tuple(article.text.split("\n"))
    piece = Piece(article.title, paragraphs, article.published, site=article.site, address=case.address)
    page = printed(READABLE[at % len(READABLE)], piece)
    return replace(case, article=article_of(page, case.address, "Asia/Jakarta"))
