"""Messages on their way out, as the deeds of handlers see them: posted, broadcast, held, cancelled, counted.

One row is one message. What delivery does with rows stands in `lanes.py`.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, func, literal, or_

from storage import people
from storage.database import EveryOfficeDb, OfficeDb, as_record, as_records
from storage.records import AccountId, Audience, Fate, Language, OutboxRow, Person, PersonId, Purpose, RowId, RowState, Wait
from storage.tables import outbox

PRIORITY = {  # smaller goes first: somebody who waits for an answer never waits for a broadcast
    Purpose.REPLY: 0, Purpose.NOTICE: 1, Purpose.RECEIPT: 1, Purpose.PROGRESS: 2, Purpose.URGENT: 3,
    Purpose.INVITATION: 4, Purpose.RELEASE: 5, Purpose.REMINDER: 6, Purpose.ANNOUNCEMENT: 7, Purpose.DIGEST: 8,
}  # fmt: skip
# what waits in quiet hours
HUSHED = frozenset({Purpose.RELEASE, Purpose.INVITATION, Purpose.ANNOUNCEMENT, Purpose.REMINDER, Purpose.DIGEST})
BULK = HUSHED | {Purpose.URGENT}  # what is said to many
UNSENT = (RowState.WAITING, RowState.HELD, RowState.PARKED)
FLOOD: Final = "flood"
LIST: Final = "digest"  # the card of what waited and is said as one: its facts hold those of the card that it was
ARRIVALS = (Fate.DELIVERED, Fate.READ)
ARRIVED = (RowState.SENT, RowState.UNSURE)


async def post(  # noqa: PLR0913 - what a row holds; the rest by name
    db: OfficeDb, to: Person, account_id: AccountId, chat: str, card: str, facts: Mapping[str, Any], now: datetime,
    *, purpose: Purpose = Purpose.REPLY, subject: str = "", key: str | None = None, replaces: RowId | None = None, page: int = 0,
) -> None:  # fmt: skip
    """Queue one message. A key that was used before is not said again."""
    await db.add_once(
        outbox, person_id=to.id, account_id=account_id, chat=chat, card=card, facts=dict(facts), language=to.language,
        plain=to.plain, purpose=purpose, priority=PRIORITY[purpose], state=RowState.WAITING, subject=subject, key=key,
        replaces_id=replaces or 0, page=page, not_before=now, created_at=now,
    )  # fmt: skip


async def broadcast(  # noqa: PLR0913 - what rows hold; the rest by name
    db: OfficeDb, audience: Audience, card: str, facts: Mapping[str, Any], purpose: Purpose, subject: str, now: datetime,
    *, digest_at: datetime | None = None,
) -> int:  # fmt: skip
    """Queue one message to everybody of an audience, in one statement; gives their number.

    Whoever wants a digest gets it at the moment of the next, where one is named.
    """
    return await tell(db, people.members(db, audience), card, facts, purpose, subject, now, digest_at=digest_at)


async def tell(  # noqa: PLR0913 - what rows hold; the rest by name
    db: OfficeDb, chosen: Select[Any], card: str, facts: Mapping[str, Any], purpose: Purpose, subject: str, now: datetime,
    *, digest_at: datetime | None = None,
) -> int:  # fmt: skip
    """Queue one message to each of the people that a query narrowed from `people.members` gives, as `broadcast` does."""
    who = chosen.subquery()
    values: dict[str, Any] = {
        "office_id": db.office.id, "card": card, "facts": dict(facts), "purpose": purpose, "priority": PRIORITY[purpose],
        "state": RowState.WAITING, "subject": subject, "created_at": now,
    }  # fmt: skip
    moment = outbox.c.not_before.type
    waits = and_(who.c.late, literal(digest_at, moment).is_not(None))
    own: dict[str, Any] = {
        "not_before": case((waits, literal(digest_at, moment)), else_=literal(now, moment)),
        "hushed_at": case((waits, literal(now, moment)), else_=literal(None, moment)),
        "person_id": who.c.id, "language": who.c.language, "plain": who.c.plain, "account_id": who.c.account_id,
        "chat": who.c.chat, "key": literal(f"{subject}:") + who.c.id.cast(outbox.c.key.type),
    }  # fmt: skip
    constants = [literal(value, outbox.c[name].type) for name, value in values.items()]
    return await db.run(outbox.insert().from_select([*values, *own], db.columns(*constants, *own.values())))


async def said_about(db: OfficeDb, account_id: AccountId, chat: str, subject: str) -> OutboxRow | None:
    """The latest message of a chat about something, if it was sent or still waits."""
    here = (outbox.c.account_id == account_id, outbox.c.chat == chat, outbox.c.subject == subject)
    living = outbox.c.state.in_((*UNSENT, RowState.CALLING, *ARRIVED))
    row = await db.row(db.of(outbox).where(*here, living).order_by(outbox.c.id.desc()).limit(1))
    return as_record(OutboxRow, row) if row else None


async def by_platform_id(db: OfficeDb, account_id: AccountId, chat: str, platform_id: str) -> OutboxRow | None:
    """The row behind a message that the platform names, the latest that changed it."""
    here = (outbox.c.account_id == account_id, outbox.c.chat == chat, outbox.c.platform_id == platform_id)
    row = await db.row(db.of(outbox).where(*here).order_by(outbox.c.id.desc()).limit(1))
    return as_record(OutboxRow, row) if row else None


async def newest(db: OfficeDb, account_id: AccountId, chat: str, but: str) -> OutboxRow | None:
    """The message that stands last in a chat, as it reads now; those of a card that only explains others are left out.

    What changed an earlier message stands where that stood.
    """
    here = (outbox.c.account_id == account_id, outbox.c.chat == chat, outbox.c.state == RowState.SENT, outbox.c.card != but)
    place = (func.min(outbox.c.settled_at).desc(), func.min(outbox.c.id).desc())
    query = db.of(outbox, func.max(outbox.c.id).label("id")).where(*here, outbox.c.platform_id != "")
    last = await db.row(query.group_by(outbox.c.platform_id).order_by(*place).limit(1))
    row = await db.row(db.of(outbox).where(outbox.c.id == last.id)) if last else None
    return as_record(OutboxRow, row) if row else None


async def hold(db: OfficeDb, subject: str) -> int:
    """Stop what waits about something; gives the number of rows held."""
    return await _stop(db, RowState.HELD, (RowState.WAITING,), outbox.c.subject == subject)


async def talk_opened(db: OfficeDb, account_id: AccountId, chat: str) -> int:
    """Somebody said a word: what was parked for them may be said freely; gives the number of rows."""
    here = (outbox.c.account_id == account_id, outbox.c.chat == chat, outbox.c.state == RowState.PARKED)
    return await db.change(outbox, *here, state=RowState.WAITING, problem="")


async def parked_for(db: OfficeDb, wait: Wait) -> bool:
    """Whether anything waits for this."""
    here = (outbox.c.state == RowState.PARKED, outbox.c.problem == wait)
    return await db.row(db.of(outbox, outbox.c.id).where(*here).limit(1)) is not None


async def unpark(db: OfficeDb, wait: Wait) -> int:
    """What waited for this goes on; gives the number of rows."""
    here = (outbox.c.state == RowState.PARKED, outbox.c.problem == wait)
    return await db.change(outbox, *here, state=RowState.WAITING, problem="")


async def parked(db: OfficeDb, subject: str) -> dict[str, int]:
    """What people wait for who have not got a message about something, with how many of them."""
    query = db.of(outbox, outbox.c.problem, func.count(outbox.c.person_id.distinct()).label("number"))
    here = query.where(outbox.c.subject == subject, outbox.c.state == RowState.PARKED).group_by(outbox.c.problem)
    return {row.problem: row.number for row in await db.rows(here)}


async def waits_for(db: OfficeDb, account_id: AccountId, chat: str) -> bool:
    """Whether anything is on its way to a chat."""
    here = (outbox.c.account_id == account_id, outbox.c.chat == chat, outbox.c.state == RowState.WAITING)
    return await db.row(db.of(outbox, outbox.c.id).where(*here).limit(1)) is not None


async def fates(db: OfficeDb, subject: str) -> dict[str, int]:
    """How many people's message about something has arrived or been read, where a platform tells that."""
    query = db.of(outbox, outbox.c.fate, func.count(outbox.c.person_id.distinct()).label("number"))
    told = query.where(outbox.c.subject == subject, outbox.c.part >= outbox.c.parts, outbox.c.fate.in_(ARRIVALS))
    return {row.fate: row.number for row in await db.rows(told.group_by(outbox.c.fate))}


