"""The errand of looking at a link again: the page, and before a page is believed to be absent, its site and other sites."""

import asyncio

from bot.evidence import freeze
from bot.files import Files
from bot.visiting import Visiting
from handlers.links.recheck import Look, doubtful, judged, never_published
from handlers.links.revisit import Revisit, Revisited
from handlers.links.visit import Visit, Visited
from storage.records import LookResult

LONGEST = 90.0  # seconds for the page, its site and the others together, so that the job's lease outlasts them
FROZEN = frozenset({LookResult.FIRST, LookResult.CHANGED, LookResult.ABSENT})  # of which is kept what was there


async def revisited(visit: Visiting, files: Files, errand: Revisit) -> Revisited:
    """What there is now where a page was read before. What takes too long is asked again another time."""
    try:
        async with asyncio.timeout(LONGEST):
            return await _revisited(visit, files, errand)
    except TimeoutError:
        return Revisited(Look(LookResult.LATER))


async def _revisited(visit: Visiting, files: Files, errand: Revisit) -> Revisited:
    found = await visit(errand.visit)
    invented, online = None, True
    if await asyncio.to_thread(doubtful, errand.known, found):
        invented = await visit(Visit(never_published(errand.visit.address), errand.visit.zone, errors=True))
        online = await _online(visit, errand, found)
    look = await asyncio.to_thread(judged, errand.known, found, invented, online=online)
    evidence = await freeze(files, found) if look.result in FROZEN and found.page else ""
    return Revisited(look, found.wait, evidence)


async def _online(visit: Visiting, errand: Revisit, found: Visited) -> bool:
    """Whether our own network is fine: one of some other sites answers. Where none is known, the site's own answer shows it."""
    for address in errand.elsewhere:
        other = await visit(Visit(address, errand.visit.zone))
        if other.hops:
            return True
    return not errand.elsewhere and bool(found.hops)
