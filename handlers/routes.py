"""ALL WE ANSWER: every command, button, step and loose phrase, each beside the permission it asks."""

from handlers import help as helping
from handlers.permissions import Permission as P
from handlers.route import Button, Command, Loose, Step
from handlers.turn import Handler

COMMANDS: tuple[Command, ...] = (
    # everybody
    Command("help", ("bantuan", "help", "tolong", "menu"), helping.show, P.ANYBODY, aside=True),
)

BUTTONS: tuple[Button, ...] = (
    Button("help", helping.show, P.ANYBODY),
)

STEPS: tuple[Step, ...] = ()

# Tried in this order when no command was understood and no form is open.
LOOSE: tuple[Loose, ...] = ()

# Heard before any command or button: what must be closed first, such as a burst of links.
BEFORE: tuple[Handler, ...] = ()
