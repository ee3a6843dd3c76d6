"""What was found behind links, as people see it: in the sender's receipt, in the queue and among the steps of one."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.links.address import site
from handlers.links.appealing import standing
from messages.card import News, Saying
from storage import links, releases, rules, verdicts
from storage.database import OfficeDb
from storage.links import Seen
from storage.records import Json, Link, LinkState, Purpose
from storage.restored import dropped
from storage.verdicts import Kept


async def of_burst(db: OfficeDb, link: Link, facts: Json, now: datetime) -> tuple[News, ...]:
    """One message for all links that came together: it grows while some are looked at, and then it is whole."""
    if dropped(db.office, link.received_at):
        return ()
    found = [each for each in [await links.find(db, each) for each in facts["links"]] if each]
    kept = await checks(db, facts["links"])
    seen = await links.seen(db, found)
    listed = [_line(each, kept.get(each.link.id, {})) | await standing(db, each.link) for each in seen]
    whole = all(each["check"] or each["state"] != LinkState.RECEIVED for each in listed)
    subject = f"checked:{facts['burst']}"
    said = Saying(
        "links_checked", {"links": listed, "left": await left(db, found), "until": _until(listed)},
        purpose=Purpose.NOTICE if whole else Purpose.RECEIPT, subject=subject, replaces=subject,
    )  # fmt: skip
    return (News(link.person_id, said),)


def _line(seen: Seen, check: Json) -> Json:
    link = seen.link
    return {
        "id": link.id, "code": link.code, "outlet": seen.outlet or site(link.address), "release": seen.release,
        "state": link.state, "reason": link.reason, "check": check,
    }  # fmt: skip


def _until(listed: Sequence[Json]) -> Mapping[str, str]:
    """Until when links of each release count."""
    found = [each["check"] for each in listed if each["check"] and each["check"]["until"]]
    return {each["release"]: each["until"] for each in found}


async def left(db: OfficeDb, found: Sequence[Link]) -> list[Json]:
    """How many more of each outlet may count in the month in which some links came, where the rules of then set a number."""
    zone, told = ZoneInfo(db.office.zone), list[Json]()
    newest = sorted((each for each in await links.seen(db, found) if each.link.outlet_id), key=lambda each: each.link.received_at)
    for each in {(one.link.outlet_id, month_of(one.link.received_at.astimezone(zone))): one for one in newest}.values():
        quota = (await rules.in_force(db, each.link.received_at)).quota
        month = month_of(each.link.received_at.astimezone(zone))
        if quota and each.link.outlet_id:
            counted = await links.recognised_of(db, each.link.outlet_id, *month)
            told.append({"outlet": each.outlet, "month": month[0].isoformat(), "left": max(0, quota - counted)})
    return told


def month_of(local: datetime) -> tuple[datetime, datetime]:
    """The month of a moment that is told in the office's zone: its beginning and that of the next."""
    first = local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return first, (first + timedelta(days=32)).replace(day=1)


async def checks(db: OfficeDb, ids: Sequence[int]) -> Mapping[int, Json]:
    """What was found behind each of some links, as cards take it."""
    return {number: await _told(db, kept) for number, kept in (await verdicts.of_links(db, ids)).items()}


async def _told(db: OfficeDb, kept: Kept) -> Json:
    release = await releases.find(db, kept.release_id) if kept.release_id else None
    copies = [each.code for each in [await links.find(db, each) for each in kept.copies] if each]
    days = ""
    if release and release.launched_at and kept.measured.get("published"):
        zone = ZoneInfo(db.office.zone)
        page = datetime.fromisoformat(kept.measured["published"]).astimezone(zone).date()
        days = f"{(page - release.launched_at.astimezone(zone).date()).days:+d}"
    return {
        "at": kept.at.isoformat(), "reasons": list(kept.reasons), "rules": kept.rules_version, "copies": copies,
        "release": release.code if release else "", "score": kept.measured.get("score", 0), "days": days,
        "until": kept.measured.get("until", ""), "sent": kept.measured.get("sent", ""),
    }  # fmt: skip
