"""What people try that they may not: role × route × object. Every route of `handlers/routes.py` is here by itself."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.channels.sandbox.channel import SandboxChannel
from handlers import routes
from handlers.permissions import Permission, may
from handlers.route import Button, Command, Step
from messages.token import Token, read
from tests.bench.forged_world import MISSING, STRANGE, Actor, Form
from tests.desk import Desk

P = Permission
# What people do for themselves: whoever may press another's button here changes only what is theirs.
FOR_ONESELF = frozenset({P.ANYBODY, P.RECEIVE, P.SUBMIT, P.APPLY, P.PROFILE, P.ASK})
CODES = ("R", "L", "P", "U", "T", "D", "B")  # of what people can name by a number
ANSWERS = ("ya", f"R-{STRANGE}", "Jumat 27/11 09.00")


@dataclass(frozen=True)
class Attempt:
    """One press, or one sentence, perhaps in the middle of a form."""

    actor: Actor
    kind: str  # button, command, step
    route: str
    aim: str
    presses: str = ""
    says: str = ""
    form: Form | None = None
    own: bool = False  # whether it may change what is the actor's own

    def __str__(self) -> str:
        form = f" in {self.form.step}" if self.form else ""
        return f"{self.actor.kind} {'presses' if self.presses else 'says'} {self.presses or self.says!r}{form} ({self.aim})"


def attempts(everybody: Sequence[Actor], shown: Sequence[str], forms: Sequence[Form]) -> list[Attempt]:
    """All of them: each actor at each route, with what is aimed at changing from one to the next."""
    aims = itertools.count()
    made: list[Attempt] = []
    for row in routes.BUTTONS:
        made += [_pressing(actor, row, next(aims)) for actor in everybody for _ in range(2)]
        made += [_amid(actor, row, form, next(aims)) for actor in everybody for form in forms if _may_fill(actor, row, form)]
    for token in shown:
        made += [each for actor in everybody if (each := _another_s(actor, token))]
    for command in routes.COMMANDS:
        made += [_saying(actor, command, next(aims)) for actor in everybody for _ in range(2)]
    for step in routes.STEPS:
        made += [_answering(actor, step, next(aims)) for actor in everybody if not may(actor.person, step.permission)]
    return made


def _pressing(actor: Actor, row: Button, turn: int) -> Attempt:
    """A token that a person was never given, or that is somebody else's."""
    able = may(actor.person, row.permission)
    choices = list(_strange(row.action, actor)) if able else [*_strange(row.action, actor), *_real(row.action)]
    aim, token = choices[turn % len(choices)]
    return Attempt(actor, "button", row.action, aim, presses=token, own=able)


def _may_fill(actor: Actor, row: Button, form: Form) -> bool:
    """Whether somebody of the office could have this form open when they press."""
    [step] = [each for each in routes.STEPS if each.name == form.step]
    able = may(actor.person, step.permission) and may(actor.person, row.permission)
    return able and actor.kind != "neighbour's admin" and step.permission is row.permission


def _amid(actor: Actor, row: Button, form: Form, turn: int) -> Attempt:
    """What is not theirs to choose, in the middle of a form of their own."""
    aim, token = list(_strange(row.action, actor))[turn % 2]
    return Attempt(actor, "button", row.action, f"{aim}, in a form", presses=token, form=form, own=True)


def _strange(action: str, actor: Actor) -> Iterator[tuple[str, str]]:
    yield "of the office beside", str(Token(action, STRANGE))
    yield "not there", str(Token(action, MISSING))
    yield "another's button", str(Token(action, 1, owner=actor.person.id % 7 + 1 if actor.person.id > 7 else 77))
    yield "of an older version", str(Token(action, STRANGE, version="0a1b2c3d"))
    yield "tampered with", TAMPERINGS[(len(action) + actor.person.id) % len(TAMPERINGS)].format(action)


def _real(action: str) -> Iterator[tuple[str, str]]:
    for number in (1, 2, 3):
        yield "of their office", str(Token(action, number))
    yield "of their office, without an object", action


TAMPERINGS = (
    "{}.1 OR 1=1", "{}.-1", "{}.1.p0x1", "{}.1\n", "{}.1\x00", "{}.١", "{}.1.v", "{}.99999999999999999999", "../{}.1", "{}.1.1",
    " {}.1", "{}.1.v1.p1.p2", "{}..1", "{}.1'; DROP TABLE people;--", "X{}.1",
)  # fmt: skip


def _another_s(actor: Actor, shown: str) -> Attempt | None:
    """A button that was really shown, pressed by somebody else; None where they may press it like anybody."""
    token = read(shown)
    row = next((each for each in routes.BUTTONS if token and each.action == token.action), None)
    if not token or not row or actor.kind == "neighbour's admin":
        return None
    able, foreign = may(actor.person, row.permission), token.owner not in {0, actor.person.id}
    if able and not foreign and row.permission not in FOR_ONESELF:
        return None
    return Attempt(actor, "button", row.action, "another's button" if foreign else "of their office", presses=shown, own=able)


def _saying(actor: Actor, row: Command, turn: int) -> Attempt:
    """A command with what they may not touch; where they may not use it at all, also without anything."""
    words = row.words[turn % len(row.words)]
    objects = [("of the office beside", f"{code}-{STRANGE}") for code in CODES] + [("not there", f"R-{MISSING}")]
    if not may(actor.person, row.permission):
        objects += [("of their office", each) for each in ("", "R-1", "L-1", "T-1")]
    aim, argument = objects[turn % len(objects)]
    return Attempt(actor, "command", row.name, aim, says=f"/{words} {argument}".strip(), own=True)


def _answering(actor: Actor, row: Step, turn: int) -> Attempt:
    """An answer in the middle of a form that they may no longer fill in."""
    return Attempt(actor, "step", row.name, "of their office", says=ANSWERS[turn % len(ANSWERS)], form=Form(row.name, {}))


def tokens_shown(desk: Desk) -> list[str]:
    """Every button that the desk has shown to anybody."""
    channel = desk.app.desks[desk.account.id].channel
    assert isinstance(channel, SandboxChannel)
    entries = [entry for chat in channel.chats() for entry in channel.chat(chat)]
    return sorted({each.token for entry in entries for row in entry.buttons for each in row if each.token})


def some(of: Sequence[Attempt], number: int) -> list[Attempt]:
    """So many of them, evenly over all."""
    return [of[at * len(of) // number] for at in range(number)] if number < len(of) else list(of)
