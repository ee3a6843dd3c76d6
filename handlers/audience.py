"""Whom a release or an invitation is for: the journalists of every medium, or of some (rule).

Kept as the media's names, districts and groups with commas between; empty means everybody.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from handlers.grammar import simplify
from storage.records import Audience, Medium, Role, Topic

EVERYBODY: Final = ""
AREA: Final = "area:"  # before a district's name, among what is kept
NOT_AREA: Final = "not_area:"
GROUP: Final = "group:"  # before a group's number
LONGEST: Final = 200  # characters that can be kept
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

_KINDS: Final = {
    word: kind
    for kind, words in {
        "area": "kec kecamatan wilayah daerah kab kabupaten district area",
        "group": "kelompok grup group",
        "topic": "topik topic",
    }.items()
    for word in words.split()
}
_TO: Final = re.compile(r"^(?:ke|to|untuk|for)\s*:?\s+|^(?:ke|to)\s*:\s*", re.IGNORECASE)
_BUT: Final = re.compile(r"[,;]?\s*\b(kecuali|selain|except|but not|without)\b\s*:?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*[,;&+]\s*|\s+(?:dan|and)\s+", re.IGNORECASE)


def audience(kept: str) -> Audience:
    """The audience of what is kept; names that are nothing known are left out."""
    groups = tuple(int(each) for each in _of(kept, GROUP) if each.isdigit())
    return Audience((Role.JOURNALIST,), media(kept), areas=_of(kept, AREA), but_areas=_of(kept, NOT_AREA), groups=groups)


def _of(kept: str, kind: str) -> tuple[str, ...]:
    return tuple(each.removeprefix(kind) for each in kept.split(",") if each.startswith(kind))


def public(kept: str, topic: str, release_id: int = 0) -> Audience:
    """The same for what is public: a release is withheld from nobody who follows its topic, also not from the blocked.

    Whom it is withheld from by a decision of its own is known by its number.
    """
    return replace(audience(kept), blocked=True, topic=topic, release=release_id)


def media(kept: str) -> tuple[Medium, ...]:
    """The media of what is kept, in their usual order; empty for all."""
    named = set(kept.split(","))
    return tuple(each for each in Medium if each in named)


def toggled(kept: str, chosen: str) -> str:
    """What is kept after a medium was taken in or out; anything that is no medium means everybody."""
    if chosen not in set(Medium):
        return EVERYBODY
    rest = [each for each in kept.split(",") if ":" in each]
    return ",".join(each for each in (_kept(set(media(kept)) ^ {Medium(chosen)}), *rest) if each)


def said(text: str) -> str | None:
    """What is kept for a typed audience such as "online dan tv"; None where a word is no medium."""
    words = text.casefold().replace(",", " ").replace("&", " ").replace("+", " ").split()
    names = [word for word in words if word not in {"dan", "and", "media", "ke", "saja", "only"}]
    if not names or any(name not in _SAID for name in names):
        return None
    found = {_SAID[name] for name in names}
    return EVERYBODY if None in found else _kept({each for each in found if each})


@dataclass(frozen=True)
class Segment:
    """What was typed, taken apart. Names of groups and people are for the register to know."""

    media: frozenset[Medium] = frozenset()
    topic: Topic | None = None
    areas: tuple[str, ...] = ()
    but_areas: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    but_groups: tuple[str, ...] = ()
    but_people: tuple[str, ...] = ()

    def kept(self, groups: Iterable[int]) -> str:
        """What is kept of it, with the numbers of its groups."""
        areas = [f"{AREA}{each}" for each in self.areas] + [f"{NOT_AREA}{each}" for each in self.but_areas]
        found = (_kept(self.media), *areas, *(f"{GROUP}{each}" for each in groups))
        return ",".join(each for each in found if each)


def segment(text: str) -> Segment | None:
    """A typed segment such as "ke: online, topik kesehatan, kec Kayuagung, kecuali Rina"; None where a word is nothing known."""
    whole = _TO.sub("", " ".join(text.split()))
    wanted, without = ([*_BUT.split(whole, maxsplit=1)[::2], ""])[:2]
    found = Segment()
    for item in _items(wanted):
        more = _with(found, item)
        if more is None:
            return None
        found = more
    for item in _items(without):
        found = _without(found, item)
    return found if found != Segment() or simplify(wanted) in _SAID else None


def _items(text: str) -> list[str]:
    return [each.strip(" .") for each in _BETWEEN.split(text) if each.strip(" .")]


def _with(found: Segment, item: str) -> Segment | None:
    kind, name = _named(item)
    match kind:
        case "area":
            return replace(found, areas=(*found.areas, name))
        case "group":
            return replace(found, groups=(*found.groups, name))
        case "topic":
            about = topic(name)
            return replace(found, topic=about) if about else None
    plain = said(item)
    return None if plain is None else replace(found, media=found.media | set(media(plain)))


def _without(found: Segment, item: str) -> Segment:
    kind, name = _named(item)
    if kind == "area":
        return replace(found, but_areas=(*found.but_areas, name))
    if kind == "group":
        return replace(found, but_groups=(*found.but_groups, name))
    plain = said(item)
    if plain:
        return replace(found, media=(found.media or frozenset(Medium)) - set(media(plain)))
    return replace(found, but_people=(*found.but_people, item))


def _named(item: str) -> tuple[str, str]:
    """What kind of thing is named, and its name; nothing for a medium or a person."""
    first, _, rest = item.partition(" ")
    kind = _KINDS.get(first.casefold().strip(".:"), "")
    return (kind, simplify(rest)) if kind and rest.strip() else ("", item)


def _kept(chosen: Iterable[Medium]) -> str:
    """All four are the same as everybody, so that people without an outlet are not left out."""
    named = set(chosen)
    return EVERYBODY if named == set(Medium) else ",".join(each for each in Medium if each in named)


def topic(text: str) -> Topic | None:
    """A topic by its name in either language; None for any other words."""
    return _TOPICS.get(simplify(text))
