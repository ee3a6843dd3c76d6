"""*impor*: staff send a register as XLSX or CSV, see what would become of it, confirm once, and may take it back."""

from typing import Final

from handlers.grammar import simplify
from handlers.imports import register, report
from handlers.imports.columns import Kind
from handlers.turn import Reply, Turn, instead, say
from messages.card import Saying
from messages.inbound import Attachment, Inbound
from storage import accounts, audit, imports, jobs
from storage.imports import DROPPED, READY, UNDONE, Import
from storage.records import FileKind

LARGEST: Final = 5_000_000  # bytes
ENDINGS: Final = (".xlsx", ".csv")
SPOKEN: Final = {
    "media": Kind.OUTLETS, "daftar media": Kind.OUTLETS, "outlets": Kind.OUTLETS,
    "wartawan": Kind.PEOPLE, "daftar wartawan": Kind.PEOPLE, "anggota": Kind.PEOPLE, "people": Kind.PEOPLE,
    "journalists": Kind.PEOPLE,
}  # fmt: skip


async def show(event: Inbound, turn: Turn) -> Reply:
    """*impor*, *impor media*, also as the words under a file."""
    kept = {"kind": SPOKEN.get(simplify(turn.argument), "")}
    if event.files:
        return await _take(event.files[0], turn, kept["kind"])
    return say("import_ask", then="import_file", keep=kept)


async def hear_file(event: Inbound, turn: Turn) -> Reply:
    """The file, or words where one was asked for."""
    if not event.files:
        return say("import_ask", then="import_file", keep=turn.kept, problem="none")
    return await _take(event.files[0], turn, turn.kept["kind"])


async def _take(file: Attachment, turn: Turn, kind: str) -> Reply:
    problem = _problem(file, turn.abilities.download_limit)
    if problem:
        return say("import_ask", then="import_file", keep={"kind": kind}, problem=problem)
    values = {"kind": kind, "account_id": turn.account.id, "handle": file.handle, "name": file.name[:200]}
    held = await imports.begin(turn.db, turn.person, turn.now, **values)
    await jobs.add(turn.db, "read_register", f"import:{held.id}", {"import": held.id, "limit": LARGEST}, turn.now)
    return say("import_reading", name=held.name)


def _problem(file: Attachment, limit: int) -> str:
    if file.kind is not FileKind.DOCUMENT or not file.name.lower().endswith(ENDINGS):
        return "type"
    return "large" if file.size > min(limit, LARGEST) else ""


async def pick_kind(event: Inbound, turn: Turn) -> Reply:
    """Which register it is, where a file could be either."""
    held = await _own(turn)
    if held is None or held.state != READY or turn.token.version not in set(Kind):
        return await _stands(held)
    if not await imports.change(turn.db, held, READY, kind=turn.token.version):
        return await _stands(held)
    news = await report.dry_run(turn.db, await imports.by_id(turn.db, held.id), turn.now)
    return Reply((*instead("import_reading", name=held.name).cards, *(each.saying for each in news)))


async def apply(event: Inbound, turn: Turn) -> Reply:
    """Make it so, if it is still what was shown."""
    held = await _own(turn)
    if held is None or held.state != READY or not held.kind:
        return await _stands(held)
    plan = await register.plan_of(turn.db, held)
    if plan.stamp != turn.token.version:  # somebody changed the register meanwhile
        return instead("import_dry_run", **report.summed(held, plan), again=True)
    if not await register.apply(turn.db, held, plan, turn.person, turn.now):
        return await _stands(held)
    await report.after(turn.db, held, plan, turn.now)
    done = instead("import_applied", **report.summed(held, plan))
    if held.kind == Kind.OUTLETS or not plan.made:
        return done
    named = [{"kind": kind, "name": name} for kind, name in await accounts.names(turn.db)]
    return Reply((*done.cards, Saying("import_forward", {"accounts": named})))


async def drop(event: Inbound, turn: Turn) -> Reply:
    """Not after all: the lines are forgotten."""
    held = await _own(turn)
    if held is None or held.state != READY or not await imports.change(turn.db, held, DROPPED, content={}):
        return await _stands(held)
    return instead("import_dropped", name=held.name)


async def undo(event: Inbound, turn: Turn) -> Reply:
    """Take it back, as long as nothing builds on it."""
    held = await imports.find(turn.db, turn.token.object)
    if held is None or held.applied_at is None or held.state == UNDONE:
        return await _stands(held)
    used = await imports.builds_on(turn.db, held)
    if used:
        return say("import_in_use", names=list(used[:5]), more=max(0, len(used) - 5))
    if not await imports.change(turn.db, held, UNDONE, undone_at=turn.now):
        return await _stands(held)
    await imports.undo(turn.db, held)
    await audit.note(turn.db, turn.person, "import_undo", f"import:{held.id}", turn.now)
    return instead("import_undone", name=held.name)


async def _own(turn: Turn) -> Import | None:
    """The import of the button, where whoever presses has sent it."""
    held = await imports.find(turn.db, turn.token.object)
    return held if held and held.person_id == turn.person.id else None


async def _stands(held: Import | None) -> Reply:
    return say("import_stands", state=held.state, name=held.name) if held else say("desk_stale")
