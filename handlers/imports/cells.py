"""What stands in the cells of a register, cleaned (rule). ValueError with the name of what is wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from handlers import naming
from handlers.match import host_and_path, of_one_article
from storage.records import Medium

NOTHING: Final = frozenset({"", "-", "--", "tidak ada", "tdk ada", "belum ada", "none", "n/a", "nihil", "0"})
MEDIA: Final[Mapping[str, Medium]] = {
    word: medium
    for medium, words in {
        Medium.ONLINE: "online|siber|media siber|media online|daring|portal|portal berita|website|internet",
        Medium.PRINT: "cetak|media cetak|koran|surat kabar|surat kabar harian|harian|mingguan|majalah|tabloid|print",
        Medium.TV: "tv|televisi|media tv|television",
        Medium.RADIO: "radio|media radio",
    }.items()
    for word in words.split("|")
}
COUNTRY: Final = "62"
SHORTEST, LONGEST = 10, 15  # digits of a phone, with the country's
CARD_LONGEST: Final = 40
POWERS: Final = re.compile(r"\d[.,]?\d*e\+?\d+", re.IGNORECASE)
DAYS: Final = re.compile(r"\((?:sejak (?P<since>\d{1,2}/\d{1,2}/\d{4}))?,?\s*(?:sampai (?P<until>\d{1,2}/\d{1,2}/\d{4}))?\)")
SITE: Final = re.compile(r"(?P<place>[^\s;,()]+)\s*(?P<days>\([^()]*\))?")
FORMULA: Final = ("=", "+", "@", "-")


@dataclass(frozen=True)
class Place:
    """Where an outlet publishes, with the days on which it was so."""

    host: str
    path: str
    since: date | None = None
    until: date | None = None

    @property
    def typed(self) -> str:
        """As people write it."""
        return self.host + self.path

    def meets(self, other: "Place") -> bool:
        """Whether two are the same place on some day."""
        apart = (self.until and other.since and self.until < other.since) or (
            other.until and self.since and other.until < self.since
        )
        return (self.host, self.path) == (other.host, other.path) and not apart


def outlet_name(text: str) -> str:
    """An outlet's name."""
    if text.startswith(FORMULA):
        raise ValueError("formula")
    try:
        return naming.outlet_name(text)
    except ValueError:
        raise ValueError("outlet_name") from None


def person_name(text: str) -> str:
    """A person's name."""
    if text.startswith(FORMULA):
        raise ValueError("formula")
    try:
        return naming.person_name(text)
    except ValueError:
        raise ValueError("person_name") from None


def line_of(text: str, longest: int) -> str:
    """A short line that somebody says of themself; nothing where it cannot be one."""
    try:
        return "" if text.casefold() in NOTHING or text.startswith(FORMULA) else naming.own_line(text, longest)
    except ValueError:
        return ""


def medium(text: str) -> Medium | None:
    """What kind of outlet it is; None where the cell says nothing."""
    said = " ".join(re.findall(r"[a-z]+", text.casefold()))
    if text.casefold() in NOTHING:
        return None
    if said not in MEDIA:
        raise ValueError("medium")
    return MEDIA[said]


def phone(text: str) -> str:
    """A phone as digits with the country's, from 08…, 62…, +62 … or 8…; empty where there is none.

    Of a number that a sheet has turned into a power of ten digits are lost, so it is none.
    """
    if POWERS.fullmatch(text.strip()):
        raise ValueError("digits")
    first = re.split(r"[/;,&]| dan | atau ", text)[0]
    if first.casefold().strip() in NOTHING:
        return ""
    digits = re.sub(r"\D", "", first)
    if not first.strip().startswith("+") and not digits.startswith(COUNTRY):
        digits = COUNTRY + digits.removeprefix("00" + COUNTRY).removeprefix("0")
    digits = re.sub(r"^620+", COUNTRY, digits)  # +62 (0)812
    if not SHORTEST <= len(digits) <= LONGEST or re.search(r"[a-z]", first, re.IGNORECASE):
        raise ValueError("phone")
    return digits


def shown_phone(digits: str) -> str:
    """A phone as people write it."""
    return f"0{digits.removeprefix(COUNTRY)}" if digits.startswith(COUNTRY) else f"+{digits}" if digits else ""


def card(text: str) -> str:
    """The number of a competence or press card, points between its parts; empty where there is none."""
    if text.casefold() in NOTHING:
        return ""
    number = re.sub(r"\s+", "", text).upper().replace(",", ".")
    if sum(each.isdigit() for each in number) < 4 or len(number) > CARD_LONGEST or not re.fullmatch(r"[A-Z0-9./-]+", number):
        raise ValueError("card")
    return number


def places(text: str) -> list[tuple[str, Place | str]]:
    """Each site that a cell names, with its place or what is wrong with it."""
    if text.casefold() in NOTHING:
        return []
    return [(each["place"], _place(each["place"], each["days"] or "")) for each in SITE.finditer(text)]


def _place(typed: str, days: str) -> Place | str:
    try:
        host, path = host_and_path(typed)
        told = DAYS.fullmatch(days.strip())
        since, until = (_day(told[name]) if told else None for name in ("since", "until"))
    except ValueError:
        return "site"
    return "article" if of_one_article(typed) else Place(host, path, since, until)


def _day(text: str | None) -> date | None:
    if not text:
        return None
    day, month, year = (int(each) for each in text.split("/"))
    return date(year, month, day)


def written(place: Place) -> str:
    """A place as a cell holds it."""
    days = [f"{word} {day:%d/%m/%Y}" for word, day in (("sejak", place.since), ("sampai", place.until)) if day]
    return f"{place.typed} ({', '.join(days)})" if days else place.typed
