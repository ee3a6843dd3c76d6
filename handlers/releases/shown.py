"""Which release is meant, and the facts by which a release is told."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from handlers import audience, limits, prices
from handlers.grammar import code_in
from handlers.releases.composition import lead, missing_in
from handlers.turn import Reply, Turn, say
from messages.card import Enclosure, Saying
from messages.fit import fit
from messages.release_reading import release_full, release_sent
from messages.wording import Words
from storage import crises, groups, openings, people, recalls, releases, rules, withholdings
from storage.database import OfficeDb
from storage.offices import DEFAULTS
from storage.records import Crisis, FileKind, Json, Medium, Release, Status
from storage.releases import Photo

NAMES: Final = 5  # of those whom a segment reaches
# Kept before the launch for "no deadline", since nothing kept means the office's usual one; never shown or launched.
NO_DEADLINE: Final = datetime(9999, 1, 1, tzinfo=UTC)


async def meant(turn: Turn, among: Iterable[Status] = ()) -> Release | None:
    """The release of the button, the typed code or the form; without any, the only one `among` these statuses."""
    held = 0 if turn.token.object or code_in(turn.argument, "R") else turn.kept.get("release", 0)
    return await releases.find(turn.db, held) if held else await named(turn, among)


async def named(turn: Turn, among: Iterable[Status] = ()) -> Release | None:
    """As `meant`, whatever form is open: for what is asked in the middle of one that is about another release."""
    if turn.token.object:
        return await releases.find(turn.db, turn.token.object)
    if number := code_in(turn.argument, "R"):
        return await releases.by_number(turn.db, number)
    candidates = await releases.in_status(turn.db, among)
    return candidates[0] if len(candidates) == 1 else None


async def which(turn: Turn, action: str, among: Iterable[Status]) -> Reply:
    """Ask which release is meant: those that could be, as buttons of that action; or say that a code leads nowhere."""
    if number := code_in(turn.argument, "R"):
        return say("release_none_found", asked=f"R-{number}")
    candidates = await releases.in_status(turn.db, among)
    return say("release_which", action=action, items=[brief(each) for each in candidates[:5]])


def brief(release: Release) -> Json:
    """A release in one line."""
    return {"id": release.id, "code": release.code, "headline": release.headline, "status": release.status.value}


async def stands(turn: Turn, release: Release) -> Reply:
    """How it stands now, and who did it: the answer to a late, doubled or stale press."""
    return say("release_stands", **await standing(turn.db, await releases.by_id(turn.db, release.id)))


DEEDS: dict[Status, tuple[str, ...]] = {
    Status.SUBMITTED: ("submit",),
    Status.APPROVED: ("approve", "approve_alone"),
    Status.SCHEDULED: ("schedule",),
    Status.SENDING: ("launch", "resume", "resend"),
    Status.PAUSED: ("pause",),
    Status.SENT: ("launch",),
    Status.DISCARDED: ("discard",),
    Status.RECALLED: ("recall", "recall_alone"),
}


async def standing(db: OfficeDb, release: Release) -> Json:
    """The status with who brought it about and when, where that is known."""
    done = await releases.done_by(db, release.id, *DEEDS.get(release.status, ()))
    actor = await people.find(db, done[0]) if done else None
    return {
        **brief(release),
        "by": actor.name if actor else "",
        "at": done[1].isoformat() if done else "",
        "launch_at": release.launch_at.isoformat() if release.launch_at else "",
    }


def sent_facts(release: Release, photos: Sequence[Photo], at: datetime) -> Json:
    """What a journalist is told of a release; `at` is the launch, or now in a preview."""
    return {
        **brief(release),
        "lead": lead(release.body),
        "at": at.isoformat(),
        "links_until": shown_deadline(release),
        "by_rule": not release.own_deadline,
        "files": [photo.file.id for photo in photos],
        "credits": credits_of(photos),
        "edition": release.corrected + 1,
        "embargo": shown_embargo(release),
    }


async def received(db: OfficeDb, release: Release) -> Saying:
    """What somebody is told who gets a release now that is out already."""
    at, held = release.launched_at or release.created_at, await crises.of_release(db, release)
    if held:
        return Saying("situation_report", situation_facts(held, release, at))
    facts = sent_facts(release, await releases.photos(db, release.id), at)
    return Saying("release_embargoed" if shown_embargo(release) else "release_sent", facts)


async def taken_back(db: OfficeDb, release: Release, now: datetime) -> Saying:
    """What whoever asks for it learns of a release that was recalled, by an old button too: that it was, and why."""
    held = await recalls.of_release(db, release.id)
    at = held.decided_at if held and held.decided_at else now
    return Saying("release_recalled", {**brief(release), "reason": held.reason if held else "", "at": at.isoformat()})


def situation_facts(held: Crisis, release: Release, at: datetime) -> Json:
    """A situation report, whole: what it is of, its number, and the one who speaks."""
    about = {"name": held.name, "spokesperson": held.spokesperson, "number": release.report}
    return {**about, "body": release.body, "at": at.isoformat(), "code": release.code}


def full_facts(release: Release, photos: Sequence[Photo], at: datetime, now: datetime) -> Json:
    """The whole text with its code, hour and deadline."""
    return {**sent_facts(release, photos, at), "body": release.body, "closed": is_closed(release, now)}


def is_under_embargo(release: Release, now: datetime) -> bool:
    """Whether nothing of it is to be published yet."""
    return release.embargo_until is not None and release.embargo_opened_at is None and release.embargo_until > now


def shown_embargo(release: Release) -> str:
    """Until when nothing of it is to be published, or nothing where that is over."""
    return release.embargo_until.isoformat() if release.embargo_until and not release.embargo_opened_at else ""


def is_closed(release: Release, now: datetime) -> bool:
    """Whether the deadline for links has passed."""
    return release.links_until is not None and release.links_until <= now


def credits_of(photos: Sequence[Photo]) -> str:
    """The photographers, each named once."""
    return ", ".join(dict.fromkeys(photo.credit for photo in photos if photo.credit))


def shown_deadline(release: Release) -> str:
    """Until when links count, or nothing where none is set."""
    return release.links_until.isoformat() if release.links_until and release.links_until != NO_DEADLINE else ""


async def usual_deadline(db: OfficeDb, launched: datetime) -> datetime:
    """Until when links of online outlets count by the rules of the day on which a release goes out."""
    held = await rules.in_force(db, launched)
    return limits.deadline(launched, held.days(Medium.ONLINE), ZoneInfo(db.office.zone))


async def draft_facts(turn: Turn, release: Release) -> Json:
    """A draft as its writer sees it: the preview, what it lacks, and how many people it would reach."""
    photos = await releases.photos(turn.db, release.id)
    at = release.launch_at or turn.now
    facts = {**sent_facts(release, photos, at), "files": []}
    return {
        **facts,
        "version": release.fingerprint,
        "missing": [each.value for each in missing_in(release.headline, release.body)],
        "photos": sum(photo.file.kind is FileKind.PHOTO for photo in photos),
        "documents": sum(photo.file.kind is not FileKind.PHOTO for photo in photos),
        "fetching": sum(not photo.file.digest for photo in photos),
        "uncredited": sum(not photo.credit for photo in photos if photo.file.kind is FileKind.PHOTO),
        "census": await census(turn, release),
        "media": await segment_of(turn.db, release),
        **await withheld(turn.db, release),
        **(await reached(turn, release) if release.audience else {}),
        "topic": release.topic,
        "launch_at": release.launch_at.isoformat() if release.launch_at else "",
        "endless": release.links_until == NO_DEADLINE,
        "messages": messages_of(turn, release, photos),
    }


async def segment_of(db: OfficeDb, release: Release) -> list[str]:
    """Whom it is for, as cards name it: the media, the districts, the groups by name, and who is left out by a decision."""
    whom = audience.audience(release.audience)
    districts = [f"area:{each}" for each in whom.areas] + [f"not_area:{each}" for each in whom.but_areas]
    named_groups = [f"group:{each}" for each in await groups.names(db, whom.groups)]
    without = [f"without:{each.name}" for each in await withholdings.of_release(db, release.id)]
    return [*(each.value for each in whom.media), *districts, *named_groups, *without]


async def withheld(db: OfficeDb, release: Release) -> Json:
    """The decision not to send it to somebody: to whom, and why."""
    found = await withholdings.of_release(db, release.id)
    return {"withheld": [each.name for each in found], "withheld_why": found[0].reason if found else ""}


async def reached(turn: Turn, release: Release) -> Json:
    """Some of those whom it would reach, by name, and how many there are."""
    whom = audience.public(release.audience, release.topic, release.id)
    return {"names": await people.some_of(turn.db, whom, NAMES), "people": (await people.census(turn.db, whom))["reached"]}


async def census(turn: Turn, release: Release) -> Json:
    """Whom it would reach, whom not and why, and what the templates for those whose talk is closed would cost, in rupiah."""
    whom = audience.public(release.audience, release.topic, release.id)
    closed = await people.closed_talks(turn.db, whom, turn.now)
    each = prices.price(prices.UTILITY, turn.now.date()).dollars
    rate = (DEFAULTS | turn.db.office.settings)["rupiah_per_dollar"]
    limit = await openings.allowed(turn.db) if closed else 0
    later = max(0, closed + await openings.used(turn.db, turn.now) - limit) if limit else 0
    told = {"template": closed, "estimate": prices.rupiah(each * closed, rate), "limit": limit, "later": min(later, closed)}
    return await people.census(turn.db, whom) | told


def messages_of(turn: Turn, release: Release, photos: Sequence[Photo]) -> dict[str, int]:
    """How many messages the channel makes of the release and of its full text."""
    words = Words(turn.person.language, turn.db.office.zone, turn.db.office.name)
    facts = full_facts(release, photos, turn.now, turn.now)
    enclosures: dict[int, Enclosure] = {photo.file.id: Enclosure(photo.file) for photo in photos}
    cards = {"sent": release_sent(words, facts), "full": release_full(words, facts)}
    return {name: len(fit(card, turn.abilities, enclosures).parts) for name, card in cards.items()}
