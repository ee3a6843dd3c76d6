"""Reading and finding releases: what a journalist taps, and `rilis banjir`, `rilis kemarin`, `rilis 231`, `R-231`."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.grammar import DASHES, code_in, simplify
from handlers.permissions import Permission, may
from handlers.releases.draft import show as show_draft
from handlers.releases.lifecycle import LAUNCHED, UNFINISHED
from handlers.releases.shown import brief, credits_of, full_facts, is_closed, is_under_embargo, named, sent_facts, taken_back
from handlers.turn import Reply, Turn, say
from handlers.when import Misread, read_date
from messages.card import Saying
from messages.inbound import Inbound
from storage import embargoes, outbox, releases
from storage.records import Json, Release, Role, Status

HITS = 5
FOUND = "found"  # the subject of a list of hits: "lagi" goes on from the latest
_DIGITS = rf"r{DASHES}\d{{1,6}}"
_CODE = re.compile(rf"\s*{_DIGITS}\s*[.!?]?\s*", re.IGNORECASE)
_TEXT = re.compile(rf"(?:naskah|naskah lengkap|full text|full text of|text of) {_DIGITS}")
_PHOTOS = re.compile(rf"(?:foto|photos?|photos? of) {_DIGITS}")
_LATEST = frozenset({"terbaru", "terakhir", "paling baru", "latest", "newest", "new"})
# Words around what is looked for.
_FILLING = frozenset("tentang soal mengenai terkait seputar yang di ke dari dan about on the of in".split())


def is_code(event: Inbound) -> bool:
    """Whether a message is nothing but a release's code."""
    return _CODE.fullmatch(simplify(event.text)) is not None and not event.files


def asks_text(event: Inbound) -> bool:
    """*naskah R-231*."""
    return _TEXT.fullmatch(simplify(event.text)) is not None and not event.files


def asks_photos(event: Inbound) -> bool:
    """*foto R-231*."""
    return _PHOTOS.fullmatch(simplify(event.text)) is not None and not event.files


async def by_code(event: Inbound, turn: Turn) -> Reply:
    """A bare `R-231`."""
    return await _numbered(event, turn, code_in(event.text, "R") or 0)


async def find(event: Inbound, turn: Turn) -> Reply:
    """`rilis` with a number, a day, words, or nothing for the latest."""
    asked = "" if simplify(turn.argument) in _LATEST else turn.argument.strip()
    number = code_in(asked, "R") if asked else None
    if number and not _is_date(asked, turn):
        return await _numbered(event, turn, number)
    return await _hits(event, turn, asked, 0)


async def more(event: Inbound, turn: Turn) -> Reply:
    """`lagi`, or the button: the next hits of the list it stands under, else of the latest."""
    pressed = await outbox.by_platform_id(turn.db, turn.account.id, event.chat, event.platform_id) if turn.token.action else None
    row = pressed or await outbox.said_about(turn.db, turn.account.id, event.chat, FOUND)
    if row is None or "asked" not in row.facts:
        return say("release_no_more", asked="")
    return await _hits(event, turn, row.facts["asked"], row.facts["start"] + HITS)


async def _hits(event: Inbound, turn: Turn, asked: str, start: int) -> Reply:
    found = await _found(turn, asked)
    shown = found[start : start + HITS]
    if not shown:
        return say("release_no_more" if start else "release_none_found", asked=asked[:60])
    if len(found) == 1:
        return await _one(event, turn, found[0])
    facts = {
        "asked": asked,
        "start": start,
        "items": [_hit(each, turn) for each in shown],
        "rest": len(found) - start - len(shown),
    }
    return Reply((Saying("release_hits", facts, subject=FOUND),))


def _hit(release: Release, turn: Turn) -> Json:
    return {**brief(release), "at": (release.launched_at or release.created_at).isoformat(), "staff": _is_staff(turn)}


async def _found(turn: Turn, asked: str) -> Sequence[Release]:
    day = _is_date(asked, turn)
    if day:
        zone = ZoneInfo(turn.db.office.zone)
        start = datetime.combine(day, time(), zone)
        return await releases.search(turn.db, (), _visible(turn), (start, start + timedelta(days=1)))
    words = asked.split()
    telling = [each for each in words if each.casefold() not in _FILLING]
    reader = turn.person.id if turn.person.role is Role.JOURNALIST else None
    return await releases.search(turn.db, (telling or words)[:8], _visible(turn), reader=reader)


