"""Changing an event and calling it off, in words: *ubah U-58 jam 10.00*, *batal U-58 hujan deras*."""

from handlers.grammar import yes_no
from handlers.invitations import announce
from handlers.invitations.codes import CLOSES
from handlers.invitations.composition import change, differences, fingerprint
from handlers.invitations.draft import discard, preview
from handlers.invitations.lifecycle import Move, after
from handlers.invitations.review import propose
from handlers.invitations.shown import behind_code, brief, meant, says, stands, told, which, zone
from handlers.invitations.version import rewrite
from handlers.naming import cleaned
from handlers.turn import PRESSED, Reply, Turn, say
from handlers.when import Misread
from messages.card import Saying
from messages.inbound import Inbound
from storage import invitations
from storage.records import Invitation, InvitationStatus

REASON_MAX = 300  # characters
OPENERS = ("karena ", "sebab ", "because ", "since ")


def is_change(event: Inbound) -> bool:
    """*ubah U-58 jam 10.00*."""
    return says(event, "ubah|ganti|geser|pindah|pindahkan|change|move", "(?: .+)?")


def is_cancel(event: Inbound) -> bool:
    """*batal U-58*, with or without a reason."""
    return says(event, "batal|batalkan|cancel", "(?: .+)?")


async def hear(event: Inbound, turn: Turn) -> Reply:
    """What is to be otherwise; of what is out it goes to an approver, with what it changes."""
    held = await meant(turn)
    if held is None:
        return await which(turn)
    typed = behind_code(turn.argument) if turn.argument else event.text
    return await _take(turn, held, typed) if typed else _ask(held, "")


def _ask(held: Invitation, problem: str) -> Reply:
    return say("invitation_ask_change", then="invitation_change", keep={"invitation": held.id}, **brief(held), problem=problem)


async def ask(event: Inbound, turn: Turn) -> Reply:
    """[Ubah] of what is out: what is to be otherwise."""
    held = await meant(turn)
    return _ask(held, "") if held else await which(turn)


async def _take(turn: Turn, held: Invitation, typed: str) -> Reply:
    if after(held.status, Move.EDIT) is None and after(held.status, Move.PROPOSE) is None:
        return await stands(turn, held)
    if held.starts_at and held.starts_at <= turn.now:
        return say("invitation_over", **brief(held))
    then = change(held.details, typed, turn.now, zone(turn))
    if then is None or isinstance(then, Misread):
        return _ask(held, then.value if then else "unclear")
    if not differences(held.details, then):
        return say("invitation_same", **brief(held))
    if after(held.status, Move.EDIT):
        fresh = await rewrite(turn.db, held, then, turn.person, turn.now)
        return await preview(turn, fresh, held.status) if fresh else await stands(turn, held)
    return await propose(turn, held, then, fingerprint(then))


async def ask_cancel(event: Inbound, turn: Turn) -> Reply:
    """Asked once, with the number of those who are told; what is not out yet is only put away."""
    held = await meant(turn)
    if held is None:
        return await which(turn)
    if after(held.status, Move.DISCARD):
        return await discard(event, turn)
    if after(held.status, Move.CANCEL) is None:
        return await stands(turn, held)
    if _is_over(held, turn):
        return say("invitation_over", **brief(held))
    reason = cleaned(behind_code(turn.argument))[:REASON_MAX]
    reason = next((reason[len(each) :] for each in OPENERS if reason.lower().startswith(each)), reason)
    numbers = await invitations.counts(turn.db, held)
    keep = {"invitation": held.id, "reason": reason}
    return say("invitation_cancel", then="invitation_cancel", keep=keep, **told(held), numbers=numbers, reason=reason)


def _is_over(held: Invitation, turn: Turn) -> bool:
    """Whether nobody waits for it any more; one that has just begun may still be called off."""
    return held.starts_at is not None and held.starts_at + CLOSES < turn.now


async def answer_cancel(event: Inbound, turn: Turn) -> Reply:
    """In words: yes, no; anything else is the reason, and is asked about."""
    answer, held = yes_no(event.text), await meant(turn)
    if answer:
        return await cancel(event, turn)
    if answer is False or held is None:
        return say("invitation_kept")
    keep = {"invitation": held.id, "reason": cleaned(event.text)[:REASON_MAX]}
    numbers = await invitations.counts(turn.db, held)
    return say("invitation_cancel", then="invitation_cancel", keep=keep, **told(held), numbers=numbers, reason=keep["reason"])


async def cancel(event: Inbound, turn: Turn) -> Reply:
    """[Ya, batalkan]: at once, since a second pair of eyes would cost people their way."""
    held = await meant(turn)
    if held is None:
        return await which(turn)
    if held.status is InvitationStatus.SENT and _is_over(held, turn):
        return say("invitation_over", **brief(held))
    reason = turn.kept.get("reason", "") if turn.kept.get("invitation") == held.id else ""
    number = await announce.cancel(turn.db, held, turn.person, reason, turn.now)
    if number is None:
        return await stands(turn, held)
    facts = {**brief(held), "people": number}
    return Reply((Saying("invitation_cancelled", facts, replaces=PRESSED if turn.token.action else ""),))


async def keep(event: Inbound, turn: Turn) -> Reply:
    """[Tidak]: it takes place."""
    return say("invitation_kept")
