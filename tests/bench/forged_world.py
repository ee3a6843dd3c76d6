"""A desk after a busy morning, with an office beside it that none of its people may see; and what is known of its rows."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Double, Integer, Table, create_engine, insert, text

from storage import offices, people
from storage.database import EveryOfficeDb
from storage.records import ChannelKind, Json, Language, Person, Role, Standing
from storage.tables import Moment, conversations, metadata
from storage.tables import people as people_table
from tests.applicants import waits
from tests.desk import MORNING, Desk, Somebody, open_desk
from tests.links import coverage
from tests.releases import newsroom

STRANGE = 901  # the id and the number of every row of the office that nobody here may see
MISSING = 987_654_321  # an id that no row has
# What is written down of every event, and of what was answered.
NOTED = frozenset({"inbox", "audit"})
OWN_CHAT = frozenset({"outbox", "conversations"})  # but not what is said to others, nor their forms
# What a deed of one's own writes without saying whose it is: numbers, the notice that is in force, an invitation to join.
NAMELESS = frozenset({"counters", "notices", "join_codes"})
# How the facts of a job or a piece of news say whom they are about.
ABOUT = (('"person": ', "}"), ('"id": ', ","))
ROW, CELL = "\x1e", "\x1f"
Rows = Mapping[str, str]  # all that a table holds, as text


@dataclass(frozen=True)
class Actor:
    """Somebody who tries."""

    kind: str
    phone: Somebody
    person: Person


@asynccontextmanager
async def world(folder: Path) -> AsyncIterator[Desk]:
    """A desk where a release is out, links wait, a person waits and a question is open."""
    path = folder / "desk.db"
    if not path.exists():
        engine = create_engine(f"sqlite:///{path}")
        await asyncio.to_thread(metadata.create_all, engine)
        engine.dispose()
    async with open_desk(f"sqlite+aiosqlite:///{path}", folder / "files", Language.ID) as desk:
        room = await newsroom(desk)
        press = await coverage(desk)
        await room.sends()
        await press.received(2)
        await press.vera.says("antrean")
        await press.rina.says("tanya Berapa stok beras yang tersisa?")
        await room.dina.says("buat rilis")
        await waits(desk)
        await press.tono.says("cetak 22/11 hal 5 pasar", files=[desk.photo()])
        yield desk


async def actors(desk: Desk) -> list[Actor]:
    """Everybody who tries: each role, the same removed, blocked ones, strangers, and an admin of the neighbour."""
    found = [(f"{role}", await desk.staff(role, f"{role} Coba")) for role in Role]
    gone = [(f"removed {role}", await desk.staff(role, f"{role} Lama")) for role in Role]
    for _, each in gone:
        await desk.remove(each)
    blocked = [(f"blocked {role}", await desk.staff(role, f"{role} Blokir")) for role in (Role.JOURNALIST, Role.ADMIN)]
    async with desk.db() as db:
        for _, each in blocked:
            person = await people.by_user_key(db, desk.account, each.chat)
            assert person
            await db.change(people_table, people_table.c.id == person.id, blocked_until=desk.now + timedelta(days=9))
    waiting = await desk.staff(Role.GUEST, "Tamu Menunggu")
    their = await waiting.record()
    async with desk.db() as db:
        await people.change(db, their.id, standing=Standing.WAITING)
    everybody = [*found, *gone, *blocked, ("waiting", waiting), ("stranger", await desk.stranger("Orang Asing"))]
    for _, each in everybody:
        await each.says("xyzzy")  # what a first word leaves behind is there
    return [Actor(kind, each, await each.record()) for kind, each in everybody] + [await _from_beside(desk)]


async def _from_beside(desk: Desk) -> Actor:
    """The neighbour's admin, who has been given tokens of ours."""
    other = next(each.account for each in desk.app.desks.values() if each.account.office_id != desk.office.id)
    async with desk.app.database.read() as every:
        office = await offices.office_by_id(every, other.office_id)
    beside = Desk(desk.app, other, office, Language.ID)
    beside._chats = STRANGE  # their other phones are there already
    admin = await beside.staff(Role.ADMIN, "Tetangga Coba")
    await admin.says("xyzzy")
    beside.channel._chats[admin.chat].clear()  # at the end nobody there may have heard of us
    return Actor("neighbour's admin", admin, await admin.record())


