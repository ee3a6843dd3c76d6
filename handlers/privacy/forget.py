"""The job after an erasure: bytes that nobody needs are dropped, and what was erased is taken out of the database's own files."""

from dataclasses import dataclass
from datetime import datetime

from messages.card import News
from storage.database import OfficeDb
from storage.records import Json


@dataclass(frozen=True)
class Forget:
    """An errand: drop the bytes of these SHA-256, and leave nothing of what was erased in the database's log."""

    digests: tuple[str, ...]


class ForgetJob:
    """The job itself."""

    async def ask(self, db: OfficeDb, facts: Json) -> Forget | None:
        """What is to be dropped was decided when the rows went."""
        return Forget(tuple(facts["digests"]))

    async def tell(self, db: OfficeDb, facts: Json, found: None, now: datetime) -> tuple[News, ...]:
        """Nobody is told: staff were, when the rows went."""
        return ()