async def flooded(db: OfficeDb, subject: str) -> bool:
    """Whether the platform stopped a broadcast because it suspects a flood."""
    here = (outbox.c.subject == subject, outbox.c.state == RowState.HELD, outbox.c.problem == FLOOD)
    return await db.row(db.of(outbox, outbox.c.id).where(*here).limit(1)) is not None


async def let_go(db: OfficeDb, subject: str) -> int:
    """Let held rows go on; gives their number."""
    await db.change(outbox, outbox.c.subject == subject, outbox.c.state == RowState.CALLING, held="")
    held = (outbox.c.subject == subject, outbox.c.state == RowState.HELD)
    return await db.change(outbox, *held, state=RowState.WAITING, problem="")


async def renew(db: OfficeDb, subject: str, card: str, facts: Mapping[str, Any]) -> int:
    """Whoever has not got a message about something gets it as it is now, also where it is tried or sent once more.

    A card of several parts that was begun is finished as it was, and so is what is being called as a list.
    """
    waits = outbox.c.state.in_((*UNSENT, RowState.FAILED))
    called = and_(outbox.c.state == RowState.CALLING, outbox.c.card != LIST)
    here = (outbox.c.subject == subject, outbox.c.parts <= 1, or_(waits, called))
    return await db.change(outbox, *here, card=card, facts=dict(facts))


