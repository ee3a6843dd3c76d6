"""*ekspor*: both registers as a sheet that can be read in again without changing anything."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from handlers.grammar import simplify
from handlers.imports import cells
from handlers.imports.cells import Place
from handlers.imports.columns import Kind
from handlers.imports.read_in import SPOKEN
from handlers.job import Found
from handlers.sheet import Sheet, WriteSheets
from handlers.turn import Reply, Turn, say
from messages import papers
from messages.card import News, Saying
from messages.inbound import Inbound
from storage import audit, files, imports, jobs, outlets
from storage.database import OfficeDb
from storage.records import FileKind, Json, Medium, PersonId, Role

OUTLETS: Final = ("nama_media", "jenis", "website", "nama_lain")
PEOPLE: Final = ("wartawan", "media", "no_hp", "jabatan", "wilayah", "kta_ukw", "status")
MEDIA: Final = {Medium.ONLINE: "siber", Medium.PRINT: "cetak", Medium.TV: "TV", Medium.RADIO: "radio"}
NAMES: Final = {Kind.OUTLETS: "media", Kind.PEOPLE: "wartawan"}


async def show(event: Inbound, turn: Turn) -> Reply:
    """*ekspor media*, *ekspor wartawan csv*."""
    asked = simplify(turn.argument).split()
    kind = SPOKEN.get(" ".join(each for each in asked if each not in {"csv", "xlsx"}))
    return await _queue(kind, "csv" in asked, turn) if kind else say("export_which")


async def pick(event: Inbound, turn: Turn) -> Reply:
    """Which register, by button."""
    return await _queue(Kind(turn.token.version), False, turn) if turn.token.version in set(Kind) else say("export_which")


async def _queue(kind: Kind, plain: bool, turn: Turn) -> Reply:  # noqa: FBT001 - how it was asked for
    about = {"kind": kind, "person": turn.person.id, "name": f"daftar-{NAMES[kind]}.{'csv' if plain else 'xlsx'}"}
    await jobs.add(turn.db, "export_register", f"export:{turn.person.id}:{kind}:{turn.now.isoformat()}", about, turn.now)
    await audit.note(turn.db, turn.person, "export", f"register:{kind}", turn.now)
    return say("export_begun")


class ExportRegister:
    """The job that writes a register."""

    async def ask(self, db: OfficeDb, facts: Json) -> WriteSheets:
        """The register as it is now."""
        return WriteSheets(facts["name"], (await sheet(db, Kind(facts["kind"])),))

    async def tell(self, db: OfficeDb, facts: Json, found: Found, now: datetime) -> tuple[News, ...]:
        """Send it."""
        name = facts["name"]
        file_id = await files.made(db, name, papers.mime(FileKind.DOCUMENT, name, ""), found.digest, found.size, now)
        return (News(PersonId(facts["person"]), Saying("export_done", {"kind": facts["kind"], "files": [file_id]})),)


async def sheet(db: OfficeDb, kind: Kind) -> Sheet:
    """A register as rows."""
    return await (_outlets(db) if kind is Kind.OUTLETS else _people(db))


async def _outlets(db: OfficeDb) -> Sheet:
    places: dict[int, list[str]] = defaultdict(list)
    for row in await imports.places(db):
        places[row.outlet_id].append(cells.written(Place(row.host, row.path, row.since, row.until)))
    names: dict[int, list[str]] = defaultdict(list)
    for row in await imports.other_names(db):
        names[row.outlet_id].append(row.name)
    listed = await outlets.listed(db)
    rows = [(each.name, MEDIA[each.medium], "; ".join(places[each.id]), "; ".join(names[each.id])) for each in listed]
    return Sheet("Media", OUTLETS, rows)


async def _people(db: OfficeDb) -> Sheet:
    """Journalists who are registered, and those who are expected. Staff are no part of it: a role is given, never read in."""
    named = {each.id: each.name for each in await outlets.listed(db)}
    here = [each for each in await imports.everybody(db) if each.role in {Role.JOURNALIST, Role.GUEST}]
    rows: list[Sequence[str]] = [
        (each.name, named.get(each.outlet_id, ""), cells.shown_phone(each.phone or ""), each.work, each.area, "", "terdaftar")
        for each in here
    ]
    rows += [
        (each.name, named.get(each.outlet_id, ""), cells.shown_phone(each.phone), each.work, each.area, each.card, "diharapkan")
        for each in await imports.awaited(db)
    ]
    return Sheet("Wartawan", PEOPLE, rows)
