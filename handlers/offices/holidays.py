"""*libur*: the holidays to come with their decree; *unggah libur* takes a year's list from a sheet (S1)."""

from datetime import datetime
from typing import Final

from handlers.offices.holiday_lines import LEAVE, Wrong, read
from handlers.permissions import Permission, may
from handlers.sheet import Read, ReadSheet
from handlers.turn import Reply, Turn, say
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, holidays, jobs, people, rules
from storage.database import OfficeDb
from storage.records import AccountId, Json, PersonId

BYTES: Final = 1_000_000
SHOWN: Final = 10


async def show(event: Inbound, turn: Turn) -> Reply:
    """The next of them."""
    today = rules.today(turn.db, turn.now)
    coming = [each for day, each in (await holidays.known(turn.db)).items() if day >= today]
    listed = [{"day": each.day.isoformat(), "name": each.name, "kind": each.kind} for each in coming[:SHOWN]]
    decrees = list(dict.fromkeys(each.decree for each in coming[:SHOWN]))
    return say("holidays", days=listed, decrees=decrees, rules=may(turn.person, Permission.RULE))


async def begin(event: Inbound, turn: Turn) -> Reply:
    """The command, with the file at once or asking for it."""
    return await hear(event, turn) if event.files else say("holidays_how", then="holidays_file")


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The file: it is read by a job."""
    file = event.files[0] if len(event.files) == 1 else None
    if file is None or file.size > min(BYTES, turn.abilities.download_limit):
        return say("holidays_how", then="holidays_file")
    facts: Json = {"person": turn.person.id, "account": turn.account.id, "handle": file.handle}
    await jobs.add(turn.db, "read_holidays", f"holidays:{turn.account.id}:{event.key}"[:200], facts, turn.now)
    return say("holidays_reading")


class ReadHolidays:
    """The job: the sheet is read with no transaction open, then all of it holds, or nothing and the first wrong line is named."""

    async def ask(self, db: OfficeDb, facts: Json) -> ReadSheet | None:
        """The file that was sent."""
        return ReadSheet(AccountId(facts["account"]), facts["handle"], BYTES)

    async def tell(self, db: OfficeDb, facts: Json, found: Read, now: datetime) -> tuple[News, ...]:
        """What was taken in."""
        person = await people.find(db, PersonId(facts["person"]))
        if person is None or not may(person, Permission.RULE):
            return ()
        try:
            days = read(found.lines, rules.today(db, now))
        except Wrong as wrong:
            return (News(person.id, Saying("holidays_wrong", {"line": wrong.line, "why": wrong.why})),)
        await holidays.put(db, days, now)
        decrees = sorted({each.decree for each in days})
        await audit.note(db, person, "import_holidays", f"office:{db.office.id}", now, {"days": len(days), "decrees": decrees})
        leave = sum(each.kind == LEAVE for each in days)
        said = {"national": len(days) - leave, "leave": leave, "decrees": decrees, "first": days[0].day.isoformat()}
        return (News(person.id, Saying("holidays_read", {**said, "last": days[-1].day.isoformat()})),)
