"""A burst of links is answered once, when it has been quiet for a while: what was received, and what was not and why."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from handlers.links import check
from handlers.links.address import site, title
from handlers.links.appealing import ground
from handlers.links.canonical import Kind, Verdict, canonical
from handlers.links.relate import Recent, release_of
from handlers.links.whose import of_full_site, whose
from handlers.turn import Sweep
from messages.card import News, Saying
from storage import audit, bursts, conversations, links, outbox, outlets, people, rules
from storage.bursts import Burst
from storage.database import OfficeDb
from storage.records import Json, Link, Person
from storage.restored import dropped

MOST = 20  # links of one burst
QUIET = timedelta(seconds=8)  # after the last link
LONGEST = timedelta(seconds=30)  # after the first
RELATED = timedelta(days=14)  # how long a release is what links may be about


async def answer(db: OfficeDb, burst: Burst, now: datetime) -> Saying | None:
    """Close a burst and say what became of its links; None where somebody was first."""
    if not await bursts.close(db, burst, now):
        return None
    sender = await people.by_id(db, burst.person_id)
    recent = await links.recent_releases(db, now - RELATED)
    items: list[Json] = []
    for number, (typed, at) in enumerate(islice(burst.typed.items(), MOST), 1):
        items.append(await _item(db, sender, burst.words, (typed, datetime.fromisoformat(at)), recent) | {"at": number})
    looked_at = [each["id"] for each in items if each["what"] == "taken" and each["kind"] != Kind.SOCIAL]
    await check.queue(db, burst.id, looked_at, now)
    own = await outlets.find(db, sender.outlet_id)
    facts = {"items": items, "left": list(burst.typed)[MOST:], "own": own.name if own else "", "owner": sender.id}
    facts |= {"burst": burst.id, "ground": await ground(db, (await rules.in_force(db, now)).version)}
    return Saying("links_answer", facts, key=f"burst:{burst.id}")


async def _item(db: OfficeDb, sender: Person, words: str, typed: tuple[str, datetime], recent: Recent) -> Json:
    """What became of one link."""
    verdict = await of_full_site(db, canonical(typed[0]))
    if verdict.kind is Kind.REFUSED:
        return {"what": "refused", "reason": verdict.reason}
    link = await _received(db, sender, words, (*typed, verdict), recent)
    if link is None:
        known = await links.by_identity(db, verdict.identity)
        if known is None:
            raise LookupError(verdict.identity)  # impossible: its key was what kept the new one out
        own = known.person_id == sender.id
        return {"what": "again", "code": known.code, "day": known.received_at.isoformat(), "state": known.state, "own": own}
    [seen] = await links.seen(db, [link])
    return {"what": "taken", "id": link.id, "code": link.code, "outlet": seen.outlet, "outlet_id": link.outlet_id,
            "site": site(link.address), "title": title(link.address),
            "release": seen.release, "kind": link.kind, "doubt": link.doubt}  # fmt: skip


async def _received(
    db: OfficeDb, sender: Person, words: str, typed: tuple[str, datetime, Verdict], recent: Recent
) -> Link | None:
    link, at, verdict = typed
    outlet_id, doubt = await whose(db, verdict.address, verdict.kind, sender, at)
    values: Mapping[str, Any] = {
        "typed": link, "address": verdict.address, "rules": verdict.rules, "kind": verdict.kind, "outlet_id": outlet_id,
        "doubt": doubt, "release_id": release_of(words, verdict.address, recent),
    }  # fmt: skip
    added = await links.add(db, sender, verdict.identity, at, **values)
    if added:
        facts = {"rules": verdict.rules, "outlet": outlet_id, "doubt": doubt, "release": added.release_id}
        await audit.note(db, sender, "submit", links.about(added), at, facts)
    return added


async def _next(db: OfficeDb, now: datetime) -> datetime | None:
    return await bursts.next_due(db)


async def _answer_one(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """The answer goes to the chat from which the links came; links of a backup are taken in without a word, if staff say so."""
    burst = await bursts.due(db, now)
    said = await answer(db, burst, now) if burst else None
    if burst and said and not dropped(db.office, burst.opened_at):
        sender = await people.by_id(db, burst.person_id)
        form = await conversations.current(db, burst.account_id, burst.chat, now)
        for each in (said, Saying("desk_form_waits")) if form.step else (said,):
            await outbox.post(db, sender, burst.account_id, burst.chat, each.card, each.facts, now, key=each.key)
    return ()


BURSTS = Sweep("bursts", _next, _answer_one)
