"""Keeps each chat's menu of commands at what its person may do now."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import structlog

from bot.channels.base import Problem, SendError
from bot.dispatch import Desk
from handlers.permissions import ABLE, may
from handlers.routes import COMMANDS
from messages.menu import entries
from messages.wording import Words
from storage import menus, offices
from storage.changes import Watch
from storage.database import Database
from storage.menus import Stale
from storage.records import AccountId, Language, OfficeId, Person, PersonId, Role, Standing

log = structlog.get_logger()
AT_ONCE = 5  # chats a second: a platform's patience is for messages
PATIENCE = timedelta(minutes=1)  # after a platform took none
NEVER = datetime.min.replace(tzinfo=UTC)


class Menus:
    """Compares and sets; a change of role or language needs nobody to remember the menu."""

    def __init__(self, database: Database, desks: Mapping[AccountId, Desk], now: Callable[[], datetime]) -> None:
        self._database = database
        self._desks = desks
        self._now = now
        self._watches: dict[AccountId, Watch] = {}
        self._rests: dict[AccountId, datetime] = {}  # until when an account is left alone

    async def round(self) -> int:
        """Set the next menus that do not fit; gives how many were set."""
        return sum([await self._compare(desk) for desk in list(self._desks.values())])

    async def _compare(self, desk: Desk) -> int:
        account, now = desk.account, self._now()
        watch = self._watches.setdefault(account.id, Watch(self._database.changes, account.office_id))
        if now < self._rests.get(account.id, NEVER) or not watch.calls(now):
            return 0
        async with self._database.read() as db:
            waiting = await menus.stale(db, account.id, EDITION, AT_ONCE)
            office = await offices.office_by_id(db, account.office_id) if waiting else None
        if office is None:
            watch.rest(None, now)
            return 0
        done = 0
        for each in waiting:
            offered = entries(Words(each.language, office.zone, office.name), _allowed(each))
            try:
                await desk.channel.menu(each.chat, dict.fromkeys(Language, offered))
            except SendError as error:
                log.info("menu not set", account=account.id, problem=error.problem)
                if error.problem is not Problem.GONE:  # the account is at fault, not this chat
                    self._rests[account.id] = now + max(PATIENCE, timedelta(seconds=error.wait))
                    break
            async with self._database.write(only=[account.office_id]) as db:
                await menus.shown(db, each)
            done += 1
        return done


def _allowed(each: Stale) -> list[str]:
    """The names of the commands that this person may use."""
    person = Person(PersonId(0), each.office_id, "", each.role, each.standing, each.language)
    person = replace(person, blocked_until=NEVER) if each.blocked else person
    outside = each.standing not in ABLE
    offered = [command for command in COMMANDS if command.menu and (outside or not command.joining)]
    return [command.name for command in offered if may(person, command.permission)]


def _edition() -> str:
    """Changes with what the roles are offered, so that a desk which learned a command offers it to everybody."""
    every = (
        Stale(0, OfficeId(0), "", role, standing, Language.ID, blocked=False, wanted="")
        for role, standing in product(Role, Standing)
    )
    return hashlib.sha256(repr([_allowed(each) for each in every]).encode()).hexdigest()[:8]


EDITION = _edition()
