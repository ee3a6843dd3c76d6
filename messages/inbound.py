"""What came in, in the desk's own words: the same shape from every channel."""

from dataclasses import dataclass
from enum import StrEnum

from storage.records import Fate, FileKind


class Happening(StrEnum):
    """What kind of event it is."""

    SAID = "said"  # words, files or both
    PRESSED = "pressed"  # a button
    BLOCKED = "blocked"  # the person stopped the bot
    RETURNED = "returned"  # and took it up again
    MOVED = "moved"  # the chat has a new address, in `text`
    FATE = "fate"  # what became of a message of ours
    STOPPED = "stopped"  # the person wants no more broadcasts, said in the platform's own settings
    ALLOWED = "allowed"  # and wants them again
    REVIEWED = "reviewed"  # a platform thinks otherwise of a message that it approves; it concerns no chat
    RATIONED = "rationed"  # a platform lets us write first to another number of people a day; it concerns no chat
    UNREADABLE = "unreadable"  # something the desk has no words in: a sticker, a poll; a location, which is in `pin`


@dataclass(frozen=True)
class Attachment:
    """A file that came with a message; `handle` is the platform's name for it on that account."""

    kind: FileKind
    handle: str
    name: str = ""
    mime: str = ""
    size: int = 0  # bytes; 0 where the platform did not say


@dataclass(frozen=True)
class Pin:
    """A point on a map that somebody sent, in degrees, with what stood beside it; empty where nothing did."""

    latitude: float
    longitude: float
    name: str = ""


def pin_at(latitude: object, longitude: object, name: str = "") -> Pin | None:
    """A point from what a platform says it is; None for what is nowhere on earth."""
    degrees = [float(each) for each in (latitude, longitude) if isinstance(each, int | float) and not isinstance(each, bool)]
    if len(degrees) < 2 or not (abs(degrees[0]) <= 90 and abs(degrees[1]) <= 180):
        return None
    return Pin(degrees[0], degrees[1], name)


@dataclass(frozen=True)
class Review:
    """What a platform says of an approved message, in its own words; what it does not speak of is empty."""

    name: str
    language: str
    at: int  # seconds since 1970 by the platform's clock; 0 where it told none
    status: str = ""
    category: str = ""
    quality: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Inbound:
    """One event of one chat. `key` is the platform's id of the event, for counting it once."""

    key: str
    chat: str
    user_key: str
    happening: Happening
    name: str = ""  # what the platform calls the person
    language: str = ""  # what the platform thinks they read
    text: str = ""
    start: str = ""  # what a deep link carried
    token: str = ""  # of the pressed button
    press_id: str = ""  # to be acknowledged to the platform
    platform_id: str = ""  # of the message, or of the message under the pressed button
    album: str = ""  # parts of one album share it and are dispatched as one
    files: tuple[Attachment, ...] = ()
    phone: str = ""  # digits with the country's; it may change or be hidden, so nobody is known by it alone
    was: str = ""  # the user_key before a platform gave the person another
    fate: Fate | None = None
    problem: str = ""  # why it failed, named as the seam names it
    wait: float = 0.0  # seconds until it may be tried again
    detail: str = ""  # the platform's own words for it
    reference: str = ""  # our name for the message, as it was given with it
    price: str = ""  # the category it is billed under; empty where it is free
    review: Review | None = None
    openings: int = 0  # people a day; 0 for any number
    pin: Pin | None = None
