"""The sheets of a recap: queued by who asks, written by the machinery off the loop, and sent as a document."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from handlers.job import Found
from handlers.ledger import sums
from handlers.ledger.asked import month_end
from handlers.ledger.scope import span
from handlers.sheet import Sheet, WriteSheets
from handlers.turn import Reply, Turn, say
from messages import recap
from messages.card import News, Saying
from messages.inbound import Inbound
from messages.recap import Page
from messages.wording import Words
from storage import files, jobs, ledger_rows, outlets, people
from storage.database import OfficeDb
from storage.ledger_rows import Change, Row
from storage.records import Json, OutletId, PersonId

Listed = TypeVar("Listed", Row, Change)
WORKBOOK, TEXT = ".xlsx", ".csv"
MIMES: Final = {
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    TEXT: "text/plain",
}  # as every platform takes it


def ending(typed: str) -> tuple[str, str]:
    """What was typed without the kind of file that was named at its end, and that kind."""
    words = typed.split()
    named = {"csv": TEXT, "xlsx": WORKBOOK, "excel": WORKBOOK}.get(words[-1].casefold()) if words else None
    return (" ".join(words[:-1]), named) if named else (" ".join(words), WORKBOOK)


async def queue_month(turn: Turn, month: date, outlet_id: int, kind: str) -> None:
    """Have a month's sheets written; the present month to its last day, for the name says the whole."""
    await queue(turn, month, month_end(month) - timedelta(days=1), OutletId(outlet_id) if outlet_id else None, kind)


async def queue(turn: Turn, first: date, last: date, outlet_id: OutletId | None, kind: str) -> None:
    """Have the sheets of some days written for whoever asks."""
    facts: Json = {
        "person": turn.person.id, "first": first.isoformat(), "last": last.isoformat(), "outlet": outlet_id or 0, "kind": kind,
        "at": turn.now.isoformat(),
    }  # fmt: skip
    key = ":".join(["recap", *(str(each) for each in facts.values())])
    await jobs.add(turn.db, "write_recap", key, facts, turn.now)


async def as_text(event: Inbound, turn: Turn) -> Reply:
    """[CSV]: the same list as plain text. The object is the first day, the version the number of days and the outlet."""
    try:
        first = date.fromordinal(turn.token.object)
        days, outlet_id = (int(each) for each in turn.token.version.split("o"))
    except (ValueError, OverflowError):
        return say("desk_stale")
    if not 0 <= days <= 400:
        return say("desk_stale")
    await queue(turn, first, first + timedelta(days=days), OutletId(outlet_id) if outlet_id else None, TEXT)
    return say("ledger_coming", first=first.isoformat(), last=(first + timedelta(days=days)).isoformat())


class WriteRecap:
    """The job: the rows are read in one transaction, written to a file with none open, and sent in another."""

    async def ask(self, db: OfficeDb, facts: Json) -> WriteSheets | None:
        """The sheets; None where whoever asked has gone."""
        person = await people.find(db, facts["person"])
        if person is None:
            return None
        words = Words(person.language, db.office.zone, db.office.name)
        first, last = _days(facts)
        outlet = await outlets.find(db, facts["outlet"])
        rows = await ledger_rows.received(db, *span(db, first, last + timedelta(days=1)), outlet.id if outlet else None)
        changed = await _changes(db, words, facts)
        # Tens of thousands of cells are put into words: not while others wait for the loop.
        pages = await asyncio.to_thread(_pages, words, rows, facts, ZoneInfo(db.office.zone))
        name = _name(first, last, outlet.name if outlet else "", facts["kind"])
        return WriteSheets(name, tuple(Sheet(*page) for page in (*pages, *changed)))

    async def tell(self, db: OfficeDb, facts: Json, found: Found, now: datetime) -> tuple[News, ...]:
        """Send the document."""
        first, last = _days(facts)
        outlet = await outlets.find(db, facts["outlet"])
        name = _name(first, last, outlet.name if outlet else "", facts["kind"])
        file_id = await files.made(db, name, MIMES[facts["kind"]], found.digest, found.size, now)
        days = span(db, first, last + timedelta(days=1))
        counted = sums.added(await ledger_rows.numbers(db, *days, outlet.id if outlet else None))
        said = {
            "first": facts["first"], "last": facts["last"], "name": outlet.name if outlet else "", "sums": counted,
            "file": file_id, "start": first.toordinal(), "days": (last - first).days, "outlet": facts["outlet"],
            "text": facts["kind"] == TEXT,
        }  # fmt: skip
        return (News(PersonId(facts["person"]), Saying("ledger_file", said)),)


def _days(facts: Json) -> tuple[date, date]:
    return date.fromisoformat(facts["first"]), date.fromisoformat(facts["last"])


def _pages(words: Words, found: list[Row], facts: Json, zone: ZoneInfo) -> list[Page]:
    first, last = _days(facts)
    rows = [_local(row, zone) for row in found]
    listed = recap.listed(words, [vars(row) for row in rows])
    if facts["kind"] != WORKBOOK:
        return [listed]
    return [
        recap.sums(words, f"{first:%d/%m/%Y} – {last:%d/%m/%Y}", sums.counted(rows)),
        recap.outlets(words, sums.by_outlet(rows)),
        recap.releases(words, sums.by_release(rows)),
        listed,
    ]


async def _changes(db: OfficeDb, words: Words, facts: Json) -> list[Page]:
    first, last = _days(facts)
    if facts["kind"] != WORKBOOK or first.day != 1 or last + timedelta(days=1) != month_end(first):
        return []
    zone = ZoneInfo(db.office.zone)
    found = await ledger_rows.changes(db, first, span(db, first, last)[0], OutletId(facts["outlet"]) if facts["outlet"] else None)
    return [recap.changes(words, [vars(replace(_local(each, zone), at=_clock(each.at, zone))) for each in found])]


def _clock(moment: datetime, zone: ZoneInfo) -> datetime:
    """A moment by the office's clock, as a sheet holds it: without its zone."""
    return moment.astimezone(zone).replace(tzinfo=None)


def _local(row: Listed, zone: ZoneInfo) -> Listed:
    decided = _clock(row.decided_at, zone) if row.decided_at else None
    return replace(row, received_at=_clock(row.received_at, zone), decided_at=decided)


def _name(first: date, last: date, outlet: str, kind: str) -> str:
    """What the file is called: rekap-2026-11-suara-contoh.xlsx."""
    whole = last + timedelta(days=1) == month_end(first) and first.day == 1
    days = f"{first:%Y-%m}" if whole else f"{first:%Y-%m-%d}" if first == last else f"{first:%Y-%m-%d}-{last:%Y-%m-%d}"
    named = "-".join(each for each in "".join(c if c.isalnum() else " " for c in outlet.casefold()).split())
    return "-".join(each for each in ("rekap", days, named[:40]) if each) + kind
