"""Recognised links are looked at again by the calendar. Each look is a row; the owner hears only of what cannot be opened.

What is said is neutral: that we could not open it, and since when. Nobody is asked to delete or to change anything.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.links.address import site
from handlers.links.calendar import TRIES, Standing, after
from handlers.links.recheck import Known, Look
from handlers.links.visit import Visit
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import audit, jobs, links, rechecks, retention
from storage.database import OfficeDb
from storage.records import Access, Json, Link, LinkState, LookResult, PersonId, Purpose, Watched

AT_ONCE = 20  # links whose look is queued in one transaction
APART = timedelta(seconds=3)  # between two of them, so that what journalists send goes before
LOST = timedelta(days=1)  # after which a look that was never told is made again
FOR_EVER = 100 * 365  # days
BESIDE = 3  # other sites that are asked whether our own network is fine


@dataclass(frozen=True)
class Revisit:
    """An errand: a page that was read before, and addresses of other sites that should answer as well."""

    visit: Visit
    known: Known
    elsewhere: tuple[str, ...]


@dataclass(frozen=True)
class Revisited:
    """What it gave: what was found, for how many seconds the site asked for patience, and what was frozen of it."""

    look: Look
    wait: float = 0.0
    evidence: str = ""


async def _next(db: OfficeDb, now: datetime) -> datetime | None:
    return await rechecks.next_due(db)


async def _queue(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Have what is due looked at, one after another."""
    for at, watch in enumerate(await rechecks.due(db, now, AT_ONCE)):
        if await rechecks.postpone(db, watch, now + LOST):
            facts = {"link": watch.link_id, "looks": watch.looks, "occasion": watch.occasion}
            key = f"recheck:{watch.link_id}:{watch.looks}:{int(now.timestamp())}"
            await jobs.add(db, "recheck_link", key, facts, now + at * APART)
    return ()


RECHECKS = Sweep("rechecks", _next, _queue)


class RecheckLink:
    """The job itself."""

    async def ask(self, db: OfficeDb, facts: Json) -> Revisit | None:
        """The page, and what was known of it; None where it was looked at meanwhile or counts no more."""
        link, watch = await _open(db, facts)
        if link is None or watch is None:
            return None
        known = await rechecks.known(db, link.id)
        visit = Visit(link.address, db.office.zone, errors=True)
        return Revisit(visit, Known(known.title, known.text), await rechecks.elsewhere(db, site(link.address), BESIDE))

    async def tell(self, db: OfficeDb, facts: Json, found: Revisited, now: datetime) -> tuple[News, ...]:
        """Keep what was found; whoever is to be asked is asked once, about all of theirs of that day."""
        link, watch = await _open(db, facts)
        if link is None or watch is None:
            return ()
        kept = (await retention.days(db))["evidence"] or FOR_EVER
        stands = after(watch, found.look.result, now, kept, timedelta(seconds=found.wait))
        spread = rechecks.spread(link.id) if stands.state is Access.OPEN else timedelta()
        nothing = found.look.result is LookResult.NOTHING
        next_at = stands.next_at + spread if stands.next_at else None
        values = asdict(stands) | {"next_at": next_at, "looked_at": watch.looked_at if nothing else now}
        if not await rechecks.settle(db, watch, **values):
            return ()
        if not nothing:
            await _keep(db, link, watch, stands, found, now)
        asks = stands.state is Access.TOLD and watch.state is not Access.TOLD
        return (await _question(db, link.person_id, now),) if asks else ()


async def _open(db: OfficeDb, facts: Json) -> tuple[Link | None, Watched | None]:
    """The link while it counts, and how it stands while nobody has looked since the job was queued."""
    link, watch = await links.find(db, facts["link"]), await rechecks.of_link(db, facts["link"])
    counts = link is not None and link.state is LinkState.RECOGNISED and watch is not None and watch.looks == facts["looks"]
    return (link, watch) if counts else (None, None)


async def _keep(db: OfficeDb, link: Link, watch: Watched, stands: Standing, found: Revisited, now: datetime) -> None:
    look = found.look
    row = {
        "occasion": watch.occasion, "result": look.result, "signals": list(look.signals), "status": look.status,
        "alike": look.alike, "tries": stands.tries, "difference": look.difference, "evidence": found.evidence,
    }  # fmt: skip
    number = await rechecks.add(db, link.id, at=now, title=look.title, text=look.text, **row)
    await audit.note(db, None, "recheck", f"recheck:{number}", now, {"link": link.id, **row})


async def _question(db: OfficeDb, owner: PersonId, now: datetime) -> News:
    """All of theirs that could not be opened and about which they are asked today, in one message that is changed in place."""
    zone = ZoneInfo(db.office.zone)
    today = datetime.combine(now.astimezone(zone).date(), time(), zone)
    asked = await rechecks.told_since(db, owner, today)
    frozen = [bool((await rechecks.known(db, link.id)).text) for link, _ in asked]
    subject = f"unopened:{owner}:{today:%Y%m%d}"
    facts = {"links": await _lines(db, asked), "tries": TRIES, "frozen": all(frozen)}
    return News(owner, Saying("link_unopened", facts, purpose=Purpose.RECEIPT, subject=subject, replaces=subject))


async def _lines(db: OfficeDb, asked: Sequence[tuple[Link, Watched]]) -> list[Json]:
    names = {each.link.id: each.outlet for each in await links.seen(db, [link for link, _ in asked])}
    return [
        {"code": link.code, "id": link.id, "outlet": names[link.id] or site(link.address), "address": link.address,
         "since": watch.since.isoformat() if watch.since else ""}
        for link, watch in asked
    ]  # fmt: skip
