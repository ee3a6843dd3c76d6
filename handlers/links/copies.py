"""Rule: which articles are one text under several addresses: "41 links = 12 texts"."""

from collections.abc import Sequence

from handlers.links.similarity import Traits

SAME = 0.8  # of the words in a row of both, those they share


def same_text(one: Traits, other: Traits) -> bool:
    """Whether two pages tell the same in the same words, whatever their outlets put around it."""
    both = len(one.shingles & other.shingles)
    return both > 0 and both >= SAME * (len(one.shingles) + len(other.shingles) - both)


def clusters(texts: Sequence[Traits]) -> tuple[int, ...]:
    """For each text the place of the first with which it belongs together."""
    first = list(range(len(texts)))
    for at, text in enumerate(texts):
        for before in range(at):
            if first[before] == before and same_text(text, texts[before]):
                first[at] = before
                break
    return tuple(first)
