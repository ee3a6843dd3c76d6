"""*paket audit november*: one ZIP for an auditor, made by the machinery and sent as a document."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from handlers.ledger.asked import Wrong, month_end, month_in
from handlers.turn import Reply, Turn, say
from messages import papers
from messages.card import News, Saying
from messages.inbound import Inbound
from messages.pack import span
from messages.wording import Words
from storage import accounts, audit, files, jobs, people, rules
from storage.database import OfficeDb
from storage.records import FileKind, Json, Language, OfficeId, PersonId

MIME: Final = "application/zip"
SENT: Final = 45_000_000  # bytes that every channel takes as a document


@dataclass(frozen=True)
class MakePack:
    """An errand: the pack of an office's month, or of some days of it, both of which count. Gives a Packed."""

    office_id: OfficeId
    month: date
    language: Language
    days: tuple[date, date] | None = None

    @property
    def first(self) -> date:
        """The first day."""
        return self.days[0] if self.days else self.month

    @property
    def last(self) -> date:
        """The last day."""
        return self.days[1] if self.days else month_end(self.month) - timedelta(days=1)


@dataclass(frozen=True)
class Packed:
    """What was made: the SHA-256 and size of what was kept, and how many links it holds."""

    digest: str
    size: int
    links: int


async def ask(event: Inbound, turn: Turn) -> Reply:
    """The command, with a month."""
    found = month_in(turn.argument, rules.today(turn.db, turn.now))
    if found is None or isinstance(found, Wrong) or found[1]:
        return say("pack_how")
    address = await people.address_of(turn.db, turn.person.id)
    kind = await accounts.kind(turn.db, address.account_id) if address else turn.account.kind
    if papers.refused({kind}, FileKind.DOCUMENT, "pack.zip", MIME):
        return say("pack_elsewhere")
    facts: Json = {"person": turn.person.id, "month": found[0].isoformat(), "at": turn.now.isoformat()}
    await _queue(turn.db, facts, turn.now)
    await audit.note(turn.db, turn.person, "audit_pack", f"month:{found[0]:%Y-%m}", turn.now)
    words = Words(turn.person.language, turn.db.office.zone, turn.db.office.name)
    return say("pack_coming", month=words.month_of(found[0]))


async def _queue(db: OfficeDb, facts: Json, now: datetime) -> None:
    await jobs.add(db, "audit_pack", ":".join(str(each) for each in ("pack", *facts.values())), facts, now)


def _errand(db: OfficeDb, facts: Json, language: Language) -> MakePack:
    days = tuple(date.fromisoformat(each) for each in facts.get("days", "").split())
    return MakePack(db.office.id, date.fromisoformat(facts["month"]), language, (days[0], days[-1]) if days else None)


class AuditPack:
    """The job."""

    async def ask(self, db: OfficeDb, facts: Json) -> MakePack | None:
        """What is to be made; None where whoever asked has gone."""
        person = await people.find(db, facts["person"])
        return _errand(db, facts, person.language) if person else None

    async def tell(self, db: OfficeDb, facts: Json, found: Packed, now: datetime) -> tuple[News, ...]:
        """Send it; what is too large comes in halves, down to a day, and a day that is too large is had at the server."""
        person = await people.by_id(db, PersonId(facts["person"]))
        errand, words = _errand(db, facts, person.language), Words(person.language, db.office.zone, db.office.name)
        said: Json = {"month": span(words, errand.first, errand.last), "links": found.links, "sha256": found.digest}
        if found.size > SENT and errand.first < errand.last:
            halves = _halves(errand.first, errand.last)
            for first, last in halves:
                await _queue(db, {**facts, "days": f"{first.isoformat()} {last.isoformat()}"}, now)
            parts = [span(words, *half) for half in halves]
            return (News(person.id, Saying("pack_split", {**said, "parts": parts})),)
        if found.size > SENT:
            return (News(person.id, Saying("pack_too_large", said)),)
        days = f"-{errand.first.day:02}-{errand.last.day:02}" if errand.days else ""
        name = f"paket-audit-{errand.month:%Y-%m}{days}.zip"
        file_id = await files.made(db, name, MIME, found.digest, found.size, now)
        return (News(person.id, Saying("pack_ready", {**said, "file": file_id})),)


def _halves(first: date, last: date) -> tuple[tuple[date, date], tuple[date, date]]:
    middle = first + (last - first) // 2
    return (first, middle), (middle + timedelta(days=1), last)
