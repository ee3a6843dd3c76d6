"""Rule: what may stand as a reason that a journalist reads: words that say something, not what is muttered meanwhile."""

import re

from handlers import naming
from handlers.grammar import POLITE

LONGEST = 300  # characters
WORDY = 12  # letters of a reason of one word
WORD = re.compile(r"[^\W\d_]+")
STRETCHED = re.compile(r"(.)\1+")  # "hmmm", "yaaa", "okeee"
MUTTERED = frozenset(
    STRETCHED.sub(r"\1", word)
    for word in (
        "bentar sebentar sbntar sek tunggu tar ntar nanti dulu lagi cek dicek ya iya yes ok oke okay siap sip baik tidak bukan no"
        " hm hmm eh oh anu itu apa mana maksudnya test tes coba makasih terima kasih wait moment one sec just um what well"
    ).split()
)


def typed(text: str) -> str:
    """Somebody's own words as a reason. ValueError with what is wrong: long, letters or few."""
    said = naming.line(naming.answer(text, "reason"), LONGEST)
    telling = [word for word in WORD.findall(said.casefold()) if not _muttered(word)]
    if len(telling) < 2 and sum(map(len, telling)) < WORDY:
        raise ValueError("few")
    return said


def _muttered(word: str) -> bool:
    return word in POLITE or STRETCHED.sub(r"\1", word) in MUTTERED
