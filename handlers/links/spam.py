"""Rule: whether a page carries advertisements of gambling, as sites do that copy articles or were broken into.

News tells of gambling too; it does not promise that anybody wins. So what counts is the language of the advertisements, and
several different words of it. A person looks; nobody is accused.
"""

import re
from typing import Final

ENOUGH: Final = 3  # different words of an advertisement
WORDS: Final = re.compile(
    r"\b(?:slot (?:gacor|online|maxwin|deposit|dana|pulsa|88|77)|situs (?:slot|judi|toto|gacor)|gacor|maxwin"
    r"|scatter hitam|rtp (?:live|slot)|link alternatif|bandar (?:togel|bola|slot)"
    r"|togel (?:online|hongkong|singapura|hk|sgp)|toto (?:4d|macau|slot)"
    r"|agen (?:bola|judi|slot|togel)|bonus new member|depo(?:sit)? (?:pulsa|dana|qris|5k|10k)|anti rungkad|pragmatic play"
    r"|mahjong ways|gates of olympus|sbobet|bocoran (?:slot|rtp|admin)|jp (?:paus|maxwin)|akun pro)\b",
    re.IGNORECASE,
)


def gambling(text: str) -> bool:
    """Whether a text advertises gambling."""
    return len({each.casefold() for each in WORDS.findall(text)}) >= ENOUGH
