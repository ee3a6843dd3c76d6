"""Whom a release or an invitation is for: the journalists of every medium, or of some (rule).

Kept as the media's names with commas between; empty means everybody.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from handlers.grammar import simplify
from storage.records import Audience, Medium, Role, Topic

EVERYBODY: Final = ""
_SAID: dict[str, Medium | None] = {
    "semua": None, "semua media": None, "all": None, "everybody": None, "everyone": None,
    "online": Medium.ONLINE, "siber": Medium.ONLINE, "daring": Medium.ONLINE, "web": Medium.ONLINE,
    "cetak": Medium.PRINT, "koran": Medium.PRINT, "majalah": Medium.PRINT, "print": Medium.PRINT,
    "tv": Medium.TV, "televisi": Medium.TV, "television": Medium.TV,
    "radio": Medium.RADIO,
}  # fmt: skip

_TOPICS: dict[str, Topic] = {
    word: topic
    for topic, words in {
        Topic.GOVERNMENT: "pemerintahan pemerintah birokrasi government",
        Topic.INFRASTRUCTURE: "infrastruktur pembangunan jalan infrastructure",
        Topic.AGRICULTURE: "pertanian tani pangan agriculture farming",
        Topic.EDUCATION: "pendidikan sekolah education",
        Topic.HEALTH: "kesehatan health",
        Topic.DISASTER: "kebencanaan bencana disaster disasters",
        Topic.LAW: "hukum law",
        Topic.SPORT: "olahraga sport sports",
    }.items()
    for word in words.split()
}


def audience(kept: str) -> Audience:
    """The audience of what is kept; names that are no medium are left out."""
    return Audience((Role.JOURNALIST,), media(kept))


def public(kept: str, topic: str) -> Audience:
    """The same for what is public: a release is withheld from nobody who follows its topic, also not from the blocked."""
    return replace(audience(kept), blocked=True, topic=topic)


def media(kept: str) -> tuple[Medium, ...]:
    """The media of what is kept, in their usual order; empty for all."""
    named = set(kept.split(","))
    return tuple(each for each in Medium if each in named)


def toggled(kept: str, chosen: str) -> str:
    """What is kept after a medium was taken in or out; anything that is no medium means everybody."""
    if chosen not in set(Medium):
        return EVERYBODY
    return _kept(set(media(kept)) ^ {Medium(chosen)})


def said(text: str) -> str | None:
    """What is kept for a typed audience such as "online dan tv"; None where a word is no medium."""
    words = text.casefold().replace(",", " ").replace("&", " ").replace("+", " ").split()
    names = [word for word in words if word not in {"dan", "and", "media", "ke", "saja", "only"}]
    if not names or any(name not in _SAID for name in names):
        return None
    found = {_SAID[name] for name in names}
    return EVERYBODY if None in found else _kept({each for each in found if each})


def _kept(chosen: Iterable[Medium]) -> str:
    """All four are the same as everybody, so that people without an outlet are not left out."""
    named = set(chosen)
    return EVERYBODY if named == set(Medium) else ",".join(each for each in Medium if each in named)


def topic(text: str) -> Topic | None:
    """A topic by its name in either language; None for any other words."""
    return _TOPICS.get(simplify(text))
