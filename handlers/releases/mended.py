"""Whether articles made from what was wrong have been mended: each page that is read again is looked at for what is right."""

import re
from collections.abc import Sequence
from datetime import datetime

from handlers.turn import Sweep
from messages.card import News, Saying
from storage import corrections, people, releases
from storage.database import OfficeDb
from storage.records import Json, Purpose

_SAYS_SO = re.compile(r"\b(?:ralat|koreksi|semula|sebelumnya|diralat|correction|corrected|earlier version)\b", re.IGNORECASE)


def is_mended(page: str, changes: Sequence[Json]) -> bool:
    """Whether a page says what is right, and no longer what was wrong but where it says that it was (rule)."""
    cores = [_core(each["was"], each["now"]) for each in changes]
    right = [now for _, now in cores if now]
    wrong = [was for was, _ in cores if was]
    if right and not any(_holds(page, each) for each in right):
        return False
    return not any(_holds(page, each) for each in wrong) or bool(right and _SAYS_SO.search(page))


def _core(was: str, now: str) -> tuple[str, str]:
    """What differs, without the words around it that are the same."""
    old, new = was.split(), now.split()
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    return " ".join(old), " ".join(new)


def _holds(page: str, words: str) -> bool:
    spaced = r"\s+".join(re.escape(each) for each in words.split())
    return re.search(rf"(?<!\w)(?<!\d[.,]){spaced}(?!\w|[.,]\d)", page, re.IGNORECASE) is not None


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return now if await corrections.looked_at(db) else None


async def _judge(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Judge each page that was read; whoever wrote the correction has one line, which grows."""
    good: set[tuple[int, int]] = set()
    for correction_id, link_id, look, page in await corrections.looked_at(db):
        held = await corrections.find(db, correction_id)
        if held and is_mended(page, held.changes):
            good.add((correction_id, link_id))
        await corrections.judged(db, correction_id, link_id, look, now if (correction_id, link_id) in good else None)
    found = [await _line(db, each) for each in sorted({correction_id for correction_id, _ in good})]
    return tuple(each for each in found if each)


async def _line(db: OfficeDb, correction_id: int) -> News | None:
    held = await corrections.find(db, correction_id)
    told = await people.first_here(db, held.author_id, held.approver_id) if held else None
    if held is None or told is None:
        return None
    release = await releases.by_id(db, held.release_id)
    articles = await corrections.articles(db, held)
    facts = {
        "code": release.code,
        "mended": [link.code for link, at in articles if at],
        "old": [link.code for link, at in articles if at is None],
    }
    about = f"mended:{correction_id}"
    return News(told.id, Saying("correction_mended", facts, Purpose.RECEIPT, about, replaces=about))


MENDED = Sweep("mended articles", _due, _judge)
