"""The work on what staff brought from a group, a little at a time: shown, recorded, told to authors, or taken back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from handlers.links import check
from handlers.links.address import site, title
from handlers.links.bridge.read import shown
from handlers.links.bridge.weigh import Ground, ground, weighed
from handlers.links.canonical import Kind
from handlers.links.relate import release_of
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import audit, group_imports, links, people
from storage.database import OfficeDb
from storage.group_imports import Bringing, Brought, GroupImport
from storage.links import about
from storage.records import Json, LinkState, Person, PersonId, Purpose

AT_ONCE = 20  # links gone through in one transaction
LONG = 60  # links from which on whoever waits is told how far it is
RELATED = timedelta(days=14)  # how long a release is what links may be about
NAMED = 20  # codes that are named one by one


async def _gathered(db: OfficeDb, held: GroupImport, now: datetime) -> tuple[News, ...]:
    """It has been quiet: what was forwarded is shown."""
    if not await group_imports.move(db, held, Bringing.SHOWN, None):
        return ()
    return await shown(db, held, now)


async def _record(db: OfficeDb, held: GroupImport, now: datetime) -> tuple[News, ...]:
    """The next links; once there are none, their authors are told."""
    staff, by = await people.by_id(db, held.person_id), await ground(db, now)
    for typed, told in held.found["links"][held.done : held.done + AT_ONCE]:
        await _one(db, held, staff, by, (typed, datetime.fromisoformat(told) if told else None), now)
    total, done = len(held.found["links"]), held.done + AT_ONCE
    if done < total:
        await group_imports.move(db, held, Bringing.RECORDING, now, done=done)
        return _progress(held, done, total) if total >= LONG else ()
    bare = held.found | {"links": []}  # what was read is among the links now
    await group_imports.move(db, held, Bringing.TELLING, now, done=0, found=bare)
    return ()


async def _one(
    db: OfficeDb, held: GroupImport, staff: Person, by: Ground, came: tuple[str, datetime | None], now: datetime
) -> None:
    """One link, where it is of an article that is not counted yet. It came now: what the group says is kept beside it."""
    typed, told = came
    each = await weighed(db, typed, by)
    if each is None:
        return
    sender = each.author or await group_imports.nobody(db, now)
    recent = await links.recent_releases(db, now - RELATED)
    verdict = each.verdict
    link = await links.add(
        db, sender, verdict.identity, now, typed=typed, address=verdict.address, rules=verdict.rules, kind=verdict.kind,
        outlet_id=each.outlet_id, doubt=each.doubt, release_id=release_of("", verdict.address, recent),
    )  # fmt: skip
    if link is None:
        return
    await group_imports.note(db, held, link, told)
    facts = {"rules": verdict.rules, "outlet": each.outlet_id, "doubt": each.doubt, "told": told.isoformat() if told else ""}
    await audit.note(db, staff, "bring", about(link), now, facts)


def _progress(held: GroupImport, done: int, total: int) -> tuple[News, ...]:
    subject = f"group:{held.id}"
    said = Saying("group_progress", {"done": done, "total": total}, Purpose.PROGRESS, subject, replaces=subject)
    return (News(held.person_id, said),)


async def _tell(db: OfficeDb, held: GroupImport, now: datetime) -> tuple[News, ...]:
    """The next author gets one receipt, and their links are looked at; at last whoever brought them is told."""
    found = await group_imports.brought(db, held)
    owners = _owners(found)
    if held.done >= len(owners):
        await group_imports.move(db, held, Bringing.DONE, None, ended_at=now)
        return (await _done(db, held, found),)
    owner, theirs = owners[held.done]
    await group_imports.move(db, held, Bringing.TELLING, now, done=held.done + 1)
    looked_at = [each.id for each in theirs if each.kind != Kind.SOCIAL and each.state is LinkState.RECEIVED]
    await check.queue(db, f"group-{held.id}-{owner}", looked_at, now)
    return (News(owner, Saying("group_receipt", {"links": await _lines(db, theirs)})),)


def _owners(found: Sequence[Brought]) -> list[tuple[PersonId, list[Brought]]]:
    return [(owner, list(theirs)) for owner, theirs in groupby(found, key=lambda each: each.person_id)]


async def _lines(db: OfficeDb, found: Sequence[Brought]) -> list[Json]:
    whole = [each for each in [await links.find(db, one.id) for one in found] if each]
    return [
        {"code": each.link.code, "outlet": each.outlet or site(each.link.address), "title": title(each.link.address),
         "release": each.release}
        for each in await links.seen(db, whole)
    ]  # fmt: skip


async def _done(db: OfficeDb, held: GroupImport, found: Sequence[Brought]) -> News:
    """To whoever brought them: how many, whose, and which wait for a name."""
    nobody = (await group_imports.nobody(db, held.begun_at)).id
    orphans = [f"L-{each.number}" for each in found if each.person_id == nobody and each.outlet_id]
    strange = [f"L-{each.number}" for each in found if each.person_id == nobody and not each.outlet_id]
    authors = len({each.person_id for each in found} - {nobody})
    facts = {"id": held.id, "links": len(found), "authors": authors, "orphans": orphans[:NAMED], "strange": len(strange),
             "more": max(0, len(orphans) - NAMED)}  # fmt: skip
    return News(held.person_id, Saying("group_done", facts))


async def _take_back(db: OfficeDb, held: GroupImport, now: datetime) -> tuple[News, ...]:
    """The next links that nobody has decided; once there are none, all are told who were told before."""
    staff = await people.by_id(db, held.person_id)
    waiting = [each for each in await group_imports.brought(db, held) if each.state is LinkState.RECEIVED]
    for each in waiting[:AT_ONCE]:
        link = await links.find(db, each.id)
        if link and await links.take_back(db, link, staff, now):
            await audit.note(db, staff, "take_back", about(link), now, {"group": held.id})
    if len(waiting) > AT_ONCE:
        await group_imports.move(db, held, Bringing.TAKING_BACK, now, done=held.done + 1)
        return ()
    gone = await group_imports.taken_back(db, held)
    stays = len(await group_imports.brought(db, held)) - len(gone)
    await group_imports.move(db, held, Bringing.UNDONE, None, ended_at=now)
    told = [News(owner, Saying("group_withdrawn", {"codes": [f"L-{each.number}" for each in theirs]}))
            for owner, theirs in _owners(gone)]  # fmt: skip
    return (*told, News(held.person_id, Saying("group_undone", {"links": len(gone), "stays": stays})))


WORK: Mapping[Bringing, Callable[[OfficeDb, GroupImport, datetime], Awaitable[tuple[News, ...]]]] = {
    Bringing.GATHERING: _gathered,
    Bringing.RECORDING: _record,
    Bringing.TELLING: _tell,
    Bringing.TAKING_BACK: _take_back,
}


async def _next(db: OfficeDb, now: datetime) -> datetime | None:
    return await group_imports.next_due(db)


async def _work(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    held = await group_imports.due(db, now)
    return await WORK[held.state](db, held, now) if held else ()


GROUPS = Sweep("links of groups", _next, _work)