async def cancel(db: OfficeDb, subject: str, now: datetime) -> int:
    """Cancel what waits about something; gives the number of rows cancelled."""
    return await _stop(db, RowState.CANCELLED, UNSENT, outbox.c.subject == subject, settled_at=now)


async def _stop(db: OfficeDb, to: RowState, states: Sequence[RowState], *where: ColumnElement[bool], **values: Any) -> int:
    """What is being called may arrive; where it does not, it is not tried again: `held` says what becomes of it then."""
    calling = outbox.c.state == RowState.CALLING
    wish = {"state": case((calling, outbox.c.state), else_=to), "held": case((calling, to), else_="")}
    stopped = await db.change(outbox, *where, outbox.c.state.in_((*states, RowState.CALLING)), **wish, **values)
    return stopped - int(await db.value(db.of(outbox, func.count()).where(*where, calling)))


async def supersede(db: OfficeDb, row_id: RowId, now: datetime) -> None:
    """Cancel one message that has not left, since another takes its place."""
    await db.change(outbox, outbox.c.id == row_id, outbox.c.state.in_(UNSENT), state=RowState.CANCELLED, settled_at=now)


async def cancel_for(db: OfficeDb, person_id: PersonId, now: datetime, *, but: Collection[Purpose] = ()) -> int:
    """Cancel everything that waits for a person who left, paused, was removed or blocked; `but` names what they still get."""
    here = (outbox.c.person_id == person_id, outbox.c.purpose.not_in((Purpose.REPLY, *but)))
    return await _stop(db, RowState.CANCELLED, UNSENT, *here, settled_at=now)


async def again(db: OfficeDb, subject: str, now: datetime) -> int:
    """Queue the failed messages about something once more, under their own keys; gives their number.

    Whoever paused or left meanwhile gets nothing.
    """
    here = (outbox.c.subject == subject, outbox.c.state == RowState.FAILED, outbox.c.person_id.in_(people.active(db)))
    anew: dict[str, Any] = {"state": RowState.WAITING, "tries": 0, "problem": "", "fate": "", "platform_id": ""}
    return await db.change(outbox, *here, **anew, not_before=now, settled_at=None)


async def hurry(db: OfficeDb, account_id: AccountId, now: datetime) -> None:
    """What waits for an account's next try need not wait any longer."""
    waits = (outbox.c.account_id == account_id, outbox.c.state == RowState.WAITING, outbox.c.tries > 0)
    await db.change(outbox, *waits, outbox.c.not_before > now, not_before=now)


async def tally(db: OfficeDb, subject: str) -> dict[RowState, int]:
    """How many people a broadcast is in each state for. Somebody counts as sent when their last part is."""
    query = db.of(outbox, outbox.c.state, func.count(outbox.c.person_id.distinct()).label("number"))
    whole = query.where(outbox.c.subject == subject, outbox.c.part >= outbox.c.parts).group_by(outbox.c.state)
    return {RowState(row.state): row.number for row in await db.rows(whole)}


async def problems(db: OfficeDb, subject: str) -> dict[str, int]:
    """Why messages about something failed, with how many people each reason struck."""
    query = db.of(outbox, outbox.c.problem, func.count(outbox.c.person_id.distinct()).label("number"))
    failed = query.where(outbox.c.subject == subject, outbox.c.state == RowState.FAILED).group_by(outbox.c.problem)
    return {row.problem: row.number for row in await db.rows(failed)}


async def in_state(db: OfficeDb, subject: str, state: RowState) -> tuple[OutboxRow, ...]:
    """The rows about something in one state."""
    return as_records(OutboxRow, await db.rows(db.of(outbox).where(outbox.c.subject == subject, outbox.c.state == state)))


async def language_of(db: OfficeDb, person_id: PersonId, language: Language) -> None:
    """What waits for a person is said in the language they just chose; a card of several parts that was begun is not."""
    here = (outbox.c.person_id == person_id, outbox.c.state.in_(UNSENT), outbox.c.parts <= 1)
    await db.change(outbox, *here, language=language)


async def plain_of(db: OfficeDb, person_id: PersonId, *, plain: bool) -> None:
    """What waits for a person is said in words alone from now on, or with its files again; what was begun is not changed."""
    here = (outbox.c.person_id == person_id, outbox.c.state.in_(UNSENT), outbox.c.parts <= 1)
    await db.change(outbox, *here, plain=plain)


async def move_chat(db: EveryOfficeDb, account_id: AccountId, old: str, new: str) -> None:
    """What waits for a chat goes to its new address."""
    here = (outbox.c.account_id == account_id, outbox.c.chat == old, outbox.c.state.in_(UNSENT))
    await db.run(outbox.update().where(*here).values(chat=new))
