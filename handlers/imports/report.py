"""The jobs around a register that was sent: reading it, and writing down, line by line, what is left out and why."""

from datetime import datetime
from typing import Final

from handlers.imports import register
from handlers.imports.columns import Kind, table_in
from handlers.imports.plan import WHOLE, Plan
from handlers.job import Found
from handlers.sheet import Read, ReadSheet, Sheet, Unread, WriteSheets
from messages import papers
from messages.card import News, Saying
from messages.imports import listing
from messages.wording import Words
from storage import files, imports, jobs, people
from storage.database import OfficeDb
from storage.imports import READING, READY, Import
from storage.records import FileKind, Json, Language

SHOWN: Final = 8  # remarks in the message; all of them stand in the file
UNUSED: Final = 6  # titles of columns that are named


class ReadRegister:
    """The job that reads the file."""

    async def ask(self, db: OfficeDb, facts: Json) -> ReadSheet | None:
        """The file's handle; None once it was read."""
        held = await imports.find(db, facts["import"])
        if held is None or held.state != READING or held.account_id is None:
            return None
        return ReadSheet(held.account_id, held.handle, facts["limit"])

    async def tell(self, db: OfficeDb, facts: Json, found: Read, now: datetime) -> tuple[News, ...]:
        """Keep the lines and say what would become of them, or why there are none."""
        held = await imports.by_id(db, facts["import"])
        table = table_in(found.lines)
        fits = [each for each in table.kinds if not held.kind or each == held.kind] if table else []
        fault = found.fault or ("" if table and fits and table.lines else "titles" if found.lines else Unread.EMPTY)
        if fault:
            await imports.change(db, held, imports.DROPPED)
            return _news(held, "import_unread", name=held.name, fault=str(fault))
        content = {"lines": [[each.number, list(each.cells)] for each in found.lines], "beside": found.beside}
        await imports.change(db, held, READY, content=content, kind=fits[0] if len(fits) == 1 else "")
        if len(fits) > 1:
            return _news(held, "import_which", id=held.id, name=held.name)
        return await dry_run(db, await imports.by_id(db, held.id), now)


async def dry_run(db: OfficeDb, held: Import, now: datetime) -> tuple[News, ...]:
    """What would become of it: at once where little is to be remarked, else after the list of remarks is written."""
    plan = await register.plan_of(db, held)
    if len(plan.remarks) <= SHOWN:
        return _news(held, "import_dry_run", **summed(held, plan))
    await jobs.add(db, "report_register", f"import_report:{held.id}:{plan.stamp}", {"import": held.id, "applied": False}, now)
    return ()


async def after(db: OfficeDb, held: Import, plan: Plan, now: datetime) -> None:
    """Once it was applied: what was left out is written down, then the lines are forgotten."""
    if plan.remarks:
        rows = [[each.line, each.what, each.value, each.other] for each in plan.remarks]
        about = {"import": held.id, "applied": True, "remarks": rows}
        await jobs.add(db, "report_register", f"import_left:{held.id}", about, now)
    await imports.forget_lines(db, held.id)


class ReportRegister:
    """The job that writes the list of remarks."""

    async def ask(self, db: OfficeDb, facts: Json) -> WriteSheets | None:
        """The list as a workbook, in the language of whoever sent the register."""
        held = await imports.find(db, facts["import"])
        if held is None or held.person_id is None:
            return None
        words = await _words(db, held)
        given = facts.get("remarks") or await _remarks(db, held)
        return WriteSheets(_name(held), (Sheet(*listing(words, given, WHOLE)),))

    async def tell(self, db: OfficeDb, facts: Json, found: Found, now: datetime) -> tuple[News, ...]:
        """Send it, and after it what is to be decided."""
        held = await imports.by_id(db, facts["import"])
        name = _name(held)
        file_id = await files.made(db, name, papers.mime(FileKind.DOCUMENT, name, ""), found.digest, found.size, now)
        told = _news(held, "import_list", applied=facts["applied"], files=[file_id])
        if facts["applied"] or held.state != READY:
            return told
        return (*told, *_news(held, "import_dry_run", **summed(held, await register.plan_of(db, held))))


async def _remarks(db: OfficeDb, held: Import) -> list[tuple[int, str, str, str]]:
    if held.state != READY:
        return []
    return [(each.line, each.what, each.value, each.other) for each in (await register.plan_of(db, held)).remarks]


async def _words(db: OfficeDb, held: Import) -> Words:
    person = await people.find(db, held.person_id or 0)
    return Words(person.language if person else Language.ID, db.office.zone, db.office.name)


def _name(held: Import) -> str:
    return f"catatan-impor-{held.id}.xlsx"


def summed(held: Import, plan: Plan) -> Json:
    """A plan in short."""
    table = table_in(register.lines_in(held.content))
    return {
        "id": held.id, "name": held.name, "kind": held.kind, "stamp": plan.stamp,
        "new": len(plan.people) if held.kind == Kind.PEOPLE else sum(1 for each in plan.outlets if each.id is None),
        "more": sum(1 for each in plan.outlets if each.id is not None), "unchanged": plan.unchanged,
        "left_out": plan.left_out, "remarks": [[each.line, each.what, each.value, each.other] for each in plan.remarks[:SHOWN]],
        "total": len(plan.remarks), "unused": list(table.unused[:UNUSED]) if table else [],
        "beside": held.content.get("beside", []),
    }  # fmt: skip


def _news(held: Import, card: str, **about: object) -> tuple[News, ...]:
    return (News(held.person_id, Saying(card, about)),) if held.person_id else ()
