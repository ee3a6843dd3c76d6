"""Where the office wants it, what one person decides in the queue holds once a second has confirmed it (H12)."""

from handlers.permissions import Permission, roles_with
from handlers.turn import Turn
from messages.card import News, Saying
from storage import audit, links, people, proposals, rules
from storage.proposals import Proposal
from storage.records import Json, Link, LinkState, Purpose


async def held_back(link: Link, to: LinkState, reason: str, turn: Turn) -> tuple[Saying, tuple[News, ...]] | None:
    """None where a decision may be made now, by the second who agrees; else what is said of it meanwhile, and to whom."""
    held = await rules.in_force(turn.db, turn.now)
    if not held.four_eyes:
        return None
    before = await proposals.of_link(turn.db, link.id)
    if before and before.person_id != turn.person.id and before.state is to:
        return None if await _confirmed(before, link, turn) else await held_back(link, to, reason, turn)
    able = await people.with_roles(turn.db, roles_with(Permission.VERIFY))
    others = [each for each in able if each.id != turn.person.id]
    if not others and held.alone:
        await audit.note(turn.db, turn.person, "alone", links.about(link), turn.now, {"to": to})
        return None
    made = before if before and _same(before, to, reason, turn) else await _proposed(link, to, reason, turn)
    number = len(await proposals.waiting(turn.db))
    subject = f"second:{rules.today(turn.db, turn.now):%Y%m%d}"
    said = Saying("second_wanted", {"number": number}, purpose=Purpose.RECEIPT, subject=subject, replaces=subject)
    shown = {"id": made.id, "code": link.code, "state": to, "reason": reason, "others": len(others)}
    return Saying("second_proposed", shown), tuple(News(each.id, said) for each in others)


def _same(before: Proposal, to: LinkState, reason: str, turn: Turn) -> bool:
    return (before.person_id, before.state, before.reason) == (turn.person.id, to, reason)


async def _confirmed(before: Proposal, link: Link, turn: Turn) -> bool:
    if not await proposals.settle(turn.db, before, proposals.CONFIRMED, turn.person, turn.now):
        return False
    await audit.note(turn.db, turn.person, "confirm", links.about(link), turn.now, {"to": before.state, "by": before.person_id})
    return True


async def _proposed(link: Link, to: LinkState, reason: str, turn: Turn) -> Proposal:
    made = await proposals.make(turn.db, link, to, turn.person, turn.now, reason)
    await audit.note(turn.db, turn.person, "propose", links.about(link), turn.now, {"to": to})
    return made


async def shown(link: Link, turn: Turn) -> Json:
    """The proposal about a link as staff see it; empty where there is none."""
    held = await proposals.of_link(turn.db, link.id) if link.state is LinkState.RECEIVED else None
    if held is None:
        return {}
    by = await people.by_id(turn.db, held.person_id)
    return {"id": held.id, "state": held.state, "reason": held.reason, "by": by.name, "own": by.id == turn.person.id}


async def own(turn: Turn) -> frozenset[int]:
    """The links that wait for somebody else, since whoever looks has proposed what becomes of them."""
    return frozenset(link for link, person in (await proposals.waiting(turn.db)).items() if person == turn.person.id)
