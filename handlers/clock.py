"""ALL WE DO UNASKED: every sweep, in the order in which those due at the same moment run."""

from handlers.turn import Sweep

SWEEPS: tuple[Sweep, ...] = ()
