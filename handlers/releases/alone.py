"""The one exception to two pairs of eyes, and to quiet hours: what is about disasters, while one is declared (H15)."""

from datetime import datetime

from handlers.approval import approvers
from handlers.permissions import Permission, may
from handlers.turn import Turn
from storage import crises, releases, withholdings
from storage.database import OfficeDb
from storage.records import Person, Release, Topic


async def alone_allowed(db: OfficeDb, release: Release, at: datetime) -> bool:
    """Whether its writer may approve a release at a moment, and it waits for no hour. An approval is noted as `approve_alone`.

    Never where somebody is left out of it: that takes two.
    """
    if release.topic != Topic.DISASTER or await withholdings.of_release(db, release.id):
        return False
    return await crises.active(db, at) is not None


async def deciders(turn: Turn, release: Release) -> list[Person]:
    """Whom to ask for an approval: all who may give it and wrote none of it; nobody else there, in a disaster its writer."""
    others = await approvers(turn.db, await releases.writers(turn.db, release))
    if others or not may(turn.person, Permission.APPROVE):
        return others
    return [turn.person] if await alone_allowed(turn.db, release, turn.now) else []
