"""What there is among links from a group: what is new, what is counted already, whose sites the register does not know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from handlers.links.canonical import Kind, Verdict, canonical
from handlers.links.doubt import Doubt, judged
from handlers.links.whose import of_full_site
from handlers.match import Registration, match
from storage import group_imports, outlets
from storage.database import OfficeDb
from storage.group_imports import GroupImport
from storage.records import Json, OutletId, Person


@dataclass(frozen=True)
class Ground:
    """What links are weighed by: the register of hosts, and who writes for which outlet, as they are today."""

    day: date
    register: Sequence[Registration]
    writers: Mapping[OutletId, Sequence[Person]]


@dataclass(frozen=True)
class Weighed:
    """A link of an article: whose it is, as far as that is clear. Without an author it is kept for the outlet alone."""

    verdict: Verdict
    outlet_id: OutletId | None
    doubt: Doubt
    author: Person | None


async def ground(db: OfficeDb, now: datetime) -> Ground:
    """The register and the journalists of now."""
    hosts = [Registration(each.outlet_id, each.host, each.path, each.since, each.until) for each in await outlets.all_hosts(db)]
    return Ground(now.astimezone(ZoneInfo(db.office.zone)).date(), hosts, await group_imports.writers(db))


async def weighed(db: OfficeDb, typed: str, by: Ground) -> Weighed | None:
    """One link; None where it leads to no article."""
    verdict = await of_full_site(db, canonical(typed))
    if verdict.kind is Kind.REFUSED:
        return None
    found, doubt = judged(verdict.kind, match(verdict.address, by.day, by.register), None)
    outlet_id = OutletId(found) if found else None
    writing = by.writers.get(outlet_id, ()) if outlet_id else ()
    if len(writing) == 1:
        return Weighed(verdict, outlet_id, Doubt.NONE, writing[0])
    return Weighed(verdict, outlet_id, doubt, None)


async def preview(db: OfficeDb, held: GroupImport, now: datetime) -> Json:
    """What would be recorded, in numbers: each link is new, counted already, or of a site that nobody registered."""
    by = await ground(db, now)
    found = [await weighed(db, typed, by) for typed, _ in held.found["links"]]
    articles = {each.verdict.identity: each for each in found if each}
    known = await group_imports.known(db, articles)
    new = [each for identity, each in articles.items() if identity not in known]
    strange = sum(1 for each in new if each.doubt in {Doubt.UNKNOWN, Doubt.LOOKALIKE})
    return {
        "id": held.id, "messages": held.found["messages"], "links": len(articles), "new": len(new) - strange,
        "known": len(known), "strange": strange, "authored": sum(1 for each in new if each.author),
        "refused": sum(1 for each in found if each is None), "left_out": held.found["left_out"],
    }  # fmt: skip
