"""What a code of the platform asks us to do next. Pure.

A code comes twice in a message's life: in the answer to a call, or later, when the message that was taken
has failed. Then the account must not wait for it: one message of some time ago says nothing about now.
"""

from dataclasses import dataclass
from typing import Final

from bot.channels.base import Problem

DAY: Final = 86_400.0


@dataclass(frozen=True)
class Failure:
    """A class of failures: what it means in an answer and what in a later status, and how long to `wait`, in seconds."""

    answered: Problem
    told_later: Problem
    wait: float = 0.0


CLASSES: Final = {
    "retry_backoff": Failure(Problem.BUSY, Problem.BUSY, 5.0),
    "retry_later": Failure(Problem.BUSY, Problem.BUSY, 60.0),
    "retry_pair": Failure(Problem.SLOW, Problem.SLOW, 4.0),  # to the power of the tries
    "cooldown_recipient": Failure(Problem.SLOW, Problem.SLOW, DAY),
    "window_closed": Failure(Problem.CLOSED, Problem.CLOSED),
    "stop_channel": Failure(Problem.BROKEN, Problem.BROKEN),
    "pause_campaign": Failure(Problem.FLOOD, Problem.FLOOD),
    "opted_out": Failure(Problem.UNWANTED, Problem.UNWANTED),
    "recipient_unreachable": Failure(Problem.GONE, Problem.GONE),
    "bad_request": Failure(Problem.REFUSED, Problem.REFUSED),
}
CODES: Final = {
    "retry_backoff": (1, 2, 4, 80007, 130429, 131000, 131016, 133004),
    "retry_later": (131057,),
    "retry_pair": (131056,),
    "cooldown_recipient": (130472, 131049),
    "window_closed": (470, 131047),
    "stop_channel": (0, 3, 10, 33, 190, *range(200, 300), 368, 131005, 131031, 131042, 131045, 133010),
    "pause_campaign": (131048, 131064),
    "opted_out": (131050,),
    "recipient_unreachable": (130497, 131021, 131026, 131030, 131062, 137000),
    "bad_request": (
        100, 131008, 131009, 131051, 131052, 131053, 131063, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016,
        135000,
    ),
}  # fmt: skip
KNOWN: Final = {code: CLASSES[name] for name, codes in CODES.items() for code in codes}
# What an answer with a code that nobody knows means, by its HTTP status: the first that fits.
ANSWERS: Final = (
    (range(300, 400), Failure(Problem.BROKEN, Problem.BROKEN)),  # no Cloud API stands there
    (range(401, 402), CLASSES["stop_channel"]),
    (range(403, 405), CLASSES["stop_channel"]),
    (range(429, 430), CLASSES["retry_backoff"]),
    (range(400, 500), CLASSES["bad_request"]),
)
UNKNOWN: Final = Failure(Problem.UNSURE, Problem.REFUSED)


def answered(code: int | None, status: int, *, transient: bool = False) -> Failure:
    """What an answer that is no success means; `transient` is the platform's own word for it."""
    if code in KNOWN:
        return KNOWN[code]
    if transient:
        return CLASSES["retry_backoff"]
    return next((failure for codes, failure in ANSWERS if status in codes), UNKNOWN)


def told_later(code: int) -> tuple[Problem, float]:
    """What it means that a message failed after it was taken, and how many seconds to wait where it may be tried again."""
    found = KNOWN.get(code, UNKNOWN)
    return found.told_later, found.wait