async def plant(every: EveryOfficeDb) -> None:
    """Put a row into every table that belongs to an office, as one that is neither ours nor the neighbour's would have."""
    planted: set[str] = set()
    for table in metadata.sorted_tables:
        if table.name in {"offices", "accounts"} or "office_id" in table.c:
            await every.run(insert(table).values(**dict(_values(table, planted))))
            planted.add(table.name)


def _values(table: Table, planted: set[str]) -> Iterator[tuple[str, Any]]:
    for column in table.c:
        targets = {key.column.table.name for key in column.foreign_keys}
        if targets <= planted:
            yield column.name, _value(column)
        elif not column.nullable:
            raise AssertionError(f"{table.name}.{column.name} wants {targets} first")


def _value(column: Column[Any]) -> object:
    for kind, value in KINDS.items():
        if isinstance(column.type, kind):
            return value
    return str(ChannelKind.SANDBOX) if column.name == "kind" else "asing"


KINDS: Mapping[Any, object] = {
    Boolean: False, Integer: STRANGE, Double: 1.0, Date: date(2026, 11, 23), Moment: MORNING, JSON: {},
}  # fmt: skip


async def snapshot(every: EveryOfficeDb, chat: str = "") -> Rows:
    """All rows of all tables but what is noted of every event and said to this chat itself."""
    row = await every.rows(text(_question()), {"chat": chat})
    return {name: held or "" for name, held in row[0]._mapping.items()}


@cache
def _question() -> str:
    """One question for everything: thousands of attempts ask it."""
    return "SELECT " + ", ".join(_all_of(table) for table in metadata.sorted_tables if table.name not in NOTED)


def _all_of(table: Table) -> str:
    cells = " || char(31) || ".join(f'quote("{column.name}")' for column in table.c)
    where = " WHERE chat <> :chat" if table.name in OWN_CHAT else ""
    rows = f'SELECT group_concat({cells}, char(30)) FROM "{table.name}"{where}'  # noqa: S608 - names of our own tables
    return f'({rows}) AS "{table.name}"'


def changes(before: Rows, after: Rows, actor: Actor, *, own: bool) -> list[str]:
    """What changed though it may not; `own` where somebody may change what is theirs."""
    return [
        f"{name}: {row.replace(CELL, ' ')[:160]}"
        for name, held in after.items() if held != before[name]
        for row in set(held.split(ROW)) ^ set(before[name].split(ROW)) if row and not (own and _is_own(name, row, actor))
    ]  # fmt: skip


def _is_own(name: str, row: str, actor: Actor) -> bool:
    """Whether a row is the actor's, and names nothing of the office that nobody here may see."""
    held = dict(zip(metadata.tables[name].c.keys(), row.split(CELL), strict=True))
    if held.get("office_id") != str(actor.person.office_id):
        return False
    if any(held[key.parent.name] == str(STRANGE) for key in metadata.tables[name].foreign_keys):
        return False
    who, told = [held[each] for each in _people_of(name)], held.get("facts", "")
    return str(actor.person.id) in who or name in NAMELESS or any(f"{each}{actor.person.id}{end}" in told for each, end in ABOUT)


@dataclass(frozen=True)
class Form:
    """A form that somebody left open: where it is, and what was gathered."""

    step: str
    kept: Json


async def forms(desk: Desk) -> list[Form]:
    """All that are open on the desk."""
    async with desk.db() as db:
        rows = await db.rows(db.of(conversations).where(conversations.c.step.is_not(None)).order_by(conversations.c.id))
    return [Form(row.step, row.kept) for row in rows]


@cache
def _people_of(name: str) -> frozenset[str]:
    """The columns that name a person."""
    table = metadata.tables[name]
    keys = {column.name for column in table.c for key in column.foreign_keys if key.column.table.name == "people"}
    return frozenset({"id"} if name == "people" else keys)
