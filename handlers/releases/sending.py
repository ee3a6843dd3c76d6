"""A sending from its launch to its end: what the clock launches, the line that tells of it, and how it closes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers import audience
from handlers.digests import next_digest
from handlers.permissions import Permission, roles_with
from handlers.releases.lifecycle import Move, after
from handlers.releases.quoted import lacking
from handlers.releases.shown import NO_DEADLINE, brief, is_under_embargo, sent_facts, situation_facts, standing, usual_deadline
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import accounts, audit, crises, fates, hushed, outbox, people, releases
from storage.database import OfficeDb
from storage.records import Json, Person, PersonId, Purpose, Release, RowState, Status, Topic
from storage.restored import dropped

LINE_EVERY = timedelta(seconds=2)
MOST_NAMES = 5  # of those whom a sending failed to reach, say
LATE = timedelta(hours=12)  # after that one whose moment was missed is not sent unasked: what it says may be over
RUNNING = (Status.SENDING, Status.PAUSED)
STARTS = ("schedule", "launch", "resend")


async def launch(db: OfficeDb, release: Release, by: Person | None, now: datetime) -> int | None:
    """Queue an approved release for its audience, in the transaction that moves its status; gives their number.

    None where it may not be launched: not approved, not in this version, with a quote nobody agreed to, or somebody was first.
    """
    to = after(release.status, Move.LAUNCH)
    if to is None or not release.fingerprint or release.approved != release.fingerprint or await lacking(db, release):
        return None
    until, own = await _deadline(db, release, now)
    ended = now if release.embargo_until and release.embargo_until <= now else None
    values = {"embargo_opened_at": ended, "launched_at": now, "launch_at": None, "links_until": until, "own_deadline": own}
    if not await releases.move(db, release, to, **values):
        return None
    fresh = await releases.by_id(db, release.id)
    card, facts, purpose = await _said(db, fresh, now)
    about = releases.subject(release.id)
    whom, digest_at = audience.public(release.audience, release.topic, release.id), next_digest(now, ZoneInfo(db.office.zone))
    number = await outbox.broadcast(db, whom, card, facts, purpose, about, now, digest_at=digest_at)
    await audit.note(db, by, "launch", about, now, {"version": release.fingerprint, "people": number})
    return number


async def _said(db: OfficeDb, release: Release, now: datetime) -> tuple[str, Json, Purpose]:
    """What receivers are told, and how urgently: while a disaster is declared, what is about disasters waits for no hour."""
    held = await crises.active(db, now) if release.topic == Topic.DISASTER else None
    purpose = Purpose.URGENT if held else Purpose.RELEASE
    if held and held.id == release.crisis_id:
        return "situation_report", situation_facts(held, release, now), purpose
    if is_under_embargo(release, now):
        return "release_embargoed", sent_facts(release, await releases.photos(db, release.id), now), purpose
    return "release_sent", sent_facts(release, await releases.photos(db, release.id), now), purpose


async def _deadline(db: OfficeDb, release: Release, now: datetime) -> tuple[datetime | None, bool]:
    """The release's own, unless it has passed meanwhile; else what the rules give. And whether it is its own."""
    if release.links_until == NO_DEADLINE:
        return None, True
    if release.links_until and release.links_until > now:
        return release.links_until, True
    return await usual_deadline(db, now), False


async def progress_facts(db: OfficeDb, release: Release) -> Json:
    """How far a sending is, in people."""
    counted = await outbox.tally(db, releases.subject(release.id))
    later, until = await hushed.waiting(db, releases.subject(release.id))
    return {
        **brief(release),
        "sent": counted.get(RowState.SENT, 0),
        "failed": counted.get(RowState.FAILED, 0),
        "unsure": counted.get(RowState.UNSURE, 0),
        "cancelled": counted.get(RowState.CANCELLED, 0),
        "parked": await outbox.parked(db, releases.subject(release.id)),
        "later": later,
        "until": until.isoformat() if until else "",
        "total": sum(counted.values()),
    }


async def progress_line(db: OfficeDb, release: Release, *, replaces: bool = True) -> Saying:
    """The one line that tells of a sending and edits itself; how it ends is news also where nothing can be edited."""
    about = releases.progress(release.id)
    facts = await progress_facts(db, release)
    purpose = Purpose.PROGRESS if release.status is Status.SENDING else Purpose.NOTICE
    return Saying("release_progress", facts, purpose, about, replaces=about if replaces else "")


async def _launch_due(db: OfficeDb, now: datetime) -> datetime | None:
    return await releases.next_launch(db)


