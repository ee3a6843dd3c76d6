"""What each chat is in the middle of. A half-finished form waits seven days."""

from datetime import datetime, timedelta

from storage.database import EveryOfficeDb, OfficeDb, as_record
from storage.records import AccountId, Conversation, Json
from storage.tables import conversations

KEPT_FOR = timedelta(days=7)


async def current(db: OfficeDb, account_id: AccountId, chat: str, now: datetime) -> Conversation:
    """The chat's conversation; an empty one where nothing is going on or the form is too old."""
    row = await db.row(db.of(conversations).where(conversations.c.account_id == account_id, conversations.c.chat == chat))
    if row is None:
        await db.add_once(conversations, account_id=account_id, chat=chat, kept={}, changed_at=now)
        return Conversation(account_id, chat, None, {}, 0, now)
    held = as_record(Conversation, row)
    if held.step and now - held.changed_at > KEPT_FOR:
        return Conversation(account_id, chat, None, {}, 0, now)
    return held


async def keep(db: OfficeDb, before: Conversation, step: str | None, kept: Json, missed: int, now: datetime) -> None:
    """Remember the next step and what was gathered."""
    where = (conversations.c.account_id == before.account_id, conversations.c.chat == before.chat)
    await db.change(conversations, *where, step=step, kept=kept, missed=missed, changed_at=now)


async def move(db: EveryOfficeDb, account_id: AccountId, old: str, new: str) -> None:
    """A chat got another address: what it was in the middle of goes on there."""
    here = conversations.c.account_id == account_id
    await db.run(conversations.delete().where(here, conversations.c.chat == new))
    await db.run(conversations.update().where(here, conversations.c.chat == old).values(chat=new))


async def forget(db: OfficeDb, account_id: AccountId, chat: str, now: datetime) -> None:
    """End whatever the chat was in the middle of."""
    where = (conversations.c.account_id == account_id, conversations.c.chat == chat)
    await db.change(conversations, *where, step=None, kept={}, missed=0, changed_at=now)
