"""Event and step -> what is to be done: a pure look-up in the tables of `handlers/routes.py`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from handlers import grammar, routes
from handlers.permissions import Permission, may
from handlers.route import Button, Command, Loose, Step
from handlers.turn import Handler
from messages.inbound import Happening, Inbound
from messages.token import Token, read
from storage.records import FileKind, Person

CANCELS = frozenset({"batal", "batalkan", "cancel"})
NUMBERS = 99  # a longer one is a code, a date, a price
LONG = 200  # characters behind a command that takes no text: then it was no command
CODE = re.compile(rf"[rlputbd]{grammar.DASHES}[0-9]{{1,9}}", re.IGNORECASE)  # of anything that has one
OPENED = re.compile(rf"\s*/?(?:start|mulai)\s+({CODE.pattern})\s*", re.IGNORECASE)  # by a link
UNHEARD = frozenset({FileKind.VOICE, FileKind.AUDIO, FileKind.STICKER})


class Verdict(StrEnum):
    """What the look-up came to."""

    RUN = "run"
    CANCEL = "cancel"
    STALE = "stale"  # a button that leads nowhere
    FOREIGN = "foreign"  # a button for somebody else
    WORDS_PLEASE = "words_please"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Found:
    """The handler to run with its permission, or why there is none."""

    verdict: Verdict
    handler: Handler | None = None
    permission: Permission = Permission.ANYBODY
    argument: str = ""
    token: Token | None = None
    aside: bool = False  # an open form stays open
    closes: bool = False  # what must be closed first is closed: see routes.BEFORE


def find(event: Inbound, step: str | None, person: Person) -> Found:
    """What an event asks for."""
    if event.happening is Happening.PRESSED:
        return _pressed(event, person)
    if grammar.simplify(event.text) in CANCELS:
        return Found(Verdict.CANCEL, closes=True)
    if link := next((each for each in routes.STARTS if each.fits(event)), None):
        return replace(_loose(link, event), aside=True)
    open_step = _steps().get(step or "")
    if open_step:
        return _in_form(event, open_step, person)
    return _free(event, person)


def opened(event: Inbound) -> Inbound:
    """A link that carried the code of something says what typing that code would."""
    carried = OPENED.fullmatch(event.text)
    return replace(event, text=carried[1], start="") if carried else event


def is_form(step: str | None) -> bool:
    """Whether something is being filled in, which whoever turns to something else may want to go on with."""
    held = _steps().get(step or "")
    return step is not None and not (held and held.settled)


def takes_number(event: Inbound, step: str | None) -> bool:
    """Whether what was typed may be the number of a choice that is shown: the step at hand hears no numbers itself."""
    open_step = _steps().get(step or "")
    alone = event.happening is Happening.SAID and not event.files and grammar.choice_in(event.text, NUMBERS) is not None
    return alone and (open_step is None or open_step.choices)


def _pressed(event: Inbound, person: Person) -> Found:
    token = read(event.token)
    button = _buttons().get(token.action) if token else None
    if token is None or button is None:
        return Found(Verdict.STALE)
    if token.owner not in {0, person.id}:
        return Found(Verdict.FOREIGN)
    return Found(Verdict.RUN, button.handler, button.permission, token=token, aside=button.aside, closes=True)


def _in_form(event: Inbound, step: Step, person: Person) -> Found:
    """Only a whole command that the person may use interrupts a form, alone or with a code, or what can be no answer."""
    understood = grammar.understand(event.text, _vocabulary())
    command = _commands()[understood.command] if understood else None
    able = command is not None and may(person, command.permission)
    opens = understood is not None and (understood.exact or (step.terse and _opens(event, command)))
    whole = opens and able and not (command and command.common) and grammar.simplify(event.text) not in step.answers
    if understood and command and (understood.slashed or whole):
        return _command(command, understood.argument)
    for each in routes.LOOSE:
        if each.amid and each.amid(event) and may(person, each.permission) and not (step.links and each.name == "links"):
            return replace(_loose(each, event), aside=True)
    if understood and command and able and CODE.fullmatch(understood.argument):
        return _command(command, understood.argument)
    unheard = event.happening is Happening.UNREADABLE or any(each.kind in UNHEARD for each in event.files)
    if event.pin and step.pins:
        return Found(Verdict.RUN, step.handler, step.permission)
    if unheard or (not event.text.strip() and not (event.files and step.files)):
        return Found(Verdict.WORDS_PLEASE)
    own = understood.argument if understood and understood.command == step.of else ""
    return Found(Verdict.RUN, step.handler, step.permission, own)


def _opens(event: Inbound, command: Command | None) -> bool:
    """Whether what was typed begins with the command's words, spelled right."""
    typed = grammar.simplify(event.text)
    return command is not None and any(typed.startswith(f"{each} ") for each in command.words)


def _free(event: Inbound, person: Person) -> Found:
    fitting = [each for each in routes.LOOSE if each.fits(event) and (not each.quiet or may(person, each.permission))]
    understood = grammar.understand(event.text, _vocabulary())
    for each in fitting:
        if each.first and may(person, each.permission) and not (understood and understood.slashed):
            return _loose(each, event)
    allowed = [each for each in fitting if may(person, each.permission)]
    if understood:
        command = _commands()[understood.command]
        # "kirim surat tugas besok ya" of somebody who may send nothing is no command, where it may be something else
        is_one = understood.exact or understood.slashed or not allowed or may(person, command.permission)
        is_one = is_one and not (command.common and (understood.argument or event.files))
        if is_one and (command.long or len(understood.argument) <= LONG):
            return _command(command, understood.argument)
    if fitting:
        return _loose((allowed or fitting)[0], event)
    if event.happening is Happening.UNREADABLE or not event.text.strip():
        return Found(Verdict.WORDS_PLEASE)
    return Found(Verdict.NOTHING)


def _command(command: Command, argument: str) -> Found:
    return Found(Verdict.RUN, command.handler, command.permission, argument, aside=command.aside, closes=True)


def _loose(row: Loose, event: Inbound) -> Found:
    return Found(Verdict.RUN, row.handler, row.permission, event.text)


@cache
def _vocabulary() -> Mapping[str, str]:
    return {phrase: command.name for command in routes.COMMANDS for phrase in command.words}


@cache
def _commands() -> Mapping[str, Command]:
    return {command.name: command for command in routes.COMMANDS}


@cache
def _buttons() -> Mapping[str, Button]:
    return {button.action: button for button in routes.BUTTONS}


@cache
def _steps() -> Mapping[str, Step]:
    return {step.name: step for step in routes.STEPS}
