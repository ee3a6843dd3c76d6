"""Which of one's own data somebody wants to mend: "namanya salah", "ganti media", "my name is wrong"."""

import re
from collections.abc import Mapping

from handlers.grammar import simplify
from messages.inbound import Happening, Inbound

NOUNS: Mapping[str, str] = {
    "name": "nama|nama lengkap|name",
    "outlet": "media|koran|outlet",
    "work": "peran|pekerjaan|jabatan|work",
    "area": "wilayah|wilayah liputan|area",
    "": "data|isian|datanya|profil|pendaftaran|registration|details",  # which of them is still to be asked
}
_CHANGE = "ganti|ubah|perbaiki|betulkan|koreksi|perbaikan|salah ketik|salah tulis|salah|change|correct|fix"
_WRONG = "salah|salah ketik|salah tulis|keliru|kurang tepat|kurang lengkap|typo|wrong|not right"
_WHOSE = "(?:nya|ku)?(?: saya| aku)?"
_SAID = tuple(
    (
        field,
        re.compile(rf"(?:(?:{_CHANGE}) (?:my )?(?:{nouns}){_WHOSE}|(?:my )?(?:{nouns}){_WHOSE}(?: is| itu| tadi)? (?:{_WRONG}))"),
    )
    for field, nouns in NOUNS.items()
)
_BARE = tuple((field, re.compile(rf"(?:my )?(?:{nouns}){_WHOSE}")) for field, nouns in NOUNS.items() if field)


def to_mend(text: str) -> str | None:
    """The field that is to be mended, "" where only something is; None for anything else."""
    words = simplify(text)
    return next((field for field, pattern in _SAID if pattern.fullmatch(words)), None)


def named(text: str) -> str | None:
    """The same where the question was which field: its name alone is enough."""
    words = simplify(text)
    bare = next((field for field, pattern in _BARE if pattern.fullmatch(words)), None)
    return to_mend(text) if bare is None else bare


def is_mistake(event: Inbound) -> bool:
    """Whether a message is about a mistake in one's own data and nothing else."""
    return event.happening is Happening.SAID and to_mend(event.text) is not None
