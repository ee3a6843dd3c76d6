"""Where a short link or a mobile page leads: the article found there is what counts, and what was typed is kept."""

from datetime import datetime

from handlers.links.address import read
from handlers.links.canonical import MOBILE, Kind, Verdict, canonical
from handlers.links.visit import Fault, Visited
from handlers.links.whose import of_full_site, whose
from storage import audit, links, people
from storage.database import OfficeDb
from storage.records import Link

# Faults with which a site shows that it is the end of the way.
THERE = frozenset({Fault.REFUSED, Fault.TOO_LARGE, Fault.NOT_A_PAGE})
ENDS = frozenset({Kind.ARTICLE, Kind.SOCIAL})


async def arrived(db: OfficeDb, link: Link, found: Visited, now: datetime) -> Link | None:
    """A waiting link by the article that it leads to; None where that is counted already, so that this one ends.

    What leads nowhere stays as it is, for a person to open.
    """
    if link.kind != Kind.RESOLVE:
        return link
    end = await of_full_site(db, _end(found))
    if end.kind not in ENDS:
        return link
    known = await links.by_identity(db, end.identity)
    if known and known.id != link.id:
        if await links.same_as(db, link, known, now):
            await audit.note(db, None, "same", links.about(link), now, {"as": known.id})
        return None
    where = {"address": end.address, "identity": end.identity, "kind": end.kind, "rules": end.rules}
    link = await links.lead_to(db, link, now, **where)
    sender = await people.by_id(db, link.person_id)
    outlet_id, doubt = await whose(db, end.address, end.kind, sender, link.received_at)
    await links.settle_outlet(db, link, outlet_id, doubt)
    await audit.note(db, None, "lead", links.about(link), now, {"rules": end.rules, "outlet": outlet_id, "doubt": doubt})
    return await links.find(db, link.id)


def _end(found: Visited) -> Verdict:
    """What stands at the end of the way. A mobile page says itself where its full form is, and is believed of its own site."""
    if found.page is None:
        last = found.hops[-1].address if found.hops and found.fault in THERE else ""
        return canonical(last)
    end = canonical(found.page.address)
    here, full = read(end.address), read(found.article.canonical) if found.article else None
    first, _, rest = here.host.partition(".") if here else ("", "", "")
    if end.kind is Kind.RESOLVE and full and first in MOBILE and full.host.removeprefix("www.") == rest:
        return canonical(str(full))
    return end
