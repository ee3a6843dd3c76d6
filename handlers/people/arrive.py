"""A stranger followed a release's link from a group: they register first, and the release comes once they are taken in."""

from dataclasses import replace

from handlers.grammar import code_in
from handlers.people import register
from handlers.turn import Reply, Turn, say
from messages.card import Saying
from messages.inbound import Inbound
from storage import arrivals, releases
from storage.records import Standing
from storage.releases import OUT


async def for_release(event: Inbound, turn: Turn) -> Reply:
    """*R-231* of somebody who may not read it yet."""
    begun = await register.show(event, turn)
    release = await releases.by_number(turn.db, code_in(event.text, "R") or 0)
    if release is None or release.status not in OUT or turn.person.standing is Standing.REMOVED:
        return begun
    await arrivals.note(turn.db, turn.person, release, turn.now)
    if turn.person.standing is Standing.WAITING:
        return say("arrived_waiting", code=release.code)
    return replace(begun, cards=(Saying("arrived", {"code": release.code}), *begun.cards))
