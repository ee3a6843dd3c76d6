"""An event as a calendar file: RFC 5545, in UTC, so that no zone has to be described (rule)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from storage.records import Invitation

LASTS: Final = timedelta(hours=2)  # what a calendar shows, since nobody says when an event ends
FOLD: Final = 75  # bytes of a line
CONTROLS: Final = dict.fromkeys((*range(9), *range(10, 32), 127))  # none of them may stand in a calendar, but for a tab
ESCAPED: Final = CONTROLS | str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar(held: Invitation, office: str, now: datetime, *, cancelled: bool = False) -> str:
    """The file that puts an event into a calendar, moves it there, or takes it out. ValueError for an event without its hour."""
    if held.starts_at is None:
        raise ValueError("an event without its hour")
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Meja Humas//Undangan//ID", "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if cancelled else 'PUBLISH'}", "BEGIN:VEVENT", f"UID:{_identity(held)}", f"SEQUENCE:{held.sequence}",
        f"DTSTAMP:{_utc(now)}", f"DTSTART:{_utc(held.starts_at)}", f"DTEND:{_utc(held.starts_at + LASTS)}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}", f"SUMMARY:{_text(held.title)}", f"LOCATION:{_text(held.place)}",
        *_point(held), f"DESCRIPTION:{_text(_description(held, office))}", "END:VEVENT", "END:VCALENDAR",
    )  # fmt: skip
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _identity(held: Invitation) -> str:
    """The same for all versions of an event, and for no other event of any office."""
    return f"{held.code.lower()}-{held.secret[:12]}@meja-humas.invalid"


def _point(held: Invitation) -> tuple[str, ...]:
    return () if held.latitude is None or held.longitude is None else (f"GEO:{held.latitude:.6f};{held.longitude:.6f}",)


def _description(held: Invitation, office: str) -> str:
    lines = (f"{held.code} · {office}", held.dress, held.contact, held.note)
    return "\n".join(each for each in lines if each)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(text: str) -> str:
    return text.translate(ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """A long line in pieces of at most 75 bytes, each but the first behind a blank; no character is cut."""
    piece, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > FOLD:
            yield piece
            piece, size = " ", 1
        piece, size = piece + sign, size + width
    yield piece
