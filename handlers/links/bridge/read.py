"""The job of reading an exported chat: its links and times are kept, the file is not."""

from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.links.bridge.errand import Chat, ChatRead
from handlers.links.bridge.weigh import preview
from messages.card import News, Saying
from storage import group_imports, jobs
from storage.database import OfficeDb
from storage.group_imports import Bringing, GroupImport
from storage.records import Json


class ReadChat:
    """The job itself."""

    async def ask(self, db: OfficeDb, facts: Json) -> Chat | None:
        """The chat's handle on the account it came from; None once it was read."""
        held = await _reading(db, facts)
        if held is None:
            return None
        now = held.begun_at.astimezone(ZoneInfo(db.office.zone))
        return Chat(held.account_id, facts["file"]["handle"], facts["limit"], now)

    async def tell(self, db: OfficeDb, facts: Json, found: ChatRead, now: datetime) -> tuple[News, ...]:
        """Show what there is, before anything is recorded; or why nothing could be read."""
        held = await _reading(db, facts)
        if held is None:
            return ()
        if found.fault == "busy" and await _again(db, held, facts, now):
            return ()
        if found.export is None or not found.export.links:
            await group_imports.move(db, held, Bringing.DROPPED, None, ended_at=now)
            return (News(held.person_id, Saying("group_unread", {"fault": found.fault or "no_links"})),)
        links = [(typed, at.isoformat() if at else "") for typed, at in found.export.links]
        kept = {"messages": found.export.messages, "links": links, "left_out": found.export.left_out}
        await group_imports.move(db, held, Bringing.SHOWN, None, found=kept)
        fresh = await group_imports.find(db, held.id)
        return await shown(db, fresh, now) if fresh else ()


async def shown(db: OfficeDb, held: GroupImport, now: datetime) -> tuple[News, ...]:
    """The preview, to whoever brought the links."""
    facts = await preview(db, held, now)
    return (News(held.person_id, Saying("group_preview", facts)),)


async def _reading(db: OfficeDb, facts: Json) -> GroupImport | None:
    held = await group_imports.find(db, facts["import"])
    return held if held and held.state is Bringing.READING else None


async def _again(db: OfficeDb, held: GroupImport, facts: Json, now: datetime) -> bool:
    tries = facts.get("tries", 0)
    if tries >= len(jobs.PAUSES):
        return False
    again = {**facts, "tries": tries + 1}
    await jobs.add(db, "read_chat", f"chat:{held.id}:{tries + 1}", again, now + jobs.PAUSES[tries])
    return True
