"""Rule: how much of an article is of a release, by its title, its names and numbers, and its wording."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from handlers.links.boilerplate import story
from handlers.links.marks import Marks, is_day, is_name, marks

_WORD = re.compile(r"[^\W\d_]{3,}")
_QUOTE = re.compile(r"[\"“]([^\"“”]{25,}?)[,.]?[\"”]")
# What stands before and behind the stem of an Indonesian word; crude, and the same for both sides.
_BEFORE = re.compile(r"^(?:meng|mem|men|meny|me|peng|pem|pen|per|ber|ter|di|ke|se)(?=\w{4})")
_BEHIND = re.compile(r"(?<=\w{4})(?:kannya|annya|kan|nya|an|i)$")
_COMMON = frozenset(
    "yang dan dari dalam untuk dengan pada kepada oleh ini itu juga akan telah sudah saat hari ada tidak agar karena bagi"
    " serta para kata ujar terang ungkap pungkas jelas tutur beber menurut sementara hingga sampai atau sebagai"
    " bahwa mereka kami kita".split()
)
LONGEST = 20_000  # characters of a page; no article is longer, and what is made to be slow is
NAMES = 200  # of a page that are tried in other spellings
SHINGLE = 4  # words
ALIKE = 87  # of a hundred: two spellings of one name
TELLING = 0.33  # share of a release's names and numbers beyond which an article need not tell more of them
RETOLD = 0.8  # what the same words in another order are worth beside the same words in a row
FEW, EVERYWHERE = 3, 0.2  # beyond this number and share of the releases, a mark is of none of them
OWN = 0.35  # what tells less is common to many events
COPIED = 0.9  # share of a paragraph's words in a row that makes it a copy
PASSAGE_COPIED = 0.65
PASSAGE = 0.95  # how much one paragraph tells that can only be about the same event, as `marks` weighs it


@dataclass(frozen=True)
class Paragraph:
    """A paragraph made ready to be compared."""

    shingles: frozenset[str]
    stems: frozenset[str]
    marks: Marks
    words: int


@dataclass(frozen=True)
class Traits:
    """A text made ready to be compared."""

    paragraphs: tuple[Paragraph, ...]
    shingles: frozenset[str]
    stems: frozenset[str]
    marks: Marks
    title: frozenset[str]
    quotes: Mapping[str, Marks]  # what was said, and the names and numbers beside it


@dataclass(frozen=True)
class Likeness:
    """How alike an article and a release are, each value from 0 to 1."""

    release: int
    score: float
    title: float  # of the release's headline, what is in the article's
    marks: float  # of the article's names and numbers, those of the release
    told: float  # of the release's names and numbers, those of the article
    wording: float  # of the article's text, what is worded as in the release
    excerpt: bool  # a paragraph can only be from it: the same quote of the same person, or several of its names and numbers


@lru_cache(maxsize=2048)
def traits(title: str, text: str) -> Traits:
    """What there is to compare in a text; kept, since each release is compared with many articles."""
    told = [each for each in story(text[:LONGEST]) if _shingles(each)]
    parts = tuple(Paragraph(_shingles(each), _stems(each), marks([each]), len(each.split())) for each in told)
    return Traits(
        parts,
        frozenset().union(*(each.shingles for each in parts)),
        frozenset().union(*(each.stems for each in parts)),
        {mark: weight for each in parts for mark, weight in each.marks.items()},
        _stems(title) | frozenset(re.findall(r"\d+", title.replace(".", ""))),
        {_plain(said): part.marks for each, part in zip(told, parts, strict=True) for said in _QUOTE.findall(each)},
    )


def likenesses(article: Traits, releases: Mapping[int, Traits], among: Sequence[Traits]) -> list[Likeness]:
    """How alike the article is to each release, the most alike first. What many of `among` share says little."""
    rare = _Rarity(among)
    found = [_likeness(article, number, release, rare) for number, release in releases.items()]
    return sorted(found, key=lambda each: each.score, reverse=True)


class _Rarity:
    """How much a mark or a word tells: less, the more releases have it."""

    def __init__(self, among: Sequence[Traits]) -> None:
        self._everywhere = max(FEW, len(among) * EVERYWHERE)
        self._marks = Counter(mark for each in among for mark in each.marks)
        self._stems = Counter(stem for each in among for stem in each.stems | each.title)

    def of_mark(self, mark: str, weight: float) -> float:
        """What a name or number tells here; nothing where it stands in what the office says of itself everywhere."""
        having = self._marks[mark]
        return 0.0 if having > self._everywhere else weight / math.sqrt(max(1, having))

    def of_stems(self, chosen: frozenset[str]) -> float:
        """What the words tell together."""
        return sum(1 / math.sqrt(max(1, self._stems[stem])) for stem in chosen)


def _likeness(article: Traits, number: int, release: Traits, rare: _Rarity) -> Likeness:
    theirs = {mark: rare.of_mark(mark, weight) for mark, weight in release.marks.items()}
    pairs = _same(article.marks, release.marks)
    shared = sum(theirs[each] for each in set(pairs.values()))
    share = shared / max(shared + _foreign(article.marks, pairs, rare), 1.0)
    told = shared / max(sum(theirs.values()), 1.0)
    title, wording = _share(release.title, article.title, rare), _wording(article, release, rare)
    event = share * min(1.0, max(told / TELLING, wording))
    excerpt = _quoted(article, release, pairs, theirs) or _passage(article, release, pairs, theirs)
    return Likeness(number, event * (0.6 + 0.25 * wording + 0.15 * title), title, share, told, wording, excerpt)


def _foreign(mine: Marks, pairs: Mapping[str, str], rare: _Rarity) -> float:
    """What the article tells that is not of the release. A word of a shared name beside another word is the same name."""
    known = {word for mark in pairs for word in mark.split()}
    return sum(
        rare.of_mark(mark, weight) for mark, weight in mine.items() if mark not in pairs and known.isdisjoint(mark.split())
    )


def _same(mine: Marks, theirs: Marks) -> dict[str, str]:
    """Marks of one text with those of the other that are the same, or the same name in another spelling."""
    pairs = {mark: mark for mark in mine if mark in theirs}
    names = [mark for mark in theirs if is_name(mark)]
    unknown = [mark for mark in mine if mark not in pairs and is_name(mark)]
    for mark in unknown[:NAMES]:
        found = process.extractOne(mark, names, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if found:
            pairs[mark] = found[0]
    return pairs


def _share(of: frozenset[str], found: frozenset[str], rare: _Rarity) -> float:
    return rare.of_stems(of & found) / (rare.of_stems(of) or 1.0)


def _wording(article: Traits, release: Traits, rare: _Rarity) -> float:
    """Paragraph by paragraph, by its length: words in a row as they are, words in another order for a little less."""
    total = sum(each.words for each in article.paragraphs)
    alike = 0.0
    for each in article.paragraphs:
        alike += each.words * max(_copied(each, release), RETOLD * _share(each.stems, release.stems, rare))
    return alike / total if total else 0.0


def _quoted(article: Traits, release: Traits, pairs: Mapping[str, str], theirs: Marks) -> bool:
    """Whether a quote of the release is in the article, beside the name of somebody who is beside it in the release."""
    both = article.quotes.keys() & release.quotes.keys()
    beside = {pairs[mark] for said in both for mark in article.quotes[said] if mark in pairs and is_name(mark)}
    return any(theirs[mark] >= OWN and any(mark in release.quotes[said] for said in both) for mark in beside)


def _passage(article: Traits, release: Traits, pairs: Mapping[str, str], theirs: Marks) -> bool:
    """Whether a paragraph can only be of the release: copied with a name or number of its own, or with several of them."""
    for each in article.paragraphs:
        same = {pairs[mark] for mark in each.marks if mark in pairs and theirs[pairs[mark]]}
        own = [theirs[mark] for mark in same if theirs[mark] >= OWN and not is_day(mark)]
        if _copied(each, release) >= COPIED and (len(same) > 1 or sum(own) >= PASSAGE_COPIED):
            return True
        if len(own) > 1 and sum(own) >= PASSAGE:
            return True
    return False


def _copied(paragraph: Paragraph, release: Traits) -> float:
    return len(paragraph.shingles & release.shingles) / len(paragraph.shingles)


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _shingles(paragraph: str) -> frozenset[str]:
    words = re.findall(r"\w+", paragraph.casefold())
    return (
        frozenset(" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))) if words else frozenset()
    )


def _stems(text: str) -> frozenset[str]:
    words = (word for word in _WORD.findall(text.casefold()) if word not in _COMMON)
    return frozenset(_BEHIND.sub("", _BEFORE.sub("", word)) for word in words)
