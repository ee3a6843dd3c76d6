"""Whoever followed a release's link before they were registered gets it as soon as they are."""

from dataclasses import replace
from datetime import datetime

from handlers.releases.shown import is_closed, received, taken_back
from handlers.turn import Sweep
from messages.card import News
from storage import arrivals, releases
from storage.database import OfficeDb
from storage.records import Status


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return now if await arrivals.since(db) else None


async def _show(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    news: list[News] = []
    for person_id, release_id in await arrivals.ready(db):
        await arrivals.shown(db, person_id, release_id, now)
        if await arrivals.is_told(db, person_id, release_id):
            continue
        release = await releases.by_id(db, release_id)
        if release.status is Status.RECALLED:
            news.append(News(person_id, await taken_back(db, release, now)))
            continue
        said = await received(db, release)
        news.append(News(person_id, replace(said, facts={**said.facts, "closed": is_closed(release, now)})))
    return tuple(news)


ARRIVALS = Sweep("arrivals", _due, _show)
