"""The second person: confirms what a colleague proposes about a link, or the first takes it back."""

from handlers.links import recognise, refuse
from handlers.links.decide import settled
from handlers.turn import Reply, Turn, instead, say
from messages.inbound import Inbound
from storage import audit, links, proposals
from storage.proposals import Proposal
from storage.records import Link, LinkState


async def confirm(event: Inbound, turn: Turn) -> Reply:
    """*Setujui*: the decision holds, with the reason that was proposed."""
    found = await _open(turn)
    if isinstance(found, Reply):
        return found
    held, link = found
    if held.person_id == turn.person.id:
        return say("second_own", code=link.code)
    if held.state is LinkState.RECOGNISED:
        return await recognise.decide(link.id, turn)
    return await refuse.decide(link.id, held.state, held.reason, turn)


async def take_back(event: Inbound, turn: Turn) -> Reply:
    """*Tarik usulan*: the link waits as it did before."""
    found = await _open(turn)
    if isinstance(found, Reply):
        return found
    held, link = found
    if held.person_id != turn.person.id or not await proposals.settle(turn.db, held, proposals.DROPPED, turn.person, turn.now):
        return say("desk_stale")
    await audit.note(turn.db, turn.person, "take_back_proposal", links.about(link), turn.now)
    return instead("second_dropped", id=link.id, code=link.code)


async def _open(turn: Turn) -> tuple[Proposal, Link] | Reply:
    """The proposal of a button while it stands; else how the link stands."""
    held = await proposals.find(turn.db, turn.token.object)
    link = await links.find(turn.db, held.link_id) if held else None
    if held is None or link is None:
        return say("desk_stale")
    return (held, link) if held.open and link.state is LinkState.RECEIVED else await settled(link.id, turn)
