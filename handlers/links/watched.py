"""How a recognised link stands since it was looked at again, as cards take it."""

from storage import rechecks
from storage.database import OfficeDb
from storage.records import Json, Link, LinkState

CHANGES = 3  # the newest that are shown


async def standing(db: OfficeDb, link: Link, *, own: bool) -> Json:
    """Whether it can be opened, and for staff what was changed on its page; empty where it is not watched."""
    watch = await rechecks.of_link(db, link.id)
    if watch is None or link.state is not LinkState.RECOGNISED:
        return {}
    looks = () if own else await rechecks.looks_at(db, link.id)
    changes = [{"at": each.at.isoformat(), "difference": each.difference} for each in looks if each.difference]
    return {
        "state": watch.state, "at": watch.looked_at.isoformat() if watch.looked_at else "",
        "since": watch.since.isoformat() if watch.since else "", "changes": changes[-CHANGES:],
    }  # fmt: skip
