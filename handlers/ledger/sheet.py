"""*unggah rekap*: a sheet with link codes and stages is read, each line that cannot be is named, the rest is applied once."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from handlers.ledger.lines import Entry, Fault, Problem, read
from handlers.ledger.marking import told
from handlers.ledger.scope import of_month
from handlers.sheet import Read, ReadSheet
from handlers.turn import Reply, Turn, instead, say
from messages.card import News, Saying
from messages.inbound import Attachment, Inbound
from storage import audit, jobs, ledger, ledger_sheets, rules
from storage.database import OfficeDb
from storage.ledger import FROM, Paper, Scope
from storage.records import AccountId, Json, LinkState, PersonId, Stage

BYTES: Final = 5_000_000
SHOWN: Final = 100  # lines with a problem that are named one by one
Standing = tuple[int, LinkState, Stage, datetime]


async def begin(event: Inbound, turn: Turn) -> Reply:
    """The command, with the file at once or asking for it."""
    return await hear(event, turn) if event.files else say("ledger_sheet_how", then="ledger_sheet", wrong="")


async def hear(event: Inbound, turn: Turn) -> Reply:
    """The file itself."""
    file = event.files[0] if len(event.files) == 1 else None
    if file is None or file.size > min(BYTES, turn.abilities.download_limit):
        return say("ledger_sheet_how", then="ledger_sheet", wrong="large" if file else "none")
    await _queue(turn, file, event.key)
    return say("ledger_reading", name=file.name)


async def _queue(turn: Turn, file: Attachment, key: str) -> None:
    facts: Json = {
        "person": turn.person.id, "account": turn.account.id, "handle": file.handle, "name": file.name,
        "limit": min(BYTES, turn.abilities.download_limit),
    }  # fmt: skip
    await jobs.add(turn.db, "read_ledger", f"ledger:{turn.account.id}:{key}"[:200], facts, turn.now)


class ReadLedger:
    """The job: the sheet is fetched and read with no transaction open, and what it comes to is told."""

    async def ask(self, db: OfficeDb, facts: Json) -> ReadSheet | None:
        """The file that was sent."""
        return ReadSheet(AccountId(facts["account"]), facts["handle"], facts["limit"])

    async def tell(self, db: OfficeDb, facts: Json, found: Read, now: datetime) -> tuple[News, ...]:
        """What would be applied, and every line that would not."""
        person, name = PersonId(facts["person"]), facts["name"]
        understood = read(found.lines, rules.today(db, now)) if not found.fault else None
        if understood is None:
            return (News(person, Saying("ledger_unread", {"name": name, "fault": found.fault or "titles"})),)
        entries, problems, same = await _judged(db, understood.entries)
        wrong = sorted((*understood.problems, *problems), key=lambda each: each.line)
        shown = await _kept(db, person, name, entries, wrong, now)
        read_over = {"same": same, "empty": understood.empty, "beside": found.beside}
        return (News(person, Saying("ledger_dry_run", {**shown, **read_over, "changed": False})),)


async def _kept(
    db: OfficeDb, person: PersonId, name: str, entries: Sequence[Entry], wrong: Sequence[Problem], now: datetime
) -> Json:
    """Keep what can be applied, and say both."""
    lines = [asdict(each) | {"dated": each.dated.isoformat() if each.dated else ""} for each in entries]
    sheet = await ledger_sheets.add(db, person, name, lines, now) if lines else 0
    stages = {stage: sum(each.stage is stage for each in entries) for stage in dict.fromkeys(each.stage for each in entries)}
    problems = [asdict(each) for each in wrong[:SHOWN]]
    return {"sheet": sheet, "name": name, "stages": stages, "problems": problems, "more": max(0, len(wrong) - SHOWN)}


async def _judged(db: OfficeDb, entries: Sequence[Entry]) -> tuple[list[Entry], list[Problem], int]:
    """What can be applied as the links stand now, what cannot, and how many stand there already."""
    standing = await ledger.standing(db, {each.number for each in entries})
    faults = {each.number: _fault(each, standing.get(each.number)) for each in entries}
    same = {number for number, held in standing.items() if number in faults and _there(entries, number, held)}
    good = [each for each in entries if faults[each.number] is None and each.number not in same]
    wrong = [
        Problem(each.line, fault, f"L-{each.number}")
        for each in entries
        if each.number not in same and (fault := faults[each.number]) is not None
    ]
    return good, wrong, len(same)


def _there(entries: Sequence[Entry], number: int, held: Standing) -> bool:
    return any(each.number == number and each.stage is held[2] for each in entries)


def _fault(entry: Entry, held: Standing | None) -> Fault | None:
    if held is None:
        return Fault.UNKNOWN
    if held[1] is not LinkState.RECOGNISED:
        return Fault.STATE
    return None if held[2] in FROM[entry.stage] else Fault.ORDER


async def apply(event: Inbound, turn: Turn) -> Reply:
    """[Terapkan]: all lines that were shown as good, in one batch; shown anew where they no longer all are."""
    sheet = await ledger_sheets.find(turn.db, turn.token.object, turn.person)
    if sheet is None or sheet.applied_at:
        return say("desk_stale")
    held = [_entry(each) for each in sheet.lines]
    entries, problems, same = await _judged(turn.db, held)
    if len(entries) != len(held):
        shown = await _kept(turn.db, turn.person.id, sheet.name, entries, problems, turn.now)
        return instead("ledger_dry_run", **shown, same=same, empty=0, changed=True)
    if not await ledger_sheets.apply(turn.db, sheet, turn.now):
        return say("desk_stale")
    batch = await _marked(turn, entries)
    await audit.note(turn.db, turn.person, "ledger_sheet", f"batch:{batch}", turn.now, {"sheet": sheet.id, "links": len(entries)})
    cards = instead("ledger_applied", links=len(entries), batch=batch).cards
    return Reply(cards, await told(turn, batch, "ledger_news", Paper()))


def _entry(held: Json) -> Entry:
    dated = date.fromisoformat(held["dated"]) if held["dated"] else None
    return Entry(held["line"], held["number"], Stage(held["stage"]), held["document"], held["reference"], dated)


async def _marked(turn: Turn, entries: Sequence[Entry]) -> int:
    """Each group of one stage and one document at once."""
    standing = await ledger.standing(turn.db, {each.number for each in entries})
    batch = await ledger.begin(turn.db, Stage.NONE, None, None, turn.person, turn.now, Paper())
    for (stage, month, paper), ids in _groups(turn, entries, standing).items():
        scope = await of_month(turn.db, month, None)
        await ledger.mark(turn.db, batch, stage, Scope(month, scope.since, scope.until, ids=tuple(ids)), paper)
    return batch


def _groups(
    turn: Turn, entries: Sequence[Entry], standing: Mapping[int, Standing]
) -> Mapping[tuple[Stage, date, Paper], list[int]]:
    """Links by stage, month and document. What is recapped stands in the recap of the month in which it came."""
    zone = ZoneInfo(turn.db.office.zone)
    groups: dict[tuple[Stage, date, Paper], list[int]] = {}
    for each in entries:
        link_id, _, _, received = standing[each.number]
        month = received.astimezone(zone).date().replace(day=1)
        groups.setdefault((each.stage, month, Paper(each.document, each.reference, each.dated)), []).append(link_id)
    return groups


async def drop(event: Inbound, turn: Turn) -> Reply:
    """[Tidak]: nothing of it is applied."""
    return instead("ledger_left")
