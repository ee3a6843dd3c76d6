"""Codes by which people show that they stand at the door: four letters that change every minute, and a signed link (rule)."""

import hmac
import re
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from storage.records import Invitation

LETTERS: Final = "BCDFGHJKLMNPQRSTVWXZ"  # no vowels: no code is a word
LENGTH: Final = 4
# What people write without vowels, and offices that have none; it is never a code, and never taken for one.
SHORT: Final = frozenset("bpbd bnpb bmkg dprd skrg kmrn bgmn mksh tksh sprt tggl stlh sblm trms slmt prnh bnyk brkt thnx".split())
MINUTE: Final = 60  # seconds for which a code is shown; it is good for as long again
OPENS: Final = timedelta(hours=2)  # before the event
CLOSES: Final = timedelta(hours=6)  # after it began
SIGNS: Final = 12  # letters of a link's signature
CODE: Final = re.compile(rf"(?:kode |code |hadir |attend )?([{LETTERS.lower()}]{{{LENGTH}}})")
LINK: Final = re.compile(rf"\s*(?:/?(?:start|mulai)\s+)?pintu_([0-9]{{1,9}})_([0-9a-f]{{{SIGNS}}})\s*", re.IGNORECASE)


def code_at(secret: str, now: datetime) -> str:
    """The code of this minute."""
    return _code(secret, int(now.timestamp()) // MINUTE)


def until(now: datetime) -> int:
    """In how many seconds the code changes."""
    return MINUTE - int(now.timestamp()) % MINUTE


def fits(secret: str, typed: str, now: datetime) -> bool:
    """Whether it is the code of this minute or of the last."""
    minute = int(now.timestamp()) // MINUTE
    return any(hmac.compare_digest(typed.upper().encode(), _code(secret, each).encode()) for each in (minute, minute - 1))


def open_at(held: Invitation, now: datetime) -> bool:
    """Whether people can arrive at an event now."""
    return held.starts_at is not None and held.starts_at - OPENS <= now <= held.starts_at + CLOSES


def link(held: Invitation) -> str:
    """What the picture at the door carries: which event, and the proof that it is ours."""
    return f"pintu_{held.number}_{_signature(held)}"


def carried(text: str) -> tuple[int, str] | None:
    """The number and the proof in what a link carried, or had somebody say; None for any other text."""
    found = LINK.fullmatch(text)
    return (int(found[1]), found[2]) if found else None


def signed(held: Invitation, signature: str) -> bool:
    """Whether a link's proof is this event's."""
    return hmac.compare_digest(signature.encode(), _signature(held).encode())


def _signature(held: Invitation) -> str:
    return hmac.new(held.secret.encode(), f"door {held.number}".encode(), sha256).hexdigest()[:SIGNS]


def typed(text: str) -> str:
    """The code in simplified words; empty for anything else."""
    found = CODE.fullmatch(text)
    return found[1] if found and found[1] not in SHORT else ""


def _code(secret: str, minute: int) -> str:
    number = int.from_bytes(hmac.new(secret.encode(), f"minute {minute}".encode(), sha256).digest()[:8])
    while (code := "".join(LETTERS[number // len(LETTERS) ** at % len(LETTERS)] for at in range(LENGTH))).lower() in SHORT:
        number += 1
    return code
