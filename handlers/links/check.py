"""The job of looking at a link: its page is fetched, read and judged by the rules of the day on which it came.

Only what is clear is decided by nobody. Whatever is doubtful waits for a person, with what was measured; a page that cannot
be had is no reason to refuse anything.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from handlers.links import receipt
from handlers.links.address import site
from handlers.links.article import Article
from handlers.links.canonical import Kind, canonical
from handlers.links.decide import lookalike
from handlers.links.destination import arrived
from handlers.links.doubt import Doubt
from handlers.links.verify import ENDLESS, RELATED, Earlier, Known, Outcome, Sent, verify
from handlers.links.visit import Fault, Page, Visit, Visited
from handlers.links.whose import whose
from handlers.permissions import Permission, roles_with
from messages.card import News, Saying
from storage import audit, group_imports, jobs, links, offices, outlets, people, releases, rules, verdicts
from storage.database import OfficeDb
from storage.records import Json, Link, LinkState, Medium, Purpose, Release, Rules

BESIDE = 100  # earlier articles that are compared
# What becomes of a link without a person; with any other outcome it waits for one.
DECIDED = {
    Outcome.RECOGNISED: LinkState.RECOGNISED, Outcome.UNRELATED: LinkState.NOTED, Outcome.LATE: LinkState.REFUSED,
}  # fmt: skip
WHY = {Outcome.LATE: links.LATE}  # what its sender is told


class Full(StrEnum):
    """Why something that would count waits all the same."""

    QUOTA = "quota"  # the outlet has as many in this month or on this day as may count


async def queue(db: OfficeDb, burst_id: int | str, ids: Sequence[int], now: datetime) -> None:
    """Have the links of a burst looked at. What is found is told in one message."""
    for each in ids:
        await jobs.add(db, "check_link", f"check:{each}", {"link": each, "burst": burst_id, "links": list(ids)}, now)


async def look_again(db: OfficeDb, link: Link, now: datetime) -> None:
    """Have a link that was refused unread looked at for whoever answers its appeal; nothing is decided by it."""
    if link.kind == Kind.ARTICLE and await verdicts.of_link(db, link.id) is None:
        await jobs.add(
            db, "check_link", f"check:{link.id}:appeal", {"link": link.id, "burst": 0, "links": [], "appeal": True}, now
        )


class CheckLink:
    """The job itself."""

    async def ask(self, db: OfficeDb, facts: Json) -> Visit | None:
        """The link's address; None where it is decided, or was looked at."""
        link = await _open(db, facts)
        return Visit(link.address, db.office.zone) if link else None

    async def tell(self, db: OfficeDb, facts: Json, found: Visited, now: datetime) -> tuple[News, ...]:
        """Keep what was found and go by it. A site that asks for patience is asked again; who goes nowhere has found nothing."""
        await offices.lock(db)  # those of one outlet are counted one after another
        link = await _open(db, facts)
        if link is None or found == Visited() or (found.fault is Fault.LATER and await _again(db, link, facts, found, now)):
            return ()
        led = await arrived(db, link, found, now) if link.state is LinkState.RECEIVED else link
        if led:
            await _decide(db, led, found, now)
        return (*(await receipt.of_burst(db, link, facts, now) if facts["links"] else ()), *await _warned(db, led or link))


async def _warned(db: OfficeDb, link: Link) -> tuple[News, ...]:
    """To verifiers, once for each site that looks like a registered one."""
    like = await lookalike(db, link)
    if not like:
        return ()
    sender = await people.by_id(db, link.person_id)
    facts = {"id": link.id, "code": link.code, "sender": sender.name, "like": like}
    able = await people.with_roles(db, roles_with(Permission.VERIFY))
    keys = {each.id: f"lookalike:{site(link.address)}:{each.id}"[:200] for each in able}
    return tuple(News(who, Saying("link_lookalike", facts, Purpose.NOTICE, key=key)) for who, key in keys.items())


async def _decide(db: OfficeDb, link: Link, found: Visited, now: datetime) -> None:
    """Judge what was found, keep the verdict, and follow it while nobody else has decided."""
    ground = await rules.in_force(db, link.received_at)
    verdict = await _judged(db, link, found, ground)
    await verdicts.add(db, link, at=now, evidence=found.evidence, rules_version=ground.version, **verdict)
    if link.state is LinkState.RECEIVED:
        await _follow(db, link, verdict, ground, now)
    noted = {name: verdict[name] for name in ("outcome", "reasons", "release_id", "measured")}
    await audit.note(db, None, "check", links.about(link), now, noted | {"rules": ground.version, "evidence": found.evidence})


async def _open(db: OfficeDb, facts: Json) -> Link | None:
    """The link, while nothing was found and nobody has decided, or the decision was appealed."""
    link = await links.find(db, facts["link"])
    waits = link is not None and (link.state is LinkState.RECEIVED or facts.get("appeal", False))
    return link if waits and await verdicts.of_link(db, facts["link"]) is None else None


