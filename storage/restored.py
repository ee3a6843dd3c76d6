"""What waited in a database that came from a backup: held until staff say whether it still goes out.

Whatever the backup holds as waiting was probably said by the desk that went on after it, so saying it again unasked
would tell hundreds of people twice. Rows are marked here once; what only the clock would say is kept back by `holds`.
"""

from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Table, case, func

from storage import occurrences
from storage.database import EveryOfficeDb, OfficeDb
from storage.offices import all_offices, change_settings
from storage.outages import ALIVE
from storage.records import EventState, Json, Office, RowState, Status
from storage.tables import announcements, bursts, inbox, installation, jobs, offices, outbox, releases

WHY: Final = "restored"  # the problem of a row that is held for this and nothing else
SINCE: Final = "restored_at"  # of the office, while nobody has decided: what was due until then is held
DROPPED: Final = "dropped_until"  # of the office: what was due until then is not made up for
IDLE: Final = "held"  # the state of a job that nobody may do now
DEEDS: Final = {True: "restored_send", False: "restored_drop"}  # as the audit keeps what was decided
ABOUT: Final = "office"
_HELD = (outbox.c.state == RowState.HELD, outbox.c.problem == WHY)


def since(office: Office) -> datetime | None:
    """Until when what waits is old; None where nothing is held."""
    return _moment(office, SINCE)


def holds(office: Office, due: datetime) -> bool:
    """Whether something that was due then waits for staff to decide."""
    held = since(office)
    return held is not None and due < held


def dropped(office: Office, due: datetime) -> bool:
    """Whether staff threw away what was due then."""
    until = dropped_until(office)
    return until is not None and due < until


def dropped_until(office: Office) -> datetime | None:
    """Until when staff threw away what was due; None where they never did."""
    return _moment(office, DROPPED)


def _moment(office: Office, name: str) -> datetime | None:
    kept = office.settings.get(name)
    return datetime.fromisoformat(kept) if kept else None


async def hold(db: EveryOfficeDb, now: datetime) -> None:
    """Hold all that waits, in every office. What was being called may have arrived, and is held as well."""
    going = outbox.c.state.in_((RowState.WAITING, RowState.CALLING, RowState.PARKED))
    state = case((outbox.c.held == RowState.CANCELLED, RowState.CANCELLED), else_=RowState.HELD)
    await db.run(outbox.update().where(going).values(state=state, problem=WHY, held=""))
    await db.run(inbox.update().where(inbox.c.state == EventState.NEW).values(state=EventState.HELD))
    await db.run(jobs.update().where(jobs.c.state == "waiting").values(state=IDLE, leased_until=None))
    await db.run(installation.delete().where(installation.c.key == ALIVE))  # what followed the backup was no outage
    for office in await all_offices(db):
        settings = office.settings | {SINCE: now.isoformat()}
        await db.run(offices.update().where(offices.c.id == office.id).values(settings=settings))


async def counts(db: OfficeDb) -> Json:
    """What is held, by kind, and from when the messages are; numbers only."""
    until = since(db.office)
    if until is None:
        return {}
    oldest = await db.value(db.of(outbox, func.min(outbox.c.created_at)).where(*_HELD))
    return {
        "messages": await _count(db, outbox, *_HELD),
        "people": await db.value(db.of(outbox, func.count(outbox.c.person_id.distinct())).where(*_HELD)),
        "releases": await _count(db, releases, releases.c.status == Status.SCHEDULED, releases.c.launch_at < until),
        "announcements": await _count(db, announcements, announcements.c.next_at < until),
        "events": await _count(db, inbox, inbox.c.state == EventState.HELD)
        + await _count(db, bursts, bursts.c.closed_at.is_(None), bursts.c.opened_at < until),
        "jobs": await _count(db, jobs, jobs.c.state == IDLE),
        "oldest": oldest.isoformat() if oldest else "",
        "until": until.isoformat(),
        "restore": str(int(until.timestamp())),  # which restore a button is about
    }


async def _count(db: OfficeDb, table: Table, *where: ColumnElement[bool]) -> int:
    return int(await db.value(db.of(table, func.count()).where(*where)))


async def decide(db: OfficeDb, now: datetime, *, send: bool) -> bool:
    """Let all of it go, or throw it away; False where nothing is held, or somebody was first.

    Jobs go on either way: they fetch what releases and links need, and say nothing by themselves.
    """
    until = since(db.office)
    if until is None or not await occurrences.first(db, f"{WHY}:{until.isoformat()}:decided", until, now):
        return False
    going = {"state": RowState.WAITING, "problem": ""} if send else {"state": RowState.CANCELLED, "settled_at": now}
    await db.change(outbox, *_HELD, **going)
    heard = EventState.NEW if send else EventState.DONE
    await db.change(inbox, inbox.c.state == EventState.HELD, state=heard)
    await db.change(jobs, jobs.c.state == IDLE, state="waiting")
    await change_settings(db, **{SINCE: ""}, **({} if send else {DROPPED: until.isoformat()}))
    return True


async def waiting(db: EveryOfficeDb) -> tuple[Office, ...]:
    """The offices in which staff have not decided yet."""
    return tuple(each for each in await all_offices(db) if since(each))
