"""What waits for the end of quiet hours or for a digest: put off, and afterwards said to each person as one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import String, func, literal, select, update

from storage import corrections
from storage.database import EveryOfficeDb, OfficeDb, as_records
from storage.outbox import HUSHED, tell
from storage.people import members
from storage.records import AccountId, Audience, Mode, OutboxRow, Person, Purpose, Release, RowState
from storage.releases import subject
from storage.subscriptions import Subscription
from storage.tables import outbox, people, release_opens, releases


async def hush(db: EveryOfficeDb, account_id: AccountId, now: datetime, until: datetime) -> int:
    """Put off what is due and can wait; gives the number of rows. A card that was begun is finished."""
    due = (outbox.c.account_id == account_id, outbox.c.state == RowState.WAITING, outbox.c.not_before <= now)
    can_wait = (outbox.c.purpose.in_(HUSHED), outbox.c.parts <= 1)
    values = {"not_before": until, "hushed_at": func.coalesce(outbox.c.hushed_at, literal(now, outbox.c.hushed_at.type))}
    return await db.run(update(outbox).where(*due, *can_wait).values(**values))


async def company(db: EveryOfficeDb, row: OutboxRow, cards: Collection[str], now: datetime, most: int) -> tuple[OutboxRow, ...]:
    """What waited for the same chat and is due as well, taken to be called with a row that was; at most so many."""
    chat = (outbox.c.account_id == row.account_id, outbox.c.chat == row.chat, outbox.c.id != row.id)
    due = (outbox.c.state == RowState.WAITING, outbox.c.hushed_at.is_not(None), outbox.c.not_before <= now)
    whole = (outbox.c.parts == 0, outbox.c.card.in_(list(cards)))
    query = select(outbox).where(*chat, *due, *whole).order_by(outbox.c.priority, outbox.c.id).limit(most)
    found = as_records(OutboxRow, await db.rows(query.with_for_update(of=outbox, key_share=True)))
    taken = {"state": RowState.CALLING, "called_at": row.called_at}
    await _set(db, found, **taken)
    return tuple(replace(each, state=RowState.CALLING, called_at=row.called_at) for each in found)


async def received_already(db: EveryOfficeDb, rows: Sequence[OutboxRow]) -> frozenset[int]:
    """Of some rows of one person, the ids of those about a release that they opened, or were shown when they asked for it."""
    about = literal("release:") + release_opens.c.release_id.cast(String)
    here = (release_opens.c.person_id == rows[0].person_id, about.in_([each.subject for each in rows]))
    opened = {row.about for row in await db.rows(select(about.label("about")).where(*here))}
    answered = (outbox.c.account_id == rows[0].account_id, outbox.c.chat == rows[0].chat, outbox.c.state == RowState.SENT)
    shown = (outbox.c.purpose == Purpose.REPLY, outbox.c.card == "release_sent")
    since = outbox.c.created_at >= min(each.created_at for each in rows)
    opened |= {subject(row.facts["id"]) for row in await db.rows(select(outbox.c.facts).where(*answered, *shown, since))}
    return frozenset(each.id for each in rows if each.subject in opened)


async def settle(db: EveryOfficeDb, rows: Iterable[OutboxRow], why: str, now: datetime) -> None:
    """Say nothing of these, since their person has them, and note why."""
    await _set(db, rows, state=RowState.SENT, problem=why, settled_at=now)


async def become(db: EveryOfficeDb, row: OutboxRow, card: str, facts: dict[str, Any]) -> OutboxRow:
    """A row that is said in another card from now on."""
    await _set(db, [row], card=card, facts=facts)
    return replace(row, card=card, facts=facts)


async def as_it_was(db: EveryOfficeDb, row: OutboxRow, own: dict[str, Any]) -> OutboxRow:
    """A row that is said in its own card again."""
    await _set(db, [row], **own)
    return replace(row, **own)


async def waiting(db: OfficeDb, subject: str) -> tuple[int, datetime | None]:
    """How many people's message about something waits for a later hour, and for which: the last of them."""
    here = (outbox.c.subject == subject, outbox.c.state == RowState.WAITING, outbox.c.hushed_at.is_not(None))
    counted = (func.count(outbox.c.person_id.distinct()).label("number"), func.max(outbox.c.not_before).label("until"))
    row = await db.row(db.of(outbox, *counted).where(*here))
    return (row.number, row.until) if row else (0, None)


async def catch_up(db: OfficeDb, person: Person, release: Release, audience: Audience, now: datetime) -> int:
    """Queue a release for one person who came after it was sent, where it was for people like them; 1 or 0.

    What it says is what it said to the others, or what it says since it was corrected. It is counted with them.
    """
    about = subject(release.id)
    mine = db.of(outbox, outbox.c.id).where(outbox.c.subject == about, outbox.c.person_id == person.id)
    first = db.of(outbox, outbox.c.facts).where(outbox.c.subject == about).order_by(outbox.c.id).limit(1)
    said = await db.row(first)
    if said is None or await db.row(mine.limit(1)):
        return 0
    first_said = said.facts["own"]["facts"] if "own" in said.facts else said.facts
    facts = await corrections.said(db, release.id) or first_said
    chosen, card = members(db, audience).where(people.c.id == person.id), "release_sent"
    if release.crisis_id:
        card = "situation_report"
    elif release.embargo_until and not release.embargo_opened_at:
        card = "release_embargoed"
    number = await tell(db, chosen, card, facts, Purpose.RELEASE, about, now, digest_at=now)
    await db.change(outbox, outbox.c.subject == about, outbox.c.person_id == person.id, hushed_at=now)
    return number


async def resubscribed(db: OfficeDb, person: Person, wanted: Subscription, now: datetime) -> None:
    """What waits for a person's digest follows what they want now: it comes at once, not at all, or waits on."""
    mine = (outbox.c.person_id == person.id, outbox.c.state == RowState.WAITING, outbox.c.hushed_at.is_not(None))
    about = outbox.c.subject == literal("release:") + releases.c.id.cast(String)
    whole = (outbox.c.purpose == Purpose.RELEASE, outbox.c.parts == 0)
    query = db.of(outbox, outbox.c.id, releases.c.topic).join(releases, about).where(*mine, *whole)
    modes = {row.id: wanted.mode_for(row.topic) for row in await db.rows(query)}
    becomes: dict[Mode, dict[str, Any]] = {
        Mode.DIRECT: {"not_before": now},
        Mode.NEVER: {"state": RowState.CANCELLED, "settled_at": now},
    }
    for mode, values in becomes.items():
        await db.change(outbox, outbox.c.id.in_([each for each, found in modes.items() if found is mode]), *mine, **values)


async def _set(db: EveryOfficeDb, rows: Iterable[OutboxRow], **values: Any) -> None:
    if ids := [each.id for each in rows]:
        await db.run(update(outbox).where(outbox.c.id.in_(ids)).values(**values))
