"""*privasi*: what is kept, why, how long, and who works with it; another version of the notice asks again, kindly and once."""

from datetime import datetime

from handlers import notice
from handlers.turn import PRESSED, Reply, Sweep, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import notices, occurrences, retention
from storage.database import OfficeDb
from storage.records import Purpose

AT_ONCE = 50


async def show(event: Inbound, turn: Turn) -> Reply:
    """*privasi*: the whole notice, with the office's own times."""
    kept = await retention.days(turn.db)
    return say("people_notice_full", days=kept)


async def agree(event: Inbound, turn: Turn) -> Reply:
    """The person agrees to the version that is shown now; whoever presses twice has agreed once."""
    if not await notices.agreed(turn.db, turn.person.id, notice.NOTICE):
        await notice.agreed(turn)
    return Reply((Saying("notice_agreed", {}, replaces=PRESSED),))


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    if not await notices.others(db, notice.NOTICE) or await occurrences.happened(db, _all()):
        return None
    return now


async def _ask(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Those whose consent is to an earlier version, some at a time; nobody loses anything who does not answer."""
    asked = await notices.unasked(db, notice.NOTICE, AT_ONCE)
    for person in asked:
        await occurrences.first(db, notices.asked_key(notice.NOTICE, person.id), now, now)
    if len(asked) < AT_ONCE:  # whoever comes later agrees to this version
        await occurrences.first(db, _all(), now, now)
    return tuple(News(each.id, Saying("notice_again", {}, purpose=Purpose.ANNOUNCEMENT)) for each in asked)


def _all() -> str:
    """The key under which everybody has been asked."""
    return f"notice:{notice.NOTICE}:all"


NOTICES = Sweep("notices", _due, _ask)
