"""What officials are told every morning, and *ringkasan* whenever it is asked for: counts that cannot flatter."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.coverage.counting import begin, of_span
from handlers.coverage.counts import counted
from handlers.page import page
from handlers.span import Span, asked
from handlers.turn import Reply, Sweep, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import coverage, delegates, inquiries, invitations, links, occurrences, people
from storage.coverage import Corrected
from storage.database import OfficeDb
from storage.offices import DEFAULTS
from storage.records import Invitation, Json, LinkState, Office, Purpose, Role
from storage.restored import dropped

RELEASES = 3  # releases that are named
# How late it may still come: at once after a short fault; later only where there was one before, so that an office
# which has just been set up is not told of a morning that it never had.
SOON = timedelta(hours=1)
LATE = timedelta(hours=6)
KEY = "summary:"


async def show(event: Inbound, turn: Turn) -> Reply:
    """*ringkasan*: yesterday, or the days that are named, as they stand now."""
    span = asked(turn.argument, _today(turn.db.office, turn.now))
    if span is None:
        return say("summary_how", typed=turn.argument[:40])
    return say("summary", **await facts(turn.db, turn.now, span))


async def listed(event: Inbound, turn: Turn) -> Reply:
    """*Rinci*: the links behind the numbers. The object is the day, the version the page."""
    try:
        day = datetime.strptime(str(turn.token.object), "%Y%m%d").date()  # noqa: DTZ007 - a day, not a moment
    except ValueError:
        return say("desk_stale")
    found = await links.of_day(turn.db, *_span(turn.db.office, day))
    shown, number, pages = page(found, int(turn.token.version) if turn.token.version.isdecimal() else 1)
    rows = [
        {
            "code": each.link.code,
            "state": each.link.state,
            "outlet": each.outlet,
            "release": each.release,
            "address": each.link.address,
        }
        for each in await links.seen(turn.db, shown)
    ]
    said: Json = {
        "day": begin(turn.db.office, day).isoformat(),
        "links": rows,
        "page": number,
        "pages": pages,
        "total": len(found),
    }
    return instead("summary_list", **said) if turn.token.version else say("summary_list", **said)


async def facts(db: OfficeDb, now: datetime, days: Span) -> Json:
    """What is known of some days: received, recognised, outlets and releases of the recognised, and what waits."""
    span = begin(db.office, days.first), begin(db.office, days.last + timedelta(days=1))
    today, one = _today(db.office, now), days.first == days.last
    received = await links.tally(db, *span)
    numbers = counted(await of_span(db, days))
    oldest = await links.oldest_waiting(db)
    return {
        "now": now.isoformat(),
        "day": span[0].isoformat(),
        "last": begin(db.office, days.last).isoformat(),
        "ago": (today - days.last).days if one else -1,
        "object": int(f"{days.first:%Y%m%d}") if one else 0,
        "sent": [{"number": number, "headline": headline} for _, number, headline in await links.recent_releases(db, *span)],
        "received": sum(received.values()),
        "recognised": numbers.links,
        "outlets": numbers.outlets,
        "texts": numbers.texts,
        "unread": numbers.unread,
        "releases": list(await links.releases_recognised(db, *span))[:RELEASES],
        "corrections": [_corrected(each) for each in await coverage.corrected(db, *span)],
        "waiting": (await links.tally(db)).get(LinkState.RECEIVED, 0),
        "oldest": oldest.isoformat() if oldest else "",
        "questions": await questions(db, now),
        "agenda": len(await events(db, today)),
    }


def _corrected(sent: Corrected) -> Json:
    """What went out wrong, as it is told: the first change stands for all of them."""
    first = sent.changes[0] if sent.changes else {}
    return {
        "number": sent.release, "headline": sent.headline, "at": sent.sent_at.isoformat(), "links": sent.links,
        "mended": sent.mended, "was": first.get("was", ""), "now": first.get("now", ""), "changes": len(sent.changes),
    }  # fmt: skip


async def questions(db: OfficeDb, now: datetime) -> Json:
    """What is asked and not answered: how many, and of the oldest where it lies and for how many days."""
    found = sorted(await inquiries.open_ones(db), key=lambda each: each.asked_at)
    return {"number": len(found), "unit": found[0].unit, "days": (now - found[0].asked_at).days} if found else {}


async def events(db: OfficeDb, day: date) -> tuple[Invitation, ...]:
    """The events of a day to which invitations are out."""
    last = begin(db.office, day + timedelta(days=1)) - timedelta(microseconds=1)
    return await invitations.between(db, begin(db.office, day), last)


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    """The office's hour, once on each of its days."""
    today = _today(db.office, now)
    due, tomorrow = _hour(db.office, today), _hour(db.office, today + timedelta(days=1))
    if await occurrences.happened(db, _key(today)) or dropped(db.office, due):
        return tomorrow
    if now - due <= SOON:
        return due
    return due if now - due <= LATE and await occurrences.ever(db, KEY) else tomorrow


async def _tell(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """To every official and their delegates, once; others ask for it."""
    today = _today(db.office, now)
    if not await occurrences.first(db, _key(today), _hour(db.office, today), now):
        return ()
    yesterday = today - timedelta(days=1)
    said = Saying(
        "summary",
        await facts(db, now, Span(yesterday, yesterday)) | {"unasked": True},
        purpose=Purpose.DIGEST,
        subject=_key(today),
    )
    readers = await delegates.with_copies(db, await people.with_roles(db, (Role.OFFICIAL,)))
    return tuple(News(each.id, said) for each in readers)


def _key(day: date) -> str:
    return f"{KEY}{day.isoformat()}"


def _hour(office: Office, day: date) -> datetime:
    at = time.fromisoformat((DEFAULTS | office.settings)["summary_at"])
    return datetime.combine(day, at, ZoneInfo(office.zone))


def _today(office: Office, now: datetime) -> date:
    return now.astimezone(ZoneInfo(office.zone)).date()


def _span(office: Office, day: date) -> tuple[datetime, datetime]:
    return begin(office, day), begin(office, day + timedelta(days=1))


SUMMARY = Sweep("summary", _due, _tell)
