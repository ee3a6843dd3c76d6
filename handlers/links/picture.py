"""The job of picturing a frozen page: how it looked, as a file of its own beside the bundle. That it fails harms nothing."""

from dataclasses import dataclass
from datetime import datetime

from messages.card import News
from storage import audit, pictures
from storage.database import OfficeDb
from storage.records import Json


@dataclass(frozen=True)
class Portray:
    """An errand: a bundle, by its SHA-256."""

    evidence: str


@dataclass(frozen=True)
class Portrait:
    """What it gave: the SHA-256 of the picture, empty where there is none."""

    digest: str = ""


class PicturePage:
    """The job itself."""

    async def ask(self, db: OfficeDb, facts: Json) -> Portray | None:
        """The bundle; None where it was pictured."""
        return None if await pictures.of_link(db, facts["link"]) else Portray(facts["evidence"])

    async def tell(self, db: OfficeDb, facts: Json, found: Portrait, now: datetime) -> tuple[News, ...]:
        """Keep which picture is of which bundle, and name it in the chained audit."""
        if found.digest and await pictures.add(db, facts["link"], facts["evidence"], found.digest, now):
            row = {"evidence": facts["evidence"], "picture": found.digest}
            await audit.note(db, None, "picture", f"link:{facts['link']}", now, row)
        return ()
