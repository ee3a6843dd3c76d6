"""*dataku*: everything the office holds of the one who asks, as JSON and as a text to read; made by a job, sent only to them."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.turn import Reply, Turn, say
from messages import own_data
from messages.card import News, Saying
from messages.inbound import Inbound
from messages.wording import Words
from storage import audit, exporting, files, jobs, people
from storage.database import OfficeDb
from storage.records import Json, PersonId

WORDS = ("dataku", "data saya", "unduh data saya", "minta data saya", "lihat data saya", "my data", "download my data")
A_DAY, MOST = timedelta(days=1), 3
PLAIN = "text/plain"  # every platform takes it, and every phone opens it


@dataclass(frozen=True)
class KeepTexts:
    """An errand: keep some texts as files."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """What was kept: the SHA-256 and the size of each text."""

    digests: tuple[str, ...]
    sizes: tuple[int, ...]


async def ask(event: Inbound, turn: Turn) -> Reply:
    """It is made at once, but not in this breath; three times a day at most."""
    if await audit.times_since(turn.db, turn.person, "export", turn.now - A_DAY) >= MOST:
        return say("own_data_enough")
    await audit.note(turn.db, turn.person, "export", f"person:{turn.person.id}", turn.now)
    key = f"export:{turn.person.id}:{turn.now:%Y%m%d%H%M%S%f}"
    await jobs.add(turn.db, "export_person", key, {"person": turn.person.id}, turn.now)
    return say("own_data_coming")


async def texts(db: OfficeDb, person_id: PersonId) -> tuple[str, str]:
    """The two texts: JSON with everything, and the same to read."""
    person = await people.by_id(db, person_id)
    found = await exporting.everything(db, person_id)
    office = db.office
    words = Words(person.language, office.zone, office.name, office.settings.get("privacy_contact", ""))
    whole = {"office": office.name, "person": int(person_id), "tables": found}
    return json.dumps(whole, ensure_ascii=False, indent=1, default=str), own_data.document(words, person.name, found)


class ExportPerson:
    """The job itself."""

    async def ask(self, db: OfficeDb, facts: Json) -> KeepTexts | None:
        """Both texts, as things stand now."""
        person = await people.find(db, facts["person"])
        return KeepTexts(await texts(db, person.id)) if person else None

    async def tell(self, db: OfficeDb, facts: Json, found: Kept, now: datetime) -> tuple[News, ...]:
        """To the person, and to nobody else; the files are theirs and go with them."""
        person_id, made = PersonId(facts["person"]), []
        for name, digest, size in zip(("dataku.json", "dataku.txt"), found.digests, found.sizes, strict=True):
            file_id = await files.made(db, name, PLAIN, digest, size, now)
            await files.belongs(db, file_id, person_id)
            made.append(file_id)
        return (News(person_id, Saying("own_data", {"files": made})),)
