"""ALL WE DO UNASKED: every sweep, in the order in which those due at the same moment run."""

from handlers.people import leave
from handlers.releases import sending
from handlers.reminders import coming, nudge
from handlers.turn import Sweep

SWEEPS: tuple[Sweep, ...] = (leave.RETURNS, sending.LAUNCHES, sending.PROGRESS, coming.ANNOUNCEMENTS, nudge.NUDGES, nudge.LAPSES)
