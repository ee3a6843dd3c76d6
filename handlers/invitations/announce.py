"""What many are told of an event: the invitation itself, what has changed, and that it is off."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers import audience
from handlers.invitations import files, times
from handlers.invitations.composition import differences
from handlers.invitations.lifecycle import Move, after
from handlers.invitations.shown import told
from storage import audit, invitations, outbox
from storage.database import OfficeDb
from storage.records import Answer, Invitation, Person, Purpose

SOON = timedelta(hours=12)  # so shortly before an event, that it is off is told at any hour


async def launch(db: OfficeDb, held: Invitation, by: Person | None, now: datetime) -> int | None:
    """Queue an approved invitation for its audience, in the transaction that moves its status; gives their number.

    None where it may not go: not approved, not in this version, its event has begun, or somebody was first.
    """
    to = after(held.status, Move.LAUNCH)
    if to is None or not held.fingerprint or held.approved != held.fingerprint or not held.starts_at or held.starts_at <= now:
        return None
    if not await invitations.move(db, held, to, sent_at=now, send_at=None):
        return None
    whom, about = audience.audience(held.audience), invitations.subject(held.id)
    await invitations.invite(db, held, whom)
    number = await outbox.broadcast(db, whom, "invitation", told(held), Purpose.INVITATION, about, now)
    await audit.note(db, by, "launch", about, now, {"version": held.fingerprint, "people": number})
    await files.queue_cancellation(db, held, now)
    return number


async def changed(db: OfficeDb, before: Invitation, held: Invitation, now: datetime) -> int:
    """Those who said they come are told what has changed; a card that still waits says what holds now.

    Gives the number of those who are told.
    """
    facts = {**told(held), "changes": differences(before.details, held.details), "before": told(before)}
    await outbox.renew(db, invitations.subject(held.id), "invitation", told(held))
    if before.starts_at == held.starts_at:
        await times.reword(db, held, now)
    else:
        await times.forget(db, before, now)
    about = _change(held, held.sequence)
    coming = invitations.told(db, held, (Answer.YES,))
    enclosed = facts | {"files": await files.calendar(db, held)}
    number = await outbox.tell(db, coming, "invitation_changed", enclosed, Purpose.INVITATION, about, now)
    await files.queue_cancellation(db, held, now)
    return number


async def cancel(db: OfficeDb, held: Invitation, by: Person, reason: str, now: datetime) -> int | None:
    """The event is off: said at once to everybody who has the invitation and did not decline; gives their number.

    None where it is not out, or somebody was first.
    """
    to = after(held.status, Move.CANCEL)
    values = {"ended_at": now, "reason": reason, "proposed": "", "sequence": held.sequence + 1}
    if to is None or not await invitations.move(db, held, to, **values):
        return None
    about = invitations.subject(held.id)
    purpose, facts = purpose_of(db, held, now), {**told(held), "reason": reason}
    enclosed = facts | {"files": await files.cancellation(db, held)}
    number = 0
    for said, answers in ((enclosed, (Answer.YES,)), (facts | {"files": []}, (Answer.NONE,))):
        key = f"{about}:off:{answers[0].value or 'open'}"
        number += await outbox.tell(db, invitations.told(db, held, answers), "invitation_off", said, purpose, key, now)
    for waiting in (about, *(_change(held, number) for number in range(1, held.sequence + 1))):
        await outbox.cancel(db, waiting, now)
    await times.forget(db, held, now)
    await audit.note(db, by, "cancel", about, now, {"people": number})
    return number


def _change(held: Invitation, number: int) -> str:
    """What messages about one of its changes are about."""
    return f"{invitations.subject(held.id)}:change:{number}"


def purpose_of(db: OfficeDb, held: Invitation, now: datetime) -> Purpose:
    """That an event of today, or of the next hours, is off cannot wait until the morning."""
    zone = ZoneInfo(db.office.zone)
    if held.starts_at is None:
        return Purpose.INVITATION
    today = held.starts_at.astimezone(zone).date() == now.astimezone(zone).date()
    return Purpose.URGENT if today or held.starts_at - now <= SOON else Purpose.INVITATION
