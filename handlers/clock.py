"""ALL WE DO UNASKED: every sweep, in the order in which those due at the same moment run."""

from handlers.coverage import summary
from handlers.links import burst
from handlers.offices import cost, fallback, openings, restored
from handlers.people import leave
from handlers.releases import sending
from handlers.reminders import coming, nudge
from handlers.turn import Sweep

SWEEPS: tuple[Sweep, ...] = (
    burst.BURSTS,
    leave.RETURNS,
    sending.LAUNCHES,
    sending.PROGRESS,
    coming.ANNOUNCEMENTS,
    nudge.NUDGES,
    nudge.LAPSES,
    summary.SUMMARY,
    cost.METER,
    fallback.FALLBACKS,
    openings.OPENINGS,
    restored.ASK,
)
