"""What people write about an event, taken apart: title, hour, place and the rest (rule)."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from handlers.days import find_day, one_of, simple
from handlers.naming import cleaned
from handlers.when import Misread, read_moment, split_moment
from messages.inbound import Pin, pin_at
from storage.records import EventDetails, Json

REQUIRED: Final = ("title", "starts_at", "place")
OPTIONAL: Final = ("dress", "contact", "note")
FIELDS: Final = (*REQUIRED, *OPTIONAL, "capacity")
LIMITS: Final[Mapping[str, int]] = {"title": 150, "place": 200, "dress": 100, "contact": 150, "note": 500}  # characters
SEATS_MAX: Final = 100_000

# What people call each field, the longest word first where one begins another.
_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("nama acara", "judul", "acara", "kegiatan", "title", "event"),
    "starts_at": ("hari/tanggal", "hari", "tanggal", "waktu", "pukul", "jam", "time", "when", "date"),
    "place": ("tempat", "lokasi", "alamat", "place", "venue", "where", "di"),
    "dress": ("dress code", "dresscode", "pakaian", "busana", "seragam", "dress"),
    "contact": ("narahubung", "kontak", "contact", "cp"),
    "note": ("catatan", "keterangan", "parkir", "note", "notes"),
    "capacity": ("kapasitas", "kuota", "kursi", "capacity", "seats"),
}
_WORDS: Final = {word: field for field, words in _NAMED.items() for word in words}
_LABEL: Final = re.compile(rf"\s*({one_of(_WORDS)})\s*[:=]\s*(\S.*)", re.IGNORECASE)
_OPENER: Final = re.compile(rf"\s*({one_of(_WORDS)})(?:nya)?\s*[:=]?\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_TO: Final = re.compile(r"(?:menjadi|jadi|ke|to)\s+", re.IGNORECASE)
_NOTHING: Final = frozenset({"", "-", "kosong", "tidak ada", "hapus", "none", "nothing", "bebas"})
_DEGREES: Final = r"(-?[0-9]{1,2}\.[0-9]{3,15})\s*,\s*(-?[0-9]{1,3}\.[0-9]{3,15})"
_POINT: Final = re.compile(rf"(?<![0-9.]){_DEGREES}(?![0-9.])")
_MAP: Final = re.compile(r"https?://\S*(?:maps|openstreetmap|geo)\S*", re.IGNORECASE)
_AT: Final = re.compile(r"\s+(?:di|at)\s+(?=\S)")


def compose(text: str, now: datetime, zone: ZoneInfo) -> tuple[EventDetails, Misread | None]:
    """The event in a free text or in labelled lines, and why its hour could not be used, where it could not."""
    lines = [line for line in text.splitlines() if line.strip()]
    labelled = [(_WORDS[found[1].lower()], found[2].strip()) for line in lines if (found := _LABEL.fullmatch(line))]
    free = [line.strip() for line in lines if not _LABEL.fullmatch(line)]
    details, misread = EventDetails(), None
    if free:
        details, misread = _free(" ".join(free), now, zone)
    # Day and hour may stand on lines of their own.
    hours = " ".join(value for field, value in labelled if field == "starts_at")
    for field, value in (*((field, value) for field, value in labelled if field != "starts_at"), ("starts_at", hours)):
        taken = take(details, field, value, now, zone) if value else details
        misread = taken if isinstance(taken, Misread) else misread
        details = details if isinstance(taken, Misread | None) else taken
    return details, misread


def _free(text: str, now: datetime, zone: ZoneInfo) -> tuple[EventDetails, Misread | None]:
    """Such as "Panen raya di Pendopoan, Kamis 26/11 09.00"."""
    rest, moment = split_moment(text, now, zone)
    misread = moment if isinstance(moment, Misread) else None
    title, *places = _AT.split(rest.strip(" ,.;·-"), maxsplit=1)
    pinned = _placed(EventDetails(), places[0].strip(" ,.;·-")) if places else EventDetails()
    starts_at = moment if isinstance(moment, datetime) else None
    return replace(pinned, title=cleaned(title.strip(" ,.;·-"))[: LIMITS["title"]], starts_at=starts_at), misread


def take(details: EventDetails, field: str, text: str, now: datetime, zone: ZoneInfo) -> EventDetails | Misread | None:
    """The details with what was answered for a field; None for what is no answer to it."""
    if field == "starts_at":
        moment = _moment(details, text, now, zone)
        return moment if isinstance(moment, Misread) else replace(details, starts_at=moment)
    if field == "capacity":
        found = re.search(r"[0-9]{1,6}", text)
        seats = 0 if text.strip().lower() in _NOTHING or not found else int(found[0])
        return replace(details, capacity=seats) if seats <= SEATS_MAX else None
    if field == "place":
        return _placed(details, text) if text.strip() and len(text) <= 2 * LIMITS["place"] else None
    value = "" if field in OPTIONAL and text.strip().lower() in _NOTHING else _lines(text)
    if len(value) > LIMITS[field] or (field in REQUIRED and len(value) < 3):
        return None
    return replace(details, **{field: value})  # type: ignore[arg-type]  # the other fields were taken above


def placed_at(details: EventDetails, pin: Pin) -> EventDetails:
    """The details with a point that was sent; it is a place's name only where it has one and none was typed."""
    return replace(details, latitude=pin.latitude, longitude=pin.longitude, place=details.place or cleaned(pin.name))


