"""Two pairs of eyes, whatever is approved: who may decide on it, and how the decision is said."""

from collections.abc import Collection
from typing import Final

from handlers.grammar import choice_in, simplify, yes_no
from handlers.permissions import Permission, roles_with
from handlers.turn import Handler, Reply, Turn
from messages.inbound import Inbound
from storage import people
from storage.database import OfficeDb
from storage.records import Person, PersonId

NOTE_MAX: Final = 1000  # characters of what is to be changed
APPROVALS: Final = frozenset({"setujui", "approve"})
CHANGES: Final = frozenset({"perbaiki", "minta perbaikan", "perbaikan", "ask for changes", "changes", "change"})


async def approvers(db: OfficeDb, writers: Collection[PersonId]) -> list[Person]:
    """Everybody who may approve what these people wrote."""
    able = await people.with_roles(db, roles_with(Permission.APPROVE))
    return [each for each in able if each.id not in writers]


def decided(text: str) -> bool | None:
    """True for a yes in words or by the first number, False for a wish for changes, None for neither."""
    chosen, answer, word = choice_in(text, 2), yes_no(text), simplify(text)
    if chosen == 0 or answer or word in APPROVALS:
        return True
    return False if chosen == 1 or answer is False or word in CHANGES else None


async def as_decided(event: Inbound, turn: Turn, yes: Handler, changes: Handler, unclear: Reply) -> Reply:
    """What a decision in words leads to."""
    answer = decided(event.text)
    if answer is None:
        return unclear
    return await (yes if answer else changes)(event, turn)
