"""Raw events: stored before they are acknowledged, handled once, in order per conversation."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select, update

from storage.database import EveryOfficeDb, as_record, as_records
from storage.records import Account, AccountId, Event, EventId, EventState, Json
from storage.tables import inbox

ALBUM_PAUSE = timedelta(seconds=1.5)  # an album's parts come one by one; this long after the last it is whole
RETRY_PAUSE = timedelta(seconds=5)
TRIES = 3


async def store(db: EveryOfficeDb, account: Account, key: str, chat: str, album: str, body: Json, now: datetime) -> bool:
    """Store one event; False where it was stored before."""
    values = {"office_id": account.office_id, "account_id": account.id, "key": key, "chat": chat, "album": album, "body": body}
    ready = now + ALBUM_PAUSE if album else now
    stored = await db.add_once(inbox, **values, state=EventState.NEW, ready_at=ready, received_at=now)
    if album:  # every part waits for the last
        same = (inbox.c.account_id == account.id, inbox.c.album == album, inbox.c.state == EventState.NEW)
        await db.run(update(inbox).where(*same).values(ready_at=ready))
    return stored


async def store_all(db: EveryOfficeDb, account: Account, events: Iterable[tuple[str, str, str, Json]], now: datetime) -> None:
    """Store many events, each with its key, chat, album and body, in one statement; those stored before are left alone."""
    common = {"office_id": account.office_id, "account_id": account.id, "state": EventState.NEW, "received_at": now}
    rows = [
        {**common, "key": key, "chat": chat, "album": album, "body": body, "ready_at": now + ALBUM_PAUSE if album else now}
        for key, chat, album, body in events
    ]
    await db.add_all_once(inbox, rows)
    for album in {row["album"] for row in rows} - {""}:  # every part waits for the last
        same = (inbox.c.account_id == account.id, inbox.c.album == album, inbox.c.state == EventState.NEW)
        await db.run(update(inbox).where(*same).values(ready_at=now + ALBUM_PAUSE))


async def put_aside(db: EveryOfficeDb, account: Account, key: str, body: Json, fault: str, now: datetime) -> None:
    """Store an event that cannot be read, so that it is seen and can be replayed."""
    await store(db, account, key, "", "", body, now)
    where = (inbox.c.account_id == account.id, inbox.c.key == key)
    await db.run(update(inbox).where(*where).values(state=EventState.ASIDE, fault=fault[:500]))


async def waiting_chats(db: EveryOfficeDb, now: datetime, limit: int = 200) -> Sequence[tuple[AccountId, str]]:
    """The conversations whose oldest event is ready, longest waiting first."""
    oldest = select(func.min(inbox.c.id)).where(inbox.c.state == EventState.NEW).group_by(inbox.c.account_id, inbox.c.chat)
    ready = select(inbox.c.account_id, inbox.c.chat).where(inbox.c.id.in_(oldest), inbox.c.ready_at <= now)
    return [(AccountId(row.account_id), row.chat) for row in await db.rows(ready.order_by(inbox.c.id).limit(limit))]


async def next_ready(db: EveryOfficeDb) -> datetime | None:
    """When the earliest waiting event becomes ready."""
    found: datetime | None = await db.value(select(func.min(inbox.c.ready_at)).where(inbox.c.state == EventState.NEW))
    return found


async def take(db: EveryOfficeDb, account_id: AccountId, chat: str, now: datetime) -> tuple[Event, ...]:
    """The conversation's oldest event, with the other parts of its album; empty where another worker has it."""
    # One worker a conversation, also where it is new and has no row yet. On SQLite there is one writer already.
    if db.dialect == "postgresql" and not await db.value(select(func.pg_try_advisory_xact_lock(account_id, func.hashtext(chat)))):
        return ()
    here = (inbox.c.account_id == account_id, inbox.c.chat == chat, inbox.c.state == EventState.NEW)
    query = select(inbox).where(*here).order_by(inbox.c.id)
    first = await db.row(query.limit(1).with_for_update())  # an album's next part may just be putting it off
    if first is None or first.ready_at > now:
        return ()
    if not first.album:
        return (as_record(Event, first),)
    return as_records(Event, await db.rows(query.where(inbox.c.album == first.album)))


async def put_off(db: EveryOfficeDb, account_id: AccountId, chat: str, until: datetime) -> None:
    """A conversation's waiting events are not answered before a moment; none is lost."""
    waits = (inbox.c.account_id == account_id, inbox.c.chat == chat, inbox.c.state == EventState.NEW)
    await db.run(update(inbox).where(*waits).values(ready_at=until))


async def finish(db: EveryOfficeDb, events: Sequence[Event]) -> None:
    """Mark events as handled."""
    await db.run(update(inbox).where(inbox.c.id.in_([each.id for each in events])).values(state=EventState.DONE))


async def failed(db: EveryOfficeDb, events: Sequence[Event], fault: str, now: datetime) -> bool:
    """Count a failed try; after the third the event is put aside and True is given. What others did meanwhile stands."""
    aside = events[0].tries + 1 >= TRIES
    values = {"tries": inbox.c.tries + 1, "fault": fault[:500], "ready_at": now + RETRY_PAUSE}
    state = {"state": EventState.ASIDE} if aside else {}
    still = (inbox.c.id.in_([each.id for each in events]), inbox.c.state == EventState.NEW)
    return await db.run(update(inbox).where(*still).values(**values, **state)) > 0 and aside


async def aside(db: EveryOfficeDb) -> Sequence[tuple[EventId, AccountId, str]]:
    """Events that were put aside: id, account and why."""
    query = select(inbox.c.id, inbox.c.account_id, inbox.c.fault).where(inbox.c.state == EventState.ASIDE)
    return [(EventId(row.id), AccountId(row.account_id), row.fault) for row in await db.rows(query)]


async def last_received(db: EveryOfficeDb) -> datetime | None:
    """When the latest event came in; None before the first."""
    found: datetime | None = await db.value(select(func.max(inbox.c.received_at)))
    return found


async def unread(db: EveryOfficeDb) -> int:
    """How many events wait."""
    return int(await db.value(select(func.count()).select_from(inbox).where(inbox.c.state == EventState.NEW)))