async def _launch(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    news: list[News] = []
    for release in await releases.due(db, now):
        told = await people.first_here(db, await _actor(db, release, "schedule"), release.author_id, release.approver_id)
        said = await _launched_or_missed(db, release, now)
        news += [News(told.id, said)] if told else []
    return tuple(news)


async def _launched_or_missed(db: OfficeDb, release: Release, now: datetime) -> Saying:
    """What there is to tell of a release whose moment has come. One that is not launched is looked at by a person."""
    at = release.launch_at
    late = at is not None and (now - at > LATE or dropped(db.office, at))
    whom = audience.public(release.audience, release.topic, release.id)
    nobody = not late and not (await people.census(db, whom))["reached"]  # whoever it was for has left meanwhile
    if not late and not nobody and await launch(db, release, None, now) is not None:
        return await progress_line(db, await releases.by_id(db, release.id), replaces=False)
    missed = {**brief(release), "at": at.isoformat() if at else ""}
    if to := after(release.status, Move.UNSCHEDULE):
        await releases.move(db, release, to, launch_at=None)
        await audit.note(db, None, "miss", releases.subject(release.id), now, {"at": missed["at"]})
    if nobody:
        return Saying("release_nobody", brief(release))
    if not late and (unsettled := await lacking(db, release)):
        return Saying("quote_missing", {**brief(release), "items": unsettled})
    fresh = await releases.by_id(db, release.id)
    return Saying("release_missed", missed) if late else Saying("release_stands", await standing(db, fresh))


async def _actor(db: OfficeDb, release: Release, *deeds: str) -> PersonId | None:
    """Who last did one of the deeds to it; nobody where the clock did."""
    done = await releases.done_by(db, release.id, *deeds)
    return done[0] if done else None


async def _tell_due(db: OfficeDb, now: datetime) -> datetime | None:
    moments = [await _next_line(db, each, now) for each in await releases.in_status(db, RUNNING)]
    return min((each for each in moments if each), default=None)


async def _next_line(db: OfficeDb, release: Release, now: datetime) -> datetime | None:
    """When the line is to be said again: once the numbers have changed, and not more often than every two seconds."""
    if release.status is Status.SENDING and (await _flooded(db, release) or not await releases.still_waiting(db, release.id)):
        return now
    return min((written + LINE_EVERY for _, written in await _outdated(db, release)), default=None)


async def _outdated(db: OfficeDb, release: Release) -> list[tuple[PersonId, datetime]]:
    """Who reads a line of the sending that no longer holds, and when it was written."""
    lines, facts = await releases.progress_lines(db, release.id), await progress_facts(db, release)
    old = [(line.person_id, written) for line, written in lines if line.facts != facts]
    return [each for each in old if await people.first_here(db, each[0]) and await people.address_of(db, each[0])]


async def _tell(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    news: list[News] = []
    for release in await releases.in_status(db, RUNNING):
        due = await _next_line(db, release, now)
        if due is None or due > now:
            continue
        if release.status is Status.SENDING and await _flooded(db, release):
            news += await _stop(db, release, now)
        elif release.status is Status.SENDING and not await releases.still_waiting(db, release.id):
            news += await _close(db, release, now)
        else:
            news += await lines_anew(db, release, now - LINE_EVERY)
    return tuple(news)


async def _flooded(db: OfficeDb, release: Release) -> bool:
    return await outbox.flooded(db, releases.subject(release.id))


async def _stop(db: OfficeDb, release: Release, now: datetime) -> list[News]:
    """A platform suspects a flood: what is left waits for a person, and everybody who may go on is told."""
    to = after(release.status, Move.PAUSE)
    if to is None or not await releases.move(db, release, to):
        return []
    await audit.note(db, None, "pause", releases.subject(release.id), now, {"why": outbox.FLOOD})
    said = Saying("release_flooded", await progress_facts(db, await releases.by_id(db, release.id)))
    return [News(each.id, said) for each in await people.with_roles(db, roles_with(Permission.SEND))]


async def lines_anew(db: OfficeDb, release: Release, until: datetime) -> list[News]:
    """The line anew for everybody whose own was written until a moment and no longer holds."""
    line = await progress_line(db, release)
    return [News(who, line) for who, written in await _outdated(db, release) if written <= until]


async def _close(db: OfficeDb, release: Release, now: datetime) -> list[News]:
    """Nothing waits any more: the release is sent, and its author is told how it went, or who sent it."""
    to = after(release.status, Move.CLOSE)
    if to is None or not await releases.move(db, release, to, closed_at=now):
        return []
    await audit.note(db, None, "close", releases.subject(release.id), now)
    fresh = await releases.by_id(db, release.id)
    told = await people.first_here(db, release.author_id, await _actor(db, release, *STARTS), release.approver_id)
    report = Saying("release_report", await report_facts(db, fresh))
    forward = Saying("group_text", {**brief(fresh), "accounts": await named_accounts(db)})
    said = (report,) if is_under_embargo(fresh, now) else (report, forward)
    return [*await lines_anew(db, fresh, now), *(News(told.id, each) for each in said if told)]


async def named_accounts(db: OfficeDb) -> list[Json]:
    """Where people can write to the office, as links name it."""
    return [{"kind": kind, "name": name} for kind, name in await accounts.names(db)]


async def report_facts(db: OfficeDb, release: Release) -> Json:
    """How a sending went: people by what is known of their message, why it failed, and who opened the text."""
    problems = await outbox.problems(db, releases.subject(release.id))
    return {
        **await progress_facts(db, release),
        "at": release.launched_at.isoformat() if release.launched_at else "",
        "opened": await releases.opens(db, release.id),
        "problems": problems,
        "elsewhere": await audit.times(db, releases.subject(release.id), "fallback"),
        "fates": await outbox.fates(db, releases.subject(release.id)),
        "whose": await fates.whose(db, releases.subject(release.id), MOST_NAMES),
    }


LAUNCHES = Sweep("launch releases", _launch_due, _launch)
PROGRESS = Sweep("tell of sendings", _tell_due, _tell)