def _is_date(asked: str, turn: Turn) -> date | None:
    today = turn.now.astimezone(ZoneInfo(turn.db.office.zone)).date()
    day = Misread.NOT_A_MOMENT if not asked or asked.isdigit() else read_date(asked, today)
    return None if isinstance(day, Misread) else day


def _visible(turn: Turn) -> tuple[Status, ...]:
    return (*LAUNCHED, *UNFINISHED) if _is_staff(turn) else LAUNCHED


def _is_staff(turn: Turn) -> bool:
    return may(turn.person, Permission.DRAFT)


async def _numbered(event: Inbound, turn: Turn, number: int) -> Reply:
    release = await releases.by_number(turn.db, number)
    if release is None or release.status not in (*_visible(turn), Status.RECALLED):
        return say("release_none_found", asked=f"R-{number}")
    return await _one(event, turn, release)


async def _one(event: Inbound, turn: Turn, release: Release) -> Reply:
    if release.status is Status.RECALLED:
        return await _recalled(turn, release)
    if release.launched_at is None:
        return await show_draft(event, Turn(**{**vars(turn), "kept": {"release": release.id}}))
    facts = sent_facts(release, await releases.photos(turn.db, release.id), release.launched_at)
    if await _must_agree(turn, release):
        return _shown(turn, release, "release_embargoed", facts)
    return _shown(turn, release, "release_sent", {**facts, "closed": is_closed(release, turn.now)})


def _shown(turn: Turn, release: Release, card: str, facts: Json) -> Reply:
    """What somebody asked for. Whoever is no staff holds it from then on, and learns of a correction."""
    return Reply((Saying(card, facts, subject="" if _is_staff(turn) else releases.shown(release.id)),))


async def one(event: Inbound, turn: Turn) -> Reply:
    """A hit's button."""
    release = await _readable(turn)
    return await _one(event, turn, release) if release else await _none(turn)


async def full(event: Inbound, turn: Turn) -> Reply:
    """[Naskah lengkap]: the whole text, noted once as opened."""
    release = await _readable(turn)
    if release is None:
        return await _none(turn)
    if await _must_agree(turn, release):
        return say("release_embargoed", **sent_facts(release, (), release.launched_at or turn.now))
    if turn.person.role is Role.JOURNALIST:
        await releases.opened(turn.db, release, turn.person, turn.now)
    facts = full_facts(release, (), release.launched_at or turn.now, turn.now)
    return _shown(turn, release, "release_full", {**facts, "preview": False})


async def photos(event: Inbound, turn: Turn) -> Reply:
    """[Foto]: the originals, as documents, with who took them."""
    release = await _readable(turn)
    if release is None:
        return await _none(turn)
    if await _must_agree(turn, release):
        return say("release_embargoed", **sent_facts(release, (), release.launched_at or turn.now))
    held = await releases.photos(turn.db, release.id)
    if not held:
        return say("release_no_photos")
    files = list(await releases.originals(turn.db, release, turn.now))
    return say("release_photos", **brief(release), files=files, credits=credits_of(held))


async def _recalled(turn: Turn, release: Release) -> Reply:
    return Reply((await taken_back(turn.db, release, turn.now),))


async def _must_agree(turn: Turn, release: Release) -> bool:
    """Whether a journalist sees no more than the terms, since they have not agreed to them."""
    bound = turn.person.role is Role.JOURNALIST and is_under_embargo(release, turn.now)
    return bound and not await embargoes.has_agreed(turn.db, release, turn.person)


async def _readable(turn: Turn) -> Release | None:
    release = await named(turn)
    return release if release and release.status in _visible(turn) else None


async def _none(turn: Turn) -> Reply:
    release = await named(turn)
    if release and release.status is Status.RECALLED:
        return await _recalled(turn, release)
    number = code_in(turn.argument, "R")
    return say("release_none_found", asked=f"R-{number}" if number else "")
