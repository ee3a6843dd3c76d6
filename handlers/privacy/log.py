"""*periksa log*: whether the audit and the evidence are as they were written; and an auditor's time, which runs out by itself."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.turn import Reply, Sweep, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, auditors, jobs, people
from storage.database import OfficeDb
from storage.records import Json, OfficeId, PersonId, Standing

WORDS = ("periksa log", "cek log", "check log", "check the log", "verify log", "verifikasi log")
LOOKS = timedelta(days=30)  # for which an auditor may look
SHOWN = 16  # characters of a seal that people note down
SEAL = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True)
class Examine:
    """An errand: go through an office's audit and evidence."""

    office_id: OfficeId


@dataclass(frozen=True)
class Examined:
    """What was found: how many rows are sealed, the last seal, and what does not fit, the first of it first."""

    sealed: int
    head: str
    faults: tuple[str, ...]
    more: int = 0


async def ask(event: Inbound, turn: Turn) -> Reply:
    """The whole log by a job; with a seal that was noted down, whether that still stands."""
    noted = "".join(turn.argument.casefold().split())
    if SEAL.fullmatch(noted):
        at = await audit.stands(turn.db, noted)
        return say("log_seal", seal=noted[:SHOWN], at=at.isoformat() if at else "")
    await audit.note(turn.db, turn.person, "check_log", "office", turn.now)
    key = f"examine:{turn.person.id}:{turn.now.isoformat()}"
    await jobs.add(turn.db, "examine", key, {"person": turn.person.id}, turn.now)
    return say("log_coming")


class ExamineLog:
    """The job itself."""

    async def ask(self, db: OfficeDb, facts: Json) -> Examine | None:
        """This office's, for whoever asked."""
        return Examine(db.office.id)

    async def tell(self, db: OfficeDb, facts: Json, found: Examined, now: datetime) -> tuple[News, ...]:
        """Whole, or the first link that is broken."""
        said = {"rows": found.sealed, "head": found.head[:SHOWN], "faults": list(found.faults), "more": found.more}
        return (News(PersonId(facts["person"]), Saying("log_found", said | {"at": now.isoformat()})),)


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    return now if await auditors.unbounded(db) else await auditors.next_end(db)


async def _bound(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Who was made an auditor may look for thirty days; who has looked that long is let go, and told so."""
    await auditors.bound(db, now + LOOKS)
    news = []
    for person in await auditors.over(db, now):
        await people.change(db, person.id, standing=Standing.LEFT, role_until=None)
        await audit.note(db, None, "end_role", f"person:{person.id}", now, {"role": person.role})
        news.append(News(person.id, Saying("log_auditor_over", {})))
    return tuple(news)


AUDITORS = Sweep("auditors", _due, _bound)
