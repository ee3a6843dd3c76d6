"""*paket audit november*: one ZIP for an auditor, made by the machinery and sent as a document."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from handlers.ledger.asked import Wrong, month_in
from handlers.turn import Reply, Turn, say
from messages import papers
from messages.card import News, Saying
from messages.inbound import Inbound
from messages.wording import Words
from storage import accounts, audit, files, jobs, people, rules
from storage.database import OfficeDb
from storage.records import FileKind, Json, Language, OfficeId, PersonId

MIME: Final = "application/zip"
SENT: Final = 45_000_000  # bytes that every channel takes as a document


@dataclass(frozen=True)
class MakePack:
    """An errand: the pack of an office's month. Gives a Packed."""

    office_id: OfficeId
    month: date
    language: Language


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
    await jobs.add(turn.db, "audit_pack", ":".join(str(each) for each in ("pack", *facts.values())), facts, turn.now)
    await audit.note(turn.db, turn.person, "audit_pack", f"month:{found[0]:%Y-%m}", turn.now)
    return say("pack_coming", month=_named(turn.db, turn.person.language, found[0]))


def _named(db: OfficeDb, language: Language, month: date) -> str:
    return Words(language, db.office.zone, db.office.name).month_of(month)


class AuditPack:
    """The job."""

    async def ask(self, db: OfficeDb, facts: Json) -> MakePack | None:
        """What is to be made; None where whoever asked has gone."""
        person = await people.find(db, facts["person"])
        return MakePack(db.office.id, date.fromisoformat(facts["month"]), person.language) if person else None

    async def tell(self, db: OfficeDb, facts: Json, found: Packed, now: datetime) -> tuple[News, ...]:
        """Send it, or say how it is had where it is too large to be sent."""
        person = await people.by_id(db, PersonId(facts["person"]))
        month = date.fromisoformat(facts["month"])
        said: Json = {"month": _named(db, person.language, month), "links": found.links, "sha256": found.digest}
        if found.size > SENT:
            return (News(person.id, Saying("pack_too_large", said)),)
        file_id = await files.made(db, f"paket-audit-{month:%Y-%m}.zip", MIME, found.digest, found.size, now)
        return (News(person.id, Saying("pack_ready", {**said, "file": file_id})),)
