"""Proposals: decisions about links that wait for a second person, where the office wants four eyes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from storage import offices
from storage.database import OfficeDb, as_record
from storage.records import Link, LinkId, LinkState, Person, PersonId
from storage.tables import proposals

# How a proposal ends.
CONFIRMED: Final = "confirmed"
REPLACED: Final = "replaced"  # somebody proposed something else
DROPPED: Final = "dropped"  # taken back, or the link was decided in another way


@dataclass(frozen=True)
class Proposal:
    """What somebody would decide about a link."""

    id: int
    link_id: LinkId
    state: LinkState
    reason: str
    person_id: PersonId
    made_at: datetime
    settled_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it still waits for a second person."""
        return self.settled_at is None


async def find(db: OfficeDb, proposal_id: int) -> Proposal | None:
    """One proposal, or None."""
    row = await db.row(db.of(proposals).where(proposals.c.id == proposal_id))
    return as_record(Proposal, row) if row else None


async def of_link(db: OfficeDb, link_id: int) -> Proposal | None:
    """The proposal that waits for a second person, or None."""
    row = await db.row(db.of(proposals).where(proposals.c.link_id == link_id, proposals.c.settled_at.is_(None)))
    return as_record(Proposal, row) if row else None


async def make(db: OfficeDb, link: Link, to: LinkState, by: Person, now: datetime, reason: str) -> Proposal:
    """Propose a decision; what was proposed before no longer stands."""
    await offices.lock(db)  # one at a time: a link has one proposal
    held = await of_link(db, link.id)
    if held:
        await settle(db, held, REPLACED, by, now)
    values = {"link_id": link.id, "state": to, "reason": reason, "person_id": by.id, "made_at": now}
    return Proposal(await db.add(proposals, **values), link.id, to, reason, by.id, now)


async def settle(db: OfficeDb, held: Proposal, outcome: str, by: Person, now: datetime) -> bool:
    """How a proposal ends; False = somebody was first."""
    here = (proposals.c.id == held.id, proposals.c.settled_at.is_(None))
    return await db.change(proposals, *here, outcome=outcome, settled_by=by.id, settled_at=now) == 1


async def waiting(db: OfficeDb) -> Mapping[int, PersonId]:
    """The links about which a proposal waits, and whose it is."""
    rows = await db.rows(db.of(proposals, proposals.c.link_id, proposals.c.person_id).where(proposals.c.settled_at.is_(None)))
    return {row.link_id: PersonId(row.person_id) for row in rows}
