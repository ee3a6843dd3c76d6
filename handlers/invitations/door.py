"""At the door: a code that changes every minute, or a picture to print; and whoever has either is noted as come (H8).

Nobody is asked where they are: whoever knows this minute's code stands where it is shown.
"""

from datetime import timedelta

from handlers.grammar import simplify
from handlers.invitations import codes
from handlers.invitations.lifecycle import OUT
from handlers.invitations.shown import brief, meant, says, stands, told, which
from handlers.turn import PRESSED, Reply, Turn, say
from messages.card import Saying
from messages.inbound import Happening, Inbound
from storage import audit, invitations, jobs
from storage.records import Invitation, InvitationStatus, Role

GUESSES = 5  # wrong codes of a person in PATIENCE; then even a right one has to wait
PATIENCE = timedelta(minutes=10)
MEDIA = frozenset({Role.JOURNALIST, Role.GUEST})  # a guest here is a journalist who waits to be taken in


def is_show(event: Inbound) -> bool:
    """*kode U-58*."""
    return says(event, "kode|code|kode hadir|door code")


async def show(event: Inbound, turn: Turn) -> Reply:
    """The code of this minute; its button shows the next in its place."""
    held = await meant(turn, (InvitationStatus.SENT,))
    if held is None:
        return await which(turn)
    if held.status not in OUT or held.starts_at is None or held.status is InvitationStatus.CANCELLED:
        return await stands(turn, held)
    if turn.now > held.starts_at + codes.CLOSES:
        return say("invitation_over", **brief(held))
    numbers = await invitations.counts(turn.db, held)
    facts = {
        **brief(held), "door": codes.code_at(held.secret, turn.now), "seconds": codes.until(turn.now),
        "open": codes.open_at(held, turn.now), "opens": (held.starts_at - codes.OPENS).isoformat(), "numbers": numbers,
    }  # fmt: skip
    refreshed = turn.token.version == "again"
    return Reply((Saying("invitation_door", facts, replaces=PRESSED if refreshed else ""),))


async def poster(event: Inbound, turn: Turn) -> Reply:
    """[QR pintu]: a picture to be printed, drawn by a job."""
    held = await meant(turn, (InvitationStatus.SENT,))
    if held is None or held.status not in OUT:
        return await stands(turn, held) if held else await which(turn)
    at = turn.now.isoformat(timespec="seconds")
    facts = {"invitation": held.id, "person": turn.person.id, "kind": turn.account.kind.value, "at": at}
    await jobs.add(turn.db, "invitation_door", f"door:{held.id}:{turn.person.id}:{at}", facts, turn.now)
    return say("invitation_making", code=held.code)


def is_typed(event: Inbound) -> bool:
    """Four letters of which no word is made."""
    return event.happening is Happening.SAID and not event.files and codes.typed(simplify(event.text)) != ""


def is_link(event: Inbound) -> bool:
    """The link of the picture was opened."""
    return codes.carried(event.start or event.text) is not None


async def typed(event: Inbound, turn: Turn) -> Reply:
    """The code, typed by somebody who stands there."""
    span = codes.CLOSES + codes.OPENS
    near = await invitations.between(turn.db, turn.now - span, turn.now + span)
    open_ones = [each for each in near if codes.open_at(each, turn.now)]
    if not open_ones:
        return say("desk_not_understood")
    if await _guesses_too_often(turn):
        return say("invitation_wait")
    said = codes.typed(simplify(event.text))
    held = next((each for each in open_ones if codes.fits(each.secret, said, turn.now)), None)
    return await _come(turn, held, "code") if held else await _wrong(turn, open_ones[0])


async def opened(event: Inbound, turn: Turn) -> Reply:
    """The picture, seen by somebody who stands before it."""
    found = codes.carried(event.start or event.text)
    held = await invitations.by_number(turn.db, found[0]) if found else None
    if await _guesses_too_often(turn):
        return say("invitation_wait")
    if found is None or held is None or not codes.signed(held, found[1]) or held.status not in OUT:
        return await _wrong(turn, held)
    if held.status is InvitationStatus.CANCELLED:
        return say("invitation_off", **told(held), reason=held.reason, files=[])
    if not codes.open_at(held, turn.now):
        opens = (held.starts_at - codes.OPENS).isoformat() if held.starts_at and held.starts_at > turn.now else ""
        return say("invitation_not_open", **brief(held), opens=opens)
    return await _come(turn, held, "link")


async def _come(turn: Turn, held: Invitation, how: str) -> Reply:
    """Noted once, invited or not; who comes uninvited hears nothing else. Of the office's own people nobody is counted."""
    if turn.person.role not in MEDIA:
        return say("invitation_not_counted", **brief(held))
    first = await invitations.arrive(turn.db, held, turn.person, how, turn.now)
    if first:
        facts = {"person": turn.person.id, "how": how}
        await audit.note(turn.db, turn.person, "arrive", invitations.subject(held.id), turn.now, facts)
    mine = await invitations.invitee(turn.db, held, turn.person.id)
    at = mine.arrived_at.isoformat() if mine and mine.arrived_at else turn.now.isoformat()
    return say("invitation_arrived", **brief(held), name=turn.person.name, arrived=at, first=first)


async def _guesses_too_often(turn: Turn) -> bool:
    return await audit.times_since(turn.db, turn.person, "wrong_door", turn.now - PATIENCE) >= GUESSES


async def _wrong(turn: Turn, held: Invitation | None) -> Reply:
    about = invitations.subject(held.id) if held else "invitation:0"
    await audit.note(turn.db, turn.person, "wrong_door", about, turn.now)
    return say("invitation_wrong")
