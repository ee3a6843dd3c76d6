"""The one exception to two pairs of eyes, and to quiet hours: what is about disasters, while one is declared (H15)."""

from storage import crises, withholdings
from storage.database import OfficeDb
from storage.records import Release, Topic


async def alone_allowed(db: OfficeDb, release: Release) -> bool:
    """Whether its writer may approve a release, and it waits for no hour. An approval is noted as `approve_alone`.

    Never where somebody is left out of it: that takes two.
    """
    if release.topic != Topic.DISASTER or await withholdings.of_release(db, release.id):
        return False
    return await crises.active(db) is not None
