"""ALL WE DO UNASKED: every sweep, in the order in which those due at the same moment run."""

from collections.abc import Mapping

from handlers.coverage import summary
from handlers.links import appeal_due, burst
from handlers.offices import cost, fallback, openings, restored
from handlers.people import leave
from handlers.releases import sending
from handlers.reminders import coming, nudge
from handlers.turn import Sweep

# What becomes of that which came due while the desk was off, sweep by sweep. tests/test_dialogues/test_missed.py goes
# through it. First of all, deadlines for links that fell into half an hour or more are moved by its length
# (handlers/releases/outage.py), so that what hangs on them is no longer late.
MISSED: Mapping[str, str] = {
    "bursts": "answered once, at once",
    "returns": "the pause is over, and said so once",
    "launch releases": "sent, up to 12 hours late; later it is not sent, and whoever scheduled it is asked",
    "tell of sendings": "one line with the numbers as they are now",
    "announcements": "the latest moment once, up to 12 hours late; later it is not sent, and its author is told",
    "nudges": "sent before the deadline, by day",
    "nudges that come too late": "what still waits after the deadline is cancelled",
    "nudges that were missed": "not sent after the deadline, and the release's author is told",
    "summary": "today's alone, up to 6 hours late: one, not three; the others can be asked for",
    "cost meter": "the mark that holds now, once",
    "fallbacks": "said on the other channel, up to 6 hours after it was sent; then no more",
    "ask after a restore": "asked once",
    "appeals": "staff are reminded or told that one ran out, by day and once",
    "openings": "as many people as the platform lets us write to first, the rest on the next day",
}

SWEEPS: tuple[Sweep, ...] = (
    burst.BURSTS,
    leave.RETURNS,
    sending.LAUNCHES,
    sending.PROGRESS,
    coming.ANNOUNCEMENTS,
    nudge.NUDGES,
    nudge.LAPSES,
    nudge.MISSES,
    summary.SUMMARY,
    cost.METER,
    fallback.FALLBACKS,
    openings.OPENINGS,
    appeal_due.APPEALS,
    restored.ASK,
)