async def _again(db: OfficeDb, link: Link, facts: Json, found: Visited, now: datetime) -> bool:
    """Whether the site is asked once more, not before the moment that it names."""
    tries = facts.get("tries", 0)
    if tries >= len(jobs.PAUSES):
        return False
    pause = max(jobs.PAUSES[tries], timedelta(seconds=found.wait))
    key = f"check:{link.id}:{'appeal:' if facts.get('appeal') else ''}{tries + 1}"
    await jobs.add(db, "check_link", key, {**facts, "tries": tries + 1}, now + pause)
    return True


async def _judged(db: OfficeDb, link: Link, found: Visited, ground: Rules) -> Json:
    """What is to be kept: the outcome, its reasons, and what was read."""
    page, article = found.page, found.article
    if page is None or article is None or canonical(page.address).kind is Kind.REFUSED:  # such as a site's front page
        return _unread(found.fault or Fault.NOT_A_PAGE)
    if link.kind == Kind.SOCIAL:  # a short link led to a post, which networks show to no program
        return _unread(Fault.REFUSED)
    sent = await _sent(db, link, page)
    zone = ZoneInfo(db.office.zone)
    verdict = verify(article, sent, await _known(db, sent), await _earlier(db, link, article), ground, zone)
    reasons: list[str] = list(verdict.reasons)
    outcome = verdict.outcome
    if outcome is Outcome.RECOGNISED and await _full(db, link, ground):
        outcome, reasons = Outcome.QUEUE, [Full.QUOTA]
    return {
        "outcome": outcome, "reasons": reasons, "release_id": verdict.release, "measured": verdict.measured,
        "copies": sorted(verdict.copies), "title": article.title, "text": article.text,
    }  # fmt: skip


def _unread(fault: Fault) -> Json:
    return {"outcome": Outcome.QUEUE, "reasons": [fault], "release_id": None, "measured": {}, "copies": []}


async def _sent(db: OfficeDb, link: Link, page: Page) -> Sent:
    """The link as it came. Where it leads to the site of another outlet, that is doubtful."""
    sender = await people.by_id(db, link.person_id)
    there, doubt = await whose(db, page.address, Kind(link.kind), sender, link.received_at)
    elsewhere = (doubt or Doubt.OTHER) if there != link.outlet_id else Doubt.NONE
    outlet = await outlets.find(db, link.outlet_id) if link.outlet_id else None
    medium = outlet.medium if outlet else Medium.ONLINE
    told = await group_imports.told_at(db, link.id)
    return Sent(sender.id, site(page.address), link.received_at, medium, Doubt(link.doubt) or elsewhere, told)


async def _known(db: OfficeDb, sent: Sent) -> list[Known]:
    found = await releases.launched(db, min(sent.told or sent.at, sent.at) - RELATED, sent.at)
    out = [(each, each.launched_at) for each in found if each.launched_at]
    return [Known(each.id, each.headline, each.body, at, own_until(each, sent.medium)) for each, at in out]


def own_until(release: Release, medium: Medium) -> datetime | None:
    """A release's own deadline; online outlets are held to the one they were told, which an outage of ours may have moved."""
    if release.own_deadline:
        return release.links_until or ENDLESS
    return release.links_until if medium is Medium.ONLINE else None


async def _earlier(db: OfficeDb, link: Link, article: Article) -> list[Earlier]:
    found = await verdicts.texts_like(db, link, article.text, link.received_at - RELATED, BESIDE)
    return [Earlier(each.link_id, each.person_id, site(each.address), each.title, each.text) for each in found]


async def _full(db: OfficeDb, link: Link, ground: Rules) -> bool:
    """Whether the outlet has as many recognised links as the rules of the day let count, in its month or on its day."""
    if link.outlet_id is None:
        return False
    today = datetime.combine(link.received_at.astimezone(ZoneInfo(db.office.zone)).date(), time(), ZoneInfo(db.office.zone))
    spans = ((ground.per_day, today, today + timedelta(days=1)), (ground.quota, *receipt.month_of(today)))
    return any([most > 0 and await links.recognised_of(db, link.outlet_id, *span) >= most for most, *span in spans])


async def _follow(db: OfficeDb, link: Link, verdict: Json, ground: Rules, now: datetime) -> None:
    """What the text says of the release is surer than what the address says."""
    if verdict["release_id"] or verdict["outcome"] is Outcome.UNRELATED:
        await links.settle_release(db, link, verdict["release_id"])
    to = DECIDED.get(verdict["outcome"])
    if verdict["outcome"] is Outcome.LATE and not verdict["measured"]["published"]:
        return  # only one proof: the page names no day
    if to:
        await links.move(db, link, to, None, now, WHY.get(verdict["outcome"], ""), ground.version)