def _placed(details: EventDetails, text: str) -> EventDetails:
    """A place in words, with the point on the map that stands among them or in a map's address.

    Without one the point goes with the old name; where there was none, the words name the point.
    """
    found = _POINT.search(text)
    pin = pin_at(float(found[1]), float(found[2])) if found else None
    words = cleaned(_POINT.sub(" ", _MAP.sub(" ", text))).strip(" ,.;()")[: LIMITS["place"]]
    if pin is None:
        stays = not details.place
        latitude, longitude = (details.latitude, details.longitude) if stays else (None, None)
        return replace(details, place=words, latitude=latitude, longitude=longitude)
    return replace(details, place=words or details.place, latitude=pin.latitude, longitude=pin.longitude)


def _moment(details: EventDetails, text: str, now: datetime, zone: ZoneInfo) -> datetime | Misread:
    """The moment that is named; an hour alone is on the day that the event has."""
    typed = " ".join(text.replace("s.d.", " ").split())
    today = now.astimezone(zone).date()
    if details.starts_at and find_day(simple(typed), today) is None:
        day = details.starts_at.astimezone(zone).date().isoformat()
        moment = read_moment(f"{day} {typed}", now, zone)
        if moment is not Misread.NOT_A_MOMENT:
            return moment
    return read_moment(typed, now, zone)


def change(details: EventDetails, text: str, now: datetime, zone: ZoneInfo) -> EventDetails | Misread | None:
    """What "jam 10.00", "tempat Aula Contoh" or "besok 10.00" makes of an event; None for what names no field."""
    opener = _OPENER.fullmatch(text)
    if opener:
        field, rest = _WORDS[opener[1].lower()], _TO.sub("", opener[2], count=1)
        return take(details, field, rest, now, zone)
    moment = _moment(details, _TO.sub("", text, count=1), now, zone)
    if moment is Misread.NOT_A_MOMENT:
        return None
    return moment if isinstance(moment, Misread) else replace(details, starts_at=moment)


def differences(before: EventDetails, then: EventDetails) -> list[str]:
    """The fields in which two versions differ, in their usual order; a pin that moved is another place."""
    pin = (before.latitude, before.longitude) != (then.latitude, then.longitude)
    return [each for each in FIELDS if getattr(before, each) != getattr(then, each) or (each == "place" and pin)]


def missing(details: EventDetails) -> list[str]:
    """What an invitation cannot do without and does not have."""
    return [each for each in REQUIRED if not getattr(details, each)]


def fingerprint(details: EventDetails) -> str:
    """The hash of all that an invitation says, in the twelve letters that a button carries."""
    held: Json = asdict(details) | {"starts_at": details.starts_at.isoformat() if details.starts_at else ""}
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:12]


def _lines(text: str) -> str:
    """Each line of what can be seen."""
    return "\n".join(_kept(text.splitlines())).strip()


def _kept(lines: list[str]) -> Iterator[str]:
    yield from (line for line in map(cleaned, lines) if line)
