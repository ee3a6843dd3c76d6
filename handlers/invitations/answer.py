"""What somebody who was invited says: they come, or they do not; the last word before the event counts."""

import re

from handlers.grammar import simplify
from handlers.invitations import attendance, files
from handlers.invitations.shown import ALONE, CODE, brief, number_in, told
from handlers.permissions import Permission, may
from handlers.turn import Reply, Turn, say
from messages.inbound import Happening, Inbound
from storage import invitations
from storage.records import Answer, Invitation, InvitationStatus

_YES = re.compile(rf"(?:saya |kami )?(?:akan |bisa |siap )?(?:hadir|datang|attend|coming)(?: (?:di |ke |to )?{CODE})?")
_NO = re.compile(
    r"(?:saya |kami |maaf )*(?:tidak|tdk|tak|gak|ga|nggak|belum|cannot|can't|can not|not)(?: (?:bisa|dapat|jadi|akan))?"
    rf" (?:hadir|datang|ikut|attend|come|coming)(?: (?:di |ke |to )?{CODE})?"
    rf"|(?:berhalangan|absen)(?: {CODE})?|(?:tidak|no) {CODE}"
)


def says_yes(event: Inbound) -> bool:
    """*hadir U-58*, *saya hadir*."""
    return _said(event) and _YES.fullmatch(simplify(event.text)) is not None


def says_no(event: Inbound) -> bool:
    """*tidak U-58*, *tidak bisa hadir*."""
    return _said(event) and _NO.fullmatch(simplify(event.text)) is not None


def yes_to_one(event: Inbound) -> bool:
    """The same with a code, which nobody says for anything else."""
    return says_yes(event) and re.search(CODE, simplify(event.text)) is not None


def no_to_one(event: Inbound) -> bool:
    """The same with a code."""
    return says_no(event) and re.search(CODE, simplify(event.text)) is not None


def says_more(event: Inbound) -> bool:
    """*hadir U-58 bersama fotografer*: what else is said may change the answer, so the invitation is shown with its buttons."""
    said = simplify(event.text)
    code = re.search(CODE, said)
    if code is None or code.end() == len(said):
        return False
    return _said(event) and any(each.fullmatch(said, 0, code.end()) for each in (_YES, _NO))


def _said(event: Inbound) -> bool:
    return event.happening is Happening.SAID and not event.files


async def yes(event: Inbound, turn: Turn) -> Reply:
    """[Hadir]. For staff the same words ask who comes."""
    if may(turn.person, Permission.SEND):
        return await attendance.show(event, turn)
    return await _answer(turn, Answer.YES)


async def no(event: Inbound, turn: Turn) -> Reply:
    """[Tidak]."""
    return await _answer(turn, Answer.NO)


async def _answer(turn: Turn, said: Answer) -> Reply:
    held = await _meant(turn)
    if isinstance(held, Reply):
        return held
    await invitations.lock(turn.db, held)
    mine = await invitations.invitee(turn.db, held, turn.person.id)
    if mine is None or not mine.invited:
        return say("invitation_not_yours", **brief(held))
    if said is Answer.YES and mine.answer is not Answer.YES and await _full(turn, held):
        return say("invitation_full", **told(held))
    await invitations.answer(turn.db, held, turn.person, said, turn.now)
    if said is Answer.NO:
        return say("invitation_no", **told(held))
    return say("invitation_yes", **told(held), files=await files.calendar(turn.db, held))


async def _full(turn: Turn, held: Invitation) -> bool:
    return bool(held.capacity) and (await invitations.counts(turn.db, held))["yes"] >= held.capacity


async def _meant(turn: Turn) -> Invitation | Reply:
    """The invitation that is answered: of the button or the code, else the only one that is open; or why there is none."""
    if turn.token.object:
        held = await invitations.find(turn.db, turn.token.object)
    elif number := number_in(turn):
        held = await invitations.by_number(turn.db, number)
    else:
        mine = [each for each, _ in await invitations.of_person(turn.db, turn.person, turn.now)]
        if len(mine) != 1:
            return say("invitation_mine", items=[{**brief(each), "answer": ""} for each in mine], asked=bool(mine))
        held = mine[0]
    if held is None or held.status not in {InvitationStatus.SENT, InvitationStatus.CANCELLED}:
        number = number_in(turn)
        return say("invitation_unknown", code=f"U-{number}" if number else "")
    if held.status is InvitationStatus.CANCELLED:
        return say("invitation_off", **told(held), reason=held.reason, files=[])
    if held.starts_at is None or held.starts_at <= turn.now:
        return say("invitation_over", **brief(held))
    return held


async def coming(event: Inbound, turn: Turn) -> Reply:
    """*undangan*, *jadwal*: what is to come; for staff with what is still being prepared."""
    if ALONE.fullmatch(simplify(turn.argument)):
        return await one(event, turn)
    if may(turn.person, Permission.SEND):
        open_ones = set(InvitationStatus) - {InvitationStatus.DISCARDED, InvitationStatus.CANCELLED}
        held = await invitations.in_status(turn.db, open_ones)
        shown = [each for each in held if each.starts_at is None or each.starts_at > turn.now]
        return say("invitation_list", items=[brief(each) for each in shown[:8]], more=max(0, len(shown) - 8))
    mine = await invitations.of_person(turn.db, turn.person, turn.now)
    items = [{**brief(each), "answer": said.value} for each, said in mine[:8]]
    return say("invitation_mine", items=items, asked=False)


def is_code(event: Inbound) -> bool:
    """U-58 and nothing else."""
    return _said(event) and ALONE.fullmatch(simplify(event.text)) is not None


async def one(event: Inbound, turn: Turn) -> Reply:
    """*U-58*: staff see how it stands, who was invited reads it again."""
    if may(turn.person, Permission.SEND):
        return await attendance.state(event, turn)
    held = await _meant(turn)
    if isinstance(held, Reply):
        return held
    mine = await invitations.invitee(turn.db, held, turn.person.id)
    if mine is None or not mine.invited:
        return say("invitation_not_yours", **brief(held))
    if mine.answer is Answer.YES:
        return say("invitation_yes", **told(held), files=await files.calendar(turn.db, held))
    return say("invitation", **told(held))
