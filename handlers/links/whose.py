"""Whose a link is, by the office's register as it was on its day."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.links.address import read
from handlers.links.canonical import MOBILE, Kind, Verdict, canonical
from handlers.links.doubt import Doubt, judged
from handlers.match import Registration, Resemblance, match, resemblance
from storage import group_imports, links, outlets, people
from storage.database import OfficeDb
from storage.records import OutletId, Person


async def of_full_site(db: OfficeDb, verdict: Verdict) -> Verdict:
    """The verdict on a mobile page of a registered site is that on the site's own page: the register makes it certain."""
    address = read(verdict.address) if verdict.kind is Kind.RESOLVE else None
    first, _, site = address.host.partition(".") if address else ("", "", "")
    known = {each.host.removeprefix("www.") for each in await outlets.all_hosts(db)} if first in MOBILE else set()
    if site.removeprefix("www.") not in known:
        return verdict
    return canonical(verdict.address.replace(f"//{first}.", "//", 1))


async def whose(db: OfficeDb, address: str, kind: Kind, sender: Person, at: datetime) -> tuple[OutletId | None, Doubt]:
    """The same by the register as it was on the day the link came in."""
    found = match(address, at.astimezone(ZoneInfo(db.office.zone)).date(), await _register(db))
    nobody = group_imports.is_nobody(db, sender)
    outlet, doubt = judged(kind, found, None if nobody else await people.outlets_of(db, sender.id))
    if outlet and doubt is Doubt.OTHER and await links.in_doubt(db, sender, outlet, Doubt.CLAIMED):
        doubt = Doubt.CLAIMED
    return OutletId(outlet) if outlet else None, doubt


async def resembles(db: OfficeDb, address: str) -> Resemblance | None:
    """Whom the host of an address could be taken for, as staff are told."""
    return resemblance(address, await _register(db))


async def _register(db: OfficeDb) -> list[Registration]:
    return [Registration(each.outlet_id, each.host, each.path, each.since, each.until) for each in await outlets.all_hosts(db)]
