"""Rule: which recent release a link is about, by a code typed beside it or by words of its address."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

# R-231, r231, "rilis 231", "siaran pers nomor 231"; inside an address a code says nothing.
CODE = re.compile(
    r"(?<![\w/=.\-])(?:r[\s.#-]{0,2}|(?:rilis(?:an)?|sipers|siaran\spers|release)\s{0,3}(?:no\.?|nomor|number)?[\s:#-]{0,3}(?:r-)?)"
    r"0{0,5}(\d{1,9})(?![\w-])",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z]{4,}")
# Words that headlines share, whatever they are about.
COMMON = frozenset(
    "akan atas bagi bakal dalam dari dengan hari jadi juga kabupaten kata kepada lebih oleh pada para pemerintah pemkab saat"
    " sebagai secara serta siap telah terus tiga untuk usai warga yang about after from more that their this with".split()
)
ENOUGH = 0.5  # share of a headline's words that is found
CLEAR = 0.15  # by how much the best leads the second
FEWEST = 2  # words in common; a single one says nothing

Recent = Sequence[tuple[int, int, str]]
"""Releases as (id, number, headline)."""


def release_of(words: str, address: str, releases: Recent) -> int | None:
    """The id of the release that a link is about, None when that is not clear.

    A code typed in the message decides, then the headline in the address, then the headline in the message.
    """
    # What other addresses beside it are about says nothing of this one.
    said = " ".join(each for each in words.split() if "/" not in each)
    return _by_code(words, releases) or _by_headline(address, releases) or _by_headline(said, releases)


def _by_code(words: str, releases: Recent) -> int | None:
    """The one release that is named. Two different codes leave it open which link is about which."""
    numbers = {int(found) for found in CODE.findall(words)}
    return next((release for release, number, _ in releases if {number} == numbers), None)


def _by_headline(text: str, releases: Recent) -> int | None:
    seen = _content(unquote(text))
    ranked = sorted(((_share(_content(headline), seen), release) for release, _, headline in releases), reverse=True)
    best, second = [*ranked, (0.0, 0), (0.0, 0)][:2]
    return best[1] if best[0] >= ENOUGH and best[0] - second[0] >= CLEAR else None


def _share(headline: frozenset[str], seen: frozenset[str]) -> float:
    common = len(headline & seen)
    return common / len(headline) if common >= FEWEST else 0.0


def _content(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold())) - COMMON
