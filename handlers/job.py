"""The shape of a job: work that touches the network or the disk, split so that no transaction is open meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from messages.card import News
from storage.database import OfficeDb
from storage.records import AccountId, Json

ErrandT_co = TypeVar("ErrandT_co", covariant=True)
FoundT_contra = TypeVar("FoundT_contra", contravariant=True)


@dataclass(frozen=True)
class Download:
    """An errand: the bytes behind a handle of an account, at most `limit` of them, kept on the disk."""

    account_id: AccountId
    handle: str
    limit: int  # bytes


@dataclass(frozen=True)
class Keep:
    """An errand: bytes of ours, kept on the disk. Gives a Found."""

    content: bytes


@dataclass(frozen=True)
class DrawCode:
    """An errand: a QR code of a text as a PNG to be printed, kept on the disk. Gives a Found."""

    text: str


@dataclass(frozen=True)
class Found:
    """What an errand gave: the SHA-256 and size of what was kept, or the fault, named by what to do next."""

    digest: str = ""
    size: int = 0
    fault: str = ""


class Job(Protocol[ErrandT_co, FoundT_contra]):
    """Read in one transaction, work with none open, write in another. Each kind of errand finds its own kind of thing."""

    async def ask(self, db: OfficeDb, facts: Json) -> ErrandT_co | None:
        """What is to be done; None where nothing is left to do."""
        ...

    async def tell(self, db: OfficeDb, facts: Json, found: FoundT_contra, now: datetime) -> tuple[News, ...]:
        """Write what was found, and what to say about it."""
        ...
