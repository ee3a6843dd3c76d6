"""The shape of a row in `routes.py`."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.permissions import Permission
from handlers.turn import Handler
from messages.inbound import Inbound


@dataclass(frozen=True)
class Command:
    """Words that lead to a handler, in both languages; the first of each is the one shown in menus.

    `aside` marks a look-up that may be asked in the middle of a form without ending it, `long` a command that
    takes a whole text behind it, `joining` one that only those who are not registered find in their menu. `common` words
    are answers and captions elsewhere: they are the command only where no form is open and nothing comes with them.
    """

    name: str
    words: tuple[str, ...]
    handler: Handler
    permission: Permission
    aside: bool = False
    menu: bool = True
    long: bool = False
    joining: bool = False
    common: bool = False


@dataclass(frozen=True)
class Button:
    """What a pressed button leads to; the action is the first word of its token. `aside` as with commands."""

    action: str
    handler: Handler
    permission: Permission
    aside: bool = False


@dataclass(frozen=True)
class Step:
    """Who hears the next words of a conversation; `files` where it takes photos and documents too.

    `answers` are words that answer here and are commands everywhere else. `settled` where nothing is being filled in, so
    that nobody has to be told that it waits or was left. `of` names the command that opens it: typed while the step is open,
    the words behind it are the answer, and stand in the turn's argument. `choices` where its question has buttons and
    its handler hears no numbers: then a typed number is the press of one. `links` where links belong to the answer,
    `pins` where a point on a map may be it. `terse` where the answer is a few words that name something: what begins with a
    command is the command, whatever follows, and no answer.
    """

    name: str
    handler: Handler
    permission: Permission
    files: bool = False
    answers: frozenset[str] = frozenset()
    settled: bool = False
    of: str = ""
    choices: bool = False
    links: bool = False
    pins: bool = False
    terse: bool = False


@dataclass(frozen=True)
class Loose:
    """What is understood without a command: pasted links, a bare code, a forwarded text.

    `first` where it is looked for before any command, `quiet` where somebody without the permission is not told of it.
    In the middle of a form only what `amid` says is understood; the form stays open.
    """

    name: str
    fits: Callable[[Inbound], bool]
    handler: Handler
    permission: Permission
    first: bool = False
    quiet: bool = False
    amid: Callable[[Inbound], bool] | None = None
