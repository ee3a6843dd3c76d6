"""Sending an approved invitation: now or at an hour; and what the clock sends."""

from datetime import datetime, timedelta

from handlers import audience
from handlers.grammar import simplify, yes_no
from handlers.invitations import announce
from handlers.invitations.lifecycle import Move, after
from handlers.invitations.shown import behind_code, brief, meant, says, stands, told, which, zone
from handlers.turn import PRESSED, Reply, Sweep, Turn, say
from handlers.when import Misread, read_moment, split_moment
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, invitations, people
from storage.database import OfficeDb
from storage.records import Invitation, InvitationStatus
from storage.restored import dropped

SENDABLE = (InvitationStatus.APPROVED, InvitationStatus.SCHEDULED)
LATE = timedelta(hours=12)  # after that one whose moment was missed is not sent unasked
SENDS = frozenset({"kirim", "send"})


def is_send(event: Inbound) -> bool:
    """*kirim U-58*, *kirim U-58 besok 08.00*."""
    return says(event, "kirim|send|jadwalkan|schedule", "(?: .+)?")


async def send(event: Inbound, turn: Turn) -> Reply:
    """Asked once, with the count; a moment that was typed is read back in full."""
    held = await _sendable(turn)
    if isinstance(held, Reply):
        return held
    rest = "" if turn.token.action else behind_code(turn.argument)
    moment = split_moment(rest, turn.now, zone(turn))[1] if rest else None
    return await _ask(turn, held) if moment is None else await _confirm(turn, held, moment)


async def _sendable(turn: Turn) -> Invitation | Reply:
    """The approved invitation that is meant, or the answer where there is none."""
    held = await meant(turn, SENDABLE)
    if held is None:
        return await which(turn)
    if held.status not in SENDABLE:
        return await stands(turn, held)
    if held.starts_at is None or held.starts_at <= turn.now:
        return say("invitation_over", **brief(held))
    return held


async def _ask(turn: Turn, held: Invitation) -> Reply:
    census = await people.census(turn.db, audience.audience(held.audience))
    facts = {**told(held), "census": census, "version": held.fingerprint}
    keep = {"invitation": held.id, "version": held.fingerprint}
    return say("invitation_confirm", then="invitation_launch", keep=keep, **facts)


async def _confirm(turn: Turn, held: Invitation, moment: datetime | Misread) -> Reply:
    """The moment read back, or asked for again."""
    late = isinstance(moment, datetime) and held.starts_at is not None and moment >= held.starts_at
    if isinstance(moment, Misread) or late:
        problem = moment.value if isinstance(moment, Misread) else "after_event"
        return say("invitation_ask_moment", then="invitation_when", keep={"invitation": held.id}, **brief(held), problem=problem)
    keep = {"invitation": held.id, "moment": moment.isoformat()}
    facts = {**brief(held), "moment": moment.isoformat(), "seconds": str(int(moment.timestamp()))}
    return say("invitation_confirm_moment", then="invitation_plan", keep=keep, **facts)


async def answer(event: Inbound, turn: Turn) -> Reply:
    """Now? In words: yes, no, or an hour after all."""
    if yes_no(event.text) or simplify(event.text) in SENDS:
        return await now(event, turn)
    return say("invitation_not_now") if yes_no(event.text) is False else await hear_moment(event, turn)


async def now(event: Inbound, turn: Turn) -> Reply:
    """[Ya, kirim]: only the version that was asked about."""
    held = await _sendable(turn)
    if isinstance(held, Reply):
        return held
    if turn.version != held.fingerprint:
        return await _ask(turn, held)
    number = await announce.launch(turn.db, held, turn.person, turn.now)
    if number is None:
        return await stands(turn, held)
    facts = {**brief(held), "people": number}
    return Reply((Saying("invitation_sent", facts, replaces=PRESSED if turn.token.action else ""),))


async def ask_moment(event: Inbound, turn: Turn) -> Reply:
    """[Jadwalkan]: the moment is asked for."""
    held = await _sendable(turn)
    if isinstance(held, Reply):
        return held
    return say("invitation_ask_moment", then="invitation_when", keep={"invitation": held.id}, **brief(held), problem="")


async def hear_moment(event: Inbound, turn: Turn) -> Reply:
    """The moment, typed."""
    held = await _sendable(turn)
    return held if isinstance(held, Reply) else await _confirm(turn, held, read_moment(event.text, turn.now, zone(turn)))


async def answer_moment(event: Inbound, turn: Turn) -> Reply:
    """At that moment? In words: yes, no, or another one."""
    if yes_no(event.text):
        return await schedule(event, turn)
    return say("invitation_not_now") if yes_no(event.text) is False else await hear_moment(event, turn)


async def schedule(event: Inbound, turn: Turn) -> Reply:
    """[Ya]: the clock will send it."""
    held = await _sendable(turn)
    if isinstance(held, Reply):
        return held
    moment, to = turn.moment, after(held.status, Move.SCHEDULE)
    if moment is None or moment <= turn.now:
        return await _confirm(turn, held, Misread.PAST)
    if to is None or held.send_at == moment or not await invitations.move(turn.db, held, to, send_at=moment):
        return await stands(turn, held)
    await audit.note(turn.db, turn.person, "schedule", invitations.subject(held.id), turn.now, {"at": moment.isoformat()})
    facts = {**brief(held), "moment": moment.isoformat()}
    return Reply((Saying("invitation_scheduled", facts, replaces=PRESSED if turn.token.action else ""),))


async def unschedule(event: Inbound, turn: Turn) -> Reply:
    """[Batal kirim]: it stays approved and is not sent."""
    held = await meant(turn, (InvitationStatus.SCHEDULED,))
    to = after(held.status, Move.UNSCHEDULE) if held else None
    if held is None or to is None or not await invitations.move(turn.db, held, to, send_at=None):
        return await stands(turn, held) if held else await which(turn)
    await audit.note(turn.db, turn.person, "unschedule", invitations.subject(held.id), turn.now)
    return say("invitation_unscheduled", **brief(held))


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return await invitations.next_launch(db)


async def _launch(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """What is due goes out; what cannot is looked at by a person."""
    news: list[News] = []
    for held in await invitations.due(db, now):
        said = await _launched_or_missed(db, held, now)
        planned = await audit.latest(db, invitations.subject(held.id), ("schedule",))
        told_to = await people.first_here(db, planned[0] if planned else None, held.author_id)
        news += [News(told_to.id, said)] if told_to else []
    return tuple(news)


async def _launched_or_missed(db: OfficeDb, held: Invitation, now: datetime) -> Saying:
    at = held.send_at or now
    late = now - at > LATE or dropped(db.office, at)
    number = None if late else await announce.launch(db, held, None, now)
    if number is not None:
        return Saying("invitation_sent", {**brief(held), "people": number})
    if to := after(held.status, Move.UNSCHEDULE):
        await invitations.move(db, held, to, send_at=None)
        await audit.note(db, None, "miss", invitations.subject(held.id), now, {"at": at.isoformat()})
    return Saying("invitation_missed", {**brief(held), "moment": at.isoformat()})


LAUNCHES = Sweep("launch invitations", _due, _launch)
