"""Whoever followed a release's link before they were registered gets it as soon as they are."""

from datetime import datetime

from handlers.releases.shown import is_closed, is_under_embargo, sent_facts
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import arrivals, releases
from storage.database import OfficeDb


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return now if await arrivals.since(db) else None


async def _show(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    news: list[News] = []
    for person_id, release_id in await arrivals.ready(db):
        await arrivals.shown(db, person_id, release_id, now)
        if await arrivals.is_told(db, person_id, release_id):
            continue
        release = await releases.by_id(db, release_id)
        facts = sent_facts(release, await releases.photos(db, release.id), release.launched_at or now)
        said = {**facts, "closed": is_closed(release, now)}
        news.append(News(person_id, Saying("release_embargoed" if is_under_embargo(release, now) else "release_sent", said)))
    return tuple(news)


ARRIVALS = Sweep("arrivals", _due, _show)
