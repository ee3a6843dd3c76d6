"""At its hour an embargo is over for everybody at once; what was sent before it is flagged, and nobody is punished (H6)."""

from datetime import datetime

from handlers import audience
from handlers.permissions import Permission, roles_with
from handlers.releases.alone import alone_allowed
from handlers.releases.shown import brief, received
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import audit, embargoes, links, occurrences, outbox, people, releases
from storage.database import OfficeDb
from storage.records import Purpose, Release, Status


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return await embargoes.next_end(db)


async def _open(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    return tuple([each for release in await embargoes.over(db, now) for each in await _opened(db, release, now)])


async def _opened(db: OfficeDb, release: Release, now: datetime) -> list[News]:
    """To everybody it is for, with the text; whoever has not even got the terms gets the release itself."""
    if not await embargoes.open_up(db, release, now):
        return []
    fresh = await releases.by_id(db, release.id)
    said = await received(db, fresh)
    whom = audience.public(fresh.audience, fresh.topic, fresh.id)
    others = embargoes.others(db, fresh, whom)
    purpose = Purpose.URGENT if await alone_allowed(db, fresh, now) else Purpose.RELEASE
    number = await outbox.tell(db, others, "embargo_opened", said.facts, purpose, embargoes.opening(fresh.id), now)
    await outbox.renew(db, releases.subject(fresh.id), said.card, said.facts)
    if fresh.status is Status.PAUSED:  # it goes on with the rest, where somebody says so
        await outbox.hold(db, embargoes.opening(fresh.id))
    await audit.note(db, None, "embargo_open", releases.subject(fresh.id), now, {"people": number})
    told = await people.first_here(db, fresh.author_id, fresh.approver_id)
    agreed = len(await embargoes.agreed(db, fresh))
    over = Saying("embargo_over", {**brief(fresh), "people": number, "agreed": agreed})
    return [News(told.id, over)] if told else []


async def _early(db: OfficeDb, now: datetime) -> datetime | None:
    return now if await embargoes.early(db) else None


async def _flag(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Each early link is told of once to those who look at links; what follows from it is theirs to decide."""
    news: list[News] = []
    able = await people.with_roles(db, roles_with(Permission.VERIFY))
    for link, release in await embargoes.early(db):
        if not await occurrences.first(db, embargoes.early_key(link.id), now, now):
            continue
        seen = (await links.seen(db, [link]))[0]
        until = release.embargo_opened_at or release.embargo_until
        facts = {
            **brief(release), "link": link.code, "link_id": link.id, "outlet": seen.outlet, "at": link.received_at.isoformat(),
            "until": until.isoformat() if until else "",
        }  # fmt: skip
        await audit.note(db, None, "embargo_early", links.about(link), now, {"release": release.id})
        news += [News(each.id, Saying("embargo_early", facts)) for each in able]
    return tuple(news)


EMBARGOES = Sweep("embargoes", _due, _open)
EARLY = Sweep("early links", _early, _flag)
