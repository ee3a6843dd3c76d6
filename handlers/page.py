"""Lists in pages that a thumb can hold."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

ROWS = 8  # buttons of a page, so that two more fit for "back" and "more"


def page(items: Sequence[T], number: int, rows: int = ROWS) -> tuple[Sequence[T], int, int]:
    """The items of a page (from 1), that page's number held within bounds, and the number of pages."""
    pages = max(1, -(-len(items) // rows))
    held = min(max(number, 1), pages)
    return items[(held - 1) * rows : held * rows], held, pages
