"""Whose a link is, and what a person of the office should look at before it is recognised."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from handlers.links.address import read
from handlers.links.canonical import MOBILE, Kind, Verdict, canonical
from handlers.match import Kind as Found
from handlers.match import Match, Registration, match
from storage import links, outlets, people
from storage.database import OfficeDb
from storage.records import OutletId, Person


class Doubt(StrEnum):
    """Why a person should look closer; kept with the link until it is decided."""

    NONE = ""
    UNKNOWN = "unknown"  # a host of nobody in the register
    LOOKALIKE = "lookalike"  # a host that could be taken for one of them
    OTHER = "other"  # an outlet that the sender does not write for
    CLAIMED = "claimed"  # the sender says they write for it too
    SHORT = "short"  # where it leads is not known yet


def judged(kind: Kind, found: Match, own: Sequence[int]) -> tuple[int | None, Doubt]:
    """The outlet of a link and the doubt about it; `own` are the sender's outlets, the main one first."""
    if found.kind is Found.OURS:
        return found.outlet, Doubt.NONE if found.outlet in own else Doubt.OTHER
    if kind is Kind.SOCIAL:  # a network's host says nothing: it is taken for the sender's own
        return next(iter(own), None), Doubt.NONE
    if kind is Kind.RESOLVE:
        return None, Doubt.SHORT
    return None, Doubt.LOOKALIKE if found.kind is Found.LOOKALIKE else Doubt.UNKNOWN


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
    register = [
        Registration(each.outlet_id, each.host, each.path, each.since, each.until) for each in await outlets.all_hosts(db)
    ]
    found = match(address, at.astimezone(ZoneInfo(db.office.zone)).date(), register)
    outlet, doubt = judged(kind, found, await people.outlets_of(db, sender.id))
    if outlet and doubt is Doubt.OTHER and await links.in_doubt(db, sender, outlet, Doubt.CLAIMED):
        doubt = Doubt.CLAIMED
    return OutletId(outlet) if outlet else None, doubt
