"""*masa simpan*: how long what is kept, and the clock that drops it at night; what was dropped is counted in the log."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.grammar import simplify
from handlers.turn import Reply, Sweep, Turn, say
from messages.card import News
from messages.inbound import Inbound
from storage import audit, jobs, occurrences, retention
from storage.database import OfficeDb
from storage.records import Json
from storage.retention import CLASSES

WORDS = ("masa simpan", "retensi", "retention")
AT = time(2, 30)  # of the office's night
# How a class is called where its days are changed.
CALLED = {
    "events": ("kiriman", "events"), "chats": ("percakapan", "chats"), "codes": ("kode", "codes"), "jobs": ("pekerjaan", "jobs"),
    "leavers": ("nomor", "numbers"), "strangers": ("tamu", "strangers"), "own_files": ("berkas", "files"),
    "questions": ("pertanyaan", "questions"), "evidence": ("bukti", "evidence"),
}  # fmt: skip
YEARS = frozenset({"tahun", "year", "years", "thn"})
LONGEST = 36_500


async def show(event: Inbound, turn: Turn) -> Reply:
    """*masa simpan*: every class with its days."""
    return say("retention", **await _facts(turn.db))


async def change(event: Inbound, turn: Turn) -> Reply:
    """*ubah masa simpan percakapan 60*: in days, or in years."""
    found, number = _asked(turn.argument)
    if found is None or number is None:
        return say("retention", problem="unread", **await _facts(turn.db))
    if not found.at_least <= number <= LONGEST:
        return say("retention", problem="short", least=found.at_least, **await _facts(turn.db))
    was = (await retention.days(turn.db))[found.name]
    await retention.change(turn.db, found.name, number, turn.person.id, turn.now)
    await audit.note(turn.db, turn.person, "change_retention", f"retention:{found.name}", turn.now, {"was": was, "days": number})
    return say("retention", changed=found.name, **await _facts(turn.db))


def _asked(typed: str) -> tuple[retention.Class | None, int | None]:
    words = simplify(typed).split()
    numbers = [int(word) for word in words if word.isdigit()]
    days = numbers[0] * (365 if YEARS & set(words) else 1) if len(numbers) == 1 else None
    names = [each for each in CLASSES if set(CALLED.get(each.name, ())) & set(words)]
    return (names[0] if len(names) == 1 else None), days


async def _facts(db: OfficeDb) -> Json:
    kept = await retention.days(db)
    return {"classes": [{"name": name, "days": days} for name, days in kept.items()]}


async def _due(db: OfficeDb, now: datetime) -> datetime | None:
    tonight = _night(db, now)
    over = await occurrences.happened(db, _key(tonight)) or not await audit.began_before(db, tonight)
    return tonight + timedelta(days=1) if over else tonight


async def _drop(db: OfficeDb, now: datetime) -> tuple[News, ...]:
    """Some of what is too old; the night is over when a look finds nothing more."""
    tonight, kept, gone = _night(db, now), await retention.days(db), 0
    unneeded: list[str] = []
    for each in CLASSES:
        dropped = await retention.drop(db, each, kept[each.name], now)
        if dropped.rows:
            facts = {"rows": dropped.rows, "days": kept[each.name], **dropped.named}
            await audit.note(db, None, "drop", f"retention:{each.name}", now, facts)
        unneeded += dropped.digests
        gone += dropped.rows
    if unneeded:
        await jobs.add(db, "forget", f"forget:{now.isoformat()}", {"digests": unneeded}, now)
    if not gone:
        await occurrences.first(db, _key(tonight), tonight, now)
    return ()


def _night(db: OfficeDb, now: datetime) -> datetime:
    """The last time that it struck half past two in the office."""
    local = now.astimezone(ZoneInfo(db.office.zone))
    today = datetime.combine(local.date(), AT, ZoneInfo(db.office.zone))
    return today if today <= local else datetime.combine(local.date() - timedelta(days=1), AT, ZoneInfo(db.office.zone))


def _key(night: datetime) -> str:
    return f"retention:{night.date().isoformat()}"


RETENTION = Sweep("retention", _due, _drop, tidies=True)
