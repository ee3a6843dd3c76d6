"""A new version of an invitation: every change of what it says goes through here, and ends what was agreed before."""

from dataclasses import asdict
from datetime import datetime

from handlers.invitations.composition import fingerprint
from handlers.invitations.lifecycle import Move, after
from storage import audit, invitations
from storage.database import OfficeDb
from storage.records import EventDetails, Invitation, Person


async def rewrite(db: OfficeDb, held: Invitation, details: EventDetails, writer: Person, now: datetime) -> Invitation | None:
    """Let an invitation that is not out yet say something else; None where it can no longer be changed, or somebody was first."""
    to, version = after(held.status, Move.EDIT), fingerprint(details)
    if to is None:
        return None
    if version == held.fingerprint:
        return held
    ended = {"approved": "", "approver_id": None, "send_at": None}
    if not await invitations.move(db, held, to, **asdict(details), **ended, fingerprint=version):
        return None
    await invitations.note_version(db, held.id, version, details, writer, now)
    facts = {"version": version, "was": held.status}
    await audit.note(db, writer, "edit", invitations.subject(held.id), now, facts)
    return await invitations.by_id(db, held.id)
