"""What is held since a restore, for a person at a terminal: in chat admins are asked the same."""

from datetime import datetime

from storage import audit, restored
from storage.database import EveryOfficeDb
from storage.records import Office

KINDS = {"messages": "messages", "releases": "releases", "announcements": "announcements", "events": "events to answer"}


async def told(db: EveryOfficeDb) -> list[str]:
    """A line for each office in which something is held."""
    lines = []
    for office in await restored.waiting(db):
        counted = await restored.counts(db.of(office))
        held = ", ".join(f"{counted[each]} {name}" for each, name in KINDS.items() if counted[each])
        since = f", the oldest message from {counted['oldest'][:16]} UTC" if counted["oldest"] else ""
        ways = "Admins are asked in chat; or type: main.py held --send, or --drop"
        lines.append(f"⏳ {office.name}: held since the restore: {held or 'nothing'}{since}. {ways}")
    return lines or ["✅ Nothing is held"]


async def decide(db: EveryOfficeDb, office: Office, now: datetime, *, send: bool) -> None:
    """Let go or throw away what an office holds; the audit keeps that it was done at a terminal."""
    own = db.of(office)
    counted = await restored.counts(own)
    if await restored.decide(own, now, send=send):
        await audit.note(
            own, None, restored.DEEDS[send], restored.ABOUT, now, {"messages": counted["messages"], "by": "command line"}
        )
