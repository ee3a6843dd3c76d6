"""Which invitation is meant, and the facts by which one is told."""

import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from handlers import audience
from handlers.grammar import DASHES, code_in, simplify
from handlers.turn import Reply, Turn, say
from messages.inbound import Happening, Inbound
from storage import audit, invitations, people
from storage.records import EventDetails, Invitation, InvitationStatus, Json

CODE = rf"(?:(?:undangan|acara|invitation|event) )?u{DASHES}[0-9]{{1,9}}"
ALONE = re.compile(CODE)


def says(event: Inbound, words: str, rest: str = "") -> bool:
    """Whether somebody says one of the words, then a code, then what may follow."""
    pattern = rf"(?:{words}) (?:the )?{CODE}{rest}"
    return event.happening is Happening.SAID and re.fullmatch(pattern, simplify(event.text)) is not None


def behind_code(text: str) -> str:
    """What is typed behind the first code."""
    found = re.search(CODE, text, re.IGNORECASE)
    return text[found.end() :].strip(" ,:;-\n") if found else ""


def number_in(turn: Turn) -> int | None:
    """The number of an invitation in what was typed as, or behind, a command; words of a form are no code."""
    return code_in(turn.argument, "U") if turn.argument else None


async def meant(turn: Turn, among: Iterable[InvitationStatus] = ()) -> Invitation | None:
    """The invitation of the button, the typed code or the form; without any, the only one `among` these statuses."""
    if turn.token.object:
        return await invitations.find(turn.db, turn.token.object)
    if number := number_in(turn):
        return await invitations.by_number(turn.db, number)
    if held := turn.kept.get("invitation", 0):
        return await invitations.find(turn.db, held)
    candidates = await invitations.in_status(turn.db, among)
    return candidates[0] if len(candidates) == 1 else None


async def which(turn: Turn) -> Reply:
    """The answer where no invitation could be told from what was said: the code that leads nowhere, or what there is."""
    number = number_in(turn)
    if number:
        return say("invitation_unknown", code=f"U-{number}")
    shown = await invitations.in_status(turn.db, set(InvitationStatus) - {InvitationStatus.DISCARDED, InvitationStatus.CANCELLED})
    return say("invitation_which", items=[brief(each) for each in shown[-8:]])


def brief(held: Invitation) -> Json:
    """An invitation in one line."""
    at = held.starts_at.isoformat() if held.starts_at else ""
    return {"id": held.id, "code": held.code, "title": held.title, "at": at, "status": held.status.value}


def told(held: Invitation, details: EventDetails | None = None) -> Json:
    """All that an invitation says, or is to say."""
    said = details or held.details
    at = said.starts_at.isoformat() if said.starts_at else ""
    return {
        **brief(held), **invitations.kept(said), "at": at, "media": [each.value for each in audience.media(said.audience)],
    }  # fmt: skip


def zone(turn: Turn) -> ZoneInfo:
    """The office's."""
    return ZoneInfo(turn.db.office.zone)


async def stands(turn: Turn, held: Invitation) -> Reply:
    """How it stands now: the answer to a late, doubled or stale press."""
    fresh = await invitations.by_id(turn.db, held.id)
    return say("invitation_stands", **await standing(turn, fresh))


async def standing(turn: Turn, held: Invitation) -> Json:
    """The status with who brought it about, and how people answered."""
    done = await audit.latest(turn.db, invitations.subject(held.id), DEEDS.get(held.status, ()))
    actor = await people.find(turn.db, done[0]) if done else None
    send_at = held.send_at.isoformat() if held.send_at else ""
    numbers = await invitations.counts(turn.db, held)
    state = {"by": actor.name if actor else "", "send_at": send_at, "numbers": numbers, "change": bool(held.proposed)}
    return told(held) | state


DEEDS: dict[InvitationStatus, tuple[str, ...]] = {
    InvitationStatus.SUBMITTED: ("submit",),
    InvitationStatus.APPROVED: ("approve",),
    InvitationStatus.SCHEDULED: ("schedule",),
    InvitationStatus.SENT: ("launch",),
    InvitationStatus.CANCELLED: ("cancel",),
    InvitationStatus.DISCARDED: ("discard",),
}
